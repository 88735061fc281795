"""What the debrief says is so: each sentence held against what happened in the play."""

from importlib import import_module
from pathlib import Path

import pytest

from engine.debrief import debrief
from tests.benchmarks.findings import plays
from tests.conftest import EACH, ROOT, compiled_of
from tests.debrief.said import said_of
from tests.debrief.truth import CHECKS, CLAIMS_NOTHING, OF_PEOPLE, Played, is_so

PAGES = ("debrief", "evidence", "story")
# Of each scenario; `python -m tests.benchmarks.findings` listens to thousands.
PLAYS = 4


def test_every_sentence_of_the_debrief_has_a_check_or_claims_nothing() -> None:
    known = {*CHECKS, *CLAIMS_NOTHING, *OF_PEOPLE}
    said = {key for page in PAGES for key in import_module(f"game.words.en.{page}").WORDS}
    assert said == known
    assert CLAIMS_NOTHING.isdisjoint(CHECKS)


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_all_that_the_debrief_says_is_so(path: Path) -> None:
    compiled = compiled_of(path)
    untrue: dict[str, str] = {}
    for live in plays(compiled, PLAYS):
        found = debrief(compiled, live.replayed, plays=2)
        reader = compiled.parties[live.trace.seed % len(compiled.parties)]
        for people in ([], [reader]):
            told = list(said_of(compiled, found, people))
            for said, right in is_so(Played(live), told):
                if not right:
                    untrue[said.key] = f"seed {live.trace.seed}, to {said.reader}: {said.text}"
    assert untrue == {}


# In the first there is no room for a turn before one whose round fills a gap; in the second, before
# a moment that is named.
@pytest.mark.slow
@pytest.mark.parametrize("seed", [18, 27])
def test_a_turn_is_heard_whole_where_there_was_no_room_for_the_one_before_it(seed: int) -> None:
    compiled = compiled_of(ROOT / "scenarios/first-handshake.yaml")
    for live in plays(compiled, 1, seed):
        told = list(said_of(compiled, debrief(compiled, live.replayed, plays=0), []))
        assert all(right for _, right in is_so(Played(live), told))
