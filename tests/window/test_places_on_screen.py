"""No page is empty, and no two people make the same gesture at once."""

import pytest

from engine.live_play import HUMAN, LivePlay
from game import library
from game.pages import ArrivalPage, CurtainPage, pages
from game.window.kit.tree import find, walk
from game.window.navigation import open_window, screen_of
from game.window.parts.frame import EDGE
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


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_the_place_is_behind_what_is_told_of_it(size: tuple[int, int]) -> None:
    """On arriving, in each story; the card lies where nobody is, and no line goes on under it."""
    for story in library.shipped():
        opened = library.open_scenario(story, "nl")
        seats = dict.fromkeys(opened.scenario.parties, HUMAN)
        live = LivePlay.start(opened.compiled(), seed=2, seats=seats, digest="", source="")
        app = open_window(size, Preferences("nl", "light", 100, is_still=True, has_sound=False))
        settle(app)
        app.play = Play(opened, live)
        app.show(screen_of(next(page for page in pages(live) if isinstance(page, ArrivalPage))))
        scene = next(node for node in walk(app.tree()) if isinstance(node, Scene))
        told = find(scene, "scroll.arrival")
        assert told is not None
        assert scene.rect.w >= size[0] - 2 * app.kit().px(EDGE)
        others = [node for node in scene.children if node is not told]
        assert all(node.rect.right <= told.rect.x for node in others)
        assert told.rect.right <= scene.rect.right
        assert not faults(app)
