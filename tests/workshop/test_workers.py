"""Several processes on one database: any of them answers any phone, and one may die."""

import asyncio
import os
import random
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from time import sleep
from urllib.error import URLError
from urllib.request import urlopen

import httpx
import pytest
from sqlalchemy import select

from game.cli import main
from game.web.app import build
from game.workshop.hall import TRAINER, Hears, OpenRoom, follow, open_room
from game.workshop.journal import tries as counted
from tests.conftest import ROOT
from tests.game.conftest import environment
from tests.web.phones import SITE, Device, Site, listen, play
from tests.web.serving import SECRET, new_room
from tests.workshop.conftest import Opens
from tests.workshop.rooms import SMALL, Clock


class InTurn(httpx.AsyncBaseTransport):
    """Sends each request to the next process."""

    def __init__(self, apps: list[httpx.ASGITransport]) -> None:
        self._apps = cycle(apps)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await next(self._apps).handle_async_request(request)


async def agreed(rooms: list[OpenRoom]) -> None:
    """Wait until every process has heard of everything."""
    for _ in range(500):
        if len({(room.room.rows, room.table(1).rows) for room in rooms}) == 1:
            return
        await asyncio.sleep(0.01)
    raise AssertionError([(room.room.rows, room.table(1).rows) for room in rooms])


@pytest.mark.slow
def test_choices_may_go_to_either_process(server: str, opens: Opens) -> None:
    journals = [opens(server, patience=5.0) for _ in range(2)]
    new_room(journals[0], SMALL, code="turn", tables=1)
    rooms = [room for each in journals if (room := open_room(each, "turn", secret=SECRET))]
    heard = [0, 0]

    async def does() -> None:
        following = [
            asyncio.create_task(follow(journal, {"turn": room}))
            for journal, room in zip(journals, rooms, strict=True)
        ]

        async def count(at: int) -> None:
            async for is_new in rooms[at].watch(lambda: Hears(TRAINER), 5.0):
                heard[at] += is_new

        watching = [asyncio.create_task(count(at)) for at in range(2)]
        apps = [build({"turn": room}) for room in rooms]
        here = Site(apps[0], rooms[0], journals[0], Clock(), "turn")
        people = [here.device(name) for name in ("ann", "ben", "cas")]
        for at, each in enumerate(people):
            inside = [httpx.ASGITransport(app, client=(f"10.0.0.{at}", 1)) for app in apps]
            each.client = httpx.AsyncClient(transport=InTurn(inside), base_url=SITE)
        parties = (*here.compiled.parties, here.compiled.parties[0])
        for each, party in zip(people, parties, strict=True):
            await each.joins(f"1.{party}")
            await agreed(rooms)
        await begin(here, rooms)
        async for _ in play(people, random.Random(4)):
            await agreed(rooms)
        for task in (*following, *watching):
            task.cancel()
        await asyncio.gather(*following, *watching, return_exceptions=True)
        for each in people:
            await each.client.aclose()

    asyncio.run(does())
    one, other = (room.table(1) for room in rooms)
    assert one.live.is_over
    assert one.live.trace == other.live.trace
    assert one.stood == other.stood
    assert not rooms[0].damaged
    assert min(heard) > len(one.live.steps)


@pytest.mark.slow
def test_who_comes_in_through_one_process_hears_news_from_another(
    server: str, opens: Opens
) -> None:
    journals = [opens(server, patience=5.0) for _ in range(2)]
    new_room(journals[0], SMALL, code="hear", tables=1)
    rooms = [room for each in journals if (room := open_room(each, "hear", secret=SECRET))]
    here, there = (
        Site(build({"hear": room}), room, journal, Clock(), "hear")
        for room, journal in zip(rooms, journals, strict=True)
    )

    async def comes_in() -> None:
        # The second process has heard of neither of them when they ask.
        ann, trainer = here.device("ann"), await here.trainer()
        await ann.joins(f"1.{here.compiled.parties[0]}")
        for each, path in (ann, "/news"), (trainer, "/console/news"), (ann, "/wall/news"):
            each.site = there
            stream = await listen(each, path)
            while not stream.status:
                await asyncio.sleep(0.01)
            assert stream.status == [200]
            await stream.ends()
            each.site = here
        for each in (ann, trainer):
            await each.client.aclose()

    asyncio.run(comes_in())


async def begin(here: Site, rooms: list[OpenRoom]) -> None:
    trainer: Device = await here.trainer()
    await trainer.does("/console/do/begin", table="all")
    await agreed(rooms)
    await trainer.client.aclose()


# --- real processes -----------------------------------------------------------------------------


