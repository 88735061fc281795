"""What still looked wrong: people who beam while it chafes, names in pieces, a decision out of
sight, a heading that seems a button, one sign for several things.
"""

import re
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from engine.play.view.heard import ChangeSeen, VoteSeen
from engine.scenario.vocabulary import LANGUAGES, Language
from game import library
from game.drawing.people.expression import EXPRESSIONS
from game.pages import ChangePage, RevealPage
from game.presenters.course import course
from game.presenters.faces import poses_of
from game.window.driver import with_keys
from game.window.kit.scroll import Scroll
from game.window.kit.text import Text
from game.window.kit.tree import find, walk
from game.window.parts.course import CourseNode, course_map
from game.window.parts.people import across, everybody
from game.window.parts.scene import Scene, nameplate
from game.window.parts.trust import ASKED
from game.window.screens.change import ChangedScreen
from game.window.screens.proposal import ProposalScreen
from game.window.screens.talk import StoryScreen
from tests.drawing.reading import ROOT
from tests.window.plays import played, settle, started
from tests.window.test_fifth_look import comes_to
from tests.window.test_third_look import at_table

STORIES = list(library.shipped())
LESSON = ROOT / "scenarios/first-handshake.yaml"
GLASS = ROOT / "scenarios/acquisition.yaml"
QUAY = ROOT / "scenarios/joint-venture.yaml"
BEAMS = 5.0  # the curve of a mouth; that of a smile is less


def test_nobody_beams_while_it_is_said_what_chafes() -> None:
    """Faces stay those of what people feel: who is hurt is hurt there, too."""
    _, page = at_table()
    warm = replace(page.view, others=tuple(replace(p, mood="warm") for p in page.view.others))
    hurt = replace(page.view, others=tuple(replace(p, mood="hurt") for p in page.view.others))
    room = replace(page.room, parties=tuple(replace(p, mood="warm") for p in page.room.parties))
    assert max(EXPRESSIONS[each.expression].curve for each in across(room, warm)) > BEAMS
    for stage in ("differences", "bottlenecks"):
        there = replace(room, stage=stage)
        for people in (across(there, warm), everybody(there, warm), everybody(there)):
            assert max(EXPRESSIONS[each.expression].curve for each in people) < BEAMS
        assert {each.expression for each in across(there, hurt)} == {"hurt"}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_names_in_the_map_of_a_story_stay_whole(story: Path, language: Language) -> None:
    """Columns are as wide as the longest word; where few fit, there are more rows."""
    app = started(scenario=story, language=language)
    kit = app.kit()
    compiled = library.open_scenario(story, language).compiled()
    for wide in (448, 700, 1200):
        drawn = course_map(app, course(compiled, app.words))
        drawn.arrange(kit, drawn.rect.__class__(0, 0, wide, drawn.height_for_width(kit, wide)))
        (node,) = [each for each in walk(drawn) if isinstance(each, CourseNode)]
        for name in (each for each in walk(node) if isinstance(each, Text)):
            assert "".join(name.lines(kit, name.rect.w)).count("-") == name.text.count("-")
            assert node.rect.contains(name.rect)
        stops = node.children
        assert not any(
            one.rect.colliderect(two.rect)
            for at, one in enumerate(stops)
            for two in stops[at + 1 :]
        )


@pytest.mark.slow
def test_who_voted_stands_with_what_it_was_about() -> None:
    """Two decisions of three parties are there without scrolling, and no vote is told twice."""
    app = started(scenario=QUAY, seed=7)
    next(name for name in played(app, with_keys, scenario=QUAY) if name == "alternatives")
    assert isinstance(app.screen, ProposalScreen)
    page = app.screen.page
    me, (one, two) = page.seat, (party.id for party in page.view.there)
    first, second = page.view.changes[:2]
    of = (page.room, page.seat, page.view)
    votes = RevealPage(*of, (VoteSeen(4, me, True, one, True), VoteSeen(4, two, False, one, True),
                             VoteSeen(4, me, True, two, True), VoteSeen(4, one, False, two, False)),
                       ())  # fmt: skip
    decided = (ChangeSeen(4, one, False, first, None), ChangeSeen(4, two, False, second, None))
    app.show(ChangedScreen(ChangePage(*of, decided), votes=votes))
    settle(app)
    told, name = app.transcript(), app.cast().party
    assert app.say("changed.yes.of", parties=f"jou en {name(two)}") in told
    assert app.say("changed.yes.of", parties="jou") in told
    assert app.say("changed.no.of", parties=name(one)) in told
    assert not any("stemt in" in each for each in told)


