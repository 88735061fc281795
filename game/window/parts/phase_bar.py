"""The strip with the phases so far, and the round."""

from engine.play.view.records import Room
from game.presenters.table import STEPS
from game.window.app import App
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import CAPTION, LABEL
from game.window.kit.widgets import dots, icon, row, text

_SHOWN, _AHEAD = 2, 2  # phases that are over, and that are still to come: design choices


def phase_strip(app: App, room: Room) -> list[Node]:
    """The last phases that are over, the present one, and the next that are sure to come."""
    names = [app.of(name) for name in room.phases]
    if not names:
        return []
    present = _present(app, room, names[-1])
    if app.is_narrow:
        return [present]
    shown = names[:-1][-_SHOWN:] if app.room[0] > 1200 else []
    over = [row(icon("check", 15, "trust"), text(name, CAPTION, "muted"), gap=4) for name in shown]
    for at, each in enumerate(over):
        each.drop_rank = 3 - at  # the oldest first
    ahead: list[str] = [
        app.of(thing.name) for thing in room.game
        if thing.chapter == "script" and thing.in_force and not thing.may_be_missed
    ]  # fmt: skip
    to_come = [text(name, CAPTION, "muted") for name in ahead if name not in names][:_AHEAD]
    for at, name in enumerate(to_come):
        name.drop_rank = 5 + at  # the furthest first
    return [*over, present, *to_come]


def _present(app: App, room: Room, name: str) -> Node:
    """The phase that they are in, and that it is a reflection moment, or that one was called."""
    words, sign = name, []
    if room.stage in STEPS:
        words = app.say(f"strip.moment{'.called' if room.called else ''}", phase=name)
        sign = [icon("reflection", 16, "on_strong")]
    return row(*sign, text(words, LABEL, "on_strong"), pad=(7, 14, 7, 14), gap=7,
               look=Look(app.theme.strong, None, 17))  # fmt: skip


def round_words(app: App, room: Room) -> Node:
    """Which round it is, in words and in dots; a reflection moment comes after one."""
    is_after = room.stage in STEPS
    if not room.round:  # a moment before the first
        return row()
    total = max(room.round, room.most_rounds)
    words = app.say("strip.after" if is_after else "strip.round", n=room.round, total=total)
    label = text(words, CAPTION, "muted")
    if app.is_narrow:
        return label
    return row(label, dots(app.theme, room.round - (not is_after), total, words), gap=8)
