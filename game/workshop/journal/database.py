"""The database under the journal: SQLite in a file, or PostgreSQL at an address."""

import os
import sqlite3
import sys
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, MetaData, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from engine.files import FileLock, InUse, lock_file
from game import settings
from game.workshop.journal.problems import ERRORS, JournalProblem, problem_of
from game.workshop.journal.rows import METADATA

# In the header of our files, so that nobody else's is taken for one: "Sams".
APPLICATION_ID = 0x53616D73
_LOCK = 0x53616D73  # the advisory lock on making the tables


def own_file() -> Path:
    """Where the journal is kept if nobody says otherwise: beside the saved plays."""
    return settings.home() / "workshops" / "journal.db"


@dataclass(frozen=True)
class Database:
    """A database with the journal's tables. path: of its file; None if it is a server's.

    place: for messages, without a password. lock: while this program is the only one that serves.
    """

    engine: Engine
    place: Path | str
    path: Path | None
    patience: float
    lock: FileLock | None = None

    def __post_init__(self) -> None:
        # Whoever forgets to close it leaves no open file behind.
        weakref.finalize(self, self.engine.dispose)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database. Raises `JournalProblem`."""
        with self.told(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: committed at the end, undone by whatever is raised. Raises likewise."""
        with self.told(), self.engine.connect() as connection:
            connection.execution_options(**{_WRITES: True})
            with connection.begin():
                yield connection

    def wipe(self) -> None:
        """Leave nothing of deleted rows in the database's own files. Raises `JournalProblem`."""
        try:
            if self.path is None:
                self._pack_server()
            else:
                self._pack_file()
        except ERRORS as error:
            problem = problem_of(error, self.place)
            if problem.reason != "unreachable":
                problem = JournalProblem("not-wiped", self.place)
            raise problem from None

    def _pack_server(self) -> None:
        apart = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        with apart.connect() as connection:
            for table in METADATA.sorted_tables:
                connection.execute(text(f"VACUUM FULL {table.name}"))

    def _pack_file(self) -> None:
        """Write the file anew, take the log of changes into it, and cut the log off."""
        until = monotonic() + self.patience
        with self.driver() as connection:
            connection.execute("VACUUM").close()
            while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                if monotonic() > until:  # somebody is still reading what should be wiped
                    raise JournalProblem("not-wiped", self.place)
                sleep(0.05)

    @contextmanager
    def driver(self) -> Iterator[sqlite3.Connection]:
        """A connection to a file for what SQLite does outside a transaction."""
        borrowed = self.engine.raw_connection()
        try:
            raw: Any = borrowed.driver_connection
            yield raw
        finally:
            borrowed.close()

    def close(self) -> None:
        """Let go of it."""
        self.engine.dispose()
        if self.lock is not None:
            self.lock.release()

    @contextmanager
    def told(self) -> Iterator[None]:
        """What goes wrong in the database comes out as a `JournalProblem`."""
        try:
            yield
        except ERRORS as error:
            raise problem_of(error, self.place) from None


_WRITES = "samenspel_writes"


# --- PostgreSQL ---------------------------------------------------------------------------------


def url_of(address: str) -> URL:
    """The address as SQLAlchemy reads it. Raises `JournalProblem` for any that will not do."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise JournalProblem("bad-address", _without_password(address)) from None
    if url.drivername in ("postgresql", "postgres"):  # it is what everybody else calls it
        url = url.set(drivername="postgresql+psycopg")
    in_memory = url.drivername == "sqlite" and url.database in (None, "", ":memory:")
    if url.drivername not in ("postgresql+psycopg", "sqlite") or in_memory:
        raise JournalProblem("bad-address", _without_password(address))
    return url


def _without_password(address: str) -> str:
    """As much of an address that can't be read as surely holds no password."""
    return address.partition("://")[0][:40] + "://…"


def open_server(url: URL, patience: float, tables: Sequence[MetaData]) -> Database:
    """The database at an address of PostgreSQL, with these tables made if they are not there."""
    place = f"{url.host or 'localhost'}/{url.database or ''}"
    connecting = {"connect_timeout": max(2, round(patience))}
    try:
        engine = create_engine(
            url, hide_parameters=True, pool_pre_ping=True, connect_args=connecting
        )
    except ImportError:
        raise JournalProblem("no-driver", place) from None
    except (ArgumentError, NoSuchModuleError):
        raise JournalProblem("bad-address", place) from None
    database = Database(engine, place, None, patience)
    with database.writing() as connection:
        # Two servers that start at the same moment would both make the tables.
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        for each in tables:
            each.create_all(connection)
    return database


# --- SQLite -------------------------------------------------------------------------------------


def open_file(path: Path, patience: float, lock: FileLock | None = None) -> Database:
    """The database in that file, made if it is not there. Raises `JournalProblem`."""
    _make_private(path)
    database = Database(_file_engine(path, patience), path, path, patience, lock)
    until = monotonic() + patience
    while True:
        try:
            _prepare(database)
        except JournalProblem as problem:
            # What turns the log on does not wait for whoever is doing the same.
            if problem.reason != "locked" or monotonic() > until:
                database.close()
                raise
            sleep(0.05)
        else:
            return database


def claimed(path: Path) -> FileLock:
    """The right to serve from that file, which one program has. Raises `JournalProblem`."""
    try:
        return lock_file(path)
    except InUse:
        raise JournalProblem("serving", path) from None
    except OSError as error:
        raise JournalProblem("unwritable", path, error) from None


def _make_private(path: Path) -> None:
    """Let nobody else read it: SQLite gives what it puts beside the file the same permissions."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        if sys.platform != "win32" and path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        raise JournalProblem("unwritable", path, error) from None


def _file_engine(path: Path, patience: float) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        hide_parameters=True,
        connect_args={"timeout": patience, "isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", _begin)
    return engine


def set_up(connection: Any, record: object = None) -> None:
    """Make a connection safe: on the disk before it is acknowledged, and gone when deleted."""
    connection.text_factory = _text
    for setting in (
        "foreign_keys=ON", "synchronous=FULL", "fullfsync=ON", "secure_delete=ON",
        "temp_store=MEMORY", "cell_size_check=ON", "trusted_schema=OFF",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {setting}").close()


def _text(content: bytes) -> str:
    """A damaged text is still a text, so that it can be told which row is damaged."""
    return content.decode("utf-8", "replace")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(database: Database) -> None:
    """Make the tables, and mark the file as ours before anything else is in it."""
    with database.told(), database.driver() as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}").close()
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode=WAL").close()
    with database.writing() as connection:
        METADATA.create_all(connection)
