"""What a disk that is full, a busy port or a wrong word does: one plain message, and no harm."""

import asyncio
import errno
import os
import re
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from importlib import import_module
from pathlib import Path

import pytest

from engine.scenario.vocabulary import LANGUAGES, Language
from game import cli, host
from game.passphrase import passphrase, secret
from game.web import app
from game.web.doors import Key, is_passphrase, join
from game.words import words_in
from game.workshop.hall import open_room
from game.workshop.journal import JournalProblem, open_journal
from game.workshop.room import hashed, keyed
from tests.conftest import ROOT
from tests.game.conftest import environment
from tests.web.phones import Device, Site, text_of
from tests.web.test_getting_in import in_room
from tests.web.test_hostile import a_room, rows
from tests.workshop.rooms import SMALL


@contextmanager
def full(found: Site, *, after: int = 0) -> Iterator[None]:
    """The disk is full, from so many rows on."""
    append, left = found.journal.append, [after]

    def fails(*arguments: object) -> None:
        if left[0] <= 0:
            raise JournalProblem("full", Path("journal.db"))
        left[0] -= 1
        append(*arguments)  # type: ignore[arg-type]

    found.journal.append = fails  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        found.journal.append = append  # type: ignore[method-assign]


async def _wishes(device: Device) -> dict[str, str]:
    form = await device.choice()
    assert form is not None
    if form.hidden["stage"] == "trust":
        await device.sends(form, {**form.hidden, "pass": "on"})
        form = await device.choice()
        assert form is not None
    return {**form.hidden, "move": form.fields["move"].values[0]}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_disk_takes_nothing_and_says_so(tmp_path: Path, language: Language) -> None:
    async def play_on(found: Site) -> None:
        people, trainer = await a_room(found)
        for each in people:
            each.headers["accept-language"] = language
            await each.does("/do/me", language=language)
        trainer.headers["accept-language"] = language
        given = await _wishes(people[0])
        before, moment = rows(found), found.room.table(1).moment
        with full(found):
            for device, path, fields in (
                (people[0], "/seat", given), (people[0], "/do/note", {"note": "hm"}),
                (people[1], "/do/me", {"name": "Other"}),
                (trainer, "/console/do/pause", {"table": "1"}),
                (trainer, "/console/do/tell", {"table": "1", "text": "hm", "once": "x"}),
                (trainer, "/console/do/pin", {"person": "p1"}),
                (found.device(**{"accept-language": language}), "/join", {"name": "New"}),
            ):  # fmt: skip
                answer = await device.post(path, fields)
                assert answer.status_code == 503
                assert words_in(language)("web.stop.not-saved") in text_of(answer.text)
            # Whoever only reads goes on reading, and sees nothing of it.
            assert (await people[1].get()).status_code == 200
            assert not found.room.room.new_pins()
        assert rows(found) == before
        table = found.room.table(1)
        assert (table.preferred, table.moment, table.is_paused) == ({}, moment, False)
        # The same again, once there is space: nothing is in the way.
        assert (await people[0].post("/seat", given)).status_code == 200
        await trainer.post("/console/do/tell", {"table": "1", "text": "hm", "once": "x"})
        assert list(table.preferred) == ["p1"]
        assert [each.text for each in found.room.room.messages] == ["hm"]

    in_room(tmp_path, play_on)


@pytest.mark.slow
def test_a_choice_that_is_kept_counts_although_what_follows_from_it_can_not_be_kept(
    tmp_path: Path,
) -> None:
    async def play_on(found: Site) -> None:
        ann = found.device("Ann")
        await ann.joins("1.north")  # across from a computer player
        trainer = await found.trainer()
        with full(found, after=1):
            await trainer.does("/console/do/begin", table="1")
        table = found.room.table(1)
        assert (table.begun, list(table.live.pending)) == (True, [])
        await found.room.settle(1)
        given = await _wishes(ann)
        with full(found, after=1):
            answer = await ann.post("/seat", given)
            assert answer.status_code == 200
        assert (table.step, list(table.live.pending)) == (2, [])
        await found.room.settle(1)
        assert list(table.live.pending) == ["south"]

    in_room(tmp_path, play_on)


