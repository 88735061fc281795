"""What the author tells the trainer about a phase: on the console while a table is there."""

import asyncio
import random
from pathlib import Path

import pytest

from tests.conftest import MILL, MINIMAL
from tests.play.test_asides import OPENS
from tests.web.phones import play, site
from tests.web.test_secrecy import room_with_marks


@pytest.mark.slow
def test_the_console_has_the_note_about_the_phase_where_a_table_is(tmp_path: Path) -> None:
    async def afternoon() -> None:
        async with site(tmp_path, MINIMAL) as found:
            await room_with_marks(found, secret_props=False)
            people, trainer = await found.seated(many=(1, 1)), await found.trainer()

            async def notes() -> set[str]:
                text, phases = (await trainer.get("/console")).text, found.compiled.phases
                return {each for each in phases if f"‹script.phases.{each}.trainer›" in text}

            assert await notes() == set()
            await trainer.does("/console/do/begin", table="all")
            seen = set()
            async for _ in play(people, random.Random(3)):
                seen |= (now := await notes())
                table = found.room.table(1)
                here = table.live.view(found.compiled.parties[0]).phase
                assert now == (set() if table.live.is_over else {here})
            assert len(seen) > 1

    asyncio.run(afternoon())


@pytest.mark.slow
def test_a_line_for_one_party_reaches_its_own_devices_alone(tmp_path: Path) -> None:
    before, after = OPENS
    path = tmp_path / "mill.yaml"
    path.write_text(MILL.read_text("utf-8").replace(before, after), encoding="utf-8")
    wordings = {"Your brother has written.", "Your brother is on his way."}

    async def afternoon() -> None:
        async with site(tmp_path / "room", path) as found:
            people, trainer = await found.seated(many=(1, 1, 1)), await found.trainer()
            onlooker, wall = found.device("onlooker"), found.device("wall")
            await onlooker.joins("1.")
            await trainer.does("/console/do/begin", table="all")
            await trainer.does("/console/do/show", what="table", table=1)
            for each in people:
                await each.does("/do/agree", agrees="yes")
                for address in ("/seat", "/hand"):
                    await each.get(address)
            await onlooker.get("/seat")
            await trainer.get("/console")
            await wall.get("/wall")
            read = {
                device.name: any(words in text for text in device.received for words in wordings)
                for device in found.devices
            }
            readers = {name.partition("-")[0] for name, has_read in read.items() if has_read}
            assert readers == {"farmer"}
            assert len(read) == 6

    (tmp_path / "room").mkdir()
    asyncio.run(afternoon())
