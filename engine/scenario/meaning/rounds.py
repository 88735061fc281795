"""How many rounds a play can have had at each place in the script."""

from collections.abc import Mapping
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from engine.scenario.schema import Phase, Scenario

Rounds = tuple[int, int]  # the fewest and the most
NO_END = 1_000_000


class Calendar:
    """The rounds of a script; unlimited if it goes round in a circle.

    Every play that the script allows is counted, whatever the players agree on: a phase
    with negotiable rounds has any number between its bounds, and one that can be off may have
    none. A play that somebody walks out of is shorter, and that is counted too.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._phases = scenario.script.phases
        self._start = scenario.script.start
        events = scenario.script.events.values()
        self._droppable = {name for event in events for name in event.takes_away}

    @cached_property
    def longest(self) -> int:
        """The rounds of the longest play."""
        return max(self.played_after(phase)[1] for phase in self._before)

    def rounds_of(self, phase_id: str) -> Rounds:
        """The rounds that are played in a phase."""
        phase = self._phases[phase_id]
        if phase.rounds is None:
            return 0, 0
        lowest, highest = phase.negotiable.between or (phase.rounds, phase.rounds)
        lowest = lowest if phase.until is None else 1
        return (0 if self._can_be_off(phase_id, phase) else lowest), highest

    def played_before(self, phase_id: str) -> Rounds:
        """The rounds played when a phase begins; (0, 0) if no phase leads to it."""
        return self._before.get(phase_id, (0, 0))

    def played_after(self, phase_id: str) -> Rounds:
        """The rounds that have been played when a phase has ended."""
        before, own = self.played_before(phase_id), self.rounds_of(phase_id)
        return before[0] + own[0], before[1] + own[1]

    def _can_be_off(self, phase_id: str, phase: Phase) -> bool:
        can_be_dropped = phase.negotiable.allowed or phase_id in self._droppable
        return not phase.starts or can_be_dropped

    @cached_property
    def _before(self) -> Mapping[str, Rounds]:
        """The rounds before every phase that is reached."""
        ways: dict[str, set[str]] = {phase_id: set() for phase_id in self._phases}
        for phase_id, phase in self._phases.items():
            for branch in phase.next:
                ways[branch.to].add(phase_id)
        try:
            order = list(TopologicalSorter(ways).static_order())
        except CycleError:
            return dict.fromkeys(self._phases, (0, NO_END))
        before: dict[str, Rounds] = {self._start: (0, 0)}
        for phase_id in order:
            if phase_id not in before:
                continue
            own = self.rounds_of(phase_id)
            fewest, most = before[phase_id][0] + own[0], before[phase_id][1] + own[1]
            for branch in self._phases[phase_id].next:
                known = before.get(branch.to, (fewest, most))
                before[branch.to] = min(known[0], fewest), max(known[1], most)
        return before
