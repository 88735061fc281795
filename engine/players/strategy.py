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
# What a move is for, as a persona sees it.
_GIVES, _RECIPROCATES, _TAKES, _HIDES, _APOLOGISES, _DENIES, _LEAVES = range(7)


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
        """(G, m) the moves on the table that fit what the persona wants to do now."""
        who, moves, legal = self.persona, sight.moves, sight.legal
        cooperates = luck[:, _COOPERATE] < self.cooperates(sight)
        warmth = np.minimum(np.maximum(who.gives * (0.4 + 0.9 * sight.trust), 0.05), 0.95)
        gives = luck[:, _GIVE] < warmth
        temptation = 0.5 + 0.5 * sight.pressure + 0.5 * sight.competition
        hides = luck[:, _HIDE] < who.guile * temptation
        wish = np.where(cooperates, np.where(gives, _GIVES, _RECIPROCATES),
                        np.where(hides, _HIDES, _TAKES))  # fmt: skip
        repairs = (sight.caught | sight.slipped) & (luck[:, _REPAIR] < who.repairs)
        amends = np.where(luck[:, _HOW] < who.apologises, _APOLOGISES, _DENIES)
        kind = self._kind[moves]
        for group in (_APOLOGISES, _DENIES):
            wants = repairs & (amends == group)
            wish = np.where(wants & some(legal[:, kind == group], 1), group, wish)
        leaves = luck[:, _LEAVE] < who.leaves * sight.wish_to_leave
        wish = np.where(leaves & some(legal[:, kind == _LEAVES], 1), _LEAVES, wish)
        return (kind[:, None] == wish.astype(kind.dtype)).T

    def _pick(self, group: Bools, sight: Sight, draw: Draw) -> Ints:
        """(G,) one legal move: of the group, or the nearest where the group is empty."""
        moves, legal = sight.moves, sight.legal
        first = self.party * len(self.tables.moves)
        best, highest = np.zeros(len(group), dtype=np.int64), np.full(len(group), -np.inf)
        liking = self.persona.paper * sight.perceived_risk
        echo = self.persona.mirrors * sight.tone
        gumbel = -np.log(-np.log(np.maximum(
            draw.uniform(sight.round, Purpose.MOVE, first + moves), 1e-300
        )))  # fmt: skip
        for column, move in enumerate(moves):
            fits, may = group[:, column], legal[:, column]
            if self._kind[move] == _LEAVES:
                may = may & fits
            if not may.any():
                continue
            score = (0.25 + _NOISE * self.persona.restless) * gumbel[:, column]
            score = score + liking * self._formalises[move]
            score = score + echo * self._effort[move]
            score = score + np.where(sight.last_move == move, _AGAIN, 0.0)
            score = np.where(fits, score, score + _OUT_OF_GROUP)
            better = may & (score > highest)
            best = np.where(better, move, best)
            highest = np.where(better, score, highest)
        return best

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
        luck = self._luck(draw, sight.round * len(Stage) + Stage.ALTERNATIVES)
        games, count = len(luck), len(self.tables.changes)
        open_ = [at for at in range(count) if sight.changes[:, at].any()]
        whim = draw.uniform(
            sight.round, Purpose.PROPOSE, self.party * count + np.array(open_, dtype=np.int64)
        )
        best, highest = np.zeros(games, dtype=np.int64), np.full(games, -np.inf)
        for column, at in enumerate(open_):
            target = self._wanted_amount[at]
            may = sight.changes[:, at]
            if self._is_amount[at]:
                may = may & (sight.amount[:, self._thing[at]] != target)
            score = self._worth(sight, at, target) + _WHIM * whim[:, column]
            better = may & (score > highest)
            best = np.where(better, at, best)
            highest = np.where(better, score, highest)
        good = (highest > _WORTH_SAYING) & (luck[:, _COOPERATE] < self.persona.reforms)
        chosen = np.where(good, best, NOBODY)
        return chosen, np.where(good & self._is_amount[best], self._wanted_amount[best], 0.0)

    def votes(self, sight: Sight, draw: Draw) -> Bools:
        """(G, P) yes or no to the proposal of each party."""
        parties = self.tables.party_count
        lanes = self.party * parties + np.arange(parties)
        noise = draw.uniform(sight.round, Purpose.VOTE, lanes) - 0.5
        yes = np.zeros(noise.shape, dtype=bool, order="F")
        mood = self.persona.goodwill + 0.4 * (sight.trust - 0.4)
        for proposer in range(parties):
            proposal, amount = sight.proposal[:, proposer], sight.proposal_amount[:, proposer]
            for at in np.unique(proposal[proposal != NOBODY]):
                # Whether to part is no favour to the proposer: it hangs on the talks alone.
                favour = 0.0 if self._is_part[at] else mood
                inclined = self._worth(sight, at, amount) + favour
                agrees = inclined + 0.6 * noise[:, proposer] > 0
                yes[:, proposer] |= (proposal == at) & agrees
        return yes

    # --- what changes are worth ---

    def _worth(self, sight: Sight, change: int, amount: float | Floats) -> float | Floats:
        """(G,) what that change would be worth to the persona, with that amount."""
        worth, thing = self._brings[change], self._thing[change]
        if self._is_amount[change]:
            return worth * ((amount - sight.amount[:, thing]) / 20.0)
        if self._is_move[change]:
            return worth - self._thing_worth[sight.decor]
        if self._is_part[change]:
            # Parting with honour is worth it where risk outweighs confidence and nothing was
            # gained.
            gained = np.maximum(sight.value, 0.0)
            return 2 * (sight.perceived_risk - sight.confidence - gained - 0.15)
        return worth

    @cached_property
    def _wanted_amount(self) -> Floats:
        """(C,) the end of the range that the persona would rather see."""
        return np.where(self._brings > 0, self._highest, self._lowest)

    @cached_property
    def _kind(self) -> Ints:
        """(M,) the group that each move belongs to."""
        tables = self.tables
        hidden = tables.traits[:, TRAITS.index("guile")] > 0
        takes = np.where(hidden, _HIDES, _TAKES)
        by_stance = np.select(
            [tables.stance == _GIVING, tables.stance == _EVEN], [_GIVES, _RECIPROCATES], takes
        )
        mending = np.select([tables.repair == 1, tables.repair == 2], [_APOLOGISES, _DENIES], -1)
        kind = np.where(mending >= 0, mending, by_stance)
        return np.where(tables.leaves, _LEAVES, kind).astype(np.int8)

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
        wish = 0.3 * likes.get("candour", 0.0) * (self._kind == _GIVES)
        wish = wish + 0.3 * likes.get("guile", 0.0) * (self._kind == _HIDES)
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
        return draw.uniform(clock, Purpose.CHOICE, self.party * _LANES + np.arange(_LANES))
