"""Weather before a place, and behind a window."""

from collections.abc import Iterator

from game.drawing.chance import chance
from game.drawing.colours import mix
from game.drawing.scenery.air import HEIGHT, Air
from game.drawing.svg import Stop, across, down, glow, line, number, path, points, rect

_HORIZON = 430.0  # where what lies furthest off is seen, and fog is thickest
# Of rain and snow, from far to near: how many for each hundred units across, and how large.
_RAIN = ((9.0, 30.0, 1.6, 0.36), (5.0, 56.0, 2.4, 0.44), (1.8, 100.0, 3.4, 0.42))
_SNOW = ((9.0, 2.4, 0.75), (4.4, 4.2, 0.85), (1.2, 7.0, 0.9))
_SLANT = 0.24  # how far rain drifts for each unit that it falls
# Steps of 1/g and 1/g², with g³ = g + 1, fill a square evenly and without a pattern:
# M. Roberts, "The unreasonable effectiveness of quasirandom sequences" (2018).
_STEP_X, _STEP_Y = 0.7548776662, 0.5698402910


def low_light(air: Air, width: float) -> str:
    """The warm light of a low sun, from the side, over everything."""
    if not air.low_sun:
        return ""
    warm = "#ff9d4d"
    side = across(
        Stop(0, warm, 0.26 * air.low_sun), Stop(45, warm, 0.1 * air.low_sun), Stop(100, warm, 0.0)
    )
    return rect(0, 0, width, HEIGHT, side)


def weather_over(air: Air, width: float) -> str:
    """What falls or hangs between the viewer and an outdoor place."""
    if air.weather == "fog":
        return _fog(air, width)
    if air.weather == "rain":
        return _rain(air, width)
    return _snow(air, width) if air.weather == "snow" else ""


def weather_behind(air: Air, x: float, y: float, width: float, height: float) -> str:
    """The same behind a window: nothing of it comes into the room."""
    if air.weather == "fog":
        pale = mix(air.sky[1], "#ffffff", air.dim(0.3, 0.08))
        veil = down(Stop(0, pale, 0.45), Stop(55, pale, 0.9), Stop(100, pale, 0.75))
        return rect(x, y, width, height, veil)
    if air.weather == "rain":
        drops = (
            f"M{points(left, top)}l{points(-long * _SLANT, long)}"
            for left, top, long in _within(x, y, width, height, 16.0, 40.0)
        )
        return line("".join(drops), _drop(air), 1.6, 0.5)
    if air.weather == "snow":
        flakes = (
            _flake(left, top, size / 7)
            for left, top, size in _within(x, y, width, height, 12.0, 27.0)
        )
        return path("".join(flakes), _flakes(air), opacity=0.9)
    return ""


def _spots(many: float, row: int = 0) -> Iterator[tuple[float, float, float]]:
    """So many spots all over, as shares of the width and the height, and how large: 0 to 1."""
    first = 1 + row * 1_000  # no row has more
    for at in range(first, first + int(many)):
        yield at * _STEP_X % 1, at * _STEP_Y % 1, chance("spot", str(at))


def _within(
    x: float, y: float, width: float, height: float, small: float, large: float
) -> Iterator[tuple[float, float, float]]:
    """Spots in that window with a size each, all of it within."""
    for x_share, y_share, larger in _spots(width * height / 1300):
        size = small + (large - small) * larger
        drift = size * _SLANT
        yield x + drift + (width - drift - size / 3) * x_share, y + (height - size) * y_share, size


# --- fog ------------------------------------------------------------------------------------------


def _fog(air: Air, width: float) -> str:
    """Thickest far off, with banks that hang in layers before what is near."""
    pale = mix(air.sky[2], "#ffffff", air.dim(0.35, 0.06))
    far = 100 * _HORIZON / HEIGHT
    drawn = rect(
        0, 0, width, HEIGHT,
        down(Stop(0, pale, 0.55), Stop(far - 9, pale, 0.86), Stop(far + 3, pale, 0.9),
             Stop(far + 22, pale, 0.5), Stop(100, pale, 0.2)),
    )  # fmt: skip
    for layer in range(7):
        near = layer / 6
        y = _HORIZON - 70 + 440 * near**1.4
        for bank in range(3):
            lean = chance(f"fog{layer}", f"bank{bank}")
            x = width * (bank + 0.15 + 0.7 * lean) / 3
            reach = width * (0.2 + 0.13 * lean)
            drawn += glow(x, y + 46 * (lean - 0.5), reach, 34 + 46 * near, pale, 0.62 - 0.26 * near)
    return drawn


# --- rain -----------------------------------------------------------------------------------------


def _drop(air: Air) -> str:
    return air.lit("#f2f6f8", "#a9b9d0")


def _rain(air: Air, width: float) -> str:
    """A grey veil, strokes that grow longer towards the viewer, and light on the wet ground."""
    grey = air.sky[1]
    drawn = rect(
        0, 0, width, HEIGHT,
        down(Stop(0, grey, 0.34), Stop(100 * _HORIZON / HEIGHT, grey, 0.5), Stop(100, grey, 0.2)),
    )  # fmt: skip
    for at in range(9):
        lean = chance("wet", str(at))
        x, y = width * (at + lean) / 9, HEIGHT * (0.66 + 0.3 * chance("wet", f"{at}y"))
        drawn += glow(x, y, width * (0.05 + 0.06 * lean), 9 + 8 * lean, _drop(air), 0.18)
    for row, (many, long, thick, strength) in enumerate(_RAIN):
        drops = (
            f"M{points((width + 200) * x, (HEIGHT + long) * y - long)}"
            f"l{points(-long * (0.7 + 0.6 * size) * _SLANT, long * (0.7 + 0.6 * size))}"
            for x, y, size in _spots(width * many / 100, row)
        )
        drawn += line("".join(drops), _drop(air), thick, strength)
    return drawn


# --- snow -----------------------------------------------------------------------------------------


def _flakes(air: Air) -> str:
    return air.lit("#ffffff", "#c9d3e6")


def _snow(air: Air, width: float) -> str:
    """Flakes before a pale distance, and white on the ground."""
    white, haze = _flakes(air), air.sky[2]
    lies = air.dim(0.62, 0.3)
    drawn = rect(
        0, 0, width, HEIGHT,
        down(Stop(0, haze, 0.2), Stop(100 * _HORIZON / HEIGHT, haze, 0.55), Stop(56, white, lies),
             Stop(100, white, lies * 0.8)),
    )  # fmt: skip
    for row, (many, size, strength) in enumerate(_SNOW):
        flakes = (
            _flake(width * x, HEIGHT * y, size * (0.7 + 0.6 * larger))
            for x, y, larger in _spots(width * many / 100, row)
        )
        drawn += path("".join(flakes), white, opacity=strength)
    return drawn


def _flake(x: float, y: float, size: float) -> str:
    """A round flake, as path data: a shape of its own for each would take long to draw."""
    r, wide = number(size), number(2 * size)
    return f"M{points(x - size, y)}a{r} {r} 0 1 0 {wide} 0a{r} {r} 0 1 0 -{wide} 0z"
