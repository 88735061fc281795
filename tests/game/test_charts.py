"""The charts of a real play show what the debrief found."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from engine.debrief import Findings, QuadrantPoint, debrief
from engine.play.afterthoughts import Afterthoughts
from engine.scenario.vocabulary import LANGUAGES, Language
from game.drawing.charts.chart import Label
from game.drawing.charts.markup import chart_svg
from game.drawing.charts.quadrants import quadrant_chart
from game.drawing.charts.trust import trust_chart
from game.drawing.charts.what_if import comparison_chart
from game.drawing.icons import ICONS
from game.presenters.afterthoughts import mark_of
from game.presenters.charts import comparison, course, quadrant_path, trust_history, trust_key
from game.presenters.page import points
from game.words import words_in
from tests.conftest import SMALL, compiled_of
from tests.debrief.contract import played, replayed
from tests.drawing.reading import parsed


@pytest.fixture(scope="module")
def found() -> Findings:
    """The debrief of a small play."""
    compiled = compiled_of(next(path for path in SMALL if path.stem == "three"))
    trace = played(compiled, ("divided", "pressed"), 5)
    result = debrief(compiled, replayed(compiled, trace), plays=6)
    assert isinstance(result, Findings)
    return result


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_trust_chart_follows_the_timeline(found: Findings, language: Language) -> None:
    party = found.knowledge.parties[0].id
    turn = Afterthoughts(party, marked=mark_of(found.timeline[2]))
    history = trust_history(
        replace(found, afterthoughts=(turn,)), words_in(language), people=(party,)
    )
    assert history.chosen == (2,)
    nobody = trust_history(replace(found, afterthoughts=(turn,)), words_in(language))
    assert nobody.chosen == ()
    assert [entry.trust for entry in history.entries] == [
        each.numbers.mean_trust for each in found.timeline
    ]
    assert [len(entry.stances) for entry in history.entries] == [
        len(each.moves) for each in found.timeline
    ]
    assert history.trust_end == str(points(found.timeline[-1].numbers.mean_trust))
    assert history.trust_end in history.description
    assert [entry.is_moment for entry in history.entries].count(True) == [
        each.kind for each in found.timeline
    ].count("moment")


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_of_a_play_is_a_drawing_with_words(found: Findings, language: Language) -> None:
    words = words_in(language)
    path = quadrant_path(found.quadrants, words)
    charts = [trust_chart(trust_history(found, words), 900, 360), quadrant_chart(path, 390, 390)]
    charts += [comparison_chart(comparison(fork, words), 560, 170) for fork in found.what_if]
    assert len(charts) > 2
    for at, chart in enumerate(charts):
        parsed(chart_svg(chart, lambda role: f"var(--{role})", f"chart{at}"))
        assert chart.title
        assert chart.description


def test_the_key_names_only_icons_that_are_drawn() -> None:
    assert {name for name, _, _ in trust_key(words_in("en"))} <= set(ICONS)


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ((60, 64, 72), "Trust at the table rose from 60 to 72"),
        ((60, 80, 69, 72), "Trust at the table rose from 60 to 72, although it fell in round 2 "
         "from 80 to 69"),
        ((60, 57, 53), "Trust at the table fell from 60 to 53"),
        ((60, 62, 50, 44), "Trust at the table fell from 60 to 44, most of all in round 2: from "
         "62 to 50"),
        ((60, 61, 62), "Trust at the table began at 60 and ended at 62"),
        ((60, 50, 62), "Trust at the table began at 60 and ended at 62; in round 1 it fell from "
         "60 to 50"),
        ((60,), "Trust at the table began at 60 and ended at 60"),
    ],
)  # fmt: skip
def test_the_title_of_the_trust_chart_says_how_trust_went(
    levels: tuple[int, ...], told: str
) -> None:
    timeline = [
        SimpleNamespace(
            kind="round" if at else "start",
            round=at,
            numbers=SimpleNamespace(mean_trust=each / 100),
        )
        for at, each in enumerate(levels)
    ]
    assert course(timeline, words_in("en")) == told  # type: ignore[arg-type]


def test_a_fall_in_a_reflection_moment_is_said_to_be_there() -> None:
    timeline = [
        SimpleNamespace(kind=kind, round=1, numbers=SimpleNamespace(mean_trust=trust))
        for kind, trust in (("start", 0.6), ("round", 0.62), ("moment", 0.5))
    ]
    told = course(timeline, words_in("nl"))  # type: ignore[arg-type]
    assert "in het reflectiemoment na ronde 1" in told


def test_the_title_of_the_map_says_where_the_road_began_and_ended(found: Findings) -> None:
    point = found.quadrants.path[0]
    little = replace(point, trust_is="little", paper_is="little")
    much = replace(point, trust_is="much", paper_is="much")

    def title(*path: QuadrantPoint) -> str:
        return quadrant_path(replace(found.quadrants, path=path), words_in("en")).title

    one, other = "little trust, little on paper", "much trust, much on paper"
    assert title(little, little, much) == f"From “{one}” to “{other}”"
    assert title(much, much) == f"From start to end {other}"
    assert title(little, much, little) == f"Elsewhere on the way, and at the end {one} again"


def test_the_ring_has_its_name_in_the_chart(found: Findings) -> None:
    history = replace(trust_history(found, words_in("en")), turn=1, chosen=())
    labels = [mark.text for mark in trust_chart(history, 900, 360).marks if isinstance(mark, Label)]
    assert "turning point of the story" in labels
    none = replace(history, turn=None)
    labels = [mark.text for mark in trust_chart(none, 900, 360).marks if isinstance(mark, Label)]
    assert "turning point of the story" not in labels
