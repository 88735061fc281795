"""A play in a real browser: served as it will be, with nothing allowed that is not needed."""

import html
import json
import re
import threading
from collections.abc import Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import Language
from game.web.files import POLICY, Served, served
from tests.browser.chromium import PROGRAM, visit
from tests.browser.look import LOOK, axe
from tests.conftest import CARE_MERGER, MINIMAL, compiled_of
from tests.web.plays import kinds

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed"),
]

# In each page: what is found on it.
_LOOK = (
    LOOK
    + """
async function look() {
  await document.fonts.ready;
  const told = await axe.run(document);
  unfold();
  const page = {
    page: location.pathname,
    width: innerWidth,
    isDark: matchMedia("(prefers-color-scheme: dark)").matches,
    font: document.fonts.check("16px Inter"),
    passes: told.passes.length,
    violations: told.violations.map(each => [each.id, each.nodes.map(node => node.html)]),
    unfolded: (await axe.run(document)).violations.map(
      each => [each.id, each.nodes.map(node => node.html)]),
    wide: wide(),
    small: small(),
    pictures: [...document.images].filter(each => each.complete && !each.naturalWidth).length,
  };
  root.style.fontSize = "200%";
  page.wideWhenLarge = wide();
  return page;
}
"""
)
# Around them: shows one page after the other, as wide as asked, and says what was found on all. The
# marker is in the title: a script that fails leaves it as it was.
_ROUND = """
addEventListener("load", async () => {
  const told = [];
  for (const page of document.body.dataset.pages.split(" ")) {
    const frame = document.createElement("iframe");
    frame.width = document.body.dataset.width;
    frame.height = 800;
    frame.src = page;
    const loaded = new Promise(done => frame.addEventListener("load", done));
    document.body.append(frame);
    await loaded;
    told.push(await frame.contentWindow.look());
    frame.remove();
  }
  document.body.textContent = JSON.stringify(told);
  document.title = "looked at";
});
"""
# A page by itself: in a frame nobody asks for a main part or a way past the header.
_ALONE = """
addEventListener("load", async () => {
  const told = await look();
  document.body.textContent = JSON.stringify([told]);
  document.title = "looked at";
});
"""
_FRAMES = """<!doctype html><html><head><meta name="color-scheme" content="light dark">
<title>frames</title><script src="round.js"></script></head><body data-width="{width}"
data-pages="{pages}"></body></html>"""


@cache
def _script() -> str:
    return axe() + _LOOK


class _Room(ThreadingHTTPServer):
    """Serves pages with the policy they are made for."""

    daemon_threads = True

    def __init__(self, pages: dict[str, str], scenario: Scenario) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages, self.scenario, self.missed = pages, scenario, list[str]()

    def content(self, address: str) -> Served | None:
        """What is served at that address."""
        if address in self.pages:
            return Served("text/html; charset=utf-8", self.pages[address].encode())
        if address == "look.js":
            return Served("text/javascript", _script().encode())
        if address == "round.js":
            return Served("text/javascript", _ROUND.encode())
        if address == "alone.js":
            return Served("text/javascript", _ALONE.encode())
        if address == "favicon.ico":
            return Served("image/x-icon", b"")
        return served(self.scenario, address)


class _Handler(BaseHTTPRequestHandler):
    server: _Room

    def do_GET(self) -> None:
        """Answer with the file, or that there is none."""
        address = self.path.lstrip("/")
        found = self.server.content(address)
        if found is None:
            self.server.missed.append(address)
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", found.kind)
        self.send_header("Content-Length", str(len(found.content)))
        # The test shows pages in a frame, which nobody else may.
        framed = "frame-ancestors 'self'; frame-src 'self'"
        policy = POLICY.replace("frame-ancestors 'none'", framed)
        self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(found.content)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def room() -> Iterator[list[_Room]]:
    """Rooms that are closed at the end."""
    rooms: list[_Room] = []
    yield rooms
    for each in rooms:
        each.shutdown()
        each.server_close()


