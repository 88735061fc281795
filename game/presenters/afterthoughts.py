"""What people write at the debrief: asked in its steps, and set beside the story and each other."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from engine.debrief import Findings, TimelineEntry
from engine.play.afterthoughts import Afterthoughts, Said, TurnMarked
from game.presenters.page import Cast, Line, Lines
from game.typed import as_number
from game.words import Words

# What is asked before anything is told, and what once the story has been read.
BEFORE: tuple[Said, ...] = ("feeling", "turn")
FRIDAY: tuple[Said, ...] = ("friday", "tell", "sign")
AFTER: tuple[Said, ...] = ("otherwise", *FRIDAY)
TURN = 2
# The step of the debrief where it is told again.
_TOLD_IN: Mapping[int, tuple[Said, ...]] = {
    0: ("feeling",), TURN: ("turn",), 5: ("otherwise",), 8: FRIDAY,
}  # fmt: skip

_NUMBER_FIRST = re.compile(r"([+-]?\d+)(?:[\s.,:;)–-]+(.*))?", re.DOTALL)


def written(cast: Cast, found: Findings, people: Collection[str], step: int) -> Lines:
    """What those people wrote in that step, each beside the others'."""
    return _told(cast, found, people, _TOLD_IN.get(step, ()))


def all_written(cast: Cast, found: Findings, people: Collection[str]) -> Lines:
    """Everything that those people wrote, under a heading; nothing if they wrote nothing."""
    told = _told(cast, found, people, (*BEFORE, *AFTER))
    key = "afterthoughts.head" if len(people) == 1 else "afterthoughts.head.table"
    return (Line("subheading", cast.words(key)), *told) if told else ()


def _told(cast: Cast, found: Findings, people: Collection[str], names: Sequence[Said]) -> Lines:
    """A line for each answer; of several people, their answers to one question on one line."""
    own = [each for each in found.afterthoughts if each.party in people]
    return tuple(
        line
        for name in names
        for line in _answers(cast, found, own, name, is_alone=len(people) == 1)
    )


def _answers(
    cast: Cast, found: Findings, own: Sequence[Afterthoughts], name: Said, *, is_alone: bool
) -> Iterator[Line]:
    if name == "turn":
        for each in own:
            if each.marked is not None:
                yield Line("told", beside_the_story(cast, found, each, is_alone=is_alone))
    words = cast.words
    said = [
        words(
            "afterthoughts.yours" if is_alone else "afterthoughts.of",
            party=cast.party(each.party), text=on_one_line(each.said(name)),
        )
        for each in own
        if each.said(name).strip()
    ]  # fmt: skip
    if said:
        what = words(f"afterthoughts.{name}")
        yield Line("told", words("afterthoughts.told", what=what, said="; ".join(said)))


def on_one_line(text: str) -> str:
    """The text without line ends: a trace can have them, and they would look like other lines."""
    return " ".join(text.split())


def beside_the_story(cast: Cast, found: Findings, each: Afterthoughts, *, is_alone: bool) -> str:
    """The turning point that somebody chose, beside those that the story tells of."""
    assert each.marked is not None
    story = found.story_of(each.party if is_alone else None)
    told = dict.fromkeys(mark_of(found.timeline[turn.at]) for turn in story.turns)
    how = "alone" if not told else "same" if each.marked in told else "other"
    return cast.words(
        f"turn.{'yours' if is_alone else 'of'}.{how}",
        party=cast.party(each.party),
        where=turn_name(cast.words, each.marked),
        told=cast.words.all_of([turn_name(cast.words, turn) for turn in told]),
    )


def turn_name(words: Words, marked: TurnMarked) -> str:
    """The round, or the moment after it, that was marked."""
    return words(f"turn.where.{marked.kind}", n=marked.round)


def mark_of(entry: TimelineEntry) -> TurnMarked:
    """An entry of the timeline as somebody marks it."""
    return TurnMarked("moment" if entry.kind == "moment" else "round", entry.round)


def entry_of(found: Findings, marked: TurnMarked | None) -> TimelineEntry | None:
    """The entry of the timeline that was marked; None if there is no such entry."""
    entries = (each for each in found.timeline if each.kind != "start")
    return next((each for each in entries if mark_of(each) == marked), None)


def turn_typed(text: str) -> tuple[TurnMarked | None, str]:
    """A turning point as it is typed: the number of a round, words, or the one before the other."""
    begins = _NUMBER_FIRST.fullmatch(text.strip())
    number = as_number(begins[1]) if begins else None
    if begins is None or number is None or number < 0:
        return None, text
    return TurnMarked("round", number), begins[2] or ""
