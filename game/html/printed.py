"""A scenario as one page to print: in black and white, and each party's secrets on their own."""

from base64 import b64encode

from markupsafe import Markup

from engine.scenario.scenery import OwnPicture
from engine.scenario.schema import Looks
from game.drawing.colours import brightness, mix
from game.drawing.portraits import portrait_svg
from game.drawing.svg import embedded, recoloured
from game.html import render
from game.pictures import as_shown
from game.presenters.printed import Printed
from game.words import Words

# Chapters of which the entries are numbered, and referred to by others.
NUMBERED = ("script", "moves")


def page(script: Printed, words: Words) -> str:
    """The page, complete."""
    return render(
        "printed.html", words=words, title=f"{words('script.kind')}: {script.title}",
        script=script, portrait=portrait, photo=photo, numbers=_numbers(script),
    )  # fmt: skip


def _numbers(script: Printed) -> dict[str, str]:
    """The numbers by which phases and moves are found on paper, by id of the entry."""
    return {
        entry.id: f"{at}.{number}"
        for at, chapter in enumerate(script.chapters, start=1)
        if chapter.id in NUMBERED
        for number, entry in enumerate(chapter.entries, start=1)
    }


def portrait(looks: Looks, name: str, id: str) -> Markup:
    """Somebody's face in shades of grey. id: of the entry, which is unique on the page."""
    drawn = recoloured(portrait_svg(looks, "neutral", who=name), _grey)
    return Markup(embedded(drawn, f"face-{id}"))


def photo(picture: OwnPicture) -> str:
    """A picture of the author's own, as an address that holds all of it; empty if there is none."""
    made = as_shown(picture)
    return f"data:image/jpeg;base64,{b64encode(made).decode()}" if made else ""


def _grey(colour: str) -> str:
    return mix("#000000", "#ffffff", brightness(colour))
