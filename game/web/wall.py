"""The projector: what everybody in the room may see, as large as the wall."""

from collections.abc import Sequence
from typing import NamedTuple

import segno
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from game.presenters.page import Cast
from game.web.debriefing import wall_html
from game.web.pages import page, title_of
from game.web.play import looking_on_html
from game.words import Words, words_in
from game.workshop.hall import OpenRoom
from game.workshop.overview import Overview, overview


class OnWall(NamedTuple):
    """A table on the wall: where it is and how many have sealed, and nothing of what."""

    seen: Overview
    phase: str
    sealed: int
    parties: int


async def show(request: Request, open_room: OpenRoom) -> Response:
    """What the trainer has put on the wall."""
    await open_room.read_all()
    words = words_in(open_room.room.opened.language)
    room = open_room.room
    showing = room.showing
    return page(
        request, "wall.html", kind="wall", news="wall/news", words=words, showing=showing,
        title=title_of(open_room, words), room=room, address=open_room.address,
        parties=open_room.scenario.scenario.parties,
        qr=qr(open_room.address) if showing.what == "join" else None,
        tables=_tables(open_room, words) if showing.what == "tables" else (),
        story=_story(open_room, words) if showing.what == "table" else None,
        debrief=wall_html(open_room, words) if showing.what == "debrief" else None,
    )  # fmt: skip


def qr(address: str) -> Markup:
    """The address as a picture to scan, to be read by any camera."""
    code = segno.make(address, error="m", micro=False)
    return Markup(
        code.svg_inline(dark="#000000", border=0, omitsize=True, svgclass="qr", lineclass=None)
    )


def _tables(open_room: OpenRoom, words: Words) -> Sequence[OnWall]:
    room, now = open_room.room, open_room.now()
    found = (overview(room, open_room.table(n), now) for n in range(1, room.tables + 1))
    return [
        OnWall(
            seen, words.of(seen.place.phase_name),
            sum(not each.is_waited_for for each in seen.sittings), len(seen.sittings),
        )
        for seen in found
        if seen.state != "empty"
    ]  # fmt: skip


def _story(open_room: OpenRoom, words: Words) -> Markup | None:
    """The reveal of one table, while everybody who plays there agrees."""
    number = open_room.room.showing.table
    if number is None:
        return None
    table = open_room.table(number)
    if not overview(open_room.room, table, open_room.now()).agrees:
        return None
    return looking_on_html(Cast.of(open_room.compiled, words), table.public, waits=False)
