"""Whether a file is a picture that can be shown, judged by its bytes.

Nothing is decoded here, so that a file can be judged which is not what it says. Whoever shows a
picture decodes no more than what was found fit.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple
from zlib import crc32

from engine import files
from engine.scenario.pieces import is_beside
from engine.scenario.problems import Problem, Value
from engine.scenario.scenery import OwnPicture
from engine.scenario.schema import Decor, Scenario
from engine.scenario.schema_walk import SourceMap

ENDINGS = (".png", ".jpg", ".jpeg")
# Design choices: twice the file that a telephone makes of a room, and its 24 million pixels, which
# take four bytes each while they are being read.
MOST_BYTES, MOST_PIXELS = 8_000_000, 25_000_000

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
# What begins a frame of a JPEG, and with it says how large the picture is (ITU-T T.81, table B.1).
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_WITHOUT_LENGTH = frozenset({0x00, 0x01, *range(0xD0, 0xDA)})
_EXIF, _SCAN, _END = 0xE1, 0xDA, b"\xff\xd9"
_TURNED = 0x0112  # the tag for how a camera was held (Exif 2.3, table 4)
_MOST_TAGS = 200  # cameras write some tens

Fault = Literal[
    "picture-outside", "picture-missing", "picture-unfit", "picture-broken", "picture-too-large"
]


class Found(NamedTuple):
    """A picture that can be shown. turned: how the camera was held, 1 to 8 as in Exif."""

    content: bytes
    kind: Literal["png", "jpeg"]
    turned: int = 1


class _Size(NamedTuple):
    width: int
    height: int
    turned: int = 1


def picture_in(picture: OwnPicture) -> Found | Fault:
    """The picture, or why it can't be shown. Never raises, whatever is there."""
    folder, written = picture.folder, picture.written
    if not is_beside(folder, written, ENDINGS):
        return "picture-outside"
    try:
        content = files.read_file(folder / written, MOST_BYTES + 1)
    except (OSError, ValueError):
        return "picture-missing"
    if len(content) > MOST_BYTES:
        return "picture-too-large"
    if content.startswith(_PNG):
        size, kind = _size_of_png(content), "png"
    elif content.startswith(_JPEG):
        size, kind = _size_of_jpeg(content), "jpeg"
    else:
        return "picture-unfit"
    if size is None or not size.width or not size.height:
        return "picture-broken"
    if size.width * size.height > MOST_PIXELS:
        return "picture-too-large"
    return Found(content, "png" if kind == "png" else "jpeg", size.turned)


def own_pictures(folder: Path, scenario: Scenario | None) -> Iterator[OwnPicture]:
    """The pictures that a scenario in that folder names and may have, whether they are there."""
    for place in scenario.decor.values() if scenario is not None else ():
        if place.picture is not None and is_beside(folder, place.picture, ENDINGS):
            yield OwnPicture(folder, place.picture)


def picture_problems(source: SourceMap, folder: Path | None) -> Iterator[Problem]:
    """The pictures that can't be shown. folder: of the scenario; None if it is in none."""
    for typed in source.all():
        if typed.owner is not Decor or typed.field != "picture":
            continue
        written = getattr(typed.node, "value", None)
        if not isinstance(written, str):
            continue
        if folder is not None:
            found = picture_in(OwnPicture(folder, written))
        else:
            found = "picture-missing" if is_beside(None, written, ENDINGS) else "picture-outside"
        if found == "picture-outside" or (isinstance(found, str) and folder is not None):
            about: dict[str, Value] = {
                "written": written, "limit": MOST_BYTES // 1_000_000,
                "pixels": MOST_PIXELS // 1_000_000,
            }  # fmt: skip
            yield Problem(found, typed.node.mark, about, trail=typed.trail)


def _size_of_png(content: bytes) -> _Size | None:
    """Its size if it is whole, part by part."""
    size, at = None, len(_PNG)
    while (end := at + 12 + _number(content, at, 4)) <= len(content):
        if crc32(content[at + 4 : end - 4]) != _number(content, end - 4, 4):
            return None
        name = content[at + 4 : at + 8]
        # Whoever draws it may believe another part that says its size: the first is the only one.
        if (name == b"IHDR") != (size is None):
            return None
        if name == b"IHDR":
            size = _Size(_number(content, at + 8, 4), _number(content, at + 12, 4))
        elif name == b"IEND":
            return size
        at = end
    return None


def _size_of_jpeg(content: bytes) -> _Size | None:
    """Its size if it is whole, with how the camera was held."""
    size, turned, at = None, 1, 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        if content[at + 1] == 0xFF:  # what fills up the space before a marker
            at += 1
            continue
        marker, length = content[at + 1], _number(content, at + 2, 2)
        if marker in _WITHOUT_LENGTH or (marker in _FRAMES and size is not None):
            return None  # whoever draws it would read on elsewhere, and may find another size
        if marker in _FRAMES:
            size = _Size(_number(content, at + 7, 2), _number(content, at + 5, 2))
        elif marker == _EXIF:
            turned = _held(content[at + 4 : at + 2 + length])
        elif marker == _SCAN:
            is_whole = content.rfind(_END) > at
            return size._replace(turned=turned) if size and is_whole else None
        at += 2 + length
    return None


def _held(exif: bytes) -> int:
    """How the camera was held, as far as it says so."""
    if not exif.startswith(b"Exif\0\0"):
        return 1
    tags = exif[6:]
    order: Literal["little", "big"] = "little" if tags.startswith(b"II") else "big"
    first = _number(tags, 4, 4, order)
    for at in range(min(_number(tags, first, 2, order), _MOST_TAGS)):
        tag = first + 2 + 12 * at
        if _number(tags, tag, 2, order) == _TURNED:
            held = _number(tags, tag + 8, 2, order)
            return held if 1 <= held <= 8 else 1
    return 1


def _number(content: bytes, at: int, size: int, order: Literal["little", "big"] = "big") -> int:
    """The number there; past the end there are only zeros."""
    return int.from_bytes(content[at : at + size], order)
