"""The pages of the game as parts of a page in a browser: what happened, and what can be chosen."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from engine.play.view.records import Mood, Room
from game.pages.kinds import ArrivalPage, BriefingPage, ChoicePage, Page, TrustPage
from game.presenters.page import Cast, Line
from game.presenters.pages import lines
from game.presenters.trust import MOST_TRUST, trust_question
from game.web.form import Answers, Missing, form_of
from game.web.templates import render

# What is shown as a list, under one another.
_LISTED = ("detail", "number", "locked")


class Face(NamedTuple):
    """Whose portrait stands beside a line. own: of one's own party."""

    party: str
    role: str
    mood: Mood
    own: bool


class Told(NamedTuple):
    """A line as it is shown, with the face of whoever says it."""

    kind: str
    text: str
    face: Face | None


class Block(NamedTuple):
    """Lines of one kind that follow each other. listed: each is an item of a list."""

    kind: str
    listed: bool
    lines: Sequence[Told]


class Scene(NamedTuple):
    """A page. place: the drawing that opens it, by the name of the backdrop and what it is."""

    kind: str
    place: tuple[str, str] | None
    people: Sequence[Face]
    blocks: Sequence[Block]
    trust: Sequence[tuple[str, str]]  # by party, how it is asked how far it is trusted


def story_html(cast: Cast, pages: Sequence[Page], code: str, moment: str = "") -> Markup:
    """What happened, one page after the other. moment: what an answer on them belongs to."""
    scenes = [_scene(cast, page) for page in pages if not isinstance(page, ChoicePage)]
    return Markup(
        render(
            "story.html", words=cast.words, scenes=scenes, code=code, moment=moment,
            levels=range(MOST_TRUST + 1),
        )
    )  # fmt: skip


def form_html(
    cast: Cast, page: ChoicePage, *, action: str, moment: str, button: str, may: bool,
    missing: Sequence[Missing] = (), given: Answers | None = None,
) -> Markup:  # fmt: skip
    """What can be chosen, as a form. may: whether it is this person's to choose."""
    return Markup(
        render(
            "form.html", words=cast.words, form=form_of(cast, page), action=action, moment=moment,
            button=button, may=may, missing={each.name: each.key for each in missing},
            given=given or {},
        )
    )  # fmt: skip


def _scene(cast: Cast, page: Page) -> Scene:
    told = [_told(page, line) for line in lines(cast, page) if line.kind != "gap"]
    blocks = [
        Block(kind, kind in _LISTED, list(some))
        for kind, some in groupby(told, key=lambda each: each.kind)
    ]
    place, people = None, []
    if isinstance(page, ArrivalPage | BriefingPage):
        place = (page.room.backdrop, cast.words.of(page.room.decor.name))
        people = list(_people(page.room, page.seat))
    trust = []
    if isinstance(page, TrustPage):
        trust = [(other.id, trust_question(cast, other.id)) for other in page.view.others]
        blocks = [block for block in blocks if block.kind != "question"]
    return Scene(type(page).__name__.removesuffix("Page").lower(), place, people, blocks, trust)


def _told(page: Page, line: Line) -> Told:
    return Told(line.kind, line.text, _face(page, line))


def _face(page: Page, line: Line) -> Face | None:
    if line.speaker is None:
        return None
    party, _, role = line.speaker.address.partition(".")
    moods: Mapping[str, Mood] = {each.id: each.mood for each in page.room.parties}
    return Face(party, role, moods[party], party == page.seat)


def _people(room: Room, seat: str | None) -> Iterator[Face]:
    """Who sits there, one's own people last."""
    for party in sorted(room.parties, key=lambda each: each.id == seat):
        for role in party.roles:
            name = role.address.partition(".")[2]
            yield Face(party.id, name, party.mood, party.id == seat)
