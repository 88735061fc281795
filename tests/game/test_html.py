"""A page shows whatever text it is given, and never acts on it."""

from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError

from engine.balance.dilemma import Dilemma, LastRound, Use
from engine.balance.report import Balance
from engine.balance.theses import Sign, SignName
from engine.play.compiled import CompiledScenario
from engine.players import PERSONAS
from engine.scenario.schema import Text
from engine.scenario.vocabulary import OUTCOMES
from engine.simulate.interval import Difference
from game import html
from game.html import render
from game.html.balance import page
from game.presenters.balance import Telling
from game.words import words_in

HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "an end of what it stands in": "\"'></title></style></svg><b onload=x>",
    "an entity": "Brink & Zonen &lt;b&gt;",
    "a template": "{{ 7 * 7 }}{% include 'page.css' %}{# gone #}",
    "control characters": "a\x00b\x1b[2Jc\x7fd\x85e",
    "a turn of the writing": "a\u202eb\u2066c\u200fd",
    "an empty comment": "<!--><img src=x>-->",
}
SHOWN = {
    "control characters": r"a\x00b\x1b[2Jc\x7fd\x85e",
    "a turn of the writing": r"a\u{202e}b\u{2066}c\u{200f}d",
}


class Reader(HTMLParser):
    """What a browser finds in a page: its tags, their attributes, its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.text += "".join(value or "" for name, value in attrs if name == "aria-label")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append("comment")


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A template of our own, as t.html, beside none of the others."""
    monkeypatch.setattr(html, "TEMPLATES", tmp_path)
    html._templates.cache_clear()
    yield tmp_path / "t.html"
    html._templates.cache_clear()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_value_stays_text_in_a_text_and_in_an_attribute(text: str, template: Path) -> None:
    template.write_text('<p title="{{ it }}">{{ it }}</p>')
    found = Reader(render("t.html", it=text))
    assert found.tags == ["p"]
    assert found.attributes == {"title"}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_reader_sees_what_was_written(name: str, template: Path) -> None:
    template.write_text("<p>{{ it }}</p>")
    assert Reader(render("t.html", it=HOSTILE[name])).text == SHOWN.get(name, HOSTILE[name])


def test_what_a_macro_made_is_not_escaped_twice(template: Path) -> None:
    template.write_text("{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}{{ b(it) }}")
    assert render("t.html", it="a & b") == "<b>a &amp; b</b>"


def test_a_name_that_was_not_given_is_a_fault(template: Path) -> None:
    template.write_text("<p>{{ it }}{{ other }}</p>")
    with pytest.raises(UndefinedError, match="other"):
        render("t.html", it="")


def telling(compiled: CompiledScenario, text: str) -> Telling:
    """A balance of that scenario in which every name and title is that text."""
    both = Text(nl=text, en=text)
    scenario = compiled.scenario

    def renamed(parts: Any, **changed: Text) -> dict[str, Any]:
        return {name: part.model_copy(update=changed) for name, part in parts.items()}

    named = scenario.model_copy(
        update={
            "title": both,
            "parties": renamed(scenario.parties, name=both),
            "moves": renamed(scenario.moves, title=both),
            "endings": renamed(scenario.endings, title=both),
            "script": scenario.script.model_copy(
                update={"phases": renamed(scenario.script.phases, name=both)}
            ),
        }
    )
    return Telling(replace(compiled, scenario=named), found(compiled), words_in("en"))


def found(compiled: CompiledScenario) -> Balance:
    """A balance of which every part has something to name."""
    phase, apart = compiled.phases[0], Difference(0.1, 0.05, 0.15)
    share = {"plays": 0, "share": 0.0, "low": 0.0, "high": 0.1}
    games = ("chicken", "deadlock")
    theses: tuple[SignName, ...] = ("balance", "contract", "open", "rules", "reflection")
    return Balance(
        figures={
            "plays": 2,
            "outcomes": dict.fromkeys(OUTCOMES, share),
            "endings": dict.fromkeys(compiled.endings, share),
            "pairings": [
                {
                    "personas": dict.fromkeys(compiled.parties, who),
                    "value": dict.fromkeys(compiled.parties, 0.1),
                }
                for who in PERSONAS
            ],
        },
        dilemmas=tuple(
            Dilemma(phase, at + 1, game, {game: 1.0}, 2.0, 3.0, 0.5, 1.0)
            for at, game in enumerate(games)
        ),
        uses=(Use(phase, compiled.parties[0], compiled.moves[0], plays=100, best=0.0, worst=0.0),),
        dominant={party: tuple(PERSONAS)[:1] for party in compiled.parties},
        always_ahead=tuple(PERSONAS)[:1],
        last_rounds=(LastRound(compiled.parties[0], phase, apart, apart),),
        signs=tuple(Sign(name, at + 1, apart, apart, 0.5, 0.4) for at, name in enumerate(theses)),
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_the_page_of_a_scenario_with_hostile_names_is_a_page_like_any_other(
    name: str, minimal: CompiledScenario
) -> None:
    calm = Reader(page(telling(minimal, "Fair")))
    hostile = Reader(page(telling(minimal, HOSTILE[name])))
    assert hostile.tags == calm.tags
    assert hostile.attributes == calm.attributes
    shown = SHOWN.get(name, HOSTILE[name])
    assert hostile.text.count(shown) == calm.text.count("Fair") > 5


def test_a_page_runs_nothing_and_fetches_nothing(minimal: CompiledScenario) -> None:
    found = Reader(page(telling(minimal, "Fair")))
    assert "script" not in found.tags
    assert not found.attributes & {"src", "href", "style"}
    assert not any(name.startswith("on") for name in found.attributes)
