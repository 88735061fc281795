"""The studio in a real browser: what is saved shows, and what is played goes on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.scenario.vocabulary import Language
from tests.browser.chromium import PROGRAM, until
from tests.browser.look import LOOK, axe
from tests.conftest import CARE_MERGER
from tests.studio.files import new_file, save, save_beside
from tests.studio.serving import Studio, serve

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed"),
]

_HAS = "text => document.body.innerText.includes(text)"
_LACKS = "text => !document.body.innerText.includes(text)"


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    """A studio of this test alone, in English."""
    with serve(new_file(tmp_path)) as found:
        yield found


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page on which nothing may go wrong unseen."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    opened, said = context.new_page(), list[str]()
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda fault: said.append(str(fault)))
    yield opened
    context.close()
    assert said == []


@pytest.mark.parametrize("how", [save, save_beside])
def test_a_save_shows_without_loading_the_page_again(studio: Studio, page: Any, how: Any) -> None:
    page.goto(f"{studio.address}phase/first-talk")
    page.evaluate("window.isSame = true")
    how(studio.path, "Outside the quarter-past boat", "Outside the half-past boat")
    until(page, _HAS, "Outside the half-past boat sounds its horn.")
    assert page.evaluate("window.isSame") is True
    how(studio.path, "en: First talk", "en: First words")
    until(page, _HAS, "First words")


def test_play_from_here_keeps_its_choices(studio: Studio, page: Any) -> None:
    page.goto(f"{studio.address}phase/first-talk?seat=ferry")
    page.click("#from button:has-text('Play')")
    for move in ("swap", "wait"):
        page.check(f"input[value='{move}']")
        page.click("form.ask button")
        until(page, "move => document.querySelector('#made').innerText.includes(move)", move)
    now = page.inner_text("form.ask")
    save(studio.path, "Fine. Next item.", "Good. Next item.")
    until(page, _HAS, "Saved at")
    until(page, "() => document.querySelectorAll('#made li').length === 2")
    assert page.inner_text("form.ask") == now
    save(studio.path, "moves: [show-list, ask-about-the-rain, swap,", "moves: [show-list,")
    until(page, _HAS, "swap can't be chosen here any more")
    assert page.evaluate("document.querySelectorAll('#made li').length") == 0
    page.check("input[value='show-list']")
    page.click("form.ask button")
    until(page, "() => document.querySelectorAll('#made li').length === 2")
    assert page.inner_text("#made ol").split() == ["show-list", "wait"]


def test_a_broken_file_keeps_the_page(studio: Studio, page: Any) -> None:
    page.goto(studio.address)
    text = studio.path.read_bytes()
    for content in (text[: len(text) // 2], b"\0\0\0", b"", None):
        if content is None:
            studio.path.unlink()
        else:
            studio.path.write_bytes(content)
        until(page, _HAS, "the last that can be played")
        assert page.is_visible("#map")
        assert page.is_visible("text=Anneke Brouwer")
        studio.path.write_bytes(text)
        until(page, _HAS, "no problems")
        assert page.is_visible("#map")


def test_what_is_read_filled_in_or_unfolded_stays(studio: Studio, page: Any) -> None:
    page.goto(f"{studio.address}phase/closing")
    page.click("#from-trust summary")
    page.fill("[id='trust.ferry.bikes']", "77")
    page.evaluate("scrollTo({top: 700, behavior: 'instant'})")
    before = page.evaluate("scrollY")
    assert before > 0
    save(studio.path, "Fine. Next item.", "Good. Next item.")
    save(studio.path, "start: first-talk", "start: first-tolk")
    until(page, _HAS, "the last that can be played")
    save(studio.path, "start: first-tolk", "start: first-talk")
    until(page, _LACKS, "the last that can be played")
    assert page.input_value("[id='trust.ferry.bikes']") == "77"
    assert page.is_visible("[id='trust.ferry.bikes']")
    assert page.evaluate("document.activeElement.id") == "trust.ferry.bikes"
    assert abs(page.evaluate("scrollY") - before) < 5


def test_a_choice_that_was_begun_is_still_begun_after_a_save(studio: Studio, page: Any) -> None:
    page.goto(f"{studio.address}phase/first-talk?seat=ferry")
    page.click("#from button:has-text('Play')")
    page.check("input[value='swap']")
    page.check("#call")
    save(studio.path, "It works as long as both sides deliver.", "It works if both deliver.")
    until(page, _HAS, "It works if both deliver.")
    assert page.is_checked("input[value='swap']")
    assert page.is_checked("#call")
    assert page.evaluate("document.querySelectorAll('#made li').length") == 0


def test_a_reader_hears_how_the_save_came_out(studio: Studio, page: Any) -> None:
    page.goto(studio.address)
    save(studio.path, "start: first-talk", "start: first-tolk")
    until(page, "() => document.querySelector('#news').textContent.includes('1 error')")
    assert page.get_attribute("#news", "aria-live") == "polite"


def test_nothing_in_a_text_runs(tmp_path: Path, page: Any) -> None:
    path = new_file(tmp_path)
    for name, hostile in (
        ("First talk", "<script>window.ran=1</script>"),
        ("Brouwer Bicycles", "<img src=x onerror=ran=2>"),
        ("Take your coat", "'' onclick=''ran=3"),
    ):
        save(path, f"en: {name}", f"en: '{hostile}'")
    with serve(path) as studio:
        for place in ("", "phase/first-talk", "phase/closing", "play"):
            page.goto(f"{studio.address}{place}")
            assert page.evaluate("window.ran") is None
        save(studio.path, "start: first-talk", "start: '<img src=x onerror=ran=4>'")
        until(page, _HAS, "<img src=x onerror=ran=4>")
        assert page.evaluate("window.ran") is None


def test_it_can_be_led_by_the_keyboard_alone(studio: Studio, page: Any) -> None:
    page.goto(f"{studio.address}phase/closing?seat=ferry")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    met = []
    for _ in range(60):
        page.keyboard.press("Tab")
        met.append(page.evaluate("document.activeElement.textContent.trim()"))
        if met[-1] == "Play":
            break
    assert {"Overview", "Phases", "Play from here", "The ticket"} <= set(met)
    page.keyboard.press("Enter")
    page.wait_for_selector("#made")
    assert "You are Vlieter Ferries" in page.inner_text("#made")


_FIT = f"""async () => {{ {LOOK}
  await document.fonts.ready;
  const ids = [...document.querySelectorAll("[id]")].map(each => each.id);
  unfold();
  const page = {{axe: await found(document)}};
  // What can be scrolled by itself may be as wide as it likes.
  document.querySelectorAll(".scrolls > *, .sheets > *").forEach(each => each.remove());
  page.wide = wide();
  page.beside = document.documentElement.scrollWidth > root.clientWidth ? ["scrolls"] : [];
  page.small = small();
  page.twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  return page;
}}"""
# What is looked at in which state: the rest of a page is as it was before.
_STATES = {
    "good": ("", "phase/first-talk", "phase/bench", "play"), "playing": ("play",), "broken": ("",),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("nl", 360, "light"), ("en", 1366, "dark")],
)
def test_every_page_is_fit_for_everybody(
    language: Language, width: int, scheme: str, browser: Any, tmp_path: Path
) -> None:
    """axe finds nothing, nothing sticks out, and a thumb can press it; good or broken."""
    tab = browser.new_page(viewport={"width": width, "height": 768}, color_scheme=scheme)
    with serve(new_file(tmp_path), language, plays=True) as studio:
        tab.goto(studio.address)
        until(tab, "() => document.querySelector('.covered') !== null")
        for state, places in _STATES.items():
            if state == "playing":
                tab.goto(f"{studio.address}phase/closing")
                tab.click("#from .buttons button")
                tab.check("input[value='wait']")
                tab.click("form.ask button")
                until(tab, "() => document.querySelectorAll('#made li').length === 1")
            if state == "broken":
                save(studio.path, "start: first-talk", "start: first-tolk")
                until(tab, "() => document.querySelector('.fault.error') !== null")
            for place in places:
                tab.goto(f"{studio.address}{place}")
                tab.evaluate(axe())
                told = tab.evaluate(_FIT)
                assert {name: each for name, each in told.items() if each} == {}, (state, place)
    tab.close()


def test_a_large_scenario_fits_too(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(CARE_MERGER.read_bytes())
    tab = browser.new_page(viewport={"width": 360, "height": 740})
    with serve(path, "nl") as studio:
        for place in ("", "phase/the-books"):
            tab.goto(f"{studio.address}{place}")
            tab.evaluate(axe())
            told = tab.evaluate(_FIT)
            assert {name: each for name, each in told.items() if each} == {}, place
    tab.close()
