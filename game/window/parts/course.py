"""The course of a story as a picture: its places from left to right, and doors at the end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

import pygame

from game.drawing.colours import Tone
from game.presenters.course import Course, Stop, StopKind
from game.window import art
from game.window.app import App
from game.window.kit import paint, raster
from game.window.kit.keeping import kept
from game.window.kit.node import Kit, Node, Widths
from game.window.kit.text import Canvas, Picture
from game.window.kit.type import CAPTION
from game.window.kit.widgets import column, flow, row, text

# Sizes in dp, design choices: of a place, of a column with names and of one without, between two
# stops of a column, between two rows of columns, between the words of two columns.
_DISC, _PITCH, _NARROW, _BELOW, _ROW, _AIR = 50.0, 80.0, 64.0, 10.0, 14.0, 8.0
_RING, _LINE, _DASH = 2.5, 2.5, 5.0
_BEND = 12  # straight pieces of a bend: smooth to the eye
# The size of a door, what is between two, and how many stand beside each other.
_DOOR, _APART, _DOORS = (10.0, 16.0), 3.0, 4
_KEPT = 1  # million pixels of places in discs: those of a dozen stories
_SIGN = 22.0  # dp: of a sign where the signs are explained


@dataclass(eq=False, kw_only=True)
class CourseNode(Node):
    """The stops with their names, in as many rows of columns as the width asks for."""

    course: Course
    _stops: dict[tuple[int, int], Node] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        places = [
            ((at, place), stop)
            for at, column in enumerate(self.course.columns)
            for place, stop in enumerate(column)
            if stop is not None
        ]
        self._stops = {at: _stop(stop, self.course.doors) for at, stop in places}
        self.children = list(self._stops.values())

    def content_widths(self, kit: Kit) -> Widths:
        """At least two columns, each as wide as the longest word; at best all beside each other."""
        wide = [self._wide(kit, at) for at in range(len(self.course.columns))]
        two = 2 * max(wide)
        return Widths(2 * kit.px(_PITCH), two, max(two, sum(wide)))

    def _wide(self, kit: Kit, column: int) -> int:
        """How wide a column is: no word of its names is broken, and without names it is narrow."""
        stops = [stop for (at, _), stop in self._stops.items() if at == column]
        words = max((stop.widths(kit).whole for stop in stops), default=0)
        has_name = any(stop is not None and stop.title for stop in self.course.columns[column])
        return max(kit.px(_PITCH if has_name else _NARROW), words + kit.px(_AIR))

    def content_height(self, kit: Kit, width: int) -> int:
        """The rows together."""
        rows = self._rows(kit, width)
        return sum(sum(self._reach(kit, row)) for row in rows) + kit.px(_ROW) * (len(rows) - 1)

    def _rows(self, kit: Kit, width: int) -> list[range]:
        """Which columns stand in each row: as few rows as can be, about as long as each other."""
        count = len(self.course.columns)
        for each in sorted({-(-count // rows) for rows in range(1, count + 1)}, reverse=True):
            rows = [range(at, min(at + each, count)) for at in range(0, count, each)]
            if each == 1 or all(sum(self._wide(kit, at) for at in row) <= width for row in rows):
                break
        return rows

    def _tall(self, kit: Kit, column: int) -> list[int]:
        """How high what stands in a column is, from top to bottom."""
        wide = self._wide(kit, column)
        return [
            self._stops[column, place].height_for_width(kit, wide)
            if (column, place) in self._stops
            else 0
            for place in range(len(self.course.columns[column]))
        ]

    def _top(self, kit: Kit, column: int) -> int:
        """Where a column begins, seen from the middle of the first disc if it stands alone."""
        heights = self._tall(kit, column)
        if len(heights) == 1:
            return -kit.px(_DISC) // 2
        return -(sum(heights) + kit.px(_BELOW) * (len(heights) - 1)) // 2

    def _reach(self, kit: Kit, row: range) -> tuple[int, int]:
        """How far a row reaches above and below its middle."""
        tops = [self._top(kit, column) for column in row]
        lows = [
            top + sum(heights) + kit.px(_BELOW) * (len(heights) - 1)
            for top, heights in ((self._top(kit, at), self._tall(kit, at)) for at in row)
        ]
        return -min(tops), max(lows)

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Place the columns row by row."""
        self._middles: dict[tuple[int, int], tuple[int, int]] = {}
        rows = self._rows(kit, inside.w)
        y = inside.y
        for columns in rows:
            above, below = self._reach(kit, columns)
            self._arrange_row(kit, columns, inside, y + above)
            y += above + below + kit.px(_ROW)

    def _arrange_row(self, kit: Kit, columns: range, inside: pygame.Rect, middle: int) -> None:
        least = [self._wide(kit, number) for number in columns]
        spare = max(0, inside.w - sum(least)) // len(least)
        x = inside.x
        for number, narrow in zip(columns, least, strict=True):
            wide = min(narrow + spare, round(narrow * 1.5))
            y = middle + self._top(kit, number)
            for place, high in enumerate(self._tall(kit, number)):
                stop = self._stops.get((number, place))
                disc = y + kit.px(_DISC) // 2 if stop is not None else y
                self._middles[number, place] = x + wide // 2, disc
                if stop is not None:
                    left = x + (wide - narrow) // 2
                    stop.arrange(kit, pygame.Rect(left, y, narrow, high))
                y += high + kit.px(_BELOW)
            x += wide

    def paint_content(self, kit: Kit, surface: pygame.Surface) -> None:
        """Draw the ways; the stops lie on top of them."""
        inside, edge = self.inside(kit), kit.px(_DISC) // 2
        for step, is_sure in self.course.ways:
            start, end = self._middles[step.start], self._middles[step.end]
            if step.start in self._stops:
                start = (start[0] + edge, start[1])
            if step.end in self._stops:
                end = (end[0] - edge, end[1])
            if start[0] < end[0]:
                _draw_way(kit, surface, start, end, is_sure=is_sure)
            else:  # it goes on in the next row
                _draw_way(kit, surface, start, (inside.right, start[1]), is_sure=is_sure)
                _draw_way(kit, surface, (inside.x, end[1]), end, is_sure=is_sure)


