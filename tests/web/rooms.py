"""A room that has played, with devices in it: for tests of what comes after the play."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import httpx

from engine.play.state import Choice, MoveChoice, Prediction, Voices
from engine.play.trace import plain_choice
from engine.scenario.vocabulary import Persona
from game.web.app import build
from game.workshop.entries import Began, Joined, Moved, Preferred, Sealed, TableEntry
from game.workshop.hall import OpenRoom
from game.workshop.journal import Journal, open_journal
from game.workshop.room import hashed
from tests.web.serving import PASSPHRASE, new_room

SITE = "http://room.test"
STYLES: tuple[Persona, ...] = ("builder", "pressed", "charmer", "divided")


@dataclass
class Device:
    """Somebody's browser."""

    client: httpx.AsyncClient
    code: str

    async def sees(self, page: str) -> str:
        """That page of the room."""
        answer = await self.client.get(f"{SITE}/{self.code}/{page}", follow_redirects=True)
        assert answer.status_code == 200, (page, answer.status_code)
        return answer.text

    async def asks(self, page: str) -> httpx.Response:
        """Whatever comes back from there."""
        return await self.client.get(f"{SITE}/{self.code}/{page}")

    async def does(self, deed: str, /, **fields: object) -> httpx.Response:
        """Send a form."""
        data = {name: str(value) for name, value in fields.items()}
        return await self.client.post(f"{SITE}/{self.code}/{deed}", data=data)


@dataclass
class Played:
    """A room whose tables have played."""

    room: OpenRoom
    journal: Journal

    @asynccontextmanager
    async def device(self, person: str = "") -> AsyncIterator[Device]:
        """The device of that person, or of nobody."""
        transport = httpx.ASGITransport(app=build({self.room.code: self.room}))
        async with httpx.AsyncClient(transport=transport) as client:
            if person:
                client.cookies.set(f"seat_{self.room.code}", f"{person}.1234")
            yield Device(client, self.room.code)

    @asynccontextmanager
    async def trainer(self) -> AsyncIterator[Device]:
        """The device of the trainer."""
        async with self.device() as device:
            await device.does("console/login", passphrase=PASSPHRASE)
            yield device

    async def writes(self, table: int, *entries: TableEntry) -> None:
        """Put that in the table's rows."""
        assert await self.room.at_table(table, lambda *_: entries) is None

    def person(self, table: int, party: int, who: int = 0) -> str:
        """Who sits there."""
        return f"t{table}-{self.room.compiled.parties[party]}-{who}"


def played_room(
    folder: Path, scenario: Path, *, tables: int = 2, a_party: int = 1, code: str = "test",
    unfinished: Mapping[int, int] | None = None, seed: int = 5, journal: Journal | None = None,
) -> Played:  # fmt: skip
    """A room whose tables have played. unfinished: by table, after how many steps it stops."""
    journal = journal or open_journal(f"sqlite:///{folder / 'journal.db'}")
    found = Played(new_room(journal, scenario, code=code, tables=tables, seed=seed), journal)
    asyncio.run(_play(found, range(1, tables + 1), a_party, unfinished or {}))
    found.room._locks.clear()  # they belong to the loop that has ended
    return found


async def _play(
    played: Played, tables: Sequence[int], a_party: int, unfinished: Mapping[int, int]
) -> None:
    for table in tables:
        for at in range(played.room.compiled.party_count):
            for who in range(a_party):
                await _sit(played, table, at, who)
        await played.writes(table, Began())
        steps = unfinished.get(table, 10_000)
        while not played.room.table(table).live.is_over and steps:
            steps -= 1
            await _step(played, table, a_party)


async def _sit(played: Played, table: int, at: int, who: int) -> None:
    room, person = played.room, played.person(table, at, who)
    party = room.compiled.parties[at]
    come = Joined(
        person=person, name=f"Name-{person}", language="en", token=hashed("salt", person),
        pin=room.room.kept_pin(person, "1234"),
    )  # fmt: skip
    await room.in_room(lambda _: (come, Moved(person=person, table=table, party=party)))


async def _step(played: Played, table: int, a_party: int) -> None:
    here = played.room.table(table)
    for party in here.live.waiting_for:
        at = played.room.compiled.parties.index(party)
        choice = here.live.suggestion(party, STYLES[(table + at) % len(STYLES)])
        said = []
        if a_party > 1 and isinstance(choice, MoveChoice):
            said = [_preferred(played, table, at, who, choice) for who in range(a_party)]
            choice = replace(choice, voices=Voices(a_party, a_party - 1))
        sealed = Sealed(
            step=here.step, party=party, choice=plain_choice(choice),
            person=played.person(table, at),
        )  # fmt: skip
        await played.writes(table, *said, sealed)


def _preferred(played: Played, table: int, at: int, who: int, choice: MoveChoice) -> Preferred:
    """The first wants what is sealed; the others something else, and expect something else."""
    here, party = played.room.table(table), played.room.compiled.parties[at]
    others = [each for each in played.room.compiled.parties if each != party]
    wanted: Choice = choice
    if who:
        open_moves = [card.id for card in here.live.view(party).moves if card.locked is None]
        other = next((move for move in open_moves if move != choice.move), choice.move)
        guesses = (Prediction(others[0], "opportunistic"),)
        wanted = MoveChoice(party, other, predictions=guesses)
    return Preferred(
        step=here.step, party=party, person=played.person(table, at, who),
        choice=plain_choice(wanted),
    )  # fmt: skip
