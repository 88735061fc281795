"""What a seat sees of a play: one scrolling page, with its choice as a form at the end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from engine.play.view.records import Room, View
from game.pages.kinds import ChoicePage, EndingPage, MovePage, OptionPage, Page, TrustPage
from game.presenters.page import Cast, first_up, points
from game.web.markup import fill
from game.web.pictures import Picture, across, gathering
from game.web.questions import Back, sheet
from game.web.story import Part, said, sections


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


def play_html(
    cast: Cast, pages: Sequence[Page], back: Back | None = None, *,
    hidden: Mapping[str, str] | None = None, asks: bool = True, party: Markup | None = None,
    go: str = "", is_locked: bool = False, waiting: str = "",
) -> Markup:  # fmt: skip
    """The pages as one: the place, what happened as a story, and the choice as a form.

    Where it is asked how far the seat trusts the others, what comes after waits for the answer.
    back: a form that was not taken. hidden: fields that whoever serves it wants to have back.
    asks: whether whoever looks may choose; if not, the page only tells. is_locked: the form is
    there to be read, and another sends it. party: what stands between the story and the form. go:
    what is on the button instead; waiting: what is said while others choose.
    """
    shown = up_to_question(pages)
    last = shown[-1] if shown else None
    form = None
    if asks and isinstance(last, ChoicePage | TrustPage):
        form = sheet(cast, last, back or Back())
        form = replace(form, go=go or form.go) if isinstance(last, ChoicePage) else form
    return fill(
        "play.html",
        words=cast.words,
        place=_place(cast, last) if last is not None else None,
        sections=[section for page in shown for section in sections(cast, page)],
        before=tuple(_before(cast, last)),
        sheet=form,
        hidden=hidden or {},
        party=party,
        is_locked=is_locked and isinstance(last, ChoicePage),
        waiting=waiting or cast.words("web.waiting.text"),
        waits=form is None and not isinstance(last, EndingPage),
    )


def up_to_question(pages: Sequence[Page]) -> Sequence[Page]:
    """The pages up to the first that asks something."""
    for at, page in enumerate(pages):
        if isinstance(page, ChoicePage | TrustPage):
            return pages[: at + 1]
    return pages


def _before(cast: Cast, page: Page | None) -> Iterator[Part]:
    """What is said just before the choice and belongs to it."""
    match page:
        case OptionPage(question=question) if question is not None:
            yield said(cast, page, question)
        case _:
            return


def _place(cast: Cast, page: Page) -> Place:
    room, view = page.room, page.view
    name = first_up(cast.words.of(room.decor.name))
    return Place(name, gathering(room, view), tuple(_plates(cast, room, view, page)))


def _plates(cast: Cast, room: Room, view: View | None, page: Page) -> Iterator[Plate]:
    moods = {other.id: other.mood for other in (view.others if view else room.parties)}
    leads = {party.roles[0].address for party in room.parties if party.roles}
    # How far they are trusted is asked before the figures are seen.
    trust = view.gauges.trust if view and not isinstance(page, TrustPage) else {}
    told = page.told if isinstance(page, MovePage) else None
    speaker = told.speaker.address if told and told.speaker else None
    for role in across(room, view):
        party = role.address.partition(".")[0]
        share = trust.get(party) if role.address in leads else None
        mood = cast.words(f"mood-word.{moods[party]}") if party in moods else ""
        level = points(share) if share is not None else None
        title = cast.words.of(role.title)
        yield Plate(role.name, title, mood, level, role.address == speaker)
