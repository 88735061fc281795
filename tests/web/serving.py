"""A real server for tests, in a thread of this process, with a room in a folder of its own."""

import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep, time

from game import library
from game.web.address import listen
from game.web.doors import kept_passphrase
from game.workers import server_of
from game.workshop.entries import Opened
from game.workshop.hall import OpenRoom, open_room, written
from game.workshop.journal import Journal, open_journal

PASSPHRASE = "bado-kiru-mela-sofi"
SECRET = b"of this laptop"


@dataclass(frozen=True)
class Served:
    """A room that is served. address: of the room, where people come in."""

    address: str
    passphrase: str
    room: OpenRoom
    journal: Journal


def new_room(journal: Journal, path: Path, *, code: str, tables: int, seed: int = 5) -> OpenRoom:
    """A room for that scenario in the journal."""
    opened, now = library.open_scenario(path, "en"), time()
    first = Opened(
        source=opened.source, packed=opened.packed, digest=opened.digest, seed=seed, language="en",
        tables=tables, salt="salt", passphrase=kept_passphrase(SECRET, "salt", PASSPHRASE),
    )  # fmt: skip
    journal.create(code, opened.source, now, [written(first, now)])
    found = open_room(journal, code, secret=SECRET)
    assert found is not None
    return found


@contextmanager
def serve(path: Path, folder: Path, *, tables: int = 1) -> Iterator[Served]:
    """A room for that scenario, served until the end of the block."""
    journal = open_journal(f"sqlite:///{folder / 'journal.db'}")
    room = new_room(journal, path, code="test", tables=tables)
    listening = listen(0)
    port = listening.getsockname()[1]
    room.address = f"http://127.0.0.1:{port}/test"
    server = server_of({"test": room})
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)  # what fails in the server is shown
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        sleep(0.01)
    try:
        yield Served(room.address, PASSPHRASE, room, journal)
    finally:
        server.handle_exit(signal.SIGTERM, None)
        thread.join(timeout=10)
        journal.close()
