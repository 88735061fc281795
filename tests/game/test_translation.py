"""`words`: the sheet for a translator, out and back, as spreadsheets write and read it."""

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from engine.scenario.characters import HIDDEN
from game.sheet import NotASheet, csv_sheet, read_sheet, xlsx_sheet
from tests.game.conftest import MINIMAL, Run

BELLS = "\x1b]0;x\x07"
# What a sheet may hold: everything that a scenario may say.
SEEN = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Co"]), max_size=20
).filter(lambda text: not HIDDEN.search(text))
TEXTS = [
    "=1+1", "+31 6 1234", "-5", "@home", "'=1", "''-x", '=HYPERLINK("http://x")', "'s avonds",
    "a_x0041_b", "a;b,c", 'say "ja"', "één\ntwee", "😀 שלום", "12", "1e5", "TRUE", "2026-01-02",
]  # fmt: skip


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_bytes(Path(MINIMAL).read_bytes())
    return path


def sent(run: Run, scenario: Path, kind: str, *more: str) -> Path:
    out = scenario.with_suffix(kind)
    assert run("words", str(scenario), "--out", str(out), *more).code == 0
    return out


def change(sheet: Path, language: str, cell: Any, at: int = 2) -> None:
    """Type something in the sheet, as a translator does."""
    book = load_workbook(sheet)
    page = book.worksheets[0]
    column = next(each.column for each in page[1] if each.value == language)
    page.cell(at, column).value = cell
    book.save(sheet)


# --- the table ----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", TEXTS)
def test_no_cell_is_a_formula_and_all_come_back_as_they_were(text: str) -> None:
    header, rows = ["place", "nl"], [["a", text]]
    book = load_workbook(io.BytesIO(xlsx_sheet(header, rows, [1])))
    (cell,) = [row[1] for row in book.worksheets[0].iter_rows(min_row=2)]
    assert cell.data_type == "s"
    assert cell.number_format == "@"
    for separator in ",;":
        written = csv_sheet(header, rows, separator)
        ((_, shown),) = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""),
                                        delimiter=separator))[1:]  # fmt: skip
        assert not shown.startswith(("=", "+", "-", "@"))
        assert read_sheet(written) == [header, ["a", text]]
    assert read_sheet(xlsx_sheet(header, rows, [1])) == [header, ["a", text]]


@pytest.mark.slow
@given(table=st.lists(st.tuples(SEEN, SEEN), max_size=4), separator=st.sampled_from(",;"))
def test_any_text_goes_out_and_comes_back(table: list[tuple[str, str]], separator: str) -> None:
    rows = [["x", *row] for row in table]
    header = ["place", "nl", "en"]
    assert read_sheet(csv_sheet(header, rows, separator)) == [header, *rows]
    assert read_sheet(xlsx_sheet(header, rows, [1])) == [header, *rows]


def test_spreadsheets_open_csv_with_its_accents() -> None:
    assert csv_sheet(["één"], [], ";").startswith("\ufeffé".encode())


@pytest.mark.parametrize(
    "as_saved",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.replace(";", "\t").encode("utf-16"),
        lambda text: text.replace(";", ",").encode("utf-8-sig"),
        lambda text: text.replace("\r\n", "\n").encode(),
        lambda text: ("sep=;\r\n" + text).encode(),
    ],
)
def test_csv_comes_back_as_any_program_saves_it(as_saved: Any) -> None:
    text = 'plaats;nl;zoals verstuurd\r\na;"één\ntwee";nl:1\r\n'
    assert read_sheet(as_saved(text))[1][:2] == ["a", "één\ntwee"]


