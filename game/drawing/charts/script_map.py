"""The map of a script: phases, the arrows between them, and what happened how often.

How often is told by the number, by thickness and by pattern; never by colour alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, isclose
from typing import Literal

from game.drawing.charts.chart import (
    Box,
    Chart,
    Label,
    Line,
    Measure,
    Point,
    Shape,
    estimated_width,
)
from game.drawing.charts.chart import Weight as LetterWeight
from game.drawing.charts.wrapping import wrapped
from game.drawing.layered import Layout, Piece, Placed, laid_out

StepKind = Literal["talks", "moment", "missing", "end"]
Mark = Shape | Label


@dataclass(frozen=True, slots=True)
class Step:
    """A phase, one that is named and missing, or the end of the script.

    share: how often it was reached, in [0, 1]; None if that was not looked for. figure: as written.
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

_SHEET = 297 / 210  # how much taller than wide A4 is
_SHEET_OF_PAGE = 1.1  # the same of the part of it that a drawing gets on a page with a heading
_NARROWEST, _WIDEST = 700.0, 1000.0  # of the sheet with little on it; of a layer of the flow
_MARGIN, _GUTTER, _LIST = 14.0, 36.0, 380.0
_BOX, _LABEL = 224.0, 180.0  # how wide a phase and a condition are
_PAD = 14.0
_STRIP = 16.0  # under a box, where the number of its only arrow stands
_LEAD = 1.28  # from one line of text to the next, in shares of its size
_ROUND: dict[StepKind, float] = {"talks": 3, "moment": 22, "missing": 3, "end": 3}
_LONGEST: dict[str, int] = {"title": 3, "note": 3, "when": 9, "row": 3, "condition": 9, "how": 6}
# A reader without our font may have letters that are so much wider: those of DejaVu, measured.
_WIDER: dict[LetterWeight, float] = {"medium": 1.1, "semibold": 1.2, "bold": 1.2}


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


@dataclass(frozen=True, slots=True)
class _Block:
    """A piece of a list that stays together."""

    marks: tuple[Mark, ...]
    height: float
    has_heading: bool


class _Writer:
    """Breaks texts into lines that fit, whatever font the reader has."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure

    def text(
        self, text: str, kind: str, width: float, size: float, weight: LetterWeight = "medium",
        colour: str = "ink",
    ) -> _Text:  # fmt: skip
        lines = wrapped(text, size, weight, width / _WIDER[weight], _LONGEST[kind], self._measure)
        return _Text(lines, size, weight, colour)

    def width(self, text: str, size: float, weight: LetterWeight) -> float:
        """Room for that text on one line."""
        return self._measure(text, size, weight) * _WIDER[weight]


def script_chart(drawing: ScriptDrawing, measure: Measure = estimated_width) -> Chart:
    """The whole map on one sheet, with the lists where they leave the letters largest."""
    writer = _Writer(measure)
    flow = _Flow(drawing, writer)
    blocks = [block for heading, rows in drawing.lists for block in _blocks(heading, rows, writer)]
    best = min(
        (
            _sheet(drawing, writer, flow.layout, _in_columns(blocks, columns), is_beside=is_beside)
            for is_beside in (True, False)
            for columns in (1, 2, 3)
        ),
        key=lambda sheet: max(sheet.width, sheet.height / _SHEET),
    )
    marks = (
        *_moved(best.head, _MARGIN, 0),
        *_moved(flow.marks(), _MARGIN, best.top),
        *_moved(best.lists.marks, *best.place),
    )
    return Chart(best.width, best.height, drawing.title, drawing.description, marks)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A way to put everything on one sheet. top: of the flow; place: of the lists."""

    width: float
    height: float
    head: list[Mark]
    top: float
    lists: "_Columns"
    place: Point


def _sheet(
    drawing: ScriptDrawing, writer: _Writer, flow: Layout, lists: "_Columns", *, is_beside: bool
) -> _Sheet:
    wide, tall = lists.width, lists.height
    across = (flow.width + _GUTTER + wide) if is_beside else max(flow.width, wide)
    width = max(across, _NARROWEST) + 2 * _MARGIN
    head, top = _head(drawing, writer, width - 2 * _MARGIN)
    bottom = top + flow.height
    place = (width - _MARGIN - wide, top) if is_beside else (_MARGIN, bottom + _GUTTER)
    height = max(bottom, place[1] + tall) + _MARGIN
    return _Sheet(width, height, head, top, lists, place)


