"""Every renderer shows the same pages in the same order, and leaves none of their words out."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.state import Choice
from engine.scenario.vocabulary import LANGUAGES, Language
from game import library
from game.pages import ChoicePage, Page
from game.presenters.page import Cast, first_up
from game.presenters.pages import lines
from game.words import words_in
from tests.conftest import ALL, SHIPPED, compiled_of
from tests.pages.essentials import essentials
from tests.pages.terminal import told_in_terminal
from tests.pages.walking import pages_of, start
from tests.pages.window import told_in_window
from tests.playing import random_choice

Choose = Callable[[LivePlay, str], Choice]


def choices_of(seed: int) -> Choose:
    """Somebody who does anything that may be done: the same for every renderer."""
    luck = random.Random(seed)
    return lambda live, seat: random_choice(live.compiled, live.state, seat, luck)


def flat(text: str) -> str:
    """Without the breaks of lines, and in one case: a sentence may begin with what is named."""
    return " ".join(text.split()).casefold()


def missing(cast: Cast, page: Page, told: str) -> list[str]:
    """What the page had to say and did not."""
    said = flat(told)

    def is_said(text: str) -> bool:
        return flat(text) in said or flat(first_up(text)) in said

    return [each for each in essentials(cast, page) if not is_said(each)]


CASES = [
    pytest.param(path, shared, seed, marks=[pytest.mark.slow] if path in SHIPPED else [])
    for seed, path in enumerate(ALL)
    for shared in (False, True)
]


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    """Both languages."""
    return request.param


def play_of(compiled: CompiledScenario, *, shared: bool, seed: int) -> LivePlay:
    """A new play with one person, or with people on every seat."""
    return start(compiled, seed, *people_of(compiled, shared=shared))


def people_of(compiled: CompiledScenario, *, shared: bool) -> tuple[str, ...]:
    """The seats of people in such a play."""
    return compiled.parties if shared else compiled.parties[:1]


def expected(compiled: CompiledScenario, *, shared: bool, seed: int) -> list[Page]:
    """The pages of that play."""
    return pages_of(compiled, seed, *people_of(compiled, shared=shared))


@pytest.mark.slow
def test_the_shared_words_of_a_choice_leave_out_nothing_that_it_has_to_say(
    minimal: CompiledScenario, language: Language
) -> None:
    cast, met = Cast.of(minimal, words_in(language)), set()
    shown = expected(minimal, shared=True, seed=1)
    for page in (each for each in shown if isinstance(each, ChoicePage)):
        told = "\n".join(line.text for line in lines(cast, page))
        assert missing(cast, page, told) == [], type(page)
        met.add(type(page))
    assert set(get_args(ChoicePage)) <= met


@pytest.mark.slow
@pytest.mark.parametrize(("path", "shared", "seed"), CASES)
def test_the_terminal_shows_every_page_and_all_its_words(
    path: Path, shared: bool, seed: int
) -> None:
    """In the languages by turns."""
    compiled, language = compiled_of(path), LANGUAGES[(seed + shared) % 2]
    cast = Cast.of(compiled, words_in(language))
    live = play_of(compiled, shared=shared, seed=seed)
    told = list(told_in_terminal(live, choices_of(seed), language))
    assert [page for page, _ in told] == expected(compiled, shared=shared, seed=seed)
    for page, words in told:
        assert missing(cast, page, words) == [], type(page)


@pytest.mark.parametrize(("path", "shared", "seed"), CASES)
@pytest.mark.slow
def test_the_window_shows_every_page_and_all_its_words(path: Path, shared: bool, seed: int) -> None:
    """In the language in which the terminal does not show that play."""
    compiled, language = compiled_of(path), LANGUAGES[(seed + shared + 1) % 2]
    cast = Cast.of(compiled, words_in(language))
    live = play_of(compiled, shared=shared, seed=seed)
    opened = library.open_scenario(path, language)
    told = list(told_in_window(opened, live, choices_of(seed), language))
    assert [page for page, _ in told] == expected(compiled, shared=shared, seed=seed)
    for page, words in told:
        assert missing(cast, page, words) == [], type(page)
