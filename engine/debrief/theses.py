"""The five theses, each with the evidence for and against it in this play.

Every item is found by a rule of one or two facts that a reader can look up in the log. What the
model guarantees in every play proves nothing, and is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import comb

from engine.debrief.causes import measured_in, without_each
from engine.debrief.claims import strength
from engine.debrief.codes import NOTHING
from engine.debrief.findings import (
    ChangeMade,
    Division,
    Evidence,
    Ref,
    Taken,
    Thesis,
    TimelineEntry,
)
from engine.debrief.knowledge import guile_in, was_done_to
from engine.debrief.quadrants import paper_level, trust_level
from engine.debrief.timeline import Timeline, as_shown, change_shown, mean, move_of, move_ref
from engine.model.parameters import DEFAULTS, READING
from engine.play.events import MoveMade
from engine.scenario.vocabulary import TRAITS

# The size from which a number counts as high, and a difference as a difference.
ON_PAPER = READING.on_paper
TRUSTING = DEFAULTS.quadrant_trust  # as on the map
NOTABLE, MOVED = READING.notable, READING.moved
ENOUGH_DIVIDED = READING.pattern_rounds
ENOUGH_ROUNDS, BY_CHANCE = READING.thesis_rounds, READING.by_chance

Found = Iterator[Evidence]


def theses(timeline: Timeline, divided: Sequence[Division] = ()) -> tuple[Thesis, ...]:
    """The five, in order."""
    in_favour = chain(_division_for(divided), _short_for(timeline))
    against = chain(_short_against(timeline), _division_against(divided))
    return (
        _thesis(1, in_favour, against),
        _thesis(2, _masking_for(timeline), _masking_against(timeline)),
        _thesis(3, _trust_for(timeline), _trust_against(timeline)),
        _thesis(4, _game_for(timeline), _game_against(timeline)),
        _thesis(5, _reflection_for(timeline), _reflection_against(timeline)),
    )


def _thesis(number: int, in_favour: Found, against: Found) -> Thesis:
    def side(found: Found) -> tuple[Evidence, ...]:
        return tuple(_strongest_first(tuple(found))) or (Evidence(NOTHING),)

    return Thesis(number, side(in_favour), side(against))  # type: ignore[arg-type]


def _strongest_first(found: Sequence[Evidence]) -> Iterator[Evidence]:
    """The kinds in their order, and of each the strongest first: that is the one that is told."""
    for code in dict.fromkeys(each.code for each in found):
        yield from sorted((each for each in found if each.code == code), key=lambda e: -strength(e))


# 1. A party that is out of balance internally brings trouble to the alliance.


def _division_for(divided: Sequence[Division]) -> Found:
    """What came to less because the party was divided over it, as a paired replay shows."""
    for each in divided:
        if each.did_it and each.move is not None:
            yield Evidence(
                f"division-{'stopped' if each.came == 'stopped' else 'slipped'}",
                each.round, each.at, each.party,
                numbers={"others": each.other, "asked": each.asked}, refs={"move": each.move},
            )  # fmt: skip


def _division_against(divided: Sequence[Division]) -> Found:
    """By party that was divided over several moves, that all of these came whole."""
    for party in dict.fromkeys(each.party for each in divided):
        over = [e for e in divided if e.party == party and e.other and e.came is not None]
        if len(over) >= ENOUGH_DIVIDED and all(each.came == "whole" for each in over):
            yield Evidence("divided-but-kept", party=party, numbers={"times": len(over)})


def _short_for(timeline: Timeline) -> Found:
    """Where another brought up a promise that slipped, and trusted the party less for it; and where
    it cost trust that its own side stopped a move or carried out half of it.
    """
    for entry in timeline.rounds:
        for scene in entry.scenes:
            made = move_of(entry, scene.of)
            fell = change_shown(scene.trust_before, scene.trust_after) <= -NOTABLE
            if scene.cause == "promise" and made and made.slipped and not made.vetoed and fell:
                went = {"before": scene.trust_before, "after": scene.trust_after}
                yield _short(timeline, "slip-cost-trust", entry, made, scene.by, went)
    for entry, made, other, trust in _came_short(timeline):
        if change_shown(trust["whole"], trust["after"]) <= -NOTABLE:
            code = "stop-cost-trust" if made.vetoed else "half-cost-trust"
            yield _short(timeline, code, entry, made, other, trust)


def _short_against(timeline: Timeline) -> Found:
    """Where that made no difference at all to somebody who trusted the party much."""
    for entry, made, other, trust in _came_short(timeline):
        # Where there is little, little can be lost.
        is_much = as_shown(trust["before"]) >= TRUSTING
        if is_much and abs(change_shown(trust["whole"], trust["after"])) < MOVED:
            code = "stop-without-harm" if made.vetoed else "half-without-harm"
            yield _short(timeline, code, entry, made, other, trust)


def _has_more(entry: TimelineEntry) -> bool:
    """Whether more happened in that round that moves trust: an event, something that came out, or a
    suspicion.
    """
    return bool(entry.script_events or entry.noticed)


def home_rounds(timeline: Timeline, party: str) -> list[int]:
    """The rounds in which that party slipped, or was stopped by its own side."""
    return [
        entry.round
        for entry in timeline.rounds
        if (move := move_of(entry, party)) is not None and (move.slipped or move.vetoed)
    ]


Trust = Mapping[str, float]


def _came_short(timeline: Timeline) -> Iterator[tuple[TimelineEntry, MoveMade, str, Trust]]:
    """Every slip and veto, and the trust of each other who was there: before and after that round,
    and what it would have been with the same luck had all of it been carried out.
    """
    for entry in timeline.played:
        over = measured_in(timeline, entry)
        for made in entry.moves:
            if over is None or not (made.slipped or made.vetoed):
                continue
            whole = without_each(timeline, entry).get(Taken("short", made.party))
            for other in timeline.parties:
                if whole and other != made.party and was_done_to(timeline, made, other):
                    trusts = (over.before.trust, over.after.trust, whole)
                    before, after, as_whole = (each[other][made.party] for each in trusts)
                    trust = {"before": before, "after": after, "whole": as_whole}
                    yield entry, made, other, trust


def _short(
    timeline: Timeline, code: str, entry: TimelineEntry, made: MoveMade, other: str, trust: Trust
) -> Evidence:
    return Evidence(
        code, entry.round, entry.at, made.party, other,
        numbers={name: as_shown(share) for name, share in trust.items()},
        refs={"move": move_ref(timeline.compiled, made.move)},
    )  # fmt: skip


# 2. Formal order masks the informal.


def paper_without_trust(timeline: Timeline) -> bool:
    """Whether at the end there was more on paper than at the start, and less trust, most of which
    went as more was put on paper and nothing else shows that moved trust.
    """
    return _moved_with_paper(timeline, down=True)


def _moved_with_paper(timeline: Timeline, *, down: bool) -> bool:
    """Whether there is much on paper at the end, more than at the start, and trust fell, or rose,
    mostly in rounds in which more was put on paper and nothing else accounts for it.
    """
    start, end, sign = timeline.start.numbers, timeline.end.numbers, -1 if down else 1
    trust = sign * change_shown(start.mean_trust, end.mean_trust)
    paper = change_shown(start.formal_overlap, end.formal_overlap)
    if min(paper, trust) < NOTABLE or paper_level(end) != "much":
        return False
    went = {
        entry.at: sign * change_shown(_trust(timeline, entry), entry.trust_after)
        for entry in timeline.entries
        if entry.trust_after is not None
    }
    all_that_way = sum(change for change in went.values() if change > 0)
    by_paper = sum(
        went[entry.at]
        for entry in timeline.played
        if entry.at in went
        and not (_has_more(entry) or _has_cause(timeline, entry, down=down))
        and change_shown(_formal(timeline, entry), entry.numbers.formal_overlap) > 0
    )
    return by_paper > max(trust, all_that_way) / 2


def _has_cause(timeline: Timeline, entry: TimelineEntry, *, down: bool) -> bool:
    """Whether somebody put itself first in that round, or for a rise gave; or a replay shows that
    half of the change of trust in it came of something else than what was put on paper.
    """
    over, written = measured_in(timeline, entry), set()
    if over is None:
        return False
    for made in entry.moves:
        if down and made.stance == "opportunistic":
            return True
        if _formalises(timeline, made):
            written.add(made.party)
        elif not down and made.stance == "trust-building":
            return True
    sign = -1 if down else 1
    for taken, without in without_each(timeline, entry).items():
        if taken.what in ("move", "short") and taken.by in written:
            continue
        for i, j in timeline.pairs():
            before, after = over.before.trust[i][j], over.after.trust[i][j]
            went, made_it = (sign * change_shown(x, after) for x in (before, without[i][j]))
            if went >= NOTABLE and 2 * made_it >= went:
                return True
    return False


def _formalises(timeline: Timeline, made: MoveMade) -> bool:
    written = timeline.compiled.scenario.moves[made.move]
    return not made.vetoed and written.traits()[TRAITS.index("formalise")] > 0


def _from_start_to_end(timeline: Timeline, code: str) -> Evidence:
    start, end = timeline.start.numbers, timeline.end.numbers
    return Evidence(
        code,
        numbers={
            "formal_start": start.formal_overlap, "formal_end": end.formal_overlap,
            "trust_start": start.mean_trust, "trust_end": end.mean_trust,
        },
    )  # fmt: skip


def _masking_for(timeline: Timeline) -> Found:
    if paper_without_trust(timeline):
        yield _from_start_to_end(timeline, "paper-without-trust")
    on_paper = [e for e in timeline.rounds if _is_walled(timeline, e)]
    kept = [entry for entry in on_paper if entry in _kept(timeline)]
    if len(on_paper) >= ENOUGH_DIVIDED and len(kept) > len(on_paper) / 2:
        yield Evidence("kept-under-contract", numbers={"kept": len(kept), "rounds": len(on_paper)})
    end = timeline.end.numbers
    for i, j in timeline.pairs() if paper_level(end) == "much" else ():
        relies, trusts = as_shown(end.reliability[i][j]), as_shown(end.trust[i][j])
        if relies >= TRUSTING and trusts < ON_PAPER:
            yield Evidence(
                "relied-without-trusting", party=j, other=i,
                numbers={"reliability": end.reliability[i][j], "trust": end.trust[i][j]},
            )  # fmt: skip


def _masking_against(timeline: Timeline) -> Found:
    if _moved_with_paper(timeline, down=False):
        yield _from_start_to_end(timeline, "paper-and-trust-grew")


def _kept(timeline: Timeline) -> list[TimelineEntry]:
    """The rounds in which everybody kept its word and nothing showed: nobody took, all came as
    announced, no ritual was hollow, and nobody found out, suspected or brought up anything, then or
    in a moment that followed.
    """
    return [
        entry
        for entry in timeline.rounds
        if not any(
            each.left or each.noticed or each.scenes for each in _with_moments(timeline, entry)
        )
        and not any(each.hollow for each in entry.rituals)
        and all(
            move.stance != "opportunistic" and not (move.slipped or move.vetoed)
            for move in entry.moves
        )
    ]


def _with_moments(timeline: Timeline, entry: TimelineEntry) -> list[TimelineEntry]:
    """That round, and the reflection moments after it."""
    return [each for each in timeline.entries[1:] if each.round == entry.round]


def _is_walled(timeline: Timeline, entry: TimelineEntry) -> bool:
    """Whether there was clearly little trust and much on paper as its moves were chosen."""
    before = timeline.before(entry).numbers
    return (trust_level(before), paper_level(before)) == ("little", "much")


def _trust(timeline: Timeline, entry: TimelineEntry) -> float:
    """Mean trust when this round's moves were chosen."""
    return timeline.before(entry).numbers.mean_trust


