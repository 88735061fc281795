"""The map of a script: phases, the arrows between them, and what happened how often.

How often is told by the number, by thickness and by pattern; never by colour alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from game.drawing.charts.chart import Box, Chart, Label, Line, Measure, Shape, estimated_width
from game.drawing.charts.chart import Weight as LetterWeight
from game.drawing.charts.wrapping import wrapped
from game.drawing.layered import Layout, Piece, Placed, laid_out

StepKind = Literal["talks", "moment", "end"]
Mark = Shape | Label


@dataclass(frozen=True, slots=True)
class Step:
    """A phase, or the end of the script. share: how often it was reached, in [0, 1]; as written.

    A share of None was not looked for; of 0, it never came about.
    """

    name: str
    title: str
    notes: tuple[str, ...]
    kind: StepKind
    share: float | None = None
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow between two steps, by name, with its condition and how often it was taken."""

    source: str
    to: str
    when: str = ""
    share: float | None = None
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list beside the map: what can happen, when, and how often it did."""

    title: str
    note: str
    share: float | None = None
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """What the signs mean, as it is written: the lines from often to never, and the boxes."""

    title: str
    lines: tuple[tuple[str, float | None], ...]  # a name and a share that looks like that
    talks: str
    moment: str


@dataclass(frozen=True, slots=True)
class ScriptDrawing:
    """A whole map, in words that can be drawn."""

    title: str
    description: str
    how: str
    steps: tuple[Step, ...]
    ways: tuple[Way, ...]
    lists: tuple[tuple[str, tuple[Row, ...]], ...]
    legend: Legend


@dataclass(frozen=True, slots=True)
class Style:
    """How often a line is travelled, as thickness and dashes (0: none)."""

    width: float
    dash: float


# Design choice: four kinds that are told apart in print; the number stands beside each anyway.
_LINES = ((0.5, Style(5.0, 0)), (0.1, Style(2.4, 0)), (0.0, Style(1.4, 9)))
_NEVER = Style(1.4, 2.5)
_UNPLAYED = Style(2.0, 0)

_PAGE = 1000.0  # units across an A4 sheet, on which the smallest letters are then 5.5 points
_MARGIN, _GUTTER, _LIST = 14.0, 36.0, 400.0
_BOX, _LABEL = 212.0, 158.0  # how wide a phase and a condition are
_PAD = 10.0
_LEAD = 1.28  # from one line of text to the next, in shares of its size
_ROUND: dict[StepKind, float] = {"talks": 3, "moment": 22, "end": 3}
_LONGEST: dict[str, int] = {"title": 3, "note": 3, "when": 5, "row": 2, "condition": 4, "how": 6}
# Fonts differ: a reader without ours may have letters that are so much wider.
_WIDER = 1.1


@dataclass(frozen=True, slots=True)
class _Text:
    """Lines of one size below each other."""

    lines: tuple[str, ...]
    size: float
    weight: LetterWeight = "medium"
    colour: str = "ink"

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * _LEAD

    def drawn(self, x: float, y: float, align: Literal["left", "center"] = "left") -> list[Label]:
        """The labels, the first with its top at y."""
        return [
            Label(line, x, y + (at + 0.5) * self.size * _LEAD, self.colour, self.size, self.weight,
                  align)
            for at, line in enumerate(self.lines)
        ]  # fmt: skip


class _Writer:
    """Breaks texts into lines that fit, whatever font the reader has."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure

    def text(
        self, text: str, kind: str, width: float, size: float, weight: LetterWeight = "medium",
        colour: str = "ink",
    ) -> _Text:  # fmt: skip
        lines = wrapped(text, size, weight, width / _WIDER, _LONGEST[kind], self._measure)
        return _Text(lines, size, weight, colour)

    def width(self, text: str, size: float, weight: LetterWeight) -> float:
        """Room for that text on one line."""
        return self._measure(text, size, weight) * _WIDER


