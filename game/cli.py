"""The commands. What a command needs is imported when it runs; nothing here knows the game."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.scenario.vocabulary import LANGUAGES, Language
from game import settings
from game.errors import USAGE, NearestNames, UserError, program_name, shell_quoted
from game.words import Words, words_in

if TYPE_CHECKING:
    from game.text.play import Wanted

PROGRAM = "main.py"
HELP = ("--help", "-h")
INTERRUPTED = 130  # 128 + SIGINT


@dataclass
class _Run:
    """What the commands of one run share."""

    language: Language = "nl"
    asked: bool = False  # for this language


_run = _Run()
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def main(arguments: Sequence[str]) -> int:
    """The exit code of the command line; every message is in the reader's language."""
    from game.text.screen import ready

    ready((sys.stdin, sys.stdout, sys.stderr))
    _run.language, _run.asked = settings.language(), False
    try:
        code = _obey(list(arguments))
        sys.stdout.flush()
        return code
    except UserError as stop:
        return _stopped(stop.message(words_in(_run.language)))
    except BrokenPipeError:
        # Whoever read this has seen enough; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:
        return _faulted(fault)


def _stopped(message: str) -> int:
    sys.stdout.flush()
    print(message, file=sys.stderr)  # noqa: T201
    return USAGE


def _faulted(fault: Exception) -> int:
    """The last resort: one plain message, and where the play is."""
    words = words_in(_run.language)
    told = [words("stop.fault", detail=f"{type(fault).__name__}: {fault}"[:200])]
    saved = _being_played()
    if saved is not None:
        told.append(words("stop.fault.saved", path=shell_quoted(saved), program=program_name()))
    else:
        told.append(words("stop.fault.unsaved"))
    return _stopped("\n".join(told))


def _being_played() -> Path | None:
    play = sys.modules.get("game.text.play")
    saved: Path | None = getattr(play, "being_played", None)
    return saved if saved is not None and saved.exists() else None


def _obey(arguments: list[str]) -> int:
    arguments = _take_language(arguments)
    command = typer.main.get_command(app)
    commands: dict[str, Any] = command.commands  # type: ignore[attr-defined]
    asks_help = any(each in HELP for each in arguments)
    if not arguments or (arguments[0].startswith("-") and not asks_help):
        arguments = ["play", *arguments]
    name = next((each for each in arguments if not each.startswith("-")), "")
    if asks_help:
        print(help_text(words_in(_run.language), commands, name))  # noqa: T201
        return 0
    if name not in commands:
        raise UserError(
            "stop.unknown-command", written=name, near=_near_command(name, list(commands))
        )
    try:
        # Not `main`: that turns a broken pipe and Ctrl-C into exits of its own.
        with command.make_context(PROGRAM, arguments) as context:
            result = command.invoke(context)
    except Exception as error:
        if hasattr(error, "format_message"):
            raise _usage_stop(error, name, commands[name]) from error
        raise
    return result if isinstance(result, int) else 0


def _near_command(written: str, commands: Sequence[str]) -> NearestNames:
    """The command that was meant; who names a scenario wants to play it."""
    from game.library import ENDINGS, shipped

    if Path(written).suffix in ENDINGS or written in {path.stem for path in shipped()}:
        return NearestNames(f"play {written}", (f"play {written}",))
    return NearestNames(written, commands, command=PROGRAM)


def _take_language(arguments: list[str]) -> list[str]:
    """Use `--lang` wherever it stands, so that even a message about the rest is in it."""
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
        if written not in LANGUAGES:
            raise UserError("stop.unknown-language", written=written)
        _run.language, _run.asked = "nl" if written == "nl" else "en", True
    return rest


def _speak_as_in(trace: Path) -> None:
    """Go on in the language in which that play was played, unless another was asked for."""
    from game.library import read_trace

    played_in = read_trace(trace).language
    if not _run.asked and played_in in LANGUAGES:
        _run.language = "nl" if played_in == "nl" else "en"


