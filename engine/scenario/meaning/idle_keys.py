"""Keys that do nothing where they are. A key that does nothing is a mistake, not a decoration."""

from collections.abc import Iterator
from itertools import chain

from engine.scenario.aiming import makers
from engine.scenario.meaning.elements import asks_for_guile, changeable, effects
from engine.scenario.meaning.rounds import Calendar
from engine.scenario.nodes import ScalarNode
from engine.scenario.problems import Problem, Value
from engine.scenario.schema import Decor, Effect, Prop, Ritual, Scenario
from engine.scenario.schema_walk import Path, SourceMap, is_part
from engine.scenario.suggestions import listed
from engine.scenario.vocabulary import TRAITS

# What an effect can do, by what has it. A rule, decor, prop or role works while in force; a ritual
# or move gives a push; an event works while it lasts. A test compares this with the play.
_STANDING = (
    "only", "safety", "understanding", "internal_balance", "pressure", "competition",
    "formal_overlap", "exposure", "detection", "exit_cost", *TRAITS, "forbids", "allows",
)  # fmt: skip
_PUSH = (
    "safety", "understanding", "internal_balance", "formal_overlap", "exposure", "lock_in", "trust",
)  # fmt: skip
WORKING: dict[str, tuple[str, ...]] = {
    "rule": _STANDING,
    "decor": _STANDING,
    "prop": _STANDING,
    "role": _STANDING,
    "ritual": ("only", *_PUSH),
    "move": _PUSH,
    "event": (
        "only", "safety", "understanding", "internal_balance", "pressure", "competition",
        "formal_overlap", "exposure", "detection", "exit_cost", "lock_in", "trust",
    ),
}  # fmt: skip
# The numbers that all parties share: an effect can't be limited to one party.
_SHARED = frozenset({"understanding", "formal_overlap", "detection", "exit_cost"})
_AT_ONCE = frozenset({"trust", "lock_in"})


def idle_key_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Every key that does nothing where it is, with the reason."""
    yield from _effect_problems(scenario, source)
    yield from _nothing_to_tell(scenario, source)
    yield from _nobody_apart(scenario, source)
    yield from _listed_twice(source)
    idle = chain(
        _idle_in_elements(scenario),
        _idle_in_roles(scenario),
        _idle_in_moves(scenario),
        _idle_in_script(scenario),
    )
    for path, reason in idle:
        params: dict[str, Value] = {"written": str(path[-1]), "reason": reason}
        yield Problem("idle-key", source.at_key(*path), params)


def _effect_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    for thing, path, effect in effects(scenario):
        for name in _given(effect):
            if name not in WORKING[thing]:
                word = f"an-{thing}" if thing == "event" else f"a-{thing}"
                params = {"written": name, "thing": word, "known": listed(WORKING[thing])}
                yield Problem("effect-not-here", source.at_key(*path, "effect", name), params)


def _given(effect: Effect) -> list[str]:
    """The keys of an effect that the author wrote, by name."""
    return [name for name in Effect.model_fields if name in effect.model_fields_set]


_Idle = Iterator[tuple[Path, str]]


def _idle_in_elements(scenario: Scenario) -> _Idle:
    for path, element in changeable(scenario):
        ways = element.negotiable
        if not ways.allowed:
            for name in ways.model_fields_set - {"allowed"}:
                yield (*path, "negotiable", name), "not-negotiable"
        if isinstance(element, Ritual) and element.hollow and not element.hollow_below:
            yield (*path, "hollow"), "never-hollow"
        if isinstance(element, Prop) and element.secret and _is_always_on_table(element):
            yield (*path, "secret"), "on-the-table"
        if isinstance(element, Decor) and element.shows and element.picture is None:
            yield (*path, "shows"), "no-picture"
    for thing, path, effect in effects(scenario):
        given = set(_given(effect))
        if WORKING[thing] is _STANDING and "only" in given and given - {"only"} <= _SHARED:
            yield (*path, "effect", "only"), "shared"


def _idle_in_roles(scenario: Scenario) -> _Idle:
    adopted = {name for event in scenario.script.events.values() for name in event.adopts}
    for address, role in scenario.all_roles():
        if role.arrives and not role.negotiable.allowed and address not in adopted:
            party, _, role_id = address.partition(".")
            yield ("parties", party, "roles", role_id, "arrives"), "never-comes"


def _is_always_on_table(prop: Prop) -> bool:
    return prop.held_by == "table" and not prop.negotiable.allowed


def _idle_in_moves(scenario: Scenario) -> _Idle:
    asked = asks_for_guile(scenario)
    for move_id, move in scenario.moves.items():
        if move.uses_up and move.needs is None:
            yield ("moves", move_id, "uses_up"), "no-prop"
        if move.hands_over and move.needs is None:
            yield ("moves", move_id, "hands_over"), "no-prop"
        if move.hands_over and move.uses_up:
            yield ("moves", move_id, "uses_up"), "handed-over"
        if move.again and move.once:
            yield ("moves", move_id, "again"), "only-once"
        if move.found_out and not asked and not move.has_guile:
            yield ("moves", move_id, "found_out"), "no-guile"


def _nothing_to_tell(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """The moves that another says it tells of, and that whoever plays it can't have hidden."""
    asked = asks_for_guile(scenario)
    for move_id, move in scenario.moves.items():
        for at, name in enumerate(move.reveals):
            told, reason = scenario.moves[name], None
            if not asked and not told.has_guile:
                reason = "hides-nothing"
            elif set(makers(scenario, told)).isdisjoint(makers(scenario, move)):
                reason = "never-theirs"
            if reason is not None:
                mark = source.at_value("moves", move_id, "reveals", at)
                yield Problem("idle-key", mark, {"written": name, "reason": reason})


