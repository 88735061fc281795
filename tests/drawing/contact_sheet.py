"""Every drawing on one page, to be looked at: `python -m tests.drawing.contact_sheet OUT.html`."""

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from engine.scenario.scenery import Scenery
from engine.scenario.schema import Looks
from game.drawing.backdrops import BACKDROPS, backdrop_svg
from game.drawing.colours import TONES, Tone
from game.drawing.icons import ICONS, icon_svg
from game.drawing.people.beards import BEARDS
from game.drawing.people.hair import HAIR_STYLES
from game.drawing.people.outfit import GARMENTS
from game.drawing.portraits import EXPRESSIONS, portrait_svg
from game.drawing.props import PROP_KINDS, prop_svg
from game.drawing.svg import embedded

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
_PAPER: dict[Tone, str] = {"light": "#ece8df", "dark": "#161e28"}
_INK: dict[Tone, str] = {"light": "#14202b", "dark": "#eef3f6"}


def people(tone: Tone) -> Iterator[str]:
    """The cast in every mood, then every hair style, garment and beard."""
    for name, looks in CAST.items():
        for expression in EXPRESSIONS:
            yield portrait_svg(looks, expression, tone, name)
    for style in HAIR_STYLES:
        looks = Looks(age=40, hair="brown", hair_style=style, skin="fair", clothing="jumper")
        yield portrait_svg(looks, "warm", tone, style)
    for garment in GARMENTS.values():
        looks = Looks(age=40, hair_style="short", hair="brown", clothing=garment.words[0])
        yield portrait_svg(looks, "open", tone, garment.words[0])
    for beard in BEARDS:
        yield portrait_svg(Looks(age=45, hair="auburn", beard=beard), "amused", tone, beard)


def page() -> str:
    """The whole page: in each tone places, people, things and icons."""
    number, parts = count(), []
    for tone in TONES:
        rows: tuple[tuple[int, Iterator[str]], ...] = (
            (480, (backdrop_svg(Scenery(name), 1600, tone) for name in BACKDROPS)),
            (120, people(tone)),
            (90, (prop_svg(kind, tone) for kind in PROP_KINDS)),
            (30, (icon_svg(name, _INK[tone]) for name in ICONS)),
        )
        for width, drawings in rows:
            shown = "".join(embedded(each, f"d{next(number)}") for each in drawings)
            parts.append(f'<div style="--w:{width}px;background:{_PAPER[tone]}">{shown}</div>')
    style = "div{padding:1em}svg{width:var(--w);height:auto;margin:4px}"
    return f'<!doctype html><meta charset="utf-8"><style>{style}</style>{"".join(parts)}\n'


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
