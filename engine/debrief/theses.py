"""The five theses, each with what in this play speaks for it and what against.

Every item is found by a rule. Where no rule of a side holds, one item says so and why. What the
model guarantees whatever is played (`wired_in`) shows how the model works; it proves nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from engine.debrief.codes import NOTHING
from engine.debrief.findings import ChangeMade, Evidence, Ref, Thesis, TimelineEntry
from engine.debrief.knowledge import knowledge
from engine.debrief.ledger import ledger
from engine.debrief.patterns import formal_moves, joint_act, repetition
from engine.debrief.story import Story, mean, move_of, move_ref
from engine.model.kernel import risk
from engine.model.parameters import DEFAULTS, READING
from engine.play.circumstances import circumstances
from engine.play.events import MoveMade
from engine.play.events.kinds import Reason

# From where a number counts as high, and a difference as one.
DIVIDED, TRUSTING, ON_PAPER = READING.divided, READING.trusting, READING.on_paper
MOVED, NOTABLE = READING.moved, READING.notable
ENOUGH_ROUNDS, LATE = READING.thesis_rounds, READING.late

Found = Iterator[Evidence]


def theses(story: Story) -> tuple[Thesis, ...]:
    """The five, in order."""
    return (
        _thesis(1, _balance_for(story), _balance_against(story), _why_1(story)),
        _thesis(2, _masking_for(story), _masking_against(story), _why_2(story)),
        _thesis(3, _trust_for(story), _trust_against(story), _why_3(story)),
        _thesis(4, _game_for(story), _game_against(story), _why_4(story)),
        _thesis(5, _reflection_for(story), _reflection_against(story), _why_5(story)),
    )


def _thesis(number: int, in_favour: Found, against: Found, why: tuple[str, str]) -> Thesis:
    def side(found: Found, because: str) -> tuple[Evidence, ...]:
        evidence = tuple(found)
        return evidence if real(evidence) else (*evidence, Evidence(NOTHING, because=because))

    return Thesis(number, side(in_favour, why[0]), side(against, why[1]))  # type: ignore[arg-type]


# 1. Whoever is not in balance at home gets trouble in the alliance.


def _balance_for(story: Story) -> Found:
    for entry, move, other, change in _home_trouble(story):
        if change < 0:
            code = "veto-cost-trust" if move.vetoed else "slip-cost-trust"
            yield _of_home(story, code, entry, move, other, change)
    times = {party: len(home_rounds(story, party)) for party in story.parties}
    balance = story.start.numbers.internal_balance
    for party, other in story.pairs():
        if balance[party] < balance[other] - NOTABLE and times[party] > times[other]:
            yield Evidence(
                "divided-house-slips-more", party=party, other=other,
                numbers={
                    "balance": balance[party], "other_balance": balance[other],
                    "times": times[party], "other_times": times[other],
                },
            )  # fmt: skip


def _balance_against(story: Story) -> Found:
    if worst := _worst_fall(story):
        entry, i, j, reason, change = worst
        move = move_of(entry, j)
        at_home = move is not None and (move.slipped or move.vetoed) and reason == "experience"
        if not at_home:
            yield Evidence(
                "harm-from-elsewhere", entry.round, entry.at, party=j, other=i,
                numbers={"trust_change": change}, refs={"reason": Ref("option", reason)},
            )  # fmt: skip
    yield from _divided_but_held(story)
    for entry, move, other, change in _home_trouble(story):
        if change >= 0:
            yield _of_home(story, "slip-without-harm", entry, move, other, change)


def _divided_but_held(story: Story) -> Found:
    if any(entry.left for entry in story.rounds):
        return
    start, end = story.start.numbers, story.end.numbers
    for party in story.parties:
        balance = mean([e.numbers.internal_balance[party] for e in story.timeline])
        before = mean([start.trust[i][party] for i in story.parties if i != party])
        after = mean([end.trust[i][party] for i in story.parties if i != party])
        if balance < DIVIDED and after >= before and story.played:
            yield Evidence(
                "divided-but-held", party=party,
                numbers={"internal_balance": balance, "trust_start": before, "trust_end": after},
            )  # fmt: skip


def home_rounds(story: Story, party: str) -> list[int]:
    """The rounds in which that party slipped, or its own house stopped it."""
    return [
        entry.round
        for entry in story.played
        if (move := move_of(entry, party)) is not None and (move.slipped or move.vetoed)
    ]


def _home_trouble(story: Story) -> Iterator[tuple[TimelineEntry, MoveMade, str, float]]:
    """Every slip and veto, and how another's trust moved by the experience of that round."""
    for entry in story.played:
        for move in entry.moves:
            if not (move.slipped or move.vetoed):
                continue
            for other in story.parties:
                if other != move.party:
                    change = _by_reason(entry, other, move.party, "experience")
                    yield entry, move, other, change


