"""How fast a play answers: `uv run python -m tests.benchmarks.play`. Prints medians of one run.

A choice: from the choice to the new view and what was heard, including the save. The start: from a
new process until the first line of the text play is on the screen.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from engine.debrief import debrief
from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.state import MoveChoice
from engine.play.step import legal_moves
from engine.play.trace import Replayed, replay
from engine.play.view.visibility import hear
from engine.simulate import simulate
from tests.conftest import CARE_MERGER, compiled_of


def choice_times(compiled: CompiledScenario, folder: Path) -> list[float]:
    """Milliseconds from a choice at the table to the next view, in a few plays."""
    times = []
    for seed in range(5):
        person, *others = compiled.parties
        seats = {person: "human", **dict.fromkeys(others, "reciprocator")}
        live = LivePlay.start(
            compiled, seed=seed, seats=seats, digest="", source="", save_to=folder / "t.json"
        )
        while not live.is_over:
            moves = legal_moves(compiled, live.state, person)
            if not moves:
                break  # the first reflection moment: enough rounds for a median
            before = time.perf_counter()
            happened = live.choose(MoveChoice(person, moves[0]))
            assert isinstance(happened, tuple)
            live.view(person)
            hear(compiled, happened, person)
            times.append(1000 * (time.perf_counter() - before))
    return times


def start_time() -> float:
    """Milliseconds from a new process to the first line of the text play."""
    root = Path(__file__).parents[2]
    command = [
        sys.executable,
        "main.py",
        "play",
        str(CARE_MERGER),
        "--text",
        "--auto",
        "--seed",
        "7",
    ]
    before = time.perf_counter()
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        elapsed = 1000 * (time.perf_counter() - before)
        process.stdout.read()
    return elapsed


def main() -> None:
    """Print the figures."""
    compiled = compiled_of(CARE_MERGER)
    with tempfile.TemporaryDirectory() as folder:
        say(
            "a choice, answered and saved, ms",
            statistics.median(choice_times(compiled, Path(folder))),
        )
    say("start to the first line, ms", statistics.median(start_time() for _ in range(5)))
    seats = dict.fromkeys(compiled.parties, "builder")
    live = LivePlay.start(compiled, seed=7, seats=seats, digest="", source="")
    live.run()
    replayed = replay(compiled, live.trace)
    assert isinstance(replayed, Replayed)
    before = time.perf_counter()
    debrief(compiled, replayed)
    say("a debrief with its what-ifs, ms", 1000 * (time.perf_counter() - before))
    before = time.perf_counter()
    simulate(compiled, 1, np.arange(4000), ["builder", "charmer"])
    say("plays a second, many at once", 4000 / (time.perf_counter() - before))


def say(what: str, figure: float) -> None:
    """One line."""
    print(f"{what:36}{figure:9.1f}")


if __name__ == "__main__":
    main()
