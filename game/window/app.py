"""What all screens share: the screen that is on top, its tree, and what has focus."""

import math
import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pygame

from game.theme import Theme, theme
from game.window import preferences as prefs
from game.window.ahead import Ahead
from game.window.kit.node import Kit, Node
from game.window.kit.scroll import Scroll
from game.window.kit.tree import find, scrolls_around, transcript
from game.window.motion import Clock, Motion
from game.window.note import note_about
from game.window.preferences import Preferences
from game.window.sound import Sound, Speaker
from game.words import Words, words_in

# The first frame is drawn before the engine is loaded: whatever a play needs is imported later.
if TYPE_CHECKING:
    from engine.play.state import Choice, Refusal
    from engine.play.view.records import MoveCard, View
    from engine.scenario.schema import Text as AuthorText
    from game.library import Opened
    from game.pages import MovePage
    from game.presenters.page import Cast
    from game.window.play import Play

BASE = (1280, 720)  # dp at 100 %
SMALLEST = (800, 600)
_NARROWEST = 500  # dp: what a screen needs at least, as on a phone held upright
_READABLE = (
    0.9  # in a small window things move closer together before letters get smaller than this
)
# A key that is pressed again, or a click on the same spot, within this time of turning a page is
# still that one press. Windows takes two clicks within 500 ms for a double click.
ONE_PRESS_MS = 500
_SAME_SPOT = 40  # dp; a design choice
_AT_THE_END = sys.maxsize  # where the caret is in a field that was not typed in yet
Hand = int | tuple[int, int]  # what presses: a key, or the mouse or a finger at that spot
READER_EVENT = pygame.USEREVENT + 1  # name, is_press: asked for by a screen reader


class Screen:
    """One screen: what it shows as a tree, where focus begins, and what going back does.

    name: what tests, logs and storyboards call it. first: the id that has focus when it opens.
    """

    name = "screen"
    first = ""

    def build(self, app: "App") -> Node:
        """The tree of what to show now."""
        raise NotImplementedError

    def opened(self, app: "App") -> None:
        """Called once when it is shown."""

    def back(self, app: "App") -> None:
        """What Escape does."""

    def typed(self, app: "App", key: str) -> bool:
        """What a character does that stands for nothing on the screen; returns whether anything."""
        return False

    def tick(self, app: "App") -> None:
        """What happens by itself when the time has come that it asked for."""

    def earlier(self, app: "App") -> bool:
        """Show what this screen showed before; returns whether there was anything."""
        return False

    def turn(self, app: "App", way: int) -> bool:
        """What an arrow and the wheel do: nothing, unless this screen can be read back."""
        return False


class ToldScreen(Screen):
    """A screen that only tells. It can be read again: back by arrow, by wheel and by Escape."""

    def go_on(self, app: "App") -> None:
        """What the button that goes on does."""
        app.go.next()

    def back(self, app: "App") -> None:
        """One screen back; from the first of this play, ask whether to stop."""
        if not self._goes_back(app):
            app.go.pause()

    def turn(self, app: "App", way: int) -> bool:
        """One screen back with -1; with 1 one on, as far as has been read before."""
        if way < 0:
            return self._goes_back(app)
        if app.go.is_reading_back(self):
            self.go_on(app)
            return True
        return False

    def _goes_back(self, app: "App") -> bool:
        return self.earlier(app) or app.go.earlier()


class Navigation(Protocol):
    """Where a screen can send the player; screens don't know each other."""

    def seats(
        self, opened: "Opened", been: Collection[str] = (), ended: Collection[str] = ()
    ) -> None:
        """Ask who plays what in a scenario. been, ended: where earlier plays came."""

    def begin(self, opened: "Opened", seats: Mapping[str, str], seed: int) -> None:
        """Start a play."""

    def resume(self, play: "Play") -> None:
        """Resume an unfinished play."""

    def author(self, opened: "Opened") -> None:
        """Show the map and the balance of a scenario."""

    def finished(self) -> None:
        """Show the plays that have ended."""

    def look_back(self, play: "Play") -> None:
        """Open the debrief of a play that has ended."""

    def next(self) -> None:
        """Show the next page of the play."""

    def earlier(self) -> bool:
        """Show what was told before the present screen; returns whether there was anything."""

    def is_reading_back(self, screen: Screen) -> bool:
        """Whether more has been told since that screen."""

    def read_back(self) -> None:
        """Open all that was told in this play."""

    def state_trust(self, seat: str, levels: Mapping[str, int]) -> None:
        """Hand back how far that party trusts the others."""

    def seal(self, page: "MovePage", move: "MoveCard") -> None:
        """Open a move that was picked, to predict and to seal."""

    def choose(self, choice: "Choice") -> "Refusal | None":
        """Hand back the choice that the page asked for; returns why it was refused, if it was."""

    def debrief(self) -> None:
        """Look back on the play."""

    def briefing(self, view: "View") -> None:
        """Open the briefing beside the play."""

    def gauges(self, view: "View") -> None:
        """Open the numbers beside the play."""

    def settings(self) -> None:
        """Open the settings."""

    def pause(self) -> None:
        """Ask whether to stop."""

    def leave(self) -> None:
        """Back to the title; the play is saved."""


