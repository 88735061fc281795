"""Everything that an author can name in `backdrop`, `looks` and `drawing`, on sheets."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from engine.scenario.scenery import Scenery
from engine.scenario.schema import Looks
from engine.scenario.vocabulary import HOURS, WEATHERS
from game.drawing.backdrops import BACKDROPS
from game.drawing.people.beards import BEARDS
from game.drawing.people.hair import HAIR_STYLES
from game.drawing.people.outfit import GARMENTS
from game.drawing.people.words import ACCESSORIES, CLOTH_COLOURS, HAIR_COLOURS, SKINS
from game.drawing.props import PROP_KINDS


class Tile(NamedTuple):
    """A picture and the word that gives it: of a person, a colour, a place or a thing."""

    word: str
    looks: Looks | None = None
    colour: str | None = None  # as `#rrggbb`
    scenery: Scenery | None = None
    thing: str | None = None


class Group(NamedTuple):
    """The pictures of the words that can stand behind one name."""

    name: str
    tiles: tuple[Tile, ...]


Sheet = tuple[Group, ...]
# They show on a shirt.
_PATTERNS = frozenset({"striped", "checked"})
_OUTSIDE = "harbour"  # where the hour and the weather can be seen well


def gallery() -> Mapping[str, Sheet]:
    """The sheets by their names, each with its pictures in order."""
    return {
        "places": (
            Group("backdrop", tuple(Tile(each, scenery=Scenery(each)) for each in BACKDROPS)),
        ),
        "weather": (
            Group("hour", tuple(Tile(each, scenery=Scenery(_OUTSIDE, each)) for each in HOURS)),
            Group(
                "weather",
                tuple(Tile(each, scenery=Scenery(_OUTSIDE, None, each)) for each in WEATHERS),
            ),
        ),
        "things": (Group("drawing", tuple(Tile(each, thing=each) for each in PROP_KINDS)),),
        "clothes": (
            Group("clothing", tuple(_clothes())),
            Group("clothing, headscarf", tuple(_colours())),
        ),
        "faces": tuple(Group(name, tuple(tiles)) for name, tiles in _faces()),
    }


def told(sheet: Sheet) -> str:
    """The words on a sheet, for who can't see it."""
    return "; ".join(
        f"{group.name}: {', '.join(tile.word for tile in group.tiles)}" for group in sheet
    )


def _clothes() -> Iterator[Tile]:
    for garment in GARMENTS.values():
        word = garment.words[0]
        looks = Looks(age=38, hair="brown", hair_style="short", skin="fair", clothing=word)
        yield Tile(word, looks)
    for word in _each_once(ACCESSORIES):
        worn = f"blue shirt {word}" if word in _PATTERNS else f"sand {word}"
        looks = Looks(age=44, hair="black", hair_style="bun", skin="brown", clothing=worn)
        yield Tile(word, looks)


def _colours() -> Iterator[Tile]:
    return (Tile(word, colour=CLOTH_COLOURS[word]) for word in _each_once(CLOTH_COLOURS))


def _faces() -> Iterator[tuple[str, Iterable[Tile]]]:
    def tile(word: str, **looks: Any) -> Tile:
        plain = {"age": 38, "hair": "dark", "hair_style": "short", "skin": "light"}
        return Tile(word, Looks(**{**plain, "clothing": "grey jumper", **looks}))

    styles = (style.words[0] for style in HAIR_STYLES.values())
    beards = (words[0] for words in BEARDS.values())
    yield "hair_style", (tile(each, hair_style=each) for each in styles)
    yield "hair", (tile(each, hair=each, hair_style="wavy") for each in _each_once(HAIR_COLOURS))
    yield "skin", (tile(each, skin=each) for each in _each_once(SKINS))
    yield "beard", (tile(each, beard=each) for each in beards)
    yield "glasses", (tile("yes", glasses=True),)
    yield "headscarf", (tile("yes", headscarf="yes"),)


def _each_once(words: Mapping[str, str]) -> Iterator[str]:
    """Of the words that give the same, the first."""
    first: dict[str, str] = {}
    for word, meaning in words.items():
        first.setdefault(meaning, word)
    return iter(first.values())
