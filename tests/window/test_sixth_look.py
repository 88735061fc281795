"""No page is empty, and no two people make the same gesture at once."""

from engine.live_play import HUMAN, LivePlay
from game import library
from game.pages import CurtainPage, pages
from game.window.kit.tree import walk
from game.window.navigation import open_window, screen_of
from game.window.parts.scene import Scene
from game.window.play import Play
from game.window.preferences import Preferences
from tests.window.plays import ROOT, faults, settle

LESSON = ROOT / "scenarios/first-handshake.yaml"


def test_a_curtain_hangs_in_the_place_of_the_story() -> None:
    """Whoever it is for sits there."""
    opened = library.open_scenario(LESSON, "nl")
    seats = dict.fromkeys(opened.scenario.parties, HUMAN)
    live = LivePlay.start(opened.compiled(), seed=2, seats=seats, digest="", source="")
    curtains = [page for page in pages(live) if isinstance(page, CurtainPage)]
    assert {page.calls for page in curtains} == {None, *seats}
    for size in ((1280, 720), (1024, 768), (400, 700)):
        app = open_window(size, Preferences("nl", "light", 100, is_still=True, has_sound=False))
        settle(app)
        app.play = Play(opened, live)
        for page in curtains:
            app.show(screen_of(page))
            scene = next(node for node in walk(app.tree()) if isinstance(node, Scene))
            assert {each.party for each in scene.people} == {page.calls or each for each in seats}
            assert scene.scenery == page.room.scenery
            assert not faults(app)
