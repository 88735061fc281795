"""The table before the people."""

from game.drawing.svg import document, path, points

_LIP = 3.0  # how much of its edge shows


def table_svg(width: float, height: float, top: str, edge: str, radius: float) -> str:
    """A table top in two colours, its far edge slightly round, its lower corners too (`radius`)."""
    arch = max(8.0, min(height / 3, width / 22))
    return document(
        width,
        height,
        path(_outline(width, height, 0, arch, radius), edge),
        path(_outline(width, height, _LIP, arch, radius), top),
    )


def _outline(width: float, height: float, far: float, arch: float, radius: float) -> str:
    """Path data; the far edge is part of an oval that is a fifth wider than the table."""
    oval = points(width * 0.6, arch)
    begin = far + arch * (1 - (1 - (0.5 / 0.6) ** 2) ** 0.5)
    r = min(radius, height / 2)
    return (
        f"M{points(0, begin)}A{oval} 0 0 1 {points(width, begin)}V{points(height - r)}"
        f"A{points(r, r)} 0 0 1 {points(width - r, height)}H{points(r)}"
        f"A{points(r, r)} 0 0 1 {points(0, height - r)}Z"
    )
