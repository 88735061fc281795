"""Line icons of one family: 24 units square, round ends, strokes of 1.75 units."""

from functools import lru_cache

import pygame

from game.window.drawing.svg import document, render

_STROKE = 1.75

# Each line of a drawing is path data; a leading `*` marks a filled dot or shape.
_DRAWN: dict[str, tuple[str, ...]] = {
    # what a move is
    "trust-building": (
        "M3 14.5l2.6-2.1a2 2 0 0 1 1.3-.4h3.4a1.6 1.6 0 0 1 0 3.2H8",
        "M11.8 14.7l5.6-3.1a1.7 1.7 0 0 1 1.8 2.9l-6.3 4.3a3 3 0 0 1-2.3.5L5.8 18.4L3 19.6",
        "M12 8.6C9.9 7 8.8 5.9 8.8 4.7a1.6 1.6 0 0 1 3.2-.4a1.6 1.6 0 0 1 3.2.4"
        "c0 1.2-1.1 2.3-3.2 3.9z",
    ),
    "reciprocal": (
        "M12 3v17M8 20.5h8M5 7l7-1.8L19 7",
        "M5 7l-2.7 6.2a2.9 2.9 0 0 0 5.4 0z",
        "M19 7l-2.7 6.2a2.9 2.9 0 0 0 5.4 0z",
    ),
    "opportunistic": (
        "M3 7.5c3 .9 6 .9 9-.2c3 1.1 6 1.1 9 .2c.4 5-1.2 9.4-4.9 9.4c-2.1 0-2.6-1.9-4.1-1.9"
        "s-2 1.9-4.1 1.9C4.2 16.9 2.6 12.5 3 7.5z",
        "M6.7 11.7c1-.9 2.3-.8 3.1.3c-1 .7-2.3.6-3.1-.3z",
        "M17.3 11.7c-1-.9-2.3-.8-3.1.3c1 .7 2.3.6 3.1-.3z",
    ),
    # the chapters of the game
    "rule": (
        "M4 20h9",
        "M13.3 3.8l5.9 5.9M9.8 7.3l5.9 5.9M11 6l-2.6 2.6M17 11.9l-2.6 2.6",
        "M11.5 5.6l5.9 5.9",
        "M12.7 10.3L5 18",
    ),
    "ritual": (
        "M4.5 10h12v5a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5z",
        "M16.5 11.3h1.3a2.6 2.6 0 0 1 0 5.2h-1.5",
        "M8 3.5c-.9 1.2.9 1.9 0 3.2M12.5 3.5c-.9 1.2.9 1.9 0 3.2",
    ),
    "decor": ("M4 4h16v13H4z", "M12 4v13M4 10.5h16", "M2.5 20.5h19"),
    "prop": (
        "M12 3l8 4.3v9.4L12 21l-8-4.3V7.3z",
        "M4.2 7.4L12 11.7l7.8-4.3M12 11.7V21",
        "M8 5.2l7.9 4.3",
    ),
    "role": (
        "M12 4a3.7 3.7 0 1 1 0 7.4a3.7 3.7 0 1 1 0-7.4z",
        "M5 20.5c.3-4 3.1-6.3 7-6.3s6.7 2.3 7 6.3",
        "M12 14.5l-1.3 2.6L12 20l1.3-2.9z",
    ),
    "script": (
        "M7 3.5h11.5a2 2 0 0 0-2 2v13a2 2 0 0 1-2 2H5.5a2 2 0 0 0 2-2v-13a2 2 0 1 0-4 0V8h4",
        "M10.5 8.5h3.5M10.5 12h3.5M10.5 15.5h3.5",
    ),
    "reflection": (
        "M12 3.5a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
        "M4 16.5h16M6.5 19h11M9.5 21.5h5",
    ),
    # sealed choices
    "envelope-open": (
        "M3.5 10v9a1.5 1.5 0 0 0 1.5 1.5h14a1.5 1.5 0 0 0 1.5-1.5v-9",
        "M3.5 10L12 3.5l8.5 6.5L12 15.5z",
    ),
    "envelope-sealed": (
        "M5 5.5h14a1.5 1.5 0 0 1 1.5 1.5v10.5a1.5 1.5 0 0 1-1.5 1.5H5"
        "a1.5 1.5 0 0 1-1.5-1.5V7A1.5 1.5 0 0 1 5 5.5z",
        "M4 6.3l6.4 6M20 6.3l-6.4 6",
        "M12 10.7a2.3 2.3 0 1 1 0 4.6a2.3 2.3 0 1 1 0-4.6z",
    ),
    "lock": (
        "M6.5 10.5h11a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-11"
        "A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5z",
        "M8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2",
    ),
    "clock": ("M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z", "M12 7.5V12l3 2"),
    # what the gauges show
    "value": (
        "M9 4.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z",
        "M14.6 8.7a5.5 5.5 0 1 1-5.1 9.6",
        "M9 7.7v4.6",
    ),
    "safety": (
        "M12 3l7.5 2.7v5.5c0 4.6-3.1 7.9-7.5 9.8c-4.4-1.9-7.5-5.2-7.5-9.8V5.7z",
        "M8.7 12l2.4 2.4l4.4-4.7",
    ),
    "gauge": (
        "M5.3 18.5a9 9 0 1 1 13.4 0",
        "M12 13l3.8-4.3",
        "M12 12.4a.9.9 0 1 1 0 1.8a.9.9 0 1 1 0-1.8z",
    ),
    "arrow-up": ("M6.5 17.5l11-11M9 6.5h8.5V15",),
    "arrow-down": ("M6.5 6.5l11 11M17.5 9v8.5H9",),
    "arrow-flat": ("M4 12h16M14 6l6 6l-6 6",),
    # conversation
    "speak": (
        "M5.5 4.5h13a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H12l-4.5 4v-4h-2a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z",
        "M8 9h8M8 12.3h5",
    ),
    "question": (
        "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z",
        "M9.6 9.6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.7",
        "M12 16.5v.1",
    ),
    "warning": (
        "M10.6 4.6L3 17.7a1.6 1.6 0 0 0 1.4 2.4h15.2a1.6 1.6 0 0 0"
        " 1.4-2.4L13.4 4.6a1.6 1.6 0 0 0-2.8 0z",
        "M12 9.5v4.3M12 16.8v.1",
    ),
    "check": ("M4.5 12.5l5 5l10-11",),
    "cross": ("M6 6l12 12M18 6L6 18",),
    # controls
    "play": ("M7.5 4.8v14.4a.8.8 0 0 0 1.2.7l11-7.2a.8.8 0 0 0 0-1.4l-11-7.2a.8.8 0 0 0-1.2.7z",),
    "back": ("M20 12H4M10 6l-6 6l6 6",),
    "settings": (
        "M4 7h9M17 7h3M4 17h3M11 17h9M4 12h3",
        "M15 5a2 2 0 1 1 0 4a2 2 0 1 1 0-4z",
        "M9 15a2 2 0 1 1 0 4a2 2 0 1 1 0-4z",
        "M9 12h11",
    ),
    "sound-on": (
        "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z",
        "M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11",
    ),
    "sound-off": ("M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z", "M16 9.5l5 5M21 9.5l-5 5"),
    "language": (
        "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z",
        "M3.5 12h17M12 3.5c4.6 4.8 4.6 12.2 0 17M12 3.5c-4.6 4.8-4.6 12.2 0 17",
    ),
    "fullscreen": ("M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",),
    "camera": (
        "M4.5 7.5h3l1.5-2.5h6l1.5 2.5h3a1.5 1.5 0 0 1 1.5 1.5v9"
        "a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18V9a1.5 1.5 0 0 1 1.5-1.5z",
        "M12 9.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z",
    ),
    # who and what
    "people": (
        "M9 5a3.3 3.3 0 1 1 0 6.6a3.3 3.3 0 1 1 0-6.6z",
        "M2.8 19.5c.3-3.5 2.7-5.3 6.2-5.3s5.9 1.8 6.2 5.3",
        "M15.5 5.4a3.2 3.2 0 0 1 0 6M17.3 14.6c2.3.6 3.7 2.2 3.9 4.9",
    ),
    "person": (
        "M12 4a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6z",
        "M4.8 20.5c.3-4 3.2-6.3 7.2-6.3s6.9 2.3 7.2 6.3",
    ),
    "flag": ("M5.5 21V4", "M5.5 4.5c4.5-2.4 8 2.3 13 0v9c-5 2.3-8.5-2.4-13 0"),
    "scar": ("M5 19L19 5", "M6.5 13.5l4 4M10 10l4 4M13.5 6.5l4 4"),
    "contract": (
        "M7 3.5h7l4.5 4.5v11a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.5z",
        "M14 3.5V8h4.5M8.7 11.5h6.6",
        "M8.7 17c1-2 1.8-2 2.2-.6s1.2 1.3 1.9 0s1.4-.9 2.5.5",
    ),
    "door": (
        "M6 20.5V5a1.5 1.5 0 0 1 1.5-1.5H13v17M3.5 20.5H13",
        "M10 12v.6M16 12h5.5M18.7 9l3 3l-3 3",
    ),
    "lightning": ("M13 3L5.5 13.5H11L10 21l8.5-11.5H13z",),
    "book": (
        "M12 6.5C10 5 7 4.5 3.5 4.7v13.5c3.5-.2 6.5.3 8.5 1.8"
        "c2-1.5 5-2 8.5-1.8V4.7C17 4.5 14 5 12 6.5z",
        "M12 6.5V20",
    ),
    "chart": ("M4 4v16h16", "M7.5 15.5l3.5-4.5l3 2.5l5-6.5"),
    "eye": (
        "M2.5 12C5 7.7 8.2 5.5 12 5.5s7 2.2 9.5 6.5c-2.5 4.3-5.7 6.5-9.5 6.5S5 16.3 2.5 12z",
        "M12 9a3 3 0 1 1 0 6a3 3 0 1 1 0-6z",
    ),
    "eye-off": (
        "M9.8 5.8c.7-.2 1.4-.3 2.2-.3c3.8 0 7 2.2 9.5 6.5c-.7 1.2-1.5 2.3-2.4 3.1"
        "M6 7.3c-1.3 1.1-2.5 2.7-3.5 4.7c2.5 4.3 5.7 6.5 9.5 6.5c1.5 0 3-.4 4.3-1.1",
        "M10 9.9a3 3 0 0 0 4.1 4.2M4 4l16 16",
    ),
    "plus": ("M12 5v14M5 12h14",),
    "minus": ("M5 12h14",),
    "swap": ("M4 8.5h15M15.5 5l3.5 3.5L15.5 12M20 15.5H5M8.5 12L5 15.5L8.5 19",),
    "map": ("M3.5 6.5L9 4l6 2.5L20.5 4v13.5L15 20l-6-2.5L3.5 20z", "M9 4v13.5M15 6.5V20"),
}