def script_chart(drawing: ScriptDrawing, measure: Measure = estimated_width) -> Chart:
    """The whole map on one sheet: lists beside it where there is room, and else below it."""
    writer = _Writer(measure)
    flow = _Flow(drawing, writer)
    is_beside = flow.layout.width + _GUTTER + _LIST <= _PAGE - 2 * _MARGIN
    width = 2 * _MARGIN + (
        flow.layout.width + _GUTTER + _LIST if is_beside else max(flow.layout.width, 2 * _LIST)
    )
    width = max(width, _PAGE * 0.7)
    marks: list[Mark] = []
    y = _MARGIN
    for text in (writer.text(drawing.title, "title", width - 2 * _MARGIN, 22, "bold"),
                 writer.text(drawing.how, "how", width - 2 * _MARGIN, 12, colour="muted")):  # fmt: skip
        marks += text.drawn(_MARGIN, y)
        y += text.height + 6
    legend, tall = _legend(drawing.legend, writer, width - 2 * _MARGIN)
    marks += _moved(legend, _MARGIN, y + 6)
    top = y = y + tall + 30
    marks += _moved(flow.marks(), _MARGIN, top)
    bottom = top + flow.layout.height
    x = _MARGIN
    if is_beside:
        x, y = width - _MARGIN - _LIST, top
    else:
        y = bottom + 40
    column = y
    for heading, rows in drawing.lists:
        listed, tall = _list(heading, rows, writer)
        marks += _moved(listed, x, y)
        bottom = max(bottom, y + tall)
        if is_beside:
            y += tall + 26
        else:
            x, y = x + _LIST + _GUTTER, column
    return Chart(width, bottom + _MARGIN, drawing.title, drawing.description, tuple(marks))


# --- the flow ---------------------------------------------------------------------------------


class _Flow:
    """The phases and the arrows. A condition stands on its arrow, in a place of its own."""

    def __init__(self, drawing: ScriptDrawing, writer: _Writer) -> None:
        self._cards = [_card(step, writer) for step in drawing.steps]
        self._steps = drawing.steps
        at = {step.name: number for number, step in enumerate(drawing.steps)}
        sizes = [(_BOX, tall) for _, tall in self._cards]
        self._notes: dict[int, list[_Text]] = {}
        self._links: list[tuple[int, int]] = []
        self._shares: list[float | None] = []
        for way in drawing.ways:
            source, to = at[way.source], at[way.to]
            texts = _on_arrow(way, writer)
            if texts or source == to:
                self._notes[len(sizes)] = texts
                self._add((source, len(sizes)), way.share)
                source = len(sizes)
                sizes.append((_label_width(texts, writer), sum(each.height for each in texts) + 6))
            self._add((source, to), way.share)
        self.layout: Layout = laid_out(sizes, self._links, _PAGE - 2 * _MARGIN)

    def _add(self, link: tuple[int, int], share: float | None) -> None:
        self._links.append(link)
        self._shares.append(share)

    def marks(self) -> Iterator[Mark]:
        """Lines first, so that nothing is drawn over a text."""
        for piece in self.layout.pieces:
            yield from self._line(piece)
        for at, placed in enumerate(self.layout.boxes):
            if at in self._notes:
                yield from _note(self._notes[at], placed)
            else:
                marks, _ = self._cards[at]
                yield from _frame(self._steps[at], placed)
                yield from _moved(marks, placed.x - placed.width / 2, placed.y)

    def _line(self, piece: Piece) -> Iterator[Mark]:
        shares = [self._shares[at] for at in piece.links]
        known = [share for share in shares if share is not None]
        style = _style(min(1.0, sum(known)) if known else None)
        yield Line(piece.points, "ink", style.width, style.dash)
        if piece.has_head:
            (x, y), before = piece.points[-1], piece.points[-2]
            back = 9.0 if before[1] > y else -9.0
            yield Line(((x - 6, y + back), (x, y), (x + 6, y + back)), "ink", 2.2)


def _style(share: float | None) -> Style:
    if share is None:
        return _UNPLAYED
    if share <= 0:
        return _NEVER
    return next(style for least, style in _LINES if share >= least)


def _card(step: Step, writer: _Writer) -> tuple[list[Mark], float]:
    """What stands in the box of a step, and how tall that is."""
    inside = _BOX - 2 * _PAD
    texts = [writer.text(step.title, "title", inside, 15, "semibold")]
    texts += [writer.text(note, "note", inside, 12, colour="muted") for note in step.notes]
    marks: list[Mark] = []
    y = _PAD
    for text in texts:
        marks += text.drawn(_PAD, y)
        y += text.height + 2
    if step.share is not None:
        marks += _meter(step.share, step.figure, _PAD, y + 4, inside, writer)
        y += 24
    return marks, y + _PAD - 2


def _meter(
    share: float, figure: str, x: float, y: float, width: float, writer: _Writer
) -> list[Mark]:
    """A share as a bar and a number; where there is none, a black label that is seen at once."""
    if share <= 0:
        return _tag(figure, x, y, width, writer)
    room = 44.0
    long = max(2.0, (width - room) * share)
    return [
        Box(x, y + 3, width - room, 12, "card", "ink", 1),
        Box(x, y + 3, long, 12, "ink"),
        Label(figure, x + width, y + 9, "ink", 14, "bold", "right"),
    ]


