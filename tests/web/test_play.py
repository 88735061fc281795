"""What a seat sees in a browser: what the pages say, nothing else, and a form for its choice."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import html5lib
import pytest

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.state import Choice, MoveChoice, Prediction, Refusal, VoteChoice
from engine.scenario.schema import Text
from engine.scenario.vocabulary import LANGUAGES, STANCES, Language
from game.drawing.colours import TONES, Tone
from game.pages import ChoicePage, Page, TrustPage, pages_for_seat
from game.presenters.page import Cast
from game.presenters.pages import lines
from game.web.choice import read_choice, read_trust
from game.web.files import FONTS, STYLE, served
from game.web.play import play_html, up_to_question
from game.words import words_in
from tests.conftest import ALL, MILL, MINIMAL, QUAY, SHIPPED, SMALL, compiled_of
from tests.game.test_html import HOSTILE, Reader
from tests.pages.test_renderers import flat, missing
from tests.pages.test_secrecy import marked_of, marks_in_text
from tests.pages.walking import start
from tests.play.marks import MayRead
from tests.playing import random_choice
from tests.web.plays import DRAWING, addresses_in, asked_pages, fields_of, filled_in, page_of

EACH = [
    pytest.param(path, id=path.stem, marks=[pytest.mark.slow] if path in SHIPPED else [])
    for path in ALL
]


def seen_in(
    compiled: CompiledScenario, language: Language, seed: int
) -> Iterator[tuple[tuple[Page, ...], str]]:
    """Every page of a play of several people, each with its pages of the play."""
    live = start(compiled, seed, *compiled.parties)
    for at, seat, shown in asked_pages(live, seed):
        yield tuple(up_to_question(shown)), page_of(at, seat, language)


@pytest.mark.parametrize("path", EACH)
@pytest.mark.slow
def test_every_page_is_valid_says_all_and_only_asks_for_what_is_served(path: Path) -> None:
    """The scenarios take turns in the languages. In a page nothing is styled or run."""
    compiled, language = compiled_of(path), LANGUAGES[ALL.index(path) % 2]
    cast = Cast.of(compiled, words_in(language))
    asked, drawings = {STYLE, *FONTS}, set[str]()
    for shown, text in seen_in(compiled, language, 1):
        asked |= addresses_in(text)
        reader = Reader(text)
        assert not {"script", "style", "iframe", "comment"} & set(reader.tags)
        assert "style" not in reader.attributes
        assert not any(name.startswith("on") for name in reader.attributes)
        # Most of a page are drawings, which come again on the next.
        for drawing in set(DRAWING.findall(text)) - drawings:
            html5lib.HTMLParser(strict=True).parseFragment(drawing)
            drawings.add(drawing)
        html5lib.HTMLParser(strict=True).parse(DRAWING.sub("<svg></svg>", text))
        # Without what is at hand beside it, which says much of it again.
        told = Reader(str(play_html(cast, shown))).text
        said = flat(told)
        for page in shown:
            assert missing(cast, page, told) == [], type(page)
            if not isinstance(page, ChoicePage):
                silent = (line for line in lines(cast, page) if line.kind != "spoken")
                assert [line.text for line in silent if flat(line.text) not in said] == []
    for address in asked:
        assert served(compiled.scenario, address) is not None, address


@pytest.mark.slow
def test_every_kind_of_page_is_met() -> None:
    met = {
        type(page)
        for path in (MINIMAL, MILL, QUAY)
        for seed in range(5)
        for _, _, shown in asked_pages(
            start(compiled_of(path), seed, *compiled_of(path).parties), seed
        )
        for page in shown
    }
    assert {kind.__name__ for kind in get_args(Page)} - {kind.__name__ for kind in met} == {
        "CurtainPage"
    }


@pytest.mark.parametrize(
    "address",
    ["", "drawings/", "drawings/light/people/x.y.warm.svg", "drawings/light/people/ferry.svg",
     "drawings/dim/people/ferry.captain.warm.svg", "drawings/light/places/room/-.svg",
     "drawings/light/places/room/-/-/-.svg", "drawings/light/places/nowhere/-/-.svg",
     "drawings/light/places/room/-/unknown.svg", "../pyproject.toml", "static/../style.css",
     "drawings/light/places/room/-/-", "drawings/light/places/room+noon+-/-/-.svg",
     "drawings/light/places/room+night/-/-.svg", "drawings/light/places/room+-+night/-/-.svg"],
)  # fmt: skip
def test_what_no_page_asks_for_is_not_served(address: str, minimal: CompiledScenario) -> None:
    assert served(minimal.scenario, address) is None


@pytest.mark.slow
@pytest.mark.parametrize("tone", TONES)
def test_a_page_shows_the_hour_and_the_weather(tone: Tone, minimal: CompiledScenario) -> None:
    shown = [
        served(minimal.scenario, f"drawings/{tone}/places/dunes+{when}/-/-.svg")
        for when in ("-+-", "night+-", "night+fog", "evening+rain")
    ]
    assert None not in shown
    assert len({each.content for each in shown if each}) == len(shown)


# --- forms --------------------------------------------------------------------------------------


def with_guesses(live: LivePlay, choice: Choice, luck: random.Random) -> Choice:
    """The same move, with a hunch or more about each of the others."""
    if not isinstance(choice, MoveChoice) or not live.view(choice.party).may_predict:
        return choice
    others = [other.id for other in live.view(choice.party).there]
    guesses = tuple(
        Prediction.of_person(other, luck.choice(STANCES), is_sure=luck.random() < 0.5)
        for other in others
    )
    return replace(choice, predictions=guesses)


def all_voted(live: LivePlay, choice: Choice) -> Choice:
    """The same votes, each said."""
    if isinstance(choice, VoteChoice):
        asked = [p.proposer for p in live.view(choice.party).proposals if not p.own]
        return replace(choice, votes={by: choice.votes[by] for by in asked})
    return choice


@pytest.mark.parametrize("path", EACH)
@pytest.mark.slow
def test_a_whole_play_is_played_by_forms_alone(path: Path) -> None:
    """What is filled in is on the page that asks for it, and is read back as it was meant."""
    compiled, luck = compiled_of(path), random.Random(1)
    live = start(compiled, 1, *compiled.parties)
    while not live.is_over:
        seat = luck.choice(live.waiting_for)
        view, form = live.view(seat), {}
        if any(isinstance(page, TrustPage) for page in pages_for_seat(live, seat)):
            form = {f"trust.{other.id}": str(luck.randrange(11)) for other in view.there}
            assert_offered(page_of(live, seat, "nl"), form)
            trusted = read_trust(view, form)
            assert isinstance(trusted, dict)
            live.state_trust(seat, trusted)
        made = random_choice(compiled, live.state, seat, luck)
        wanted = all_voted(live, with_guesses(live, made, luck))
        form = filled_in(wanted)
        assert_offered(page_of(live, seat, "nl"), form)
        choice = read_choice(view, form)
        assert choice == wanted
        assert not isinstance(live.choose(wanted), Refusal)


def assert_offered(page: str, form: dict[str, str]) -> None:
    """Everything in the form can be filled in on that page."""
    fields = fields_of(page)
    for name, value in form.items():
        # Whether it is meant is asked only where something ends the talks.
        assert name == "end" or value in fields.get(name, ()) or "*" in fields[name], (name, value)


# --- secrets ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "secret_props"),
    [pytest.param(path, secret, marks=[pytest.mark.slow] if path in SHIPPED else [])
     for path, secret in ((MILL, False), (MINIMAL, True), *((p, False) for p in SMALL + SHIPPED))],
)  # fmt: skip
@pytest.mark.slow
def test_no_byte_of_a_page_is_of_what_the_seat_may_not_read(path: Path, secret_props: bool) -> None:
    compiled = marked_of(path, secret_props=secret_props)
    live = start(compiled, 2, *compiled.parties)
    may, taken_in = MayRead(compiled), 0
    for at, seat, _ in asked_pages(live, 2):
        for step in at.steps[taken_in:]:
            may.follow(step.events, step.state.world)
        taken_in = len(at.steps)
        marks = marks_in_text(page_of(at, seat, "nl"))
        assert marks
        assert marks - set(may.of(seat)) == set()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_an_author_s_text_stays_text(text: str, minimal: CompiledScenario) -> None:
    scenario = minimal.scenario
    parties = {
        name: party.model_copy(update={"name": Text(en=text), "private": Text(en=text)})
        for name, party in scenario.parties.items()
    }
    changed = scenario.model_copy(update={"title": Text(en=text), "parties": parties})
    live = start(compile_scenario(changed), 1, "ferry")
    plain = Reader(page_of(start(minimal, 1, "ferry"), "ferry", "en"))
    found = Reader(page_of(live, "ferry", "en"))
    assert set(found.tags) == set(plain.tags)
    assert found.attributes == plain.attributes
    assert not re.search("[\x00\x1b\u202e]", found.text)
