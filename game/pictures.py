"""An author's own pictures, made anew to be shown: upright and of a modest size.

What is shown is never the author's file itself. So nothing goes along that a camera put in it, such
as where it was, and no browser gets to read anything that was made to harm it.
"""

import io
import os
from contextlib import suppress
from functools import lru_cache

from engine.scenario.pictures import Found, picture_in
from engine.scenario.scenery import OwnPicture

# Design choices, in pixels: a place as wide as most screens, of which the game cuts off most above
# and below; and as high as a photograph of that width held upright would be of use.
_WIDEST, _HIGHEST = 1600, 1200
_KEPT = 16
# By how the camera was held: mirrored or not, and then turned so many degrees, against the clock.
_UPRIGHT = {
    1: (False, 0), 2: (True, 0), 3: (False, 180), 4: (True, 180),
    5: (True, 90), 6: (False, 270), 7: (True, 270), 8: (False, 90),
}  # fmt: skip


def as_shown(picture: OwnPicture | None) -> bytes | None:
    """The picture as a JPEG; None if there is none, or it can't be shown."""
    return None if picture is None else _as_shown(picture, stamp(picture))


def stamp(picture: OwnPicture) -> str:
    """What the file looks like from outside: another one once it is saved anew."""
    with suppress(OSError, ValueError):
        seen = (picture.folder / picture.written).stat()
        return f"{seen.st_size:x}-{seen.st_mtime_ns:x}"
    return ""


@lru_cache(maxsize=_KEPT)
def _as_shown(picture: OwnPicture, stamp: str) -> bytes | None:
    found = picture_in(picture)
    return None if isinstance(found, str) else _made_anew(found)


def _made_anew(found: Found) -> bytes | None:
    # Imported here: most plays have no picture of their own.
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        import pygame

        read = pygame.image.load(io.BytesIO(found.content), f"x.{found.kind}")
        if read.get_bitsize() < 24:  # of a few colours: only others can be made smaller
            plain = pygame.Surface(read.get_size(), pygame.SRCALPHA, 32)
            plain.blit(read, (0, 0))
            read = plain
        # Made smaller first: as a whole it may take a hundred megabytes, and nothing copies that.
        small = pygame.transform.smoothscale(read, _size_of(read.get_size(), found.turned))
        paper = pygame.Surface(small.get_size(), 0, 32)
        paper.fill("#ffffff")  # under what can be seen through
        paper.blit(small, (0, 0))
        is_mirrored, turn = _UPRIGHT[found.turned]
        upright = pygame.transform.rotate(pygame.transform.flip(paper, is_mirrored, False), turn)
        made = io.BytesIO()
        pygame.image.save(upright, made, "x.jpg")
    except (ImportError, MemoryError, ValueError, pygame.error):
        return None
    return made.getvalue()


def _size_of(size: tuple[int, int], turned: int) -> tuple[int, int]:
    """How large it becomes, as the camera held it."""
    on_its_side = _UPRIGHT[turned][1] in (90, 270)
    most = (_HIGHEST, _WIDEST) if on_its_side else (_WIDEST, _HIGHEST)
    scale = min(1.0, most[0] / size[0], most[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
