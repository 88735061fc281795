"""What is written in tests of the journal, and programs of their own that write it."""

import multiprocessing
import sys
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from threading import Thread
from time import sleep

from game.workshop.journal import Addition, Conflict, Entry, Journal, open_journal

ROOM = "K7QM"


def entries(*names: str, at: float = 1_700_000_000.25) -> list[Entry]:
    """Entries that say these names."""
    return [("said", {"name": each}, at) for each in names]


def names(journal: Journal, stream: int = 1, after: int = 0) -> list[str]:
    """What the entries of that stream say."""
    return [row.body["name"] for row in journal.read(ROOM, stream, after).rows]


# --- in processes of their own ------------------------------------------------------------------

# Each starts as a copy of one that has loaded everything, or else as a new one.
PROCESS: ForkServerContext | SpawnContext = (
    multiprocessing.get_context("spawn")
    if sys.platform == "win32"
    else multiprocessing.get_context("forkserver")
)
PROCESS.set_forkserver_preload([__name__])

THREADS, PROCESSES, EACH = 4, 2, 12


def insist_in_threads(address: str, process: int) -> None:
    """Append from several threads at once."""
    journal = open_journal(address, patience=30)
    threads = [Thread(target=_insist, args=(journal, f"{process}.{n}")) for n in range(THREADS)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    journal.close()


def _insist(journal: Journal, who: str) -> None:
    """Append as a table does: read on after each conflict, and try again."""
    for at in range(EACH):
        while True:
            last = journal.streams(ROOM).get(1, 0)
            try:
                journal.append(ROOM, 1, last, entries(f"{who}-{at}", f"{who}-{at}'"))
                break
            except Conflict:
                continue


def killed_while_writing(path: Path, after: int, pause: float) -> int:
    """How many pairs of entries a program had been told were kept, before it was killed.

    after: so many of them it writes at least; after `pause` more seconds it is killed, whatever
    it is doing then.
    """
    reads, writes = PROCESS.Pipe(duplex=False)
    writing = PROCESS.Process(target=_write_for_ever, args=(str(path), writes))
    writing.start()
    writes.close()
    acknowledged = 0
    try:
        for _ in range(after):
            acknowledged = reads.recv()
        sleep(pause)
        writing.kill()
        while True:
            acknowledged = reads.recv()
    except (EOFError, OSError):  # killed before a message, or in the middle of one
        writing.join()
    return acknowledged


def _write_for_ever(path: str, told: Connection) -> None:
    """Append to two streams at once, and tell what was acknowledged."""
    journal = open_journal(f"sqlite:///{path}", serving=True)
    streams = journal.streams(ROOM)
    written = streams.get(1, 0)
    while True:
        both = [Addition(ROOM, stream, written, entries(f"{written}")) for stream in (1, 2)]
        journal.append_all(both)
        written += 1
        told.send(written)
