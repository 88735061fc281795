"""The three standard streams: made ready for any text, and given up without complaint."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO


def prepare_streams() -> None:
    """Make the streams take any text, and put an empty one where there is none.

    What a terminal can't show, or a stream that was closed, is never a reason to fall.
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
    """Let what is still to be written go nowhere, so that nothing complains at the very end."""
    with suppress(OSError, ValueError):  # a stream of a test has no descriptor
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
