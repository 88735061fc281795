"""The debrief's charts, drawn with the window's own fonts, icons and colours.

Nothing hangs on colour alone: lines differ by dash and marker and carry their name at the end.
"""

from collections.abc import Sequence
from statistics import fmean

import pygame

from engine.debrief.findings import About, Difference, Findings, Quadrants, TimelineEntry, WhatIf
from engine.scenario.vocabulary import Stance
from game.presenters.page import points, signed
from game.window.app import App
from game.window.kit import paint
from game.window.kit import type as typ
from game.window.kit.node import Kit, Node, paint_look
from game.window.kit.paint import Look, Point
from game.window.kit.raster import icon as drawn_icon
from game.window.kit.text import Canvas
from game.window.kit.theme import stance_colours


def mean_of(about: About) -> float:
    """The mean over all pairs."""
    return fmean(x for row in about.values() for x in row.values())


def _write(
    kit: Kit, surface: pygame.Surface, words: str, at: Point, colour: str, *, size: float = 13,
    weight: typ.Weight = "medium", align: str = "left",
) -> pygame.Rect:  # fmt: skip
    drawn = typ.drawn(words, weight, max(9, kit.px(size)), getattr(kit.theme, colour, colour))
    x = at[0]
    if align == "center":
        x -= drawn.get_width() / 2
    elif align == "right":
        x -= drawn.get_width()
    return surface.blit(drawn, (round(x), round(at[1] - drawn.get_height() / 2)))


# --- trust and risk over time -----------------------------------------------------------------


def trust_chart(app: App, found: Findings, *, mine: int | None, height: float) -> Node:
    """Mean trust and perceived risk over the whole play, with the moves and what was changed."""
    entries = found.timeline
    trust = [each.numbers.mean_trust for each in entries]
    risk = [mean_of(each.numbers.perceived_risk) for each in entries]
    turn = next((each.at for each in found.turning_points if each.score > 0), None)
    words = app.say(
        "chart.trust.label", first=points(trust[0]), last=points(trust[-1]),
        risk_first=points(risk[0]), risk_last=points(risk[-1]),
    )  # fmt: skip

    def draw(kit: Kit, surface: pygame.Surface, box: pygame.Rect) -> None:
        _TrustChart(app, kit, surface, box, entries).draw(trust, risk, mine, turn)

    return Canvas(
        painter=draw, height=height, natural=900, least_wide=300, label=words, role="image"
    )