class App:
    """The window without its display: what is shown, what has focus, what is moving."""

    def __init__(self, size: tuple[int, int], preferences: Preferences) -> None:
        self.size = size
        self.preferences = preferences
        self.play: Play | None = None
        self.screens: list[Screen] = []
        self.focus = ""
        self.pointed = ""
        self.caret = ("", 0)  # the field that was typed in last, and where in it
        self.tongues: tuple[str, ...] = ()  # besides Dutch and English, of the scenarios here
        self.is_done = False
        self.seed: int | None = None  # of the next play; None: a random seed
        self.save_to: Path | None = None  # where the next play goes; None: with the others
        self.wants_full: bool | None = None
        self.windowed = size  # the size to go back to from full screen
        self.is_ringed = True  # the ring shows when the keyboard was used last
        self.clock = Clock()
        self.motion = Motion(self.clock)
        self.turns = 0  # how often something else came on the screen
        self._turned_by: tuple[Hand, int] | None = None  # the press that turned a page, and when
        self._turned_itself_at: int | None = None
        self._shown = 0  # of those turns, what was drawn last
        self._tree: Node | None = None
        self._note: Node | None = None
        self._is_stale = True
        self._told_from = 0  # when telling in turn began, by the clock
        self._wake_at: int | None = None  # when the screen is built again by itself
        self._later: list[Callable[[], None]] = []
        self.ahead = Ahead()  # draws what comes next
        self._scrolls: dict[str, int] = {}
        self._speaker = Speaker()
        self.go: Navigation  # given by `game.window.navigation.open_window`

    # --- what screens use ---------------------------------------------------------------------

    @property
    def words(self) -> Words:
        """The words of the present language."""
        return words_in(self.preferences.language)

    @property
    def theme(self) -> Theme:
        """The colours of the present theme."""
        return theme(self.preferences.theme)

    @property
    def scale(self) -> float:
        """Pixels per dp."""
        wide, high = self.size
        fit = min(wide / BASE[0], high / BASE[1])
        fit = max(fit, min(wide / _NARROWEST, high / SMALLEST[1], _READABLE))
        # Larger letters than this would leave no room to stand beside anything.
        return min(fit * self.preferences.text_size / 100, wide / _NARROWEST)

    @property
    def room(self) -> tuple[float, float]:
        """The size of the window in dp."""
        return self.size[0] / self.scale, self.size[1] / self.scale

    @property
    def is_narrow(self) -> bool:
        """Whether there is less room than the wide arrangement needs."""
        wide, high = self.room
        return wide < 1080 or high < 600

    @property
    def screen(self) -> Screen:
        """The screen that is on top."""
        return self.screens[-1]

    def cast(self) -> "Cast":
        """Who is who in this play."""
        from game.presenters.page import Cast

        assert self.play is not None
        return Cast.of(self.play.compiled, self.words)

    def say(self, key: str, /, **gaps: object) -> str:
        """A sentence of the catalogue."""
        return self.words(key, **gaps)

    def of(self, written: "AuthorText") -> str:
        """A text of the author."""
        return self.words.of(written)

    def show(self, screen: Screen) -> None:
        """Replace all screens with this one."""
        self.screens = [screen]
        self._begin(screen)

    def show_again(self, screen: Screen) -> None:
        """Show a screen that was shown before, as it was left."""
        self.screens = [screen]
        self.focus, self.pointed = screen.first, ""
        self.forget_scroll()
        self.turned()

    def push(self, screen: Screen) -> None:
        """Put a screen on top; `pop` brings back the one below."""
        self.screens.append(screen)
        self._begin(screen)

    def pop(self) -> None:
        """Go back to the screen below."""
        if len(self.screens) > 1:
            self.screens.pop()
            self.focus = self.screen.first
            self.turned()

    def _begin(self, screen: Screen) -> None:
        self._scrolls = {}
        self.focus, self.pointed = screen.first, ""
        self.tell_in_turn()
        screen.opened(self)
        self.motion.show()
        self.turned()
        node = find(self.tree(), self.focus)
        if node is not None:
            self.bring_in_sight(node)
            self.changed()

    # --- in turn ------------------------------------------------------------------------------

    def tell_in_turn(self) -> None:
        """What is on the screen now is told in turn, from its beginning."""
        self._told_from = self.clock.now()

    def in_turn(self, count: int, each_ms: int) -> int:
        """How many of so many things have been told by now, each after so long; then it is built
        again for the next. With reduced motion all of them.
        """
        if self.preferences.is_still:
            return count
        gone = max(0, self.clock.now() - self._told_from)
        told = min(count, 1 + gone // each_ms)
        if told < count:
            self.wake_after(told * each_ms)
        return told

    def wake_after(self, milliseconds: int) -> None:
        """Look again so long after telling in turn began."""
        self._wake_at = self._told_from + milliseconds

    def has_told_for(self, milliseconds: int) -> bool:
        """Whether telling in turn began so long ago."""
        return self.clock.now() - self._told_from >= milliseconds

    def is_all_told(self, count: int, each_ms: int) -> bool:
        """Whether all of so many things have been told."""
        return self.preferences.is_still or self.in_turn(count, each_ms) == count

    @property
    def sleeps_for(self) -> int | None:
        """In how many ms something changes by itself; None if nothing does."""
        return None if self._wake_at is None else max(0, self._wake_at - self.clock.now())

    def wake(self) -> None:
        """Build again, if it is time."""
        if self.sleeps_for == 0:
            self._wake_at = None
            before = self.turns
            self.screen.tick(self)
            if self.turns != before:
                self._turned_itself_at = self.clock.now()
            self.changed()

    def changed(self) -> None:
        """Something is different: build and draw again."""
        self._is_stale = True

    def turned(self) -> None:
        """Something else has come on the screen: what was pressed so far was not about this."""
        self.turns += 1
        self.changed()

    def scroll_to_end(self, name: str) -> None:
        """Show the last part of what scrolls by that name."""
        self._scrolls[name] = sys.maxsize

    def forget_scroll(self) -> None:
        """Show the next content of the same screen from its top."""
        self._scrolls = {}

    def later(self, task: Callable[[], None]) -> None:
        """Do something once the next frame is on the screen."""
        self._later.append(task)

    def prefer(self, **changed: object) -> None:
        """Change how somebody likes the window, and keep it."""
        self.preferences = self.preferences.with_(**changed)
        prefs.remember(self.preferences)
        self.changed()

    def sound(self, name: Sound) -> None:
        """Play a sound, unless it is muted."""
        if self.preferences.has_sound:
            self._speaker.play(name)

    # --- layout and drawing -------------------------------------------------------------------

    def kit(self) -> Kit:
        """What layout and painting need to know now."""
        ring = self.focus if self.is_ringed else ""
        at = self.caret[1] if self.caret[0] == self.focus else _AT_THE_END
        return Kit(self.theme, self.scale, ring, self.pointed, self._scrolls, self._now_at,
                   (self.focus, at), self.preferences.language)  # fmt: skip

    def _now_at(self, name: str, target: float) -> float:
        return self.motion.at(name, target, is_still=self.preferences.is_still)

    def tree(self) -> Node:
        """The tree of the screen, laid out for the window."""
        if self._tree is None or self._is_stale:
            self._build()
        assert self._tree is not None
        return self._tree

    def note(self) -> Node | None:
        """The note that explains what has focus, laid out; None if there is nothing to explain."""
        self.tree()
        return self._note

    def _build(self) -> None:
        kit = self.kit()
        self._wake_at = None
        self._tree = self.screen.build(self)
        self._tree.arrange(kit, pygame.Rect((0, 0), self.size))
        self._is_stale = False
        if self.focus and find(self._tree, self.focus) is None:
            self.focus = self.screen.first if find(self._tree, self.screen.first) else ""
        self._note = self._explained(kit)

    def _explained(self, kit: Kit) -> Node | None:
        assert self._tree is not None
        told = find(self._tree, self.pointed) or (
            find(self._tree, self.focus) if self.is_ringed else None
        )
        return note_about(kit, told, self.size) if told is not None and told.explain else None

    @property
    def is_moving(self) -> bool:
        """Whether something on the screen is still moving."""
        return self.motion.is_going_on(is_still=self.preferences.is_still)

    @property
    def is_stale(self) -> bool:
        """Whether the screen no longer shows what it should."""
        return self._is_stale

    def run_later(self) -> bool:
        """Do one postponed thing; returns whether there was one."""
        if not self._later:
            return False
        self._later.pop(0)()
        return True

    def transcript(self) -> list[str]:
        """Everything that the screen says."""
        told = transcript(self.tree())
        return told + (transcript(self._note) if self._note else [])

    # --- what hands do --------------------------------------------------------------------------

    def close(self) -> None:
        """Stop; every choice is saved already."""
        self.is_done = True

    def resize(self, size: tuple[int, int]) -> None:
        """Resize the window, at the same place in the play. Without any size nothing is shown."""
        if min(size) < 1:
            return
        if not self.preferences.is_full:
            self.windowed = size
        if size != self.size:
            self.size = size
            self.changed()

    def toggle_full(self) -> None:
        """Full screen, or back to a window."""
        self.prefer(is_full=not self.preferences.is_full)
        self.wants_full = self.preferences.is_full

    def focus_on(self, node: Node) -> None:
        """Give it the focus, and scroll it into view."""
        self.focus = node.id
        self.bring_in_sight(node)
        self.changed()

    def bring_in_sight(self, node: Node) -> None:
        """Scroll whatever contains it as far as needed."""
        kit, tree = self.kit(), self.tree()
        margin = kit.px(10)
        for scroll in scrolls_around(tree, node):
            offset = scroll.offset(kit)
            above = scroll.rect.y + margin - node.rect.y
            below = node.rect.bottom + margin - scroll.rect.bottom
            if above > 0:
                offset -= above
            elif below > 0:
                offset += min(below, node.rect.y - scroll.rect.y - margin)
            self._scrolls[scroll.id] = max(0, min(offset, scroll.overflow(kit)))

    def scroll_by(self, scroll: Scroll, pixels: int) -> None:
        """Scroll down, or up with less than 0, no further than it goes."""
        kit = self.kit()
        to = max(0, min(scroll.offset(kit) + pixels, scroll.overflow(kit)))
        if to != self._scrolls.get(scroll.id, 0):
            self._scrolls[scroll.id] = to
            self.changed()

    def press(self, name: str, hand: Hand) -> None:
        """Do what a hand presses. A second press of the same hand in haste is still the first one,
        if that turned a page: nothing is passed that nobody saw.
        """
        now, before = self.clock.now(), self.turns
        if self._is_still_the_first(hand, now):
            self._turned_by = hand, now
            return
        self._turned_by = None
        self.act_on(name)
        if self.turns != before:
            # What it does may take a while; what was pressed meanwhile is not about what came.
            self._turned_by = hand, self.clock.now()

    def was_shown(self) -> None:
        """What has come is on the screen: from now on a press may be about it."""
        if self._shown == self.turns:
            return
        self._shown, now = self.turns, self.clock.now()
        if self._turned_by is not None:
            self._turned_by = self._turned_by[0], now
        if self._turned_itself_at is not None:
            self._turned_itself_at = now

    def _is_still_the_first(self, hand: Hand, now: int) -> bool:
        itself = self._turned_itself_at
        if itself is not None and now - itself < ONE_PRESS_MS:
            return True  # meant for what was there before
        if self._turned_by is None:
            return False
        first, at = self._turned_by
        if isinstance(hand, tuple) and isinstance(first, tuple):
            is_same = math.dist(hand, first) <= _SAME_SPOT * self.scale
        else:
            is_same = hand == first
        return is_same and now - at < ONE_PRESS_MS

    def act_on(self, name: str) -> None:
        """Do what the thing with that id does, if it can be done now."""
        node = find(self.tree(), name)
        if node is not None and node.act is not None and not node.disabled:
            self.changed()
            node.act()
