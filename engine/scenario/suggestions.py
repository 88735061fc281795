"""Names for a repair: those there are, and the one that was probably meant."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

from engine.scenario.problems import Value, quoted

_MOST_NAMES = 14
_MOST_COMPARED = 300  # comparing is slow, and no scenario has a list that long
_LONGEST_NAME = 60
_LONGEST_MENDED = 200  # the longest name worth correcting
_LIKENESS = 0.61  # design choice: just over what difflib takes, which is "hour" for "colour"


def listed(names: Iterable[str]) -> str:
    """The names in a sentence: not more than fit on a line or two."""
    shown = [quoted(name, _LONGEST_NAME) for name in islice(names, _MOST_NAMES + 1)]
    some = ", ".join(shown[:_MOST_NAMES])
    return some + (", …" if len(shown) > _MOST_NAMES else "") or "–"


def nearest_of(written: str, names: Iterable[str]) -> dict[str, Value]:
    """The parameter `near` when one of the names is much like what was written."""
    if len(written) > _LONGEST_NAME:
        return {}
    some = [name for name in islice(names, _MOST_COMPARED) if len(name) <= _LONGEST_NAME]
    found = get_close_matches(written.lower(), some, n=1, cutoff=_LIKENESS)
    return {"near": found[0]} if found else {}


def as_id(written: str) -> str:
    """The name in a file that is most like what was written."""
    some = written[:_LONGEST_MENDED]
    plain = unicodedata.normalize("NFKD", some).encode("ascii", "ignore").decode()
    lowered = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return lowered.lstrip("0123456789-")[:40].rstrip("-") or "x"
