"""Conditions that can never hold: whatever depends on them was written for nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from engine.scenario.aiming import makers, targets
from engine.scenario.durations import rounds_in
from engine.scenario.meaning.bounds import Whose, interval_of, whose
from engine.scenario.meaning.elements import asks_for_guile, changeable, name_of, starts_on
from engine.scenario.meaning.places import Place, places
from engine.scenario.meaning.rounds import NO_END, Calendar, Rounds
from engine.scenario.problems import Problem, Value
from engine.scenario.schema import (
    ALWAYS,
    Bound,
    Condition,
    Confronted,
    Decor,
    Knowledge,
    Met,
    Move,
    Played,
    Scenario,
)
from engine.scenario.schema_walk import Path, SourceMap, expected_in, fields_of, is_part
from engine.scenario.vocabulary import OUTCOMES

MEASURES = tuple(
    name
    for name, annotation in fields_of(Condition).items()
    if is_part(expects := expected_in(annotation)) and issubclass(expects, Bound)
)


def condition_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Everything that depends on something that can't happen."""
    calendar = Calendar(scenario)
    judge = _Judge(scenario, source)
    for place in places(scenario, calendar):
        if place.condition != ALWAYS or judge.is_written(place.path):
            judge.judge(place)
    yield from judge.problems


@dataclass
class _Known:
    """What has to be true at a place for a condition to hold there."""

    bounds: dict[tuple[str, Whose], Rounds] = field(default_factory=dict)
    outcomes: frozenset[str] = frozenset(OUTCOMES)
    happened: dict[str, bool] = field(default_factory=dict)
    in_force: dict[str, bool] = field(default_factory=dict)
    left: dict[str, bool] = field(default_factory=dict)  # by party

    def copy(self) -> "_Known":
        return _Known(
            dict(self.bounds), self.outcomes, dict(self.happened), dict(self.in_force),
            dict(self.left),
        )  # fmt: skip

    def narrow(self, measure: str, of: Whose, interval: Rounds) -> bool:
        """Whether the number can be in that range, given everything known about it."""
        low, high = self.bounds.get((measure, of), (-NO_END, NO_END))
        kept = max(low, interval[0]), min(high, interval[1])
        self.bounds[measure, of] = kept
        return kept[0] <= kept[1]


def _is_so(known: dict[str, bool], name: str, so: bool) -> bool:
    """Whether that can be true, given everything known."""
    return known.setdefault(name, so) == so


