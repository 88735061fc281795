"""A play in the window without a display, and how a tree is checked against its window."""

from collections.abc import Iterator
from pathlib import Path

import pygame

from engine.scenario.vocabulary import Language
from game.window.driver import AutoPlayer, Hand
from game.window.kit.column import Stack
from game.window.kit.node import Kit, Node
from game.window.kit.scroll import Scroll
from game.window.kit.text import Text
from game.window.navigation import open_window
from game.window.preferences import Preferences
from game.window.screens.debrief import DebriefScreen
from game.window.screens.picker import PickerScreen
from game.window.window import Window

ROOT = Path(__file__).parents[2]
CARE = ROOT / "scenarios/care-merger.yaml"
MOST_STEPS = 2_000


def started(
    size: tuple[int, int] = (1280, 720), *, language: Language = "nl", text_size: int = 100,
    scenario: Path = CARE, seed: int = 3,
) -> Window:  # fmt: skip
    """The window with its title, everything read."""
    liked = Preferences(language, "light", text_size, is_still=True, has_sound=False)
    app = open_window(size, liked, scenario)
    app.seed = seed
    settle(app)
    return app


def settle(app: Window) -> None:
    """Do what was put off."""
    while app.run_later():
        pass


def first_party(app: Window) -> str:
    """The first party of the scenario on the title screen."""
    screen = app.screen
    assert isinstance(screen, PickerScreen)
    return next(iter(screen.scenarios[0].scenario.parties))


def is_at_end(app: Window) -> bool:
    """Whether the last step of the debrief is on the screen."""
    return isinstance(app.screen, DebriefScreen) and app.screen.at == 8


def played(
    app: Window, hand: Hand, *, scenario: Path = CARE, shared: bool = False
) -> Iterator[str]:
    """Play to the last step of the debrief; the name of each screen on the way."""
    player = AutoPlayer(scenario.stem, first_party(app), shared=shared)
    for _ in range(MOST_STEPS):
        settle(app)
        yield app.screen.name
        if is_at_end(app):
            return
        hand(app, player.next(app))
    raise AssertionError("the play did not end")


# --- overflow ---------------------------------------------------------------------------------


def faults(app: Window) -> list[str]:
    """What is cut off, sticks out or overlaps something else, in words."""
    kit, tree = app.kit(), app.tree()
    window = pygame.Rect((0, 0), app.size)
    found = list(_faults(kit, tree, window))
    note = app.note()
    if note is not None:
        found += _faults(kit, note, window)
    return [f"{app.screen.name}: {each}" for each in found]


def _name(node: Node) -> str:
    said = node.spoken() or next((c.spoken() for c in node.children if c.spoken()), "")
    return f"{type(node).__name__} {node.id or said[:40]!r} {tuple(node.rect)}"


def _faults(kit: Kit, node: Node, within: pygame.Rect) -> Iterator[str]:
    if node.rect.w and node.rect.h and not within.inflate(2, 2).contains(node.rect):
        yield f"{_name(node)} sticks out of {tuple(within)}"
    if isinstance(node, Text):
        yield from _cut_text(kit, node)
    yield from _overlaps(node)
    inside = _room(kit, node)
    for child in node.children:
        yield from _faults(kit, child, inside)


def _room(kit: Kit, node: Node) -> pygame.Rect:
    """Where the children may be: what scrolls has all the height it needs."""
    if isinstance(node, Scroll) and node.overflow(kit):
        return pygame.Rect(node.rect.x, -100_000, node.rect.w, 200_000)
    return node.rect


def _cut_text(kit: Kit, node: Text) -> Iterator[str]:
    box = node.inside(kit)
    if any(node.width_of(kit, line) > box.w + 1 for line in node.lines(kit, box.w)):
        yield f"a line of {_name(node)} is wider than its place"
    if node.content_height(kit, box.w) > box.h + 1:
        yield f"{_name(node)} is higher than its place"


def _overlaps(node: Node) -> Iterator[str]:
    if isinstance(node, Stack):
        return
    children = [child for child in node.children if child.rect.w and child.rect.h]
    for at, child in enumerate(children):
        for other in children[at + 1 :]:
            shared = child.rect.clip(other.rect)
            if shared.w > 1 and shared.h > 1:
                yield f"{_name(child)} lies over {_name(other)}"
