"""The five theses, each with the evidence for and against it in this play.

Every item is found by a rule. If no rule on one side holds, one item says so and why. What the
model guarantees in every play proves nothing, and is left out.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from engine.debrief.causes import measured_in
from engine.debrief.claims import strength
from engine.debrief.codes import NOTHING
from engine.debrief.findings import (
    ChangeMade,
    Evidence,
    Ref,
    Thesis,
    TimelineEntry,
)
from engine.debrief.knowledge import guile_in
from engine.debrief.ledger import ledger, without_change
from engine.debrief.patterns import formal_moves
from engine.debrief.quadrants import quadrant
from engine.debrief.timeline import Timeline, as_shown, change_shown, mean, move_of, move_ref
from engine.model.kernel import risk
from engine.model.parameters import DEFAULTS, READING
from engine.play.circumstances import circumstances
from engine.play.events import Discovered, Measured
from engine.play.events.kinds import Reason
from engine.play.state import World

# The size from which a number counts as high, and a difference as a difference.
DIVIDED, ON_PAPER = READING.divided, READING.on_paper
TRUSTING = DEFAULTS.quadrant_trust  # as on the map
MOVED, NOTABLE = READING.moved, READING.notable
ENOUGH_ROUNDS, LATE = READING.thesis_rounds, READING.late

# The place on the map with little trust and much on paper.
_WALL = 3

Found = Iterator[Evidence]


def theses(timeline: Timeline) -> tuple[Thesis, ...]:
    """The five, in order."""
    return (
        _thesis(1, _balance_for(timeline), _balance_against(timeline), _why_1(timeline)),
        _thesis(2, _masking_for(timeline), _masking_against(timeline), _why_2(timeline)),
        _thesis(3, _trust_for(timeline), _trust_against(timeline), _why_3(timeline)),
        _thesis(4, _game_for(timeline), _game_against(timeline), _why_4(timeline)),
        _thesis(5, _reflection_for(timeline), _reflection_against(timeline), _why_5(timeline)),
    )


def why_empty(timeline: Timeline) -> tuple[tuple[str, str], ...]:
    """By thesis, why the evidence for it and against it could be missing."""
    return tuple(why(timeline) for why in (_why_1, _why_2, _why_3, _why_4, _why_5))


def _thesis(number: int, in_favour: Found, against: Found, why: tuple[str, str]) -> Thesis:
    def side(found: Found, because: str) -> tuple[Evidence, ...]:
        evidence = tuple(_strongest_first(tuple(found)))
        return evidence if real(evidence) else (*evidence, Evidence(NOTHING, because=because))

    return Thesis(number, side(in_favour, why[0]), side(against, why[1]))  # type: ignore[arg-type]


def _strongest_first(found: Sequence[Evidence]) -> Iterator[Evidence]:
    """The kinds in their order, and of each the strongest first: that is the one that is told."""
    for code in dict.fromkeys(each.code for each in found):
        yield from sorted((each for each in found if each.code == code), key=lambda e: -strength(e))


# 1. A party that is out of balance internally brings trouble to the alliance.


def _balance_for(timeline: Timeline) -> Found:
    for trouble in _home_trouble(timeline):
        fell = round(trouble.numbers["before"] - trouble.numbers["after"], 2) >= NOTABLE
        if fell and _is_at_home(timeline, trouble):
            yield trouble
    times = {party: len(home_rounds(timeline, party)) for party in timeline.parties}
    balance = timeline.start.numbers.internal_balance
    for party, other in timeline.pairs():
        if balance[party] < balance[other] - NOTABLE and times[party] > times[other]:
            yield Evidence(
                "divided-house-slips-more", party=party, other=other,
                numbers={
                    "balance": balance[party], "other_balance": balance[other],
                    "times": times[party], "other_times": times[other],
                },
            )  # fmt: skip


def _balance_against(timeline: Timeline) -> Found:
    worst = _worst_fall(timeline)
    if worst is not None and not _is_at_home(timeline, worst):
        yield worst
    yield from _divided_but_held(timeline)
    for trouble in _home_trouble(timeline):
        before, after = trouble.numbers["before"], trouble.numbers["after"]
        if after >= before >= TRUSTING:  # where there is little, little can be lost
            code = trouble.code.replace("-cost-trust", "-without-harm")
            yield replace(trouble, code=code)


def _divided_but_held(timeline: Timeline) -> Found:
    if any(entry.left for entry in timeline.rounds):
        return
    start, end = timeline.start.numbers, timeline.end.numbers
    for party in timeline.parties:
        balance = mean([e.numbers.internal_balance[party] for e in timeline.entries])
        before = mean([start.trust[i][party] for i in timeline.parties if i != party])
        after = mean([end.trust[i][party] for i in timeline.parties if i != party])
        if balance < DIVIDED and after >= before and timeline.played:
            yield Evidence(
                "divided-but-held", party=party,
                numbers={"internal_balance": balance, "trust_start": before, "trust_end": after},
            )  # fmt: skip


def home_rounds(timeline: Timeline, party: str) -> list[int]:
    """The rounds in which that party slipped, or was stopped by its own side."""
    return [
        entry.round
        for entry in timeline.played
        if (move := move_of(entry, party)) is not None and (move.slipped or move.vetoed)
    ]


def _home_trouble(timeline: Timeline) -> Found:
    """Every slip and veto, and another's trust over that round."""
    for entry in timeline.played:
        over = measured_in(timeline, entry)
        for move in entry.moves:
            if over is None or not (move.slipped or move.vetoed):
                continue
            for other in timeline.parties:
                if other != move.party:
                    yield Evidence(
                        "veto-cost-trust" if move.vetoed else "slip-cost-trust",
                        entry.round, entry.at, move.party, other,
                        numbers={
                            "before": as_shown(over.before.trust[other][move.party]),
                            "after": as_shown(over.after.trust[other][move.party]),
                        },
                        refs={"move": move_ref(timeline.compiled, move.move)},
                    )  # fmt: skip


