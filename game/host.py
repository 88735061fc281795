"""The command that turns a laptop into the room: opens it, says where, and serves until Ctrl-C."""

import asyncio
import secrets
import sys
import threading
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from socket import socket
from time import time

import uvicorn

from engine.scenario.vocabulary import Language
from game import library, passphrase, workers
from game.errors import UserError, program_name
from game.text.screen import Screen
from game.web.address import answers, link, listen, own_addresses
from game.web.doors import is_passphrase, kept_passphrase, new_code
from game.web.rehearsal import Rehearsal
from game.words import Words, words_in
from game.workers import server_of
from game.workshop.entries import ROOM, Opened, PassphraseChanged
from game.workshop.hall import OpenRoom, open_room, written
from game.workshop.journal import Conflict, Journal, open_journal

_STREAMS = 8_192  # files that are open at once: more phones than any hall holds
_TRIES = 5  # of some seconds each: on a busy laptop it takes a while before it answers
_RECENT = 12 * 3600  # seconds: a room of this morning goes on after a restart (design choice)


@dataclass(frozen=True)
class Hosted:
    """What the command line asked for; None: left to us. rehearsal: in so many minutes."""

    scenario: str | None
    tables: int
    port: int | None
    address: str | None
    database: str | None
    fresh: bool
    browser: bool
    rehearsal: float | None = None
    workers: int = 1
    texts: str | None = None


def open_doors(asked: Hosted, language: Language) -> int:
    """Serve a room until it is interrupted."""
    words, screen = words_in(language), Screen(sys.stdout)
    if asked.workers > 1 and (asked.database is None or asked.database.startswith("sqlite")):
        raise UserError("host.workers-one-file", program=program_name())
    if asked.workers > 1 and asked.rehearsal is not None:
        raise UserError("host.workers-rehearse")
    # Mistakes in the scenario are reported before anything is opened.
    is_particular = asked.scenario is not None or asked.texts is not None
    opened = None if not is_particular else _scenario(asked, language)
    with (
        closing(open_journal(asked.database, serving=True)) as journal,
        closing(listen(asked.port)) as listening,
    ):
        if journal.rescued is not None:
            screen.write(words("host.rescued", place=journal.rescued.path))
        rooms = _rooms(journal, asked, opened, language)
        for code in _unreadable(journal, rooms):
            screen.write(words("rooms.cannot-read", code=code))
        _serve(rooms, listening, asked, screen, words)
    closed = "host.closed" if asked.rehearsal is None else "rehearse.closed"
    screen.write(words(closed, program=program_name()))
    screen.flush()
    return 0


def _serve(
    rooms: dict[str, OpenRoom], listening: socket, asked: Hosted, screen: Screen, words: Words
) -> None:
    port, newest = listening.getsockname()[1], next(iter(rooms.values()))
    reachable = (asked.address,) if asked.address else own_addresses()
    for code, room in rooms.items():
        room.address = link((reachable or ("localhost",))[0], port, f"/{code}")
    _tell(screen, words, newest, reachable, port)
    if asked.browser:
        threading.Timer(
            1.0, webbrowser.open, [f"http://localhost:{port}/{newest.code}/console"]
        ).start()
    threading.Thread(target=_test, args=(screen, words, reachable, port), daemon=True).start()
    _allow_many_streams()
    if asked.workers > 1:
        addresses = {code: room.address for code, room in rooms.items()}
        workers.serve(
            listening, asked.database or "", addresses, passphrase.secret(), asked.workers
        )
        return
    follows = newest.journal if newest.journal.is_shared else None
    server = server_of(rooms, follows)
    if asked.rehearsal is None:
        server.run(sockets=[listening])
        return

    def told(key: str) -> None:
        screen.write(words(key))
        screen.flush()

    rehearsal = Rehearsal(newest, port, passphrase.passphrase(newest.code), asked.rehearsal, told)
    asyncio.run(_rehearse(server, listening, rehearsal))


async def _rehearse(server: uvicorn.Server, listening: socket, rehearsal: Rehearsal) -> None:
    playing = asyncio.create_task(rehearsal.run())
    try:
        await server.serve(sockets=[listening])
    finally:
        playing.cancel()
        with suppress(asyncio.CancelledError, OSError):
            await playing


def _allow_many_streams() -> None:
    """A stream and a request for each phone: some systems start with room for 256 of both."""
    if sys.platform == "win32":
        return
    import resource

    least, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _STREAMS if most == resource.RLIM_INFINITY else min(_STREAMS, most)
    if least != resource.RLIM_INFINITY and least < wanted:
        with suppress(OSError, ValueError):  # then as many as there are
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


# --- the room -------------------------------------------------------------------------------------


