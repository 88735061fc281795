"""Depth: what lies further off is drawn smaller, towards the point that the eye looks at."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.drawing.svg import points

Spot = tuple[float, float, float]  # x and y as they are in front, and how far behind that it lies
Edge = tuple[Spot, Spot]


class Eye(NamedTuple):
    """The point where all lines that lead away meet."""

    x: float
    y: float

    def share(self, depth: float) -> float:
        """How large things are at that depth; in front, at 0, they have their own size."""
        return 1 / (1 + depth)

    def at(self, x: float, y: float, depth: float) -> tuple[float, float]:
        """Where a spot is drawn; x from the eye."""
        size = self.share(depth)
        return self.x + x * size, self.y + (y - self.y) * size

    def spot(self, x: float, y: float, depth: float) -> str:
        """The same as path data."""
        return points(*self.at(x, y, depth))

    def sheet(self, *corners: Spot) -> str:
        """Path data of a flat piece with those corners."""
        return f"M{'L'.join(self.spot(*corner) for corner in corners)}Z"

    def lines(self, *ends: Edge) -> str:
        """Path data of lines, each from one spot to another."""
        return "".join(f"M{self.spot(*start)}L{self.spot(*end)}" for start, end in ends)

    def away(self, x: float, top: float, bottom: float, reach: Sequence[float]) -> str:
        """Path data of an upright piece that leads away, from the first depth to the last."""
        near, far = reach[0], reach[-1]
        return self.sheet((x, top, near), (x, top, far), (x, bottom, far), (x, bottom, near))

    def level(self, left: float, right: float, y: float, reach: Sequence[float]) -> str:
        """Path data of a level piece that leads away, from the first depth to the last."""
        near, far = reach[0], reach[-1]
        return self.sheet((left, y, near), (left, y, far), (right, y, far), (right, y, near))

    def chequers(
        self, y: float, tile: tuple[float, float], columns: int, rows: int, far: float
    ) -> Iterator[str]:
        """Path data of every second tile of a floor, from its far end on. tile: how wide and how
        deep; columns: on either side of the eye.
        """
        wide, deep = tile
        for row in range(rows):
            back = far - row * deep
            for column in range(-columns, columns):
                if (row + column) % 2:
                    yield self.level(column * wide, (column + 1) * wide, y, (back - deep, back))

    def facing(self, box: tuple[float, float, float, float], depth: float) -> str:
        """Path data of an upright piece across: left, top, right, bottom."""
        left, top, right, bottom = box
        return self.sheet(
            (left, top, depth), (right, top, depth), (right, bottom, depth), (left, bottom, depth)
        )
