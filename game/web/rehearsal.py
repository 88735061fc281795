"""A rehearsal: computer players that come in as people do, over the network, on devices of their
own. They read, wait, disagree, fall asleep, and come back on another device; a trainer watches.
"""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from random import Random
from urllib.parse import urlencode

from engine.players import PERSONAS
from engine.scenario.vocabulary import Persona
from game.web.choice import END, ON, TRUST, TRUST_STAGE, filled_in
from game.web.doors import called
from game.words import words_in
from game.workshop import wishes
from game.workshop.hall import OpenRoom
from game.workshop.room import Person

# Design choices: what makes a table look like one with people at it.
A_PARTY = 2  # people, and at the first table one more
DISAGREES = 0.25  # how often somebody wants something else than the own party's persona
SLEEPS, DROPS_OUT = 0.05, 0.02  # how often a device falls asleep after a choice, or is lost
_NAP = 4  # as many times as long as a thought
_LOOKS_AGAIN = 5.0  # seconds without news after which somebody looks at the page anyway

_ASK = re.compile(r'method="post" class="ask.*?/form>', re.DOTALL)
_HIDDEN = re.compile(r'type="hidden" name="([^"]+)" value="([^"]*)"')
_PIN = re.compile(r'id="pin">[^0-9]*([0-9]{4})')
_COOKIE = re.compile(rb"set-cookie: ([^=;\s]+)=([^;\r\n]*)", re.IGNORECASE)
_STATUS = re.compile(rb"HTTP/1\.1 ([0-9]{3})")


@dataclass
class Device:
    """A browser of sorts: it keeps cookies, follows where it is sent, and hears news."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    is_awake: bool = True

    async def get(self, path: str) -> str:
        """The page at that address."""
        return await self._ask("GET", path)

    async def post(self, path: str, form: Mapping[str, str]) -> str:
        """The page that comes after sending that form."""
        return await self._ask("POST", path, urlencode(form).encode())

    async def _ask(self, method: str, path: str, body: bytes = b"") -> str:
        reader, writer = await self._sent(method, path, body)
        try:
            head, _, content = (await reader.read()).partition(b"\r\n\r\n")
        finally:
            writer.close()
        self.cookies.update((n.decode(), v.decode()) for n, v in _COOKIE.findall(head))
        status = _STATUS.match(head)
        if status is not None and status[1] == b"303":
            found = re.search(rb"location: (\S+)", head, re.IGNORECASE)
            return await self.get(found[1].decode() if found else "/")
        return content.decode()

    async def listen(self, path: str, news: asyncio.Event) -> None:
        """Set the event whenever something is new, for as long as the device is awake."""
        while True:
            with suppress(OSError):
                reader, writer = await self._sent("GET", path, b"")
                try:
                    while self.is_awake and (line := await reader.readline()):
                        if line.startswith(b"data:"):
                            news.set()
                finally:
                    writer.close()
            await asyncio.sleep(1)

    async def _sent(
        self, method: str, path: str, body: bytes
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        lines = [
            f"{method} {path} HTTP/1.1", f"host: 127.0.0.1:{self.port}", "connection: close",
            f"cookie: {cookies}", f"content-length: {len(body)}",
            "content-type: application/x-www-form-urlencoded", "", "",
        ]  # fmt: skip
        writer.write("\r\n".join(lines).encode() + body)
        await writer.drain()
        return reader, writer


@dataclass
class Stand:
    """A computer player that behaves as somebody with a phone. pause: a thought, in seconds."""

    room: OpenRoom
    name: str
    seat: str
    port: int
    pause: float
    luck: Random
    device: Device = field(init=False)
    pin: str = ""
    listening: asyncio.Task[None] | None = None
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.device = Device(self.port)

    @property
    def _me(self) -> Person | None:
        return called(self.room.room, self.name)

    def _at(self, what: str) -> str:
        return f"/{self.room.code}/{what}"

    async def join(self) -> None:
        """Come in by the link of the seat."""
        language = self.room.room.opened.language
        form = {"name": self.name, "language": language, "seat": self.seat}
        await self._listen(await self.device.post(self._at("join"), form))

    async def _listen(self, page: str) -> None:
        if found := _PIN.search(page):
            self.pin = found[1]
        if self.listening is not None:
            self.listening.cancel()
        self.listening = asyncio.create_task(self.device.listen(self._at("news"), self.news))

    async def play(self) -> None:
        """Do what the page asks, until the play is over and the trainer has opened the debrief."""
        try:
            while not self.room.is_closing:
                self.news.clear()
                if not await self._act(await self.device.get(self._at("seat"))):
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self.news.wait(), _LOOKS_AGAIN)
        finally:
            if self.listening is not None:
                self.listening.cancel()

    async def _act(self, page: str) -> bool:
        """Whether the page asked for something; then it was done, after some thought."""
        asked = _ASK.search(page)
        if asked is None or "locked-away" in asked[0]:
            return False
        await self._think()
        hidden = {name: unescape(value) for name, value in _HIDDEN.findall(asked[0])}
        form = self._answer(hidden)
        if form is None:
            return False
        await self.device.post(self._at("seat"), hidden | form)
        await self._now_and_then()
        return True

    async def _think(self, times: float = 1.0) -> None:
        await asyncio.sleep(self.pause * times * self.luck.uniform(0.3, 1.0))

    def _answer(self, hidden: Mapping[str, str]) -> dict[str, str] | None:
        """The form filled in; None if it is no longer asked."""
        me = self._me
        if me is None or me.party is None or me.table == 0:
            return None
        table = self.room.table(me.table)
        if hidden.get("stage") == TRUST_STAGE:
            others = (party for party in self.room.room.parties if party != me.party)
            return {f"{TRUST}{party}": str(self.luck.randint(2, 9)) for party in others}
        is_now = hidden.get("moment") == table.moment_of(me.party)
        if not is_now or me.party not in table.waiting_for:
            return None
        persona: Persona = wishes.persona_of(table, me.party)
        # Once the party has talked, its own persona decides.
        if me.id not in table.preferred and self.luck.random() < DISAGREES:
            persona = self.luck.choice(sorted(PERSONAS))
        return filled_in(table.play_of(me.party).suggestion(me.party, persona)) | {END: ON}

    async def _now_and_then(self) -> None:
        """What happens to people's devices."""
        fate = self.luck.random()
        if fate < DROPS_OUT and self.pin:
            await self._think(_NAP)
            self.device.is_awake = False
            self.device = Device(self.port)
            form = {"name": self.name, "pin": self.pin}
            await self._listen(await self.device.post(self._at("back"), form))
        elif fate < DROPS_OUT + SLEEPS:
            if self.listening is not None:
                self.listening.cancel()
            await self._think(_NAP)
            await self._listen("")


