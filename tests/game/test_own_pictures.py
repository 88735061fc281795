"""An author's own picture where it is seen: in the window, in a browser and on paper."""

import base64
import io
import random
import re
import shutil
from contextlib import closing
from pathlib import Path

import pygame
import pytest

from engine.live_play import CompiledScenario, compile_scenario
from engine.play.step import initial
from engine.play.view.room import room
from engine.scenario.load import load
from engine.scenario.scenery import OwnPicture, Scenery
from game.drawing.colours import TONES, Tone
from game.html.printed import page
from game.pictures import as_shown
from game.presenters.printed import printed
from game.web.files import served
from game.web.pictures import gathering
from game.window.kit.raster import backdrop
from game.words import words_in
from game.workshop.journal import open_journal
from tests.conftest import MINIMAL
from tests.game.own_pictures import jpeg, png, with_exif
from tests.web.serving import new_room

RED = "#c03028"


def looked_at(content: bytes) -> pygame.Surface:
    return pygame.image.load(io.BytesIO(content), "x.jpg")


def is_like(seen: pygame.Color, colour: str) -> bool:
    wanted = pygame.Color(colour)
    return all(abs(one - other) < 24 for one, other in zip(seen[:3], wanted[:3], strict=True))


def shown_of(folder: Path, content: bytes, name: str = "hall.jpg") -> bytes | None:
    (folder / name).write_bytes(content)
    return as_shown(OwnPicture(folder, name))


# --- made anew ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "corner"), [(1, "topleft"), (3, "bottomright"), (6, "topright"), (8, "bottomleft")]
)
def test_a_picture_is_shown_upright(tmp_path: Path, held: int, corner: str) -> None:
    """The quarter that was on the upper left when the camera lay on its side."""
    shown = shown_of(tmp_path, with_exif(jpeg(), held))
    assert shown is not None
    seen = looked_at(shown)
    assert seen.get_size() == ((120, 80) if held in (1, 3) else (80, 120))
    corners = {
        name: seen.get_at(
            (5 if "left" in name else seen.get_width() - 6,
             5 if "top" in name else seen.get_height() - 6)
        )
        for name in ("topleft", "topright", "bottomleft", "bottomright")
    }  # fmt: skip
    assert {name for name, colour in corners.items() if is_like(colour, "#ffffff")} == {corner}


def test_what_a_camera_put_in_it_goes_nowhere(tmp_path: Path) -> None:
    taken = with_exif(jpeg(), 6)
    shown = shown_of(tmp_path, taken)
    assert b"52.0907 N" in taken
    assert shown is not None
    assert b"52.0907 N" not in shown
    assert b"Exif" not in shown


@pytest.mark.slow
def test_a_large_picture_is_made_smaller_and_a_small_one_is_left(tmp_path: Path) -> None:
    large, small = shown_of(tmp_path, png((3000, 1500))), shown_of(tmp_path, png((60, 40)), "s.png")
    assert large is not None
    assert small is not None
    assert looked_at(large).get_size() == (1600, 800)
    assert looked_at(small).get_size() == (60, 40)


def test_a_tall_picture_that_lies_on_its_side_becomes_as_high_as_others(tmp_path: Path) -> None:
    shown = shown_of(tmp_path, with_exif(jpeg((2400, 1500)), 6))
    assert shown is not None
    assert looked_at(shown).get_size() == (750, 1200)


def test_a_drawing_of_a_few_colours_is_shown_in_them(tmp_path: Path) -> None:
    few, out = pygame.Surface((90, 60), 0, 8), io.BytesIO()
    few.set_palette([pygame.Color(RED), pygame.Color("#204080")])
    few.fill(1, (45, 0, 45, 60))
    pygame.image.save(few, out, "x.png")
    shown = shown_of(tmp_path, out.getvalue(), "few.png")
    assert shown is not None
    assert is_like(looked_at(shown).get_at((10, 30)), RED)
    assert is_like(looked_at(shown).get_at((80, 30)), "#204080")


def test_what_can_be_seen_through_lies_on_white(tmp_path: Path) -> None:
    clear, out = pygame.Surface((40, 30), pygame.SRCALPHA), io.BytesIO()
    pygame.image.save(clear, out, "x.png")
    shown = shown_of(tmp_path, out.getvalue(), "clear.png")
    assert shown is not None
    assert is_like(looked_at(shown).get_at((20, 15)), "#ffffff")


def test_a_picture_that_is_damaged_within_is_not_shown_and_nothing_raises(tmp_path: Path) -> None:
    luck = random.Random(3)
    for at in range(60):
        whole = bytearray(jpeg())
        for _ in range(8):
            whole[luck.randrange(20, len(whole) - 2)] = luck.randrange(256)
        shown_of(tmp_path, bytes(whole), f"{at}.jpg")
    not_a_picture = b"\x89PNG\r\n\x1a\n" + png()[8:40] + png()[-12:]
    assert shown_of(tmp_path, not_a_picture, "x.png") is None
    assert as_shown(OwnPicture(tmp_path, "nothing.png")) is None
    assert as_shown(None) is None


