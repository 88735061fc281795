"""Pictures of every page of the workshop: `python -m tests.web.pictures FOLDER [nl|en]`.

One workshop is played and each page that anybody sees is photographed by Chromium, by day and by
night; `index.html` beside the pictures shows them all. The wall stands on a projector, so there are
no pictures of it on a phone or a tablet.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import LANGUAGES, Language
from game.web.files import POLICY, STATIC, Served, served
from tests.browser.chromium import PROGRAM
from tests.conftest import CARE_MERGER, compiled_of
from tests.web.afternoon import Sight, sights

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


@contextmanager
def browser() -> Iterator[Any]:
    """Chromium without a screen."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        found = started.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        yield found
        found.close()


class Viewer(ThreadingHTTPServer):
    """Shows pages as they were seen: what they ask for is there, and nothing else is."""

    daemon_threads = True

    def __init__(self, opened: Any, scenario: Scenario) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        Thread(target=self.serve_forever, daemon=True).start()
        self.page = opened.new_context(reduced_motion="reduce").new_page()
        self.scenario, self.now, self.missed = scenario, b"", list[str]()

    def show(self, sight: Sight) -> None:
        """Open that page."""
        self.now = _NEWS.sub("", sight.html).encode()
        self.page.goto(f"http://127.0.0.1:{self.server_port}/test{sight.path}")
        self.page.evaluate("document.fonts.ready.then(() => true)")

    def found(self, path: str, is_page: bool) -> Served | None:
        """What is at that address: the page that is shown, or what a page asks for."""
        if is_page:
            return Served("text/html; charset=utf-8", self.now)
        name = path.removeprefix("/").removeprefix("test/")
        own = STATIC / name.removeprefix("static/")
        if name.startswith("static/") and own.is_file():
            kind = "text/css" if own.suffix == ".css" else "text/javascript"
            return Served(kind, own.read_bytes())
        return served(self.scenario, name)


class _Answers(BaseHTTPRequestHandler):
    server: Viewer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer as the room does."""
        is_page = self.headers.get("sec-fetch-dest") == "document"
        found = self.server.found(self.path, is_page)
        if found is None:
            self.server.missed.append(self.path)
            found = Served("text/plain", b"")
        self.send_response(200)
        self.send_header("content-type", found.kind)
        self.send_header("content-length", str(len(found.content)))
        self.send_header("content-security-policy", POLICY)
        self.send_header("cache-control", "no-store" if is_page else "max-age=3600")
        self.end_headers()
        self.wfile.write(found.content)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def main(folder: Path, languages: Sequence[Language] = LANGUAGES) -> None:
    """Make them all."""
    with tempfile.TemporaryDirectory() as place:
        seen = asyncio.run(sights(Path(place), CARE_MERGER, languages))
    folder.mkdir(parents=True, exist_ok=True)
    made: list[str] = []
    with browser() as opened:
        viewer = Viewer(opened, compiled_of(CARE_MERGER).scenario)
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


def photograph(page: Any, size: str, scheme: str, place: Path, *, whole: bool = True) -> None:
    """A picture of the page, all of it or what fits the screen; the wall can't be scrolled."""
    wide, high = SIZES[size]
    page.set_viewport_size({"width": wide, "height": high})
    page.emulate_media(color_scheme=scheme)
    is_wall = page.evaluate("document.body.classList.contains('wall')")
    page.screenshot(path=place, full_page=whole and not is_wall, animations="disabled")


_INDEX = """<!doctype html><meta charset="utf-8"><title>Every page</title><style>
body { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; font: 12px sans-serif }
figure { margin: 0; width: 18rem } img { width: 100%; border: 1px solid #888 }
</style>
"""

if __name__ == "__main__":
    main(Path(sys.argv[1]), [sys.argv[2]] if sys.argv[2:] else LANGUAGES)  # type: ignore[list-item]
