"""The first page of the debrief: the play told back to whoever played it."""

from collections.abc import Collection
from dataclasses import dataclass

from engine.debrief import Findings, PartyKnown, Result, Story
from engine.scenario.schema import Text


@dataclass(frozen=True, slots=True)
class StoryPage:
    """The story as its reader sees it. reader: the party of whoever reads alone, None: a table."""

    title: Text
    reader: str | None
    story: Story
    outcome: Result
    parties: tuple[PartyKnown, ...]


def reader_of(people: Collection[str]) -> str | None:
    """The party of whoever reads alone; None if nobody or several do."""
    return next(iter(people)) if len(people) == 1 else None


def story_page(title: Text, found: Findings, people: Collection[str]) -> StoryPage:
    """The page for those people: one reads as their own party, several read as the table."""
    reader = reader_of(people)
    return StoryPage(title, reader, found.story_of(reader), found.outcome, found.knowledge.parties)
