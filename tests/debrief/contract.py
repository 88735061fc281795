"""What must hold of the debrief of any play."""

import itertools
import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from engine.debrief import Findings, makes_a_difference
from engine.debrief.codes import CODES, FEELING_CODES
from engine.debrief.findings import Evidence, TimelineEntry
from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.events import (
    ChangeRefused,
    Discovered,
    Ended,
    GameChanged,
    Measured,
    MoveMade,
    OptionTaken,
    Predicted,
    Reflected,
    Repaired,
    RitualHeld,
    ScriptEventOccurred,
    Suspected,
)
from engine.play.state import State
from engine.play.trace import Replayed, Trace, replay
from engine.scenario.vocabulary import OUTCOMES

KEYS = {
    "timeline", "refs", "knowledge", "quadrants", "what_if", "theses", "ledger",
    "patterns", "questions", "outcome",
}  # fmt: skip
IN_THE_TIMELINE = (
    RitualHeld, Predicted, MoveMade, Discovered, Suspected, Repaired, ScriptEventOccurred,
    OptionTaken,
)  # fmt: skip


def played(compiled: CompiledScenario, personas: tuple[str, ...], seed: int) -> Trace:
    """A whole play by personas; they take turns if there are more than two parties."""
    seats = dict(zip(compiled.parties, itertools.cycle(personas), strict=False))
    live = LivePlay.start(compiled, seed=seed, seats=seats, digest="", source="test")
    live.run()
    return live.trace


def replayed(compiled: CompiledScenario, trace: Trace) -> Replayed:
    """The trace, played again."""
    result = replay(compiled, trace)
    assert isinstance(result, Replayed)
    return result


def check(compiled: CompiledScenario, result: Findings, play: Replayed) -> None:
    """The contract."""
    plain = result.as_json()
    assert plain.keys() >= KEYS
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain
    check_evidence(result)
    _check_timeline(result)
    _check_events(result, play)
    _check_names(result, compiled)
    _check_end(compiled, result, play.state)
    _check_stories(result)
    assert [thesis.number for thesis in result.theses] == [1, 2, 3, 4, 5]
    assert all(thesis.in_favour and thesis.against for thesis in result.theses)
    assert {goal.id for goal in result.goals} == set(compiled.scenario.teaches)
    assert all(goal.evidence for goal in result.goals)
    for fork in result.what_if:
        for arm in (fork.as_played, fork.what_if):
            assert sum(arm.outcomes.values()) == pytest.approx(1)
        assert fork.as_played.stance != fork.what_if.stance
        assert fork.as_played.success or fork.what_if.success
        assert fork.success.low <= fork.success.mean <= fork.success.high


def _check_timeline(result: Findings) -> None:
    assert [entry.at for entry in result.timeline] == list(range(len(result.timeline)))
    rounds = [entry.round for entry in result.timeline if entry.kind == "round"]
    assert rounds == list(range(1, len(rounds) + 1))
    for entry in result.timeline:
        for row in entry.numbers.trust.values():
            assert all(0 <= trust <= 1 for trust in row.values())
    for last, entry in itertools.pairwise(result.timeline):
        if entry.kind == "round":
            _check_reasons(entry, last)
    for forecast in result.knowledge.forecasts:
        assert 0 <= forecast.brier <= 2
    for about in result.knowledge.trust_forecasts:
        assert 0 <= about.brier <= 1


def _check_reasons(entry: TimelineEntry, last: TimelineEntry) -> None:
    """All that trust moved in a round has a reason, what was said in confrontations included."""
    for i, about in entry.numbers.trust.items():
        for j, trust in about.items():
            reasons = entry.reasons.get(i, {}).get(j, {})
            known = sum(part for reason, part in reasons.items() if reason != "masked")
            assert known == pytest.approx(trust - last.numbers.trust[i][j], abs=1e-9)


def _check_events(result: Findings, play: Replayed) -> None:
    """Nothing that happened is lost on the way to the timeline or reported twice."""
    told = [
        each
        for entry in result.timeline
        for events in (
            entry.rituals, entry.predictions, entry.moves, entry.noticed, entry.repairs,
            entry.script_events, entry.options,
        )
        for each in events
    ]  # fmt: skip
    opening = len(play.events) - 1  # what opens a round that is yet to be played has no entry
    while not isinstance(play.events[opening], Measured | Reflected | Ended) and opening:
        opening -= 1
    kept = [each for each in play.events[: opening + 1] if isinstance(each, IN_THE_TIMELINE)]
    assert sorted(map(repr, told)) == sorted(map(repr, kept))
    for kind, part in ((GameChanged, "changes"), (ChangeRefused, "rejected")):
        made = [e for e in play.events if isinstance(e, kind)]
        assert len(made) == sum(len(getattr(entry, part)) for entry in result.timeline)


