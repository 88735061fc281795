"""The map of a script as Mermaid text, for whatever draws that."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.drawing.charts.script_map import Row, ScriptDrawing, Step, Way
from game.printable import printable

# What Mermaid could read as markup in a quoted label is written by its number; so are the second %
# of a remark and the colon of an icon (fa:fa-car).
_MARKUP = re.compile(r"[^\w\s.,:!?()“”‘’…€%–→−+-]|_|(?<=%)%|(?:(?<=fa)|(?<=fa[bklrs])):(?=fa-)")
# A line by the share of plays that took it.
_WIDTHS = ((0.5, "stroke-width:5px"), (0.1, "stroke-width:2.5px"), (0.0, "stroke-width:1px"))
_NEVER = "stroke-width:1px,stroke-dasharray:2 5"
_UNREACHED = "stroke-width:3px,stroke-dasharray:4 4"
_SHAPES = {"moment": ("([", "])"), "end": ("[[", "]]")}


def mermaid(drawing: ScriptDrawing) -> str:
    """The whole text of a Mermaid file."""
    ids = {step.name: f"p{at}" for at, step in enumerate(drawing.steps)}
    rows = {f"l{at}": rows for at, (_, rows) in enumerate(drawing.lists)}
    titles = [heading for heading, _ in drawing.lists]
    return "\n".join(
        [
            "---",
            f"title: {json.dumps(_one_line(drawing.title), ensure_ascii=False)}",
            "---",
            "flowchart TD",
            f"  accTitle: {_label(drawing.title)}",
            f"  accDescr: {_label(drawing.description)}",
            *(_step(step, ids) for step in drawing.steps),
            *(_way(way, ids) for way in drawing.ways),
            *(line for each, title in zip(rows.items(), titles, strict=True)
              for line in _frame(*each, title)),
            *_styles(drawing, ids, rows),
            "",
        ]
    )  # fmt: skip


def _step(step: Step, ids: Mapping[str, str]) -> str:
    opens, closes = _SHAPES.get(step.kind, ("[", "]"))
    return f"  {ids[step.name]}{opens}{_lines(step.title, *step.notes, step.figure)}{closes}"


def _way(way: Way, ids: Mapping[str, str]) -> str:
    line = "-.->" if way.share == 0 else "-->"
    if way.when or way.figure:
        line += f"|{_lines(way.when, way.figure)}|"
    return f"  {ids[way.source]} {line} {ids[way.to]}"


def _frame(name: str, rows: Sequence[Row], title: str) -> Iterator[str]:
    """The rows of a list, each in a box of its own, together in a frame."""
    yield f"  subgraph {name}[{_lines(title)}]"
    for at, row in enumerate(rows):
        yield f"    {name}r{at}[{_lines(row.title, row.note, row.figure)}]"
    yield "  end"


def _styles(
    drawing: ScriptDrawing, ids: Mapping[str, str], rows: Mapping[str, Sequence[Row]]
) -> Iterator[str]:
    for at, way in enumerate(drawing.ways):
        if way.share is not None:
            yield f"  linkStyle {at} {_width(way.share)}"
    unreached = [ids[step.name] for step in drawing.steps if step.share == 0]
    unreached += [
        f"{name}r{at}" for name, some in rows.items() for at, row in enumerate(some)
        if row.share == 0
    ]  # fmt: skip
    if unreached:
        yield f"  classDef never {_UNREACHED}"
        yield f"  class {','.join(unreached)} never"


def _width(share: float) -> str:
    if share == 0:
        return _NEVER
    return next(style for least, style in _WIDTHS if share >= least)


def _lines(*texts: str) -> str:
    """The texts that say something below each other, as a label in quotation marks."""
    return f'"{"<br/>".join(_label(each) for each in _said(texts))}"'


def _said(texts: Iterable[str]) -> Iterator[str]:
    return (each for each in texts if each)


def _label(text: str) -> str:
    """Text that Mermaid shows as it is."""
    return _MARKUP.sub(lambda each: f"#{ord(each[0])};", _one_line(text))


def _one_line(text: str) -> str:
    return printable(" ".join(text.split()))
