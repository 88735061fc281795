"""`lab` and `tournament` on the command line."""

import json
import re

import pytest

from tests.game.conftest import ROOT, Run

TWO = str(ROOT / "tests/lab/valid/two.yaml")
LENGTHS = str(ROOT / "tests/lab/invalid/lengths.yaml")

WRONG = [
    (("lab", LENGTHS), "kan zo niet gespeeld worden", "can't be played as it is"),
    (("lab", "nope.yaml"), "bestaat niet", "does not exist"),
    (("lab", TWO, "--plays", "0"), "--plays 0 valt buiten", "--plays 0 lies outside"),
    (("lab", TWO, "--plays", "x"), "--plays “x”", "--plays “x”"),
    (("lab", TWO, "--strategies", "grudgr"), '"grudger"?', '"grudger"?'),
    (("tournament", "--noise", "x"), "--noise “x” is geen getal", "--noise “x” is not a number"),
    (("tournament", "--noise", "0.7"), "0.7 valt buiten 0 tot 0.5", "0.7 lies outside 0 to 0.5"),
    (("tournament", "--turns", "999999"), "aantal beurten is 999999", "number of turns is 999999"),
    (("tournament", "--strategies", "joss,joss"), "doet al mee", "takes part already"),
]


@pytest.mark.parametrize(("command", "nl", "en"), WRONG, ids=lambda each: str(each)[:40])
def test_what_is_wrong_is_told_once(run: Run, command: tuple[str, ...], nl: str, en: str) -> None:
    for language, text in (("nl", nl), ("en", en)):
        said = run(*command, "--lang", language)
        assert said.code == 2
        assert text in said.err
        assert said.err.count("\n") == 1


def test_a_lab_game_says_what_the_experiments_report(run: Run) -> None:
    found = json.loads(run("lab", TWO, "--plays", "500", "--seed", "2", "--json").out)
    assert found["plays"] == 500
    assert {"p_star", "p_c_after", "all_cooperate_every_round", "terminated"} <= set(found)
    assert set(found["p_c_after"]) == {"CC", "CD", "DC", "DD"}
    told = run("lab", TWO, "--plays", "500", "--seed", "2", "--lang", "en").out
    assert f"{100 * found['cooperation']['all']:.1f}%" in told


def test_strategies_take_the_seats_of_the_trust_model(run: Run) -> None:
    out = run("lab", TWO, "--plays", "50", "--strategies", "cooperator", "--json").out
    assert json.loads(out)["cooperation"] == {"all": 1.0, "first_round": 1.0}
    assert "cooperator, cooperator" in run("lab", TWO, "--strategies", "cooperator").out


def test_a_tournament_ranks_by_score(run: Run) -> None:
    options = ("tournament", "--turns", "50", "--strategies", "tit_for_tat,defector,cooperator")
    found = json.loads(run(*options, "--json").out)
    scores = [each["score"] for each in found["standings"]]
    assert scores == sorted(scores, reverse=True)
    assert found["turns"] == 50
    lines = [line for line in run(*options, "--lang", "en").out.splitlines() if "1. " in line]
    assert found["standings"][0]["strategy"] in lines[0]


def test_equal_scores_share_a_rank(run: Run) -> None:
    said = run("tournament", "--strategies", "defector,cooperator,grudger", "--turns", "3",
               "--lang", "en")  # fmt: skip
    assert re.findall(r"^ +(\d)\. ", said.out, re.MULTILINE) == ["1", "2", "3"]
    same = run("tournament", "--strategies", "grudger,cooperator,tit_for_tat", "--lang", "en")
    assert re.findall(r"^ +(\d)\. ", same.out, re.MULTILINE) == ["1", "1", "1"]
