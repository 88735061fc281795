"""Pages of the workshop: templates filled with words in the reader's language."""

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from engine.scenario.vocabulary import LANGUAGES, Language
from game.web.doors import open_room_of, person_of
from game.web.templates import render
from game.words import Words, words_in


def language_of(request: Request) -> Language:
    """What the reader chose, or else what the browser asks for, or else what the room speaks."""
    room = open_room_of(request)
    person = person_of(request, room.room) if room else None
    if person is not None:
        return person.language
    asked = request.query_params.get("lang") or request.cookies.get("lang") or _asked(request)
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


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page from that template."""
    room = open_room_of(request)
    words = values.pop("words", None) or words_of(request)
    text = render(template, words=words, code=room.code if room else "", **values)
    return HTMLResponse(text, status)
