"""Connections that bring nothing: a request whose head never ends is given up after a while.

The server itself waits for ever for a head, and so do the memory and the open file that it takes.
Bodies have a time of their own, see `game.web.guards`.
"""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

# Design choices: a phone on the worst network needs a second; the cookies of a table come to 1 kB.
HEAD_SECONDS = 10.0
HEAD_BYTES = 16_000


class Patient(H11Protocol):
    """A connection that is closed if no whole head comes in time, or what follows never ends."""

    _ends: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """The first head is expected."""
        super().connection_made(transport)
        self._expect()

    def data_received(self, data: bytes) -> None:
        """Something came: a byte more is no more time."""
        super().data_received(data)
        if self._is_answering:
            self._stop_expecting()
        else:
            self._expect()

    def on_response_complete(self) -> None:
        """The next head has time once it begins."""
        self._stop_expecting()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing more is expected."""
        self._stop_expecting()
        super().connection_lost(exc)

    @property
    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _expect(self) -> None:
        if self._ends is None:
            self._ends = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _stop_expecting(self) -> None:
        if self._ends is not None:
            self._ends.cancel()
            self._ends = None

    def _give_up(self) -> None:
        if not self._is_answering:
            self.transport.close()
