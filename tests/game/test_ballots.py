"""What several put forward is asked once, in the terminal, in the window and in the browser; what
nobody else put forward is not asked at all.
"""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.state import ProposalChoice, Refusal, Stage, VoteChoice
from game.pages import Page, VotePage, pages, pages_for_seat
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


def proposing(compiled: CompiledScenario, *seats: str) -> LivePlay:
    """A play in which those put something on the table and the others nothing."""
    live, _ = at_stage(compiled, "alternatives")
    for seat in live.waiting_for:
        change = next((each.id for each in live.view(seat).changes if each.action == "drop"), None)
        made = ProposalChoice(seat, change if seat in seats else None)
        assert not isinstance(live.choose(made), Refusal)
    return live


def every_page(live: LivePlay) -> list[Page]:
    """What the shared screen shows now, and each on a screen of its own."""
    own = (page for seat in live.people for page in pages_for_seat(live, seat))
    return [*pages(live), *own]


def test_nobody_votes_on_nothing(any_scenario: CompiledScenario) -> None:
    """At a shared screen, on one's own and in a room: all show the pages of the same play."""
    live = proposing(any_scenario)
    assert live.state.stage is not Stage.DECISION
    there = live.trace.choices[-1]
    assert there == {party: VoteChoice(party, {}) for party in there}
    assert not any(isinstance(page, VotePage) for page in every_page(live))
    again = LivePlay.resume(any_scenario, live.trace, live.trace.digest)
    assert isinstance(again, LivePlay)
    assert again.state.stage is live.state.stage


def test_who_alone_proposed_something_is_not_asked_about_it(three: CompiledScenario) -> None:
    first, *others = three.parties
    live = proposing(three, first)
    assert live.waiting_for == tuple(others)
    asked = {page.seat for page in every_page(live) if isinstance(page, VotePage)}
    assert asked == set(others)
    for seat in others:
        live.choose(VoteChoice(seat, {first: True}))
    assert live.trace.choices[-1][first] == VoteChoice(first, {})