def _formal(timeline: Timeline, entry: TimelineEntry) -> float:
    return timeline.before(entry).numbers.formal_overlap


# 3. Trust makes cooperation possible, improves efficiency and reduces opportunism.


def _trust_for(timeline: Timeline) -> Found:
    yield from (each for each, is_good in _comparisons(timeline) if is_good)


def _trust_against(timeline: Timeline) -> Found:
    yield from (each for each, is_good in _comparisons(timeline) if not is_good)
    for each in guile_in(timeline):
        entry = timeline.entries[each.at]
        before, made = timeline.before(entry).numbers.trust, move_of(entry, each.party)
        for other in timeline.parties:
            if made is None or not was_done_to(timeline, made, other):
                continue
            # Clearly so, as on the map: around the border is no trust that failed.
            if change_shown(TRUSTING, before[each.party][other]) >= NOTABLE:
                yield Evidence(
                    "hid-with-trust", each.round, each.at, each.party, other,
                    numbers={"trust": before[each.party][other]}, refs={"move": each.move},
                )  # fmt: skip


# By kind of move: what is told where more of them come with trust, where fewer do, and whether more
# of them speaks for the thesis.
_OF_STANCE = (
    ("trust-building", "cooperation-with-trust", "no-cooperation-with-trust", True),
    ("opportunistic", "opportunism-grows-with-trust", "opportunism-falls-with-trust", False),
)


