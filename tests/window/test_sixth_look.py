"""What a manager would still stumble over: signs with two meanings, figures that break, questions
that are out of sight.
"""

from game.window.driver import with_keys
from game.window.kit.text import Text
from game.window.kit.tree import walk
from game.window.parts.envelopes import marks
from tests.window.plays import ROOT, played, started

LESSON = ROOT / "scenarios/first-handshake.yaml"
SHAPES = set("▲◆▼")  # of stances in a terminal, which has no drawings


def test_what_goes_up_or_down_and_what_builds_trust_have_each_their_own_sign() -> None:
    """Here stances have their drawings, and changes the arrows of the cards."""
    app = started(scenario=LESSON, seed=7)
    shown: set[str] = set()
    for _ in played(app, with_keys, scenario=LESSON):
        shown |= {node.text for node in walk(app.tree()) if isinstance(node, Text)}
    assert not any(SHAPES & set(text) for text in shown)


def test_two_envelopes_have_two_marks() -> None:
    """One letter, and two where the first is the same."""
    assert marks(["The Levy Office", "The Lamp Room"]) == ["LO", "LR"]
    assert marks(["Kwekerij Dhaene", "Vlaar Plant"]) == ["K", "V"]
    assert marks(["The", "An"]) == ["T", "A"]