def flow_charts(drawing: ScriptDrawing, measure: Measure = estimated_width) -> tuple[Chart, ...]:
    """The flow alone, on as many sheets of A4 as it takes, cut where only lines are."""
    flow = _Flow(drawing, _Writer(measure))
    width = max(flow.layout.width, _NARROWEST) + 2 * _MARGIN
    marks = tuple(_moved(flow.marks(), (width - flow.layout.width) / 2, _MARGIN))
    cuts = [_MARGIN + (top + bottom) / 2 for top, bottom in flow.layout.cuts]
    ends = list(_ends(cuts, flow.layout.height + 2 * _MARGIN, width * _SHEET_OF_PAGE))
    return tuple(
        Chart(width, end - start, drawing.title, drawing.description,
              tuple(_moved((mark for mark in marks if _meets(mark, start, end)), 0, -start)))
        for start, end in pairwise([0.0, *ends])
    )  # fmt: skip


def flow_chart(drawing: ScriptDrawing, measure: Measure = estimated_width) -> Chart:
    """The flow alone, no wider than it needs to be."""
    flow = _Flow(drawing, _Writer(measure))
    width, height = flow.layout.width + 2 * _MARGIN, flow.layout.height + 2 * _MARGIN
    marks = tuple(_moved(flow.marks(), _MARGIN, _MARGIN))
    return Chart(width, height, drawing.title, drawing.description, marks)


def _ends(cuts: Sequence[float], height: float, most: float) -> Sequence[float]:
    """Where each sheet ends: as few as can be, about as tall as each other; no layer is cut."""
    for count in range(ceil(height / most), len(cuts) + 2):
        wished = (height * at / count for at in range(1, count))
        ends = [*(min(cuts, key=lambda cut: abs(cut - wish)) for wish in wished), height]
        if all(end - start <= most for start, end in pairwise([0.0, *ends])):
            return sorted(set(ends))
    return [*cuts, height]


def _meets(mark: Mark, top: float, bottom: float) -> bool:
    """Whether any of the mark lies between those heights."""
    if isinstance(mark, Line):
        heights = [y for _, y in mark.points]
    elif isinstance(mark, Box):
        heights = [mark.y, mark.y + mark.height]
    else:
        heights = [mark.y]
    return min(heights) < bottom and max(heights) > top


def _head(drawing: ScriptDrawing, writer: _Writer, width: float) -> tuple[list[Mark], float]:
    """The title, how it was made and what the signs mean, and where the map can begin."""
    title = writer.text(drawing.title, "title", width, 22, "bold")
    how = writer.text(drawing.how, "how", width, 12, colour="muted")
    y = _MARGIN + title.height + 6
    legend, tall = _legend(drawing.legend, writer, width)
    below = y + how.height + 12
    marks = [*title.drawn(0, _MARGIN), *how.drawn(0, y), *_moved(legend, 0, below)]
    return marks, below + tall + 20


# --- the flow ---------------------------------------------------------------------------------


class _Flow:
    """The phases and the arrows. A condition stands on its arrow, in a place of its own."""

    def __init__(self, drawing: ScriptDrawing, writer: _Writer) -> None:
        self._cards = [_card(step, writer) for step in drawing.steps]
        self._steps = drawing.steps
        at = {step.name: number for number, step in enumerate(drawing.steps)}
        sizes = [(_BOX, tall) for _, tall in self._cards]
        self._notes: dict[int, list[_Text]] = {}
        self._strips: dict[int, _Text] = {}
        self._links: list[tuple[int, int]] = []
        self._shares: list[float | None] = []
        for way in drawing.ways:
            source, to = at[way.source], at[way.to]
            texts = _on_arrow(way, writer)
            if not way.when and source != to:
                if texts:  # the only arrow from there: its number stands beside it
                    self._strips[source] = texts[0]
                    sizes[source] = (_BOX, self._cards[source][1] + _STRIP)
            else:
                self._notes[len(sizes)] = texts
                self._add((source, len(sizes)), way.share)
                source = len(sizes)
                sizes.append((_label_width(texts, writer), sum(each.height for each in texts) + 6))
            self._add((source, to), way.share)
        self.layout: Layout = laid_out(
            sizes, self._links, _WIDEST, dict.fromkeys(self._strips, _STRIP)
        )

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
                marks, tall = self._cards[at]
                yield from _frame(self._steps[at], replace(placed, height=tall))
                yield from _moved(marks, placed.x - placed.width / 2, placed.y)
                yield from self._strip(at, placed.x, placed.y + tall)

    def _strip(self, at: int, x: float, y: float) -> Iterator[Mark]:
        """The number of the only arrow from a box, beside it where it leaves."""
        if at in self._strips:
            starts = [
                piece.points[0]
                for piece in self.layout.pieces
                if any(self._links[each][0] == at for each in piece.links)
            ]
            left = [start_x for start_x, start_y in starts if isclose(start_y, y)]
            yield from self._strips[at].drawn(min(left, default=x) + 8, y + 2)

    def _line(self, piece: Piece) -> Iterator[Mark]:
        shares = [self._shares[at] for at in piece.links]
        known = [share for share in shares if share is not None]
        style = _style(min(1.0, sum(known)) if known else None)
        yield Line(piece.points, "ink", style.width, style.dash)
        if piece.to is not None and piece.to not in self._notes:
            (x, y), before = piece.points[-1], piece.points[-2]
            half = 5.0 + style.width
            back = 1.5 * half if before[1] > y else -1.5 * half
            yield Line(((x - half, y + back), (x, y), (x + half, y + back)), "ink", 2.4)


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
    room = 56.0
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
    if step.kind == "missing" or (step.share is not None and step.share <= 0):
        # Dashed: what nobody came to is there on paper only, and what is missing not even there.
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
    widest = (writer.width(line, text.size, text.weight) for text in texts for line in text.lines)
    return max(widest, default=0.0) + 12


