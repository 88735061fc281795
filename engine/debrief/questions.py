"""Questions for the room, the goals that the scenario teaches, and what was felt when."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from engine.debrief.causes import measured_in, reflected_in
from engine.debrief.findings import (
    Evidence,
    GoalSpoken,
    Guile,
    House,
    Knowledge,
    PatternFound,
    QuestionAsked,
    Ref,
    Story,
    Suspicion,
    Thesis,
    TimelineEntry,
    TrainerNotes,
    WhatIf,
)
from engine.debrief.fork import makes_a_difference
from engine.debrief.knowledge import wrong_suspicions
from engine.debrief.theses import (
    agreed_changes,
    home_rounds,
    refs_of_change,
    stayed_refused,
)
from engine.debrief.timeline import CLOSED, Timeline, change_shown, move_of
from engine.model.parameters import READING
from engine.play.conditions import holds
from engine.play.events import Measured, OptionTaken, PhaseOpened, Reflected
from engine.scenario.schema import ALWAYS, Question

# Design choice: a loss of this much over the whole play raises a question about trust.
LOST = READING.fall
# Nobody at the table could see these coming.
_UNFORESEEN = frozenset({"moment", "event"})
# So often that it is no accident.
OFTEN = READING.pattern_rounds
# What moved trust less is not felt, and raises no question.
WORTH = READING.notable


def questions(
    timeline: Timeline,
    story: Story,
    what_if: Sequence[WhatIf],
    known: Knowledge,
) -> tuple[QuestionAsked, ...]:
    """The author's questions that fit this play, the best first, then those that the findings
    raise.
    """
    raised = [
        *_of_turns(timeline, story, what_if),
        *_of_knowledge(timeline, known),
        *_of_trust(timeline),
        *_of_house(timeline),
        *_of_moments(timeline),
        *_of_ledger(timeline),
    ]
    turn = story.turning_point
    fitting = best_first(fitting_questions(timeline), turn.at if turn is not None else 0)
    written = (QuestionAsked(each.text, None) for each in fitting)
    return (*written, *(QuestionAsked(None, evidence) for evidence in raised))


def fitting_questions(timeline: Timeline) -> tuple[Question, ...]:
    """The author's questions whose condition holds at the end of this play."""
    asked = timeline.compiled.scenario.debrief.questions
    if not timeline.states:
        return tuple(each for each in asked if each.when == ALWAYS)
    world = timeline.states[-1].world
    return tuple(
        each for each in asked if bool(holds(each.when, timeline.compiled, world, public=False)[0])
    )


def best_first(fitting: Sequence[Question], turned: int) -> tuple[Question, ...]:
    """Those questions, the sooner the less other plays raise them, and last those of every play.

    How it ended goes before what befell and what was said to whom, and that before what was or was
    not changed. turned: where in the timeline the play turned; where those of every play begin.
    """
    special = sorted((each for each in fitting if each.when != ALWAYS), key=_commonness)
    general = [each for each in fitting if each.when == ALWAYS]
    first = turned % len(general) if general else 0
    return (*special, *general[first:], *general[:first])


def _commonness(question: Question) -> int:
    """How many plays raise that question: a rank, from few to many."""
    when = question.when
    befell = when.happened or when.befell or when.confronted
    played = when.played or when.carried_out or when.met
    ranked = (when.outcome, befell, played, when.changes)
    return next((at for at, given in enumerate(ranked) if given), len(ranked))


def _of_turns(timeline: Timeline, story: Story, what_if: Sequence[WhatIf]) -> Iterator[Evidence]:
    turn = story.turning_point
    goes_on = turn is not None and timeline.next_round(timeline.entries[turn.at]) is not None
    # What is mostly chance nobody could see coming.
    has_sign = turn is not None and turn.kind not in _UNFORESEEN and turn.chance is None
    if turn is not None and goes_on and has_sign and turn.strength >= WORTH:
        numbers = {"strength": turn.strength}
        yield Evidence("ask-turning-point", turn.round, turn.at, numbers=numbers)
    better = [
        each
        for each in what_if
        if makes_a_difference(each) and each.success.mean > 0
        if not _did_later(timeline, each)
    ]
    for best in sorted(better, key=lambda each: -each.success.mean):
        yield Evidence(
            "ask-what-if",
            best.round, best.at, best.party,
            numbers={"success": best.success.mean},
            refs={"move": best.as_played.move, "other_move": best.what_if.move},
        )  # fmt: skip


def _did_later(timeline: Timeline, fork: WhatIf) -> bool:
    """Whether that party chose that other move in a later round: then little stood in its way."""
    later = (move_of(entry, fork.party) for entry in timeline.entries[fork.at + 1 :])
    return any(made is not None and made.move == fork.what_if.move.id for made in later)


