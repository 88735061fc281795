"""A damaged file of the journal: what can be read of it goes on in a new file, so a server starts.

The damaged file is kept whole beside the new one, under a name that says what it is. What could
not be read is in there still, and so is what had been set aside before.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import insert

from engine.files import InUse, lock_file, read_file
from game.workshop.journal.database import APPLICATION_ID, open_file, own_file, set_up
from game.workshop.journal.problems import JournalProblem, problem_of
from game.workshop.journal.rows import ENTRIES, METADATA, ROOMS, Damaged, Reading, judged, values_of

_MOST_STREAMS = 1_000  # design choice: tried one by one if the file can't say which there are
_MARK = slice(68, 72)  # where SQLite keeps the application's number in the header of a file
_BROKEN = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR}


@dataclass(frozen=True)
class Rescued:
    """What came of a damaged file. path: where it is kept now.

    cut: the streams of which more could be seen than could be read.
    """

    path: Path
    cut: tuple[Damaged, ...] = ()


def rescue_if_damaged(path: Path, patience: float) -> Rescued | None:
    """What was rescued; None if there was no need. Raises `JournalProblem`.

    A file that is not a journal is left alone, unless it stands where only we keep things.
    """
    try:
        state = _state(path, patience)
        if state == "whole" and not _ready(path).exists():
            return None
        if state == "foreign" and path != own_file():
            raise JournalProblem("not-a-journal", path)
        lock = lock_file(path)  # two that rescue at once would lose what the other has rescued
        rescued = _rescue(path, patience)
        del lock
    except InUse:
        raise JournalProblem("damaged", path) from None
    except OSError as error:
        raise JournalProblem("unwritable", path, error) from None
    except sqlite3.Error as error:
        raise problem_of(error, path) from None
    return rescued


def copies(path: Path) -> list[Path]:
    """The damaged files that are kept beside this one, with all that belongs to them."""
    return sorted(path.parent.glob(f"{path.stem}-damaged-*"))


# --- judging ------------------------------------------------------------------------------------

State = Literal["whole", "damaged", "foreign"]


def _state(path: Path, patience: float) -> State:
    """Whether that file can be relied on as it is; foreign: not one of ours."""
    if not path.exists() or path.stat().st_size == 0:
        return "whole"
    try:
        with _connected(path, patience) as connection:
            return _looked_through(connection)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _BROKEN:
            raise
        is_ours = read_file(path, 100)[_MARK] == APPLICATION_ID.to_bytes(4, "big")
        return "damaged" if is_ours else "foreign"


def _looked_through(connection: sqlite3.Connection) -> State:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    marked = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if not marked and ENTRIES.name not in tables:
        return "foreign" if tables else "whole"
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        return "damaged"
    for table in METADATA.sorted_tables if tables else ():
        names = ", ".join(table.c.keys())
        connection.execute(f"SELECT {names} FROM {table.name} LIMIT 0").close()
    lost = connection.execute("PRAGMA foreign_key_check").fetchone()
    return "damaged" if lost else "whole"


@contextmanager
def _connected(path: Path, patience: float) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        set_up(connection)
        yield connection
    finally:
        connection.close()


# --- moving -------------------------------------------------------------------------------------


def _ready(path: Path) -> Path:
    return path.with_name(f"{path.stem}-rescued{path.suffix}")


def _rescue(path: Path, patience: float) -> Rescued:
    """Make the new file, and put it in the place of the old one.

    Killed half-way, the next start goes on: from the beginning while the new file is being made,
    with the moving once it is ready.
    """
    cut: tuple[Damaged, ...] = ()
    if not _ready(path).exists():
        making = path.with_name(f"{path.stem}-making{path.suffix}")
        for left in path.parent.glob(f"{making.name}*"):
            left.unlink()
        cut = _copy_readable(path, making, patience)
        making.rename(_ready(path))
    copy = next(each for n in count(1) if not (each := _numbered(path, n)).exists())
    for ending in ("-wal", "-shm", ""):  # a log must never be found beside another file
        with suppress(FileNotFoundError):
            _with(path, ending).rename(_with(copy, ending))
    _ready(path).rename(path)
    return Rescued(copy, cut)


def _numbered(path: Path, n: int) -> Path:
    return path.with_name(f"{path.stem}-damaged-{n}{path.suffix}")


def _with(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


# --- reading what can be read -------------------------------------------------------------------


def _copy_readable(path: Path, making: Path, patience: float) -> tuple[Damaged, ...]:
    """Write what is whole into a new file; the streams of which something was left behind."""
    cut: list[Damaged] = []
    new = open_file(making, patience)
    try:
        with _connected(path, patience) as old, new.writing() as connection:
            for room, scenario, created in _rooms(old):
                readings = {each: _stream(old, room, each) for each in _streams(old, room)}
                cut += [each.damaged for each in readings.values() if each.damaged]
                begun = readings[0].rows if 0 in readings else ()
                if created is None and not begun:
                    continue
                made = created if created is not None else begun[0].at
                connection.execute(insert(ROOMS).values(name=room, scenario=scenario, created=made))
                for stream, reading in readings.items():
                    if reading.rows:
                        rows = [values_of(room, stream, row) for row in reading.rows]
                        connection.execute(insert(ENTRIES), rows)
    except sqlite3.Error:  # not even its beginning can be read
        return tuple(cut)
    finally:
        new.close()
    return tuple(cut)


def _rooms(old: sqlite3.Connection) -> list[tuple[str, str, float | None]]:
    """The rooms that can be found, by their own table and by their rows, from either end."""
    found: dict[str, tuple[str, float | None]] = {}
    for name, scenario, created in _as_far(old, "SELECT name, scenario, created FROM {rooms}"):
        if isinstance(name, str) and isinstance(scenario, str) and isinstance(created, float):
            found[name] = (scenario, created)
    for way in ("ASC", "DESC"):
        query = f"SELECT DISTINCT room FROM {{entries}} ORDER BY room {way}"
        for (name,) in _as_far(old, query):
            if isinstance(name, str):
                found.setdefault(name, ("", None))
    return [(name, *of) for name, of in found.items()]


def _streams(old: sqlite3.Connection, room: str) -> Sequence[int]:
    query = "SELECT DISTINCT stream FROM {entries} WHERE room = ? ORDER BY stream"
    found = [row[0] for row in _as_far(old, query, room)]
    return range(_MOST_STREAMS) if _END in found else found


def _stream(old: sqlite3.Connection, room: str, stream: int) -> Reading:
    query = (
        "SELECT number, format, kind, body, at, checksum FROM {entries}"
        " WHERE room = ? AND stream = ? ORDER BY number"
    )
    return judged(room, stream, _as_far(old, query, room, stream))


_END = None  # stands in every place of a row that can't be read


def _as_far(old: sqlite3.Connection, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:
    """The rows as far as they can be read; if that is not to the end, one of nothing but None."""
    cursor = old.cursor()
    try:
        yield from cursor.execute(query.format(rooms=ROOMS.name, entries=ENTRIES.name), values)
    except sqlite3.Error:
        width = query.partition(" FROM ")[0].count(",") + 1
        yield (_END,) * width
    finally:
        cursor.close()
