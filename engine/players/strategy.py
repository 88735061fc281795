"""How a persona chooses: (what it sees, luck) -> choice, for every game at once.

The choice between cooperating and taking is logistic in confidence minus perceived risk (the
rule of Mayer, Davis & Schoorman 1995, with the error of a logit), bent by the persona's leanings,
by how the others just looked, and by habit. Which move it becomes is a softmax over the moves
that are legal. One seat at a time: all arrays are (G, …) of that seat.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.model.chance import Purpose
from engine.model.parameters import DEFAULTS
from engine.play.reflection import REAL_QUESTION, THEIR_PART
from engine.play.round import Draw
from engine.play.rows import some
from engine.play.state import NOBODY, Stage
from engine.play.tables import PARTY_SHIFTS, SHARED_SHIFTS, Bools, Floats, Ints, Tables
from engine.players.personas import Persona
from engine.players.sight import Sight
from engine.scenario.vocabulary import BOTTLENECK_OPTIONS, INVENTORY_OPTIONS, STANCES, TRAITS

# Lanes of luck for one seat in one step.
_LANES = 8
_COOPERATE, _GIVE, _HIDE, _REPAIR, _HOW, _LEAVE, _CALL, _SPARE = range(_LANES)
# Design choices: how far a legal move outside the group that was chosen stands back, how much
# less likely the same move is twice in a row, and the scale of the noise at restless = 1.
_OUT_OF_GROUP = -20.0
_AGAIN = -0.6
_NOISE = 1.2
_REASON_TO_SPEAK = 0.5
# What a change must be worth to be proposed, and how much of that is the whim of the day.
_WORTH_SAYING, _WHIM = 0.6, 0.9

_GIVING, _EVEN, _TAKING = (STANCES.index(s) for s in STANCES)


@dataclass(frozen=True)
class Seat:
    """A persona on a seat of one scenario."""

    tables: Tables
    party: int
    persona: Persona

    # --- at the table ---

    def move(self, sight: Sight, draw: Draw) -> tuple[Ints, Bools]:
        """(G,) the move, and whether it also calls a reflection moment."""
        luck = self._luck(draw, sight.round * len(Stage))
        move = self._pick(self._group(sight, luck), sight, draw)
        reason = (sight.trust < _REASON_TO_SPEAK) | sight.betrayed
        call = sight.may_call & reason & (sight.round > 0)
        call &= luck[:, _CALL] < self.persona.speaks_up
        return move, call & ~self.tables.leaves[move]

    def cooperates(self, sight: Sight) -> Floats:
        """(G,) the chance of a cooperative move, in (0, 1)."""
        who, model = self.persona, DEFAULTS
        margin = sight.confidence - sight.perceived_risk - who.caution
        habit = model.inertia * (1 + 2 * sight.habit) * sight.previous
        odds = (
            model.precision * margin
            + habit
            + who.leaning
            + who.mirrors * sight.tone
            - who.holds_grudge * sight.betrayed
            - who.under_pressure * sight.pressure
        )
        result: Floats = 1 / (1 + np.exp(-odds))
        return result

    def _group(self, sight: Sight, luck: Floats) -> Bools:
        """(G, M) the moves that fit what the persona wants to do now."""
        who, of = self.persona, self._kinds
        cooperates = luck[:, _COOPERATE] < self.cooperates(sight)
        warmth = np.minimum(np.maximum(who.gives * (0.4 + 0.9 * sight.trust), 0.05), 0.95)
        gives = luck[:, _GIVE] < warmth
        temptation = 0.5 + 0.5 * sight.pressure + 0.5 * sight.competition
        hides = luck[:, _HIDE] < who.guile * temptation
        group = np.where(
            cooperates[:, None],
            np.where(gives[:, None], of["gives"], of["reciprocates"]),
            np.where(hides[:, None], of["hides"], of["takes"]),
        )
        repairs = (sight.caught | sight.slipped) & (luck[:, _REPAIR] < who.repairs)
        apologises = luck[:, _HOW] < who.apologises
        repair = np.where(apologises[:, None], of["apologises"], of["denies"])
        group = np.where(repairs[:, None] & some(repair & sight.legal, 1)[:, None], repair, group)
        leaves = luck[:, _LEAVE] < who.leaves * sight.wish_to_leave
        return np.where(leaves[:, None] & some(of["leaves"] & sight.legal, 1)[:, None],
                        of["leaves"], group)  # fmt: skip

    def _pick(self, group: Bools, sight: Sight, draw: Draw) -> Ints:
        """(G,) one legal move: of the group, or the nearest where the group is empty."""
        count = len(self.tables.moves)
        lanes = draw.uniform(sight.round, Purpose.MOVE, count * self.tables.party_count)
        own = np.ascontiguousarray(lanes[:, self.party * count : (self.party + 1) * count])
        gumbel = -np.log(-np.log(np.maximum(own, 1e-300)))
        score = (0.25 + _NOISE * self.persona.restless) * gumbel
        score = score + self.persona.paper * sight.perceived_risk[:, None] * self._formalises
        score = score + self.persona.mirrors * sight.tone[:, None] * self._effort
        score = score + np.where(np.arange(count) == sight.last_move[:, None], _AGAIN, 0.0)
        score = np.where(group, score, score + _OUT_OF_GROUP)
        never = self._kinds["leaves"] & ~group
        return np.where(sight.legal & ~never, score, -np.inf).argmax(axis=1)

    def prediction(self, sight: Sight) -> tuple[Ints, Floats]:
        """(G,) the stance it expects of the others, index in STANCES, and with what probability.

        Design choice: it expects people to act as it trusts them to, and as they did just now.
        """
        hope = sight.trust + 0.2 * sight.tone
        stance = np.where(hope > 0.6, _GIVING, np.where(hope < 0.4, _TAKING, _EVEN))
        sureness = np.minimum(np.abs(hope - 0.5), 0.5)
        return stance, 0.45 + 0.8 * sureness

    # --- in reflection ---

    def option(self, sight: Sight, draw: Draw, stage: Stage) -> Ints:
        """(G,) what it does in the first or second step."""
        who = self.persona
        luck = self._luck(draw, sight.round * len(Stage) + stage)
        opens = luck[:, _COOPERATE] < who.opens_up * (0.4 + 0.6 * sight.safety)
        dares = luck[:, _GIVE] < who.dares
        if stage is Stage.DIFFERENCES:
            options = INVENTORY_OPTIONS
            openly = np.where(
                dares, options.index("name-difference"), options.index("name-common-ground")
            )
            return np.where(opens, openly, options.index("joke-away"))
        options = BOTTLENECK_OPTIONS
        asks = dares & sight.options[:, REAL_QUESTION]
        openly = np.where(asks, REAL_QUESTION, options.index("own-part"))
        closed = np.where(luck[:, _HIDE] < who.blames, THEIR_PART, options.index("keep-quiet"))
        return np.where(opens, openly, closed)

    def proposal(self, sight: Sight, draw: Draw) -> tuple[Ints, Floats]:
        """(G,) the change put on the table or NOBODY, and its amount."""
        who, changes = self.persona, self.tables.changes
        luck = self._luck(draw, sight.round * len(Stage) + Stage.ALTERNATIVES)
        lanes = draw.uniform(sight.round, Purpose.PROPOSE, len(changes) * self.tables.party_count)
        own = lanes[:, self.party * len(changes) : (self.party + 1) * len(changes)]
        target = self._wanted_amount(sight)
        worth = self._worth(sight, target[None, :] * np.ones_like(own))
        idle = self._is_amount & (sight.amount[:, self._thing] == target)
        score = np.where(sight.changes & ~idle, worth + _WHIM * own, -np.inf)
        best = score.argmax(axis=1)
        rows = np.arange(len(best))
        good = (score[rows, best] > _WORTH_SAYING) & (luck[:, _COOPERATE] < who.reforms)
        chosen = np.where(good, best, NOBODY)
        return chosen, np.where(good & self._is_amount[best], target[best], 0.0)

    def votes(self, sight: Sight, draw: Draw) -> Bools:
        """(G, P) yes or no to the proposal of each party."""
        parties, count = self.tables.party_count, len(self.tables.changes)
        lanes = draw.uniform(sight.round, Purpose.VOTE, parties * parties)
        noise = lanes[:, self.party * parties : (self.party + 1) * parties] - 0.5
        yes = np.zeros((len(sight.round), parties), dtype=bool)
        rows = np.arange(len(sight.round))
        for proposer in range(parties):
            at = np.maximum(sight.proposal[:, proposer], 0)
            amounts = np.repeat(sight.proposal_amount[:, proposer, None], count, axis=1)
            worth = self._worth(sight, amounts)[rows, at]
            mood = self.persona.goodwill + 0.4 * (sight.trust - 0.4)
            # Whether to part is no favour to the proposer: it hangs on the talks alone.
            inclined = worth + np.where(self._is_part[at], 0.0, mood)
            yes[:, proposer] = inclined + 0.6 * noise[:, proposer] > 0
        return yes

    # --- what changes are worth ---

    def _worth(self, sight: Sight, amounts: Floats) -> Floats:
        """(G, C) what each change would be worth to the persona, with those amounts (G, C)."""
        worth = np.repeat(self._brings[None], len(sight.round), axis=0)
        worth = np.where(self._is_amount, worth * self._rise(sight, amounts), worth)
        here = self._thing_worth[sight.decor]
        worth = np.where(self._is_move, worth - here[:, None], worth)
        # Parting with honour is worth it where risk outweighs confidence and nothing was gained.
        misery = sight.perceived_risk - sight.confidence - np.maximum(sight.value, 0.0) - 0.15
        return np.where(self._is_part, (2 * misery)[:, None], worth)

    def _rise(self, sight: Sight, amounts: Floats) -> Floats:
        now = sight.amount[:, self._thing]
        return (amounts - now) / 20.0

    def _wanted_amount(self, sight: Sight) -> Floats:
        """(C,) the end of the range that the persona would rather see."""
        return np.where(self._brings > 0, self._highest, self._lowest)

    @cached_property
    def _kinds(self) -> dict[str, Bools]:
        """(M,) by group which moves belong to it."""
        tables = self.tables
        hidden = tables.traits[:, TRAITS.index("guile")] > 0
        by_stance = {stance: tables.stance == at for at, stance in enumerate(STANCES)}
        takes = by_stance["opportunistic"] & ~tables.leaves
        return {
            "gives": by_stance["trust-building"] & (tables.repair == 0),
            "reciprocates": by_stance["reciprocal"] & (tables.repair == 0),
            "takes": takes & ~hidden,
            "hides": takes & hidden,
            "apologises": tables.repair == 1,
            "denies": tables.repair == 2,
            "leaves": tables.leaves,
        }

    @cached_property
    def _effort(self) -> Floats:
        """(M,) how much a move puts in: the mean of benevolence, candour and commitment."""
        effort: Floats = self.tables.traits[:, :3].sum(axis=1) / 3
        return effort

    @cached_property
    def _formalises(self) -> Floats:
        formal: Floats = self.tables.traits[:, TRAITS.index("formalise")]
        return formal

    @cached_property
    def _thing(self) -> Ints:
        return np.array([max(change.thing, 0) for change in self.tables.changes])

    @cached_property
    def _is_amount(self) -> Bools:
        return np.array([change.action == "amount" for change in self.tables.changes])

    @cached_property
    def _is_move(self) -> Bools:
        return np.array([change.action == "move" for change in self.tables.changes])

    @cached_property
    def _is_part(self) -> Bools:
        return np.array([change.action == "part" for change in self.tables.changes])

    @cached_property
    def _lowest(self) -> Floats:
        return np.array([self._between(at)[0] for at in range(len(self.tables.changes))])

    @cached_property
    def _highest(self) -> Floats:
        return np.array([self._between(at)[1] for at in range(len(self.tables.changes))])

    def _between(self, at: int) -> tuple[float, float]:
        thing = self.tables.changes[at].thing
        low, high = (self.tables.elements[thing].between if thing != NOBODY else None) or (0, 0)
        return float(low), float(high)

    @cached_property
    def _thing_worth(self) -> Floats:
        """(E,) what it is worth to the persona that a thing is in force."""
        tables, likes = self.tables, self.persona.likes
        worth = np.zeros(len(tables.elements))
        for name in PARTY_SHIFTS + SHARED_SHIFTS:
            mine = tables.shifts[name][:, self.party] + 20 * tables.per_amount[name][:, self.party]
            worth += 5 * likes.get(name, 0.0) * mine
        pulses = ("safety", "understanding", "internal_balance")
        for at, name in enumerate(pulses):
            worth += 5 * likes.get(name, 0.0) * tables.ritual_pulses[:, self.party, at]
        for trait in ("candour", "guile"):
            at = TRAITS.index(trait)
            room = tables.limit_high[:, self.party, at] - 1 + tables.limit_low[:, self.party, at]
            worth += likes.get(trait, 0.0) * room
        # What a rule allows or forbids is worth what the persona would do with it.
        wish = 0.3 * likes.get("candour", 0.0) * self._kinds["gives"]
        wish = wish + 0.3 * likes.get("guile", 0.0) * self._kinds["hides"]
        grants = tables.allows[:, self.party].astype(float) - tables.forbids[:, self.party]
        worth += (grants * wish).sum(axis=1)
        worth += 0.2 * likes.get("people", 0.0) * self._is_chapter("roles")
        worth += 0.3 * likes.get("reflection", 0.0) * self._is_chapter("script")
        return worth

    def _is_chapter(self, chapter: str) -> Bools:
        return np.array([thing.chapter == chapter for thing in self.tables.elements])

    @cached_property
    def _brings(self) -> Floats:
        """(C,) what each change brings: the worth of a thing adopted, or minus that of one lost."""
        signs = {"adopt": 1.0, "drop": -1.0, "amount": 1.0, "move": 1.0, "hold": 0.0, "part": 0.0}
        worth = np.array(
            [signs[c.action] * self._thing_worth[max(c.thing, 0)] for c in self.tables.changes]
        )
        mine = np.array(
            [c.action == "hold" and c.holder == self.party for c in self.tables.changes]
        )
        table = np.array(
            [
                c.action == "hold" and c.holder == self.tables.party_count
                for c in self.tables.changes
            ]
        )
        new = np.array([c.chapter == "script" and c.action == "adopt" for c in self.tables.changes])
        likes = self.persona.likes
        return (
            worth
            + 0.15 * mine
            + 0.2 * likes.get("candour", 0.0) * table
            + 0.4 * self.persona.opens_up * new
        )

    def _luck(self, draw: Draw, clock: Ints) -> Floats:
        lanes = draw.uniform(clock, Purpose.CHOICE, _LANES * self.tables.party_count)
        return lanes[:, self.party * _LANES : (self.party + 1) * _LANES]
