"""Somebody in haste: random keys, clicks, double clicks and touches over whole plays.

`python -m tests.window.haste [EVENTS] [SEED]` throws 10,000 events at plays of the small scenarios
and tells what went by too fast to be seen, what got lost, and what broke.
"""

import os
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from engine.play.state import Choice, Refusal
from engine.play.trace import Trace, load_trace, replay
from engine.scenario.vocabulary import PERSONAS
from game import saves
from game.window.driver import AutoPlayer, into_sight
from game.window.kit.tree import find, focusable, node_at
from game.window.motion import Clock, Motion
from game.window.navigation import Navigator
from game.window.screens.debrief import DebriefScreen
from game.window.screens.picker import PickerScreen
from game.window.window import Window
from tests.conftest import ROOT
from tests.window.plays import is_at_end, started

EVENTS = 10_000
# How often a hand goes where the play goes on: with less, few plays come to their end. Measured.
_KNOWS_THE_WAY = 0.6
_FIXED = ("picker", "role", "against", "ending")  # what leads on there is known without a play
_ASIDE = ("read-back", "finished")  # beside the play: what is first there leads back
SCENARIOS = tuple(ROOT / f"tests/scenarios/valid/{name}.yaml" for name in ("minimal", "three"))
_KEYS = (
    pygame.K_RETURN, pygame.K_RETURN, pygame.K_RETURN, pygame.K_SPACE, pygame.K_TAB, pygame.K_UP,
    pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_PAGEUP, pygame.K_PAGEDOWN,
    pygame.K_ESCAPE, pygame.K_1, pygame.K_2, pygame.K_3,
)  # fmt: skip


@dataclass
class Found:
    """What was found. passed: what one and the same press went past."""

    passed: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    choices: int = 0
    plays_over: int = 0


class _Watching(Navigator):
    """Notes each page that is left, and counts choices."""

    def __init__(self, app: Window, haste: "Haste") -> None:
        super().__init__(app)
        self.haste = haste

    def next(self) -> None:
        """A page is left; going on in what was read back passes nothing new."""
        if not self.is_reading_back(self.app.screen):
            self.haste.note_leaving()
        super().next()

    def choose(self, choice: Choice) -> Refusal | None:
        """Count it."""
        self.haste.found.choices += 1
        return super().choose(choice)  # shows what comes next


class _OwnTime(Clock):
    """Only what is skipped passes."""

    def now(self) -> int:
        """The time."""
        return self._skipped


