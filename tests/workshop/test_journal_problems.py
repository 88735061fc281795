"""What is wrong with the journal as a whole is said in one plain sentence, and harms nothing."""

import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import event

from engine.scenario.vocabulary import LANGUAGES, Language
from game.words import words_in
from game.workshop.journal import Journal, JournalProblem, Wake, open_journal, own_file
from game.workshop.journal.problems import REASONS
from tests.workshop.conftest import Opens
from tests.workshop.writers import PROCESS, ROOM, entries, names


@contextmanager
def stopped_by(reason: str) -> Iterator[None]:
    """What is done stops for that reason, and neither language lets on what a database said."""
    with pytest.raises(JournalProblem) as stopped:
        yield
    assert stopped.value.reason == reason
    assert stopped.value.__suppress_context__ or stopped.value.__context__ is None
    for language in LANGUAGES:
        told = stopped.value.message(words_in(language))
        assert not re.search(r"SELECT|INSERT|sqlite3|sqlalchemy|geheim", told)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is."""
    return tmp_path / "journal.db"


@pytest.fixture
def journal(path: Path, opens: Opens) -> Journal:
    """A journal with one entry."""
    made = opens(path, serving=True)
    made.create(ROOM, "x", 0.0)
    made.append(ROOM, 1, 0, entries("a"))
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words(language: Language) -> None:
    words = words_in(language)
    for reason in REASONS:
        assert JournalProblem(reason, Path("place"), OSError(13, "")).message(words)
    assert "place" in words("journal.rescued", path="place")


# --- opening ------------------------------------------------------------------------------------


def test_a_place_where_nothing_can_be_made(tmp_path: Path, opens: Opens) -> None:
    (tmp_path / "file").touch()
    with stopped_by("unwritable"):
        opens(tmp_path / "file" / "journal.db")
    with stopped_by("unwritable"):
        opens(tmp_path / "file" / "journal.db", serving=True)
    (tmp_path / "folder").mkdir()
    with stopped_by("unwritable"):
        opens(tmp_path / "folder")


@pytest.mark.parametrize(
    "address",
    ["", "nonsense", "mysql://someone:geheim@host/x", "postgresql+nothing://a:geheim@host/x",
     "postgresql://a:geheim@host:port/x", "sqlite+other:///x", "sqlite://",
     "sqlite:///:memory:", "http://[geheim"],
)  # fmt: skip
def test_an_address_that_will_not_do(address: str, opens: Opens) -> None:
    with stopped_by("bad-address"):
        opens(address)


@pytest.mark.slow
def test_an_address_without_its_driver(opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with stopped_by("no-driver"):
        opens("postgresql://someone:geheim@localhost/x")


@pytest.mark.slow
def test_a_database_that_can_not_be_reached(opens: Opens) -> None:
    pytest.importorskip("psycopg")
    with stopped_by("unreachable"):
        opens("postgresql://someone:geheim@127.0.0.1:1/x")


@pytest.mark.slow
def test_only_one_program_serves_from_a_file(path: Path, journal: Journal) -> None:
    answers = PROCESS.SimpleQueue()
    other = PROCESS.Process(target=serve_too, args=(f"sqlite:///{path}", answers))
    other.start()
    other.join()
    assert answers.get() == "serving"
    assert answers.get() == ["a"]  # listing and reading go on beside it


def serve_too(address: str, answers: Any) -> None:
    """What a second program is told, and what it reads when it only looks."""
    try:
        open_journal(address, serving=True)
    except JournalProblem as problem:
        answers.put(problem.reason)
    looking = open_journal(address)
    answers.put(names(looking))
    looking.close()


def test_many_may_make_the_same_file_at_once(path: Path, opens: Opens) -> None:
    opened: list[Journal] = []
    threads = [Thread(target=lambda: opened.append(opens(path, patience=10))) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [each.rooms() for each in opened] == [()] * 8


def test_its_own_file_is_served_again_once_it_is_closed(home: Path, opens: Opens) -> None:
    opens(serving=True).close()
    opens(serving=True)
    assert own_file().exists()


# --- writing ------------------------------------------------------------------------------------


def test_a_file_that_another_program_holds(path: Path, journal: Journal, opens: Opens) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with stopped_by("locked"):
            journal.append(ROOM, 1, 1, entries("lost"))
        assert names(journal) == ["a"]
        with stopped_by("locked"):
            opens(path)
    journal.append(ROOM, 1, 1, entries("b"))
    assert names(journal) == ["a", "b"]


def test_a_full_disk_loses_nothing_that_was_acknowledged(path: Path, opens: Opens) -> None:
    journal = opens(path)
    journal.create(ROOM, "x", 0.0)
    limit(journal, pages=12)
    written = 0
    with stopped_by("full"):
        while True:
            journal.append(ROOM, 1, written, entries("x" * 2000))
            written += 1
    assert 0 < written < 12
    assert len(names(journal)) == written
    with stopped_by("full"):
        journal.append(ROOM, 1, written, entries("x" * 2000))
    limit(journal, pages=1000)
    journal.append(ROOM, 1, written, entries("there is room again"))
    assert names(journal)[written:] == ["there is room again"]
    assert journal.read(ROOM, 1).damaged is None


def limit(journal: Journal, pages: int) -> None:
    """Let the file of a journal grow no further: SQLite then says what it says of a full disk."""
    engine = journal._database.engine
    engine.dispose()

    def limited(connection: sqlite3.Connection, record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}").close()

    event.listen(engine, "connect", limited)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the system sets no limits there")
def test_a_disk_that_takes_no_more_loses_nothing_that_was_acknowledged(path: Path) -> None:
    answers = PROCESS.SimpleQueue()
    other = PROCESS.Process(target=outgrow, args=(f"sqlite:///{path}", answers))
    other.start()
    other.join()
    written, reason, kept, more = (answers.get() for _ in range(4))
    assert reason == "disk-error"
    assert kept == written > 0
    assert more == ["there is room again"]


def outgrow(address: str, answers: Any) -> None:
    """Write more than the system allows, and then again when it does."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # so that it comes back as an error
    journal = open_journal(address, serving=True)
    journal.create(ROOM, "x", 0.0)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    written = 0
    try:
        while True:
            journal.append(ROOM, 1, written, entries("x" * 2000))
            written += 1
    except JournalProblem as problem:
        answers.put(written)
        answers.put(problem.reason)
    answers.put(len(names(journal)))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    journal.append(ROOM, 1, written, entries("there is room again"))
    answers.put(names(journal, after=written))
    journal.close()