class _Judge:
    """Checks the conditions of one scenario; notes what can never hold."""

    def __init__(self, scenario: Scenario, source: SourceMap) -> None:
        self.problems: list[Problem] = []
        self._scenario, self._source = scenario, source
        self._goes_on = scenario.script.goes_on_with
        self._always_on = _always_in_force(scenario)
        self._has_moment = has_moment(scenario)
        self._can_hide = who_can_hide(scenario)
        self._offered = _offered_by_then(scenario)
        self._asks_for_guile = asks_for_guile(scenario)
        self._negotiable = {
            name_of(path) for path, e in changeable(scenario) if e.negotiable.allowed
        }

    def is_written(self, path: Path) -> bool:
        """Whether the file has something at that path."""
        return self._source.nearest(path).path == path

    def judge(self, place: Place) -> None:
        """Note what is wrong with the condition at a place."""
        known = _Known()
        if place.event is not None:
            known.happened[place.event] = False
        before = len(self.problems)
        holds = self._can_hold(place.path, place.condition, place, known)
        if place.want is not None and not holds:
            self._tell_of_want(place.want, before)

    def _tell_of_want(self, want: str, since: int) -> None:
        """Name the want in what was noted since: it waits for what can never hold."""
        self.problems[since:] = [
            replace(each, code="want-never-met", params={"written": want})
            if each.code == "condition-never"
            else each
            for each in self.problems[since:]
        ]

    def _can_hold(self, path: Path, condition: Condition, place: Place, known: _Known) -> bool:
        """Whether the condition can hold; if not, the reason is noted at its place in the file."""
        if condition == ALWAYS:
            self._note("condition-empty", path)
            return True
        own = [
            self._bounds(path, condition, place, known),
            self._moves(path, condition, place),
            self._names(path, condition, place, known),
            self._wants(path, condition, place),
        ]
        if not all(own):
            return False
        if condition.not_ is not None:
            below = (*path, "not")
            if condition.not_.outcome and not place.is_over:
                return self._note("outcome-too-early", (*below, "outcome"))
            for name in ("left", "at_table"):
                if getattr(condition.not_, name) and not self._can_miss(place):
                    return self._note("nobody-leaves", (*below, name))
            if not self._can_fail(condition.not_, known):
                return self._never(below)
            knows = condition.not_.knows
            # What is told to all is told to those who know of it too, and must not be so for them.
            if knows is not None and self._can_know(knows) and not place.concerns(knows.of):
                self._note("known-to-another", (*below, "knows"), _who_knows(condition.not_, place))
        parts = [
            self._can_hold((*path, "all", at), part, place, known)
            for at, part in enumerate(condition.all)
        ]
        ways = [
            self._can_hold((*path, "any", at), part, place, known.copy())
            for at, part in enumerate(condition.any)
        ]
        return all(parts) and (not ways or any(ways))

    def _bounds(self, path: Path, condition: Condition, place: Place, known: _Known) -> bool:
        reach = {"round": place.rounds, "changes": (0, NO_END if self._has_moment else 0)}
        for measure in MEASURES:
            bound: Bound | None = getattr(condition, measure)
            if bound is None:
                continue
            interval = interval_of(bound)
            low, high = reach.get(measure, (-NO_END, NO_END))
            if interval[0] > high or interval[1] < low:
                params: dict[str, Value] = {"measure": measure, "lowest": low, "highest": high}
                self._note("number-never", (*path, measure), params)
                return False
            if not known.narrow(measure, whose(bound), interval):
                return self._never((*path, measure))
        return True

    def _moves(self, path: Path, condition: Condition, place: Place) -> bool:
        found = True
        params: dict[str, Value]
        for name in ("move", "played", "carried_out"):
            wanted: Played | None = getattr(condition, name)
            if wanted is None:
                continue
            just_played = place.just_played if name == "move" else None
            fitting = [
                move
                for at, move in enumerate(wanted.is_)
                if self._can_be(move, wanted, place, just_played, (*path, name, "is", at))
            ]
            if wanted.at is not None and not wanted.is_:
                every = self._scenario.moves
                fitting = [move for move in every if self._is_aimed(move, wanted)]
                if not fitting:
                    params = {"written": wanted.at}
                    found = self._note("nothing-aimed-there", (*path, name, "at"), params)
            if wanted.is_ and not fitting:
                found = False
            elif not self._has_stance(wanted, fitting, place.is_public):
                params = {"written": str(wanted.stance)}
                found = self._note("stance-never", (*path, name, "stance"), params)
        if condition.discovered is not None and condition.discovered.of not in self._can_hide:
            found = self._note("nothing-to-discover", (*path, "discovered"))
        if condition.knows is not None and not self._can_know(condition.knows):
            found = self._note("nothing-to-discover", (*path, "knows"))
        elif condition.knows is not None and not place.is_known(condition.knows.of):
            found = self._note("known-to-another", (*path, "knows"), _who_knows(condition, place))
        if condition.confronted is not None and not self._can_confront(condition.confronted):
            found = self._note("condition-never", (*path, "confronted"))
        elif condition.confronted is not None and not self._can_be_about(condition.confronted):
            found = self._note("nothing-to-discover", (*path, "confronted", "is"))
        return found

    def _can_confront(self, wanted: Confronted) -> bool:
        """Whether one of those causes can ever come up about that party."""
        impossible = set()
        if wanted.of not in self._can_hide:
            impossible.add("discovery")
        if not self._has_moment:
            impossible.add("refusal")
        events = self._scenario.script.events.values()
        near = [each for each in events if each.whom in ("any", "all", wanted.of or each.whom)]
        if not any(each.is_departure for each in near):
            impossible.add("departure")
        if not any(each.reveals or (each.effect.exposure or 0) > 0 for each in near):
            impossible.add("leak")
        if wanted.is_ and wanted.cause and "discovery" not in wanted.cause:
            return False
        return not wanted.cause or not impossible.issuperset(wanted.cause)

    def _can_be_about(self, wanted: Confronted) -> bool:
        """Whether that party can hide one of those moves."""
        hiders = [wanted.of] if wanted.of else list(self._scenario.parties)
        return not wanted.is_ or any(self._hides(party, wanted.is_) for party in hiders)

    def _can_know(self, wanted: Knowledge) -> bool:
        """Whether there is such a thing for that party to find out."""
        if wanted.about == wanted.of:
            return False
        hiders = [wanted.about] if wanted.about else list(self._scenario.parties)
        moves = wanted.is_ or tuple(self._scenario.moves)
        return any(party != wanted.of and self._hides(party, moves) for party in hiders)

    def _hides(self, party: str, moves: Sequence[str]) -> bool:
        """Whether that party can play one of those moves so that it hides something."""
        return party in self._can_hide and any(party in self._makers(move) for move in moves)

    def _makers(self, move: str) -> tuple[str, ...]:
        """Who can play that move so that it hides something."""
        written = self._scenario.moves[move]
        if not written.has_guile and not self._asks_for_guile:
            return ()
        return makers(self._scenario, written)

    def _can_be(
        self, name: str, wanted: Played, place: Place, offered: frozenset[str] | None, path: Path
    ) -> bool:
        """Whether that move can be the one that was played."""
        move = self._scenario.moves[name]
        params: dict[str, Value] = {"written": name, "party": wanted.of or ""}
        if wanted.of is not None and wanted.of not in makers(self._scenario, move):
            return self._note("move-not-theirs", path, params)
        if wanted.at is not None and not self._is_aimed(name, wanted):
            aimed: dict[str, Value] = {"written": name, "party": wanted.at}
            return self._note("move-not-aimed", path, aimed)
        if offered is not None and name not in offered:
            return self._note("move-not-here", path, params)
        if {"played", "carried_out"} & {*path} and name not in self._offered.get(
            place.phase, (name,)
        ):
            return self._note("move-not-yet", path, params)
        own = place.judges if place.chooses else frozenset()
        by = {wanted.of} if wanted.of else set(makers(self._scenario, move))
        if place.is_public and move.has_guile and not own & by:
            return self._note("move-hidden", path, params)
        return True

    def _is_aimed(self, name: str, wanted: Played) -> bool:
        """Whether that party can aim that move at the other."""
        move = self._scenario.moves[name]
        by = (wanted.of,) if wanted.of else makers(self._scenario, move)
        return any(wanted.at in targets(self._scenario, move, each) for each in by)

    def _has_stance(self, wanted: Played, fitting: list[str], is_public: bool) -> bool:
        # A move stopped by the party's own side counts as reciprocal, whatever it was.
        if wanted.stance is None or (not wanted.is_ and wanted.stance == "reciprocal"):
            return True
        moves = [self._scenario.moves[name] for name in fitting or self._scenario.moves]
        own = [move for move in moves if not wanted.of or not move.of or wanted.of in move.of]
        return any(wanted.stance == _shown(move, is_public) for move in own)

    def _names(self, path: Path, condition: Condition, place: Place, known: _Known) -> bool:
        if condition.outcome and not place.is_over:
            return self._note("outcome-too-early", (*path, "outcome"))
        if condition.outcome:
            known.outcomes &= set(condition.outcome)
        is_possible = bool(known.outcomes)
        for name in condition.not_in_force:
            if name in self._always_on:
                return self._note("always-in-force", (*path, "not_in_force"), {"written": name})
            is_possible &= _is_so(known.in_force, name, False)
        for name in condition.in_force:
            is_possible &= _is_so(known.in_force, name, True)
        for name in condition.happened:
            if self._earliest(name) > place.rounds[1]:
                return self._never((*path, "happened"))
            is_possible &= _is_so(known.happened, name, True)
        for name in condition.changed:
            if name not in self._negotiable:
                return self._note("never-changed", (*path, "changed"), {"written": name})
        if condition.befell is not None:
            befallen = self._scenario.script.events[condition.befell.event].whom
            is_possible &= befallen in ("any", "all", condition.befell.of)
            is_possible &= _is_so(known.happened, condition.befell.event, True)
        for name, so in (("left", True), ("at_table", False)):
            parties = getattr(condition, name)
            if parties and not self._can_miss(place):
                return self._note("nobody-leaves", (*path, name))
            for each in parties:
                is_possible &= _is_so(known.left, each, so)
        stay = len(self._scenario.parties) - sum(known.left.values())
        is_possible &= place.is_over or not self._goes_on or stay >= self._goes_on
        return is_possible or self._never(path)

    def _can_miss(self, place: Place) -> bool:
        """Whether somebody can have left the table there."""
        return self._goes_on is not None or place.is_over

    def _earliest(self, event: str) -> int:
        """After how many rounds it can have happened."""
        script = self._scenario.script
        time = script.events[event].on or script.events[event].after
        return rounds_in(time, script.round_lasts) if time else 0

    def _wants(self, path: Path, condition: Condition, place: Place) -> bool:
        """Whether the want that is asked after can be known to be met here."""
        for below, met in _asked_after(path, condition):
            if not place.is_over:
                return self._note("met-too-early", below)
            if place.want is not None:
                return self._note("met-in-met", below)
            if met.want not in self._scenario.parties[met.of].met:
                return self._note("want-unmeasured", (*below, "want"), {"written": met.want})
        return True

    def _can_fail(self, condition: Condition, known: _Known) -> bool:
        """Whether what is under `not` can be untrue; what that tells about a play is kept."""
        if condition == ALWAYS:
            return False
        written = condition.model_fields_set
        if len(written) > 1:
            return True
        if condition.outcome:
            known.outcomes -= set(condition.outcome)
            return bool(known.outcomes)
        if len(condition.happened) == 1:
            return _is_so(known.happened, condition.happened[0], False)
        if len(condition.left) == 1:
            return _is_so(known.left, condition.left[0], False)
        if len(condition.at_table) == 1:
            return _is_so(known.left, condition.at_table[0], True)
        if len(condition.in_force) == 1:
            (name,) = condition.in_force
            return name not in self._always_on and _is_so(known.in_force, name, False)
        if len(condition.not_in_force) == 1:
            return _is_so(known.in_force, condition.not_in_force[0], True)
        return all(
            _can_lie_outside(measure, bound, known)
            for measure in MEASURES
            if (bound := getattr(condition, measure)) is not None
        )

    def _never(self, path: Path) -> bool:
        return self._note("condition-never", path)

    def _note(self, code: str, path: Path, params: dict[str, Value] | None = None) -> bool:
        """Note a problem at a path; returns False, because the condition can't hold."""
        self.problems.append(Problem(code, self._source.at_value(*path), params or {}))
        return False


