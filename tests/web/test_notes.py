"""What the author tells the trainer about a phase: on the console while a table is there."""

import asyncio
import random
from pathlib import Path

from tests.conftest import MINIMAL
from tests.web.phones import play, site
from tests.web.test_secrecy import room_with_marks


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
