"""What is written for some reaches nobody else, in any renderer: each text has a mark."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from engine.play.compiled import CompiledScenario, compile_scenario
from engine.scenario.schema import Scenario
from game import library
from game.pages import Page
from tests.conftest import MILL, MINIMAL, SHIPPED, SMALL, compiled_of
from tests.pages.terminal import told_in_terminal
from tests.pages.test_renderers import choices_of, people_of, play_of
from tests.pages.walking import walked
from tests.pages.window import told_in_window
from tests.play.marks import MayRead, marked, with_secret_props

SEED = 2
CASES = [
    pytest.param(
        path, secret_props, shared,
        id=f"{path.stem}{'-secret-props' * secret_props}-{'shared' if shared else 'alone'}",
        marks=[pytest.mark.slow] if path in SHIPPED else [],
    )
    for path, secret_props in (
        (MILL, False), (MINIMAL, True), *((path, False) for path in (*SMALL, *SHIPPED))
    )
    for shared in (True, False)
]  # fmt: skip
# The window takes long over a play. Those with something to find out come as they show most of it;
# of the others each comes once, by turns with people at one screen and with one person.
IN_WINDOW = [*CASES[:3], *(case for at, case in enumerate(CASES[4:]) if at % 2 == at // 2 % 2)]


def scenario_of(path: Path, *, secret_props: bool) -> Scenario:
    """The scenario in that file, with a mark in each of its texts."""
    scenario = compiled_of(path).scenario
    return marked(with_secret_props(scenario) if secret_props else scenario)


@cache
def marked_of(path: Path, *, secret_props: bool) -> CompiledScenario:
    """The same, compiled; kept for the tests of other renderers."""
    return compile_scenario(scenario_of(path, secret_props=secret_props))


def may_be_read(compiled: CompiledScenario, *, shared: bool) -> Iterator[tuple[Page, set[str]]]:
    """Each page of the play, with the marks that whoever looks at it may have read by then."""
    may, taken_in = MayRead(compiled), 0
    for live, shown in walked(compiled, SEED, *people_of(compiled, shared=shared)):
        for step in live.steps[taken_in:]:
            may.follow(step.events, step.state.world)
        taken_in = len(live.steps)
        for page in shown:
            yield page, set(may.room) if page.seat is None else may.of(page.seat)


def marks_in_text(told: str) -> set[str]:
    """The marks in what a renderer said, which may have broken a line within them."""
    return set(re.findall(r"‹([^›]+)›", re.sub(r"[\s\u00ad]", "", told)))


def strangers(
    compiled: CompiledScenario, told: list[tuple[Page, str]], *, shared: bool
) -> list[tuple[Page, str, set[str]]]:
    """The pages that say what is not for those who look at them, and what that is."""
    allowed = list(may_be_read(compiled, shared=shared))
    assert [page for page, _ in told] == [page for page, _ in allowed]
    assert any(marks_in_text(words) for _, words in told)
    return [
        (page, words, extra)
        for (page, words), (_, may) in zip(told, allowed, strict=True)
        if (extra := marks_in_text(words) - may)
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("path", "secret_props", "shared"), CASES)
def test_the_terminal_writes_for_each_what_it_may_read(
    path: Path, secret_props: bool, shared: bool
) -> None:
    compiled = marked_of(path, secret_props=secret_props)
    live = play_of(compiled, shared=shared, seed=SEED)
    told = list(told_in_terminal(live, choices_of(SEED), "nl"))
    assert not strangers(compiled, told, shared=shared)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "secret_props", "shared"), IN_WINDOW)
def test_the_window_shows_each_what_it_may_read(
    path: Path, secret_props: bool, shared: bool
) -> None:
    compiled = marked_of(path, secret_props=secret_props)
    opened = replace(library.open_scenario(path, "nl"), scenario=compiled.scenario)
    live = play_of(compiled, shared=shared, seed=SEED)
    told = list(told_in_window(opened, live, choices_of(SEED), "nl"))
    assert not strangers(compiled, told, shared=shared)