def workbook(*parts: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts:
            packed.writestr(name, content)
    return out.getvalue()


def whole() -> bytes:
    return xlsx_sheet(["place", "nl"], [["a", "b"]], [1])


BAD: list[Any] = [
    (lambda: b"", "empty"), (lambda: b" \n ", "empty"), (lambda: b"x" * 20_000_001, "large"),
    (lambda: b"a\0b", "binary"), (lambda: "één".encode("cp1252"), "letters"),
    (lambda: b"\xff\xfea", "letters"), (lambda: b'a,b\n"open', "damaged"),
    (lambda: b"PK\x03\x04", "damaged"), (lambda: whole()[:400], "damaged"),
    (lambda: whole()[:-40], "damaged"), (lambda: workbook(("a.xml", b"<x/>")), "damaged"),
    pytest.param(lambda: workbook(("a", bytes(200_000_001))), "large", marks=pytest.mark.slow),
    (lambda: workbook(("a.xml", b'<!DOCTYPE x [<!ENTITY a "b">]>')), "damaged"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "reason"), BAD)
def test_what_is_no_sheet_is_refused(content: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(NotASheet) as stop:
        read_sheet(content())
    assert stop.value.reason == reason


# --- the command --------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("kind", [".csv", ".xlsx"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_round_trip_without_changes_changes_no_byte(
    kind: str, lang: str, run: Run, scenario: Path
) -> None:
    before = scenario.read_bytes()
    sheet = sent(run, scenario, kind, "--lang", lang)
    back = run("words", str(scenario), "--in", str(sheet), "--lang", "en")  # whoever made it
    assert (back.code, back.out) == (0, f"Nothing changed in {scenario}.\n")
    assert scenario.read_bytes() == before


@pytest.mark.slow
def test_what_a_translator_changed_is_in_the_file_and_nothing_else(
    run: Run, scenario: Path
) -> None:
    before = scenario.read_text("utf-8")
    sheet = sent(run, scenario, ".xlsx", "--lang", "en")
    change(sheet, "en", "=One, ticket")
    asked = ("words", str(scenario), "--in", str(sheet), "--lang", "en")
    assert run(*asked, "--dry-run").out.startswith("1 text would change")
    assert scenario.read_text("utf-8") == before
    assert run(*asked).out.startswith("1 text changed")
    assert scenario.read_text("utf-8") == before.replace("en: One ticket", 'en: "=One, ticket"', 1)
    assert run(*asked).out.startswith("Nothing changed")


def test_a_language_that_is_not_there_yet_gets_an_empty_column(run: Run, scenario: Path) -> None:
    out = scenario.with_suffix(".csv")
    said = run("words", str(scenario), "--out", str(out), "--add", "de,fy", "--lang", "en")
    assert "In de, 89 are still missing." in said.out
    assert read_sheet(out.read_bytes())[0][-4:] == ["en", "de", "fy", "as sent"]


@pytest.mark.slow
@pytest.mark.parametrize("cell", [date(2026, 1, 2), True])
def test_a_cell_that_is_no_text_is_named_with_its_row(
    cell: object, run: Run, scenario: Path
) -> None:
    sheet, before = sent(run, scenario, ".xlsx"), scenario.read_bytes()
    change(sheet, "nl", cell)
    said = run("words", str(scenario), "--in", str(sheet), "--lang", "en")
    assert said.code == 1
    assert "Row 2, title: the cell for nl holds a date" in said.out
    assert scenario.read_bytes() == before


@pytest.mark.slow
def test_a_changed_original_makes_its_translation_stale_until_it_is_forced(
    run: Run, scenario: Path
) -> None:
    sheet = sent(run, scenario, ".xlsx")
    change(sheet, "en", "A single ticket")
    changed = scenario.read_text("utf-8").replace("nl: Eén kaartje", "nl: Eén enkel kaartje", 1)
    scenario.write_text(changed, "utf-8")
    asked = ("words", str(scenario), "--in", str(sheet))
    said = run(*asked, "--lang", "en")
    assert said.code == 1
    assert "Row 2, title: the text in nl has changed since. Not taken in en" in said.out
    assert "is sindsdien veranderd" in run(*asked, "--lang", "nl").out
    assert scenario.read_text("utf-8") == changed
    assert run(*asked, "--force").code == 0
    assert "en: A single ticket" in scenario.read_text("utf-8")


@pytest.mark.slow
def test_a_new_sheet_says_what_is_missing_and_what_changed_since_the_old_one(
    run: Run, scenario: Path
) -> None:
    old = sent(run, scenario, ".xlsx", "--add", "de")
    changed = scenario.read_text("utf-8").replace("nl: Eén kaartje", "nl: Eén enkel kaartje", 1)
    scenario.write_text(changed, "utf-8")
    new = sent(run, scenario, ".csv", "--add", "de", "--since", str(old), "--lang", "en")
    header, title, summary, *_ = read_sheet(new.read_bytes())
    assert title[header.index("status")] == "missing: de; changed since: nl"
    assert summary[header.index("status")] == "missing: de"


@pytest.mark.slow
def test_a_file_that_would_be_too_large_to_open_stays_as_it_is(run: Run, scenario: Path) -> None:
    filler = "#" + "x" * (999_000 - scenario.stat().st_size) + "\n"
    scenario.write_text(filler + scenario.read_text("utf-8"), "utf-8")
    before, sheet = scenario.read_bytes(), sent(run, scenario, ".xlsx", "--add", "de")
    change(sheet, "de", "Ü" * 1_000, at=3)
    said = run("words", str(scenario), "--in", str(sheet), "--lang", "en")
    assert (said.code, "would be larger than 1000 kB" in said.err) == (2, True), said.err
    assert scenario.read_bytes() == before


WRONG = [
    ((), "Say which way"),
    (("--out", "x.xlsx", "--in", "x.xlsx"), "Say which way"),
    (("--out", "x.docx"), "is no kind of sheet"),
    (("--out", "x.csv", "--add", "Duits"), "“Duits” is not a language tag"),
    (("--in", "nowhere.csv"), "can't be read (that place does not exist)"),
    (("--in", "."), "it is a folder"),
]


@pytest.mark.parametrize(("options", "told"), WRONG, ids=lambda each: " ".join(each)[:30])
def test_what_is_asked_wrongly_is_told(
    options: tuple[str, ...], told: str, run: Run, scenario: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(scenario.parent)
    said = run("words", str(scenario), *options, "--lang", "en")
    assert (said.code, told in said.err) == (2, True), said.err
    assert said.err.count("\n") == 1


HEADS = [
    ("x,nl,as sent", "no column “place”"),
    ("place,nl", "no column “as sent”"),
    ("place,as sent", "no column for a language"),
    ("place,nl,nl,as sent", "two columns for one language"),
]


@pytest.mark.parametrize(("head", "told"), HEADS)
def test_a_sheet_without_its_columns_is_refused(
    head: str, told: str, run: Run, scenario: Path
) -> None:
    sheet = scenario.with_suffix(".csv")
    sheet.write_text(f"{head}\na,b,c,d\n")
    said = run("words", str(scenario), "--in", str(sheet), "--lang", "en")
    assert (said.code, told in said.err) == (2, True), said.err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "file-empty"), (b"samenspel: 1\ntitle: \"open", "quote"), (b"\xff\xfex\0", "UTF-8"),
        (b"a\0b", ""), (b"x" * 1_000_001, ""), (b"- a\n", ""), (b"samenspel: 9\n", ""),
    ],
)  # fmt: skip
def test_a_file_that_is_no_scenario_gets_one_plain_message(
    content: bytes, told: str, run: Run, scenario: Path
) -> None:
    scenario.write_bytes(content)
    said = run("words", str(scenario), "--out", str(scenario.with_suffix(".csv")), "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert f"Mend this first:\n{scenario}:" in said.err
    assert "Traceback" not in said.err
    assert not scenario.with_suffix(".csv").exists()


@pytest.mark.slow
def test_a_sheet_is_not_overwritten_and_a_scenario_never(run: Run, scenario: Path) -> None:
    sheet = sent(run, scenario, ".csv")
    assert run("words", str(scenario), "--out", str(sheet), "--lang", "en").code == 2
    assert run("words", str(scenario), "--out", str(sheet), "--overwrite").code == 0
    said = run("words", str(scenario), "--out", str(scenario), "--overwrite", "--lang", "en")
    assert (said.code, "would be lost" in said.err) == (2, True)


def test_what_steers_a_terminal_is_shown_and_not_obeyed(run: Run, scenario: Path) -> None:
    sheet = sent(run, scenario, ".csv")
    text = sheet.read_text("utf-8-sig").replace("Eén kaartje", f"x{BELLS}[bold]")
    text = text.replace("\nsummary;", f"\nsummary{BELLS};", 1)
    sheet.write_text(text, "utf-8")
    before = scenario.read_bytes()
    said = run("words", str(scenario), "--in", str(sheet), "--lang", "en")
    assert "\x1b" not in said.out + said.err
    assert "a character that nobody sees (U+001B ESCAPE)" in said.out
    assert scenario.read_bytes() == before
