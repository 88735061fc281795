"""What a computer player sees: the numbers of one seat's view, for every game at once.

An allow-list, like `engine.play.view`: a strategy never gets the world. G games, P parties, O the
others in order, M moves, C changes.
"""

from functools import cached_property, lru_cache

import numpy as np

from engine.model.arrays import mean_of
from engine.model.confrontation import EXPLAIN, OWN_UP
from engine.model.kernel import Circumstances, Risk, mean_over_others, risk
from engine.model.reading import hazard_of
from engine.model.seated import reading_of_those
from engine.play.circumstances import circumstances, current_decor, face_stance
from engine.play.compiled import Bools, CompiledScenario, Floats, Ints
from engine.play.flow import may_call
from engine.play.lifecycle import legal_now
from engine.play.presence import still_there
from engine.play.reflection import open_options
from engine.play.rows import any_along
from engine.play.rules import open_changes, open_to
from engine.play.state import NOBODY, World
from engine.scenario.vocabulary import STANCES

# How the others' last moves looked: +1 trust-building, 0 reciprocal, -1 opportunistic.
_TONE = np.array(
    [{"trust-building": 1.0, "reciprocal": 0.0, "opportunistic": -1.0}[s] for s in STANCES]
)


class Observations:
    """What can be seen in worlds that are all at the same place; computed once, on demand."""

    def __init__(self, compiled: CompiledScenario, world: World) -> None:
        self.compiled, self.world = compiled, world

    def of(self, party: int) -> "Observation":
        """What the party with that index sees."""
        return Observation(self, party)

    @cached_property
    def around(self) -> Circumstances:
        """The circumstances of the alliance."""
        return circumstances(self.compiled, self.world)

    @cached_property
    def felt(self) -> Risk:
        """Risk and confidence, about each other."""
        p = self.compiled.parameters
        return reading_of_those(
            self.there, lambda each, now: risk(each, now, p), self.world.alliance, self.around
        )

    @cached_property
    def there(self) -> Bools | None:
        """(G, P) who is still at the table; None: all are."""
        return still_there(self.compiled, self.world)

    @cached_property
    def perceived_risk(self) -> Floats:
        """(G, P)"""
        return mean_over_others(self.felt.perceived, self.there)

    @cached_property
    def confidence(self) -> Floats:
        """(G, P)"""
        return mean_over_others(self.felt.confidence, self.there)

    @cached_property
    def trust(self) -> Floats:
        """(G, P)"""
        return mean_over_others(self.world.alliance.trust, self.there)

    @cached_property
    def hazard(self) -> Floats:
        """(G, P)"""
        p = self.compiled.parameters
        return reading_of_those(
            self.there,
            lambda each, felt, now: hazard_of(each, felt, now, p),
            self.world.alliance, self.felt, self.around,
        )  # fmt: skip

    @cached_property
    def tone(self) -> Floats:
        """(G, P) how each party's last move looked."""
        faces = face_stance(self.compiled, self.world)
        return np.where(faces == NOBODY, 0.0, _TONE[faces])

    @cached_property
    def moves(self) -> Ints:
        """(m,) the moves that the present phase offers to anybody."""
        phase = self.world.phase[0]
        return np.flatnonzero(self.compiled.offered[phase] & any_along(self.compiled.belongs, 0))

    @cached_property
    def legal(self) -> Bools:
        """(G, P, m)"""
        return legal_now(self.compiled, self.world, self.moves)

    @cached_property
    def options(self) -> Bools:
        """(G, P, options)"""
        return open_options(self.compiled, self.world)

    @cached_property
    def changes(self) -> Bools:
        """(G, C) open to whoever knows of the thing"""
        return open_changes(self.compiled, self.world)

    @cached_property
    def decor(self) -> Ints:
        """(G,)"""
        return current_decor(self.compiled, self.world)


