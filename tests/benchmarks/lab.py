"""How fast the lab is, on one core: `python -m tests.benchmarks.lab`.

The packages axelrod and open_spiel are measured in the same run where someone has installed them;
neither is a dependency, and the frozen figures stand in for them otherwise.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from time import perf_counter
from typing import Any

from engine.lab.experiment import Lab
from engine.lab.play import play_lab
from engine.lab.strategies import STRATEGIES
from engine.lab.tournament import tournament

# Measured once on one core of a two-core AMD EPYC machine: axelrod 4.14.0, a match of 200 turns
# at 5 % noise; open_spiel, random play of the repeated prisoner's dilemma from Python.
FROZEN_AXELROD_TURNS = 0.24e6
FROZEN_OPEN_SPIEL_STEPS = 2.0e6

TURNS, NOISE = 200, 0.05
MATCHES = len(STRATEGIES) * (len(STRATEGIES) + 1) // 2
ROUNDS = 100
LAB = Lab("random play", 2, (0.0, 3.0), (1.0, 5.0), continuation=1.0 - 1.0 / ROUNDS)


def best(work: Callable[[], float], times: int = 5) -> float:
    """The highest rate of a few runs: what the others lost, they lost to the machine."""
    rates = []
    for _ in range(times):
        start = perf_counter()
        done = work()
        rates.append(done / (perf_counter() - start))
    return max(rates)


def our_turns(repetitions: int) -> float:
    """Turns a second of a tournament of all strategies."""

    def work() -> float:
        tournament(TURNS, repetitions, NOISE, seed=1)
        return float(MATCHES * TURNS * repetitions)

    return best(work)


def our_steps(strategies: list[str] | None) -> float:
    """Joint steps a second of the lab mode: one step is a move of both."""
    return best(lambda: float(play_lab(LAB, 131_072, 1, strategies).tally.rounds))


def axelrod_turns() -> tuple[float, str]:
    """Turns a second of one match of the package, and where the figure is from."""
    if find_spec("axelrod") is None:
        return FROZEN_AXELROD_TURNS, "frozen figure"
    axelrod: Any = import_module("axelrod")

    def work() -> float:
        players = (axelrod.TitForTat(), axelrod.WinStayLoseShift())
        for seed in range(20):
            axelrod.Match(players, turns=TURNS, noise=NOISE, seed=seed).play()
        return 20.0 * TURNS

    return best(work), "measured"


def open_spiel_steps() -> tuple[float, str]:
    """Joint steps a second of random play in the package, and where the figure is from."""
    if find_spec("pyspiel") is None:
        return FROZEN_OPEN_SPIEL_STEPS, "frozen figure"
    pyspiel: Any = import_module("pyspiel")
    stage = pyspiel.load_matrix_game("matrix_pd")
    game = pyspiel.create_repeated_game(stage, {"num_repetitions": pyspiel.GameParameter(1_000)})

    def work() -> float:
        state = game.new_initial_state()
        bits = 0x5DEECE66D
        for _ in range(1_000):
            bits = bits * 25214903917 + 11 & 0xFFFFFFFFFFFF
            state.apply_actions([bits >> 40 & 1, bits >> 41 & 1])
        return 1_000.0

    return best(work, 50), "measured"


def main() -> None:
    """Write the rates and the ratios."""
    theirs, source = axelrod_turns()
    lines = [f"axelrod: {theirs / 1e6:.2f} M turns/s ({source}); {TURNS} turns, {NOISE:.0%} noise"]
    for repetitions in (10, 64, 640, 1_536, 12_288):
        ours = our_turns(repetitions)
        lines.append(
            f"  tournament of {len(STRATEGIES)}, {repetitions:6d} repetitions: "
            f"{ours / 1e6:7.1f} M turns/s, {ours / theirs:6.0f} x"
        )
    theirs, source = open_spiel_steps()
    lines.append(f"open_spiel: {theirs / 1e6:.2f} M joint steps/s ({source}); random play")
    for label, strategies in (("random play", ["random"]), ("the trust model", None)):
        ours = our_steps(strategies)
        lines.append(
            f"  lab, {label}, {ROUNDS} rounds on average: "
            f"{ours / 1e6:7.1f} M joint steps/s, {ours / theirs:6.1f} x"
        )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
