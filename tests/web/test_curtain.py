"""A table on one laptop: a curtain between the seats, and behind it only what is one's own."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random

import pytest

from game.workshop.presence import Presence
from game.workshop.wishes import awaited
from tests.web.phones import Device, Site, form_on, forms_in, listen, site, text_of
from tests.workshop.rooms import SMALL, THREE

Does = Callable[[Site], Awaitable[None]]


def run(does: Does, folder: Path, path: Path = SMALL) -> None:
    async def done() -> None:
        async with site(folder, path, tables=2) as here:
            await does(here)

    asyncio.run(done())


async def laptop(here: Site, table: int = 2) -> Device:
    """A laptop that has come in with the whole table."""
    found = here.device("laptop")
    form = form_on(await found.get(f"/table/{table}"), f"/table/{table}")
    defaults = {f"name.{party}": f"{party} {table}" for party in here.compiled.parties}
    first = await found.sends(form, {**form.hidden, **defaults})
    assert "The curtain is closed" in first.text
    return found


def people(here: Site) -> dict[str, str]:
    """Who plays each party."""
    return {p.party: p.id for p in here.room.room.people.values() if p.party}


@pytest.mark.slow
@pytest.mark.parametrize("path", [SMALL, THREE], ids=lambda path: path.stem)
def test_a_table_plays_on_one_laptop_to_its_end(path: Path, tmp_path: Path) -> None:
    async def does(here: Site) -> None:
        one = await laptop(here)
        trainer = await here.trainer()
        await trainer.does("/console/do/begin", table="all")
        table = here.room.table(2)
        who, luck = people(here), Random(1)
        for _ in range(400):
            if table.live.is_over:
                break
            page = await one.get("/curtain")
            named = [each for each in who if f'value="{who[each]}">I am' in page.text]
            assert named == [each for each in who if each in awaited(table)]
            # Who thinks about a discovery is not named, and looks behind the curtain unasked.
            party = next(each for each in (*named, *table.waiting_for) if each in table.waiting_for)
            assert not any(form.is_choice for form in forms_in(page))
            await one.post("/curtain", {"person": who[party]})
            while (form := await one.choice()) is not None:
                answer = await one.sends(form, form.filled(luck))
                if "The curtain is closed" in answer.text:
                    break
        assert table.live.is_over
        assert not table.live.trace.stood_in
        assert {p.table for p in here.room.room.people.values()} == {2}

    run(does, tmp_path, path)


def test_behind_a_closed_curtain_nobodys_page_is_shown(tmp_path: Path) -> None:
    async def does(here: Site) -> None:
        one = await laptop(here)
        who = people(here)
        await one.post("/curtain", {"person": next(iter(who.values()))})
        assert "The curtain is closed" not in (await one.get("/seat")).text
        await one.post("/curtain", {})
        for path in ("/seat", "", "/table/2"):
            assert "The curtain is closed" in (await one.get(path)).text
        stranger = here.device("stranger")
        await stranger.post("/curtain", {"person": next(iter(who.values()))})
        assert "The curtain is closed" not in (await stranger.get("/seat")).text

    run(does, tmp_path)


def test_the_same_form_sent_twice_brings_the_same_people(tmp_path: Path) -> None:
    async def does(here: Site) -> None:
        one = here.device("laptop")
        form = form_on(await one.get("/table/1"), "/table/1")
        given = form.hidden | {f"name.{party}": party for party in here.compiled.parties}
        for _ in range(2):
            await one.sends(form, given)
        assert len(here.room.room.people) == len(here.compiled.parties)
        again = here.device("another")
        answer = await again.ask("POST", "/test/table/1", data={**given, "ticket": "y" * 30})
        assert answer.status_code == 409
        assert "name of its own" in text_of(answer.text)

    run(does, tmp_path)


def test_no_table_that_is_not_there(tmp_path: Path) -> None:
    async def does(here: Site) -> None:
        one = here.device()
        for number in ("0", "3", "x", "-1", "9" * 40):
            assert (await one.get(f"/table/{number}")).status_code == 404
            assert (await one.post(f"/table/{number}", {})).status_code == 404
        assert not here.room.room.people

    run(does, tmp_path)


@pytest.mark.slow
def test_a_closed_curtain_hears_news_too(tmp_path: Path) -> None:
    async def does(here: Site) -> None:
        one = await laptop(here)
        stream = await listen(one)
        trainer = await here.trainer()
        await trainer.does("/console/do/begin", table="2")
        await asyncio.sleep(0.01)
        assert b"data: new\n\n" in stream.came
        await stream.ends()

    run(does, tmp_path)


def test_nobody_of_a_shared_laptop_is_away_while_it_listens(tmp_path: Path) -> None:
    async def does(here: Site) -> None:
        one = await laptop(here)
        who = people(here)
        for person in who.values():
            await one.post("/curtain", {"person": person})
            stream = await listen(one)
            await stream.ends()
        stream = await listen(one)
        await asyncio.sleep(0.01)
        presence: Presence = here.room.presence
        assert [presence.away(each, 5000.0) for each in who.values()] == [None] * len(who)
        await stream.ends()

    run(does, tmp_path)