class _TrustChart:
    def __init__(
        self, app: App, kit: Kit, surface: pygame.Surface, box: pygame.Rect,
        entries: Sequence[TimelineEntry],
    ) -> None:  # fmt: skip
        self.app, self.kit, self.surface, self.entries = app, kit, surface, entries
        parties = max((len(each.moves) for each in entries), default=2)
        words = (app.say("expected.trust"), app.say("chart.risk"))
        right = max(typ.width(word, "semibold", max(9, kit.px(14))) for word in words) + kit.px(22)
        below = kit.px(34) + parties * kit.px(30)
        self.plot = pygame.Rect(
            box.x + kit.px(38), box.y + kit.px(40),
            max(20, box.w - kit.px(38) - right), max(20, box.h - kit.px(40) - below),
        )  # fmt: skip

    def x(self, at: float) -> float:
        return self.plot.x + self.plot.w * at / max(1, len(self.entries) - 1)

    def y(self, share: float) -> float:
        return self.plot.bottom - self.plot.h * share

    def draw(
        self, trust: list[float], risk: list[float], mine: int | None, turn: int | None
    ) -> None:
        self._grid()
        self._events()
        kit, theme = self.kit, self.kit.theme
        thick = max(2.0, kit.scale * 2.4)
        lines = (("trust", trust, False), ("risk", risk, True))
        for colour, values, is_dashed in lines:
            path = [(self.x(at), self.y(value)) for at, value in enumerate(values)]
            tone = getattr(theme, colour)
            if is_dashed:
                paint.dashed(self.surface, path, tone, thick, kit.px(9))
            else:
                paint.line(self.surface, path, tone, thick)
            for point in path:
                self._marker(point, tone, square=is_dashed)
        self._names(trust[-1], risk[-1])
        self._flags(trust, mine, turn)

    def _grid(self) -> None:
        kit = self.kit
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            y = round(self.y(share))
            pygame.draw.line(self.surface, kit.theme.line, (self.plot.x, y), (self.plot.right, y))
            _write(
                kit,
                self.surface,
                str(round(100 * share)),
                (self.plot.x - kit.px(8), y),
                "muted",
                align="right",
            )

    def _marker(self, at: Point, tone: str, *, square: bool) -> None:
        size = max(3, self.kit.px(4))
        if square:
            box = pygame.Rect(round(at[0]) - size, round(at[1]) - size, 2 * size, 2 * size)
            pygame.draw.rect(self.surface, tone, box)
            pygame.draw.rect(self.surface, self.kit.theme.card, box.inflate(-size, -size))
        else:
            paint.dot(
                self.surface, at, size + 1, self.kit.theme.card, tone, max(1.5, self.kit.scale * 2)
            )

    def _events(self) -> None:
        """Under the axis: the rounds, the moves, the moments and what changed."""
        kit, step = self.kit, self.plot.w / max(1, len(self.entries) - 1)
        size = min(kit.px(24), round(step * 0.9))
        for at, entry in enumerate(self.entries):
            x, y = self.x(at), self.plot.bottom + kit.px(16)
            name = self.app.say("chart.start") if entry.kind == "start" else str(entry.round)
            if entry.kind == "moment":
                self._icon("reflection", (x, y), kit.px(18), "mutual")
            else:
                _write(kit, self.surface, name, (x, y), "muted", align="center")
            for row, move in enumerate(entry.moves):
                self._move(move.stance, (x, y + kit.px(28) + row * kit.px(30)), size)
            if entry.changes:
                self._change(x)

    def _change(self, x: float) -> None:
        top = self.plot.y - self.kit.px(18)
        paint.dashed(self.surface, [(x, top), (x, self.plot.bottom)], self.kit.theme.mutual, 1.6,
                     self.kit.px(4))  # fmt: skip
        self._icon("rule", (x, top - self.kit.px(10)), self.kit.px(20), "mutual")

    def _move(self, stance: Stance, at: Point, size: int) -> None:
        colour, soft = stance_colours(self.kit.theme, stance)
        box = pygame.Rect(0, 0, size, size)
        box.center = (round(at[0]), round(at[1]))
        radius = {"trust-building": 7, "reciprocal": 14, "opportunistic": 2}[stance]
        paint_look(self.kit, self.surface, box, Look(soft, None, radius))
        self.surface.blit(
            drawn_icon(stance, round(size * 0.72), colour),
            drawn_icon(stance, round(size * 0.72), colour).get_rect(center=box.center),
        )

    def _icon(self, name: str, at: Point, size: int, colour: str) -> None:
        drawn = drawn_icon(name, size, getattr(self.kit.theme, colour))
        self.surface.blit(drawn, drawn.get_rect(center=(round(at[0]), round(at[1]))))

    def _names(self, trust: float, risk: float) -> None:
        kit = self.kit
        apart = kit.px(42)
        high, low = self.y(trust), self.y(risk)
        if abs(high - low) < apart:
            middle = (high + low) / 2
            sign = 1 if high <= low else -1
            high, low = middle - sign * apart / 2, middle + sign * apart / 2
        for word, value, y, colour in (
            (self.app.say("expected.trust"), trust, high, "trust"),
            (self.app.say("chart.risk"), risk, low, "risk"),
        ):
            x = self.plot.right + kit.px(12)
            _write(kit, self.surface, word, (x, y - kit.px(7)), colour, size=14, weight="semibold")
            _write(kit, self.surface, str(points(value)), (x, y + kit.px(9)), colour, size=14,
                   weight="bold")  # fmt: skip

    def _flags(self, trust: list[float], mine: int | None, turn: int | None) -> None:
        kit = self.kit
        if turn is not None:
            x, y = self.x(turn), self.y(trust[turn])
            pygame.draw.aacircle(self.surface, kit.theme.ink, (x, y), kit.px(12), max(2, kit.px(2)))
        if mine is not None and mine < len(trust):
            x, y = self.x(mine), self.y(trust[mine])
            self._icon("flag", (x + kit.px(7), y - kit.px(20)), kit.px(26), "ink")


