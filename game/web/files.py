"""All that a page asks for by address: style, fonts and drawings."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from engine.scenario.schema import Scenario
from game.assets import ASSETS
from game.theme import COLOURS, THEMES, theme
from game.web.markup import fill
from game.web.pictures import drawn

STYLE = "static/style.css"
STATIC = Path(__file__).parent / "static"
_OWN = frozenset(path.name for path in STATIC.iterdir())
# A page of a day ago may ask for what has changed since: it is asked again each time.
AGAIN = {"cache-control": "no-cache"}
KEPT = {"cache-control": "private, max-age=86400"}
FONTS = {
    f"static/fonts/{path.name}": path for path in sorted((ASSETS / "fonts").glob("*.ttf"))
}  # fmt: skip
# What a page may load, and from where: nothing but what is served here, and no script of its own.
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class Served(NamedTuple):
    """A file, and what kind of file it is."""

    kind: str
    content: bytes


def served(scenario: Scenario | None, address: str) -> Served | None:
    """The file at that address, as pages name it; None where there is none.

    scenario: of the play whose page asks; without one there are no drawings.
    """
    if address == STYLE:
        return Served("text/css; charset=utf-8", style().encode())
    if address in FONTS:
        return Served("font/ttf", FONTS[address].read_bytes())
    drawing = drawn(scenario, address) if scenario is not None else None
    return Served("image/svg+xml", drawing.encode()) if drawing is not None else None


async def static(request: Request) -> Response:
    """Answers with the style, a font or our script, by the `name` in the address."""
    name = request.path_params["name"]
    found = served(None, f"static/{name}")
    if found is not None:
        kept = KEPT if name.startswith("fonts/") else AGAIN
        return Response(found.content, media_type=found.kind, headers=kept)
    if name in _OWN:
        return FileResponse(STATIC / name, headers=AGAIN)
    return Response(status_code=404)


@cache
def style() -> str:
    """The style of all pages, with the colours of the themes."""
    themes = {name: theme(name) for name in THEMES}
    return str(fill("style.css", colours=COLOURS, themes=themes))
