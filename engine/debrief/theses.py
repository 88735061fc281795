"""The five theses, each with the evidence for and against it in this play.

Every item is found by a rule. If no rule on one side holds, one item says so and why. What the
model guarantees in every play proves nothing, and is left out.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Literal

import numpy as np

from engine.debrief.causes import measured_in, reflected_in
from engine.debrief.claims import strength
from engine.debrief.codes import NOTHING
from engine.debrief.findings import (
    ChangeMade,
    Division,
    Evidence,
    Ref,
    Thesis,
    TimelineEntry,
)
from engine.debrief.knowledge import guile_in
from engine.debrief.ledger import ledger, without_change
from engine.debrief.patterns import while_paper_grew
from engine.debrief.quadrants import quadrant
from engine.debrief.timeline import Timeline, as_shown, change_shown, mean, move_of, move_ref
from engine.model.kernel import risk
from engine.model.parameters import DEFAULTS, READING
from engine.play.circumstances import circumstances
from engine.play.events import Discovered, Measured, ScriptEventOccurred
from engine.play.events.kinds import Reason
from engine.play.state import World

# The size from which a number counts as high, and a difference as a difference.
DIVIDED, ON_PAPER = READING.divided, READING.on_paper
TRUSTING = DEFAULTS.quadrant_trust  # as on the map
MOVED, NOTABLE = READING.moved, READING.notable
ENOUGH_DIVIDED = READING.pattern_rounds
ENOUGH_ROUNDS, LATE = READING.thesis_rounds, READING.late

# The place on the map with little trust and much on paper.
_WALL = 3

Found = Iterator[Evidence]


def theses(timeline: Timeline, divided: Sequence[Division] = ()) -> tuple[Thesis, ...]:
    """The five, in order."""
    in_favour = chain(_division_for(divided), _balance_for(timeline))
    against = chain(_balance_against(timeline), _division_against(divided))
    return (
        _thesis(1, in_favour, against, _why_1(timeline)),
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


def _balance_against(timeline: Timeline) -> Found:
    worst = _worst_falls(timeline)
    if worst and not any(_came_short(timeline, fall) for fall in worst):
        yield worst[0]
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
        for entry in timeline.rounds
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


def _worst_falls(timeline: Timeline) -> list[Evidence]:
    """Of the rounds that cost one party trust in another, those than which none cost more, as it
    is shown.
    """
    falls = [
        (change_shown(over.before.trust[i][j], over.after.trust[i][j]), entry, over, i, j)
        for entry in timeline.rounds
        if (over := measured_in(timeline, entry)) is not None
        for i, j in timeline.pairs()
    ]
    worst = min((change for change, *_ in falls), default=0.0)
    if worst > -NOTABLE:
        return []
    return [_fall(entry, over, i, j) for change, entry, over, i, j in falls if change == worst]


def _fall(entry: TimelineEntry, over: Measured, i: str, j: str) -> Evidence:
    return Evidence(
        "harm-from-elsewhere", entry.round, entry.at, party=j, other=i,
        numbers={"before": over.before.trust[i][j], "after": over.after.trust[i][j]},
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


def _came_short(timeline: Timeline, fall: Evidence) -> bool:
    """Whether the move of that round slipped or was stopped, whatever it weighed in the fall."""
    move = move_of(timeline.entries[fall.at or 0], fall.party or "")
    return move is not None and (move.slipped or move.vetoed)


def _why_1(timeline: Timeline) -> tuple[str, str]:
    trouble = any(home_rounds(timeline, party) for party in timeline.parties)
    fell = bool(_worst_falls(timeline))
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
    on_paper = [e for e in timeline.rounds if _place(timeline, e) == _WALL]
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


def _masking_against(timeline: Timeline) -> Found:
    yield from _clearest(
        _contract_protected(timeline),
        lambda each: each.numbers["risk_without"] - each.numbers["real_risk"],
    )
    written = while_paper_grew(timeline)
    lost = max(e.numbers.mean_trust for e in timeline.entries) - timeline.end.numbers.mean_trust
    grew = written is not None and written["trust_end"] > written["trust_start"]
    if written is not None and grew and lost <= READING.fall:
        yield Evidence("paper-and-trust-grew", numbers=written)
    bare = [entry for entry in timeline.rounds if _formal(timeline, entry) < ON_PAPER]
    kept = [entry for entry in bare if entry in _kept(timeline)]
    if len(kept) > len(timeline.rounds) / 2:
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
        for entry in timeline.rounds
        if not entry.left
        and all(
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


def _why_2(timeline: Timeline) -> tuple[str, str]:
    return "no-trust-masked", "paper-without-protection"


# 3. Trust makes cooperation possible, improves efficiency and reduces opportunism.


def _trust_for(timeline: Timeline) -> Found:
    for with_trust, _ in _comparisons(timeline):
        yield from with_trust


def _trust_against(timeline: Timeline) -> Found:
    for _, against in _comparisons(timeline):
        yield from against
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
    for entry in timeline.rounds:
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


# One move more or less is chance.
_BY_CHANCE = 1
_Found = tuple[Evidence, ...]


def _comparisons(timeline: Timeline) -> Iterator[tuple[_Found, _Found]]:
    """For each measure what speaks for the thesis and what against it, where there is a difference
    between the rounds that began with more trust and those that began with less.
    """
    split = _split_by_trust(timeline)
    if split is None:
        return
    high, low = split
    rounds = {"high": tuple(e.round for e in high), "low": tuple(e.round for e in low)}
    rounds = {name: tuple(sorted(some)) for name, some in rounds.items()}

    def told(code: str, **numbers: float) -> _Found:
        return (Evidence(code, numbers=numbers, rounds=rounds),)

    of = {"high_of": _moves_in(high), "low_of": _moves_in(low)}
    for stance, more, fewer, is_good in _OF_STANCE:
        counts = [sum(m.stance == stance for e in some for m in e.moves) for some in split]
        difference = counts[0] / of["high_of"] - counts[1] / of["low_of"]
        if abs(difference) > NOTABLE and abs(counts[0] - counts[1]) > _BY_CHANCE:
            code = more if difference > 0 else fewer
            evidence = told(code, high_moves=counts[0], low_moves=counts[1], **of)
            yield (evidence, ()) if is_good == (difference > 0) else ((), evidence)
    apart = [_earned(timeline, high, p) - _earned(timeline, low, p) for p in timeline.parties]
    value = {name: _earned(timeline, some) for name, some in (("high", high), ("low", low))}
    difference = as_shown(value["high"]) - as_shown(value["low"])
    if difference > NOTABLE and min(apart) > 0:  # otherwise one party gained what another lost
        yield told("value-with-trust", **value), ()
    elif difference < -NOTABLE and max(apart) < 0:
        yield (), told("no-value-with-trust", **value)


# By kind of move: what is told where more of them come with trust, where fewer do, and whether more
# of them speaks for the thesis.
_OF_STANCE = (
    ("trust-building", "cooperation-with-trust", "no-cooperation-with-trust", True),
    ("opportunistic", "opportunism-grows-with-trust", "opportunism-falls-with-trust", False),
)


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


def _earned(timeline: Timeline, rounds: Sequence[TimelineEntry], by: str | None = None) -> float:
    """What a party's value grew in one of those rounds on average, as the standings show it; that
    of one, or of all.
    """
    return mean(
        [
            change_shown(over.before.value[party], over.after.value[party])
            for entry in rounds
            if (over := measured_in(timeline, entry)) is not None
            for party in timeline.parties
            if by in (None, party)
        ]
    )


def _why_3(timeline: Timeline) -> tuple[str, str]:
    trusted = any(
        _is_trusting(timeline.before(entry).numbers.trust[i][j])
        for entry in timeline.rounds
        for i, j in timeline.pairs()
    )
    against = "no-trust-abused" if trusted else "never-much-trust"
    if len(timeline.rounds) < ENOUGH_ROUNDS:
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
    """Whether it met with a no, and the very same did not come later in the play all the same."""

    def asked(change: ChangeMade) -> tuple[object, ...]:
        which = change.after if change.action in ("amount", "hold") else None
        return change.chapter, change.thing.id, change.action, which

    later = timeline.entries[refused.at :]
    agreed = (made for entry in later for made in entry.changes)
    return (
        refused.gave_way_to is None
        and all(asked(made) != asked(refused) for made in agreed)
        and not any(
            _does(timeline, event, refused) for entry in later for event in entry.script_events
        )
    )


def _does(timeline: Timeline, event: ScriptEventOccurred, refused: ChangeMade) -> bool:
    """Whether the script then did what had been proposed."""
    done = {"adopt": event.adopted, "drop": event.dropped}.get(refused.action, ())
    compiled = timeline.compiled
    things = (compiled.elements[compiled.find_element(name)] for name in done)
    return any((each.chapter, each.id) == (refused.chapter, refused.thing.id) for each in things)


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
        if change_shown(before, after) >= NOTABLE:
            yield _of_moment("moment-raised-trust", moment)
        else:
            yield from _raised_for_one(timeline, moment)
        named = [each.party for each in moment.options if each.option == "name-difference"]
        held = as_shown(min(after, moment.numbers.mean_trust)) >= as_shown(before)
        if named and held:
            yield Evidence(
                "difference-named", moment.round, moment.at, named[0],
                numbers={"speakers": len(named), "parties": len(timeline.parties)},
                refs={"phase": moment.phase},
            )  # fmt: skip


def _raised_for_one(timeline: Timeline, moment: TimelineEntry) -> Found:
    """Whose trust in another rose in that moment, where trust at the table did not rise much."""
    over = reflected_in(timeline, moment)
    if over is None:
        return
    for i, j in timeline.pairs():
        before, after = over.before.trust[i][j], over.after.trust[i][j]
        if change_shown(before, after) >= NOTABLE:
            yield Evidence(
                "moment-raised-one", moment.round, moment.at, j, i,
                numbers={"before": before, "after": after}, refs={"phase": moment.phase},
            )  # fmt: skip


def _has_risen(timeline: Timeline, moment: TimelineEntry) -> bool:
    """Whether anybody's trust in anybody is shown higher after that moment than before it."""
    before = timeline.entries[moment.at - 1].numbers
    over = reflected_in(timeline, moment)
    ends = [moment.numbers, *([over.after] if over is not None else [])]
    return any(
        change_shown(before.trust[i][j], end.trust[i][j]) > 0
        for end in ends
        for i, j in timeline.pairs()
    )