def _comparisons(timeline: Timeline) -> Iterator[tuple[Evidence, bool]]:
    """The kinds of move that were chosen more, or less, in the rounds that began with more trust,
    by more than chance, and whether that speaks for the thesis.
    """
    split = _split_by_trust(timeline)
    if split is None:
        return
    high, low = split
    rounds = {
        name: tuple(sorted(each.round for each in some))
        for name, some in (("high", high), ("low", low))
    }
    of = {"high_of": _moves_in(high), "low_of": _moves_in(low)}
    told: dict[bool, Evidence] = {}
    for stance, more, fewer, is_good in _OF_STANCE:
        counts = [sum(m.stance == stance for e in some for m in e.moves) for some in split]
        numbers = {"high_moves": counts[0], "low_moves": counts[1], **of}
        is_more = counts[0] * of["low_of"] > counts[1] * of["high_of"]
        if by_chance(*numbers.values()) > BY_CHANCE:
            continue
        found = Evidence(more if is_more else fewer, numbers=numbers, rounds=rounds)
        speaks_for = is_good == is_more
        # Moves that are not of the one kind are mostly of the other: that is told once.
        if speaks_for not in told or strength(found) > strength(told[speaks_for]):
            told[speaks_for] = found
    yield from ((found, speaks_for) for speaks_for, found in told.items())


