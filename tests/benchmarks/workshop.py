"""A hall full of phones: how quickly choices are taken and reveals arrive.

`python -m tests.benchmarks.workshop --phones 100 [--scenario NAME] [--a-party 3]
[--thought 5 30] [--database URL --workers 2]`

A server of its own and clients in another process, over real HTTP: every phone listens, reads its
page whenever something is new, says what it wants, and seals if it holds the pen, after a thought
of so many seconds, until its table has finished. Two figures: how long a press takes until the
page after it has come, and how long it takes from the last choice of a round, as the journal dates
it, until each phone of that table has its page. At the end the journal is held against what was
acknowledged: nothing may be lost or taken twice.
"""

import argparse
import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from random import Random
from statistics import quantiles
from urllib.parse import urlencode
from urllib.request import urlopen

from game import library
from game.workshop.earlier import new_table
from game.workshop.entries import read_table_entry
from game.workshop.hall import OpenRoom, open_room
from game.workshop.journal import Journal, open_journal
from tests.web.serving import PASSPHRASE, SECRET, new_room
from tests.workshop.kills import Said, compare

CODE = "load"
_FIELD = re.compile(r"<(?:input|select)\b[^>]*>")
_GIVEN = re.compile(r'([a-z-]+)="([^"]*)"')


# --- the server ---------------------------------------------------------------------------------


def serve(database: str, told: Path, workers: int) -> None:
    """Serve the room of that journal; told: the file that gets the port."""
    from game import workers as processes
    from game.web.address import listen

    listening = listen(0)
    told.write_text(str(listening.getsockname()[1]))
    if workers > 1:
        processes.serve(listening, database, {CODE: "http://127.0.0.1"}, SECRET, workers)
        return
    journal = open_journal(database)
    room = open_room(journal, CODE, secret=SECRET)
    assert room is not None
    processes.server_of({CODE: room}).run(sockets=[listening])


@dataclass(frozen=True)
class Used:
    """What the processes of a server have used: MB of memory at most, seconds of CPU."""

    megabytes: float
    cpu: float


def used_by(server: int) -> Used:
    """What a server and the processes that it started have used, as Linux tells it."""
    every = [server, *_children(server)]
    memory = (Path(f"/proc/{each}/status").read_text() for each in every)
    peaks = [int(text.partition("VmHWM:")[2].split()[0]) / 1024 for text in memory]
    stats = [Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in every]
    ticks = sum(int(each[11]) + int(each[12]) for each in stats)
    return Used(sum(peaks), ticks / os.sysconf("SC_CLK_TCK"))


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(each) for each in listed.split()]


# --- a phone --------------------------------------------------------------------------------------


@dataclass
class Measured:
    """What the phones have seen.

    taken: seconds from a press until the page after it has come. answers: how many with which
    status; 400 is a form filled in by chance that the game did not take.
    """

    taken: list[float] = field(default_factory=list)
    answers: Counter[int] = field(default_factory=Counter)


