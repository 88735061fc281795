"""The page about the players says what the code does, and which numbers were studied."""

import re
from datetime import date

import pytest

from engine.balance import page
from engine.balance.sensitivity import factors
from engine.model.page import table_in
from engine.play.compiled import CompiledScenario
from engine.players.parameters import PLAYERS
from engine.players.personas import LEANINGS
from tests.conftest import ROOT, compiled_of

TEXT = page.PAGE.read_text(encoding="utf-8")
STUDY = table_in(TEXT, "sensitivity")


@pytest.mark.parametrize("name", page.TABLES)
def test_a_table_of_constants_is_that_of_the_code(name: str) -> None:
    assert table_in(TEXT, name) == page.TABLES[name](), "run python -m engine.balance.page"


def test_every_constant_and_leaning_has_its_place_in_the_text() -> None:
    prose = TEXT.split("## All constants")[0]
    told = {*re.findall(r"`([a-z_]+)`", prose), *re.findall(r"\*\*([a-z_]+)\*\*", prose)}
    assert {*PLAYERS.__dataclass_fields__, *LEANINGS} <= told


def studied() -> CompiledScenario:
    """The scenario of the study on the page."""
    return compiled_of(ROOT / STUDY.split(",")[0])


def test_the_study_is_of_the_constants_as_they_are() -> None:
    rows = [line.split(" | ") for line in STUDY.splitlines() if line.startswith("| `")]
    told = {cells[0].strip("| `"): (cells[1], cells[2]) for cells in rows}
    now = {
        each.key: (page.number(each.default), f"{page.number(each.low)}–{page.number(each.high)}")
        for each in factors(studied())
    }
    assert told == now, "the study is of other constants: run its command again"


def test_the_study_tells_its_day_its_size_and_its_command() -> None:
    head = re.match(r"(\S+), (\d{4}-\d\d-\d\d): ", STUDY)
    assert head is not None
    expected = page.about(head[1], studied(), date.fromisoformat(head[2]))
    assert STUDY.splitlines()[0] == expected
