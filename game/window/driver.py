"""A player who reads the tree and presses, clicks or taps: for storyboards and tests."""

from collections.abc import Callable, Iterator

import pygame

from engine.play.state import (
    Choice,
    MoveChoice,
    OptionChoice,
    ProposalChoice,
    RaiseChoice,
    ReplyChoice,
    ResponseChoice,
    VoteChoice,
)
from engine.players import PERSONAS, PersonaPolicy
from engine.players import choose as persona_chooses
from engine.scenario.vocabulary import Persona
from game.window.app import ONE_PRESS_MS
from game.window.kit.node import Node
from game.window.kit.tree import find, scrolls_around
from game.window.play import Play
from game.window.screens.debrief import LISTEN, DebriefScreen
from game.window.screens.proposal import ProposalScreen
from game.window.screens.seal import SealScreen
from game.window.screens.vote import VoteScreen
from game.window.window import Window

Hand = Callable[[Window, str], None]

_SIMPLE = {
    "briefing": "briefing.next", "arrival": "talk.next", "talk": "talk.next",
    "reveal": "talk.next", "news": "news.next", "event": "talk.next",
    "changed": "changed.next", "scene": "talk.next", "curtain": "curtain.go",
    "ending": "ending.debrief", "trust": "trust.go", "settings": "settings.done",
    "gauges": "gauges.close",
    "pause": "pause.go-on",
}  # fmt: skip


class AutoPlayer:
    """What to press next. persona: how the seats of people are played."""

    def __init__(self, scenario: str, role: str, *, shared: bool = False,
                 persona: Persona = "builder") -> None:  # fmt: skip
        self.scenario, self.role, self.shared, self.persona = scenario, role, shared, persona
        self._seats: dict[str, PersonaPolicy] = {}

    def next(self, app: Window) -> str:
        """The id to act on now, or none at the end."""
        name = app.screen.name
        if name in _SIMPLE:
            return _SIMPLE[name]
        if name == "picker":
            return f"scenario.{self.scenario}"
        if name == "role":
            return f"role.{self.role}"
        if name == "against":
            return "against.person" if self.shared else "against.default"
        if isinstance(app.screen, DebriefScreen):
            return self._debrief(app, app.screen)
        return self._choosing(app)

    def _debrief(self, app: Window, screen: DebriefScreen) -> str:
        if screen.found is None:
            return ""
        if screen.at == LISTEN and app.play is not None:
            live = app.play.live
            for seat in live.people:
                if live.trace.written_by(seat).marked is None:
                    return f"recall.{seat}.2"
        if screen.asks_first:
            return "debrief.show"
        return "debrief.next"

    def _choosing(self, app: Window) -> str:
        assert app.play is not None
        made = self._choice(app.play)
        if isinstance(made, MoveChoice):
            return self._move(app, made)
        if isinstance(made, OptionChoice):
            return f"option.{made.option}"
        if isinstance(made, ProposalChoice):
            return self._proposal(app, made)
        if isinstance(made, RaiseChoice):
            return "way.raise" if made.raises else "way.keep"
        if isinstance(made, ReplyChoice):
            return f"way.{made.reply}"
        if isinstance(made, ResponseChoice):
            return f"way.{made.response}"
        return self._vote(app, made)

    def _choice(self, play: Play) -> Choice:
        seat = play.live.waiting_for[0]
        if seat not in self._seats:
            at = play.compiled.parties.index(seat)
            self._seats[seat] = PersonaPolicy(play.compiled, at, PERSONAS[self.persona])
        return persona_chooses(play.compiled, play.live.state, self._seats[seat])

    def _move(self, app: Window, made: MoveChoice) -> str:
        if not isinstance(app.screen, SealScreen):
            is_there = find(app.tree(), f"move.{made.move}") is not None
            return f"move.{made.move}" if is_there else "table.more"
        for each in made.predictions if app.screen.page.view.may_predict else ():
            if app.screen.guesses.get(each.about) != each.stance:
                return f"guess.{each.about}.{each.stance}"
        if made.call and not app.screen.calls:
            return "seal.call"
        return "seal.end" if app.screen.asks else "seal.go"

    def _proposal(self, app: Window, made: ProposalChoice) -> str:
        screen = app.screen
        assert isinstance(screen, ProposalScreen)
        if made.change is None:
            return "change.listen"
        card = next(each for each in screen.page.view.changes if each.id == made.change)
        chapter = "part" if card.action == "part" else card.chapter
        if screen.chapter != chapter:
            return f"chapter.{chapter}"
        if screen.picked is None or screen.picked.id != card.id:
            return f"change.{card.id}"
        return "change.put"

    def _vote(self, app: Window, made: VoteChoice) -> str:
        assert isinstance(app.screen, VoteScreen)
        for each in app.screen.page.view.proposals:
            if not each.own and each.proposer not in app.screen.votes:
                answer = "yes" if made.votes.get(each.proposer) else "no"
                return f"vote.{each.proposer}.{answer}"
        return "vote.go"


