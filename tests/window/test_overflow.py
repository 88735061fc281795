"""Nothing is cut off, sticks out or overlaps: every screen at every size."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import product

import pytest

from engine.scenario.vocabulary import LANGUAGES, Language
from game.window.app import App, Screen
from game.window.driver import with_mouse
from game.window.kit.node import Node
from game.window.kit.row import Row
from game.window.kit.text import Text
from game.window.kit.tree import find
from game.window.kit.type import BODY
from game.window.screens.debrief import DebriefScreen
from game.window.screens.pause import PauseScreen
from game.window.screens.settings import SettingsScreen
from game.window.screens.table import TableScreen
from game.window.window import Window
from game.words import Words
from tests.window.plays import CARE, ROOT, faults, played, started
from tests.window.test_plays import MINIMAL

LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappij"
SQUARER = (1024, 768)
PHONE = (400, 700)
SIZES = (SQUARER, (1280, 720), (1366, 768), (1920, 1080))
TEXT_SIZES = (100, 130, 160)
THREE = ROOT / "tests/scenarios/valid/three.yaml"


def act(app: Window, name: str) -> None:
    """Do it directly: these tests are about layout, not about input."""
    app.focus = name
    app.act_on(name)


Place = tuple[tuple[int, int], int]  # the size of the window and that of its text
PLACES: tuple[Place, ...] = tuple(product(SIZES, TEXT_SIZES))
# By turns, so that each size of window and each size of text comes in both; Dutch, whose words are
# longer, where there is least room.
LANGUAGE_AT: dict[Place, Language] = {
    (size, text): LANGUAGES[(SIZES.index(size) + TEXT_SIZES.index(text)) % 2]
    for size, text in PLACES
}
HARDEST = SQUARER, TEXT_SIZES[-1]
assert LANGUAGE_AT[HARDEST] == "nl"


def everywhere(app: Window, places: Iterable[Place] = PLACES) -> list[str]:
    """The faults of the present screen at these places, each in the language of its turn."""
    found: list[str] = []
    kept, size = app.preferences, app.size
    for (dims, text_size), language in ((place, LANGUAGE_AT[place]) for place in places):
        app.size = dims
        app.preferences = kept.with_(text_size=text_size, language=language)
        app.changed()
        found += [f"{dims} {text_size} % {language} {each}" for each in faults(app)]
    app.preferences, app.size = kept, size
    app.changed()
    return found


def kind_of(screen: Screen) -> str:
    """Screens of one kind are laid out by the same code; each step of the debrief is its own."""
    return screen.label if isinstance(screen, DebriefScreen) else screen.name


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "shared"), [(CARE, False), (THREE, False), (MINIMAL, True)], ids=lambda v: str(v)[-12:]
)
def test_every_screen_of_a_whole_play(path: object, shared: bool) -> None:
    """Each screen of a play, with the note of whatever has focus.

    The first screen of each kind at every size. After that where there is least room, and the other
    sizes by turns: what differs between those is mostly how they are rounded to pixels.
    """
    assert hasattr(path, "stem")
    app = started(scenario=path, seed=3)  # type: ignore[arg-type]
    found: list[str] = []
    seen: Counter[str] = Counter()
    for _ in played(app, act, scenario=path, shared=shared):  # type: ignore[arg-type]
        kind = kind_of(app.screen)
        turn = PLACES[seen[kind] % len(PLACES)]
        found += everywhere(app, {HARDEST, turn} if kind in seen else PLACES)
        seen[kind] += 1
    assert not found, "\n".join(found[:20])
    assert len(seen) >= 20


@pytest.mark.slow
def test_the_screens_beside_the_play() -> None:
    """Settings and the pause at every size."""
    app = started(scenario=MINIMAL)
    for screen in (SettingsScreen(), PauseScreen()):
        app.push(screen)
        found = everywhere(app)
        assert not found, "\n".join(found[:20])
        app.pop()


@pytest.mark.slow
def test_a_play_at_the_smallest_size_with_the_largest_text() -> None:
    """The small scenario, where there is least room."""
    app = started((1024, 768), text_size=160, scenario=MINIMAL, seed=1)
    found = [each for _ in played(app, act, scenario=MINIMAL) for each in faults(app)]
    assert not found, "\n".join(found[:20])


@pytest.mark.slow
@pytest.mark.parametrize("text_size", [100, 160])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_window_as_narrow_as_a_phone(language: Language, text_size: int) -> None:
    """Everything has its place, in letters that can be read."""
    app = started(PHONE, language=language, text_size=text_size, scenario=MINIMAL, seed=1)
    assert app.scale * BODY.size >= 12
    found = [each for _ in played(app, act, scenario=MINIMAL) for each in faults(app)]
    assert not found, "\n".join(found[:20])


@pytest.mark.slow
@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize(("size", "text_size"), [((1024, 768), 160), ((1280, 720), 100)])
def test_words_too_long_for_their_place_are_broken(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], text_size: int, shared: bool
) -> None:
    """Every text of the author begins with a very long word, as Dutch can have."""
    of = Words.of
    monkeypatch.setattr(Words, "of", lambda words, text: f"{LONG} {of(words, text)}")
    app = started(size, text_size=text_size, scenario=MINIMAL, seed=1)
    found: dict[str, None] = {}
    for _ in played(app, act, scenario=MINIMAL, shared=shared):
        found |= dict.fromkeys(faults(app))
    assert not found, "\n".join(list(found)[:20])


@pytest.mark.slow
def test_however_many_moves_there_are_each_can_be_reached() -> None:
    """Three times as many as fit: five at a time, below the people and the numbers."""
    app = started(scenario=MINIMAL, seed=1)
    next(name for name in played(app, act, scenario=MINIMAL) if name == "table")
    screen = app.screen
    assert isinstance(screen, TableScreen)
    view = screen.page.view
    many = tuple(replace(card, id=f"{card.id}-{n}") for n in range(4) for card in view.moves)
    app.show(TableScreen(replace(screen.page, view=replace(view, moves=many))))
    found = everywhere(app)
    assert not found, "\n".join(found[:20])
    last = many[-1]
    while find(app.tree(), f"move.{last.id}") is None:
        with_mouse(app, "table.more")
        found = everywhere(app)
        assert not found, "\n".join(found[:20])
    with_mouse(app, f"move.{last.id}")
    assert app.screen.name == "seal"


class Tight(Screen):
    """A word in a place that is too small, and one thing over another."""

    def build(self, app: App) -> Node:
        """Two faults on purpose."""
        narrow = Text(text="samenwerkingsverband", width=5)
        return Row(gap=-3, children=(narrow, Text(text="en", width=40)))


def test_what_is_cut_or_covered_is_found() -> None:
    """The test itself: a word too wide for its place and an overlap are both faults."""
    app = started(scenario=MINIMAL)
    app.show(Tight())
    found = " ".join(faults(app))
    assert "is wider than its place" in found
    assert "lies over" in found
