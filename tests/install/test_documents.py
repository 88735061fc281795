"""The pages that people read first: every link leads somewhere, and every command can be typed."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.files import read_file
from game.arguments import values_of
from game.cli import COMMANDS
from tests.conftest import ROOT
from tests.game.conftest import MINIMAL, Run

PAGES = (
    ROOT / "README.md",
    ROOT / "engine/README.md",
    *sorted((ROOT / "scenarios").glob("*.md")),
)
IN_BOTH = [page for page in PAGES if page.with_name(f"{page.stem}.nl.md").exists()]
LAB = ROOT / "tests/lab/valid/two.yaml"
# What serves until somebody stops it, waits for a person, or has a room or minutes to itself: these
# tests run it.
ELSEWHERE = {
    "host": "tests/web/test_address.py",
    "watch": "tests/studio/test_text.py",
    "rooms": "tests/game/test_rooms.py",
    "pack": "tests/install/test_packing.py",
    "storyboard": "tests/game/test_commands.py",
    "rename": "tests/game/test_rename.py",
    "words": "tests/game/test_translation.py",
    "balance": "tests/balance/test_balance.py",
    "test": "tests/playtest/test_command.py",
}


def text_of(page: Path) -> str:
    return read_file(page, 200_000).decode()


def commands_of(page: Path) -> Iterator[str]:
    """What the page tells to type after `main.py`, with and without what may be left out."""
    for typed in re.findall(r"`[^`\n]*main\.py ?([^`\n]*)`", text_of(page)):
        yield re.sub(r"\[[^]]*\]", "", typed)
        yield re.sub(r"[][]", "", typed)


def every_command() -> list[str]:
    found = {" ".join(each.split()) for page in PAGES for each in commands_of(page)}
    return sorted(found - {"…"})  # stands for any of them


# What stands for a name of the reader's own, by what comes before it.
FILLED = {
    r"\bSCENARIO\b|…|\S*(?:scenarios|scenario|my-|mijn-|care-merger|first-handshake)\S*\.yaml"
    r"|\bcare-merger\b|\bfirst-handshake\b|(?<=check )scenarios/": MINIMAL,
    r"(?<=lab )FILE": str(LAB),
    r"(?<=debrief )(?:FILE|BESTAND)": "t.json",
    r"\bCODE\b": "unknown-phase",
    r"\b(?:FILE|BESTAND)\b": "out.html",
    r"\b(?:DIR|MAP|FOLDER)\b": "folder",
    r"\bNAME\b": "own-talks",
    r"(?<=--seat )\S+": "harbour",
    r"100000|20000": "20",
    r"(?<=tournament).*": " --turns 5 --repetitions 1 --json",
}


def ready(command: str) -> list[str]:
    """That command as somebody would type it here."""
    for placeholder, filled in FILLED.items():
        command = re.sub(placeholder, filled, command)
    return shlex.split(command)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"(?:\]\(|src=\")([^)\"]+)", text_of(page)):
        name, _, heading = target.partition("#")
        if name.startswith("http"):
            continue
        led_to = page.parent / name if name else page
        assert led_to.exists(), target
        if heading:
            there = re.findall(r"^#+ (.*)$", text_of(led_to), flags=re.MULTILINE)
            assert heading in {
                re.sub(r"[^\w -]", "", each).lower().replace(" ", "-") for each in there
            }


@pytest.mark.parametrize("page", IN_BOTH, ids=lambda path: path.stem)
def test_a_page_in_both_languages_has_the_same_chapters(page: Path) -> None:
    both = (text_of(page), text_of(page.with_name(f"{page.stem}.nl.md")))
    levels = [re.findall(r"^(#+) ", text, flags=re.MULTILINE) for text in both]
    assert levels[0] == levels[1]


@pytest.mark.parametrize("command", every_command())
def test_every_command_can_be_typed(command: str) -> None:
    typed = ready(command)
    if not typed or typed == ["--version"]:
        return
    name, *rest = typed
    assert name in COMMANDS
    if rest:  # without anything after it, it is only named
        values_of(COMMANDS[name], rest)


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_is_not_run_here_is_run_there(name: str) -> None:
    assert name in COMMANDS
    assert re.search(rf'"{name}"', text_of(ROOT / ELSEWHERE[name]))


def runnable() -> list[str]:
    """The commands that end by themselves."""
    typed = [command for command in every_command() if len(command.split()) > 1]
    ends = [command for command in typed if command.split()[0] not in ELSEWHERE]
    return [each for each in ends if not each.startswith("play") or "--auto" in each]


@pytest.mark.slow
@pytest.mark.parametrize("command", runnable())
def test_every_command_does_what_it_is_for(
    command: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    play = ["play", MINIMAL, "--auto", "--seed", "7", "--trace", "t.json"]
    if "t.json" in command or command.startswith("debrief"):
        assert run(*play).code == 0
    if "--trace t.json" in command:
        Path("t.json").unlink()
    said = run(*ready(command))
    assert said.code == 0, said.err
