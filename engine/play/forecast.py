"""What a party may expect of its moves: the kernel, run on what that party believes."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from engine.model.arrays import broadcast_games, clip, off_diagonal, sum_last_axis
from engine.model.chance import Purpose, normal, uniform
from engine.model.kernel import (
    NO_BREACH,
    SUSPECTED,
    Alliance,
    Circumstances,
    Luck,
    Round,
    mean_over_others,
    play_round,
    risk,
)
from engine.model.parameters import READING
from engine.model.records import replace
from engine.model.seated import reading_of_those, result_of_those
from engine.play.circumstances import circumstances, face_stance, just_done, limited
from engine.play.compiled import Bools, CompiledScenario, Floats, Ints
from engine.play.flow import rounds_left
from engine.play.lifecycle import legal_now
from engine.play.presence import still_there
from engine.play.round import price_of
from engine.play.rows import any_along, repeat_game
from engine.play.state import NOBODY, World
from engine.scenario.vocabulary import STANCES, TRAITS

_GUILE = TRAITS.index("guile")
# What one reckons with of another who last seemed to play a stance: how often of a hundred it
# gives, gives and takes, takes openly, and takes in secret; last, before the first move. [J]:
# about as the personas play.
_OFTEN = np.array(((43, 38, 10, 9), (36, 39, 12, 13), (20, 21, 42, 17), (42, 44, 6, 8)))
# So many ways in which the round may go are tried for each move: enough for steady ends of a
# range, few enough to be reckoned while a screen is drawn.
_WAYS = 96
# Luck of nobody's play: what a party reckons with must tell nothing of what is going to happen.
_LUCK = 2**62 + 11


class Span(NamedTuple):
    """What may come of it, in points: in eight ways of ten between low and high."""

    middle: int
    low: int
    high: int


class Price(NamedTuple):
    """What it costs if what is hidden comes out, and how likely that is.

    lost: how much of the others' trust is gone when it comes out, in percent of it. ceiling: what
    their trust can then still reach. now: probability that it comes out this round; later: within
    `rounds` more, which are no more than there are.
    """

    lost: int
    ceiling: int
    now: float
    later: float
    rounds: int


class Expectation(NamedTuple):
    """What a party expects of a move. trust: of the others in it; value: the payoff of the round.

    lays_open: points that the others can then use against it. price: of what it hides, if any.
    falters: probability that its own side stops the move or lets only half of it through.
    """

    trust: Span
    risk: Span
    value: Span
    lays_open: int
    price: Price | None
    falters: float


def forecast(
    compiled: CompiledScenario, world: World, party: int, moves: Ints
) -> list[Expectation]:
    """What each of those moves (n,) would do as far as this party can know.

    It takes the others to feel about it more or less as it does about them, and to do what people
    do who last looked as they did. All ways of all moves are played in one call of the kernel.
    """
    if len(moves) == 0:
        return []
    now = circumstances(compiled, world)
    return _Reckoning(compiled, world, party, moves, now).expectations()


def price_of_leaving(compiled: CompiledScenario, world: World) -> int:
    """What walking out now costs every party, in points: what is agreed, and what is sunk."""
    agreed = float(circumstances(compiled, world).exit_cost[0])
    return _points(compiled.parameters.break_cost + agreed)


class _Reckoning:
    """The ways in which a round may go: (moves * ways, …), those of a move side by side."""

    def __init__(
        self, compiled: CompiledScenario, world: World, party: int, moves: Ints, now: Circumstances
    ) -> None:
        self.compiled, self.party, self.moves, self.now = compiled, party, moves, now
        self._here = still_there(compiled, world)
        self._others = [
            at for at in range(compiled.party_count) if at != party and not world.left[0, at]
        ]
        self._rounds_more = min(READING.foreseen, int(rounds_left(compiled, world)[0]))
        self._luck = _luck(len(moves), compiled.party_count)
        believed = _as_believed(world, party)
        games = len(moves) * _WAYS
        alliance = repeat_game(believed, games)
        self.before = _told_apart(alliance, party, self._luck.doubt)
        traits = _others(compiled, world, party, self._luck.act)
        traits[:, party] = np.repeat(compiled.traits[moves], _WAYS, axis=0)
        self.traits = limited(compiled, world, traits)
        self.repair = np.zeros((games, compiled.party_count), dtype=np.int8)
        self.repair[:, party] = np.repeat(compiled.repair[moves], _WAYS)
        # With whom the others will do what they do is theirs to say: as far as this party knows,
        # with all who are there.
        self.reach = None
        if compiled.is_aimed or compiled.has_rooms:
            there = compiled.rooms[world.phase[0]]
            self.reach = broadcast_games(there, games)
            self.reach[:, party] = np.repeat(compiled.aims[moves] & there[party], _WAYS, axis=0)
        self._told = self._told_before(world)

    def _told_before(self, world: World) -> Bools | None:
        """(games, P, P) of whom this party's move hides nothing, since it told them before."""
        if not world.heard.any():
            return None
        hides = (self.moves[:, None] == self.compiled.hideable)[:, None]
        told = np.zeros_like(self.before.trust, dtype=bool)
        knows = any_along(world.heard[0, :, self.party] & hides, 2)
        told[:, :, self.party] = np.repeat(knows, _WAYS, axis=0)
        return told

    def expectations(self) -> list[Expectation]:
        after, played = self._play(self.before, self._luck.round)
        trust = self._in_me(after) - self._in_me(self.before)
        felt = [self._perceived(each) for each in (self.before, after)]
        danger = (felt[1] - felt[0])[:, self.party]
        opened_to = self._of_ways(len(after.exposure))
        open_ = mean_over_others(after.exposure - self.before.exposure, opened_to)[:, self.party]
        payoff = played.payoff[:, self.party]
        if self.compiled.has_price:
            prices = np.repeat(price_of(self.compiled, self.moves), _WAYS)
            payoff = payoff - np.where(played.vetoed[:, self.party], 0.0, prices)
        spans = [self._spans(each) for each in (trust, danger, payoff)]
        opened = self._middle(open_)
        faltered = (played.slipped | played.vetoed)[:, self.party].astype(float)
        falters = self._by_move(faltered).mean(axis=1)
        return [
            Expectation(trust_span, risk_span, value_span, _points(laid_open), price, float(often))
            for trust_span, risk_span, value_span, laid_open, price, often in zip(
                *spans, opened, self._prices(), falters, strict=True
            )
        ]

    def _play(self, before: Alliance, luck: Luck) -> tuple[Alliance, Round]:
        p = self.compiled.parameters
        return result_of_those(
            self._of_ways(len(self.traits)),
            lambda each, act, mends, around, lot, aim, told: play_round(
                each, act, mends, around, lot, p, aim, seen_through=told
            ),
            before, self.traits, self.repair, self.now, luck, self.reach, self._told,
        )  # fmt: skip

    def _of_ways(self, ways: int) -> Bools | None:
        """(ways, P) who is at the table, in each of the ways; None: all are."""
        return None if self._here is None else broadcast_games(self._here[0], ways)

    def _perceived(self, alliance: Alliance) -> Floats:
        p, here = self.compiled.parameters, self._of_ways(len(alliance.trust))
        felt = reading_of_those(here, lambda each, now: risk(each, now, p), alliance, self.now)
        return mean_over_others(felt.perceived, here)

    def _in_me(self, alliance: Alliance) -> Floats:
        """(games,) the others' trust in this party, their mean."""
        others = self._others
        return sum_last_axis(alliance.trust[:, others, self.party]) / len(others)

    def _by_move(self, of_ways: Floats) -> Floats:
        return of_ways.reshape(len(self.moves), _WAYS)

    def _middle(self, of_ways: Floats) -> Floats:
        return np.median(self._by_move(of_ways), axis=1)

    def _spans(self, of_ways: Floats) -> list[Span]:
        within = (0.5, READING.beyond, 1.0 - READING.beyond)
        ends = np.quantile(self._by_move(of_ways), within, axis=1)
        return [Span(*map(_points, each)) for each in ends.T]

    def _prices(self) -> list[Price | None]:
        """By move, what it costs if what it hides comes out; None where it hides nothing."""
        hides = self.traits[::_WAYS, self.party, _GUILE] > 0
        if not hides.any():
            return [None] * len(self.moves)
        p = self.compiled.parameters
        others = self._others
        caught = np.zeros_like(self._luck.round.detect)
        luck = replace(self._luck.round, detect=caught, veto=np.ones_like(self._luck.round.veto))
        out, _ = self._play(self.before, luck)
        lost = self._middle(
            1.0 - self._in_me(out) / np.maximum(self._in_me(self.before), READING.moved)
        )
        ceiling = self._middle(out.ceiling[:, others, self.party].min(axis=1))
        openness, doubt = self.before.safety * p.openness_base, 1.0 - self.before.trust
        notices = p.detection + p.detection_gain * 0.5 * (openness[:, :, None] + doubt)
        notices = clip(notices + self.now.detection_shift[:, None, None])[:, others, self.party]
        if self._told is not None:
            notices = np.where(self._told[:, others, self.party], 1.0, notices)
        if self.reach is not None:
            notices = np.where(self.reach[:, self.party, others], notices, 0.0)
        unseen = self._by_move(np.prod(1.0 - notices, axis=1)).mean(axis=1)
        later = self._rounds_more
        return [
            Price(
                _points(lost[at]), _points(ceiling[at]),
                float(1.0 - unseen[at]), float(1.0 - unseen[at] ** later), later,
            )
            if hides[at] else None
            for at in range(len(self.moves))
        ]  # fmt: skip


