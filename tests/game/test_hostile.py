"""Texts and names that would steer a terminal: every command, with the check left out.

It is up to `check` to refuse such scenarios. Anything that gets past it, from a scenario, a trace,
a file name or the keyboard, must be harmless when it leaves the program.
"""

import ast
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from engine.balance.report import Effort
from engine.live_play import HUMAN, LivePlay
from engine.play.afterthoughts import Afterthoughts, TurnMarked
from engine.play.compiled import CompiledScenario
from engine.play.state import Refusal
from engine.play.trace import pack
from engine.scenario.fingerprint import fingerprint
from engine.scenario.load import Loaded, load
from engine.scenario.schema import Text
from game import library, saves
from game.cli import COMMANDS
from game.studio import reading
from tests.game.conftest import MINIMAL, ROOT, Run
from tests.game.test_printable import FOOLS, STEERS, is_alive
from tests.playing import random_choice

POISON = STEERS + FOOLS
SHOWN = "\\x1b]52;c;aGk=\\x07"  # how the harmful text begins once it is harmless
# The name of a file can hold any byte but zero and the slash.
NAME = "\x1b[2Jx\u202ey\udcff\nz"


def poisoned(value: Any) -> Any:
    """The same part of a scenario with poison in all that is read."""
    if isinstance(value, Text):
        nl, en = (text and text + POISON for text in (value.nl, value.en))
        return Text.model_construct(nl=nl, en=en)
    if isinstance(value, BaseModel):
        fields = {name: poisoned(getattr(value, name)) for name in type(value).model_fields}
        if type(value).__name__ == "Role":
            fields["name"] += POISON
        return value.model_copy(update=fields)
    if isinstance(value, Mapping):
        return {key: poisoned(each) for key, each in value.items()}
    return tuple(map(poisoned, value)) if isinstance(value, tuple) else value


