"""Kill a server that is being played on, at random moments, and see that nothing is lost.

By hand: python -m tests.workshop.kills --times 200, or --restart 50 for the time that a start takes
with so many tables in the journal.
"""

import argparse
import asyncio
import os
import random
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any, NamedTuple, Protocol

import httpx

from engine.play.trace import plain_choice
from game.web.address import listen
from game.words import words_in
from game.workshop.entries import Began, Joined, Moved, Sealed
from game.workshop.hall import OpenRoom, open_room, written
from game.workshop.journal import Journal, open_journal
from game.workshop.kept import moments
from game.workshop.room import hashed
from tests.conftest import CARE_MERGER, ROOT
from tests.playing import play_anew
from tests.web.phones import Form, forms_in
from tests.workshop.rooms import SMALL

_LONGEST = 120.0  # seconds for a server to start, or for people to get anywhere


class Host:
    """The program as a trainer starts it, on a folder and a port that stay the same."""

    def __init__(self, home: Path, scenario: Path = SMALL, tables: int = 1) -> None:
        listening = listen(0)
        self.port = listening.getsockname()[1]
        listening.close()
        self.home, self.log = home, home / "printed.txt"
        self._words = [str(scenario), "--tables", str(tables), "--port", str(self.port)]
        self._process: subprocess.Popen[bytes] | None = None
        self.code = self.passphrase = ""
        self.started: list[float] = []

    @property
    def address(self) -> str:
        """Where it is reached from this machine."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self, *more: str) -> None:
        """Start it, and wait until it answers."""
        at = monotonic()
        command = [sys.executable, str(ROOT / "main.py"), "host", *self._words, "--no-browser"]
        environment = {**os.environ, "SAMENSPEL_HOME": str(self.home), "PYTHONUNBUFFERED": "1"}
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [*command, *more], stdout=log, stderr=subprocess.STDOUT, env=environment, cwd=ROOT
            )
        async with httpx.AsyncClient() as client:
            while not await self._answers(client):
                assert self._process.poll() is None, self.log.read_text()
                assert monotonic() - at < _LONGEST, "it does not answer"
                await asyncio.sleep(0.02)
        self.started.append(monotonic() - at)
        printed = self.log.read_text()
        (self.code,) = re.findall(r"http://[^/\s]+/([a-z]{4})$", printed, re.MULTILINE)[:1]
        (self.passphrase,) = re.findall(r"\b[a-z]{4}(?:-[a-z]{4}){3}\b", printed)

    async def _answers(self, client: httpx.AsyncClient) -> bool:
        try:
            answer = await client.get(f"{self.address}/static/room.js")
        except httpx.TransportError:
            return False
        return answer.status_code == 200

    def kill(self) -> None:
        """End it at once, with nothing said."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None


@dataclass
class Said:
    """What the server has acknowledged to somebody."""

    wishes: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class Acknowledged(Protocol):
    """Somebody with a name, and what the server has acknowledged to them."""

    name: str
    said: Said


