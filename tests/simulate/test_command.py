"""`simulate` on the command line."""

import json

import pytest

from tests.game.conftest import MINIMAL, THREE, Run

WRONG = [
    (("--plays", "0"), "valt buiten 1 tot", "lies outside 1 to"),
    (("--plays", "-5"), "valt buiten", "lies outside"),
    (("--plays", "2000000000"), "valt buiten", "lies outside"),
    (("--plays", "veel"), "“veel” is geen geheel getal", "“veel” is not a whole number"),
    (("--workers", "0"), "--workers 0 valt buiten", "--workers 0 lies outside"),
    (("--workers", "x"), "--workers “x” is geen", "--workers “x” is not"),
    (("--strategies", "bilder"), "Bedoelde je “builder”", "Did you mean “builder”"),
    (("--strategies", "builder,charmer,pressed"), "noemt 3 persona's", "names 3 personas"),
    (("--engine", "dusk"), "Bedoelde je “dask”", "Did you mean “dask”"),
    (("--scheduler", "tcp://x:1"), "hoort bij --engine dask", "goes with --engine dask"),
    (("--seed", "x"), "“x” is geen geheel getal", "“x” is not a whole number"),
]


@pytest.mark.parametrize(("options", "nl", "en"), WRONG)
def test_what_is_wrong_is_told_once(run: Run, options: tuple[str, ...], nl: str, en: str) -> None:
    for language, text in (("nl", nl), ("en", en)):
        said = run("simulate", MINIMAL, *options, "--lang", language)
        assert said.code == 2
        assert text in said.err
        assert said.err.count("\n") == 1
        assert not said.out


def without_time(out: str) -> str:
    """The JSON with everything but how long it took."""
    found = json.loads(out)
    assert found.pop("seconds") >= 0
    assert found.pop("plays_per_second") > 0
    return json.dumps(found)


def test_json_is_the_same_for_any_number_of_workers(run: Run) -> None:
    outs = [
        run("simulate", MINIMAL, "--plays", "400", "--seed", "3", "--json", "--workers", n).out
        for n in ("1", "2")
    ]
    assert without_time(outs[0]) == without_time(outs[1])
    found = json.loads(outs[0])
    assert found["plays"] == 400
    assert found["seed"] == 3
    assert len(found["pairings"]) == 36
    assert abs(sum(each["share"] for each in found["outcomes"].values()) - 1) < 1e-4
    assert sum(each["plays"] for each in found["pairings"]) == 400


def test_named_personas_are_the_only_ones(run: Run) -> None:
    out = run("simulate", THREE, "--plays", "50", "--strategies", "builder,charmer", "--json").out
    pairings = json.loads(out)["pairings"]
    assert [list(each["personas"].values()) for each in pairings] == [
        ["builder", "charmer", "charmer"]
    ]


@pytest.mark.parametrize("scenario", [MINIMAL, THREE])
def test_it_is_told_in_both_languages(run: Run, scenario: str) -> None:
    nl = run("simulate", scenario, "--plays", "300", "--lang", "nl")
    en = run("simulate", scenario, "--plays", "300", "--lang", "en")
    assert nl.code == en.code == 0
    assert "300 keer gespeeld" in nl.out
    assert "300 plays" in en.out
    assert "In welk gezelschap" in nl.out
    assert "In which company" in en.out
