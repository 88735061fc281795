"""A round of a divided party, played again to see what did it, is the round that was played."""

import pytest

from engine.debrief.causes import _play_without, _Without, measured_in, round_of
from engine.debrief.findings import Taken
from engine.debrief.timeline import build_timeline
from engine.play.compiled import CompiledScenario
from engine.play.state import Voices
from tests.debrief.voices import heard_play


@pytest.mark.slow
def test_it_falters_again_as_it_did(minimal: CompiledScenario) -> None:
    compared = 0
    for seed in range(12):
        play = heard_play(minimal, seed, lambda *_: Voices(3, 3))
        timeline = build_timeline(minimal, play.events, play.states, play.trace.choices)
        for entry in timeline.rounds:
            played, was = round_of(timeline, entry), measured_in(timeline, entry)
            if played is None or was is None or any(played.calls):
                continue
            nothing = Taken("reply", None)
            (again,) = _play_without(timeline, [_Without(entry.at, played, nothing)], None)
            assert again == was.after.trust
            compared += 1
    assert compared > 20
