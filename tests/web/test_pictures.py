"""Drawings that a browser asks for by address."""

from game.drawing.gathering import Guest, gathering_svg
from game.presenters.faces import poses_of
from game.theme import theme
from game.web.pictures import drawn
from tests.conftest import CARE_MERGER, compiled_of


def test_people_at_the_table_have_the_hands_that_go_with_their_face() -> None:
    scenario = compiled_of(CARE_MERGER).scenario
    party, written = next(iter(scenario.parties.items()))
    name, role = next(iter(written.roles.items()))
    colours = theme("light")
    cloth = (colours.cloth, colours.cloth_edge)
    for face in ("stern", "thinking"):
        (pose,) = poses_of([(f"{party}.{name}", face)])
        assert pose
        asked = drawn(scenario, f"drawings/light/places/room+-+-/{party}.{name}.{face}/-.svg")
        place = scenario.scenery(next(iter(scenario.decor)))._replace(
            backdrop="room", hour=None, weather=None, picture=None
        )
        still = Guest(role.looks, face, role.name)
        posed = still._replace(pose=pose)
        assert asked == gathering_svg(place, [posed], [], "light", cloth)
        assert asked != gathering_svg(place, [still], [], "light", cloth)
