"""The clock of a table: how long the present choice has taken, without the pauses."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Clock:
    """Times in seconds since 1970. began: of the choice, later by what pauses and gifts took.

    paused: since when it stands still; None while it runs.
    """

    began: float
    paused: float | None = None

    def spent(self, now: float) -> float:
        """Seconds of this choice so far; below zero when more time was given than has passed."""
        return (now if self.paused is None else self.paused) - self.began

    def left(self, now: float, limit: float) -> float:
        """Seconds until that limit; below zero after it."""
        return limit - self.spent(now)

    def pause(self, at: float) -> "Clock":
        """Standing still from then on."""
        return self if self.paused is not None else replace(self, paused=at)

    def resume(self, at: float) -> "Clock":
        """Running again, as if the pause had not been."""
        if self.paused is None:
            return self
        return Clock(self.began + max(0.0, at - self.paused))

    def give(self, seconds: float) -> "Clock":
        """With so much more time, or less."""
        return replace(self, began=self.began + seconds)

    def restart(self, at: float) -> "Clock":
        """Of the next choice: as long as the table pauses it stands at nothing."""
        return Clock(at, None if self.paused is None else at)
