"""Faces are there, differ, react, and stay what they are."""

import re
from itertools import combinations
from typing import get_args

import numpy as np
import pygame
import pytest

from engine.play.view.records import Mood
from engine.scenario.schema import Looks
from game.window.drawing import (
    EXPRESSIONS,
    MOODS,
    TONES,
    Tone,
    look_words,
    portrait,
    portrait_svg,
    unknown_looks,
)  # fmt: skip
from game.window.drawing.colours import channels
from game.window.drawing.contact_sheet import CAST
from game.window.drawing.person import person
from game.window.drawing.svg import render
from game.window.drawing.words import BEARD_KINDS, GARMENT_KINDS, STYLES


def ink(picture: pygame.Surface) -> float:
    """The share of the picture that is not transparent."""
    return pygame.mask.from_surface(picture).count() / (picture.get_width() * picture.get_height())


def pixels(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGBA")


def differing(one: pygame.Surface, other: pygame.Surface) -> int:
    """How many pixels of the two differ clearly, in any channel."""
    first, second = (
        np.frombuffer(pixels(each), np.uint8).reshape(-1, 4).astype(np.int16)
        for each in (one, other)
    )
    return int((np.abs(first - second) > 24).any(axis=1).sum())


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("style", STYLES)
def test_every_hair_style_is_a_person(style: str, tone: Tone) -> None:
    drawn = portrait(Looks(age=40, hair_style=style), "open", 120, tone)
    assert drawn.get_size() == (100, 120)
    assert 0.3 < ink(drawn) < 0.95


def test_hair_styles_differ_from_each_other() -> None:
    drawn = {
        style: portrait(
            Looks(age=40, hair="brown", skin="light", hair_style=style, clothing="blue shirt tie"),
            "neutral", 150,
        )
        for style in STYLES
    }  # fmt: skip
    for one, other in combinations(STYLES, 2):
        assert differing(drawn[one], drawn[other]) > 60, (one, other)


@pytest.mark.parametrize("who", CAST)
def test_each_expression_shows_on_each_face(who: str) -> None:
    drawn = {mood: portrait(CAST[who], mood, 150, "light", who) for mood in EXPRESSIONS}
    for one, other in combinations(EXPRESSIONS, 2):
        assert differing(drawn[one], drawn[other]) > 60, (one, other)


def test_every_mood_that_a_view_can_report_has_an_expression_of_its_own() -> None:
    assert set(MOODS) == set(get_args(Mood))
    assert len(set(MOODS.values())) == len(MOODS)
    assert set(MOODS.values()) <= set(EXPRESSIONS)


@pytest.mark.parametrize("garment", GARMENT_KINDS)
def test_no_garment_looks_like_another(garment: str) -> None:
    def dressed(word: str) -> pygame.Surface:
        return portrait(Looks(age=40, skin="tan", hair_style="short", clothing=word), "open", 120)

    words = {"vest": "hi-vis"}
    mine = dressed("green " + words.get(garment, garment))
    others = [dressed("green " + words.get(g, g)) for g in GARMENT_KINDS if g != garment]
    assert all(differing(mine, other) > 40 for other in others)


def test_beards_differ_and_none_means_none() -> None:
    def bearded(beard: str | None) -> pygame.Surface:
        looks = Looks(age=40, skin="tan", hair="black", hair_style="short", clothing="blue suit")
        return portrait(looks.model_copy(update={"beard": beard}), "neutral", 150, "light", "A")

    for one, other in combinations(BEARD_KINDS, 2):
        assert differing(bearded(one), bearded(other)) > 20, (one, other)


def test_what_the_looks_leave_open_depends_on_the_name() -> None:
    faces = {portrait_svg(Looks(), "neutral", "light", name) for name in ("An", "Bo", "Cas", "Di")}
    assert len(faces) == 4


def test_the_same_words_give_the_same_bytes() -> None:
    looks = CAST["Soraya"]
    first, second = (portrait_svg(looks, "warm", "dark", "Soraya") for _ in range(2))
    assert first == second
    once = pixels(portrait(looks, "warm", 200, "dark", "Soraya"))
    render.cache_clear()
    assert pixels(render(first, (167, 200))) == once


def test_the_evening_is_darker_than_the_day() -> None:
    def light(tone: Tone) -> float:
        colours = re.findall("#[0-9a-f]{6}", portrait_svg(CAST["Anja"], "open", tone, "Anja"))
        return sum(sum(channels(colour)) for colour in colours) / len(colours)

    assert light("dark") < 0.92 * light("light")


def test_age_shows() -> None:
    young, old = (Looks(age=age, hair="grey", hair_style="short", skin="light") for age in (30, 80))
    assert portrait_svg(old, "neutral").count("<path") > portrait_svg(young, "neutral").count(
        "<path"
    )


@pytest.mark.parametrize(
    ("field", "nl", "en"),
    [
        ("hair", "grijs", "grey"),
        ("hair", "donkerblond", "dark blonde"),
        ("skin", "licht", "light"),
        ("hair_style", "knotje", "bun"),
        ("beard", "snor", "moustache"),
        ("headscarf", "groen", "green"),
        ("clothing", "groene trui", "green jumper"),
    ],
)
def test_a_word_means_the_same_in_dutch_and_english(field: str, nl: str, en: str) -> None:
    dutch, english = (Looks.model_validate({field: words}) for words in (nl, en))
    assert unknown_looks(dutch) == unknown_looks(english) == []
    drawn = "style" if field == "hair_style" else field
    assert getattr(person(dutch), drawn) == getattr(person(english), drawn) is not None


def test_unknown_words_are_told_and_drawn_plainly() -> None:
    looks = Looks(
        hair="brown", hair_style="beehive", skin="#c08a60", clothing="navy toga and a tie",
        beard="walrus", headscarf="tartan",
    )  # fmt: skip
    assert unknown_looks(looks) == [
        "hair_style: beehive",
        "clothing: toga",
        "beard: walrus",
        "headscarf: tartan",
    ]
    assert ink(portrait(looks, "neutral", 120)) > 0.3


def test_misspelt_words_are_understood() -> None:
    assert unknown_looks(Looks(hair="blondee", hair_style="ponytale", clothing="cardigann")) == []


def test_hexadecimal_colours_reach_the_drawing() -> None:
    drawn = portrait_svg(Looks(clothing="#123456 tee", hair_style="bald"), "neutral")
    assert "#123456" in drawn


@pytest.mark.parametrize("field", ["hair", "hair_style", "skin", "clothing", "beard", "headscarf"])
def test_every_listed_word_is_known(field: str) -> None:
    words = look_words(field)
    assert len(words) > 10
    for word in words:
        assert unknown_looks(Looks.model_validate({field: word})) == []
        svg = portrait_svg(Looks.model_validate({"age": 45, field: word}), "neutral")
        assert "url(#" in svg


def test_a_warm_portrait_is_the_same_picture() -> None:
    one, two = (portrait(CAST["Mei"], "open", 240, "light", "Mei") for _ in range(2))
    assert one is two
