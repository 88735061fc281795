"""How long a scenario is: words as they are written, and as a player comes to read them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from engine.live_play import HUMAN, CompiledScenario, LivePlay
from engine.players import PERSONAS
from engine.scenario.schema import Scenario, Text
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


@dataclass(frozen=True, slots=True)
class Written:
    """How many words the author wrote: by language, in all and in each phase."""

    whole: Mapping[str, int]
    phases: Mapping[str, Mapping[str, int]]


def written(scenario: Scenario) -> Written:
    """How many words there are in that scenario, in each language that it is written in."""
    phases, languages = scenario.script.phases, scenario.languages
    by_phase = {name: _counted(phase, languages) for name, phase in phases.items()}
    rest = _counted(scenario, languages, leave_out=phases)
    whole = {
        each: rest[each] + sum(counts[each] for counts in by_phase.values()) for each in languages
    }
    return Written(whole, by_phase)


def _counted(part: Any, languages: Sequence[str], leave_out: Any = None) -> Counter[str]:
    counts = Counter[str]()
    for text in _texts(part, leave_out):
        for language in languages:
            counts[language] += words_in_text(text.in_language(language))
    return counts


def _texts(part: Any, leave_out: Any) -> Iterator[Text]:
    if isinstance(part, str | int | None) or part is leave_out:
        return
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _texts(getattr(part, name), leave_out)
    else:
        for each in part.values() if isinstance(part, Mapping) else part:
            yield from _texts(each, leave_out)


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