def _usage_stop(error: Any, name: str, command: Any) -> UserError:
    """A complaint of the command-line reader, in our words."""
    full = f"{PROGRAM} {name}"
    options = [opt for param in command.params for opt in param.opts if opt.startswith("--")]
    kind, option = type(error).__name__, getattr(error, "option_name", "")
    help_of = NearestNames("", (), command=full)
    if kind == "NoSuchOption":
        near = NearestNames(str(option), (*options, "--lang", "--help"), command=full)
        return UserError("stop.unknown-option", command=full, written=option, near=near)
    if kind == "BadOptionUsage":
        flags = {opt for param in command.params if getattr(param, "is_flag", False)
                 for opt in param.opts}  # fmt: skip
        key = "stop.option-with-value" if option in flags else "stop.option-without-value"
        return UserError(key, written=option, near=help_of)
    if kind == "MissingParameter" and error.param is not None:
        return UserError(
            "stop.missing", what=_metavar(words_in(_run.language), error.param), near=help_of
        )
    extra = str(error.format_message())
    if "(" in extra and extra.endswith(")"):
        return UserError("stop.too-much", written=extra.rpartition("(")[2][:-1], near=help_of)
    return UserError("stop.usage", near=help_of)


# --- help -------------------------------------------------------------------------------------


def help_text(words: Words, commands: dict[str, Any], name: str) -> str:
    """The help of a command, or of the program when the name is no command."""
    if name in commands:
        return "\n".join(_command_help(words, name, commands[name]))
    usage = f"{PROGRAM} [{words('help.metavar.command')}] {words('help.metavar.options')}"
    rows = [(each, words(f"help.{each}")) for each in commands]
    return "\n".join(
        [
            words("help.about"), "", words("help.usage", usage=usage), "",
            f"{words('help.commands')}:", *_table(rows), "",
            f"{words('help.options')}:", *_table(_common(words)), "", words("help.more"),
        ]
    )  # fmt: skip


def _common(words: Words) -> list[tuple[str, str]]:
    return [("--lang nl|en", words("help.lang")), ("--help", words("help.help"))]


def _command_help(words: Words, name: str, command: Any) -> list[str]:
    given = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option"]
    asked = [_metavar(words, param) for param in given]
    usage = " ".join([PROGRAM, name, *asked, words("help.metavar.options")])
    lines = [words(f"help.{name}"), "", words("help.usage", usage=usage), ""]
    if given:
        lines.append(f"{words('help.arguments')}:")
        lines += _table([(_metavar(words, param), _about(words, name, param)) for param in given])
        lines.append("")
    lines.append(f"{words('help.options')}:")
    rows = [
        (_option(words, param), _about(words, name, param)) for param in options if not param.hidden
    ]
    return [*lines, *_table(rows + _common(words))]


def _metavar(words: Words, param: Any) -> str:
    name = words(f"metavar.{param.metavar}")
    return name if param.required else f"[{name}]"


def _option(words: Words, param: Any) -> str:
    return (
        f"{param.opts[0]} {words(f'metavar.{param.metavar}')}"
        if param.metavar
        else str(param.opts[0])
    )


def _about(words: Words, command: str, param: Any) -> str:
    own = f"help.{command}.{param.name}"
    return words(own if words.has(own) else f"help.{param.name}")


def _table(rows: Sequence[tuple[str, str]]) -> list[str]:
    import textwrap

    from game.text.screen import width_of_terminal

    wide = max(len(left) for left, _ in rows) + 4
    return [
        textwrap.fill(
            right, max(width_of_terminal(), wide + 30), break_on_hyphens=False,
            initial_indent=f"  {left}".ljust(wide), subsequent_indent=" " * wide,
        )
        for left, right in rows
    ]  # fmt: skip


# --- commands ---------------------------------------------------------------------------------


@app.callback()
def _root() -> None:
    """Nothing of its own: commands do the work."""


