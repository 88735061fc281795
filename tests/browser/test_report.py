"""The report in a real browser: what a person with a screen reader or a printer gets."""

import html
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from engine.debrief import debrief
from engine.scenario.vocabulary import LANGUAGES, Language
from game.html.report import page
from game.words import words_in
from tests.browser.chromium import PROGRAM, dom_of, run
from tests.conftest import CARE_MERGER, compiled_of
from tests.debrief.contract import played, replayed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed"),
]

# The marker is in the title: a script that fails leaves the title as it was.
_ASK = """
axe.run(document).then(found => {
  const told = {
    isDark: matchMedia("(prefers-color-scheme: dark)").matches,
    passes: found.passes.length,
    violations: found.violations.map(each => [each.id, each.nodes.map(node => node.html)]),
  };
  document.body.textContent = JSON.stringify(told);
  document.title = "axe";
});
"""


@pytest.fixture(scope="module", params=LANGUAGES)
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a play of the care merger, with all there is to tell."""
    language: Language = request.param
    compiled = compiled_of(CARE_MERGER)
    play = replayed(compiled, played(compiled, ("charmer", "divided"), 7))
    found = debrief(compiled, play, plays=20)
    text = page(compiled, play.trace, found, words_in(language), compiled.parties, for_trainer=True)
    path = tmp_path_factory.mktemp("report") / f"{language}.html"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_mend(report: Path, tmp_path: Path, scheme: str) -> None:
    found = _axe(report, tmp_path, scheme)
    assert found["violations"] == []
    assert found["passes"] > 10


def test_axe_finds_what_is_wrong(report: Path, tmp_path: Path) -> None:
    """The tests above can fail: a picture without words is found."""
    spoilt = tmp_path / "spoilt.html"
    spoilt.write_text(report.read_text("utf-8").replace("</body>", '<img src="x.png"></body>'))
    assert "image-alt" in dict(_axe(spoilt, tmp_path, "light")["violations"])


def _axe(report: Path, folder: Path, scheme: str) -> dict[str, Any]:
    """What axe says of that page in a light or a dark browser."""
    script = files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
    text = re.sub(r"<meta[^>]*Content-Security-Policy[^>]*>", "", report.read_text("utf-8"))
    checked = folder / "checked.html"
    with_axe = f"<script>{script}</script><script>{_ASK}</script></body>"
    checked.write_text(text.replace("</body>", with_axe), "utf-8")
    dark = ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
    dom = dom_of(checked, folder / "profile", *dark)
    assert "<title>axe</title>" in dom
    (said,) = re.findall(r"<body[^>]*>(.*)</body>", dom, re.DOTALL)
    told: dict[str, Any] = json.loads(html.unescape(said))
    assert told["isDark"] == (scheme == "dark")
    return told


def test_it_prints_on_a4_with_the_story_on_one_sheet(report: Path, tmp_path: Path) -> None:
    whole = _printed(report, tmp_path)
    assert set(whole) == {A4}
    story = tmp_path / "story.html"
    hidden = ":is(section:not(.story), footer) { display: none }"
    alone = report.read_text("utf-8").replace("</style>", f"{hidden}</style>")
    story.write_text(alone, "utf-8")
    assert len(_printed(story, tmp_path)) == 1 < len(whole)


# Points, as a browser rounds the paper of 210 by 297 mm.
A4 = (0.0, 0.0, 594.95996, 841.91998)


def _printed(page: Path, folder: Path) -> list[tuple[float, ...]]:
    """The size of each sheet."""
    paper = folder / f"{page.stem}.pdf"
    run(page, folder / "profile", "--no-pdf-header-footer", f"--print-to-pdf={paper}")
    boxes = re.findall(rb"/MediaBox \[([^\]]*)\]", paper.read_bytes())
    return [tuple(map(float, box.split())) for box in boxes]