def _rooms(
    journal: Journal, asked: Hosted, opened: library.Opened | None, language: Language
) -> dict[str, OpenRoom]:
    """The rooms of today, the one that is asked for first; a new one if there is none.

    A rehearsal has a room of its own, with which nothing ever goes on.
    """
    if asked.rehearsal is not None:
        made = _new_room(journal, asked, opened, language)
        return {made.code: made}
    recent = {
        each.name: found
        for each in journal.rooms()
        if time() - each.created < _RECENT
        and (found := _known(journal, each.name, is_needed=not asked.fresh))
        and not found.room.opened.rehearsal
    }
    wanted = None if opened is None else opened.source
    going = (
        code
        for code, room in recent.items()
        if room.room.people
        and wanted in (None, room.room.opened.source)
        and asked.texts in (None, room.room.opened.told_in)
    )
    code = None if asked.fresh else next(going, None)
    if code is None:
        made = _new_room(journal, asked, opened, language)
        return {made.code: made, **recent}
    return {code: recent.pop(code), **recent}


def _unreadable(journal: Journal, rooms: Mapping[str, OpenRoom]) -> Iterator[str]:
    """The rooms of today that this version can't make anything of."""
    for each in journal.rooms():
        is_recent = time() - each.created < _RECENT and each.name not in rooms
        if is_recent and open_room(journal, each.name, mends=False) is None:
            yield each.name


def _new_room(
    journal: Journal, asked: Hosted, opened: library.Opened | None, language: Language
) -> OpenRoom:
    opened = opened or _scenario(asked, language)
    while True:
        code, salt = new_code(), secrets.token_hex(16)
        entry = Opened(
            source=opened.source, packed=opened.packed, digest=opened.digest,
            seed=secrets.randbelow(1_000_000), language=language,
            tables=asked.tables, salt=salt,
            passphrase=_kept(salt, code),
            rehearsal=asked.rehearsal is not None, told_in=opened.scenario.told_in,
        )  # fmt: skip
        try:
            now = time()
            journal.create(code, opened.source, now, [written(entry, now)])
        except Conflict:
            continue
        found = open_room(journal, code, secret=passphrase.secret())
        assert found is not None
        return found


def _kept(salt: str, code: str) -> str:
    """The passphrase of that room on this laptop, as a journal keeps it."""
    return kept_passphrase(passphrase.secret(), salt, passphrase.passphrase(code))


def _known(journal: Journal, code: str, *, is_needed: bool) -> OpenRoom | None:
    """The room of that code, which opens with the passphrase of this laptop.

    If it was opened with another secret, its trainer gets a new passphrase. Not where other
    laptops serve from the same database: theirs would be wrong then. is_needed: otherwise such a
    room is left to them.
    """
    found = open_room(journal, code, secret=passphrase.secret())
    if found is None or is_passphrase(found.room, passphrase.passphrase(code)):
        return found
    if journal.is_shared:
        if is_needed:
            raise UserError("host.secret-elsewhere", code=code, place=passphrase.kept_in())
        return None
    changed, now = PassphraseChanged(passphrase=_kept(found.room.opened.salt, code)), time()
    journal.append(code, ROOM, found.room.rows, [written(changed, now)])
    found.room.apply(changed, now)
    found.has_new_passphrase = True
    return found


def _scenario(asked: Hosted, language: Language) -> library.Opened:
    if asked.scenario is not None:
        return library.open_scenario(library.find(asked.scenario), language, asked.texts)
    found = library.for_a_room()
    if found is None:
        raise UserError("stop.no-scenarios", place=library.SHIPPED)
    return found if asked.texts is None else library.told_in(found, asked.texts)


# --- what is told ---------------------------------------------------------------------------------


def _tell(
    screen: Screen, words: Words, room: OpenRoom, reachable: tuple[str, ...], port: int
) -> None:
    going_on = bool(room.room.people)
    title = words.of(room.scenario.scenario.title)
    if room.room.opened.rehearsal:
        screen.write(words("rehearse.open"))
    screen.write(
        words("host.going-on" if going_on else "host.open", title=title, n=len(room.room.people))
    )
    if told := room.room.opened.told_in:
        screen.write(words("told-in-language", language=words.name_of_language(told)))
    screen.write(words("host.join", address=room.address))
    screen.write(words("host.console", address=f"http://localhost:{port}/{room.code}/console"))
    screen.write(words("host.passphrase", passphrase=passphrase.passphrase(room.code)))
    screen.write(words("host.wall", address=f"http://localhost:{port}/{room.code}/wall"))
    if room.has_new_passphrase:
        screen.write(words("host.new-passphrase", place=passphrase.kept_in()))
    if not reachable:
        screen.write(words("host.no-network"))
    elif len(reachable) > 1:
        others = ", ".join(link(each, port, f"/{room.code}") for each in reachable[1:])
        screen.write(words("host.other-addresses", addresses=others))
    if reachable:
        screen.write(words("host.help"))
    for each in room.damaged:
        screen.write(words("host.damaged", table=each.stream or 1, number=each.number))
    screen.write(words("host.stop"))
    screen.flush()


def _test(screen: Screen, words: Words, reachable: tuple[str, ...], port: int) -> None:
    """Ask ourselves for a page at the address that the phones get, and say if nothing comes."""
    if reachable and not any(answers(reachable[0], port) for _ in range(_TRIES)):
        screen.write(words("host.no-answer", address=link(reachable[0], port)))
        screen.flush()
