"""What can be typed after a command: declared once, then read, checked and explained.

Each command says which arguments it takes; an argument says what it can be. argparse splits what
was typed. Every complaint is a `UserError`, so that it is in the reader's language.
"""

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from ipaddress import IPv6Address
from pathlib import Path
from typing import Any

from game.errors import NearestNames, UserError
from game.program import short_name
from game.typed import as_number
from game.words import Words

# --- what an argument can be ------------------------------------------------------------------

Read = Callable[[str, str], Any]  # (how the argument is named, what was written) -> its value


@dataclass(frozen=True)
class Kind:
    """metavar: what the help calls such a value. gaps: what its explanation may mention."""

    metavar: str
    read: Read
    gaps: Mapping[str, Any] = field(default_factory=dict)


def any_text(metavar: str) -> Kind:
    """Any text."""
    return Kind(metavar, lambda name, written: written)


def network_address() -> Kind:
    """An address on a network: of IPv4 or IPv6, or a name."""
    return Kind("ADDRESS", _read_address)


_HOST_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")


def _read_address(name: str, written: str) -> str:
    bare = written.removeprefix("[").removesuffix("]")
    if _HOST_NAME.fullmatch(written):
        return written
    with suppress(ValueError):
        if IPv6Address(bare).scope_id is None:  # no browser opens one that names a network
            return bare
    raise UserError("stop.bad-address", option=name, written=written)


def file_path(metavar: str = "FILE") -> Kind:
    """The path of a file or folder."""
    return Kind(metavar, lambda name, written: Path(written))


def name_list(metavar: str) -> Kind:
    """Names with commas between."""
    return Kind(metavar, lambda name, written: tuple(each.strip() for each in written.split(",")))


def one_of(metavar: str, choices: Callable[[], Sequence[Any]], complaint: str) -> Kind:
    """One of a few words or numbers. complaint: the key of the message for any other."""

    def read(name: str, written: str) -> Any:
        for each in choices():
            if written == str(each):
                return each
        raise UserError(complaint, written=written, near=NearestNames(written, map(str, choices())))

    return Kind(metavar, read)


def whole(low: int, high: int) -> Kind:
    """A whole number within bounds."""
    return Kind("N", partial(_read_whole, low, high), {"low": low, "high": high})


def _read_whole(low: int, high: int, name: str, written: str) -> int:
    number = as_number(written)
    if number is None:
        raise UserError("stop.bad-number", option=name, written=written, example=max(low, 1))
    if not low <= number <= high:
        raise UserError("stop.number-range", option=name, written=written, low=low, high=high)
    return number


def share(low: float, high: float) -> Kind:
    """A number within bounds, with decimals."""
    return Kind("P", partial(_read_share, low, high), {"low": low, "high": high})


def _read_share(low: float, high: float, name: str, written: str) -> float:
    try:
        number = float(written.replace(",", "."))
    except ValueError:
        raise UserError("stop.bad-share", option=name, written=written) from None
    if not low <= number <= high:  # also refuses nan
        raise UserError("stop.number-range", option=name, written=written, low=low, high=high)
    return number


def pixels(lowest: tuple[int, int], highest: tuple[int, int]) -> Kind:
    """A width and a height in pixels, written 1280x720."""
    return Kind("WxH", partial(_read_pixels, lowest, highest))


_SIZE = re.compile(r"(\d{3,4})[x×](\d{3,4})")


def _read_pixels(
    lowest: tuple[int, int], highest: tuple[int, int], name: str, written: str
) -> tuple[int, int]:
    found = _SIZE.fullmatch(written)
    measured = (int(found[1]), int(found[2])) if found else (0, 0)
    bounds = zip(lowest, measured, highest, strict=True)
    if not all(low <= given <= high for low, given, high in bounds):
        least, most = (f"{wide}x{high}" for wide, high in (lowest, highest))
        raise UserError("stop.bad-size", option=name, written=written, lowest=least, highest=most)
    return measured


# --- declared ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Positional:
    """An argument given by its position. many: one or more."""

    name: str
    kind: Kind
    is_needed: bool = True
    is_many: bool = False


@dataclass(frozen=True)
class Option:
    """An argument given after its name: --name VALUE. about: its explanation, if not by name."""

    flag: str
    kind: Kind
    default: Any = None
    is_needed: bool = False
    about: str = ""

    @property
    def name(self) -> str:
        """The name of the function's parameter."""
        return self.flag.removeprefix("--").replace("-", "_")


@dataclass(frozen=True)
class Flag:
    """An argument that is only a name: --name."""

    flag: str

    @property
    def name(self) -> str:
        """The name of the function's parameter."""
        return self.flag.removeprefix("--").replace("-", "_")


Argument = Positional | Option | Flag


@dataclass(frozen=True)
class Command:
    """run: takes the reader and a value for each argument, and returns the exit code."""

    name: str
    run: Callable[..., int]
    arguments: tuple[Argument, ...]

    @property
    def positionals(self) -> tuple[Positional, ...]:
        """The arguments given by position."""
        return tuple(each for each in self.arguments if isinstance(each, Positional))

    @property
    def options(self) -> tuple[Option | Flag, ...]:
        """The arguments given by name."""
        return tuple(each for each in self.arguments if not isinstance(each, Positional))

    @property
    def title(self) -> str:
        """The command as it is typed."""
        return f"{short_name()} {self.name}"


# --- read -------------------------------------------------------------------------------------

_NOTHING = object()  # an option with nothing after it


