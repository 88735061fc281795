"""The scenario files that must load, and those that must not: adding a case is adding a file.

`valid/NAME.yaml` loads without a single problem. `invalid/NAME.yaml` has exactly the problems of
`invalid/NAME.problems`: a line `LINE:COLUMN CODE` for each, errors first, then by place.
"""

from pathlib import Path

import pytest

from engine.scenario.catalogue import codes
from engine.scenario.load import load

FOLDER = Path(__file__).parent.parent / "scenarios"
VALID = sorted((FOLDER / "valid").glob("*.yaml"))
INVALID = sorted((FOLDER / "invalid").glob("*.yaml"))
LAB = sorted((Path(__file__).parent.parent / "lab" / "invalid").glob("*.yaml"))
# These need a file too large to keep, or no file: see test_load.py. Only `check` knows which
# drawings there are, and what playing finds.
NEEDS_NO_FILE = {
    "file-unreadable", "not-a-file", "file-too-large", "too-many-parts", "more-problems",
    "unknown-backdrop", "unknown-drawing", "unknown-looks", "threshold-not-reached",
    "answer-not-heard",
}  # fmt: skip


def _name(path: Path) -> str:
    return path.stem


def _expected(path: Path) -> list[str]:
    return path.with_suffix(".problems").read_text().splitlines()


@pytest.mark.parametrize("path", VALID, ids=_name)
def test_a_valid_scenario_loads_without_a_problem(path: Path) -> None:
    loaded = load(path)
    assert [problem.text("en") for problem in loaded.problems] == []
    assert loaded.scenario is not None


@pytest.mark.parametrize("path", INVALID, ids=_name)
def test_an_invalid_scenario_has_exactly_its_problems(path: Path) -> None:
    loaded = load(path)
    found = [f"{problem.line}:{problem.column} {problem.code}" for problem in loaded.problems]
    assert found == _expected(path)


@pytest.mark.parametrize("path", INVALID, ids=_name)
def test_only_an_error_keeps_a_scenario_from_loading(path: Path) -> None:
    loaded = load(path)
    has_error = any(problem.severity == "error" for problem in loaded.problems)
    assert (loaded.scenario is None) == has_error


def test_every_code_has_a_file() -> None:
    shown = {line.split()[1] for path in INVALID + LAB for line in _expected(path)}
    assert shown | NEEDS_NO_FILE == set(codes())


def test_there_is_something_to_test() -> None:
    assert len(VALID) >= 4
    assert len(INVALID) >= 30
