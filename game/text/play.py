"""Playing in a terminal: from picking to the debrief, and stopping in between."""

import secrets
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from engine.files import lock_file
from engine.live_play import HUMAN, CompiledScenario, LivePlay
from engine.play.trace import Replayed, Trace, TraceProblem, save
from engine.play.trace import replay as play_again
from engine.scenario.vocabulary import Language
from game import library, saves
from game.errors import NearestNames, UserError, program_name, shell_quoted
from game.library import Opened
from game.presenters.page import Cast, Line, Lines
from game.presenters.since_then import since_then
from game.text.pick import Picker
from game.text.prompter import Prompter, Quit
from game.text.screen import OutputLost, Screen
from game.text.session import Session
from game.typed import same_name
from game.words import Words, words_in

_SEEDS_TO_PICK = 1_000_000
AUTO_SEED = 1

# Where the present play is kept, for the message if something goes wrong.
being_played: Path | None = None


@dataclass(frozen=True)
class Wanted:
    """What the command line asked for; if None, it is picked or left to the scenario."""

    scenario: str | None = None
    roles: str | None = None
    personas: Sequence[str] = ()  # one for all other seats, or one for each party
    seed: int | None = None
    trace: Path | None = None
    resume: Path | None = None
    in_language: bool = False  # the language was asked for, not just remembered
    texts: str | None = None  # the language of the scenario's own texts
    game: int = 0  # which of the plays with that seed


def play_in_text(wanted: Wanted, language: Language, source: TextIO, note: str | None) -> None:
    """Play with the people at this terminal. note: said first."""
    screen = Screen(sys.stdout)
    prompter = Prompter(screen, source)
    picker = Picker(prompter, language)
    opened = _asked_for(wanted, language)
    picker.welcome()
    if note is not None:
        screen.say(picker.words(note))
    try:
        live = _table(wanted, opened, picker)
    except (Quit, KeyboardInterrupt):
        screen.gap()
        return
    session = Session(live, prompter, live.trace.language)
    try:
        if _is_played(session):
            _afterwards(session)
    except (Quit, KeyboardInterrupt):
        screen.gap()
    finally:
        live.let_go()


def _is_played(session: Session) -> bool:
    """Play; whether it was played to the end. If it stops, say how to resume it."""
    global being_played
    being_played = saved = session.live.save_to
    try:
        session.play()
    except (Quit, KeyboardInterrupt):
        session.screen.raise_curtain()
        _say_how_to_resume(session.screen, session.words, saved)
        return False
    except BrokenPipeError:
        raise
    except OSError as error:
        where, spoken = shell_quoted(saved), session.words
        raise UserError("stop.unsaved", spoken=spoken, path=where, why=error) from error
    finally:
        with suppress(OutputLost, BrokenPipeError):
            session.screen.raise_curtain()
    return True


def _say_how_to_resume(screen: Screen, words: Words, saved: Path | None) -> None:
    screen.gap()
    screen.write(words("saved.resume", path=shell_quoted(saved), program=program_name()))


def _afterwards(session: Session) -> None:
    live, screen = session.live, session.screen
    saves.put_away(live)
    kept = live.save_to
    try:
        session.prompter.pause(lambda: session.words("end.debrief"))
        _debrief_step_by_step(session)
    finally:
        screen.gap()
        screen.write(session.words("saved.finished", path=kept))
        if live.trace.afterthoughts:
            again = {"program": program_name(), "path": shell_quoted(kept)}
            screen.write(session.words("saved.written", **again))
        screen.write(
            session.words("saved.debrief", path=shell_quoted(kept), program=program_name())
        )
        if kept is not None:
            page = kept.with_name(f"{kept.name.partition('.')[0]}.html").name
            told = {"path": shell_quoted(kept), "page": shell_quoted(page)}
            screen.write(session.words("saved.report", program=program_name(), **told))


