"""A hall full of phones: how quickly choices are taken and reveals arrive.

`python -m tests.benchmarks.workshop --phones 100 [--scenario NAME] [--a-party 3] [--database URL]`

A server of its own and clients in another process, over real HTTP: every phone listens, reads its
page whenever something is new, says what it wants, and seals if it holds the pen, after a short
thought, until its table has finished. Nothing may be lost or taken twice: at the end the journal is
held against what was acknowledged.
"""

import argparse
import asyncio
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from random import Random
from statistics import quantiles
from urllib.parse import urlencode

from game import library
from game.workshop.journal import open_journal
from tests.web.serving import new_room

A_THOUGHT = (0.2, 2.0)  # seconds, to keep the benchmark short; people take a hundred times as long
_FIELD = re.compile(r"<(?:input|select)\b[^>]*>")
_GIVEN = re.compile(r'([a-z-]+)="([^"]*)"')


# --- the server ---------------------------------------------------------------------------------


def serve(database: str, port_file: Path) -> None:
    """Serve the room of that journal; says on which port, and at the end how much memory it had."""
    import signal

    import uvicorn

    from game.web.address import listen
    from game.web.app import build
    from game.workshop.hall import open_room

    journal = open_journal(database)
    room = open_room(journal, "load")
    assert room is not None
    listening = listen(0)
    port_file.write_text(str(listening.getsockname()[1]))
    server = uvicorn.Server(uvicorn.Config(build({"load": room}), log_level="error"))

    def stop(*_: object) -> None:
        room.close()
        server.should_exit = True

    signal.signal(signal.SIGTERM, stop)
    server.run(sockets=[listening])
    used = resource.getrusage(resource.RUSAGE_SELF)
    port_file.write_text(
        json.dumps({"mb": used.ru_maxrss / 1024, "cpu": used.ru_utime + used.ru_stime})
    )


# --- a phone --------------------------------------------------------------------------------------


@dataclass
class Measured:
    """Seconds: until a choice was acknowledged, and until a phone had the page after the last."""

    taken: list[float] = field(default_factory=list)
    revealed: list[float] = field(default_factory=list)
    sealed: dict[tuple[int, str], float] = field(default_factory=dict)
    acknowledged: int = 0
    failed: int = 0


@dataclass
class Phone:
    """A client that keeps one connection open for its requests and one to listen."""

    port: int
    name: str
    seat: str
    luck: Random
    measured: Measured
    cookie: str = ""
    moment: str = ""
    streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> str:
        """The page that comes, after redirects."""
        body = urlencode(form or {}).encode()
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {self.cookie}\r\n"
        )
        if method == "POST":
            head += "Content-Type: application/x-www-form-urlencoded\r\n"
            head += f"Content-Length: {len(body)}\r\n"
        if self.streams is None:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port, limit=2**20)
        reader, writer = self.streams
        writer.write(head.encode() + b"\r\n" + (body if method == "POST" else b""))
        await writer.drain()
        status, headers = await _head(reader)
        text = (await reader.readexactly(int(headers.get("content-length", "0")))).decode()
        if "set-cookie" in headers:
            self.cookie = headers["set-cookie"].partition(";")[0]
        if status == 303:
            return await self.ask("GET", headers["location"])
        if status >= 400:
            self.measured.failed += 1
        return text

    async def news(self) -> AsyncIterator[None]:
        """Whenever something is new."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(
            f"GET /load/news HTTP/1.1\r\nHost: x\r\nCookie: {self.cookie}\r\n\r\n".encode()
        )
        await _head(reader)
        while line := await reader.readline():
            if line.startswith(b"data: new"):
                yield

    async def plays(self) -> None:
        await self.ask(
            "POST", "/load/join", {"name": self.name, "language": "en", "seat": self.seat}
        )
        fresh = asyncio.Event()

        async def listen() -> None:
            async for _ in self.news():
                fresh.set()

        listening = asyncio.create_task(listen())
        page = await self.ask("GET", "/load/seat")
        while "part end" not in page:
            form = filled(page, self.luck)
            if form is not None:
                await asyncio.sleep(self.luck.uniform(*A_THOUGHT))
                began = time.perf_counter()
                page = await self.ask("POST", "/load/seat", form)
                self.measured.taken.append(time.perf_counter() - began)
                self.measured.acknowledged += 1
                continue
            await fresh.wait()
            fresh.clear()
            page = await self.ask("GET", "/load/seat")
        listening.cancel()


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


async def play_all(port: int, tables: int, parties: list[str], a_party: int) -> Measured:
    measured = Measured()
    phones = [
        Phone(port, name := f"{party}-{table}-{n}", f"{table}.{party}", Random(name), measured)
        for table in range(1, tables + 1)
        for party in parties
        for n in range(a_party)
    ]  # fmt: skip
    trainer = Phone(port, "", "", Random(0), measured)

    async def begin() -> None:
        await asyncio.sleep(1.0 + len(phones) / 100)
        await trainer.ask("POST", "/load/console/login", {"passphrase": "bado-kiru-mela-sofi"})
        await trainer.ask("POST", "/load/console/do/begin", {"table": "all"})

    await asyncio.gather(begin(), *(each.plays() for each in phones))
    return measured


# --- all of it ------------------------------------------------------------------------------------


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=100)
    parser.add_argument("--a-party", type=int, default=3)
    parser.add_argument("--scenario", default="care-merger")
    parser.add_argument("--database")
    parser.add_argument("--serve", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        serve(asked.serve[0], Path(asked.serve[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        database = asked.database or f"sqlite:///{folder}/journal.db"
        path = library.find(asked.scenario)
        parties = list(library.open_scenario(path, "en").scenario.parties)
        tables = max(1, round(asked.phones / (asked.a_party * len(parties))))
        journal = open_journal(database)
        new_room(journal, path, code="load", tables=tables)
        journal.close()
        told = Path(folder) / "port"
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.workshop", "--serve", database, str(told)]
        )
        while not told.exists() or not told.read_text():
            time.sleep(0.1)
        time.sleep(1.0)
        began = time.perf_counter()
        measured = asyncio.run(play_all(int(told.read_text()), tables, parties, asked.a_party))
        took = time.perf_counter() - began
        server.terminate()
        server.wait(timeout=30)
        report(measured, json.loads(told.read_text()), tables, took)


def report(measured: Measured, used: dict[str, float], tables: int, took: float) -> None:
    print(f"{tables} tables, {os.cpu_count()} cores, {took:.0f} s, {measured.acknowledged} choices")
    cuts = quantiles(measured.taken, n=100)
    print(f"acknowledged: median {1000 * cuts[49]:.0f} ms, p95 {1000 * cuts[94]:.0f} ms")
    print(f"server: {used['mb']:.0f} MB at most, {used['cpu']:.0f} s CPU, {measured.failed} failed")


if __name__ == "__main__":
    main()
