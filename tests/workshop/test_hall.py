"""Rows that others wrote meanwhile, rows that can't be read, and who is told of what."""

import asyncio
from pathlib import Path

import pytest

from game.workshop.entries import Marked, Moved, Told
from game.workshop.hall import TRAINER
from game.workshop.wishes import No
from tests.workshop.rooms import Afternoon


@pytest.fixture
def afternoon(tmp_path: Path) -> Afternoon:
    """Two tables with a person on each side."""
    found = Afternoon(tmp_path, tables=2)
    for table in (1, 2):
        for at, party in enumerate(found.parties):
            found.sits(f"t{table}-{at}", party, table)
        found.begins(table)
    return found


def test_two_processes_that_serve_one_room_take_each_choice_once(afternoon: Afternoon) -> None:
    one, other = afternoon.parties
    second = Afternoon.__new__(Afternoon)
    second.__dict__ = {**afternoon.__dict__, "room": afternoon.read()}
    moment = afternoon.table().moment
    assert second.table().moment == moment
    mine, theirs = afternoon.moves(one)[0], afternoon.moves(other)[0]
    assert afternoon.seals("t1-0", mine, moment) is None
    # The second process has not read that yet, and finds it when it writes.
    assert second.seals("t1-0", mine, moment) == No("already-sealed")
    assert second.seals("t1-1", theirs, moment) is None
    assert afternoon.seals("t1-1", theirs, moment) == No("step-is-over")
    assert afternoon.table().live.trace == second.table().live.trace


def test_rows_of_an_unknown_kind_are_set_aside_and_the_table_plays_on(
    afternoon: Afternoon,
) -> None:
    one, _ = afternoon.parties
    rows = afternoon.table().rows
    afternoon.journal.append("test", 1, rows, [("from-the-future", {}, 5.0)])
    afternoon.room = afternoon.read()
    assert afternoon.seals("t1-0", afternoon.moves(one)[0]) is None
    (damaged,) = afternoon.room.damaged
    assert (damaged.stream, damaged.number) == (1, rows + 1)
    assert afternoon.read().table(1).live.trace == afternoon.table().live.trace


def test_a_row_that_can_not_follow_is_set_aside(afternoon: Afternoon) -> None:
    rows = afternoon.table().rows
    sealed = {"step": 7, "party": afternoon.parties[0], "choice": {}, "person": "", "persona": None}
    afternoon.journal.append("test", 1, rows, [("sealed", {**sealed, "late": False}, 5.0)])
    again = afternoon.read()
    assert again.table(1).rows == rows
    assert [each.number for each in again.damaged] == [rows + 1]


def told_to(afternoon: Afternoon, *channels: int) -> dict[int, int]:
    """How often each channel is told something while the trainer speaks to table 2."""

    async def listen() -> dict[int, int]:
        heard = dict.fromkeys(channels, 0)

        async def count(channel: int) -> None:
            async for is_new in afternoon.room.watch(lambda: channel, 5.0):
                heard[channel] += is_new

        listening = [asyncio.create_task(count(channel)) for channel in channels]
        await asyncio.sleep(0)
        await afternoon.room.in_room(lambda _: (Told(table=2, text="Five more minutes"),))
        await asyncio.sleep(0.01)
        for each in listening:
            each.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
        return heard

    return asyncio.run(listen())


def test_only_those_whom_it_concerns_are_told(afternoon: Afternoon) -> None:
    assert told_to(afternoon, 1, 2, TRAINER) == {1: 0, 2: 1, TRAINER: 1}


def test_somebody_who_moves_is_told_of_the_new_table(afternoon: Afternoon) -> None:
    async def moved() -> int:
        heard = 0
        people = afternoon.room.room.people

        async def listen() -> None:
            nonlocal heard
            async for is_new in afternoon.room.watch(lambda: people["t1-0"].table, 5.0):
                heard += is_new

        listening = asyncio.create_task(listen())
        await asyncio.sleep(0)
        await afternoon.room.in_room(lambda _: (Moved(person="t1-0", table=2, party=None),))
        await asyncio.sleep(0.01)
        note = Marked(step=1, person="t1-0", note="here now")
        await afternoon.room.at_table(2, lambda *_: (note,))
        await asyncio.sleep(0.01)
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        return heard

    assert asyncio.run(moved()) == 2


def test_nothing_is_taken_in_that_was_not_written(
    afternoon: Afternoon, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = afternoon.parties
    move = afternoon.moves(one)[0]
    append = afternoon.journal.append

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(afternoon.journal, "append", full)
    with pytest.raises(OSError, match="no space"):
        afternoon.seals("t1-0", move)
    assert not afternoon.table().live.pending
    monkeypatch.setattr(afternoon.journal, "append", append)
    assert afternoon.seals("t1-0", move) is None
