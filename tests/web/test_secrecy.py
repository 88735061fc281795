"""Every byte that every device receives over a whole play: nothing that is not for whoever sits
there, before the debrief.
"""

import asyncio
import random
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from engine.play.state import Stage
from engine.scenario.vocabulary import REPLIES, RESPONSES
from game.web import doors
from tests.conftest import MILL, MINIMAL, SMALL
from tests.pages.test_secrecy import marks_in_text
from tests.play.marks import MayRead, marked, with_secret_props
from tests.playing import random_choice
from tests.web.phones import NEWS, Device, Site, Stream, listen, play, site, text_of

CASES = [
    pytest.param(path, many, secret_props, id=f"{path.stem}-{'-'.join(map(str, many))}")
    for path, many, secret_props in (
        (MILL, (2, 1), False), (MINIMAL, (3, 2), True), *((path, (2, 1), False) for path in SMALL)
    )
]  # fmt: skip


def marks_in_answers(site: Site, answers: list[str]) -> set[str]:
    """The marks in what a device received, and those of the moves and secret things it can name."""
    found, scenario = set[str](), site.compiled.scenario
    moves = set(scenario.moves) - {*REPLIES, *RESPONSES}
    secret = {name for name, prop in scenario.props.items() if prop.secret}
    for answer in answers:
        found |= marks_in_text(answer)
        for value in re.findall(r'value="([^"]*)"', answer):
            found |= {f"moves.{value}.id"} if value in moves else set()
            found |= {f"props.{name}.id" for name in secret & set(value.split("/"))}
    return found


async def room_with_marks(found: Site, *, secret_props: bool) -> None:
    """Put a mark in each text of the room's scenario, and its first table to play."""
    scenario = found.room.scenario.scenario
    scenario = marked(with_secret_props(scenario) if secret_props else scenario)
    found.room.scenario = replace(found.room.scenario, scenario=scenario)


class Watch:
    """What the devices in a room receive, and what each may read by now."""

    def __init__(self, found: Site) -> None:
        self.site, self.may, self.taken_in = found, MayRead(found.compiled), 0
        self.own: dict[str, set[str]] = {}  # what a device wrote itself

    def follow(self) -> None:
        """Take in what has happened."""
        steps = self.site.room.table(1).live.steps
        for step in steps[self.taken_in :]:
            self.may.follow(step.events, step.state.world)
        self.taken_in = len(steps)

    def allowed(self, device: Device) -> set[str]:
        """What that device may read."""
        party = device.name.partition("-")[0]
        own = self.own.get(device.name, set())
        if party in self.site.compiled.parties:
            return own | self.may.of(party)
        if device.name == "trainer":
            return self.may.room | {m for m in self.notes if m.startswith("debrief.trainer.")}
        if device.name in ("onlooker", "wall"):
            return own | self.may.room
        return {m for m in self.may.room if re.fullmatch(r"title|parties\.[^.]+\.name", m)}

    @property
    def notes(self) -> set[str]:
        """The marks in the trainer's notes."""
        return marks_in_text(str(self.site.compiled.scenario.debrief))

    def check(self) -> None:
        """Look through what has come since."""
        self.follow()
        for device in self.site.devices:
            extra = marks_in_answers(self.site, device.received) - self.allowed(device)
            assert not extra, (device.name, extra)
            assert set(device.heard) <= NEWS
            device.received.clear()


FILES = ("table-1.html", "room.html", "room.csv", "room.jsonl")


async def look_around(found: Site, trainer: Device, wall: Device, stranger: Device) -> None:
    """Everybody asks for everything there is."""
    for device in found.devices:
        if device in (trainer, wall, stranger):
            continue
        for path in ("/seat", "", "/nothing", "/console", "/wall", "/join"):
            await device.get(path)
    await trainer.get("/console")
    for name in FILES:
        for device in (trainer, stranger):
            assert (await device.get(f"/console/file/{name}")).status_code in (403, 409)
    await wall.get("/wall")
    for path in ("", "/seat", "/console", "/console/do/show", "/do/pen"):
        await stranger.get(path)
    await stranger.post("/seat", {"moment": found.room.table(1).moment})


@pytest.mark.slow
@pytest.mark.parametrize(("path", "many", "secret_props"), CASES)
def test_no_device_receives_what_is_for_others(
    tmp_path: Path, path: Path, many: tuple[int, ...], secret_props: bool
) -> None:
    async def afternoon() -> None:
        async with site(tmp_path, path) as found:
            await room_with_marks(found, secret_props=secret_props)
            people = await found.seated(many=many)
            onlooker = found.device("onlooker")
            await onlooker.joins("1.")
            trainer, wall, stranger = (
                await found.trainer(), found.device("wall"), found.device("stranger"),
            )  # fmt: skip
            watch = Watch(found)
            streams = [await listen(each) for each in (*people, onlooker)]
            streams += [await listen(trainer, "/console/news"), await listen(wall, "/wall/news")]
            await look_around(found, trainer, wall, stranger)
            watch.check()
            await trainer.does("/console/do/begin", table="all")
            await trainer.does("/console/do/show", what="table", table=1)
            for each in people:
                await each.does("/do/agree", agrees="yes")
                watch.own[each.name] = {f"note.{each.name}", f"card.{each.name}"}
                await each.does("/do/note", note=f"‹note.{each.name}›")
                await each.does("/do/card", text=f"‹card.{each.name}›")
            luck, at = random.Random(3), count()
            async for _ in play(people, luck):
                if next(at) % 6 == 0:
                    await look_around(found, trainer, wall, stranger)
                await wall.get("/wall")
                watch.check()
            assert found.room.table(1).live.is_over
            await look_around(found, trainer, wall, stranger)
            watch.check()
            for stream in streams:
                await stream.ends()
            watch.check()

    asyncio.run(afternoon())


