"""Many plays at once: the batch, and what is counted over it."""

from engine.simulate.batch import (
    Plays,
    Watch,
    begin_all,
    cast_of,
    continue_from,
    play_on,
    play_out,
    simulate,
)

__all__ = [
    "Plays", "Watch", "begin_all", "cast_of", "continue_from", "play_on", "play_out", "simulate",
]  # fmt: skip
