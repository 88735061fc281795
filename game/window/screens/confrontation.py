"""A confrontation: what came out, what is said to it, and what the other does with that."""

from collections.abc import Iterator

from engine.play.view.heard import ConfrontationSeen
from game.pages import ConsequencePage, ScenePage, TrustPage
from game.pages.kinds import SceneChoicePage
from game.presenters.confrontation import (
    Way,
    question,
    scene_head,
    scene_said,
    scene_told,
    ways,
)
from game.window.app import App, Screen
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import (
    card_look,
    choice,
    column,
    heading,
    icon,
    key_cap,
    row,
    text,
)
from game.window.parts.aside import aside_buttons
from game.window.parts.came_of import WithNumbers
from game.window.parts.frame import frame, halves, scroll
from game.window.parts.people import across, everybody
from game.window.parts.phase_bar import phase_strip, round_words
from game.window.parts.scene import scene, words_box

_SIGNS = {
    "raise": "speak", "keep": "eye-off", "own-up": "person", "explain": "book", "deny": "cross",
    "blame": "people", "silence": "sound-off", "accept": "check", "ask": "swap",
    "freeze": "lock", "walk-out": "door",
}  # fmt: skip


class SceneScreen(WithNumbers):
    """The talk stops, and somebody says something."""

    name = "scene"
    first = "scene.next"

    def __init__(self, *pages: ScenePage | TrustPage | ConsequencePage) -> None:
        super().__init__(*(each for each in pages if not isinstance(each, ScenePage)))
        self.pages = tuple(each for each in pages if isinstance(each, ScenePage))

    def opened(self, app: App) -> None:
        """That the talk stops is heard, too."""
        if any(isinstance(each.seen, ConfrontationSeen) for each in self.pages):
            app.sound("bell")

    def told(self, app: App) -> Node:
        """Who speaks, large, and below them what is seen and said."""
        room, view = self.pages[0].room, self.pages[0].view
        people = everybody(room, view)
        said = [each for page in self.pages for each in scene_said(app.cast(), page.seen)]
        speakers = [each.speaker.address for each in said if each.speaker is not None]
        shown = [person for person in people if person.role.address in speakers] or people
        cards = [
            column(*_card(app, page), gap=8, pad=(14, 22, 16, 22),
                   look=Look(app.theme.card, None, 14, 1, 100))
            for page in self.pages
        ]  # fmt: skip
        place = scene(app, room, view, shown, scroll("scene", *cards, gap=10, pad=0),
                      speakers=speakers)  # fmt: skip
        return frame(app, app.of(room.title), self.beside(app, place), foot=[self.onward(app)],
                     middle=[*phase_strip(app, room), round_words(app, room)])  # fmt: skip


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
        if self.asks:
            lines.append(text(app.say("moves.leaves"), LABEL, "risk"))
        if self.refused:
            lines.append(text(self.refused, LABEL, "risk"))
        said, speakers = [], []
        if self.before is not None:
            said = list(_card(app, self.before))
            speakers = [each.speaker for each in scene_said(cast, self.before.seen)]
        people = across(room, view)
        if any(each is not None and each.party == view.seat for each in speakers):
            people = everybody(room, view)
        asked = scroll("scene.said", column(*said, *lines, gap=6, pad=(14, 22, 14, 22),
                                            look=card_look(app.theme)), pad=0)  # fmt: skip
        top = scene(app, room, view, people, asked,
                    speakers=[each.address for each in speakers if each is not None])  # fmt: skip
        options = [self._way(app, at, each) for at, each in enumerate(ways(cast, self.page), 1)]
        if app.is_narrow:
            body: Node = halves(scroll("scene.asked", top), scroll("ways", *options, gap=10, pad=4))
        else:
            body = column(top, scroll("ways", Grid(cell=300, gap=14, children=options)), gap=14)
        return frame(app, app.of(room.title), body, middle=[aside_buttons(app, view)])

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


def _card(app: App, page: ScenePage) -> Iterator[Node]:
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
        yield words_box(app, app.of(said.text), who=who, title=title)