# --- the afternoon --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Rehearsal:
    """An afternoon by computer players. minutes: about how long it lasts.

    told: what is said when something begins or ends, as a key of the words.
    """

    room: OpenRoom
    port: int
    passphrase: str
    minutes: float
    told: Callable[[str], None]
    seed: int = 0

    @property
    def pause(self) -> float:
        """Seconds for a thought: a play has some thirty choices, of two thoughts each."""
        return self.minutes

    async def run(self) -> None:
        """The whole afternoon, up to the debrief, which is the trainer's to lead."""
        people = self._people()
        for each in people:
            await each.join()
            await asyncio.sleep(self.pause / len(people) * 3)
        trainer = Device(self.port)
        code = self.room.code
        await trainer.post(f"/{code}/console/login", {"passphrase": self.passphrase})
        self.told("rehearse.begins")
        playing = [asyncio.create_task(each.play()) for each in people]
        try:
            await trainer.post(f"/{code}/console/do/show", {"what": "tables"})
            await trainer.post(f"/{code}/console/do/begin", {"table": "all"})
            while not self._is_over():
                _raise_fault(playing)
                await asyncio.sleep(min(self.pause, 1.0))
            await trainer.post(f"/{code}/console/do/debrief", {"begins": "yes"})
            self.told("rehearse.over")
            await asyncio.gather(*playing)
        finally:
            for task in playing:
                task.cancel()
            await asyncio.gather(*playing, return_exceptions=True)

    def _people(self) -> Sequence[Stand]:
        room, luck = self.room.room, Random(self.seed)
        words = words_in(room.opened.language)
        seats = [
            (table, party)
            for table in range(1, room.tables + 1)
            for party in room.parties
            for _ in range(A_PARTY + (table == 1))
        ]
        luck.shuffle(seats)
        return [
            Stand(
                self.room, words("rehearse.name", n=n), f"{table}.{party}", self.port, self.pause,
                Random(luck.random()),
            )
            for n, (table, party) in enumerate(seats, start=1)
        ]  # fmt: skip

    def _is_over(self) -> bool:
        room = self.room.room
        played = [n for n in range(1, room.tables + 1) if room.is_played(n)]
        return all(self.room.table(number).live.is_over for number in played)


def _raise_fault(tasks: Sequence[asyncio.Task[None]]) -> None:
    for each in tasks:
        if each.done():
            each.result()