def _who_knows(condition: Condition, place: Place) -> dict[str, Value]:
    """Whose knowledge is asked for, and why it does not count there."""
    assert condition.knows is not None
    reason = "for-a-choice" if place.chooses else "for-one" if len(place.judges) == 1 else "for-all"
    return {"party": condition.knows.of, "reason": reason}


def _asked_after(path: Path, condition: Condition) -> Iterator[tuple[Path, Met]]:
    """The want that a condition asks after, and the one under its `not`, with their paths."""
    if condition.met is not None:
        yield (*path, "met"), condition.met
    if condition.not_ is not None:
        yield from _asked_after((*path, "not"), condition.not_)


def _can_lie_outside(measure: str, bound: Bound, known: _Known) -> bool:
    low, high = interval_of(bound)
    of = whose(bound)
    if low == -NO_END:
        return known.narrow(measure, of, (high + 1, NO_END))
    return high != NO_END or known.narrow(measure, of, (-NO_END, low - 1))


def _shown(move: Move, is_public: bool) -> str:
    return move.face_stance if is_public else move.stance


def _always_in_force(scenario: Scenario) -> set[str]:
    """What starts in force and can never go out of force, except decors."""
    dropped = {name for event in scenario.script.events.values() for name in event.takes_away}
    used_up = {move.needs for move in scenario.moves.values() if move.uses_up}
    return {
        name
        for path, element in changeable(scenario)
        if not isinstance(element, Decor)
        and starts_on(element)
        and not element.negotiable.allowed
        and (name := name_of(path)) not in dropped | used_up
    }


def _offered_by_then(scenario: Scenario) -> dict[str, set[str]]:
    """By phase, the moves that can have been played when it ends."""
    phases = scenario.script.phases
    offered = {name: set(phase.moves) for name, phase in phases.items()}
    for _ in phases:  # after so many steps nothing can be added: no path is longer
        before = {name: set(moves) for name, moves in offered.items()}
        for name, phase in phases.items():
            for branch in phase.next:
                offered[branch.to] |= before[name]
        if offered == before:
            break
    return offered


def has_moment(scenario: Scenario) -> bool:
    """Whether there is ever a moment at which the game can be changed, or left by agreement."""
    phases = scenario.script.phases.values()
    return scenario.script.calls > 0 or any(phase.reflection for phase in phases)


def who_can_hide(scenario: Scenario) -> set[str | None]:
    """The parties that can play with guile, and None when there is one."""
    everybody = tuple(scenario.parties)
    if asks_for_guile(scenario):
        return {None, *everybody}
    hiding = [makers(scenario, move) for move in scenario.moves.values() if move.has_guile]
    return {*chain.from_iterable(hiding), *([None] if hiding else [])}
