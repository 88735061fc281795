"""The same choices judged by other payoffs: nothing but what was paid is another."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.debrief import ASSUMPTIONS, Assumed, judged
from engine.model.parameters import DEFAULTS
from engine.play.compiled import CompiledScenario
from engine.play.events import Ended
from engine.play.rows import as_plain
from engine.play.state import Voices
from engine.play.trace import Replayed
from engine.simulate import follow
from tests.conftest import MILL, MINIMAL, compiled_of
from tests.debrief.voices import heard_play
from tests.playing import play_anew

PLAYS = 8


def other(compiled: CompiledScenario, name: str, value: float) -> CompiledScenario:
    """The scenario with another constant in the model."""
    return replace(compiled, parameters=replace(DEFAULTS, **{name: value}))


def plays(compiled: CompiledScenario) -> list[Replayed]:
    """Plays of divided people, of personas, and at random; some stop half way."""
    found = [heard_play(compiled, seed, lambda *_: Voices(3, 2)) for seed in range(PLAYS)]
    found += [play_anew(compiled, seed, "charmer", "pressed") for seed in range(PLAYS)]
    trace = found[0].trace
    half = replace(trace, choices=trace.choices[: len(trace.choices) // 2])
    return [*found, replace(found[0], trace=half, steps=found[0].steps[: len(half.choices) + 1])]


@pytest.mark.slow
def test_following_a_trace_is_replaying_it_bit_for_bit(minimal: CompiledScenario) -> None:
    for play in plays(minimal):
        world = follow(minimal, play.trace)
        assert world is not None
        assert json.dumps(as_plain(world)) == json.dumps(as_plain(play.state.world))


@pytest.mark.slow
@pytest.mark.parametrize("path", [MINIMAL, MILL], ids=lambda path: path.stem)
def test_with_the_models_own_numbers_a_play_is_judged_as_it_was(path: Path) -> None:
    compiled = compiled_of(path)
    own: dict[Assumed, float] = {name: each.default for name, each in ASSUMPTIONS.items()}
    for seed in range(PLAYS):
        play = play_anew(compiled, seed, "divided", "charmer")
        (ended,) = (each for each in play.events if isinstance(each, Ended))
        for assumed in ({}, own):
            found = judged(compiled, play.trace, assumed)
            assert (found.same, found.outcome, found.value) == (True, ended.outcome, ended.value)


@pytest.mark.slow
@pytest.mark.parametrize("name", ASSUMPTIONS)
@pytest.mark.parametrize("end", ["low", "high"])
def test_no_assumption_changes_anything_but_what_was_paid(
    minimal: CompiledScenario, name: Assumed, end: str
) -> None:
    value = getattr(ASSUMPTIONS[name], end)
    changed = other(minimal, name, value)
    for play in plays(minimal):
        was, now = play.state.world, follow(changed, play.trace)
        assert now is not None
        for part in ("trust", "safety", "exposure", "ceiling", "hidden"):
            assert np.array_equal(getattr(was.alliance, part), getattr(now.alliance, part)), part
        assert np.array_equal(was.happened, now.happened)


@pytest.mark.slow
def test_each_turns_the_judgement_its_own_way(minimal: CompiledScenario) -> None:
    seen = set()
    for play in plays(minimal):

        def judge(assumed: dict[Assumed, float], played: Replayed = play) -> float:
            value = judged(minimal, played.trace, assumed).value.values()
            return sum(value)

        low, high = ASSUMPTIONS["yield_"].low, ASSUMPTIONS["yield_"].high
        assert judge({"yield_": low}) <= judge({"yield_": high})
        # Who takes more from the other gets more of the same, and not more in all.
        for name in ("grab", "theft"):
            assumption = ASSUMPTIONS[name]
            assert judge({name: assumption.low}) == pytest.approx(judge({name: assumption.high}))
        gap = ASSUMPTIONS["lopsided_gap"]
        strict = judged(minimal, play.trace, {"lopsided_gap": gap.low}).outcome
        loose = judged(minimal, play.trace, {"lopsided_gap": gap.high}).outcome
        assert loose != "lopsided" or strict == "lopsided"
        seen.add(judge({"yield_": low}) < judge({"yield_": high}))
    assert True in seen


@pytest.mark.slow
def test_choices_that_do_not_fit_are_not_judged(minimal: CompiledScenario) -> None:
    trace = plays(minimal)[0].trace
    first, *later = trace.choices
    half = dict(list(first.items())[:1])
    for choices in ((trace.choices[-1], *trace.choices), (half, *later), (*trace.choices, first)):
        found = judged(minimal, replace(trace, choices=choices), {})
        assert (found.same, found.outcome, found.value) == (False, None, {})
