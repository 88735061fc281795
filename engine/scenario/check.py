"""What a scenario of the right form can still get wrong. What is not proved is not claimed."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from engine.scenario.nodes import START, Fault, Mark
from engine.scenario.problems import Value
from engine.scenario.schema import (
    Branch,
    Condition,
    Decor,
    Effect,
    Element,
    Ending,
    Move,
    Phase,
    Role,
    Rule,
    Scenario,
)
from engine.scenario.shape import Path, Spot
from engine.scenario.told import text_faults
from engine.scenario.vocabulary import CHAPTERS, KINDS, OUTCOMES, Chapter

ALWAYS = Condition()
NOTHING = Effect()
Changeable = Element | Role | Phase

_PULSES = ("trust", "lock_in")
_SHIFT_RANGE = (-30, 30)
_EXIT_COST_RANGE = (0, 60)
_ROUNDS_RANGE = (1, 12)
_MOST_LOOPS = 20


class Places:
    """Where the parts of a scenario stand in its file."""

    def __init__(self, spots: Mapping[Path, Spot]) -> None:
        self._spots = spots

    def key(self, *path: str | int) -> Mark:
        """The place of the key at a path, or of what is closest above it."""
        spot = self._closest(path)
        if spot is None:
            return START
        is_item = bool(spot.path) and isinstance(spot.path[-1], int)
        return spot.node.mark if is_item or spot.key is None else spot.key.mark

    def value(self, *path: str | int) -> Mark:
        """The place of the value at a path, or of what is closest above it."""
        spot = self._closest(path)
        return spot.node.mark if spot is not None else START

    def all(self) -> Iterator[Spot]:
        """Every value, in the order of the file."""
        yield from self._spots.values()

    def _closest(self, path: Path) -> Spot | None:
        while path and path not in self._spots:
            path = path[:-1]
        return self._spots[path] if path else None


def meaning_faults(scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Every finding about what a scenario means, in no particular order."""
    yield from _script_faults(scenario, places)
    yield from _move_faults(scenario, places)
    yield from _ending_faults(scenario, places)
    yield from _element_faults(scenario, places)
    for event_id, event in scenario.script.events.items():
        if event.chance == 0:
            mark = places.value("script", "events", event_id, "chance")
            yield Fault("event-never", mark, {"written": event_id})
    yield from text_faults(scenario, list(places.all()))


# --- the script ---------------------------------------------------------------------------------


def _script_faults(scenario: Scenario, places: Places) -> Iterator[Fault]:
    phases = scenario.script.phases
    for phase_id, phase in phases.items():
        yield from _branch_faults(phase_id, phase.next, places)
    reached = _reached(scenario)
    for phase_id in phases:
        if phase_id not in reached:
            mark = places.key("script", "phases", phase_id)
            yield Fault("unreachable-phase", mark, {"written": phase_id})
    loops = list(_loop_faults(phases, places))
    yield from loops
    if not loops and _can_skip_all_rounds(scenario):
        yield Fault("path-without-rounds", places.value("script", "start"))


def _branch_faults(phase_id: str, branches: tuple[Branch, ...], places: Places) -> Iterator[Fault]:
    path = ("script", "phases", phase_id, "next")
    always = next((at for at, each in enumerate(branches) if each.when == ALWAYS), len(branches))
    if branches and always == len(branches):
        yield Fault("next-can-fail", places.key(*path), {"written": phase_id})
    for at in range(always + 1, len(branches)):
        yield Fault("branch-never-taken", places.value(*path, at))


def _reached(scenario: Scenario) -> set[str]:
    reached: set[str] = set()
    ahead = [scenario.script.start]
    while ahead:
        phase_id = ahead.pop()
        if phase_id not in reached:
            reached.add(phase_id)
            ahead += [branch.to for branch in scenario.script.phases[phase_id].next]
    return reached


def _loop_faults(phases: Mapping[str, Phase], places: Places) -> Iterator[Fault]:
    """Each circle of phases once: a script in which none is left always comes to an end."""
    before: dict[str, set[str]] = {phase_id: set() for phase_id in phases}
    for phase_id, phase in phases.items():
        for branch in phase.next:
            before[branch.to].add(phase_id)
    order = list(phases)
    for _ in range(_MOST_LOOPS):
        try:
            TopologicalSorter(before).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
            back = min(pairwise(circle), key=lambda step: order.index(step[1]))
            before[back[1]].remove(back[0])
            at = [branch.to for branch in phases[back[0]].next].index(back[1])
            mark = places.value("script", "phases", back[0], "next", at, "to")
            yield Fault("script-loops", mark, {"written": _circle_from(back[1], circle)})
        else:
            return


def _circle_from(first: str, circle: list[str]) -> str:
    at = circle.index(first)
    return " → ".join([*circle[at:-1], *circle[:at], first])


