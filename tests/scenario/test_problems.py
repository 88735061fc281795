"""The catalogue: every code has its words, in every language, and can be told."""

import re
import string
from pathlib import Path

import pytest

from engine.scenario.catalogue import codes, wording
from engine.scenario.load import load
from engine.scenario.suggestions import nearest_of
from engine.scenario.vocabulary import LANGUAGES

INVALID = sorted((Path(__file__).parent.parent / "scenarios" / "invalid").glob("*.yaml"))


def _gaps(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_language_has_the_same_codes_and_words() -> None:
    for language in LANGUAGES:
        assert set(wording(language).entries) == set(codes())
        assert set(wording(language).words) == set(wording("en").words)
        assert set(wording(language).severity) == {"error", "warning"}


@pytest.mark.parametrize("code", codes())
def test_a_code_is_a_few_words_with_hyphens(code: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)


@pytest.mark.parametrize("code", codes())
def test_the_languages_say_the_same_with_their_own_words(code: str) -> None:
    dutch, english = wording("nl").entries[code], wording("en").entries[code]
    for entry in (dutch, english):
        for text in (entry.message, entry.repair):
            assert text.endswith((".", "?", "!", "}", "`"))
    assert dutch.message != english.message
    assert _gaps(dutch.message + dutch.repair) == _gaps(english.message + english.repair)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_every_problem_can_be_told_and_says_nothing_of_the_schema(path: Path) -> None:
    for problem in load(path).problems:
        for told in (problem.text("nl"), problem.text("en")):
            assert "{written}" not in told
            assert "pydantic" not in told.lower()
            assert "Input should" not in told


@pytest.mark.parametrize(
    ("written", "near"),
    [("hours", "hour"), ("wether", "weather"), ("show", "shows"), ("colour", None), ("uur", None)],
)
def test_a_name_that_is_only_a_little_like_it_is_not_suggested(
    written: str, near: str | None
) -> None:
    assert nearest_of(written, ["hour", "weather", "picture", "shows"]).get("near") == near