@pytest.fixture
def hosting(server: str, home: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A room that is served by two processes, and its address."""
    command = [
        sys.executable, "main.py", "host", str(SMALL), "--database", server, "--workers", "2",
        "--no-browser", "--new", "--lang", "en", "--address", "127.0.0.1",
    ]  # fmt: skip
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(home), text=True, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        address = next(
            found[0] for line in process.stdout if (found := re.search(r"http://127\S+", line))
        )
        try:
            yield process, address
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def answer(address: str) -> int:
    for _ in range(300):
        try:
            with urlopen(address, timeout=5) as found:
                return int(found.status)
        except (URLError, OSError):
            sleep(0.1)
    raise AssertionError("nobody answers")


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """The processes that serve: spawned by that one, and no helper of Python's."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            is_child = place.read_text().rpartition(")")[2].split()[1] == str(process.pid)
            if is_child and b"spawn_main" in (place.parent / "cmdline").read_bytes():
                found.append(int(place.parent.name))
        except OSError:
            continue
    return found


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_a_process_that_dies_is_replaced(hosting: tuple[subprocess.Popen[str], str]) -> None:
    process, address = hosting
    assert answer(address) == 200
    while len(before := workers_of(process)) < 2:
        sleep(0.1)
    sleep(2.5)  # younger ones are taken for ones that can't be helped
    os.kill(before[0], signal.SIGKILL)
    while len(now := workers_of(process)) < 2 or before[0] in now:
        assert process.poll() is None
        sleep(0.1)
    for _ in range(10):
        assert answer(address) == 200
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    assert not workers_of(process)


@pytest.mark.parametrize("more", [(), ("--database", "sqlite:///x.db")])
def test_a_file_has_one_process(more: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["host", "--workers", "2", *more, "--lang", "en"]) == 2
    assert "only one process" in capsys.readouterr().err


@pytest.mark.slow
def test_a_room_of_another_laptop_is_left_to_it(
    server: str, opens: Opens, home: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr("uvicorn.Server.run", lambda *_, **__: None)
    host = ["--lang", "en", "host", str(SMALL), "--database", server, "--no-browser"]
    assert main([*host, "--new"]) == 0
    code = re.findall(r"/([a-z]{4})/console", capsys.readouterr().out)[0]
    (home / "workshop.key").unlink()
    assert main(host) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert f"Room {code} was opened with the secret of another laptop" in said
    assert "workshop.key" in said
    assert main([*host, "--new"]) == 0
    with_theirs = open_room(opens(server), code)
    assert with_theirs is not None
    assert with_theirs.room.passphrase == with_theirs.room.opened.passphrase


@pytest.mark.slow
def test_processes_count_wrong_guesses_together(server: str, opens: Opens) -> None:
    tries = [opens(server, patience=5.0).tries for _ in range(2)]
    taken = [tries[n % 2].take("room p1 10.0.0.1", 5) for n in range(7)]
    assert taken == [0, 1, 2, 3, 4, None, None]
    assert tries[1].take("room p2 10.0.0.1", 5) == 0
    tries[0].give_back("room p1 10.0.0.1")
    with ThreadPoolExecutor(8) as many:
        at_once = list(many.map(lambda n: tries[n % 2].take("room p1 10.0.0.1", 5), range(8)))
    assert sum(each is not None for each in at_once) == 1


@pytest.mark.slow
def test_only_so_many_guesses_are_kept_and_no_address_in_them(
    server: str, opens: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counted, "MOST", 20)
    journal = opens(server, patience=5.0)
    for n in range(50):
        journal.tries.take(f"room at 10.0.0.{n}", 5)
    with journal._database.reading() as connection:
        rows = [str(row) for row in connection.execute(select(counted.TRIES))]
    assert len(rows) == 20
    assert not any("10.0.0." in row for row in rows)
    monkeypatch.setattr(counted, "SECONDS", 0.0)
    journal.tries.take("another", 5)
    with journal._database.reading() as connection:
        assert len(connection.execute(select(counted.TRIES)).all()) == 1


@pytest.mark.slow
def test_a_pin_that_was_just_given_is_known_to_every_process(server: str, opens: Opens) -> None:
    first = new_room(opens(server), SMALL, code="pins", tables=1)
    other = open_room(opens(server), "pins", secret=SECRET)
    assert other is not None

    async def give() -> None:
        here = Site(build({"pins": first}), first, first.journal, Clock(), "pins")
        there = Site(build({"pins": other}), other, other.journal, Clock(), "pins")
        ann, trainer = here.device("Ann"), await here.trainer()
        await ann.joins()
        await trainer.does("/console/do/pin", person="p1")
        elsewhere = there.device("Ann")
        await elsewhere.get()
        pin = other.room.new_pins()["p1"]
        assert pin == first.room.new_pins()["p1"]
        answer = await elsewhere.post("/back", {"name": "Ann", "pin": pin})
        assert answer.url.path == "/pins/seat"
        for each in (ann, trainer, elsewhere):
            await each.client.aclose()

    asyncio.run(give())