def _of_knowledge(timeline: Timeline, known: Knowledge) -> Iterator[Evidence]:
    # Of what was done in the last round nobody could notice anything any more.
    hidden = [each for each in known.guile if each.never_by and each.round < len(timeline.rounds)]
    if hidden:
        worst = max(hidden, key=lambda each: each.gain)
        yield Evidence(
            "ask-hidden-guile", worst.round, worst.at, worst.party, worst.never_by[0],
            numbers={"gain": worst.gain}, refs={"move": worst.move},
        )  # fmt: skip
    # Where something of theirs had come out before, it is plain where a suspicion comes from.
    puzzling = (
        each
        for each in wrong_suspicions(timeline, known)
        if not any(guile.party == each.of and _came_out_by(guile, each) for guile in known.guile)
    )
    for suspicion in islice(puzzling, 1):
        yield Evidence(
            "ask-false-suspicion", suspicion.round, suspicion.at, suspicion.of, suspicion.by
        )


def _came_out_by(guile: Guile, suspicion: Suspicion) -> bool:
    """Whether whoever suspected knew by then that this had been hidden."""
    since = {**guile.discovered, **guile.owned_up, **guile.knew}.get(suspicion.by)
    return since is not None and since <= suspicion.round


def _of_trust(timeline: Timeline) -> Iterator[Evidence]:
    """Asked of the other only where most of the loss came from what the other did."""
    start, end = timeline.start.numbers.trust, timeline.end.numbers.trust
    most = max(start[i][j] - end[i][j] for i, j in timeline.pairs())
    for i, j in timeline.pairs():
        lost, deepest = start[i][j] - end[i][j], _deepest(timeline, i, j)
        if deepest is not None and lost >= LOST and -_by_conduct(timeline, i, j) > lost / 2:
            entry, refs = deepest
            yield Evidence(
                "ask-trust-lost", entry.round, entry.at, i, j,
                numbers={
                    "trust_start": start[i][j], "trust_end": end[i][j],
                    # A table is asked of none of several that are much alike alone.
                    "is_most": float(most - lost < LOST),
                },
                refs=refs,
            )  # fmt: skip


def _deepest(timeline: Timeline, i: str, j: str) -> tuple[TimelineEntry, Mapping[str, Ref]] | None:
    """The round, moment or talk in which i's trust in j fell most, the first of several; None where
    it fell in none of them. With it the moment it was, or that it was in the talk (`talk`).
    """
    falls: list[tuple[float, TimelineEntry, Mapping[str, Ref]]] = [
        (fell, entry, _phase_of(entry)) for fell, entry, *_ in _changes(timeline, i, [j])
    ]
    falls += [
        (change_shown(m.before, m.after), e, {**_phase_of(e), "talk": Ref("option", scene.cause)})
        for e in timeline.entries
        for scene in e.scenes
        for m in scene.moved
        if (m.of, m.by) == (i, j)
    ]
    fell, entry, refs = min(falls, key=lambda each: each[0], default=(0.0, timeline.start, {}))
    return (entry, refs) if fell < 0 else None


def _phase_of(entry: TimelineEntry) -> Mapping[str, Ref]:
    return {"phase": entry.phase} if entry.kind == "moment" else {}


# What of a change of trust is due to the other: neither to oneself, nor to what came from outside.
_CONDUCT = frozenset({"experience", "discovery", "talk", "repair", "reply"})


def _by_conduct(timeline: Timeline, i: str, j: str) -> float:
    """How i's trust in j moved over the whole play by what j did."""
    return sum(
        part
        for entry in timeline.entries
        for reason, part in entry.reasons.get(i, {}).get(j, {}).items()
        if reason in _CONDUCT
    )


def _of_house(timeline: Timeline) -> Iterator[Evidence]:
    for party in timeline.parties:
        times = len(home_rounds(timeline, party))
        if times >= OFTEN:
            yield Evidence("ask-house", party=party, numbers={"times": times})


def _of_moments(timeline: Timeline) -> Iterator[Evidence]:
    if not timeline.moments:
        yield Evidence("ask-no-moment")
        return
    moved = max(
        timeline.moments, key=lambda each: abs((each.trust_after or 0) - (each.trust_before or 0))
    )
    change = abs((moved.trust_after or 0) - (moved.trust_before or 0))
    open_ = {each.party for each in moved.options if each.option not in CLOSED}
    closed = [each for each in moved.options if each.party not in open_]
    kept_out = {each.party for each in closed}
    refs = {"phase": moved.phase}
    # Of several that did alike, no one is asked alone.
    if len(kept_out) == 1 and open_:
        refs["option"] = Ref("option", closed[0].option)
        yield Evidence("ask-moment-closed", moved.round, moved.at, closed[0].party, refs=refs)
    elif closed and not open_:
        yield Evidence("ask-moment-shut", moved.round, moved.at, refs=refs)
    elif closed and len(open_) == 1 and _went_in(moved.options):
        yield Evidence("ask-moment-alone", moved.round, moved.at, min(open_), refs=refs)
    elif change >= WORTH:
        yield Evidence("ask-moment", moved.round, moved.at, refs=refs)


