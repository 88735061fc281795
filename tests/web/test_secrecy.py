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

from engine.play.state import Choice, RaiseChoice, Stage
from engine.play.step import Step
from engine.play.trace import plain_choice
from engine.scenario.vocabulary import REPLIES, RESPONSES
from game.web import doors
from game.workshop.entries import Sealed
from game.workshop.hall import open_room
from game.workshop.kept import happened
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
        self.site, self.may = found, MayRead(found.compiled)
        self.taken_in: list[Step] = []
        self.own: dict[str, set[str]] = {}  # what a device wrote itself

    def follow(self) -> None:
        """Take in what has happened, for those too who play on while somebody thinks."""
        table = self.site.room.table(1)
        for each_play in (table.live, *table.ahead):
            for step in each_play.steps:
                if not any(step is each for each in self.taken_in):
                    self.may.follow(step.events, step.state.world)
                    self.taken_in.append(step)

    def allowed(self, device: Device) -> set[str]:
        """What that device may read."""
        party = device.name.partition("-")[0]
        own = self.own.get(device.name, set())
        if party in self.site.compiled.parties:
            return own | self.may.of(party)
        if device.name == "trainer":
            return self.may.room | self.notes
        if device.name in ("onlooker", "wall"):
            return own | self.may.room
        return {m for m in self.may.room if re.fullmatch(r"title|parties\.[^.]+\.name", m)}

    @property
    def notes(self) -> set[str]:
        """The marks in the trainer's notes."""
        scenario = self.site.compiled.scenario
        phases = {f"script.phases.{phase}.trainer" for phase in scenario.script.phases}
        return phases | marks_in_text(str(scenario.debrief.trainer))

    def check(self) -> None:
        """Look through what has come since."""
        self.follow()
        for device in self.site.devices:
            # Everybody has come in by the door, which says who wrote it.
            allowed = self.allowed(device) | {"credits"}
            extra = marks_in_answers(self.site, device.received) - allowed
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


# --- what the existence of a choice tells ---------------------------------------------------------


async def to_a_discovery(
    found: Site, seed: int = 2, *, is_last: bool = False
) -> tuple[Device, list[Device]]:
    """Play until somebody has found something out, and is asked whether to bring it up: who, and
    the others of the table. is_last: until that is all that is left before the ending.
    """
    people = await found.seated(many=(1,))
    trainer = await found.trainer()
    await trainer.does("/console/do/begin", table="all")
    await trainer.does("/console/do/show", what="tables")
    await trainer.does("/console/do/timers", soft=5, hard=20)
    table, luck = found.room.table(1), random.Random(seed)
    while not (table.lacks_only_a_thought if is_last else table.live.state.stage is Stage.RAISING):
        assert not table.live.is_over, "choose another seed"
        party, now = next(iter(table.waiting_for.items()))
        choice: Choice = random_choice(now.compiled, now.state, party, luck)
        if isinstance(choice, RaiseChoice):
            choice = RaiseChoice(party, raises=False)
        entry = Sealed(step=len(now.steps), party=party, choice=plain_choice(choice))
        await found.room.at_table(1, lambda *_, made=entry: (made,))
        found.clock.now += 7
    (party,) = table.live.waiting_for
    (thinks,) = (each for each in people if each.name.startswith(party))
    return thinks, [each for each in people if each is not thinks]


async def decides(device: Device, what: str) -> None:
    form = await device.choice()
    assert form is not None
    assert form.hidden["stage"] == "raising"
    (name,) = form.fields
    value = next(each for each in form.fields[name].values if each == what)
    answer = await device.sends(form, {**form.hidden, name: value})
    assert answer.status_code == 200


async def seen_by(found: Site, others: list[Device]) -> dict[str, str]:
    """What the others at the table, the wall, the trainer and an export see now."""
    onlooker, wall, trainer = found.device("onlooker"), found.device("wall"), await found.trainer()
    seen = {each.name: (await each.get()).text for each in others}
    await onlooker.joins("1.") if "onlooker" not in str(found.room.room.people) else None
    seen["onlooker"] = (await onlooker.get()).text
    seen["wall"] = (await wall.get("/wall")).text
    await trainer.does("/console/do/show", what="table", table=1)
    seen["wall, one table"] = (await wall.get("/wall")).text
    await trainer.does("/console/do/show", what="tables")
    seen["console"] = (await trainer.get("/console")).text
    seen["taken out"] = repr([
        (each.kind, each.table, each.person, each.about)
        for each in happened(found.room) if each.table
    ])  # fmt: skip
    return {name: re.sub(r'value="[A-Za-z0-9_-]{22}"', "", text) for name, text in seen.items()}


@pytest.mark.slow
def test_that_somebody_thinks_about_a_discovery_is_not_told_to_anybody(tmp_path: Path) -> None:
    """What may be known: that some party has not chosen yet, as in every round. What may not: that
    there is anything to think about, whether it was kept back, and how often that has happened.
    """

    async def afternoon() -> None:
        async with site(tmp_path, MILL) as found:
            thinks, others = await to_a_discovery(found)
            onlooker = found.device("onlooker")
            await onlooker.joins("1.")
            table, watched = found.room.table(1), [*others, onlooker]
            streams = [await listen(each) for each in watched]
            found.clock.now += 60
            before = await seen_by(found, watched)
            # The next round is asked of the others at once, as ever.
            assert [(await each.choice()) is not None for each in others] == [True] * len(others)
            await asyncio.sleep(0.05)
            heard = [len(each.came) for each in streams]
            await decides(thinks, "keep")
            await asyncio.sleep(0.05)
            # Who looks on hears of whatever is said at the table, and not of what.
            assert [len(each.came) for each in streams][:-1] == heard[:-1]
            assert table.live.state.stage is not Stage.RAISING
            assert await seen_by(found, watched) == before
            for each in streams:
                await each.ends()

    asyncio.run(afternoon())