def chart_key(app: App) -> list[tuple[str, str, str]]:
    """The signs of the chart: icon, colour, words."""
    return [
        ("trust-building", "trust", app.say("stance.trust-building")),
        ("reciprocal", "mutual", app.say("stance.reciprocal")),
        ("opportunistic", "risk", app.say("stance.opportunistic")),
        ("reflection", "mutual", app.say("chart.moment")),
        ("rule", "mutual", app.say("chart.change")),
        ("flag", "ink", app.say("chart.mine")),
    ]


# --- figure 2 ---------------------------------------------------------------------------------


def quadrant_chart(app: App, path: Quadrants, *, size: float) -> Node:
    """The road through figure 2: trust upwards, what is on paper to the right."""
    words = app.say("chart.map.label", n=len(path.path))

    def draw(kit: Kit, surface: pygame.Surface, box: pygame.Rect) -> None:
        _paint_quadrants(app, path, kit, surface, box)

    return Canvas(painter=draw, width=size, height=size, label=words, role="image")


def _paint_quadrants(
    app: App, path: Quadrants, kit: Kit, surface: pygame.Surface, box: pygame.Rect
) -> None:
    theme = kit.theme
    side = min(box.w - kit.px(30), box.h - kit.px(30))
    plot = pygame.Rect(box.x + kit.px(26), box.y + kit.px(4), side, side)
    paint_look(kit, surface, plot, Look(theme.card_low, theme.line, 10))
    x_border = plot.x + plot.w * path.border_formal
    y_border = plot.bottom - plot.h * path.border_trust
    paint.dashed(
        surface, [(x_border, plot.y), (x_border, plot.bottom)], theme.muted, 1.6, kit.px(6)
    )
    paint.dashed(surface, [(plot.x, y_border), (plot.right, y_border)], theme.muted, 1.6, kit.px(6))
    corners = {1: (plot.x, plot.y), 2: (plot.right, plot.y), 3: (plot.right, plot.bottom),
               4: (plot.x, plot.bottom)}  # fmt: skip
    for number, (x, y) in corners.items():
        _quadrant_name(app, kit, surface, number, (x, y))
    _road(kit, surface, plot, path)
    middle = plot.centerx, plot.bottom + kit.px(14)
    _write(kit, surface, f"{app.say('chart.paper')} →", middle, "muted", align="center")
    label = typ.drawn(f"{app.say('expected.trust')} →", "medium", max(9, kit.px(13)), theme.muted)
    turned = pygame.transform.rotate(label, 90)
    surface.blit(turned, turned.get_rect(center=(box.x + kit.px(11), plot.centery)))


def _quadrant_name(app: App, kit: Kit, surface: pygame.Surface, number: int, at: Point) -> None:
    is_right, is_low = number in (2, 3), number in (3, 4)
    inset = kit.px(12)
    lines = app.say(f"quadrant.{number}").split(", ")
    for row, words in enumerate(lines):
        x = at[0] - inset if is_right else at[0] + inset
        step = kit.px(17)
        y = at[1] - inset - (len(lines) - 1 - row) * step if is_low else at[1] + inset + row * step
        _write(kit, surface, words, (x, y), "muted", align="right" if is_right else "left")


def _road(kit: Kit, surface: pygame.Surface, plot: pygame.Rect, path: Quadrants) -> None:
    theme = kit.theme
    road = [
        (plot.x + plot.w * point.formal_overlap, plot.bottom - plot.h * point.trust)
        for point in path.path
    ]
    paint.line(surface, road, theme.mutual, max(2, kit.scale * 2.2))
    for at, (point, place) in enumerate(zip(path.path, road, strict=True)):
        is_end = at in (0, len(road) - 1)
        radius = kit.px(12 if is_end else 5)
        fill = theme.strong if at == len(road) - 1 else theme.card
        paint.dot(
            surface, place, radius, fill, theme.mutual if at else theme.ink, max(2, kit.px(2))
        )
        if is_end:
            colour = theme.on_strong if at else theme.ink
            _write(
                kit,
                surface,
                str(point.round),
                place,
                colour,
                size=12,
                weight="bold",
                align="center",
            )