class Observation:
    """One seat's numbers, each (G,) unless stated otherwise; about the others, their mean."""

    def __init__(self, observations: Observations, party: int) -> None:
        self._all, self._party = observations, party

    @property
    def trust(self) -> Floats:
        """The party's own, in the others."""
        return self._all.trust[:, self._party]

    def trust_in(self, other: int) -> Floats:
        """The party's own, in that one of the others."""
        return self._all.world.alliance.trust[:, self._party, other]

    @property
    def confidence(self) -> Floats:
        """The party's own, in the others."""
        return self._all.confidence[:, self._party]

    @property
    def perceived_risk(self) -> Floats:
        """The party's own, of cooperating."""
        return self._all.perceived_risk[:, self._party]

    @property
    def wish_to_leave(self) -> Floats:
        """Chance of walking out, from the party's own risk and confidence."""
        return self._all.hazard[:, self._party]

    @property
    def safety(self) -> Floats:
        """The party's own."""
        return self._all.world.alliance.safety[:, self._party]

    @property
    def pressure(self) -> Floats:
        """On the party itself; (1,) if the same in all games."""
        return self._all.around.pressure[:, self._party]

    @property
    def competition(self) -> Floats:
        """The party's own; (1,) if the same in all games."""
        return self._all.around.competition[:, self._party]

    @property
    def habit(self) -> Floats:
        """Pull of the pattern, [0, 1]."""
        return self._all.world.alliance.lock_in

    @property
    def value(self) -> Floats:
        """The party's own, per round."""
        value = self._all.world.alliance.value[:, self._party]
        return value / np.maximum(self.round, 1)

    @property
    def round(self) -> Ints:
        """Rounds played."""
        return self._all.world.round

    @property
    def previous(self) -> Floats:
        """The party's own last act, -1, 0 or +1."""
        return self._all.world.alliance.previous[:, self._party]

    @property
    def last_move(self) -> Ints:
        """The party's own."""
        return self._all.world.last_move[:, self._party]

    @cached_property
    def tone(self) -> Floats:
        """Of the others' last moves, as they looked; what it did not see had none."""
        others = [at for at in range(self._all.compiled.party_count) if at != self._party]
        tone = self._all.tone[:, others]
        if self._all.compiled.has_rooms:
            tone = np.where(self._all.world.missed[:, self._party][:, others], 0.0, tone)
        here = self._all.there
        return mean_of(tone, None if here is None else here[:, others])

    @property
    def betrayed(self) -> Bools:
        """Found somebody out in the last round."""
        return any_along(self._all.world.last_discovered[:, self._party], 1)

    @property
    def caught(self) -> Bools:
        """Was found out in the last round, and told so."""
        world = self._all.world
        told = world.last_discovered & ~world.untold
        return any_along(told[:, :, self._party], 1)

    @property
    def answered_for_it(self) -> Bools:
        """Owned up or explained, in a scene since the last round."""
        replied = self._all.world.replied[:, :, self._party]
        return any_along((replied == OWN_UP) | (replied == EXPLAIN), 1)

    @property
    def slipped(self) -> Bools:
        """Did not keep a promise in the last round."""
        return self._all.world.last_slipped[:, self._party]

    @property
    def scene(self) -> "SceneObservation":
        """Of the confrontation that is on, as this seat sees it; for who takes part in it."""
        return SceneObservation(self._all.world, self._party)

    @property
    def moves(self) -> Ints:
        """(m,) the moves on the table, as indices."""
        return self._all.moves

    @property
    def legal(self) -> Bools:
        """(G, m) which of those moves it may play."""
        return self._all.legal[:, self._party]

    @property
    def may_call(self) -> Bools:
        """Whether it may call a reflection moment after this round."""
        return may_call(self._all.compiled, self._all.world, self._party)

    @property
    def options(self) -> Bools:
        """(G, options) open in this step."""
        return self._all.options[:, self._party]

    @cached_property
    def changes(self) -> Bools:
        """(G, C) open to it now."""
        everything = self._all
        return open_to(everything.compiled, everything.world, self._party, everything.changes)

    @property
    def amount(self) -> Ints:
        """(G, E) the negotiated numbers."""
        return self._all.world.amount

    @property
    def decor(self) -> Ints:
        """Where the talks are."""
        return self._all.decor

    @property
    def proposal(self) -> Ints:
        """(G, P) what each party put on the table."""
        return self._all.world.proposal

    @property
    def proposal_amount(self) -> Ints:
        """(G, P)"""
        return self._all.world.proposal_amount


class SceneObservation:
    """What a seat sees of a confrontation in which it takes part; (G,) each."""

    def __init__(self, world: World, party: int) -> None:
        self._world, self._party = world, party

    @property
    def other(self) -> Ints:
        """The other of the two."""
        by, of = self._world.scene_by, self._world.scene_of
        return np.where(by == self._party, of, by)

    @property
    def trust(self) -> Floats:
        """Own, in the other."""
        return self._world.alliance.trust[np.arange(len(self.other)), self._party, self.other]

    @property
    def cause(self) -> Ints:
        """Index in CAUSES."""
        return self._world.scene_cause

    @property
    def reply(self) -> Ints:
        """Index in REPLIES, of who was confronted."""
        return self._world.scene_reply


def observe(compiled: CompiledScenario, world: World) -> Observations:
    """What every seat sees of those worlds, which are all at the same place."""
    return (
        _observe_play(compiled, world) if len(world.phase) == 1 else Observations(compiled, world)
    )


# The seats of a live play all look at the same world: room for the tables of a hall.
@lru_cache(maxsize=128)
def _observe_play(compiled: CompiledScenario, world: World) -> Observations:
    return Observations(compiled, world)
