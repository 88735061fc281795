"""A workshop that meets every page there is: one play, from the door to the end of the debrief."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple
from unittest.mock import patch

from engine.play.trace import plain_choice
from engine.scenario.vocabulary import LANGUAGES, Language
from game.pages import ScenePage, ScriptEventPage, TrustPage, pages_for_seat
from game.pages.kinds import ChangePage, Page, RevealPage
from game.presenters.room_debrief import STEPS
from game.web import looking_back
from game.web.play import up_to_question
from game.workshop.entries import Preferred, Sealed, TableEntry, TrustSaid
from game.workshop.journal import JournalProblem
from tests.playing import random_choice
from tests.web.phones import Device, Fields, Site, form_on, site

SEED = 3
# At table 1 everybody has a phone, and one looks on; table 2 is even smaller, and table 3 is a
# laptop.
AT_ONE = (("Hatice", "Bram"), ("Joost", "Chadia"))
AT_TWO = (("Fleur",), ("Gijs", "Noor"))
_TOLD = "Over tien minuten is er koffie. / Coffee in ten minutes."
_MARKS = (RevealPage, ScriptEventPage, ChangePage, ScenePage)


class Sight(NamedTuple):
    """A page as somebody saw it. kind: of whose page it is; path: where in the room it stood."""

    kind: str
    name: str
    language: Language
    path: str
    html: str


class Afternoon:
    """The room, and what has been seen of it so far."""

    def __init__(self, here: Site, languages: Sequence[Language]) -> None:
        self.here, self.languages, self.luck = here, languages, Random(SEED)
        self.stranger, self.wall = here.device("stranger"), here.device("wall")
        self.seen: list[Sight] = []
        self._met: set[str] = set()

    async def sees(
        self, name: str, device: Device, path: str = "/seat", given: Fields | None = None
    ) -> None:
        """That page in each language; with a form, what comes of sending it there. Once each."""
        if name in self._met:
            return
        self._met.add(name)
        for language in self.languages:
            await self._speaks(device, language)
            if given is None:
                answer = await device.get(path)
            else:
                answer = await device.post(path, given)
            at = answer.url.path.removeprefix(f"/{self.here.code}")
            if all(answer.text != known.html for known in self.seen):
                self.seen.append(Sight(name.partition("-")[0], name, language, at, answer.text))

    async def _speaks(self, device: Device, language: Language) -> None:
        """Whatever that device shows next is in that language; the wall speaks the room's."""
        device.headers["accept-language"] = language
        opened = self.here.room.room.opened
        self.here.room.room.opened = opened.model_copy(update={"language": language})
        if device.client.cookies.get(f"seat_{self.here.code}"):
            await device.does("/do/me", language=language)

    # --- at the tables ----------------------------------------------------------------------------

    async def writes(self, number: int, *entries: TableEntry) -> None:
        """Put that in the rows of the table."""
        assert await self.here.room.at_table(number, lambda *_: entries) is None

    async def chooses(self, number: int, party: str) -> None:
        """The party chooses anything it may, without a word before."""
        table, live = self.here.room.table(number), self.here.room.table(number).live
        choice = random_choice(live.compiled, live.state, party, self.luck)
        sealed = Sealed(step=table.step, party=party, choice=plain_choice(choice), person="")
        await self.writes(number, sealed)

    async def wishes(self, number: int, party: str, person: str) -> None:
        """That person says what the party should choose."""
        table, live = self.here.room.table(number), self.here.room.table(number).live
        choice = random_choice(live.compiled, live.state, party, self.luck)
        said = Preferred(step=table.step, party=party, person=person, choice=plain_choice(choice))
        await self.writes(number, said)

    def plays_on(self, number: int) -> bool:
        return not self.here.room.table(number).live.is_over


def name_of(shown: Sequence[Page], stage: str) -> str:
    """What the seat sees, in a word: what is asked of it, or what it is told."""
    last = up_to_question(shown)[-1] if shown else None
    return "trust" if isinstance(last, TrustPage) else stage


async def sights(
    folder: Path, path: Path, languages: Sequence[Language] = LANGUAGES
) -> Sequence[Sight]:
    """Every kind of page, in the order in which an afternoon comes to it."""
    async with site(folder, path, tables=3) as here:
        here.room.address = "http://192.168.1.20:8765/test"
        on = Afternoon(here, languages)
        for part in (_before, _begins, _plays, _looks_back, _goes_wrong):
            await part(on)
        return on.seen


async def _joins(on: Afternoon, seat: str, name: str) -> Device:
    device = on.here.device(name)
    await device.joins(seat, name)
    return device


def who(on: Afternoon, name: str) -> str:
    """The id of whoever is called that."""
    return next(p.id for p in on.here.room.room.people.values() if p.name == name)


def device_of(on: Afternoon, name: str) -> Device:
    """The device of whoever is called that."""
    return next(each for each in on.here.devices if each.name == name)


