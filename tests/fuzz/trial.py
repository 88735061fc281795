"""The promise for any file: an answer from the loader itself, and a play if it is valid."""

import random
import resource
import sys
from functools import cache

from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.step import Step, choosers, initial, step
from engine.play.trace import Trace, _seal, parse_trace, replay, to_json
from engine.play.view.situation import view
from engine.play.view.visibility import hear
from engine.scenario.load import MOST_PROBLEMS, load_text
from game.drawing.charts.script_map import script_chart
from game.presenters.map_drawing import map_drawing
from game.presenters.script_map import script_map
from game.text.script_map import lines
from game.words import words_in
from tests.conftest import ROOT, compiled_of
from tests.fuzz import mutants
from tests.playing import random_choice

_DRAWN = 0.2  # of those that have the form of a scenario and errors
_STEPS = 3
_PLAYED = 0.4  # of the scenarios that load: playing costs more than loading
_SAVED_STEPS = 7  # two rounds, a moment of four steps, and a round
_LONGEST_MESSAGE = 3_000


def is_trace(number: int) -> bool:
    """Whether that input is a saved play: one in four."""
    return number % 4 == 3


def try_input(seed: int, number: int) -> None:
    """Make that input and do what the game would do with it; any exception is a fault."""
    luck = random.Random(f"{seed}/{number}")
    if is_trace(number):
        _try_trace(luck)
    else:
        _try_scenario(mutants.scenario(luck), luck)


def _try_scenario(content: bytes, luck: random.Random) -> None:
    loaded = load_text(content, "x.yaml")
    has_error = any(problem.is_error for problem in loaded.problems)
    assert (loaded.scenario is None) == has_error
    assert len(loaded.problems) <= MOST_PROBLEMS + 1
    for problem in loaded.problems[:20]:
        assert problem.line >= 1
        assert problem.column >= 1
        for told in (problem.text("nl"), problem.text("en")):
            assert len(told) < _LONGEST_MESSAGE
            assert told.isprintable()
    if loaded.scenario is not None and luck.random() < _PLAYED:
        _play(compile_scenario(loaded.scenario), luck)
    if loaded.draft is not None and luck.random() < _DRAWN:
        words = words_in("en")
        found = script_map(loaded.draft, words)
        assert script_chart(map_drawing(found, words)).width > 0
        assert lines(found, words)


def _play(compiled: CompiledScenario, luck: random.Random) -> None:
    now: Step = initial(compiled, luck.randrange(2**32))
    for _ in range(_STEPS):
        seat = luck.choice(compiled.parties)
        view(compiled, now.state, seat)
        hear(compiled, now.events, seat)
        if now.state.is_over:
            return
        choices = {
            party: random_choice(compiled, now.state, party, luck)
            for party in choosers(compiled, now.state)
        }
        following = step(compiled, now.state, choices)
        assert isinstance(following, Step)
        now = following


@cache
def _saved() -> tuple[CompiledScenario, bytes]:
    """The beginning of a play with a reflection moment, as it is saved."""
    compiled = compiled_of(ROOT / "tests/scenarios/valid/minimal.yaml")
    luck, state = random.Random(1), initial(compiled, 5).state
    trace = Trace("d", "s", 5, dict.fromkeys(compiled.parties, "human"))
    for _ in range(_SAVED_STEPS):
        choosing = choosers(compiled, state)
        choices = {p: random_choice(compiled, state, p, luck) for p in choosing}
        for at, choice in enumerate(choices.values()):
            trace = trace.with_choice(choice, opens_step=at == 0)
        following = step(compiled, state, choices)
        assert isinstance(following, Step)
        state = following.state
    return compiled, to_json(trace).encode()


def _try_trace(luck: random.Random) -> None:
    compiled, saved = _saved()
    trace = parse_trace(mutants.trace(saved, _seal, luck))
    if isinstance(trace, Trace):
        replay(compiled, trace)


def peak_megabytes() -> float:
    """The most memory that this process has had."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)