def _can_skip_all_rounds(scenario: Scenario) -> bool:
    """Whether a path from the start to the end meets no phase with rounds that starts on."""
    seen: set[str] = set()
    ahead = [scenario.script.start]
    while ahead:
        phase = scenario.script.phases[phase_id := ahead.pop()]
        if phase_id in seen or (phase.rounds is not None and phase.starts):
            continue
        if not phase.next:
            return True
        seen.add(phase_id)
        ahead += [branch.to for branch in phase.next]
    return False


# --- the moves ----------------------------------------------------------------------------------


def _move_faults(scenario: Scenario, places: Places) -> Iterator[Fault]:
    yield from _strand_faults(scenario, places)
    yield from _twin_faults(scenario, places)
    offered = {move for phase in scenario.script.phases.values() for move in phase.moves}
    for move_id in scenario.moves:
        if move_id not in offered:
            mark = places.key("moves", move_id)
            yield Fault("move-never-offered", mark, {"written": move_id})


def _strand_faults(scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Each phase with rounds in which a party could be left without a move.

    The proof that no play strands. Call a move *sure* if it needs no prop, is not `once`, has no
    condition, is not of a kind that leaves, and stands in no `forbids` and in no `allows` of any
    rule, ritual, decor, prop, role, move or event, whether in force or not. What the players can
    change during play is which elements are in force, who holds a prop, one number of a rule,
    which decor, how many rounds, and which phases are on; what happens can, besides, adopt and
    drop elements and use up props. Whether a sure move may be played depends on none of these:
    it is legal in each round of each phase that lists it, for each party it belongs to. So when
    every phase with rounds lists a sure move for every party, every party has a legal move in
    every state that can be reached, whatever was changed. Sufficient, not necessary: two moves
    of which always one is allowed would do too, but nobody could see that at a glance.
    """
    touched = {move for effect in _effects(scenario) for move in (*effect.forbids, *effect.allows)}
    for phase_id, phase in scenario.script.phases.items():
        if phase.rounds is None:
            continue
        path = ("script", "phases", phase_id)
        if not phase.moves:
            yield Fault("phase-without-moves", places.key(*path), {"written": phase_id})
            continue
        sure = [
            scenario.moves[move]
            for move in phase.moves
            if move not in touched and _is_sure(scenario.moves[move])
        ]
        stranded = [
            party
            for party in scenario.parties
            if not any(not move.of or party in move.of for move in sure)
        ]
        if stranded:
            params = {"written": phase_id, "party": ", ".join(stranded)}
            yield Fault("phase-can-strand", places.key(*path, "moves"), params)


def _is_sure(move: Move) -> bool:
    return (
        move.needs is None
        and not move.once
        and move.when in (None, ALWAYS)
        and not KINDS[move.kind].leaves
    )


def _effects(scenario: Scenario) -> Iterator[Effect]:
    """The effect of everything that can have one."""
    for _, element in _changeable(scenario):
        if not isinstance(element, Phase):
            yield element.effect
    for move in scenario.moves.values():
        yield move.effect
    for event in scenario.script.events.values():
        yield event.effect


def _twin_faults(scenario: Scenario, places: Places) -> Iterator[Fault]:
    told: set[tuple[str, str]] = set()
    for phase_id, phase in scenario.script.phases.items():
        first: dict[str, str] = {}
        for at, move_id in enumerate(phase.moves):
            for party in scenario.moves[move_id].of or tuple(scenario.parties):
                key = f"{party} {_nature(scenario.moves[move_id])}"
                twin = first.setdefault(key, move_id)
                if twin != move_id and (twin, move_id) not in told:
                    told.add((twin, move_id))
                    mark = places.value("script", "phases", phase_id, "moves", at)
                    params = {"written": move_id, "other": twin}
                    yield Fault("twin-moves", mark, params)


def _nature(move: Move) -> str:
    """All that makes one move play differently from another, whenever both can be played."""
    leaves, repair = KINDS[move.kind].leaves, KINDS[move.kind].repair
    used_up = move.needs if move.uses_up else None
    parts = (move.traits(), move.stance, move.face_stance, repair, leaves, used_up, move.effect)
    return repr(parts)


# --- the endings --------------------------------------------------------------------------------


def _ending_faults(scenario: Scenario, places: Places) -> Iterator[Fault]:
    covered: set[str] = set()
    for ending_id, ending in scenario.endings.items():
        claimed = _outcomes_of(ending)
        if covered >= set(OUTCOMES) or (claimed and covered >= set(claimed)):
            mark = places.key("endings", ending_id)
            yield Fault("ending-never", mark, {"written": ending_id})
        if ending.when in (ALWAYS, Condition(outcome=ending.when.outcome)):
            covered |= set(claimed or OUTCOMES)
    left = [outcome for outcome in OUTCOMES if outcome not in covered]
    if left:
        params: dict[str, Value] = {"written": ", ".join(left), "first": left[0]}
        yield Fault("outcome-without-ending", places.key("endings"), params)


def _outcomes_of(ending: Ending) -> tuple[str, ...]:
    return ending.when.outcome


# --- rules, rituals, decor, props, roles, phases ------------------------------------------------


def _changeable(scenario: Scenario) -> Iterator[tuple[Path, Changeable]]:
    """Everything the players could change, with its path in the file."""
    for chapter in ("rules", "rituals", "decor", "props"):
        for element_id, element in getattr(scenario, chapter).items():
            yield (chapter, element_id), element
    for party_id, party in scenario.parties.items():
        for role_id, role in party.roles.items():
            yield ("parties", party_id, "roles", role_id), role
    for phase_id, phase in scenario.script.phases.items():
        yield ("script", "phases", phase_id), phase


def _chapter(path: Path) -> Chapter:
    found = "roles" if path[0] == "parties" else path[0]
    return next(chapter for chapter in CHAPTERS if chapter == found)


def _element_faults(scenario: Scenario, places: Places) -> Iterator[Fault]:
    open_to_change = _chapters_open_to_change(scenario)
    adopted = {name for event in scenario.script.events.values() for name in event.adopts}
    asked_for = _names_in_conditions(places)
    needed = {move.needs for move in scenario.moves.values()}
    for path, element in _changeable(scenario):
        name = f"{path[1]}.{path[3]}" if path[0] == "parties" else str(path[-1])
        chapter = _chapter(path)
        yield from _negotiable_faults(path, element, places)
        if not isinstance(element, Phase):
            yield from _pulse_faults(path, element.effect, places)
        if element.negotiable.allowed and chapter not in open_to_change:
            params: dict[str, Value] = {"written": name, "chapter": chapter}
            yield Fault("never-negotiated", places.key(*path, "negotiable"), params)
        is_off = not element.starts and not isinstance(element, Decor)
        if is_off and not element.negotiable.allowed and name not in adopted:
            yield Fault("never-in-force", places.key(*path, "starts"), {"written": name})
        if isinstance(element, Phase | Role) or element.effect != NOTHING or name in asked_for:
            continue
        if isinstance(element, Rule):
            yield Fault("rule-without-effect", places.key(*path), {"written": name})
        if path[0] == "props" and name not in needed:
            yield Fault("prop-unused", places.key(*path), {"written": name})
    for chapter in CHAPTERS:
        if chapter in ("rules", "rituals", "props") and not getattr(scenario, chapter):
            yield Fault("chapter-unused", places.key(chapter), {"chapter": chapter})


def _chapters_open_to_change(scenario: Scenario) -> set[str]:
    script = scenario.script
    moments = [phase.reflection for phase in script.phases.values() if phase.reflection]
    if script.calls and script.called:
        moments.append(script.called)
    # A called moment without texts of its own may change everything.
    everything = set(CHAPTERS) if script.calls and not script.called else set()
    return everything.union(*(moment.may_change for moment in moments))


def _names_in_conditions(places: Places) -> set[str]:
    return {
        str(value)
        for spot in places.all()
        if spot.owner is Condition
        and spot.field in ("in_force", "not_in_force")
        and isinstance(value := getattr(spot.node, "value", None), str)
    }


def _negotiable_faults(path: Path, element: Changeable, places: Places) -> Iterator[Fault]:
    between = element.negotiable.between
    if between is None:
        return
    mark = places.value(*path, "negotiable", "between")
    number = _negotiated_number(element)
    if number is None:
        yield Fault("between-without-number", mark)
        return
    field, start, (lowest, highest) = number
    beyond = [bound for bound in between if not lowest <= bound <= highest]
    if beyond:
        params: dict[str, Value] = {"written": beyond[0], "lowest": lowest, "highest": highest}
        yield Fault("between-out-of-range", mark, params)
    elif not between[0] <= start <= between[1]:
        params = {"written": start, "lowest": between[0], "highest": between[1]}
        yield Fault("start-outside-between", places.value(*path, *field), params)


def _negotiated_number(element: Changeable) -> tuple[Path, int, tuple[int, int]] | None:
    """Where the number stands that is negotiated, its value at the start and its range."""
    if isinstance(element, Phase) and element.rounds is not None:
        return ("rounds",), element.rounds, _ROUNDS_RANGE
    if not isinstance(element, Rule) or len(element.effect.shifts()) != 1:
        return None
    ((name, start),) = element.effect.shifts().items()
    return ("effect", name), start, _EXIT_COST_RANGE if name == "exit_cost" else _SHIFT_RANGE


def _pulse_faults(path: Path, effect: Effect, places: Places) -> Iterator[Fault]:
    if path[0] == "rituals":
        return
    for name in _PULSES:
        if name in effect.shifts():
            yield Fault("standing-pulse", places.key(*path, "effect", name), {"written": name})
