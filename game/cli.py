"""The commands. What a command needs is imported when it runs; nothing here knows the game."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from engine.scenario.vocabulary import LANGUAGES, PERSONAS, Form, Language
from game import __version__, settings
from game.arguments import (
    Argument,
    Command,
    Flag,
    Missing,
    Option,
    Positional,
    any_text,
    explain_command,
    explain_program,
    file_path,
    name_list,
    network_address,
    one_of,
    pixels,
    share,
    values_of,
    whole,
)
from game.authoring import FEWEST_PARTIES, FEWEST_ROUNDS, MOST_PARTIES, MOST_ROUNDS
from game.errors import USAGE, NearestNames, UserError, os_words, program_name, shell_quoted
from game.program import short_name
from game.text.screen import OutputLost, Screen, width_of_terminal
from game.text.streams import prepare_streams, silence
from game.words import Words, words_in

if TYPE_CHECKING:
    from game.text.play import Wanted

HELP = ("--help", "-h")
VERSION = "--version"
INTERRUPTED = 130  # 128 + SIGINT


@dataclass
class Reader:
    """The reader's language. is_asked: it was asked for with --lang; wants_both: so was `both`."""

    language: Language = "nl"
    is_asked: bool = False
    wants_both: bool = False

    @property
    def words(self) -> Words:
        """The words of that language."""
        return words_in(self.language)


def main(arguments: Sequence[str]) -> int:
    """The exit code of the command line; every message is in the reader's language."""
    reader = Reader()
    try:
        prepare_streams()
        reader.language = settings.language()
        code = _obey(list(arguments), reader)
        Screen(sys.stdout).flush()
        return code
    except UserError as stop:
        return _stopped(stop.message(reader.words))
    except BrokenPipeError:
        # Whoever was reading this has seen enough.
        silence(sys.stdout)
        return 0
    except OutputLost as lost:
        silence(sys.stdout)
        why = os_words(reader.words, lost.error)
        return _stopped(reader.words("stop.output-lost", why=why), *_way_on(reader.words))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:
        return _faulted(fault, reader.words)


def _stopped(*messages: str) -> int:
    with suppress(OutputLost, BrokenPipeError):
        Screen(sys.stdout).flush()
    with suppress(OutputLost, BrokenPipeError):
        Screen(sys.stderr).write("\n".join(messages))
    return USAGE


def _faulted(fault: Exception, words: Words) -> int:
    """The last resort: one plain message, and where the play is."""
    detail = f"{type(fault).__name__}: {fault}"[:200]
    way_on = _way_on(words) or [words("stop.fault.unsaved")]
    return _stopped(words("stop.fault", detail=detail), *way_on)


def _way_on(words: Words) -> list[str]:
    """How to resume the play in progress."""
    play = sys.modules.get("game.text.play")
    saved: Path | None = getattr(play, "being_played", None)
    if saved is None or not saved.exists():
        return []
    return [words("stop.fault.saved", path=shell_quoted(saved), program=program_name())]


def _obey(arguments: list[str], reader: Reader) -> int:
    arguments = _take_language(arguments, reader)
    if arguments == [VERSION]:
        Screen(sys.stdout).write(f"Samenspel {__version__}")
        return 0
    asks_help = any(each in HELP for each in arguments)
    if not arguments or (arguments[0].startswith("-") and not asks_help):
        arguments = ["play", *arguments]
    name = next((each for each in arguments if not each.startswith("-")), "")
    if asks_help:
        Screen(sys.stdout).write(_help(name, reader.words))
        return 0
    if name not in COMMANDS:
        raise UserError("stop.unknown-command", written=name, near=_near_command(name))
    if reader.wants_both and name != new.__name__:
        raise UserError("stop.unknown-language", written=_BOTH)
    command = COMMANDS[name]
    return command.run(reader, **values_of(command, arguments[1:]))


def _help(name: str, words: Words) -> str:
    width = width_of_terminal()
    if name in COMMANDS:
        return explain_command(words, COMMANDS[name], width)
    return explain_program(words, COMMANDS, width)


