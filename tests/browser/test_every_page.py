"""Every page of a workshop in a real browser: fit for everybody, on whatever it is read on."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from tests.browser.chromium import PROGRAM
from tests.browser.look import LOOK, axe
from tests.conftest import CARE_MERGER, compiled_of
from tests.web.afternoon import Sight, sights
from tests.web.pictures import Viewer, browser

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed"),
]

# The narrowest page that need not be scrolled sideways (WCAG 2.2, 1.4.10), and the screens of the
# trainer and the room.
NARROW, LAPTOP, WALL = (320, 640), (1366, 768), (1920, 1080)
_READABLE = (
    26  # pixels at 1920: letters that are read at 8 metres on a picture of 2 metres and more
)

# A page is made of parts, many of which stand on other pages as well; what it is like as a whole
# depends on what kind of parts those are.
_PARTS = f"""() => {{ {LOOK}
  unfold();
  return [parts().map(each => each.outerHTML),
    [document.body.className, ...parts().map(each => `${{each.localName}} ${{each.className}}`)]
      .join()];
}}"""
_AS_IT_IS = f"""() => {{ {LOOK}
  const ids = [...document.querySelectorAll("[id]")].map(each => each.id);
  const moves = each => getComputedStyle(each).transitionDuration !== "0s"
    || getComputedStyle(each).animationName !== "none";
  const page = {{wide: wide(), small: small(),
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    moves: [...document.querySelectorAll("body *")].filter(moves).map(named)}};
  root.style.fontSize = "200%";
  page.wideWhenLarge = wide();
  root.style.fontSize = "";
  return page;
}}"""
_AS_A_WHOLE = f"""async () => {{ {LOOK}
  return {{axe: await found(document, {{"color-contrast": {{enabled: false}}}})}};
}}"""
_IN_PART = f"""async isKnown => {{ {LOOK}
  return {{axe: await found({{include: parts().filter((_, at) => !isKnown[at])}})}};
}}"""
_IN_THE_DARK = f"""async isKnown => {{ {LOOK}
  const pale = await found({{include: parts().filter((_, at) => !isKnown[at])}}, undefined,
    ["color-contrast"]);
  return {{wide: wide(), pale}};
}}"""
_ON_WALL = f"""() => {{ {LOOK}
  return {{
    below: root.scrollHeight > innerHeight + 1 ? [root.scrollHeight] : [],
    tiny: [...document.querySelectorAll("main *")]
      .filter(each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
      .filter(each => each.checkVisibility() && !each.closest("svg"))
      .filter(each => parseFloat(getComputedStyle(each).fontSize) < {_READABLE})
      .map(named)}};
}}"""


# Behind letters the browser puts the reader's paper: in the colour of paper they would be lost.
_LOST = f"""() => {{ {LOOK}
  const paper = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll("body *")].filter(each => {{
    const style = getComputedStyle(each);
    return each.innerText?.trim() && style.color === paper && style.forcedColorAdjust === "auto";
  }}).map(named);
}}"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Sight]:
    """Every page; in Dutch, whose words are the longer ones."""
    return asyncio.run(sights(tmp_path_factory.mktemp("afternoon"), CARE_MERGER, ["nl"]))


@pytest.fixture(scope="module")
def viewer() -> Iterator[Viewer]:
    """A browser that shows them."""
    with browser() as opened, Viewer(opened, compiled_of(CARE_MERGER).scenario) as found:
        yield found
        found.shutdown()


class Looker:
    """Looks at pages, one after the other; at what several of them have in common once."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer, self.screen = viewer, ((0, 0), "")
        self.parts, self.wholes = set[str](), set[str]()

    def look(
        self, size: tuple[int, int], scheme: str, script: str, given: object = None
    ) -> dict[str, Any]:
        """What that script finds on the page that is shown."""
        if (size, scheme) != self.screen:
            self.viewer.page.set_viewport_size({"width": size[0], "height": size[1]})
            self.viewer.page.emulate_media(color_scheme=scheme)
            self.screen = size, scheme
        told: dict[str, Any] = self.viewer.page.evaluate(script, given)
        return {f"{name} at {size[0]}, {scheme}": found for name, found in told.items() if found}

    def faults(self, sight: Sight) -> dict[str, Any]:
        """What is wrong with that page, by what was looked for."""
        self.viewer.show(sight)
        size = WALL if sight.kind == "wall" else NARROW
        parts, whole = self.viewer.page.evaluate(_PARTS)
        told = self.look(size, "light", _AS_IT_IS)
        if sight.kind == "wall" and sight.name != "wall-table":  # a story goes on below
            told |= self.look(size, "light", _ON_WALL)
        is_known = [part in self.parts for part in parts]
        if whole not in self.wholes or not all(is_known):
            self.viewer.page.evaluate(axe())
        if whole not in self.wholes:
            told |= self.look(size, "light", _AS_A_WHOLE)
        if not all(is_known):
            told |= self.look(size, "light", _IN_PART, is_known)
            told |= self.look(LAPTOP, "dark", _IN_THE_DARK, is_known)
        self.parts |= set(parts)
        self.wholes.add(whole)
        return told


@pytest.fixture(scope="module")
def found(seen: Sequence[Sight], viewer: Viewer) -> dict[str, dict[str, Any]]:
    """What is wrong with each page, by its name."""
    looker = Looker(viewer)
    told = {sight.name: looker.faults(sight) for sight in seen}
    assert viewer.missed == []
    return told


@pytest.mark.parametrize("kind", ["door", "curtain", "seat", "console", "wall", "stop"])
def test_every_page_is_fit_for_everybody(kind: str, found: dict[str, dict[str, Any]]) -> None:
    """axe finds nothing, nothing sticks out or moves, a thumb can press it, and whoever sits at the
    back reads the wall, on which nobody scrolls.
    """
    pages = {name: faults for name, faults in found.items() if name.startswith(kind)}
    assert pages
    assert {name: faults for name, faults in pages.items() if faults} == {}


def test_own_colours_hide_nothing(seen: Sequence[Sight], viewer: Viewer) -> None:
    """With colours of the reader's own a camera still reads the code, and what is chosen shows."""
    named = {each.name: each for each in seen}
    viewer.page.emulate_media(color_scheme="dark", forced_colors="active")
    viewer.show(named["wall-join"])
    paper = "getComputedStyle(document.querySelector('.qr svg')).backgroundColor"
    assert viewer.page.evaluate(paper) == "rgb(255, 255, 255)"
    viewer.show(named["door-join"])
    back = "each => getComputedStyle(each).backgroundColor"
    chosen, other = (
        viewer.page.eval_on_selector(f".chip input{which} + label", back)
        for which in (":checked", ":not(:checked)")
    )
    assert chosen != other
    for name in ("door-join", "console-playing", "seat-round", "seat-unseated"):
        viewer.show(named[name])
        assert viewer.page.evaluate(_LOST) == []
    viewer.page.emulate_media(forced_colors="none")
