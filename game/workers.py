"""Processes that serve the same rooms from one database: any of them answers any phone.

They share one socket, so that the system gives each connection to whoever is free. What one of them
writes the others hear from the database. One that dies is replaced; its phones connect again.
"""

import multiprocessing
import signal
from collections.abc import Mapping
from contextlib import closing, suppress
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from socket import socket
from time import monotonic

import uvicorn

from game import library
from game.errors import UserError
from game.web.app import build
from game.web.serving import server_for
from game.workshop.hall import OpenRoom, open_room
from game.workshop.journal import Journal, open_journal

_HASTE = 2.0  # seconds: a process that lives no longer can't be helped by another one
_PATIENCE = 5.0  # seconds for a process to stop


def server_of(rooms: dict[str, OpenRoom], follows: Journal | None = None) -> uvicorn.Server:
    """A server whose streams end when it is told to stop; otherwise it would wait for them.

    follows: where other processes write in these rooms.
    """

    def close() -> None:
        for room in rooms.values():
            room.close()

    return server_for(build(rooms, follows=follows), close)


def serve(
    listening: socket, database: str, addresses: Mapping[str, str], secret: bytes, many: int
) -> None:
    """Serve these rooms by so many processes until it is interrupted.

    addresses: by code, where others find the room. secret: with which the rooms were opened.
    """
    new = multiprocessing.get_context("spawn").Process
    arguments = (listening, database, dict(addresses), secret, library.folders())
    running: dict[BaseProcess, float] = {}

    def start() -> None:
        process = new(target=_work, args=arguments, daemon=True)
        process.start()
        running[process] = monotonic()

    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        for _ in range(many):
            start()
        while True:
            wait([each.sentinel for each in running])
            for each in [each for each in running if not each.is_alive()]:
                if monotonic() - running.pop(each) < _HASTE:
                    raise UserError("host.worker-stops")
                start()
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)
        for each in running:
            each.terminate()
        for each in running:
            each.join(_PATIENCE)


def _work(
    listening: socket, database: str, addresses: Mapping[str, str], secret: bytes,
    folders: Mapping[str, Path],
) -> None:  # fmt: skip
    """One of the processes. folders: of the scenarios that the first one opened."""
    library.know_folders(folders)
    with closing(open_journal(database)) as journal, suppress(KeyboardInterrupt):
        rooms = {}
        for code, address in addresses.items():
            room = open_room(journal, code, secret=secret)
            if room is not None:
                room.address = address
                rooms[code] = room
        server_of(rooms, journal).run(sockets=[listening])
