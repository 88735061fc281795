"""What can be typed after a command: explained, read and refused, for every command there is."""

import re

import pytest

from engine.scenario.vocabulary import LANGUAGES, Language
from game.arguments import Flag, Option, Positional, values_of
from game.cli import COMMANDS
from game.errors import UserError
from game.words import words_in
from tests.game.conftest import MINIMAL, Run

EVERY = [(name, language) for name in COMMANDS for language in LANGUAGES]
OPTIONS = [
    (name, option)
    for name, command in COMMANDS.items()
    for option in command.options
    if isinstance(option, Option)
]


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_argument_of_every_command_is_explained(
    name: str, language: Language, run: Run
) -> None:
    said = run(name, "--help", "--lang", language)
    assert (said.code, said.err) == (0, "")
    assert "{" not in said.out
    for option in COMMANDS[name].options:
        assert re.search(rf"^  {option.flag}( \S+)?  +\S", said.out, re.MULTILINE)
    for positional in COMMANDS[name].positionals:
        metavar = words_in(language)(f"metavar.{positional.kind.metavar}")
        assert re.search(rf"^  {metavar}  +\S", said.out, re.MULTILINE)


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_an_option_needs_a_value(name: str, option: Option, run: Run) -> None:
    for written in ([option.flag], [option.flag, "--lang", "en"], [f"{option.flag}="]):
        said = run(name, *written, "--lang", "en")
        assert (said.code, said.out) == (2, "")
        assert f"“{option.flag}” needs something after it" in said.err


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_command_does_not_take_is_refused(name: str, run: Run) -> None:
    words = words_in("en")
    command = COMMANDS[name]
    needed = [each for each in command.positionals if each.is_needed]
    given = ["x"] * len(command.positionals)
    cases = [([*given, "--nosuch"], "has no option “--nosuch”"), ([*given, "-z"], "option “-z”")]
    cases += [([*given, f"{each.flag}=1"], "takes no value")
              for each in command.options if isinstance(each, Flag)]  # fmt: skip
    if needed:
        cases.append(([], "Something is missing here"))
    if not any(each.is_many for each in command.positionals):
        cases.append(([*given, "one-more"], "“one-more” is one too many"))
    for written, expected in cases:
        with pytest.raises(UserError) as stop:
            values_of(command, written)
        assert expected in stop.value.message(words)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("--seed", "3", "care-merger", "--text"), ("care-merger", 3, True)),
        (("--text", "care-merger", "--seed=3"), ("care-merger", 3, True)),
        (("--text", "--seed", "3", "--", "-odd"), ("-odd", 3, True)),
        (("--seed", "10_000"), (None, 10_000, False)),
        (("--seed", "٣"), (None, 3, False)),
        (("--seed", "３"), (None, 3, False)),
    ],
)
def test_arguments_may_stand_in_any_order(
    written: tuple[str, ...], expected: tuple[object, ...]
) -> None:
    found = values_of(COMMANDS["play"], written)
    assert (found["scenario"], found["seed"], found["text"]) == expected


@pytest.mark.parametrize("written", ["", "x", "1.5", "²", "1__0", "9" * 5_000, "-1", str(2**63)])
def test_what_is_no_number_in_range_is_refused_in_few_words(written: str, run: Run) -> None:
    said = run("play", "--seed", written, "--auto", "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert len(said.err) < 200
    assert said.err.count("\n") == 1


def test_a_default_is_within_what_may_be_typed() -> None:
    for _, option in OPTIONS:
        if option.default is not None and "low" in option.kind.gaps:
            assert option.kind.gaps["low"] <= option.default <= option.kind.gaps["high"]


# --- what messages say can be typed -----------------------------------------------------------

ELSEWHERE = {"--lang", "--help", "--extra", "--no-dev"}  # the last two are of uv


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_name_only_commands_and_options_that_there_are(language: Language) -> None:
    flags = {option.flag for command in COMMANDS.values() for option in command.options}
    for key, text in words_in(language)._catalogue.items():
        assert set(re.findall(r"--[a-z-]+", text)) <= flags | ELSEWHERE, key
        for name, rest in re.findall(r"(?:main\.py|\{program\}) ([a-z]+)([^.]*)", text):
            assert name in COMMANDS, key
            own = {option.flag for option in COMMANDS[name].options}
            assert set(re.findall(r"--[a-z-]+", rest)) <= own | ELSEWHERE, key


def test_help_is_told_wherever_it_is_asked_for(run: Run) -> None:
    for written in (("check", MINIMAL, "--help"), ("--help", "check"), ("check", "-h")):
        assert run(*written, "--lang", "en").out.startswith("Check scenarios")


def test_every_command_is_declared_in_full() -> None:
    for command in COMMANDS.values():
        names = [each.name for each in command.arguments]
        assert len(set(names)) == len(names)
        optional = [each.is_needed for each in command.positionals if isinstance(each, Positional)]
        assert optional == sorted(optional, reverse=True)
