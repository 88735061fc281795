"""Pictures such as an author has: made here, since a test needs them of every kind."""

import io
import struct
from functools import cache
from typing import Literal

import pygame


def made(kind: str, size: tuple[int, int], colour: str) -> bytes:
    """A picture of that colour with its upper left quarter white."""
    whole = pygame.Surface(size, 0, 32)
    whole.fill(colour)
    whole.fill("#ffffff", (0, 0, size[0] // 2, size[1] // 2))
    out = io.BytesIO()
    pygame.image.save(whole, out, f"x.{kind}")
    return out.getvalue()


@cache
def png(size: tuple[int, int] = (120, 80), colour: str = "#c03028") -> bytes:
    """A PNG of that size."""
    return made("png", size, colour)


@cache
def jpeg(size: tuple[int, int] = (120, 80), colour: str = "#c03028") -> bytes:
    """A JPEG of that size."""
    return made("jpg", size, colour)


def with_exif(content: bytes, held: int, order: Literal["big", "little"] = "big") -> bytes:
    """The JPEG as a camera makes it: with how it was held, and what is nobody's business."""
    sign = ">" if order == "big" else "<"
    tags = (b"MM" if order == "big" else b"II") + struct.pack(f"{sign}HIH", 42, 8, 2)
    tags += struct.pack(f"{sign}HHIHH", 0x010F, 3, 1, 7, 0)
    tags += struct.pack(f"{sign}HHIHH", 0x0112, 3, 1, held, 0) + bytes(4)
    block = b"Exif\0\0" + tags + b"52.0907 N, 5.1214 E"
    return content[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + content[2:]
