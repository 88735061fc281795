"""The window's heart: events in, a tree on the screen. Draws only when something has changed."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pygame

from game.theme import Theme, theme
from game.window import preferences as prefs
from game.window.kit import paint
from game.window.kit.column import Column
from game.window.kit.node import Kit, Node, paint_look
from game.window.kit.paint import Look
from game.window.kit.scroll import Scroll
from game.window.kit.tree import (
    find,
    focusable,
    node_at,
    scroll_at,
    scrolls_around,
    transcript,
    walk,
)
from game.window.kit.type import BODY
from game.window.kit.widgets import text
from game.window.pictures import save_picture
from game.window.preferences import Preferences
from game.window.sound import Sound, Speaker
from game.words import Words, words_in

# The first frame is there before the engine is: what belongs to a play is imported when one begins.
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
READER_EVENT = pygame.USEREVENT + 1  # name, is_press: asked for by a screen reader
_TWEEN_MS = 420
_VEIL_MS = 160
_DRAG_PX = 12  # from here on a touch scrolls and does not press
_ARROWS = {
    pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1),
}  # fmt: skip

_ZOOM = {
    pygame.K_PLUS: 1, pygame.K_EQUALS: 1, pygame.K_KP_PLUS: 1, pygame.K_MINUS: -1,
    pygame.K_KP_MINUS: -1,
}  # fmt: skip


def now_ms() -> int:
    """Milliseconds by a clock that only goes on; pygame's own stands at 0 until its timer runs."""
    return time.monotonic_ns() // 1_000_000


class Screen:
    """One screen: what it shows as a tree, where focus begins, and what going back does.

    name: how tests, logs and storyboards call it. first: the id that has focus when it opens.
    """

    name = "screen"
    first = ""

    def build(self, app: "App") -> Node:
        """The tree of what there is to show now."""
        raise NotImplementedError

    def opened(self, app: "App") -> None:
        """Called once when it comes to be shown."""

    def back(self, app: "App") -> None:
        """What Escape does."""