def test_a_purge_that_could_not_wipe_says_so_and_can_be_finished(
    path: Path, journal: Journal
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM workshop_entries").fetchone()
        with stopped_by("not-wiped"):
            journal.purge(ROOM)
        assert journal.rooms() == ()
    journal.purge(ROOM)
    assert b'{"name":"a"}' not in b"".join(each.read_bytes() for each in path.parent.glob("j*"))


# --- PostgreSQL ---------------------------------------------------------------------------------


@pytest.mark.slow
def test_listeners_hear_other_programs_and_come_back_after_a_lost_connection(
    server: str, opens: Opens
) -> None:
    here, there = opens(server, patience=5), opens(server, patience=5)
    there.create(ROOM, "x", 0.0)
    hears = here.listen()
    assert next(hears) is None
    there.append(ROOM, 1, 0, entries("a"))
    assert next(hears) == Wake(ROOM, 1, 1)
    throw_out_everybody_else(there)
    assert next(hears) is None  # something may have been missed
    there.append(ROOM, 1, 1, entries("b"))
    assert next(hears) == Wake(ROOM, 1, 2)
    assert names(here) == ["a", "b"]
    here.purge(ROOM)


def throw_out_everybody_else(journal: Journal) -> None:
    """As when the server is restarted."""
    with journal._database.reading() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )


@pytest.mark.slow
def test_a_database_where_nothing_may_be_written(server: str, opens: Opens) -> None:
    opens(server)
    with stopped_by("not-allowed"):
        opens(f"{server}&options=-c%20default_transaction_read_only=on").create(ROOM, "x", 0.0)


@pytest.mark.slow
def test_a_database_that_is_not_there(server: str, opens: Opens) -> None:
    with stopped_by("unreachable"):
        opens(server.replace("/postgres", "/nothing"))
