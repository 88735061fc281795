"""How a persona chooses: (what it sees, luck) -> choice, for every game at once.

The choice between cooperating and taking is logistic in confidence minus perceived risk (the
rule of Mayer, Davis & Schoorman 1995, with the error of a logit), bent by the persona's leanings,
by how the others just looked, and by habit. Which move it becomes is a softmax over the moves
that are legal. One seat at a time: all arrays are (G, …) of that seat.
"""

from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from engine.model.arrays import clip
from engine.model.chance import Purpose
from engine.model.confrontation import (
    ACCEPT,
    ASK,
    BLAME,
    DENY,
    EXPLAIN,
    FREEZE,
    OWN_UP,
    SILENCE,
    WALK_OUT,
)
from engine.model.exact import log, logistic
from engine.model.reading import habit, temptation
from engine.play.compiled import Bools, CompiledScenario, Floats, Ints
from engine.play.confrontation import DEPARTURE, DISCOVERY, REFUSAL
from engine.play.reflection import REAL_QUESTION, THEIR_PART
from engine.play.round import Draw, price_of
from engine.play.rows import any_along
from engine.play.state import NOBODY, Objection, Stage
from engine.players.observation import Observation
from engine.players.parameters import PLAYERS, PlayerParameters
from engine.players.personas import LEANINGS, Persona
from engine.players.utility import Group, Utility, kinds_of_moves, utility_of
from engine.scenario.vocabulary import BOTTLENECK_OPTIONS, INVENTORY_OPTIONS, STANCES, TRAITS

# Lanes of luck for one seat in one step; the steps of a round that draw from them.
_LANES = 8
_STEPS = 6
_COOPERATE, _GIVE, _HIDE, _REPAIR, _HOW, _LEAVE, _CALL, _SPARE = range(_LANES)
_SCENE_LANES = 3
# Random numbers are at least this, so that they have a logarithm.
_ABOVE_ZERO = 1e-300
_PUT_IN = [TRAITS.index(name) for name in ("benevolence", "candour", "commitment")]
_LEAVES = int(Group.LEAVES)
_GIVING, _EVEN, _TAKING = (STANCES.index(s) for s in STANCES)


class _Judgement(NamedTuple):
    """What weighs in the word on a proposal, each (rows,): the sum decides.

    worth: what the change would bring. favour: to who proposes it. forgone: of its own proposal,
    where the two exclude each other. whim: of the moment.
    """

    worth: Floats
    favour: Floats
    forgone: Floats
    whim: Floats

    @property
    def inclined(self) -> Floats:
        """(rows,) how far it is for it."""
        return self.worth + self.favour - self.forgone + self.whim


