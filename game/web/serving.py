"""A server that is quiet, patient with nobody, and ends its streams when it is told to stop."""

from collections.abc import Callable
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from game.web.patience import HEAD_BYTES, Patient


def server_for(app: ASGIApp, close: Callable[[], None]) -> uvicorn.Server:
    """The server of that application. close: ends its streams, for which it would wait."""

    class Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            close()
            super().handle_exit(sig, frame)

    config = uvicorn.Config(
        app, log_level="critical", access_log=False, lifespan="on",
        timeout_graceful_shutdown=2, timeout_keep_alive=30, http=Patient, ws="none",
        h11_max_incomplete_event_size=HEAD_BYTES,
    )  # fmt: skip
    return Server(config)