async def _before(on: Afternoon) -> None:
    """The doors, and the room before it begins."""
    first, second = on.here.compiled.parties[:2]
    stranger, trainer = on.stranger, on.here.device("trainer", "127.0.0.1")
    await on.sees("door-unknown-room", stranger, "x")
    for name, at in (("join", ""), ("seat", f"?seat=1.{first}"), ("look-on", "?seat=1.")):
        await on.sees(f"door-{name}", stranger, at)
    await on.sees("curtain-door", stranger, "/table/3")
    await on.sees("console-login", trainer, "/console")
    wrong = {"passphrase": "bado-kiru"}
    await on.sees("console-login-wrong", trainer, "/console/login", wrong)
    await on.sees("wall-join-empty", on.wall, "/wall")
    await trainer.lets_in()
    await on.sees("console-empty", trainer, "/console")
    for table, seats in ((1, AT_ONE), (2, AT_TWO)):
        for party, names in zip((first, second), seats, strict=True):
            for name in names:
                await _joins(on, f"{table}.{party}", name)
    await _joins(on, "1.", "Emre")
    await _joins(on, "1.", "Daan")
    await trainer.does("/console/do/move", person=who(on, "Daan"), seat="0.")
    given = {"name": "Hatice", "language": "nl"}
    await on.sees("door-name-taken", stranger, "/join", given)
    await on.sees("door-wrong-pin", stranger, "/back", {"name": "Bram", "pin": "1"})
    await _shut(on, trainer)
    for seat, name in (("before", "Hatice"), ("look-on-before", "Emre"), ("unseated", "Daan")):
        await on.sees(f"seat-{seat}", device_of(on, name))
    await _behind_a_curtain(on)
    await on.sees("wall-join", on.wall, "/wall")
    await on.sees("console-before", trainer, "/console")


async def _shut(on: Afternoon, trainer: Device) -> None:
    """A room that is locked, a device that has no seat any more, and too many tries."""
    stranger, given = on.stranger, {"name": "Sanne", "language": "nl"}
    await trainer.does("/console/do/lock", locked="yes")
    await on.sees("door-locked", stranger, "/join", given)
    await trainer.does("/console/do/lock", locked="no")
    other = on.here.device("gone")
    other.client.cookies.set(f"seat_{on.here.code}", "none.0000")
    await on.sees("door-gone", other, "")
    for _ in range(10):
        await stranger.post("/back", {"name": "Bram", "pin": "1"})
    await on.sees("door-wait", stranger, "/back", {"name": "Bram", "pin": "1"})


async def _behind_a_curtain(on: Afternoon) -> None:
    laptop = on.here.device("laptop")
    form = form_on(await laptop.get("/table/3"), "/table/3")
    names = {f"name.{party}": "Tafel 3" for party in on.here.compiled.parties}
    await on.sees("curtain-door-names", laptop, "/table/3", form.hidden | names)
    names |= {f"name.{on.here.compiled.parties[0]}": "Sanne"}
    await laptop.sends(form, form.hidden | names)
    await on.sees("curtain-nobody", laptop, "/curtain")


async def _begins(on: Afternoon) -> None:
    """The first choice, as everybody has it, and what the trainer may do meanwhile."""
    here, trainer, laptop = on.here, device_of(on, "trainer"), device_of(on, "laptop")
    first = here.compiled.parties[0]
    await trainer.does("/console/do/timers", soft=5, hard=8, at_the_end="persona")
    await trainer.does("/console/do/begin", table="all")
    await trainer.does("/console/do/tell", text=_TOLD, table="all")
    here.clock.now += 95
    await on.sees("curtain-next", laptop, "/curtain")
    await laptop.post("/curtain", {"person": who(on, "Sanne")})
    await on.sees("seat-shared", laptop)
    await laptop.post("/curtain", {})
    await on.chooses(3, first)
    await on.sees("curtain-hand-over", laptop, "/curtain")
    hatice = device_of(on, "Hatice")
    table = here.room.table(1)
    given = {"stage": "round", "moment": table.moment, "wish": "prefer"}
    await on.sees("seat-incomplete", hatice, "/seat", given)
    await trainer.does("/console/do/pause", table=1)
    await on.sees("seat-paused", hatice)
    await trainer.does("/console/do/resume", table=1)
    await trainer.does("/console/do/staff", table=2, party=first, persona="builder")
    await on.sees("seat-persona", device_of(on, "Fleur"))
    await trainer.does("/console/do/staff", table=2, party=first, persona="")
    await on.sees("seat-look-on", device_of(on, "Emre"))


async def _plays(on: Afternoon) -> None:
    """The play of table 1, step by step; the others keep up with it."""
    here, trainer = on.here, device_of(on, "trainer")
    turn = 0
    while on.plays_on(1):
        turn += 1
        here.clock.now += 40
        for party in here.room.table(1).live.waiting_for:
            await _party_chooses(on, party)
        for number in (2, 3):
            if on.plays_on(number) and not (number == 2 and turn > 4):
                for party in here.room.table(number).live.waiting_for:
                    await on.chooses(number, party)
        if turn == 2:
            await _shown_to_the_room(on, trainer)
    await on.sees("seat-ending", device_of(on, "Hatice"))
    await on.sees("seat-look-on-ending", device_of(on, "Emre"))
    await on.sees("console-ending", trainer, "/console")


