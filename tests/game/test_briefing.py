"""What is read before a play begins is a few whole sentences."""

import pytest

from engine.scenario.vocabulary import LANGUAGES
from game.presenters.briefing import first_sentences
from tests.conftest import LIBRARY, compiled_of


@pytest.mark.parametrize(
    ("text", "first", "has_more"),
    [
        ("One.", "One.", False),
        ("One. Two? Three!", "One. Two?", True),
        ("“One.” Two. Three.", "“One.” Two.", True),
        ("St. Odrada waits. Mr. A. Lambrechts sits. Three.", "St. Odrada waits. Mr. A. Lambrechts "
         "sits.", True),
        ("It stands at 23.1. The bank wants 25. Three.", "It stands at 23.1. The bank wants 25.",
         True),
    ],
)  # fmt: skip
def test_the_first_sentences_are_whole(text: str, first: str, has_more: bool) -> None:
    assert first_sentences(text, 2) == (first, has_more)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_nobody_reads_more_than_four_sentences_of_a_secret_first(path: object) -> None:
    for party in compiled_of(path).scenario.parties.values():
        for language in LANGUAGES:
            told = getattr(party.private, language)
            first, has_more = first_sentences(told)
            assert told.startswith(first)
            assert has_more == (first != told)
            assert len(first.split()) < 90
