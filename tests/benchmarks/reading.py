"""How much a newcomer reads in a terminal: `uv run python -m tests.benchmarks.reading`.

Words from the start to the first move, of a whole play with the page of the debrief that comes
first, and about how many minutes that takes. A line that was shown before is not read again. Seed
1; every persona types a play on every seat. Names of scenarios limit it to those.
"""

import io
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from statistics import fmean

from engine.debrief import debrief
from engine.live_play import HUMAN, CompiledScenario, LivePlay
from engine.play.trace import Replayed
from engine.play.trace import replay as play_again
from engine.scenario.vocabulary import LANGUAGES, PERSONAS, Language, Persona
from game import library
from game.pages import BriefingPage, ChoicePage, ConsequencePage, MovePage, Page, TrustPage
from game.pages.story import story_page
from game.presenters.looking_back import story_lines, story_title
from game.presenters.page import Cast
from game.presenters.table import STEPS
from game.studio.lengths import words_in_text
from game.text.pick import Picker
from game.text.prompter import Prompter
from game.text.screen import Screen
from game.words import words_in
from tests.conftest import compiled_of
from tests.pages.terminal import told_in_terminal

SEED = 1
# Design choices: a newcomer on a screen full of new words reads slower than the 238 a minute of
# studies (game/studio/lengths.py), and needs so long for a choice once its cards have been read.
WORDS_A_MINUTE = 200
SECONDS_A_CHOICE = 10
_TO_FIRST = 3  # choices: the scenario, who to be, and the move itself


@dataclass
class Read:
    """What one play had its player read, in words, and how often it asked for a choice.

    first: from the start to the first move, with its cards. parts: by kind of page. shown: with
    what was shown before.
    """

    choices: int = 1  # who to be
    first: int = 0
    shown: int = 0
    parts: Counter[str] = field(default_factory=Counter)
    lines: set[str] = field(default_factory=set)

    @property
    def whole(self) -> int:
        """All of it."""
        return self.parts.total()

    def add(self, kind: str, text: str) -> None:
        """Read that text."""
        for line in map(str.strip, text.splitlines()):
            words = words_in_text(line)
            self.shown += words
            if line not in self.lines:
                self.parts[kind] += words
                self.lines.add(line)


def minutes(words: float, choices: float) -> float:
    """About how long that takes a newcomer."""
    return words / WORDS_A_MINUTE + choices * SECONDS_A_CHOICE / 60


def read(path: Path, language: Language, seat: str, persona: Persona, game: int = 0) -> Read:
    """What a person on that seat reads who chooses as that persona would."""
    compiled = compiled_of(path)
    seats = {name: each.persona for name, each in compiled.scenario.parties.items()}
    live = LivePlay.start(
        compiled, seed=SEED, seats={**seats, seat: HUMAN}, digest="", source="", game=game
    )
    live.run()
    found = Read()
    found.add("start", start_in_terminal(path, language, seat))
    for page, text in told_in_terminal(live, lambda p, s: p.suggestion(s, persona), language):
        found.add(_kind(page), text)
        found.choices += isinstance(page, ChoicePage | TrustPage)
        if isinstance(page, MovePage) and not found.first:
            found.first = found.whole
    found.add("debrief", first_page_of_debrief(compiled, live, seat, language))
    return found


def _kind(page: Page) -> str:
    match page:
        case BriefingPage():
            return "briefing"
        case MovePage():
            return "cards"
        case ConsequencePage():
            return "numbers"
        case _:
            return "moment" if page.room.stage in STEPS else "story"


@cache
def start_in_terminal(path: Path, language: Language, seat: str) -> str:
    """What is written before a play begins to somebody who picks that scenario and that seat."""
    opened_at = [each.stem for each in library.shipped()].index(path.stem) + 1
    party = list(compiled_of(path).parties).index(seat) + 1
    out = io.StringIO()
    picker = Picker(
        Prompter(Screen(out, width=10_000), io.StringIO(f"{opened_at}\n{party}\n\n")), language
    )
    picker.welcome()
    opened = picker.scenario()
    picker.persona(opened.compiled(), picker.role(opened)[0])
    return out.getvalue()


def first_page_of_debrief(
    compiled: CompiledScenario, live: LivePlay, seat: str, language: Language
) -> str:
    """The story of the play as it is told at its end."""
    played = play_again(compiled, live.trace)
    assert isinstance(played, Replayed)
    cast = Cast.of(compiled, words_in(language))
    page = story_page(compiled.scenario.title, debrief(compiled, played), (seat,))
    return "\n".join(line.text for line in (story_title(cast, page), *story_lines(cast, page)))


def plays_of(path: Path, language: Language) -> list[Read]:
    """One play for each persona on each seat."""
    return [
        read(path, language, seat, persona, game)
        for game, (persona, seat) in enumerate(product(PERSONAS, compiled_of(path).parties))
    ]


def main(names: Sequence[str]) -> None:
    """Print the figures, scenario by scenario."""
    for path in library.shipped():
        if names and path.stem not in names:
            continue
        for language in LANGUAGES:
            plays = plays_of(path, language)
            first, whole = fmean(p.first for p in plays), fmean(p.whole for p in plays)
            choices = fmean(p.choices for p in plays)
            print(
                f"{path.stem} {language}: {first:.0f} words and {minutes(first, _TO_FIRST):.1f}"
                f" minutes to the first move; {whole:.0f} words (at most"
                f" {max(p.whole for p in plays)}; on the screens"
                f" {fmean(p.shown for p in plays):.0f}), {choices:.1f} choices and"
                f" {minutes(whole, choices):.1f} minutes in all"
            )
            parts = sum((p.parts for p in plays), Counter[str]())
            told = (f"{name} {n / len(plays):.0f}" for name, n in parts.most_common())
            print(f"  {', '.join(told)}")


if __name__ == "__main__":
    main(sys.argv[1:])
