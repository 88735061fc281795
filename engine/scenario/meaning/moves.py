"""The moves: whether everybody always has one, and whether each is a choice."""

from collections.abc import Container, Iterator, Sequence
from itertools import chain

from engine.scenario.aiming import makers, targets
from engine.scenario.meaning.elements import effects, name_of
from engine.scenario.problems import Problem, Value
from engine.scenario.schema import ALWAYS, Condition, Move, Played, Scenario
from engine.scenario.schema_walk import Path, SourceMap
from engine.scenario.vocabulary import KINDS

# Design choice: each has a digit on the keyboard, and in plays more than that leaves moves idle.
MOST_AT_ONCE = 9


def move_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Phases that can leave a party without a move, identical moves, and moves nobody can play."""
    yield from _strand_problems(scenario, source)
    for phase_id, phase in scenario.script.phases.items():
        if phase.rounds is not None and not phase.moves:
            mark = source.at_key("script", "phases", phase_id)
            yield Problem("phase-without-moves", mark, {"written": phase_id})
    yield from _twin_problems(scenario, source)
    yield from _crowd_problems(scenario, source)
    offered = {move for phase in scenario.script.phases.values() for move in phase.moves}
    for move_id, move in scenario.moves.items():
        if move_id not in offered:
            mark = source.at_key("moves", move_id)
            yield Problem("move-never-offered", mark, {"written": move_id})
        if not _can_lay_hands_on(scenario, move):
            params = {"written": move_id, "other": str(move.needs)}
            yield Problem("move-never-playable", source.at_value("moves", move_id, "needs"), params)
        each_or_all = (1, len(scenario.parties))
        for key, texts, counts in (
            ("face", move.face, each_or_all), ("found_out", move.found_out, (0, *each_or_all)),
        ):  # fmt: skip
            if len(texts) not in counts:
                params = {"written": str(len(texts)), "parties": str(len(scenario.parties))}
                mark = source.at_value("moves", move_id, key)
                yield Problem("one-for-each-party", mark, params)


def _can_lay_hands_on(scenario: Scenario, move: Move) -> bool:
    """Whether one of the parties whose move it is can ever hold the prop that it needs."""
    if move.needs is None or not move.of:
        return True
    prop = scenario.props[move.needs]
    if prop.held_by == "table" or prop.negotiable.allowed:
        return True
    return not _who_can_hold(scenario, move.needs).isdisjoint(move.of)


def _who_can_hold(scenario: Scenario, prop: str) -> set[str]:
    """The parties that have that prop, or to which it can be handed over."""
    holders = {scenario.props[prop].held_by}
    handing = [each for each in scenario.moves.values() if each.hands_over and each.needs == prop]
    for _ in scenario.parties:  # it goes from one to the next, once past each of them at most
        for move in handing:
            for party in holders & set(makers(scenario, move)):
                others = targets(scenario, move, party) or tuple(scenario.parties)
                holders = holders | set(others)
    return holders


def _strand_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
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
    touching = _touching(scenario)
    unsure: dict[str, list[str]] = {}
    blamed: dict[Path, list[tuple[str, str]]] = {}
    for phase_id, party in _stranded(scenario, touching):
        freed = [move for move in _own(scenario, phase_id, party) if move in touching]
        if not freed:
            unsure.setdefault(phase_id, []).append(party)
        for key in dict.fromkeys(chain.from_iterable(touching[move] for move in freed)):
            blamed.setdefault(key, []).append((party, phase_id))
    for phase_id, parties in unsure.items():
        mark = source.at_key("script", "phases", phase_id, "moves")
        yield Problem("phase-can-strand", mark, {"written": phase_id, "party": ", ".join(parties)})
    for key, cases in blamed.items():
        names, phases = (", ".join(dict.fromkeys(each)) for each in zip(*cases, strict=True))
        params = {"written": name_of(key[:-2]), "party": names, "phases": phases}
        yield Problem("rule-can-strand", source.at_key(*key), params)


def _touching(scenario: Scenario) -> dict[str, list[Path]]:
    """For each move that something forbids or has to allow first: where that is written."""
    touching: dict[str, list[Path]] = {}
    for _, path, effect in effects(scenario):
        for key, moves in (("forbids", effect.forbids), ("allows", effect.allows)):
            for move in moves:
                touching.setdefault(move, []).append((*path, "effect", key))
    return touching


def _stranded(scenario: Scenario, touching: Container[str]) -> Iterator[tuple[str, str]]:
    """Each phase with moves in which a party has no sure one, and that party."""
    for phase_id, phase in scenario.script.phases.items():
        if phase.rounds is None or not phase.moves:
            continue
        for party in scenario.parties:
            if all(move in touching for move in _own(scenario, phase_id, party)):
                yield phase_id, party


def _own(scenario: Scenario, phase_id: str, party: str) -> list[str]:
    """The moves of a party in a phase that would be sure if nothing forbade or allowed them."""
    phase = scenario.script.phases[phase_id]
    may_miss = phase.with_ or scenario.script.goes_on_with
    return [
        name
        for name in phase.moves
        if _is_sure(move := scenario.moves[name])
        and party in makers(scenario, move)
        and not (may_miss and move.at)  # whom it is aimed at may not be there
    ]


def _is_sure(move: Move) -> bool:
    return (
        move.needs is None
        and not move.once
        and move.when in (None, ALWAYS)
        and not KINDS[move.kind].leaves
    )


def _twin_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    natures = {move_id: _nature(move) for move_id, move in scenario.moves.items()}
    told: set[tuple[str, str]] = set()
    for phase_id, phase in scenario.script.phases.items():
        first: dict[tuple[str, str], str] = {}
        for at, move_id in enumerate(phase.moves):
            for party in makers(scenario, scenario.moves[move_id]):
                twin = first.setdefault((party, natures[move_id]), move_id)
                if twin != move_id and (twin, move_id) not in told:
                    told.add((twin, move_id))
                    mark = source.at_value("script", "phases", phase_id, "moves", at)
                    params: dict[str, Value] = {"written": move_id, "other": twin}
                    yield Problem("twin-moves", mark, params)


def _crowd_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Phases in which a party has more moves than it can look over."""
    for phase_id, phase in scenario.script.phases.items():
        path = ("script", "phases", phase_id, "moves")
        first: dict[str, int] = {}
        for at, move in enumerate(phase.moves):
            first.setdefault(move, at)
        for party in scenario.parties:
            own = [
                move for move in first for _ in range(_cards(scenario, scenario.moves[move], party))
            ]
            at_once = _at_once([scenario.moves[move] for move in own])
            if at_once > MOST_AT_ONCE:
                mark = source.at_value(*path, first[own[MOST_AT_ONCE]])
                params: dict[str, Value] = {
                    "party": party, "written": at_once, "limit": MOST_AT_ONCE,
                }  # fmt: skip
                yield Problem("too-many-moves", mark, params)
                break  # nearly always the same moves for the next


