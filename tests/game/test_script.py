"""`script` prints a scenario: all that can be read in play, and secrets only where they belong."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import html5lib
import pytest
from pydantic import BaseModel

from engine.scenario.load import load, load_text
from engine.scenario.schema import Scenario, Text
from engine.scenario.vocabulary import LANGUAGES, Language
from game.html.printed import page
from game.presenters.printed import Printed, Said, printed
from game.words import words_in
from tests.conftest import LIBRARY, compiled_of
from tests.game.conftest import MINIMAL, ROOT, THREE, Run
from tests.play.mills import mill_with
from tests.play.test_asides import OF_STEP, OPENS, SITUATIONS
from tests.translated import MARK, translated

SMALL = ROOT / "tests/scenarios/valid/small.yaml"
GUIDED = ROOT / "tests/play/mill.yaml"
GUIDE = ROOT / "scenarios/README.md"
AIMED = ROOT / "tests/scenarios/valid/quay.yaml"
PATHS = [
    *(Path(MINIMAL), Path(THREE), SMALL, GUIDED, AIMED),
    *(pytest.param(path, marks=pytest.mark.slow) for path in LIBRARY),
]


def texts_of(part: Any, language: Language) -> Iterator[str]:
    """Every text of an author in that part, in that language."""
    if isinstance(part, Text):
        yield words_in(language).of(part)
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts_of(getattr(part, name), language)
    elif isinstance(part, Mapping):
        for each in part.values():
            yield from texts_of(each, language)
    elif isinstance(part, tuple):
        for each in part:
            yield from texts_of(each, language)


def read(text: str) -> str:
    """What stands on the page, in one line and in small letters."""
    body = re.sub(r"<[^>]*>", " ", text[text.index("<body>") :])
    return plain(html.unescape(body))


def plain(text: str) -> str:
    """A text whatever its capitals: in Dutch, één begins a sentence as Eén."""
    return " ".join(text.split()).lower().replace("eén", "één")


def scenario_of(path: Path) -> Scenario:
    return compiled_of(path).scenario


def page_of(path: Path, language: Language = "en") -> str:
    words = words_in(language)
    return page(printed(scenario_of(path), words), words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_everything_an_author_wrote_is_on_it(path: Path, language: Language) -> None:
    shown = read(page_of(path, language))
    written = {plain(text) for text in texts_of(scenario_of(path), language)}
    assert written
    assert not [text for text in written if text not in shown]
    assert not [
        role.name for _, role in scenario_of(path).all_roles() if role.name.lower() not in shown
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_it_is_valid_and_its_links_lead_somewhere(path: Path, language: Language) -> None:
    text = page_of(path, language)
    html5lib.HTMLParser(strict=True).parse(text)
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    assert not re.search(r'(src|href)="(?!#)', text)
    assert f'<html lang="{language}">' in text


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_secrets_stand_on_the_pages_of_their_party_alone(path: Path) -> None:
    scenario, words = scenario_of(path), words_in("en")
    chapters = {each.id: repr(each) for each in printed(scenario, words).chapters}
    for name, party in scenario.parties.items():
        secret = [party.private, *(role.brief for role in party.roles.values() if role.brief)]
        secret += [
            prop.text for prop in scenario.props.values() if prop.secret and prop.held_by == name
        ]
        for text in secret:
            there = [each for each, told in chapters.items() if repr(words.of(text)) in told]
            assert there == [f"secret-{name}"]
    marked = [each.id for each in printed(scenario, words).chapters if each.is_secret]
    assert marked == [f"secret-{name}" for name in scenario.parties]


def said(script: Printed, text: str) -> Said:
    """The line with that wording."""
    blocks = [b for chapter in script.chapters for entry in chapter.entries for b in entry.blocks]
    (found,) = [b for b in blocks if isinstance(b, Said) and text in b.says]
    return found


def test_each_line_says_in_words_when_it_is_heard() -> None:
    """The scenario of the guide has a line of every kind."""
    guide = (ROOT / "scenarios/README.md").read_text("utf-8")
    written = "\n".join(re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL))
    script = printed(_loaded(written), words_in("en"))
    noor, tom = "Noor Bakker (North Bakery)", "Tom Reed (South Bakery)"
    whens = {
        "It has rained since five.": ("When the phase begins", ""),
        "You're standing in front of my van.": ("", noor),
        "I wrote something down this time.": (
            "Before the choice in round 2, when trust is below 40", tom),
        "Page nine. Read it and be quiet.": ("With the move", noor),
        "Is there a second one?": ("In answer, when South Bakery's trust is below 40", tom),
        "May, then. I thought so.": ("In answer", tom),
        "So had I.": ("After that", noor),
        "Fine. What else?": ("When somebody just played a reciprocal move", noor),
        "I left you with a cold oven.": ("With that", noor),
        "I could have said something, that Saturday.": (
            "With that", "Whoever speaks for the party"),
        "I brought last year's receipts. Go on, I'll listen.": (
            "On coming to the table", "Iris Bakker (North Bakery)"),
    }  # fmt: skip
    for text, (when, who) in whens.items():
        found = said(script, text)
        assert (found.when, found.who) == (when, who)


def _loaded(text: str) -> Scenario:
    loaded = load_text(text, "guide.yaml")
    assert loaded.scenario is not None
    return loaded.scenario


# --- the command ------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_script_is_written_and_made_anew(language: Language, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "script.html"
    for _ in range(2):
        told = run("script", MINIMAL, "--out", str(out), "--lang", language)
        assert (told.code, told.err) == (0, "")
        assert "script.html" in told.out
    assert out.read_text("utf-8") == page_of(Path(MINIMAL), language)


def test_it_is_told_in_any_language_that_the_scenario_has(run: Run, tmp_path: Path) -> None:
    path, out = translated(Path(MINIMAL), tmp_path / "german.yaml"), tmp_path / "script.html"
    assert run("script", str(path), "--texts", "de", "--out", str(out)).code == 0
    assert MARK in out.read_text("utf-8")
    assert run("script", str(path), "--texts", "fy", "--out", str(out)).code == 2


def test_nothing_is_written_over_unasked(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "script.html"
    out.write_text("mine", "utf-8")
    assert run("script", MINIMAL, "--out", str(out)).code == 2
    assert out.read_text("utf-8") == "mine"
    assert run("script", MINIMAL, "--out", str(out), "--overwrite").code == 0
    assert run("script", MINIMAL, "--out", str(tmp_path / "script.pdf")).code == 2


def test_a_scenario_is_never_written_over(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "small.html"
    path.write_bytes(SMALL.read_bytes())
    assert run("script", str(path), "--out", str(path), "--overwrite").code == 2
    assert path.read_bytes() == SMALL.read_bytes()


def test_what_an_author_wrote_is_shown_and_never_obeyed(run: Run, tmp_path: Path) -> None:
    sly = "</p></q><script>alert(1)</script> \x1b[2J\u202e &amp; {{ 7 * 7 }}"
    text = SMALL.read_text("utf-8").replace("name: Signing", f"name: {json.dumps(sly)}")
    path, out = tmp_path / "sly.yaml", tmp_path / "script.html"
    path.write_text(text, "utf-8")
    written = page(printed(_loaded_anyhow(path), words_in("en")), words_in("en"))
    out.write_text(written, "utf-8")
    assert "<script" not in written
    assert not {"\x1b", "\u202e"} & set(written)
    assert "{{ 7 * 7 }}" in written


def _loaded_anyhow(path: Path) -> Scenario:
    loaded = load(path)
    scenario = loaded.scenario or loaded.draft
    assert scenario is not None
    return scenario


def test_what_one_party_alone_is_told_stands_on_its_own_pages() -> None:
    scenario = mill_with(OPENS, SITUATIONS, OF_STEP).scenario
    script = printed(scenario, words_in("en"))
    for chapter in script.chapters:
        shown = repr(chapter)
        assert ("Your brother has written." in shown) == (chapter.id == "secret-farmer")
        assert ("Head office has called." in shown) == (chapter.id == "secret-banker")
        assert ("You knew my wheel." in shown) == (chapter.id == "script")


def test_it_says_who_wrote_it_and_what_leads_where() -> None:
    text = GUIDE.read_text("utf-8")
    scenario = load_text("\n".join(re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)), "x").scenario
    assert isinstance(scenario, Scenario)
    words = words_in("en")
    shown = read(page(printed(scenario, words), words))
    for told in (
        "Written by: Hanna Smit", "with a chance of 80%", "over sooner, when somebody has played",
        "Tom Reed leaves the table", "Watch who looks at the logbook first",
    ):  # fmt: skip
        assert told.lower() in shown