def _draw_way(
    kit: Kit, surface: pygame.Surface, start: tuple[int, int], end: tuple[int, int], *,
    is_sure: bool,
) -> None:  # fmt: skip
    points = list(_bend(start, end))
    thick = max(1.6, kit.scale * _LINE)
    if is_sure:
        paint.line(surface, points, kit.theme.muted, thick)
    else:
        paint.dashed(surface, points, kit.theme.muted, thick, kit.px(_DASH))


def _bend(start: tuple[int, int], end: tuple[int, int]) -> Iterator[tuple[float, float]]:
    (x0, y0), (x1, y1) = start, end
    if y0 == y1:
        yield from (start, end)
        return
    for at in range(_BEND + 1):
        t = at / _BEND
        yield x0 + (x1 - x0) * t, y0 + (y1 - y0) * t * t * (3 - 2 * t)


# --- the stops --------------------------------------------------------------------------------


def _stop(stop: Stop, doors: Sequence[bool]) -> Node:
    """The picture of a stop with what it is called."""
    drawn = _doors(doors) if stop.kind == "endings" else _disc(stop)
    named = [text(stop.title, CAPTION, align="center")] if stop.title else []
    if stop.kind == "endings" and stop.facts:
        named.append(text(stop.facts, CAPTION, "muted", align="center"))
    return column(row(drawn, justify="center"), *named, gap=3)


