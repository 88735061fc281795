"""What the debrief of a play says, sentence by sentence: its key, and what is in its gaps.

A sentence is heard as it is made, so that a test can hold it against what happened in the play.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from engine.debrief import Findings
from engine.play.compiled import CompiledScenario
from engine.scenario.vocabulary import Language
from game.pages.story import reader_of, story_page
from game.presenters.debrief import debrief_opening, debrief_steps
from game.presenters.looking_back import story_lines, story_title
from game.presenters.page import Cast
from game.words import Words

# With what begins what comes after the turns.
_AFTER_TURNS = frozenset({"look.seemed", "look.if.you", "look.if.table"})
# With what a turn begins.
_TURN = re.compile(r"look\.((move|found|event|left|reply|heard)\.(you|them|table|all)|moment)")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as it was made. reader: to whom, None: to the table."""

    key: str
    gaps: Mapping[str, Any]
    text: str
    reader: str | None = None


class Listening(Words):
    """The words of a language, that remember what was said with them."""

    def __init__(self, language: Language) -> None:
        super().__init__(language, import_module(f"game.words.{language}").CATALOGUE)
        self.heard: list[tuple[str, dict[str, Any], str]] = []

    def __call__(self, key: str, /, **gaps: Any) -> str:
        text = super().__call__(key, **gaps)
        self.heard.append((key, gaps, text))
        return text


def said_of(
    compiled: CompiledScenario, found: Findings, people: Collection[str], language: Language = "en"
) -> Iterator[Said]:
    """All that those people are told of a play, as far as it stands on a page."""
    words = Listening(language)
    cast = Cast.of(compiled, words)
    page = story_page(compiled.scenario.title, found, people)
    lines = [story_title(cast, page), *story_lines(cast, page), *debrief_opening(cast, found)]
    for step in debrief_steps(cast, found, people):
        lines += [*step.written, *step.lines]
    page_of_text = "\n".join(line.text for line in lines)
    told = {
        text: bool(text) and (text in page_of_text or text[0].upper() + text[1:] in page_of_text)
        for text in {text for _, _, text in words.heard}
    }
    # What is said of a turn for which there is no room may stand elsewhere as well; but what fills
    # the gaps of the next turn is made before it.
    left_out: list[Said] | None = None
    for key, gaps, text in words.heard:
        said = Said(key, gaps, text, reader_of(people))
        is_told = told[text]
        if _TURN.fullmatch(key) or key in _AFTER_TURNS:
            if is_told:
                filled = [str(gap) for gap in gaps.values()]
                yield from (e for e in left_out or () if any(e.text in gap for gap in filled))
            left_out = None if is_told or key in _AFTER_TURNS else []
        if is_told and left_out is None:
            yield said
        elif is_told and left_out is not None:
            left_out.append(said)
