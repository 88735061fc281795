"""What each side knew: the briefs, guile, suspicion, and predictions against facts."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from engine.debrief.causes import measured_in
from engine.debrief.findings import (
    Forecasts,
    Guile,
    Knowledge,
    PartyKnown,
    Person,
    PredictionChecked,
    StatedTrust,
    Suspicion,
    TimelineEntry,
    TrustForecast,
    Want,
)
from engine.debrief.ledger import in_force_at_end
from engine.debrief.timeline import (
    Timeline,
    as_shown,
    change_shown,
    leaves,
    mean,
    move_of,
    move_ref,
)
from engine.play.events import Discovered, LinesTold, MoveMade, Predicted, Suspected
from engine.play.measures import By
from engine.play.step import legal_moves_by_party
from engine.play.trace import MOST_TRUST
from engine.play.wants import wants_met
from engine.scenario.vocabulary import STANCES, Stance


def knowledge(timeline: Timeline) -> Knowledge:
    """What each side knew, thought and predicted."""
    guile = guile_in(timeline)
    predictions = tuple(_predictions(timeline))
    return Knowledge(
        parties=tuple(_party(timeline, party) for party in timeline.parties),
        guile=guile,
        suspicions=tuple(_suspicions(timeline, guile)),
        predictions=predictions,
        forecasts=tuple(_forecasts(timeline, predictions)),
        trust_forecasts=tuple(_trust_forecasts(timeline)),
        stated_trust=tuple(_stated_trust(timeline)),
    )


def brier(stance: Stance, probability: float, fact: Stance) -> float:
    """The score of a forecast over the three stances, in [0, 2]: 0 perfect, a uniform guess 2/3.

    The rest of the probability is split between the other two stances. Brier (1950), summed over
    categories, so twice the usual score of a yes-or-no forecast.
    """
    rest = (1 - probability) / (len(STANCES) - 1)
    return sum(
        ((probability if each == stance else rest) - float(each == fact)) ** 2 for each in STANCES
    )


def _party(timeline: Timeline, party: str) -> PartyKnown:
    compiled, at_end = timeline.compiled, in_force_at_end(timeline)
    written = compiled.scenario.parties[party]
    met = wants_met(compiled, timeline.states[-1], party) if timeline.states else {}
    return PartyKnown(
        id=party,
        name=written.name,
        public=written.public,
        private=written.private,
        wants=tuple(
            Want(name, written.want_names.get(name), weight, met.get(name))
            for name, weight in written.wants.items()
        ),
        roles=tuple(
            Person(
                address=f"{party}.{name}",
                name=role.name,
                title=role.title,
                brief=role.brief,
                at_start=role.starts,
                at_end=at_end[compiled.element_index("roles", f"{party}.{name}")],
            )
            for name, role in written.roles.items()
        ),
        played_by=timeline.seats.get(party, written.persona),
        told=tuple(
            (event.round, line.text)
            for event in timeline.events
            if isinstance(event, LinesTold) and event.only == party
            for line in event.lines
        ),
    )


def guile_in(timeline: Timeline) -> tuple[Guile, ...]:
    """Everything that was hidden, in order of the play."""
    return tuple(_guile(timeline))


def _guile(timeline: Timeline) -> Iterator[Guile]:
    for entry in timeline.rounds:
        for move in entry.moves:
            if not move.guile or move.vetoed:
                continue
            others = [party for party in timeline.parties if was_done_to(timeline, move, party)]
            learned = {by: knows_since(timeline, entry, move, by) for by in others}
            out = {by: how for by, how in learned.items() if how is not None}
            yield Guile(
                round=entry.round,
                at=entry.at,
                party=move.party,
                move=move_ref(timeline.compiled, move.move),
                changed=_changed(timeline, entry),
                broken_off=entry in timeline.broken_off,
                discovered={
                    by: how.entry.round
                    for by, how in out.items()
                    if not (how.before or how.owned_up)
                },
                never_by=tuple(by for by in others if by not in out),
                heard={by: how.raised_by for by, how in out.items() if how.raised_by is not None},
                knew={by: how.entry.round for by, how in out.items() if how.before},
                owned_up={by: how.entry.round for by, how in out.items() if how.owned_up},
            )


def was_done_to(timeline: Timeline, move: MoveMade, party: str) -> bool:
    """Whether that move was done with that party, so that it was hidden from it."""
    compiled = timeline.compiled
    i, j = compiled.parties.index(move.party), compiled.parties.index(party)
    is_there = compiled.rooms[compiled.phases.index(move.phase), i, j]
    if party in move.place.without or _leaves_in(timeline, move.round, party):
        return False
    return i != j and bool(is_there & compiled.aims[compiled.moves.index(move.move), j])


def _leaves_in(timeline: Timeline, number: int, party: str) -> bool:
    """Whether that party got up in that round, which the others then played without it."""
    entry = next((each for each in timeline.rounds if each.round == number), None)
    made = move_of(entry, party) if entry is not None and party in entry.went else None
    return made is not None and leaves(timeline, made.move)


def _changed(timeline: Timeline, entry: TimelineEntry) -> By:
    """By party, how its value changed over that round, before anything came of it."""
    over = measured_in(timeline, entry)
    before, after = (over.before, over.after) if over else (entry.numbers, entry.numbers)
    return {
        party: change_shown(before.value[party], after.value[party]) for party in timeline.parties
    }


@dataclass(frozen=True, slots=True)
class Learned:
    """Since when a party knows what another hid: the round or moment, and who brought it up in the
    talk that came of it, None where the party found it out itself. owned_up: whoever did it told
    it. before: it knew already when that was done, since the other had done the same before.
    """

    entry: TimelineEntry
    raised_by: str | None = None
    before: bool = False
    owned_up: bool = False


def knows_since(
    timeline: Timeline, entry: TimelineEntry, made: MoveMade, by: str
) -> Learned | None:
    """Since when that party knows of the move that was hidden in this entry; None: it never did.

    It found out itself, was told by the other, or sat there when it was brought up: whoever sits at
    the table hears that.
    """
    later = timeline.entries[entry.at :]
    own = _first_learned(later, made, by)
    aloud = _first_raised(later, made, by, found=True)
    earlier = _knew(timeline.entries[: entry.at], made, by)
    if own is not None and (aloud is None or own.entry.at <= aloud.entry.at):
        return own
    if earlier is not None or aloud is None:
        return earlier
    return replace(aloud, raised_by=None) if aloud.raised_by == by else aloud


def _knew(before: Sequence[TimelineEntry], made: MoveMade, by: str) -> Learned | None:
    """Since when that party knew that the other does this, before it was done again."""
    own = _first_learned(before, made, by)
    aloud = _first_raised(before, made, by)
    if own is not None and (aloud is None or own.entry.at <= aloud.entry.at):
        return Learned(own.entry, before=True)
    return replace(aloud, before=True, raised_by=None) if aloud is not None else None


def _first_learned(entries: Sequence[TimelineEntry], made: MoveMade, by: str) -> Learned | None:
    """Where that party first found out that the other had made that move, or was told by it."""
    for entry in entries:
        if any(
            (each.to, each.party) == (by, made.party) and made.move in each.moves
            for each in entry.owned_up
        ):
            return Learned(entry, owned_up=True)
        if _found_in(entry, made, by):
            return Learned(entry)
    return None


def _found_in(entry: TimelineEntry, made: MoveMade, by: str) -> bool:
    """Whether that party found out then that the other had made that move."""
    return any(
        isinstance(seen, Discovered)
        and (seen.by, seen.of) == (by, made.party)
        and made.move in seen.moves
        for seen in entry.noticed
    )


def _first_raised(
    entries: Sequence[TimelineEntry], made: MoveMade, before: str, *, found: bool = False
) -> Learned | None:
    """Where it was first brought up at the table before that party, and by whom. found: by that
    party itself only where it had found it out in those entries: else it speaks of an earlier time.
    """
    raised = (
        Learned(entry, scene.by)
        for at, entry in enumerate(entries)
        for scene in entry.scenes
        if scene.cause == "discovery" and scene.of == made.party and before not in scene.without
        if any(each.id == made.move for each in scene.about)
        if not (found and scene.by == before)
        or any(_found_in(each, made, before) for each in entries[: at + 1])
    )
    return next(raised, None)


def came_out_in(timeline: Timeline, guile: Guile, of: str) -> Learned | None:
    """Since when that party knows of it; None where it never came out for it, or was known."""
    entry = timeline.entries[guile.at]
    made = move_of(entry, guile.party)
    assert made is not None
    learned = knows_since(timeline, entry, made, of)
    return None if learned is None or learned.before else learned


def _suspicions(timeline: Timeline, guile: tuple[Guile, ...]) -> Iterator[Suspicion]:
    for entry in timeline.entries:
        for seen in entry.noticed:
            if isinstance(seen, Suspected):
                hidden = any(
                    each.party == seen.of
                    and each.at <= entry.at
                    and _may_hide(timeline, each, seen.by, entry)
                    for each in guile
                )
                yield Suspicion(entry.round, entry.at, seen.by, seen.of, false=not hidden)


def wrong_suspicions(timeline: Timeline, known: Knowledge) -> tuple[Suspicion, ...]:
    """The suspicions of something honest: nothing was hidden, and nothing else of theirs gave any
    reason for it that round.
    """
    return tuple(each for each in known.suspicions if each.false and _is_wrong(timeline, each))


def _is_wrong(timeline: Timeline, suspicion: Suspicion) -> bool:
    entry = timeline.entries[suspicion.at]
    made = move_of(entry, suspicion.of)
    was_right = any(
        scene.of == suspicion.of and scene.cause in ("leak", "discovery") for scene in entry.scenes
    )
    return not was_right and made is not None and was_whole(made)


def was_whole(made: MoveMade) -> bool:
    """Whether that move took nothing, and came as it was announced."""
    return made.stance != "opportunistic" and not (made.slipped or made.vetoed)


def _may_hide(timeline: Timeline, guile: Guile, by: str, entry: TimelineEntry) -> bool:
    """Whether that party could feel it then: it had not come out for it by then, or was no news
    to it. What was aimed at another never comes out for this one.
    """
    out = came_out_in(timeline, guile, by)
    if out is None:
        return True
    # What is brought up comes after all that is felt in that round.
    return out.entry.at > entry.at or (out.entry.at == entry.at and out.raised_by is not None)


def _predictions(timeline: Timeline) -> Iterator[PredictionChecked]:
    for entry in timeline.rounds:
        for predicted in entry.predictions:
            move = move_of(entry, predicted.about)
            if move is not None:
                yield _checked(predicted, entry, move)


def _checked(predicted: Predicted, entry: TimelineEntry, move: MoveMade) -> PredictionChecked:
    return PredictionChecked(
        round=entry.round,
        at=entry.at,
        party=predicted.party,
        about=predicted.about,
        stance=predicted.stance,
        probability=predicted.probability,
        fact=move.stance,
        seemed=move.face,
        brier=brier(predicted.stance, predicted.probability, move.stance),
    )


def _forecasts(
    timeline: Timeline, predictions: tuple[PredictionChecked, ...]
) -> Iterator[Forecasts]:
    for party in timeline.parties:
        own = [each for each in predictions if each.party == party]
        if own:
            yield Forecasts(
                party=party,
                count=len(own),
                right=sum(each.stance == each.fact for each in own),
                brier=mean([each.brier for each in own]),
            )


def _trust_forecasts(timeline: Timeline) -> Iterator[TrustForecast]:
    tempted = {entry.at: _tempted(timeline, entry) for entry in timeline.rounds}
    for i, j in timeline.pairs():
        forecasts = [
            (
                as_shown(timeline.before(entry).numbers.trust[i][j]),
                float(move.stance != "opportunistic"),
            )
            for entry in timeline.rounds
            if (move := move_of(entry, j)) is not None and j in tempted[entry.at]
        ]
        if not forecasts:
            continue
        trust, kept = mean([t for t, _ in forecasts]), mean([k for _, k in forecasts])
        yield TrustForecast(
            party=i,
            about=j,
            count=len(forecasts),
            mean_trust=trust,
            share_kept=kept,
            brier=mean([(t - k) ** 2 for t, k in forecasts]),
            bias=trust - kept,
        )


def _stated_trust(timeline: Timeline) -> Iterator[StatedTrust]:
    """What people said of their trust, beside what the model had it at."""
    for each in sorted(timeline.trust, key=lambda stated: stated.step):
        if each.step >= len(timeline.states):
            continue
        world = timeline.states[each.step].world
        i = timeline.parties.index(each.party)
        for about, level in each.levels.items():
            model = float(world.alliance.trust[0, i, timeline.parties.index(about)])
            rounds = int(world.round[0])
            yield StatedTrust(rounds, each.party, about, level / MOST_TRUST, model)


def _tempted(timeline: Timeline, entry: TimelineEntry) -> Collection[str]:
    """Which parties had the opportunity: a legal opportunistic move that round."""
    moves = timeline.compiled.scenario.moves
    state = timeline.state_before(entry)
    if state is not None:
        open_to = legal_moves_by_party(timeline.compiled, state)
    else:
        offered = timeline.compiled.scenario.script.phases[entry.phase.id].moves
        open_to = dict.fromkeys(timeline.parties, offered)
    return {
        party
        for party, legal in open_to.items()
        if any(moves[move].stance == "opportunistic" for move in legal)
    }