def by_chance(high: int, low: int, high_of: int, low_of: int) -> float:
    """The probability of counts as uneven as these, or more, the same way, if all moves were dealt
    out over the two halves at random: Fisher's exact test, of one side.
    """
    if high * low_of < low * high_of:
        high, low, high_of, low_of = low, high, low_of, high_of
    kind, total = high + low, high_of + low_of
    as_uneven = sum(
        comb(high_of, more) * comb(low_of, kind - more)
        for more in range(high, min(kind, high_of) + 1)
    )
    return as_uneven / comb(total, kind)


def _moves_in(rounds: Sequence[TimelineEntry]) -> int:
    return sum(len(entry.moves) for entry in rounds)


def _split_by_trust(timeline: Timeline) -> tuple[list[TimelineEntry], list[TimelineEntry]] | None:
    """The rounds of higher and of lower trust, half and half; None where that says nothing.

    Rounds with the trust of the middle are in neither: they would be in one by chance.
    """
    rounds = sorted(timeline.rounds, key=lambda entry: (_trust(timeline, entry), entry.at))
    half = len(rounds) // 2
    if len(rounds) < ENOUGH_ROUNDS:
        return None
    low, high = rounds[:half], rounds[-half:]
    edge = {_trust(timeline, low[-1])} & {_trust(timeline, high[0])}
    shared = edge | {_trust(timeline, entry) for entry in rounds[half:-half]}
    low, high = (
        [entry for entry in some if _trust(timeline, entry) not in shared] for some in (low, high)
    )
    if not (low and high):
        return None
    apart = mean([_trust(timeline, e) for e in high]) - mean([_trust(timeline, e) for e in low])
    return (high, low) if apart >= NOTABLE else None


