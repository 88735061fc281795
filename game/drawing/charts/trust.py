"""Trust and perceived risk over a whole play, with the moves and what was changed."""

from dataclasses import dataclass

from engine.scenario.vocabulary import Stance
from game.drawing.charts.chart import (
    Box,
    Chart,
    Icon,
    Label,
    Line,
    Marker,
    Measure,
    Point,
    Shape,
    estimated_width,
)
from game.drawing.colours import STANCE_COLOURS

_LEFT, _TOP, _AXIS = 38.0, 40.0, 34.0  # beside, above and under the plot
_ROW = 30.0  # of moves
_NAME_SIZE = 14.0
_NAMES_APART = 42.0
_TURN_SIZE, _TURN_AWAY = 13.0, 24.0
_ROUNDING: dict[Stance, float] = {"trust-building": 7, "reciprocal": 14, "opportunistic": 2}


@dataclass(frozen=True, slots=True)
class Entry:
    """The start, a round or a reflection moment, and how things stood after it.

    name: under the axis. trust, risk: means, in [0, 1]. stances: of the moves, one for each party.
    """

    name: str
    trust: float
    risk: float
    stances: tuple[Stance, ...] = ()
    is_moment: bool = False
    has_change: bool = False


@dataclass(frozen=True, slots=True)
class TrustHistory:
    """A whole play. turn, chosen: the turning point of the story with what it is called, and those
    that people chose.

    trust_end, risk_end: the last values, as they are written.
    """

    title: str
    description: str
    trust_name: str
    risk_name: str
    trust_end: str
    risk_end: str
    entries: tuple[Entry, ...]
    turn: int | None = None
    turn_name: str = ""
    chosen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the lines are drawn."""

    x: float
    y: float
    width: float
    height: float
    count: int

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def step(self) -> float:
        return self.width / max(1, self.count - 1)

    def at(self, place: int, share: float) -> Point:
        """Where a value of an entry lies."""
        return self.x + self.step * place, self.bottom - self.height * share


def trust_chart(
    history: TrustHistory, width: float, height: float, measure: Measure = estimated_width
) -> Chart:
    """The chart in that size. measure: how wide the renderer's letters are."""
    names = (history.trust_name, history.risk_name)
    right = max(measure(name, _NAME_SIZE, "semibold") for name in names) + 22
    rows = max((len(entry.stances) for entry in history.entries), default=0) or 2
    plot = _Plot(
        _LEFT, _TOP, max(20, width - _LEFT - right),
        max(20, height - _TOP - _AXIS - rows * _ROW), len(history.entries),
    )  # fmt: skip
    marks = (
        *_grid(plot), *_under_axis(plot, history), *_lines(plot, history), *_flags(plot, history),
        *_grid_labels(plot), *_axis_labels(plot, history), *_names(plot, history),
        *_turn(plot, history, measure(history.turn_name, _TURN_SIZE, "medium")),
    )  # fmt: skip
    return Chart(width, height, history.title, history.description, marks)


# --- shapes -----------------------------------------------------------------------------------


def _grid(plot: _Plot) -> list[Shape]:
    heights = [plot.at(0, share / 4)[1] for share in range(5)]
    return [Line(((plot.x, y), (plot.right, y)), "line", 1) for y in heights]


def _under_axis(plot: _Plot, history: TrustHistory) -> list[Shape]:
    shapes: list[Shape] = []
    size = min(24.0, plot.step * 0.9)
    for place, entry in enumerate(history.entries):
        x, y = plot.at(place, 0)[0], plot.bottom + 16
        if entry.is_moment:
            shapes.append(Icon("reflection", x, y, 18, "mutual"))
        for row, stance in enumerate(entry.stances):
            shapes += _move(stance, x, y + 28 + row * _ROW, size)
        if entry.has_change:
            top = plot.y - 18
            shapes.append(Line(((x, top), (x, plot.bottom)), "mutual", 1.6, 4))
            shapes.append(Icon("rule", x, top - 10, 20, "mutual"))
    return shapes


def _move(stance: Stance, x: float, y: float, size: float) -> list[Shape]:
    colour, half = STANCE_COLOURS[stance], size / 2
    ground = Box(x - half, y - half, size, size, f"{colour}_soft", radius=_ROUNDING[stance])
    return [ground, Icon(stance, x, y, size * 0.72, colour)]


def _lines(plot: _Plot, history: TrustHistory) -> list[Shape]:
    trust = [plot.at(place, entry.trust) for place, entry in enumerate(history.entries)]
    risk = [plot.at(place, entry.risk) for place, entry in enumerate(history.entries)]
    return [
        Line(tuple(trust), "trust", 2.2),
        *(Marker(*point, 5, "card", "trust", 2) for point in trust),
        Line(tuple(risk), "risk", 2.2, 9),
        *(Marker(*point, 4, "card", "risk", 2, is_square=True) for point in risk),
    ]


def _flags(plot: _Plot, history: TrustHistory) -> list[Shape]:
    shapes: list[Shape] = []
    turn, entries = history.turn, history.entries
    if turn is not None:
        shapes.append(Marker(*plot.at(turn, entries[turn].trust), 12, "", "ink", 2))
    for place in history.chosen:
        x, y = plot.at(place, entries[place].trust)
        shapes.append(Icon("flag", x + 7, y - 20, 26, "ink"))
    return shapes


# --- labels -----------------------------------------------------------------------------------


def _grid_labels(plot: _Plot) -> list[Label]:
    return [
        Label(str(value), plot.x - 8, plot.at(0, value / 100)[1], align="right")
        for value in (0, 25, 50, 75, 100)
    ]


def _axis_labels(plot: _Plot, history: TrustHistory) -> list[Label]:
    return [
        Label(entry.name, plot.at(place, 0)[0], plot.bottom + 16, align="center")
        for place, entry in enumerate(history.entries)
        if not entry.is_moment
    ]


def _names(plot: _Plot, history: TrustHistory) -> list[Label]:
    """The names of the lines at their ends, kept apart where the lines meet."""
    last = history.entries[-1]
    trust, risk = plot.at(0, last.trust)[1], plot.at(0, last.risk)[1]
    if abs(trust - risk) < _NAMES_APART:
        middle, sign = (trust + risk) / 2, 1 if trust <= risk else -1
        trust, risk = middle - sign * _NAMES_APART / 2, middle + sign * _NAMES_APART / 2
    x = plot.right + 12
    return [
        Label(history.trust_name, x, trust - 7, "trust", _NAME_SIZE, "semibold"),
        Label(history.trust_end, x, trust + 9, "trust", _NAME_SIZE, "bold"),
        Label(history.risk_name, x, risk - 7, "risk", _NAME_SIZE, "semibold"),
        Label(history.risk_end, x, risk + 9, "risk", _NAME_SIZE, "bold"),
    ]


def _turn(plot: _Plot, history: TrustHistory, wide: float) -> list[Label]:
    """What the ring is, on the side of it where the line of trust does not go."""
    turn, entries = history.turn, history.entries
    if turn is None or not history.turn_name:
        return []
    here, around = entries[turn].trust, entries[max(0, turn - 1) : turn + 2]
    is_low = sum(each.trust for each in around) / len(around) >= here
    is_under = is_low or turn in history.chosen
    x, y = plot.at(turn, here)
    x = max(plot.x + wide / 2, min(x, plot.right - wide / 2))
    y += _TURN_AWAY if is_under else -_TURN_AWAY
    return [Label(history.turn_name, x, y, "ink", _TURN_SIZE, align="center")]
