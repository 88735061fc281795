"""Scenarios with something to find in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.play.compiled import CompiledScenario, compile_scenario
from engine.scenario.load import load_text
from tests.conftest import MINIMAL, ROOT

SMALL = ROOT / "tests/scenarios/valid/small.yaml"
Altered = Callable[..., CompiledScenario]


def altered_text(path: Path, *changes: tuple[str, str]) -> str:
    """The text of a scenario with something else in some places."""
    text = path.read_text("utf-8")
    for right, wrong in changes:
        assert right in text, right
        text = text.replace(right, wrong, 1)
    return text


@pytest.fixture
def altered() -> Altered:
    """Compile the small scenario with something else in some places."""

    def alter(*changes: tuple[str, str], path: Path = SMALL) -> CompiledScenario:
        loaded = load_text(altered_text(path, *changes), "altered")
        assert loaded.scenario is not None, [each.text("en") for each in loaded.problems]
        return compile_scenario(loaded.scenario)

    return alter


__all__ = ["MINIMAL", "SMALL"]
