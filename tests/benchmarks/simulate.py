"""How fast plays are simulated: `uv run python -m tests.benchmarks.simulate`.

Prints, for the care merger in full: plays a second on one core and with a process for each, what
of that time goes to luck, what one play moves in memory, and the memory that is held at a hundred
thousand plays and at a million. Ratios are from one run, so a busy machine makes no difference.
"""

import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from engine.model.chance import Purpose, uniform
from engine.play.compiled import CompiledScenario
from engine.simulate import simulate
from engine.simulate.plan import CHUNK, Plan, castings_of
from engine.simulate.run import tallies
from engine.simulate.tally import count, nothing
from tests.conftest import SHIPPED, compiled_of

_TRIES = 4
# Words of luck in a round of two parties: perception, vetoes, choices, moves on the table, events.
_WORDS_A_ROUND = 2 + 2 + 2 + 2 + 2 * 7 + 2 * 9 + 4


def main() -> None:
    """Print the figures."""
    compiled = next(compiled_of(path) for path in SHIPPED if path.stem == "care-merger")
    plan = Plan(1, CHUNK, castings_of(compiled))
    alone = CHUNK / best(lambda: count(compiled, plan, 0, CHUNK))
    say("plays a second, one core", alone)
    cores = os.cpu_count() or 1
    many = Plan(1, 16 * CHUNK, castings_of(compiled))
    say(f"the same, {cores} processes", many.count / wall(lambda: played(compiled, many, cores)))
    world = simulate(compiled, 1, np.arange(2_000), ["builder", "charmer"])
    rounds = float(world.round.mean())
    say("rounds in a play", rounds)
    say("rounds a second, one core", alone * rounds)
    luck = best(lambda: draw(CHUNK)) / CHUNK
    say("of a round's time, luck alone, %", 100 * luck * rounds * alone)
    say("bytes of state a play", size_of(world) / len(world.round))
    for chunks in (4, 32):
        held = Plan(1, chunks * CHUNK, castings_of(compiled))
        played(compiled, held, 1)
        say(f"memory held after {held.count:,} plays, MB", memory())


def played(compiled: CompiledScenario, plan: Plan, workers: int) -> None:
    """Play the whole plan."""
    total = nothing(compiled, len(plan.castings))
    for part in tallies(compiled, plan, workers):
        total = total + part
    assert total.plays == plan.count


def draw(games: int) -> None:
    """The luck of one round."""
    uniform(1, np.arange(games), np.zeros(games, dtype=np.int64), Purpose.MOVE, _WORDS_A_ROUND)


def size_of(record: Any) -> int:
    """Bytes of a record of arrays."""
    parts = (getattr(record, each.name) for each in fields(record))
    return sum(size_of(part) if is_dataclass(part) else part.nbytes for part in parts)


def best(work: Callable[[], object]) -> float:
    """The shortest processor time that it takes."""
    times = []
    for _ in range(_TRIES):
        before = time.process_time()
        work()
        times.append(time.process_time() - before)
    return min(times)


def wall(work: Callable[[], object]) -> float:
    """The time that it takes."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def memory() -> float:
    """Megabytes that this process held at most."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def say(what: str, figure: float) -> None:
    """One line."""
    print(f"{what:44}{figure:12,.0f}")


if __name__ == "__main__":
    main()
