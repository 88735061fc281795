"""What the debrief finds for and against each thesis, in some plays by personas."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from engine.debrief import NOTHING, Evidence, Thesis, debrief
from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.simulate.plan import Plan

THESES = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Debriefed:
    """In how many of these plays the debrief has something for a thesis, and against it.

    example: what it says for it most often, from one of these plays.
    """

    thesis: int
    plays: int
    in_favour: int
    against: int
    example: Evidence | None


def debriefs(compiled: CompiledScenario, plan: Plan, plays: int) -> Iterator[tuple[Debriefed, ...]]:
    """After each play, what the debriefs found so far; the plays are spread over the castings."""
    sides: Counter[tuple[int, str]] = Counter()
    codes: Counter[tuple[int, str]] = Counter()
    examples: dict[tuple[int, str], Evidence] = {}
    for at in range(plays):
        number = at * max(1, plan.count // plays)
        for thesis in _debriefed(compiled, plan, number):
            for side in ("in_favour", "against"):
                found = [each for each in getattr(thesis, side) if each.code != NOTHING]
                sides[thesis.number, side] += bool(found)
                if side == "in_favour":
                    for each in found:
                        codes[thesis.number, each.code] += 1
                        examples.setdefault((thesis.number, each.code), each)
        yield tuple(_summed(thesis, at + 1, sides, codes, examples) for thesis in THESES)


def _summed(
    thesis: int,
    plays: int,
    sides: Counter[tuple[int, str]],
    codes: Counter[tuple[int, str]],
    examples: dict[tuple[int, str], Evidence],
) -> Debriefed:
    own = [key for key, _ in codes.most_common() if key[0] == thesis]
    return Debriefed(
        thesis, plays, sides[thesis, "in_favour"], sides[thesis, "against"],
        examples[own[0]] if own else None,
    )  # fmt: skip


def _debriefed(compiled: CompiledScenario, plan: Plan, number: int) -> tuple[Thesis, ...]:
    casting, game = plan.plays(number, number + 1)
    seats = dict(zip(compiled.parties, plan.castings[int(casting[0])], strict=True))
    live = LivePlay.start(
        compiled, seed=plan.seed, seats=seats, digest="", source="", game=int(game[0])
    )
    live.run()
    return debrief(compiled, live.replayed, plays=0).theses
