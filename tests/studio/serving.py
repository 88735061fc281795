"""The studio served for tests, in a thread of this process."""

import signal
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from engine.scenario.vocabulary import Language
from game.studio.desk import Desk
from game.web.address import listen
from game.web.serving import server_for
from game.web.studio import build


@dataclass(frozen=True)
class Studio:
    """A studio that is served. address: of its first page, with a slash at the end."""

    address: str
    path: Path
    desk: Desk


@contextmanager
def serve(path: Path, language: Language = "en", *, plays: bool = False) -> Iterator[Studio]:
    """The studio of that file until the end of the block. plays: whether many plays are played."""
    desk = Desk(path, language)
    if not plays:
        desk._play = lambda: None  # type: ignore[method-assign]
    with closing(listen(0, only_here=True)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        server = server_for(build(desk), desk.close)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            sleep(0.01)
        try:
            yield Studio(address, path, desk)
        finally:
            server.handle_exit(signal.SIGTERM, None)
            thread.join(timeout=10)
