"""Faces differ, react, and stay the same for the same person; words mean what they say."""

import re
from itertools import combinations
from typing import get_args

import pytest

from engine.play.view.records import Mood
from engine.scenario.schema import Looks
from game.drawing.colours import channels
from game.drawing.looks import LOOK_FIELDS, look_words, unknown_looks
from game.drawing.people.casting import cast
from game.drawing.people.hair import HAIR_STYLES
from game.drawing.people.outfit import GARMENTS
from game.drawing.portraits import EXPRESSIONS, MOODS, portrait_svg
from tests.drawing.contact_sheet import CAST
from tests.drawing.reading import count, faults


def test_every_mood_that_a_view_can_report_has_an_expression_of_its_own() -> None:
    assert set(MOODS) == set(get_args(Mood))
    assert len(set(MOODS.values())) == len(MOODS)
    assert set(MOODS.values()) <= set(EXPRESSIONS)


def test_each_expression_is_another_drawing() -> None:
    drawn = {portrait_svg(CAST["Anja"], mood, "light", "Anja") for mood in EXPRESSIONS}
    assert len(drawn) == len(EXPRESSIONS)


def test_what_the_looks_leave_open_depends_on_the_name() -> None:
    faces = {portrait_svg(Looks(), "neutral", "light", name) for name in ("An", "Bo", "Cas", "Di")}
    assert len(faces) == 4


def test_the_same_words_give_the_same_text() -> None:
    first, second = (portrait_svg(CAST["Soraya"], "warm", "dark", "Soraya") for _ in range(2))
    assert first == second


def test_the_evening_is_darker_than_the_day() -> None:
    day, evening = (
        [
            sum(channels(c))
            for c in re.findall("#[0-9a-f]{6}", portrait_svg(CAST["Anja"], "open", t))
        ]
        for t in ("light", "dark")
    )
    assert sum(evening) / len(evening) < 0.92 * sum(day) / len(day)


def test_age_shows() -> None:
    young, old = (Looks(age=age, hair="grey", hair_style="short", skin="light") for age in (30, 80))
    assert count(portrait_svg(old, "neutral"), "path") > count(
        portrait_svg(young, "neutral"), "path"
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
    assert getattr(cast(dutch), drawn) == getattr(cast(english), drawn) is not None


def test_unknown_words_are_told_and_drawn_plainly() -> None:
    looks = Looks(
        hair="brown", hair_style="beehive", skin="#c08a60", clothing="navy toga and a tie",
        beard="walrus", headscarf="tartan",
    )  # fmt: skip
    assert unknown_looks(looks) == [
        ("hair_style", "beehive"), ("clothing", "toga"), ("beard", "walrus"),
        ("headscarf", "tartan"),
    ]  # fmt: skip
    assert faults(portrait_svg(looks, "neutral")) == []


@pytest.mark.parametrize(
    ("words", "is_soft"),
    [
        ("broad-shouldered navy", False), ("breedgeschouderd marineblauw", False),
        ("slender navy", True), ("tenger, marineblauw", True),
    ],
)  # fmt: skip
def test_how_somebody_is_built_can_be_said(words: str, is_soft: bool) -> None:
    names = ("Bas", "Tobias", "Emre", "Ans", "Noor", "Kim", "Jo", "Sam")
    assert {cast(Looks(age=40, clothing="navy"), name).is_soft for name in names} == {True, False}
    assert {cast(Looks(age=40, clothing=words), name).is_soft for name in names} == {is_soft}


def test_misspelt_words_are_understood() -> None:
    assert unknown_looks(Looks(hair="blondee", hair_style="ponytale", clothing="cardigann")) == []


@pytest.mark.parametrize(("written", "drawn"), [("#123456", "#123456"), ("#1a5", "#11aa55")])
def test_hexadecimal_colours_reach_the_drawing(written: str, drawn: str) -> None:
    looks = Looks(clothing=f"{written} tee", hair_style="bald")
    assert unknown_looks(looks) == []
    assert drawn in portrait_svg(looks, "neutral")


@pytest.mark.parametrize("written", ["no", "geen", "None"])
def test_who_has_no_beard_has_none(written: str) -> None:
    assert cast(Looks(beard=written, headscarf=written)).beard is None
    assert cast(Looks(beard=written, headscarf=written)).headscarf is None


@pytest.mark.slow
@pytest.mark.parametrize("field", LOOK_FIELDS)
def test_every_listed_word_is_known(field: str) -> None:
    words = look_words(field)
    assert len(words) > 10
    for word in words:
        looks = Looks.model_validate({"age": 45, field: word})
        assert unknown_looks(looks) == []
        assert faults(portrait_svg(looks, "neutral")) == []


def test_every_word_of_a_style_and_of_a_garment_asks_for_it() -> None:
    for name, style in HAIR_STYLES.items():
        assert {cast(Looks(hair_style=word)).style for word in style.words} == {name}
    for name, garment in GARMENTS.items():
        assert {cast(Looks(clothing=word)).clothing.garment for word in garment.words} == {name}


def test_styles_and_garments_are_drawn_each_in_their_own_way() -> None:
    styles = {name: portrait_svg(Looks(age=40, hair_style=name), "open") for name in HAIR_STYLES}
    for one, other in combinations(styles, 2):
        assert styles[one] != styles[other], (one, other)
