"""A play in the window, by somebody who has a choice in mind for every page."""

from collections.abc import Callable, Iterator

from engine.live_play import LivePlay
from engine.play.state import Choice
from engine.scenario.vocabulary import Language
from game.library import Opened
from game.pages import ChoicePage, Page, pages
from game.window.app import App
from game.window.kit.tree import find
from game.window.navigation import open_window, together
from game.window.play import Play
from game.window.preferences import Preferences
from tests.window.saying import said_on_page

# The buttons that turn the page.
_ON = ("talk.next", "scene.next", "briefing.next", "reveal.next", "news.next", "event.next",
       "changed.next", "curtain.go", "trust.go")  # fmt: skip


def told_in_window(
    opened: Opened,
    live: LivePlay,
    choose: Callable[[LivePlay, str], Choice],
    language: Language,
) -> Iterator[tuple[Page, str]]:
    """Each page that was shown, with all that was on the screen while it was."""
    app = open_window(
        (1280, 720), Preferences(language, "light", 100, is_still=True, has_sound=False)
    )
    app.go.resume(Play(opened, live))
    while True:
        left = shown = pages(live)
        while left:
            screen, left = left[: (count := together(left))], left[count:]
            told = "\n".join(said_on_page(app))
            yield from ((page, told) for page in screen)
            if left:
                _press(app)
        if live.is_over:
            return
        last = shown[-1]
        assert isinstance(last, ChoicePage)
        assert app.go.choose(choose(live, last.seat)) is None


def _press(app: App) -> None:
    tree = app.tree()
    node = next(found for name in _ON if (found := find(tree, name)) is not None)
    assert node.act is not None
    node.act()
    app.changed()