def _by_reason(entry: TimelineEntry, i: str, j: str, reason: Reason) -> float:
    return entry.reasons.get(i, {}).get(j, {}).get(reason, 0.0)


def _of_home(
    story: Story, code: str, entry: TimelineEntry, move: MoveMade, other: str, change: float
) -> Evidence:
    balance = entry.numbers.internal_balance[move.party]
    played = move_ref(story.compiled, move.move)
    return Evidence(
        code, entry.round, entry.at, move.party, other,
        numbers={"trust_change": change, "internal_balance": balance}, refs={"move": played},
    )  # fmt: skip


def _worst_fall(story: Story) -> tuple[TimelineEntry, str, str, str, float] | None:
    falls = [
        (change, entry.at, i, j, reason)
        for entry in story.timeline
        for i, about in entry.reasons.items()
        for j, reasons in about.items()
        for reason, change in reasons.items()
        if reason != "masked" and change < -NOTABLE
    ]
    if not falls:
        return None
    change, at, i, j, reason = min(falls)
    return story.timeline[at], i, j, reason, change


def _why_1(story: Story) -> tuple[str, str]:
    trouble = any(home_rounds(story, party) for party in story.parties)
    fell = _worst_fall(story) is not None
    return (
        "slips-did-no-harm" if trouble else "no-slip-or-veto",
        "slips-did-harm-only" if fell else "trust-never-fell",
    )


# 2. What is ordered formally masks the informal.


def _masking_for(story: Story) -> Found:
    for i, j in story.pairs():
        masked = [_by_reason(entry, i, j, "masked") for entry in story.timeline]
        if sum(map(abs, masked)) > MOVED:
            gained = sum(max(0.0, _by_reason(e, i, j, "experience")) for e in story.timeline)
            yield Evidence(
                "masked-trust", party=j, other=i,
                numbers={
                    "masked": sum(map(abs, masked)), "gained": gained,
                    "rounds": sum(each != 0 for each in masked),
                },
            )  # fmt: skip
    kept = [
        e for e in _kept(story) if _formal(story, e) >= ON_PAPER and _trust(story, e) < TRUSTING
    ]
    if kept:
        yield Evidence(
            "kept-under-contract",
            numbers={
                "rounds": len(kept),
                "formal_overlap": mean([_formal(story, e) for e in kept]),
                "trust": mean([_trust(story, e) for e in kept]),
            },
        )
    end = story.end.numbers
    for i, j in story.pairs():
        if end.formal_overlap >= ON_PAPER and end.reliability[i][j] > end.trust[i][j] + NOTABLE:
            yield Evidence(
                "relied-without-trusting", party=j, other=i,
                numbers={
                    "reliability": end.reliability[i][j], "trust": end.trust[i][j],
                    "formal_overlap": end.formal_overlap,
                },
            )  # fmt: skip
    paper, trust = _paper_and_trust(story)
    if paper > NOTABLE and trust < -MOVED:
        yield Evidence(
            "paper-while-trust-fell",
            numbers={**_from_start_to_end(story), "moves": len(formal_moves(story))},
        )


def _masking_against(story: Story) -> Found:
    yield from _clearest(
        _contract_protected(story),
        lambda each: each.numbers["risk_without"] - each.numbers["real_risk"],
    )
    paper, trust = _paper_and_trust(story)
    if paper > NOTABLE and trust > MOVED:
        yield Evidence("paper-and-trust-grew", numbers=_from_start_to_end(story))
    bare = [entry for entry in _kept(story) if _formal(story, entry) < ON_PAPER]
    if bare:
        yield Evidence(
            "cooperated-without-paper",
            numbers={
                "rounds": len(bare),
                "formal_overlap": mean([_formal(story, entry) for entry in bare]),
            },
        )


