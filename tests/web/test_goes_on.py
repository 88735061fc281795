"""What a team sees on its own device once it has left the table, and the others go on."""

import asyncio
from pathlib import Path

import pytest

from game.words import words_in
from tests.conftest import ROOT
from tests.web.rooms import Played, played_room

ORCHARD = ROOT / "tests/scenarios/valid/orchard.yaml"
# In this room East Orchard gets up after ten choices, and the play has 27.
SEED, GONE, EAST = 5, 11, 2


def seen(room: Played, person: str, page: str = "seat") -> str:
    async def look() -> str:
        async with room.device(person) as device:
            return await device.sees(page)

    return asyncio.run(look())


@pytest.mark.slow
def test_a_team_that_left_is_told_so_and_asked_nothing(tmp_path: Path) -> None:
    room = played_room(tmp_path, ORCHARD, tables=1, seed=SEED, unfinished={1: GONE})
    live, words = room.room.table(1).live, words_in("en")
    assert live.state.world.left[0].tolist() == [False, False, True]
    assert not live.is_over
    left, stays = (seen(room, room.person(1, at)) for at in (EAST, 0))
    assert words("web.seat.left") in left
    assert words("web.seat.left") not in stays
    assert [('name="moment"' in page) for page in (left, stays)] == [False, True]
    for name in ("three-stools", "two-of-them"):
        text = live.compiled.scenario.script.phases[name].text
        assert text is None or str(text.en) not in left


@pytest.mark.slow
def test_it_reads_at_the_end_how_it_came_out(tmp_path: Path) -> None:
    room = played_room(tmp_path, ORCHARD, tables=1, seed=SEED)
    live = room.room.table(1).live
    assert live.is_over
    ending = live.view("east").ending
    assert ending is not None
    page = seen(room, room.person(1, EAST))
    assert str(ending.title.en) in page
    assert words_in("en")("web.seat.left") not in page