def _debrief_step_by_step(session: Session) -> None:
    """The story; then of each step the question and what the play can show, in the language of
    the moment.
    """
    from engine.debrief import debrief
    from game.pages.story import story_page
    from game.presenters.afterthoughts import AFTER, BEFORE, TURN, written
    from game.presenters.debrief import debrief_opening, debrief_steps, step_opening
    from game.presenters.looking_back import story_lines, story_title
    from game.text.writing import ask_for

    compiled, screen, prompter = session.live.compiled, session.screen, session.prompter
    found = debrief(compiled, played_of(session.live))
    last = len(debrief_steps(session.cast, found)) - 1
    screen.say(f"{session.words('afterthoughts.kept')} {session.words('afterthoughts.commands')}")
    screen.show([Line("question", session.words("listen.head"))])
    found = ask_for(session, found, BEFORE)
    page = story_page(compiled.scenario.title, found, session.seats)
    told = (story_title(session.cast, page), *story_lines(session.cast, page))
    if prompter.is_interactive:
        screen.show_by_part(told, lambda: prompter.pause(lambda: session.words("debrief.more")))
    else:
        screen.show(told)
    screen.show(written(session.cast, found, session.seats, TURN))
    screen.show([Line("question", session.words("listen.after"))])
    found = ask_for(session, found, AFTER)
    prompter.pause(lambda: session.words("look.further"))
    screen.show(debrief_opening(session.cast, found))
    for at in range(last + 1):
        screen.show(step_opening(debrief_steps(session.cast, found, session.seats)[at]))
        if at == last:
            return
        prompter.pause(lambda: session.words("debrief.think"))
        step = debrief_steps(session.cast, found, session.seats)[at]
        # One person knows what was just typed; beside the log or somebody else's it tells more.
        is_compared = at == TURN or len(session.seats) > 1
        lines = (*(step.written if is_compared else ()), *step.lines)
        if prompter.is_interactive:
            screen.show_by_part(
                lines, lambda: prompter.pause(lambda: session.words("debrief.more"))
            )
        else:
            screen.show(lines)
        prompter.pause(lambda: session.words("debrief.next"))


def played_of(live: LivePlay) -> Replayed:
    """The play at this table, step by step."""
    played = play_again(live.compiled, live.trace)
    if isinstance(played, TraceProblem):
        raise AssertionError(f"a play that was just played can't be replayed: {played}")
    return played


# --- getting a table --------------------------------------------------------------------------


def _asked_for(wanted: Wanted, language: Language) -> Opened | None:
    """The requested scenario, once the rest of the request has been checked against it."""
    if wanted.scenario is None or wanted.resume is not None:
        return None
    opened = library.open_scenario(library.find(wanted.scenario), language, wanted.texts)
    seats_of(opened, roles_of(opened, wanted.roles) if wanted.roles else (), wanted.personas)
    return opened


def _table(wanted: Wanted, opened: Opened | None, picker: Picker) -> LivePlay:
    if wanted.resume is not None:
        opened, trace = reopened(wanted.resume, wanted.scenario, picker.words.language)
        return _resumed(opened, trace, wanted.resume, picker)
    if opened is None:
        opened = picker.scenario()
    # Asking for something in particular means wanting a new play.
    if not (wanted.roles or wanted.personas or wanted.seed is not None or wanted.trace):
        unfinished = picker.resume(opened)
        if unfinished is not None:
            trace = saves.read_trace(unfinished)
            if wanted.in_language or picker.switched:
                trace = replace(trace, language=picker.words.language)
            begun = saves.as_begun(trace, unfinished, opened)
            return _resumed(begun, trace, unfinished, picker)
    else:
        picker.mention_unfinished(opened)
    opened = picker.tongue(opened, wanted.texts)
    picker.introduce(opened)
    compiled = opened.compiled()
    roles = roles_of(opened, wanted.roles) if wanted.roles else picker.role(opened)
    personas = list(wanted.personas)
    if not personas and len(roles) == 1:
        chosen = picker.persona(compiled, roles[0])
        personas = [chosen] if chosen else []
    seed = secrets.randbelow(_SEEDS_TO_PICK) if wanted.seed is None else wanted.seed
    save_to = wanted.trace or saves.new_save(opened)
    seats = seats_of(opened, roles, personas)
    return start(opened, compiled, seats, seed, save_to, picker.words.language)


def _resumed(opened: Opened, trace: Trace, path: Path, picker: Picker) -> LivePlay:
    """The play in that file, after saying what has changed in its scenario."""
    live = _going_on(opened, trace, path)
    if told := since_then(words_in(trace.language), opened.changed):
        picker.screen.say(told)
    return live


def reopened(path: Path, scenario: str | None, language: Language | None) -> tuple[Opened, Trace]:
    """The play in that file with its scenario, in its own language unless told otherwise."""
    trace = saves.read_trace(path)
    trace = replace(trace, language=language or trace.language)
    return saves.scenario_of(trace, path, scenario, trace.language), trace


def resumed(path: Path, scenario: str | None, language: Language | None) -> LivePlay:
    """The play in that file, ready to continue."""
    return _going_on(*reopened(path, scenario, language), path)


def _going_on(opened: Opened, trace: Trace, path: Path) -> LivePlay:
    live = LivePlay.resume(opened.compiled(), trace, opened.digest, save_to=path)
    if isinstance(live, TraceProblem):
        raise saves.trace_stop(live, path)
    if not trace.people:
        raise UserError("stop.nobody-played", path=shell_quoted(path))
    return live