class Player:
    """Somebody with a phone who chooses anything, writes notes, and never gives up."""

    def __init__(self, host: Host, name: str, seat: str, luck: random.Random) -> None:
        self.host, self.name, self.seat, self.luck = host, name, seat, luck
        self.client = httpx.AsyncClient(base_url=host.address, timeout=_LONGEST)
        self.said, self.news, self.is_over, self.tried_again = Said(), asyncio.Event(), False, 0

    async def joins(self) -> None:
        shown = await self._asks("GET", f"/{self.host.code}?seat={self.seat}")
        form = next(each for each in forms_in(shown) if each.action.endswith("/join"))
        given = {**form.hidden, "name": self.name, "language": "en"}
        answer = await self._asks("POST", form.action, given)
        assert answer.headers["location"].endswith("/seat"), answer.text

    async def plays(self) -> None:
        """Play to the end; another task hears the news."""
        listening = asyncio.create_task(self._listens())
        try:
            while not self.is_over:
                self.news.clear()
                shown = await self._asks("GET", f"/{self.host.code}/seat")
                assert shown.status_code == 200, "the seat is gone"
                self.is_over = words_in("en")("web.seat.over") in shown.text
                form = next((f for f in forms_in(shown) if f.is_choice and f.is_open), None)
                if form is not None:
                    await self._chooses(form)
                elif not self.is_over:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self.news.wait(), 20)
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)

    async def _chooses(self, form: Form) -> None:
        await asyncio.sleep(self.luck.random() * 0.05)
        given = form.filled(self.luck)
        if self.luck.random() < 0.3:
            note = f"{self.name} {len(self.said.notes)}"
            fields = {"note": note, "once": note}
            answer = await self._asks("POST", f"/{self.host.code}/do/note", fields)
            assert answer.status_code == 303
            self.said.notes.append(note)
        answer = await self._asks("POST", form.action, given)
        if answer.status_code == 303:
            self.said.wishes.append((form.hidden["moment"], form.hidden["stage"], given))
        else:
            assert answer.status_code == 400, answer.text

    async def _asks(
        self, method: str, path: str, fields: dict[str, str] | None = None
    ) -> httpx.Response:
        """One answer, however often it has to be asked."""
        at = monotonic()
        while True:
            try:
                return await self.client.request(
                    method, path, data=fields, headers={"origin": self.host.address}
                )
            except httpx.TransportError:
                self.tried_again += 1
                assert monotonic() - at < _LONGEST
                await asyncio.sleep(0.05)

    async def _listens(self) -> None:
        while True:
            with suppress(httpx.HTTPError):
                async with self.client.stream("GET", f"/{self.host.code}/news") as stream:
                    async for line in stream.aiter_lines():
                        if line.startswith("data:"):
                            self.news.set()
            await asyncio.sleep(0.05)


async def afternoon(host: Host, seed: int, kills: int, tables: int = 1) -> int:
    """A play to its end in a new room, with so many kills at most; how many there were."""
    luck = random.Random(seed)
    await host.start("--new")
    seats = [
        (f"{party}{table}{n}", f"{table}.{party}")
        for table in range(1, tables + 1)
        for party in ("north", "south")
        for n in range(2 if party == "north" else 1)
    ]
    people = [Player(host, name, seat, random.Random(f"{seed} {name}")) for name, seat in seats]
    for each in people:
        await each.joins()
    await _begins(host)
    playing = asyncio.gather(*(each.plays() for each in people))
    killed = 0
    try:
        while killed < kills:
            done, _ = await asyncio.wait([playing], timeout=luck.uniform(0.02, 1.2))
            if done:
                break
            host.kill()
            killed += 1
            await asyncio.sleep(luck.random() * 0.2)
            await host.start()
        await asyncio.wait_for(playing, _LONGEST)
    finally:
        playing.cancel()
        await asyncio.gather(playing, return_exceptions=True)
        host.kill()
        for each in people:
            await each.client.aclose()
    check(host, people)
    return killed


async def _begins(host: Host) -> None:
    async with httpx.AsyncClient(base_url=host.address, timeout=_LONGEST) as trainer:
        room, heads = f"/{host.code}/console", {"origin": host.address}
        login = {"passphrase": host.passphrase}
        answer = await trainer.post(f"{room}/login", data=login, headers=heads)
        assert answer.status_code == 303
        await trainer.post(f"{room}/do/begin", data={"table": "all"}, headers=heads)


def check(host: Host, people: Sequence[Player]) -> None:
    """Compare what its journal keeps with what was acknowledged."""
    journal = open_journal(f"sqlite:///{host.home / 'workshops' / 'journal.db'}")
    try:
        compare(journal, host.code, people)
    finally:
        journal.close()


class Chosen(NamedTuple):
    """A choice in the journal, and the moment at which it was made, as its party knew it."""

    moment: str
    kind: str
    body: dict[str, Any]


def _chosen(found: OpenRoom, number: int) -> Iterator[Chosen]:
    """The choices and wishes of a table, in their order."""
    rows = found.journal.read(found.code, number).rows
    for row, moment in zip(rows, moments(found, number, rows), strict=True):
        if row.kind in ("sealed", "preferred"):
            yield Chosen(moment, row.kind, row.body)


