"""Getting up from the table in the window, where the others go on: warned, told, and debriefed."""

import pytest

from game.window.driver import AutoPlayer, with_keys
from game.window.kit.tree import find
from game.window.screens.seal import SealScreen
from game.window.screens.table import TableScreen
from game.window.window import Window
from tests.conftest import ROOT
from tests.window.plays import MOST_STEPS, faults, first_party, is_at_end, settle, started

ORCHARD = ROOT / "tests/scenarios/valid/orchard.yaml"


def next_press(app: Window, player: AutoPlayer) -> str:
    """What is pressed next by somebody who gets up as soon as that can be done."""
    screen = app.screen
    if isinstance(screen, SealScreen) and screen.move.leaves:
        return "seal.end" if screen.asks else "seal.go"
    if isinstance(screen, TableScreen) and any(
        card.leaves and card.locked is None for card in screen.page.view.moves
    ):
        return "move.go-home" if find(app.tree(), "move.go-home") else "table.more"
    return player.next(app)


@pytest.mark.slow
def test_who_gets_up_is_warned_and_comes_to_the_debrief_of_what_followed() -> None:
    app, seen = started(language="en", scenario=ORCHARD, seed=4), dict[str, str]()
    player = AutoPlayer(ORCHARD.stem, first_party(app))
    for _ in range(MOST_STEPS):
        settle(app)
        assert faults(app) == []
        seen[app.screen.name] = seen.get(app.screen.name, "") + str(app.transcript())
        if is_at_end(app):
            break
        with_keys(app, next_press(app, player))
    assert app.say("seal.ends.goes-on") in seen["seal"]
    assert app.say("seal.sure-to-end.goes-on") in seen["seal"]
    assert app.say("reveal.left.own.goes-on") in seen["reveal"]
    assert "North Orchard has left the table" in seen["ending"]
    assert "the others went on without you" in seen["debrief"]
