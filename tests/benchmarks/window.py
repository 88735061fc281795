"""How fast the window is: `python -m tests.benchmarks.window` prints it.

Start to first frame against what importing the libraries takes; of every screen of a whole play at
1920x1080 the first draw (its place drawn ahead, as while somebody reads), drawing it again, and
building and drawing it again, each at its slowest; what an idle window draws; a frame of motion.
"""

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pygame

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"

ROOT = Path(__file__).parents[2]
IMPORTS = "import pygame, numpy, pydantic, yaml"
FIRST_FRAME = """
from game.window import launch
launch.first_frame()
"""
REPEATS = 9
SIZE = (1920, 1080)
FRAME_MS, MOST_FRAMES = 16, 60  # of one screen


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

    from game.start import BEFORE_LOOKING
    from game.window import launch
    from tests.window.plays import played, settle, started

    gc.set_threshold(BEFORE_LOOKING)  # as the program does: looking takes as long as a first draw
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(SIZE)
    app = started(SIZE)
    app.ahead.work()  # as while somebody reads
    firsts: dict[str, float] = {}
    drawn: dict[str, float] = {}
    built: dict[str, float] = {}

    def act(_app: object, name: str) -> None:
        app.focus = name
        app.act_on(name)
        settle(app)
        app.ahead.work()  # whoever reads gives it the time

    def again() -> None:
        app.changed()
        app.draw(surface)

    def slower(seen: dict[str, float], name: str, ms: float) -> None:
        seen[name] = max(seen.get(name, 0.0), ms)

    for screen in played(app, act):
        name = getattr(app.screen, "label", "") or screen
        slower(firsts, name, _cpu_ms(lambda: app.draw(surface)))
        slower(drawn, name, statistics.median(_cpu_ms(lambda: app.draw(surface)) for _ in range(5)))
        slower(built, name, statistics.median(_cpu_ms(again) for _ in range(3)))
    worst = max(firsts, key=lambda name: firsts[name])
    slowest = max(drawn, key=lambda name: drawn[name])
    _say(f"warm redraw at 1080p, table                  {drawn['table']:7.1f} ms")
    _say(f"warm redraw at 1080p, slowest                {drawn[slowest]:7.1f} ms  ({slowest})")
    _say(f"first draw of a screen, slowest              {firsts[worst]:7.0f} ms  ({worst})")
    _say(f"a portrait that was not drawn before         {_cold_portrait():7.1f} ms")
    _say(f"a place that was not drawn before            {_cold_place():7.1f} ms")
    for name, ms in firsts.items():
        again_ms = f"drawn again {drawn[name]:.1f} ms, built and drawn again {built[name]:.1f} ms"
        _say(f"  first draw of {name:<20} {ms:5.0f} ms, {again_ms}")
    _say(f"frames drawn in an idle second               {launch.idle_frames(app):7d}")
    _motion(surface)


def _motion(surface: "pygame.Surface") -> None:
    """What a frame takes while numbers move and screens fade in, over a whole play."""
    from game.window.app import ONE_PRESS_MS
    from tests.window.plays import played, settle, started

    app = started(SIZE)
    app.prefer(is_still=False)
    frames: list[float] = []

    def act(_app: object, name: str) -> None:
        app.clock.skip(60_000)  # everything is told
        app.wake()
        app.focus = name
        app.act_on(name)
        settle(app)
        app.clock.skip(ONE_PRESS_MS)

    for _ in played(app, act):
        app.draw(surface)
        for _ in range(MOST_FRAMES):
            app.clock.skip(FRAME_MS)
            if not app.needs_frame:
                break
            frames.append(_cpu_ms(lambda: app.draw(surface)))
    mean = statistics.mean(frames)
    share = 100 * mean * 60 / 1000
    _say(f"a frame of motion at 1080p, mean of {len(frames):<5}    {mean:7.1f} ms")
    _say(f"of a core, for 60 of those in a second       {share:7.0f} %")


def _cold_portrait() -> float:
    from game.window.kit.raster import portrait
    from tests.drawing.contact_sheet import CAST

    return min(
        _cpu_ms(partial(portrait, CAST[who], "amused", 300, "light", f"cold {who}"))
        for who in list(CAST)[:5]
    )


def _cold_place() -> float:
    from engine.scenario.scenery import Scenery
    from game.drawing.backdrops import BACKDROPS
    from game.window.kit.raster import backdrop

    return max(_cpu_ms(partial(backdrop, Scenery(name), (1619, 648))) for name in BACKDROPS)


def _cpu_ms(act: Callable[[], object]) -> float:
    """Processor time, which tells more than the clock on a machine that does other things too."""
    start = time.process_time()
    act()
    return 1000 * (time.process_time() - start)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
