"""Whatever somebody is called, a drawing stays a drawing."""

from dataclasses import replace

import pytest

from engine.scenario.scenery import Scenery
from engine.scenario.schema import Looks
from game.drawing.backdrops import backdrop_svg
from game.drawing.charts.markup import chart_svg
from game.drawing.charts.quadrants import quadrant_chart
from game.drawing.charts.trust import trust_chart
from game.drawing.charts.what_if import comparison_chart
from game.drawing.looks import unknown_looks
from game.drawing.portraits import portrait_svg
from game.drawing.props import prop_svg
from game.drawing.svg import embedded
from tests.drawing.reading import faults, parsed, tag
from tests.drawing.test_charts import COMPARED, HISTORY, PATH

NAMES = (
    "<script>alert(1)</script>",
    '"><svg onload="alert(1)">',
    "' onmouseover='alert(1)",
    "]]></text><text>",
    "&lt;b&gt; & Zonen",
    "&#0; &bogus;",
    "nul\x00 bell\x07 escape\x1b[31m delete\x7f c1\x9b",
    "half \ud800 and \udfff pairs",
    "no character \ufffe \uffff",
    "line\nbreak\ttab\r",
    "url(#p) javascript:alert(1)",
    "ﷺ\u202e right to left \u0000",
    "x" * 5_000,
)


def shown(name: str) -> str:
    """What is left of a name: everything but what XML forbids."""
    return "".join("\ufffd" if ord(c) < 32 or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000
                   or ord(c) & 0xFFFE == 0xFFFE else c for c in name)  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_chart_shows_any_name_as_it_is_written(name: str) -> None:
    entries = (replace(HISTORY.entries[0], name=name), *HISTORY.entries[1:])
    played = replace(COMPARED.played, name=name)
    history = replace(HISTORY, title=name, description=name, trust_name=name, entries=entries)
    path = replace(PATH, title=name, description=name, formal_name=name)
    compared = replace(COMPARED, title=name, description=name, played=played)
    charts = (
        trust_chart(history, 900, 360),
        quadrant_chart(path, 390, 390),
        comparison_chart(compared, 560, 170),
    )
    for chart in charts:
        tree = parsed(chart_svg(chart, lambda _role: name, "c"))
        texts = [e.text or "" for e in tree.iter() if tag(e) in ("text", "title", "desc")]
        assert sum(shown(name) in text for text in texts) >= 3
        assert {tag(e) for e in tree.iter()} <= {
            "svg", "g", "title", "desc", "text", "path", "rect",
        }  # fmt: skip
        assert {key for e in tree.iter() for key in e.attrib if key.startswith("on")} == set()


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_label_is_read_out_as_it_is_written(name: str) -> None:
    tree = parsed(embedded(prop_svg("pen"), "p1", name))
    assert tree.get("aria-label") == shown(name)
    assert tree.get("role") == "img"


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_words_of_an_author_never_reach_the_drawing(name: str) -> None:
    looks = Looks(hair=name, hair_style=name, skin=name, clothing=name, beard=name, headscarf=name)
    drawings = (portrait_svg(looks, "open", "dark", name), prop_svg(name, "dark"),
                backdrop_svg(Scenery(name), 1200, "light"))  # fmt: skip
    for drawn in drawings:
        assert faults(drawn) == []
        assert "alert" not in drawn
    assert all("alert" not in word or word == "alert" for _, word in unknown_looks(looks))


def test_a_drawing_without_a_label_is_passed_over_by_a_screen_reader() -> None:
    tree = parsed(embedded(prop_svg("pen"), "p1"))
    assert tree.get("aria-hidden") == "true"
    assert tree.get("role") is None


def test_two_drawings_on_a_page_share_no_id() -> None:
    drawn = portrait_svg(Looks(), "open")
    trees = [parsed(embedded(drawn, name, "Anja")) for name in ("p1", "p2")]
    first, second = ({e.get("id") for e in tree.iter() if e.get("id")} for tree in trees)
    assert len(first) == len(second) > 5
    assert not first & second
    assert faults(embedded(drawn, "p1")) == []
