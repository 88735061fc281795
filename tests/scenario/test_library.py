"""Each scenario that comes with the game is in order, in both languages, with a trainer's goal."""

from pathlib import Path

import pytest

from engine.scenario.load import load
from game.presenters.problems import problems_of
from tests.conftest import LIBRARY

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_it(path: Path) -> None:
    loaded = load(path)
    found = [each.text("en") for each in problems_of(path, loaded)]
    assert found == []
    scenario = loaded.scenario
    assert scenario is not None
    assert scenario.languages == ("nl", "en")
    assert scenario.debrief.trainer is not None
    assert scenario.teaches
