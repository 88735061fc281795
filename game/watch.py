"""The command that follows a scenario while it is written: on a page of its own, or as text."""

import sys
import threading
import webbrowser
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from engine.play.setting import Setting, usual_rounds
from engine.scenario.vocabulary import Language
from game import library
from game.errors import NearestNames, UserError, shell_quoted
from game.studio.desk import Desk
from game.studio.tryout import Tryout
from game.text.screen import Screen
from game.words import words_in


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asked for; None: left to us."""

    scenario: str
    text: bool
    phase: str | None
    role: str | None
    port: int | None
    browser: bool


def watch_scenario(asked: Asked, language: Language) -> int:
    """Follow the scenario until it is interrupted."""
    path = library.find(asked.scenario)
    desk = Desk(path, language)
    desk.tryout = _tryout(desk, asked, path)
    if asked.text:
        from game.text.watch import watch_as_text

        watch_as_text(desk, sys.stdin)
        return 0
    _serve(desk, asked)
    return 0


def _tryout(desk: Desk, asked: Asked, path: Path) -> Tryout | None:
    """From where to play at first, if that was asked for."""
    compiled = desk.good.reading.compiled if desk.good is not None else None
    if asked.phase is None and asked.role is None:
        return None
    if compiled is None:  # it is looked up as soon as the file can be played
        return Tryout(asked.role or "", Setting(asked.phase))
    seat, phase = asked.role or compiled.parties[0], asked.phase
    if seat not in compiled.parties:
        near = NearestNames(seat, compiled.parties)
        raise UserError("stop.unknown-party", written=seat, scenario=path.stem, near=near)
    if phase is not None and phase not in compiled.phases:
        near = NearestNames(phase, compiled.phases)
        raise UserError("stop.unknown-phase", written=phase, scenario=path.stem, near=near)
    rounds = 0 if phase is None else usual_rounds(compiled, phase)
    return Tryout(seat, Setting(phase, rounds=rounds))


def _serve(desk: Desk, asked: Asked) -> None:
    # Imported here: as text it needs no server.
    from game.web.address import HERE, link, listen
    from game.web.serving import server_for
    from game.web.studio import build

    words, screen = words_in(desk.language), Screen(sys.stdout)
    with closing(listen(asked.port, only_here=True)) as listening:
        address = link(HERE, listening.getsockname()[1], "/play" if desk.tryout else "/")
        screen.write(words("watch.following", path=shell_quoted(desk.path)))
        screen.write(words("watch.page", address=address))
        screen.write(words("watch.stop"))
        screen.flush()
        if asked.browser:
            threading.Timer(1.0, webbrowser.open, [address]).start()
        with suppress(KeyboardInterrupt):  # which the server raises again once it has stopped
            server_for(build(desk), desk.close).run(sockets=[listening])
    screen.write(words_in(desk.language)("watch.closed"))
    screen.flush()