class Haste:
    """One hand in haste, at one window."""

    def __init__(self, scenario: Path, seed: int, *, is_still: bool) -> None:
        self.luck, self.found = random.Random(seed), Found()
        self.app = started(scenario=scenario, seed=seed)
        self.app.clock = _OwnTime()  # a slow machine is not somebody slow
        self.app.motion = Motion(self.app.clock)
        self.app.preferences = self.app.preferences.with_(is_still=is_still)
        self.app.go = _Watching(self.app, self)
        self._events = 0
        self._left: list[str] = []
        self._scenario = scenario.stem
        self._player = self._anew()

    def _anew(self) -> AutoPlayer:
        """Whoever knows the way, at the title: as somebody else each time."""
        screen = self.app.screen
        assert isinstance(screen, PickerScreen)
        role = self.luck.choice(list(screen.scenarios[0].scenario.parties))
        return AutoPlayer(self._scenario, role, persona=self.luck.choice(PERSONAS))

    def run(self, events: int) -> Found:
        """So many events."""
        while self._events < events:
            if self.app.is_done:
                self.app.is_done = False
            self._gesture()
            # The next press on the same spot counts only after a while: mostly it comes later.
            self.app.clock.skip(self.luck.choice((0, 60, 200, 600, 600, 1500, 1500)))
            self.app.wake()
            while self.app.run_later():
                pass
            self.app.tree()
            self._note_end()
        return self.found

    def note_leaving(self) -> None:
        """A page is left, or a choice is made, by the present gesture."""
        self._left.append(self.app.screen.name)

    def _gesture(self) -> None:
        """A press as a hand makes it: one, two, or held; it may turn one page and no more."""
        self._left = []
        for event in self._pressed():
            self.app.handle(event)
            self._events += 1
            self.app.clock.skip(self.luck.choice((5, 30, 90, 180)))
            self.app.wake()
            self.app.tree()
        if len(self._left) > 1:
            self.found.passed.append(" > ".join(self._left))

    def _pressed(self) -> Iterator[pygame.Event]:
        luck = self.luck
        times = luck.choice((1, 1, 2, 2, 3, 6))
        if luck.random() < 0.45:
            key = luck.choice(_KEYS)
            for _ in range(times):
                letter = chr(key) if pygame.K_1 <= key <= pygame.K_3 else ""
                yield pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode=letter, scancode=0)
            return
        aim = self._aim() if luck.random() < _KNOWS_THE_WAY else None
        if aim is not None:
            for over, way in islice(into_sight(self.app, aim), 1):
                yield pygame.Event(pygame.MOUSEWHEEL, x=0, y=way, pos=over, touch=False)
                return
        at = self._spot(aim)
        if luck.random() < 0.2:
            yield pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=(0, 0, 0),
                               touch=False)  # fmt: skip
        if luck.random() < 0.1:
            yield pygame.Event(pygame.MOUSEWHEEL, x=0, y=luck.choice((-1, 1)), pos=at, touch=False)
            return
        wide, high = self.app.size
        is_touch = luck.random() < 0.25
        for _ in range(times):
            if is_touch:
                for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
                    yield pygame.Event(kind, x=at[0] / wide, y=at[1] / high, dx=0.0, dy=0.0,
                                       finger_id=1, touch_id=1)  # fmt: skip
            else:
                for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
                    yield pygame.Event(kind, pos=at, button=1, touch=False)

    def _aim(self) -> str | None:
        """What leads on from here, if anything does."""
        app = self.app
        if isinstance(app.screen, PickerScreen):
            if app.screen.is_loading or not app.screen.scenarios:
                return None
            self._player = self._anew()
        ends = is_at_end(app)
        is_over = app.play is not None and app.play.live.is_over
        is_simple = isinstance(app.screen, DebriefScreen) or app.screen.name in _FIXED
        knows = is_simple or (app.play is not None and not is_over)
        name = app.screen.first
        if ends:
            name = "debrief.leave"
        elif knows and app.screen.name not in _ASIDE:
            name = self._player.next(app)
        node = find(app.tree(), name)
        return name if node is not None and node.act is not None else None

    def _spot(self, aim: str | None) -> tuple[int, int]:
        """On what leads on, or mostly on something that can be pressed."""
        tree = self.app.tree()
        node = find(tree, aim or "")
        if node is not None:
            return node.rect.center
        nodes = [
            node for node in focusable(tree)
            if node.act and node_at(tree, node.rect.center) is node
            and not node.id.startswith(("window.", "settings.", "picker.leave"))
        ]  # fmt: skip
        if nodes and self.luck.random() < 0.9:
            strong = [node for node in nodes if node.id == self.app.screen.first]
            wanted = strong if strong and self.luck.random() < 0.5 else nodes
            return self.luck.choice(wanted).rect.center
        wide, high = self.app.size
        return self.luck.randrange(wide), self.luck.randrange(high)

    def _note_end(self) -> None:
        """A play that is over can be looked back on, and replays to the same end."""
        play = self.app.play
        if play is None or not play.live.is_over or play.live.save_to is None:
            return
        kept = load_trace(play.live.save_to)
        if not isinstance(kept, Trace) or hasattr(replay(play.compiled, kept), "reason"):
            self.found.lost.append(str(play.live.save_to))
        self.found.plays_over = max(
            self.found.plays_over, len(list(saves.finished().glob("*.trace.json")))
        )


def main(arguments: Sequence[str]) -> int:
    """Print what was found; 1 if anything was."""
    events = int(arguments[0]) if arguments else EVENTS
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))
    faults = 0
    for scenario in SCENARIOS:
        for is_still in (True, False):
            with tempfile.TemporaryDirectory() as home:
                os.environ["SAMENSPEL_HOME"] = home
                share = events // (2 * len(SCENARIOS))
                found = Haste(scenario, seed, is_still=is_still).run(share)
            faults += len(found.passed) + len(found.lost)
            sys.stdout.write(
                f"{scenario.stem}, {'still' if is_still else 'moving'}: {share} events, "
                f"{found.choices} choices, {found.plays_over} plays to the end; went past: "
                f"{found.passed or 'nothing'}; lost: {found.lost or 'nothing'}\n"
            )
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
