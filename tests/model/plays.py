"""The moves, plays and random tables that the tests of the model share."""

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import cache
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.model.kernel import Alliance, Circumstances, Luck, Round, play_round
from engine.model.parameters import DEFAULTS, RANGES, Parameters
from engine.model.storyless import Course, Plan, Repertoire, play
from engine.scenario.vocabulary import KINDS

Floats = NDArray[np.float64]

# Plays in a simulated comparison. All comparisons share their luck, so differences are paired.
MANY = 2400
REFLECT = (1, 4, 7)


def traits(kind: str, **changed: float) -> Floats:
    """(8,) the traits of a kind of move."""
    prototype = np.array(KINDS[kind].traits)
    for name, value in changed.items():
        prototype[TRAIT_AT[name]] = value
    return prototype


TRAIT_AT = {
    name: at
    for at, name in enumerate(
        ("benevolence", "candour", "commitment", "claim", "guile", "formalise", "reflect", "repair")
    )
}
NOTHING = np.zeros(8)


def _moves(*kinds: str) -> Floats:
    return np.array([KINDS[kind].traits for kind in kinds])


REPERTOIRE = Repertoire(
    cooperative=_moves("share", "invest", "concede"),
    claiming=_moves("claim", "hold"),
    guileful=_moves("bluff", "poach"),
    formalising=_moves("formalise"),
)


def both(at: int, kind: str) -> dict[tuple[int, int], Floats]:
    """The same move of two parties, forced in that round."""
    return {(at, party): traits(kind) for party in range(2)}


def simulate(
    plan: Plan | None = None,
    parameters: Parameters = DEFAULTS,
    *,
    games: int = MANY,
    keep_rounds: bool = False,
    start: dict[str, Any] | None = None,
    around: dict[str, Any] | None = None,
) -> Course:
    """Many plays without a script, with seed 1."""
    return play(
        plan or Plan(),
        REPERTOIRE,
        1,
        np.arange(games),
        parameters,
        start=start,
        around=around,
        keep_rounds=keep_rounds,
    )


@cache
def standard(reflecting: bool = False) -> Course:
    """Plays at the defaults, with or without three reflection moments."""
    return simulate(Plan(reflect_before=REFLECT if reflecting else ()), keep_rounds=True)


def opportunism(course: Course) -> float:
    """The share of acts that were opportunistic while the alliance lasted."""
    acts = course.alive.sum() * course.cooperated.shape[2]
    return float(course.opportunistic.sum() / acts)


def run(
    moves: Sequence[tuple[Floats, ...]],
    *,
    luck: Luck | None = None,
    repairs: dict[int, tuple[int, ...]] | None = None,
    parameters: Parameters = DEFAULTS,
    around: dict[str, Any] | None = None,
    **start: Any,
) -> tuple[list[Alliance], list[Round]]:
    """The alliances before and after each of these rounds of one play, without luck."""
    parties = len(moves[0])
    alliance = Alliance.start(1, parties, parameters=parameters, **start)
    calm = replace(Circumstances.calm(1, parties, parameters=parameters), **(around or {}))
    luck = luck or Luck.none(1, parties)
    alliances, rounds = [alliance], []
    for at, acts in enumerate(moves):
        repair = np.array([(repairs or {}).get(at, (0,) * parties)], dtype=np.int8)
        alliance, happened = play_round(alliance, np.array([acts]), repair, calm, luck, parameters)
        alliances.append(alliance)
        rounds.append(happened)
    return alliances, rounds


def caught(parties: int = 2) -> Luck:
    """The luck in which every guile is found out, and nothing else happens."""
    return replace(Luck.none(1, parties), detect=np.zeros((1, parties, parties)))


# Random tables, for properties


@st.composite
def parameters_in_range(draw: st.DrawFn) -> Parameters:
    """Parameters anywhere within their ranges, the ends included."""
    rng = _generator(draw)
    return Parameters(
        **{name: float(_shares(rng, low, high)) for name, (low, high) in RANGES.items()}
    )


@st.composite
def alliances(draw: st.DrawFn, games: int = 3, alive: bool = False) -> Alliance:
    """Alliances in any state that the model can be in, of two to four parties."""
    rng, parties = _generator(draw), draw(st.integers(2, 4))
    pair, party, table = (games, parties, parties), (games, parties), (games,)
    others = ~np.eye(parties, dtype=bool)
    ceiling = np.where(others, _shares(rng, 0, 1, pair), 0.0)
    trust = ceiling * _shares(rng, 0, 1, pair)
    return Alliance(
        trust=trust,
        reliability=np.where(others, _shares(rng, 0, 1, pair), 0.0),
        ceiling=ceiling,
        exposure=np.where(others, _shares(rng, 0, 1, pair), 0.0),
        hidden=np.where(others, _shares(rng, 0, 1, pair), 0.0),
        breach=np.where(others, rng.integers(0, 5, pair), 0).astype(np.int8),
        denied=trust * _shares(rng, 0, 1, pair),
        safety=_shares(rng, 0, 1, party),
        internal_balance=_shares(rng, 0, 1, party),
        value=rng.normal(size=party),
        previous=rng.integers(-1, 2, party).astype(float),
        formal_overlap=_shares(rng, 0, 1, table),
        understanding=_shares(rng, 0, 1, table),
        lock_in=_shares(rng, 0, 1, table),
        diversity=_shares(rng, 0, 1, table),
        alive=np.ones(table, dtype=bool) if alive else rng.random(table) < 0.8,
    )


@st.composite
def circumstances(draw: st.DrawFn, alliance: Alliance) -> Circumstances:
    """Circumstances that a scenario could set, for that alliance."""
    rng = _generator(draw)
    made = {}
    like = Circumstances.calm(*alliance.safety.shape)
    for each in fields(Circumstances):
        shape = getattr(like, each.name).shape
        low = -0.3 if each.name.endswith("_shift") else 0.0
        high = {"exit_cost": 0.6, "autonomy_cost": 0.15, "exposure_rate": 0.4}.get(each.name, 0.3)
        high = 1.0 if each.name in ("pressure", "competition") else high
        made[each.name] = _shares(rng, low, high, shape)
    return Circumstances(**made)


@st.composite
def lucks(draw: st.DrawFn, alliance: Alliance) -> Luck:
    """The luck of a round, for that alliance."""
    games, parties = alliance.safety.shape
    seed = draw(st.integers(0, 2**63 - 1))
    return Luck.draw(seed, np.arange(games), np.zeros(games, dtype=np.int64), parties)


@st.composite
def compiled(
    draw: st.DrawFn, alive: bool = False
) -> tuple[Alliance, Floats, NDArray[np.int8], Circumstances, Luck, Parameters]:
    """All that `play_round` takes."""
    alliance = draw(alliances(alive=alive))
    rng = _generator(draw)
    acts = _shares(rng, 0, 1, (*alliance.safety.shape, 8))
    repair = rng.integers(0, 3, alliance.safety.shape).astype(np.int8)
    around = draw(circumstances(alliance))
    return alliance, acts, repair, around, draw(lucks(alliance)), draw(parameters_in_range())


def _generator(draw: st.DrawFn) -> np.random.Generator:
    return np.random.default_rng(draw(st.integers(0, 2**32)))


def _shares(
    rng: np.random.Generator, low: float, high: float, shape: tuple[int, ...] = ()
) -> Floats:
    """Numbers in the range, its ends among them: that is where bounds break."""
    kind, between = rng.random(shape), rng.random(shape)
    unit = np.where(kind < 0.15, 0.0, np.where(kind > 0.85, 1.0, between))
    return np.asarray(low + (high - low) * unit)
