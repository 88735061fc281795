"""A key that does nothing is a mistake: every key of the format is read by the game."""

import re
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from engine.play import compiled as compiling
from engine.scenario.load import load
from engine.scenario.meaning.idle_keys import WORKING
from engine.scenario.schema import Adoptable, Bound, Effect, Element, Part, Scenario
from engine.scenario.vocabulary import TRAITS
from game.drawing.portraits import portrait_svg
from tests.game.conftest import ROOT, Run

# Base classes, which never occur in a file themselves.
BASES: set[type[Part]] = {Element, Adoptable, Bound}
# Read by the loader alone: it is the version of the format.
OF_THE_LOADER = {("Scenario", "samenspel")}
OUTSIDE = ("engine.", "game.")
LOADER = ("engine.scenario", "pydantic")


def every_key() -> set[tuple[str, str]]:
    """Each part of the format with each of its keys."""
    ahead, found = [Part], set()
    while ahead:
        part = ahead.pop()
        ahead += part.__subclasses__()
        if part not in BASES:
            found |= {(part.__name__, name) for name in part.model_fields}
    return found - OF_THE_LOADER


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """The keys that were read from outside the loader."""
    keys, found = every_key(), set[tuple[str, str]]()

    def spy(part: Part, name: str) -> Any:
        key = (type(part).__name__, name)
        if key in keys and key not in found and _is_outside(sys._getframe(1)):
            found.add(key)
        return object.__getattribute__(part, name)

    def _is_outside(frame: FrameType | None) -> bool:
        while frame is not None:
            room = frame.f_globals.get("__name__", "")
            if frame.f_code is not spy.__code__ and not room.startswith(LOADER):
                return bool(room.startswith(OUTSIDE))
            frame = frame.f_back
        return False

    monkeypatch.setattr(Part, "__getattribute__", spy)
    return found


@pytest.mark.slow
def test_every_key_is_read_by_the_game(
    read: set[tuple[str, str]], run: Run, tmp_path: Path
) -> None:
    guide = (ROOT / "scenarios/README.md").read_text(encoding="utf-8")
    path, trace = tmp_path / "guide.yaml", tmp_path / "trace.json"
    text = "\n".join(re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL))
    # Trust starts near its default: this situation is to come up whatever the luck.
    text = text.replace("trust: {below: 40}", "trust: {below: 90}")
    path.write_text(text.replace("  questions:\n", "  questions:\n    - {text: And now?}\n"))
    for seed in ("1", "2"):
        assert run("play", str(path), "--auto", "--seed", seed, "--trace", str(trace)).code == 0
        assert run("debrief", str(trace), "--scenario", str(path)).code == 0
        trace.unlink()
    assert run("test", str(path), "--plays", "40", "--seconds", "20").code in (0, 1)
    # With three parties there is more to say, of what one does with one of the others.
    quay = str(ROOT / "tests/scenarios/valid/quay.yaml")
    assert run("play", quay, "--auto", "--seed", "1", "--trace", str(trace)).code == 0
    assert run("map", quay, "--plays", "0").code == 0
    run("play", "--text", typed=("q",))
    run("play", str(path), "--text", typed=("1", *[""] * 9, "q"))
    scenario = load(path).scenario
    assert isinstance(scenario, Scenario)
    for _, role in scenario.all_roles():
        portrait_svg(role.looks, "neutral")
    assert every_key() - read == set()


def test_an_effect_is_told_to_work_where_it_does() -> None:
    standing = {*compiling.SHIFTS, *TRAITS, "forbids", "allows", "only"}
    for thing in ("rule", "decor", "prop", "role"):
        assert set(WORKING[thing]) == standing
    assert set(WORKING["ritual"]) == {*compiling.PULSES, "only"}
    assert set(WORKING["move"]) == set(compiling.PULSES)
    assert set(WORKING["event"]) == {*compiling.SHIFTS, *compiling.EVENT_PULSES, "only"}
    assert standing | set(compiling.PULSES) == set(Effect.model_fields)