def _contract_protected(story: Story) -> Found:
    """Guile and claims, and what would have been at stake with nothing on paper."""
    for entry in story.played:
        state = story.state_before(entry)
        takers = [m for m in entry.moves if m.stance == "opportunistic" and not m.vetoed]
        if state is None or not takers:
            continue
        world = state.world
        bare = replace(world.alliance, formal_overlap=np.zeros_like(world.alliance.formal_overlap))
        now = circumstances(story.compiled, world)
        without = replace(now, formal_overlap_shift=np.zeros_like(now.formal_overlap_shift))
        real = risk(world.alliance, now, DEFAULTS).p_star[0]
        unprotected = risk(bare, without, DEFAULTS).p_star[0]
        for move in takers:
            j = story.parties.index(move.party)
            for i, other in enumerate(story.parties):
                if i != j and unprotected[i, j] > real[i, j] + NOTABLE:
                    yield Evidence(
                        "contract-protected", entry.round, entry.at, move.party, other,
                        numbers={
                            "formal_overlap": _formal(story, entry),
                            "real_risk": float(real[i, j]),
                            "risk_without": float(unprotected[i, j]),
                            "exposure": float(world.alliance.exposure[0, i, j]),
                        },
                        refs={"move": move_ref(story.compiled, move.move)},
                    )  # fmt: skip


def _kept(story: Story) -> list[TimelineEntry]:
    """The rounds in which nobody acted opportunistically."""
    return [
        entry
        for entry in story.played
        if all(move.stance != "opportunistic" for move in entry.moves)
    ]


def _trust(story: Story, entry: TimelineEntry) -> float:
    """Mean trust when this round's moves were chosen."""
    return story.before(entry).numbers.mean_trust


def _formal(story: Story, entry: TimelineEntry) -> float:
    return story.before(entry).numbers.formal_overlap


def _paper_and_trust(story: Story) -> tuple[float, float]:
    start, end = story.start.numbers, story.end.numbers
    return end.formal_overlap - start.formal_overlap, end.mean_trust - start.mean_trust


def _from_start_to_end(story: Story) -> dict[str, float]:
    start, end = story.start.numbers, story.end.numbers
    return {
        "formal_start": start.formal_overlap,
        "formal_end": end.formal_overlap,
        "trust_start": start.mean_trust,
        "trust_end": end.mean_trust,
    }


def _why_2(story: Story) -> tuple[str, str]:
    return "no-trust-masked", "paper-without-protection"


# 3. Trust makes cooperation possible, serves efficiency, and lessens opportunism.


def _trust_for(story: Story) -> Found:
    for code, _, high, low, size, wired_in in _comparisons(story):
        better = low - high if code in _LESS_IS_BETTER else high - low
        if better > (0 if wired_in else size):
            yield _compared(story, code, high, low, wired_in=wired_in)


def _trust_against(story: Story) -> Found:
    for code, opposite, high, low, size, wired_in in _comparisons(story):
        worse = high - low if code in _LESS_IS_BETTER else low - high
        if worse > size and not wired_in:
            yield _compared(story, opposite, high, low, wired_in=False)
    yield from _clearest(_exploited(story), lambda each: each.numbers["gain"])
    yield from _clearest(_despite_trust(story), lambda each: each.numbers["trust"])


def _exploited(story: Story) -> Found:
    for each in knowledge(story).guile:
        before = story.timeline[each.at - 1].numbers.trust
        for other in story.parties:
            if other != each.party and before[other][each.party] >= TRUSTING and each.gain > 0:
                yield Evidence(
                    "naivety-exploited", each.round, each.at, each.party, other,
                    numbers={"trust": before[other][each.party], "gain": each.gain},
                    refs={"move": each.move},
                )  # fmt: skip


def _despite_trust(story: Story) -> Found:
    for entry in story.played:
        for move in entry.moves:
            if move.stance != "opportunistic" or move.vetoed:
                continue
            for other, trust in story.before(entry).numbers.trust[move.party].items():
                if trust >= TRUSTING:
                    yield Evidence(
                        "opportunism-despite-trust", entry.round, entry.at, move.party, other,
                        numbers={"trust": trust},
                        refs={"move": move_ref(story.compiled, move.move)},
                    )  # fmt: skip


_LESS_IS_BETTER = ("opportunism-falls-with-trust", "cheaper-with-trust", "risk-seen-as-it-is")
_Comparison = tuple[str, str, float, float, float, bool]


