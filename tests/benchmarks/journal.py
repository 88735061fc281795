"""How fast the journal writes and reads: `python -m tests.benchmarks.journal [ADDRESS]`.

Prints appends a second, each on the disk before the next begins: one after the other, and from
many threads at once. Beside it the most that the disk allows: a line added to a file and synced.
Then what a restart costs: opening, checking and reading 50 tables of 400 entries each. Without an
address of PostgreSQL, in a file in the present folder, because a folder for temporary files may be
in memory.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from game.workshop.journal import Entry, Journal, open_journal

ROOM, SECONDS = "BENCH", 2.0
BODY = {"step": 17, "party": "northgate", "person": "p3f9", "choice": {"move": "open-the-books"}}
ENTRY: list[Entry] = [("sealed", BODY, 1_700_000_000.25)]
TABLES, ENTRIES = 50, 400


def rate(threads: int, act: Callable[[int, int], object]) -> tuple[float, float]:
    """Acts a second over all threads, and the median of milliseconds that one takes."""
    times: list[list[float]] = [[] for _ in range(threads)]
    end = time.perf_counter() + SECONDS

    def go_on(thread: int) -> None:
        while (before := time.perf_counter()) < end:
            act(thread, len(times[thread]))
            times[thread].append(1000 * (time.perf_counter() - before))

    running = [Thread(target=go_on, args=(n,)) for n in range(threads)]
    for each in running:
        each.start()
    for each in running:
        each.join()
    together = [each for found in times for each in found]
    return len(together) / SECONDS, statistics.median(together)


def synced(path: Path) -> tuple[float, float]:
    """The same for a line that is added to a plain file and synced."""
    with path.open("ab", buffering=0) as file:

        def add(thread: int, at: int) -> None:
            file.write(b"x" * 300)
            os.fsync(file.fileno())

        return rate(1, add)


def tell_writing(journal: Journal) -> None:
    """Appends by one thread, and by several with a table each."""
    for threads in (1, 4, 16, 64):
        room = f"{ROOM}-{threads}"
        journal.create(room, "x", 0.0)
        found = rate(threads, lambda n, at, room=room: journal.append(room, n + 1, at, ENTRY))  # type: ignore[misc]
        say(f"appends a second, {threads} at once", *found)
        journal.purge(room)


def tell_restart(address: str) -> None:
    """From nothing to all tables of a large room read."""
    journal = open_journal(address)
    journal.create(ROOM, "x", 0.0)
    for table in range(1, TABLES + 1):
        journal.append(ROOM, table, 0, ENTRY * ENTRIES)
    journal.close()
    before = time.perf_counter()
    journal = open_journal(address)
    opened = time.perf_counter()
    for table in journal.streams(ROOM):
        assert len(journal.read(ROOM, table).rows) == ENTRIES
    done = time.perf_counter()
    say("opening and checking, ms", 1000 * (opened - before))
    say(f"reading {TABLES} tables of {ENTRIES}, ms", 1000 * (done - opened))
    journal.purge(ROOM)
    journal.close()


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    with TemporaryDirectory(dir=Path.cwd()) as folder:
        say("lines synced a second", *synced(Path(folder) / "line"))
        address = arguments[0] if arguments else f"sqlite:///{folder}/journal.db"
        journal = open_journal(address)
        tell_writing(journal)
        journal.close()
        tell_restart(address)


def say(what: str, figure: float, median: float | None = None) -> None:
    """One line. median: milliseconds that one takes."""
    print(f"{what:36}{figure:9.1f}" + (f"{median:9.2f} ms each" if median is not None else ""))


if __name__ == "__main__":
    main(sys.argv[1:])
