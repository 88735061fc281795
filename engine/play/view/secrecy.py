"""What is kept from a seat."""

from engine.play.compiled import CompiledScenario
from engine.play.state import NOBODY, World


def is_kept_from(compiled: CompiledScenario, world: World, at: int, seat: str) -> bool:
    """Whether that thing is a secret prop in somebody else's hands."""
    if not is_secret(compiled, world, at):
        return False
    return int(world.holder[0, at]) != compiled.parties.index(seat)


def is_secret(compiled: CompiledScenario, world: World, at: int) -> bool:
    """Whether only the party that holds it knows of that thing: a secret prop off the table."""
    if at == NOBODY:
        return False
    thing = compiled.elements[at]
    if thing.chapter != "props" or not compiled.scenario.props[thing.id].secret:
        return False
    return int(world.holder[0, at]) != compiled.party_count
