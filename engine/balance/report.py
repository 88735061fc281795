"""The balance of a scenario: everything in the report, from plays by personas."""

from dataclasses import asdict, dataclass
from functools import reduce
from typing import Any, NamedTuple

from engine.balance.arms import played
from engine.balance.dilemma import Dilemma, LastRound, Use, dilemmas, last_rounds, sample, uses
from engine.balance.theses import Sign, signs
from engine.play.compiled import CompiledScenario
from engine.players import PERSONAS
from engine.simulate.figures import figures
from engine.simulate.plan import Plan, castings_of
from engine.simulate.run import tallies
from engine.simulate.tally import nothing

_STEP = 5
# A move must have been possible in this many plays before we say "never" about it.
_ENOUGH = 60


class Effort(NamedTuple):
    """How many plays: for shares, for each side of a comparison, for trying out every move."""

    plays: int = 14_400
    paired: int = 5_400
    tried: int = 432


FULL = Effort()


@dataclass(frozen=True, slots=True)
class Balance:
    """What an author should know. figures: as `simulate` gives them."""

    figures: dict[str, Any]
    dilemmas: tuple[Dilemma, ...]
    uses: tuple[Use, ...]
    dominant: dict[str, tuple[str, ...]]  # by party: personas that gain most in any company
    always_ahead: tuple[str, ...]  # personas that get more than any other, whoever plays whom
    last_rounds: tuple[LastRound, ...]
    signs: tuple[Sign, ...]

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
        return tuple(at for at, plays in tried.items() if plays >= _ENOUGH and at not in ever)

    def as_plain(self) -> dict[str, Any]:
        """The same for JSON, with every number to six digits."""
        plain = {name: getattr(self, name) for name in _NAMED}
        plain |= {
            "dilemmas": {f"{each.phase}/{each.round}": asdict(each) for each in self.dilemmas},
            "moves": {f"{each.phase}/{each.party}/{each.move}": asdict(each) for each in self.uses},
            "last_round": {each.party: asdict(each) for each in self.last_rounds},
            "theses": {each.name: asdict(each) for each in self.signs},
        }
        rounded: dict[str, Any] = _rounded(self.figures | plain)
        return rounded


_NAMED = ("dominant", "always_ahead", "never_better", "never_worse")


def balance(compiled: CompiledScenario, seed: int = 0, effort: Effort = FULL) -> Balance:
    """The balance of the scenario; the same for the same seed."""
    castings = castings_of(compiled)
    plan = Plan(seed, _enough(effort.plays, castings), castings)
    tally = reduce(
        lambda one, other: one + other, tallies(compiled, plan), _nothing(compiled, plan)
    )
    paired = Plan(seed, _enough(effort.paired, castings), castings)
    # With many castings, some of them: a step that shares no factor with the number of personas
    # still gives every seat every persona as often.
    fewer = castings[::_STEP] if len(castings) > effort.tried else castings
    tried = Plan(seed, _enough(effort.tried, fewer), fewer)
    places = sample(compiled, tried)
    found = figures(compiled, plan, tally)
    return Balance(
        figures=found,
        dilemmas=tuple(dilemmas(compiled, places)),
        uses=tuple(uses(compiled, tried, places)),
        dominant=_dominant(compiled, found["pairings"]),
        always_ahead=_always_ahead(compiled, found["pairings"]),
        last_rounds=tuple(last_rounds(compiled, tried, places)),
        signs=signs(compiled, paired, played(compiled, paired)),
    )


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