def _tag(figure: str, x: float, y: float, width: float, writer: _Writer) -> list[Mark]:
    wide = min(width, writer.width(figure, 12, "bold") + 16)
    return [
        Box(x, y, wide, 18, "ink"),
        Label(figure, x + wide / 2, y + 9, "card", 12, "bold", "center"),
    ]


def _frame(step: Step, placed: Placed) -> Iterator[Mark]:
    x, y = placed.x - placed.width / 2, placed.y
    if step.share is not None and step.share <= 0:
        # Dashed, because a box that nobody came to is there on paper only.
        yield Box(x, y, placed.width, placed.height, "card", radius=_ROUND[step.kind])
        right, low = x + placed.width, y + placed.height
        yield Line(((x, y), (right, y), (right, low), (x, low), (x, y)), "ink", 2.4, 7)
        return
    thick = 4 if step.kind == "end" else 2
    yield Box(x, y, placed.width, placed.height, "card", "ink", thick, _ROUND[step.kind])
    if step.kind == "moment":
        yield Box(x + 4, y + 4, placed.width - 8, placed.height - 8, "card", "ink", 1, 18)


def _on_arrow(way: Way, writer: _Writer) -> list[_Text]:
    texts = []
    if way.when:
        texts.append(writer.text(way.when, "when", _LABEL, 12))
    if way.figure:
        texts.append(writer.text(way.figure, "title", _LABEL, 13, "bold"))
    return texts


def _label_width(texts: Sequence[_Text], writer: _Writer) -> float:
    widest = (
        writer.width(line, text.size, text.weight) for text in texts for line in text.lines
    )
    return max(widest, default=0.0) + 12


def _note(texts: Sequence[_Text], placed: Placed) -> Iterator[Mark]:
    y = placed.y + 3
    for text in texts:
        yield from text.drawn(placed.x, y, "center")
        y += text.height


# --- beside it --------------------------------------------------------------------------------


def _list(heading: str, rows: Iterable[Row], writer: _Writer) -> tuple[list[Mark], float]:
    """A list of what can happen, and how tall it is."""
    title = writer.text(heading, "title", _LIST, 15, "bold")
    marks: list[Mark] = [*title.drawn(0, 0)]
    y = title.height + 6
    for row in rows:
        marks.append(Line(((0, y), (_LIST, y)), "line", 1))
        left = 0.0 if row.share is None else 92.0
        name = writer.text(row.title, "row", _LIST - left, 13, "semibold")
        note = writer.text(row.note, "condition", _LIST - left, 11.5, colour="muted")
        marks += [*name.drawn(left, y + 5), *note.drawn(left, y + 6 + name.height)]
        if row.share is not None:
            marks += _meter(row.share, row.figure, 0, y + 6, left - 10, writer)
        y += max(name.height + note.height, 24) + 12
    return marks, y


def _legend(legend: Legend, writer: _Writer, width: float) -> tuple[list[Mark], float]:
    """What the signs mean, in as many rows as that takes."""
    signs: list[tuple[list[Mark], str]] = []
    for name, share in legend.lines:
        style = _style(share)
        signs.append(([Line(((0, 9), (40, 9)), "ink", style.width, style.dash)], name))
    signs.append(([Box(0, 1, 40, 17, "card", "ink", 2, _ROUND["talks"])], legend.talks))
    signs.append(
        ([Box(0, 0, 40, 19, "card", "ink", 2, 9), Box(3, 3, 34, 13, "card", "ink", 1, 6)],
         legend.moment)
    )  # fmt: skip
    marks: list[Mark] = []
    heading = writer.width(legend.title, 12, "semibold") + 16
    marks.append(Label(legend.title, 0, 9, "ink", 12, "semibold"))
    x, y = heading, 0.0
    for sign, name in signs:
        wide = 48 + writer.width(name, 12, "medium") + 18
        if x + wide > width and x > heading:
            x, y = heading, y + 26
        marks += _moved(sign, x, y)
        marks.append(Label(name, x + 48, y + 9, "ink", 12))
        x += wide
    return marks, y + 20


def _moved(marks: Iterable[Mark], dx: float, dy: float) -> Iterator[Mark]:
    for mark in marks:
        if isinstance(mark, Line):
            yield replace(mark, points=tuple((x + dx, y + dy) for x, y in mark.points))
        else:
            yield replace(mark, x=mark.x + dx, y=mark.y + dy)
