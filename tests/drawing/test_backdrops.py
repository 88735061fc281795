"""Places and the things in them."""

import re

import pytest

from engine.play.view.visibility import drawing_of
from engine.scenario.scenery import Scenery
from engine.scenario.vocabulary import HOURS, WEATHERS, Hour
from game.drawing.backdrops import (
    BACKDROPS,
    backdrop_svg,
    has_table,
    is_outdoors,
    keeps_middle,
    table_colours,
)
from game.drawing.colours import TONES, Tone, brightness
from game.drawing.envelope import Stationery, envelope_svg
from game.drawing.icons import icon_svg
from game.drawing.props import PROP_KINDS, asked_for, prop_kind, prop_svg
from game.drawing.scenery.air import DAYS, NIGHTS, PLACES, air_of
from game.drawing.scenery.indoors import hands
from game.drawing.scenery.perspective import Eye
from game.drawing.table import table_svg
from tests.conftest import LIBRARY, compiled_of
from tests.drawing.reading import count, faults


def test_an_unknown_backdrop_is_the_plain_room() -> None:
    assert backdrop_svg(Scenery("moon-base"), 1600, "light") == backdrop_svg(
        Scenery("room"), 1600, "light"
    )
    assert not is_outdoors("moon-base")


def test_people_stand_outdoors_and_sit_elsewhere() -> None:
    outdoors = {"assembly-point", "dunes", "dyke", "from-afar", "harbour"}
    assert {name for name in BACKDROPS if is_outdoors(name)} == outdoors
    assert not {name for name in BACKDROPS if has_table(name)} & outdoors
    assert not any(map(has_table, ("greenhouse", "pub", "ship-cabin", "harbour-hut")))
    assert has_table("boardroom")


@pytest.mark.parametrize("tone", TONES)
def test_tables_differ_and_have_the_light_of_the_hour(tone: Tone) -> None:
    tables = [table_colours(Scenery(name), tone) for name in BACKDROPS if has_table(name)]
    assert len(set(tables)) > len(tables) / 2
    by_day, at_night = (table_colours(Scenery("canteen", hour), tone) for hour in ("day", "night"))
    assert by_day is not None
    assert at_night is not None
    assert brightness(at_night[0]) < brightness(by_day[0])


def test_clocks_tell_the_hour_of_the_story() -> None:
    """At eight minutes to seven the clock in the saloon stood at ten past seven."""
    with_clock = ("canteen", "ferry-saloon", "kitchen", "meeting-room", "sorting-hall", "two-desks")
    for tone in TONES:
        told = {hour: hands(air_of(hour, None, tone), 0, 0, 100, (14, 10)) for hour in HOURS}
        assert len(set(told.values())) == len(HOURS)
        assert told["morning"] == hands(air_of("day", None, tone), 0, 0, 100, (6, 52))
    assert hands(air_of(None, None, "light"), 0, 0, 100, (3, 0)) == "M0 0L62 -0M0 0L0 -100"
    for name in with_clock:
        lines = [set(re.findall(r'd="([^"]+)"', drawn_at(name, hour))) for hour in HOURS]
        assert len({frozenset(each - lines[0]) for each in lines}) == len(HOURS)


def drawn_at(name: str, hour: Hour) -> str:
    return PLACES[name].draw(air_of(hour, None, "light"), 1600)


def test_the_frame_in_the_lunchroom_is_empty_and_the_founder_hangs_in_the_canteen() -> None:
    full, empty = (len(drawn_at(name, "day")) for name in ("canteen", "lunchroom"))
    assert full > empty + 1_000
    assert [keeps_middle(name) for name in ("canteen", "lunchroom")] == [True, False]


def test_in_some_places_it_is_night_whatever_the_theme() -> None:
    by_day = DAYS["light"].sky[0]
    assert by_day in backdrop_svg(Scenery("room"), 1200, "light")
    for tone in TONES:
        outside = backdrop_svg(Scenery("harbour-hut"), 1200, tone)
        assert NIGHTS[tone].sky[0] in outside
        assert by_day not in outside
    at_night = {name for name in BACKDROPS if PLACES[name].is_at_night}
    assert at_night == {"harbour-hut", "kitchen", "sorting-hall"}


@pytest.mark.slow
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("backdrop", ["dyke", "room"])
def test_every_hour_and_weather_can_be_drawn_and_looks_different(backdrop: str, tone: Tone) -> None:
    drawn = [
        backdrop_svg(Scenery(backdrop, hour, weather), 1600, tone)
        for hour in HOURS
        for weather in WEATHERS
    ]
    assert [fault for each in drawn for fault in faults(each)] == []
    assert len(set(drawn)) == len(drawn)
    for each in drawn:
        assert sum(count(each, shape) for shape in ("path", "rect", "ellipse")) <= 2500


@pytest.mark.parametrize("tone", TONES)
def test_the_hour_comes_from_the_story_and_not_from_the_theme(tone: Tone) -> None:
    """Who likes dark screens saw a sunset where nobody had said what hour it was."""
    assert air_of(None, None, tone) == air_of("day", None, tone)
    light = {hour: air_of(hour, None, tone) for hour in HOURS}
    assert [hour for hour in HOURS if light[hour].is_dark] == ["evening", "night"]
    assert len({each.sky for each in light.values()}) == len(HOURS)
    bright = {hour: brightness(light[hour].sky[0]) for hour in HOURS}
    assert min(bright["day"], bright["morning"]) > 1.2 * max(bright["evening"], bright["night"])


