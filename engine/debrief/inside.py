"""Inside the parties: how divided their people were, and what was chosen in their place."""

from dataclasses import replace

from engine.debrief.causes import of_one_mind
from engine.debrief.findings import CameOf, Division, StandIn, TimelineEntry
from engine.debrief.timeline import Timeline, leaves, move_of, move_ref
from engine.play.state import Choice, MoveChoice, Stage, VoteChoice

# --- how divided ----------------------------------------------------------------------------------


def divisions(timeline: Timeline) -> tuple[Division, ...]:
    """Each choice that several people of a party were asked about, in the order of the play."""
    played = timeline.choices[: max(0, len(timeline.states) - 1)]
    return tuple(
        found
        for step, choices in enumerate(played)
        for party in timeline.parties
        if (found := _division(timeline, step, choices.get(party))) is not None
    )


def _division(timeline: Timeline, step: int, choice: Choice | None) -> Division | None:
    if not isinstance(choice, MoveChoice | VoteChoice) or choice.voices.asked < 2:
        return None
    entry = _entry_of(timeline, step)
    if entry is None:
        return None
    heard, party = choice.voices, choice.party
    if isinstance(choice, VoteChoice):
        return Division(entry.round, entry.at, party, None, heard.asked, heard.other)
    move = move_ref(timeline.compiled, choice.move)
    came = _came(timeline, entry, party)
    agreed: CameOf | None = None
    if heard.other and came in ("faltered", "stopped"):
        alike = of_one_mind(timeline, entry, party)
        if alike is not None:
            agreed = _told_as(slipped=alike.slipped, vetoed=alike.vetoed)
    return Division(entry.round, entry.at, party, move, heard.asked, heard.other, came, agreed)


def _came(timeline: Timeline, entry: TimelineEntry, party: str) -> CameOf | None:
    made = move_of(entry, party)
    if made is None or entry in timeline.broken_off:
        return None
    if leaves(timeline, made.move):
        return None
    return _told_as(slipped=made.slipped, vetoed=made.vetoed)


def _told_as(*, slipped: bool, vetoed: bool) -> CameOf:
    return "stopped" if vetoed else "faltered" if slipped else "whole"


def _entry_of(timeline: Timeline, step: int) -> TimelineEntry | None:
    """The round, or the reflection moment, that was being played at that step."""
    state = timeline.states[step]
    rounds = int(state.world.round[0])
    if state.stage is Stage.ROUND:
        return next((each for each in timeline.rounds if each.round == rounds + 1), None)
    held = [entry for entry in timeline.moments if entry.round == rounds]
    # Two moments can follow one round: each ends with a decision of its own.
    before = sum(
        each.stage is Stage.DECISION and int(each.world.round[0]) == rounds
        for each in timeline.states[:step]
    )
    return held[before] if before < len(held) else None


def is_weighty(division: Division) -> bool:
    """Whether the move came to less, or most did not want it."""
    if division.move is None or not division.other:
        return False
    return division.came in ("faltered", "stopped") or 2 * division.other > division.asked


# --- who chose for whom ---------------------------------------------------------------------------


def stand_ins(timeline: Timeline) -> tuple[StandIn, ...]:
    """What was chosen in the place of people, by party and by whom, in the order of the play."""
    steps: dict[tuple[str, str | None, bool], list[int]] = {}
    for each in sorted(timeline.stood_in, key=lambda noted: noted.step):
        if each.step < len(timeline.states) - 1:
            steps.setdefault((each.party, each.persona, each.late), []).append(each.step)
    return tuple(
        _stand_in(timeline, party, persona, made, late=late)
        for (party, persona, late), made in steps.items()
    )


def _stand_in(
    timeline: Timeline, party: str, persona: str | None, steps: list[int], *, late: bool
) -> StandIn:
    rounds = [number for at in steps if (number := _round_at(timeline, at)) is not None]
    first = _round_at(timeline, steps[0])
    since = int(timeline.states[steps[0]].world.round[0]) if first is None else first
    return StandIn(party, persona, late, tuple(rounds), len(steps) - len(rounds), since)


def _round_at(timeline: Timeline, step: int) -> int | None:
    """The round whose moves are chosen at that step; None for any other choice."""
    state = timeline.states[step]
    return int(state.world.round[0]) + 1 if state.stage is Stage.ROUND else None


def without_their_guesses(timeline: Timeline) -> Timeline:
    """The timeline without what stand-ins predicted: nobody at the table expected that."""
    theirs = {
        (_round_at(timeline, each.step), each.party)
        for each in timeline.stood_in
        if each.persona is not None
    }
    if not theirs:
        return timeline
    entries = tuple(
        replace(
            entry,
            predictions=tuple(
                each for each in entry.predictions if (entry.round, each.party) not in theirs
            ),
        )
        for entry in timeline.entries
    )
    return replace(timeline, entries=entries)
