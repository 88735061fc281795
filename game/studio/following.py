"""Whether the files of a scenario were saved: looked at again and again, many times a second.

Not told by the system: on network folders, sticks and shared folders of a virtual machine it tells
nothing, and editors replace a file in so many ways that one would have to look in any case. To ask
for the size and time of at most twenty files takes less than a thousandth of a second.
"""

import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from engine.files import read_file
from engine.scenario.pieces import MAX_BYTES

# Design choices, in seconds. How often is looked; how long a file must rest, so that half a save is
# hardly ever read; and how long one may be away, for editors that first remove the old one.
EVERY = 0.05
_REST = 0.05
_AWAY = 0.4
# FAT, on sticks, only knows even seconds: of a file that is so young the content is looked at too.
_YOUNG = 2.5


class Sight(NamedTuple):
    """What a file looks like from outside. sum: of its content, while it is young."""

    size: int
    changed: int  # nanoseconds
    number: int
    sum: int = 0


Look = tuple[Sight | None, ...]
_UNSEEN = Sight(-1, -1, -1)


def look(files: Sequence[Path]) -> Look:
    """What these files look like now; None for one that is not there or can't be looked at."""
    return tuple(map(_sight, files))


def _sight(path: Path) -> Sight | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    seen = Sight(found.st_size, found.st_mtime_ns, found.st_ino)
    if not 0 <= time.time() - found.st_mtime < _YOUNG:
        return seen
    with suppress(OSError):
        return seen._replace(sum=zlib.crc32(read_file(path, MAX_BYTES + 1)))
    return seen


@dataclass
class Follower:
    """Remembers how the files looked when they were last read, and says when to read them again."""

    files: tuple[Path, ...] = ()
    _read: Look = ()
    _last: Look = ()
    _since: float = -1.0

    def begins(self, files: tuple[Path, ...]) -> None:
        """These files are about to be read."""
        self.files = files
        self._read = self._last = look(files)

    def includes(self, files: tuple[Path, ...]) -> None:
        """The scenario turned out to be in these files. Those that are new here are read again,
        since they may have changed meanwhile.
        """
        known = dict(zip(self.files, self._read, strict=True))
        self.files = files
        self._read = tuple(known.get(path, _UNSEEN) for path in files)

    def is_due(self, now: float) -> bool:
        """Whether they have changed since they were read, and rest. now: seconds of any clock."""
        seen = look(self.files)
        if not _is_same(seen, self._last):
            self._since = now
        self._last = seen
        if _is_same(seen, self._read):
            return False
        pairs = zip(seen, self._read, strict=True)
        is_away = any(now_ is None and before is not None for now_, before in pairs)
        return now - self._since >= (_AWAY if is_away else _REST)


def _is_same(one: Look, other: Look) -> bool:
    """Whether nothing has changed; what is not young any more loses its sum, and nothing else."""
    return len(one) == len(other) and all(map(_is_same_file, one, other))


def _is_same_file(one: Sight | None, other: Sight | None) -> bool:
    if one is None or other is None:
        return one is other
    return one[:3] == other[:3] and (not one.sum or not other.sum or one.sum == other.sum)
