"""The whole debrief: every finding of a play, from its trace alone."""

from dataclasses import replace
from typing import overload

from engine.debrief.claims import settled
from engine.debrief.findings import Findings, Ref, Result, Went
from engine.debrief.fork import what_ifs
from engine.debrief.inside import divisions, stand_ins, without_their_guesses
from engine.debrief.knowledge import knowledge
from engine.debrief.ledger import ledger
from engine.debrief.patterns import patterns
from engine.debrief.quadrants import quadrants
from engine.debrief.questions import feelings, goals, internal, questions, trainer
from engine.debrief.story import stories
from engine.debrief.theses import theses
from engine.debrief.timeline import Timeline, build_timeline, event_ref, mean, move_ref, thing_ref
from engine.debrief.turns import turns
from engine.play.compiled import CompiledScenario
from engine.play.events import Ended, WalkedOut
from engine.play.trace import Replayed, Trace, TraceProblem, replay

# Design choices: what one choice does shows in as many, and a debrief waits no longer for more;
# with three or more at the table a play takes longer.
_PLAYS, _PLAYS_OF_MANY = 200, 150


@overload
def debrief(
    compiled: CompiledScenario, played: Replayed, *, plays: int | None = None
) -> Findings: ...
@overload
def debrief(
    compiled: CompiledScenario, played: Trace, *, plays: int | None = None
) -> Findings | TraceProblem: ...
def debrief(
    compiled: CompiledScenario, played: Trace | Replayed, *, plays: int | None = None
) -> Findings | TraceProblem:
    """The findings of a play, ended or not, or the problem if its trace can't be replayed.

    plays: how many plays go on from each fork, None for as many as show what it does; 0 leaves the
    what-ifs out.
    """
    if isinstance(played, Trace):
        replayed = replay(compiled, played)
        if isinstance(replayed, TraceProblem):
            return replayed
        played = replayed
    trace = played.trace
    timeline = build_timeline(compiled, played.events, played.states, trace.choices, trace.seats)
    timeline = replace(timeline, trust=trace.trust, stood_in=trace.stood_in)
    found = findings(without_their_guesses(timeline), plays=plays)
    return replace(found, afterthoughts=trace.afterthoughts)


def findings(timeline: Timeline, *, plays: int | None = None) -> Findings:
    """The findings of a timeline."""
    known, path, lines = knowledge(timeline), quadrants(timeline), ledger(timeline)
    divided = divisions(timeline)
    made = turns(timeline, known.guile, divided)
    if plays is None:
        plays = _PLAYS if len(timeline.parties) == 2 else _PLAYS_OF_MANY
    forks = what_ifs(timeline, made, plays) if plays and timeline.states else ()
    five, seen = settled(theses(timeline, divided), patterns(timeline))
    told = stories(timeline, made, forks, known, lines, divided)
    asked = questions(timeline, told[0], forks, known)
    return Findings(
        timeline=timeline.entries,
        refs=refs_in(timeline),
        knowledge=known,
        quadrants=path,
        what_if=forks,
        theses=five,
        ledger=lines,
        patterns=seen,
        questions=asked,
        outcome=result(timeline),
        goals=goals(timeline, five),
        feelings=feelings(timeline),
        internal=internal(timeline),
        trainer=trainer(timeline, seen.found),
        stories=told,
        divisions=divided,
        stand_ins=stand_ins(timeline),
    )


def refs_in(timeline: Timeline) -> dict[str, Ref]:
    """By kind and id ("move/show-list"), everything that an event of the timeline may name."""
    compiled = timeline.compiled
    found = [
        *(move_ref(compiled, move) for move in compiled.moves),
        *(event_ref(compiled, event) for event in compiled.events),
        *(thing_ref(compiled, thing.chapter, thing.id) for thing in compiled.elements),
    ]
    return {f"{each.kind}/{each.id}": each for each in found}


def _timeless(timeline: Timeline) -> int:
    """How many rounds of phases that take no time were played."""
    phases = timeline.compiled.scenario.script.phases
    rounds = (entry for entry in timeline.entries if entry.kind == "round")
    return sum(not phases[entry.phase.id].takes_time for entry in rounds)


def result(timeline: Timeline) -> Result:
    """How the play ended, or where it stands."""
    ended = next((event for event in timeline.events if isinstance(event, Ended)), None)
    value = dict(ended.value if ended else timeline.end.numbers.value)
    rounds = ended.rounds if ended else len(timeline.rounds)
    left = [event for event in timeline.events if isinstance(event, WalkedOut)]
    went = {event.party for event in left if event.goes_on}
    a_round = [each / max(1, rounds) for party, each in value.items() if party not in went]
    ending = timeline.compiled.scenario.endings[ended.ending] if ended else None
    return Result(
        outcome=ended.outcome if ended else None,
        ending=Ref("ending", ended.ending, ending.title) if ended and ending else None,
        text=ending.text if ending else None,
        value=value,
        joint=mean(a_round),
        gap=max(a_round) - min(a_round),
        rounds=rounds,
        months=(rounds - _timeless(timeline)) * timeline.compiled.months_per_round,
        left_by=tuple(event.party for event in left if not event.goes_on),
        parted=any(entry.parted for entry in timeline.entries),
        left_in_moment=any(
            e.kind == "moment" and not went.issuperset(e.left) for e in timeline.entries
        ),
        left_in_talk=any(
            s.response == "walk-out" and s.by not in went
            for e in timeline.entries
            for s in e.scenes
        ),
        went=tuple(
            Went(
                party,
                entry.round,
                entry.kind == "moment",
                any(s.response == "walk-out" and s.by == party for s in entry.scenes),
            )
            for entry in timeline.entries
            for party in entry.went
        ),
    )
