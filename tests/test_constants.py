"""Every number that behaviour depends on is defined once, with a range, unit and source."""

import ast
import re
from collections.abc import Iterator
from dataclasses import Field, fields
from pathlib import Path

import pytest

import engine
from engine.model.parameters import (
    CONFRONTING,
    DEFAULTS,
    INSIDE,
    MOMENT,
    READING,
    ConfrontationParameters,
    InsideParameters,
    MomentParameters,
    Parameters,
    ReadingParameters,
)
from engine.players.parameters import PLAYERS, PlayerParameters
from engine.players.personas import LEANINGS, PERSONAS, TASTE_RANGE, TASTES, Persona

ENGINE = Path(engine.__file__).parent
GROUPS = {
    Parameters: DEFAULTS,
    MomentParameters: MOMENT,
    ConfrontationParameters: CONFRONTING,
    InsideParameters: INSIDE,
    ReadingParameters: READING,
    PlayerParameters: PLAYERS,
}
CONSTANTS = [(each, getattr(values, each.name)) for kind, values in GROUPS.items()
             for each in fields(kind)]  # fmt: skip
LEANING_FIELDS = [each for each in fields(Persona) if each.name in LEANINGS]


def name_of(given: object) -> str:
    """What a constant is called in the list of tests."""
    return given.name if isinstance(given, Field) else ""


@pytest.mark.parametrize(("constant", "value"), CONSTANTS, ids=name_of)
def test_a_constant_lies_in_its_range_and_tells_its_unit_and_source(
    constant: "Field[float]", value: float
) -> None:
    told = constant.metadata
    assert told["low"] <= value <= told["high"]
    assert told["low"] < told["high"]
    assert told["unit"]
    assert re.match(r"\[[RMJ]\]", told["source"])


def test_every_constant_is_used() -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in ENGINE.rglob("*.py")
        if path.name != "parameters.py"
    )
    # Those of an option are named by the option: open_own_part, part_own_part.
    by_option = re.compile("(open|part)_(?!listening)")
    unused = [
        constant.name
        for constant, _ in CONSTANTS
        if not by_option.match(constant.name) and not re.search(rf"\.{constant.name}\b", code)
    ]
    assert unused == []


@pytest.mark.parametrize("persona", PERSONAS.values(), ids=PERSONAS)
def test_a_persona_leans_within_the_ranges(persona: Persona) -> None:
    for each in LEANING_FIELDS:
        low, high = each.metadata["low"], each.metadata["high"]
        assert low <= getattr(persona, each.name) <= high, each.name
    assert set(persona.likes) <= set(TASTES)
    assert all(TASTE_RANGE[0] <= taste <= TASTE_RANGE[1] for taste in persona.likes.values())


def test_every_leaning_has_a_unit_and_every_taste_a_fancier() -> None:
    assert all(each.metadata["unit"] and each.metadata["source"] for each in LEANING_FIELDS)
    liked = {taste for persona in PERSONAS.values() for taste in persona.likes}
    assert liked == set(TASTES)