# --- what if ----------------------------------------------------------------------------------


def band_chart(app: App, fork: WhatIf, *, height: float = 170) -> Node:
    """A robust end as played and otherwise, and the difference with its interval round zero."""
    words = app.say("chart.band.label", played=points(fork.as_played.success),
                    instead=points(fork.what_if.success))  # fmt: skip

    def draw(kit: Kit, surface: pygame.Surface, box: pygame.Rect) -> None:
        _paint_band(app, fork, kit, surface, box)

    return Canvas(
        painter=draw, height=height, natural=560, least_wide=280, label=words, role="image"
    )


def _paint_band(
    app: App, fork: WhatIf, kit: Kit, surface: pygame.Surface, box: pygame.Rect
) -> None:
    theme = kit.theme
    names = (app.say("chart.played"), app.say("chart.instead"), app.say("chart.difference"))
    left = (
        box.x + max(typ.width(name, "semibold", max(9, kit.px(13))) for name in names) + kit.px(14)
    )
    wide = max(20, box.right - left - kit.px(52))
    row = box.h / 3.4
    for at, (name, share, colour) in enumerate(
        ((names[0], fork.as_played.success, "muted"), (names[1], fork.what_if.success, "mutual"))
    ):
        y = box.y + row * (at + 0.5)
        _write(kit, surface, name, (box.x, y), "ink", weight="semibold")
        track = pygame.Rect(left, round(y) - kit.px(9), wide, kit.px(18))
        paint_look(kit, surface, track, Look(theme.card_low, theme.line, 6))
        full = pygame.Rect(track.x, track.y, max(2, round(wide * share)), track.h)
        paint_look(kit, surface, full, Look(getattr(theme, colour), None, 6))
        _write(
            kit, surface, f"{points(share)} %", (left + wide + kit.px(8), y), "ink", weight="bold"
        )
    _paint_interval(kit, surface, fork.success, names[2], box, left, wide, box.y + row * 2.5)


def _paint_interval(
    kit: Kit, surface: pygame.Surface, difference: Difference, name: str, box: pygame.Rect,
    left: int, wide: int, y: float,
) -> None:  # fmt: skip
    theme = kit.theme
    reach = max(0.1, abs(difference.low), abs(difference.high)) * 1.25

    def x(value: float) -> float:
        return left + wide * (value + reach) / (2 * reach)

    _write(kit, surface, name, (box.x, y), "ink", weight="semibold")
    pygame.draw.line(surface, theme.line, (left, round(y)), (left + wide, round(y)))
    pygame.draw.line(surface, theme.muted, (x(0), y - kit.px(16)), (x(0), y + kit.px(16)), 2)
    _write(kit, surface, "0", (x(0), y + kit.px(26)), "muted", align="center")
    low, high = x(difference.low), x(difference.high)
    band = pygame.Rect(round(low), round(y) - kit.px(9), max(3, round(high - low)), kit.px(18))
    paint_look(kit, surface, band, Look(theme.mutual_soft, theme.mutual, 6, 1.5))
    paint.dot(
        surface, (x(difference.mean), y), kit.px(7), theme.mutual, theme.card, max(1, kit.px(2))
    )
    for value, place, align in ((difference.low, low, "right"), (difference.high, high, "left")):
        gap = kit.px(6) * (-1 if align == "right" else 1)
        figure = signed(points(value))
        room = typ.width(figure, "medium", max(9, kit.px(13)))
        at = min(
            max(place + gap, left + room),
            left + wide + kit.px(44) - (0 if align == "right" else room),
        )
        _write(kit, surface, figure, (at, y - kit.px(20)), "muted", align=align)