def _check_names(result: Findings, compiled: CompiledScenario) -> None:
    """The findings give the name of everything that an event of the timeline names by its id."""
    for entry in result.as_json()["timeline"]:
        events = [*entry["moves"], *entry["script_events"], *entry["noticed"], *entry["rituals"]]
        named = {
            *(f"move/{event['move']}" for event in entry["moves"]),
            *(f"move/{move}" for event in entry["noticed"] for move in event.get("moves", ())),
            *(f"event/{event['event']}" for event in entry["script_events"]),
            *(f"thing/{event['ritual']}" for event in entry["rituals"]),
            *(f"thing/{event['used_up']}" for event in entry["moves"] if event["used_up"]),
            *(f"thing/{event['handed']}" for event in entry["moves"] if event["handed"]),
            *(f"thing/{name}" for e in entry["script_events"] for name in e["adopted"]),
            *(f"thing/{name}" for e in entry["script_events"] for name in e["dropped"]),
        }
        assert named <= set(result.refs)
        assert all(result.refs[name].name for name in named)
        # Each event has its place, so that it can be read on its own.
        assert all(event["place"]["phase"] in compiled.phases for event in events)
        assert {event["place"]["stage"] for event in events} <= {"round", "differences", "decision"}


def _check_stories(result: Findings) -> None:
    """The table's story is of everybody, and that of a party of what concerns it."""
    scenes = [scene for entry in result.timeline for scene in entry.scenes]
    for seat in (None, *(party.id for party in result.knowledge.parties)):
        story = result.story_of(seat)
        if story.habit is not None and story.habit.kind == "same-move":
            assert 2 * story.habit.times >= story.habit.chances
        own = [fork for fork in result.what_if if seat in (None, fork.party)]
        forks = [fork for fork in own if makes_a_difference(fork)]
        assert story.what_if in forks if forks else story.what_if is None
        confronted = [each.scene for each in story.confrontations]
        assert confronted == [each for each in scenes if seat in (None, each.by, each.of)]
        stated = [each for each in result.knowledge.stated_trust if seat in (None, each.party)]
        assert list(story.stated) == stated


def _check_end(compiled: CompiledScenario, result: Findings, end: State) -> None:
    assert [line.in_force for line in result.ledger] == end.world.in_force[0].tolist()
    for line, amount in zip(result.ledger, end.world.amount[0], strict=True):
        assert line.end is None or line.end == round(float(amount))
    assert result.outcome.outcome == OUTCOMES[int(end.world.outcome[0])]
    assert list(result.outcome.value.values()) == end.world.alliance.value[0].tolist()
    last = result.timeline[-1].numbers
    assert list(last.value.values()) == end.world.alliance.value[0].tolist()
    if not result.outcome.left_by:
        secrets = _secrets(compiled, end)
        assert _still_hidden(result) <= secrets <= _not_found_out(result)


def _still_hidden(result: Findings) -> set[tuple[str, str, str]]:
    """Who hid what from whom to the end, according to the debrief."""
    return {
        (each.party, by, each.move.id) for each in result.knowledge.guile for by in each.never_by
    }


def _not_found_out(result: Findings) -> set[tuple[str, str, str]]:
    """Who hid what from whom that it did not find out: it may have heard, or have known before."""
    return {
        (each.party, by, each.move.id)
        for each in result.knowledge.guile
        for by in (*each.never_by, *each.heard, *each.knew)
    }


def _secrets(compiled: CompiledScenario, end: State) -> set[tuple[str, str, str]]:
    """The same, according to the play. A move that a rule stripped of guile was never a secret."""
    parties, moves = compiled.parties, compiled.moves
    return {
        (parties[j], parties[i], moves[compiled.hideable[m]])
        for i, j, m in zip(*np.nonzero(end.world.secret[0]), strict=True)
        if i != j
    }


def evidence_in(value: Any) -> Iterator[Evidence]:
    """Every piece of evidence in the findings, however deep."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from evidence_in(each)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from evidence_in(getattr(value, name))


def check_evidence(result: Findings) -> None:
    """Check the findings against the catalogue of codes."""
    for each in evidence_in(result):
        shape = CODES[each.code]
        assert set(each.numbers) == set(shape.numbers), each
        given = each.refs.get("action")
        is_given = given is not None and given.id in ("hold", "hold.again")
        falls = each.code in FEELING_CODES or each.code == "ask-trust-lost"
        known = {
            *shape.refs, *(["holder"] if is_given else []),
            *({"phase", "talk"} & set(each.refs) if falls else ()),
        }  # fmt: skip
        assert set(each.refs) - {"amount"} == known, each
        assert "amount" not in each.refs or str(given and given.id).startswith("amount."), each
        assert not shape.round or each.round is not None, each
        assert not shape.party or each.party, each
        assert not shape.other or each.other, each
