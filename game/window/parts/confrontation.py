"""A part of a confrontation: what came out, what is said in reply, what the other then does."""

from collections.abc import Iterator

from engine.play.view.heard import ConfrontationSeen
from game.pages import ScenePage
from game.presenters.confrontation import scene_head, scene_said, scene_told
from game.window.app import App
from game.window.kit.node import Node
from game.window.kit.type import Style
from game.window.kit.widgets import heading, icon, row, text
from game.window.parts.scene import words_box


def scene_card(app: App, page: ScenePage) -> Iterator[Node]:
    """What is seen and said in a part of a confrontation."""
    cast, seen = app.cast(), page.seen
    if isinstance(seen, ConfrontationSeen):
        head = heading(scene_head(cast, seen.matter), Style("serif", 25))
        yield row(icon("warning", 26, "risk"), head, gap=10)
    for line in scene_told(cast, seen):
        yield text(line.text, Style("regular", 17))
    for said in scene_said(cast, seen):
        who = said.speaker.name if said.speaker else ""
        title = app.of(said.speaker.title) if said.speaker else ""
        yield words_box(app, app.of(said.text), who=who, title=title, is_bare=True)
