"""The balance of a scenario: everything in the report, from plays by personas."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import reduce
from typing import Any, NamedTuple

import numpy as np

from engine.balance.aims import Aim, Share, aims
from engine.balance.arms import played
from engine.balance.debriefs import Debriefed, debriefs
from engine.balance.dilemma import (
    ENOUGH,
    Crowd,
    Dilemma,
    InTheEnd,
    LastRound,
    Use,
    choosings,
    crowd,
    dilemmas,
    in_the_end,
    last_rounds,
    sample,
    uses,
)
from engine.balance.levers import levers
from engine.balance.theses import CONTRASTS, Sign, SignName, sign
from engine.balance.trying import Shown, Tried, Trying, showing
from engine.model.arrays import Bools
from engine.play.compiled import CompiledScenario
from engine.players import PERSONAS
from engine.scenario.vocabulary import OUTCOMES
from engine.simulate.figures import figures
from engine.simulate.plan import Plan, castings_of
from engine.simulate.run import tallies
from engine.simulate.tally import nothing

_STEP = 5


class Effort(NamedTuple):
    """How many plays: for shares, for each side of a comparison, for trying out every move, and for
    each change that is tried for the first time; how many are debriefed; and in how many processes
    changes are tried.
    """

    plays: int = 14_400
    paired: int = 5_400
    tried: int = 432
    first: int = 720
    debriefs: int = 24
    workers: int = 1


FULL = Effort()
# The share of the work in each part of it, as measured; only the progress bar depends on it.
_WORK = {
    "figures": 0.06,
    "signs": 0.10,
    "debriefs": 0.06,
    "moves": 0.12,
    "trying": 0.56,
    "theses": 0.10,
}
_ROUNDING = 1e-9
# Luck of its own for what is tried again: design choice, any other seed would do.
_OTHER_LUCK = 1
# A phase is named if more than this share of the plays that do not end well break off in it.
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Balance:
    """What an author should know. figures: as `simulate` gives them."""

    figures: dict[str, Any]
    dilemmas: tuple[Dilemma, ...]
    uses: tuple[Use, ...]
    dominant: dict[str, tuple[str, ...]]  # by party: personas that gain most in any company
    always_ahead: tuple[str, ...]  # personas that get more than the other, whoever plays whom
    last_rounds: tuple[LastRound, ...]
    signs: tuple[Sign, ...]
    debriefs: tuple[Debriefed, ...] = ()
    crowds: tuple[Crowd, ...] = ()
    in_the_end: tuple[InTheEnd, ...] = ()
    aims: tuple[Aim, ...] = ()
    shares: Mapping[Aim, Share] = field(default_factory=dict)  # of the paired plays, by aim
    tried: tuple[Tried, ...] = ()
    showing: tuple[tuple[SignName, Shown], ...] = ()
    breaks_in: str | None = None  # the phase in which most plays that do not end well break off
    # (G,) which of the paired plays end robustly.
    success: Bools | None = field(default=None, compare=False)
    done: float = 1.0  # the share of the work that lies behind it
    changes: tuple[int, int] = (0, 0)  # how many changes were tried, and how many there are

    def is_past(self, part: str) -> bool:
        """Whether that part of the work is done."""
        names = list(_WORK)
        return self.done >= sum(_WORK[each] for each in names[: names.index(part) + 1]) - _ROUNDING

    @property
    def gains(self) -> dict[str, float]:
        """By persona, what it gains a round: the mean over all seats and all company."""
        found: dict[str, list[float]] = {}
        for each in self.figures["pairings"]:
            for party, who in each["personas"].items():
                found.setdefault(who, []).append(each["value"][party])
        return {who: sum(values) / len(values) for who, values in found.items()}

    @property
    def never_better(self) -> tuple[tuple[str, str], ...]:
        """(phase, move) of moves that were the best choice for nobody in any play."""
        return self._idle("best")

    @property
    def never_worse(self) -> tuple[tuple[str, str], ...]:
        """(phase, move) of moves that were the worst choice for nobody in any play."""
        return self._idle("worst")

    def _idle(self, which: str) -> tuple[tuple[str, str], ...]:
        tried: dict[tuple[str, str], int] = {}
        ever: set[tuple[str, str]] = set()
        for use in self.uses:
            place = use.phase, use.move
            tried[place] = tried.get(place, 0) + use.plays
            if getattr(use, which) > 0:
                ever.add(place)
        return tuple(at for at, plays in tried.items() if plays >= ENOUGH and at not in ever)

    def as_plain(self) -> dict[str, Any]:
        """The same for JSON, with every number to six digits."""
        plain = {name: getattr(self, name) for name in _NAMED}
        plain |= {
            "dilemmas": {f"{each.phase}/{each.round}": asdict(each) for each in self.dilemmas},
            "in_the_end": {
                f"{each.phase}/{each.party}": {"game": each.game, **asdict(each)}
                for each in self.in_the_end
            },
            "moves": {f"{each.phase}/{each.party}/{each.move}": asdict(each) for each in self.uses},
            "last_round": {each.party: asdict(each) for each in self.last_rounds},
            "theses": {each.name: asdict(each) for each in self.signs},
            "gains": self.gains,
            "tried": [asdict(each) for each in self.tried],
            "done": self.done,
        }
        rounded: dict[str, Any] = _rounded(self.figures | plain)
        return rounded


_NAMED = ("dominant", "always_ahead", "never_better", "never_worse")


def balance(compiled: CompiledScenario, seed: int = 0, effort: Effort = FULL) -> Balance:
    """The balance of the scenario; the same for the same seed."""
    *_, found = balancing(compiled, seed, effort)
    return found


def balancing(
    compiled: CompiledScenario, seed: int = 0, effort: Effort = FULL
) -> Iterator[Balance]:
    """The balance of the scenario as far as it is known, again and again until it is whole."""
    castings = castings_of(compiled)
    plan = Plan(seed, _enough(effort.plays, castings), castings)
    tally = reduce(
        lambda one, other: one + other, tallies(compiled, plan), _nothing(compiled, plan)
    )
    figures_ = figures(compiled, plan, tally)
    found = Balance(
        figures=figures_,
        dilemmas=(),
        uses=(),
        dominant=_dominant(compiled, figures_["pairings"]),
        always_ahead=_always_ahead(compiled, figures_["pairings"]),
        last_rounds=(),
        signs=(),
        aims=tuple(aims(compiled.scenario, figures_)),
    )
    paired = Plan(seed, _enough(effort.paired, castings), castings, own_luck=True)
    begun = 0.0
    for part, stage in _STAGES.items():
        for share, so_far in stage(compiled, found, paired, effort):
            found = so_far
            yield replace(found, done=begun + share * _WORK[part])
        begun += _WORK[part]
    yield replace(found, done=1.0)


Stage = Callable[[CompiledScenario, Balance, Plan, Effort], Iterator[tuple[float, Balance]]]


def _figures(
    compiled: CompiledScenario, found: Balance, paired: Plan, effort: Effort
) -> Iterator[tuple[float, Balance]]:
    """How the paired plays came out as they are written, and where those that broke did so."""
    plain = played(compiled, paired)
    broken = plain.phase[plain.outcome == OUTCOMES.index("broken")]
    counts = np.bincount(broken, minlength=len(compiled.phases))
    most = int(counts.argmax())
    is_most = counts[most] > _MOST * (~plain.success).sum()
    where = compiled.phases[most] if is_most else None
    now = {aim: aim.reached(compiled, plain) for aim in found.aims}
    shares = {aim: Share.of(int(each.sum()), len(each)) for aim, each in now.items()}
    yield 1.0, replace(found, success=plain.success, breaks_in=where, shares=shares)


def _signs(
    compiled: CompiledScenario, found: Balance, paired: Plan, effort: Effort
) -> Iterator[tuple[float, Balance]]:
    plain = played(compiled, paired)
    for name in CONTRASTS:
        found = replace(found, signs=(*found.signs, sign(name, compiled, paired, plain)))
        yield len(found.signs) / len(CONTRASTS), found


def _debriefs(
    compiled: CompiledScenario, found: Balance, paired: Plan, effort: Effort
) -> Iterator[tuple[float, Balance]]:
    for at, told in enumerate(debriefs(compiled, paired, effort.debriefs), start=1):
        yield at / effort.debriefs, replace(found, debriefs=told)


def _moves(
    compiled: CompiledScenario, found: Balance, paired: Plan, effort: Effort
) -> Iterator[tuple[float, Balance]]:
    castings = paired.castings
    # With many castings, some of them: a step that shares no factor with the number of personas
    # still gives every seat every persona as often.
    fewer = castings[::_STEP] if len(castings) > effort.tried else castings
    # Each play has luck of its own: three parties have so many castings that all would share two.
    tried = Plan(paired.seed, _enough(effort.tried, fewer), fewer, own_luck=True)
    places = sample(compiled, tried)
    found = replace(
        found,
        dilemmas=tuple(dilemmas(compiled, places)),
        in_the_end=tuple(in_the_end(compiled, tried, places)),
    )
    lots = compiled.party_count * sum(not played for _, played in places) + 1
    for at, choosing in enumerate(choosings(compiled, tried, places), start=1):
        crowded = crowd(compiled, choosing)
        found = replace(
            found,
            uses=(*found.uses, *uses(compiled, choosing)),
            crowds=(*found.crowds, *([crowded] if crowded else [])),
        )
        yield at / lots, found
    yield 1.0, replace(found, last_rounds=tuple(last_rounds(compiled, tried, places)))


def _twice(paired: Plan, effort: Effort) -> tuple[Plan, Plan]:
    """The plays in which a change is tried first, and those in which the best are tried again."""
    first = replace(paired, count=_enough(effort.first, paired.castings))
    return first, replace(paired, seed=paired.seed + _OTHER_LUCK)


def _trying(
    compiled: CompiledScenario, found: Balance, paired: Plan, effort: Effort
) -> Iterator[tuple[float, Balance]]:
    if not effort.first:
        return
    tried = levers(compiled, found.figures["coverage"])
    trying = Trying(compiled, found.aims, tried, *_twice(paired, effort), effort.workers)
    for share in trying.steps():
        changes = len(trying.seen), len(trying.levers)
        yield share, replace(found, tried=trying.found, changes=changes)


def _theses(
    compiled: CompiledScenario, found: Balance, paired: Plan, effort: Effort
) -> Iterator[tuple[float, Balance]]:
    """For each thesis that is taught and does not show, a change with which it does."""
    if not effort.first:
        return
    first, again = _twice(paired, effort)
    taught = {goal.thesis for goal in compiled.scenario.teaches.values()}
    unshown = [each for each in found.signs if each.thesis in taught and each.success.sign <= 0]
    tried = levers(compiled, found.figures["coverage"])
    for number, each in enumerate(unshown):
        for at, shown in enumerate(showing(compiled, each.name, tried, first, again), start=1):
            if shown is not None:
                found = replace(found, showing=(*found.showing, (each.name, shown)))
            yield (number + min(1.0, at / len(tried))) / len(unshown), found


_STAGES: Mapping[str, Stage] = {
    "figures": _figures, "signs": _signs, "debriefs": _debriefs, "moves": _moves,
    "trying": _trying, "theses": _theses,
}  # fmt: skip


def _nothing(compiled: CompiledScenario, plan: Plan) -> Any:
    return nothing(compiled, len(plan.castings))


def _enough(plays: int, castings: tuple[tuple[str, ...], ...]) -> int:
    """About that many plays, equally many of each casting, and some of every casting."""
    return len(castings) * max(1, round(plays / len(castings)))


def _dominant(
    compiled: CompiledScenario, pairings: list[dict[str, Any]]
) -> dict[str, tuple[str, ...]]:
    """By party, the persona that gains most whoever the others are; none if that varies."""
    found = {}
    for party in compiled.parties:
        best: set[str] = set()
        by_company: dict[tuple[str, ...], dict[str, float]] = {}
        for each in pairings:
            company = tuple(who for other, who in each["personas"].items() if other != party)
            by_company.setdefault(company, {})[each["personas"][party]] = each["value"][party]
        for values in by_company.values():
            best.add(max(values, key=lambda name: values[name]))
        found[party] = tuple(best) if len(best) == 1 else ()
    return found


def _always_ahead(compiled: CompiledScenario, pairings: list[dict[str, Any]]) -> tuple[str, ...]:
    """Personas that, against every other persona and on every seat, get more of it more often."""
    beaten: set[str] = set()
    for each in pairings:
        for one in compiled.parties:
            for other in compiled.parties:
                mine, theirs = each["personas"][one], each["personas"][other]
                if mine != theirs and each["ahead"][one] <= each["ahead"][other]:
                    beaten.add(mine)
    return tuple(name for name in PERSONAS if name not in beaten)


def _rounded(x: Any) -> Any:
    if isinstance(x, float):
        return round(x, 6)
    if isinstance(x, dict):
        return {key: _rounded(value) for key, value in x.items()}
    if isinstance(x, list | tuple):
        return [_rounded(value) for value in x]
    return x