@pytest.fixture
def scenario(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A scenario full of poison, that the check has let through, in a file with such a name."""
    path = tmp_path / f"{NAME}.yaml"
    try:
        path.write_bytes(Path(MINIMAL).read_bytes())
    except OSError:
        pytest.skip("this system takes no such names")

    def unchecked(path: Path) -> Loaded:
        loaded = load(path)
        return replace(loaded, scenario=poisoned(loaded.scenario))

    monkeypatch.setattr(library, "load", unchecked)
    monkeypatch.setattr(reading, "load", unchecked)
    return str(path)


@dataclass(frozen=True)
class Case:
    """A command line, where {scenario} and {trace} stand for files; shows: poison is in it."""

    arguments: tuple[str, ...]
    typed: tuple[str, ...] = ()
    code: int = 0
    shows: bool = True


ROLE = ("--role", "ferry", "--against", "builder", "--text")
BOTH = ("--role", "both", "--text")
CASES: dict[str, list[Case]] = {
    "play": [
        Case(("play", "{scenario}", "--auto")),
        Case(("play", "{scenario}", *ROLE), ("", "", *"?wgb", "", "1?", "1", "", POISON, "q")),
        Case(("play", "{scenario}", *BOTH), ("", "", "", "", "", "", "1", "q")),
        Case(("play", "{scenario}", "--role", POISON, "--text"), code=2),
        Case(("play", "--resume", "{trace}", "--text"), code=2, shows=False),
        Case(("play", f"{NAME}.yml", "--auto"), code=2, shows=False),
    ],
    "storyboard": [Case(("storyboard", "{scenario}", "--out", "{trace}"), code=2, shows=False)],
    "gallery": [Case(("gallery", "--out", "{trace}"), code=2, shows=False)],
    "check": [
        Case(("check", "{scenario}"), shows=False),
        Case(("check", "{broken}"), code=1, shows=False),
        Case(("check", "{broken}", "--json"), code=1, shows=False),
        Case(("check", f"{NAME}.yml"), code=2, shows=False),
    ],
    "explain": [Case(("explain", POISON), code=2)],
    "replay": [Case(("replay", "{trace}")), Case(("replay", "{broken}"), code=2, shows=False)],
    "debrief": [
        Case(("debrief", "{trace}")),
        Case(("debrief", "{trace}", "--trainer")),
        Case(("debrief", "{trace}", "--json"), shows=False),
        Case(("debrief", "{trace}", "--seat", POISON), code=2),
        Case(("debrief", "{trace}", "--html", f"{NAME}/{NAME}/x", "--csv", "{trace}"), code=2,
             shows=False),
    ],
    "simulate": [
        Case(("simulate", "{scenario}", "--plays", "40")),
        Case(("simulate", "{scenario}", "--plays", "40", "--json"), shows=False),
        Case(("simulate", "{scenario}", "--strategies", POISON), code=2),
    ],
    "balance": [Case(("balance", "{broken}"), code=2, shows=False)],
    "map": [
        Case(("map", "{scenario}", "--plays", "40")),
        Case(("map", "{scenario}", "--plays", "0")),
        Case(("map", "{scenario}", "--out", f"{NAME}.txt"), code=2, shows=False),
        Case(("map", "{broken}"), code=2, shows=False),
    ],
    "new": [
        Case(("new", POISON, "--form", "merger"), code=2),
        Case(("new", "a", "--form", POISON), code=2),
        Case(("new", "a", "--out", "{trace}"), code=2, shows=False),
    ],
    "pack": [Case(("pack", "--out", "{trace}"), code=2, shows=False)],
    "schema": [Case(("schema", "--out", "{trace}"), code=2, shows=False)],
    "lab": [Case(("lab", "{broken}"), code=2, shows=False)],
    "host": [
        Case(("host", POISON, "--no-browser"), code=2),
        Case(("host", "{broken}", "--no-browser"), code=2, shows=False),
        Case(("host", "--database", POISON), code=2, shows=False),
    ],
    "rooms": [
        Case(("rooms", "--export", POISON), code=2),
        Case(("rooms", "--purge", POISON, "--yes"), code=2),
        Case(("rooms", "--database", POISON), code=2, shows=False),
    ],
    "script": [
        Case(("script", "{scenario}", "--out", f"{NAME}.txt"), code=2, shows=False),
        Case(("script", "{scenario}", "--texts", POISON, "--out", "x.html"), code=2),
        Case(("script", "{broken}", "--out", "x.html"), code=2, shows=False),
    ],
    "rename": [
        Case(("rename", "{broken}", "a", "b"), code=2, shows=False),
        Case(("rename", "{scenario}", POISON, "b"), code=2),
        Case(("rename", "{scenario}", "ferry", POISON), code=2),
        Case(("rename", "{scenario}", "ferry", "boat"), typed=(POISON,), code=1, shows=False),
    ],
    "test": [
        Case(("test", "{scenario}", "--plays", "10", "--seconds", "1")),
        Case(("test", "{scenario}", "--plays", "10", "--json"), shows=False),
        Case(("test", "{scenario}", "--plays", "2", "--seconds", "1", "--how", POISON), code=2),
        Case(("test", "{broken}"), code=2, shows=False),
    ],
    "tournament": [Case(("tournament", "--strategies", POISON), code=2)],
    "watch": [
        Case(("watch", "{scenario}", "--text"), ("", "", "", "1", POISON, "q")),
        Case(("watch", "{broken}", "--text"), ("q",), shows=False),
        Case(("watch", "{scenario}", "--text", "--role", POISON), code=2),
        Case(("watch", "{scenario}", "--text", "--phase", POISON), code=2),
        Case(("watch", f"{NAME}.yml", "--no-browser"), code=2, shows=False),
    ],
    "words": [
        Case(("words", "{broken}", "--out", "x.csv"), code=2, shows=False),
        Case(("words", "{scenario}", "--in", "{trace}"), code=2, shows=False),
        Case(("words", "{scenario}", "--out", "x.csv", "--add", POISON), code=2),
    ],
}  # fmt: skip


def test_no_command_is_left_out() -> None:
    assert set(CASES) == set(COMMANDS)


@pytest.mark.slow
@pytest.mark.parametrize(
    "case", [case for some in CASES.values() for case in some], ids=lambda case: case.arguments[0]
)
def test_nothing_leaves_alive(case: Case, scenario: str, tmp_path: Path, run: Run) -> None:
    trace, broken = tmp_path / f"{NAME}.json", tmp_path / f"{NAME}-broken.yaml"
    if "{trace}" in case.arguments:
        assert run("play", scenario, "--auto", "--trace", str(trace)).code == 0
    broken.write_text(f'samenspel: 1\ntitle: "{POISON[:20]}'.replace("\0", ""), encoding="utf-8")
    files = {"{scenario}": scenario, "{trace}": str(trace), "{broken}": str(broken)}
    arguments = [files.get(each, each) for each in case.arguments]
    said = run(*arguments, typed=case.typed)
    told = said.out + said.err
    assert said.code == case.code, told
    assert told
    assert not is_alive(told), next(line for line in told.splitlines() if is_alive(line))
    assert not case.shows or SHOWN in told
    assert "stop.fault" not in told
    assert "Error:" not in told


@pytest.mark.slow
def test_what_people_wrote_is_shown_and_never_obeyed(
    tmp_path: Path, run: Run, minimal: CompiledScenario
) -> None:
    trace = tmp_path / "t.json"
    leave_written(trace, minimal, POISON)
    said = run("debrief", str(trace), "--lang", "en")
    assert said.code == 0
    assert SHOWN in said.out
    assert not is_alive(said.out)
    assert not is_alive(run("debrief", str(trace), "--json").out)
    page, table = tmp_path / "t.html", tmp_path / "t.csv"
    said = run("debrief", str(trace), "--html", str(page), "--csv", str(table), "--lang", "en")
    assert said.code == 0
    for path in (page, table):
        text = path.read_text("utf-8").removeprefix("\ufeff")
        assert SHOWN in text
        assert not is_alive(text)


def leave_written(trace: Path, compiled: CompiledScenario, text: str) -> None:
    """A finished play with that text in everything that people could write."""
    live = play_both(compiled, trace)
    for party in live.people:
        live.write_down(Afterthoughts(party, text, TurnMarked("round", 1), *[text] * 5))
    live.let_go()


def play_both(compiled: CompiledScenario, trace: Path) -> LivePlay:
    """A play by people on every seat, to its end."""
    live = LivePlay.start(
        compiled, seed=1, seats=dict.fromkeys(compiled.parties, HUMAN), source="minimal.yaml",
        digest=fingerprint(compiled.scenario), save_to=trace, text=pack(Path(MINIMAL).read_bytes()),
    )  # fmt: skip
    luck = random.Random(1)
    while not live.is_over:
        seat = live.waiting_for[0]
        assert not isinstance(live.choose(random_choice(compiled, live.state, seat, luck)), Refusal)
    return live


@pytest.mark.slow
def test_the_page_of_the_balance_is_harmless_too(
    scenario: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = Effort(plays=36, paired=36, tried=12, first=12, debriefs=1)
    monkeypatch.setattr("game.text.balance.FULL", few)
    page = tmp_path / "page.html"
    assert run("balance", scenario, "--out", str(page)).code == 0
    text = page.read_text("utf-8")
    assert SHOWN in text
    assert not is_alive(text)


def test_the_page_of_the_script_is_harmless_too(scenario: str, tmp_path: Path, run: Run) -> None:
    page = tmp_path / "page.html"
    assert run("script", scenario, "--out", str(page)).code == 0
    text = page.read_text("utf-8")
    assert SHOWN in text
    assert not is_alive(text)


def test_a_save_has_a_name_that_can_be_typed_anywhere(scenario: str, run: Run) -> None:
    run("play", scenario, *ROLE, typed=("q",))
    (path,) = saves.unfinished().glob("*.trace.json")
    assert path.name.isascii()
    assert not is_alive(path.name)


# --- the ways out -----------------------------------------------------------------------------

# Nothing else writes to a stream; the second one may, because it runs before the packages exist.
WRITERS = {"game/text/screen.py", "game/start.py"}


def calls(tree: ast.AST) -> set[str]:
    """The names of what is called, with what is before the dot."""
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


@pytest.mark.slow
def test_there_is_one_way_to_a_terminal() -> None:
    for path in [ROOT / "main.py", *(ROOT / "game").rglob("*.py")]:
        name = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text("utf-8"))
        is_tool = '__name__ == "__main__"' in path.read_text("utf-8")  # draws, not plays
        if name not in WRITERS and not is_tool:
            ways = {"print", "sys.stdout.write", "sys.stderr.write", "sys.stdout.buffer.write"}
            assert not calls(tree) & ways, name
        assert not any("scrap" in call or "clipboard" in call for call in calls(tree)), name
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("set_caption"):
                assert isinstance(node.args[0], ast.Constant), name
