"""The balance of a scenario as one self-contained page: sentences, and a few small charts."""

from collections.abc import Iterator
from typing import NamedTuple

from engine.balance import Dilemma
from game.html import render
from game.presenters.balance import (
    Telling,
    dilemma,
    endings,
    in_the_end,
    last,
    moves,
    personas,
    thesis_head,
)
from game.presenters.page import Lines, first_up

_WIDE, _LABEL, _ROW = 640.0, 210.0, 30.0
_ROWS_OF_ROUNDS = 6


class Bar(NamedTuple):
    """A share as a bar, with its label and its number; lengths in units of the drawing."""

    y: float
    label: str
    x: float
    length: float
    number: str


class Interval(NamedTuple):
    """A line from low to high with a dot at the mean; right of the middle speaks for it."""

    y: float
    label: str
    low: float
    mean: float
    high: float
    colour: str


class Course(NamedTuple):
    """What one way to play a round brings, round after round: a line with its last number."""

    label: str
    points: tuple[tuple[float, float], ...]
    number: str


def page(telling: Telling, front: Lines = ()) -> str:
    """The page, complete. front: what comes before the figures."""
    words, found = telling.words, telling.balance
    signs = found.signs
    told = {"personas": personas(telling), "endings": endings(telling)}
    if found.is_past("moves"):
        told = {
            "end": in_the_end(telling), "moves": moves(telling), **told, "last": last(telling),
        }  # fmt: skip
    return render(
        "balance.html",
        words=words,
        title=telling.title(),
        plays=telling.balance.figures["plays"],
        wide=_WIDE,
        label=_LABEL,
        row=_ROW,
        bars=list(_bars(telling)),
        middle=_middle(),
        intervals=list(_intervals(telling)),
        signs=[
            (
                thesis_head(telling, sign),
                (telling.sign(sign), telling.sign_of_trust(sign)),
            )
            for sign in signs
        ],
        dilemma=list(dilemma(telling)) if found.dilemmas else [],
        courses=list(_courses(telling)),
        course_rows=_ROWS_OF_ROUNDS,
        front=front,
        told={name: list(texts) for name, texts in told.items()},
    )


def _bars(telling: Telling) -> Iterator[Bar]:
    scale = _WIDE - _LABEL - 70
    for at, (name, share) in enumerate(telling.balance.figures["outcomes"].items()):
        yield Bar(
            y=at * _ROW,
            label=telling.words(f"outcome.{name}"),
            x=_LABEL,
            length=share["share"] * scale,
            number=telling.percent(share["share"]),
        )


def _middle() -> float:
    return (_LABEL + _WIDE) / 2


def _intervals(telling: Telling) -> Iterator[Interval]:
    signs = telling.balance.signs
    widest = max([0.05, *(max(abs(s.success.low), abs(s.success.high)) for s in signs)])
    scale = (_WIDE - _LABEL) / 2.1 / widest
    for at, sign in enumerate(signs):
        apart = sign.success
        yield Interval(
            y=at * _ROW,
            label=first_up(telling.words(f"balance.{sign.name}")),
            low=_middle() + scale * apart.low,
            mean=_middle() + scale * apart.mean,
            high=_middle() + scale * apart.high,
            colour=("bad", "soft", "good")[apart.sign + 1],
        )


def _courses(telling: Telling) -> Iterator[Course]:
    rounds = telling.balance.dilemmas
    if not rounds:
        return
    ways = (
        ("balance.page.tempted", "temptation"), ("balance.page.both", "reward"),
        ("balance.page.neither", "punishment"), ("balance.page.betrayed", "sucker"),
    )  # fmt: skip
    high = max(each.temptation for each in rounds)
    low = min(each.sucker for each in rounds)
    step = (_WIDE - _LABEL - 60) / len(rounds)
    for label, name in ways:
        points = tuple(
            (_LABEL + (at + 0.5) * step, _level(each, name, low, high) * _ROWS_OF_ROUNDS * _ROW)
            for at, each in enumerate(rounds)
        )
        number = str(round(100 * getattr(rounds[-1], name)))
        yield Course(telling.words(label), points, number)


def _level(each: Dilemma, name: str, low: float, high: float) -> float:
    """Its height, from 0 at the top to 1 at the bottom, with some room."""
    span = max(high - low, 1e-9)
    return 0.08 + 0.84 * (high - float(getattr(each, name))) / span