@app.command()
def play(
    scenario: Annotated[str | None, typer.Argument(metavar="SCENARIO")] = None,
    role: Annotated[str | None, typer.Option(metavar="PARTY")] = None,
    against: Annotated[str | None, typer.Option(metavar="PERSONA")] = None,
    personas: Annotated[str | None, typer.Option(metavar="A,B")] = None,
    seed: Annotated[str | None, typer.Option(metavar="N")] = None,
    text: Annotated[bool, typer.Option("--text")] = False,
    auto: Annotated[bool, typer.Option("--auto")] = False,
    trace: Annotated[str | None, typer.Option(metavar="FILE")] = None,
    resume: Annotated[str | None, typer.Option(metavar="FILE")] = None,
) -> int:
    """Play a scenario."""
    _refuse_together(auto, resume, {"--role": role, "--against": against, "--seed": seed,
                                    "--personas": personas, "--trace": trace})  # fmt: skip
    # What is written wrong is told before anything is asked, whoever plays.
    numbers = _seed(seed)
    who = _personas(against, personas)
    _look_for(scenario, resume)
    front, note = choose_front_end(text=text, auto=auto)
    from game.text.play import Wanted

    wanted = Wanted(
        scenario, role, who, numbers,
        Path(trace) if trace else None, Path(resume) if resume else None, _run.asked,
    )  # fmt: skip
    return _FRONTS[front](wanted, note)


def _look_for(scenario: str | None, resume: str | None) -> None:
    from game.library import find

    if scenario is not None:
        find(scenario)
    if resume is not None:
        _speak_as_in(Path(resume))


def _refuse_together(auto: bool, resume: str | None, options: dict[str, str | None]) -> None:
    for option, value in options.items():
        if value is None:
            continue
        if auto and option == "--role":
            raise UserError("stop.auto-and", option=option)
        if resume is not None:
            raise UserError("stop.resume-and", option=option)
    if auto and resume is not None:
        raise UserError("stop.auto-and", option="--resume")


def _seed(written: str | None) -> int | None:
    from game.text.play import HIGHEST_SEED

    if written is None:
        return None
    try:
        seed = int(written)
    except ValueError:
        raise UserError("stop.bad-seed", written=written) from None
    if not 0 <= seed <= HIGHEST_SEED:
        raise UserError("stop.seed-range", written=written, highest=HIGHEST_SEED)
    return seed


def _personas(against: str | None, personas: str | None) -> tuple[str, ...]:
    from engine.scenario.vocabulary import PERSONAS

    written = [against] if against else []
    written += [each.strip() for each in personas.split(",")] if personas else []
    for each in written:
        if each not in PERSONAS:
            raise UserError("stop.unknown-persona", written=each, near=NearestNames(each, PERSONAS))
    return tuple(written)


def choose_front_end(*, text: bool, auto: bool) -> tuple[str, str | None]:
    """Who shows the play, and the key of what to say about that first.

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


def _in_text(wanted: "Wanted", note: str | None) -> int:
    from game.text.play import play_in_text

    play_in_text(wanted, _run.language, sys.stdin, note)
    return 0


def _in_window(wanted: "Wanted", note: str | None) -> int:
    """In the window; in text where it can't be opened, and that is said."""
    from game import library
    from game.text.play import roles_of, seats_of
    from game.window import launch

    path = library.find(wanted.scenario) if wanted.scenario else None
    seats = None
    if path is not None and wanted.roles is not None:
        opened = library.open_scenario(path, _run.language)
        seats = seats_of(opened, roles_of(opened, wanted.roles), wanted.personas)
    try:
        return launch.run(
            path, language=_run.language, seed=wanted.seed, seats=seats, save_to=wanted.trace,
            resume=wanted.resume,
        )  # fmt: skip
    except launch.CannotOpen:
        if not sys.stdin.isatty():
            raise UserError("stop.no-terminal") from None
        return _in_text(wanted, "front.no-window")


def _by_itself(wanted: "Wanted", note: str | None) -> int:
    from game.text.play import play_by_itself

    play_by_itself(wanted, _run.language)
    return 0


_FRONTS: "dict[str, Callable[[Wanted, str | None], int]]" = {
    "text": _in_text,
    "window": _in_window,
    "auto": _by_itself,
}