def _points(share: float) -> int:
    return round(100 * float(share))


class _Ways(NamedTuple):
    """What differs between the ways a round may go; the same ways for every move."""

    round: Luck
    act: Floats  # (games, P) in [0, 1): which move each party makes
    doubt: Floats  # (games, P, P) standard normal: how far the others' trust is from one's own


@lru_cache(maxsize=32)
def _luck(moves: int, parties: int) -> _Ways:
    way = np.tile(np.arange(_WAYS), moves)
    none = np.zeros_like(way)
    pair = (len(way), parties, parties)
    return _Ways(
        Luck.at_table(_LUCK, way, none, parties),
        uniform(_LUCK, way, none, Purpose.MOVE, parties),
        normal(_LUCK, way, none, Purpose.START, parties * parties).reshape(pair),
    )


def _others(compiled: CompiledScenario, world: World, party: int, act: Floats) -> Floats:
    """(games, P, 8) what each party does in each of the ways, after how it last looked.

    What this party could do itself is what it reckons with of the others: their own moves may be
    a secret. Nobody does at once again what it openly did last and is no thing to repeat.
    """
    known = _repertoire(compiled, world, party)
    guile = compiled.traits[known, _GUILE] > 0
    sort = np.where(guile, len(STANCES), compiled.stance[known])
    seemed = np.where(world.missed[0, party], NOBODY, face_stance(compiled, world)[0])
    row = np.where(seemed == NOBODY, len(STANCES), seemed)
    may = ~just_done(compiled, world, known)[0] | guile
    may |= ~may.any(axis=1)[:, None]
    is_of = may[:, :, None] & (sort[:, None] == np.arange(_OFTEN.shape[1]))
    alike = np.take_along_axis(is_of.sum(axis=1), np.broadcast_to(sort, may.shape), axis=1)
    weight = np.where(may, _OFTEN[row][:, sort] / np.maximum(alike, 1), 0.0)
    up_to = np.cumsum(weight, axis=1) / weight.sum(axis=1)[:, None]
    chosen = np.minimum((act[:, :, None] >= up_to[None]).sum(axis=2), len(known) - 1)
    return np.asfortranarray(compiled.traits[known[chosen]])


