"""Who wants to hear that something was written: in this program, or through PostgreSQL."""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from queue import Empty, SimpleQueue
from threading import Event, Lock
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from game.workshop.journal.database import Database

_CHANNEL = "samenspel"
_LOOK_UP = 0.5  # seconds in which a listener notices that the journal was closed; a design choice


class Wake(NamedTuple):
    """Up to this number a stream has been written. number: 0 when the room was purged."""

    room: str
    stream: int
    number: int


class Wakes(Protocol):
    """Tells whoever listens."""

    def announce(self, connection: Connection, wakes: Iterable[Wake]) -> None:
        """Say it in a transaction that is about to be committed."""

    def committed(self, wakes: Iterable[Wake]) -> None:
        """Say it once the transaction has been committed."""

    def listen(self) -> Iterator[Wake | None]:
        """What is written from now on, until `close`. See `Journal.listen`."""

    def close(self) -> None:
        """Let the listeners go."""


class InMemory:
    """For a database that one program serves from."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._listeners: set[SimpleQueue[Wake | None]] = set()
        self._closed = Event()

    def announce(self, connection: Connection, wakes: Iterable[Wake]) -> None:
        """Nobody hears of what may still be undone."""

    def committed(self, wakes: Iterable[Wake]) -> None:
        """Tell every listener."""
        with self._lock:
            for listener in self._listeners:
                for wake in wakes:
                    listener.put(wake)

    def listen(self) -> Iterator[Wake | None]:
        """See `Journal.listen`."""
        queue: SimpleQueue[Wake | None] = SimpleQueue()
        with self._lock:
            self._listeners.add(queue)
        try:
            yield None
            while not self._closed.is_set():
                try:
                    yield queue.get(timeout=_LOOK_UP)
                except Empty:
                    continue
        finally:
            with self._lock:
                self._listeners.discard(queue)

    def close(self) -> None:
        """Let the listeners go."""
        self._closed.set()


class ByNotification:
    """For PostgreSQL: LISTEN and NOTIFY, so that every program on the database hears it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._closed = Event()

    def announce(self, connection: Connection, wakes: Iterable[Wake]) -> None:
        """The server tells it to all that listen when the transaction is committed."""
        for wake in wakes:
            connection.execute(select(func.pg_notify(_CHANNEL, json.dumps(wake))))

    def committed(self, wakes: Iterable[Wake]) -> None:
        """The server has told it."""

    def listen(self) -> Iterator[Wake | None]:
        """See `Journal.listen`. A lost connection is made again, as often as it takes."""
        from psycopg import Error

        while not self._closed.is_set():
            try:
                with closing(self._connected()) as connection:
                    connection.execute(f"LISTEN {_CHANNEL}")
                    yield None
                    yield from self._heard(connection)
            except (Error, SQLAlchemyError):
                self._closed.wait(_LOOK_UP)

    def _connected(self) -> Any:
        """A connection of psycopg that belongs to nobody else."""
        borrowed = self._database.engine.raw_connection()
        connection: Any = borrowed.driver_connection
        borrowed.detach()
        connection.autocommit = True
        return connection

    def _heard(self, connection: Any) -> Iterator[Wake]:
        while not self._closed.is_set():
            for notice in connection.notifies(timeout=_LOOK_UP):
                try:
                    room, stream, number = json.loads(notice.payload)
                except ValueError:  # somebody else's
                    continue
                yield Wake(room, stream, number)

    def close(self) -> None:
        """Let the listeners go."""
        self._closed.set()