def _at_once(moves: Sequence[Move]) -> int:
    """The most of them that can be on offer at once: some come only once others are gone for good.

    It may be fewer, but never more.
    """
    gone = [sum(_comes_instead(one, other) for other in moves) for one in moves]
    return max(gone.count(0), *(len(moves) - each for each in gone if each), 0)


def _comes_instead(one: Move, other: Move) -> bool:
    """Whether the one is on offer only after something that ends the offer of the other."""
    if one.when is None or other.when is None or other.when.not_ is None:
        return False
    return any(
        _covers(end, done) and in_full >= only_in_full
        for end, only_in_full in _ways_of_playing(other.when.not_)
        for done, in_full in _deeds(one.when)
    )


def _ways_of_playing(condition: Condition) -> Iterator[tuple[Played, bool]]:
    """What each by itself makes it hold, and whether only if it was done in full."""
    ways = condition.any if condition == Condition(any=condition.any) else [condition]
    for each in ways:
        if each in (Condition(played=each.played), Condition(carried_out=each.carried_out)):
            yield from _deeds(each)


def _deeds(condition: Condition) -> Iterator[tuple[Played, bool]]:
    """What it asks to have been done, and whether in full."""
    if condition.played is not None:
        yield condition.played, False
    if condition.carried_out is not None:
        yield condition.carried_out, True


def _covers(wide: Played, narrow: Played) -> bool:
    """Whether whoever did the narrow thing did the wide one too."""
    return (
        wide.of in (None, narrow.of)
        and wide.at in (None, narrow.at)
        and wide.stance in (None, narrow.stance)
        and (not wide.is_ or (bool(narrow.is_) and set(narrow.is_) <= set(wide.is_)))
    )


def _cards(scenario: Scenario, move: Move, party: str) -> int:
    """How many cards the party gets of that move: one for each at whom it can aim it."""
    if party not in makers(scenario, move):
        return 0
    return max(1, len(targets(scenario, move, party)))


def _nature(move: Move) -> str:
    """Everything that makes one move play differently from another when both can be played."""
    leaves, repair = KINDS[move.kind].leaves, KINDS[move.kind].repair
    used_up = move.needs if move.uses_up else None
    parts = (
        move.traits(), move.stance, move.face_stance, repair, leaves, used_up, move.effect, move.at,
        move.needs if move.hands_over else None, move.costs, move.pays,
        move.reveals,
    )  # fmt: skip
    return repr(parts)
