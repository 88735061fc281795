"""What came of a step is read without scrolling, whatever is told, also with three at the table."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import pytest

from engine.live_play import HUMAN, LivePlay
from engine.play.events.kinds import Reason
from engine.play.state import MoveChoice
from engine.play.step import legal_moves
from engine.play.view.heard import (
    Consequence,
    FoundMove,
    FoundOut,
    OwnUpSeen,
    ReflectionFelt,
    Suspicion,
)
from engine.scenario.schema import Text
from engine.scenario.vocabulary import LANGUAGES, Language
from game import library
from game.library import Opened
from game.pages import ConsequencePage, RevealPage, pages_for_seat
from game.pages.kinds import News
from game.window.kit.scroll import Scroll
from game.window.kit.tree import find, transcript
from game.window.navigation import open_window
from game.window.play import Play
from game.window.preferences import Preferences
from game.window.screens.consequence import ConsequenceScreen
from game.window.screens.talk import StoryScreen
from tests.window.plays import ROOT, settle

THREE = ROOT / "scenarios/joint-venture.yaml"
# Each alone and with others, up and down; what is told of the last three is news.
REASONS: list[dict[Reason, float]] = [
    {"experience": 0.05}, {"experience": 0.03, "talk": -0.06}, {"experience": 0.05, "talk": -0.03},
    {"newcomer": -0.04, "event": 0.01}, {"reflection": 0.06, "friction": -0.01},
    {"friction": -0.06, "reflection": 0.01}, {"experience": 0.04, "masked": -0.02},
    {"discovery": -0.2, "talk": -0.01}, {"suspicion": -0.02, "talk": -0.03},
    {"repair": 0.03, "experience": 0.03, "masked": -0.01},
]  # fmt: skip


@lru_cache(maxsize=4)
def played(language: Language) -> tuple[Opened, LivePlay]:
    """One round of the story for three, with three people."""
    opened = library.open_scenario(THREE, language)
    seats = dict.fromkeys(opened.scenario.parties, HUMAN)
    live = LivePlay.start(opened.compiled(), seed=4, seats=seats, digest="", source="")
    for seat in live.waiting_for:
        live.choose(MoveChoice(seat, legal_moves(live.compiled, live.state, seat)[0]))
    return opened, live


def longest(texts: list[Text], language: Language) -> Text:
    return max(texts, key=lambda text: len(text.in_language(language)))


def news(opened: Opened, seat: str, language: Language) -> Iterator[tuple[News, ...]]:
    """Nothing, or of both others the longest that can come out, or be owned up to."""
    scenario = opened.scenario
    others = [party for party in scenario.parties if party != seat]

    def moves_of(party: str) -> list[str]:
        return [name for name, move in scenario.moves.items() if party in (move.of or (party,))]

    def found(party: str) -> Text:
        told = (scenario.moves[name].found_out for name in moves_of(party))
        return longest([text for texts in told for text in texts], language)

    def title(party: str) -> Text:
        moves = (scenario.moves[name] for name in moves_of(party))
        return longest([move.title for move in moves if move.found_out], language)

    yield ()
    yield tuple(
        FoundOut(1, each, False, seat, (FoundMove("m", found(each), None),)) for each in others
    )
    yield tuple(OwnUpSeen(1, seat, True, each, (title(seat),)) for each in others)
    yield tuple(Suspicion(1, each) for each in others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_read_without_scrolling_with_three_at_the_table(language: Language) -> None:
    opened, live = played(language)
    liked = Preferences(language, "light", 100, is_still=True, has_sound=False)
    app = open_window((1280, 720), liked)
    settle(app)
    app.play = Play(opened, live)
    too_long: list[list[str]] = []
    for seat in live.compiled.parties:
        pages = pages_for_seat(live, seat)
        seen = next(page for page in pages if isinstance(page, RevealPage))
        page = next(page for page in pages if isinstance(page, ConsequencePage))
        for each in news(opened, seat, language):
            for reasons in REASONS:
                came = with_reasons(replace(page, news=each), reasons)
                for screen in (StoryScreen(seen, came), ConsequenceScreen(came)):
                    app.show(screen)
                    if isinstance(screen, StoryScreen):
                        screen.go_on(app)  # the envelopes open
                    scroll = find(app.tree(), "scroll.news.words")
                    assert isinstance(scroll, Scroll)
                    if scroll.overflow(app.kit()):
                        too_long.append(transcript(scroll))
    assert not too_long


def with_reasons(page: ConsequencePage, reasons: dict[Reason, float]) -> ConsequencePage:
    """The same with trust in both others moved by these."""
    assert page.numbers is not None
    change = sum(part for reason, part in reasons.items() if reason != "masked")
    before = page.numbers.before
    after = replace(before, trust={each: was + change for each, was in before.trust.items()})
    of_each = dict.fromkeys(before.trust, reasons)
    numbers = (
        ReflectionFelt(1, 3.2, before, after, of_each)
        if "reflection" in reasons
        else Consequence(1, before, after, of_each)
    )
    return replace(page, numbers=numbers)
