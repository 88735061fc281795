"""A play in the window, by somebody who has a choice in mind for every page."""

from collections.abc import Callable, Iterator

from engine.live_play import LivePlay
from engine.play.state import Choice
from engine.scenario.vocabulary import Language
from game.library import Opened
from game.pages import ChoicePage, Page, pages
from game.window.app import App
from game.window.kit.node import find
from game.window.navigation import open_app
from game.window.play import Play
from game.window.preferences import Preferences
from game.window.screens.reflection import AlternativesScreen

# What goes on within a page: the next lines, the next sheet of the briefing, the envelopes.
_ON = ("talk.next", "briefing.next", "reveal.next", "news.next", "event.next", "changed.next",
       "curtain.go")  # fmt: skip


def told_in_window(
    opened: Opened,
    live: LivePlay,
    choose: Callable[[LivePlay, str], Choice],
    language: Language,
) -> Iterator[tuple[Page, str]]:
    """Each page that was shown, with all that was on the screen while it was."""
    app = open_app((1280, 720), Preferences(language, "light", 100, is_still=True, has_sound=False))
    app.go.resume(Play(opened, live))
    while True:
        for page in (shown := pages(live)):
            told = "\n".join(_on_page(app))
            yield page, told
            if not isinstance(page, ChoicePage) and page is not shown[-1]:
                _press(app)
        if live.is_over:
            return
        last = shown[-1]
        assert isinstance(last, ChoicePage)
        assert app.go.choose(choose(live, last.seat)) is None


def _on_page(app: App) -> Iterator[str]:
    """All that the screen comes to say, up to the press that would turn the page."""
    yield from app.transcript()
    while _goes_on_within(app):
        _press(app)
        yield from app.transcript()
    if isinstance(app.screen, AlternativesScreen):
        for node in ("rules", "rituals", "decor", "props", "roles", "script"):
            if find(app.tree(), f"chapter.{node}"):
                app.screen.chapter = node
                app.changed()
                yield from app.transcript()


def _goes_on_within(app: App) -> bool:
    """Whether pressing on stays on this page."""
    screen = app.screen
    here = app.transcript()
    before = len(app.screens), getattr(screen, "at", None), getattr(screen, "tells", None)
    if screen.name in ("talk", "arrival"):
        said = getattr(screen, "said", ())
        if getattr(screen, "tells", False):
            return bool(said)
        app.tree()
        return int(screen.at) + int(screen._count) < len(said)  # type: ignore[attr-defined]
    if screen.name == "briefing":
        return int(screen.page) < 2  # type: ignore[attr-defined]
    if screen.name == "reveal":
        return not screen.is_open  # type: ignore[attr-defined]
    return bool(here) and before is None


def _press(app: App) -> None:
    tree = app.tree()
    node = next(found for name in _ON if (found := find(tree, name)) is not None)
    assert node.act is not None
    node.act()
    app.changed()
