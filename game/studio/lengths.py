"""How long a scenario is: words as they are written, and as a player comes to read them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from engine.live_play import HUMAN, CompiledScenario, LivePlay
from engine.players import PERSONAS
from engine.scenario.schema import Text
from game.pages import pages_for_seat
from game.presenters.page import Cast
from game.presenters.pages import lines
from game.words import Words

_WORD = re.compile(r"\w[\w'’.-]*")
# Silent reading of English by adults, 238 words a minute (Brysbaert 2019, a meta-analysis of 190
# studies); in Dutch it is about the same.
WORDS_A_MINUTE = 238
# Design choice: for one person to make a choice; a party that talks it over needs more.
MINUTES_A_CHOICE = 1.0
_SEED = 1


def words_in_text(text: str) -> int:
    """How many words there are in that text."""
    return len(_WORD.findall(text))


def written(part: Any, language: str) -> int:
    """How many words the author wrote in that part of a scenario, in that language."""
    return sum(words_in_text(text.in_language(language)) for text in _texts(part))


def _texts(part: Any) -> Iterator[Text]:
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _texts(getattr(part, name))
    elif isinstance(part, Mapping):
        yield from (text for each in part.values() for text in _texts(each))
    elif isinstance(part, tuple):
        yield from (text for each in part for text in _texts(each))


@dataclass(frozen=True, slots=True)
class Walk:
    """What a player meets in a phase, per play that comes there: words to read, and choices."""

    words: float
    choices: float

    @property
    def minutes(self) -> float:
        """About how long that takes."""
        return self.words / WORDS_A_MINUTE + self.choices * MINUTES_A_CHOICE


def walks(compiled: CompiledScenario, words: Words, plays: int) -> Mapping[str, Walk]:
    """What players meet in each phase that any of so many plays came to."""
    read, made, came = Counter[str](), Counter[str](), Counter[str]()
    for number in range(plays):
        seen, chosen = _walk(compiled, words, number)
        read.update({phase: sum(map(words_in_text, texts)) for phase, texts in seen.items()})
        made.update(chosen)
        came.update(seen.keys())
    return {phase: Walk(read[phase] / n, made[phase] / n) for phase, n in came.items()}


def _walk(
    compiled: CompiledScenario, words: Words, number: int
) -> tuple[Mapping[str, set[str]], Counter[str]]:
    """By phase, what one player reads there, once each; and how often that player chooses."""
    parties, names = compiled.parties, tuple(PERSONAS)
    seat, persona = parties[number % len(parties)], names[number % len(names)]
    seats = {name: each.persona for name, each in compiled.scenario.parties.items()}
    live = LivePlay.start(
        compiled, seed=_SEED, seats={**seats, seat: HUMAN}, digest="", source="", game=number
    )
    live.run()
    cast, seen, chosen = Cast.of(compiled, words), defaultdict[str, set[str]](set), Counter[str]()
    while True:
        pages = pages_for_seat(live, seat)
        for page in pages:
            seen[page.room.phase] |= {line.text for line in lines(cast, page)}
        if live.is_over:
            return seen, chosen
        chosen[pages[-1].room.phase] += 1
        live.choose(live.suggestion(seat, persona))
