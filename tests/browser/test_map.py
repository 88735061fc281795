"""The map in a real browser, which has its own letters: nothing overlaps, and a page prints."""

from pathlib import Path
from typing import Any

import pytest

from engine.scenario.vocabulary import LANGUAGES, Language
from engine.simulate import Plan, castings_of, routes_of
from game.html.script_map import drawing, page
from game.presenters.script_map import ScriptMap, script_map
from game.words import words_in
from tests.browser.chromium import PROGRAM
from tests.browser.look import axe
from tests.conftest import CARE_MERGER, compiled_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed"),
]

# Texts that lie on another, or outside the drawing; and the frames that a text crosses.
_FAULTS = """() => {
  const svg = document.querySelector("svg"), sheet = svg.viewBox.baseVal, found = [];
  svg.setAttribute("width", sheet.width); svg.setAttribute("height", sheet.height);
  const boxes = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBBox()]);
  const shared = (a, b, side, size) =>
    Math.min(a[side] + a[size], b[side] + b[size]) - Math.max(a[side], b[side]);
  boxes.forEach(([text, one], at) => {
    if (one.x < 0 || one.x + one.width > sheet.width || one.y + one.height > sheet.height)
      found.push(["outside", text]);
    for (const [other, two] of boxes.slice(at + 1))
      if (shared(one, two, "x", "width") > 1 && shared(one, two, "y", "height") > 4)
        found.push([text, other]);
    for (const frame of svg.querySelectorAll("rect")) {
      const edge = frame.getBBox(), wide = shared(one, edge, "x", "width");
      if (shared(one, edge, "y", "height") > 4 && wide > 1 && wide < one.width - 1)
        found.push(["crosses", text]);
    }
  });
  return found;
}"""


def mapped(language: Language) -> ScriptMap:
    compiled = compiled_of(CARE_MERGER)
    plan = Plan(0, 216, castings_of(compiled))
    (found,) = routes_of(compiled, plan)
    return script_map(compiled.scenario, words_in(language), plan, found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_overlaps_or_leaves_its_box(
    language: Language, browser: Any, tmp_path: Path
) -> None:
    path = tmp_path / "map.svg"
    path.write_text(drawing(mapped(language), words_in(language)), "utf-8")
    tab = browser.new_page()
    tab.goto(path.as_uri())
    assert tab.evaluate(_FAULTS) == []
    tab.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_no_wider_than_a_phone(language: Language, browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(page(mapped(language), words_in(language)), "utf-8")
    tab = browser.new_page(viewport={"width": 360, "height": 740})
    tab.goto(path.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    tab.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_mend(scheme: str, browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(page(mapped("en"), words_in("en")), "utf-8")
    tab = browser.new_page(color_scheme=scheme)
    tab.goto(path.as_uri())
    tab.evaluate(axe())
    found = tab.evaluate("axe.run(document).then(told => told.violations.map(each => each.id))")
    assert found == []
    tab.close()
