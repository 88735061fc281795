"""What a seat sees of a play: one scrolling page, with its choice as a form at the end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from engine.live_play import LivePlay
from engine.play.view.records import Room, View
from game.pages.director import pages_for_all
from game.pages.kinds import (
    ChangePage,
    ChoicePage,
    ConsequencePage,
    EndingPage,
    ExchangePage,
    MovePage,
    OptionPage,
    Page,
    RevealPage,
    ScriptEventPage,
    TrustPage,
)
from game.pictures import as_shown
from game.presenters.page import Cast, points
from game.presenters.table import spot_words
from game.web.markup import fill
from game.web.pictures import Picture, across, gathering
from game.web.questions import Back, sheet
from game.web.story import Part, said, sections

_OF_A_STEP = RevealPage | ExchangePage | ScriptEventPage | ChangePage | ConsequencePage


@dataclass(frozen=True, slots=True)
class Plate:
    """Who sits there, how they look, and how far the seat trusts their party."""

    name: str
    title: str
    mood: str
    trust: int | None
    speaks: bool


@dataclass(frozen=True, slots=True)
class Place:
    """The picture at the top of the page."""

    name: str
    picture: Picture
    plates: tuple[Plate, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """How a choice is asked.

    hidden: fields that whoever serves the form wants to have back. go: what is on the button
    instead. is_locked: the form is there to be read, and another sends it. is_open: whether there
    is a form at all. waiting: what is said while others choose; None: nobody is waited for.
    """

    hidden: tuple[tuple[str, str], ...] = ()
    go: str = ""
    is_locked: bool = False
    is_open: bool = True
    waiting: str | None = ""


def play_html(cast: Cast, pages: Sequence[Page], back: Back | None = None) -> Markup:
    """The pages as one: the place, what happened as a story, and the choice as a form.

    back: a form that was not taken.
    """
    shown = up_to_question(pages)
    return story_html(cast, shown) + ask_html(cast, shown, back)


def looking_on_html(cast: Cast, live: LivePlay, *, waits: bool = True) -> Markup:
    """The play as everybody may see it, for those who have nothing to choose.

    waits: whether to say that others choose.
    """
    shown = up_to_question(pages_for_all(live))
    return story_html(cast, shown) + ask_html(
        cast, shown, how=Asking(is_open=False, waiting="" if waits else None)
    )


def story_html(cast: Cast, shown: Sequence[Page]) -> Markup:
    """The place, and what happened; as far as `up_to_question`."""
    last, came = shown[-1] if shown else None, _came(shown)
    return fill(
        "story.html",
        words=cast.words,
        came=[section for page in shown[:came] for section in sections(cast, page)],
        place=_place(cast, last) if last is not None else None,
        sections=[section for page in shown[came:] for section in sections(cast, page)],
        before=tuple(_before(cast, last)),
    )


def ask_html(
    cast: Cast, shown: Sequence[Page], back: Back | None = None, how: Asking | None = None
) -> Markup:
    """The choice as a form, or what it is that the seat waits for."""
    how, last, form = how or Asking(), shown[-1] if shown else None, None
    if how.is_open and isinstance(last, ChoicePage | TrustPage):
        form = sheet(cast, last, back or Back())
        form = replace(form, go=how.go or form.go) if isinstance(last, ChoicePage) else form
    return fill(
        "ask.html",
        words=cast.words,
        sheet=form,
        hidden=how.hidden,
        is_locked=how.is_locked and isinstance(last, ChoicePage),
        waiting=how.waiting or cast.words("web.waiting.text"),
        waits=form is None and how.waiting is not None and not isinstance(last, EndingPage),
    )


def up_to_question(pages: Sequence[Page]) -> Sequence[Page]:
    """The pages up to the first that asks something: what comes after waits for the answer."""
    for at, page in enumerate(pages):
        if isinstance(page, ChoicePage | TrustPage):
            return pages[: at + 1]
    return pages


def _came(shown: Sequence[Page]) -> int:
    """How many of the pages tell of moves that lay sealed, and what came of them.

    They come before the place: people there look as they do since.
    """
    if not any(isinstance(page, RevealPage) and page.was_sealed for page in shown):
        return 0
    return max(at for at, page in enumerate(shown) if isinstance(page, _OF_A_STEP)) + 1


def _before(cast: Cast, page: Page | None) -> Iterator[Part]:
    """What is said just before the choice and belongs to it."""
    match page:
        case OptionPage(question=question) if question is not None:
            yield said(cast, page, question)
        case _:
            return


def _place(cast: Cast, page: Page) -> Place:
    room, view = page.room, page.view
    return Place(
        spot_words(cast.words, room),
        _drawing(cast, room, view),
        tuple(_plates(cast, room, view, page)),
    )


def _drawing(cast: Cast, room: Room, view: View | None) -> Picture:
    """Where it is found, with what is in it if it is the author's own."""
    found = gathering(room, view)
    if room.shows is None or as_shown(room.scenery.picture) is None:
        return found
    return found._replace(alt=cast.words.of(room.shows))


def _plates(cast: Cast, room: Room, view: View | None, page: Page) -> Iterator[Plate]:
    moods = {other.id: other.mood for other in (view.others if view else room.parties)}
    leads = {party.roles[0].address for party in room.parties if party.roles}
    # How far they are trusted is asked before the figures are seen.
    gauges = view.gauges if view and not isinstance(page, TrustPage) else None
    trust = gauges.trust if gauges is not None else {}
    told = page.told if isinstance(page, MovePage) else None
    speaker = told.speaker.address if told and told.speaker else None
    for role in across(room, view):
        party = role.address.partition(".")[0]
        share = trust.get(party) if role.address in leads else None
        mood = cast.words(f"mood-word.{moods[party]}") if party in moods else ""
        level = points(share) if share is not None else None
        title = cast.words.of(role.title)
        yield Plate(role.name, title, mood, level, role.address == speaker)