def _note(texts: Sequence[_Text], placed: Placed) -> Iterator[Mark]:
    y = placed.y + 3
    for text in texts:
        yield from text.drawn(placed.x, y, "center")
        y += text.height


# --- beside it --------------------------------------------------------------------------------


def _blocks(heading: str, rows: Iterable[Row], writer: _Writer) -> Iterator[_Block]:
    """The rows of a list, the first with its heading."""
    title = writer.text(heading, "title", _LIST, 15, "bold")
    marks: list[Mark] = [*title.drawn(0, 0)]
    y = title.height + 6
    for at, row in enumerate(rows):
        marks.append(Line(((0, y), (_LIST, y)), "line", 1))
        left = 0.0 if row.share is None else 104.0
        name = writer.text(row.title, "row", _LIST - left, 13, "semibold")
        note = writer.text(row.note, "condition", _LIST - left, 12, colour="muted")
        marks += [*name.drawn(left, y + 5), *note.drawn(left, y + 6 + name.height)]
        if row.share is not None:
            marks += _meter(row.share, row.figure, 0, y + 6, left - 10, writer)
        y += max(name.height + note.height, 24) + 12
        yield _Block(tuple(marks), y, at == 0)
        marks, y = [], 0.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """The lists in columns beside each other."""

    marks: list[Mark]
    width: float
    height: float


def _in_columns(blocks: Sequence[_Block], columns: int) -> _Columns:
    """The blocks in so many columns of about the same height."""
    between = _GUTTER / 2 * (sum(block.has_heading for block in blocks) - 1)
    aim = (sum(block.height for block in blocks) + between) / columns
    marks: list[Mark] = []
    column, y, tall = 0, 0.0, 0.0
    for block in blocks:
        if y and y + block.height / 2 > aim and column + 1 < columns:
            column, y = column + 1, 0.0
        elif y and block.has_heading:
            y += _GUTTER / 2
        marks += _moved(block.marks, column * (_LIST + _GUTTER), y)
        y += block.height
        tall = max(tall, y)
    return _Columns(marks, (column + 1) * (_LIST + _GUTTER) - _GUTTER, tall)


def _signs(legend: Legend) -> Iterator[tuple[list[Mark], str]]:
    """Each sign, 40 units wide and 20 high, and what it means."""
    for name, share in legend.lines:
        style = _style(share)
        yield [Line(((0, 9), (40, 9)), "ink", style.width, style.dash)], name
    yield [Box(0, 1, 40, 17, "card", "ink", 2, _ROUND["talks"])], legend.talks
    yield (
        [Box(0, 0, 40, 19, "card", "ink", 2, 9), Box(3, 3, 34, 13, "card", "ink", 1, 6)],
        legend.moment,
    )


def legend_charts(legend: Legend) -> tuple[Chart, ...]:
    """A chart of each sign, for a page that writes what they mean itself."""
    return tuple(Chart(40, 20, name, name, tuple(sign)) for sign, name in _signs(legend))


def _legend(legend: Legend, writer: _Writer, width: float) -> tuple[list[Mark], float]:
    """What the signs mean, in as many rows as that takes."""
    marks: list[Mark] = []
    heading = writer.width(legend.title, 12, "semibold") + 16
    marks.append(Label(legend.title, 0, 9, "ink", 12, "semibold"))
    x, y = heading, 0.0
    for sign, name in _signs(legend):
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
