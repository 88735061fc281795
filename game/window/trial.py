"""Many plays of a scenario by themselves, while its author looks at what they showed so far."""

from collections.abc import Iterator
from threading import Thread

from engine.balance import FULL, Balance, balancing
from engine.live_play import CompiledScenario
from engine.simulate import Plan, Routes, castings_of, routes_of

# The same plays as `map` makes, in pieces of a few hundredths of a second.
_PLAYS, _PIECE = 1_296, 162


class Trial:
    """Plays in a thread of its own, so that no key waits for it. Each result takes the place of the
    one before, and is not changed after that.
    """

    def __init__(self, compiled: CompiledScenario) -> None:
        self.compiled = compiled
        self.plan = Plan(0, _PLAYS, castings_of(compiled), _PIECE)
        self.routes: Routes | None = None  # when all of those plays were made
        self.balance: Balance | None = None
        self.is_over = False
        self._is_stopped = False
        self._thread = Thread(target=self.work, name="trial", daemon=True)

    @property
    def done(self) -> float:
        """The share of the work that is done, in [0, 1]."""
        return 0.0 if self.balance is None else self.balance.done

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Stop after the piece that is being done; what was found stays."""
        self._is_stopped = True

    def wait(self) -> None:
        """Wait until it is over."""
        self._thread.join()

    def work(self) -> None:
        """Do all of it, unless it is stopped."""
        try:
            for _ in self._steps():
                if self._is_stopped:
                    return
        finally:
            self.is_over = True

    def _steps(self) -> Iterator[None]:
        total: Routes | None = None
        for some in routes_of(self.compiled, self.plan):
            total = some if total is None else total + some
            yield
        self.routes = total
        for found in balancing(self.compiled, effort=FULL):
            self.balance = found
            yield
