"""Sheets with every drawing on them, to be looked at: `python -m ... OUT` writes them as PNG."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from engine.scenario.schema import Looks
from engine.scenario.vocabulary import BACKDROPS
from game.window.drawing.colours import TONES, Tone
from game.window.drawing.expression import EXPRESSIONS
from game.window.drawing.icons import ICONS, icon
from game.window.drawing.portraits import portrait
from game.window.drawing.props import PROP_KINDS, prop
from game.window.drawing.scenery import decor, table
from game.window.drawing.words import BEARD_KINDS, GARMENT_KINDS, STYLES

_PAPER: dict[Tone, tuple[int, int, int]] = {"light": (236, 232, 223), "dark": (22, 30, 40)}


def sheet(
    pictures: Iterable[pygame.Surface], columns: int, paper: tuple[int, int, int], gap: int = 8
) -> pygame.Surface:
    """The pictures in rows on one sheet, each in a cell as large as the largest."""
    shown = list(pictures)
    width = max(picture.get_width() for picture in shown) + gap
    height = max(picture.get_height() for picture in shown) + gap
    rows = -(-len(shown) // columns)
    page = pygame.Surface((columns * width + gap, rows * height + gap))
    page.fill(paper)
    for place, picture in enumerate(shown):
        page.blit(picture, (gap + place % columns * width, gap + place // columns * height))
    return page


CAST: dict[str, Looks] = {
    "Marleen": Looks(
        age=57, hair="blonde", hair_style="bob", skin="light", clothing="navy", glasses=True
    ),
    "Youssef": Looks(
        age=44, hair="black", hair_style="short", skin="medium", clothing="charcoal", beard="short"
    ),
    "Gerda": Looks(age=59, hair="grey", hair_style="short", skin="light", clothing="green"),
    "Hein": Looks(
        age=62, hair="white", hair_style="receding", skin="light", clothing="brown", beard="full"
    ),
    "Soraya": Looks(age=46, hair="black", hair_style="long", skin="brown", clothing="burgundy"),
    "Toon": Looks(
        age=81, hair="white", hair_style="bald", skin="light", clothing="cardigan", glasses=True
    ),
    "Fatima": Looks(age=38, skin="olive", headscarf="teal", clothing="sand blazer"),
    "Kwame": Looks(age=51, hair="black", hair_style="buzz", skin="dark", clothing="navy suit tie"),
    "Joyce": Looks(
        age=33, hair="black", hair_style="braids", skin="deep", clothing="nurse uniform"
    ),
    "Anja": Looks(
        age=49, hair="red", hair_style="curly", skin="pale freckled", clothing="ochre jumper"
    ),
    "Tomas": Looks(
        age=29, hair="brown", hair_style="undercut", skin="fair", clothing="shirt", beard="stubble"
    ),
    "Mei": Looks(age=41, hair="black", hair_style="fringe", skin="golden", clothing="cream blouse"),
}


def _cast(tone: Tone) -> Iterable[pygame.Surface]:
    return (
        portrait(looks, expression, 200, tone, name)
        for name, looks in CAST.items()
        for expression in EXPRESSIONS
    )


def _styles(tone: Tone) -> Iterable[pygame.Surface]:
    hairs = ("dark brown", "blonde", "black", "red", "grey")
    skins = ("fair", "olive", "brown", "light", "dark")
    for place, style in enumerate(STYLES):
        looks = Looks(
            age=30 + place * 2, hair=hairs[place % 5], hair_style=style,
            skin=skins[place * 2 % 5], clothing="jumper",
        )  # fmt: skip
        yield portrait(looks, "warm" if place % 2 else "neutral", 260, tone, style)


def _wardrobe(tone: Tone) -> Iterable[pygame.Surface]:
    for garment in GARMENT_KINDS:
        word = "hi-vis" if garment == "vest" else garment  # Dutch for a cardigan
        looks = Looks(age=40, hair_style="short", hair="brown", clothing=word)
        yield portrait(looks, "open", 240, tone, garment)
    for beard in BEARD_KINDS:
        yield portrait(Looks(age=45, hair="auburn", beard=beard), "amused", 240, tone, beard)


def portrait_sheets() -> dict[str, pygame.Surface]:
    """Every face, hair style, garment and beard, by the name of the sheet."""
    sheets: dict[str, pygame.Surface] = {}
    for tone in TONES:
        paper = _PAPER[tone]
        sheets[f"cast-{tone}"] = sheet(_cast(tone), len(EXPRESSIONS), paper)
        sheets[f"styles-{tone}"] = sheet(_styles(tone), 7, paper)
        sheets[f"wardrobe-{tone}"] = sheet(_wardrobe(tone), 7, paper)
    return sheets


def place_sheets() -> dict[str, pygame.Surface]:
    """Every place, with people at the table before it, by the name of the sheet."""
    sheets: dict[str, pygame.Surface] = {}
    for tone in TONES:
        scenes = [scene(name, (1024, 503), tone, place) for place, name in enumerate(BACKDROPS)]
        sheets[f"places-{tone}-1"] = sheet(scenes[:6], 2, _PAPER[tone])
        sheets[f"places-{tone}-2"] = sheet(scenes[6:], 2, _PAPER[tone])
    return sheets


def scene(backdrop: str, size: tuple[int, int], tone: Tone, start: int = 0) -> pygame.Surface:
    """A place with three to five of the cast behind the table."""
    page = decor(backdrop, size, tone).copy()
    width, height = size
    names = list(CAST)
    count = 3 + start % 3
    moods = list(EXPRESSIONS)
    for seat in range(count):
        name = names[(start * 2 + seat) % len(names)]
        face = portrait(
            CAST[name], moods[(start + seat) % len(moods)], int(height * 0.52), tone, name
        )
        x = width * (seat + 0.5) / count - face.get_width() / 2
        page.blit(face, (x, height * 0.72 - face.get_height()))
    top = table((width, int(height * 0.4)), tone)
    page.blit(top, (0, height - top.get_height()))
    return page


def thing_sheets() -> dict[str, pygame.Surface]:
    """Every icon and every thing, by the name of the sheet."""
    sheets: dict[str, pygame.Surface] = {}
    inks: dict[Tone, str] = {"light": "#14202b", "dark": "#eef3f6"}
    for tone in TONES:
        large = [icon(name, 72, inks[tone]) for name in ICONS]
        small = [icon(name, 20, inks[tone]) for name in ICONS]
        sheets[f"icons-{tone}"] = sheet(large, 12, _PAPER[tone], 20)
        sheets[f"icons-small-{tone}"] = sheet(small, 24, _PAPER[tone], 14)
        things = [prop(kind, 150, tone) for kind in PROP_KINDS]
        sheets[f"props-{tone}"] = sheet(things, 8, _PAPER[tone])
    return sheets


def write(folder: Path) -> list[Path]:
    """The files that were written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    pages = {**portrait_sheets(), **place_sheets(), **thing_sheets()}
    for name, page in pages.items():
        target = folder / f"{name}.png"
        pygame.image.save(page, target)
        written.append(target)
    return written


if __name__ == "__main__":
    for made in write(Path(sys.argv[1])):
        sys.stdout.write(f"{made}\n")
