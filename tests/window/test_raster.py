"""Drawings as surfaces: all exist, differ visibly, and have the requested size."""

from collections.abc import Callable, Iterable
from itertools import combinations

import numpy as np
import pygame
import pytest

from engine.scenario.scenery import Scenery
from engine.scenario.schema import Looks
from engine.scenario.vocabulary import HOURS
from game.drawing.backdrops import BACKDROPS, backdrop_svg
from game.drawing.colours import TONES, Tone
from game.drawing.icons import ICONS
from game.drawing.people.beards import BEARDS
from game.drawing.people.hair import HAIR_STYLES
from game.drawing.people.hands import POSES, Pose
from game.drawing.people.outfit import GARMENTS
from game.drawing.portraits import EXPRESSIONS, portrait_svg
from game.drawing.props import PROP_KINDS
from game.drawing.scenery.air import PLACES
from game.drawing.table import table_svg
from game.window.kit.raster import backdrop, icon, portrait, prop, render
from tests.drawing.contact_sheet import CAST

SIZE = (320, 157)


def ink(picture: pygame.Surface) -> float:
    """The share of the picture that is not transparent."""
    return pygame.mask.from_surface(picture).count() / (picture.get_width() * picture.get_height())


def pixels(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGBA")


def differing(one: pygame.Surface, other: pygame.Surface) -> int:
    """How many pixels of the two differ clearly."""
    first, second = (np.frombuffer(pixels(each), np.uint8).astype(int) for each in (one, other))
    return int((np.abs(first - second).reshape(-1, 4) > 24).any(axis=1).sum())


def alike(drawn: Iterable[tuple[str, pygame.Surface]], least: int) -> list[tuple[str, str]]:
    """The pairs of which fewer pixels differ."""
    return [
        (one, other) for (one, a), (other, b) in combinations(drawn, 2) if differing(a, b) < least
    ]


def brightness(picture: pygame.Surface) -> float:
    red, green, blue, *_ = pygame.transform.average_color(picture)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


# --- people -----------------------------------------------------------------------------------


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("style", HAIR_STYLES)
def test_every_hair_style_is_a_person(style: str, tone: Tone) -> None:
    drawn = portrait(Looks(age=40, hair_style=style), "open", 120, tone)
    assert drawn.get_size() == (100, 120)
    assert 0.3 < ink(drawn) < 0.95


def _haired(style: str) -> pygame.Surface:
    looks = Looks(age=40, hair="brown", skin="light", hair_style=style, clothing="blue shirt tie")
    return portrait(looks, "neutral", 150)


def _dressed(garment: str) -> pygame.Surface:
    word = f"green {GARMENTS[garment].words[0]}"
    return portrait(Looks(age=40, skin="tan", hair_style="short", clothing=word), "open", 120)


def _bearded(beard: str) -> pygame.Surface:
    looks = Looks(age=40, skin="tan", hair="black", hair_style="short", clothing="blue suit")
    return portrait(looks.model_copy(update={"beard": beard}), "neutral", 150, "light", "A")


@pytest.mark.parametrize(
    ("names", "draw", "least"),
    [(HAIR_STYLES, _haired, 60), (GARMENTS, _dressed, 40), ((*BEARDS, "no"), _bearded, 20)],
    ids=["hair", "clothes", "beards"],
)
@pytest.mark.slow
def test_what_people_wear_differs_to_the_eye(
    names: Iterable[str], draw: Callable[[str], pygame.Surface], least: int
) -> None:
    assert alike([(name, draw(name)) for name in names], least) == []


@pytest.mark.parametrize("who", CAST)
def test_each_expression_shows_on_each_face(who: str) -> None:
    drawn = [(mood, portrait(CAST[who], mood, 150, "light", who)) for mood in EXPRESSIONS]
    assert alike(drawn, 60) == []


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("tone", TONES)
def test_each_pose_shows_and_leaves_the_face_free(who: str, tone: Tone) -> None:
    high, upper = 300, 165  # the mouth is above that
    plain = portrait(CAST[who], "neutral", high, tone, who)
    drawn = [(pose, portrait(CAST[who], "neutral", high, tone, who, 0, pose)) for pose in POSES]
    assert alike(drawn, 400) == []
    for _, posed in drawn:
        face = pygame.Rect(0, 0, plain.get_width(), upper)
        assert pixels(posed.subsurface(face)) == pixels(plain.subsurface(face))


@pytest.mark.parametrize("pose", ["offer", "sheet", "refuse", "point", "chin", "chest"])
def test_a_hand_is_on_the_side_to_which_somebody_is_turned(pose: Pose) -> None:
    for facing in (-1, 1):
        plain, posed = (
            portrait(CAST["Hein"], "neutral", 300, "light", "Hein", facing, each)
            for each in ("", pose)
        )
        half = plain.get_width() // 2
        left, right = (
            differing(plain.subsurface(side), posed.subsurface(side))
            for side in (pygame.Rect(0, 0, half, 300), pygame.Rect(half, 0, half, 300))
        )
        assert (right > left) == (facing > 0)


def test_a_portrait_is_the_same_picture_each_time_and_kept() -> None:
    looks = CAST["Soraya"]
    first = portrait(looks, "warm", 200, "dark", "Soraya")
    assert portrait(looks, "warm", 200, "dark", "Soraya") is first
    anew = render(portrait_svg(looks, "warm", "dark", "Soraya"), (167, 200))
    assert anew is not first
    assert pixels(anew) == pixels(first)


def test_pictures_have_the_order_of_colours_that_is_copied_fast() -> None:
    drawn = render(table_svg(40, 30, "#aa7744", "#553311", 8), (40, 30))
    assert drawn.get_masks() == pygame.Surface((1, 1), pygame.SRCALPHA).get_masks()


# --- places -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", BACKDROPS)
def test_dark_screens_show_the_same_hour_in_softer_light(name: str) -> None:
    bright, soft = (backdrop(Scenery(name), SIZE, tone) for tone in TONES)
    assert bright.get_size() == soft.get_size() == SIZE
    assert brightness(soft) < brightness(bright)
    assert brightness(soft) < (0.35 if PLACES[name].is_at_night else 0.6)


@pytest.mark.slow
@pytest.mark.parametrize("tone", TONES)
def test_it_is_darkest_at_night_and_lightest_by_day(tone: Tone) -> None:
    seen = {hour: brightness(backdrop(Scenery("dyke", hour), SIZE, tone)) for hour in HOURS}
    assert seen["night"] < seen["evening"] < seen["day"]
    assert seen["night"] < seen["morning"]
    other: Tone = "dark" if tone == "light" else "light"
    if tone == "dark":  # in a dark theme every hour is darker than in a light one
        assert all(
            seen[hour] < brightness(backdrop(Scenery("dyke", hour), SIZE, other)) for hour in HOURS
        )


@pytest.mark.slow
def test_backdrops_differ_from_each_other() -> None:
    drawn = [(name, backdrop(Scenery(name), SIZE)) for name in BACKDROPS]
    assert alike(drawn, round(SIZE[0] * SIZE[1] * 0.08)) == []


@pytest.mark.parametrize("name", BACKDROPS)
@pytest.mark.parametrize("width", [1150.0, 1600.0, 2600.0])
def test_a_place_leaves_no_spot_bare(name: str, width: float) -> None:
    drawn = render(backdrop_svg(Scenery(name), width, "dark"), (round(width / 5), 180))
    bare = pygame.mask.from_surface(drawn, 250)
    bare.invert()
    assert bare.count() == 0


@pytest.mark.parametrize("size", [(1, 1), (200, 600), (1200, 200), (333, 187), (1024, 503)])
def test_a_backdrop_has_exactly_the_size_asked_for(size: tuple[int, int]) -> None:
    assert backdrop(Scenery("harbour"), size, "dark").get_size() == size


@pytest.mark.parametrize("size", [(1620, 648), (1080, 432), (1280, 720)])  # as art.py asks for them
def test_a_backdrop_reaches_its_edges(size: tuple[int, int]) -> None:
    drawn, (wide, high) = backdrop(Scenery("dunes"), size), size
    for edge, inside in (((wide - 1, high // 4), (wide - 5, high // 4)),
                         ((wide // 2, high - 1), (wide // 2, high - 5))):  # fmt: skip
        assert abs(sum(drawn.get_at(edge)[:3]) - sum(drawn.get_at(inside)[:3])) < 60


def test_the_table_is_clear_behind_its_edge_and_solid_before_it() -> None:
    top = render(table_svg(400, 160, "#b9835a", "#8f5f3c", 18), (400, 160))
    assert top.get_size() == (400, 160)
    assert top.get_at((2, 2)).a == 0
    assert all(top.get_at((x, 100)).a == 255 for x in (0, 200, 399))
    assert top.get_at((0, 159)).a == 0


# --- things -----------------------------------------------------------------------------------


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", PROP_KINDS)
def test_every_thing_is_drawn(kind: str, tone: Tone) -> None:
    drawn = prop(kind, 96, tone)
    assert drawn.get_size() == (96, 96)
    assert 0.08 < ink(drawn) < 0.9


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_in_its_colour_and_stays_within_its_square(name: str) -> None:
    drawn = icon(name, 48, "#0a6a9a")
    assert drawn.get_size() == (48, 48)
    assert 0.02 < ink(drawn) < 0.6
    inside = pygame.mask.from_surface(drawn).get_bounding_rects()
    box = inside[0].unionall(inside[1:])
    assert box.left > 0
    assert box.top > 0
    assert box.right < 48
    assert box.bottom < 48
    solid = [drawn.get_at((x, y)) for x in range(48) for y in range(48)]
    assert any((c.r, c.g, c.b, c.a) == (0x0A, 0x6A, 0x9A, 255) for c in solid)
