"""Playing from here: choices that outlive the scenario they were made in."""

from dataclasses import replace

from engine.play.compiled import CompiledScenario
from engine.play.setting import Setting
from engine.play.state import MoveChoice, Refusal
from game.studio.tryout import Tried, Tryout, chosen, so_far, stepped_back, tried
from tests.play.test_setting import without


def go_on(compiled: CompiledScenario, at: Tried, *moves: str) -> Tried:
    """The play after these moves, each of which must be possible."""
    for move in moves:
        tryout = chosen(at, MoveChoice(at.seat, move))
        assert isinstance(tryout, Tryout)
        at = tried(compiled, tryout)
    return at


def own(at: Tried) -> list[str]:
    """The moves of the author that still stand."""
    made = (each.get(at.seat) for each in at.live.trace.choices)
    return [each.move for each in made if isinstance(each, MoveChoice)]


def test_it_is_always_the_turn_of_the_author_or_over(minimal: CompiledScenario) -> None:
    at = tried(minimal, Tryout("bikes", Setting("closing", rounds=2)))
    assert at.live.waiting_for == ("bikes",)
    at = go_on(minimal, at, "walk-out")
    assert at.live.is_over


def test_what_can_not_be_chosen_is_refused_and_changes_nothing(minimal: CompiledScenario) -> None:
    at = tried(minimal, Tryout("bikes"))
    assert isinstance(chosen(at, MoveChoice("bikes", "show-list")), Refusal)
    assert own(at) == []


def test_one_choice_back_takes_back_one_of_the_author(minimal: CompiledScenario) -> None:
    at = go_on(minimal, tried(minimal, Tryout("ferry")), "wait", "swap")
    back = tried(minimal, stepped_back(at))
    assert own(back) == ["wait"]
    assert own(tried(minimal, stepped_back(back))) == []
    assert stepped_back(tried(minimal, Tryout("ferry"))) == Tryout("ferry")


def test_another_choice_in_its_place_brings_the_rest_back(minimal: CompiledScenario) -> None:
    at = go_on(minimal, tried(minimal, Tryout("ferry")), "swap", "wait")
    fewer = without(minimal, "swap")
    stopped = tried(fewer, at.tryout)
    assert stopped.lost == MoveChoice("ferry", "swap")
    assert own(stopped) == []
    assert own(go_on(fewer, stopped, "show-list")) == ["show-list", "wait"]


def test_played_on_elsewhere_it_keeps_what_was_left(minimal: CompiledScenario) -> None:
    at = go_on(minimal, tried(minimal, Tryout("ferry")), "swap", "wait")
    stopped = tried(without(minimal, "swap"), at.tryout)
    assert so_far(stopped).choices == at.tryout.choices
    assert not isinstance(stopped.live.choose(MoveChoice("ferry", "show-list")), Refusal)
    kept = so_far(stopped)
    assert [each["ferry"] for each in kept.choices if "ferry" in each][:2] == [
        MoveChoice("ferry", "show-list"), MoveChoice("ferry", "wait"),
    ]  # fmt: skip


def test_a_party_that_is_gone_gives_its_seat_to_the_first(minimal: CompiledScenario) -> None:
    at = tried(minimal, Tryout("trains", Setting("gone")))
    assert (at.seat, set(at.gone)) == ("ferry", {"trains", "gone"})


def test_the_same_tryout_is_the_same_play(minimal: CompiledScenario) -> None:
    at = go_on(minimal, tried(minimal, Tryout("ferry", Setting("closing"))), "wait")
    other = tried(minimal, replace(at.tryout))
    assert other.live.trace == at.live.trace
