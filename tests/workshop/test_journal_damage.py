"""What is damaged is set aside and named; the rest is read, and play goes on from before it."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from game.workshop.journal import Conflict, Journal, JournalProblem, Shortened, own_file
from tests.workshop.conftest import Opens
from tests.workshop.writers import ROOM, entries, names

LETTERS = [*"abcde"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is."""
    return tmp_path / "journal.db"


@pytest.fixture
def journal(path: Path, opens: Opens) -> Journal:
    """A journal with five entries in each of two streams."""
    made = opens(path)
    made.create(ROOM, "x", 0.0, entries("opened"))
    made.append(ROOM, 1, 0, entries(*LETTERS))
    made.append(ROOM, 2, 0, entries(*LETTERS))
    return made


def change(path: Path, what: str) -> None:
    """Do something to the rows of stream 1 behind the journal's back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(what.format(rows="workshop_entries"))


def told_of(journal: Journal) -> tuple[list[str], int, str]:
    """What is whole in stream 1, and what is said of the first row that is not."""
    reading = journal.read(ROOM, 1)
    assert reading.damaged is not None
    assert (reading.damaged.room, reading.damaged.stream) == (ROOM, 1)
    return [row.body["name"] for row in reading.rows], reading.damaged.number, reading.damaged.why


OF_THIRD = "WHERE room = 'K7QM' AND stream = 1 AND number = 3"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("UPDATE {rows} SET body = replace(body, 'c', 'x') ", "checksum"),
        ("UPDATE {rows} SET body = CAST(x'7bff7d' AS TEXT) ", "checksum"),
        ("UPDATE {rows} SET body = 7 ", "checksum"),
        ("UPDATE {rows} SET kind = 'done' ", "checksum"),
        ("UPDATE {rows} SET at = at + 1 ", "checksum"),
        ("UPDATE {rows} SET at = 'yesterday' ", "checksum"),
        ("UPDATE {rows} SET checksum = upper(checksum) ", "checksum"),
        ("UPDATE {rows} SET format = 2 ", "version"),
        ("UPDATE {rows} SET format = 0 ", "version"),
        ("DELETE FROM {rows} ", "missing"),
        ("UPDATE {rows} SET number = 30 ", "missing"),
        ("UPDATE {rows} SET number = 0 ", "missing"),
    ],
)
def test_a_damaged_row_is_named_and_what_comes_before_it_is_read(
    what: str, why: str, path: Path, journal: Journal
) -> None:
    change(path, what + OF_THIRD)
    assert told_of(journal) == (["a", "b"], 3, why)
    assert names(journal, 2) == LETTERS
    damaged = journal.read(ROOM, 1).damaged
    assert damaged is not None
    assert journal.set_aside(damaged)
    journal.append(ROOM, 1, 2, entries("C"))
    assert names(journal) == ["a", "b", "C"]


def test_a_row_that_was_put_in_the_place_of_another_is_noticed(
    path: Path, journal: Journal
) -> None:
    """Each is whole by itself, but neither follows what it followed."""
    change(path, f"UPDATE {{rows}} SET number = 33 {OF_THIRD}")
    change(path, f"UPDATE {{rows}} SET number = 3 {OF_THIRD[:-1]}4")
    change(path, f"UPDATE {{rows}} SET number = 4 {OF_THIRD[:-1]}33")
    assert told_of(journal) == (["a", "b"], 3, "checksum")


def test_a_row_that_does_not_follow_the_one_before_it_is_noticed(
    path: Path, journal: Journal
) -> None:
    """The old third row is whole, but the fourth was written by people who saw another."""
    row = journal.read(ROOM, 1).rows[2]
    journal.set_aside(journal.unreadable(ROOM, 1, row))
    journal.append(ROOM, 1, 2, entries("C", "D"))
    columns = "(body, checksum)"
    old = "SELECT body, checksum FROM workshop_set_aside WHERE number = 3"
    change(path, f"UPDATE {{rows}} SET {columns} = ({old}) {OF_THIRD}")
    assert told_of(journal) == (["a", "b", "c"], 4, "checksum")


def test_damage_is_found_by_whoever_reads_on_too(path: Path, journal: Journal) -> None:
    change(path, f"DELETE FROM {{rows}} {OF_THIRD}")
    reading = journal.read(ROOM, 1, after=1)
    assert [row.number for row in reading.rows] == [2]
    assert reading.damaged is not None
    assert reading.damaged.number == 3


def test_play_goes_on_from_before_the_damage_and_nothing_is_deleted(
    path: Path, journal: Journal, opens: Opens
) -> None:
    change(path, f"UPDATE {{rows}} SET body = 'x' {OF_THIRD}")
    with pytest.raises(Conflict):
        journal.append(ROOM, 1, 2, entries("not yet"))
    damaged = journal.read(ROOM, 1).damaged
    assert damaged is not None
    assert journal.set_aside(damaged)
    with pytest.raises(Shortened):
        journal.append(ROOM, 1, 5, entries("who has not noticed"))
    journal.append(ROOM, 1, 2, entries("C"))
    journal.close()
    again = opens(path)
    assert names(again) == ["a", "b", "C"]
    assert names(again, 2) == LETTERS
    (aside,) = again.put_aside(ROOM)
    assert (aside.stream, aside.first, aside.rows, aside.why) == (1, 3, 3, "checksum")
    kept = [line for line in again.export(ROOM) if '"why"' in line]
    assert ["x" in kept[0], "d" in kept[1], "e" in kept[2]] == [True] * 3


def test_reading_leaves_damage_where_it_is(path: Path, journal: Journal, opens: Opens) -> None:
    """A newer version of the game can still read what this one can't."""
    change(path, f"UPDATE {{rows}} SET format = 2 {OF_THIRD}")
    told_of(journal)
    list(journal.export(ROOM))
    journal.rooms()
    opens(path).read(ROOM, 1)
    change(path, f"UPDATE {{rows}} SET format = 1 {OF_THIRD}")
    assert names(journal) == LETTERS


