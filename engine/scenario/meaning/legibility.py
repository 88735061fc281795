"""Whether what is written can be read on the screen: its length, its words, its letters."""

import re
from collections.abc import Iterator
from itertools import islice

from engine.scenario.characters import EMOJI_JOINERS, UNDRAWN, name_of, shown
from engine.scenario.meaning.secrecy import SECRET
from engine.scenario.nodes import ScalarNode
from engine.scenario.problems import Problem, Value
from engine.scenario.schema import Move, Party, Role, Said, SaidToReply, Scenario, Text
from engine.scenario.schema_walk import SourceMap, TypedNode

MOST_WORDS_SAID = 25
MOST_WORDS_BRIEF = 120
# Measured: the longest word that fits on a card at 160% in a window of 1024 by 768.
MOST_LETTERS = 25
# Measured: four lines of a card, two of a name, what is said in the lower part of a scene and a
# page of text, at 160% in a window of 1024 by 768. A test measures them again.
MOST_ON_CARD, MOST_IN_NAME, MOST_SAID, MOST_ON_PAGE = 80, 60, 350, 1_000
MOST_IN_CREDITS = 120  # design choice: two lines below a scenario in the list of them
_ON_CARD = frozenset(
    {(Move, "title"), (Said, "title"), (SaidToReply, "title"), (Party, "want_names")}
)
_SAID = frozenset({"say", "say_to"})
_ON_CARD_FIELDS = frozenset({"options"})
# What is shown and is the same in every language.
_PLAIN = frozenset({(Role, "name"), (Scenario, "credits")})
_MOST_NAMED = 5  # how many undrawable letters of one text are named

# A line can be broken at a space, after a hyphen or a dash, and after a slash.
_WORD = re.compile(r"[^\s\-–—/]+")
_LONG = re.compile(rf"[^\s\-–—/]{{{MOST_LETTERS + 1}}}")
_PUNCTUATION = ".,;:!?…()[]\"'“”‘’„«»"


def legibility_problems(source: SourceMap) -> Iterator[Problem]:
    """Lines nobody could say, briefs nobody reads, words and letters that no screen shows."""
    for typed in source.all():
        if typed.expects is Text or (typed.owner, typed.field) in _PLAIN:
            yield from _length_problems(typed)
            for scalar in typed.scalars():
                if _LONG.search(scalar.written):
                    yield from _word_problems(scalar, (*typed.trail, id(scalar)))
                if UNDRAWN.search(scalar.written):
                    yield from _letter_problems(scalar, source, (*typed.trail, id(scalar)))


def most_words(typed: TypedNode) -> int | None:
    """How many words a text may have; None if nobody counts them."""
    if typed.field in _SAID:
        return MOST_WORDS_SAID
    return MOST_WORDS_BRIEF if (typed.owner, typed.field) in SECRET else None


def _length_problems(typed: TypedNode) -> Iterator[Problem]:
    room = room_of(typed)
    for scalar in typed.scalars():
        letters = len(scalar.written)
        if letters > room:
            params: dict[str, Value] = {"written": letters, "limit": room}
            trail = (*typed.trail, id(scalar))
            yield Problem("too-long-for-box", scalar.mark, params, trail=trail)
        else:
            yield from _word_count_problems(typed, scalar)


def room_of(typed: TypedNode) -> int:
    """How many letters fit where that text is shown."""
    if typed.field in _SAID:
        return MOST_SAID
    if typed.field == "credits":
        return MOST_IN_CREDITS
    if (typed.owner, typed.field) in _ON_CARD or typed.field in _ON_CARD_FIELDS:
        return MOST_ON_CARD
    return MOST_IN_NAME if typed.field in ("name", "title", "unit") else MOST_ON_PAGE


def _word_count_problems(typed: TypedNode, scalar: ScalarNode) -> Iterator[Problem]:
    limit = most_words(typed)
    if limit is not None and (count := len(scalar.written.split())) > limit:
        code = "line-too-long" if typed.field in _SAID else "brief-too-long"
        params: dict[str, Value] = {"written": count, "limit": limit}
        yield Problem(code, scalar.mark, params, trail=typed.trail)


def _word_problems(scalar: ScalarNode, trail: tuple[int, ...]) -> Iterator[Problem]:
    words = (word.strip(_PUNCTUATION) for word in _WORD.findall(scalar.written))
    long = [word for word in words if len(word) > MOST_LETTERS]
    if long:
        params: dict[str, Value] = {
            "written": long[0], "letters": len(long[0]), "limit": MOST_LETTERS,
        }  # fmt: skip
        yield Problem("word-too-long", scalar.mark, params, trail=trail)


def _letter_problems(
    scalar: ScalarNode, source: SourceMap, trail: tuple[int, ...]
) -> Iterator[Problem]:
    odd = dict.fromkeys(UNDRAWN.findall(EMOJI_JOINERS.sub("", scalar.written)))
    if odd:
        named = [f"{shown(letter)} ({name_of(letter)})" for letter in islice(odd, _MOST_NAMED + 1)]
        letters = ", ".join(named[:_MOST_NAMED]) + (", …" if len(named) > _MOST_NAMED else "")
        mark = source.place_in(scalar, next(iter(odd)))
        yield Problem("letter-not-drawn", mark, {"letters": letters}, trail=trail)
