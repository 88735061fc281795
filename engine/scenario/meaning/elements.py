"""Rules, rituals, decor, props, roles and phases: do they do anything, can they be changed?"""

from collections.abc import Iterator

from engine.scenario.problems import Problem, Value
from engine.scenario.schema import (
    Condition,
    Decor,
    Effect,
    Element,
    Phase,
    Role,
    Rule,
    Scenario,
)
from engine.scenario.schema_walk import Path, SourceMap
from engine.scenario.vocabulary import CHAPTERS, Chapter

NOTHING = Effect()
Changeable = Element | Role | Phase

_SHIFT_RANGE = (-30, 30)
_EXIT_COST_RANGE = (0, 60)
_ROUNDS_RANGE = (1, 12)
_THINGS = {"rules": "rule", "rituals": "ritual", "decor": "decor", "props": "prop"}


def changeable(scenario: Scenario) -> Iterator[tuple[Path, Changeable]]:
    """Everything the players could change, with its path in the file."""
    for chapter in ("rules", "rituals", "decor", "props"):
        for element_id, element in getattr(scenario, chapter).items():
            yield (chapter, element_id), element
    for party_id, party in scenario.parties.items():
        for role_id, role in party.roles.items():
            yield ("parties", party_id, "roles", role_id), role
    for phase_id, phase in scenario.script.phases.items():
        yield ("script", "phases", phase_id), phase


def effects(scenario: Scenario) -> Iterator[tuple[str, Path, Effect]]:
    """The effects of everything that can have one, with what has it and where it is."""
    for path, element in changeable(scenario):
        if not isinstance(element, Phase):
            yield _THINGS.get(str(path[0]), "role"), path, element.effect
    for move_id, move in scenario.moves.items():
        yield "move", ("moves", move_id), move.effect
    for event_id, event in scenario.script.events.items():
        yield "event", ("script", "events", event_id), event.effect


def asks_for_guile(scenario: Scenario) -> bool:
    """Whether a thing in force can give guile to a move that has none."""
    return any(effect.guile and effect.guile.min for _, _, effect in effects(scenario))


def name_of(path: Path) -> str:
    """How conditions and events name a thing that can be changed."""
    return f"{path[1]}.{path[3]}" if path[0] == "parties" else str(path[-1])


def element_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Things that nobody can change, that do nothing, or whose negotiation is about nothing."""
    open_to_change, in_time = _chapters_open_to_change(scenario), _changed_in_time(scenario)
    adopted = {name for event in scenario.script.events.values() for name in event.adopts}
    used = _names_in_conditions(source) | {str(move.needs) for move in scenario.moves.values()}
    for path, element in changeable(scenario):
        name, chapter = name_of(path), _chapter(path)
        yield from _negotiable_problems(path, element, source)
        if element.negotiable.allowed and chapter not in open_to_change:
            params: dict[str, Value] = {"written": name, "chapter": chapter}
            yield Problem("never-negotiated", source.at_key(*path, "negotiable"), params)
        elif isinstance(element, Phase) and element.negotiable.allowed and name not in in_time:
            mark = source.at_key(*path, "negotiable")
            yield Problem("changed-too-late", mark, {"written": name})
        is_off = not isinstance(element, Decor) and not starts_on(element)
        if is_off and not element.negotiable.allowed and name not in adopted:
            yield Problem("never-in-force", source.at_key(*path, "starts"), {"written": name})
        yield from _idle_problems(path, element, used, source)
    for chapter in CHAPTERS:
        if chapter in ("rules", "rituals", "props") and not getattr(scenario, chapter):
            yield Problem("chapter-unused", source.at_key(chapter), {"chapter": chapter})


def starts_on(element: Changeable) -> bool:
    """Whether it is in force from the start; decors always are."""
    return bool(getattr(element, "starts", True))


def _idle_problems(
    path: Path, element: Changeable, used: set[str], source: SourceMap
) -> Iterator[Problem]:
    name = name_of(path)
    if isinstance(element, Phase | Role) or element.effect != NOTHING or name in used:
        return
    if isinstance(element, Rule):
        yield Problem("rule-without-effect", source.at_key(*path), {"written": name})
    if path[0] == "props":
        yield Problem("prop-unused", source.at_key(*path), {"written": name})


def _chapter(path: Path) -> Chapter:
    found = "roles" if path[0] == "parties" else path[0]
    return next(chapter for chapter in CHAPTERS if chapter == found)


def _chapters_open_to_change(scenario: Scenario) -> set[str]:
    script = scenario.script
    moments = [phase.reflection for phase in script.phases.values() if phase.reflection]
    if script.calls and script.called:
        moments.append(script.called)
    # A called moment without texts of its own may change everything.
    everything = set(CHAPTERS) if script.calls and not script.called else set()
    return everything.union(*(moment.may_change for moment in moments))


def _changed_in_time(scenario: Scenario) -> set[str]:
    """The phases that a moment at which the script may be changed can come before."""
    script = scenario.script
    if script.calls and (script.called is None or "script" in script.called.may_change):
        return set(script.phases)
    ahead = [
        branch.to for phase in script.phases.values()
        if phase.reflection and "script" in phase.reflection.may_change for branch in phase.next
    ]  # fmt: skip
    found: set[str] = set()
    while ahead:
        if (name := ahead.pop()) not in found:
            found.add(name)
            ahead += [branch.to for branch in script.phases[name].next]
    return found


def _names_in_conditions(source: SourceMap) -> set[str]:
    return {
        str(value)
        for typed in source.all()
        if typed.owner is Condition
        and typed.field in ("in_force", "not_in_force")
        and isinstance(value := getattr(typed.node, "value", None), str)
    }


def _negotiable_problems(path: Path, element: Changeable, source: SourceMap) -> Iterator[Problem]:
    between = element.negotiable.between
    if between is None:
        return
    mark = source.at_value(*path, "negotiable", "between")
    number = _negotiated_number(element)
    if number is None:
        yield Problem("between-without-number", mark)
        return
    field, start, (lowest, highest) = number
    beyond = [bound for bound in between if not lowest <= bound <= highest]
    if beyond:
        params: dict[str, Value] = {"written": beyond[0], "lowest": lowest, "highest": highest}
        yield Problem("between-out-of-range", mark, params)
    elif not between[0] <= start <= between[1]:
        params = {"written": start, "lowest": between[0], "highest": between[1]}
        yield Problem("start-outside-between", source.at_value(*path, *field), params)


def _negotiated_number(element: Changeable) -> tuple[Path, int, tuple[int, int]] | None:
    """Where the negotiated number is, its value at the start and its range."""
    if isinstance(element, Phase) and element.rounds is not None:
        return ("rounds",), element.rounds, _ROUNDS_RANGE
    if not isinstance(element, Rule) or len(element.effect.shifts()) != 1:
        return None
    ((name, start),) = element.effect.shifts().items()
    return ("effect", name), start, _EXIT_COST_RANGE if name == "exit_cost" else _SHIFT_RANGE
