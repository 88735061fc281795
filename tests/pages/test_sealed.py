"""Nothing of a round shows before it is opened: whatever lies in the other envelopes, each renderer
says and draws the same until then.
"""

import random
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise, takewhile
from pathlib import Path

import pygame
import pytest

from engine.live_play import HUMAN, LivePlay
from engine.play.state import MoveChoice, Stage
from engine.play.step import legal_moves
from engine.players import PERSONAS, PersonaPolicy, choose
from game import library
from game.pages import CurtainPage, MovePage, Page, RevealPage, pages, pages_for_seat
from game.presenters.page import Cast
from game.web.play import story_html
from game.window.kit.node import Node
from game.window.kit.tree import walk
from game.window.navigation import open_window, screen_of, together
from game.window.parts.people import across, everybody
from game.window.parts.scene import Scene
from game.window.play import Play
from game.window.preferences import Preferences
from game.window.screens.talk import StoryScreen
from game.window.window import Window
from game.words import words_in
from tests.conftest import MINIMAL, ROOT, SHIPPED, compiled_of
from tests.pages.terminal import told_in_terminal
from tests.pages.test_renderers import choices_of
from tests.pages.walking import start
from tests.playing import random_choice

_ROUNDS = 2
_MOST_STEPS = 40
STORIES = [
    pytest.param(path, marks=[] if path == MINIMAL else [pytest.mark.slow])
    for path in (MINIMAL, *SHIPPED, ROOT / "scenarios/joint-venture.yaml")
]


def rounds(path: Path) -> Iterator[list[LivePlay]]:
    """The same round more than once: only what the other parties put in their envelopes differs."""
    compiled = compiled_of(path)
    live, luck, seen = start(compiled, 5, *compiled.parties), random.Random(5), 0
    for _ in range(_MOST_STEPS):
        if live.is_over or seen == _ROUNDS:
            return
        if live.state.stage is Stage.ROUND:
            seen += 1
            yield list(_outcomes(live))
        for seat in tuple(live.waiting_for):
            live.choose(random_choice(compiled, live.state, seat, luck))


def _outcomes(live: LivePlay) -> Iterator[LivePlay]:
    """What comes of it if the others do the first, or the last, of what they may do."""
    own = live.compiled.parties[0]
    for at in (0, -1):
        after = deepcopy(live)
        for seat in tuple(live.waiting_for):
            mine = legal_moves(live.compiled, live.state, seat)
            after.choose(MoveChoice(seat, mine[0 if seat == own else at]))
        assert len(after.steps) > len(live.steps)
        yield after


def story_of(live: LivePlay) -> list[Page]:
    """The first person's pages of the step, from what is opened on."""
    shown = list(pages_for_seat(live, live.compiled.parties[0]))
    begins = list(takewhile(lambda page: not _is_sealed(page), shown))
    assert not begins or len(begins) == len(shown)
    return shown[len(begins) :]


def _is_sealed(page: Page) -> bool:
    return isinstance(page, RevealPage) and page.was_sealed


def on_screen(app: Window) -> list[object]:
    """All that is said, told on focus, and done with faces."""
    seen: list[object] = []
    for node in walk(app.tree()):
        seen.append((node.id, node.spoken(), node.explain, tuple(node.rect)))
        if isinstance(node, Scene):
            seen += [(each.role.address, each.mood, each.expression) for each in node.people]
    return seen


def standing(app: Window) -> dict[str, tuple[str, str]]:
    """What the gauges say, and how the others look at this seat."""

    def is_gauge(node: Node) -> bool:
        return node.id.startswith(("gauge.", "theirs."))

    return {node.id: (node.spoken(), node.explain) for node in walk(app.tree()) if is_gauge(node)}


@pytest.mark.parametrize("path", STORIES)
def test_the_window_gives_nothing_away_before_it_is_opened(path: Path) -> None:
    opened, met = library.open_scenario(path, "en"), 0
    for outcomes in rounds(path):
        looks, drawn = [], []
        for live in outcomes:
            story = story_of(live)
            if not story:
                continue
            app = open_window((1280, 720), Preferences("en", "light", 100, is_still=True))
            app.play = Play(opened, live)
            app.show(screen_of(*story[: together(story)]))
            assert isinstance(app.screen, StoryScreen)
            looks.append(on_screen(app))
            before = standing(app)
            surface = pygame.Surface(app.size)
            app.tree().paint(app.kit(), surface)
            drawn.append(pygame.image.tobytes(surface, "RGB"))
            while not (app.screen.is_last(app) or app.screen.shows_side(app)):
                assert standing(app) == before
                app.screen.go_on(app)
                app.tree()
        for each in looks:
            assert each == looks[0]
        assert len(set(drawn)) <= 1
        met += len(looks) == len(outcomes)
    assert met


