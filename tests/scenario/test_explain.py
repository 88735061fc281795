"""The explanations: one for each code, and every example is a mistake that gives that code."""

from pathlib import Path

import pytest

from engine.scenario.catalogue import codes
from engine.scenario.explain import explain
from engine.scenario.load import load_text
from game.presenters.problems import problems_of

TEXT = (Path(__file__).parent.parent / "scenarios" / "valid" / "small.yaml").read_text()
WITH_EXAMPLE = [code for code, each in codes().items() if each.right is not None]


def test_most_codes_have_an_example() -> None:
    assert len(WITH_EXAMPLE) >= 0.8 * len(codes())


@pytest.mark.parametrize("code", WITH_EXAMPLE)
@pytest.mark.slow
def test_the_example_makes_that_mistake_and_no_other(code: str) -> None:
    right, wrong = codes()[code].right, codes()[code].wrong
    assert right is not None
    assert wrong is not None
    assert right in TEXT
    loaded = load_text(TEXT.replace(right, wrong, 1), "x.yaml")
    assert {problem.code for problem in problems_of(Path("x.yaml"), loaded)} == {code}


@pytest.mark.parametrize("code", codes())
def test_an_explanation_is_told_in_both_languages(code: str) -> None:
    dutch, english = explain(code, "nl"), explain(code, "en")
    assert dutch is not None
    assert english is not None
    assert dutch.startswith(code)
    assert english.startswith(code)
    assert dutch != english


def test_an_unknown_code_has_no_explanation() -> None:
    assert explain("no-such-code", "en") is None
