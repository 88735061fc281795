"""What the scenarios that come with the game ask afterwards, of any seat and of the table."""

import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from engine.scenario.load import load
from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import Language
from tests.conftest import LIBRARY
from tests.texts import texts_in

# So like the name of a thing that it can only be meant for it.
LIKE = 0.6
QUOTED = re.compile(r"‘([^’]+)’|(?<!\w)'([^']+)'(?!\w)")
LANGUAGES: tuple[Language, ...] = ("nl", "en")


def scenario_of(path: Path) -> Scenario:
    scenario = load(path).scenario
    assert scenario is not None
    return scenario


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_the_debrief_calls_a_thing_by_its_name(path: Path, language: Language) -> None:
    scenario = scenario_of(path)
    chapters = (scenario.rules, scenario.rituals, scenario.props, scenario.decor)
    names = {str(getattr(thing.name, language)) for each in chapters for thing in each.values()}
    quoted = {
        (match[1] or match[2]).strip(" .,")
        for text in texts_in(scenario.debrief)
        for match in QUOTED.finditer(str(getattr(text, language)))
    }
    others = {
        (told, name)
        for told in quoted - names
        for name in names
        if SequenceMatcher(None, told.lower(), name.lower()).ratio() >= LIKE
    }
    assert others == set()


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_what_a_table_changed_is_not_said_of_the_reader_alone(path: Path) -> None:
    """Whoever was against it, or left it to the others, is asked too; English has one word."""
    of_all = [
        str(asked.text.en)
        for asked in scenario_of(path).debrief.questions
        if asked.when.changed or (asked.when.changes and asked.when.changes.at_least)
    ]
    assert [text for text in of_all if re.search(r"(^|[.?!] )You\b", text)] == []


def test_after_a_short_play_a_question_is_short() -> None:
    """The page about three rounds is short, and what is long makes way there."""
    lesson = scenario_of(next(path for path in LIBRARY if path.stem == "first-handshake"))
    long = [
        text
        for asked in lesson.debrief.questions
        for text in (str(asked.text.nl), str(asked.text.en))
        if len(text.split()) > 13
    ]
    assert long == []
