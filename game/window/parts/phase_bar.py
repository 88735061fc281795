"""The strip with the phases so far, and the round."""

from engine.play.view.records import Room
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
    present = row(
        text(names[-1], LABEL, "on_strong"), pad=(7, 14, 7, 14),
        look=Look(app.theme.strong, None, 17),
    )  # fmt: skip
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


def round_words(app: App, room: Room) -> Node:
    """Which round it is, in words and in dots."""
    if room.stage != "round":
        return text(app.say("strip.moment"), CAPTION, "muted")
    total = max(room.round, room.most_rounds)
    words = app.say("strip.round", n=room.round, total=total)
    label = text(words, CAPTION, "muted")
    if app.is_narrow:
        return label
    return row(label, dots(app.theme, room.round - 1, total, words), gap=8)
