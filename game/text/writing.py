"""Asking in a terminal what people write at the debrief: each answer is kept as it is given."""

from collections.abc import Sequence
from dataclasses import replace

from engine.debrief import Findings
from engine.play.afterthoughts import MOST_LETTERS, Said, TurnMarked, as_written
from game.errors import UserError
from game.presenters.afterthoughts import entry_of, on_one_line, turn_name, turn_typed
from game.text.session import Session

# In an answer that is free, only these are commands: "stop" and "game" are words like any other.
_COMMANDS = ("?", "t", "q")


def ask_for(session: Session, found: Findings, names: Sequence[Said]) -> Findings:
    """Ask everybody for those; returns the findings with what was written."""
    commands = session.prompter.commands
    session.prompter.commands = {name: commands[name] for name in _COMMANDS}
    try:
        for seat in session.seats:
            for name in names:
                _ask(session, found, seat, name)
    finally:
        session.prompter.commands = commands
    return replace(found, afterthoughts=session.live.trace.afterthoughts)


def _ask(session: Session, found: Findings, seat: str, name: Said) -> None:
    """Ask one thing of one person, until it can be kept or is passed over."""
    while typed := session.prompter.ask(lambda: _prompt(session, seat, name)):
        marked, text = turn_typed(typed) if name == "turn" else (None, typed)
        if marked is not None and entry_of(found, marked) is None:
            n = sum(entry.kind == "round" for entry in found.timeline)
            session.screen.say(session.words("afterthoughts.no-round", written=marked.round, n=n))
            continue
        _keep(session, seat, name, marked, text)
        return


def _prompt(session: Session, seat: str, name: Said) -> str:
    """What is asked; of several people, of whom, and what was answered before if anything was."""
    words = session.words
    what = words(f"afterthoughts.ask.{name}")
    if len(session.seats) > 1:
        what = words("afterthoughts.prompt.of", what=what, party=session.cast.party(seat))
    before = session.live.trace.written_by(seat)
    parts = [before.said(name)]
    if name == "turn" and before.marked is not None:
        parts.insert(0, turn_name(words, before.marked))
    if said := ": ".join(part for part in parts if part):
        return words("afterthoughts.prompt.again", what=what, said=on_one_line(said))
    return words("afterthoughts.prompt", what=what)


def _keep(session: Session, seat: str, name: Said, marked: TurnMarked | None, text: str) -> None:
    if len(text) > MOST_LETTERS:
        session.screen.say(session.words("afterthoughts.cut", most=MOST_LETTERS))
    said = {name: as_written(text), **({} if marked is None else {"marked": marked})}
    live = session.live
    try:
        live.write_down(replace(live.trace.written_by(seat), **said))  # type: ignore[arg-type]
    except OSError as error:
        failed = UserError("stop.unwritable", path=live.save_to, why=error)
        session.screen.say(failed.message(session.words))
