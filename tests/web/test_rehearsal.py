"""A rehearsal plays a whole afternoon over the network, with all that befalls phones."""

import asyncio
from pathlib import Path

import pytest

from game.host import Hosted, _rooms
from game.web import rehearsal
from game.web.rehearsal import Rehearsal
from game.workshop.entries import ROOM
from game.workshop.journal import open_journal
from game.workshop.table import is_same_wish
from tests.web.serving import Served, serve
from tests.workshop.rooms import SMALL

pytestmark = pytest.mark.slow


def rehearse(served: Served) -> list[str]:
    """Rehearse up to the debrief; what was told."""
    told: list[str] = []

    async def until_over() -> None:
        over = asyncio.Event()

        def tell(key: str) -> None:
            told.append(key)
            if key == "rehearse.over":
                over.set()

        port = int(served.address.rpartition(":")[2].partition("/")[0])
        running = asyncio.create_task(
            Rehearsal(served.room, port, served.passphrase, 0.01, tell).run()
        )
        waiting = asyncio.create_task(over.wait())
        await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    asyncio.run(until_over())
    return told


def test_a_rehearsal_ends_in_the_debrief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "DROPS_OUT", 0.1)
    monkeypatch.setattr(rehearsal, "SLEEPS", 0.1)
    monkeypatch.setattr(rehearsal, "DISAGREES", 0.7)
    with serve(SMALL, tmp_path, tables=2) as served:
        assert rehearse(served) == ["rehearse.begins", "rehearse.over"]
        room = served.room.room
        assert room.debriefing
        assert {person.name for person in room.people.values()} == {
            f"Computer {n}" for n in range(1, len(room.people) + 1)
        }
        tables = [served.room.table(number) for number in (1, 2)]
        assert all(table.live.is_over for table in tables)
        assert all(not table.live.trace.stood_in for table in tables), "a seat was empty"
        stood = [each for table in tables for each in table.stood]
        pairs = [(a, b) for a in stood for b in stood
                 if (a.step, a.party) == (b.step, b.party) and a.person < b.person]  # fmt: skip
        assert any(not is_same_wish(a.choice, b.choice) for a, b in pairs)
        assert any(is_same_wish(a.choice, b.choice) for a, b in pairs)
        rows = served.journal.read(served.room.code, ROOM).rows
        assert any(row.kind == "device" for row in rows), "nobody came back on another device"


def test_no_workshop_goes_on_with_the_room_of_a_rehearsal(tmp_path: Path) -> None:
    asked = Hosted(str(SMALL), 1, None, None, None, fresh=False, browser=False)
    journal = open_journal(f"sqlite:///{tmp_path / 'journal.db'}")
    rehearsing = Hosted(str(SMALL), 1, None, None, None, False, False, rehearsal=3)
    (mine,) = _rooms(journal, rehearsing, None, "en").values()
    assert mine.room.opened.rehearsal
    rooms = _rooms(journal, asked, None, "en")
    assert mine.code not in rooms
    assert not next(iter(rooms.values())).room.opened.rehearsal
    journal.close()