# --- what is chosen but not shown yet -----------------------------------------------------------

Acts = Callable[[Site, list[Device], int], Awaitable[None]]


async def _prefers(found: Site, people: list[Device], which: int) -> None:
    """The second of the first party says what it wants, after the third has."""
    await _moves(people[2], 0, call="on")
    await _moves(people[1], which)


async def _seals(found: Site, people: list[Device], which: int) -> None:
    """The first party seals, after its people have said different things."""
    for each, call in zip(people[:3], ("", "on", ""), strict=True):
        await _moves(each, 0, call=call)
    await _moves(people[0], which)


async def _moves(device: Device, which: int, call: str = "") -> None:
    await _passes_trust_over(device)
    form = await device.choice()
    assert form is not None
    guesses = {name: f.values[which] for name, f in form.fields.items() if name[:6] == "guess."}
    given = {**form.hidden, "move": form.fields["move"].values[which], **guesses}
    answer = await device.sends(form, {**given, "call": call} if call else given)
    assert answer.status_code == 200


async def _passes_trust_over(device: Device) -> None:
    form = await device.choice()
    if form is not None and form.hidden["stage"] == "trust":
        await device.sends(form, {**form.hidden, "pass": "on"})


async def _says_trust(found: Site, people: list[Device], which: int) -> None:
    form = await people[0].choice()
    assert form is not None
    (name,) = (each for each in form.fields if each.startswith("trust."))
    await people[0].sends(form, {**form.hidden, name: str(which)})


async def _writes(found: Site, people: list[Device], which: int) -> None:
    await people[0].does("/do/note", note=f"note {which}")
    await people[0].does("/do/card", text=f"card {which}")
    await people[0].does("/do/agree", agrees="no")


# What is done, and who may see a difference by what exactly it was: the first party has three.
ACTS: list[tuple[Acts, tuple[int, ...]]] = [
    (_prefers, (1, 2)),
    (_seals, (0, 1, 2)),
    (_says_trust, (0, 1, 2)),
    (_writes, (0,)),
]


async def what_came(folder: Path, act: Acts, which: int) -> dict[str, list[str]]:
    """What each device received in an afternoon in which that was done, in one way or another."""
    folder.mkdir()
    async with site(folder, SMALL[-2]) as found:
        people = await found.seated(many=(3, 2))
        for name, seat in (("onlooker", "1."), ("elsewhere", "")):
            people.append(found.device(name))
            await people[-1].joins(seat)
        await people[-1].post("/do/sit", {"seat": "1."})
        trainer, wall = await found.trainer(), found.device("wall")
        await trainer.does("/console/do/begin", table="all")
        streams: list[Stream] = [await listen(each) for each in people]
        streams += [await listen(trainer, "/console/news"), await listen(wall, "/wall/news")]
        await act(found, people, which)
        for showing in ("tables", "join", "table"):
            await trainer.does("/console/do/show", what=showing, table=1)
            await wall.get("/wall")
            for each in people:
                await each.get("/seat")
                await each.get("/hand")
        for stream in streams:
            await stream.ends()
        assert all(set(each.heard) <= NEWS for each in found.devices)
        table = found.room.table(1)
        made = repr((table.preferred, table.live.pending, table.live.trace.trust, table.marks))
        return {"made": [made], **{each.name: each.received for each in found.devices}}


@pytest.fixture
def same_keys(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Calling it makes the keys of the devices the same as the last time."""

    def again() -> None:
        numbers = count(1)
        monkeypatch.setattr(doors, "new_ticket", lambda: f"{next(numbers):022}")

    return again


@pytest.mark.slow
@pytest.mark.parametrize(("act", "may_differ"), ACTS)
def test_what_others_receive_does_not_depend_on_what_is_not_for_them(
    tmp_path: Path, act: Acts, may_differ: tuple[int, ...], same_keys: Callable[[], None]
) -> None:
    came = []
    for which in (0, 1):
        same_keys()
        came.append(asyncio.run(what_came(tmp_path / str(which), act, which)))
    assert came[0].pop("made") != came[1].pop("made")
    names = list(came[0])
    for at, name in enumerate(names):
        if at not in may_differ:
            assert came[0][name] == came[1][name], name


def test_who_thinks_about_bringing_something_up_is_not_told_to_the_others(tmp_path: Path) -> None:
    async def afternoon() -> None:
        async with site(tmp_path, MILL) as found:
            people = await found.seated(many=(1,))
            trainer, wall = await found.trainer(), found.device("wall")
            await trainer.does("/console/do/begin", table="all")
            await trainer.does("/console/do/show", what="tables")
            table, luck = found.room.table(1), random.Random(2)
            while table.live.state.stage is not Stage.RAISING:
                assert not table.live.is_over, "choose another seed"
                party = table.live.waiting_for[0]
                table.live.choose(random_choice(table.live.compiled, table.live.state, party, luck))
            (thinks,) = table.live.waiting_for
            names = {p.id: p.name for p in table.live.view(thinks).others}
            names |= {thinks: found.compiled.scenario.parties[thinks].name}
            for each in people:
                party = each.name.partition("-")[0]
                told = text_of((await each.get()).text)
                if party != thinks:
                    waits = told.partition("Still choosing: ")[2].partition(".")[0]
                    others = {n.in_language("en") for p, n in names.items() if p != party}
                    assert {n for n in others if n in waits} == others
            shown = text_of((await wall.get("/wall")).text)
            assert f"0 of {len(people)} sealed" in shown
            told = text_of((await trainer.get("/console")).text)
            waits = told.partition("Waiting for ")[2].partition(", for ")[0]
            assert all(name.in_language("en") in waits for name in names.values())

    asyncio.run(afternoon())
