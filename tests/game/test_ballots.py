"""What several put forward is asked once, in the terminal, in the window and in the browser."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.state import ProposalChoice, Refusal, VoteChoice
from game.pages import VotePage, pages
from game.presenters.changes import ballots
from game.presenters.page import Cast
from game.presenters.pages import lines
from game.text.choosing import Chooser
from game.web.choice import read_choice
from game.words import words_in
from tests.web.test_choice import at_stage


@pytest.fixture
def voting(three: CompiledScenario) -> LivePlay:
    """A play of three in which the second and the third proposed the same."""
    live, _ = at_stage(three, "alternatives")
    changes = live.view(live.waiting_for[0]).changes
    same = next(each.id for each in changes if each.action == "drop")
    for at, seat in enumerate(three.parties):
        answer = live.choose(ProposalChoice(seat, same if at else None))
        assert not isinstance(answer, Refusal)
    return live


def page_of(live: LivePlay, seat: str) -> VotePage:
    now = next(page for page in pages(live) if isinstance(page, VotePage))
    return replace(now, seat=seat, view=live.view(seat))


def test_a_proposal_of_two_others_is_one_question_and_its_answer_goes_for_both(
    voting: LivePlay,
) -> None:
    first, second, third = voting.compiled.parties
    (ballot,) = ballots(voting.view(first).proposals)
    assert (ballot.by, ballot.is_own) == ((second, third), False)
    asked = [
        line.text
        for line in lines(Cast.of(voting.compiled, words_in("en")), page_of(voting, first))
        if line.kind == "question"
    ]
    assert len(asked) == 1
    cast = Cast.of(voting.compiled, words_in("en"))
    assert cast.parties((second, third)) in asked[0]
    both = VoteChoice(first, {second: False, third: False}, {second: "not-now", third: "not-now"})
    form = {f"vote.{second}": "no", f"why.{second}": "not-now"}
    assert read_choice(voting.view(first), form) == both
    answers = iter(("n", "4"))
    prompter = SimpleNamespace(
        screen=SimpleNamespace(show=lambda _: None, say=lambda _: None),
        ask=lambda _: next(answers),
    )
    chooser = Chooser(prompter, lambda: cast, lambda _: None)  # type: ignore[arg-type]
    assert chooser.choice(page_of(voting, first)) == both


def test_what_one_proposed_oneself_is_said_with_the_question(voting: LivePlay) -> None:
    _, second, third = voting.compiled.parties
    (ballot,) = ballots(voting.view(second).proposals)
    assert (ballot.by, ballot.is_own) == ((third,), True)
    words = words_in("nl")
    told = [line.text for line in lines(Cast.of(voting.compiled, words), page_of(voting, second))]
    assert words("vote.also-own") in told


def test_what_differs_is_asked_apart(voting: LivePlay) -> None:
    first, second, third = voting.compiled.parties
    cards = voting.view(first).proposals
    other = [replace(cards[0], amount=7), *cards[1:]]
    assert [each.by for each in ballots(other)] == [(second,), (third,)]
