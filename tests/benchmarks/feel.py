"""How trust feels to a player: `python -m tests.benchmarks.feel [SCENARIO]`.

Prints, over 2,000 plays each: how far an unbroken style moves mutual trust from the start to the
end, against each fair counterpart and from each seat; the spread of the starting trust over seeds;
how often and by how much a round moves trust; and, over every pair of personas, what a discovered
lie costs, against the worst single move and the largest event. All in points of 0-100.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from engine.model.arrays import off_diagonal
from engine.play.compiled import Bools, CompiledScenario, Floats
from engine.play.round import Played
from engine.players import PERSONAS
from tests.conftest import ALL, compiled_of
from tests.styles import FAIR, STYLES, Run, run

PLAYS = 2_000


def main(arguments: Sequence[str]) -> None:
    """Print the figures of those scenarios, or of all that there are."""
    for path in map(Path, arguments) if arguments else ALL:
        compiled = compiled_of(path)
        print(f"\n{path.stem}: {compiled.scenario.title.en or compiled.scenario.title.nl}")
        tell_styles(compiled)
        tell_sizes(compiled)


def tell_styles(compiled: CompiledScenario) -> None:
    """How far an unbroken style moves mutual trust."""
    seats = range(compiled.party_count)
    heads = [f"{who[:8]}/{compiled.parties[seat][:8]}" for who in FAIR for seat in seats]
    print(f"  {'mutual trust, start to end':30}" + "".join(f"{head:>19}" for head in heads))
    for style in STYLES:
        runs = [run(compiled, PLAYS, style, who, seat=seat) for who in FAIR for seat in seats]
        cells = "".join(f"{each.moved.mean():+19.1f}" for each in runs)
        print(f"  {style:30}{cells}")


def tell_sizes(compiled: CompiledScenario) -> None:
    """The start, a round, a lie that comes out, the worst move and the largest event."""
    runs = pairs_of_personas(compiled)
    say("starting trust: mean", 100 * runs[0].start.mean())
    say("  lowest and highest of one pair", *spread_of_starts(runs[0]))
    moved = np.concatenate([change_in_round(played) for played in rounds(runs)])
    say("a round moves trust by 2 points or more, %", 100 * (np.abs(moved) >= 2).mean())
    say("  by, in the mean (up, down)", moved[moved >= 2].mean(), moved[moved <= -2].mean())
    lies = losses(runs, lambda played: played.round.discovered)
    say("a discovered lie: mean, worst", *summary(lies))
    doubts = losses(runs, lambda played: played.round.suspected)
    say("an unfounded suspicion: mean, worst", *summary(doubts))
    worst = min(float(played.round.learned.min()) for played in rounds(runs))
    say("the worst single move", 100 * worst)
    for event, change in events(compiled, runs):
        say(f"event {event}: mean, worst", *summary(change))


def pairs_of_personas(compiled: CompiledScenario, plays: int = PLAYS) -> list[Run]:
    """Plays of each persona against each other one, that many in all."""
    each = max(1, plays // len(PERSONAS))
    return [run(compiled, each, None, who, seed=at) for at, who in enumerate(PERSONAS)]


def rounds(runs: Iterable[Run]) -> list[Played]:
    """Every round of those plays."""
    return [played for each in runs for _, played in each.course.rounds]


def off(played: Played) -> Bools:
    """(P, P) the pairs of parties."""
    return off_diagonal(played.before.trust.shape[1])


def change_in_round(played: Played) -> Floats:
    """By how many points trust of every pair moved in that round, events included."""
    change = played.befallen.trust - played.before.trust
    return 100 * change[:, off(played)].ravel()


def spread_of_starts(one: Run) -> tuple[float, float]:
    """The lowest and the highest trust of one party in another, before the first choice."""
    first = one.begun.world.alliance.trust
    pairs = first[:, off_diagonal(first.shape[1])]
    return 100 * float(pairs.min()), 100 * float(pairs.max())


def losses(runs: Iterable[Run], which: Callable[[Played], Bools]) -> Floats:
    """By how many points trust moved where that happened, by what was done and said."""
    return np.concatenate(
        [
            100 * (played.round.learned + played.round.repaired)[which(played)]
            for played in rounds(runs)
        ]
    )


def events(compiled: CompiledScenario, runs: Sequence[Run]) -> Iterable[tuple[str, Floats]]:
    """By event, how far it moved trust of a pair where it came alone and moved it at all."""
    found: dict[str, list[Floats]] = {}
    for played in rounds(runs):
        alone = played.occurred.sum(axis=1) == 1
        change = 100 * (played.befallen.trust - played.after.trust)[:, off(played)]
        for at, event in enumerate(compiled.events):
            hit = change[alone & played.occurred[:, at]].ravel()
            found.setdefault(event, []).append(hit[np.abs(hit) > 1e-9])
    for event, parts in found.items():
        together = np.concatenate(parts)
        if len(together):
            yield event, together


def summary(change: Floats) -> tuple[float, float]:
    """The mean and the largest in size; (0, 0) of nothing."""
    if not len(change):
        return 0.0, 0.0
    return float(change.mean()), float(change[np.argmax(np.abs(change))])


def say(what: str, *figures: float) -> None:
    """One line."""
    print(f"  {what:44}" + "".join(f"{figure:10.1f}" for figure in figures))


if __name__ == "__main__":
    main(sys.argv[1:])
