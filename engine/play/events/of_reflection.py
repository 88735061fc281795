"""What happened in a reflection moment, step by step and in full."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from engine.play.compiled import CompiledScenario
from engine.play.events.kinds import (
    ChangeRefused,
    Discovered,
    Event,
    GameChanged,
    OptionTaken,
    Parted,
    Place,
    Proposed,
    Reason,
    Reflected,
    Standing,
    TrustReasons,
    Voted,
)
from engine.play.events.of_round import added_up, named
from engine.play.events.place import decor_of, lead_address, pairs, place_of, step_texts
from engine.play.events.telling import Teller
from engine.play.measuring import measure
from engine.play.reflection import Held
from engine.play.rules import Vote
from engine.play.state import (
    NOBODY,
    OptionChoice,
    ProposalChoice,
    Stage,
    State,
    World,
)


def option_events(
    compiled: CompiledScenario, state: State, choices: list[OptionChoice]
) -> Iterator[OptionTaken]:
    """What each party does in the first or second step."""
    texts, teller = step_texts(compiled, state.world), Teller(compiled, state, state.world)
    first = state.stage is Stage.DIFFERENCES
    for choice in choices:
        say = texts.say.get(choice.option, ()) if texts else ()
        yield OptionTaken(
            place_of(compiled, state),
            step="differences" if first else "bottlenecks",
            party=choice.party,
            option=choice.option,
            said=teller.words(lead_address(compiled, choice.party), say),
        )


def proposal_events(
    compiled: CompiledScenario, state: State, choices: list[ProposalChoice]
) -> Iterator[Proposed]:
    """What each party puts on the table in the third step."""
    for choice in choices:
        yield Proposed(place_of(compiled, state), choice.party, choice.change, choice.amount)


def decision_events(
    compiled: CompiledScenario, state: State, world: World, held: Held
) -> Iterator[Event]:
    """The votes, the changed game, and what the reflection moment did. world: after it."""
    told = _Decision(compiled, place_of(compiled, state), held)
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
                if i != j:
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
            }
            agree = tuple(p for i, p in enumerate(compiled.parties) if vote.consents[0, i, j])
            if vote.adopted[0, j]:
                before = standing(compiled, self.held.before, at)
                after = _new_standing(compiled, at, amount)
                yield GameChanged(self.place, **known, before=before, after=after, consent=agree)
            else:
                against = tuple(party for party in compiled.parties if party not in agree)
                asked = amount if change.action == "amount" else None
                yield ChangeRefused(self.place, **known, amount=asked, against=against)

    def brought_out(self) -> Iterator[Discovered]:
        """What came to light in the moment."""
        for i, j, by, of in pairs(self.compiled.parties):
            if self.held.reflected.surfaced[0, i, j]:
                hidden = named(self.compiled, self.held.before.secret[0, i, j])
                yield Discovered(self.place, by, of, hidden, "reflection")

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
    made = list(zip(vote.proposal[0].tolist(), vote.amount[0].tolist(), strict=True))
    return made[at] in made[:at]


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
