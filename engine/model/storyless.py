"""An alliance without a script: parties that choose by the model alone, many plays at once.

For claims, sensitivity and stylised facts. A party cooperates with probability
logistic(precision * (confidence - perceived risk) + inertia * (1 + 2 lock-in) * last act):
a noisy best reply (March 1976; quantal response), so that opportunism never dies out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from engine.model.between_rounds import STEPS
from engine.model.chance import Purpose, normal, uniform
from engine.model.exact import logistic
from engine.model.kernel import (
    Alliance,
    Bools,
    Circumstances,
    Floats,
    Ints,
    Luck,
    Round,
    exit_hazard,
    leave,
    mean_over_others,
    play_round,
    reflect,
    risk,
    table_mean,
    turnover,
)
from engine.model.outcome import classify
from engine.model.parameters import DEFAULTS, Parameters
from engine.model.reading import habit, temptation
from engine.scenario.vocabulary import TRAITS

_CLAIM, _GUILE = TRAITS.index("claim"), TRAITS.index("guile")


@dataclass(frozen=True)
class Repertoire:
    """The moves of a play without a script, as traits: (n, 8) each, all equally likely."""

    cooperative: Floats
    claiming: Floats  # opportunistic in the open
    guileful: Floats
    formalising: Floats


@dataclass(frozen=True)
class Plan:
    """What is fixed beforehand; rounds count from 0."""

    rounds: int = 10
    parties: int = 2
    form: str | None = None
    reflect_before: tuple[int, ...] = ()
    formalise_in: tuple[int, ...] = (0,)
    # Moves that a party is forced to make: (round, party) -> traits (8,).
    forced: Mapping[tuple[int, int], Floats] = field(default_factory=dict)
    repairs: Mapping[tuple[int, int], int] = field(default_factory=dict)
    # Turnover that is certain, in games that are still alive: (round, party).
    replaced: tuple[tuple[int, int], ...] = ()
    # Rounds before which an outside shock lowers trust by that share.
    shocks: Mapping[int, float] = field(default_factory=dict)
    exits: bool = True
    first_impressions: bool = True


@dataclass(frozen=True)
class Course:
    """The result. R rounds; `trust` etc. give the state before each of them."""

    alliance: Alliance
    outcome: NDArray[np.int64]  # (G,)
    cooperated: Bools  # (R, G, P) chose a cooperative move; False once the alliance is over
    opportunistic: Bools  # (R, G, P)
    alive: Bools  # (R, G)
    trust: Floats  # (R + 1, G) mean over pairs
    lock_in: Floats  # (R + 1, G)
    joint: Floats  # (G,) mean payoff per party-round
    transaction_cost: Floats  # (G,) mean of the rounds alive
    overestimation: Floats  # (G,) perceived risk less p*, mean of the rounds alive
    rounds: tuple[Round, ...]

    def share(self, outcome: int) -> float:
        """The share of plays with that outcome."""
        return float((self.outcome == outcome).mean())


def play(
    plan: Plan,
    repertoire: Repertoire,
    seed: int,
    games: Ints,
    parameters: Parameters = DEFAULTS,
    *,
    start: Mapping[str, float | Floats] | None = None,
    around: Mapping[str, float | Floats] | None = None,
    keep_rounds: bool = False,
) -> Course:
    """The course of those plays. games: (G,) indices; luck depends only on seed and index.

    start: fields of `Alliance.start`. around: fields of `Circumstances` to set, as
    numbers or arrays. Keeping the rounds takes memory; without it `Course.rounds` is empty.
    """
    alliance = _begin(plan, seed, games, parameters, start or {})
    circumstances = _circumstances(plan, len(games), parameters, around or {})
    log = _Log(alliance)
    for at in range(plan.rounds):
        clock = np.full(len(games), at, dtype=np.int64)
        luck = Luck.draw(seed, games, clock, plan.parties)
        alliance = _before_round(alliance, plan, at, circumstances, luck, parameters)
        chosen = _choose(alliance, circumstances, plan, repertoire, seed, games, at, parameters)
        log.before(alliance, circumstances, *chosen, parameters)
        repair = _repairs(plan, at, len(games))
        alliance, happened = play_round(
            alliance, chosen[0], repair, circumstances, luck, parameters
        )
        alliance = _change_of_people(alliance, plan, seed, games, clock, parameters)
        if plan.exits and at > 0:
            hazard = exit_hazard(alliance, circumstances, parameters)
            walks = uniform(seed, games, clock, Purpose.EXIT, plan.parties) < hazard
            alliance = leave(alliance, circumstances, walks, parameters)
        log.after(alliance, happened, keep_rounds)
    return log.course(alliance, parameters)


class _Log:
    """What is kept of the rounds, until they make a course."""

    def __init__(self, start: Alliance) -> None:
        games = len(start.alive)
        self._cooperated: list[Bools] = []
        self._opportunistic: list[Bools] = []
        self._alive: list[Bools] = []
        self._trust, self._lock_in = [table_mean(start.trust)], [start.lock_in]
        self._lost, self._over, self._living = np.zeros(games), np.zeros(games), np.zeros(games)
        self._kept: list[Round] = []

    def before(
        self,
        alliance: Alliance,
        circumstances: Circumstances,
        traits: Floats,
        cooperates: Bools,
        parameters: Parameters,
    ) -> None:
        """Keep what is chosen in a round, and by how much risk was exaggerated then."""
        felt = risk(alliance, circumstances, parameters)
        gap = mean_over_others(felt.perceived - felt.p_star).sum(axis=1) / felt.p_star.shape[1]
        self._living += alliance.alive
        self._over += np.where(alliance.alive, gap, 0.0)
        self._alive.append(alliance.alive)
        going = alliance.alive[:, None]
        self._cooperated.append(cooperates & going)
        self._opportunistic.append(_takes(traits, parameters) & going)

    def after(self, alliance: Alliance, happened: Round, keeps: bool) -> None:
        """Keep what came of a round."""
        self._lost += happened.transaction_cost
        if keeps:
            self._kept.append(happened)
        self._trust.append(table_mean(alliance.trust))
        self._lock_in.append(alliance.lock_in)

    def course(self, alliance: Alliance, parameters: Parameters) -> Course:
        """The whole, when the last round was played."""
        parties, rounds = alliance.value.shape[1], len(self._alive)
        total, parted = np.full(len(alliance.alive), rounds), np.zeros_like(alliance.alive)
        played = np.maximum(self._living, 1.0)
        return Course(
            alliance=alliance,
            outcome=classify(alliance.value, total, alliance.alive, parted, parameters),
            cooperated=np.array(self._cooperated),
            opportunistic=np.array(self._opportunistic),
            alive=np.array(self._alive),
            trust=np.array(self._trust),
            lock_in=np.array(self._lock_in),
            joint=alliance.value.sum(axis=1) / (parties * rounds),
            transaction_cost=self._lost / played,
            overestimation=self._over / played,
            rounds=tuple(self._kept),
        )


def _circumstances(
    plan: Plan, games: int, parameters: Parameters, around: Mapping[str, float | Floats]
) -> Circumstances:
    circumstances = Circumstances.calm(games, plan.parties, plan.form, parameters)
    for name, value in around.items():
        changed = np.empty_like(getattr(circumstances, name))
        changed[...] = value
        circumstances = replace(circumstances, **{name: changed})
    return circumstances


def _before_round(
    alliance: Alliance,
    plan: Plan,
    at: int,
    circumstances: Circumstances,
    luck: Luck,
    parameters: Parameters,
) -> Alliance:
    """The alliance after the shock and the reflection that the plan has before that round."""
    if at in plan.shocks:
        alliance = replace(alliance, trust=alliance.trust * (1.0 - plan.shocks[at]))
    if at in plan.reflect_before:
        games, parties = alliance.safety.shape
        four, open_ = np.full(games, float(STEPS)), np.ones((games, parties))
        alliance, _ = reflect(alliance, four, open_, circumstances, luck, parameters)
    return alliance


def _repairs(plan: Plan, at: int, games: int) -> Ints:
    """(G, P) the repair that the plan has for each party in that round."""
    repair = np.zeros((games, plan.parties), dtype=np.int8)
    for party in range(plan.parties):
        repair[:, party] = plan.repairs.get((at, party), 0)
    return repair


def chance_of_cooperation(
    alliance: Alliance, circumstances: Circumstances, parameters: Parameters = DEFAULTS
) -> Floats:
    """(G, P) the probability that a party that follows the model cooperates now."""
    p, felt = parameters, risk(alliance, circumstances, parameters)
    pull = p.precision * mean_over_others(felt.confidence - felt.perceived)
    return logistic(pull + habit(alliance.lock_in[:, None], alliance.previous, p))


def chance_of_guile(circumstances: Circumstances, parameters: Parameters = DEFAULTS) -> Floats:
    """(G, P) the probability that an opportunistic act is hidden, more so under pressure."""
    strain = temptation(circumstances.pressure, circumstances.competition, parameters)
    chance: Floats = np.minimum(parameters.guile_share * strain, 1.0)
    return chance


def _begin(
    plan: Plan, seed: int, games: Ints, p: Parameters, start: Mapping[str, float | Floats]
) -> Alliance:
    count, parties = len(games), plan.parties
    impression = None
    if plan.first_impressions:
        zero = np.zeros(count, dtype=np.int64)
        impression = normal(seed, games, zero, Purpose.START, parties * parties)
        impression = p.trust_spread * impression.reshape(count, parties, parties)
    return Alliance.start(
        count,
        parties,
        first_impression=impression,
        parameters=p,
        **start,  # type: ignore[arg-type]
    )


def _choose(
    alliance: Alliance,
    circumstances: Circumstances,
    plan: Plan,
    repertoire: Repertoire,
    seed: int,
    games: Ints,
    at: int,
    p: Parameters,
) -> tuple[Floats, Bools]:
    """The traits (G, P, 8) that are played in this round, and who chose to cooperate."""
    parties = plan.parties
    clock = np.full(len(games), at, dtype=np.int64)
    will = uniform(seed, games, clock, Purpose.CHOICE, parties)
    cooperates = will < chance_of_cooperation(alliance, circumstances, p)
    hides = uniform(seed, games, clock, Purpose.GUILE, parties) < chance_of_guile(circumstances, p)
    which = uniform(seed, games, clock, Purpose.MOVE, parties)
    acts = (
        (cooperates, repertoire.cooperative),
        (~cooperates & hides, repertoire.guileful),
        (~cooperates & ~hides, repertoire.claiming),
    )
    traits = np.zeros((len(games), parties, len(TRAITS)))
    for chosen, moves in acts:
        one = moves[np.minimum((which * len(moves)).astype(np.int64), len(moves) - 1)]
        traits = np.where(chosen[:, :, None], one, traits)
    if at in plan.formalise_in:
        traits[:] = repertoire.formalising[0]
        cooperates = np.ones_like(cooperates)
    for (when, party), forced in plan.forced.items():
        if when == at:
            traits[:, party] = forced
            cooperates[:, party] = ~_takes(forced, p)
    return traits, cooperates


def _takes(traits: Floats, p: Parameters) -> Bools:
    """(…) whether moves (…, 8) are opportunistic."""
    takes: Bools = (traits[..., _CLAIM] > p.opportunistic_claim) | (traits[..., _GUILE] > 0.0)
    return takes


def _change_of_people(
    alliance: Alliance, plan: Plan, seed: int, games: Ints, clock: Ints, p: Parameters
) -> Alliance:
    goes = uniform(seed, games, clock, Purpose.TURNOVER, plan.parties) < p.turnover
    for when, party in plan.replaced:
        if when == clock[0]:
            goes[:, party] = True
    return turnover(alliance, goes, p) if goes.any() else alliance
