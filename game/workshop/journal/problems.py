"""What can go wrong with the journal as a whole: a closed list of reasons, and the words for them.

What a database says of itself never gets out: it quotes what was being written.
"""

import errno
import os
import sqlite3
from pathlib import Path
from typing import Literal, get_args

from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError, TimeoutError

from game.errors import UserError

JournalReason = Literal[
    "bad-address", "no-driver", "unreachable",  # before there is a database
    "unwritable", "not-a-journal", "serving",  # this file will not do
    "full", "disk-error", "locked", "damaged", "not-allowed", "failed",  # while reading or writing
    "not-wiped",  # after a purge
]  # fmt: skip
REASONS: tuple[JournalReason, ...] = get_args(JournalReason)


class JournalProblem(UserError):
    """The journal can't be read or written now. What was acknowledged before is still there.

    What was being written may be there or not: read on before writing it again.
    """

    def __init__(
        self, reason: JournalReason, place: Path | str, why: OSError | None = None
    ) -> None:
        super().__init__(f"journal.{reason}", place=place, why=why)
        self.reason = reason


# What SQLite calls it, without the further detail in its higher bits.
_SQLITE: dict[int, JournalReason] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "disk-error",
    sqlite3.SQLITE_NOLFS: "full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_PROTOCOL: "locked",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_CONSTRAINT: "damaged",  # rows that were looked for and not found are there
    sqlite3.SQLITE_NOTADB: "not-a-journal",
    sqlite3.SQLITE_READONLY: "unwritable",
    sqlite3.SQLITE_CANTOPEN: "unwritable",
    sqlite3.SQLITE_PERM: "unwritable",
    sqlite3.SQLITE_AUTH: "unwritable",
}
# The codes of PostgreSQL, by their beginning: its manual, appendix A.
_POSTGRESQL: dict[str, JournalReason] = {
    "08": "unreachable",
    "28": "unreachable",
    "3D": "unreachable",
    "57P": "unreachable",
    "53100": "full",
    "53": "unreachable",  # too many connections, or out of memory
    "58030": "disk-error",
    "55P03": "locked",
    "25006": "not-allowed",
    "42501": "not-allowed",
}


def problem_of(error: Exception, place: Path | str) -> JournalProblem:
    """The problem behind an error of SQLAlchemy or of the driver below it."""
    if isinstance(error, TimeoutError):  # every connection is in use
        return JournalProblem("locked", place)
    if isinstance(error, ArgumentError) and not isinstance(error, DBAPIError):
        return JournalProblem("bad-address", place)
    cause = error.orig if isinstance(error, DBAPIError) else error
    reason = reason_of(cause)
    return JournalProblem(reason, place, why_not(place) if reason == "unwritable" else None)


def reason_of(cause: object) -> JournalReason:
    """What an error of a driver comes down to."""
    if isinstance(cause, sqlite3.Error):
        return _SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF, "failed")
    if hasattr(cause, "sqlstate"):
        state = cause.sqlstate
        if state is None:  # it never got as far as the server, or lost it
            return "unreachable"
        return next(
            (why for start, why in _POSTGRESQL.items() if state.startswith(start)), "failed"
        )
    return "failed"


def why_not(place: Path | str) -> OSError:
    """Why the system lets nobody write there: SQLite does not tell."""
    try:
        os.close(os.open(place, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        return error
    # The file can be written, so what stands beside it can't be made.
    return PermissionError(errno.EACCES, os.strerror(errno.EACCES))


ERRORS = (SQLAlchemyError, sqlite3.Error)