# Nothing, all, both, half, the other way round; and 100 points are a share of 1.
PLAIN = {0, 1, 2, 0.5, 100}
ROOMS = ("model", "play", "players", "debrief", "simulate", "balance", "live_play.py")
# Files whose numbers are not choices, or are settings reported with their results.
ELSEWHERE = {
    "model/parameters.py": "here they belong",
    "players/parameters.py": "here they belong",
    "players/personas.py": "and here; their ranges are those of the fields",
    "model/chance.py": "the published constants of a hash, and the moments of what it draws",
    "model/exact.py": "the coefficients of two series, and where they end",
    "model/sensitivity.py": "the settings of a study, told with its results",
    "model/page.py": "the settings of the runs on the page, told with their results",
    "balance/sensitivity.py": "the settings of another",
    "balance/theses.py": "the settings of five comparisons, told with their results",
    "balance/levers.py": "what is tried, told with its results, within the bounds of the format",
    "balance/trying.py": "how much of that is tried again",
    "balance/report.py": "how many plays are looked at, and to how many digits",
}
HERE: dict[str, dict[float, str]] = {
    "model/between_rounds.py": {4: "steps of a reflection moment"},
    "model/kernel.py": {3: "effort is a mean of three traits", 1e-12: "less than any effort"},
    "model/morris.py": {4: "Morris's own levels"},
    "model/outcome.py": {5: "outcomes are numbered"},
    "model/reading.py": {3: "maturity is a mean of three", 4: "quadrants are numbered"},
    "model/state.py": {3: "dimensions of an array of pairs", 4: "breaches are numbered"},
    "model/storyless.py": {10: "rounds of a play without a script, if none are named"},
    "play/conditions.py": {3: "the axis of the causes"},
    "play/confrontation.py": {3: "the axis of the causes"},
    "play/events/of_confrontation.py": {12: "turns, more than there are wordings"},
    "play/events/of_round.py": {1e-9: "what adding floating-point numbers leaves"},
    "play/afterthoughts.py": {5_000: "letters that somebody may write at one question"},
    "balance/debriefs.py": {3: "theses are numbered", 4: "as are these", 5: "and these"},
    "debrief/table.py": {63: "bits of a seed"},
    "debrief/fork.py": {0.01: "of plays: next to none"},
    "play/compiled.py": {10_000: "rounds, longer than any play", 3: "the axis of the parties"},
    "play/forecast.py": {
        **dict.fromkeys((43, 38, 36, 39, 20, 21, 42, 44, 10, 9, 12, 13, 17, 6, 8),
                        "of a hundred moves, about as often as personas make them"),
        96: "ways that are tried, by measurement", 62: "luck of nobody's play", 11: "as that",
    },
    "play/trace.py": {
        5_000_000: "bytes, larger than any trace", 1_000_000: "bytes of a scenario",
        40: "characters of a detail that are shown", 10: "the top of the scale a person answers on",
        3: "versions are numbered", 7: "versions are numbered",
    },
    "players/strategy.py": {
        8: "lanes of luck", 6: "steps of a round that draw from them", 3: "lanes of a scene",
        1e-300: "the least that has a logarithm",
    },
    "debrief/compose.py": {
        200: "plays that go on from a fork",
        150: "the same with three or more at the table, where a play takes longer",
    },
    "debrief/edge.py": {500: "talks with the same luck, of which the edge is drawn"},
    "debrief/findings.py": {0.25: "Brier's score of a guess between two", 3: "and among three"},
    "debrief/patterns.py": {3: "a third of the play"},
    "debrief/quadrants.py": {3: "quadrants are numbered", 4: "as are these"},
    "debrief/theses.py": {3: "theses are numbered", 4: "as are these", 5: "and these"},
    "simulate/batch.py": {62: "bits of a place", 32: "as are these", 8: "and these"},
    "simulate/figures.py": {
        0.05: "a quantile that is shown", 0.25: "another", 0.75: "another", 0.95: "another",
        6: "digits that are shown",
    },
    "simulate/interval.py": {
        1.959964: "of a normal distribution", 4: "Wilson's formula",
        0.05: "what a 95% interval leaves out",
    },
    "simulate/plan.py": {65_536: "plays at a time, by measurement"},
    "simulate/tally.py": {
        1_000_000: "values are counted in millionths", 200: "bins of a histogram", 300: "as these",
    },
    "balance/advice.py": {5: "what one remembers; the guide says so"},
    "balance/aims.py": {
        0.20: "hard, as the guide says", 0.80: "easy, as the guide says",
        0.005: "rare, as the report says",
    },
    "balance/arms.py": {6: "measures of a play"},
    "balance/dilemma.py": {
        3: "kinds of game are numbered", 4: "as are these", 9: "cards on a screen, as in `check`",
        60: "plays before one says never",
    },
}  # fmt: skip


def numbers_in(tree: ast.AST) -> Iterator[tuple[float, int]]:
    """The numbers that the code chose, and their lines; not indices, and not names of numbers."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Subscript):
            yield from numbers_in(node.value)
        elif (
            isinstance(node, ast.ClassDef)
            and any(isinstance(base, ast.Name) and base.id == "IntEnum" for base in node.bases)
        ) or (isinstance(node, ast.keyword) and node.arg == "maxsize"):
            continue
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
            yield node.value, node.lineno  # type: ignore[misc]
        else:
            yield from numbers_in(node)


def code_of(room: str) -> list[Path]:
    """The files of a room."""
    place = ENGINE / room
    return [place] if place.suffix else sorted(place.rglob("*.py"))


@pytest.mark.slow
def test_no_number_hides_in_the_code() -> None:
    found: dict[str, dict[float, int]] = {}
    for path in (path for room in ROOMS for path in code_of(room)):
        name = path.relative_to(ENGINE).as_posix()
        if name not in ELSEWHERE:
            numbers = numbers_in(ast.parse(path.read_text(encoding="utf-8")))
            found[name] = {number: line for number, line in numbers if number not in PLAIN}
    hidden = [
        f"engine/{name}:{line}  {number} belongs in a parameters.py, with a unit, a range and a "
        "source; or in this test, with the reason why it is no choice"
        for name, numbers in found.items()
        for number, line in numbers.items()
        if number not in HERE.get(name, {})
    ]
    assert not hidden, "\n".join(hidden)
    gone = [(name, number) for name, allowed in HERE.items() for number in allowed
            if number not in found.get(name, {})]  # fmt: skip
    assert not gone, "no longer in the code"