def test_a_picture_that_was_saved_anew_is_shown_anew(tmp_path: Path) -> None:
    first = shown_of(tmp_path, jpeg())
    second = shown_of(tmp_path, jpeg((90, 90)))
    assert first != second
    assert second is not None
    assert looked_at(second).get_size() == (90, 90)


# --- where it is seen -----------------------------------------------------------------------------


@pytest.fixture
def pictured(tmp_path: Path) -> CompiledScenario:
    """The minimal scenario with a picture of the office where it begins."""
    text = MINIMAL.read_text("utf-8").replace(
        "    backdrop: harbour\n",
        "    backdrop: harbour\n    picture: hall.jpg\n"
        "    shows: {nl: \"Een zaal <rood>.\", en: \"A <red> hall.\"}\n", 1,
    )  # fmt: skip
    (tmp_path / "hall.jpg").write_bytes(jpeg((1200, 600)))
    (tmp_path / "own.yaml").write_text(text, "utf-8")
    loaded = load(tmp_path / "own.yaml")
    assert loaded.problems == ()
    assert loaded.scenario is not None
    return compile_scenario(loaded.scenario)


@pytest.mark.parametrize("tone", TONES)
def test_the_window_shows_it_in_any_size(tmp_path: Path, tone: Tone) -> None:
    (tmp_path / "hall.jpg").write_bytes(jpeg((1200, 600)))
    scenery = Scenery("harbour", picture=OwnPicture(tmp_path, "hall.jpg"))
    for size in ((400, 160), (200, 600), (1, 1)):
        drawn = backdrop(scenery, size, tone)
        assert drawn.get_size() == size
    seen = backdrop(scenery, (400, 160), tone).get_at((390, 150))
    assert is_like(seen, RED) == (tone == "light")
    assert seen.r > 2 * seen.b


def test_the_window_draws_the_place_where_the_picture_is_gone(tmp_path: Path) -> None:
    gone = backdrop(Scenery("harbour", picture=OwnPicture(tmp_path, "gone.jpg")), (300, 120))
    drawn = backdrop(Scenery("harbour"), (300, 120))
    assert pygame.image.tobytes(gone, "RGB") == pygame.image.tobytes(drawn, "RGB")


def test_a_page_shows_it_and_the_drawing_when_it_is_gone(
    tmp_path: Path, pictured: CompiledScenario
) -> None:
    here = room(pictured, initial(pictured, 1).state, ())
    address = gathering(here, None).dark
    with_it = served(pictured.scenario, address)
    assert with_it is not None
    (data,) = re.findall(r'href="data:image/jpeg;base64,([^"]+)"', with_it.content.decode())
    assert looked_at(base64.b64decode(data)).get_size() == (1200, 600)
    assert str(tmp_path) not in address
    assert "hall.jpg" not in address
    (tmp_path / "hall.jpg").unlink()
    without = served(pictured.scenario, address)
    assert without is not None
    assert b"data:" not in without.content
    assert served(pictured.scenario.beside(None), gathering(here, None).light) is not None


@pytest.mark.parametrize("own", ["quay-office", "dunes+1+2", "nowhere+1", "../x+1", "+"])
def test_a_page_asks_for_no_picture_but_those_of_the_scenario(
    pictured: CompiledScenario, own: str
) -> None:
    address = f"drawings/light/places/harbour+-+-+{own}/-/-.svg"
    assert served(pictured.scenario, address) is None


@pytest.mark.slow
def test_the_printed_script_shows_it_with_what_is_in_it(
    tmp_path: Path, pictured: CompiledScenario
) -> None:
    words = words_in("en")
    made = page(printed(pictured.scenario, words), words)
    assert made.count('src="data:image/jpeg;base64,') == 1
    assert 'alt="A &lt;red&gt; hall."' in made
    assert "img-src data:" in made  # or no browser shows it
    (tmp_path / "hall.jpg").unlink()
    assert "data:image/jpeg" not in page(printed(pictured.scenario, words), words)


def test_a_scenario_can_be_given_to_others_as_one_folder(
    tmp_path: Path, pictured: CompiledScenario
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("own.yaml", "hall.jpg"):
        shutil.copy(tmp_path / name, elsewhere)
    scenario = load(elsewhere / "own.yaml").scenario
    assert scenario is not None
    assert as_shown(scenario.scenery("quay-office").picture) is not None


@pytest.mark.slow
def test_the_tables_of_a_workshop_show_it_and_play_on_without_it(
    tmp_path: Path, pictured: CompiledScenario
) -> None:
    del pictured
    with closing(open_journal(f"sqlite:///{tmp_path / 'journal.db'}")) as journal:
        hosted = new_room(journal, tmp_path / "own.yaml", code="test", tables=1)
        scenario = hosted.scenario.scenario
        place = "drawings/light/places/harbour+-+-+quay-office+1/-/-.svg"
        here = served(scenario, place)
        assert here is not None
        assert b"data:image/jpeg" in here.content
        kept = (tmp_path / "journal.db").read_bytes()
        assert str(tmp_path).encode() not in kept
        (tmp_path / "hall.jpg").unlink()
        gone = served(scenario, place)
        assert gone is not None
        assert b"data:" not in gone.content
