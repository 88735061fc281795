"""Whole pages: a shell with a header, the main part, and what is at hand beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from engine.play.view.records import Room
from game.presenters.page import Cast
from game.presenters.table import moment_head, round_head
from game.web.files import STYLE
from game.web.markup import fill
from game.words import Words


@dataclass(frozen=True, slots=True)
class Step:
    """A phase that the talks have come to."""

    name: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class Header:
    """What stands at the top: whose page it is, and where the talks are."""

    title: str
    note: str = ""
    steps: Sequence[Step] = ()
    where: str = ""


def page_html(
    words: Words, header: Header, main: Markup, *, aside: Markup | None = None, news: str = "",
    head: Markup | None = None, kind: str = "seat", root: str = "", is_news_heard: bool = False,
) -> str:  # fmt: skip
    """A whole page. news: read aloud by a screen reader; head: what else belongs in its head.

    is_news_heard: and not seen, where the page shows the same. kind: of page, for its look. root:
    from its address to where the files are.
    """
    filled = fill(
        "page.html", words=words, header=header, main=main, aside=aside, news=news,
        style=root + STYLE, extra=head, kind=kind, is_news_heard=is_news_heard,
    )  # fmt: skip
    return str(filled)


def header_of(cast: Cast, room: Room, seat: str) -> Header:
    """The header of a play for that seat."""
    words = cast.words
    names = [words.of(name) for name in room.phases]
    steps = [Step(name, at == len(names)) for at, name in enumerate(names, start=1)]
    in_moment = room.stage in ("differences", "bottlenecks", "alternatives", "decision")
    where = moment_head(cast, room) if in_moment else round_head(cast, room)
    return Header(words.of(room.title), cast.party(seat), steps, where)
