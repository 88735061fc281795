"""A play that begins elsewhere: at a phase, and as things are then."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from engine.live_play import HUMAN, LivePlay, Strayed
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.rows import as_plain
from engine.play.setting import Setting, could_hide, fitted, usual_rounds
from engine.play.state import MoveChoice, Refusal, Stage
from engine.play.step import initial
from tests.playing import random_play


def begun(compiled: CompiledScenario, setting: Setting, seat: str = "") -> LivePlay:
    """A play that begins there, with a person on one seat and builders on the others."""
    seats = dict.fromkeys(compiled.parties, "builder")
    seats[seat or compiled.parties[0]] = HUMAN
    return LivePlay.start(compiled, seed=3, seats=seats, digest="", source="", setting=setting)


@pytest.mark.slow
def test_without_a_setting_nothing_is_different(any_scenario: CompiledScenario) -> None:
    plain, set_up = initial(any_scenario, 5), initial(any_scenario, 5, setting=Setting())
    assert as_plain(plain.state.world) == as_plain(set_up.state.world)
    assert plain.events == set_up.events


@pytest.mark.slow
def test_any_phase_can_be_begun_and_played_to_the_end(any_scenario: CompiledScenario) -> None:
    for phase in any_scenario.phases:
        setting = Setting(phase, rounds=usual_rounds(any_scenario, phase))
        live = begun(any_scenario, setting)
        at = any_scenario.phases.index(phase)
        assert live.state.world.phase[0] == at
        is_moment = live.state.stage is Stage.DIFFERENCES
        assert is_moment == bool(any_scenario.is_reflection[at])
        for _ in range(100):
            if live.is_over:
                break
            assert not isinstance(live.choose(live.suggestion(live.people[0], "builder")), Refusal)
        assert live.is_over


def trust_of(live: LivePlay, seat: str) -> Mapping[str, float]:
    gauges = live.view(seat).gauges
    assert gauges is not None
    return gauges.trust


def test_it_begins_with_the_trust_that_was_asked_for(minimal: CompiledScenario) -> None:
    live = begun(minimal, Setting("closing", trust={("ferry", "bikes"): 80, ("bikes", "ferry"): 5}))
    assert trust_of(live, "ferry")["bikes"] == 0.8
    assert trust_of(live, "bikes")["ferry"] == 0.05


def test_what_is_in_force_is_what_was_asked_for(minimal: CompiledScenario) -> None:
    def in_force(setting: Setting) -> set[str]:
        room = begun(minimal, setting).view("ferry").game
        return {thing.id for thing in room if thing.in_force}

    usual, other = in_force(Setting("closing")), {"rules/closed-books": False,
                                                  "rules/who-spoke-last-listens": True}  # fmt: skip
    assert "closed-books" in usual
    assert "who-spoke-last-listens" not in usual
    changed = in_force(Setting("closing", in_force=other))
    assert changed == (usual - {"closed-books"}) | {"who-spoke-last-listens"}


def test_only_who_knows_of_a_secret_sees_it(minimal: CompiledScenario) -> None:
    secret = ("bikes", "sell-next-door")
    hidden = begun(minimal, Setting("closing", hidden={secret: frozenset()}))
    known = begun(minimal, Setting("closing", hidden={secret: frozenset({"ferry"})}))
    assert not hidden.state.world.found.any()
    assert hidden.state.world.secret.any()
    assert hidden.state.world.alliance.hidden[0, 0, 1] > 0
    assert known.state.world.found[0, 0, 1].any()
    assert not known.state.world.secret.any()
    # What the other side may see of it is the same as if it had not been done.
    nothing = begun(minimal, Setting("closing"))
    assert hidden.view("ferry") == nothing.view("ferry")


def test_what_is_gone_is_left_out_and_named(minimal: CompiledScenario) -> None:
    setting = Setting(
        "closing",
        {("ferry", "bikes"): 50, ("ferry", "gone"): 50},
        {"rules/exit-fee": False, "rules/gone": True},
        {("bikes", "sell-next-door"): frozenset({"ferry", "gone"}),
         ("bikes", "wait"): frozenset()},
    )  # fmt: skip
    fits, gone = fitted(minimal, setting)
    assert set(gone) == {"gone", "rules/gone", "wait"}
    assert fits == Setting(
        "closing", {("ferry", "bikes"): 50}, {"rules/exit-fee": False},
        {("bikes", "sell-next-door"): frozenset({"ferry"})},
    )  # fmt: skip
    assert fitted(minimal, fits) == (fits, ())
    assert fitted(minimal, Setting("gone")) == (Setting(), ("gone",))


def test_each_party_can_hide_what_it_can_do_in_secret(minimal: CompiledScenario) -> None:
    assert set(could_hide(minimal)) == {("ferry", "sell-next-door"), ("bikes", "sell-next-door")}


def test_the_rounds_before_a_phase_are_those_of_the_shortest_way(
    minimal: CompiledScenario,
) -> None:
    assert [usual_rounds(minimal, each) for each in ("first-talk", "bench", "closing")] == [0, 2, 2]


def test_such_a_play_is_saved_nowhere(minimal: CompiledScenario, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="begins elsewhere"):
        LivePlay.start(
            minimal, seed=1, seats=dict.fromkeys(minimal.parties, HUMAN), digest="", source="",
            setting=Setting("closing"), save_to=tmp_path / "t.json",
        )  # fmt: skip
    assert list(tmp_path.iterdir()) == []


# --- made again -----------------------------------------------------------------------------------


def again(compiled: CompiledScenario, live: LivePlay) -> tuple[LivePlay, Strayed | None]:
    other = begun(compiled, live.setting, live.people[0])
    return other, other.go_through(live.trace.choices)


@pytest.mark.slow
def test_the_same_choices_make_the_same_play(any_scenario: CompiledScenario) -> None:
    for seed in range(3):
        made = [choices for _, choices, _ in random_play(any_scenario, seed)]
        seats = dict.fromkeys(any_scenario.parties, HUMAN)
        live, other = (
            LivePlay.start(any_scenario, seed=seed, seats=seats, digest="", source="")
            for _ in range(2)
        )
        for choices in made:
            for choice in choices.values():
                live.choose(choice)
        assert other.go_through(live.trace.choices) is None
        assert other.trace == live.trace
        assert as_plain(other.state.world) == as_plain(live.state.world)


def without(compiled: CompiledScenario, move: str) -> CompiledScenario:
    """The same scenario, in which no phase offers that move."""
    script = compiled.scenario.script
    phases = {
        name: phase.model_copy(update={"moves": tuple(m for m in phase.moves if m != move)})
        for name, phase in script.phases.items()
    }
    scenario = compiled.scenario.model_copy(
        update={"script": script.model_copy(update={"phases": phases})}
    )
    return compile_scenario(scenario)


def test_it_stops_at_a_choice_that_is_gone_and_keeps_the_rest(minimal: CompiledScenario) -> None:
    live = begun(minimal, Setting("closing"))
    for move in ("wait", "swap", "wait"):
        while live.state.stage is not Stage.ROUND:  # a scene that comes between
            live.choose(live.suggestion("ferry", "builder"))
        live.choose(MoveChoice("ferry", move))
    other, stray = again(without(minimal, "swap"), live)
    assert stray is not None
    assert stray.refusal == Refusal("move-not-offered", "ferry", "swap")
    own = [each["ferry"] for each in stray.left if "ferry" in each]
    assert own[0] == MoveChoice("ferry", "swap")
    assert MoveChoice("ferry", "wait") in own[1:]
    assert other.waiting_for == ("ferry",)
    # With the move back, the whole of it is there again.
    whole, nothing = again(minimal, live)
    assert nothing is None
    assert whole.trace.choices == live.trace.choices


def test_a_persona_that_can_not_do_it_does_something_else(minimal: CompiledScenario) -> None:
    live = begun(minimal, Setting("closing"))
    live.choose(MoveChoice("ferry", "wait"))
    their = live.trace.choices[0]["bikes"]
    assert isinstance(their, MoveChoice)
    other, stray = again(without(minimal, their.move), live)
    assert stray is None
    assert other.trace.choices[0]["ferry"] == MoveChoice("ferry", "wait")
    assert other.trace.choices[0]["bikes"] != their


def test_a_play_that_ends_earlier_says_what_is_left(minimal: CompiledScenario) -> None:
    live = begun(minimal, Setting("closing", rounds=2))
    made = ({"ferry": MoveChoice("ferry", "walk-out")}, {"ferry": MoveChoice("ferry", "wait")})
    stray = live.go_through(made)
    assert live.is_over
    assert stray == Strayed(made[1:], None)


def test_scenes_that_come_or_stay_away_do_not_shift_the_rounds(minimal: CompiledScenario) -> None:
    """A scene of personas alone in the record is left out where it does not come, and played by
    them where it is new.
    """
    live = begun(minimal, Setting("closing"))
    scene = {"bikes": MoveChoice("bikes", "wait")}  # stands for whatever they chose alone
    made = (scene, {"ferry": MoveChoice("ferry", "wait")}, scene)
    assert live.go_through(made) is None
    assert live.trace.choices[0]["ferry"] == MoveChoice("ferry", "wait")
