"""Rows that others wrote meanwhile, rows that can't be read, and who is told of what."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from engine.play.trace import plain_choice
from game.workshop.entries import (
    Marked,
    Moved,
    Preferred,
    Sealed,
    TableEntry,
    Told,
    TrustSaid,
)
from game.workshop.hall import TRAINER, Hears
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


@pytest.mark.slow
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


def told_by(
    afternoon: Afternoon, does: Callable[[], Awaitable[object]], *listeners: Hears
) -> list[bool]:
    """Which of the listeners are told that something is new while that is done."""

    async def listen() -> list[bool]:
        heard = [False] * len(listeners)

        async def hear(at: int) -> None:
            async for is_new in afternoon.room.watch(lambda: listeners[at], 5.0):
                heard[at] |= is_new

        listening = [asyncio.create_task(hear(at)) for at in range(len(listeners))]
        await asyncio.sleep(0.01)
        assert all(heard)  # at first: they may have missed something
        heard[:] = [False] * len(listeners)
        await does()
        await asyncio.sleep(0.01)
        for each in listening:
            each.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
        return heard

    return asyncio.run(listen())


def test_only_those_whom_it_concerns_are_told(afternoon: Afternoon) -> None:
    def speak() -> Awaitable[None]:
        return afternoon.room.in_room(lambda _: (Told(table=2, text="Five more minutes"),))

    listeners = Hears(1), Hears(2), Hears(2, afternoon.parties[0]), Hears(TRAINER)
    assert told_by(afternoon, speak, *listeners) == [False, True, True, True]


def test_what_is_said_inside_a_party_is_no_news_to_the_others(afternoon: Afternoon) -> None:
    one, other = afternoon.parties
    wish = plain_choice(afternoon.choice(one))
    step = afternoon.table().step
    listeners = Hears(1, one), Hears(1, other), Hears(1), Hears(TRAINER)

    def told(*entries: TableEntry) -> list[bool]:
        def write() -> Awaitable[object]:
            return afternoon.room.at_table(1, lambda *_: entries)

        return told_by(afternoon, write, *listeners)

    inside = Preferred(step=step, party=one, person="t1-0", choice=wish)
    sealed = Sealed(step=step, party=one, person="t1-0", choice=wish)
    assert told(inside) == [True, False, True, True]
    assert told(TrustSaid(step=step, party=one, person="t1-0", levels={})) == [
        True, False, True, True,
    ]  # fmt: skip
    assert told(inside, sealed) == [True, True, True, True]


def test_another_process_tells_the_same_people(afternoon: Afternoon) -> None:
    one, other = afternoon.parties
    wish = plain_choice(afternoon.choice(one))
    inside = Preferred(step=afternoon.table().step, party=one, person="t1-0", choice=wish)
    elsewhere = afternoon.read()
    asyncio.run(elsewhere.at_table(1, lambda *_: (inside,)))

    def catch_up() -> Awaitable[None]:
        return afternoon.room.catch_up(1)

    listeners = Hears(1, one), Hears(1, other), Hears(TRAINER)
    assert told_by(afternoon, catch_up, *listeners) == [True, False, True]


def test_what_another_process_wrote_is_told_by_whoever_finds_it(afternoon: Afternoon) -> None:
    # The message of the other process comes later than this, and has no more to tell by then.
    one, other = afternoon.parties
    wish = plain_choice(afternoon.choice(one))
    step = afternoon.table().step
    sealed = Sealed(step=step, party=one, person="t1-0", choice=wish)
    elsewhere = afternoon.read()
    asyncio.run(elsewhere.at_table(1, lambda *_: (sealed,)))

    async def is_too_late() -> None:
        await afternoon.room.at_table(
            1, lambda _, table: No("already-sealed") if one in table.live.pending else (sealed,)
        )
        await afternoon.room.catch_up(1, afternoon.table().rows)

    assert told_by(afternoon, is_too_late, Hears(1, one), Hears(1, other)) == [True, True]


def test_a_table_that_is_read_late_is_told_of_what_is_on_it(afternoon: Afternoon) -> None:
    afternoon.room = afternoon.read()

    async def read() -> None:
        await afternoon.room.catch_up(1, afternoon.table().rows)

    assert told_by(afternoon, read, Hears(1), Hears(2)) == [True, False]


def test_what_another_process_wrote_in_the_room_is_told_by_whoever_finds_it(
    afternoon: Afternoon,
) -> None:
    elsewhere = afternoon.read()
    told = Told(table=2, text="Five more minutes")
    asyncio.run(elsewhere.in_room(lambda _: (told,)))

    async def does() -> None:
        rows = afternoon.room.room.rows
        await afternoon.room.in_room(lambda room: () if room.rows > rows else (told,))
        await afternoon.room.catch_up(0, afternoon.room.room.rows)

    assert told_by(afternoon, does, Hears(2)) == [True]


@pytest.mark.slow
def test_somebody_who_moves_is_told_of_the_new_table(afternoon: Afternoon) -> None:
    async def moved() -> None:
        heard, news = 0, asyncio.Event()
        people = afternoon.room.room.people

        async def listen() -> None:
            nonlocal heard
            async for is_new in afternoon.room.watch(
                lambda: Hears(people["t1-0"].table), 5.0, news
            ):
                heard += is_new

        async def hears(times: int) -> None:
            async with asyncio.timeout(5.0):
                while heard < times or news.is_set():
                    await asyncio.sleep(0.001)

        listening = asyncio.create_task(listen())
        await hears(1)  # once at first
        await afternoon.room.in_room(lambda _: (Moved(person="t1-0", table=2, party=None),))
        await hears(2)
        note = Marked(step=1, person="t1-0", note="here now")
        before = heard
        await afternoon.room.at_table(2, lambda *_: (note,))
        await hears(before + 1)
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)

    asyncio.run(moved())


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
