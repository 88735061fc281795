"""The window says every line of a page, in the words that every renderer shares."""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from engine.live_play import HUMAN
from engine.scenario.vocabulary import Language
from game import library
from game.pages import ChoicePage, Page, pages
from game.presenters.page import Line
from game.presenters.pages import lines
from game.window.navigation import open_window, together
from game.window.preferences import Preferences
from game.window.window import Window
from game.words.en import CATALOGUE as EN
from game.words.nl import CATALOGUE as NL
from tests.conftest import SHIPPED, SMALL
from tests.playing import random_choice
from tests.window.saying import said_on_page

# Sentences that the window leaves out, and why; it still says what fills their gaps.
SHOWN_OTHERWISE = {
    "change.how": "how to type a choice: there are cards to press",
    "change.how.heading": "the same",
    "change.how.under": "the same",
    "change.or": "what parts the last item of a list from the others: there are tabs",
    "change.heading": "how many items there are under a heading: they lie under its tab",
    "moves.expect": "an arrow, a name and a figure for each expectation",
    "brief.they": "a face with a name and a title for each person",
    "brief.they.one": "the same",
    "vote.yes.own": "who said yes, and who said no, in one line under each decision",
    "vote.no.own": "the same",
    "vote.yes": "the same",
    "vote.no": "the same",
}
AND = {"nl": "en ", "en": "and "}  # before the last of a list
MARKS = re.compile(r"[:;,.!?…“”«»()\n]")


def frame_of(key: str, language: Language) -> re.Pattern[str]:
    """A sentence of the catalogue as a pattern, with a group for each gap."""
    entry = (NL if language == "nl" else EN)[key]
    assert isinstance(entry, str)
    frame = re.sub(r"\\{\w+\\}", "(.+?)", re.escape(entry))
    return re.compile(rf"{frame}(?=\.?$)")


def phrases(line: Line, language: Language) -> Iterator[str]:
    """What stands between the marks of a line, where a layout may break it."""
    text = line.text
    who, colon, did = text.partition(":")
    if line.kind == "act" and colon:
        # What several did alike lies in an envelope of each, with its owner's name.
        text = f"{who.replace(f' {AND[language]}', '. ')}: {did}"
    for key in SHOWN_OTHERWISE:
        text = frame_of(key, language).sub(lambda found: ". ".join(found.groups()), text)
    for phrase in MARKS.split(text):
        bare = phrase.strip(" –'‘’")
        if bare:
            yield bare.removeprefix(AND[language]).casefold()


def unsaid(app: Window, page: Page, heard: Sequence[str]) -> list[tuple[str, str]]:
    """The phrases of the page that the window does not say, each with its line."""
    said = "\n".join(heard).casefold()
    language = app.preferences.language
    return [
        (phrase, line.text)
        for line in lines(app.cast(), page)
        for phrase in phrases(line, language)
        if phrase not in said
    ]


def begun(path: Path, language: Language, *, shared: bool) -> Window:
    """A new play in the window, with one person or with people on every seat."""
    liked = Preferences(language, "light", 100, is_still=True, has_sound=False)
    app, opened = open_window((1280, 720), liked, path), library.open_scenario(path, language)
    seats = {
        party: HUMAN if shared or at == 0 else "builder"
        for at, party in enumerate(opened.scenario.parties)
    }
    app.go.begin(opened, seats, 3)
    return app


CASES = [
    pytest.param(path, shared, language, id=f"{path.stem}-{'shared' if shared else 'alone'}",
                 marks=[pytest.mark.slow] if path in SHIPPED else [])
    for path in (*SMALL, *SHIPPED)
    for shared, language in ((False, "nl"), (True, "en"))
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("path", "shared", "language"), CASES)
def test_the_window_says_every_line_of_every_page(
    path: Path, shared: bool, language: Language
) -> None:
    """A whole play of one person; of people at one screen the first rounds."""
    app, luck = begun(path, language, shared=shared), random.Random(1)
    for _ in range(6 if shared else 100):
        assert app.play is not None
        live = app.play.live
        left = list(pages(live))
        while left:
            shown, left = left[: (count := together(left))], left[count:]
            said = said_on_page(app)
            for page in shown:
                assert not unsaid(app, page, said), type(page).__name__
            if isinstance(shown[-1], ChoicePage):
                choice = random_choice(live.compiled, live.state, shown[-1].seat, luck)
                assert app.go.choose(choice) is None
            elif not live.is_over:
                app.go.next()
        if live.is_over:
            return
    assert shared
