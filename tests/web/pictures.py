"""Pictures of every kind of page: `python -m tests.web.pictures FOLDER` makes them, to look at.

They are made by Chromium, on a phone and on a laptop, by day and by night.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from engine.scenario.vocabulary import LANGUAGES, Language
from game.pages import pages_for_seat
from game.web.play import up_to_question
from tests.browser.chromium import run
from tests.conftest import MINIMAL, SHIPPED, compiled_of
from tests.pages.walking import start
from tests.web.plays import asked_pages, keep, page_of

SIZES = {"phone": (360, 640), "laptop": (1366, 768)}
SCHEMES = {"light": (), "dark": ("--blink-settings=preferredColorScheme=0",)}
_WHOLE = 2600  # of a page on a phone: what stands further down looks the same


def kinds(path: Path, seed: int, language: Language) -> Iterator[tuple[str, str]]:
    """The first page of each kind in that play, by its name."""
    compiled, met = compiled_of(path), set()
    live = start(compiled, seed, *compiled.parties)
    for at, seat, _ in asked_pages(live, seed):
        shown = up_to_question(pages_for_seat(at, seat))
        last = shown[-1] if shown else None
        stage = at.view(seat).stage
        waits = seat not in at.waiting_for and not at.is_over
        name = "waiting" if waits else f"{type(last).__name__}-{stage}"
        if len(at.steps) > 1 and name.startswith(("MovePage", "waiting")):
            name += "-later"
        if name not in met:
            met.add(name)
            yield name, page_of(at, seat, language)


def main(folder: Path, language: Language) -> None:
    """Make them all."""
    for path, seed in ((SHIPPED[0], 3), (MINIMAL, 2)):
        for name, page in kinds(path, seed, language):
            home = folder / path.stem
            home.mkdir(parents=True, exist_ok=True)
            keep(page, home / f"{name}.html", compiled_of(path).scenario)
            for size, (wide, high) in SIZES.items():
                for scheme, options in SCHEMES.items():
                    picture = home / f"{name}-{size}-{scheme}.png"
                    tall = _WHOLE if size == "phone" else high * 2
                    with tempfile.TemporaryDirectory() as profile:
                        run(home / f"{name}.html", Path(profile), f"--screenshot={picture}",
                            f"--window-size={wide},{tall}", *options)  # fmt: skip
            sys.stdout.write(f"{path.stem}/{name}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if sys.argv[2:] else LANGUAGES[0])  # type: ignore[arg-type]
