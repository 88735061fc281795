"""How many presses a play takes: `python -m tests.benchmarks.presses [SCENARIO …]` prints it.

By scenario: the presses of a whole play up to the story in the debrief, for somebody who lets what
is told go on by itself and for somebody who presses on, with and without what may be left out: a
prediction in each round and a turning point in the debrief; and the words on each kind of screen.
"""

import os
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"

import pygame

from game.window.driver import AutoPlayer
from game.window.kit.text import Text
from game.window.kit.tree import walk
from game.window.screens.debrief import STORY, DebriefScreen
from game.window.window import Window
from tests.conftest import ALL
from tests.window.plays import first_party, settle, started

_MOST = 2_000
_LOOK_MS = 500  # the clock of somebody who looks on, in steps


@dataclass
class Count:
    """What a play took."""

    pressed: Counter[str] = field(default_factory=Counter)  # by screen
    decisions: int = 0
    rounds: int = 0
    words: dict[str, list[int]] = field(default_factory=dict)

    @property
    def presses(self) -> int:
        """In all."""
        return self.pressed.total()


def count(scenario: Path, *, waits: bool, says_more: bool, seed: int = 3) -> Count:
    """A whole play, up to the story. waits: lets what is told go on by itself."""
    app = started(language="en", scenario=scenario, seed=seed)
    app.preferences = app.preferences.with_(is_still=not waits, reads_on=waits)
    player, found = AutoPlayer(scenario.stem, first_party(app)), Count()
    for _ in range(_MOST):
        settle(app)
        app.tree()
        while waits and app.sleeps_for is not None:
            _note(app, found)
            app.clock.skip(_LOOK_MS)
            app.wake()
            app.tree()
        _note(app, found)
        if isinstance(app.screen, DebriefScreen) and app.screen.at == STORY:
            assert app.play is not None
            found.decisions = len(app.play.live.trace.choices)
            found.rounds = app.play.live.state.world.round[0]
            return found
        name = player.next(app)
        if not says_more:
            name = _without(name)
        found.pressed[app.screen.name] += 1
        app.focus = name
        app.act_on(name)
    raise AssertionError("the play did not end")


def _without(name: str) -> str:
    """What is pressed by who predicts nothing, and marks no turning point."""
    if name.startswith("guess."):
        return "seal.go"
    return "debrief.next" if name.startswith("recall.") else name


def _note(app: Window, found: Count) -> None:
    seen = (node.text for node in walk(app.tree()) if isinstance(node, Text))
    words = sum(len(each.split()) for each in seen)
    found.words.setdefault(app.screen.name, []).append(words)


def main(arguments: Sequence[str]) -> None:
    """Print the figures of those scenarios, or of all that are shipped."""
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 720))
    with tempfile.TemporaryDirectory() as home:
        os.environ["SAMENSPEL_HOME"] = home
        for path in map(Path, arguments) if arguments else ALL:
            tell(path)


def tell(path: Path) -> None:
    """The figures of one scenario."""
    by_itself = count(path, waits=True, says_more=False)
    saying_more = count(path, waits=True, says_more=True)
    pressing = count(path, waits=False, says_more=False)
    say(f"{path.stem}: {by_itself.rounds} rounds, {by_itself.decisions} decisions")
    say(f"  presses, reading on by itself        {by_itself.presses:5d}")
    say(f"  with all that may be left out        {saying_more.presses:5d}")
    say(f"  presses, pressing on                 {pressing.presses:5d}")
    where = ", ".join(f"{name} {n}" for name, n in by_itself.pressed.most_common())
    say(f"  on {where}")
    for name, words in sorted(by_itself.words.items()):
        say(f"  words on {name:<24} {statistics.median(words):7.0f}  at most {max(words)}")


def say(line: str) -> None:
    """One line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
