"""What is kept from a seat."""

from engine.play.compiled import CompiledScenario
from engine.play.state import NOBODY, World


def is_kept_from(compiled: CompiledScenario, world: World, at: int, seat: str) -> bool:
    """Whether that thing is a secret prop in somebody else's hands."""
    if at == NOBODY:
        return False
    thing = compiled.elements[at]
    if thing.chapter != "props" or not compiled.scenario.props[thing.id].secret:
        return False
    holder = int(world.holder[0, at])
    return holder not in (compiled.party_count, compiled.parties.index(seat))
