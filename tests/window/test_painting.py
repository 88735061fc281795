"""What is drawn again when something moves, and what is drawn before it is shown."""

from threading import Barrier, Thread

import pygame
import pytest

from engine.scenario.scenery import Scenery
from game.library import open_scenario
from game.window import art
from game.window.ahead import Ahead
from game.window.app import App, Screen
from game.window.kit import paint, raster
from game.window.kit.keeping import kept
from game.window.kit.node import Node
from game.window.kit.widgets import bar, column, gauge, row, text
from game.window.motion import Clock, Motion
from game.window.painting import Painter
from tests.window.plays import CARE, started


class Gauges(Screen):
    """Two numbers over a place."""

    value = 0.2

    def build(self, app: App) -> Node:
        """Both of them, between two lines."""
        theme = app.theme
        round_one = gauge(theme, "trust", "Trust", self.value, "trust")
        numbers = row(round_one, bar(theme, "risk", "Risk", self.value))
        return art.over(Scenery("quay"), column(text("Above"), numbers, text("Below")))


class Stopped(Clock):
    """A clock that only goes on when it is told to."""

    def now(self) -> int:
        return self._skipped


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


@pytest.mark.slow
def test_a_frame_of_motion_is_what_drawing_everything_would_give() -> None:
    """While two numbers move and a veil lifts, and when they have arrived."""
    app = started(scenario=CARE)
    app.clock = Stopped()
    app.motion = Motion(app.clock)
    app.prefer(is_still=False)
    screen, kept, seen = Gauges(), Painter(), set()
    app.show(screen)
    surface, whole = pygame.Surface(app.size), pygame.Surface(app.size)
    for at in range(24):
        if at == 6:
            screen.value = 0.8
            app.changed()
        kept.draw(app, surface)
        Painter().draw(app, whole)
        assert pixels(surface) == pixels(whole)
        seen.add(pixels(surface))
        app.clock.skip(40)
    assert len(seen) > 12
    assert not app.is_moving


def test_places_are_drawn_ahead_and_then_it_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every place of the scenario, as a screen asks for it."""
    drawn: list[tuple[Scenery, tuple[int, int]]] = []
    monkeypatch.setattr(raster, "backdrop", lambda place, size, _tone: drawn.append((place, size)))
    scenario = open_scenario(CARE, "nl").scenario
    ahead = Ahead()
    ahead.ask(art.places_ahead(scenario, (1920, 1080), "light"))
    ahead.work()
    phases = scenario.script.phases.values()
    seen = {scenario.scenery(phase.decor, phase) for phase in phases}
    assert {place for place, _ in drawn} == seen | {
        scenario.scenery(each) for each in scenario.decor
    }
    assert {size for _, size in drawn} == {(1080, 432), (1620, 648)}
    ahead.go_on()
    assert ahead._thread is None


def test_what_is_asked_anew_takes_the_place_of_what_was_asked() -> None:
    """And closing the window leaves nothing running."""
    drawn: list[str] = []
    ahead = Ahead()
    ahead.ask([lambda: drawn.append("old")])
    ahead.ask([lambda: drawn.append("new")])
    ahead.go_on()
    ahead.stop()
    assert drawn in (["new"], [])
    assert ahead._thread is not None
    assert not ahead._thread.is_alive()


def test_what_two_threads_draw_at_once_is_kept_once() -> None:
    """And room for it is taken once: the next pictures are kept as well."""
    drawn: list[int] = []
    both = Barrier(2, timeout=10)

    @kept(megapixels=2)
    def draw(number: int) -> pygame.Surface:
        drawn.append(number)
        if drawn.count(0) <= 2 and number == 0:
            both.wait()
        return pygame.Surface((1000, 1000))

    one = Thread(target=draw, args=(0,))
    one.start()
    draw(0)
    one.join()
    for number in (0, 1, 0, 1):
        draw(number)
    assert sorted(drawn) == [0, 0, 1]


class Watched:
    """A surface that remembers how wide it was filled."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.surface, self.widths = pygame.Surface(size), list[int]()

    def fill(self, colour: str, area: tuple[int, int, int, int]) -> None:
        """As a surface does."""
        self.widths.append(area[2])
        self.surface.fill(colour, area)

    def blit(self, *given: object) -> None:
        """As a surface does."""
        self.surface.blit(*given)  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [(328, 418), (1300, 90), (20, 300)])
def test_a_card_is_laid_down_rather_than_filled(size: tuple[int, int]) -> None:
    """SDL fills a wide area ten times as slowly as it copies one; every pixel comes out the same.

    That was half of drawing the table again.
    """
    seen, place = Watched((1400, 500)), pygame.Rect((10, 10), size)
    paint.draw_rounded(seen, place, 8, "#c8b090", "#204060", 2)  # type: ignore[arg-type]
    assert max(seen.widths, default=0) <= 16
    whole = pygame.Surface((1400, 500))
    whole.blit(paint.rounded(size, 8, "#c8b090", "#204060", 2), place)
    assert pixels(seen.surface) == pixels(whole)
