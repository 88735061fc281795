"""What happened in a reflection moment, step by step and in full."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.play.compiled import Change, CompiledScenario
from engine.play.events.kinds import (
    ChangeRefused,
    Discovered,
    Event,
    GameChanged,
    GaveWay,
    OptionTaken,
    Parted,
    Place,
    Proposed,
    Reason,
    Reflected,
    Spoken,
    Standing,
    TrustReasons,
    Voted,
)
from engine.play.events.of_round import added_up, discovered
from engine.play.events.place import decor_of, lead_address, pairs, place_of, step_texts
from engine.play.events.telling import Teller
from engine.play.measuring import measure
from engine.play.reflection import Held
from engine.play.rules import Vote, competing, is_again
from engine.play.state import (
    NOBODY,
    OptionChoice,
    ProposalChoice,
    Stage,
    State,
    VoteChoice,
    World,
)
from engine.scenario.schema import ReflectionStep


def option_events(
    compiled: CompiledScenario, state: State, choices: list[OptionChoice]
) -> Iterator[OptionTaken]:
    """What each party does in the first or second step."""
    texts, teller = step_texts(compiled, state.world), Teller(compiled, state, state.world)
    first = state.stage is Stage.DIFFERENCES
    for choice in choices:
        yield OptionTaken(
            place_of(compiled, state),
            step="differences" if first else "bottlenecks",
            party=choice.party,
            option=choice.option,
            said=_said_with(compiled, state, teller, texts, choice) if texts else None,
        )


def _said_with(
    compiled: CompiledScenario,
    state: State,
    teller: Teller,
    texts: ReflectionStep,
    choice: OptionChoice,
) -> Spoken | None:
    """What somebody of the party says with its option."""
    for line in texts.lines.get(choice.option, ()):
        if line.party == choice.party and (said := teller.line(line)) is not None:
            return said
    lead = lead_address(compiled, choice.party, state.world)
    return teller.words(lead, texts.say.get(choice.option, ()))


def proposal_events(
    compiled: CompiledScenario, state: State, choices: list[ProposalChoice]
) -> Iterator[Proposed]:
    """What each party puts on the table in the third step."""
    place, keys = place_of(compiled, state), [change.key for change in compiled.changes]
    for choice in choices:
        again = False
        if choice.change is not None:
            change = compiled.changes[keys.index(choice.change)]
            again = bool(is_again(compiled, state.world, change)[0])
        yield Proposed(place, choice.party, choice.change, choice.amount, again)


def decision_events(
    compiled: CompiledScenario, state: State, choices: list[VoteChoice], world: World, held: Held
) -> Iterator[Event]:
    """The votes, the changed game, and what the reflection moment did. world: after it."""
    told = _Decision(compiled, place_of(compiled, state), choices, held)
    yield from told.votes()
    yield from told.decided()
    yield from told.brought_out()
    yield Reflected(
        told.place,
        steps_done=float(held.steps_done[0]),
        quality=float(held.reflected.quality[0]),
        before=measure(compiled, held.before),
        after=measure(compiled, world),
        reasons=told.reasons(),
    )
    if world.parted[0]:
        yield Parted(told.place)


@dataclass(frozen=True, slots=True)
class _Decision:
    compiled: CompiledScenario
    place: Place
    choices: list[VoteChoice]
    held: Held

    @property
    def _proposals(self) -> Iterator[tuple[int, str]]:
        """The proposals that were made, each once: index and id of the first who made it."""
        vote = self.held.vote
        for j, proposer in enumerate(self.compiled.parties):
            if vote.proposal[0, j] != NOBODY and not _made_before(vote, j):
                yield j, proposer

    def votes(self) -> Iterator[Voted]:
        for j, proposer in self._proposals:
            for i, party in enumerate(self.compiled.parties):
                if i != j and party not in self.place.without:
                    yes = bool(self.held.vote.consents[0, i, j])
                    yield Voted(self.place, party, proposer, yes)

    def decided(self) -> Iterator[GameChanged | ChangeRefused]:
        compiled, vote = self.compiled, self.held.vote
        for j, proposer in self._proposals:
            at, amount = int(vote.proposal[0, j]), float(vote.amount[0, j])
            change = compiled.changes[at]
            known: dict[str, Any] = {
                "by": proposer,
                "change": change.key,
                "chapter": change.chapter,
                "name": compiled.elements[change.thing].id if change.thing != NOBODY else "part",
                "action": change.action,
                "again": bool(is_again(compiled, self.held.before, change)[0]),
                "also_by": self._also_by(j),
            }
            if vote.adopted[0, j]:
                agree = tuple(p for i, p in enumerate(compiled.parties) if vote.consents[0, i, j])
                before = standing(compiled, self.held.before, at)
                after = _new_standing(compiled, at, amount)
                yield GameChanged(self.place, **known, before=before, after=after, consent=agree)
            else:
                asked = amount if change.action == "amount" else None
                yield ChangeRefused(self.place, **known, amount=asked, **self._why_not(j, change))

    def _also_by(self, at: int) -> tuple[str, ...]:
        """Those who made exactly the same proposal, after the first who made it."""
        made = _made(self.held.vote)
        later = zip(self.compiled.parties[at + 1 :], made[at + 1 :], strict=True)
        return tuple(party for party, each in later if each == made[at])

    def _why_not(self, j: int, change: Change) -> dict[str, Any]:
        """Who was against the proposal of j and why, or what it gave way to."""
        vote, parties = self.held.vote, self.compiled.parties
        if vote.agreed[0, j]:
            return {"against": (), "gave_way": self._gave_way(j)}
        against = tuple(
            party
            for i, party in enumerate(parties)
            if not vote.consents[0, i, j]
            and party not in self.place.without
            and self._consent(change) in ("all", "majority", party)
        )
        given = {choice.party: choice.reasons.get(parties[j]) for choice in self.choices}
        reasons = {party: why for party in against if (why := given[party]) is not None}
        return {"against": against, "reasons": reasons}

    def _consent(self, change: Change) -> str:
        """Whose word is needed; of all who are there, where the one party whose it was has left."""
        return "all" if change.consent in self.place.without else change.consent

    def _gave_way(self, j: int) -> GaveWay:
        """The competing proposal that went before that of j."""
        vote, compiled = self.held.vote, self.compiled
        rivals = competing(compiled, vote.proposal, vote.amount)[0, j] & vote.adopted[0]
        by = int(np.flatnonzero(rivals)[0])
        change = compiled.changes[int(vote.proposal[0, by])]
        amount = float(vote.amount[0, by]) if change.action == "amount" else None
        yes = vote.consents[0].sum(axis=0)
        by_lot = bool(yes[by] == yes[j]) and change.action != "part"
        return GaveWay(change.key, amount, compiled.parties[by], by_lot)

    def brought_out(self) -> Iterator[Discovered]:
        """What came to light in the moment."""
        before = self.held.before
        for i, j, *_ in pairs(self.compiled.parties):
            if self.held.reflected.surfaced[0, i, j]:
                yield discovered(
                    self.compiled, self.place, (i, j), before.secret, before, "reflection"
                )

    def reasons(self) -> TrustReasons:
        """Why trust moved: what was said in the moment, what rubbed, and what came out."""
        did = self.held.reflected
        result: dict[str, dict[str, dict[Reason, float]]] = {}
        for i, j, by, of in pairs(self.compiled.parties):
            change, rubbed, came_out = (
                float(part[0, i, j]) for part in (did.trust_change, did.rubbed, did.came_out)
            )
            result.setdefault(by, {})[of] = added_up(
                [
                    ("reflection", change - rubbed - came_out),
                    ("friction", rubbed),
                    ("discovery", came_out),
                ]
            )
        return result


def _made_before(vote: Vote, at: int) -> bool:
    """Whether an earlier party made exactly the same proposal, which is reported once."""
    made = _made(vote)
    return made[at] in made[:at]


def _made(vote: Vote) -> list[tuple[int, float]]:
    """By party, which change it proposed, and with which number."""
    return list(zip(vote.proposal[0].tolist(), vote.amount[0].tolist(), strict=True))


def standing(compiled: CompiledScenario, world: World, at: int) -> Standing:
    """How the thing that a change (by index) is about stands now."""
    change = compiled.changes[at]
    thing = change.thing
    if change.action == "part":
        return None
    if change.action == "move":
        return decor_of(compiled, world)
    if change.action == "amount":
        return float(world.amount[0, thing])
    if change.action == "hold":
        return (*compiled.parties, "table")[int(world.holder[0, thing])]
    return bool(world.in_force[0, thing])


def _new_standing(compiled: CompiledScenario, at: int, amount: float) -> Standing:
    change = compiled.changes[at]
    if change.action == "move":
        return compiled.elements[change.thing].id
    if change.action == "hold":
        return (*compiled.parties, "table")[change.holder]
    return {"adopt": True, "drop": False, "amount": amount, "part": None}[change.action]
