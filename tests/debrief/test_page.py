"""The data dictionary says what the code writes."""

from dataclasses import fields

import pytest

from engine.debrief import COLUMNS, Findings, page
from engine.model.page import table_in

TEXT = page.PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", page.TABLES)
def test_a_table_of_the_dictionary_is_that_of_the_code(name: str) -> None:
    assert table_in(TEXT, name) == page.TABLES[name](), "run python -m engine.debrief.page"


def test_every_column_is_named_once() -> None:
    names = [column.name for column in COLUMNS]
    assert len(set(names)) == len(names)
    assert all(column.about for column in COLUMNS)


def test_everything_that_json_has_is_in_the_dictionary() -> None:
    told = page.records().splitlines()[2]
    assert all(f"`{each.name}`" in told for each in fields(Findings))
