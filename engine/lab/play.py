"""Playing a laboratory game many times, and counting what the experiments report."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.lab.classical import classical
from engine.lab.experiment import Lab
from engine.lab.parameters import FROZEN, TrustPlayer
from engine.lab.rounds import Bools, Floats, Ints, Played, others_all
from engine.lab.strategies import STRATEGIES
from engine.lab.trust import player_risk, trusting
from engine.lab.wanted import one_for_each, whole_number

MOST_PLAYS = 100_000_000
# Games played together: enough to make the overhead small, few enough to stay in the cache.
_TOGETHER = 65_536
_PAIRS = ("CC", "CD", "DC", "DD")


@dataclass(frozen=True)
class Tally:
    """Counts over games; those of two sets of games add up to those of both.

    after: (4, 2) int64, how many choices were made after CC, CD, DC, DD, and how many of those
    were to cooperate.
    """

    games: int = 0
    rounds: int = 0
    choices: int = 0
    cooperated: int = 0
    first_choices: int = 0
    first_cooperated: int = 0
    after: NDArray[np.int64] = field(default_factory=lambda: np.zeros((4, 2), dtype=np.int64))
    faithful: int = 0
    terminated: int = 0
    unequal: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in _COUNTS})


_COUNTS = tuple(Tally.__dataclass_fields__)


@dataclass(frozen=True)
class LabResult:
    """The result of a laboratory game; shares of choices, or of games.

    p_star: the risk as the trust model's players see it. p_c_after: shares of cooperation after
    what a party and all others were last seen to do; None where that never happened. faithful:
    all chose to cooperate in every round and nobody left.
    """

    title: str
    seed: int
    players: tuple[str, ...]
    p_star: float
    tally: Tally

    def as_json(self) -> dict[str, object]:
        """The result as plain data."""
        tally = self.tally
        return {
            "title": self.title,
            "plays": tally.games,
            "seed": self.seed,
            "players": list(self.players),
            "p_star": self.p_star,
            "cooperation": {
                "all": tally.cooperated / tally.choices,
                "first_round": tally.first_cooperated / tally.first_choices,
            },
            "p_c_after": {
                pair: int(cooperated) / int(choices) if choices else None
                for pair, (choices, cooperated) in zip(_PAIRS, tally.after, strict=True)
            },
            "all_cooperate_every_round": tally.faithful / tally.games,
            "terminated": tally.terminated / tally.games,
            "unequal_payoff": tally.unequal / tally.games,
        }


def play_lab(
    lab: Lab,
    plays: int,
    seed: int,
    strategies: Sequence[str] | None = None,
    *,
    player: TrustPlayer = FROZEN,
    progress: Callable[[int], None] | None = None,
) -> LabResult:
    """The result of that many games. Raises LabRefusal for what can't be played.

    strategies: classical ones, one for all or one for each party; by default the fitted trust
    model plays. progress: called now and then with the number of games done so far.
    """
    whole_number("plays", plays, 1, MOST_PLAYS)
    whole_number("seed", seed, 0, 2**63 - 1)
    names = None if strategies is None else one_for_each(strategies, lab.parties)
    tally = Tally()
    for first in range(0, plays, _TOGETHER):
        end = min(first + _TOGETHER, plays)
        tally = tally + tally_of(lab, seed, range(first, end), names, player)
        if progress is not None:
            progress(end)
    players = names if names is not None else ("trust",) * lab.parties
    return LabResult(lab.title, seed, players, player_risk(lab, player).p_star, tally)


def tally_of(
    lab: Lab,
    seed: int,
    games: range,
    strategies: Sequence[str] | None = None,
    player: TrustPlayer = FROZEN,
) -> Tally:
    """The counts of those games, whichever other games are played, and where."""
    numbers = np.arange(games.start, games.stop, dtype=np.int64)
    rounds: Iterator[Played]
    if strategies is None:
        rounds = trusting(lab, seed, numbers, player)
    else:
        rounds = classical(lab, seed, numbers, [STRATEGIES[name] for name in strategies])
    return _count(lab, rounds, len(games))


def _count(lab: Lab, rounds: Iterator[Played], games: int) -> Tally:
    counts = dict.fromkeys(_COUNTS, 0)
    after = np.zeros((4, 2), dtype=np.int64)
    # What party 0 earned more than each of the others, and whether all have cooperated so far.
    ahead: Floats = np.zeros((lab.parties - 1, games))
    faithful = np.ones(games, dtype=bool)
    for at, played in enumerate(rounds):
        chosen = played.chosen
        cooperated = int(np.count_nonzero(chosen))
        counts["rounds"] += chosen.shape[1]
        counts["choices"] += chosen.size
        counts["cooperated"] += cooperated
        if played.before is None:
            counts["first_choices"], counts["first_cooperated"] = chosen.size, cooperated
        else:
            after += _answers(chosen, played.before)
        ahead += _gained(played.seen, lab)
        faithful &= chosen.all(axis=0)
        over = _over(played.stays, len(faithful))
        counts["unequal"] += _unequal(ahead[:, over], lab, at + 1)
        true = faithful[over]
        if played.left is not None:
            counts["terminated"] += int(np.count_nonzero(played.left))
            true = true & ~played.left[over]
        counts["faithful"] += int(np.count_nonzero(true))
        ahead, faithful = ahead[:, played.stays], faithful[played.stays]
    return Tally(**{**counts, "games": games, "after": after})  # type: ignore[arg-type]


def _over(stays: slice | Ints, games: int) -> slice | Bools:
    """The games that do not go on."""
    if isinstance(stays, slice):
        return slice(stays.stop, None)
    over = np.ones(games, dtype=bool)
    over[stays] = False
    return over


def _answers(chosen: Bools, before: Bools) -> NDArray[np.int64]:
    """(4, 2) choices and cooperation after CC, CD, DC, DD."""
    others = others_all(before)
    rows = []
    for own in (before, ~before):
        for other in (others, ~others):
            when = own & other
            rows.append((np.count_nonzero(when), np.count_nonzero(when & chosen)))
    return np.array(rows, dtype=np.int64)


def _gained(seen: Bools, lab: Lab) -> Floats:
    """(parties - 1, games) what party 0 earned more than each of the others.

    In a round all who cooperated earn the same, and all who did not earn more by the same amount.
    """
    gap = np.zeros(lab.parties + 1)
    gap[1:-1] = np.array(lab.defecting[1:]) - np.array(lab.cooperating[:-1])
    signs = seen.view(np.int8)
    difference = signs[1:] - signs[0]
    if lab.parties == 2:
        return difference * gap[1]
    return difference * gap[seen.sum(axis=0)]


def _unequal(ahead: Floats, lab: Lab, rounds: int) -> int:
    """How many games ended with unequal payoffs; sums of decimals may differ by rounding."""
    largest = max(map(abs, (*lab.cooperating, *lab.defecting, 1.0)))
    unequal = np.abs(ahead) > 1e-12 * largest * rounds
    return int(np.count_nonzero(unequal.any(axis=0)))