@pytest.mark.slow
def test_the_clocks_go_on_whatever_happens_at_one_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "TICK", 0.001)

    async def tick(found: Site) -> None:
        await a_room(found)
        found.room.table(2)
        seen: list[int] = []

        async def settle(number: int) -> None:
            seen.append(number)
            if number == 1:
                raise [RuntimeError("oh"), JournalProblem("full", "x")][len(seen) // 2 % 2]

        monkeypatch.setattr(found.room, "settle", settle)
        ticking = asyncio.create_task(app._tick({"test": found.room}))
        while seen.count(2) < 4:
            await asyncio.sleep(0.001)
            assert not ticking.done()
        ticking.cancel()
        with suppress(asyncio.CancelledError):
            await ticking

    in_room(tmp_path, tick, tables=2)


@pytest.mark.slow
def test_a_room_that_is_purged_while_it_is_open_is_gone(tmp_path: Path) -> None:
    async def purge(found: Site) -> None:
        people, _ = await a_room(found)
        found.journal.purge("test")
        answer = await people[0].does("/do/note", note="hm")
        assert answer.status_code == 410
        assert words_in("en")("web.stop.removed") in text_of(answer.text)
        answer = await people[1].get()
        assert answer.status_code == 404
        assert people[1].name not in answer.text

    in_room(tmp_path, purge)


# --- the command --------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for what is kept, and a server that stops before it serves."""
    monkeypatch.setenv("SAMENSPEL_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(host, "own_addresses", lambda: ("192.0.2.7",))
    monkeypatch.setattr("uvicorn.Server.run", lambda *_, **__: None)
    monkeypatch.setattr(host, "_test", lambda *_: None)
    monkeypatch.setattr(host, "_allow_many_streams", lambda: None)
    return tmp_path / "home"


Stops = Callable[..., str]


@pytest.fixture(params=LANGUAGES)
def stops(request: pytest.FixtureRequest, home: Path, capsys: pytest.CaptureFixture[str]) -> Stops:
    """Tries to host, and gives the one message that it ends with."""
    catalogue = import_module(f"game.words.{request.param}").CATALOGUE

    def stop(*words: str, key: str) -> str:
        code = cli.main(["--lang", request.param, "host", "--no-browser", *words])
        said = capsys.readouterr()
        assert code == 2
        assert "Traceback" not in said.out + said.err
        # What stands in the words around what is filled in.
        written = re.split(r"\{[^}]*\}", catalogue[key])
        flat = " ".join(said.err.split())
        assert all(" ".join(part.split()) in flat for part in written), said.err
        return str(flat)

    return stop


def test_a_port_in_use(stops: Stops) -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert port in stops(str(SMALL), "--port", port, key="host.port-in-use")


def test_a_port_that_is_not_allowed(stops: Stops, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(socket.socket, "bind", refuse)
    assert "80" in stops(str(SMALL), "--port", "80", key="host.port-not-allowed")


@pytest.mark.parametrize(
    "written", ["not an address", "http://192.0.2.7", "192.0.2.7:80", "fe80::1%eth0", "-"]
)
def test_an_address_that_no_phone_can_open(stops: Stops, written: str) -> None:
    assert written in stops(f"--address={written}", key="stop.bad-address")


@pytest.mark.slow
def test_a_room_of_a_newer_version_is_left_alone_and_named(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, code, _ = hosted(home, capsys)
    with closing(sqlite3.connect(home / "workshops" / "journal.db")) as newer:
        newer.execute("UPDATE workshop_entries SET format = 99")
        newer.commit()
        before = newer.execute("SELECT * FROM workshop_entries").fetchall()
    said, other, _ = hosted(home, capsys)
    assert other != code
    told = words_in("en")("rooms.cannot-read", code=code)
    assert told in " ".join(said.split())
    with closing(sqlite3.connect(home / "workshops" / "journal.db")) as newer:
        kept = newer.execute("SELECT * FROM workshop_entries").fetchall()
    assert set(before) <= set(kept)


@pytest.mark.slow
def test_two_rooms_are_not_hosted_from_one_file(stops: Stops, home: Path) -> None:
    serves = (
        "from game.workshop.journal import open_journal\n"
        "journal = open_journal(serving=True)\n"
        "print(flush=True)\n"
        "input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", serves], cwd=ROOT, env=environment(home), text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        other.stdout.readline()
        assert "journal.db" in stops(str(SMALL), key="journal.serving")
        other.communicate("\n")


@pytest.mark.slow
def test_a_database_that_is_not_there(stops: Stops) -> None:
    pytest.importorskip("psycopg")
    address = "postgresql+psycopg://ann:geheim@127.0.0.1:1/rooms"
    said = stops("--database", address, key="journal.unreachable")
    assert "geheim" not in said


def test_a_folder_that_can_not_be_written(stops: Stops, home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file where the folder should be")
    assert "journal.db" in stops(str(SMALL), key="journal.unwritable")


def test_a_secret_that_can_not_be_written(stops: Stops, home: Path) -> None:
    (home / "workshop.key").mkdir(parents=True)
    assert "workshop.key" in stops(str(SMALL), key="host.no-secret")


def test_a_scenario_with_faults(stops: Stops, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("samenspel: 1\ntitle: 3\n")
    assert "broken.yaml" in stops(str(broken), key="stop.broken-scenario")


def test_a_scenario_that_is_not_there(stops: Stops) -> None:
    assert "no-such" in stops("no-such-scenario", key="stop.unknown-scenario")


def test_a_database_at_no_address(stops: Stops) -> None:
    stops("--database", "nonsense", key="journal.bad-address")


def test_what_did_not_start_stands_in_nobodys_way(home: Path) -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert cli.main(["host", "--no-browser", "--port", port]) == 2
    assert cli.main(["host", str(SMALL), "--no-browser"]) == 0


def hosted(home: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[str, str, str]:
    """What hosting prints, with the code and the passphrase in it."""
    assert cli.main(["--lang", "en", "host", str(SMALL), "--no-browser", *more]) == 0
    said = capsys.readouterr().out
    (code,) = re.findall(r"/([a-z]{4})/console", said)
    (told,) = re.findall(r"\b[a-z]{4}(?:-[a-z]{4}){3}\b", said)
    return said, code, told


def come_in(code: str) -> Key:
    """Somebody sits down in that room."""
    key = Key.made_of("x" * 22)
    with closing(open_journal()) as journal:
        room = open_room(journal, code, secret=secret())
        assert room is not None
        asyncio.run(room.in_room(lambda now: join(now, key, "Ann", "en", None)))
    return key


@pytest.mark.slow
def test_who_has_the_journal_can_not_work_out_a_pin(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, code, told = hosted(home, capsys)
    key = come_in(code)
    (home / "workshop.key").unlink()  # whoever took the file did not take the secret with it
    with closing(open_journal()) as journal:
        room = open_room(journal, code)
        assert room is not None
        (ann,), salt = room.room.people.values(), room.room.opened.salt
        assert not is_passphrase(room.room, told)
        kept = {ann.pin, room.room.passphrase}
    known = (salt, code, ann.id, ann.token, "")
    for pin in (f"{n:04}" for n in range(10_000)):
        for said in (pin, f"{ann.id}:{pin}"):
            digests = {hashed(each, said) for each in known}
            digests |= {keyed(each.encode(), salt, said) for each in known}
            assert not digests & kept, key.pin


@pytest.mark.slow
def test_a_secret_that_was_lost_gives_a_new_passphrase_and_says_so(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said, code, before = hosted(home, capsys)
    assert "is new" not in said
    key = come_in(code)
    (home / "workshop.key").unlink()
    said, again, now = hosted(home, capsys)
    assert (again, now == before) == (code, False)
    flat = " ".join(said.split())
    assert "That passphrase is new" in flat
    assert "the console gives whoever" in flat
    with closing(open_journal()) as journal:
        room = open_room(journal, code, secret=secret())
        assert room is not None
        (ann,) = room.room.people.values()
        assert is_passphrase(room.room, now)
        assert not is_passphrase(room.room, before)
        assert room.room.by_token(key.token) == ann
        assert not room.room.is_pin(ann, key.pin)
    said, _, last = hosted(home, capsys)
    assert last == now
    assert "is new" not in said


def test_the_passphrase_stays_the_same_and_is_nobody_elses_to_read(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = passphrase("abcd")
    assert passphrase("abcd") == first != passphrase("abce")
    assert (home / "workshop.key").stat().st_mode & 0o077 == 0
    assert cli.main(["--lang", "en", "host", str(SMALL), "--no-browser"]) == 0
    (told,) = re.findall(r"/([a-z]{4})/console", capsys.readouterr().out)
    journal = open_journal()
    room = open_room(journal, told, secret=secret())
    journal.close()
    assert room is not None
    assert is_passphrase(room.room, passphrase(told))