@app.command()
def storyboard(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO")],
    out: Annotated[str, typer.Option(metavar="DIR")],
    size: Annotated[str, typer.Option(metavar="WxH")] = "1280x720",
    theme: Annotated[str, typer.Option(metavar="THEME")] = "light",
    text_size: Annotated[str, typer.Option(metavar="PERCENT")] = "100",
    seed: Annotated[str, typer.Option(metavar="N")] = "7",
) -> int:
    """A picture of every screen of a whole play."""
    from game.text.storyboard import save_storyboard

    number = _seed(seed)
    assert number is not None
    return save_storyboard(scenario, Path(out), _run.language, size, theme, text_size, number)


@app.command()
def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…")],
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Every problem of scenarios."""
    from game.text.check import check_files

    return check_files(paths, _run.language, as_json=json)


@app.command()
def explain(code: Annotated[str, typer.Argument(metavar="CODE")]) -> int:
    """What a code of `check` means."""
    from game.text.check import explain_code

    return explain_code(code, _run.language)


@app.command()
def replay(
    trace: Annotated[str, typer.Argument(metavar="TRACE")],
    scenario: Annotated[str | None, typer.Option(metavar="FILE")] = None,
) -> int:
    """Replay a saved play."""
    from game.text.afterwards import replay_file

    _speak_as_in(Path(trace))
    return replay_file(Path(trace), scenario, _run.language)


@app.command()
def debrief(
    trace: Annotated[str, typer.Argument(metavar="TRACE")],
    scenario: Annotated[str | None, typer.Option(metavar="FILE")] = None,
    trainer: Annotated[bool, typer.Option("--trainer")] = False,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """The debrief of a saved play."""
    from game.text.afterwards import debrief_file

    _speak_as_in(Path(trace))
    return debrief_file(Path(trace), scenario, _run.language, as_json=json, for_trainer=trainer)


@app.command()
def simulate(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO")],
    plays: Annotated[str | None, typer.Option(metavar="N")] = None,
    seed: Annotated[str | None, typer.Option(metavar="N")] = None,
    strategies: Annotated[str | None, typer.Option(metavar="A,B,…")] = None,
    workers: Annotated[str | None, typer.Option(metavar="N")] = None,
    engine: Annotated[str, typer.Option(metavar="ENGINE")] = "local",
    scheduler: Annotated[str | None, typer.Option(metavar="ADDRESS")] = None,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Many plays by personas."""
    from game.text.simulate import simulate_scenario

    return simulate_scenario(
        scenario, _run.language, plays=plays, seed=_seed(seed) or 0, strategies=strategies,
        workers=workers, engine=engine, scheduler=scheduler, as_json=json,
    )  # fmt: skip


@app.command()
def balance(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO")],
    html: Annotated[str | None, typer.Option(metavar="FILE")] = None,
    expect: Annotated[str | None, typer.Option(metavar="FILE")] = None,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """A scenario put to the test."""
    from game.text.balance import balance_scenario

    return balance_scenario(scenario, _run.language, html=html, expect=expect, as_json=json)


@app.command()
def lab(
    file: Annotated[str, typer.Argument(metavar="FILE")],
    plays: Annotated[str | None, typer.Option(metavar="N")] = None,
    seed: Annotated[str | None, typer.Option(metavar="N")] = None,
    strategies: Annotated[str | None, typer.Option(metavar="A,B,…")] = None,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """An experiment from a file."""
    from game.text.lab import lab_file

    return lab_file(
        file, _run.language, plays=plays, seed=_seed(seed) or 0, strategies=strategies, as_json=json
    )


@app.command()
def tournament(
    turns: Annotated[str | None, typer.Option(metavar="N")] = None,
    repetitions: Annotated[str | None, typer.Option(metavar="N")] = None,
    noise: Annotated[str | None, typer.Option(metavar="P")] = None,
    seed: Annotated[str | None, typer.Option(metavar="N")] = None,
    strategies: Annotated[str | None, typer.Option(metavar="A,B,…")] = None,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Classical strategies, all against all."""
    from game.text.lab import play_tournament

    return play_tournament(
        _run.language, turns=turns, repetitions=repetitions, noise=noise, seed=_seed(seed) or 0,
        strategies=strategies, as_json=json,
    )  # fmt: skip