def test_what_one_server_set_aside_another_does_not_set_aside_again(
    path: Path, journal: Journal, opens: Opens
) -> None:
    change(path, f"UPDATE {{rows}} SET body = 'x' {OF_THIRD}")
    damaged = journal.read(ROOM, 1).damaged
    assert damaged is not None
    other = opens(path)
    assert other.set_aside(damaged)
    other.append(ROOM, 1, 2, entries("C"))
    assert not journal.set_aside(damaged)
    assert names(journal) == ["a", "b", "C"]


def test_a_row_that_only_the_game_can_not_read_is_set_aside_likewise(journal: Journal) -> None:
    row = journal.read(ROOM, 1).rows[1]
    assert journal.set_aside(journal.unreadable(ROOM, 1, row))
    assert names(journal) == ["a"]
    assert [each.why for each in journal.put_aside(ROOM)] == ["unreadable"]


# --- the file itself ----------------------------------------------------------------------------

STREAMS, ROWS = 12, 40


def filled(path: Path, opens: Opens) -> dict[tuple[str, int], list[str]]:
    """What was written in two rooms."""
    written = {}
    journal = opens(path)
    for room in ("ROOM1", "ROOM2"):
        journal.create(room, "x", 0.0, entries("opened"))
        for stream in range(1, STREAMS):
            texts = [f"{room}-{stream}-{n}" * (1 + 40 * (n == 7)) for n in range(ROWS)]
            journal.append(room, stream, 0, entries(*texts))
            written[room, stream] = texts
    journal.close()
    return written


def harm(content: bytes, luck: random.Random) -> bytes:
    """The file as a bad disk would give it back: a byte, a bit of it, a page or the end lost."""
    at = luck.randrange(len(content))
    match luck.randrange(4):
        case 0:
            return content[:at] + bytes([content[at] ^ 1 << luck.randrange(8)]) + content[at + 1 :]
        case 1:
            return content[:at]
        case 2:
            return content[:at] + bytes(min(512, len(content) - at)) + content[at + 512 :]
        case _:
            page = at // 4096 * 4096
            return content[:page] + luck.randbytes(4096) + content[page + 4096 :]


HARMS = 15


@pytest.mark.slow
def test_a_server_starts_from_any_damaged_file_and_reads_only_what_was_written(
    home: Path, tmp_path: Path, opens: Opens
) -> None:
    written = filled(tmp_path / "whole.db", opens)
    content, luck = (tmp_path / "whole.db").read_bytes(), random.Random(5)
    own_file().parent.mkdir(parents=True)
    for _ in range(HARMS):
        for left in own_file().parent.iterdir():
            left.unlink()
        harmed = harm(content, luck)
        own_file().write_bytes(harmed)
        journal = opens(serving=True)
        if journal.rescued is not None:
            assert journal.rescued.path.exists()
            assert "journal-damaged-1" in journal.rescued.path.name
        for (room, stream), texts in written.items():
            goes_on(journal, room, stream, texts)
        journal.close()


def goes_on(journal: Journal, room: str, stream: int, texts: list[str]) -> None:
    """What is left of a stream is how it began, and more can be written."""
    reading = journal.read(room, stream)
    left = [row.body["name"] for row in reading.rows]
    assert left == texts[: len(left)]
    if reading.damaged is not None:
        assert journal.set_aside(reading.damaged)
    if room in {each.name for each in journal.rooms()}:
        journal.append(room, stream, len(left), entries("more"))
        assert [row.body["name"] for row in journal.read(room, stream).rows] == [*left, "more"]