def _reflection_against(timeline: Timeline) -> Found:
    for moment in timeline.moments:
        before, after = _over(moment)
        if any(isinstance(each, Discovered) for each in moment.noticed):
            continue  # what came out there hurt, and not the moment
        if _sank(before, after):
            yield _of_moment("moment-hurt", moment)
        named = any(each.option == "name-difference" for each in moment.options)
        jokes = sum(each.option == "joke-away" for each in moment.options)
        if jokes and not named and not _has_risen(timeline, moment):
            yield Evidence(
                "difference-avoided", moment.round, moment.at,
                numbers={"jokes": jokes, "parties": len(timeline.parties)},
                refs={"phase": moment.phase},
            )  # fmt: skip
    if timeline.moments and timeline.moments[0].round > LATE * len(timeline.rounds):
        first = timeline.moments[0]
        yield Evidence(
            "moment-late", first.round, first.at,
            numbers={"rounds": len(timeline.rounds)}, refs={"phase": first.phase},
        )  # fmt: skip
    came_out = any(isinstance(each, Discovered) for m in timeline.moments for each in m.noticed)
    in_rounds, in_moments = (_grown(timeline, kind) for kind in ("round", "moment"))
    if in_rounds >= NOTABLE and in_moments <= 0 and not came_out:
        numbers = {"table": in_rounds, "moments": len(timeline.moments), "between": in_moments}
        yield Evidence("trust-grew-without", numbers=numbers)


def _grown(timeline: Timeline, kind: Literal["round", "moment"]) -> float:
    """How mean trust grew over those entries together, without what came of them, as a reader adds
    it up in the log.
    """
    return sum(change_shown(*_over(entry)) for entry in timeline.entries if entry.kind == kind)


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
    fell = any(as_shown(min(after, end)) < as_shown(before) for before, after, end in over)
    against = "moments-did-no-harm" if fell else "moments-never-sank"
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
