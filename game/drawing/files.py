"""Drawings kept in `assets`: to add one, add a file with its name.

They are plain SVG, so any drawing program opens them. Keep to what nanosvg knows: see `svg`.
"""

import re
from functools import cache
from typing import NamedTuple

from game.assets import ASSETS

_WHOLE = re.compile(r"<svg(.*?)>(.*)</svg>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_SPACE = re.compile(r">\s+<")
_PASSED_ON = ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin")


class Asset(NamedTuple):
    """A drawing. content: a group; notes: what its `data-` attributes say."""

    content: str
    notes: dict[str, str]


@cache
def names(folder: str) -> tuple[str, ...]:
    """The drawings in a folder of `assets`, in alphabetical order."""
    return tuple(sorted(path.stem for path in (ASSETS / folder).glob("*.svg")))


@cache
def asset(folder: str, name: str) -> Asset:
    """The drawing of that name; KeyError when there is none."""
    if name not in names(folder):
        raise KeyError(name)
    found = _WHOLE.search((ASSETS / folder / f"{name}.svg").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"assets/{folder}/{name}.svg holds no <svg>")
    given = dict(_ATTRIBUTE.findall(found[1]))
    # Nanosvg passes over what stands on the <svg> itself, so it becomes a group.
    style = " ".join(f'{key}="{given[key]}"' for key in _PASSED_ON if key in given)
    content = _SPACE.sub("><", found[2]).strip()
    notes = {key[5:]: value for key, value in given.items() if key.startswith("data-")}
    return Asset(f"<g {style}>{content}</g>", notes)