@pytest.mark.slow
def test_little_is_lost_when_a_page_is(path: Path, opens: Opens) -> None:
    written = filled(path, opens)
    content = path.read_bytes()
    page = content.index(b"ROOM2-5-20") // 4096 * 4096
    path.write_bytes(content[:page] + b"\xff" * 4096 + content[page + 4096 :])
    journal = opens(path)
    assert journal.rescued is not None
    assert journal.rescued.path.read_bytes()[page : page + 4096] == b"\xff" * 4096
    whole = [at for at, texts in written.items() if len(journal.read(*at).rows) == len(texts)]
    assert len(whole) >= len(written) - 3  # those on the page, and perhaps its neighbours
    assert {each.stream for each in journal.rescued.cut} >= {5}
    assert [each.name for each in journal.rooms()] == ["ROOM1", "ROOM2"]


@pytest.mark.slow
def test_a_row_among_those_of_another_stream_keeps_nobody_from_theirs(
    path: Path, opens: Opens
) -> None:
    """Whoever looks for rows in such a file finds some of them, and misses others."""
    written = filled(path, opens)
    content = path.read_bytes()
    row = b"ROOM1%b%bsaid"  # as SQLite writes the beginning of one: room, stream, number, kind
    changed = content.replace(row % (b"\x05", b"\x14"), row % (b"\x0b", b"\x14"))
    assert changed != content
    path.write_bytes(changed)
    journal = opens(path)
    assert journal.rescued is not None
    for (room, stream), texts in written.items():
        whole = 19 if (room, stream) == ("ROOM1", 5) else ROWS
        assert len(journal.read(room, stream).rows) == whole
        goes_on(journal, room, stream, texts)


def test_a_room_is_found_by_its_rows_if_the_list_of_rooms_is_damaged(
    path: Path, opens: Opens
) -> None:
    filled(path, opens)
    content = path.read_bytes()
    for text in (b"ROOM1x", b"ROOM1-1-0"):
        page = content.index(text) // 4096 * 4096
        content = content[:page] + b"\xff" * 4096 + content[page + 4096 :]
    path.write_bytes(content)
    journal = opens(path)
    assert "ROOM2" in {each.name for each in journal.rooms()}
    assert journal.streams("ROOM2") == {0: 1, **dict.fromkeys(range(1, STREAMS), ROWS)}


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0"])
def test_a_file_that_is_no_journal_is_left_alone(content: bytes, path: Path, opens: Opens) -> None:
    path.write_bytes(content)
    with pytest.raises(JournalProblem) as stopped:
        opens(path)
    assert stopped.value.reason == "not-a-journal"
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.glob("journal*")] == ["journal.db"]


def test_where_only_the_game_keeps_things_nothing_stops_a_server(opens: Opens) -> None:
    own_file().parent.mkdir(parents=True)
    own_file().write_bytes(b"zeroes, or worse" * 1000)
    journal = opens(serving=True)
    assert journal.rescued is not None
    assert journal.rescued.path.read_bytes() == b"zeroes, or worse" * 1000
    journal.create(ROOM, "x", 0.0, entries("a"))
    assert names(journal, 0) == ["a"]


def test_the_database_of_another_program_is_left_alone(path: Path, opens: Opens) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE addresses (name)")
    before = path.read_bytes()
    with pytest.raises(JournalProblem) as stopped:
        opens(path)
    assert stopped.value.reason == "not-a-journal"
    assert path.read_bytes() == before


def test_a_journal_is_known_by_its_tables_if_its_mark_is_damaged(
    path: Path, journal: Journal, opens: Opens
) -> None:
    journal.close()
    content = path.read_bytes()
    path.write_bytes(content.replace(b"Sams", b"Salt", 1))
    again = opens(path)
    assert names(again) == LETTERS
    assert again.rescued is None
    again.close()
    assert b"Sams" in path.read_bytes()[:100]


@pytest.mark.slow
@pytest.mark.parametrize("killed_at", range(5))
def test_a_rescue_that_was_cut_short_is_finished_at_the_next_start(
    killed_at: int, path: Path, opens: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path, opens)
    content = path.read_bytes()
    page = content.index(b"ROOM2-5-20") // 4096 * 4096
    path.write_bytes(content[:page] + b"\xff" * 4096 + content[page + 4096 :])
    done: list[Path] = []
    rename = Path.rename

    def dies(this: Path, target: Path) -> Path:
        if len(done) == killed_at:
            raise KeyboardInterrupt
        done.append(target)
        return rename(this, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", dies)
        with pytest.raises(KeyboardInterrupt):
            opens(path)
    journal = opens(path)
    assert len(journal.read("ROOM1", 3).rows) == ROWS
    assert len(journal.read("ROOM2", 11).rows) == ROWS
    kept = list(path.parent.glob("journal-damaged-*.db"))
    assert [each.name for each in kept] == ["journal-damaged-1.db"]
    assert not list(path.parent.glob("*making*")) + list(path.parent.glob("*rescued*"))
