"""What is told of trust and value adds up, to the digit; and every change of trust has a cause."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.play.events import Measured, Reflected
from engine.play.view.heard import Consequence, ReflectionFelt
from engine.play.view.visibility import visible
from engine.players import PERSONAS
from engine.scenario.vocabulary import LANGUAGES
from game.presenters.page import parts_in_points, points
from game.presenters.reveal import main_cause, reasons_for, trust_parts, value_parts
from game.words import words_in
from tests.conftest import EACH, compiled_of
from tests.playing import persona_play

SEEDS = range(4)


def told(path: Path) -> Iterator[Consequence | ReflectionFelt]:
    """What every seat hears of its numbers, in plays of every persona against every other."""
    compiled, names = compiled_of(path), tuple(PERSONAS)
    for at, name in enumerate(names):
        for seed in SEEDS:
            other = names[(at + 1 + seed) % len(names)]
            for step in persona_play(compiled, seed, name, other):
                for event in step.events:
                    if isinstance(event, Measured | Reflected):
                        for seat in set(compiled.parties) - set(event.place.without):
                            heard = visible(compiled, event, seat)
                            assert isinstance(heard, Consequence | ReflectionFelt)
                            yield heard


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_the_reasons_told_add_up_to_the_change_told_and_a_felt_change_has_a_cause(
    path: Path,
) -> None:
    heard = list(told(path))
    assert len(heard) > 100
    causes = set()
    for numbers in heard:
        for other in numbers.after.trust:
            before, after = points(numbers.before.trust[other]), points(numbers.after.trust[other])
            parts = trust_parts(reasons_for(numbers, other), after - before)
            assert sum(parts.values()) == after - before
            if abs(after - before) >= 2:
                cause = main_cause(parts, after - before)
                # What came out, was suspected or mended is told by itself just before.
                assert cause is not None or parts.keys() & {"discovery", "suspicion", "repair"}
                causes.add(cause or "news")
    assert len(causes) > 2
    for language in LANGUAGES:
        words = words_in(language)
        assert all(words.has(cause) for cause in causes - {"news"})


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_the_exact_reasons_add_up_to_the_exact_change(path: Path) -> None:
    for numbers in told(path):
        for other, after in numbers.after.trust.items():
            reasons = reasons_for(numbers, other)
            total = sum(part for reason, part in reasons.items() if reason != "masked")
            assert total == pytest.approx(after - numbers.before.trust[other], abs=1e-9)


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_what_a_round_brought_and_cost_is_the_change_of_value_told(path: Path) -> None:
    for numbers in told(path):
        if isinstance(numbers, Consequence):
            parts, so_far = value_parts(numbers)
            assert so_far == points(numbers.after.value)
            assert points(numbers.before.value) + sum(parts.values()) == so_far


named = st.dictionaries(st.sampled_from("abcdef"), st.floats(-1, 1), min_size=1)


@pytest.mark.slow
@given(named, st.integers(-2, 2))
def test_parts_in_points_add_up_and_are_never_a_point_off(
    parts: dict[str, float], off: int
) -> None:
    total = round(100 * sum(parts.values()))
    whole = parts_in_points(parts, total)
    assert sum(whole.values()) == total
    assert all(abs(whole[name] - 100 * part) <= 1 + 1e-9 for name, part in parts.items())
    shifted = parts_in_points(parts, total + off)
    assert sum(shifted.values()) == total + off