@pytest.mark.parametrize("path", STORIES)
def test_a_curtain_gives_nothing_away(path: Path) -> None:
    """Neither what lies in the envelopes, nor what came of it, nor where the talks go next."""
    opened, met = library.open_scenario(path, "en"), 0
    for outcomes in rounds(path):
        before = outcomes[0].rewound(len(outcomes[0].steps) - 2)
        for some in (outcomes, list(_one_sealed(before))):
            first, *others = [curtains_of(opened, live) for live in some]
            for seen in others:
                assert all(seen[calls] == first[calls] for calls in seen.keys() & first.keys())
            met += bool(others)
    assert met


def _one_sealed(live: LivePlay) -> Iterator[LivePlay]:
    """One party has sealed the first, or the last, of what it may do."""
    seat = live.waiting_for[0]
    for at in (0, -1):
        after = deepcopy(live)
        after.choose(MoveChoice(seat, legal_moves(live.compiled, live.state, seat)[at]))
        yield after


def curtains_of(
    opened: library.Opened, live: LivePlay
) -> dict[str | None, tuple[list[object], bytes]]:
    """All that the curtains say and draw that hang there now, by whom they call; whom they call
    after the envelopes are opened follows from what everybody has then seen.
    """
    curtains = [page for page in pages(live) if isinstance(page, CurtainPage)]
    assert curtains
    return {page.calls: _curtain(opened, live, page) for page in curtains}


def _curtain(
    opened: library.Opened, live: LivePlay, page: CurtainPage
) -> tuple[list[object], bytes]:
    app = open_window((1280, 720), Preferences("en", "light", 100, is_still=True))
    app.play = Play(opened, live)
    app.show(screen_of(page))
    seen, surface = on_screen(app), pygame.Surface(app.size)
    app.tree().paint(app.kit(), surface)
    return seen, pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize("path", STORIES)
def test_the_browser_tells_what_was_done_before_how_anybody_looks_since(path: Path) -> None:
    for outcomes in rounds(path):
        told = []
        for live in outcomes:
            if story := story_of(live):
                cast = Cast.of(live.compiled, words_in("en"))
                told.append(str(story_html(cast, story)).partition('<section class="part acts">'))
        assert all(each[1] for each in told)
        assert len({each[0] for each in told}) <= 1


@pytest.mark.parametrize("path", STORIES)
def test_the_terminal_writes_nothing_of_a_round_before_it_is_opened(path: Path) -> None:
    compiled, written = compiled_of(path), set()
    for persona in ("builder", "controller"):
        seats = dict.fromkeys(compiled.parties[1:], persona) | {compiled.parties[0]: HUMAN}
        live = LivePlay.start(compiled, seed=5, seats=seats, digest="", source="test")
        told = list(told_in_terminal(live, choices_of(5), "en"))
        for (page, _), (after, _) in pairwise(told):
            assert not _is_sealed(after) or isinstance(page, MovePage)
        first = takewhile(lambda each: not _is_sealed(each[0]), told)
        written.add("".join(words for _, words in first))
    assert len(written) == 1


@pytest.mark.slow
def test_whoever_is_not_in_a_side_talk_sees_it_from_afar() -> None:
    """They sat in the kitchen to which they had not been asked, and were smiled at."""
    compiled = compiled_of(ROOT / "scenarios/joint-venture.yaml")
    met: set[bool] = set()
    for at, seat in enumerate(compiled.parties):
        live, policy = (
            start(compiled, 1, seat),
            PersonaPolicy(compiled, at, PERSONAS["reciprocator"]),
        )
        while not live.is_over:
            page = pages_for_seat(live, seat)[-1]
            phase = compiled.scenario.script.phases[page.room.phase]
            if phase.with_ and isinstance(page, MovePage):
                is_in = phase.is_with(seat)
                met.add(is_in)
                there = {party.id for party in page.room.parties if party.roles}
                assert there == (set(phase.with_) if is_in else {seat})
                assert (page.room.scenery.backdrop == "from-afar") != is_in
                assert {each.party for each in across(page.room, page.view)} == (
                    there - {seat} if is_in else {seat}
                )
                whole = [each.role.address for each in everybody(page.room, page.view)]
                assert len(set(whole)) == len(whole)
            live.choose(choose(compiled, live.state, policy))
    assert met == {True, False}
