"""The trust model in the laboratory: parties that weigh their trust against the risk of the game.

A party i chooses with the log-odds of

    first round   precision ln(confidence / p*)                                       + luck
    after that    precision (ln(confidence now / at first) + strategic ln(at first / p*)) + inertia

confidence = residual + (1 - residual) trust, over several others their geometric mean, because
all of them are needed. Trust moves as in the kernel: up by a share of the room left, down by a
share of itself, each weighed by how probable it is that what was seen was also meant: Bayes, from
the error rate that all know and from how likely the party itself was to cooperate, because people
expect of others what they would do ([M] Krueger & Clement 1994, false consensus). Before every
round but the first each party weighs in the same way whether to stay, against the trust at which
leaving pays as well.
"""

from collections.abc import Iterator

import numpy as np

from engine.lab.experiment import Lab
from engine.lab.parameters import FROZEN, TrustPlayer
from engine.lab.risk import Risk, risk_of
from engine.lab.rounds import Bools, Floats, Ints, Luck, Played, lasting, threshold
from engine.model.chance import Purpose

# p* is never zero (model parameters: risk_lowest), and neither is a threshold for staying.
_LOWEST = 0.01


def player_risk(lab: Lab, player: TrustPlayer = FROZEN) -> Risk:
    """The risk of a game as those players see it: partners correlate by the gain in trust."""
    return risk_of(lab, player.gain)


def trusting(lab: Lab, seed: int, games: Ints, player: TrustPlayer = FROZEN) -> Iterator[Played]:
    """The rounds of those games. games: (G,) indices; luck depends only on seed and index."""
    risk = player_risk(lab, player)
    games, rounds = lasting(lab, seed, games)
    choice, error, exit_ = (
        Luck(seed, games, purpose, lab.parties)
        for purpose in (Purpose.CHOICE, Purpose.ERROR, Purpose.EXIT)
    )
    trust = np.full((lab.parties - 1, lab.parties, len(games)), player.trust)
    own: Bools | None = None
    before: Bools | None = None
    at = 0
    while len(games):
        chance = _chance(trust, own, risk, player)
        chosen = choice.uniform(at) < chance
        seen = chosen
        if lab.error:
            seen = chosen ^ (error.bits(at) < threshold(lab.error))
        trust = _learned(trust, seen, chance, lab.error, player)
        left = None
        going = int(np.searchsorted(-rounds, -(at + 1), side="left"))
        stays: slice | Ints = slice(going)
        if risk.to_stay > 0.0 and going:
            left = np.zeros(len(games), dtype=bool)
            leaves = _leaving(trust[:, :, :going], risk, player)
            left[:going] = (exit_.uniform(at)[:, :going] < leaves).any(axis=0)
            stays = np.flatnonzero(~left[:going])
        yield Played(chosen, seen, before, chance, left, stays)
        games, rounds = games[stays], rounds[stays]
        trust = np.ascontiguousarray(trust[:, :, stays])
        for luck in (choice, error, exit_):
            luck.keep(stays)
        own, before = chosen[:, stays], seen[:, stays]
        at += 1


def _chance(trust: Floats, own: Bools | None, risk: Risk, player: TrustPlayer) -> Floats:
    """(parties, games) the probability of cooperating."""
    at_first = np.log(player.residual + (1.0 - player.residual) * player.trust)
    strategic = at_first - np.log(max(risk.p_star, _LOWEST))
    if own is None:
        return np.full(trust.shape[1:], 1.0 / (1.0 + np.exp(-player.precision * strategic)))
    odds = _log_confidence(trust, player)
    odds -= at_first - player.strategic * strategic
    odds *= player.precision
    odds += np.where(own, player.inertia, -player.inertia)
    return _logistic(odds)


def _leaving(trust: Floats, risk: Risk, player: TrustPlayer) -> Floats:
    """(parties, games) the probability of walking out; having stayed so far counts too."""
    odds = np.log(max(risk.to_stay, _LOWEST)) - _log_confidence(trust, player)
    odds *= player.precision
    odds -= player.inertia
    return _logistic(odds)


def _log_confidence(trust: Floats, player: TrustPlayer) -> Floats:
    """(parties, games) the mean over the others of the logarithm of confidence in each."""
    each = np.log(player.residual + (1.0 - player.residual) * np.ascontiguousarray(trust))
    total: Floats = each[0]
    for at in range(1, len(each)):
        total = total + each[at]
    return total / len(each)


def _learned(
    trust: Floats, seen: Bools, expected: Floats, error: float, player: TrustPlayer
) -> Floats:
    """Trust after the round; [k, i] is i's trust in party i + 1 + k.

    expected: (parties, games) the probability i gave that the others meant to cooperate.
    """
    learned = np.empty_like(trust)
    for ahead in range(len(trust)):
        before, act = trust[ahead], np.roll(seen, -(ahead + 1), axis=0)
        if not error:
            up, down = before + player.gain * (1.0 - before), before * (1.0 - player.loss)
            learned[ahead] = np.where(act, up, down)
            continue
        good = _meant(act, expected, error)
        up, down = player.gain * good * (1.0 - before), player.loss * (1.0 - good) * before
        learned[ahead] = before + up - down
    return learned


def _meant(act: Bools, expected: Floats, error: float) -> Floats:
    """The probability that the other meant to cooperate, after what came out."""
    right, wrong = expected * (1.0 - error), (1.0 - expected) * error
    slip, meant = expected * error, (1.0 - expected) * (1.0 - error)
    return np.where(act, right / (right + wrong), slip / (slip + meant))


# numpy's exp and log here, although their last digit differs by processor: by exact.py a
# laboratory play takes twice as long, and what is told of many are shares. Choices are luck below
# a chance, so that one in some 10^16 could come out otherwise on another machine.
def _logistic(odds: Floats) -> Floats:
    result: Floats = 1.0 / (1.0 + np.exp(-odds))
    return result
