"""What every screen has around it: a head with the window's own buttons, and a foot."""

from collections.abc import Sequence
from typing import TypedDict

from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.row import FittingRow
from game.window.kit.scroll import Scroll
from game.window.kit.type import CAPTION, TITLE, Style
from game.window.kit.widgets import column, flow, heading, icon, icon_button, row, text

EDGE = 20.0
_ONE_LINE = 640.0  # dp: what a title needs to have something beside it, a design choice
_HALF = 260.0  # dp: the least for each of two parts beside each other, a design choice
_TIGHT_TITLE = Style("serif", 19)


class Ends(TypedDict, total=False):
    """The buttons under a screen, as `frame` takes them."""

    foot: Sequence[Node]
    leave: Sequence[Node]


def frame(
    app: App,
    title: str,
    body: Node,
    *,
    note: str = "",
    middle: Sequence[Node] = (),
    foot: Sequence[Node] = (),
    leave: Sequence[Node] = (),
    hint: str = "",
    plain: bool = False,
) -> Node:
    """A whole screen. middle: between the title and the buttons; foot: the buttons that go on.

    leave: buttons that end something, at the other side: who presses one time too often is safe.
    """
    tight = app.is_narrow
    below: list[Node] = []
    if middle and app.room[0] < _ONE_LINE:
        second = flow(*middle, gap=10)
        second.is_aside = True
        middle, below = (), [second]
    rows: list[Node] = [_head(app, title, note, middle, plain=plain), *below, body]
    body.grow = 1
    if foot or hint or leave:
        rows.append(_foot(foot, "" if tight and foot else hint, leave))
    edge = 14 if tight else EDGE
    return column(*rows, gap=10 if tight else 14, pad=(10 if tight else 14, edge, 14, edge))


def _head(app: App, title: str, note: str, middle: Sequence[Node], *, plain: bool) -> Node:
    style = _TIGHT_TITLE if app.is_narrow else TITLE
    children: list[Node] = [heading(title, style)]
    if note and not (app.is_narrow and middle):
        told = text(note, CAPTION, "muted")
        told.drop_rank = 4
        children.append(told)
    children += [*middle, *_unsaved(app), column(grow=1, gap=0)]
    children += [] if plain else window_buttons(app)
    return FittingRow(
        children=children, gap=10 if app.is_narrow else 14, min_height=40, align="center",
        is_aside=True,
    )  # fmt: skip


def _unsaved(app: App) -> list[Node]:
    """A warning when nothing can be saved any more."""
    if app.play is None or not app.play.is_unsaved:
        return []
    words = app.say("window.unsaved")
    sign = row(icon("warning", 24, "risk"), id="window.unsaved", explain=words, label=words)
    return [sign]


def window_buttons(app: App) -> list[Node]:
    """Sound, language and settings."""
    theme, liked = app.theme, app.preferences
    is_loud = liked.has_sound
    sound = app.say("window.mute" if is_loud else "window.unmute")

    other = "en" if liked.language == "nl" else "nl"
    buttons = [
        icon_button(theme, "window.language", "language", app.say("window.language"),
                    lambda: app.prefer(language=other)),
        icon_button(theme, "window.settings", "settings", app.say("window.settings"),
                    lambda: app.go.settings()),
    ]  # fmt: skip
    if not app.is_narrow:
        sign = "sound-on" if is_loud else "sound-off"
        buttons.insert(
            0,
            icon_button(theme, "window.sound", sign, sound,
                        lambda: app.prefer(has_sound=not is_loud)),
        )  # fmt: skip
    return buttons


def _foot(buttons: Sequence[Node], hint: str, leave: Sequence[Node]) -> Node:
    words = text(hint, CAPTION, "muted", grow=1)
    if not buttons:
        return row(*leave, words, gap=14)
    return row(*leave, words, flow(*buttons, gap=10, justify="end"), gap=14)


def halves(left: Node, right: Node, *, gap: float = 18) -> Grid:
    """Two equal parts, each of which scrolls by itself: beside each other, or else stacked."""
    return Grid(cell=_HALF, gap=gap, children=(left, right), fills=True)


def scroll(name: str, *children: Node, gap: float = 12, grow: float = 1, pad: float = 2) -> Scroll:
    """A part that scrolls when it does not fit."""
    return Scroll(id=f"scroll.{name}", children=children, gap=gap, grow=grow,
                  pad=(pad, pad, pad + 2, pad))  # fmt: skip
