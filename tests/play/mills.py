"""The mill with something more in it."""

from functools import cache
from pathlib import Path

from engine.play.compiled import CompiledScenario, compile_scenario
from engine.scenario.load import load_text
from tests.conftest import MILL


@cache
def mill_with(*changes: tuple[str, str]) -> CompiledScenario:
    """The mill in which each of those texts is replaced by another; nothing is wrong with it."""
    return changed(MILL, *changes)


@cache
def changed(path: Path, *changes: tuple[str, str]) -> CompiledScenario:
    """The same of the scenario in that file."""
    text = path.read_text("utf-8")
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    loaded = load_text(text, path.stem)
    assert loaded.scenario is not None, [problem.message("en") for problem in loaded.problems]
    assert not loaded.problems, [problem.message("en") for problem in loaded.problems]
    return compile_scenario(loaded.scenario)
