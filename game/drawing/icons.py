"""Line icons of one family: each is a drawing in `assets/icons`, in one colour."""

from game.drawing.files import asset, names
from game.drawing.svg import document

SIZE = 24  # units, both ways
ICONS: tuple[str, ...] = names("icons")


def icon_content(name: str, colour: str) -> str:
    """An icon as a group of 24 units square; a name that is not in `ICONS` raises KeyError."""
    return asset("icons", name).content.replace("currentColor", colour)


def icon_svg(name: str, colour: str) -> str:
    """An icon in one colour (`#rrggbb`, or whatever a page understands)."""
    return document(SIZE, SIZE, icon_content(name, colour))
