"""A player that chooses at random from what it may: it comes where no persona would."""

from dataclasses import dataclass

import numpy as np

from engine.model.chance import Purpose
from engine.play.compiled import Bools, Floats, Ints
from engine.play.round import Draw
from engine.play.state import NOBODY, Stage
from engine.players import PersonaPolicy
from engine.players.observation import Observation
from engine.scenario.vocabulary import BOTTLENECK_OPTIONS, INVENTORY_OPTIONS, REPLIES, RESPONSES

_WALK_OUT = RESPONSES.index("walk-out")
# Lanes of luck for one seat in one step, and the steps of a round that draw from them.
_PICK, _OTHER, _LEAVE, _LANES = range(4)
# Who leaves sees no more of the play: that is rare, and so is a call. Design choices.
_LEAVES, _CALLS = 0.02, 0.2


@dataclass(frozen=True)
class RandomPolicy(PersonaPolicy):
    """Someone on a seat who takes each choice by lot, with the luck of that play."""

    def move(self, observation: Observation, draw: Draw) -> tuple[Ints, Bools]:
        """(G,) any move that is legal, and a call now and then."""
        luck = self._lot(observation, draw, Stage.ROUND)
        moves, legal = observation.moves, observation.legal
        leaves = self.compiled.leaves[moves]
        stays = legal & ~leaves
        rarely = (luck[:, _LEAVE] < _LEAVES) | ~stays.any(axis=1)
        move = moves[_any_of(np.where(rarely[:, None], legal, stays), luck[:, _PICK])]
        call = observation.may_call & (luck[:, _OTHER] < _CALLS)
        return move, call & ~self.compiled.leaves[move]

    def option(self, observation: Observation, draw: Draw, stage: Stage) -> Ints:
        """(G,) anything that can be done in that step."""
        luck = self._lot(observation, draw, stage)[:, _PICK]
        options = INVENTORY_OPTIONS if stage is Stage.DIFFERENCES else BOTTLENECK_OPTIONS
        return _any_of(observation.options[:, : len(options)], luck)

    def proposal(self, observation: Observation, draw: Draw) -> tuple[Ints, Floats]:
        """(G,) any change that is open or none, and any amount for it."""
        luck = self._lot(observation, draw, Stage.ALTERNATIVES)
        nothing = np.ones((len(luck), 1), dtype=bool)
        may = np.hstack([observation.changes & self._can_be_written(observation), nothing])
        change = _any_of(may, luck[:, _PICK])
        change = np.where(change == len(self.compiled.changes), NOBODY, change)
        amount = np.zeros(len(change))
        for at, each in enumerate(self.compiled.changes):
            between = self.compiled.elements[each.thing].between
            if each.action == "amount" and between is not None:
                now = observation.amount[:, each.thing]
                low, high = between
                drawn = low + np.floor(luck[:, _OTHER] * (high - low))
                amount = np.where(change == at, drawn + (drawn >= now), amount)
        return change, amount

    def _can_be_written(self, observation: Observation) -> Bools:
        """(G, C) whether there is an amount to propose that is not the present one."""
        result = np.ones((len(observation.round), len(self.compiled.changes)), dtype=bool)
        for at, each in enumerate(self.compiled.changes):
            between = self.compiled.elements[each.thing].between
            if each.action == "amount" and between is not None:
                now = observation.amount[:, each.thing]
                result[:, at] = (now >= between[0]) & (now <= between[1])
        return result

    def votes(self, observation: Observation, draw: Draw) -> Bools:
        """(G, P) yes or no to each proposal, as often."""
        parties = self.compiled.party_count
        clock = observation.round * len(Stage) + Stage.DECISION
        lanes = _LANES * parties + self.party * parties + np.arange(parties)
        yes = draw.uniform(clock, Purpose.CHOICE, lanes) < 1 / 2
        return yes & (observation.proposal != NOBODY)

    def raises(self, observation: Observation, draw: Draw) -> Bools:
        """(G,) as often as not."""
        return self._lot(observation, draw, Stage.RAISING)[:, _PICK] < 1 / 2

    def reply(self, observation: Observation, draw: Draw) -> Ints:
        """(G,) any of the replies."""
        luck = self._lot(observation, draw, Stage.CONFRONTED)[:, _PICK]
        return (luck * len(REPLIES)).astype(np.int64)

    def response(self, observation: Observation, draw: Draw) -> Ints:
        """(G,) any of the responses; nobody walks out before the first round."""
        luck = self._lot(observation, draw, Stage.RECKONING)
        may = np.ones((len(luck), len(RESPONSES)), dtype=bool)
        may[:, _WALK_OUT] = (luck[:, _LEAVE] < _LEAVES) & (observation.round > 0)
        return _any_of(may, luck[:, _PICK])

    def _lot(self, observation: Observation, draw: Draw, stage: Stage) -> Floats:
        clock = observation.round * len(Stage) + stage
        return draw.uniform(clock, Purpose.CHOICE, self.party * _LANES + np.arange(_LANES))


def _any_of(may: Bools, luck: Floats) -> Ints:
    """(G,) one of the columns that may be taken (G, n), each as likely."""
    many = may.sum(axis=1)
    wanted = np.minimum((luck * many).astype(np.int64), np.maximum(many - 1, 0))
    at: Ints = (may.cumsum(axis=1) > wanted[:, None]).argmax(axis=1)
    return at
