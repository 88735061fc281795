"""What one seat sees on a screen of its own, while others play on theirs."""

import random
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

import pytest

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.state import MoveChoice, Refusal
from engine.play.view.heard import Heard
from engine.play.view.records import Utterance
from engine.play.view.visibility import hear
from game.pages import (
    BriefingPage,
    ChoicePage,
    CurtainPage,
    EndingPage,
    MovePage,
    Page,
    ScenePage,
    TrustPage,
    pages_for_seat,
)
from tests.pages.test_pages import assert_shown_once, spoken_in, things_on
from tests.pages.walking import as_it_stands, start, walked
from tests.playing import random_choice


def moments(live: LivePlay, seed: int) -> Iterator[LivePlay]:
    """The play before each choice of a person, in any order, and at its end."""
    luck = random.Random(seed)
    while True:
        yield live
        if live.is_over:
            return
        seat = luck.choice(live.waiting_for)
        answer = live.choose(random_choice(live.compiled, live.state, seat, luck))
        assert not isinstance(answer, Refusal), answer


@lru_cache(maxsize=32)
def seen(
    compiled: CompiledScenario, seed: int
) -> tuple[tuple[LivePlay, dict[str, tuple[Page, ...]]], ...]:
    """What each seat sees at each of those moments; kept, since several tests ask."""
    return tuple(
        (as_it_stands(live), {seat: pages_for_seat(live, seat) for seat in compiled.parties})
        for live in moments(start(compiled, seed, *compiled.parties), seed)
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_one_person_alone_sees_the_same_on_any_screen(
    any_scenario: CompiledScenario, seed: int
) -> None:
    me = any_scenario.parties[0]
    for live, shown in walked(any_scenario, seed, me):
        assert pages_for_seat(live, me) == shown


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.slow
def test_each_seat_is_asked_for_its_choice_until_it_has_made_it(
    any_scenario: CompiledScenario, seed: int
) -> None:
    for live, by_seat in seen(any_scenario, seed):
        for seat, shown in by_seat.items():  # none, perhaps, where it kept something to itself
            last = shown[-1] if shown else None
            assert isinstance(last, ChoicePage) == (seat in live.waiting_for)
            assert isinstance(last, EndingPage) == live.is_over
            assert not any(isinstance(page, ChoicePage | EndingPage) for page in shown[:-1])


def heard_of(live: LivePlay, seat: str) -> list[Heard | Utterance]:
    """All that the rules of who learns what have given that seat so far."""
    heard = live.heard(seat)
    return [*heard, *(line for each in heard for line in spoken_in(each))]


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.slow
def test_no_page_is_of_another_seat_or_brings_what_the_seat_did_not_hear(
    any_scenario: CompiledScenario, seed: int
) -> None:
    for live, by_seat in seen(any_scenario, seed):
        for seat, shown in by_seat.items():
            heard = heard_of(live, seat)
            for page in shown:
                assert not isinstance(page, CurtainPage)
                assert page.seat == seat
                assert page.view is not None
                assert page.view.seat == seat
                assert [each for each in things_on(page) if each not in heard] == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_each_seat_is_shown_all_it_hears_once_before_it_chooses(
    any_scenario: CompiledScenario, seed: int
) -> None:
    for live, by_seat in seen(any_scenario, seed):
        for seat in (*live.waiting_for, *(any_scenario.parties if live.is_over else ())):
            made = live.trace.choices[: len(live.steps) - 1]
            own = [step for step, chosen in enumerate(made, start=1) if seat in chosen]
            unseen = live.steps[own[-1] if own else 0 :]
            events = chain.from_iterable(step.events for step in unseen)
            assert_shown_once(by_seat[seat], hear(any_scenario, events, seat))


def test_what_is_sealed_may_still_be_read_around(minimal: CompiledScenario) -> None:
    """Whoever has chosen keeps what led to it, and is asked nothing more."""
    live = start(minimal, 1, *minimal.parties)
    before = pages_for_seat(live, "ferry")
    live.choose(MoveChoice("ferry", "wait"))
    after = pages_for_seat(live, "ferry")
    assert after == tuple(p for p in before if not isinstance(p, TrustPage | MovePage))
    assert isinstance(after[0], BriefingPage)


def test_a_quarrel_between_others_is_followed_and_then_one_s_own_choice_comes(
    mill: CompiledScenario,
) -> None:
    """Somebody who has no part in a scene is shown every step of it, once."""
    met = False
    for live, by_seat in seen(mill, 0):
        for seat in mill.parties:
            if live.is_over or seat in live.waiting_for or seat in live.pending:
                continue
            met = True
            assert any(isinstance(page, ScenePage) for page in by_seat[seat])
    assert met