def _went_in(options: Iterable[OptionTaken]) -> bool:
    """Whether somebody went into what chafed: to name what all share is friendly, and no more."""
    return any(each.option not in (*CLOSED, "name-common-ground") for each in options)


def _of_ledger(timeline: Timeline) -> Iterator[Evidence]:
    rejected = (c for entry in timeline.entries for c in entry.rejected)
    for code, changes in (
        ("ask-refused", [c for c in rejected if stayed_refused(timeline, c)]),
        ("ask-changed", [c for e, c in agreed_changes(timeline) if timeline.next_round(e)]),
    ):
        for change in sorted(changes, key=lambda change: change.action != "part")[:1]:
            # Who said no, if that was one side.
            other = change.against[0] if len(change.against) == 1 else None
            yield Evidence(
                code, change.round, change.at, change.by, other,
                refs=refs_of_change(change), also=change.also_by,
            )  # fmt: skip


def goals(timeline: Timeline, five: Sequence[Thesis]) -> tuple[GoalSpoken, ...]:
    """Each goal that the scenario teaches, with the evidence for and against its thesis."""
    return tuple(
        GoalSpoken(
            id=name,
            thesis=goal.thesis,
            text=goal.text,
            evidence=(*five[goal.thesis - 1].in_favour[:2], *five[goal.thesis - 1].against[:2]),
        )
        for name, goal in timeline.compiled.scenario.teaches.items()
    )


def feelings(timeline: Timeline) -> tuple[Evidence, ...]:
    """By party, the chapter in which its trust fell most, and the one in which it rose most."""
    return tuple(each for party in timeline.parties for each in _felt(timeline, party))


def _felt(timeline: Timeline, party: str) -> Iterator[Evidence]:
    """Of the rounds and moments themselves, before anything came of them, as the story tells them;
    where several are alike, the first of them, and at which others (`as_much_at`).
    """
    changes = list(_changes(timeline, party, [p for p in timeline.parties if p != party]))
    if not changes:
        return
    fall = min(changes, key=lambda each: each[0])
    rise = max(changes, key=lambda each: each[0])
    for code, most, is_felt in (
        ("felt-let-down", fall, fall[0] <= -WORTH),
        ("felt-carried", rise, rise[0] >= WORTH),
    ):
        if is_felt:
            size, entry, other, numbers = most
            refs = {"phase": entry.phase} if entry.kind == "moment" else {}
            alike = [
                each
                for as_much, each, of, _ in changes
                if (as_much, of) == (size, other) and each is not entry
            ]
            yield Evidence(
                code, entry.round, entry.at, party, other, numbers=numbers, refs=refs,
                rounds={"as_much_at": tuple(each.at for each in alike)} if alike else {},
            )  # fmt: skip


def _changes(
    timeline: Timeline, party: str, others: Sequence[str]
) -> Iterator[tuple[float, TimelineEntry, str, Mapping[str, float]]]:
    """How far that party's trust in those others moved in every round and moment itself."""
    for entry in timeline.entries[1:]:
        over = _over(timeline, entry)
        if over is None:
            continue
        for other in others:
            before, after = (each.trust[party][other] for each in (over.before, over.after))
            yield change_shown(before, after), entry, other, {"before": before, "after": after}


def _over(timeline: Timeline, entry: TimelineEntry) -> Measured | Reflected | None:
    """What was measured before and after that round or moment itself."""
    if entry.kind == "moment":
        return reflected_in(timeline, entry)
    return measured_in(timeline, entry)


def internal(timeline: Timeline) -> tuple[House, ...]:
    """How it went inside each party."""
    return tuple(
        House(
            party=party,
            slips=tuple(
                e.round for e in timeline.rounds for m in e.moves if m.party == party and m.slipped
            ),
            vetoes=tuple(
                e.round for e in timeline.rounds for m in e.moves if m.party == party and m.vetoed
            ),
            balance_start=timeline.start.numbers.internal_balance[party],
            balance_end=timeline.end.numbers.internal_balance[party],
        )
        for party in timeline.parties
    )


def trainer(timeline: Timeline, found: Sequence[PatternFound]) -> TrainerNotes:
    """The author's notes that fit this play."""
    written = timeline.compiled.scenario.debrief.trainer
    shown = dict.fromkeys(pattern.code for pattern in found)
    notes = tuple((code, written.if_you_see[code]) for code in shown if code in written.if_you_see)
    opened = [event.phase for event in timeline.events if isinstance(event, PhaseOpened)]
    phases = timeline.compiled.scenario.script.phases
    of_phases = tuple(
        (phases[each].name, note)
        for each in dict.fromkeys(opened)
        if (note := phases[each].trainer) is not None
    )
    return TrainerNotes(written.goal, notes, of_phases)
