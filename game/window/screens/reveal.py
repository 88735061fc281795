"""The envelopes are opened: what each party is seen to do."""

from dataclasses import replace

from engine.play.view.heard import MoveSeen, PartingSeen
from game.pages import RevealPage
from game.pages.kinds import Act
from game.presenters.page import first_up
from game.presenters.reveal import came_to, checked, shown, tell
from game.theme import stance_colours
from game.window import art
from game.window.app import App, ToldScreen
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import (
    button,
    card,
    column,
    heading,
    icon,
    row,
    stance_badge,
    text,
)
from game.window.parts.frame import frame, scroll
from game.window.parts.people import Person, everybody
from game.window.parts.phase_bar import phase_strip, round_words
from game.window.parts.scene import scene

_BEAT_MS = 1100  # the silence before the envelopes open: a design choice
_WAITING = "neutral"  # how people look until then

_HEADS = {
    "MoveSeen": "reveal.head", "OptionSeen": "reveal.head.option",
    "ProposalSeen": "reveal.head.proposed", "VoteSeen": "reveal.head.voted",
}  # fmt: skip


class RevealScreen(ToldScreen):
    """What each party is seen to do. Moves lie sealed first."""

    name = "reveal"
    first = "reveal.next"

    def __init__(self, page: RevealPage) -> None:
        self.page = page
        self.is_open = not isinstance(page.acts[0], MoveSeen)

    @property
    def _parties(self) -> list[str]:
        acts = (each for each in self.page.acts if not isinstance(each, PartingSeen))
        return list(dict.fromkeys(each.party for each in acts))

    def build(self, app: App) -> Node:
        """The people, each with an envelope; after a beat what was in it."""
        room = self.page.room
        if not self.is_open and app.in_turn(2, _BEAT_MS) == 2 and not app.preferences.is_still:
            self._open(app)
        make = self._opened_card if self.is_open else self._sealed
        leads = self._people()
        people = [leads[party] for party in self._parties if party in leads]
        if not self.is_open:
            people = [replace(person, expression=_WAITING) for person in people]
        cards = Grid(columns=_columns(app, len(self._parties)), gap=14,
                     children=[make(app, party) for party in self._parties])  # fmt: skip
        said = scroll("reveal", cards, *self._parting(app), gap=12, pad=0)
        body = scene(app, room, self.page.view, people, said)
        words = app.say("talk.go-on" if self.is_open else "reveal.open")
        sign = "" if self.is_open else "envelope-open"
        go = button(
            app.theme, "reveal.next", words, lambda: self.go_on(app), strong=True, sign=sign
        )
        kind = type(self.page.acts[0]).__name__
        head = app.say(_HEADS.get(kind, "reveal.head") if self.is_open else "reveal.sealed")
        return frame(app, app.of(room.title), body, foot=[go], hint=head,
                     middle=[*phase_strip(app, room), round_words(app, room)])  # fmt: skip

    def go_on(self, app: App) -> None:
        """Open the envelopes; then what comes next."""
        if self.is_open:
            app.go.next()
            return
        self._open(app)
        app.turned()

    def _open(self, app: App) -> None:
        self.is_open = True
        app.sound("open")

    def _parting(self, app: App) -> list[Node]:
        """That all agreed to part, beneath what each did."""
        parted = [each for each in self.page.acts if isinstance(each, PartingSeen)]
        told = [line.text for each in parted for line in tell(app.cast(), each)]
        return [
            card(app.theme, text(words, Style("regular", 18), align="center"), pad=18)
            for words in told
            if self.is_open
        ]

    def _sealed(self, app: App, party: str) -> Node:
        name = app.cast().party(party)
        envelope = art.envelope(_initial(name), 130 if app.is_narrow else 170)
        label = text(name, LABEL, align="center")
        return column(row(envelope, justify="center"), label, gap=8, pad=(14, 14, 14, 14),
                      look=Look(app.theme.card, None, 14, 1, 100))  # fmt: skip

    def _opened_card(self, app: App, party: str) -> Node:
        parts: list[Node] = [heading(app.cast().party(party), LABEL)]
        for act in self.page.acts:
            if not isinstance(act, PartingSeen) and act.party == party:
                parts += self._act(app, act)
        return card(app.theme, *parts, gap=7, pad=16)

    def _people(self) -> dict[str, Person]:
        """Who stands for each party."""
        people = everybody(self.page.room, self.page.view)
        return {person.party: person for person in reversed(people)}

    def _act(self, app: App, act: Act) -> list[Node]:
        if isinstance(act, MoveSeen):
            return self._move(app, act)
        return [text(line.text, Style("regular", 18)) for line in tell(app.cast(), act)]

    def _move(self, app: App, act: MoveSeen) -> list[Node]:
        theme = app.theme
        colour, _ = stance_colours(theme, act.stance)
        looks = first_up(app.say(f"face.{act.stance}"))
        parts: list[Node] = [
            text(shown(app.cast(), act), Style("regular", 17)),
            row(stance_badge(theme, act.stance, 28), text(looks, LABEL, colour, grow=1), gap=10),
        ]
        if act.title is not None:
            parts.append(text(app.say("reveal.chose", title=app.of(act.title)), CAPTION, "muted"))
        if (noticed := came_to(app.cast(), act)) is not None:
            words = text(noticed.text, BODY, "risk", grow=1)
            parts.append(row(icon("warning", 18, "risk"), words, gap=8))
        return [*parts, *self._guess(app, act)]

    def _guess(self, app: App, act: MoveSeen) -> list[Node]:
        """What this seat had expected, compared with the move."""
        guess = next((each for each in self.page.guesses if each.about == act.party), None)
        if guess is None:
            return []
        sign = "check" if guess.stance == act.stance else "swap"
        words = text(checked(app.cast(), guess, act).text, BODY, "mutual", grow=1)
        return [row(icon(sign, 18, "mutual"), words, gap=8, align="start")]


_ARTICLES = frozenset({"the", "a", "an", "de", "het", "een", "stichting"})


def _initial(name: str) -> str:
    """The first letter of the first word that says something."""
    words = [word for word in name.split() if word.lower() not in _ARTICLES]
    return (words or [name])[0][:1].upper()


def _columns(app: App, count: int) -> int:
    """How many cards stand beside each other."""
    if app.is_narrow:
        return min(count, 2) if app.room[0] >= 760 else 1
    return 2 if count == 4 else count