def _repertoire(compiled: CompiledScenario, world: World, party: int) -> Ints:
    """The moves that this party could make, or could if it had not just made them."""
    every = np.arange(len(compiled.moves))
    mine = compiled.offered[world.phase[0]] & compiled.belongs[party] & ~compiled.leaves
    mine &= compiled.in_reach[world.phase[0], party]
    again = just_done(compiled, world, every)[0, party] & ~compiled.once
    return np.flatnonzero(mine & (legal_now(compiled, world)[0, party] | again))


def _told_apart(alliance: Alliance, party: int, doubt: Floats) -> Alliance:
    """The alliance with the others' trust in this party spread about what it believes it to be."""
    trust = alliance.trust.copy(order="K")
    felt = clip(trust[:, :, party] + READING.apart * doubt[:, :, party])
    trust[:, :, party] = np.minimum(felt, alliance.ceiling[:, :, party])
    return replace(alliance, trust=np.where(off_diagonal(trust.shape[1]), trust, 0.0))


def _as_believed(world: World, party: int) -> Alliance:
    """The alliance as the party believes it to be: the others feel about it as it does of them.

    Of one another they think as it does. What it hid itself and has not been told of, it knows, and
    so does it what was found out and brought up; of what the others hide, and of a bad feeling that
    they keep to themselves, it knows nothing.
    """
    alliance = world.alliance
    trust, exposure, reliability = (
        _as_mine(pairs, party)
        for pairs in (alliance.trust, alliance.exposure, alliance.reliability)
    )
    ceiling = _as_mine(alliance.ceiling, party)
    told = ~world.untold[:, :, party]
    ceiling[:, :, party] = np.where(told, alliance.ceiling[:, :, party], ceiling[:, :, party])
    trust[:, :, party] = np.minimum(trust[:, :, party], ceiling[:, :, party])
    hidden = np.zeros_like(alliance.hidden)
    hidden[:, :, party] = alliance.hidden[:, :, party]
    own = [party] * trust.shape[1]
    breach = np.where(alliance.breach == SUSPECTED, np.int8(NO_BREACH), alliance.breach)
    return replace(
        alliance,
        trust=trust,
        ceiling=ceiling,
        reliability=reliability,
        exposure=exposure,
        hidden=hidden,
        breach=breach,
        denied=np.zeros_like(alliance.denied),
        safety=alliance.safety[:, own],
        internal_balance=alliance.internal_balance[:, own],
        previous=np.zeros_like(alliance.previous),
    )


def _as_mine(pairs: Floats, party: int) -> Floats:
    """(G, P, P) what everybody feels about everybody, if all feel as this party does."""
    mine = pairs[:, party, :]
    felt = np.broadcast_to(mine[:, None, :], pairs.shape).copy(order="F")
    felt[:, :, party] = mine
    result: Floats = np.where(off_diagonal(pairs.shape[1]), felt, 0.0)
    return result