@pytest.mark.parametrize("tone", TONES)
def test_the_hour_that_is_given_goes_before_that_of_the_drawing(tone: Tone) -> None:
    assert NIGHTS[tone].sky[0] not in backdrop_svg(Scenery("harbour-hut", "day"), 1200, tone)
    assert NIGHTS[tone].sky[0] in backdrop_svg(Scenery("dunes", "night"), 1200, tone)


@pytest.mark.slow
def test_a_low_sun_shines_in_wherever_there_is_a_window() -> None:
    warm = "#ff9d4d"
    shines = {
        name for name in BACKDROPS if warm in backdrop_svg(Scenery(name, "evening"), 1200, "light")
    }
    closed = {"listening-booth", "machine-cellar", "meeting-room", "sorting-hall"}
    assert shines == set(BACKDROPS) - closed
    assert warm not in backdrop_svg(Scenery("dyke", "night"), 1200, "light")


def test_indoors_the_weather_stays_outside() -> None:
    """Behind the window; the wall beside it is as it was."""
    dry, wet = (
        backdrop_svg(Scenery("meeting-room", "day", weather), 1200, "light")
        for weather in (None, "rain")
    )
    assert dry == wet  # it has no window
    drops = "#f2f6f8"
    dry, wet = (
        backdrop_svg(Scenery("room", "day", weather), 1200, "light") for weather in (None, "rain")
    )
    assert wet.count(drops) == 1 + dry.count(drops)


def test_what_lies_further_off_is_drawn_smaller_and_nearer_to_the_point_of_the_eye() -> None:
    eye = Eye(500, 400)
    assert eye.at(200, 600, 0) == (700, 600)
    assert eye.at(200, 600, 1) == (600, 500)
    assert eye.level(-100, 100, 600, (0, 1)) == "M400 600L450 500L550 500L600 600Z"
    assert eye.away(100, 200, 600, (0, 1)) == "M600 200L550 300L550 500L600 600Z"


@pytest.mark.slow
def test_places_are_the_same_each_time() -> None:
    assert backdrop_svg(Scenery("dunes"), 1777.5, "dark") == backdrop_svg(
        Scenery("dunes"), 1777.5, "dark"
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", BACKDROPS)
def test_no_place_has_more_shapes_than_can_be_drawn_at_once(name: str) -> None:
    """Nanosvg passes over the whole picture for each shape, so their number is what it costs."""
    drawn = backdrop_svg(Scenery(name), 2250, "dark")
    assert sum(count(drawn, shape) for shape in ("path", "rect", "ellipse")) <= 2500


@pytest.mark.slow
def test_places_and_things_differ_from_each_other() -> None:
    assert len({backdrop_svg(Scenery(name), 1200, "light") for name in BACKDROPS}) == len(BACKDROPS)
    assert len({prop_svg(kind) for kind in PROP_KINDS}) == len(PROP_KINDS)


def test_binders_of_several_rules_are_told_apart() -> None:
    binders = [prop_svg("binder", number=at) for at in range(13)]
    assert len(set(binders)) == 13
    colourless = {re.sub("#[0-9a-f]{6}", "", each) for each in binders}
    assert len(colourless) == 13  # and not by colour alone
    assert prop_svg("cup", number=3) == prop_svg("cup")


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
        ("voorjaarstulpen", "flower"),
        ("passenger-list", "list"),
        ("storingsboek", "book"),
        ("load-curve", "chart"),
        ("letter-box", "box"),
        ("flip-chart", "board"),
        ("ring-binder", "binder"),
        ("card-box", "index"),
        ("signature-card", "signature"),
        ("ship-bell", "bell"),
        ("label", "card"),
        ("delivery-note", "receipt"),
        ("sleutels", "keys"),
        ("xyzzy", "card"),
        ("", "card"),
    ],
)
def test_things_are_recognised_by_their_words(name: str, kind: str) -> None:
    assert prop_kind(name) == kind


@pytest.mark.slow
def test_no_thing_in_the_library_is_drawn_as_just_any_card() -> None:
    props = [name for path in LIBRARY for name in compiled_of(path).scenario.props]
    assert [name for name in props if prop_kind(name) == "card"] == []


@pytest.mark.slow
def test_what_happens_in_the_library_shows_what_it_is() -> None:
    """Black ice, flu and a first name that slipped out all had a newspaper beside them."""
    seen = {
        f"{path.stem} {name}": asked_for(drawing)
        for path in LIBRARY
        for scenario in [compiled_of(path).scenario]
        for name, event in scenario.script.events.items()
        if (drawing := drawing_of(scenario, event)) is not None
    }
    assert (seen["outsourcing frost"], seen["outsourcing liaison"]) == ("snowflake", "suitcase")
    assert seen["joint-venture bank-letter"] == "signature"
    assert [name for name, kind in seen.items() if kind == "newspaper"] == [
        "care-merger headline", "outsourcing portal-news"
    ]  # fmt: skip
    assert None not in seen.values()


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(KeyError):
        icon_svg("../props/pen", "#000000")


@pytest.mark.parametrize("size", [(1, 1), (20, 3), (1200, 90), (300, 400)])
def test_the_table_fits_any_size(size: tuple[int, int]) -> None:
    assert faults(table_svg(*size, "#b9835a", "#8f5f3c", 18)) == []


def test_the_envelope_is_drawn_in_the_colours_it_is_given() -> None:
    drawn = envelope_svg(200, Stationery("#111111", "#222222", "#333333", "#444444"))
    assert faults(drawn) == []
    assert all(colour in drawn for colour in ("#111111", "#222222", "#333333", "#444444"))
