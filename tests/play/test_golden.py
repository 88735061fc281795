"""The golden plays: what the same seed and personas gave when they were last reviewed."""

import pytest

from tests.golden.plays import GOLDEN, PLAYS, golden_play, path_of


@pytest.mark.slow
@pytest.mark.parametrize("name", PLAYS)
def test_a_golden_play_is_as_it_was(name: str) -> None:
    kept = path_of(name)
    assert kept.exists(), "no golden play yet: run `uv run python -m tests.golden`"
    assert golden_play(name).splitlines() == kept.read_text(encoding="utf-8").splitlines()


def test_no_golden_play_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(PLAYS)
