"""Many plays at once: the batch, and what is counted over it."""

from engine.simulate.batch import continue_from, play_on, play_out, simulate

__all__ = ["continue_from", "play_on", "play_out", "simulate"]
