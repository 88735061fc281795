"""Two thousand mutants: whatever a file holds, reading it gives an answer and no exception.

Time and memory are measured by hand: `python -m tests.fuzz`.
"""

import pytest

from tests.fuzz.trial import try_input

SEED = 7
INPUTS = 1_000
TOGETHER = 100


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, INPUTS, TOGETHER))
def test_no_mutant_raises(first: int) -> None:
    for number in range(first, first + TOGETHER):
        try:
            try_input(SEED, number)
        except Exception as error:
            raise AssertionError(
                f"python -m tests.fuzz --seed {SEED} --only {number} shows it"
            ) from error