def values_of(command: Command, written: Sequence[str]) -> dict[str, Any]:
    """A value for each argument of the command; raises UserError for what was typed wrong."""
    help_of = NearestNames("", (), command=command.title)
    given, by_place = _taken_apart(command, written)
    for place in command.positionals:
        given[place.name] = by_place if place.is_many else by_place[0] if by_place else None
        by_place = () if place.is_many else by_place[1:]
    if by_place:
        raise UserError("stop.too-much", written=by_place[0], near=help_of)
    values = {each.name: _value(each, given[each.name], help_of) for each in command.arguments}
    for each in command.arguments:
        if not isinstance(each, Flag) and each.is_needed and values[each.name] is None:
            raise Missing(each, help_of)
    return values


def _taken_apart(
    command: Command, written: Sequence[str]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What was given by name, and what by position, as everything after `--` is."""
    at = written.index("--") if "--" in written else len(written)
    # We check what is missing ourselves: argparse would report it in English.
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    for option in command.options:
        if isinstance(option, Flag):
            parser.add_argument(option.flag, action="store_true")
        else:
            parser.add_argument(option.flag, nargs="?", const=_NOTHING)
    try:
        named, extra = parser.parse_known_args(list(written[:at]))
    except argparse.ArgumentError as error:  # the only one left is a flag with a value
        raise UserError("stop.option-with-value", written=error.argument_name) from None
    for each in extra:
        if each.startswith("-"):
            raise _unknown_option(command, each.partition("=")[0])
    return vars(named), (*extra, *written[at + 1 :])


def _unknown_option(command: Command, written: str) -> UserError:
    known = (*(option.flag for option in command.options), "--lang", "--help")
    near = NearestNames(written, known, command=command.title)
    return UserError("stop.unknown-option", command=command.title, written=written, near=near)


def _value(argument: Argument, given: Any, help_of: NearestNames) -> Any:
    if isinstance(argument, Flag):
        return given
    if given is _NOTHING or given == "":
        raise UserError("stop.option-without-value", written=_called(argument), near=help_of)
    if not given:
        return argument.default if isinstance(argument, Option) else None
    read = partial(argument.kind.read, _called(argument))
    return tuple(map(read, given)) if isinstance(given, tuple) else read(given)


def _called(argument: Positional | Option) -> str:
    return argument.flag if isinstance(argument, Option) else argument.kind.metavar


class Missing(UserError):
    """An argument that the command needs was not given."""

    def __init__(self, argument: Positional | Option, help_of: NearestNames) -> None:
        super().__init__("stop.missing", near=help_of)
        self.argument = argument

    def message(self, words: Words) -> str:
        """The message, which names what is missing as the help does."""
        self.gaps["what"] = _shown(words, self.argument)
        return super().message(words)


# --- explained --------------------------------------------------------------------------------


def explain_program(words: Words, commands: Mapping[str, Command], width: int) -> str:
    """The program's help: what it is and which commands there are."""
    version = ("--version", words("help.version"))
    usage = f"{short_name()} [{words('help.metavar.command')}] {words('help.metavar.options')}"
    rows = [(each, words(f"help.{each}")) for each in commands]
    return "\n".join(
        [
            words("help.about"), "", words("help.usage", usage=usage), "",
            f"{words('help.commands')}:", *_table(rows, width), "",
            f"{words('help.options')}:", *_table([*_common(words), version], width), "",
            words("help.more", program=short_name()),
        ]
    )  # fmt: skip


def explain_command(words: Words, command: Command, width: int) -> str:
    """The help of one command: what it does and everything that can be typed after it."""
    needed = [each for each in command.options if isinstance(each, Option) and each.is_needed]
    usage = " ".join(
        [
            command.title,
            *(_shown(words, each) if each.is_needed else f"[{_shown(words, each)}]"
              for each in command.positionals),
            *(_shown(words, each) for each in needed),
            words("help.metavar.options"),
        ]
    )  # fmt: skip
    lines = [words(f"help.{command.name}"), "", words("help.usage", usage=usage), ""]
    for heading, some in (("arguments", command.positionals), ("options", command.options)):
        rows = [(_shown(words, each), _about(words, command, each)) for each in some]
        if heading == "options":
            rows += _common(words)
        if rows:
            lines += [f"{words(f'help.{heading}')}:", *_table(rows, width), ""]
    return "\n".join(lines[:-1])


def _common(words: Words) -> list[tuple[str, str]]:
    return [("--lang nl|en", words("help.lang")), ("--help", words("help.help"))]


def _shown(words: Words, argument: Argument) -> str:
    if isinstance(argument, Flag):
        return argument.flag
    metavar = words(f"metavar.{argument.kind.metavar}")
    return metavar if isinstance(argument, Positional) else f"{argument.flag} {metavar}"


def _about(words: Words, command: Command, argument: Argument) -> str:
    gaps = {} if isinstance(argument, Flag) else dict(argument.kind.gaps)
    general = argument.name
    if isinstance(argument, Option):
        gaps["default"] = argument.default
        general = argument.about or general
    own = f"help.{command.name}.{argument.name}"
    return words(own if words.has(own) else f"help.{general}", **gaps)


def _table(rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    import textwrap

    wide = max(len(left) for left, _ in rows) + 4
    return [
        textwrap.fill(
            right, max(width, wide + 30), break_on_hyphens=False,
            initial_indent=f"  {left}".ljust(wide), subsequent_indent=" " * wide,
        )
        for left, right in rows
    ]  # fmt: skip
