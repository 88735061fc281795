"""A play in a real browser: served as it will be, with nothing allowed that is not needed."""

import html
import json
import re
import threading
from collections.abc import Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import Language
from game.web.files import POLICY, Served, served
from tests.browser.chromium import PROGRAM, visit
from tests.conftest import MINIMAL, SHIPPED, compiled_of
from tests.web.pictures import kinds

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed"),
]

# Each page is looked at, and leads to the next; the last one says what was found on all.
_LOOK = """
const root = document.documentElement;
const wide = () => [...document.querySelectorAll("body *")]
  .filter(each => each.getBoundingClientRect().right > root.clientWidth + 1)
  .filter(each => !each.closest(".hidden, picture, svg, .skip"))
  .map(each => `${each.tagName}.${each.className}`);
const small = () => [...document.querySelectorAll("button, summary, select, .answer > label, " +
  ".chip > label, .tick > label, input[type=number]")]
  .filter(each => each.checkVisibility())
  .map(each => [each.getBoundingClientRect(), each])
  .filter(([box]) => box.width < 44 || box.height < 44)
  .map(([box, each]) => `${each.tagName} ${box.width}x${box.height} ${each.textContent.trim()}`);
async function look() {
  await document.fonts.ready;
  const told = JSON.parse(sessionStorage.told || "[]");
  const found = await axe.run(document);
  for (const each of document.querySelectorAll("details")) each.open = true;
  const page = {
    page: location.pathname,
    width: innerWidth,
    isDark: matchMedia("(prefers-color-scheme: dark)").matches,
    font: document.fonts.check("16px Inter"),
    background: getComputedStyle(document.querySelector(".ask, .part")).backgroundColor,
    passes: found.passes.length,
    violations: found.violations.map(each => [each.id, each.nodes.map(node => node.html)]),
    unfolded: (await axe.run(document)).violations.map(
      each => [each.id, each.nodes.map(node => node.html)]),
    wide: wide(),
    small: small(),
    pictures: [...document.images].filter(each => each.complete && !each.naturalWidth).length,
  };
  root.style.fontSize = "200%";
  page.wideWhenLarge = wide();
  told.push(page);
  sessionStorage.told = JSON.stringify(told);
  const next = document.querySelector("script[data-next]").dataset.next;
  if (next) location = next;
  else { document.body.textContent = JSON.stringify(told); document.title = "looked at"; }
}
addEventListener("load", look);
"""


@cache
def _script() -> str:
    return files("axe_core_python").joinpath("axe.min.js").read_text("utf-8") + _LOOK


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
        self.send_header("Content-Security-Policy", POLICY)
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


def opened(rooms: list[_Room], path: Path, seed: int, language: Language) -> tuple[_Room, str]:
    """A room with every kind of page of that play, each leading to the next, and the first."""
    made = list(kinds(path, seed, language))
    names = [f"{at}.html" for at in range(len(made))]
    pages = {}
    for (_, page), name, after in zip(made, names, [*names[1:], ""], strict=True):
        script = f'<script src="look.js" data-next="{after}"></script></body>'
        pages[name] = page.replace("</body>", script)
    rooms.append(_Room(pages, compiled_of(path).scenario))
    threading.Thread(target=rooms[-1].serve_forever, daemon=True).start()
    return rooms[-1], f"http://127.0.0.1:{rooms[-1].server_port}/0.html"


@pytest.mark.parametrize(
    ("path", "seed", "language", "scheme", "width"),
    [
        (SHIPPED[0], 3, "nl", "light", 360), (SHIPPED[0], 3, "en", "dark", 360),
        (SHIPPED[0], 3, "nl", "dark", 1366), (MINIMAL, 2, "en", "light", 1920),
        (MINIMAL, 2, "nl", "dark", 360), (SHIPPED[0], 3, "en", "light", 683),
    ],
)  # fmt: skip
def test_every_kind_of_page_is_fit_for_everybody(
    path: Path, seed: int, language: Language, scheme: str, width: int, room: list[_Room],
    tmp_path: Path,
) -> None:  # fmt: skip
    """axe finds nothing, the console is silent, nothing sticks out, and a thumb can press it."""
    served_at, address = opened(room, path, seed, language)
    dark = ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
    dom, console = visit(address, tmp_path / "profile", f"--window-size={width},800", *dark)
    assert "<title>looked at</title>" in dom, dom[-2000:]
    (said,) = re.findall(r"<body[^>]*>(.*)</body>", dom, re.DOTALL)
    told: list[dict[str, Any]] = json.loads(html.unescape(said))
    assert len(told) == len(served_at.pages)
    assert served_at.missed == []
    assert console == []
    for page in told:
        assert (page["width"], page["isDark"], page["font"]) == (width, scheme == "dark", True)
        assert page["passes"] > 10
        for name in ("violations", "unfolded", "wide", "small", "wideWhenLarge"):
            assert page[name] == [], (page["page"], name)
        assert page["pictures"] == 0