def start(
    opened: Opened,
    compiled: CompiledScenario,
    seats: Mapping[str, str],
    seed: int,
    save_to: Path | None,
    language: Language,
    *,
    game: int = 0,
) -> LivePlay:
    """A new play, saved before anything is chosen."""
    try:
        return LivePlay.start(
            compiled,
            seed=seed,
            seats=seats,
            digest=opened.digest,
            source=opened.source,
            text=opened.packed,
            save_to=save_to,
            language=language,
            game=game,
        )
    except OSError as error:
        is_ours = save_to is not None and save_to.parent == saves.unfinished()
        key = "stop.unwritable-home" if is_ours else "stop.unwritable"
        raise UserError(key, path=save_to, why=error) from error


def roles_of(opened: Opened, written: str) -> list[str]:
    """The parties that `--role` asks for: one, by id or name, or both of two."""
    parties = opened.scenario.parties
    if written == "both":
        if len(parties) != 2:
            raise UserError("stop.hot-seat-count", n=len(parties), parties=", ".join(parties))
        return list(parties)
    called = {name: name for name in parties}
    for name, party in parties.items():
        called |= {text: name for text in (party.name.nl, party.name.en) if text}
    if (meant := same_name(written, called)) is not None:
        return [called[meant]]
    near = NearestNames(written, parties)
    raise UserError("stop.unknown-party", written=written, scenario=opened.path.stem, near=near)


def seats_of(opened: Opened, people: Sequence[str], personas: Sequence[str]) -> dict[str, str]:
    """Who sits where. personas: one for every other seat, one for each party, or none."""
    parties = opened.scenario.parties
    if len(personas) > 1 and len(personas) != len(parties):
        raise UserError(
            "stop.personas-count",
            scenario=opened.path.stem, expected=len(parties), given=len(personas),
            parties=", ".join(parties),
        )  # fmt: skip
    chosen = list(personas) * len(parties) if len(personas) == 1 else list(personas)
    return {
        name: HUMAN if name in people else (chosen[at] if chosen else party.persona)
        for at, (name, party) in enumerate(parties.items())
    }


# --- a play without people --------------------------------------------------------------------


def play_by_itself(wanted: Wanted, language: Language) -> None:
    """Personas on every seat: the story of the play, and its debrief."""
    from engine.debrief import debrief
    from game.pages.story import story_page
    from game.presenters.looking_back import story_lines, story_title
    from game.presenters.story import story

    words = words_in(language)
    opened = _scenario_for_auto(wanted, language)
    compiled = opened.compiled()
    seats = seats_of(opened, (), wanted.personas)
    seed = AUTO_SEED if wanted.seed is None else wanted.seed
    live = start(opened, compiled, seats, seed, None, language, game=wanted.game)
    live.run()
    if wanted.trace is not None:
        _keep(live.trace, wanted.trace)
    played = played_of(live)
    cast, screen = Cast.of(compiled, words), Screen(sys.stdout)
    screen.show(_opening(cast, opened, seats, seed))
    screen.show(story(cast, live))
    screen.gap(2)
    page = story_page(compiled.scenario.title, debrief(compiled, played), ())
    screen.show([story_title(cast, page), *story_lines(cast, page)])


def _keep(trace: Trace, path: Path) -> None:
    """Save a finished play, unless somebody is playing in that file."""
    try:
        lock = lock_file(path)
        save(trace, path)
        lock.release()
    except OSError as error:
        raise UserError("stop.unwritable", path=path, why=error) from error


def _scenario_for_auto(wanted: Wanted, language: Language) -> Opened:
    if wanted.scenario is not None:
        return library.open_scenario(library.find(wanted.scenario), language, wanted.texts)
    found = library.shipped()
    if not found:
        raise UserError("stop.no-scenarios", place=library.SHIPPED)
    return library.open_scenario(found[0], language, wanted.texts)


def _opening(cast: Cast, opened: Opened, seats: Mapping[str, str], seed: int) -> Lines:
    from game.presenters.seats import credits_told, seats_told

    words, scenario = cast.words, opened.scenario
    facts = words(
        "story.facts", form=words(f"form.{scenario.form}"), seed=seed,
        seats=seats_told(cast, seats),
    )  # fmt: skip
    return (
        Line("title", words.of(scenario.title)),
        Line("told", words.of(scenario.summary)),
        *credits_told(words, scenario),
        Line("note", facts[:1].upper() + facts[1:]),
    )
