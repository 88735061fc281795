"""The course of a story for whoever chooses it: where the talks go, and no more than may be known.

What the talks decide stays hidden until an earlier play has been there.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from engine.scenario.scenery import Scenery
from engine.scenario.schema import Phase
from game.drawing.layered import Step, in_layers
from game.words import Words

if TYPE_CHECKING:
    from engine.live_play import CompiledScenario

StopKind = Literal["talks", "moment", "hidden", "endings"]


@dataclass(frozen=True, slots=True)
class Stop:
    """A phase, or the endings as the last stop. facts: what is done there, in a few words.

    where: None where nothing may be seen yet. been: an earlier play came there.
    """

    kind: StopKind
    title: str
    facts: str
    where: Scenery | None = None
    been: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """The stops in columns, the first one left, and None where only a way passes.

    ways: from column to column, and whether the story is sure to go there. doors: for each ending,
    whether an earlier play ended like that. told: all of it in a sentence.
    """

    columns: tuple[tuple[Stop | None, ...], ...]
    ways: tuple[tuple[Step, bool], ...]
    doors: tuple[bool, ...]
    told: str


def course(
    compiled: "CompiledScenario", words: Words, been: Collection[str] = (),
    ended: Collection[str] = (),
) -> Course:  # fmt: skip
    """The course of that story. been, ended: the phases and endings of earlier plays, by name."""
    scenario = compiled.scenario
    missed = dict(zip(compiled.phases, compiled.may_be_missed, strict=True))
    phases = _reached(scenario.script.phases, scenario.script.start)
    stops = []
    for name, phase in phases.items():
        if name in been or (phase.starts and not missed[name]):
            where = scenario.scenery(phase.decor, phase)
            kind: StopKind = "moment" if phase.reflection else "talks"
            title, facts = words.of(phase.name), _facts(words, phase)
            stops.append(Stop(kind, title, facts, where, name in been))
        else:
            stops.append(Stop("hidden", "", words("course.hidden")))
    doors = tuple(name in ended for name in scenario.endings)
    seen = words("course.seen", n=sum(doors)) if any(doors) else ""
    stops.append(Stop("endings", words("course.endings", n=len(doors)), seen))
    links = _links(phases)
    columns, steps = in_layers(len(stops), links)
    ends = [{stops[end].kind for end in link} for link in links]
    return Course(
        tuple(tuple(None if at is None else stops[at] for at in each) for each in columns),
        tuple((step, all("hidden" not in ends[at] for at in step.links)) for step in steps),
        doors, _told(words, stops),
    )  # fmt: skip


def _reached(phases: Mapping[str, Phase], start: str) -> dict[str, Phase]:
    """The phases to which some way leads, in the order of the script."""
    ahead, found = [start], set[str]()
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += [branch.to for branch in phases[name].next]
    return {name: phase for name, phase in phases.items() if name in found}


def _links(phases: Mapping[str, Phase]) -> list[tuple[int, int]]:
    """The ways between the stops, by number; the endings come after all phases."""
    at = {name: number for number, name in enumerate(phases)}
    links = []
    for name, phase in phases.items():
        links += [(at[name], at[branch.to]) for branch in phase.next]
        if not any(branch.always for branch in phase.next):
            links.append((at[name], len(at)))
    return list(dict.fromkeys(links))


def _facts(words: Words, phase: Phase) -> str:
    return words("role.moment") if phase.reflection else words("role.rounds", n=phase.rounds)


def _told(words: Words, stops: Sequence[Stop]) -> str:
    named = [
        words("course.stop", name=each.title, facts=each.facts)
        if each.title and each.facts
        else each.title or each.facts
        for each in stops
    ]
    return words("course.told", stops="; ".join(named))