def _disc(stop: Stop, size: float = _DISC) -> Picture:
    """A place in a ring: double for a reflection moment, broken for what is not told yet."""

    def draw(kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        ring = max(2, kit.px(_RING))
        theme = kit.theme
        colour = theme.mutual if stop.kind == "moment" else theme.ink if stop.been else theme.muted
        return _ringed(stop, min(room), ring, (colour, theme.card, theme.muted), theme.tone)

    return Picture(draw=draw, width=size, height=size)


@kept(_KEPT)
def _ringed(
    stop: Stop, size: int, ring: int, colours: tuple[str, str, str], tone: Tone
) -> pygame.Surface:
    colour, ground, quiet = colours
    made = pygame.Surface((size, size), pygame.SRCALPHA)
    made.fill(paint.rgba(colour, 0))
    middle = (size / 2, size / 2)
    paint.dot(made, middle, size / 2 - 1, ground, colour, ring)
    if stop.where is None:
        mark = raster.icon("question", round(size * 0.5), quiet)
        made.blit(mark, mark.get_rect(center=middle))
        return made
    edge = 1 + ring * (4 if stop.kind == "moment" else 2)
    if stop.kind == "moment":
        paint.dot(made, middle, size / 2 - 1 - 2 * ring, ground, colour, ring)
    across = size - 2 * edge
    there = paint.cut(art.backdrop(stop.where, (across, across), tone), across // 2)
    made.blit(there, (edge, edge))
    return made


def _doors(doors: Sequence[bool]) -> Node:
    """A door for each ending, those that an earlier play went through stand open."""
    wide, high = _DOOR
    beside = min(_DOORS, len(doors))
    rows = -(-len(doors) // _DOORS)
    return Canvas(
        painter=partial(_paint_doors, doors), width=beside * (wide + _APART) - _APART,
        height=max(_DISC, rows * (high + _APART) - _APART), natural=_DISC,
    )  # fmt: skip


def _paint_doors(
    doors: Sequence[bool], kit: Kit, surface: pygame.Surface, box: pygame.Rect
) -> None:
    wide, high, gap = kit.px(_DOOR[0]), kit.px(_DOOR[1]), kit.px(_APART)
    rows = -(-len(doors) // _DOORS)
    top = box.centery - (rows * (high + gap) - gap) // 2
    for at, is_open in enumerate(doors):
        down, across = divmod(at, _DOORS)
        in_row = min(_DOORS, len(doors) - down * _DOORS)
        left = box.centerx - (in_row * (wide + gap) - gap) // 2
        place = pygame.Rect(left + across * (wide + gap), top + down * (high + gap), wide, high)
        fill = kit.theme.mutual if is_open else kit.theme.card
        line = kit.theme.mutual if is_open else kit.theme.muted
        paint.draw_rounded(surface, place, kit.px(2), fill, line, max(1, kit.px(1.5)))
        if not is_open:
            knob = (place.right - kit.px(3), place.centery)
            paint.dot(surface, knob, kit.px(1.2), line, line, 0)


# --- the whole --------------------------------------------------------------------------------


def course_map(app: App, course: Course) -> Node:
    """The picture of the course, and what its signs mean."""
    kinds = {stop.kind for each in course.columns for stop in each if stop is not None}
    shown: list[StopKind] = [kind for kind in ("talks", "moment", "hidden") if kind in kinds]
    signs = [
        row(_sign(kind), text(app.say(f"course.sign.{kind}"), CAPTION, "muted"), gap=6)
        for kind in shown
    ]
    return column(
        CourseNode(course=course, label=course.told, role="image"), flow(*signs, gap=14), gap=8
    )


def _sign(kind: StopKind) -> Node:
    """A ring as it is drawn around what stands there."""
    if kind == "hidden":
        return _disc(Stop("hidden", "", ""), _SIGN)

    def draw(kit: Kit, surface: pygame.Surface, box: pygame.Rect) -> None:
        theme, ring = kit.theme, max(1, kit.px(2))
        colour = theme.mutual if kind == "moment" else theme.muted
        for inward in (0, 2 * ring) if kind == "moment" else (0,):
            radius = min(box.size) / 2 - 1 - inward
            paint.dot(surface, box.center, radius, theme.card, colour, ring)

    return Canvas(painter=draw, width=_SIGN, height=_SIGN)
