"""A table for a spreadsheet: every cell is text or a number, and none is a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from game.printable import printable

# A cell that begins like this is a formula to some spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BOM = "\ufeff"  # without it, spreadsheets take the letters for those of an old code page

Cell = str | int | float | None


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as UTF-8 with its mark; commas between cells, decimals with a point."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_cell(each) for each in row] for row in rows)
    return (_BOM + out.getvalue()).encode("utf-8")


def _cell(value: Cell) -> Cell:
    """A number as it is; a text on one line, with an apostrophe before what would be a formula."""
    if not isinstance(value, str):
        return value
    text = " ".join(printable(value).split())
    return f"'{text}" if text.startswith(_FORMULA) else text
