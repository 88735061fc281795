"""No page is empty, and no two people make the same gesture at once."""

import pygame
import pytest

from engine.live_play import HUMAN, LivePlay
from game import library
from game.pages import ArrivalPage, CurtainPage, pages
from game.theme import theme
from game.window.driver import with_keys
from game.window.kit.listed import Listed
from game.window.kit.node import Kit, Node
from game.window.kit.tree import find, transcript, walk
from game.window.kit.widgets import column
from game.window.navigation import open_window, screen_of
from game.window.parts.frame import EDGE
from game.window.parts.people import across, everybody
from game.window.parts.scene import Scene
from game.window.play import Play
from game.window.preferences import Preferences
from game.window.screens.table import TableScreen
from tests.window.plays import ROOT, faults, played, settle, started

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


def test_a_list_says_how_much_of_it_has_no_room() -> None:
    """And again in each other place that it is given."""
    kit = Kit(theme("light"), 1.0)

    def more(count: int) -> Node:
        return column(height=20, id="more", label=str(count))

    lines = [column(height=20, width=50) for _ in range(5)]
    listed = Listed(gap=0, children=lines, more=more)
    for room, shown in ((99, 3), (60, 2), (10, 0), (100, 5), (80, 3), (200, 5)):
        listed.arrange(kit, pygame.Rect(0, 0, room, room))
        assert [each for each in listed.children if each.id != "more"] == lines[:shown]
        told = [each.label for each in listed.children if each.id == "more"]
        assert told == ([str(5 - shown)] if shown < 5 else [])
        assert all(each.rect.bottom <= max(room, 20) for each in listed.children)
        # What it would like to have is the same, however much of it is shown.
        assert listed.height_for_width(kit, room) == 100
        assert listed.content_widths(kit).natural == 50


def test_the_rules_beside_the_other_moves_do_not_scroll() -> None:
    """As many as there is room for, and where the others are."""
    story = ROOT / "scenarios/licence.yaml"
    app = started(scenario=story, seed=7)
    for name in played(app, with_keys, scenario=story):
        if name == "table" and find(app.tree(), "table.more"):
            break
    assert isinstance(app.screen, TableScreen)
    app.focus = "table.more"
    app.changed()
    listed = find(app.tree(), "side.rules")
    assert listed is not None
    *rules, more = listed.children
    assert rules
    game = app.screen.page.view.game
    all_rules = [
        each for each in game if each.in_force and each.chapter in ("rituals", "rules", "props")
    ]
    rest = len(all_rules) - len(rules)
    assert app.say("table.rules.more", n=rest, brief=app.say("table.brief")) in transcript(more)
    assert not faults(app)


@pytest.mark.slow
def test_no_two_people_make_the_same_gesture_at_once() -> None:
    """Where nobody trusts anybody."""
    opened, crossed = library.open_scenario(ROOT / "scenarios/outsourcing.yaml", "nl"), 0
    me, other = opened.scenario.parties
    seats = {me: HUMAN, other: "charmer"}
    live = LivePlay.start(opened.compiled(), seed=3, seats=seats, digest="", source="")
    live.run()
    while not live.is_over:
        for page in pages(live):
            for people in (across(page.room, live.view(me)), everybody(page.room, page.view)):
                made = [each.pose for each in people if each.pose not in ("", "rest")]
                assert len(made) == len(set(made))
                crossed += "crossed" in made and len(people) > 2
        live.choose(live.suggestion(me, "charmer"))
    assert crossed
