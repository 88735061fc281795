"""A round of a divided party, played again to see what did it, is the round that was played."""

from dataclasses import replace

from engine.debrief.causes import _play_without, measured_in, round_of
from engine.debrief.findings import Taken
from engine.debrief.timeline import build_timeline
from engine.play.compiled import CompiledScenario
from engine.play.flow import Flow
from engine.play.state import Choice, MoveChoice, Voices
from engine.play.step import choosers, initial, step
from engine.play.trace import HUMAN, Replayed, Trace
from engine.players import PERSONAS, PersonaPolicy, choose
from tests.playing import must


def divided_play(compiled: CompiledScenario, seed: int) -> Replayed:
    """A play in which everybody in a party wants something else than what is sealed."""
    policies = [PersonaPolicy(compiled, at, PERSONAS["builder"]) for at in range(2)]
    flow, steps = Flow(compiled), [initial(compiled, seed)]
    chosen: list[dict[str, Choice]] = []
    while not steps[-1].state.is_over:
        state = steps[-1].state
        now = {
            party: choose(compiled, state, policies[compiled.parties.index(party)])
            for party in choosers(compiled, state)
        }
        chosen.append(
            {
                party: replace(each, voices=Voices(3, 3)) if isinstance(each, MoveChoice) else each
                for party, each in now.items()
            }
        )
        steps.append(must(step(compiled, state, chosen[-1], flow)))
    seats = dict.fromkeys(compiled.parties, HUMAN)
    return Replayed(Trace("", "test", seed, seats, choices=tuple(chosen)), tuple(steps))


def test_it_falters_again_as_it_did(minimal: CompiledScenario) -> None:
    compared = 0
    for seed in range(12):
        play = divided_play(minimal, seed)
        timeline = build_timeline(minimal, play.events, play.states, play.trace.choices)
        for entry in timeline.rounds:
            played, was = round_of(timeline, entry), measured_in(timeline, entry)
            if played is None or was is None or any(played.calls):
                continue
            nothing = Taken("talk", minimal.parties[0])
            (again,) = _play_without(timeline, minimal, played, (nothing,), None)
            assert again == was.after.trust
            compared += 1
    assert compared > 20