@dataclass
class Phone:
    """A client that keeps one connection open for its requests and one to listen.

    looked: when it asked for a page and when that had come, in seconds since 1970.
    """

    port: int
    name: str
    seat: str
    luck: Random
    measured: Measured
    thought: tuple[float, float]
    cookie: str = ""
    said: Said = field(default_factory=Said)
    looked: list[tuple[float, float]] = field(default_factory=list)
    streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def look(self) -> str:
        """The page of its seat."""
        began = time.time()
        _, page = await self.ask("GET", f"/{CODE}/seat")
        self.looked.append((began, time.time()))
        return page

    async def ask(
        self, method: str, path: str, form: dict[str, str] | None = None
    ) -> tuple[int, str]:
        """The status of the answer, and what came with it."""
        body = urlencode(form or {}).encode()
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {self.cookie}\r\n"
        )
        if method == "POST":
            head += "Content-Type: application/x-www-form-urlencoded\r\n"
            head += f"Content-Length: {len(body)}\r\n"
        # A server gives up a connection that says nothing for a while; a browser opens another.
        if self.streams is None or self.streams[0].at_eof():
            self.streams = await asyncio.open_connection("127.0.0.1", self.port, limit=2**20)
        reader, writer = self.streams
        writer.write(head.encode() + b"\r\n" + (body if method == "POST" else b""))
        await writer.drain()
        status, headers = await _head(reader)
        text = (await reader.readexactly(int(headers.get("content-length", "0")))).decode()
        if "set-cookie" in headers:
            self.cookie = headers["set-cookie"].partition(";")[0]
        self.measured.answers[status] += 1
        return status, text

    async def news(self) -> AsyncIterator[None]:
        """Whenever something may be new; at the start as well, as nobody listened before that."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(
            f"GET /{CODE}/news HTTP/1.1\r\nHost: x\r\nCookie: {self.cookie}\r\n\r\n".encode()
        )
        await _head(reader)
        while line := await reader.readline():
            if line.startswith(b"data:"):
                yield

    async def plays(self) -> None:
        await self.ask(
            "POST", f"/{CODE}/join", {"name": self.name, "language": "en", "seat": self.seat}
        )
        fresh = asyncio.Event()

        async def listen() -> None:
            async for _ in self.news():
                fresh.set()

        listening = asyncio.create_task(listen())
        page = await self.look()
        thinks_until = None
        while "part end" not in page:
            form = filled(page, self.luck)
            if form is None:
                thinks_until = None
            elif thinks_until is None:
                thinks_until = time.time() + self.luck.uniform(*self.thought)
            elif time.time() >= thinks_until:
                page, thinks_until = await self._press(form), None
                continue
            left = None if thinks_until is None else max(0.0, thinks_until - time.time())
            try:
                await asyncio.wait_for(fresh.wait(), left)
            except TimeoutError:
                continue
            fresh.clear()
            page = await self.look()
        listening.cancel()

    async def _press(self, form: dict[str, str]) -> str:
        """The page that comes after that choice, once it has been acknowledged."""
        began = time.perf_counter()
        status, page = await self.ask("POST", f"/{CODE}/seat", form)
        if status == 303:
            self.said.wishes.append((form["moment"], form["stage"], form))
            page = await self.look()
        self.measured.taken.append(time.perf_counter() - began)
        return page


async def _head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    pairs = (line.partition(": ") for line in lines[1:] if ": " in line)
    return int(lines[0].split()[1]), {name.lower(): value for name, _, value in pairs}


def filled(page: str, luck: Random) -> dict[str, str] | None:
    """The form of that page, filled in by chance; None if there is nothing to choose."""
    form = re.search(r'<form method="post" class="ask.*?</form>', page, re.DOTALL)
    if form is None or '<fieldset class="locked-away" disabled>' in form[0]:
        return None
    answers: dict[str, list[str]] = {}
    sent = {}
    for each in _FIELD.findall(form[0]):
        given = {name: unescape(value) for name, value in _GIVEN.findall(each)}
        kind, name = given.get("type", ""), given.get("name", "")
        if kind == "hidden" or kind == "number":
            sent[name] = given.get("value") or given.get("max", "")
        elif kind == "radio":
            answers.setdefault(name, []).append(given.get("value", ""))
    sent |= {name: luck.choice(values) for name, values in answers.items()}
    return sent | {"end": "on"} if sent.get("move") != "walk-out" else sent


async def play_all(phones: Sequence[Phone]) -> None:
    """Let them all come in, begin, and play to the end."""
    trainer = Phone(phones[0].port, "", "", Random(0), phones[0].measured, phones[0].thought)

    async def begin() -> None:
        while not all(each.looked for each in phones):
            await asyncio.sleep(0.1)
        await trainer.ask("POST", f"/{CODE}/console/login", {"passphrase": PASSPHRASE})
        await trainer.ask("POST", f"/{CODE}/console/do/begin", {"table": "all"})

    await asyncio.gather(begin(), *(each.plays() for each in phones))


def reveals(journal: Journal, phones: Sequence[Phone]) -> Iterator[float]:
    """Seconds from the last choice of each step until each phone of the table had its page."""
    found = open_room(journal, CODE)
    assert found is not None
    for number in range(1, found.room.tables + 1):
        here = [each for each in phones if each.seat.startswith(f"{number}.")]
        for sealed in list(_last_choices(found, number)):
            for phone in here:
                came = [done for began, done in phone.looked if began >= sealed]
                if came:
                    yield min(came) - sealed


def _last_choices(found: OpenRoom, number: int) -> Iterator[float]:
    """When the last of the parties had chosen, step by step."""
    table = new_table(found.compiled, found.room.opened, number, found.room.opened_at)
    for row in found.journal.read(found.code, number).rows:
        before = table.moment
        table.apply(read_table_entry(row.kind, row.body), row.at)
        if table.moment != before:
            yield row.at


# --- all of it ------------------------------------------------------------------------------------


def main() -> None:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=100)
    parser.add_argument("--a-party", type=int, default=3)
    parser.add_argument("--thought", type=float, nargs=2, default=(5.0, 30.0), metavar="SECONDS")
    parser.add_argument("--scenario", default="care-merger")
    parser.add_argument("--database")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--serve", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        serve(asked.serve[0], Path(asked.serve[1]), asked.workers)
        return
    with tempfile.TemporaryDirectory() as folder:
        run(asked, Path(folder))


def run(asked: argparse.Namespace, folder: Path) -> None:
    """Play in a hall of that size, and print what came of it."""
    database, told = asked.database or f"sqlite:///{folder}/journal.db", folder / "port"
    path = library.find(asked.scenario)
    parties = list(library.open_scenario(path, "en").scenario.parties)
    tables = max(1, round(asked.phones / (asked.a_party * len(parties))))
    journal = open_journal(database)
    journal.purge(CODE)
    new_room(journal, path, code=CODE, tables=tables)
    command = [sys.executable, "-m", "tests.benchmarks.workshop", "--workers", str(asked.workers)]
    server = subprocess.Popen([*command, "--serve", database, str(told)])
    while not told.exists() or not told.read_text():
        time.sleep(0.1)
    port, measured, thought = int(told.read_text()), Measured(), tuple(asked.thought)
    phones = [
        Phone(port, name := f"{party}-{table}-{n}", f"{table}.{party}", Random(name), measured,
              thought)
        for table in range(1, tables + 1)
        for party in parties
        for n in range(asked.a_party)
    ]  # fmt: skip
    until_answered(port)
    before, began = used_by(server.pid), time.perf_counter()
    asyncio.run(play_all(phones))
    took, used = time.perf_counter() - began, used_by(server.pid)
    server.terminate()
    server.wait(timeout=30)
    compare(journal, CODE, phones)
    choices = len(measured.taken)
    print(f"{len(phones)} phones at {tables} tables, {os.cpu_count()} cores, {took:.0f} s")
    print(f"{choices} choices, {choices / took:.1f} a second; none lost, none taken twice")
    print(f"a press until its page: {_shares(measured.taken)}")
    print(f"a reveal on each phone: {_shares(list(reveals(journal, phones)))}")
    each = f"{1000 * (used.cpu - before.cpu) / choices:.0f} ms of CPU for a choice"
    print(f"server: {used.megabytes:.0f} MB at most, {each}")
    print(f"answers: {dict(measured.answers)}")
    journal.close()


def until_answered(port: int) -> None:
    """Wait until the server answers, so that what its start takes is not counted."""
    while True:
        with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/static/room.js"):
            return
        time.sleep(0.1)


def _shares(seconds: Sequence[float]) -> str:
    cuts = quantiles(seconds, n=100)
    return f"median {1000 * cuts[49]:.0f} ms, p95 {1000 * cuts[94]:.0f} ms"


if __name__ == "__main__":
    main()
