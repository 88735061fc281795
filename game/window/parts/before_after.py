"""A change of the game: a thing as it is and as it would be."""

from engine.play.view.records import ChangeCard, Room
from game.presenters.page import first_up
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL
from game.window.kit.widgets import column, icon, row, text
from game.window.parts.things import chapter_sign


def before_after(
    app: App, room: Room, change: ChangeCard, amount: int | None, *, was: int | None = None
) -> Node:
    """A thing of the game as it is and as it would be, in words and with the chapter's icon."""
    cast, name = app.cast(), first_up(app.of(change.name))
    start = was if was is not None else change.amount
    before, after = app.say("state.off"), app.say("state.on")
    if change.action == "drop":
        before, after = after, before
    elif change.action == "amount":
        before, after = (
            str(start if start is not None else "…"),
            str(amount if amount is not None else "…"),
        )
    elif change.action == "hold":
        before = app.say("state.elsewhere")
        table = change.holder in (None, "table")
        after = (
            app.say("game.holder.table")
            if table
            else app.say("game.holder", holder=cast.party(change.holder))
        )
    elif change.action == "move":
        before, after, name = (
            first_up(app.of(room.decor.name)),
            name,
            app.say("chapter.decor"),
        )
    elif change.action == "part":
        before, after, name = (
            app.say("state.talking"),
            app.say("state.parted"),
            app.say("change.part.tab"),
        )
    sign = "door" if change.action == "part" else chapter_sign(change.chapter)
    parts = [
        _state(app, sign, name, app.say("state.before"), before, "muted"),
        _state(app, sign, name, app.say("state.after"), after, "mutual"),
    ]
    grid = Grid(cell=170, gap=10, children=parts)
    return column(grid, gap=10)


def _state(app: App, sign: str, name: str, when: str, state: str, colour: str) -> Node:
    theme = app.theme
    fill = theme.mutual_soft if colour == "mutual" else theme.card_low
    return column(
        row(
            icon(sign, 18, colour),
            text(when, CAPTION, "ink" if colour == "mutual" else "muted", grow=1),
        ),
        text(name, LABEL),
        text(first_up(state), BODY),
        gap=5,
        pad=(13, 15, 14, 15),
        look=Look(fill, None, 12),
    )
