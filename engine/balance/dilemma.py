"""The choices of a scenario, put to the test: is there a dilemma, and is any move pointless?

States come from plays by personas; from each, the same plays go on with other moves. All luck is
the same, so any difference is due to the move.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from engine.model.arrays import Bools, Floats, Ints
from engine.model.chance import Purpose
from engine.model.kernel import Alliance, Luck, play_round
from engine.model.outcome import SUCCESS
from engine.model.parameters import DEFAULTS
from engine.play.circumstances import circumstances, limited
from engine.play.compiled import CompiledScenario
from engine.play.lifecycle import legal_now
from engine.play.round import Draw
from engine.play.rows import any_along, join_games, take_games
from engine.play.state import NOBODY, World
from engine.players.observation import Observations
from engine.scenario.vocabulary import STANCES
from engine.simulate.batch import Plays, Watch, begin_all, play_out
from engine.simulate.interval import Difference, difference, share_between
from engine.simulate.plan import Plan

# As `check` warns, with the same reason.
MOST_MOVES = 9
# A move must have been possible in this many plays before we say "never" about it.
ENOUGH = 60
OPPORTUNISTIC = STANCES.index("opportunistic")
# By what a party gets: R both cooperate, T it takes alone, S it is taken from, P both take.
GAMES = ("harmony", "stag-hunt", "chicken", "prisoners-dilemma", "deadlock")


@dataclass(frozen=True, slots=True)
class Dilemma:
    """What kind of game a round of a phase is, over plays and parties."""

    phase: str
    round: int  # of the phase, from 1
    game: str  # the most frequent
    shares: dict[str, float]
    reward: float  # means, value of one round
    temptation: float
    sucker: float
    punishment: float
    plays: int = 0


@dataclass(frozen=True, slots=True)
class InTheEnd:
    """What taking brings a party by the end of the play, in the first round of a phase, instead of
    cooperating: while the others do cooperate, and while they take.
    """

    phase: str
    party: str
    if_given: Difference
    if_taken: Difference

    @property
    def game(self) -> str | None:
        """What kind of game that makes of it; None where it is too close to tell."""
        tempted, afraid = self.if_given.sign, self.if_taken.sign
        if not tempted or not afraid:
            return None
        if tempted > 0:
            return "prisoners-dilemma" if afraid > 0 else "chicken"
        return "stag-hunt" if afraid > 0 else "harmony"


@dataclass(frozen=True, slots=True)
class Use:
    """How a move compares with the others that its party could have played instead."""

    phase: str
    party: str
    move: str
    plays: int  # plays in which it could be played
    best: float  # share of these in which no other move brought this party more in the end
    worst: float  # share in which every other move brought more

    @property
    def is_idle(self) -> bool:
        """Whether it was possible often enough to say so, and never the best choice."""
        return self.plays >= ENOUGH and self.best == 0


@dataclass(frozen=True, slots=True)
class Crowd:
    """A party that can choose from more than nine moves in a phase.

    idle: moves that were the best choice in none of the plays in which they were possible; left:
    how many are so among the nine that are best most often. plays: in which the least often
    possible of those moves was.
    """

    phase: str
    party: str
    moves: int
    idle: int
    left: int
    plays: int

    @property
    def most(self) -> float:
        """The share of plays in which such a move may yet be the best: the end of its interval."""
        return share_between(0, self.plays)[1]


@dataclass(frozen=True, slots=True)
class LastRound:
    """The value that a party gains by taking in the last round instead of cooperating."""

    party: str
    phase: str
    gain: Difference
    success: Difference  # the change in the share of plays that end robustly


@dataclass
class _Sample(Watch):
    """The plays before each round, as they stood, in which nobody has left the table."""

    plays: dict[tuple[int, int], list[Plays]] = field(default_factory=dict)

    def round_opens(self, plays: Plays, observations: Observations) -> None:
        """Keep them."""
        place = int(plays.world.phase[0]), int(plays.world.phase_round[0])
        whole = np.flatnonzero(~any_along(plays.world.left, 1))
        if len(whole):
            all_there = plays if len(whole) == len(plays.row) else take_games(plays, whole)
            self.plays.setdefault(place, []).append(all_there)


def sample(compiled: CompiledScenario, plan: Plan) -> dict[tuple[int, int], Plays]:
    """The plays of the plan that got there, by phase and rounds played in it."""
    casting, games = plan.plays(0, plan.count)
    kept = _Sample()
    plays = begin_all(compiled, plan.seed, games, plan.cast(casting))
    for _ in play_out(compiled, plays, plan.seed, kept):
        pass
    return {place: join_games(parts) for place, parts in sorted(kept.plays.items())}


# --- what kind of game it is ------------------------------------------------------------------


def dilemmas(compiled: CompiledScenario, places: dict[tuple[int, int], Plays]) -> Iterator[Dilemma]:
    """The kind of game that each round of each phase is, by the payoffs of that round."""
    for (phase, played), plays in places.items():
        there = compiled.present[phase]  # in a side talk, for those who are in it
        payoffs = [
            _payoffs(compiled, plays.world, who)[:, there]
            for who in ("all", "others", "me", "none")
        ]
        reward, temptation, sucker, punishment = payoffs
        kind = _kind(reward, temptation, sucker, punishment)
        shares = {name: float((kind == at).mean()) for at, name in enumerate(GAMES)}
        yield Dilemma(
            compiled.phases[phase], played + 1, max(shares, key=lambda name: shares[name]), shares,
            float(reward.mean()), float(temptation.mean()), float(sucker.mean()),
            float(punishment.mean()), len(plays.row),
        )  # fmt: skip


def _kind(reward: Floats, temptation: Floats, sucker: Floats, punishment: Floats) -> Ints:
    tempted, afraid = temptation > reward, punishment > sucker
    kind = np.where(tempted, np.where(afraid, 3, 2), np.where(afraid, 1, 0))
    return np.where(tempted & afraid & (punishment >= reward), 4, kind)


def _payoffs(compiled: CompiledScenario, world: World, who: str) -> Floats:
    """(G, P) what each party gets in this round if these cooperate and the rest take.

    who: all, none, only `me`, or only the `others`. Moves are the means of those on the table.
    """
    kinds = _typical(compiled, int(world.phase[0]))
    parties = compiled.party_count
    payoff = np.empty(world.last_move.shape, order="F")
    for me in range(parties):
        cooperates = [
            {"all": True, "none": False, "me": at == me, "others": at != me}[who]
            for at in range(parties)
        ]
        chosen = np.array([kinds[int(does), at] for at, does in enumerate(cooperates)])
        traits = np.empty((len(world.phase), *chosen.shape), order="F")
        traits[...] = chosen
        payoff[:, me] = _one_round(compiled, world, limited(compiled, world, traits))[:, me]
    return payoff


def _one_round(compiled: CompiledScenario, world: World, traits: Floats) -> Floats:
    alliance: Alliance = world.alliance
    luck = Luck.none(len(world.phase), compiled.party_count)
    repair = np.zeros(world.last_move.shape, dtype=np.int8)
    now = circumstances(compiled, world)
    within = compiled.rooms[world.phase] if compiled.has_rooms else None
    return play_round(alliance, traits, repair, now, luck, DEFAULTS, within)[1].payoff


def _typical(compiled: CompiledScenario, phase: int) -> Floats:
    """(2, P, 8) the mean traits of what each party can take with, and cooperate with."""
    found = np.zeros((2, compiled.party_count, compiled.traits.shape[1]))
    for party in range(compiled.party_count):
        offered = compiled.offered[phase] & compiled.belongs[party] & ~compiled.leaves
        takes = offered & (compiled.stance == OPPORTUNISTIC)
        for at, group in enumerate((takes, offered & ~takes)):
            if group.any():
                found[at, party] = compiled.traits[group].mean(axis=0)
    return found


def in_the_end(
    compiled: CompiledScenario, plan: Plan, places: dict[tuple[int, int], Plays]
) -> Iterator[InTheEnd]:
    """The same, counted to the end of the play, for each party in the first round of each phase.

    Each takes and cooperates with one of the moves it has, drawn by lot; then all go on as they
    are.
    """
    for (phase, played), plays in places.items():
        if played:
            continue
        legal = legal_now(compiled, plays.world) & ~compiled.leaves
        takes = legal & (compiled.stance == OPPORTUNISTIC)
        gives = legal & ~takes
        both = any_along(takes, 2) & any_along(gives, 2)
        present = compiled.present[phase]
        rows = np.flatnonzero((both | ~present).all(axis=1))
        if len(rows) < ENOUGH:
            continue
        some = replace(take_games(plays, rows), row=np.arange(len(rows)))
        luck = Draw(plan.seed, some.games).uniform(
            some.world.round, Purpose.CHOICE, 2 * compiled.party_count
        )
        # Whoever is not in the talk does as they are.
        give, take = (
            np.where(present, _drawn(may[rows], luck[:, at::2]), NOBODY)
            for at, may in enumerate((gives, takes))
        )
        there = np.flatnonzero(present)
        mine = np.arange(compiled.party_count) == there[:, None, None]
        firsts = (give, take, *np.where(mine, take, give), *np.where(mine, give, take))
        (given, fought, *mixed), _ = _played_on(compiled, some, plan.seed, np.stack(firsts))
        taken, robbed = mixed[: len(there)], mixed[len(there) :]
        for number, at in enumerate(there):
            yield InTheEnd(
                compiled.phases[phase], compiled.parties[at],
                difference(taken[number][:, at], given[:, at]),
                difference(fought[:, at], robbed[number][:, at]),
            )  # fmt: skip


def _drawn(may: Bools, luck: Floats) -> Ints:
    """(G, P) one of the moves that each may make (G, P, M), each as likely."""
    wanted = (luck * may.sum(axis=2)).astype(np.int64)
    drawn: Ints = (may.cumsum(axis=2) > wanted[..., None]).argmax(axis=2)
    return drawn


def _played_on(
    compiled: CompiledScenario, plays: Plays, seed: int, firsts: Ints
) -> tuple[Floats, Bools]:
    """For each of those first moves (n, G, P), what each party ends up with (n, G, P), and whether
    the alliance is robust then (n, G).

    All are played at once, which is quicker than one after another.
    """
    ways, games, parties = firsts.shape
    row = np.tile(np.arange(games), ways)
    many = replace(take_games(plays, row), row=np.arange(len(row)))
    first = np.asfortranarray(firsts.reshape(len(row), parties))
    value, success = np.empty(first.shape), np.empty(len(row), dtype=bool)
    for ended in play_out(compiled, many, seed, first=first):
        value[ended.row] = ended.world.alliance.value
        success[ended.row] = ended.world.outcome == SUCCESS
    return value.reshape(firsts.shape), success.reshape(ways, games)


# --- what each move brings --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Forks:
    """The plays that continued after each of some moves of one party; m moves."""

    moves: Ints  # (m,)
    legal: Bools  # (G, m)
    value: Floats  # (G, m) what the party ended up with
    success: Bools  # (G, m)


def _forks(compiled: CompiledScenario, plays: Plays, seed: int, party: int) -> _Forks:
    """The result of each move that this party may play now; the others play as they would."""
    offered = compiled.offered[plays.world.phase[0]] & compiled.belongs[party] & ~compiled.leaves
    moves = np.flatnonzero(offered)
    legal = legal_now(compiled, plays.world, moves)[:, party]
    firsts = np.full((len(moves), len(plays.row), compiled.party_count), NOBODY)
    firsts[..., party] = moves[:, None]
    value, success = _played_on(compiled, plays, seed, firsts)
    return _Forks(moves, legal, value[..., party].T, success.T)


@dataclass(frozen=True, slots=True)
class Choosing:
    """The first round of a phase for one party, with what each of its moves brings."""

    phase: str
    party: str
    forks: _Forks


def choosings(
    compiled: CompiledScenario, plan: Plan, places: dict[tuple[int, int], Plays]
) -> Iterator[Choosing]:
    """Each phase for each party."""
    for (phase, played), plays in places.items():
        if played:
            continue
        for at, party in enumerate(compiled.parties):
            forks = _forks(compiled, plays, plan.seed, at)
            yield Choosing(compiled.phases[phase], party, forks)


def uses(compiled: CompiledScenario, choosing: Choosing) -> tuple[Use, ...]:
    """How often each of those moves was the best that its party could do, or the worst."""
    forks = choosing.forks
    legal = forks.legal
    high = np.where(legal, forks.value, -np.inf).max(axis=1)[:, None]
    low = np.where(legal, forks.value, np.inf).min(axis=1)[:, None]
    chosen = legal & (legal.sum(axis=1) > 1)[:, None]
    found = []
    for column, move in enumerate(forks.moves):
        may = chosen[:, column]
        count = int(may.sum())
        value = forks.value[:, [column]]
        best = float((may & (value >= high)[:, 0]).sum()) / max(count, 1)
        worst = float((may & (value <= low)[:, 0]).sum()) / max(count, 1)
        name = compiled.moves[move]
        found.append(Use(choosing.phase, choosing.party, name, count, best, worst))
    return tuple(found)


def crowd(compiled: CompiledScenario, choosing: Choosing) -> Crowd | None:
    """What more than nine moves come to there; None where there are fewer, or none is idle."""
    found = uses(compiled, choosing)
    idle = [use for use in found if use.is_idle]
    if len(found) <= MOST_MOVES or not idle:
        return None
    ranked = sorted(range(len(found)), key=lambda at: -found[at].best)
    kept = np.array(sorted(ranked[:MOST_MOVES]))
    forks = choosing.forks
    fewer = _Forks(
        forks.moves[kept], forks.legal[:, kept], forks.value[:, kept], forks.success[:, kept]
    )
    left = [use for use in uses(compiled, replace(choosing, forks=fewer)) if use.is_idle]
    plays = min(use.plays for use in idle)
    return Crowd(choosing.phase, choosing.party, len(found), len(idle), len(left), plays)


def last_rounds(
    compiled: CompiledScenario, plan: Plan, places: dict[tuple[int, int], Plays]
) -> Iterator[LastRound]:
    """The gain from taking instead of cooperating in the last round of the script, paired."""
    for (phase, played), plays in places.items():
        name = compiled.phases[phase]
        if compiled.scenario.script.phases[name].next:
            continue
        rounds = plays.world.amount[:, compiled.phase_element[phase]]
        final = take_games(plays, np.flatnonzero(rounds == played + 1))
        if len(final.row) < 2:
            continue
        for at, party in enumerate(compiled.parties):
            forks = _forks(compiled, final, plan.seed, at)
            takes = compiled.stance[forks.moves] == OPPORTUNISTIC
            both = (forks.legal & takes).any(axis=1) & (forks.legal & ~takes).any(axis=1)
            if both.sum() < 2:
                continue
            gain, success = (
                difference(
                    _mean(measure, forks.legal & takes)[both],
                    _mean(measure, forks.legal & ~takes)[both],
                )
                for measure in (forks.value, forks.success.astype(float))
            )
            yield LastRound(party, name, gain, success)


def _mean(measure: Floats, chosen: Bools) -> Floats:
    """(G,) the mean over the chosen moves."""
    return (measure * chosen).sum(axis=1) / np.maximum(chosen.sum(axis=1), 1)
