"""The three standard streams: made ready for any text, and closed without complaint."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO


def prepare_streams() -> None:
    """Make the streams accept any text, and replace missing ones with empty ones.

    Text that a terminal can't show, or a closed stream, must never crash the program.
    """
    nothing = Path(os.devnull)
    sys.stdin = sys.stdin or nothing.open("r", encoding="utf-8")
    sys.stdout = sys.stdout or nothing.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nothing.open("w", encoding="utf-8")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def silence(stream: TextIO) -> None:
    """Discard what is still to be written, so that nothing complains at the very end."""
    with suppress(OSError, ValueError):  # a stream of a test has no descriptor
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
