"""The forms of alliances, and the outcomes and traits as the vocabulary orders them."""

from typing import get_args

import numpy as np

from engine.model import outcome
from engine.model.parameters import FORMS
from engine.scenario.vocabulary import OUTCOMES, TRAITS, Form
from tests.model.plays import TRAIT_AT


def test_every_form_has_a_preset() -> None:
    assert tuple(FORMS) == get_args(Form)


def test_autonomy_and_exit_cost_rise_from_outsourcing_to_merger() -> None:
    for name in ("autonomy_cost", "exit_cost"):
        costs = [getattr(preset, name) for preset in FORMS.values()]
        assert costs == sorted(costs)
        assert costs[0] < costs[-1]


def test_outcomes_are_numbered_as_in_the_vocabulary() -> None:
    numbered = [OUTCOMES[getattr(outcome, name.upper())] for name in OUTCOMES]
    assert numbered == list(OUTCOMES)


def test_traits_are_ordered_as_in_the_vocabulary() -> None:
    assert tuple(TRAIT_AT) == TRAITS


def test_classes_of_outcome_by_example() -> None:
    value = np.array([[2.0, 2.0], [4.0, 1.0], [0.5, 0.5], [9.0, 9.0], [9.0, 9.0]])
    ten, alive = np.full(5, 10), np.array([True, True, True, False, False])
    parted = np.array([False, False, False, False, True])
    assert outcome.classify(value, ten, alive, parted).tolist() == [0, 1, 2, 3, 4]


def test_parties_are_compared_in_pairs_so_that_more_of_them_are_not_more_lopsided() -> None:
    two, four = np.array([[0.0, 2.4]]), np.array([[0.0, 1.2, 1.2, 2.4]])
    yes, no, ten = np.array([True]), np.array([False]), np.array([10])
    assert outcome.classify(two + 1, ten, yes, no).tolist() == [outcome.LOPSIDED]
    assert outcome.classify(four + 1, ten, yes, no).tolist() == [outcome.SUCCESS]