class Navigation(Protocol):
    """Where a screen can send the player; screens know no other screen."""

    def seats(self, opened: "Opened") -> None:
        """Ask who plays what in a scenario."""

    def begin(self, opened: "Opened", seats: Mapping[str, str], seed: int) -> None:
        """Start a play."""

    def resume(self, play: "Play") -> None:
        """Go on with a play that was left."""

    def next(self) -> None:
        """Show the next page of the play."""

    def seal(self, page: "MovePage", move: "MoveCard") -> None:
        """Open a move that was picked, to predict and to seal."""

    def choose(self, choice: "Choice") -> "Refusal | None":
        """Hand back the choice that the page asked for; why it was not taken, if it was not."""

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
    """The window without its display: what is shown, what has focus, what is going on."""

    def __init__(self, size: tuple[int, int], preferences: Preferences) -> None:
        self.size = size
        self.preferences = preferences
        self.play: Play | None = None
        self.screens: list[Screen] = []
        self.focus = ""
        self.pointed = ""
        self.is_done = False
        self.seed: int | None = None  # of the next play; None: whatever luck there is
        self.save_to: Path | None = None  # where the next play goes; None: with the others
        self.wants_full: bool | None = None
        self.windowed = size  # the size to go back to from full screen
        self.is_ringed = True  # the ring shows when the keyboard was used last
        self.frames = 0
        self._tree: Node | None = None
        self._note: Node | None = None
        self._is_stale = True
        self._is_unsettled = False  # what was moving when it was drawn last needs one more frame
        self._later: list[Callable[[], None]] = []
        self._scrolls: dict[str, int] = {}
        self._moves: dict[str, tuple[float, float, int]] = {}
        self._pressed = ""
        self._drag: tuple[int, int, int] | None = None  # start x and y, last y
        self._has_dragged = False
        self._shown_at = 0  # when the present screen came
        self._mouse = (0, 0)  # where it was seen last
        self._speaker = Speaker()
        self.go: Navigation  # given by `game.window.navigation.open_app`

    # --- what screens use ---------------------------------------------------------------------

    @property
    def words(self) -> Words:
        """The words of the language that is on."""
        return words_in(self.preferences.language)

    @property
    def theme(self) -> Theme:
        """The colours that are on."""
        return theme(self.preferences.theme)

    @property
    def scale(self) -> float:
        """Pixels per dp."""
        fit = min(self.size[0] / BASE[0], self.size[1] / BASE[1])
        return fit * self.preferences.text_size / 100

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
        """Put a screen in the place of all others."""
        self.screens = [screen]
        self._begin(screen)

    def push(self, screen: Screen) -> None:
        """Put a screen on top; `pop` brings back the one below."""
        self.screens.append(screen)
        self._begin(screen)

    def pop(self) -> None:
        """Go back to the screen below."""
        if len(self.screens) > 1:
            self.screens.pop()
            self.focus = self.screen.first
            self.changed()

    def _begin(self, screen: Screen) -> None:
        self._scrolls = {}
        self.focus, self.pointed = screen.first, ""
        screen.opened(self)
        self._shown_at = now_ms()
        self.changed()
        node = find(self.tree(), self.focus)
        if node is not None:
            self._bring_in_sight(node)
            self.changed()

    def changed(self) -> None:
        """Something is different: build and draw anew."""
        self._is_stale = True

    def forget_scroll(self) -> None:
        """Show the next content of the same screen from its top."""
        self._scrolls = {}

    def later(self, task: Callable[[], None]) -> None:
        """Do something after the next frame is on the screen."""
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
        """What layout and paint need to know now."""
        ring = self.focus if self.is_ringed else ""
        return Kit(self.theme, self.scale, ring, self.pointed, self._scrolls, self._moving,
                   self.preferences.language)  # fmt: skip

    def tree(self) -> Node:
        """The tree of the screen, laid out for the window."""
        if self._tree is None or self._is_stale:
            self._build()
        assert self._tree is not None
        return self._tree

    def note(self) -> Node | None:
        """The note that explains what has focus, laid out; None when there is nothing to say."""
        self.tree()
        return self._note

    def _build(self) -> None:
        kit = self.kit()
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
        if told is None or not told.explain:
            return None
        note = Column(
            children=(text(told.explain, BODY),), pad=(12, 16, 12, 16), max_width=400,
            look=Look(self.theme.card, self.theme.strong, 12, 1.5, 100), role="dialog",
        )  # fmt: skip
        note.arrange(kit, self._beside(kit, note, told.rect))
        return note

    def _beside(self, kit: Kit, note: Node, about: pygame.Rect) -> pygame.Rect:
        """A place beside what it explains, within the window."""
        margin = kit.px(10)
        wide = min(note.widths(kit).natural, self.size[0] - 2 * margin)
        high = min(note.height_for_width(kit, wide), self.size[1] - 2 * margin)
        x = min(max(margin, about.centerx - wide // 2), self.size[0] - wide - margin)
        y = about.bottom + margin // 2
        if y + high > self.size[1] - margin:
            y = about.y - high - margin // 2
        if y < margin:
            y = min(max(margin, about.y), self.size[1] - high - margin)
            x = about.x - wide - margin if about.x - wide - margin > 0 else about.right + margin
            x = min(max(margin, x), self.size[0] - wide - margin)
        return pygame.Rect(x, y, wide, high)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw everything that is to be seen."""
        self._is_unsettled = self.is_moving
        tree, kit = self.tree(), self.kit()
        surface.blit(paint.page(self.size, self.theme.page_top, self.theme.page_bottom), (0, 0))
        tree.paint(kit, surface)
        self._draw_ring(kit, surface, tree)
        if self._note is not None:
            self._note.paint(kit, surface)
        self._draw_veil(surface)
        self.frames += 1

    def _draw_veil(self, surface: pygame.Surface) -> None:
        """A new screen comes out of the background, briefly."""
        left = self._veil
        if left > 0:
            page = paint.page(self.size, self.theme.page_top, self.theme.page_bottom).copy()
            page.set_alpha(round(235 * left))
            surface.blit(page, (0, 0))

    @property
    def _veil(self) -> float:
        """How much of the background still lies over a new screen, 1 to 0."""
        if self.preferences.is_still:
            return 0.0
        return max(0.0, 1.0 - (now_ms() - self._shown_at) / _VEIL_MS)

    def _draw_ring(self, kit: Kit, surface: pygame.Surface, tree: Node) -> None:
        node = find(tree, self.focus) if self.is_ringed else None
        if node is None:
            return
        clip = pygame.Rect((0, 0), self.size)
        for scroll in scrolls_around(tree, node):
            clip = clip.clip(scroll.rect.inflate(kit.px(8), kit.px(8)))
        surface.set_clip(clip)
        radius = node.look.radius if node.look else 8
        thick = max(3, kit.px(3))
        gap = kit.px(2)
        ring = node.rect.inflate(2 * (thick + gap), 2 * (thick + gap))
        over = Look(None, self.theme.focus, radius + 4, thick / kit.scale)
        paint_look(kit, surface, ring, over)
        surface.set_clip(None)

    def _moving(self, name: str, target: float) -> float:
        """A number on its way to where it should be."""
        now = now_ms()
        if self.preferences.is_still or name not in self._moves:
            self._moves[name] = (target, target, now)
            return target
        start, end, since = self._moves[name]
        at = _between(start, end, now - since)
        if end != target:
            self._moves[name] = (at, target, now)
        return at

    @property
    def is_moving(self) -> bool:
        """Whether something on the screen is still on its way."""
        now = now_ms()
        return self._veil > 0 or any(
            start != end and now - since <= _TWEEN_MS for start, end, since in self._moves.values()
        )

    @property
    def needs_frame(self) -> bool:
        """Whether there is anything to draw."""
        return self._is_stale or self.is_moving or self._is_unsettled

    def run_later(self) -> bool:
        """Do one thing that was put off; whether there was one."""
        if not self._later:
            return False
        self._later.pop(0)()
        return True

    def transcript(self) -> list[str]:
        """All that the screen says."""
        told = transcript(self.tree())
        return told + (transcript(self._note) if self._note else [])

    # --- events -------------------------------------------------------------------------------

    def handle(self, event: pygame.Event) -> None:
        """Take one event."""
        handlers: dict[int, Callable[[pygame.Event], None]] = {
            pygame.QUIT: lambda _event: self.close(),
            pygame.KEYDOWN: self._on_key,
            pygame.MOUSEMOTION: self._on_motion,
            pygame.MOUSEBUTTONDOWN: self._on_press,
            pygame.MOUSEBUTTONUP: self._on_release,
            pygame.MOUSEWHEEL: self._on_wheel,
            pygame.FINGERDOWN: self._on_finger_down,
            pygame.FINGERMOTION: self._on_finger_motion,
            pygame.FINGERUP: self._on_finger_up,
            pygame.VIDEORESIZE: self._on_resize,
            READER_EVENT: self._on_reader,
        }
        handle = handlers.get(event.type)
        if handle is not None:
            handle(event)
        if event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
            self.changed()

    def close(self) -> None:
        """Stop; every choice is saved already."""
        self.is_done = True

    def _on_resize(self, event: pygame.Event) -> None:
        self.resize((event.w, event.h))

    def resize(self, size: tuple[int, int]) -> None:
        """Another size of the window; the place in the play stays."""
        if not self.preferences.is_full:
            self.windowed = size
        if size != self.size:
            self.size = size
            self.changed()

    # the keyboard

    def _on_key(self, event: pygame.Event) -> None:
        self.is_ringed, self.pointed = True, ""
        self.changed()
        if event.key == pygame.K_TAB:
            self._step_focus(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        elif event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            self._act_on(self.focus or self.screen.first)
        elif event.key in _ARROWS:
            self._move_focus(*_ARROWS[event.key])
        elif event.key in (pygame.K_PAGEDOWN, pygame.K_PAGEUP):
            self._page(1 if event.key == pygame.K_PAGEDOWN else -1)
        elif event.key == pygame.K_ESCAPE:
            self.screen.back(self)
        elif event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META) and event.key in _ZOOM:
            self._zoom(_ZOOM[event.key])
        elif event.key == pygame.K_F11:
            self.toggle_full()
        elif event.key == pygame.K_F12:
            self.later(self.screenshot)
        else:
            self._act_by_key(getattr(event, "unicode", "") or "")

    def _zoom(self, way: int) -> None:
        """The next size of text, up or down."""
        at = prefs.TEXT_SIZES.index(self.preferences.text_size) + way
        if 0 <= at < len(prefs.TEXT_SIZES):
            self.prefer(text_size=prefs.TEXT_SIZES[at])

    def toggle_full(self) -> None:
        """Full screen, or back to a window."""
        self.prefer(is_full=not self.preferences.is_full)
        self.wants_full = self.preferences.is_full

    def screenshot(self) -> None:
        """Save what is on the screen in the folder of pictures of the game."""
        from game import settings

        surface = pygame.Surface(self.size)
        self.draw(surface)
        folder = settings.home() / "pictures"
        try:
            save_picture(surface, _free_name(folder))
        except (OSError, pygame.error):
            return
        self.sound("step")

    def _act_by_key(self, key: str) -> None:
        if not key:
            return
        for node in walk(self.tree()):
            if node.key == key.lower() and node.act is not None:
                self.focus = node.id
                self._act_on(node.id)
                return

    def _step_focus(self, way: int) -> None:
        nodes = focusable(self.tree())
        if not nodes:
            return
        names = [node.id for node in nodes]
        at = names.index(self.focus) if self.focus in names else (-1 if way > 0 else 0)
        self._focus_on(nodes[(at + way) % len(nodes)])

    def _move_focus(self, dx: int, dy: int) -> None:
        tree = self.tree()
        here = find(tree, self.focus)
        if here is None:
            self._step_focus(1)
            return
        best = min(
            (node for node in focusable(tree) if _is_that_way(here.rect, node.rect, dx, dy)),
            key=lambda node: _distance(here.rect, node.rect, dx, dy),
            default=None,
        )
        if best is not None:
            self._focus_on(best)
        elif dy:
            self._page(dy, share=0.25)

    def _focus_on(self, node: Node) -> None:
        self.focus = node.id
        self._bring_in_sight(node)
        self.changed()

    def _bring_in_sight(self, node: Node) -> None:
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

    def _page(self, way: int, share: float = 0.8) -> None:
        kit, tree = self.kit(), self.tree()
        node = find(tree, self.focus)
        around = scrolls_around(tree, node) if node else []
        within = [each for each in walk(tree) if isinstance(each, Scroll) and each.overflow(kit)]
        scroll = next((each for each in reversed(around) if each.overflow(kit)), None)
        scroll = scroll or max(within, key=lambda each: each.rect.w * each.rect.h, default=None)
        if scroll is not None:
            self._scroll(scroll, round(way * share * scroll.rect.h))

    def _scroll(self, scroll: Scroll, pixels: int) -> None:
        kit = self.kit()
        to = max(0, min(scroll.offset(kit) + pixels, scroll.overflow(kit)))
        if to != self._scrolls.get(scroll.id, 0):
            self._scrolls[scroll.id] = to
            self.changed()

    # a screen reader

    def _on_reader(self, event: pygame.Event) -> None:
        node = find(self.tree(), event.name)
        if node is None:
            return
        self._focus_on(node)
        if event.is_press:
            self._act_on(node.id)

    # the mouse

    def _on_motion(self, event: pygame.Event) -> None:
        if getattr(event, "touch", False):
            return
        self._mouse = event.pos
        node = node_at(self.tree(), event.pos)
        name = node.id if node else ""
        if name != self.pointed:
            self.pointed = name
            self.changed()

    def _on_press(self, event: pygame.Event) -> None:
        if event.button == 1 and not getattr(event, "touch", False):
            self._press(event.pos)

    def _on_release(self, event: pygame.Event) -> None:
        if event.button == 1 and not getattr(event, "touch", False):
            self._release(event.pos)

    def _on_wheel(self, event: pygame.Event) -> None:
        at = getattr(event, "pos", None) or self._mouse
        scroll = scroll_at(self.tree(), at, self.kit())
        if scroll is not None:
            self._scroll(scroll, round(-event.y * self.kit().px(48)))

    def _press(self, at: tuple[int, int]) -> None:
        node = node_at(self.tree(), at)
        self.is_ringed = False
        self._pressed = node.id if node else ""
        self.pointed = self._pressed
        if node is not None:
            self.focus = node.id
        self.changed()

    def _release(self, at: tuple[int, int]) -> None:
        node = node_at(self.tree(), at)
        pressed, self._pressed = self._pressed, ""
        if node is not None and node.id == pressed:
            self._act_on(node.id)

    # touch

    def _at(self, event: pygame.Event) -> tuple[int, int]:
        return round(event.x * self.size[0]), round(event.y * self.size[1])

    def _on_finger_down(self, event: pygame.Event) -> None:
        x, y = self._at(event)
        self._drag, self._has_dragged = (x, y, y), False
        self._press((x, y))

    def _on_finger_motion(self, event: pygame.Event) -> None:
        if self._drag is None:
            return
        y = self._at(event)[1]
        start_x, start_y, last = self._drag
        if not self._has_dragged and abs(y - start_y) < _DRAG_PX:
            return
        self._has_dragged, self._pressed = True, ""
        self._drag = (start_x, start_y, y)
        scroll = scroll_at(self.tree(), (start_x, start_y), self.kit())
        if scroll is not None:
            self._scroll(scroll, last - y)

    def _on_finger_up(self, event: pygame.Event) -> None:
        self._drag = None
        if not self._has_dragged:
            self._release(self._at(event))

    def _act_on(self, name: str) -> None:
        node = find(self.tree(), name)
        if node is not None and node.act is not None and not node.disabled:
            self.changed()
            node.act()


def _between(start: float, end: float, since: int) -> float:
    share = min(1.0, since / _TWEEN_MS)
    eased = 1 - (1 - share) ** 3
    return start + (end - start) * eased


def _is_that_way(here: pygame.Rect, there: pygame.Rect, dx: int, dy: int) -> bool:
    if dx:
        ahead = (there.centerx - here.centerx) * dx > 0
        return ahead and (there.left >= here.right - 4 if dx > 0 else there.right <= here.left + 4)
    ahead = (there.centery - here.centery) * dy > 0
    return ahead and (there.top >= here.bottom - 4 if dy > 0 else there.bottom <= here.top + 4)


def _distance(here: pygame.Rect, there: pygame.Rect, dx: int, dy: int) -> float:
    along = abs(there.centerx - here.centerx) if dx else abs(there.centery - here.centery)
    across = abs(there.centery - here.centery) if dx else abs(there.centerx - here.centerx)
    overlaps = (
        there.top < here.bottom and there.bottom > here.top
        if dx
        else there.left < here.right and there.right > here.left
    )
    return along + (0 if overlaps else 3 * across) + 0.01 * across


def _free_name(folder: Path) -> Path:
    number = 1
    while (folder / f"samenspel-{number:03d}.png").exists():
        number += 1
    return folder / f"samenspel-{number:03d}.png"
