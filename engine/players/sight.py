"""What a computer player sees: the numbers of one seat's view, for every game at once.

An allow-list, like `engine.play.view`: a strategy never gets the world. G games, P parties, O the
others in order, M moves, C changes.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.model.kernel import exit_hazard, facing, risk
from engine.model.parameters import DEFAULTS
from engine.play.circumstances import circumstances, current_decor, face_stance
from engine.play.course import legal_now
from engine.play.reflection import open_options
from engine.play.rows import some
from engine.play.rules import open_changes
from engine.play.state import NOBODY, World
from engine.play.tables import Bools, Floats, Ints, Tables
from engine.scenario.vocabulary import STANCES

# How the others' last moves looked: +1 trust-building, 0 reciprocal, -1 opportunistic.
_TONE = np.array(
    [{"trust-building": 1.0, "reciprocal": 0.0, "opportunistic": -1.0}[s] for s in STANCES]
)


@dataclass(frozen=True, slots=True)
class Sight:
    """One seat's numbers; about the others, their mean."""

    trust: Floats  # (G,) own, in the others
    confidence: Floats  # (G,)
    perceived_risk: Floats  # (G,)
    wish_to_leave: Floats  # (G,) chance of walking out, from own risk and confidence
    safety: Floats  # (G,)
    pressure: Floats  # (G,)
    competition: Floats  # (G,)
    habit: Floats  # (G,) pull of the pattern, [0, 1]
    value: Floats  # (G,) own, a round
    round: Ints  # (G,) rounds played
    previous: Floats  # (G,) own last act, -1, 0 or +1
    last_move: Ints  # (G,) own
    tone: Floats  # (G,) of the others' last moves as they looked
    betrayed: Bools  # (G,) found somebody out in the last round
    caught: Bools  # (G,) was found out in the last round
    slipped: Bools  # (G,) did not keep a promise in the last round
    legal: Bools  # (G, M)
    may_call: Bools  # (G,)
    options: Bools  # (G, options)
    changes: Bools  # (G, C) open now
    amount: Floats  # (G, E)
    decor: Ints  # (G,)
    proposal: Ints  # (G, P)
    proposal_amount: Floats  # (G, P)


@dataclass(frozen=True, slots=True)
class Sights:
    """What all seats see, computed once; `of` hands each seat its own part only."""

    tables: Tables
    world: World
    everything: dict[str, Any]

    def of(self, party: int) -> Sight:
        """What the party with that index sees."""
        world, all_ = self.world, self.everything
        others = [other for other in range(self.tables.party_count) if other != party]
        tone = all_["tone"][:, others]
        return Sight(
            trust=all_["trust"][:, party],
            confidence=all_["confidence"][:, party],
            perceived_risk=all_["perceived"][:, party],
            wish_to_leave=all_["hazard"][:, party],
            safety=world.alliance.safety[:, party],
            pressure=all_["pressure"][:, party],
            competition=all_["competition"][:, party],
            habit=world.alliance.lock_in,
            value=world.alliance.value[:, party] / np.maximum(world.round, 1),
            round=world.round,
            previous=world.alliance.previous[:, party],
            last_move=world.last_move[:, party],
            tone=tone.sum(axis=1) / tone.shape[1],
            betrayed=some(world.last_discovered[:, party], 1),
            caught=some(world.last_discovered[:, :, party], 1),
            slipped=world.last_slipped[:, party],
            legal=all_["legal"][:, party],
            may_call=world.calls[:, party] < self.tables.scenario.script.calls,
            options=all_["options"][:, party],
            changes=all_["changes"],
            amount=world.amount,
            decor=all_["decor"],
            proposal=world.proposal,
            proposal_amount=world.proposal_amount,
        )  # fmt: skip


def look(tables: Tables, world: World) -> Sights:
    """What every seat sees of those worlds."""
    now = circumstances(tables, world)
    felt = risk(world.alliance, now, DEFAULTS)
    faces = face_stance(tables, world)
    return Sights(
        tables,
        world,
        {
            "trust": facing(world.alliance.trust),
            "confidence": facing(felt.confidence),
            "perceived": facing(felt.perceived),
            "hazard": exit_hazard(world.alliance, now, DEFAULTS),
            "pressure": now.pressure,
            "competition": now.competition,
            "tone": np.where(faces == NOBODY, 0.0, _TONE[faces]),
            "legal": legal_now(tables, world),
            "options": open_options(tables, world),
            "changes": open_changes(tables, world),
            "decor": current_decor(tables, world),
        },
    )