@pytest.mark.slow
def test_what_came_of_it_is_as_high_as_its_words() -> None:
    """The card was as high as the window, and two thirds of it were empty."""
    app = started(scenario=LESSON, seed=7)
    for _ in played(app, with_keys, scenario=LESSON):
        place = find(app.tree(), "scroll.news.words")
        if isinstance(app.screen, StoryScreen) and isinstance(place, Scroll):
            lowest = max(each.rect.bottom for each in place.children)
            assert place.rect.bottom - lowest < 0.05 * app.size[1]
            return
    raise AssertionError("nothing came of it")


@pytest.mark.slow
def test_a_heading_that_has_the_focus_has_no_ring_and_rates_nothing() -> None:
    app = started(scenario=GLASS, seed=7)
    next(None for _ in played(app, with_keys, scenario=GLASS) if find(app.tree(), ASKED))
    asked = find(app.tree(), ASKED)
    assert asked is not None
    assert app.focus == ASKED
    rows = []
    for app.is_ringed in (True, False):
        drawn = pygame.Surface(app.size)
        app.changed()
        app.draw(drawn)
        xs = range(asked.rect.x - 20, asked.rect.right + 20)
        rows.append([tuple(drawn.get_at((x, asked.rect.centery))) for x in xs])
    differing = [at for at, (one, two) in enumerate(zip(*rows, strict=True)) if one != two]
    assert differing
    assert max(differing) < 20  # all of it left of the words
    with_keys(app, ASKED)
    assert find(app.tree(), ASKED) is not None
    assert app.say("trust.skip") in app.transcript()  # as long as nothing was rated


def test_the_sign_of_a_change_of_the_game_stands_for_nothing_else() -> None:
    """It also meant: more cards, something in return, a difference, and: expected otherwise."""
    folder = ROOT / "game/window"
    found = {
        path.name for path in folder.rglob("*.py") if re.search(r'"swap"', path.read_text("utf-8"))
    }
    assert found == {"things.py", "proposal.py"}


def test_a_nameplate_says_what_there_is_and_no_more() -> None:
    app, page = at_table()
    for view in (page.view, None):
        app.show(app.screen)
        for person in everybody(page.room, view):
            for away in (False, True):
                told = nameplate(app, replace(person, is_apart=away), None, speaks=False).label
                assert told.startswith(f"{person.role.name}, ")
                assert not re.search(r"[,.]\s*[,.]|\s[,.]|\s$", told)
                assert ("Away from the table." in told) is away


@pytest.mark.slow
def test_hands_say_nothing_either_while_envelopes_lie_sealed() -> None:
    app = started(scenario=LESSON, seed=7)
    for _ in played(app, with_keys, scenario=LESSON):
        if isinstance(app.screen, StoryScreen) and app.screen.label == "reveal-sealed":
            screen = app.screen
            cold = [replace(each, mood="cold", moved=0) for each in screen.room.parties]
            screen.room, screen.view = replace(screen.room, parties=tuple(cold)), None
            app.changed()
            (scene,) = [each for each in walk(app.tree()) if isinstance(each, Scene)]
            calm = poses_of([(each.role.address, "neutral") for each in scene.people])
            assert [each.pose for each in scene.people] == calm
            return
    raise AssertionError("nothing was sealed")


@pytest.mark.slow
def test_the_card_of_an_arrival_stands_beside_what_is_said() -> None:
    """There was only a bare table below it."""
    app = started(scenario=LESSON, seed=7)
    comes_to(app, LESSON, "arrival")
    card_ = find(app.tree(), "scroll.arrival")
    (scene,) = [each for each in walk(app.tree()) if isinstance(each, Scene)]
    assert card_ is not None
    assert scene.rect.bottom - card_.rect.bottom < 0.03 * app.size[1]
