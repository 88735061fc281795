"""A table for a translator, as a workbook or as CSV, written and read back.

Every cell is text, both ways: what begins like a formula is never one.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

MOST_BYTES = 20_000_000  # design choice: ten times the sheet of the largest scenario there can be
_MOST_UNPACKED = 200_000_000  # likewise: what a workbook of that size can honestly hold
_MOST_ROWS = 60_000  # as many as a scenario can have parts
_MOST_COLUMNS = 60  # design choice: forty languages, and what stands beside them
_LONGEST_CELL = 32_767  # letters that a spreadsheet keeps in a cell
_BOM = "\ufeff"  # without it, spreadsheets take the letters for those of an old code page
_SEPARATORS = ";,\t"
# What a spreadsheet takes for a formula, and the apostrophe that keeps it from doing so.
_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_SHIELDED = re.compile("''*[=+\\-@\t\r＝＋－＠]")
# How a workbook writes a character by its number, and how it writes that it does not.
_BY_NUMBER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_BY_NUMBER = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
_WIDE, _NARROW = 48, 14  # letters: a column of texts, and the others

Row = Sequence[str | int]
# What a cell holds; None if it is no text, such as a date.
Cells = list[str | None]


class NotASheet(Exception):
    """A file that can't be read as a table; `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def fits(text: str) -> bool:
    """Whether a cell can hold the text; a spreadsheet counts an emoji as two letters."""
    return len(text.encode("utf-16-le")) // 2 <= _LONGEST_CELL


# --- written ------------------------------------------------------------------------------------


def csv_sheet(header: Row, rows: Iterable[Row], separator: str) -> bytes:
    """The table as CSV in UTF-8 with its mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator)
    writer.writerows([_shielded(cell) for cell in row] for row in (header, *rows))
    return (_BOM + out.getvalue()).encode("utf-8")


def _shielded(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def xlsx_sheet(header: Row, rows: Iterable[Row], wide: Sequence[int]) -> bytes:
    """The table as a workbook. wide: the columns of texts, from 0."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    at_top = Alignment(vertical="top", wrap_text=True)
    for number, row in enumerate((header, *rows), start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            _fill(cell, value)
            cell.alignment = at_top
            if number == 1:
                cell.font = Font(bold=True)
    for column in range(len(header)):
        letter = get_column_letter(column + 1)
        sheet.column_dimensions[letter].width = _WIDE if column in wide else _NARROW
    sheet.freeze_panes = "B2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(cell: Any, value: str | int) -> None:
    if isinstance(value, int):
        cell.value = value
        return
    cell.value = _BY_NUMBER.sub("_x005F_", value)
    cell.data_type = "s"  # and not a formula, whatever it begins with
    cell.number_format = "@"  # what is typed over it stays text too


# --- read ---------------------------------------------------------------------------------------


def read_sheet(content: bytes) -> list[Cells]:
    """The rows of a table as wide as its header, which is the first. Raises NotASheet."""
    if len(content) > MOST_BYTES:
        raise NotASheet("large")
    if not content.strip():
        raise NotASheet("empty")
    rows = _of_workbook(content) if content.startswith(b"PK") else _of_csv(_decoded(content))
    found = list(islice(rows, _MOST_ROWS))
    width = max((at for at, cell in enumerate(found[0], start=1) if cell), default=0)
    return [(row + [""] * width)[:width] for row in found]


def _decoded(content: bytes) -> str:
    """The text of a CSV file: UTF-8, or the UTF-16 that some programs call Unicode."""
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = content.decode("utf-16")
        else:
            text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotASheet("letters") from None
    if "\0" in text:
        raise NotASheet("binary")
    return text


def _of_csv(text: str) -> Iterator[Cells]:
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    if first.strip().casefold().startswith("sep="):  # how some programs name the separator
        separator, text = first.strip()[4:5] or separator, text.partition("\n")[2]
    csv.field_size_limit(MOST_BYTES)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            yield [_bare(cell) for cell in row]
    except csv.Error:
        raise NotASheet("damaged") from None


def _bare(cell: str) -> str:
    return cell[1:] if _SHIELDED.match(cell) else cell


def _of_workbook(content: bytes) -> Iterator[Cells]:
    """The rows of the first sheet of a workbook."""
    _refuse_bomb(content)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS):
            yield [_read(cell) for cell in row]
    except Exception:
        # Whatever is wrong inside: the package has no list of what it raises.
        raise NotASheet("damaged") from None


def _refuse_bomb(content: bytes) -> None:
    """Refuse what unpacks to more than any workbook, or that defines its own markup."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            inside = packed.infolist()
            if sum(each.file_size for each in inside) > _MOST_UNPACKED:
                raise NotASheet("large")
            if any(b"<!DOCTYPE" in packed.read(each)[:1000] for each in inside):
                raise NotASheet("damaged")
    except NotASheet:
        raise
    except Exception:
        raise NotASheet("damaged") from None


def _read(cell: Any) -> str | None:
    """What a cell says; None if that is no text: a date, yes or no, or an error of a formula."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        text = value.replace("_x000D_\n", "\n")
        return None if cell.data_type == "e" else _NOT_BY_NUMBER.sub("_", text)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return str(int(value)) if value == int(value) else str(value)
