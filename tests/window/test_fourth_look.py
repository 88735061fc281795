"""People are there where it matters, and look as what they say."""

from dataclasses import replace

import pytest

from engine.play.view.records import WantSeen
from engine.scenario.schema import Text
from engine.scenario.vocabulary import PERSONAS
from game.drawing.people.expression import EXPRESSIONS
from game.pages import EndingPage
from game.window.driver import with_keys
from game.window.kit.tree import find, walk
from game.window.parts.scene import Scene
from game.window.screens.ending import EndingScreen
from game.window.screens.seats import RoleScreen
from tests.window.plays import CARE, faults, played, started
from tests.window.test_app import to_screen
from tests.window.test_plays import MINIMAL

GRINS = ("open", "warm")
NAME = Text(nl="x", en="x")


@pytest.mark.slow
def test_who_says_an_ordinary_line_does_not_grin_and_who_listens_may() -> None:
    app, said, grinning = started(seed=3), 0, 0
    for name in played(app, with_keys):
        if name.startswith("debrief"):
            break
        if name not in ("arrival", "table"):
            continue
        scene = next(node for node in walk(app.tree()) if isinstance(node, Scene))
        for person in scene.people:
            speaks = person.role.address in scene.speakers

            said += speaks
            grinning += not speaks and person.expression in GRINS
            assert not (speaks and person.expression in GRINS)
    assert said > 3
    assert grinning


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (800, 600)])
def test_everybody_is_there_at_the_end(size: tuple[int, int]) -> None:
    """With the author's words, what kind of ending it is, and every want of one's own."""
    app = started(size, scenario=MINIMAL, seed=1, language="en")
    to_screen(app, "ending")
    screen = app.screen
    assert isinstance(screen, EndingScreen)
    page: EndingPage = screen.page
    people = [role.address for party in page.room.parties for role in party.roles]
    assert len(people) > 1
    assert all(find(app.tree(), f"person.{each}") is not None for each in people)
    scene = next(node for node in walk(app.tree()) if isinstance(node, Scene))
    beams = any(person.expression in GRINS for person in scene.people)
    assert not beams or page.ending.outcome == "success"
    told = " ".join(app.transcript())
    assert app.of(page.ending.title) in told
    assert app.of(page.ending.text) in told
    assert app.say("end.not-score") in told
    assert not faults(app)
    app.show(EndingScreen(replace(page, came_of=(WantSeen(NAME, 50, met=False),))))
    scene = next(node for node in walk(app.tree()) if isinstance(node, Scene))
    assert not any(EXPRESSIONS[person.expression].curve > 2 for person in scene.people)
    assert page.view is not None
    own = {person.expression for person in scene.people if person.party == page.view.seat}
    assert own <= {"grave"}


def test_who_plays_the_others_is_chosen_by_face() -> None:
    """Whoever speaks for them looks as the persona that is pointed at, and each card differs."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "against")
    seen = []
    for name in ("default", *PERSONAS):
        if find(app.tree(), f"against.{name}") is None:
            continue  # the author's own comes first, under another name
        app.focus = f"against.{name}"
        app.changed()
        scene = next(node for node in walk(app.tree()) if isinstance(node, Scene))
        seen += [person.expression for person in scene.people]
    assert len(seen) == len(set(seen)) == len(PERSONAS)
    assert not faults(app)


@pytest.mark.slow
def test_the_road_that_is_sure_is_shown_before_one_begins() -> None:
    """Each phase to which every play comes, with its place; what may be missed is kept back."""
    app = started(scenario=CARE, language="en")
    with_keys(app, "scenario.care-merger")
    screen = app.screen
    assert isinstance(screen, RoleScreen)
    compiled, told = screen.opened_scenario.compiled(), app.transcript()
    phases = zip(screen.opened_scenario.scenario.script.phases.values(), compiled.may_be_missed,
                 strict=True)  # fmt: skip
    sure = {app.of(each.name): each.starts and not missed for each, missed in phases}
    assert {name: name in told for name in sure} == sure
    assert set(sure.values()) == {True, False}
    assert not faults(app)