async def _party_chooses(on: Afternoon, party: str) -> None:
    """What the people of a party see while it chooses."""
    here = on.here
    table, stage = here.room.table(1), str(here.room.table(1).live.state.stage.name).lower()
    pen, fellow = AT_ONE[here.compiled.parties.index(party)]
    shown = pages_for_seat(table.live, party)
    if name_of(shown, stage) == "trust":
        await on.sees("seat-trust", device_of(on, pen))
        await on.writes(1, TrustSaid(step=table.step, party=party, person=who(on, pen), levels={}))
    for mark in (kind for kind in _MARKS if any(isinstance(page, kind) for page in shown)):
        await on.sees(
            f"seat-after-{mark.__name__.removesuffix('Page').lower()}", device_of(on, pen)
        )
    await on.sees(f"seat-{stage}", device_of(on, pen))
    if stage in ("round", "decision"):
        await on.wishes(1, party, who(on, pen))
        await on.sees(f"seat-{stage}-wished", device_of(on, pen))
        if here.room.table(1).step == table.step and party in table.live.waiting_for:
            await on.wishes(1, party, who(on, fellow))
    await on.sees(f"seat-{stage}-reads", device_of(on, fellow))
    if party in here.room.table(1).live.waiting_for:
        await on.chooses(1, party)
    if on.plays_on(1):
        await on.sees(f"seat-{stage}-waits", device_of(on, pen))


async def _shown_to_the_room(on: Afternoon, trainer: Device) -> None:
    """The wall with the tables on it, and with one of them, before and after it agrees."""
    await trainer.does("/console/do/show", what="tables")
    await on.sees("wall-tables", on.wall, "/wall")
    await trainer.does("/console/do/show", what="table", table=1)
    await on.sees("wall-not-agreed", on.wall, "/wall")
    await on.sees("seat-asks-consent", device_of(on, "Hatice"))
    for name in ("Hatice", "Joost"):
        await device_of(on, name).does("/do/agree", agrees="yes")
    await on.sees("wall-table", on.wall, "/wall")
    await trainer.does("/console/do/pause", table=3)
    await trainer.does("/console/do/pin", person=who(on, "Bram"))
    await trainer.does("/console/do/bookmark", table=1, note="De pen werd neergelegd.")
    await on.sees("console-playing", trainer, "/console")
    await on.sees("console-not-understood", trainer, "/console/do/tell", {})
    await trainer.does("/console/do/resume", table=3)


async def _looks_back(on: Afternoon) -> None:
    """The debrief: on the phones, at the console, and on the wall, part by part."""
    here, trainer, hatice = on.here, device_of(on, "trainer"), device_of(on, "Hatice")
    await trainer.does("/console/do/show", what="debrief")
    await on.sees("wall-debrief-not-open", on.wall, "/wall")
    await hatice.does("/do/note", note="Hier werd het stil.")
    await trainer.does("/console/do/debrief", begins="yes")
    await on.sees("seat-recall", hatice)
    for name, feeling in (("Hatice", "opgelucht"), ("Joost", "boos"), ("Fleur", "moe")):
        await device_of(on, name).does("/do/recall", feeling=feeling, turn="round.1")
    with patch.object(looking_back, "_PATIENCE", 0.0):
        await on.sees("seat-working", hatice)
    for number in (1, 2, 3):
        await looking_back.found_at(here.room, here.room.table(number))
    await on.sees("seat-looking-back", hatice)
    await device_of(on, "Emre").does("/do/recall", feeling="stil", turn="")
    await on.sees("seat-looking-back-look-on", device_of(on, "Emre"))
    for name in ("Fleur", "Gijs"):
        await device_of(on, name).does("/do/agree", agrees="yes")
    for step in range(STEPS):
        await _step_on_the_wall(on, trainer, step)
        if step == 4:
            await on.sees("console-debrief", trainer, "/console")


async def _step_on_the_wall(on: Afternoon, trainer: Device, step: int) -> None:
    """The question of a step, and each part that follows it; what-if is asked of table 1."""
    seen = ""
    for part in range(100):
        await trainer.does("/console/do/show", what="debrief", step=step, part=part, table=1)
        now = (await on.wall.get("/wall")).text
        if now == seen:
            return
        seen = now
        await on.sees(f"wall-debrief-{step}-{part}", on.wall, "/wall")


async def _goes_wrong(on: Afternoon) -> None:
    """What is said when something can't be done."""
    here, hatice = on.here, device_of(on, "Hatice")
    await on.sees("stop-nothing-here", on.stranger, "/nothing/here")
    await on.sees("stop-too-much", hatice, "/do/note", {"note": "x" * 20_000})
    elsewhere = here.device("elsewhere", **{"sec-fetch-site": "cross-site"})
    await on.sees("stop-foreign", elsewhere, "/join", {"name": "x"})
    with patch.object(here.journal, "append", side_effect=JournalProblem("full", Path("x"))):
        await on.sees("stop-not-saved", hatice, "/do/note", {"note": "x"})
