"""Places, the table, things and icons: all are there, in both tones, in the size asked for."""

from itertools import combinations

import numpy as np
import pygame
import pytest

from engine.scenario.vocabulary import BACKDROPS
from game.window.drawing import (
    ICONS,
    PROP_KINDS,
    TONES,
    Tone,
    decor,
    decor_svg,
    icon,
    prop,
    prop_kind,
    prop_svg,
    table,
)  # fmt: skip
from game.window.drawing.icons import icon_svg
from game.window.drawing.svg import render
from tests.window_drawing.test_portraits import ink, pixels

SIZE = (320, 157)


def brightness(picture: pygame.Surface) -> float:
    red, green, blue, *_ = pygame.transform.average_color(picture)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


@pytest.mark.parametrize("backdrop", BACKDROPS)
def test_every_backdrop_is_lighter_by_day(backdrop: str) -> None:
    day, evening = (decor(backdrop, SIZE, tone) for tone in TONES)
    assert day.get_size() == evening.get_size() == SIZE
    assert brightness(evening) < 0.45 < brightness(day)


def test_backdrops_differ_from_each_other() -> None:
    drawn = {
        name: np.frombuffer(pixels(decor(name, SIZE)), np.uint8).astype(np.int16)
        for name in BACKDROPS
    }
    for one, other in combinations(BACKDROPS, 2):
        assert (np.abs(drawn[one] - drawn[other]) > 20).mean() > 0.08, (one, other)


def test_an_unknown_backdrop_is_the_plain_room() -> None:
    assert decor_svg("moon-base", 1600, "light") == decor_svg("room", 1600, "light")


@pytest.mark.parametrize("backdrop", BACKDROPS)
@pytest.mark.parametrize(
    "width",
    [
        pytest.param(1150.0, marks=pytest.mark.slow),
        1600.0,
        pytest.param(2600.0, marks=pytest.mark.slow),
    ],
)
def test_a_place_leaves_no_spot_bare(backdrop: str, width: float) -> None:
    drawn = render(decor_svg(backdrop, width, "dark"), (round(width / 5), 180))
    bare = pygame.mask.from_surface(drawn, 250)
    bare.invert()
    assert bare.count() == 0


@pytest.mark.parametrize("size", [(1, 1), (200, 600), (1200, 200), (333, 187), (1024, 503)])
def test_a_backdrop_has_exactly_the_size_asked_for(size: tuple[int, int]) -> None:
    assert decor("harbour", size, "dark").get_size() == size


def test_places_are_the_same_each_time() -> None:
    assert decor_svg("dunes", 1777.5, "dark") == decor_svg("dunes", 1777.5, "dark")


@pytest.mark.parametrize("tone", TONES)
def test_the_table_is_clear_behind_its_edge_and_solid_before_it(tone: Tone) -> None:
    top = table((400, 160), tone)
    assert top.get_size() == (400, 160)
    assert top.get_at((2, 2)).a == 0
    assert all(top.get_at((x, 100)).a == 255 for x in (0, 200, 399))


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


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(KeyError):
        icon_svg("unicorn", "#000000")


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", PROP_KINDS)
def test_every_thing_is_drawn(kind: str, tone: Tone) -> None:
    drawn = prop(kind, 96, tone)
    assert drawn.get_size() == (96, 96)
    assert 0.08 < ink(drawn) < 0.9
    assert prop_kind(kind) == kind


def test_things_differ_from_each_other() -> None:
    assert len({prop_svg(kind) for kind in PROP_KINDS}) == len(PROP_KINDS)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("bank-letter", "letter"),
        ("draft-report", "report"),
        ("conceptrapport", "report"),
        ("rozenwaard-box", "box"),
        ("night-board", "board"),
        ("planbord", "board"),
        ("old-pen", "pen"),
        ("passenger-list", "list"),
        ("storingsboek", "book"),
        ("load-curve", "chart"),
        ("letter-box", "box"),
        ("sleutels", "keys"),
        ("xyzzy", "card"),
        ("", "card"),
    ],
)
def test_things_are_recognised_by_their_words(name: str, kind: str) -> None:
    assert prop_kind(name) == kind
