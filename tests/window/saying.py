"""Everything the window says about one page, whatever has to be pressed to read it."""

from collections.abc import Iterator

from engine.play.state import Choice, Refusal
from game.window.kit.tree import find, walk
from game.window.navigation import Navigator
from game.window.screens.proposal import ProposalScreen
from game.window.screens.table import TableScreen
from game.window.window import Window

# The button that continues, on screens that show several things in turn.
_ON = ("talk.next", "scene.next", "changed.next", "news.next", "briefing.next")
_MOST = 200


class _Stay(Navigator):
    """Opens the side screens of the page, and does not leave it."""

    is_done = False

    def next(self) -> None:
        """Remember that the page would have been turned."""
        self.is_done = True

    def choose(self, choice: Choice) -> Refusal | None:
        """Nothing is chosen while the page is read."""
        self.is_done = True
        return None


def said_on_page(app: Window) -> list[str]:
    """All that the window says of the page that has just come up, in the order of reading.

    Goes on to the last screen of the page, opens every tab and card that can be opened, and reads
    what is told on focus; the next press of the button that goes on leaves the page.
    """
    kept, stay = app.go, _Stay(app)
    app.go = stay
    app.changed()
    try:
        said = list(_said(app, stay))
    finally:
        app.go = kept
        app.changed()  # the buttons of the tree still go nowhere
    return said


def _said(app: Window, stay: _Stay) -> Iterator[str]:
    yield from _now(app)
    for tab in _ids(app, "briefing.tab."):
        _press(app, tab)
        yield from _now(app)
    if isinstance(app.screen, TableScreen):
        yield from _moves(app, app.screen)
    elif isinstance(app.screen, ProposalScreen):
        yield from _changes(app)
    for _ in range(_MOST):
        button = next((name for name in _ON if find(app.tree(), name)), None)
        if button is None:
            return
        _press(app, button)
        if stay.is_done:
            return
        yield from _now(app)
    raise AssertionError(f"{app.screen.name} never gives way")


def _moves(app: Window, screen: TableScreen) -> Iterator[str]:
    """What is told of each move, at the table and before it is sealed."""
    moves = screen.page.view.moves
    for move in moves:
        for _ in moves:  # a few cards at a time
            if find(app.tree(), f"move.{move.id}") is None:
                _press(app, "table.more")
        app.focus = f"move.{move.id}"
        app.changed()
        yield from _now(app)
        if move.locked is None:
            _press(app, f"move.{move.id}")
            yield from _now(app)
            app.pop()


def _changes(app: Window) -> Iterator[str]:
    for tab in _ids(app, "chapter."):
        node = find(app.tree(), tab)
        if node is None or node.disabled:
            continue
        _press(app, tab)
        yield from _now(app)
        for change in _ids(app, "change."):
            if change not in ("change.listen", "change.put"):
                _press(app, change)
                yield from _now(app)


def _ids(app: Window, start: str) -> list[str]:
    return [node.id for node in walk(app.tree()) if node.id.startswith(start)]


def _press(app: Window, name: str) -> None:
    node = find(app.tree(), name)
    assert node is not None
    assert node.act is not None, name
    app.changed()
    node.act()


def _now(app: Window) -> Iterator[str]:
    """What is on the screen, and what is told of anything that has focus."""
    for node in walk(app.tree()):
        yield from (each for each in (node.spoken(), node.explain) if each)
