"""Looking back: what a seat sees of its own play once the trainer opens the debrief."""

import asyncio

from markupsafe import Markup

from engine.debrief import Findings, debrief
from game.html.report import Block, blocks
from game.pages.story import story_page
from game.presenters.looking_back import story_lines, story_title
from game.presenters.page import Cast
from game.web.markup import fill
from game.words import Words
from game.workshop.hall import OpenRoom
from game.workshop.room import Person
from game.workshop.table import Table


async def found_at(open_room: OpenRoom, table: Table) -> Findings:
    """What the play of that table taught; worked out once, beside what else goes on."""
    known = open_room.found.get(table.number)
    if known is None or known[0] != table.moment:
        found = await asyncio.to_thread(debrief, open_room.compiled, table.live.replayed)
        open_room.found[table.number] = known = (table.moment, found)
    return known[1]


async def seat_html(open_room: OpenRoom, table: Table, person: Person, words: Words) -> Markup:
    """The story of the play as it was for that person's party, with what the person may add."""
    assert person.party is not None
    found = await found_at(open_room, table)
    cast = Cast.of(open_room.compiled, words)
    story = story_page(open_room.compiled.scenario.title, found, (person.party,))
    return fill(
        "looking_back.html", words=words, title=story_title(cast, story).text,
        told=_told(cast, story), card=table.cards.get(person.id, ""),
        marks=[each.note for each in table.marks if each.person == person.id],
    )  # fmt: skip


def _told(cast: Cast, story: object) -> tuple[Block, ...]:
    return blocks(story_lines(cast, story))  # type: ignore[arg-type]
