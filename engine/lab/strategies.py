"""The classical strategies of the repeated prisoner's dilemma, each as a small machine.

A machine is in a state, cooperates with the probability of that state, and goes to a next state
by what both sides did. With more than two parties "the other cooperated" means that all others
did. Both sides see a move as an error left it, as in the PyPI package axelrod.

Marks: [R] the definition was read, [M] from memory; each is checked against that package's scores.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# What both sides did: (I, the other), in the order in which a machine's row lists its next states.
BOTH, ONLY_I, ONLY_THE_OTHER, NEITHER = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Strategy:
    """A machine.

    cooperates: for each state the probability of cooperating. follows: for each state the next
    one after (both cooperated, only I did, only the other did, neither did). Starts in state 0.
    """

    name: str
    source: str
    cooperates: tuple[float, ...]
    follows: tuple[tuple[int, int, int, int], ...]

    @property
    def is_random(self) -> bool:
        """Whether it uses random numbers."""
        return any(0.0 < chance < 1.0 for chance in self.cooperates)


def _memory_one(
    name: str, source: str, first: float, after: tuple[float, float, float, float]
) -> Strategy:
    """A strategy that looks back one turn; a state for each chance that occurs."""
    chances = tuple(dict.fromkeys((first, *after)))
    row = tuple(chances.index(chance) for chance in after)
    return Strategy(name, source, chances, ((row[0], row[1], row[2], row[3]),) * len(chances))


def _by_the_other(
    name: str, source: str, cooperates: tuple[float, ...], follows: tuple[tuple[int, int], ...]
) -> Strategy:
    """A strategy that only looks at the other; follows: (after C, after D)."""
    return Strategy(name, source, cooperates, tuple((c, d, c, d) for c, d in follows))


_AXELROD = "[M] Axelrod 1984, The Evolution of Cooperation"
_NOWAK = "[M] Nowak & Sigmund 1993, Nature 364"

_ALL = (
    _memory_one("cooperator", f"{_AXELROD}: always cooperates", 1, (1, 1, 1, 1)),
    _memory_one("defector", f"{_AXELROD}: never cooperates", 0, (0, 0, 0, 0)),
    _memory_one(
        "tit_for_tat", "[M] Rapoport, in Axelrod 1980: does what the other did", 1, (1, 0, 1, 0)
    ),
    _memory_one(
        "suspicious_tit_for_tat",
        "[M] Boyd & Lorberbaum 1987, Nature 327: tit for tat that defects first",
        0,
        (1, 0, 1, 0),
    ),
    _by_the_other(
        "tit_for_two_tats",
        f"{_AXELROD}: defects after two defections in a row",
        (1, 1, 0),
        ((0, 1), (0, 2), (0, 2)),
    ),
    _memory_one(
        "generous_tit_for_tat",
        "[M] Nowak & Sigmund 1992, Nature 355: forgives one in three at (3, 1, 0, 5)",
        1,
        (1, 1 / 3, 1, 1 / 3),
    ),
    _by_the_other(
        "grudger",
        "[M] Friedman 1971, Review of Economic Studies 38: never again after one defection",
        (1, 0),
        ((0, 1), (1, 1)),
    ),
    _memory_one(
        "win_stay_lose_shift",
        f"{_NOWAK}: stays after R and T, shifts after S and P",
        1,
        (1, 0, 0, 1),
    ),
    _memory_one(
        "joss",
        "[M] Joss, in Axelrod 1980: tit for tat that defects on one in ten",
        1,
        (0.9, 0, 0.9, 0),
    ),
    _memory_one("random", f"{_AXELROD}: an even coin", 0.5, (0.5, 0.5, 0.5, 0.5)),
    _memory_one("alternator", f"{_AXELROD}: does not repeat its move", 1, (0, 0, 1, 1)),
    Strategy(
        "second_by_tester",
        "[M] Gladstein, in Axelrod 1980b: defects first; a defection makes it apologise and play "
        "tit for tat, else it cooperates twice and then alternates",
        #  first, second, later after own D, later after own C, tit for tat: kind, cross
        (0, 1, 1, 0, 1, 0),
        (
            (1, 4, 1, 4),
            (2, 4, 2, 4),
            (3, 4, 2, 4),
            (3, 4, 2, 4),
            (4, 5, 4, 5),
            (4, 5, 4, 5),
        ),
    ),
    _by_the_other(
        "two_tits_for_tat",
        f"{_AXELROD}: two defections for each one",
        (1, 0, 0),
        ((0, 1), (2, 1), (0, 1)),
    ),
    _memory_one(
        "bully", "[M] Nachbar 1992: the reverse of tit for tat, defects first", 0, (0, 1, 0, 1)
    ),
    _memory_one(
        "firm_but_fair",
        "[M] Frean 1994, Proc. R. Soc. B 257: forgives two in three when both defected",
        1,
        (1, 0, 1, 2 / 3),
    ),
    _by_the_other(
        "hard_tit_for_tat",
        "[M] Beaufils et al. 1997: defects if the other did in any of the last three turns",
        (1, 0, 0, 0),
        ((0, 1), (2, 1), (3, 1), (0, 1)),
    ),
)

STRATEGIES: Mapping[str, Strategy] = MappingProxyType({each.name: each for each in _ALL})