def _near_command(written: str) -> NearestNames:
    """The command that was meant; naming a scenario means wanting to play it."""
    from game.library import ENDINGS, shipped

    if Path(written).suffix in ENDINGS or written in {path.stem for path in shipped()}:
        return NearestNames(f"play {written}", (f"play {written}",))
    return NearestNames(written, COMMANDS, command=short_name())


def _take_language(arguments: list[str], reader: Reader) -> list[str]:
    """Apply `--lang` wherever it is typed, so that even messages about the rest use it."""
    rest: list[str] = []
    waiting = iter(arguments)
    for each in waiting:
        name, has_value, value = each.partition("=")
        if name != "--lang":
            rest.append(each)
            continue
        written = value if has_value else next(waiting, None)
        if written is None:
            near = NearestNames("--lang", LANGUAGES)
            raise UserError("stop.option-without-value", written="--lang", near=near)
        reader.wants_both = written == _BOTH
        if reader.wants_both:  # only for what is written, not for what is said
            continue
        if written not in LANGUAGES:
            raise UserError("stop.unknown-language", written=written)
        reader.language, reader.is_asked = "nl" if written == "nl" else "en", True
    return rest


def _speak_as_in(trace: Path, reader: Reader) -> None:
    """Continue in the language of that play, unless another was asked for."""
    from game.saves import read_trace

    played_in = read_trace(trace).language
    if not reader.is_asked:
        reader.language = played_in


# --- commands ---------------------------------------------------------------------------------

COMMANDS: dict[str, Command] = {}
_Run = Callable[..., int]


def command(*arguments: Argument) -> Callable[[_Run], _Run]:
    """Make a function a command of that name, with those arguments."""

    def declare(run: _Run) -> _Run:
        COMMANDS[run.__name__] = Command(run.__name__, run, arguments)
        return run

    return declare


_SCENARIO = Positional("scenario", any_text("SCENARIO"))
_TRACE = Positional("trace", file_path("TRACE"))
_ITS_SCENARIO = Option("--scenario", any_text("FILE"), about="its-scenario")
_TEXTS = Option("--texts", any_text("LANG"))
_JSON = Flag("--json")
_OVERWRITE = Flag("--overwrite")
_SEED = whole(0, 2**63 - 1)
_MANY = whole(1, 1_000_000_000)  # design choice: a night's work for `simulate`
_MOST_TABLES = 200  # design choice: a hundred times a seminar room
_BOTH = "both"  # languages: of a new scenario
_MOST_WORKERS = 256  # design choice: more processes than any machine here has cores


@command(
    Positional("scenario", any_text("SCENARIO"), is_needed=False),
    Option("--role", any_text("PARTY")),
    Option("--against", one_of("PERSONA", lambda: PERSONAS, "stop.unknown-persona")),
    Option("--personas", name_list("A,B")),
    Option("--seed", _SEED),
    Option("--game", _SEED),
    Flag("--text"),
    Flag("--auto"),
    Option("--trace", file_path()),
    _OVERWRITE,
    Option("--resume", file_path()),
    _TEXTS,
)
def play(
    reader: Reader, *, scenario: str | None, role: str | None, against: str | None,
    personas: tuple[str, ...] | None, seed: int | None, game: int | None, text: bool,
    auto: bool, trace: Path | None, overwrite: bool, resume: Path | None, texts: str | None,
) -> int:  # fmt: skip
    """Play a scenario."""
    _refuse_together(auto, resume, {"--role": role, "--against": against, "--seed": seed,
                                    "--personas": personas, "--trace": trace,
                                    "--texts": texts, "--game": game})  # fmt: skip
    # Mistakes in the scenario are reported before anything is asked, whoever plays.
    who = _personas(against, personas or ())
    path = _look_for(scenario, resume, reader)
    if trace is not None:
        _refuse_place(trace, path, overwrite)
    front, note = choose_front_end(text=text, auto=auto)
    from game.text.play import Wanted

    wanted = Wanted(scenario, role, who, seed, trace, resume, reader.is_asked, texts, game or 0)
    return _FRONTS[front](wanted, reader.language, note)


