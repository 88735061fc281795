"""Nothing is cut off or broken at the size that most people have, in all six stories."""

from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from engine.live_play import HUMAN, LivePlay
from engine.scenario.schema import Looks
from engine.scenario.vocabulary import LANGUAGES, Persona
from game import library
from game.drawing.people.casting import cast
from game.drawing.people.clothes import outfit_of, sleeves_of
from game.drawing.people.hands import posed
from game.pages import MovePage, pages
from game.theme import theme
from game.window.driver import with_keys
from game.window.kit.node import Kit
from game.window.kit.scroll import Scroll
from game.window.kit.text import Text
from game.window.kit.tree import find, walk
from game.window.kit.type import CAPTION
from game.window.kit.widgets import sparkline, text
from game.window.navigation import open_window, screen_of, together
from game.window.parts.scene import Scene
from game.window.play import Play
from game.window.preferences import Preferences
from game.window.screens.table import TableScreen
from game.window.window import Window
from tests.window.plays import ROOT, played, settle, started

STORIES = list(library.shipped())
LESSON = ROOT / "scenarios/first-handshake.yaml"
LICENCE = ROOT / "scenarios/licence.yaml"


def comes_to(app: Window, story: Path, wanted: str, *, nth: int = 1) -> None:
    """Play on until that screen is there for that time."""
    for name in played(app, with_keys, scenario=story):
        nth -= name == wanted
        if not nth:
            return
    raise AssertionError(wanted)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_no_card_on_the_table_is_cut_off(story: Path, size: tuple[int, int]) -> None:
    """Gauges, a ritual and the place of words give way, and no figure; none is on two lines. The
    stories take turns in the languages; where there is least room it is Dutch, whose words are
    longest.
    """
    language = LANGUAGES[STORIES.index(story) % 2] if size == (1280, 720) else "nl"
    app, tables = started(size, scenario=story, language=language), 0
    opened = library.open_scenario(story, language)
    persona: Persona = "builder"
    me, *others = opened.scenario.parties
    seats = {me: HUMAN, **dict.fromkeys(others, persona)}
    live = LivePlay.start(opened.compiled(), seed=7, seats=seats, digest="", source="")
    app.play = Play(opened, live)
    live.run()
    while not live.is_over:
        shown = pages(live)
        if isinstance(shown[-1], MovePage):
            with_arrival = len(shown) > 1 and together(shown[-2:]) == 2
            app.show(screen_of(*shown[-2:] if with_arrival else shown[-1:]))
            assert find(app.tree(), "table.more") or find(app.tree(), app.screen.first)
            assert find(app.tree(), "scroll.table.moves") is None
            seen: set[str] = set()
            while (more := cards(app) - seen) and len(seen) < len(shown[-1].view.moves):
                check_cards(app)
                seen |= more
                app.act_on("table.more")
            assert seen == {f"move.{card.id}" for card in shown[-1].view.moves}
            tables += 1
        live.choose(live.suggestion(me, persona))
    assert tables > 2


def cards(app: Window) -> set[str]:
    """The moves on the table now."""
    return {node.id for node in walk(app.tree()) if node.id.startswith("move.")}


def check_cards(app: Window) -> None:
    """Each card that can be played has its three figures, each of them on one line, and its stance
    in whole words.
    """
    kit = app.kit()
    side = find(app.tree(), "scroll.side.move")
    if isinstance(side, Scroll):  # what the others see of it is there to be read
        assert side.overflow(kit) <= 1.5 * CAPTION.size * kit.scale
    keys = ("move.trust", "move.risk.yours", "move.value.yours")
    names = tuple(app.say(key).replace(" ", "\u00a0") for key in keys)
    assert isinstance(app.screen, TableScreen)
    leaving = {move.id for move in app.screen.page.view.moves if move.leaves}
    for node in walk(app.tree()):
        if not node.id.startswith("move.") or node.disabled:
            continue
        stance, *texts = [each for each in walk(node) if isinstance(each, Text)]
        figures = [each for each in texts if each.text.startswith(names)]
        # Nothing is expected of who walks out.
        assert len(figures) == (0 if node.id.removeprefix("move.") in leaving else 3)
        assert all(len(each.lines(kit, each.rect.w)) == 1 for each in figures)
        assert " ".join(stance.lines(kit, stance.rect.w)) == stance.text


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_ways_to_answer_stand_beside_each_other(size: tuple[int, int]) -> None:
    app = started(size, scenario=LESSON, seed=7)
    comes_to(app, LESSON, "options", nth=2)
    options = [node for node in walk(app.tree()) if node.id.startswith("option.")]
    assert len(options) == 4
    assert len({node.rect.y for node in options}) == 1


@pytest.mark.slow
def test_titles_stay_on_one_line_while_there_is_room_for_them() -> None:
    """One of four has a long title; the plates of the others are narrower for it."""
    app = started(scenario=LICENCE, seed=7)
    comes_to(app, LICENCE, "table")
    scene = next(node for node in walk(app.tree()) if isinstance(node, Scene))
    plates = [node for node in scene.children if node.id.startswith("person.")]
    assert len(plates) == 4
    assert len({plate.rect.h for plate in plates}) == 1
    assert len({plate.rect.w for plate in plates}) > 1
    for left, right in pairwise(plates):
        assert left.rect.right < right.rect.x


def test_whom_a_move_is_for_is_there_while_it_is_sealed() -> None:
    """In the first lesson nobody can ask for a moment, and nothing is said of that."""
    app = started(scenario=LESSON, seed=7)
    comes_to(app, LESSON, "seal")
    scenes = [node for node in walk(app.tree()) if isinstance(node, Scene)]
    assert [person.role.name for person in scenes[0].people] == ["Farida Bouali"]
    assert app.say("no-call.no-calls-left") not in app.transcript()


def test_all_stories_are_in_view() -> None:
    app = open_window((1280, 720), Preferences("nl", "light", 100, is_still=True, has_sound=False))
    settle(app)
    listed = find(app.tree(), "scroll.picker")
    cards = [find(app.tree(), f"scenario.{story.stem}") for story in STORIES]
    assert listed is not None
    assert all(card is not None and listed.rect.contains(card.rect) for card in cards)


def test_a_figure_is_never_broken() -> None:
    kit = Kit(theme("light"), 1.0)
    for figure in ("+4", "−12", "3\u00a0400"):
        widths = text(figure, CAPTION).widths(kit)
        assert widths.broken == widths.whole == widths.natural


def test_a_point_alone_is_no_path() -> None:
    """In the first round nothing has moved."""
    surface = pygame.Surface((60, 30))
    blank = pygame.image.tobytes(surface, "RGB")
    kit = Kit(theme("light"), 1.0)
    sparkline(kit, surface, surface.get_rect(), (0.5,), "trust")
    assert pygame.image.tobytes(surface, "RGB") == blank
    sparkline(kit, surface, surface.get_rect(), (0.5, 0.6), "trust")
    assert pygame.image.tobytes(surface, "RGB") != blank


@pytest.mark.parametrize("garment", ["apron", "overall", "hi-vis"])
def test_arms_have_the_sleeves_of_the_shirt(garment: str) -> None:
    """An apron has none: its colour is not added by crossing one's arms."""
    who = cast(Looks(clothing=garment), "Ann")
    cloth, shirt = outfit_of(who).colour, sleeves_of(who).colour
    arms = posed(who, "crossed", 1)
    assert cloth not in arms
    assert shirt in arms
