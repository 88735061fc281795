"""Pages of the workshop: templates filled with words in the reader's language."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from engine.scenario.vocabulary import LANGUAGES, Language
from game.web.doors import open_room_of, person_of
from game.web.markup import fill
from game.web.page import Header, page_html
from game.words import Words, words_in
from game.workshop.hall import OpenRoom

# Each under its own name.
TONGUES: Mapping[Language, str] = {each: words_in(each)(f"language.{each}") for each in LANGUAGES}


def language_of(request: Request) -> Language:
    """What the reader chose, or else what the link or the browser asks for, or else the room's."""
    room = open_room_of(request)
    person = person_of(request, room.room) if room else None
    if person is not None:
        return person.language
    asked = request.query_params.get("lang") or _asked(request)
    spoken = room.room.opened.language if room else "nl"
    return next((each for each in LANGUAGES if each == asked), spoken)


def _asked(request: Request) -> str:
    """The first language that the browser asks for, of those we speak."""
    wanted = request.headers.get("accept-language", "")
    codes = (part.partition(";")[0].strip()[:2].lower() for part in wanted.split(","))
    return next((code for code in codes if code in LANGUAGES), "")


def words_of(request: Request) -> Words:
    """The words in the reader's language."""
    return words_in(language_of(request))


def title_of(open_room: OpenRoom, words: Words) -> str:
    """What is played in the room; of a rehearsal, that it is one."""
    title = words.of(open_room.scenario.scenario.title)
    return f"{title} · {words('rehearse.mark')}" if open_room.room.opened.rehearsal else title


def page(
    request: Request, template: str, status: int = 200, *, title: str = "", kind: str = "plain",
    news: str = "", aside: Markup | None = None, header: Header | None = None, **values: Any,
) -> HTMLResponse:  # fmt: skip
    """A page with that template as its main part. news: where it hears that something is new."""
    room = open_room_of(request)
    words = values.pop("words", None) or words_of(request)
    code = room.code if room else ""
    main = fill(template, words=words, code=code, title=title, **values)
    shown = header or Header(title or "Samenspel")
    text = page_html(
        words, shown, main, aside=aside, head=head_of(request, words, news), kind=kind,
        root=root_of(request),
    )  # fmt: skip
    return HTMLResponse(text, status)


def head_of(request: Request, words: Words, news: str = "") -> Markup:
    """What the pages of a workshop need besides: their script, and what it listens to."""
    return fill("head.html", words=words, news=news, root=root_of(request))


def root_of(request: Request) -> str:
    """From the address of the page back to that of the room, where the files are."""
    return "../" * max(0, request.url.path.count("/") - 2)
