"""The journal keeps what it acknowledged: in order, once, whatever happens to the server."""

import json
import math
import random
import stat
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from game.workshop.journal import (
    Addition,
    Conflict,
    Journal,
    NoRoom,
    Shortened,
    Wake,
    open_journal,
    own_file,
)
from tests.workshop.conftest import Opens
from tests.workshop.writers import (
    EACH,
    PROCESS,
    PROCESSES,
    ROOM,
    THREADS,
    entries,
    insist_in_threads,
    killed_while_writing,
    names,
)


@pytest.fixture(params=["file", pytest.param("server", marks=pytest.mark.slow)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a journal can be kept."""
    if request.param == "file":
        yield f"sqlite:///{tmp_path / 'journal.db'}"
        return
    yield request.getfixturevalue("server")
    emptied = open_journal(request.getfixturevalue("server"))
    for room in emptied.rooms():
        emptied.purge(room.name)
    emptied.close()


@pytest.fixture
def journal(address: str, opens: Opens) -> Journal:
    """A journal with one room."""
    made = opens(address)
    made.create(ROOM, "care-merger", 1_700_000_000.5, entries("opened"))
    return made


# --- keeping ------------------------------------------------------------------------------------


def test_what_was_appended_is_read_in_order(journal: Journal) -> None:
    journal.append(ROOM, 1, 0, entries("a", "b"))
    journal.append(ROOM, 1, 2, entries("c"))
    journal.append(ROOM, 2, 0, entries("elsewhere"))
    assert names(journal) == ["a", "b", "c"]
    assert names(journal, after=2) == ["c"]
    assert names(journal, after=3) == []
    assert [row.number for row in journal.read(ROOM, 1).rows] == [1, 2, 3]
    assert journal.streams(ROOM) == {0: 1, 1: 3, 2: 1}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"deep": [{"a": [1, 2.5, -0.1, True, None]}], "": "empty key"},
        {"text": "Zoë \x00 \ud800 “quoted” \u2028 🙂", "large": 2**63, "tiny": 5e-324},
    ],
)
def test_what_comes_back_is_what_was_written(journal: Journal, body: dict[str, Any]) -> None:
    for number, at in enumerate((0.0, 1_700_000_000.123_456_7, 2.0**40)):
        journal.append(ROOM, 1, number, [("kind", body, at)])
        row = journal.read(ROOM, 1, number).rows[0]
        assert (row.kind, row.body, row.at) == ("kind", body, at)


@pytest.mark.parametrize(
    "wrong",
    [
        ("said", {"n": math.nan}, 0.0),
        ("said", {"n": {1, 2}}, 0.0),
        ("said", {1: "a key that is no text"}, 0.0),
        ("said", ["not an object"], 0.0),
        ("said", {}, math.inf),
        ("", {}, 0.0),
        ("sa\x00id", {}, 0.0),
    ],
)
def test_what_could_not_be_read_back_is_not_written(journal: Journal, wrong: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        journal.append(ROOM, 1, 0, [*entries("a"), wrong])
    assert names(journal) == []


def test_it_is_all_there_after_a_restart(address: str, journal: Journal, opens: Opens) -> None:
    journal.append(ROOM, 1, 0, entries("a"))
    journal.close()
    again = opens(address)
    assert names(again) == ["a"]
    again.append(ROOM, 1, 1, entries("b"))
    assert names(again) == ["a", "b"]


# --- conflicts ----------------------------------------------------------------------------------


def test_numbers_that_are_taken_are_refused(journal: Journal) -> None:
    journal.append(ROOM, 1, 0, entries("a"))
    with pytest.raises(Conflict):
        journal.append(ROOM, 1, 0, entries("late"))
    assert names(journal) == ["a"]


def test_numbers_that_would_leave_a_gap_are_refused(journal: Journal) -> None:
    journal.append(ROOM, 1, 0, entries("a"))
    with pytest.raises(Shortened):
        journal.append(ROOM, 1, 2, entries("too far"))
    with pytest.raises(Shortened):
        journal.read(ROOM, 1, 2)
    assert names(journal) == ["a"]


def test_several_streams_are_written_together_or_not_at_all(journal: Journal) -> None:
    journal.append(ROOM, 2, 0, entries("there first"))
    move = [Addition(ROOM, 1, 0, entries("leaves")), Addition(ROOM, 2, 0, entries("comes"))]
    with pytest.raises(Conflict):
        journal.append_all(move)
    assert (names(journal, 1), names(journal, 2)) == ([], ["there first"])
    journal.append_all([move[0], Addition(ROOM, 2, 1, entries("comes"))])
    assert (names(journal, 1), names(journal, 2)) == (["leaves"], ["there first", "comes"])


def test_a_room_is_made_once(journal: Journal) -> None:
    with pytest.raises(Conflict):
        journal.create(ROOM, "other", 0.0, entries("opened again"))
    assert names(journal, 0) == ["opened"]


def test_nothing_is_written_in_a_room_that_is_not_there(journal: Journal) -> None:
    with pytest.raises(NoRoom):
        journal.append("GONE", 1, 0, entries("a"))


@pytest.mark.slow
def test_writers_in_threads_and_processes_lose_and_double_nothing(
    address: str, journal: Journal
) -> None:
    processes = [
        PROCESS.Process(target=insist_in_threads, args=(address, n)) for n in range(PROCESSES)
    ]
    for each in processes:
        each.start()
    for each in processes:
        each.join()
    assert [each.exitcode for each in processes] == [0] * PROCESSES
    found = names(journal)
    expected = {
        f"{p}.{t}-{n}" for p in range(PROCESSES) for t in range(THREADS) for n in range(EACH)
    }
    assert len(found) == 2 * len(expected)
    assert found[1::2] == [f"{each}'" for each in found[::2]]  # what belongs together stays so
    assert set(found[::2]) == expected


def test_threads_of_one_server_all_get_their_own_answer(journal: Journal) -> None:
    """What is written together with others is refused on its own."""
    answers: list[str] = []

    def write(stream: int) -> None:
        try:
            journal.append(ROOM, stream, 0, entries(f"{stream}"))
            answers.append("kept")
        except Conflict:
            answers.append("conflict")

    threads = [Thread(target=write, args=(1 + n // 2,)) for n in range(16)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(answers) == ["conflict"] * 8 + ["kept"] * 8
    assert journal.streams(ROOM) == dict.fromkeys(range(9), 1)


# --- a server that is killed --------------------------------------------------------------------

KILLS = 20


@pytest.mark.slow
def test_a_killed_server_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    path, luck = tmp_path / "journal.db", random.Random(1)
    first = open_journal(f"sqlite:///{path}")
    first.create(ROOM, "x", 0.0)
    first.close()
    for _ in range(KILLS):
        acknowledged = killed_while_writing(path, luck.randrange(1, 20), luck.random() / 100)
        again = open_journal(f"sqlite:///{path}", serving=True)
        readings = [again.read(ROOM, stream) for stream in (1, 2)]
        again.close()
        assert again.rescued is None
        assert [each.damaged for each in readings] == [None, None]
        kept = [[row.body["name"] for row in each.rows] for each in readings]
        assert kept[0] == kept[1] == [str(n) for n in range(len(kept[0]))]
        assert acknowledged <= len(kept[0]) <= acknowledged + 1


# --- rooms --------------------------------------------------------------------------------------


def test_rooms_are_listed_with_what_they_hold(journal: Journal) -> None:
    journal.create("LATER", "the-mill", 1_800_000_000.0)
    journal.append(ROOM, 1, 0, entries("a", "b"))
    later, first = journal.rooms()
    assert (later.name, later.scenario, later.entries, later.size) == ("LATER", "the-mill", 0, 0)
    assert (first.name, first.created, first.entries) == (ROOM, 1_700_000_000.5, 3)
    assert first.size == len('{"name":"opened"}') + 2 * len('{"name":"a"}')


def test_an_export_says_all_that_is_kept(journal: Journal) -> None:
    journal.create("OTHER", "x", 0.0, entries("not mine"))
    journal.append(ROOM, 2, 0, entries("a", "b"))
    row = journal.read(ROOM, 2).rows[1]
    journal.set_aside(journal.unreadable(ROOM, 2, row))
    head, *lines = [json.loads(line) for line in journal.export(ROOM)]
    assert head == {"room": ROOM, "scenario": "care-merger", "created": 1_700_000_000.5}
    assert [(each["stream"], each["number"]) for each in lines] == [(0, 1), (2, 1), (2, 2)]
    assert lines[1]["body"] == {"name": "a"}
    assert (json.loads(lines[2]["body"]), lines[2]["why"]) == ({"name": "b"}, "unreadable")


def test_the_own_file_stands_with_the_saved_plays_and_is_nobody_elses(
    home: Path, opens: Opens
) -> None:
    journal = opens(serving=True)
    journal.create(ROOM, "x", 0.0, entries("a"))
    assert own_file().is_relative_to(home)
    files = list(own_file().parent.glob("journal.db*"))
    assert len(files) == 3
    assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}


def test_what_is_acknowledged_has_reached_the_disk(tmp_path: Path, opens: Opens) -> None:
    """Only a power cut would show it: after a kill the system itself writes what it still has."""
    with opens(tmp_path / "journal.db")._database.driver() as connection:
        asked = ("journal_mode", "synchronous", "fullfsync")
        assert [connection.execute(f"PRAGMA {each}").fetchone()[0] for each in asked] == [
            "wal", 2, 1,
        ]  # fmt: skip


# --- purging ------------------------------------------------------------------------------------

MARK = "xq7-nobody-may-read-this"


def test_a_purged_room_leaves_no_word_in_any_file(tmp_path: Path, opens: Opens) -> None:
    path = tmp_path / "journal.db"
    journal = opens(path, serving=True)
    for room in (ROOM, "STAYS"):
        journal.create(room, f"{MARK}-{room}", 0.0, entries(f"{MARK}-{room}"))
        for stream in range(1, 20):
            body = [f"{MARK}-{room}-{stream}" + "x" * 300 * stream] * 3
            journal.append(room, stream, 0, entries(*body))
    row = journal.read(ROOM, 1).rows[1]
    journal.set_aside(journal.unreadable(ROOM, 1, row))

    def words() -> bytes:
        return b"".join(each.read_bytes() for each in tmp_path.iterdir() if each.is_file())

    (tmp_path / "journal-damaged-1.db").write_bytes(words())
    assert f"{MARK}-{ROOM}".encode() in words()
    journal.purge(ROOM)
    assert ROOM.encode() not in words()
    assert f"{MARK}-{ROOM}".encode() not in words()
    assert [each.name for each in journal.rooms()] == ["STAYS"]
    assert len(journal.read("STAYS", 19).rows) == 3
    assert journal.put_aside(ROOM) == ()


def test_a_room_that_was_purged_is_gone_for_whoever_was_playing(journal: Journal) -> None:
    journal.append(ROOM, 1, 0, entries("a"))
    journal.purge(ROOM)
    with pytest.raises(NoRoom):
        journal.append(ROOM, 1, 1, entries("b"))
    journal.purge(ROOM)  # once more does no harm
    journal.create(ROOM, "x", 0.0)
    assert journal.streams(ROOM) == {}


# --- waking -------------------------------------------------------------------------------------


def test_who_listens_hears_what_is_written_once_it_can_be_read(journal: Journal) -> None:
    hears = journal.listen()
    assert next(hears) is None
    journal.append(ROOM, 1, 0, entries("a", "b"))
    assert next(hears) == Wake(ROOM, 1, 2)
    assert names(journal) == ["a", "b"]
    with pytest.raises(Conflict):
        journal.append(ROOM, 1, 0, entries("late"))
    journal.append_all([Addition(ROOM, 2, 0, entries("c")), Addition(ROOM, 0, 1, entries("d"))])
    assert {next(hears), next(hears)} == {Wake(ROOM, 2, 1), Wake(ROOM, 0, 2)}
    journal.purge(ROOM)
    assert next(hears) == Wake(ROOM, 0, 0)
    journal.close()
    assert list(hears) == []
