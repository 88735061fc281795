"""The course of a story, for whoever chooses it, tells nothing that the talks decide."""

from pathlib import Path

import pytest

from engine.scenario.vocabulary import LANGUAGES, Language
from game.drawing.layered import in_layers
from game.presenters.course import Course, Stop, course
from game.words import words_in
from tests.conftest import CARE_MERGER, LIBRARY, SMALL, compiled_of

DUTCH = words_in("nl")


def stops(found: Course) -> list[Stop]:
    return [stop for column in found.columns for stop in column if stop is not None]


def care(*been: str, ended: tuple[str, ...] = ()) -> Course:
    return course(compiled_of(CARE_MERGER), DUTCH, been, ended)


def hidden(found: Course) -> int:
    return sum(stop.kind == "hidden" for stop in stops(found))


def test_where_every_play_comes_is_shown_in_order() -> None:
    sure = [stop.title for stop in stops(care()) if stop.title]
    assert sure == [
        "De eerste soep", "Informeel, verplicht", "De boeken", "Mist",
        "Op weg naar de handtekening", "21 eindes",
    ]  # fmt: skip
    assert hidden(care()) == 5


def test_two_ways_stand_in_one_column() -> None:
    assert [len(column) for column in care().columns] == [1, 1, 2, 1, 1, 1, 2, 1, 1]


def test_an_earlier_play_shows_where_it_has_been() -> None:
    found = care(_missable()[0])
    assert hidden(found) == 4
    assert [stop.been for stop in stops(found)].count(True) == 1


def _missable() -> list[str]:
    compiled = compiled_of(CARE_MERGER)
    return [name for name, may in zip(compiled.phases, compiled.may_be_missed, strict=True) if may]


def test_a_way_is_sure_where_both_its_ends_are_shown() -> None:
    assert [sure for _, sure in care().ways].count(True) == 3
    assert all(sure for _, sure in care(*compiled_of(CARE_MERGER).phases).ways)


def test_only_an_ending_that_was_seen_stands_open() -> None:
    endings = tuple(compiled_of(CARE_MERGER).scenario.endings)
    assert not any(care().doors)
    assert care(ended=endings[1:2]).doors == tuple(name == endings[1] for name in endings)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [*LIBRARY, *SMALL], ids=lambda path: path.stem)
def test_no_course_gives_an_ending_or_a_turn_away(path: Path, language: Language) -> None:
    compiled, words = compiled_of(path), words_in(language)
    scenario, missed = (
        compiled.scenario,
        dict(zip(compiled.phases, compiled.may_be_missed, strict=True)),
    )
    shown = {stop.title for stop in stops(course(compiled, words))}
    sure = {
        words.of(each.name) for name, each in scenario.script.phases.items() if not missed[name]
    }
    assert shown <= sure | {"", words("course.endings", n=len(scenario.endings))}


def test_a_way_past_a_box_has_a_place_of_its_own() -> None:
    layers, steps = in_layers(3, [(0, 1), (1, 2), (0, 2)])
    assert [len(layer) for layer in layers] == [1, 2, 1]
    assert None in layers[1]
    assert len(steps) == 4


def test_what_leads_back_is_left_out() -> None:
    layers, steps = in_layers(3, [(0, 1), (1, 0), (1, 2)])
    assert layers == ((0,), (1,), (2,))
    assert len(steps) == 2
