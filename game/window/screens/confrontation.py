"""A confrontation: what to say to what came out, and what to do with the answer."""

from engine.play.view.heard import ConfrontationSeen
from game.pages import ScenePage
from game.pages.kinds import SceneChoicePage
from game.presenters.confrontation import (
    Way,
    question,
    scene_said,
    ways,
)
from game.presenters.faces import scene_manner
from game.presenters.page import of_leaving
from game.window.app import App, Screen
from game.window.kit.node import Node
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import (
    card_look,
    choice,
    column,
    icon,
    key_cap,
    row,
    text,
)
from game.window.parts.aside import aside_buttons
from game.window.parts.confrontation import scene_card
from game.window.parts.frame import frame, halves, scroll
from game.window.parts.people import across, everybody, saying
from game.window.parts.phase_bar import phase_strip, round_words
from game.window.parts.scene import scene

_SIGNS = {
    "raise": "speak", "keep": "eye-off", "own-up": "person", "explain": "book", "deny": "cross",
    "blame": "people", "silence": "sound-off", "accept": "check", "ask": "value",
    "freeze": "lock", "walk-out": "door",
}  # fmt: skip


class SceneChoiceScreen(Screen):
    """A question, and ways to answer it, each with what it may bring."""

    name = "scene-choice"

    def __init__(self, page: SceneChoicePage, before: ScenePage | None = None) -> None:
        self.page, self.before = page, before
        self.refused = ""
        self.asks = False  # whether to end it all: it is asked once more

    def opened(self, app: App) -> None:
        """Begin at the first way."""
        self.first = f"way.{ways(app.cast(), self.page)[0].id}"
        app.focus = self.first
        if self.before is not None and isinstance(self.before.seen, ConfrontationSeen):
            app.sound("bell")

    def build(self, app: App) -> Node:
        """The question with who is across, and the ways below it."""
        room, view, cast = self.page.room, self.page.view, app.cast()
        lines = [
            text(line.text, Style("serif", 22) if line.kind == "question" else BODY,
                 role="heading" if line.kind == "question" else "text")
            for line in question(cast, self.page)
        ]  # fmt: skip
        warned = []
        if self.asks:
            warned.append(text(app.say(f"moves.leaves{of_leaving(view)}"), LABEL, "risk"))
        if self.refused:
            warned.append(text(self.refused, LABEL, "risk"))
        said, speakers = [], []
        if self.before is not None:
            said = list(scene_card(app, self.before))
            speakers = [each.speaker for each in scene_said(cast, self.before.seen)]
        people = across(room, view, quiet=True)
        if any(each is not None and each.party == view.seat for each in speakers):
            people = everybody(room, view, quiet=True)
        if self.before is not None:
            manner = scene_manner(self.before.seen)
            people = saying(people, {each.address: manner for each in speakers if each is not None})
        # The question follows what it answers.
        paper = column(*said, *lines, gap=8, pad=(14, 22, 14, 22), look=card_look(app.theme))
        asked = scroll("scene.said", paper, pad=0)
        speaking = [each.address for each in speakers if each is not None]
        place: Node = scene(app, room, view, people, asked, speakers=speaking)
        options = [self._way(app, at, each) for at, each in enumerate(ways(cast, self.page), 1)]
        if app.is_narrow:
            place = scroll("scene.asked", place)
        answers = scroll("ways", *warned, *options, gap=10, pad=4)
        answers.justify = "start" if app.is_narrow else "end"
        # Beside each other, so that who quarrels is seen at full height.
        body = halves(place, answers)
        middle = [*phase_strip(app, room), round_words(app, room), aside_buttons(app, view)]
        return frame(app, app.of(room.title), body, middle=middle)

    def _way(self, app: App, at: int, way: Way) -> Node:
        key, tone = str(at), "risk" if way.leaves else "mutual"
        head = row(icon(_SIGNS[way.id], 28, tone), text(way.title, Style("semibold", 17), grow=1),
                   key_cap(app.theme, key), gap=10)  # fmt: skip
        expects = text(way.expects, CAPTION, "muted")
        return choice(app.theme, f"way.{way.id}", head, expects, key=key,
                      label=f"{way.title}. {way.expects}", act=lambda: self._make(app, way), pad=18,
                      gap=8)  # fmt: skip

    def _make(self, app: App, way: Way) -> None:
        if way.leaves and not self.asks:
            self.asks = True
            app.turned()
            return
        refusal = app.go.choose(way.choice)
        if refusal is not None:
            self.refused = app.say(f"refusal.{refusal.reason}", detail=refusal.detail)
            app.turned()

    def back(self, app: App) -> None:
        """Ask whether to stop; nothing is lost."""
        app.go.pause()
