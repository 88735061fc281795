"""Classical strategies in a laboratory game: the circuits of the tournament, a bool a game."""

from collections.abc import Iterator, Sequence

import numpy as np

from engine.lab.circuits import Mechanism, mechanism
from engine.lab.experiment import Lab
from engine.lab.rounds import Bools, Ints, Luck, Played, lasting, others_all, threshold
from engine.lab.strategies import Strategy
from engine.model.chance import Purpose


def classical(lab: Lab, seed: int, games: Ints, strategies: Sequence[Strategy]) -> Iterator[Played]:
    """The rounds of those games, a strategy on each seat. None of them ever walks out."""
    games, rounds = lasting(lab, seed, games)
    mechanisms = [mechanism(each) for each in strategies]
    needs_luck = any(each.chances for each in mechanisms)
    choice = Luck(seed, games, Purpose.CHOICE, lab.parties)
    error = Luck(seed, games, Purpose.ERROR, lab.parties)
    off = np.zeros(len(games), dtype=bool)
    digits = [[off] * each.digits for each in mechanisms]
    before: Bools | None = None
    at = 0
    while len(games):
        off = np.zeros(len(games), dtype=bool)
        on = ~off
        bits = choice.bits(at) if needs_luck else None
        chosen = np.empty((lab.parties, len(games)), dtype=bool)
        for seat, each in enumerate(mechanisms):
            coins = [] if bits is None else [bits[seat] < threshold(p) for p in each.chances]
            chosen[seat] = each.act.run(off, on, *digits[seat], *coins)[0]
        seen = chosen
        if lab.error:
            seen = chosen ^ (error.bits(at) < threshold(lab.error))
        stays = slice(int(np.searchsorted(-rounds, -(at + 1), side="left")))
        yield Played(chosen, seen, before, None, None, stays)
        others = others_all(seen)
        digits = [
            _next(each, seen[seat, stays], others[seat, stays], digits[seat], off[stays], stays)
            for seat, each in enumerate(mechanisms)
        ]
        games, rounds, before = games[stays], rounds[stays], seen[:, stays]
        choice.keep(stays)
        error.keep(stays)
        at += 1


def _next(
    each: Mechanism, own: Bools, other: Bools, digits: list[Bools], off: Bools, stays: slice
) -> list[Bools]:
    going = [digit[stays] for digit in digits]
    return each.move.run(off, ~off, own, other, *going)