def _comparisons(story: Story) -> Iterator[_Comparison]:
    """For each measure: code, opposite code, in rounds of higher and of lower trust, what counts
    as a difference, and whether the model guarantees it.
    """
    split = _split_by_trust(story)
    if split is None:
        return
    high, low = split

    def both(measure: Callable[[TimelineEntry], float]) -> tuple[float, float]:
        return mean([measure(e) for e in high]), mean([measure(e) for e in low])

    def overestimated(entry: TimelineEntry) -> float:
        numbers = story.before(entry).numbers
        return mean(
            [numbers.perceived_risk[i][j] - numbers.real_risk[i][j] for i, j in story.pairs()]
        )

    yield (
        "cooperation-with-trust",
        "no-cooperation-with-trust",
        *both(_share_of_giving),
        NOTABLE,
        False,
    )
    yield (
        "opportunism-falls-with-trust", "opportunism-grows-with-trust", *both(_share_of_taking),
        NOTABLE, False,
    )  # fmt: skip
    yield "value-with-trust", "no-value-with-trust", *both(_payoff), MOVED, False
    cost = both(lambda entry: story.before(entry).numbers.transaction_cost)
    yield "cheaper-with-trust", "", *cost, 0.0, True
    yield "risk-seen-as-it-is", "", *both(overestimated), 0.0, True


def _split_by_trust(story: Story) -> tuple[list[TimelineEntry], list[TimelineEntry]] | None:
    """The rounds of higher and of lower trust, half and half; None where that says nothing."""
    rounds = sorted(story.played, key=lambda entry: (_trust(story, entry), entry.at))
    half = len(rounds) // 2
    if len(rounds) < ENOUGH_ROUNDS:
        return None
    low, high = rounds[:half], rounds[-half:]
    apart = mean([_trust(story, e) for e in high]) - mean([_trust(story, e) for e in low])
    return (high, low) if apart >= NOTABLE else None


def _share_of_giving(entry: TimelineEntry) -> float:
    return mean([float(move.stance == "trust-building") for move in entry.moves])


def _share_of_taking(entry: TimelineEntry) -> float:
    return mean([float(move.stance == "opportunistic") for move in entry.moves])


def _payoff(entry: TimelineEntry) -> float:
    return mean(list(entry.numbers.payoff.values()))


