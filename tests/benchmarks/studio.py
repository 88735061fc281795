"""How long it takes from a save until the page shows it: `watch` in a real headless Chromium.

`python -m tests.benchmarks.studio [--saves 20] [FILE …]`

A process of its own serves the studio, with its many plays behind it, as for an author. The page is
open at the overview, and then at a play that has been going for two choices. Each save changes a
text that the page shows; the browser says when it was there. Half of the saves are written in
place, half by way of another file; each waits until the last one shows, so that most of them come
while the plays of the one before are still being played.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

from engine.scenario.load import load
from game.web.address import listen
from tests.browser.chromium import PROGRAM
from tests.conftest import CARE_MERGER, MINIMAL, ROOT

_WATCH = """mark => {
  window.shown = new Promise((done, fail) => {
    setTimeout(() => fail("it never showed"), 60000);
    const look = () => document.body.textContent.includes(mark) && done(Date.now());
    new MutationObserver(look).observe(document.body, {subtree: true, childList: true});
  });
}"""
_PLACES = ("", "play")


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The studio of that file in a process of its own; its address."""
    with listen(0, only_here=True) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "main.py", "watch", str(path), "--no-browser", "--lang", "en",
               "--port", str(port)]  # fmt: skip
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = ""
        while "http://" not in address:
            address = process.stdout.readline()
        try:
            yield address[address.index("http://") :].strip()
        finally:
            process.terminate()


def save(path: Path, text: str, *, beside: bool) -> float:
    """Save it in one of two ways; when it was there."""
    if beside:
        fresh = path.with_suffix(".new")
        fresh.write_text(text, "utf-8")
        now = time.time()
        fresh.replace(path)
        return now
    now = time.time()
    path.write_text(text, "utf-8")
    return now


def play_two(page: Any, address: str) -> None:
    """Make two choices, whatever is asked."""
    page.goto(f"{address}play")
    page.click("#from .buttons button")
    for number in (1, 2):
        page.wait_for_selector("form.ask")
        page.evaluate("document.querySelector('form.ask input[type=radio]').checked = true")
        page.click("form.ask button")
        page.wait_for_selector(f"#made li:nth-child({number})")


def measured(path: Path, saves: int) -> Iterator[tuple[str, list[float]]]:
    """By place of the page, the seconds from each save until it showed."""
    from playwright.sync_api import sync_playwright

    luck = Random(1)
    text = path.read_text("utf-8")
    scenario = load(path).scenario
    assert scenario is not None
    title, at = scenario.title.in_language("en"), text.index("\ntitle:")
    with served(path) as address, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        for place in _PLACES:
            if place == "play":
                play_two(page, address)
            else:
                page.goto(f"{address}{place}")
            took = []
            for number in range(saves):
                mark = f"{place or 'all'} {number}"
                page.evaluate(_WATCH, mark)
                page.wait_for_timeout(luck.uniform(0, 1000))
                changed = text[:at] + text[at:].replace(title, mark, 1)
                began = save(path, changed, beside=number % 2 == 0)
                took.append(page.evaluate("() => window.shown") / 1000 - began)
            yield place or "overview", took
        browser.close()


def main() -> None:
    """Measure, and print a line for each file and page."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--saves", type=int, default=20)
    asked = parser.parse_args()
    for source in asked.files or [MINIMAL, CARE_MERGER]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / source.name
            shutil.copy(source, path)
            lines = path.read_text("utf-8").count("\n")
            for place, took in measured(path, asked.saves):
                high = quantiles(took, n=10)[-1]
                print(
                    f"{source.name} ({lines:,} lines), {place}: median {median(took):.2f} s, "
                    f"90% {high:.2f} s, longest {max(took):.2f} s, {len(took)} saves"
                )


if __name__ == "__main__":
    main()
