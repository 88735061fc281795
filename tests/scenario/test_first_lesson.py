"""The first lesson: how long it takes a newcomer, and which words of the game they meet in it."""

import re
from statistics import fmean, median

import pytest

from engine.scenario.vocabulary import Language
from game import library
from tests.benchmarks.reading import Read, minutes, plays_of

LESSON = library.playable()[0]
# As they stand in the catalogues; each is met in use, outside the help.
WORDS: dict[Language, tuple[str, ...]] = {
    "nl": (
        "script", "spelregel", "decor", "attribu", "ritue", "rol", "vertrouw", "betrouwbaar",
        "risico",
    ),
    "en": ("script", "rule", "setting", "props", "ritual", "role", "trust", "reliab", "risk"),
}  # fmt: skip


@pytest.fixture(scope="module", params=["nl", "en"])
def plays(request: pytest.FixtureRequest) -> tuple[Language, list[Read]]:
    """Plays by every persona, in that language."""
    return request.param, plays_of(LESSON.path, request.param)


@pytest.mark.slow
def test_the_first_lesson_takes_as_long_as_it_says(plays: tuple[Language, list[Read]]) -> None:
    """With the page of the debrief that comes first; longer only where much comes out."""
    _, found = plays
    taken = [minutes(each.whole, each.choices) for each in found]
    assert median(taken) <= LESSON.scenario.minutes == round(fmean(taken)) == 10


@pytest.mark.slow
def test_little_is_read_before_the_first_move(plays: tuple[Language, list[Read]]) -> None:
    _, found = plays
    assert max(each.first for each in found) < 500
    assert max(minutes(each.first, 3) for each in found) < 3


@pytest.mark.slow
def test_every_play_of_the_lesson_meets_the_words_of_the_game(
    plays: tuple[Language, list[Read]],
) -> None:
    language, found = plays
    for each in found:
        met = "\n".join(each.lines).casefold()
        missing = [word for word in WORDS[language] if not re.search(rf"\b{word}", met)]
        assert missing == []
