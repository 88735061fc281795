"""Whatever an author can name has its picture in the guide."""

import re

import pygame
import pytest

from engine.scenario.schema import Looks
from engine.scenario.vocabulary import HOURS, WEATHERS
from game.drawing.backdrops import BACKDROPS
from game.drawing.gallery import Tile, gallery, told
from game.drawing.looks import look_words, unknown_looks
from game.drawing.people.beards import BEARDS
from game.drawing.people.hair import HAIR_STYLES
from game.drawing.people.outfit import GARMENTS
from game.drawing.people.words import ACCESSORIES, CLOTH_COLOURS, HAIR_COLOURS, SKINS
from game.window.gallery import sheets
from tests.conftest import ROOT
from tests.window.test_pictures import SHARE, different

FOLDER = ROOT / "scenarios/gallery"
GUIDES = ("README.md", "README.nl.md")


def shown(name: str) -> set[str]:
    """The words with a picture, behind that name."""
    groups = [group for sheet in gallery().values() for group in sheet]
    return {tile.word for group in groups if name in group.name for tile in group.tiles}


def test_every_place_is_in_it() -> None:
    assert shown("backdrop") == set(BACKDROPS)


def test_every_hour_and_weather_is_in_it() -> None:
    assert shown("hour") == set(HOURS)
    assert shown("weather") == set(WEATHERS)


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("clothing", [each.words for each in GARMENTS.values()]),
        ("hair_style", [each.words for each in HAIR_STYLES.values()]),
        ("beard", list(BEARDS.values())),
    ],
)
def test_whatever_is_drawn_is_in_it(name: str, ways: list[tuple[str, ...]]) -> None:
    assert all(set(words) & shown(name) for words in ways)


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("clothing", ACCESSORIES), ("clothing", CLOTH_COLOURS), ("headscarf", CLOTH_COLOURS),
        ("hair", HAIR_COLOURS), ("skin", SKINS),
    ],
)  # fmt: skip
def test_whatever_has_a_colour_is_in_it(name: str, table: dict[str, str]) -> None:
    assert {table[word] for word in shown(name) & set(table)} == set(table.values())


def test_each_word_gives_that_picture() -> None:
    for sheet in gallery().values():
        for group in sheet:
            for tile in group.tiles:
                assert tile.looks is None or unknown_looks(tile.looks) == []
                assert not group.name.startswith("hair") or tile.word in look_words(group.name)


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guide_shows_every_sheet_and_says_what_is_on_it(guide: str) -> None:
    text = (ROOT / "scenarios" / guide).read_text(encoding="utf-8")
    found = dict(re.findall(r"^!\[(.*)\]\(gallery/([a-z]+)\.png\)$", text, re.MULTILINE))
    assert found == {told(sheet): name for name, sheet in gallery().items()}


@pytest.mark.slow  # it draws
def test_the_sheets_are_as_the_command_draws_them() -> None:
    made = dict(sheets())
    assert {f"{name}.png" for name in made} == {path.name for path in FOLDER.iterdir()}
    for name, surface in made.items():
        path = FOLDER / f"{name}.png"
        assert path.stat().st_size < 500_000
        kept = pygame.image.load(str(path))
        assert kept.get_size() == surface.get_size(), f"main.py gallery --out {FOLDER} --overwrite"
        assert different(surface, kept).mean() <= SHARE


def test_a_picture_that_is_missing_is_noticed() -> None:
    assert Tile("moon").word not in shown("backdrop")
    assert unknown_looks(Looks(clothing="moon")) == [("clothing", "moon")]
