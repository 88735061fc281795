"""How fast the lab is, on one core: `python -m tests.benchmarks.lab`.

The packages axelrod and open_spiel are measured in the same run if they are installed; neither is
a dependency, and figures measured earlier replace them otherwise.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from random import Random
from time import perf_counter
from typing import Any

from engine.lab.experiment import Lab
from engine.lab.play import play_lab
from engine.lab.strategies import STRATEGIES
from engine.lab.tournament import tournament

# Measured once on one core of a two-core AMD EPYC machine: axelrod 4.14.0, a match of 200 turns
# at 5 % noise; open_spiel 2.0.2, games of 100 rounds of the prisoner's dilemma played from Python,
# with actions that were drawn before and the returns read at the end.
FROZEN_AXELROD_TURNS = 0.24e6
FROZEN_OPEN_SPIEL_STEPS = 1.8e6

TURNS, NOISE = 200, 0.05
MATCHES = len(STRATEGIES) * (len(STRATEGIES) + 1) // 2
ROUNDS = 100
_GAMES = 50
LAB = Lab("random play", 2, (0.0, 3.0), (1.0, 5.0), continuation=1.0 - 1.0 / ROUNDS)


def best(work: Callable[[], float], times: int = 5) -> float:
    """The highest rate of a few runs: the others were slowed down by the machine."""
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


def our_steps(strategies: list[str] | None, plays: int) -> float:
    """Joint steps a second of the lab mode: one step is a move of both."""
    return best(lambda: float(play_lab(LAB, plays, 1, strategies).tally.rounds))


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
    game = pyspiel.create_repeated_game(stage, {"num_repetitions": ROUNDS})
    drawn = Random(1)
    actions = [[drawn.getrandbits(1), drawn.getrandbits(1)] for _ in range(ROUNDS)]

    def work() -> float:
        for _ in range(_GAMES):
            state = game.new_initial_state()
            for both in actions:
                state.apply_actions(both)
            state.returns()
        return float(_GAMES * ROUNDS)

    return best(work), "measured"


def main() -> None:
    """Write the rates and the ratios, each as soon as it is known."""
    theirs, source = axelrod_turns()
    say(f"axelrod: {theirs / 1e6:.2f} M turns/s ({source}); {TURNS} turns, {NOISE:.0%} noise")
    for repetitions in (10, 64, 640, 1_536, 12_288):
        ours = our_turns(repetitions)
        say(
            f"  tournament of {len(STRATEGIES)}, {repetitions:6d} repetitions: "
            f"{ours / 1e6:7.1f} M turns/s, {ours / theirs:6.0f} x"
        )
    theirs, source = open_spiel_steps()
    say(f"open_spiel: {theirs / 1e6:.2f} M joint steps/s ({source}); random play")
    for label, strategies in (("random play", ["random"]), ("the trust model", None)):
        for plays in (100, 131_072):
            ours = our_steps(strategies, plays)
            say(
                f"  lab, {label}, {plays:6d} games of {ROUNDS} rounds on average: "
                f"{ours / 1e6:7.1f} M joint steps/s, {ours / theirs:6.1f} x"
            )


def say(line: str) -> None:
    """Print one line, at once even if the output goes to a file."""
    print(line, flush=True)


if __name__ == "__main__":
    main()
