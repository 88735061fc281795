"""How fast the window is: `python -m tests.benchmarks.window` prints it.

Start to first frame against what importing the libraries takes, a warm redraw at 1920x1080, what an
idle window draws, and the first draw of every screen.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"

ROOT = Path(__file__).parents[2]
IMPORTS = "import pygame, numpy, pydantic, yaml"
FIRST_FRAME = """
from game.window import launch
launch.first_frame()
"""
REPEATS = 9


def median_ms(code: str) -> float:
    """How long a fresh process with that code takes, in ms: the median of a few."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def main() -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["SAMENSPEL_HOME"] = home
        imports, first = median_ms(IMPORTS), median_ms(FIRST_FRAME)
        _say(f"imports of pygame, numpy, pydantic and yaml  {imports:7.0f} ms")
        _say(
            f"start to first frame                         {first:7.0f} ms  {first / imports:.2f} x"
        )
        _screens()


def _screens() -> None:
    import pygame

    from game.window import launch
    from tests.window.plays import played, settle, started

    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode((1920, 1080))
    app = started((1920, 1080))
    firsts: dict[str, float] = {}
    warm: dict[str, float] = {}

    def act(_app: object, name: str) -> None:
        app.focus = name
        app.act_on(name)
        settle(app)

    for name in played(app, act):
        if name not in firsts:
            firsts[name] = _timed(lambda: app.draw(surface))
            warm[name] = statistics.median(_timed(lambda: app.draw(surface)) for _ in range(30))
    worst = max(firsts, key=lambda name: firsts[name])
    slowest = max(warm, key=lambda name: warm[name])
    _say(f"warm full redraw at 1080p, table             {warm['table']:7.1f} ms")
    _say(f"warm full redraw at 1080p, slowest           {warm[slowest]:7.1f} ms  ({slowest})")
    _say(f"first draw of a screen, slowest              {firsts[worst]:7.0f} ms  ({worst})")
    _say(f"a portrait that was not drawn before         {_cold_portrait():7.1f} ms")
    for name, ms in firsts.items():
        _say(f"  first draw of {name:<30} {ms:7.0f} ms  warm {warm[name]:.1f} ms")
    _say(f"frames drawn in an idle second               {launch.idle_frames(app):7d}")


def _cold_portrait() -> float:
    from game.window.kit.raster import portrait
    from tests.drawing.contact_sheet import CAST

    return min(
        _timed(lambda who=who: portrait(CAST[who], "amused", 300, "light", f"cold {who}"))
        for who in list(CAST)[:5]
    )


def _timed(act: "object") -> float:
    assert callable(act)
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
