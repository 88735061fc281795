"""The catalogue: every code has its words, in both languages."""

import re
import string
from pathlib import Path

import pytest

from engine.scenario.load import load
from engine.scenario.problems import CATALOGUE

INVALID = sorted((Path(__file__).parent.parent / "scenarios" / "invalid").glob("*.yaml"))


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_code_is_a_few_words_with_hyphens(code: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)


@pytest.mark.parametrize("code", CATALOGUE)
def test_both_languages_say_the_same_with_their_own_words(code: str) -> None:
    entry = CATALOGUE[code]
    for dutch, english in zip(entry.nl, entry.en, strict=True):
        assert dutch.strip()
        assert english.strip()
        assert dutch.endswith((".", "?", "!", "}", "`"))
        assert english.endswith((".", "?", "!", "}", "`"))
    assert entry.nl[0] != entry.en[0]
    assert _fields(" ".join(entry.nl)) == _fields(" ".join(entry.en))


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_every_problem_can_be_told_and_says_nothing_of_the_schema(path: Path) -> None:
    for problem in load(path).problems:
        for told in (problem.text("nl"), problem.text("en")):
            assert "{written}" not in told
            assert "pydantic" not in told.lower()
            assert "Input should" not in told