def is_toggle(name: str) -> bool:
    """Whether that id leaves the screen as it is."""
    return name.startswith(
        (
            "guess.",
            "table.more",
            "chapter.",
            "change.",
            "vote.",
            "why.",
            "amount.",
            "seal.call",
            "recall.",
        )
    ) and (name not in ("change.put", "change.listen", "vote.go"))


# --- hands ------------------------------------------------------------------------------------


def _send(app: Window, *events: pygame.Event) -> None:
    """Put events in the queue and let the app handle them; then as much time passes as it takes to
    look at what came of them.
    """
    for event in events:
        pygame.event.post(event)
    for event in pygame.event.get():
        app.handle(event)
    app.clock.skip(ONE_PRESS_MS)


def _key(key: int, mod: int = 0) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0)


def with_keys(app: Window, name: str) -> None:
    """Tab to it, then Enter."""
    for _ in range(400):
        if app.focus == name:
            break
        _send(app, _key(pygame.K_TAB))
    if app.focus != name:
        raise LookupError(f"Tab does not reach {name} on {app.screen.name}")
    _send(app, _key(pygame.K_RETURN))


def with_letters(app: Window, text: str) -> None:
    """Type it where the focus is: each key goes down, and its letter follows."""
    for letter in text:
        pressed = pygame.K_SPACE if letter == " " else pygame.K_UNKNOWN
        down = pygame.Event(pygame.KEYDOWN, key=pressed, mod=0, unicode=letter, scancode=0)
        _send(app, down, pygame.Event(pygame.TEXTINPUT, text=letter))


def with_mouse(app: Window, name: str) -> None:
    """Turn the wheel until it is in sight, then click."""
    for step in into_sight(app, name):
        over, way = step
        _send(app, pygame.Event(pygame.MOUSEWHEEL, x=0, y=way, pos=over, touch=False))
    at = _place(app, name)
    _send(app, pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0), touch=False))
    at = _place(app, name)
    down = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1, touch=False)
    _send(app, down, pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1, touch=False))


def with_touch(app: Window, name: str) -> None:
    """Drag until it is in sight, then tap."""
    for over, way in into_sight(app, name):
        to = (over[0], over[1] + way * 60)
        _send(app, _finger(app, pygame.FINGERDOWN, over), _finger(app, pygame.FINGERMOTION, to),
              _finger(app, pygame.FINGERUP, to))  # fmt: skip
    at = _place(app, name)
    _send(app, _finger(app, pygame.FINGERDOWN, at), _finger(app, pygame.FINGERUP, at))


def _finger(app: Window, kind: int, at: tuple[int, int]) -> pygame.Event:
    wide, high = app.size
    return pygame.Event(
        kind, x=at[0] / wide, y=at[1] / high, dx=0.0, dy=0.0, finger_id=1, touch_id=1
    )


def _node(app: Window, name: str) -> Node:
    node = find(app.tree(), name)
    if node is None:
        raise LookupError(f"there is no {name} on {app.screen.name}")
    return node


def _place(app: Window, name: str) -> tuple[int, int]:
    """The middle of its visible part."""
    tree, node = app.tree(), _node(app, name)
    seen = node.rect.clip(pygame.Rect((0, 0), app.size))
    for scroll in scrolls_around(tree, node):
        seen = seen.clip(scroll.rect)
    if not seen.w or not seen.h:
        raise LookupError(f"{name} is out of sight on {app.screen.name}")
    return seen.center


def into_sight(app: Window, name: str) -> Iterator[tuple[tuple[int, int], int]]:
    """Where and which way to scroll to bring the thing into view."""
    for _ in range(200):
        tree, node = app.tree(), _node(app, name)
        away = [s for s in scrolls_around(tree, node) if not s.rect.collidepoint(node.rect.center)]
        if not away:
            return
        scroll = away[0]
        way = -1 if node.rect.centery > scroll.rect.centery else 1
        yield scroll.rect.center, way


HANDS: dict[str, Hand] = {"keys": with_keys, "mouse": with_mouse, "touch": with_touch}
