"""The table for researchers: what stands in a row is what that party did in that round."""

import pytest

from engine.debrief import COLUMNS, rows
from engine.debrief.compose import findings
from engine.debrief.table import Cell
from engine.debrief.timeline import build_timeline
from engine.play.compiled import CompiledScenario
from engine.play.trace import Trace
from tests.debrief.plays import BIKES, FERRY, Play, came_out, measures

SEATS = {FERRY: "human", BIKES: "builder"}


def table(compiled: CompiledScenario, play: Play) -> list[dict[str, Cell]]:
    """The rows of that play by the names of the columns."""
    found = findings(build_timeline(compiled, play.events))
    names = [column.name for column in COLUMNS]
    return [dict(zip(names, row, strict=True)) for row in rows(Trace("", "s", 1, SEATS), found)]


def test_a_row_tells_what_that_party_did_in_that_round(minimal: CompiledScenario) -> None:
    play = Play().play(
        "show-list", "sell-next-door", slipped=[FERRY], called=[BIKES],
        happens=[came_out(FERRY, BIKES, "sell-next-door")],
    )  # fmt: skip
    play.play("swap", "wait", vetoed=[BIKES], called=[FERRY])
    about = "round", "party", "played_by", "move", "stance", "face"
    counts = "guile", "slipped", "vetoed", "called", "found_out"
    told = table(minimal, play.end())
    assert [tuple(row[name] for name in about) for row in told] == [
        (1, FERRY, "human", "show-list", "trust-building", "trust-building"),
        (1, BIKES, "builder", "sell-next-door", "opportunistic", "reciprocal"),
        (2, FERRY, "human", "swap", "reciprocal", "reciprocal"),
        (2, BIKES, "builder", "wait", "reciprocal", "reciprocal"),
    ]
    assert [tuple(row[name] for name in counts) for row in told] == [
        (0, 1, 0, 0, 1), (1, 0, 0, 1, 0), (0, 0, 0, 1, 0), (0, 0, 1, 0, 0),
    ]  # fmt: skip


def test_a_row_tells_where_that_party_stood_after_that_round(minimal: CompiledScenario) -> None:
    after = measures(
        {FERRY: 0.61, BIKES: 0.43}, ceiling=0.92, formal=0.23, perceived_risk=0.54,
        real_risk=0.37, confidence=0.48, reliability=0.57, safety=0.44, understanding=0.31,
        balance={FERRY: 0.72, BIKES: 0.68}, payoff={FERRY: 0.12, BIKES: -0.05},
        value={FERRY: 0.9, BIKES: 0.2},
    )  # fmt: skip
    ferry, bikes = table(minimal, Play().play("wait", "wait", after).end())
    same = {
        "ceiling": 0.92, "reliability": 0.57, "perceived_risk": 0.54, "real_risk": 0.37,
        "confidence": 0.48, "exposure": 0.2, "safety": 0.44, "pressure": 0.3,
        "mean_trust": 0.52, "formal_overlap": 0.23, "understanding": 0.31,
    }  # fmt: skip
    own: dict[str, tuple[float, float]] = {
        "trust": (0.61, 0.43), "internal_balance": (0.72, 0.68), "payoff": (0.12, -0.05),
        "value": (0.9, 0.2),
    }  # fmt: skip
    for row, at in ((ferry, 0), (bikes, 1)):
        expected = {**same, **{name: each[at] for name, each in own.items()}}
        assert {name: row[name] for name in expected} == pytest.approx(expected)
