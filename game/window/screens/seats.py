"""Who you are, and who sits across: the seats of a play."""

import secrets
from collections.abc import Callable, Collection, Mapping
from functools import cached_property

from engine.live_play import HUMAN, CompiledScenario
from engine.play.view.records import RoleSeen
from engine.players import PERSONAS
from game.library import Opened
from game.presenters.course import course
from game.presenters.faces import persona_face
from game.presenters.page import first_up
from game.window import art
from game.window.app import App, Screen
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import (
    button,
    card,
    chip,
    choice,
    column,
    flow,
    heading,
    icon,
    row,
    text,
)
from game.window.parts.course import course_map
from game.window.parts.credits import written_by
from game.window.parts.frame import frame, scroll
from game.window.parts.people import Person, lead_of
from game.window.parts.scene import Scene, nameplate

_CARD_TITLE = Style("serif", 21)
SEED_LIMIT = 2**31
_OPPOSITE = 420.0  # dp: the place of whoever sits across, a design choice


class RoleScreen(Screen):
    """The scenario, and which party you play."""

    name = "role"

    def __init__(
        self, opened: Opened, been: Collection[str] = (), ended: Collection[str] = ()
    ) -> None:
        """been, ended: the phases and endings that earlier plays came to."""
        self.opened_scenario = opened
        self._been = been, ended
        self.first = f"role.{next(iter(opened.scenario.parties))}"

    def build(self, app: App) -> Node:
        """What it is about at the left, the parties at the right."""
        scenario = self.opened_scenario.scenario
        goals = [
            row(icon("eye", 18, "mutual"), text(app.of(goal.text), BODY, grow=1), gap=10,
                align="start")
            for goal in scenario.teaches.values()
        ]  # fmt: skip
        about = card(
            app.theme,
            text(app.of(scenario.summary), Style("regular", 17)),
            *written_by(app, scenario),
            flow(
                chip(app.theme, app.say(f"form.{scenario.form}"), sign="contract"),
                chip(app.theme, app.say("picker.minutes", n=scenario.minutes), sign="clock"),
                gap=6,
            ),
            text(app.say("course.head"), LABEL, "muted"),
            course_map(app, course(self._compiled, app.words, *self._been)),
            text(app.say("role.about"), LABEL, "muted"),
            *goals,
            gap=12,
            pad=22,
        )
        parties = [self._party(app, n, name) for n, name in enumerate(scenario.parties, 1)]
        ask = heading(app.say("role.ask"), Style("semibold", 19))
        back = button(app.theme, "role.back", app.say("window.back"), app.pop, sign="back")
        if app.is_narrow:
            body: Node = scroll("role", ask, *parties, about)
        else:
            left = scroll("about", about)
            right = scroll("role", ask, *parties)
            body = Grid(columns=2, gap=22, children=(left, right), fills=True)
        return frame(app, app.of(scenario.title), body, foot=[back], hint=app.say("picker.hint"))

    @cached_property
    def _compiled(self) -> CompiledScenario:
        return self.opened_scenario.compiled()

    def _party(self, app: App, number: int, name: str) -> Node:
        written = self.opened_scenario.scenario.parties[name]
        lead = lead_of(name, written)
        who = app.say("role.with", name=lead.name, title=app.of(lead.title))
        words = column(
            heading(app.of(written.name), _CARD_TITLE), text(who, CAPTION, "muted"),
            text(app.of(written.public), BODY), gap=5, grow=1,
        )  # fmt: skip
        return choice(
            app.theme, f"role.{name}", art.bust(lead, "open", 92), words, is_row=True,
            align="start", gap=16, label=f"{app.of(written.name)}. {who}", key=str(number),
            act=lambda: self._chosen(app, name), pad=18,
        )  # fmt: skip

    def _chosen(self, app: App, name: str) -> None:
        app.sound("step")
        others = [each for each in self.opened_scenario.scenario.parties if each != name]
        app.push(AgainstScreen(self.opened_scenario, {name: HUMAN}, others))

    def back(self, app: App) -> None:
        """Back to the title."""
        app.pop()


class AgainstScreen(Screen):
    """Choosing who plays another party: a persona, or somebody at this screen."""

    name = "against"
    first = "against.default"

    def __init__(self, opened: Opened, seats: Mapping[str, str], others: list[str]) -> None:
        self.opened_scenario, self.seats, self.others = opened, dict(seats), others

    def build(self, app: App) -> Node:
        """The scenario's own persona first, the others and a person after it; beside them whoever
        speaks for that party, with the face of the persona that is pointed at.
        """
        scenario = self.opened_scenario.scenario
        written = scenario.parties[self.others[0]]
        ask = heading(app.say("against.ask", party=app.of(written.name)), Style("serif", 24))
        own = PERSONAS[written.persona]
        cards = [
            self._card(
                app, "default", app.say("against.default"), app.of(own.text), written.persona, 1
            )
        ]
        names = [name for name in PERSONAS if name != written.persona]
        for number, name in enumerate(names, 2):
            title = first_up(app.of(PERSONAS[name].name))
            cards.append(self._card(app, name, title, app.of(PERSONAS[name].text), name, number))
        cards.append(
            self._card(app, "person", app.say("against.person"), app.say("against.person.text"),
                       HUMAN, len(names) + 2)
        )  # fmt: skip
        back = button(app.theme, "role.back", app.say("window.back"), app.pop, sign="back")
        body: Node = scroll("against", ask, *cards, gap=7, pad=4)
        if not app.is_narrow:
            body = row(self._opposite(app), body, gap=18, align="stretch")
        return frame(app, app.of(scenario.title), body, foot=[back], hint=app.say("picker.hint"))

    @property
    def _lead(self) -> RoleSeen:
        """Whoever speaks for the party that is asked about."""
        party = self.others[0]
        return lead_of(party, self.opened_scenario.scenario.parties[party])

    def _opposite(self, app: App) -> Node:
        """Where the story begins, with whoever speaks for the party."""
        scenario, party = self.opened_scenario.scenario, self.others[0]
        name = (app.pointed or app.focus).removeprefix("against.")
        who = Person(self._lead, party, "reserved", persona_face(name))
        plate = nameplate(app, who, None, speaks=False)
        return Scene(scenery=scenario.opening, people=[who], children=[plate], has_words=False,
                     width=_OPPOSITE)  # fmt: skip

    def _card(self, app: App, name: str, title: str, words: str, who: str, number: int) -> Node:
        sign: Node = art.bust(self._lead, persona_face(name), 48)
        if who == HUMAN:
            sign = icon("people", 48, "mutual")
        told = column(text(title, STRONG), text(words, BODY, "muted"), gap=2, grow=1)
        return choice(
            app.theme, f"against.{name}", sign, told, is_row=True, label=f"{title}. {words}",
            key=str(number), gap=14, pad=8, act=self._chooser(app, who),
        )  # fmt: skip

    def _chooser(self, app: App, who: str) -> Callable[[], None]:
        def chosen() -> None:
            app.sound("step")
            seats = {**self.seats, self.others[0]: who}
            if self.others[1:]:
                app.push(AgainstScreen(self.opened_scenario, seats, self.others[1:]))
                return
            scenario = self.opened_scenario.scenario
            ordered = {party: seats[party] for party in scenario.parties}
            app.go.begin(self.opened_scenario, ordered, app.seed or secrets.randbelow(SEED_LIMIT))

        return chosen

    def back(self, app: App) -> None:
        """One choice back."""
        app.pop()