# Other names under which an icon may be asked for.
_SAME: dict[str, str] = {
    "coin": "value", "shield": "safety", "cup": "ritual", "hand": "trust-building",
    "scales": "reciprocal", "mask": "opportunistic", "leave": "door", "event": "lightning",
    "turning-point": "flag", "paper": "contract", "rules": "rule", "rituals": "ritual",
    "props": "prop", "roles": "role", "up": "arrow-up", "down": "arrow-down",
    "flat": "arrow-flat", "sealed": "envelope-sealed", "opened": "envelope-open",
}  # fmt: skip

ICONS: tuple[str, ...] = (*_DRAWN, *_SAME)


def icon_svg(name: str, colour: str) -> str:
    """An icon in one colour (`#rrggbb`); a name that is not in `ICONS` raises KeyError."""
    strokes = "".join(f'<path d="{d}"/>' for d in _DRAWN[_SAME.get(name, name)])
    return document(
        24,
        24,
        f'<g fill="none" stroke="{colour}" stroke-width="{_STROKE}" stroke-linecap="round"'
        f' stroke-linejoin="round">{strokes}</g>',
    )


@lru_cache(maxsize=1024)
def icon(name: str, size: int, colour: str) -> pygame.Surface:
    """An icon of `size` pixels square in `#rrggbb`, kept for the next time; do not draw on it."""
    return render(icon_svg(name, colour), (size, size))
