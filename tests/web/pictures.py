"""Pictures of every page of the workshop: `python -m tests.web.pictures FOLDER [nl|en]`.

One workshop is played and each page that anybody sees is photographed by Chromium, by day and by
night; `index.html` beside the pictures shows them all. Every page is as wide as it may be shown: the
wall stands on a projector, so there are no pictures of it on a phone or a tablet.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import LANGUAGES, Language
from game.web.app import STATIC
from game.web.files import POLICY, Served, served
from tests.browser.chromium import PROGRAM
from tests.conftest import SHIPPED, compiled_of
from tests.web.afternoon import Sight, sights
from tests.web.phones import SITE

SIZES: Mapping[str, tuple[int, int]] = {
    "phone": (360, 640), "tablet": (768, 1024), "laptop": (1366, 768), "wall": (1920, 1080),
}  # fmt: skip
SCHEMES = ("light", "dark")
_WIDE = ("laptop", "wall")
# What would ask for news: nobody answers behind a picture.
_NEWS = re.compile(r'<meta name="news"[^>]*>')


def sizes_of(sight: Sight) -> Sequence[str]:
    """The sizes at which that page is shown to anybody."""
    return _WIDE if sight.kind == "wall" else tuple(SIZES)


def file_of(scenario: Scenario, path: str) -> Served | None:
    """The file that a page of the room asks for at that path."""
    name = path.removeprefix("/").removeprefix("test/")
    own = STATIC / name.removeprefix("static/")
    if name.startswith("static/") and own.is_file():
        kind = "text/css" if own.suffix == ".css" else "text/javascript"
        return Served(kind, own.read_bytes())
    return served(scenario, name)


@contextmanager
def browser() -> Iterator[Any]:
    """Chromium without a screen."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        found = started.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        yield found
        found.close()


class Viewer:
    """Shows pages as they were seen: what they ask for is there, and nothing else is."""

    def __init__(self, opened: Any, scenario: Scenario) -> None:
        self.page = opened.new_context(reduced_motion="reduce").new_page()
        self._scenario, self._now, self.missed = scenario, "", list[str]()
        self.page.context.route("**/*", self._answer)

    def show(self, sight: Sight) -> None:
        """Open that page."""
        self._now = _NEWS.sub("", sight.html)
        self.page.goto(f"{SITE}/test{sight.path}")
        self.page.evaluate("document.fonts.ready.then(() => true)")

    def _answer(self, route: Any) -> None:
        if route.request.is_navigation_request():
            given = {"content-security-policy": POLICY}
            route.fulfill(body=self._now, content_type="text/html; charset=utf-8", headers=given)
            return
        found = file_of(self._scenario, re.sub(rf"^{SITE}|\?.*$", "", route.request.url))
        if found is None:
            self.missed.append(route.request.url)
            route.fulfill(status=404)
        else:
            route.fulfill(body=found.content, content_type=found.kind)


def main(folder: Path, languages: Sequence[Language] = LANGUAGES) -> None:
    """Make them all."""
    with tempfile.TemporaryDirectory() as place:
        seen = asyncio.run(sights(Path(place), SHIPPED[0], languages))
    folder.mkdir(parents=True, exist_ok=True)
    made: list[str] = []
    with browser() as opened:
        viewer = Viewer(opened, compiled_of(SHIPPED[0]).scenario)
        for sight in seen:
            viewer.show(sight)
            for size in sizes_of(sight):
                for scheme in SCHEMES:
                    name = f"{sight.name}.{sight.language}.{size}.{scheme}.png"
                    photograph(viewer.page, size, scheme, folder / name)
                    made.append(name)
            sys.stdout.write(f"{sight.name} {sight.language}\n")
    assert not viewer.missed, viewer.missed
    figures = "".join(
        f'<figure><a href="{each}"><img src="{each}" loading="lazy" alt=""></a>'
        f"<figcaption>{each}</figcaption></figure>\n" for each in made
    )  # fmt: skip
    (folder / "index.html").write_text(_INDEX + figures, "utf-8")


def photograph(page: Any, size: str, scheme: str, place: Path) -> None:
    """A picture of the whole page; what is on the wall can't be scrolled."""
    wide, high = SIZES[size]
    page.set_viewport_size({"width": wide, "height": high})
    page.emulate_media(color_scheme=scheme)
    is_wall = page.evaluate("document.body.classList.contains('wall')")
    page.screenshot(path=place, full_page=not is_wall, animations="disabled")


_INDEX = """<!doctype html><meta charset="utf-8"><title>Every page</title><style>
body { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; font: 12px sans-serif }
figure { margin: 0; width: 18rem } img { width: 100%; border: 1px solid #888 }
</style>
"""

if __name__ == "__main__":
    main(Path(sys.argv[1]), [sys.argv[2]] if sys.argv[2:] else LANGUAGES)  # type: ignore[list-item]
