"""The printed script in a real browser: it can be read, and prints with secrets on their own."""

from pathlib import Path
from typing import Any

import pytest

from engine.scenario.vocabulary import LANGUAGES, Language
from game.html.printed import page
from game.presenters.printed import printed
from game.words import words_in
from tests.browser.chromium import PROGRAM
from tests.browser.look import axe
from tests.conftest import SHIPPED, compiled_of
from tests.game.conftest import MINIMAL

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed"),
]

_BREAKS = """() => [...document.querySelectorAll("section")].filter(
    section => getComputedStyle(section).breakBefore === "page").map(section => section.id)"""


@pytest.fixture
def script(tmp_path: Path) -> Any:
    """The page of the scenario that ships, in that language."""

    def written(language: Language, scenario: Path = SHIPPED[0]) -> str:
        words, path = words_in(language), tmp_path / "script.html"
        compiled = compiled_of(scenario)
        path.write_text(page(printed(compiled.scenario, words), words), "utf-8")
        return path.as_uri()

    return written


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_script_is_no_wider_than_a_phone(language: Language, browser: Any, script: Any) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 740})
    tab.goto(script(language))
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    tab.close()


def test_on_paper_each_secret_begins_a_page_of_its_own(browser: Any, script: Any) -> None:
    tab = browser.new_page()
    tab.goto(script("en"))
    tab.emulate_media(media="print")
    secrets = [f"secret-{name}" for name in compiled_of(SHIPPED[0]).parties]
    assert [each for each in tab.evaluate(_BREAKS) if each.startswith("secret")] == secrets
    tab.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_mend(scheme: str, browser: Any, script: Any) -> None:
    tab = browser.new_page(color_scheme=scheme)
    tab.goto(script("en", Path(MINIMAL)))  # axe takes minutes over a long page
    tab.evaluate(axe())
    found = tab.evaluate("axe.run(document).then(told => told.violations.map(each => each.id))")
    assert found == []
    tab.close()
