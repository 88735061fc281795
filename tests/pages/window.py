"""A play in the window, by somebody who has a choice in mind for every page."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from engine.live_play import LivePlay
from engine.play.state import Choice, VoteChoice
from engine.scenario.vocabulary import Language
from game.library import Opened
from game.pages import ChoicePage, CurtainPage, Page, VotePage, pages
from game.window.app import App
from game.window.kit.tree import find
from game.window.navigation import open_window, together
from game.window.play import Play
from game.window.preferences import Preferences
from tests.window.saying import said_on_page

# The buttons that turn the page.
_ON = ("talk.next", "scene.next", "briefing.next", "reveal.next", "news.next", "event.next",
       "changed.next", "curtain.go", "trust.go")  # fmt: skip

NOBODY_ASKED = "(nobody is asked)"  # where there is nothing to vote on


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
            if asks_nothing(left):
                skipped = list(_skipped(live, left))
                _press(app)
                yield from skipped
                left = shown = ()
            if left:
                _press(app)
        if live.is_over:
            return
        if shown:
            last = shown[-1]
            assert isinstance(last, ChoicePage)
            assert app.go.choose(choose(live, last.seat)) is None


def asks_nothing(left: Sequence[Page]) -> bool:
    """Whether nothing is left but a vote on nothing, behind its curtain or not."""
    rest = left[1:] if left and isinstance(left[0], CurtainPage) else left
    return len(rest) == 1 and isinstance(rest[0], VotePage) and rest[0].is_empty


def _skipped(live: LivePlay, left: Sequence[Page]) -> Iterator[tuple[Page, str]]:
    """The pages on which nobody is asked anything, of one person after the other."""
    ahead = deepcopy(live)
    while asks_nothing(left):
        yield from ((page, NOBODY_ASKED) for page in left)
        last = left[-1]
        assert isinstance(last, VotePage)
        ahead.choose(VoteChoice(last.seat, {}))
        left = pages(ahead)


def _press(app: App) -> None:
    tree = app.tree()
    node = next(found for name in _ON if (found := find(tree, name)) is not None)
    assert node.act is not None
    node.act()
    app.changed()