def _look_for(scenario: str | None, resume: Path | None, reader: Reader) -> Path | None:
    from game import library

    if resume is not None:
        _speak_as_in(resume, reader)
    return library.find(scenario) if scenario is not None else None


def _refuse_place(trace: Path, scenario: Path | None, overwrite: bool) -> None:
    from game import library

    if scenario is not None:
        library.refuse_to_replace(trace, scenario)
    if not overwrite:
        library.refuse_to_overwrite(trace)


def _refuse_together(auto: bool, resume: Path | None, options: dict[str, object]) -> None:
    for option, value in options.items():
        if value is None:
            continue
        if auto and option == "--role":
            raise UserError("stop.auto-and", option=option)
        if not auto and option == "--game":
            raise UserError("stop.game-needs-auto")
        if resume is not None:
            raise UserError("stop.resume-and", option=option)
    if auto and resume is not None:
        raise UserError("stop.auto-and", option="--resume")


def _personas(against: str | None, personas: Sequence[str]) -> tuple[str, ...]:
    for each in personas:
        if each not in PERSONAS:
            raise UserError("stop.unknown-persona", written=each, near=NearestNames(each, PERSONAS))
    return (*([against] if against else []), *personas)


def choose_front_end(*, text: bool, auto: bool) -> tuple[str, str | None]:
    """The front end that shows the play, and the key of what to say about it first.

    Decided by what the system says it has, without opening anything.
    """
    if auto:
        return "auto", None
    if text:
        return "text", None
    if has_display():
        return "window", None
    if not sys.stdin.isatty():
        raise UserError("stop.no-terminal")
    return "text", "front.no-display"


def has_display() -> bool:
    """Whether a window could be opened here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _in_text(wanted: "Wanted", language: Language, note: str | None) -> int:
    from game.text.play import play_in_text

    play_in_text(wanted, language, sys.stdin, note)
    return 0


def _in_window(wanted: "Wanted", language: Language, note: str | None) -> int:
    """Play in the window; if it can't be opened, say so and play as text."""
    _refuse_other_pygame()
    from game import library
    from game.text.play import roles_of, seats_of
    from game.window import launch

    path = library.find(wanted.scenario) if wanted.scenario else None
    seats = None
    if path is not None and (wanted.roles is not None or wanted.texts is not None):
        opened = library.open_scenario(path, language, wanted.texts)
        if wanted.roles is not None:
            seats = seats_of(opened, roles_of(opened, wanted.roles), wanted.personas)
    try:
        return launch.run(
            path, language=language, seed=wanted.seed, seats=seats, save_to=wanted.trace,
            resume=wanted.resume, texts=wanted.texts,
        )  # fmt: skip
    except launch.CannotOpen:
        if not sys.stdin.isatty():
            raise UserError("stop.no-terminal") from None
        return _in_text(wanted, language, "front.no-window")


