"""What is kept from a seat."""

from engine.play.compiled import CompiledScenario
from engine.play.state import NOBODY, World


def is_kept_from(compiled: CompiledScenario, world: World, at: int, seat: str) -> bool:
    """Whether that thing is a secret prop in somebody else's hands."""
    if at == NOBODY or not compiled.is_secret[at]:
        return False
    return world.holder[0, at] not in (compiled.parties.index(seat), compiled.party_count)


def is_secret(compiled: CompiledScenario, world: World, at: int) -> bool:
    """Whether some party does not know of that thing."""
    return any(is_kept_from(compiled, world, at, seat) for seat in compiled.parties)