def compare(journal: Journal, code: str, people: Sequence[Acknowledged]) -> None:
    """Compare what a journal keeps of a room with what was acknowledged: none lost, none twice."""
    found = open_room(journal, code)
    assert found is not None
    by_name = {each.name: each for each in people}
    assert sorted(each.name for each in found.room.people.values()) == sorted(by_name)
    for person in found.room.people.values():
        player, table = by_name[person.name], found.table(person.table)
        assert table.live.is_over
        written = [row for row in _chosen(found, person.table) if row.body["party"] == person.party]
        sealed = Counter(row.moment for row in written if row.kind == "sealed")
        assert max(sealed.values()) == 1, "sealed twice"
        own = [row for row in written if row.body["person"] == person.id]
        wished = Counter(row.moment for row in own if row.kind == "preferred")
        assert max(wished.values(), default=1) == 1, "wished twice"
        for moment, stage, given in player.said.wishes:
            assert stage == "trust" or moment in sealed | wished, f"lost: {person.name} at {moment}"
            for row in own:
                if row.moment == moment and "move" in given:
                    mine = [g for m, s, g in player.said.wishes if (m, s) == (moment, stage)]
                    assert row.body["choice"]["move"] in [each["move"] for each in mine]
        kept = Counter(each.note for each in table.marks if each.person == person.id)
        assert kept == Counter(player.said.notes), f"notes of {person.name}"
    assert not found.damaged


# --- by hand --------------------------------------------------------------------------------------


def told(line: str) -> None:
    """Say it at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def kill_often(times: int, seconds: float) -> None:
    """Play and kill, until there were so many kills or the time is up; say what came of it."""
    at, killed, plays, starts = monotonic(), 0, 0, list[float]()
    while killed < times and monotonic() - at < seconds:
        with TemporaryDirectory() as folder:
            host = Host(Path(folder))
            try:
                killed += await afternoon(host, plays, times - killed)
            finally:
                host.kill()
            starts += host.started
        plays += 1
        told(f"{plays} plays, {killed} kills, {monotonic() - at:.0f} s")
    told(f"nothing lost; a start took {sorted(starts)[len(starts) // 2]:.1f} s in the middle")


async def restart_with(tables: int) -> None:
    """The time of a start with so many tables that have been played to their end, with figures."""
    with TemporaryDirectory() as folder:
        host = Host(Path(folder), CARE_MERGER, tables)
        await host.start("--new")
        host.kill()
        journal = open_journal(f"sqlite:///{host.home / 'workshops' / 'journal.db'}")
        _fill(journal, host.code, tables)
        journal.close()
        await host.start()
        async with httpx.AsyncClient(base_url=host.address, timeout=_LONGEST) as client:
            each = list[float]()
            for table in range(1, tables + 1):
                at = monotonic()
                cookies = {f"seat_{host.code}": f"token-{table}.0000"}
                answer = await client.get(f"/{host.code}/seat", cookies=cookies)
                assert answer.status_code == 200
                each.append(monotonic() - at)
        host.kill()
    told(f"{tables} tables: it answers after {host.started[-1]:.2f} s;")
    told(f"the first page of each table takes {sum(each):.2f} s in all, {max(each):.2f} s at most")


def _fill(journal: Journal, code: str, tables: int) -> None:
    """People at all tables, and the same play at each."""
    found = open_room(journal, code)
    assert found is not None
    salt, parties = found.room.opened.salt, found.room.parties
    played = play_anew(found.compiled, found.room.opened.seed, "reciprocator", "builder")
    entries = [written(Began(), 1.0)]
    for step, choices in enumerate(played.trace.choices, start=1):
        for party, choice in choices.items():
            sealed = Sealed(step=step, party=party, choice=plain_choice(choice))
            entries.append(written(sealed, 1.0))
    people: list[Joined | Moved] = []
    for table in range(1, tables + 1):
        for party in parties:
            who = f"{party}-{table}"
            token = hashed(salt, f"token-{table}" if party == parties[0] else who)
            joined = Joined(person=who, name=who, language="en", token=token, pin=token)
            people += [joined, Moved(person=who, table=table, party=party)]
        journal.append(code, table, 0, entries)
    journal.append(code, 0, 1, [written(each, 1.0) for each in people])


def main() -> None:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=3600.0)
    parser.add_argument("--restart", type=int, default=0)
    asked = parser.parse_args()
    if asked.restart:
        asyncio.run(restart_with(asked.restart))
    else:
        asyncio.run(kill_often(asked.times, asked.seconds))


if __name__ == "__main__":
    main()