def opened(
    rooms: list[_Room], path: Path, seed: int, language: Language, width: int
) -> tuple[_Room, str]:
    """A room with every kind of page of that play, and where they are shown so wide."""
    made = [page for _, page in kinds(path, seed, language)]
    script = '<script src="look.js"></script></body>'
    pages = {f"{at}.html": page.replace("</body>", script) for at, page in enumerate(made)}
    frames = _FRAMES.format(width=width, pages=" ".join(pages))
    rooms.append(_Room({**pages, "all.html": frames}, compiled_of(path).scenario))
    threading.Thread(target=rooms[-1].serve_forever, daemon=True).start()
    return rooms[-1], f"http://127.0.0.1:{rooms[-1].server_port}/all.html"


@pytest.mark.parametrize(
    ("path", "seed", "language", "scheme", "width"),
    [
        (CARE_MERGER, 3, "nl", "light", 360), (CARE_MERGER, 3, "en", "dark", 360),
        (CARE_MERGER, 3, "nl", "dark", 1366), (MINIMAL, 2, "en", "light", 1920),
        (MINIMAL, 2, "nl", "dark", 360), (CARE_MERGER, 3, "en", "light", 683),
    ],
)  # fmt: skip
def test_every_kind_of_page_is_fit_for_everybody(
    path: Path, seed: int, language: Language, scheme: str, width: int, room: list[_Room],
    tmp_path: Path,
) -> None:  # fmt: skip
    """axe finds nothing, the console is silent, nothing sticks out, and a thumb can press it."""
    served_at, address = opened(room, path, seed, language, width)
    dark = ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
    dom, console = visit(address, tmp_path / "profile", "--window-size=1920,1000", *dark)
    assert "<title>looked at</title>" in dom, dom[-2000:]
    (said,) = re.findall(r"<body[^>]*>(.*)</body>", dom, re.DOTALL)
    told: list[dict[str, Any]] = json.loads(html.unescape(said))
    assert len(told) == len(served_at.pages) - 1
    assert served_at.missed == []
    assert console == []
    for page in told:
        assert (page["width"], page["isDark"], page["font"]) == (width, scheme == "dark", True)
        assert page["passes"] > 10
        assert page["pictures"] == 0
    looked_for = ("violations", "unfolded", "wide", "small", "wideWhenLarge")
    faults = [(page["page"], name, page[name]) for page in told for name in looked_for]
    assert [each for each in faults if each[-1]] == []


def alone(rooms: list[_Room], folder: Path, spoil: str = "") -> tuple[dict[str, Any], list[str]]:
    """What is found on the first page of a play by itself, and what the console says of it."""
    served_at, address = opened(rooms, MINIMAL, 2, "nl", 360)
    script = f'{spoil}<script src="alone.js"></script></body>'
    served_at.pages["0.html"] = served_at.pages["0.html"].replace("</body>", script)
    dom, console = visit(address.replace("all.html", "0.html"), folder / "profile")
    (said,) = re.findall(r"<body[^>]*>(.*)</body>", dom, re.DOTALL)
    (told,) = json.loads(html.unescape(said))
    return told, console


def test_a_page_by_itself_has_its_landmarks(room: list[_Room], tmp_path: Path) -> None:
    told, console = alone(room, tmp_path)
    assert (told["violations"], told["unfolded"], console) == ([], [], [])


def test_what_is_wrong_is_found(room: list[_Room], tmp_path: Path) -> None:
    """The tests above can fail."""
    spoil = f'<img src="static/none.png"><p style="color: red">red</p><pre>{"wide " * 300}</pre>'
    told, console = alone(room, tmp_path, spoil)
    assert {"image-alt", "region"} <= set(dict(told["violations"]))
    assert any(each.startswith("PRE") for each in told["wide"])
    assert any("Content Security Policy" in line for line in console)