def _weighed_most(over: Measured, i: str, j: str) -> Reason | None:
    """What took most of i's trust in j in that round; None if nothing took any."""
    parts = over.reasons.get(i, {}).get(j, {})
    took = [(part, reason) for reason, part in parts.items() if reason != "masked" and part < 0]
    return min(took)[1] if took else None


def _by_reason(entry: TimelineEntry, i: str, j: str, reason: Reason) -> float:
    return entry.reasons.get(i, {}).get(j, {}).get(reason, 0.0)


def _worst_fall(timeline: Timeline) -> Evidence | None:
    """The round that cost one party most of its trust in another, and what weighed most in it."""
    falls = [
        (after.trust[i][j] - before.trust[i][j], entry, i, j)
        for entry in timeline.rounds
        if (over := measured_in(timeline, entry)) is not None
        for before, after in [(over.before, over.after)]
        for i, j in timeline.pairs()
    ]
    change, entry, i, j = min(
        falls, key=lambda fall: fall[0], default=(0.0, timeline.start, "", "")
    )
    if change >= -NOTABLE:
        return None
    over = measured_in(timeline, entry)
    assert over is not None
    reason = _weighed_most(over, i, j) or "other"
    move = move_of(entry, j)
    if reason == "suspicion" and move is not None and move.face == "opportunistic":
        reason = "experience"  # whoever takes before everybody's eyes needs no suspicion
    return Evidence(
        "harm-from-elsewhere", entry.round, entry.at, party=j, other=i,
        numbers={"before": over.before.trust[i][j], "after": over.after.trust[i][j]},
        refs={"reason": Ref("option", reason)},
    )  # fmt: skip


def _is_at_home(timeline: Timeline, fall: Evidence) -> bool:
    """Whether that fall came mostly of a move that slipped or was stopped."""
    entry = timeline.entries[fall.at or 0]
    over, move = measured_in(timeline, entry), move_of(entry, fall.party or "")
    if over is None or move is None:
        return False
    is_trouble = move.vetoed or (move.slipped and move.face != "opportunistic")
    weighed = _weighed_most(over, str(fall.other), move.party)
    return is_trouble and weighed == "experience"


def _why_1(timeline: Timeline) -> tuple[str, str]:
    trouble = any(home_rounds(timeline, party) for party in timeline.parties)
    fell = _worst_fall(timeline) is not None
    return (
        "slips-did-no-harm" if trouble else "no-slip-or-veto",
        "slips-did-harm-only" if fell else "trust-never-fell",
    )


# 2. Formal order masks the informal.