@dataclass(frozen=True)
class PersonaPolicy:
    """A persona on a seat of one scenario, or one of several in each game.

    others: other personas for this seat. which: (G,) who sits here in each game, 0 for the first.
    """

    compiled: CompiledScenario
    party: int
    persona: Persona
    others: tuple[Persona, ...] = ()
    which: Ints | int = 0
    parameters: PlayerParameters = PLAYERS

    def seating(self, which: Ints) -> "PersonaPolicy":
        """The same seat, with the chosen persona on it in each game."""
        # What the copy shares must exist before it is made.
        _ = self._things, self._brings, self._wanted, self._leanings, self._kind
        seat = copy(self)
        object.__setattr__(seat, "which", which)
        return seat

    def _who(self, leaning: str) -> Floats:
        """(G,) how far whoever sits here leans that way."""
        return self._leanings[leaning][self.which]

    def _sitting(self, rows: Ints) -> Ints:
        """(rows,) who sits here in those games; (1,) if the same in all."""
        which = np.atleast_1d(self.which)
        return which if len(which) == 1 else which[rows]

    # --- at the table ---

    def move(self, observation: Observation, draw: Draw) -> tuple[Ints, Bools]:
        """(G,) the move, and whether it also calls a reflection moment."""
        luck = self._luck(draw, observation.round * _STEPS, _SPARE)
        move = self._pick(self._group(observation, luck), observation, draw)
        reason = (observation.trust < self.parameters.reason_to_call) | observation.betrayed
        call = observation.may_call & reason & (observation.round > 0)
        call &= luck[:, _CALL] < self._who("speaks_up")
        return move, call & ~self.compiled.leaves[move]

    def cooperates(self, observation: Observation) -> Floats:
        """(G,) the chance of a cooperative move, in (0, 1)."""
        who, model = self._who, self.compiled.parameters
        margin = observation.confidence - observation.perceived_risk - who("caution")
        return logistic(
            model.precision * margin
            + habit(observation.habit, observation.previous, model)
            + who("leaning")
            + who("mirrors") * observation.tone
            - who("holds_grudge") * observation.betrayed
            - who("under_pressure") * observation.pressure
        )

    def _group(self, observation: Observation, luck: Floats) -> Bools:
        """(G, m) the moves on the table that fit what the persona wants to do now."""
        who, p = self._who, self.parameters
        moves, legal = observation.moves, observation.legal
        cooperates = luck[:, _COOPERATE] < self.cooperates(observation)
        warmth = who("gives") * (p.warmth_base + p.warmth_of_trust * observation.trust)
        gives = luck[:, _GIVE] < clip(warmth, p.warmth_lowest, p.warmth_highest)
        strain = temptation(observation.pressure, observation.competition, self.compiled.parameters)
        hides = luck[:, _HIDE] < who("guile") * strain
        wish = np.where(cooperates, np.where(gives, Group.GIVES, Group.RECIPROCATES),
                        np.where(hides, Group.HIDES, Group.TAKES))  # fmt: skip
        owes = (observation.caught | observation.slipped) & ~observation.answered_for_it
        repairs = owes & (luck[:, _REPAIR] < who("repairs"))
        amends = np.where(luck[:, _HOW] < who("apologises"), Group.APOLOGISES, Group.DENIES)
        kind = self._kind[moves]
        for group in (Group.APOLOGISES, Group.DENIES):
            wants = repairs & (amends == group)
            wish = np.where(wants & any_along(legal[:, kind == group], 1), group, wish)
        leaves = luck[:, _LEAVE] < who("leaves") * observation.wish_to_leave
        wish = np.where(leaves & any_along(legal[:, kind == Group.LEAVES], 1), Group.LEAVES, wish)
        return (kind[:, None] == wish.astype(kind.dtype)).T

    def _pick(self, group: Bools, observation: Observation, draw: Draw) -> Ints:
        """(G,) one legal move: from the group, or the nearest if the group is empty."""
        p = self.parameters
        # Only the moves on the table that this party can ever play.
        open_ = np.flatnonzero(any_along(observation.legal, 0))
        moves, legal = observation.moves[open_], observation.legal
        first = self.party * len(self.compiled.moves)
        best, highest = np.zeros(len(group), dtype=np.int64), np.full(len(group), -np.inf)
        liking = self._who("paper") * observation.perceived_risk
        echo = self._who("mirrors") * observation.tone
        luck = draw.uniform(observation.round, Purpose.MOVE, first + moves)
        gumbel = -log(-log(np.maximum(luck, _ABOVE_ZERO)))
        spread = p.luck_of_move + p.luck_of_restless * self._who("restless")
        for column, (at, move) in enumerate(zip(open_, moves, strict=True)):
            fits, may = group[:, at], legal[:, at]
            if self._kind[move] == _LEAVES:
                may = may & fits
            if not may.any():
                continue
            score = spread * gumbel[:, column]
            score = score + liking * self._formalises[move]
            score = score + echo * self._effort[move]
            score = score + np.where(observation.last_move == move, p.repeats, 0.0)
            if self.compiled.is_aimed and (drawn := self._drawn_to(observation, move)) is not None:
                score = score + spread * self.compiled.parameters.precision * drawn
            if self.compiled.has_price:
                price = float(price_of(self.compiled, move))
                score = score - spread * self.compiled.parameters.precision * price
            score = np.where(fits, score, score + p.out_of_sort)
            better = may & (score > highest)
            np.putmask(best, better, move)
            np.putmask(highest, better, score)
        return best

    def _drawn_to(self, observation: Observation, move: int) -> Floats | None:
        """(G,) how much it would rather do that move with this one than with another; None where
        the move is for all. One gives to whom one trusts, and takes from whom one does not.

        It weighs as it does in whether to cooperate: a logit of the same precision.
        """
        with_whom = self.compiled.aims[move]
        if with_whom.all():
            return None
        more = observation.trust_in(int(np.flatnonzero(with_whom)[0])) - observation.trust
        return -more if self.compiled.stance[move] == _TAKING else more

    def prediction(self, observation: Observation) -> tuple[Ints, Floats]:
        """(G,) the stance it expects of the others, index in STANCES, and with what probability.

        Design choice: it expects people to act as it trusts them to, and as they did just now.
        """
        p = self.parameters
        hope = observation.trust + p.hope_of_tone * observation.tone
        stance = np.where(hope > p.hopes, _GIVING, np.where(hope < p.fears, _TAKING, _EVEN))
        clear = np.minimum(np.abs(hope - 0.5), 0.5)
        return stance, p.sure_at_least + p.sure_of_hope * clear

    # --- in reflection ---

    def option(self, observation: Observation, draw: Draw, stage: Stage) -> Ints:
        """(G,) what it does in the first or second step."""
        who, p = self._who, self.parameters
        luck = self._luck(draw, observation.round * _STEPS + stage, _REPAIR)
        ease = p.opens_base + p.opens_of_safety * observation.safety
        opens = luck[:, _COOPERATE] < who("opens_up") * ease
        dares = luck[:, _GIVE] < who("dares")
        if stage is Stage.DIFFERENCES:
            options = INVENTORY_OPTIONS
            openly = np.where(
                dares, options.index("name-difference"), options.index("name-common-ground")
            )
            return np.where(opens, openly, options.index("joke-away"))
        options = BOTTLENECK_OPTIONS
        asks = dares & observation.options[:, REAL_QUESTION]
        openly = np.where(asks, REAL_QUESTION, options.index("own-part"))
        closed = np.where(luck[:, _HIDE] < who("blames"), THEIR_PART, options.index("keep-quiet"))
        return np.where(opens, openly, closed)

    def proposal(self, observation: Observation, draw: Draw) -> tuple[Ints, Floats]:
        """(G,) the change put on the table or NOBODY, and its amount."""
        p = self.parameters
        luck = self._luck(draw, observation.round * _STEPS + Stage.ALTERNATIVES, _GIVE)
        count = len(self.compiled.changes)
        open_ = [
            at
            for at in range(count)
            if self._may_be_worth_it[at] and observation.changes[:, at].any()
        ]
        # Only weigh the changes in games where chance lets it speak at all.
        rows = np.flatnonzero(luck[:, _COOPERATE] < self._who("reforms"))
        who, lanes = self._sitting(rows), self.party * count + np.array(open_, dtype=np.int64)
        whim = draw.rows(rows).uniform(observation.round[rows], Purpose.PROPOSE, lanes)
        best, highest = np.zeros(len(rows), dtype=np.int64), np.full(len(rows), -np.inf)
        for column, at in enumerate(open_):
            target = self._wanted[:, at][who]
            may = observation.changes[:, at][rows]
            if self._is_amount[at]:
                may = may & (observation.amount[:, self._thing[at]][rows] != target)
            score = self._worth(observation, rows, at, target) + p.whim * whim[:, column]
            better = may & (score > highest)
            np.putmask(best, better, at)
            np.putmask(highest, better, score)
        good = highest > p.worth_saying
        proposal, amount = np.full(len(luck), NOBODY), np.zeros(len(luck))
        proposal[rows[good]] = best[good]
        wanted = np.where(self._is_amount[best], self._wanted[who, best], 0.0)
        amount[rows[good]] = wanted[good]
        return proposal, amount

    def votes(self, observation: Observation, draw: Draw) -> Bools:
        """(G, P) yes or no to the proposal of each party."""
        parties = self.compiled.party_count
        yes = np.zeros((len(observation.round), parties), dtype=bool, order="F")
        for proposer in range(parties):
            proposal = observation.proposal[:, proposer]
            for at in np.unique(proposal[proposal != NOBODY]):
                rows = np.flatnonzero(proposal == at)
                yes[rows, proposer] = (
                    self._judged(observation, draw, proposer, at, rows).inclined > 0
                )
        return yes

    def objection(self, observation: Observation, draw: Draw, proposer: int) -> Objection:
        """Of one game: why it says no to what that party put on the table.

        What weighed most against it; and where nothing did but the moment, that.
        """
        change = int(observation.proposal[0, proposer])
        if self.compiled.changes[change].action == "part":
            return "go-on"
        judged = self._judged(observation, draw, proposer, change, np.zeros(1, dtype=np.int64))
        weights: dict[Objection, float] = {
            "costs-us": -float(judged.worth[0]),
            "no-trust": -float(judged.favour[0]),
            "not-now": -float(judged.whim[0]),
        }
        if judged.forgone[0] > 0:
            weights["own-first"] = float(judged.forgone[0])
        most = max(weights, key=weights.__getitem__)
        return "as-it-is" if most == "not-now" and judged.worth[0] <= 0 else most

    def _judged(
        self, observation: Observation, draw: Draw, proposer: int, change: int, rows: Ints
    ) -> "_Judgement":
        """What it makes, in those games, of that change on the proposal of that party."""
        parties, p = self.compiled.party_count, self.parameters
        lane = np.array([self.party * parties + proposer])
        noise = draw.rows(rows).uniform(observation.round[rows], Purpose.VOTE, lane)[:, 0] - 0.5
        amount = observation.proposal_amount[:, proposer][rows]
        mood = self._who("goodwill") + p.favour_of_trust * (observation.trust - p.favour_from)
        # Whether to part is no favour to the proposer: it hangs on the talks alone.
        is_part = self.compiled.changes[change].action == "part"
        return _Judgement(
            worth=self._worth(observation, rows, change, amount) + np.zeros(len(rows)),
            favour=np.zeros(len(rows)) if is_part else mood[rows],
            forgone=self._forgone(observation, rows, change, amount),
            whim=p.luck_of_vote * noise,
        )

    def _forgone(self, observation: Observation, rows: Ints, change: int, amount: Ints) -> Floats:
        """(rows,) what its own proposal is worth to it, where that change, with that amount,
        excludes it.
        """
        own = observation.proposal[:, self.party][rows]
        own_amount = observation.proposal_amount[:, self.party][rows]
        worth = np.zeros(len(rows))
        for at in np.unique(own[own != NOBODY]):
            if self.compiled.excludes[at, change]:
                other = (own == at) & ((at != change) | (own_amount != amount))
                of = np.flatnonzero(other)
                value = self._worth(observation, rows[of], at, own_amount[of])
                worth[of] = np.maximum(value, 0.0)
        return worth

    # --- in a confrontation ---

    def raises(self, observation: Observation, draw: Draw) -> Bools:
        """(G,) whether it raises what it found out. Guile keeps it, to use it another time."""
        who, p = self._who, self.parameters
        chance = p.raises_base + p.raises_of_safety * observation.safety
        chance = chance + p.raises_of_grudge * who("holds_grudge") - p.keeps_of_guile * who("guile")
        luck = self._scene_luck(observation, draw, Stage.RAISING)
        return luck[:, 0] < clip(chance, p.warmth_lowest, p.warmth_highest)

    def reply(self, observation: Observation, draw: Draw) -> Ints:
        """(G,) index in REPLIES. Who means to repair owns up or denies, as it does at the table."""
        who, p = self._who, self.parameters
        luck = self._scene_luck(observation, draw, Stage.CONFRONTED)
        ease = p.opens_base + p.opens_of_safety * observation.safety
        repairs = luck[:, 0] < who("repairs")
        apology = np.where(luck[:, 2] < p.owns_base + ease, OWN_UP, EXPLAIN)
        repair = np.where(luck[:, 1] < who("apologises"), apology, DENY)
        talks = np.where(luck[:, 2] < who("opens_up") * ease, EXPLAIN, SILENCE)
        return np.where(repairs, repair, np.where(luck[:, 1] < who("blames"), BLAME, talks))

    def response(self, observation: Observation, draw: Draw) -> Ints:
        """(G,) index in RESPONSES. Trust accepts, and so does who sees nothing to forgive."""
        who, p, scene = self._who, self.parameters, observation.scene
        luck = self._scene_luck(observation, draw, Stage.RECKONING)
        betrayed = scene.cause == DISCOVERY
        owned = p.credit_owned
        credit = np.array([owned, p.credit_explained, p.credit_denied, 0.0, -owned])
        accepts = p.accepts_base + p.accepts_of_trust * scene.trust + credit[scene.reply]
        accepts = accepts - p.refuses_of_grudge * who("holds_grudge") * betrayed
        accepts = accepts + p.credit_no_breach * (
            (scene.cause == REFUSAL) | (scene.cause == DEPARTURE)
        )
        settles = luck[:, 0] < clip(accepts, p.warmth_lowest, p.warmth_highest)
        asks = luck[:, 1] < p.asks + p.asks_of_paper * who("paper")
        leaves = betrayed & (observation.round > 0) & (luck[:, 2] < who("leaves"))
        if leaves.any():  # what the wish hangs on is much work, and never makes it more likely
            leaves &= luck[:, 2] < who("leaves") * observation.wish_to_leave
        refuses = np.where(leaves, WALK_OUT, np.where(asks, ASK, FREEZE))
        return np.where(settles, ACCEPT, refuses)

    def _scene_luck(self, observation: Observation, draw: Draw, stage: Stage) -> Floats:
        """(G, 3) of this seat in the scene with that other: a pair has one in a round."""
        other = observation.scene.other.astype(np.int64)
        clock = (observation.round * self.compiled.party_count + other) * len(Stage) + stage
        lanes = self.party * _SCENE_LANES + np.arange(_SCENE_LANES)
        return draw.uniform(clock, Purpose.CONFRONT, lanes)

    # --- what changes are worth ---

    def _worth(
        self, observation: Observation, rows: Ints, change: int, amount: Floats | Ints
    ) -> Floats:
        """(rows,) or (1,) what that change, with that amount, would be worth in those games."""
        p, who = self.parameters, self._sitting(rows)
        worth, action = self._brings[:, change][who], self.compiled.changes[change].action
        if action == "amount":
            more = amount - observation.amount[:, self._thing[change]][rows]
            return worth * (more / p.points_of_amount)
        if action == "move":
            return worth - self._things[who, observation.decor[rows]]
        if action == "part":
            # Worth it if risk outweighs confidence and nothing was gained.
            gained = np.maximum(observation.value[rows], 0.0)
            risk = observation.perceived_risk[rows] - observation.confidence[rows]
            return p.parting * (risk - gained - p.parting_from)
        return worth

    @cached_property
    def _utilities(self) -> tuple[Utility, ...]:
        return tuple(
            utility_of(self.compiled, self.party, who, self.parameters)
            for who in (self.persona, *self.others)
        )

    @cached_property
    def _things(self) -> Floats:
        return np.array([utility.things for utility in self._utilities])

    @cached_property
    def _brings(self) -> Floats:
        return np.array([utility.changes for utility in self._utilities])

    @cached_property
    def _wanted(self) -> Floats:
        return np.array([utility.wanted for utility in self._utilities])

    @cached_property
    def _leanings(self) -> dict[str, Floats]:
        everyone = (self.persona, *self.others)
        return {name: np.array([getattr(who, name) for who in everyone]) for name in LEANINGS}

    @cached_property
    def _kind(self) -> Ints:
        return kinds_of_moves(self.compiled)

    @cached_property
    def _effort(self) -> Floats:
        """(M,) how much a move puts in: the mean of benevolence, candour and commitment."""
        effort: Floats = self.compiled.traits[:, _PUT_IN].sum(axis=1) / len(_PUT_IN)
        return effort

    @cached_property
    def _formalises(self) -> Floats:
        formal: Floats = self.compiled.traits[:, TRAITS.index("formalise")]
        return formal

    @cached_property
    def _thing(self) -> Ints:
        return np.array([max(change.thing, 0) for change in self.compiled.changes])

    @cached_property
    def _is_amount(self) -> Bools:
        return np.array([change.action == "amount" for change in self.compiled.changes])

    @cached_property
    def _may_be_worth_it(self) -> Bools:
        """(C,) whether anybody here could ever want it enough to propose it."""
        changing = [change.action in ("amount", "move", "part") for change in self.compiled.changes]
        most = self._brings.max(axis=0) + self.parameters.whim
        return np.array(changing) | (most > self.parameters.worth_saying)

    def _luck(self, draw: Draw, clock: Ints, lanes: int) -> Floats:
        """(G, lanes) random numbers from the first of this seat's lanes."""
        return draw.uniform(clock, Purpose.CHOICE, self.party * _LANES + np.arange(lanes))
