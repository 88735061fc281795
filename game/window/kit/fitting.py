"""Sharing out space, when there is some left or too little."""

from collections.abc import Sequence
from typing import Literal

Align = Literal["start", "center", "end", "stretch"]
Justify = Literal["start", "center", "end", "between"]


def aligned(align: Align, start: int, room: int, size: int) -> int:
    """Where something of that size begins in the room."""
    if align == "center":
        return start + (room - size) // 2
    return start + room - size if align == "end" else start


def justified(justify: Justify, left: int, count: int) -> tuple[int, float]:
    """How far the first thing stands from the start, and what comes extra between two.

    left: the room that is not needed.
    """
    if left <= 0:
        return 0, 0.0
    if justify == "between":
        return 0, left / (count - 1) if count > 1 else 0.0
    return {"center": left // 2, "end": left}.get(justify, 0), 0.0


def grown(sizes: list[int], shares: Sequence[float], left: int) -> list[int]:
    """The sizes with the remaining space shared out."""
    total = sum(shares)
    if left <= 0 or total <= 0:
        return sizes
    grown, used = [], 0
    parts = [round(left * sum(shares[: at + 1]) / total) for at in range(len(shares))]
    for size, part in zip(sizes, parts, strict=True):
        grown.append(size + part - used)
        used = part
    return grown


def shrunk(sizes: list[int], least: list[int], over: int) -> list[int]:
    """The sizes reduced by that much, each in proportion to what it can spare."""
    spare = [max(0, size - low) for size, low in zip(sizes, least, strict=True)]
    total = sum(spare)
    if over <= 0 or total <= 0:
        return sizes
    take, shrunk, used = min(over, total), [], 0
    for at, size in enumerate(sizes):
        part = round(take * sum(spare[: at + 1]) / total)
        shrunk.append(size - (part - used))
        used = part
    return shrunk
