"""How often each ending, move and event occurs: `uv run python -m tests.benchmarks.stories`.

Seed 7, games 0 to 199 of every pair of personas. These are the figures in the README.
"""

import itertools

import numpy as np

from engine.play.state import NOBODY, World
from engine.scenario.vocabulary import OUTCOMES, PERSONAS
from engine.simulate import simulate
from tests.conftest import SHIPPED, compiled_of

GAMES = np.arange(200)


def main() -> None:
    """Print the shares, scenario by scenario."""
    for path in SHIPPED:
        compiled = compiled_of(path)
        pairs = list(itertools.product(PERSONAS, repeat=2))
        worlds = [
            simulate(compiled, 7, GAMES, [*pair, *[pair[-1]] * (compiled.party_count - 2)])
            for pair in pairs
        ]
        robust = {pair: _robust(world) for pair, world in zip(pairs, worlds, strict=True)}
        outcome = np.concatenate([world.outcome for world in worlds])
        ending = np.concatenate([world.ending for world in worlds])
        used = np.concatenate([world.used.any(axis=1) for world in worlds])
        happened = np.concatenate([world.happened != NOBODY for world in worlds])
        print(f"{compiled.scenario.title.in_language('en')}: {len(outcome)} plays")
        say("outcomes", OUTCOMES, [np.mean(outcome == at) for at in range(len(OUTCOMES))])
        say(
            "endings",
            compiled.endings,
            [np.mean(ending == at) for at in range(len(compiled.endings))],
        )
        say("robust, the same persona everywhere", PERSONAS, [robust[p, p] for p in PERSONAS])
        say("moves", compiled.moves, used.mean(axis=0))
        say("events", compiled.events, happened.mean(axis=0))


def _robust(world: World) -> float:
    """The share of those plays that end robust."""
    return float(np.mean(world.outcome == OUTCOMES.index("success")))


def say(what: str, names: tuple[str, ...], shares: object) -> None:
    """One line, the most frequent first."""
    pairs = sorted(zip(np.asarray(shares, dtype=float), names, strict=True), reverse=True)
    print(f"  {what}: " + ", ".join(f"{name} {100 * share:.1f}%" for share, name in pairs))


if __name__ == "__main__":
    main()
