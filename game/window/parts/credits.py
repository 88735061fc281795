"""Who wrote a scenario."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.window.app import App
from game.window.kit.node import Node
from game.window.kit.type import CAPTION
from game.window.kit.widgets import text

if TYPE_CHECKING:
    from engine.scenario.schema import Scenario


def written_by(app: App, scenario: "Scenario") -> Iterator[Node]:
    """Who wrote a scenario, where the author says so."""
    if scenario.credits is not None:
        yield text(app.say("scenario.credits", credits=scenario.credits), CAPTION, "muted")
