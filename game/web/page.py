"""Whole pages: a shell with a header, the main part, and what is at hand beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from engine.play.view.records import Room
from game.pages.kinds import Page, TrustPage
from game.presenters.page import Cast
from game.presenters.table import moment_head, round_head
from game.web.files import STYLE
from game.web.hand import Hand, hand_html
from game.web.markup import fill
from game.web.play import play_html, up_to_question
from game.web.questions import Back
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
    head: Markup | None = None, kind: str = "seat", root: str = "",
) -> str:  # fmt: skip
    """A whole page. news: read aloud by a screen reader; head: what else belongs in its head.

    kind: of page, for its look. root: from its address to where the files are.
    """
    filled = fill(
        "page.html", words=words, header=header, main=main, aside=aside, news=news,
        style=root + STYLE, extra=head, kind=kind,
    )  # fmt: skip
    return str(filled)


def seat_page(
    cast: Cast, seat: str, room: Room, pages: Sequence[Page], hand: Hand, *,
    back: Back | None = None, hidden: Mapping[str, str] | None = None, asks: bool = True,
    news: str = "", head: Markup | None = None,
) -> str:  # fmt: skip
    """The whole page of a seat: its play, and beside it what is at hand. See `play_html`.

    room: where the talks are now.
    """
    shown = up_to_question(pages)
    is_asked = bool(shown) and isinstance(shown[-1], TrustPage)
    # How far the seat trusts the others is asked before it sees any figure.
    return page_html(
        cast.words,
        header_of(cast, shown[-1].room if shown else room, seat),
        play_html(cast, pages, back, hidden=hidden, asks=asks),
        aside=hand_html(cast, hand, has_numbers=not is_asked),
        news=news,
        head=head,
    )


def header_of(cast: Cast, room: Room, seat: str) -> Header:
    """The header of a play for that seat."""
    words = cast.words
    names = [words.of(name) for name in room.phases]
    steps = [Step(name, at == len(names)) for at, name in enumerate(names, start=1)]
    in_moment = room.stage in ("differences", "bottlenecks", "alternatives", "decision")
    where = moment_head(cast, room) if in_moment else round_head(cast, room)
    return Header(words.of(room.title), cast.party(seat), steps, where)
