"""Whether what a party wanted was met, by what its author says of each want."""

from engine.play.compiled import CompiledScenario
from engine.play.conditions import holds
from engine.play.state import State

# By want, in the order of the file; None where the author does not say when it is met.
WantsMet = dict[str, bool | None]


def wants_met(compiled: CompiledScenario, state: State, party: str) -> WantsMet:
    """By want of that party, whether it was met; nothing while the play goes on."""
    if not state.is_over:
        return {}
    written = compiled.scenario.parties[party]
    return {
        want: bool(holds(written.met[want], compiled, state.world, public=False)[0])
        if want in written.met
        else None
        for want in written.wants
    }
