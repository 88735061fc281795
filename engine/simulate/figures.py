"""A tally turned into figures: shares with intervals, quantiles of paths, what was reached."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from engine.play.compiled import CompiledScenario
from engine.players import PERSONAS
from engine.scenario.vocabulary import CAUSES, OUTCOMES, REPLIES, RESPONSES
from engine.simulate.interval import share_between
from engine.simulate.plan import Plan
from engine.simulate.tally import MILLIONTHS, PATHS, Counts, Tally

QUANTILES = {"p05": 0.05, "p25": 0.25, "p50": 0.50, "p75": 0.75, "p95": 0.95}
CHAPTERS = ("rules", "rituals", "props", "roles")


def share(part: int, whole: int) -> dict[str, Any]:
    """A share with its interval; None if nothing was played."""
    if whole == 0:
        return {"plays": 0, "share": None, "low": 0.0, "high": 1.0}
    low, high = share_between(part, whole)
    return {
        "plays": part, "share": _digits(part / whole), "low": _digits(low), "high": _digits(high),
    }  # fmt: skip


def figures(compiled: CompiledScenario, plan: Plan, tally: Tally) -> dict[str, Any]:
    """Everything that `simulate` reports, as plain JSON; the same however plays are split."""
    return {
        "plays": tally.plays,
        "seed": plan.seed,
        "outcomes": _shares(OUTCOMES, tally["outcome"].sum(axis=0)),
        "endings": _shares(compiled.endings, tally["ending"]),
        "pairings": [
            _pairing(compiled, plan.castings[at], tally, at) for at in range(len(plan.castings))
        ],
        "paths": {name: _path(tally, name) for name in PATHS},
        "confrontations": confrontations(tally),
        "coverage": coverage(compiled, tally),
    }


def _digits(x: float) -> float:
    return round(x, 6)


def _shares(names: Sequence[str], counts: Counts) -> dict[str, Any]:
    whole = int(counts.sum())
    return {name: share(int(part), whole) for name, part in zip(names, counts, strict=True)}


def _pairing(
    compiled: CompiledScenario, personas: Sequence[str], tally: Tally, at: int
) -> dict[str, Any]:
    plays = int(tally["outcome"][at].sum())
    values = tally["gained"][at] / (MILLIONTHS * plays) if plays else None
    return {
        "personas": dict(zip(compiled.parties, personas, strict=True)),
        "plays": plays,
        "outcomes": _shares(OUTCOMES, tally["outcome"][at]),
        "value": {
            party: None if values is None else _digits(float(values[j]))
            for j, party in enumerate(compiled.parties)
        },
        "ahead": {p: int(n) for p, n in zip(compiled.parties, tally["ahead"][at], strict=True)},
    }


def _path(tally: Tally, name: str) -> list[dict[str, Any]]:
    """The quantiles before each round and at the end, over the plays that got that far."""
    rows: list[dict[str, Any]] = []
    histogram = tally[name]
    for at, counts in enumerate(histogram):
        if counts.any():
            place = "end" if at == len(histogram) - 1 else at + 1
            rows.append({"round": place, "plays": int(counts.sum()), **_quantiles(name, counts)})
    return rows


def _quantiles(name: str, counts: Counts) -> dict[str, float]:
    reached = np.cumsum(counts)
    found = {}
    for key, quantile in QUANTILES.items():
        at = int(np.searchsorted(reached, quantile * reached[-1]))
        found[key] = _digits(PATHS[name].middle(at))
    return found


def confrontations(tally: Tally) -> dict[str, Any]:
    """In how many plays the talk stopped, for what, and what each persona said and did then."""
    plays = max(tally.plays, 1)
    return {
        "plays": share(int(tally["with_scene"]), tally.plays),
        "per_play": {
            cause: _digits(n / plays)
            for cause, n in zip(CAUSES, tally["scenes"].tolist(), strict=True)
        },
        "kept_per_play": _digits(int(tally["kept"]) / plays),
        "replies": _by_persona(REPLIES, tally["replies"]),
        "responses": _by_persona(RESPONSES, tally["responses"]),
    }


def _by_persona(names: Sequence[str], counts: Counts) -> dict[str, dict[str, float]]:
    """By persona that was in a scene, which share of what it chose each was."""
    return {
        who: {name: _digits(n / row.sum()) for name, n in zip(names, row.tolist(), strict=True)}
        for who, row in zip(PERSONAS, counts, strict=True)
        if row.any()
    }


def coverage(compiled: CompiledScenario, tally: Tally) -> dict[str, Any]:
    """The share of plays in which each thing occurred, and what never occurred.

    For rules, rituals, props and roles: in force at the end. For changes: how many were made.
    """
    plays = max(tally.plays, 1)
    met: dict[str, dict[str, float]] = {}
    for name, ids in (
        ("endings", compiled.endings), ("phases", compiled.phases), ("moves", compiled.moves),
        ("events", compiled.events),
    ):  # fmt: skip
        counts = tally["ending" if name == "endings" else name]
        met[name] = {id_: _digits(n / plays) for id_, n in zip(ids, counts.tolist(), strict=True)}
    for chapter in CHAPTERS:
        met[chapter] = {
            thing.id: _digits(int(tally["in_force"][at]) / plays)
            for at, thing in enumerate(compiled.elements)
            if thing.chapter == chapter
        }
    keys = [change.key for change in compiled.changes]
    met["changes"] = {
        key: _digits(n / plays) for key, n in zip(keys, tally["changes"].tolist(), strict=True)
    }
    never = {name: _never(shares) for name, shares in met.items()}
    never |= {chapter: _never_stood(compiled, tally, chapter) for chapter in CHAPTERS}
    return {**met, "moments": _digits(int(tally["moments"]) / plays), "never": never}


def _never(shares: Mapping[str, float]) -> list[str]:
    return [name for name, share_ in shares.items() if share_ == 0]


def _never_stood(compiled: CompiledScenario, tally: Tally, chapter: str) -> list[str]:
    """What was neither in force at the start nor ever adopted."""
    adopted = {
        change.thing
        for at, change in enumerate(compiled.changes)
        if change.action == "adopt" and tally["changes"][at]
    }
    return [
        thing.id
        for at, thing in enumerate(compiled.elements)
        if thing.chapter == chapter
        and not (compiled.starts[at] or at in adopted or tally["in_force"][at])
    ]