def _masking_for(timeline: Timeline) -> Found:
    for i, j in timeline.pairs():
        masked = [_by_reason(entry, i, j, "masked") for entry in timeline.entries]
        gained = sum(max(0.0, _by_reason(e, i, j, "experience")) for e in timeline.entries)
        if sum(map(abs, masked)) > max(MOVED, gained):
            yield Evidence(
                "masked-trust", party=j, other=i,
                numbers={
                    "masked": sum(map(abs, masked)), "gained": gained,
                    "rounds": sum(each != 0 for each in masked),
                },
            )  # fmt: skip
    on_paper = [e for e in timeline.played if _place(timeline, e) == _WALL]
    kept = [entry for entry in on_paper if entry in _kept(timeline)]
    if len(kept) > len(on_paper) / 2:
        yield Evidence("kept-under-contract", numbers={"kept": len(kept), "rounds": len(on_paper)})
    end = timeline.end.numbers
    for i, j in timeline.pairs():
        if end.formal_overlap >= ON_PAPER and end.reliability[i][j] > end.trust[i][j] + NOTABLE:
            yield Evidence(
                "relied-without-trusting", party=j, other=i,
                numbers={
                    "reliability": end.reliability[i][j], "trust": end.trust[i][j],
                    "formal_overlap": end.formal_overlap,
                },
            )  # fmt: skip
    paper, trust = _paper_and_trust(timeline)
    if paper > NOTABLE and trust < -NOTABLE:
        yield Evidence(
            "paper-while-trust-fell",
            numbers={**_from_start_to_end(timeline), "moves": len(formal_moves(timeline))},
        )


def _masking_against(timeline: Timeline) -> Found:
    yield from _clearest(
        _contract_protected(timeline),
        lambda each: each.numbers["risk_without"] - each.numbers["real_risk"],
    )
    paper, trust = _paper_and_trust(timeline)
    lost = max(e.numbers.mean_trust for e in timeline.entries) - timeline.end.numbers.mean_trust
    if paper > NOTABLE and trust > NOTABLE and lost <= READING.fall:
        yield Evidence("paper-and-trust-grew", numbers=_from_start_to_end(timeline))
    bare = [entry for entry in timeline.played if _formal(timeline, entry) < ON_PAPER]
    kept = [entry for entry in bare if entry in _kept(timeline)]
    if len(kept) > len(timeline.played) / 2:
        yield Evidence("cooperated-without-paper", numbers={"kept": len(kept), "rounds": len(bare)})


def _contract_protected(timeline: Timeline) -> Found:
    """Guile and claims, and what would have been at stake had nothing been on paper."""
    for entry in timeline.played:
        state = timeline.state_before(entry)
        takers = [m for m in entry.moves if m.stance == "opportunistic" and not m.vetoed]
        if state is None or not takers:
            continue
        world = state.world
        bare = replace(world.alliance, formal_overlap=np.zeros_like(world.alliance.formal_overlap))
        now = circumstances(timeline.compiled, world)
        without = replace(now, formal_overlap_shift=np.zeros_like(now.formal_overlap_shift))
        real = risk(world.alliance, now, DEFAULTS).p_star[0]
        unprotected = risk(bare, without, DEFAULTS).p_star[0]
        for move in takers:
            j = timeline.parties.index(move.party)
            for i, other in enumerate(timeline.parties):
                if i != j and unprotected[i, j] > real[i, j] + NOTABLE:
                    yield Evidence(
                        "contract-protected", entry.round, entry.at, move.party, other,
                        numbers={
                            "formal_overlap": _formal(timeline, entry),
                            "real_risk": float(real[i, j]),
                            "risk_without": float(unprotected[i, j]),
                            "less": 1 - float(real[i, j] / unprotected[i, j]),
                            "exposure": float(world.alliance.exposure[0, i, j]),
                        },
                        refs={"move": move_ref(timeline.compiled, move.move)},
                    )  # fmt: skip


def _kept(timeline: Timeline) -> list[TimelineEntry]:
    """The rounds in which everybody kept its word: nobody took, and all came as announced."""
    return [
        entry
        for entry in timeline.played
        if all(
            move.stance != "opportunistic" and not (move.slipped or move.vetoed)
            for move in entry.moves
        )
    ]


def _place(timeline: Timeline, entry: TimelineEntry) -> int:
    """The place on the map where this round's moves were chosen."""
    trust, formal = _trust(timeline, entry), _formal(timeline, entry)
    return quadrant(as_shown(trust), as_shown(formal))


def _trust(timeline: Timeline, entry: TimelineEntry) -> float:
    """Mean trust when this round's moves were chosen."""
    return timeline.before(entry).numbers.mean_trust


