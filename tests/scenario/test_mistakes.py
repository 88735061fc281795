"""Of nearly every mistake there is one message, on its line, with a repair that works.

`python -m tests.scenario.mistakes` prints what is said about each.
"""

import pytest

from tests.scenario.mistakes.cases import BASES, NAMED, Mistake
from tests.scenario.mistakes.seeded import SEEDED
from tests.scenario.mistakes.verdicts import judge, problems_in

SHARE = 0.95


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mistakes", "fewest"),
    [
        pytest.param(NAMED, 53, id="by an author"),
        pytest.param(SEEDED, 60, id="by chance", marks=pytest.mark.slow),
    ],
)
def test_a_mistake_is_told_once_in_its_place_with_a_repair_that_works(
    mistakes: tuple[Mistake, ...], fewest: int
) -> None:
    wrong = [each.name for each in mistakes if not judge(each).is_right]
    assert len(mistakes) >= fewest
    assert len(wrong) <= (1 - SHARE) * len(mistakes), wrong


@pytest.mark.parametrize("base", BASES)
def test_what_the_mistakes_are_made_in_is_in_order(base: str) -> None:
    assert problems_in(BASES[base]) == ()


def test_nobody_repairs_what_is_only_named() -> None:
    """The author who pastes does nothing where the repair gives nothing to paste."""
    (without,) = [each for each in NAMED if each.name == "unreachable"]
    told = judge(Mistake(without.name, without.text, without.code, without.line))
    assert told.is_in_place
    assert not told.is_repaired


ANSWERED = "face: A greasy book., {}answers: [{{speaker: south.owner, {}say: {}}}, {}]}}"
BY_MAKER = "{speaker: south.owner, say: Well.}"


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        (("", "again: yes, ", "Oh.", BY_MAKER), ["always-preceded"]),
        (("once: yes, ", "", "Oh.", BY_MAKER), ["answer-used-up"]),
        (("", "", "[Oh., Ah.]", BY_MAKER), ["answer-used-up"]),  # offered in two rounds
        (("", "", "Oh.", BY_MAKER), []),
        (("once: yes, ", "when: {trust: {above: 60}}, ", "Oh.", BY_MAKER), []),
    ],
)
def test_a_second_answer_is_told_of_where_its_turn_never_comes(
    written: tuple[str, ...], codes: list[str]
) -> None:
    right = "face: A greasy book.}"
    assert right in BASES["small"]
    text = BASES["small"].replace(right, ANSWERED.format(*written), 1)
    assert [each.code for each in problems_in(text)] == codes