def _compared(story: Story, code: str, high: float, low: float, *, wired_in: bool) -> Evidence:
    numbers = {"high": high, "low": low, "rounds": len(story.played) // 2}
    return Evidence(code, numbers=numbers, wired_in=wired_in)


def _why_3(story: Story) -> tuple[str, str]:
    if len(story.played) < ENOUGH_ROUNDS:
        return "too-few-rounds", "no-trust-abused"
    if _split_by_trust(story) is None:
        return "trust-hardly-moved", "no-trust-abused"
    return "no-difference-seen", "no-trust-abused"


# 4. The talks are a game that the players make themselves and can change.


def _game_for(story: Story) -> Found:
    seen = [joint_act(story, entry) for entry in story.played]
    for entry, change in _agreed(story):
        refs = {"thing": change.thing}
        yield _of_change("players-changed", change)
        gained = sum(map(len, change.moves_gained.values()))
        lost = sum(map(len, change.moves_lost.values()))
        if gained or lost:
            yield Evidence(
                "other-moves-open", entry.round, entry.at,
                numbers={"gained": gained, "lost": lost}, refs=refs,
            )  # fmt: skip
        following = story.next_round(entry)
        if following in story.played:
            at = story.played.index(following)
            if seen[at] not in seen[:at]:
                yield Evidence("new-act-after-change", following.round, following.at, refs=refs)
    within = _within(story)
    if within.count(True) > len(within) / 2:
        yield Evidence(
            "reproduced-unspoken",
            numbers={"repeats": within.count(True), "rounds": len(within)},
        )


def _game_against(story: Story) -> Found:
    lines = ledger(story)
    untouched = [line for line in lines if line.status == "never-questioned"]
    negotiable = sum(thing.negotiable for thing in story.compiled.elements)
    if untouched:
        first = next((line for line in untouched if line.chapter == "rules"), untouched[0])
        yield Evidence(
            "never-touched", refs={"thing": first.thing},
            numbers={"things": len(untouched), "negotiable": negotiable},
        )  # fmt: skip
    for entry in story.timeline:
        for change in entry.rejected:
            yield _of_change("change-refused", change)
    for line in lines:
        if line.status == "put-back":
            last = line.changes[-1]
            yield Evidence("change-undone", last.round, last.at, refs={"thing": line.thing})
    for _, change in _agreed(story):
        if change.had_effect is False:
            yield replace(_of_change("change-without-effect", change), refs={"thing": change.thing})
    within = _within(story)
    if within and within.count(True) <= len(within) / 2:
        yield Evidence(
            "broke-pattern-unspoken",
            numbers={"others": within.count(False), "rounds": len(within)},
        )


def _agreed(story: Story) -> Iterator[tuple[TimelineEntry, ChangeMade]]:
    for entry in story.timeline:
        for change in entry.changes:
            if change.action != "part":
                yield entry, change


def _of_change(code: str, change: ChangeMade) -> Evidence:
    refs = {"thing": change.thing, "action": Ref("option", change.action)}
    return Evidence(code, change.round, change.at, change.by, refs=refs)


def _within(story: Story) -> list[bool]:
    """Of each round straight after a round, whether the joint act was the same."""
    repeats = set(repetition(story).repeats)
    return [
        entry.round in repeats
        for early, entry in zip(story.played, story.played[1:], strict=False)
        if entry.at == early.at + 1
    ]


def _why_4(story: Story) -> tuple[str, str]:
    return "nothing-changed", "everything-questioned"


# 5. Reflection strengthens trust without suppressing diversity.


def _reflection_for(story: Story) -> Found:
    for moment in story.moments:
        before, after = _over(moment)
        refs = {"phase": moment.phase}
        if after > before + MOVED:
            yield _of_moment("moment-raised-trust", moment)
        understood = story.before(moment).numbers.understanding
        if moment.numbers.understanding > understood + MOVED:
            yield Evidence(
                "moment-raised-understanding", moment.round, moment.at, refs=refs,
                numbers={"before": understood, "after": moment.numbers.understanding},
            )  # fmt: skip
        for taken in moment.options:
            if taken.option == "name-difference" and after >= before:
                yield Evidence(
                    "difference-named", moment.round, moment.at, taken.party, refs=refs,
                    numbers={"before": before, "after": after},
                )  # fmt: skip
    if story.moments and story.states:
        diversity = float(story.states[-1].world.alliance.diversity[0])
        yield Evidence("diversity-kept", numbers={"diversity": diversity}, wired_in=True)


def _reflection_against(story: Story) -> Found:
    for moment in story.moments:
        before, after = _over(moment)
        if after < before - MOVED:
            yield _of_moment("moment-hurt", moment)
        named = any(each.option == "name-difference" for each in moment.options)
        if moment.options and not named:
            jokes = sum(each.option == "joke-away" for each in moment.options)
            yield Evidence(
                "difference-avoided", moment.round, moment.at,
                numbers={"jokes": jokes}, refs={"phase": moment.phase},
            )  # fmt: skip
    if story.moments and story.moments[0].round > LATE * len(story.rounds):
        first = story.moments[0]
        yield Evidence(
            "moment-late", first.round, first.at,
            numbers={"rounds": len(story.rounds)}, refs={"phase": first.phase},
        )  # fmt: skip
    yield from _clearest(_talk_hurt(story), lambda each: -each.numbers["trust_change"])
    spoken = sum(after - before for before, after in map(_over, story.moments))
    table = story.end.numbers.mean_trust - story.start.numbers.mean_trust - spoken
    if table > MOVED and table > spoken:
        yield Evidence("trust-grew-without", numbers={"table": table, "moments": spoken})


def _talk_hurt(story: Story) -> Found:
    for entry in story.played:
        for i, j in story.pairs():
            change = _by_reason(entry, i, j, "talk")
            if change < -MOVED:
                safety = story.before(entry).numbers.safety[i]
                yield Evidence(
                    "talk-hurt", entry.round, entry.at, j, i,
                    numbers={"trust_change": change, "safety": safety},
                )  # fmt: skip


def _over(moment: TimelineEntry) -> tuple[float, float]:
    return moment.trust_before or 0.0, moment.trust_after or 0.0


def _of_moment(code: str, moment: TimelineEntry) -> Evidence:
    before, after = _over(moment)
    return Evidence(
        code, moment.round, moment.at, refs={"phase": moment.phase},
        numbers={"before": before, "after": after, "quality": moment.quality or 0.0},
    )  # fmt: skip


def _why_5(story: Story) -> tuple[str, str]:
    if not story.moments:
        return "no-moment", "no-moment"
    return "moments-brought-nothing", "moments-did-no-harm"


def _clearest(found: Found, how_clear: Callable[[Evidence], float]) -> Found:
    """Of the evidence about each pair the clearest, with how many times it happened."""
    by_pair: dict[tuple[str | None, str | None], list[Evidence]] = {}
    for each in found:
        by_pair.setdefault((each.party, each.other), []).append(each)
    for same in by_pair.values():
        best = max(same, key=how_clear)
        yield replace(best, numbers={**best.numbers, "times": len(same)})


def real(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence that says something of this play: nothing empty, nothing wired in."""
    return tuple(each for each in evidence if each.code != NOTHING and not each.wired_in)