def _formal(timeline: Timeline, entry: TimelineEntry) -> float:
    return timeline.before(entry).numbers.formal_overlap


def _paper_and_trust(timeline: Timeline) -> tuple[float, float]:
    start, end = timeline.start.numbers, timeline.end.numbers
    return end.formal_overlap - start.formal_overlap, end.mean_trust - start.mean_trust


def _from_start_to_end(timeline: Timeline) -> dict[str, float]:
    start, end = timeline.start.numbers, timeline.end.numbers
    return {
        "formal_start": start.formal_overlap,
        "formal_end": end.formal_overlap,
        "trust_start": start.mean_trust,
        "trust_end": end.mean_trust,
    }


def _why_2(timeline: Timeline) -> tuple[str, str]:
    return "no-trust-masked", "paper-without-protection"


# 3. Trust makes cooperation possible, improves efficiency and reduces opportunism.


def _trust_for(timeline: Timeline) -> Found:
    for code, _, high, low, size in _comparisons(timeline):
        better = low - high if code in _LESS_IS_BETTER else high - low
        if better > size:
            yield _compared(timeline, code, high, low)


def _trust_against(timeline: Timeline) -> Found:
    for code, opposite, high, low, size in _comparisons(timeline):
        worse = high - low if code in _LESS_IS_BETTER else low - high
        if worse > size:
            yield _compared(timeline, opposite, high, low)
    exploited = tuple(_exploited(timeline))
    told = {(each.at, each.party, each.other) for each in exploited}
    for found in (exploited, _despite_trust(timeline, told)):
        yield from _clearest(found, lambda each: each.numbers["trust"])


def _exploited(timeline: Timeline) -> Found:
    for each in guile_in(timeline):
        before = timeline.entries[each.at - 1].numbers.trust
        for other in timeline.parties:
            if other != each.party and _is_trusting(before[other][each.party]):
                yield Evidence(
                    "naivety-exploited", each.round, each.at, each.party, other,
                    numbers={"trust": before[other][each.party]}, refs={"move": each.move},
                )  # fmt: skip


def _is_trusting(trust: float) -> bool:
    """Whether that is much trust, as the map has it."""
    return as_shown(trust) >= TRUSTING


def _despite_trust(
    timeline: Timeline, told: Collection[tuple[int | None, str | None, str | None]]
) -> Found:
    """Who played for itself while trusting another. told: when who did so is told already."""
    for entry in timeline.played:
        for move in entry.moves:
            if move.stance != "opportunistic" or move.vetoed:
                continue
            for other, trust in timeline.before(entry).numbers.trust[move.party].items():
                if _is_trusting(trust) and (entry.at, move.party, other) not in told:
                    yield Evidence(
                        "opportunism-despite-trust", entry.round, entry.at, move.party, other,
                        numbers={"trust": trust},
                        refs={"move": move_ref(timeline.compiled, move.move)},
                    )  # fmt: skip


_LESS_IS_BETTER = ("opportunism-falls-with-trust",)
_Comparison = tuple[str, str, float, float, float]


def _comparisons(timeline: Timeline) -> Iterator[_Comparison]:
    """For each measure: code, opposite code, its values in rounds of higher and of lower trust,
    and what counts as a difference.
    """
    split = _split_by_trust(timeline)
    if split is None:
        return
    high, low = split

    def both(measure: Callable[[TimelineEntry], float]) -> tuple[float, float]:
        return mean([measure(e) for e in high]), mean([measure(e) for e in low])

    giving, taking = both(_share_of_giving), both(_share_of_taking)
    yield "cooperation-with-trust", "no-cooperation-with-trust", *giving, NOTABLE
    yield "opportunism-falls-with-trust", "opportunism-grows-with-trust", *taking, NOTABLE
    yield "value-with-trust", "no-value-with-trust", *both(_payoff), NOTABLE


def _split_by_trust(timeline: Timeline) -> tuple[list[TimelineEntry], list[TimelineEntry]] | None:
    """The rounds of higher and of lower trust, half and half; None where that says nothing.

    Rounds with the trust of the middle are in neither: they would be in one by chance.
    """
    rounds = sorted(timeline.played, key=lambda entry: (_trust(timeline, entry), entry.at))
    half = len(rounds) // 2
    if len(rounds) < ENOUGH_ROUNDS:
        return None
    low, high = rounds[:half], rounds[-half:]
    bounds = as_shown(_trust(timeline, low[-1])), as_shown(_trust(timeline, high[0]))
    if bounds[0] == bounds[1]:
        low, high = (
            [entry for entry in some if as_shown(_trust(timeline, entry)) != bounds[0]]
            for some in (low, high)
        )
    if not (low and high):
        return None
    apart = mean([_trust(timeline, e) for e in high]) - mean([_trust(timeline, e) for e in low])
    return (high, low) if apart >= NOTABLE else None


