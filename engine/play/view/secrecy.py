"""What is kept from a seat."""

from engine.play.compiled import CompiledScenario
from engine.play.rules import kept_from
from engine.play.state import NOBODY, World


def is_kept_from(compiled: CompiledScenario, world: World, at: int, seat: str) -> bool:
    """Whether that thing is a secret prop in somebody else's hands."""
    return at != NOBODY and bool(kept_from(compiled, world, compiled.parties.index(seat))[0, at])


def is_secret(compiled: CompiledScenario, world: World, at: int) -> bool:
    """Whether some party does not know of that thing."""
    return any(is_kept_from(compiled, world, at, seat) for seat in compiled.parties)
