"""A room for tests: people at tables, a clock that is set by hand, and a journal on disk."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from engine.play.state import Choice, MoveChoice
from engine.players import PERSONAS, PersonaPolicy, choose
from game import library
from game.workshop import wishes
from game.workshop.entries import Began, Joined, Moved, Opened, TableEntry
from game.workshop.hall import OpenRoom, open_room, written
from game.workshop.journal import Journal, open_journal
from game.workshop.room import hashed
from game.workshop.table import Table
from tests.conftest import ROOT

SMALL = ROOT / "tests/scenarios/valid/small.yaml"
THREE = ROOT / "tests/scenarios/valid/three.yaml"
T = TypeVar("T")


@cache
def scenario(path: Path = SMALL) -> library.Opened:
    return library.open_scenario(path, "en")


@dataclass
class Clock:
    """A clock that only moves when it is told to."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Afternoon:
    """A room that is open, and what its people do. All of it goes through the journal."""

    place: Path
    path: Path = SMALL
    tables: int = 1
    seed: int = 5
    clock: Clock = field(default_factory=Clock)
    code: str = "test"
    journal: Journal = field(init=False)
    room: OpenRoom = field(init=False)

    def __post_init__(self) -> None:
        self.journal = open_journal(f"sqlite:///{self.place / 'journal.db'}")
        opened = scenario(self.path)
        first = Opened(
            source=opened.source, packed=opened.packed, digest=opened.digest, seed=self.seed,
            language="en", tables=self.tables, salt="salt", passphrase=hashed("salt", "x"),
        )  # fmt: skip
        self.journal.create(
            self.code, opened.source, self.clock.now, [written(first, self.clock.now)]
        )
        self.room = self.read()

    def read(self) -> OpenRoom:
        """The room as somebody finds it who starts again."""
        found = open_room(self.journal, self.code)
        assert found is not None
        found.now = self.clock
        return found

    @property
    def parties(self) -> tuple[str, ...]:
        return self.room.compiled.parties

    def table(self, number: int = 1) -> Table:
        return self.room.table(number)

    def does(self, wanted: Callable[[], Awaitable[T]]) -> T:
        async def done() -> T:
            return await wanted()

        return asyncio.run(done())

    def sits(self, name: str, party: str | None, table: int = 1) -> str:
        """Somebody comes in and sits down; who it is."""
        token = hashed("salt", name)
        come = Joined(
            person=name, name=name, language="en", token=token, pin=hashed("salt", f"{name}:1234")
        )
        self.does(
            lambda: self.room.in_room(
                lambda _: (come, Moved(person=name, table=table, party=party))
            )
        )
        return name

    def begins(self, table: int = 1) -> None:
        self.writes(Began(), table=table)

    def writes(self, *entries: TableEntry, table: int = 1) -> None:
        assert self.wants(lambda *_: entries, table) is None

    def wants(self, decide: Callable[..., wishes.Wished], table: int = 1) -> wishes.No | None:
        return self.does(lambda: self.room.at_table(table, decide))

    def prefers(
        self, name: str, choice: Choice, moment: str = "", table: int = 1
    ) -> wishes.No | None:
        return self._says(wishes.prefer, name, choice, moment, table)

    def seals(
        self, name: str, choice: Choice, moment: str = "", table: int = 1
    ) -> wishes.No | None:
        return self._says(wishes.seal, name, choice, moment, table)

    def _says(
        self, wish: Callable[..., wishes.Wished], name: str, choice: Choice, moment: str, table: int
    ) -> wishes.No | None:
        at = moment or self.table(table).moment
        return self.wants(lambda room, here: wish(room, here, room.people[name], at, choice), table)

    def choice(self, party: str, persona: str = "builder", table: int = 1) -> Choice:
        """What that persona would choose for the party now."""
        live = self.table(table).live
        policy = PersonaPolicy(live.compiled, self.parties.index(party), PERSONAS[persona])  # type: ignore[index]
        return choose(live.compiled, live.state, policy)

    def moves(self, party: str, table: int = 1) -> list[MoveChoice]:
        """The moves that the party may play now."""
        cards = self.table(table).live.view(party).moves
        return [MoveChoice(party, card.id) for card in cards if card.locked is None]
