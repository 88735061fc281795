"""The building blocks of screens: cards, buttons, badges, gauges, bars, headings."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

import pygame

from engine.scenario.vocabulary import Stance
from game.theme import Theme, stance_colours
from game.window.kit import paint
from game.window.kit import type as typ
from game.window.kit.column import Column
from game.window.kit.fitting import Align, Justify
from game.window.kit.node import Act, Kit, Node, Role, paint_look
from game.window.kit.paint import Look
from game.window.kit.raster import icon as drawn_icon
from game.window.kit.row import Flow, Row
from game.window.kit.text import Canvas, Picture, Text, TextAlign
from game.window.kit.type import (
    BODY,
    CAPTION,
    HEAD,
    LABEL,
    Style,
)

SHADE = 100  # the full shadow of the theme, in per cent


def card_look(theme: Theme, *, shadow: int = SHADE, radius: float = 14) -> Look:
    """The look of a card."""
    is_lined = theme.shadow < 40
    return Look(theme.card, theme.card_line if is_lined else None, radius, 1, shadow)


def text(
    words: str, style: Style = BODY, colour: str = "ink", *, align: TextAlign = "left",
    grow: float = 0, max_width: float | None = None, role: Role = "text",
) -> Text:  # fmt: skip
    """A text that wraps."""
    return Text(
        text=words, style=style, colour=colour, text_align=align, grow=grow,
        max_width=max_width, role=role,
    )  # fmt: skip


def heading(words: str, style: Style = HEAD, colour: str = "ink") -> Text:
    """A heading."""
    return Text(text=words, style=style, colour=colour, role="heading")


def icon(name: str, size: float = 20, colour: str = "ink", *, label: str = "") -> Picture:
    """An icon in a colour of the theme. label: what it means, where no words say so."""

    def draw(kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        return drawn_icon(name, min(room), getattr(kit.theme, colour, colour))

    return Picture(draw=draw, width=size, height=size, label=label)


class Extra(TypedDict, total=False):
    """What a row or column may be given beside its children."""

    gap: float
    grow: float
    align: Align
    justify: Justify
    pad: tuple[float, float, float, float]
    look: Look | None
    width: float | None
    height: float | None
    max_width: float | None
    min_width: float
    min_height: float
    id: str
    label: str
    explain: str
    role: Role


def row(*children: Node, **extra: Unpack[Extra]) -> Row:
    """Children beside each other."""
    return Row(children=children, **{"align": "center", **extra})  # type: ignore[arg-type]


def column(*children: Node, **extra: Unpack[Extra]) -> Column:
    """Children below each other."""
    return Column(children=children, **extra)


def flow(*children: Node, row_gap: float | None = None, **extra: Unpack[Extra]) -> Flow:
    """Children beside each other, going on below where they do not fit."""
    given = {"align": "center", "row_gap": row_gap, **extra}
    return Flow(children=children, **given)  # type: ignore[arg-type]


def card(
    theme: Theme, *children: Node, gap: float = 10, grow: float = 0, pad: float = 18, id: str = "",
    explain: str = "", label: str = "", min_width: float = 0,
) -> Column:  # fmt: skip
    """A card with children below each other."""
    return Column(
        children=children, gap=gap, grow=grow, pad=(pad, pad, pad, pad), look=card_look(theme),
        id=id, explain=explain, label=label, min_width=min_width,
    )  # fmt: skip


def button(
    theme: Theme, id: str, words: str, act: Act | None, *, strong: bool = False, key: str = "",
    sign: str = "", explain: str = "", grow: float = 0, disabled: bool = False,
) -> Node:  # fmt: skip
    """A button. strong: the one that goes on; sign: the name of an icon before the words."""
    colour = "on_strong" if strong else "muted" if disabled else "ink"
    fill = theme.strong if strong else theme.card_low if disabled else theme.card
    line = theme.strong if strong else theme.line
    children: list[Node] = []
    if sign:
        children.append(icon(sign, 18, colour))
    children.append(Text(text=words, style=LABEL, colour=colour))
    return Row(
        id=id, role="button", label=words, align="center", justify="center",
        gap=8, pad=(11, 18, 11, 18), look=Look(fill, line, 11, 1), act=None if disabled else act,
        key=key, explain=explain, children=children, grow=grow, min_height=42, disabled=disabled,
    )  # fmt: skip


def icon_button(theme: Theme, id: str, sign: str, words: str, act: Act, *, key: str = "") -> Node:
    """A button that is an icon; its words are shown on focus and read aloud."""
    return Row(
        id=id, role="button", label=words, explain=words, act=act, key=key,
        align="center", justify="center", width=40, height=40, look_pointed=Look(theme.card_low),
        children=(icon(sign, 22, "muted"),),
    )  # fmt: skip


def choice(
    theme: Theme, id: str, *children: Node, act: Act | None, label: str, key: str = "",
    chosen: bool = False, disabled: bool = False, explain: str = "", pad: float = 14,
    gap: float = 6, role: Role = "card", align: Align = "stretch",
    is_row: bool = False, justify: Justify = "start", grow: float = 0,
    width: float | None = None,
) -> Row | Column:  # fmt: skip
    """A card that can be chosen; chosen: it stands out, by its line and not by colour alone."""
    is_flat = disabled or role == "toggle"  # things on a card have a line, not a shadow
    fill = theme.card_low if disabled else theme.card
    quiet = theme.line if role == "toggle" else theme.card_line
    line = theme.strong if chosen else quiet if theme.shadow < 40 or is_flat else None
    look = Look(
        fill, line, 11 if role == "toggle" else 14, 2.5 if chosen else 1, 0 if is_flat else SHADE
    )
    kind = Row if is_row else Column
    return kind(
        id=id,
        role=role,
        label=label,
        act=None if disabled else act,
        key=key,
        explain=explain,
        disabled=disabled,
        children=children,
        gap=gap,
        pad=(pad, pad, pad, pad),
        look=look,
        align=align,
        justify=justify,
        grow=grow,
        width=width,
    )


def key_cap(theme: Theme, key: str) -> Node:
    """The key that may be typed for a choice."""
    return Row(justify="center", align="center", width=26, height=26,
        look=Look(theme.card_low, theme.line, 7, 1),
        children=(Text(text=key, style=CAPTION, colour="muted", text_align="center"),),
    )  # fmt: skip


def stance_badge(theme: Theme, stance: Stance, size: float = 34) -> Node:
    """The icon of a stance in its own shape and colour."""
    colour, soft = stance_colours(theme, stance)
    radius = {"trust-building": 10.0, "reciprocal": size / 2, "opportunistic": 4.0}[stance]
    return Row(justify="center", align="center", width=size, height=size,
        look=Look(soft, None, radius), children=(icon(stance, size * 0.62, colour),),
    )  # fmt: skip


def chip(
    theme: Theme, words: str, *, sign: str = "", colour: str = "muted", fill: str = ""
) -> Node:
    """A small label."""
    children: list[Node] = [icon(sign, 16, colour)] if sign else []
    children.append(Text(text=words, style=CAPTION, colour=colour))
    return Row(align="center", gap=6, pad=(5, 10, 5, 10),
        look=Look(fill or theme.card_low, None, 9), children=children,
    )  # fmt: skip


# --- numbers ----------------------------------------------------------------------------------

_START, _SWEEP = 145.0, 250.0  # of a gauge, in degrees


def gauge(
    theme: Theme, id: str, words: str, value: float, colour: str, *, size: float = 104,
    moved: int = 0, explain: str = "", path: Sequence[float] = (),
) -> Node:  # fmt: skip
    """A round gauge, 0 to 1, with its last change and its path so far."""

    def face(kit: Kit, surface: pygame.Surface, box: pygame.Rect) -> None:
        _paint_gauge(kit, surface, box, kit.moved(id, value, box), colour)

    dial = Canvas(painter=face, width=size, height=size * 0.86)
    change = row(*_moved(moved, colour), gap=2, justify="center", min_height=_CHANGE_HIGH)
    under: list[Node] = [text(words, LABEL, align="center"), change]
    if path:
        spark = Canvas(
            painter=lambda kit, surface, box: sparkline(kit, surface, box, path, colour),
            height=30, natural=size,
        )  # fmt: skip
        under.append(spark)
    return Column(
        id=id, role="meter", label=_read(words, value, moved), explain=explain, gap=2,
        align="center", children=(dial, *under), pad=(4, 4, 4, 4),
    )  # fmt: skip


def _moved(moved: int, colour: str) -> list[Node]:
    """The last change, with the arrow of all that goes up or down; nothing if there was none."""
    if moved == 0:
        return []
    sign = "arrow-up" if moved > 0 else "arrow-down"
    return [icon(sign, 13, colour), text(_signed(moved), CAPTION, colour)]


def _signed(moved: int) -> str:
    return f"+{moved}" if moved > 0 else f"−{-moved}"


def _read(words: str, value: float, moved: int) -> str:
    """A meter for somebody who hears it."""
    change = f" {_signed(moved)}" if moved else ""
    return f"{words}: {round(100 * value)}{change}"


def _paint_gauge(
    kit: Kit, surface: pygame.Surface, box: pygame.Rect, value: float, colour: str
) -> None:
    size = min(box.w, round(box.h / 0.86))
    x, y = box.x + (box.w - size) // 2, box.y
    thick, theme = max(4, size // 9), kit.theme
    full, soft = getattr(theme, colour), getattr(theme, f"{colour}_soft")
    surface.blit(paint.arc(size, thick, _START, _SWEEP, soft), (x, y))
    if value > 0.004:
        pale = _blend(full, theme.card, 0.35)
        shown = round(_SWEEP * min(1.0, value))
        surface.blit(paint.arc(size, thick, _START, shown, full, pale), (x, y))
    figure = typ.drawn(str(round(100 * value)), "bold", max(9, round(size * 0.30)), theme.ink)
    middle = (
        x + (size - figure.get_width()) // 2,
        y + round(size * 0.5) - figure.get_height() // 2,
    )
    surface.blit(figure, middle)


def _blend(colour: str, other: str, share: float) -> str:
    mixed = pygame.Color(colour).lerp(pygame.Color(other), share)
    return f"#{mixed.r:02x}{mixed.g:02x}{mixed.b:02x}"


def sparkline(
    kit: Kit, surface: pygame.Surface, box: pygame.Rect, path: Sequence[float], colour: str
) -> None:
    """The path so far as a small line with its end marked; the scale is as wide as the path."""
    if len(path) < 2 or box.w < 4:
        return  # a point alone is no path
    low, high = min(path), max(path)
    spread = max(high - low, 0.1)
    inset = kit.px(5)
    steps = max(1, len(path) - 1)
    points = [
        (
            box.x + inset + (box.w - 2 * inset) * at / steps,
            box.bottom - inset - (box.h - 2 * inset) * (value - low) / spread,
        )
        for at, value in enumerate(path)
    ]
    tone = getattr(kit.theme, colour)
    paint.line(surface, points, tone, max(1.6, kit.scale * 1.8))
    paint.dot(surface, points[-1], kit.px(4), tone, kit.theme.card, max(1, kit.px(1)))


# dp, design choices: an arrow with "+12" is so wide, and a line of it so high.
_CHANGE, _CHANGE_HIGH = 38.0, 18.0


def bar(
    theme: Theme, id: str, words: str, value: float, colour: str = "trust", *, explain: str = "",
    moved: int = 0, is_named: bool = True,
) -> Node:  # fmt: skip
    """A straight gauge with its words above it, and behind it its last change and its number.

    is_named: the words are shown; without, they stand above another in the same column.
    """

    def draw(kit: Kit, surface: pygame.Surface, box: pygame.Rect) -> None:
        _paint_bar(kit, surface, box, kit.moved(id or words, value, box), colour)

    # What it changed has its place without a change too, so that all bars are as long.
    change = row(*_moved(moved, colour), gap=2, min_width=_CHANGE)
    head = text(words, CAPTION, "muted")
    line = Canvas(painter=draw, height=8, natural=120, grow=1)
    below = row(line, change, text(str(round(100 * value)), LABEL), gap=6)
    return Column(
        id=id, role="meter", label=_read(words, value, moved), explain=explain,
        pad=(2, 4, 2, 4), children=(head, below) if is_named else (below,),
    )  # fmt: skip


def _paint_bar(
    kit: Kit, surface: pygame.Surface, box: pygame.Rect, value: float, colour: str
) -> None:
    theme = kit.theme
    paint_look(kit, surface, box, Look(getattr(theme, f"{colour}_soft", theme.line), radius=4))
    wide = round(box.w * max(0.0, min(1.0, value)))
    if wide > 1:
        full = pygame.Rect(box.x, box.y, max(wide, box.h), box.h)
        paint_look(kit, surface, full, Look(getattr(theme, colour), radius=4))


def thin_bar(value: float, colour: str = "trust") -> Node:
    """A straight gauge without words."""
    return Canvas(
        painter=lambda kit, surface, box: _paint_bar(kit, surface, box, value, colour),
        height=7, natural=70, grow=1,
    )  # fmt: skip


def dots(theme: Theme, done: int, total: int, words: str) -> Node:
    """Rounds as dots: played, the present one, to come."""

    def draw(kit: Kit, surface: pygame.Surface, box: pygame.Rect) -> None:
        radius, step = kit.px(4), kit.px(13)
        for at in range(total):
            centre = (box.x + radius + at * step, box.centery)
            fill = theme.ink if at < done else theme.page_top
            paint.dot(surface, centre, radius, fill, theme.ink if at <= done else theme.line, 1.5)

    return Canvas(painter=draw, width=13 * total, height=14, label=words, role="image")
