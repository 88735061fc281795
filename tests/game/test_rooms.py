"""Rooms that are kept: listed, taken out without names, and removed so that nothing is left."""

import json
import re
import sys
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from engine.play.trace import load_trace
from game import passphrase
from game.workshop.entries import Card, Debriefing, Joined, Marked, Moved
from game.workshop.journal import own_file
from tests.game.conftest import ROOT, Run, environment
from tests.workshop.rooms import Afternoon

MARK = "Wilhelmina"  # a name that nobody else has


@pytest.fixture
def afternoon() -> Afternoon:
    """A room in our own file, in the middle of a play."""
    place = own_file().parent
    place.mkdir(parents=True)
    found = Afternoon(place)
    one, other = found.parties
    found.does(lambda: found.room.in_room(lambda _: _arrives("p1", one, found)))
    found.does(lambda: found.room.in_room(lambda _: _arrives("p2", other, found)))
    found.begins()
    for _ in range(2):
        for party, who in ((one, "p1"), (other, "p2")):
            found.seals(who, found.choice(party))
    found.writes(Marked(step=1, person="p1", note=f"{MARK} was angry"))
    found.writes(Card(person="p2", text=f"call {MARK}"))
    return found


def _arrives(person: str, party: str, room: Afternoon) -> tuple[Joined, Moved]:
    come = Joined(person=person, name=f"{MARK} {person}", language="en", token="t" * 64,
                  pin="n" * 64)  # fmt: skip
    return come, Moved(person=person, table=1, party=party)


@pytest.mark.slow
def test_rooms_are_listed_with_who_was_there(afternoon: Afternoon, run: Run) -> None:
    said = run("rooms", "--lang", "en")
    assert said.code == 0
    assert "test  1970-01-01" in said.out
    assert "2 people at one table, not played to the end" in said.out
    (listed,) = json.loads(run("rooms", "--json").out)
    assert (listed["code"], listed["people"], listed["tables"], listed["over"]) == ("test", 2, 1, 0)
    assert listed["is_finished"] is False


@pytest.mark.slow
def test_a_list_changes_nothing_in_a_room_of_another_version(
    afternoon: Afternoon, run: Run
) -> None:
    rows = afternoon.table().rows
    afternoon.journal.append("test", 1, rows, [("from-the-future", {}, 5.0)])
    assert run("rooms").code == 0
    assert run("rooms", "--export", "test", "--out", "taken").code == 0
    assert afternoon.journal.streams("test")[1] == rows + 1
    assert not afternoon.journal.put_aside("test")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.slow
def test_what_is_taken_out_holds_no_name_no_secret_and_nothing_unseen(
    afternoon: Afternoon, run: Run
) -> None:
    one, _ = afternoon.parties
    afternoon.seals("p1", afternoon.choice(one))
    assert afternoon.table().live.pending
    said = run("rooms", "--export", "TEST", "--out", "taken", "--lang", "en")
    assert (said.code, said.out.splitlines()[0]) == (0, "2 files saved in taken.")
    assert "One table is still in play" in said.out
    texts = {path.name: path.read_text("utf-8") for path in Path("taken").iterdir()}
    for text in texts.values():
        for secret in (MARK, "t" * 64, "n" * 64, "salt", afternoon.room.room.opened.passphrase):
            assert secret not in text
    rows = [json.loads(line) for line in texts["happened.jsonl"].splitlines()]
    sealed = [row for row in rows if row["kind"] == "sealed"]
    assert [row["person"] for row in sealed] == ["p1", "p2", "p1", "p2", "p1"]
    assert ["choice" in row["about"] for row in sealed] == [True] * 4 + [False]
    afternoon.does(lambda: afternoon.room.in_room(lambda _: (Debriefing(begins=True),)))
    assert run("rooms", "--export", "test", "--out", "all", "--lang", "en").code == 0
    trace = load_trace(Path("all/table-1.trace.json"))
    assert len(trace.choices) == 3  # type: ignore[union-attr]


@pytest.mark.slow
def test_nothing_is_written_over_unless_it_is_asked_for(afternoon: Afternoon, run: Run) -> None:
    assert run("rooms", "--export", "test", "--out", "taken").code == 0
    assert run("rooms", "--export", "test", "--out", "taken").code == 2
    assert run("rooms", "--export", "test", "--out", "taken", "--overwrite").code == 0


@pytest.mark.slow
@pytest.mark.parametrize("answer", ["", "no", "n", "maybe"])
def test_a_room_goes_only_after_a_yes(answer: str, afternoon: Afternoon, run: Run) -> None:
    assert run("rooms", "--purge", "test", typed=(answer,)).code == 1
    assert run("rooms", "--purge", "test", typed=()).code == 1
    assert len(afternoon.journal.rooms()) == 1


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("--purge", "test"), ("--purge-all",)])
def test_a_room_that_is_removed_leaves_nothing(
    arguments: tuple[str, ...], afternoon: Afternoon, home: Path, run: Run
) -> None:
    first = passphrase.passphrase("test")
    assert passphrase.passphrase("test") == first
    afternoon.journal.close()
    assert run("rooms", *arguments, typed=("ja",)).code == 0
    for path in home.rglob("*"):
        assert path.is_dir() or MARK.encode() not in path.read_bytes()
    assert not (home / "workshop.key").exists()
    assert passphrase.passphrase("test") != first
    assert json.loads(run("rooms", "--json").out) == []


_SERVES = """
from game.workshop.journal import open_journal
journal = open_journal(serving=True)
print("open", flush=True)
input()
"""


@pytest.mark.slow
def test_a_room_that_is_open_is_not_removed(afternoon: Afternoon, run: Run, home: Path) -> None:
    afternoon.journal.close()
    with Popen(
        [sys.executable, "-c", _SERVES], cwd=ROOT, env=environment(home), text=True, stdin=PIPE,
        stdout=PIPE,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        said = run("rooms", "--purge", "test", "--yes", "--lang", "en")
        assert said.code == 2
        assert "already" in said.err
        assert "test  1970" in run("rooms").out
        other.communicate("\n")


@pytest.mark.parametrize(
    "arguments",
    [("--purge", "test", "--purge-all"), ("--export", "test"), ("--export", "nope", "--out", "x"),
     ("--purge", "nope", "--yes")],
)  # fmt: skip
def test_what_can_not_be_done_is_said_in_a_line(
    arguments: tuple[str, ...], afternoon: Afternoon, run: Run
) -> None:
    said = run("rooms", *arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert len(afternoon.journal.rooms()) == 1


@pytest.mark.slow
def test_every_name_in_what_is_taken_out_is_in_the_data_dictionary(
    afternoon: Afternoon, run: Run
) -> None:
    assert run("rooms", "--export", "test", "--out", "taken").code == 0
    written = Path("taken/happened.csv").read_text("utf-8-sig").splitlines()
    line = json.loads(Path("taken/happened.jsonl").read_text("utf-8").splitlines()[0])
    told = (
        (ROOT / "engine/debrief/README.md").read_text("utf-8").rpartition("`happened.csv` and `h")
    )
    columns = re.findall(r"^\| `(\w+)` \|", told[2], re.M)
    assert written[0].split(",") == columns == list(line)