@pytest.mark.slow
@pytest.mark.parametrize("what", ["keep", "raise"])
def test_what_was_chosen_meanwhile_counts_unless_something_is_brought_up(
    tmp_path: Path, what: str
) -> None:
    async def afternoon() -> None:
        async with site(tmp_path, MILL) as found:
            thinks, others = await to_a_discovery(found)
            table, luck = found.room.table(1), random.Random(1)
            other = others[0].name.partition("-")[0]
            form = await others[0].choice()
            assert form is not None
            if form.hidden["stage"] == "trust":
                await others[0].sends(form, {**form.hidden, "pass": "on"})
                form = await others[0].choice()
                assert form is not None
            answer = await others[0].sends(form, form.filled(luck))
            assert answer.status_code == 200
            assert list(table.public.pending) == [other]
            assert other not in table.live.pending
            moment = table.moment
            await decides(thinks, what)
            if what == "keep":
                assert list(table.live.pending) == [other]
                assert (table.live, table.moment) == (table.public, moment)
            else:
                assert table.live.state.stage is Stage.CONFRONTED
                assert not table.live.pending
                assert not table.ahead
                assert table.moment != moment
            # And it is the same for whoever reads it from the journal.
            again = open_room(found.journal, "test")
            assert again is not None
            assert again.table(1).live.trace == table.live.trace
            assert again.table(1).live.pending == table.live.pending
            async for _ in play([thinks, *others], luck):
                pass
            assert table.live.is_over
            assert not found.room.damaged

    asyncio.run(afternoon())


@pytest.mark.slow
@pytest.mark.parametrize("what", ["keep", "raise"])
def test_nobody_sees_an_ending_that_may_be_taken_back(tmp_path: Path, what: str) -> None:
    async def afternoon() -> None:
        async with site(tmp_path, MILL) as found:
            thinks, others = await to_a_discovery(found, 17, is_last=True)
            table = found.room.table(1)
            ending, seen = "part end", await seen_by(found, others)
            assert not [name for name, page in seen.items() if ending in page]
            assert not [each for each in others if await each.choice()]
            # They wait for that party as in every round, and are told of nothing else.
            for each in others:
                assert (
                    f'class="note">Sealed. Still choosing: {thinks_as(found, thinks)}.'
                    in (seen[each.name])
                )
                assert "rais" not in text_of(seen[each.name])
            streams = [await listen(each) for each in others]
            await asyncio.sleep(0.05)
            heard = [len(each.came) for each in streams]
            await decides(thinks, what)
            await asyncio.sleep(0.05)
            assert all(len(each.came) > n for each, n in zip(streams, heard, strict=True))
            for stream in streams:
                await stream.ends()
            assert table.live.is_over == (what == "keep")
            async for _ in play([thinks, *others], random.Random(1)):
                pass
            assert table.live.is_over
            assert all([ending in (await each.get()).text for each in (thinks, *others)])

    asyncio.run(afternoon())


def thinks_as(found: Site, device: Device) -> str:
    """What the party of that device is called."""
    party = found.room.compiled.scenario.parties[device.name.partition("-")[0]]
    return party.name.en or ""


@pytest.mark.slow
def test_the_debrief_waits_for_nobody_who_thinks_about_a_discovery(tmp_path: Path) -> None:
    async def afternoon() -> None:
        async with site(tmp_path, MILL) as found:
            await to_a_discovery(found, 11, is_last=True)
            trainer = await found.trainer()
            await trainer.does("/console/do/debrief", begins="yes")
            await found.room.settle(1)
            assert found.room.table(1).live.is_over

    asyncio.run(afternoon())


@pytest.mark.slow
def test_going_on_and_back_tell_the_trainer_nothing_of_it(tmp_path: Path) -> None:
    async def afternoon() -> None:
        async with site(tmp_path, MILL) as found:
            await to_a_discovery(found)
            trainer, table = await found.trainer(), found.room.table(1)
            moment, rounds = table.moment, table.public.state.world.round[0]
            await trainer.does("/console/do/go-on", table=1, moment=moment)
            assert table.moment != moment  # all have chosen, as in every round
            while table.public.state.world.round[0] == rounds:
                await trainer.does("/console/do/go-on", table=1, moment=table.moment)
            while table.public.state.world.round[0] > rounds - 1:
                before = table.moment
                await trainer.does("/console/do/back", table=1, moment=before)
                assert table.live.state.stage is not Stage.RAISING
                assert table.moment != before
            assert not [at for at, _ in table.late if at > table.step]

    asyncio.run(afternoon())


@pytest.mark.slow
def test_choices_are_numbered_as_if_nobody_had_thought_about_anything(tmp_path: Path) -> None:
    async def afternoon() -> None:
        async with site(tmp_path, MILL) as found:
            thinks, others = await to_a_discovery(found)
            table, luck, thought = found.room.table(1), random.Random(4), 0
            numbers = [int(table.moment.partition("-")[2])]
            while not table.live.is_over:
                for device in (thinks, *others):
                    form = await device.choice()
                    if form is None:
                        continue
                    if form.hidden["stage"] == "raising":
                        thought += 1
                        await decides(device, "keep")
                    else:
                        assert re.fullmatch(r"0-[0-9]+", form.hidden["moment"])
                        await device.sends(form, form.filled(luck))
                    numbers.append(int(table.moment.partition("-")[2]))
                    assert numbers[-1] - numbers[-2] in (0, 1)
            assert thought

    asyncio.run(afternoon())
