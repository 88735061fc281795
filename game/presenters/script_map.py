"""The map of a scenario as plain values: phases, arrows, events and endings, with how often."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from engine.scenario.schema import ALWAYS, Branch, Ending, Occasion, Phase, Scenario
from game.presenters.conditions import Reader
from game.words import Words

if TYPE_CHECKING:
    from engine.simulate import Plan, Routes

PlaceKind = Literal["talks", "moment", "missing"]


@dataclass(frozen=True, slots=True)
class Place:
    """A phase, in the order of the script; those that are only named stand last.

    plays: how many reached it; None if none were played. facts: what it is, and what
    became of plays there, in a few words each.
    """

    name: str
    title: str
    kind: PlaceKind
    facts: tuple[str, ...]
    plays: int | None


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from one phase to another, or out of the script (`to` is None). plays: took it.

    when: under which condition; empty where it is the only way.
    """

    source: str
    to: str | None
    when: str
    plays: int | None


@dataclass(frozen=True, slots=True)
class Chance:
    """An event or an ending: under which conditions, and in how many plays it came about."""

    name: str
    title: str
    when: tuple[str, ...]
    plays: int | None


@dataclass(frozen=True, slots=True)
class ScriptMap:
    """The whole map, in one language. plays: in all; 0 if the script was not played."""

    title: str
    how: str
    start: str
    plays: int
    places: tuple[Place, ...]
    arrows: tuple[Arrow, ...]
    events: tuple[Chance, ...]
    endings: tuple[Chance, ...]

    def share(self, plays: int) -> float:
        """The share of all plays, in [0, 1]."""
        return plays / self.plays

    @property
    def missed(self) -> tuple[str, ...]:
        """The phases, events and endings that no play came to."""
        found: tuple[Place | Chance, ...] = (*self.places, *self.events, *self.endings)
        return tuple(each.title for each in found if each.plays == 0)


def script_map(
    scenario: Scenario, words: Words, plan: "Plan | None" = None, found: "Routes | None" = None
) -> ScriptMap:
    """The map of that scenario; with what was found, also how often. plan: how it was played."""
    reader = Reader(scenario, words)
    script = scenario.script
    return ScriptMap(
        title=words("map.title", scenario=words.of(scenario.title)),
        how=_how(words, plan),
        start=script.start,
        plays=found.plays if found else 0,
        places=tuple(_places(reader, found)),
        arrows=tuple(_arrows(reader, found)),
        events=tuple(
            Chance(name, words.of(each.name), tuple(when_event(reader, each)),
                   found.events[at] if found else None)
            for at, (name, each) in enumerate(script.events.items())
        ),
        endings=tuple(
            Chance(name, words.of(each.title), tuple(when_ending(reader, each)),
                   found.endings[at] if found else None)
            for at, (name, each) in enumerate(scenario.endings.items())
        ),
    )  # fmt: skip


def share_words(words: Words, plays: int, of: int) -> str:
    """A share of the plays: never is never, and always is always."""
    if plays == 0:
        return words("map.never")
    percent = 100 * plays / of
    if percent < 1:
        return words("map.little")
    if 99 < percent < 100:
        return words("map.nearly")
    return f"{round(percent)}%"


def described(found: ScriptMap, words: Words) -> str:
    """The map in a sentence, for who can't see it."""
    counted = words(
        "map.describes",
        places=len(found.places), arrows=len(found.arrows), events=len(found.events),
        endings=len(found.endings),
    )  # fmt: skip
    return " ".join(each for each in (counted, missed_words(found, words)) if each)


def missed_words(found: ScriptMap, words: Words) -> str:
    """What no play came to, in a sentence; empty where there is nothing of the kind."""
    missed = [f"“{each}”" for each in found.missed]
    return words("map.missed", what=words.all_of(missed)) if missed else ""


def _how(words: Words, plan: "Plan | None") -> str:
    if plan is None:
        return words("map.how.none")
    from engine.players import PERSONAS  # a map without plays does not wait for the players

    return words(
        "map.how", plays=plan.count, seed=str(plan.seed), personas=len(PERSONAS),
        castings=len(plan.castings),
    )  # fmt: skip


