"""Laboratory games: files, risk, plays, the signs that experiments show, and the fit."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.lab.experiment import Exit, Lab
from engine.lab.fit import fitted, log_loss, shown, treatments, yardsticks
from engine.lab.parameters import FITTED, FROZEN
from engine.lab.play import Tally, play_lab, tally_of
from engine.lab.read import is_lab, load_lab, load_lab_text
from engine.lab.risk import risk_of
from engine.lab.wanted import LabRefusal

FOLDER = Path(__file__).parent
VALID, INVALID = (sorted((FOLDER / kind).glob("*.yaml")) for kind in ("valid", "invalid"))
# R 40, S 12, T 50, P 25 and three rounds in four: the middle of the treatments.
MIDDLE = Lab("middle", 2, (12.0, 40.0), (25.0, 50.0), 0.75)
THREE = Lab("three", 3, (-2.0, 1.0, 4.0), (0.0, 3.0, 7.0), 0.8)


def cooperation(lab: Lab, plays: int = 20_000) -> float:
    tally = play_lab(lab, plays, 4).tally
    return tally.cooperated / tally.choices


# Files


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_file_states_an_experiment(path: Path) -> None:
    loaded = load_lab(path)
    assert loaded.problems == ()
    assert loaded.lab is not None
    assert len(loaded.lab.cooperating) == len(loaded.lab.defecting) == loaded.lab.parties
    assert is_lab(path)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_an_invalid_file_has_exactly_its_problems(path: Path) -> None:
    loaded = load_lab(path)
    found = [f"{each.line}:{each.column} {each.code}" for each in loaded.problems]
    assert found == path.with_suffix(".problems").read_text().splitlines()
    assert loaded.lab is None
    for problem in loaded.problems:
        assert "{" not in problem.text("nl") + problem.text("en") or "{nl" in problem.text("nl")


def test_a_file_that_is_not_there_is_one_problem() -> None:
    assert [each.code for each in load_lab(FOLDER / "nothing.yaml").problems] == ["file-unreadable"]


@pytest.mark.slow
@given(st.text(max_size=80))
def test_no_text_can_make_reading_fail(text: str) -> None:
    load_lab_text(text, "x.yaml")
    load_lab_text(f"samenspel: 1\nlab:\n  parties: {text}", "x.yaml")


# Risk


def test_p_star_is_that_of_the_published_treatments() -> None:
    published = [1.0, 0.722, 0.382, 0.812, 0.271, 0.163]
    found = [risk_of(each.lab, FROZEN.gain).p_star for each in treatments()[0]]
    assert found == pytest.approx(published, abs=0.001)


def test_beliefs_that_hang_together_make_three_partners_less_of_a_risk() -> None:
    risks = [risk_of(THREE, correlation).p_star for correlation in (0.0, 0.5, 1.0)]
    assert risks[0] > risks[1] > risks[2]
    # Apart: 13 p^2 = 4 p (1 - p) + 2 (1 - p)^2. Together: 13 p = 2 (1 - p).
    assert risks[0] == pytest.approx(np.sqrt(2 / 15), abs=1e-9)
    assert risks[2] == pytest.approx(2 / 15, abs=1e-9)


def test_leaving_pays_only_when_it_beats_mutual_defection() -> None:
    assert risk_of(replace(THREE, exit=Exit(1.0, 4.0)), 0.3).to_stay > 0.0
    assert risk_of(replace(THREE, exit=Exit(1.0, 6.0)), 0.3).to_stay == 0.0
    assert risk_of(replace(THREE, exit=Exit(-1.0, 0.0)), 0.3).to_stay == 0.0


# Plays


@pytest.mark.parametrize("strategies", [None, ["random", "grudger"]])
@pytest.mark.parametrize("lab", [MIDDLE, replace(MIDDLE, error=0.1, exit=Exit(30.0, 5.0))])
def test_how_games_are_split_changes_nothing(lab: Lab, strategies: list[str] | None) -> None:
    whole = tally_of(lab, 7, range(700), strategies)
    parts = [range(1), range(1, 64), range(64, 320), range(320, 700)]
    apart = sum((tally_of(lab, 7, part, strategies) for part in parts), Tally())
    for name in Tally.__dataclass_fields__:
        assert np.array_equal(getattr(whole, name), getattr(apart, name)), name


def test_games_last_as_long_as_the_continuation_says() -> None:
    tally = tally_of(MIDDLE, 1, range(40_000), ["cooperator", "cooperator"])
    assert tally.rounds / tally.games == pytest.approx(4.0, abs=0.08)
    once = tally_of(replace(MIDDLE, continuation=0.0), 1, range(100))
    assert once.rounds == 100


def test_tit_for_tat_and_a_defector_play_as_on_paper() -> None:
    result = play_lab(MIDDLE, 5_000, 2, ["tit_for_tat", "defector"]).as_json()
    # Cooperation is only ever the first move of one of the two.
    assert result["cooperation"] == {"all": pytest.approx(0.125, abs=0.01), "first_round": 0.5}
    assert result["p_c_after"] == {"CC": None, "CD": 0.0, "DC": 0.0, "DD": 0.0}
    assert result["unequal_payoff"] == 1.0
    assert result["all_cooperate_every_round"] == 0.0


def test_who_does_not_cooperate_with_all_is_left_with_less_of_it() -> None:
    result = play_lab(THREE, 2_000, 2, ["tit_for_tat", "tit_for_tat", "defector"]).as_json()
    assert result["p_c_after"] == {"CC": None, "CD": 0.0, "DC": 0.0, "DD": 0.0}
    first = play_lab(THREE, 500, 2, ["cooperator"]).as_json()
    assert first["all_cooperate_every_round"] == 1.0
    assert first["unequal_payoff"] == 0.0


def test_errors_happen_as_often_as_they_are_said_to() -> None:
    tally = tally_of(replace(MIDDLE, error=0.1), 3, range(30_000), ["cooperator", "cooperator"])
    assert tally.cooperated == tally.choices
    seen = tally.after[:, 0] / tally.after[:, 0].sum()
    assert seen == pytest.approx([0.81, 0.09, 0.09, 0.01], abs=0.01)


def test_a_result_is_plain_json() -> None:
    told = json.loads(json.dumps(play_lab(THREE, 50, 1).as_json()))
    assert set(told["p_c_after"]) == {"CC", "CD", "DC", "DD"}
    assert told["plays"] == 50


@pytest.mark.parametrize(
    ("plays", "seed", "strategies", "code"),
    [
        (0, 1, None, "not-in-range"),
        (-5, 1, None, "not-in-range"),
        (10**15, 1, None, "not-in-range"),
        (10, -1, None, "not-in-range"),
        (10, 1, ["tit_for_tatt"], "unknown-strategy-near"),
        (10, 1, ["bully", "bully"], "strategies-for-parties"),
    ],
)
def test_what_cannot_be_played_is_refused(
    plays: int, seed: int, strategies: list[str] | None, code: str
) -> None:
    with pytest.raises(LabRefusal) as refused:
        play_lab(THREE, plays, seed, strategies)
    assert refused.value.code == code


# What experiments show, and what the model was not fitted to


@pytest.mark.slow
def test_cooperation_rises_with_continuation_and_reward_and_falls_with_temptation() -> None:
    middle = cooperation(MIDDLE)
    assert cooperation(replace(MIDDLE, continuation=0.9)) > middle + 0.05
    assert cooperation(replace(MIDDLE, cooperating=(12.0, 46.0))) > middle + 0.05
    assert cooperation(replace(MIDDLE, defecting=(25.0, 70.0))) < middle - 0.05


@pytest.mark.slow
def test_errors_and_a_third_partner_lower_cooperation() -> None:
    two = Lab("two", 2, (-2.0, 4.0), (0.0, 7.0), 0.8)
    rates = [cooperation(replace(two, error=error)) for error in (0.0, 0.05, 0.1)]
    assert rates[0] > rates[1] > rates[2]
    assert cooperation(THREE) < cooperation(two) - 0.05


def test_trust_forgives_more_where_a_defection_may_be_a_slip() -> None:
    lab = Lab("gift", 2, (-2.0, 6.0), (0.0, 8.0), 0.875)
    after = [play_lab(replace(lab, error=e), 20_000, 1).tally.after for e in (0.0, 0.1)]
    forgiving = [float(each[1, 1] / each[1, 0]) for each in after]
    assert forgiving[1] > forgiving[0]


@pytest.mark.slow
def test_leaving_becomes_rarer_as_it_costs_more() -> None:
    left = []
    for cost in (0.0, 2.0, 4.0, 6.0):
        tally = play_lab(replace(THREE, exit=Exit(1.0, cost)), 10_000, 5).tally
        left.append(tally.terminated / tally.games)
    assert left[0] > left[1] > left[2] > left[3] == 0.0


# The fit


def test_the_frozen_model_predicts_choices_nearly_as_well_as_the_treatments_own_shares() -> None:
    data, published = treatments()
    ours = log_loss(data, [shown(each.lab, FROZEN, 4_096).cells for each in data])
    computed = yardsticks(data)
    assert all(computed[name] == pytest.approx(published[name], abs=0.011) for name in published)
    assert computed["memory_one_per_treatment"] < ours < computed["memory_one_pooled"] - 0.03


def test_trust_falls_faster_than_it_grows() -> None:
    assert 1.4 < FROZEN.loss / FROZEN.gain < 3.7


@pytest.mark.slow
def test_the_frozen_parameters_come_out_of_the_fit() -> None:
    found = fitted(treatments()[0])
    for name in FITTED:
        assert getattr(found, name) == pytest.approx(getattr(FROZEN, name), abs=0.005), name