def _refuse_other_pygame() -> None:
    """The window needs pygame-ce; pygame goes by the same name when it is imported."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        import pygame
    except ImportError:
        raise UserError("window.missing") from None
    if not getattr(pygame, "IS_CE", False):
        raise UserError("window.edition")


def _by_itself(wanted: "Wanted", language: Language, note: str | None) -> int:
    from game.text.play import play_by_itself

    play_by_itself(wanted, language)
    return 0


_FRONTS: "dict[str, Callable[[Wanted, Language, str | None], int]]" = {
    "text": _in_text,
    "window": _in_window,
    "auto": _by_itself,
}


def _themes() -> Sequence[str]:
    from game.theme import THEMES

    return THEMES


def _text_sizes() -> Sequence[int]:
    from game.window.preferences import TEXT_SIZES

    return TEXT_SIZES


@command(
    _SCENARIO,
    Option("--out", file_path("DIR"), is_needed=True),
    _OVERWRITE,
    # From a phone held upright up to a large projector.
    Option("--size", pixels((400, 600), (3840, 2160)), default=(1280, 720)),
    Option("--theme", one_of("THEME", _themes, "stop.unknown-theme"), default="light"),
    Option("--text-size", one_of("PERCENT", _text_sizes, "stop.bad-text-size"), default=100),
    Option("--seed", _SEED, default=7),
    _TEXTS,
)
def storyboard(
    reader: Reader, *, scenario: str, out: Path, overwrite: bool, size: tuple[int, int],
    theme: str, text_size: int, seed: int, texts: str | None,
) -> int:  # fmt: skip
    """A picture of every screen of a whole play."""
    _refuse_other_pygame()
    from game.text.storyboard import save_storyboard

    return save_storyboard(
        scenario, out, reader.language, size=size, theme=theme, text_size=text_size, seed=seed,
        overwrite=overwrite, texts=texts,
    )  # fmt: skip


@command(Option("--out", file_path("DIR"), is_needed=True), _OVERWRITE)
def gallery(reader: Reader, *, out: Path, overwrite: bool) -> int:
    """Pictures of every place, of all clothes and of every face."""
    _refuse_other_pygame()
    from game.text.gallery import save_gallery

    return save_gallery(out, reader.language, overwrite=overwrite)


@command(Positional("paths", any_text("PATH…"), is_many=True), Flag("--play"), _JSON)
def check(reader: Reader, *, paths: tuple[str, ...], play: bool, json: bool) -> int:
    """Every problem of scenarios."""
    from game.text.check import PLAYS, check_files

    return check_files(paths, reader.language, as_json=json, plays=PLAYS if play else 0)


_CODE = Positional("code", any_text("CODE"), is_needed=False)


@command(_CODE, Flag("--all"))
def explain(reader: Reader, *, code: str | None, all: bool) -> int:
    """What a code of `check` means."""
    from game.text.check import explain_all, explain_code

    if all:
        return explain_all(reader.language)
    if code is None:
        raise Missing(_CODE, NearestNames("", (), f"{short_name()} explain"))
    return explain_code(code, reader.language)


@command(_TRACE, _ITS_SCENARIO)
def replay(reader: Reader, *, trace: Path, scenario: str | None) -> int:
    """Replay a saved play."""
    from game.text.afterwards import replay_file

    _speak_as_in(trace, reader)
    return replay_file(trace, scenario, reader.language)


@command(
    _TRACE, _ITS_SCENARIO, Option("--seat", any_text("PARTY")), Flag("--more"), Flag("--trainer"),
    Option("--html", file_path()), Option("--csv", file_path()), _OVERWRITE, _JSON,
)  # fmt: skip
def debrief(
    reader: Reader, *, trace: Path, scenario: str | None, seat: str | None, more: bool,
    trainer: bool, html: Path | None, csv: Path | None, overwrite: bool, json: bool,
) -> int:  # fmt: skip
    """The debrief of a saved play."""
    from game.text.afterwards import Asked, debrief_file

    _speak_as_in(trace, reader)
    asked = Asked(scenario, seat, more, trainer, json, html, csv, overwrite)
    return debrief_file(trace, asked, reader.language)


@command(
    _SCENARIO,
    Option("--plays", _MANY, default=10_000),
    Option("--seed", _SEED, default=0),
    Option("--strategies", name_list("A,B,…"), default=()),
    Option("--workers", whole(1, _MOST_WORKERS)),
    Option("--engine", one_of("ENGINE", lambda: ("local", "dask"), "stop.unknown-engine"),
           default="local"),
    Option("--scheduler", any_text("ADDRESS")),
    _JSON,
)  # fmt: skip
def simulate(
    reader: Reader, *, scenario: str, plays: int, seed: int, strategies: tuple[str, ...],
    workers: int | None, engine: str, scheduler: str | None, json: bool,
) -> int:  # fmt: skip
    """Many plays by personas."""
    from game.text.simulate import simulate_scenario

    return simulate_scenario(
        scenario, reader.language, plays=plays, seed=seed, strategies=strategies,
        workers=workers, engine=engine, scheduler=scheduler, as_json=json,
    )  # fmt: skip


@command(
    _SCENARIO, Option("--out", file_path()), _OVERWRITE, Option("--expect", file_path()), _JSON
)
def balance(
    reader: Reader, *, scenario: str, out: Path | None, overwrite: bool, expect: Path | None,
    json: bool,
) -> int:  # fmt: skip
    """A scenario put to the test."""
    from game.text.balance import Asked, balance_scenario

    return balance_scenario(scenario, Asked(out, overwrite, expect, json), reader.language)


@command(
    Positional("file", any_text("FILE")),
    Option("--plays", _MANY, default=10_000),
    Option("--seed", _SEED, default=0),
    Option("--strategies", name_list("A,B,…")),
    _JSON,
)
def lab(
    reader: Reader, *, file: str, plays: int, seed: int, strategies: tuple[str, ...] | None,
    json: bool,
) -> int:  # fmt: skip
    """An experiment from a file."""
    from game.text.lab import lab_file

    return lab_file(
        file, reader.language, plays=plays, seed=seed, strategies=strategies, as_json=json
    )


@command(
    Option("--turns", _MANY, default=200),
    Option("--repetitions", _MANY, default=10),
    Option("--noise", share(0, 0.5), default=0.0),
    Option("--seed", _SEED, default=0),
    Option("--strategies", name_list("A,B,…")),
    _JSON,
)
def tournament(
    reader: Reader, *, turns: int, repetitions: int, noise: float, seed: int,
    strategies: tuple[str, ...] | None, json: bool,
) -> int:  # fmt: skip
    """Classical strategies, all against all."""
    from game.text.lab import tell_tournament

    return tell_tournament(
        reader.language, turns=turns, repetitions=repetitions, noise=noise, seed=seed,
        strategies=strategies, as_json=json,
    )  # fmt: skip


@command(
    Positional("scenario", any_text("SCENARIO"), is_needed=False),
    Option("--tables", whole(1, _MOST_TABLES), default=3),
    Option("--port", whole(1, 65_535)),
    Option("--address", network_address()),
    Option("--database", any_text("URL")),
    Flag("--new"),
    Flag("--no-browser"),
    Flag("--rehearse"),
    Option("--minutes", whole(1, 240), default=3),
    Option("--workers", whole(1, _MOST_WORKERS), default=1),
    _TEXTS,
)  # fmt: skip
def host(
    reader: Reader, *, scenario: str | None, tables: int, port: int | None, address: str | None,
    database: str | None, new: bool, no_browser: bool, rehearse: bool, minutes: int,
    workers: int, texts: str | None,
) -> int:  # fmt: skip
    """A room for a workshop."""
    from game.host import Hosted, open_doors

    asked = Hosted(
        scenario, tables, port, address, database, new, not no_browser,
        minutes if rehearse else None, workers, texts,
    )  # fmt: skip
    return open_doors(asked, reader.language)


@command(
    _SCENARIO,
    Flag("--text"),
    Option("--phase", any_text("PHASE")),
    Option("--role", any_text("PARTY")),
    Option("--port", whole(1, 65_535)),
    Flag("--no-browser"),
)
def watch(
    reader: Reader, *, scenario: str, text: bool, phase: str | None, role: str | None,
    port: int | None, no_browser: bool,
) -> int:  # fmt: skip
    """A scenario while it is written."""
    from game.watch import Asked, watch_scenario

    asked = Asked(scenario, text, phase, role, port, not no_browser)
    return watch_scenario(asked, reader.language)


@command(
    Option("--export", any_text("CODE")),
    Option("--out", file_path("DIR")),
    _OVERWRITE,
    Option("--purge", any_text("CODE")),
    Flag("--purge-all"),
    Flag("--yes"),
    Option("--database", any_text("URL")),
    _JSON,
)
def rooms(
    reader: Reader, *, export: str | None, out: Path | None, overwrite: bool, purge: str | None,
    purge_all: bool, yes: bool, database: str | None, json: bool,
) -> int:  # fmt: skip
    """The rooms that are kept."""
    from game.rooms import Asked, keep_rooms

    asked = Asked(export, out, overwrite, purge, purge_all, yes, database, json)
    return keep_rooms(asked, reader.language)


@command(
    _SCENARIO,
    Option("--out", file_path()),
    # Every company of personas equally often, with two parties, three or four: a second's work.
    Option("--plays", whole(0, 1_000_000_000), default=1_296),
    Option("--seed", _SEED, default=0),
    _TEXTS,
    _OVERWRITE,
)
def map(
    reader: Reader, *, scenario: str, out: Path | None, plays: int, seed: int, texts: str | None,
    overwrite: bool,
) -> int:  # fmt: skip
    """The map of a scenario."""
    from game.text.script_map import map_scenario

    return map_scenario(
        scenario, reader.language, out=out, plays=plays, seed=seed, texts=texts,
        overwrite=overwrite,
    )  # fmt: skip


@command(
    Positional("name", any_text("NAME"), is_needed=False),
    Option("--form", one_of("FORM", lambda: get_args(Form), "stop.unknown-form")),
    Option("--parties", whole(FEWEST_PARTIES, MOST_PARTIES)),
    Option("--rounds", whole(FEWEST_ROUNDS, MOST_ROUNDS)),
    Option("--out", file_path()),
)
def new(
    reader: Reader, *, name: str | None, form: Form | None, parties: int | None,
    rounds: int | None, out: Path | None,
) -> int:  # fmt: skip
    """A scenario to begin with."""
    from game.text.new import Asked, new_scenario

    asked_for = (reader.language,) if reader.is_asked else None
    languages = LANGUAGES if reader.wants_both else asked_for
    asked = Asked(name, form, parties, rounds, languages, out)
    return new_scenario(asked, reader.language)


@command(Option("--out", file_path(), is_needed=True))
def pack(reader: Reader, *, out: Path) -> int:
    """The game with all that it needs in one folder."""
    from game.text.pack import make_folder

    return make_folder(out, reader.language)


@command(Option("--out", file_path()), _OVERWRITE)
def schema(reader: Reader, *, out: Path | None, overwrite: bool) -> int:
    """The format, for editors."""
    from game.text.schema import give_schema

    return give_schema(out, reader.language, overwrite=overwrite)


@command(
    _SCENARIO, Positional("old", any_text("OLD")), Positional("new", any_text("NEW")),
    Flag("--yes"),
)  # fmt: skip
def rename(reader: Reader, *, scenario: str, old: str, new: str, yes: bool) -> int:
    """A name changed everywhere in a scenario."""
    from game.text.rename import rename_in_scenario

    return rename_in_scenario(scenario, old, new, reader.language, is_agreed=yes)


@command(
    _SCENARIO,
    Option("--out", file_path()),
    Option("--in", file_path()),
    Option("--add", name_list("LANG,…"), default=()),
    Option("--since", file_path()),
    _OVERWRITE,
    Flag("--force"),
    Flag("--dry-run"),
)
def words(
    reader: Reader, *, scenario: str, out: Path | None, add: tuple[str, ...], since: Path | None,
    overwrite: bool, force: bool, dry_run: bool, **given: Path | None,
) -> int:  # fmt: skip
    """The texts of a scenario, out to a translator and back."""
    from game.text.translation import Asked, translate

    asked = Asked(out, given["in"], add, since, overwrite, force, dry_run)
    return translate(scenario, asked, reader.language)


@command(
    _SCENARIO,
    Option("--plays", whole(1, 1_000_000), default=4_000),
    Option("--seconds", whole(1, 86_400), default=30),
    Option("--seed", _SEED, default=0),
    Option("--how", any_text("WHAT")),
    Option("--traces", file_path("DIR")),
    _OVERWRITE,
    _JSON,
)
def test(
    reader: Reader, *, scenario: str, plays: int, seconds: int, seed: int, how: str | None,
    traces: Path | None, overwrite: bool, json: bool,
) -> int:  # fmt: skip
    """What many plays never come to, and what they come to too often."""
    from game.text.playtest import Asked, play_test

    asked = Asked(plays, seconds, seed, how, traces, overwrite, json)
    return play_test(scenario, asked, reader.language)


@command(_SCENARIO, Option("--out", file_path(), is_needed=True), _TEXTS, _OVERWRITE)
def script(reader: Reader, *, scenario: str, out: Path, texts: str | None, overwrite: bool) -> int:
    """A scenario to print and read."""
    from game.text.script import print_script

    return print_script(scenario, out, reader.language, texts=texts, overwrite=overwrite)
