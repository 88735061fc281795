"""A play-test from beginning to end, a batch of plays at a time, so that it can stop in between."""

from collections.abc import Iterator
from typing import Literal

from engine.play.compiled import CompiledScenario
from engine.playtest.explore import Trial, at_random, by_personas
from engine.playtest.findings import Report
from engine.playtest.index import index_of
from engine.playtest.search import Search

StageOfTest = Literal["personas", "random", "search"]
STAGES: tuple[StageOfTest, ...] = ("personas", "random", "search")
# Design choices: half as many plays at random as by personas, and twice as many that begin with a
# choice near the beginning of a phase: they are many, and come where the others do not.
_RANDOM, _SEARCH = 0.5, 2


class Playtest:
    """What was played so far, and what is still to play."""

    def __init__(self, compiled: CompiledScenario, seed: int) -> None:
        self.trial = Trial(compiled, index_of(compiled), seed)
        self.search = Search(self.trial)
        self.found = {stage: self.trial.nothing() for stage in STAGES}

    @property
    def report(self) -> Report:
        """What was found so far."""
        return Report(self.trial, *(self.found[stage] for stage in STAGES))

    def run(self, stage: StageOfTest, plays: int) -> Iterator[int]:
        """Play that part of the test; yields after each batch how many plays it was."""
        match stage:
            case "personas":
                batches = by_personas(self.trial, plays)
            case "random":
                batches = at_random(self.trial, max(1, round(plays * _RANDOM)))
            case "search":
                batches = self.search.run(
                    self.found["personas"] + self.found["random"], plays * _SEARCH
                )
        for batch in batches:
            self.found[stage] = self.found[stage] + batch
            yield batch.plays