def _share_of_giving(entry: TimelineEntry) -> float:
    return _share_of(entry, "trust-building")


def _share_of_taking(entry: TimelineEntry) -> float:
    return _share_of(entry, "opportunistic")


def _share_of(entry: TimelineEntry, stance: str) -> float:
    """The share of moves of that kind that were chosen, whatever came of them: see the log."""
    return mean([float(move.stance == stance) for move in entry.moves])


def _payoff(entry: TimelineEntry) -> float:
    """What a party got in the round on average, before anything came of it."""
    return mean(list(entry.numbers.payoff.values()))


def _compared(timeline: Timeline, code: str, high: float, low: float) -> Evidence:
    numbers = {"high": high, "low": low, "rounds": len(timeline.played) // 2}
    return Evidence(code, numbers=numbers)


def _why_3(timeline: Timeline) -> tuple[str, str]:
    trusted = any(
        _is_trusting(timeline.before(entry).numbers.trust[i][j])
        for entry in timeline.played
        for i, j in timeline.pairs()
    )
    against = "no-trust-abused" if trusted else "never-much-trust"
    if len(timeline.played) < ENOUGH_ROUNDS:
        return "too-few-rounds", against
    if _split_by_trust(timeline) is None:
        return "trust-hardly-moved", against
    return "trust-did-no-better", against


# 4. The talks are a game that the players make and can change.


def _game_for(timeline: Timeline) -> Found:
    for entry, change in agreed_changes(timeline):
        yield _of_change("players-changed", change)
        gained, lost = (
            len({move.id for moves in by_party.values() for move in moves})
            for by_party in (change.moves_gained, change.moves_lost)
        )
        if gained or lost:
            yield Evidence(
                "other-moves-open", entry.round, entry.at,
                numbers={"gained": gained, "lost": lost}, refs=refs_of_change(change),
            )  # fmt: skip
    yield from walking_out_cost(timeline)


def walking_out_cost(timeline: Timeline) -> Found:
    """Who walked out after a change had been agreed that made this cheaper or dearer."""
    for entry in timeline.rounds:
        state = timeline.state_before(entry) if entry.left else None
        if state is None:
            continue
        cost = _exit_cost(timeline, state.world)
        for before, change in agreed_changes(timeline):
            if before.at < entry.at:
                world = without_change(timeline.compiled, state.world, change)
                more = cost - _exit_cost(timeline, world)
                if abs(more) >= MOVED:
                    yield Evidence(
                        "walked-out-for-less" if more < 0 else "walked-out-for-more",
                        entry.round, entry.at, entry.left[0],
                        numbers={"difference": abs(more)}, refs=refs_of_change(change),
                    )  # fmt: skip


def _exit_cost(timeline: Timeline, world: World) -> float:
    """What walking out cost each party, as far as that was agreed."""
    return float(circumstances(timeline.compiled, world).exit_cost[0])


def _game_against(timeline: Timeline) -> Found:
    lines = ledger(timeline)
    for entry in timeline.entries:
        for change in entry.rejected:
            if stayed_refused(timeline, change):
                yield _of_change("change-refused", change)
    for line in lines:
        if line.status == "put-back":
            first, last = line.changes[0], line.changes[-1]
            refs = refs_of_change(first)
            yield Evidence("change-undone", last.round, last.at, refs=refs)
    for _, change in agreed_changes(timeline):
        if change.had_effect is False:
            yield _of_change("change-without-effect", change)


def stayed_refused(timeline: Timeline, refused: ChangeMade) -> bool:
    """Whether it met with a no, and the very same was not agreed later in the play."""

    def asked(change: ChangeMade) -> tuple[object, ...]:
        which = change.after if change.action in ("amount", "hold") else None
        return change.chapter, change.thing.id, change.action, which

    later = (made for entry in timeline.entries[refused.at :] for made in entry.changes)
    return refused.gave_way_to is None and all(asked(made) != asked(refused) for made in later)


def agreed_changes(timeline: Timeline) -> Iterator[tuple[TimelineEntry, ChangeMade]]:
    """The changes that were agreed, each with its entry; parting is an end, and no change."""
    for entry in timeline.entries:
        for change in entry.changes:
            if change.action != "part":
                yield entry, change


def _of_change(code: str, change: ChangeMade) -> Evidence:
    return Evidence(code, change.round, change.at, change.by, refs=refs_of_change(change))


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


def _why_4(timeline: Timeline) -> tuple[str, str]:
    return "nothing-changed", "nothing-refused"


# 5. Reflection strengthens trust without suppressing diversity.


def _reflection_for(timeline: Timeline) -> Found:
    for moment in timeline.moments:
        before, after = _over(moment)
        refs = {"phase": moment.phase}
        if change_shown(before, after) >= NOTABLE:
            yield _of_moment("moment-raised-trust", moment)
        for taken in moment.options:
            held = as_shown(min(after, moment.numbers.mean_trust)) >= as_shown(before)
            if taken.option == "name-difference" and held:
                yield Evidence("difference-named", moment.round, moment.at, taken.party, refs=refs)


def _reflection_against(timeline: Timeline) -> Found:
    for moment in timeline.moments:
        before, after = _over(moment)
        if any(isinstance(each, Discovered) for each in moment.noticed):
            continue  # what came out there hurt, and not the moment
        if _sank(before, after):
            yield _of_moment("moment-hurt", moment)
        named = any(each.option == "name-difference" for each in moment.options)
        jokes = sum(each.option == "joke-away" for each in moment.options)
        if jokes and not named and after <= before:
            yield Evidence(
                "difference-avoided", moment.round, moment.at,
                numbers={"jokes": jokes}, refs={"phase": moment.phase},
            )  # fmt: skip
    if timeline.moments and timeline.moments[0].round > LATE * len(timeline.rounds):
        first = timeline.moments[0]
        yield Evidence(
            "moment-late", first.round, first.at,
            numbers={"rounds": len(timeline.rounds)}, refs={"phase": first.phase},
        )  # fmt: skip
    in_rounds, in_moments = (_grown(timeline, kind) for kind in ("round", "moment"))
    if in_rounds >= NOTABLE and in_moments <= 0:
        numbers = {"table": in_rounds, "moments": len(timeline.moments)}
        yield Evidence("trust-grew-without", numbers=numbers)


def _grown(timeline: Timeline, kind: Literal["round", "moment"]) -> float:
    """How mean trust grew over those entries together, as a reader adds it up in the log."""
    shown = {e.at: round(100 * e.numbers.mean_trust) for e in timeline.entries}
    return sum(shown[e.at] - shown[e.at - 1] for e in timeline.entries if e.kind == kind) / 100


def _sank(before: float, after: float) -> bool:
    """Whether that is a fall worth a word, as it is shown."""
    return change_shown(before, after) <= -NOTABLE


def _over(moment: TimelineEntry) -> tuple[float, float]:
    return moment.trust_before or 0.0, moment.trust_after or 0.0


def _of_moment(code: str, moment: TimelineEntry) -> Evidence:
    before, after = _over(moment)
    return Evidence(
        code, moment.round, moment.at, refs={"phase": moment.phase},
        numbers={"before": before, "after": after, "quality": moment.quality or 0.0},
    )  # fmt: skip


def _why_5(timeline: Timeline) -> tuple[str, str]:
    if not timeline.moments:
        return "no-moment", "no-moment"
    over = [(*_over(moment), moment.numbers.mean_trust) for moment in timeline.moments]
    came_out = any(_sank(before, after) for before, after, _ in over)
    brought_up = any(_sank(before, end) and not _sank(before, after) for before, after, end in over)
    against = "moments-did-no-harm"
    if came_out or brought_up:
        against = "only-what-came-out" if came_out else "only-what-was-brought-up"
    if came_out and brought_up:
        against = "only-what-came-of-it"
    return "moments-brought-nothing", against


def _clearest(found: Iterable[Evidence], how_clear: Callable[[Evidence], float]) -> Found:
    """The clearest evidence about each pair, with the number of times it happened."""
    by_pair: dict[tuple[str | None, str | None], list[Evidence]] = {}
    for each in found:
        by_pair.setdefault((each.party, each.other), []).append(each)
    for same in by_pair.values():
        best = max(same, key=how_clear)
        yield replace(best, numbers={**best.numbers, "times": len(same)})


def real(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence that says something about this play."""
    return tuple(each for each in evidence if each.code != NOTHING)
