"""How often somebody has tried in vain lately: in this program, or in the database of several."""

from collections import deque
from collections.abc import Callable
from hashlib import blake2b
from threading import Lock
from time import monotonic
from typing import Protocol

from sqlalchemy import (
    Column,
    Double,
    Integer,
    MetaData,
    Table,
    Text,
    cast,
    delete,
    func,
    insert,
    select,
    text,
)

from game.workshop.journal.database import Database

SECONDS = 60.0  # after which a try is forgotten; a design choice
MOST = 10_000  # tries that are remembered at once: then the oldest are forgotten sooner

# Of a server only: a file is served by one program, which can remember by itself.
SERVER = MetaData()
TRIES = Table(
    "workshop_tries",
    SERVER,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("at", Double, nullable=False),
)
_TURN = 0x53616D74  # the advisory lock on counting
_CLOCK = cast(func.extract("epoch", func.clock_timestamp()), Double)  # one for all programs


class Tries(Protocol):
    """Tries under names. Each is taken before it is looked at, so that many at once count too."""

    def take(self, name: str, most: int) -> int | None:
        """How many were taken under that name lately, before this one; None if none is left."""

    def give_back(self, name: str) -> None:
        """The last one was not in vain."""


class InMemory:
    """For a database that one program serves from."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self.now = now
        self._taken: deque[tuple[float, str]] = deque(maxlen=MOST)
        self._lock = Lock()

    def take(self, name: str, most: int) -> int | None:
        """See `Tries`."""
        with self._lock:
            self._forget()
            before = sum(each == name for _, each in self._taken)
            if before >= most:
                return None
            self._taken.append((self.now(), name))
            return before

    def give_back(self, name: str) -> None:
        """See `Tries`."""
        with self._lock:
            for at in range(len(self._taken) - 1, -1, -1):
                if self._taken[at][1] == name:
                    del self._taken[at]
                    return

    def _forget(self) -> None:
        while self._taken and self.now() - self._taken[0][0] >= SECONDS:
            self._taken.popleft()


class InDatabase:
    """For PostgreSQL, so that every program on the database counts the same tries.

    Names are kept as hashes: there may be addresses of devices in them.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, name: str, most: int) -> int | None:
        """See `Tries`."""
        kept = _kept(name)
        with self._database.writing() as connection:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_TURN})"))
            connection.execute(delete(TRIES).where(TRIES.c.at <= _CLOCK - SECONDS))
            counted = select(func.count()).where(TRIES.c.name == kept)
            before = int(connection.execute(counted).scalar_one())
            if before >= most:
                return None
            made = insert(TRIES).values(name=kept, at=_CLOCK).returning(TRIES.c.id)
            newest = connection.execute(made).scalar_one()
            connection.execute(delete(TRIES).where(TRIES.c.id <= newest - MOST))
        return before

    def give_back(self, name: str) -> None:
        """See `Tries`."""
        last = select(func.max(TRIES.c.id)).where(TRIES.c.name == _kept(name)).scalar_subquery()
        with self._database.writing() as connection:
            connection.execute(delete(TRIES).where(TRIES.c.id == last))


def _kept(name: str) -> str:
    return blake2b(name.encode(), digest_size=16).hexdigest()
