"""Outlines around the middle of a portrait, and the symmetry that faces and clothes have."""

from game.drawing.people.person import CX
from game.drawing.svg import points

# A start (two numbers), then curves (six) or lines (two). x from the middle, right is positive.
Step = tuple[float, ...]
Outline = tuple[Step, ...]


def path_data(outline: Outline, *, unit: float = 1.0, is_closed: bool = True) -> str:
    """The outline as path data; `unit` is how wide 1 is in x."""
    start, *steps = outline
    drawn = "".join(("C" if len(step) == 6 else "L") + _at(step, unit) for step in steps)
    return f"M{_at(start, unit)}{drawn}{'Z' if is_closed else ''}"


def _at(step: Step, unit: float) -> str:
    return points(*(CX + v * unit if place % 2 == 0 else v for place, v in enumerate(step)))


def mirrored(start: Step, *steps: Step) -> Outline:
    """An outline that is the same on both sides, from its right half.

    The half starts in the middle and ends there, or with a step that crosses the middle to the
    mirror image of its own start.
    """
    begins = (start, *steps)
    there = steps if steps[-1][-2] == 0 else steps[:-1]
    back = [_back(begins[place], step) for place, step in enumerate(there)]
    return (start, *steps, *reversed(back))


def _back(begin: Step, step: Step) -> Step:
    """The mirror image of a step, from its end to its begin."""
    return _flip((*step[2:4], *step[0:2], *begin[-2:]) if len(step) == 6 else begin[-2:])


def _flip(step: Step) -> Step:
    return tuple(-value if place % 2 == 0 else value for place, value in enumerate(step))


def on_side(side: int, outline: Outline) -> Outline:
    """The outline on the right (1) as it was written, or on the left (-1)."""
    return outline if side > 0 else tuple(_flip(step) for step in outline)
