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


def before_after(app: App, room: Room, change: ChangeCard, amount: int | None) -> Node:
    """A thing of the game as it is and as it would be, in words and with the chapter's icon."""
    name, before, after = _words(app, room, change, amount)
    sign = "door" if change.action == "part" else chapter_sign(change.chapter)
    parts = [
        _state(app, sign, name, app.say("state.before"), before, "muted"),
        _state(app, sign, name, app.say("state.after"), after, "mutual"),
    ]
    return Grid(cell=170, gap=10, children=parts)


def _words(app: App, room: Room, change: ChangeCard, amount: int | None) -> tuple[str, str, str]:
    """What changes, what it is, and what it would be."""
    say, name = app.say, first_up(app.of(change.name))
    match change.action:
        case "adopt":
            return name, say("state.off"), say("state.on")
        case "drop":
            return name, say("state.on"), say("state.off")
        case "amount":
            return name, _figure(change.amount), _figure(amount)
        case "hold":
            holder = change.holder
            table = holder in (None, "table")
            after = say("game.holder.table") if table else app.cast().party(holder)
            return (
                name,
                say("state.elsewhere"),
                after if table else say("game.holder", holder=after),
            )
        case "move":
            return say("chapter.decor"), first_up(app.of(room.decor.name)), name
        case "part":
            return say("change.part.tab"), say("state.talking"), say("state.parted")


def _holder(app: App, holder: str | None) -> str:
    if holder in (None, "table"):
        return app.say("game.holder.table")
    return app.say("game.holder", holder=app.cast().party(holder))


def _figure(amount: int | None) -> str:
    return "…" if amount is None else str(amount)


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
