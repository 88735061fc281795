"""What a party may expect of its moves: the kernel, run on what that party believes."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from engine.model.kernel import Alliance, Luck, mean_over_others, play_round, risk
from engine.play.circumstances import circumstances, face_stance, limited
from engine.play.compiled import CompiledScenario, Ints
from engine.play.rows import repeat_game
from engine.play.state import NOBODY, World
from engine.scenario.vocabulary import KINDS, STANCES

# What a party expects of another that seemed to play a stance: more of the same.
_MORE_OF_THE_SAME = {"trust-building": "invest", "reciprocal": "trade", "opportunistic": "claim"}
_TYPICAL = np.array([KINDS[_MORE_OF_THE_SAME[stance]].traits for stance in STANCES])
_AT_FIRST = STANCES.index("reciprocal")


class Expectation(NamedTuple):
    """Changes in points of 0-100, of value the payoff itself."""

    trust: int
    risk: int
    value: int


def forecast(
    compiled: CompiledScenario, world: World, party: int, moves: Ints
) -> list[Expectation]:
    """What each of those moves (n,) would do if this party is right about the others.

    It assumes that the others are like itself, hide nothing, and go on as they last seemed to
    play. One call of the kernel with a game for each move; no luck.
    """
    count = len(moves)
    if count == 0:
        return []
    world = replace(world, alliance=_as_believed(world.alliance, party))
    worlds = repeat_game(world, count)
    now = circumstances(compiled, worlds)
    seemed = face_stance(compiled, worlds)
    traits = _TYPICAL[np.where(seemed == NOBODY, _AT_FIRST, seemed)]
    traits[:, party] = compiled.traits[moves]
    repair = np.zeros((count, compiled.party_count), dtype=np.int8)
    repair[:, party] = compiled.repair[moves]
    before = worlds.alliance
    after, played = play_round(
        before, limited(compiled, worlds, traits), repair, now,
        Luck.none(count, compiled.party_count), compiled.parameters,
    )  # fmt: skip
    in_me = np.delete(after.trust - before.trust, party, axis=1)[:, :, party]
    perceived = [
        mean_over_others(risk(each, now, compiled.parameters).perceived)[:, party]
        for each in (before, after)
    ]
    rows = zip(
        in_me.sum(axis=1) / in_me.shape[1],
        perceived[1] - perceived[0],
        played.payoff[:, party],
        strict=True,
    )
    return [Expectation(*(round(100 * float(each)) for each in row)) for row in rows]


def _as_believed(alliance: Alliance, party: int) -> Alliance:
    """The alliance as the party sees it: the others feel about it as it does about them."""
    trust, ceiling = alliance.trust.copy(), alliance.ceiling.copy()
    exposure, reliability = alliance.exposure.copy(), alliance.reliability.copy()
    for state in (trust, reliability, exposure, ceiling):
        state[:, :, party] = state[:, party, :]
        state[:, party, party] = 0.0
    own = [party] * trust.shape[1]
    return replace(
        alliance,
        trust=trust,
        ceiling=ceiling,
        reliability=reliability,
        exposure=exposure,
        hidden=np.zeros_like(alliance.hidden),
        denied=np.zeros_like(alliance.denied),
        safety=alliance.safety[:, own],
        internal_balance=alliance.internal_balance[:, own],
        previous=np.zeros_like(alliance.previous),
    )
