"""What moves on the screen: changing numbers, and new screens fading in."""

import time

# Design choices, in milliseconds.
_TWEEN_MS = 420
_VEIL_MS = 160


class Clock:
    """Milliseconds by a monotonic clock; pygame's own stays at 0 until its timer runs."""

    def __init__(self) -> None:
        self._skipped = 0

    def now(self) -> int:
        """The time."""
        return time.monotonic_ns() // 1_000_000 + self._skipped

    def skip(self, milliseconds: int) -> None:
        """Go on as if so much time had passed: for who plays without waiting."""
        self._skipped += milliseconds


class Motion:
    """The positions of everything that moves. is_still: with reduced motion, nothing does."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._numbers: dict[str, tuple[float, float, int]] = {}  # start, end, since
        self._shown_at = 0

    def show(self) -> None:
        """A new screen has come."""
        self._shown_at = self._clock.now()

    def veil(self, *, is_still: bool) -> float:
        """How much of the background still covers a new screen, from 1 to 0."""
        if is_still:
            return 0.0
        return max(0.0, 1.0 - (self._clock.now() - self._shown_at) / _VEIL_MS)

    def at(self, name: str, target: float, *, is_still: bool) -> float:
        """The number as shown now, on its way to the target."""
        now = self._clock.now()
        if is_still or name not in self._numbers:
            self._numbers[name] = (target, target, now)
            return target
        start, end, since = self._numbers[name]
        at = _between(start, end, now - since)
        if end != target:
            self._numbers[name] = (at, target, now)
        return at

    def is_going_on(self, *, is_still: bool) -> bool:
        """Whether something is still moving."""
        now = self._clock.now()
        return self.veil(is_still=is_still) > 0 or any(
            start != end and now - since <= _TWEEN_MS
            for start, end, since in self._numbers.values()
        )


def _between(start: float, end: float, since: int) -> float:
    share = min(1.0, since / _TWEEN_MS)
    eased = 1 - (1 - share) ** 3
    return start + (end - start) * eased
