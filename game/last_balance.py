"""What `balance` came to last time, kept with the saved plays, so that the next time can compare.

One small file for each scenario file, under a name made of its path: nothing in it can be read by
who does not have the scenario.
"""

import hashlib
import json
import time
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.balance import Balance
from engine.files import read_file, write_file
from game import settings

_FORM = 1
_MOST_BYTES = 1_000_000  # design choice: a hundred times what is kept


@dataclass(frozen=True, slots=True)
class LastBalance:
    """digest: of the scenario; success: of each paired play, packed; at: in seconds since 1970.

    plan: the luck, number and castings of the plays, without which they can't be compared.
    """

    digest: str
    plan: tuple[int, ...]
    success: str
    idle: int
    shown: tuple[int, ...]  # the theses that show
    at: float

    @classmethod
    def of(cls, found: Balance, digest: str) -> "LastBalance | None":
        """What is kept of a balance; None before the plays were played."""
        if found.success is None or found.done < 1:
            return None
        bits = b64encode(np.packbits(found.success).tobytes()).decode("ascii")
        shown = tuple(sign.thesis for sign in found.signs if sign.success.sign > 0)
        plan = (found.figures["seed"], len(found.success), len(found.figures["pairings"]))
        return cls(digest, plan, bits, len(found.never_better), shown, time.time())

    def ended_well(self) -> NDArray[np.bool_] | None:
        """(G,) which plays ended robustly; None if what is kept is not that."""
        count = self.plan[1]
        try:
            bits = np.unpackbits(np.frombuffer(b64decode(self.success), dtype=np.uint8))
        except ValueError:
            return None
        return bits[:count].astype(bool) if len(bits) >= count else None


def place_of(scenario: Path) -> Path:
    """Where it is kept for that scenario."""
    name = hashlib.sha256(str(scenario.resolve()).encode("utf-8", "surrogatepass")).hexdigest()
    return settings.home() / "balance" / f"{name[:16]}.json"


def last_of(scenario: Path) -> LastBalance | None:
    """What was kept for that scenario; None if nothing was, or it can't be read."""
    try:
        kept = json.loads(read_file(place_of(scenario), _MOST_BYTES))
        if kept.pop("form") != _FORM:
            return None
        found = LastBalance(**kept)
        if not (isinstance(found.idle, int) and isinstance(found.at, int | float)):
            return None
        plan, shown = (tuple(int(each) for each in many) for many in (found.plan, found.shown))
        return LastBalance(str(found.digest), plan, str(found.success), found.idle, shown, found.at)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def keep(scenario: Path, found: LastBalance) -> bool:
    """Keep it for next time; a folder that can't be written is no reason to stop."""
    with suppress(OSError):
        write_file(place_of(scenario), json.dumps({"form": _FORM} | asdict(found)).encode())
        return True
    return False