def _nobody_apart(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """People named for nothing as away from the table for a move."""
    for move_id, move in scenario.moves.items():
        able = makers(scenario, move)
        for at, name in enumerate(move.apart):
            mark = source.at_value("moves", move_id, "apart", at)
            party, dot, _ = name.partition(".")
            if dot and party not in able:
                people = (each for each, _ in scenario.all_roles())
                known = listed(each for each in people if each.partition(".")[0] in able)
                params: dict[str, Value] = {"written": name, "party": party, "known": known}
                yield Problem("apart-not-theirs", mark, params)
            elif name != "all" and "all" in move.apart:
                yield Problem("idle-key", mark, {"written": name, "reason": "all-go"})


def _listed_twice(source: SourceMap) -> Iterator[Problem]:
    """Names and words that stand in a list for the second time; texts may be alike."""
    seen: set[tuple[Path, str]] = set()
    for typed in source.all():
        node = typed.node
        if isinstance(node, ScalarNode) and typed.is_item and not is_part(typed.expects):
            here = (typed.path[:-1], node.written)
            if here in seen:
                yield Problem("listed-twice", typed.mark, {"written": node.written})
            seen.add(here)


def _idle_in_script(scenario: Scenario) -> _Idle:
    script = scenario.script
    if script.called and not script.calls:
        yield ("script", "called"), "no-calls"
    if script.goes_on_with is not None and script.goes_on_with >= len(scenario.parties):
        yield ("script", "goes_on_with"), "all-needed"
    calendar = Calendar(scenario)
    for phase_id, phase in script.phases.items():
        if phase.until is not None and calendar.rounds_of(phase_id)[1] == 1:
            yield ("script", "phases", phase_id, "until"), "one-round"
        for name in ("moves", "situations", "answers", "until"):
            if phase.rounds is None and getattr(phase, name):
                yield ("script", "phases", phase_id, name), "no-rounds"
        if phase.rounds is None and phase.with_:
            yield ("script", "phases", phase_id, "with"), "no-rounds"
        if phase.outside is not None and not phase.with_:
            yield ("script", "phases", phase_id, "outside"), "nobody-outside"
    for event_id, event in script.events.items():
        if event.on is not None:
            for name in ("after", "chance"):
                if name in event.model_fields_set:
                    yield ("script", "events", event_id, name), "on-a-date"
        if event.leaves is not None:
            for name in ("party", "turnover"):
                if name in event.model_fields_set:
                    yield ("script", "events", event_id, name), "somebody-leaves"
        shows = event.hour is not None or event.weather is not None
        if event.lasts is not None and not shows and set(event.effect.shifts()) <= _AT_ONCE:
            yield ("script", "events", event_id, "lasts"), "nothing-lasts"