# 4. The talks are a game that the players make and can change.


def _game_for(timeline: Timeline) -> Found:
    for _, change in agreed_changes(timeline):
        yield _of_change("players-changed", change)


def _game_against(timeline: Timeline) -> Found:
    for entry in timeline.entries:
        for change in entry.rejected:
            if stayed_refused(timeline, change):
                yield _of_change("change-refused", change)


def stayed_refused(timeline: Timeline, refused: ChangeMade) -> bool:
    """Whether it met with a no, and the very same was not agreed later in the play all the same."""

    def asked(change: ChangeMade) -> tuple[object, ...]:
        which = change.after if change.action in ("amount", "hold") else None
        return change.chapter, change.thing.id, change.action, which

    later = timeline.entries[refused.at :]
    agreed = (made for entry in later for made in entry.changes)
    return refused.gave_way_to is None and all(asked(made) != asked(refused) for made in agreed)


def agreed_changes(timeline: Timeline) -> Iterator[tuple[TimelineEntry, ChangeMade]]:
    """The changes that were agreed, each with its entry; parting is an end, and no change."""
    for entry in timeline.entries:
        for change in entry.changes:
            if change.action != "part":
                yield entry, change


def _of_change(code: str, change: ChangeMade) -> Evidence:
    return Evidence(
        code, change.round, change.at, change.by, refs=refs_of_change(change), also=change.also_by
    )


def refs_of_change(change: ChangeMade) -> dict[str, Ref]:
    """What was to be changed, and how: such as `drop.rules`, or `part`; and who was to hold it, or
    what the number was to be, with its unit as the name.
    """
    named = {"adopt", "drop", "amount"}
    how = f"{change.action}.{change.chapter}" if change.action in named else change.action
    refs = {"thing": change.thing}
    if change.action == "amount" and change.after is not None:
        refs["amount"] = Ref("option", str(round(float(change.after))), change.unit)
    if change.action == "hold":
        if change.after in (None, "table"):
            how += ".table"
        else:
            refs["holder"] = Ref("party", str(change.after))
    return {**refs, "action": Ref("option", f"{how}.again" if change.again else how)}


# 5. Reflection strengthens trust without suppressing diversity.


def _reflection_for(timeline: Timeline) -> Found:
    return _differences(timeline, "difference-named")


def _reflection_against(timeline: Timeline) -> Found:
    return _differences(timeline, "difference-hurt")


def _differences(timeline: Timeline, code: str) -> Found:
    """The moments in which a difference was named and trust rose, or fell, by as much; not where
    something came out in it, which has a price of its own.
    """
    for moment in timeline.moments:
        before, after = _over(moment)
        change = change_shown(before, after)
        named = [each.party for each in moment.options if each.option == "name-difference"]
        moved = change if code == "difference-named" else -change
        if named and not moment.noticed and moved >= NOTABLE:
            yield Evidence(
                code, moment.round, moment.at, named[0],
                numbers={
                    "speakers": len(named), "parties": len(timeline.parties),
                    "before": before, "after": after,
                },
                refs={"phase": moment.phase}, also=tuple(named[1:]),
            )  # fmt: skip


def _over(moment: TimelineEntry) -> tuple[float, float]:
    return moment.trust_before or 0.0, moment.trust_after or 0.0
