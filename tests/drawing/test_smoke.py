"""Everything listed can be drawn, in both tones, using only what nanosvg knows. Quick."""

import pytest

from engine.scenario.scenery import Scenery
from engine.scenario.schema import Looks
from game.drawing.backdrops import BACKDROPS, backdrop_svg
from game.drawing.colours import TONES, Tone
from game.drawing.icons import ICONS, icon_svg
from game.drawing.people.hair import HAIR_STYLES
from game.drawing.people.outfit import GARMENTS
from game.drawing.portraits import EXPRESSIONS, portrait_svg
from game.drawing.props import PROP_KINDS, prop_kind, prop_svg
from tests.drawing.reading import faults, loaded_by


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("backdrop", BACKDROPS)
def test_every_place(backdrop: str, tone: Tone) -> None:
    assert faults(backdrop_svg(Scenery(backdrop), 1333.3, tone)) == []


@pytest.mark.parametrize("style", HAIR_STYLES)
def test_every_hair_style(style: str) -> None:
    assert HAIR_STYLES[style].words
    assert faults(portrait_svg(Looks(age=60, hair_style=style), "neutral", "dark")) == []


@pytest.mark.parametrize("garment", GARMENTS)
def test_every_garment(garment: str) -> None:
    looks = Looks(age=30, clothing=GARMENTS[garment].words[0])
    assert faults(portrait_svg(looks, "neutral")) == []


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_every_expression(expression: str) -> None:
    looks = Looks(beard="full", glasses=True, clothing="suit bow pearls scarf lanyard earrings")
    assert faults(portrait_svg(looks, expression, "dark", "Bo")) == []


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", PROP_KINDS)
def test_every_thing(kind: str, tone: Tone) -> None:
    assert prop_kind(kind) == kind
    assert faults(prop_svg(kind, tone)) == []


@pytest.mark.parametrize("name", ICONS)
def test_every_icon(name: str) -> None:
    drawn = icon_svg(name, "#0a6a9a")
    assert faults(drawn) == []
    assert "#0a6a9a" in drawn
    assert "currentColor" not in drawn


@pytest.mark.slow
def test_no_toolkit_is_needed_to_draw() -> None:
    """Whatever the room reads: all of its modules."""
    modules = loaded_by(
        "import pkgutil, importlib, game.drawing as room\n"
        "for each in pkgutil.walk_packages(room.__path__, 'game.drawing.'):\n"
        "    importlib.import_module(each.name)\n"
    )
    assert {"game.drawing.places.harbour", "game.drawing.charts.markup"} <= modules
    assert not {name for name in modules if name.partition(".")[0] == "pygame"}
    assert not {name for name in modules if name.startswith(("game.window", "game.text"))}


@pytest.mark.slow
def test_one_place_is_read_and_the_others_wait() -> None:
    modules = loaded_by(
        "from engine.scenario.scenery import Scenery\n"
        "from game.drawing.backdrops import BACKDROPS, backdrop_svg\n"
        "assert len(BACKDROPS) > 5 and backdrop_svg(Scenery('dunes'), 1200, 'light')\n"
    )
    assert {name for name in modules if name.startswith("game.drawing.places.")} == {
        "game.drawing.places.dunes"
    }
