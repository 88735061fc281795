"""The real server and devices that misuse connections: it stays there for everybody else."""

import asyncio
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

from game.web import patience
from tests.conftest import ROOT
from tests.game.conftest import environment
from tests.web.serving import serve
from tests.workshop.rooms import SMALL

MANY = 1_000
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def connected(port: int, *sent: bytes) -> Streams:
    """A connection on which that has been sent."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for each in sent:
        writer.write(each)
    await writer.drain()
    return reader, writer


async def let_go(*held: Streams) -> None:
    """Close these connections."""
    for _, writer in held:
        writer.close()
    await asyncio.gather(*(writer.wait_closed() for _, writer in held), return_exceptions=True)


async def asked(port: int, path: str = "/test") -> bytes:
    """What an ordinary phone gets."""
    reader, writer = await connected(port, f"GET {path} HTTP/1.1\r\nhost: x\r\n\r\n".encode())
    head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 60)
    await let_go((reader, writer))
    return head.partition(b"\r\n")[0]


def get(path: str, code: str = "test") -> bytes:
    return f"GET /{code}{path} HTTP/1.1\r\nhost: x\r\n\r\n".encode()


def port_of(address: str) -> int:
    return int(re.findall(r":([0-9]+)", address)[0])


@pytest.mark.parametrize(
    ("sent", "trickle"),
    [
        (b"", b""),
        (b"GET /test HTTP/1.1\r\nx: ", b"y"),
        (b"POST /nowhere HTTP/1.1\r\nhost: x\r\ncontent-length: 900000\r\n\r\n", b"y"),
        (b"POST /test/join HTTP/1.1\r\nhost: x\r\ncontent-length: 900000\r\n\r\n", b"y"),
        (b"GET /test HTTP/1.1\r\nhost: x\r\n\r\nGET /test HTT", b"P"),
    ],
    ids=["nothing", "head", "body for nobody", "form", "second head"],
)
def test_what_comes_a_byte_at_a_time_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: bytes, trickle: bytes
) -> None:
    monkeypatch.setattr(patience, "HEAD_SECONDS", 0.3)
    monkeypatch.setattr("game.web.guards.MOST_SECONDS", 0.3)

    async def send(port: int) -> None:
        reader, writer = await connected(port, sent)

        async def go_on() -> None:
            while True:
                writer.write(trickle)
                await writer.drain()
                await asyncio.sleep(0.02)

        trickling = asyncio.create_task(go_on())
        with suppress(ConnectionError):
            await asyncio.wait_for(reader.read(-1), 30)  # until the server ends it
        trickling.cancel()
        await let_go((reader, writer))
        assert b" 200 " in await asked(port)

    with serve(SMALL, tmp_path) as served:
        asyncio.run(send(port_of(served.address)))


def test_a_connection_that_is_used_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "HEAD_SECONDS", 0.2)

    async def stay(port: int) -> None:
        reader, writer = await connected(port)
        for _ in range(3):
            writer.write(b"GET /static/room.js HTTP/1.1\r\nhost: x\r\n\r\n")
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(re.findall(rb"content-length: ([0-9]+)", head)[0])
            await reader.readexactly(length)
            await asyncio.sleep(0.5)
        # News as well: it is an answer that lasts.
        writer.write(get("/wall/news"))
        await reader.readuntil(b"new\n\n")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(reader.readuntil(b"no such thing"), 0.6)
        await let_go((reader, writer))

    with serve(SMALL, tmp_path) as served:
        asyncio.run(stay(port_of(served.address)))


@pytest.mark.parametrize(
    "head",
    [
        b"GET /test HTTP/1.1\r\nhost: x\r\ncookie: " + b"a" * 200_000 + b"\r\n\r\n",
        b"GET /test?" + b"a" * 200_000 + b" HTTP/1.1\r\nhost: x\r\n\r\n",
        b"GET /test HTTP/1.1\r\n" + b"x: y\r\n" * 50_000 + b"\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 40,  # a browser that wants https
        b"\x00" * 5_000,
    ],
    ids=["cookie", "address", "fields", "https", "zeros"],
)
def test_a_head_that_is_too_large_or_none_is_refused_in_plain_words(
    tmp_path: Path, head: bytes
) -> None:
    async def send(port: int) -> None:
        reader, writer = await connected(port)
        with suppress(ConnectionError):
            writer.write(head)
            await writer.drain()
        with suppress(ConnectionError):
            said = await asyncio.wait_for(reader.read(-1), 30)
            assert said.startswith(b"HTTP/1.1 400 "), said[:80]
        await let_go((reader, writer))
        assert b" 200 " in await asked(port)

    with serve(SMALL, tmp_path) as served:
        asyncio.run(send(port_of(served.address)))


# --- very many ----------------------------------------------------------------------------------


@contextmanager
def many_files() -> Iterator[None]:
    """As many open files as it takes, in this process and in those that it starts."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 3 * MANY
    if before[1] != resource.RLIM_INFINITY and before[1] < wanted:
        pytest.skip(f"this system allows only {before[1]} open files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(wanted, before[0]), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


@contextmanager
def hosted(home: Path) -> Iterator[tuple[int, str, subprocess.Popen[str]]]:
    """`main.py host` as a process: its port and the code of its room."""
    command = [
        sys.executable, "main.py", "host", str(SMALL), "--no-browser", "--lang", "en",
        "--address", "127.0.0.1",
    ]  # fmt: skip
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(home), text=True, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        port, code = next(
            found.groups()
            for line in process.stdout
            if (found := re.search(r"http://127.0.0.1:(\d+)/(\w+)", line))
        )
        with urlopen(f"http://127.0.0.1:{port}/{code}", timeout=60) as answer:
            assert answer.status == 200
        try:
            yield int(port), code, process
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def memory_of(process: subprocess.Popen[str]) -> int:
    """What that process takes now, in megabytes."""
    said = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.findall(r"VmRSS:\s+(\d+)", said)[0]) // 1000


Opens = Callable[[int, str], Awaitable[Streams]]


async def _stream(port: int, code: str) -> Streams:
    """An open stream of news."""
    reader, writer = await connected(port, get("/wall/news", code))
    await asyncio.wait_for(reader.readuntil(b"retry: 1000\n\n"), 60)
    return reader, writer


async def _half_open(port: int, code: str) -> Streams:
    """A request whose head does not end."""
    return await connected(port, get("", code)[:-3])


async def _slow_form(port: int, code: str) -> Streams:
    """A form that does not come."""
    head = f"POST /{code}/join HTTP/1.1\r\nhost: x\r\ncontent-length: 900\r\n\r\nname="
    return await connected(port, head.encode())


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="looks for memory in /proc")
@pytest.mark.parametrize("opens", [_stream, _half_open, _slow_form])
def test_a_thousand_connections_are_in_nobodys_way(opens: Opens, tmp_path: Path) -> None:
    async def come(port: int, code: str, process: subprocess.Popen[str]) -> None:
        before = memory_of(process)
        held: list[Streams] = []
        for _ in range(MANY // 100):
            held += await asyncio.gather(*(opens(port, code) for _ in range(100)))
            assert b" 200 " in await asked(port, f"/{code}")
        # One that others look through hears news all the same.
        held.append(await _stream(port, code))
        for _ in range(20):
            assert b" 200 " in await asked(port, f"/{code}")
        assert not held[-1][0].at_eof()
        assert memory_of(process) - before < 150
        await let_go(*held)

    with many_files(), hosted(tmp_path) as (port, code, process):
        asyncio.run(come(port, code, process))