def _places(reader: Reader, found: "Routes | None") -> Iterator[Place]:
    script = reader.scenario.script
    for at, (name, phase) in enumerate(script.phases.items()):
        facts = [*_facts(reader, phase), *(_fates(reader.words, found, at) if found else [])]
        if name == script.start:
            facts.insert(0, reader.words("map.starts"))
        yield Place(
            name, reader.words.of(phase.name), "moment" if phase.reflection else "talks",
            tuple(facts), found.reached[at] if found else None,
        )  # fmt: skip
    named = [branch.to for phase in script.phases.values() for branch in phase.next]
    for name in dict.fromkeys(named):
        if name not in script.phases:
            yield Place(name, name, "missing", (reader.words("map.missing"),), None)


def _facts(reader: Reader, phase: Phase) -> Iterator[str]:
    words, between = reader.words, phase.negotiable.between
    if phase.reflection:
        yield words("map.moment")
    elif between:
        yield words("map.rounds.between", n=phase.rounds, low=between[0], high=between[1])
    else:
        yield words("map.rounds", n=phase.rounds)
    if phase.until is not None:
        yield words("map.until", what=reader.condition(phase.until))
    if phase.with_:
        yield words("map.side-talk", parties=words.all_of([reader.party(p) for p in phase.with_]))
    if not phase.starts:
        yield words("map.starts-off")


def _fates(words: Words, found: "Routes", at: int) -> Iterator[str]:
    for key, counts in (("passed", found.passed), ("called", found.called),
                        ("stopped", found.stopped)):  # fmt: skip
        if counts[at]:
            yield words(f"map.{key}", share=share_words(words, counts[at], found.plays))


def _arrows(reader: Reader, found: "Routes | None") -> Iterator[Arrow]:
    for at, (name, phase) in enumerate(reader.scenario.script.phases.items()):
        has_others = len(phase.next) > 1
        for number, branch in enumerate(phase.next):
            when = ", ".join(when_branch(reader, branch))
            if branch.always and has_others:
                when = reader.words("map.otherwise")
            yield Arrow(name, branch.to, when, found.taken[at][number] if found else None)
        if not any(branch.always for branch in phase.next):
            when = reader.words("map.otherwise") if phase.next else ""
            yield Arrow(name, None, when, found.finished[at] if found else None)


def when_branch(reader: Reader, branch: Branch) -> Iterator[str]:
    """When a branch is taken, in a few words each; nothing where it always is."""
    if branch.when != ALWAYS:
        yield reader.words("map.when", what=reader.condition(branch.when))
    if branch.chance < 100:
        yield reader.words("map.by-chance", n=branch.chance)


def when_event(reader: Reader, event: Occasion) -> Iterator[str]:
    """When an event can happen and to whom, in a few words each."""
    words = reader.words
    if event.on:
        yield words("map.on", time=_time(words, event.on))
    if event.after:
        yield words("map.after", time=_time(words, event.after))
    if event.when != ALWAYS:
        yield words("map.when", what=reader.condition(event.when))
    if not event.on and event.chance < 100:
        yield words("map.chance", n=event.chance)
    if event.whom in ("any", "all"):
        yield words(f"map.party.{event.whom}")
    else:
        yield words("map.party.one", party=reader.party(event.whom))
    if event.leaves is not None:
        yield words("map.leaves", who=reader.person(event.leaves))


def when_ending(reader: Reader, ending: Ending) -> Iterator[str]:
    """When the play ends like that."""
    if ending.when == ALWAYS:
        yield reader.words("map.otherwise")
    else:
        yield reader.words("map.when", what=reader.condition(ending.when))


def _time(words: Words, duration: str) -> str:
    number, _, unit = duration.partition(" ")
    key = f"map.{unit.removesuffix('s')}"
    return words(key, n=int(number)) if number.isdigit() and words.has(key) else duration
