"""What happened in a step, told in full: the events that the trace and the debrief read."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from engine.model.chance import Purpose
from engine.model.kernel import Alliance, risk, transaction_cost
from engine.play.circumstances import circumstances
from engine.play.compiled import CompiledScenario
from engine.play.conditions import holds
from engine.play.lifecycle import Opened
from engine.play.reflection import Held
from engine.play.round import Draw, Played
from engine.play.rules import Vote
from engine.play.state import (
    NOBODY,
    Event,
    EventKind,
    MoveChoice,
    OptionChoice,
    Stage,
    State,
    World,
)
from engine.scenario.schema import Answer, Phase, ReflectionStep
from engine.scenario.vocabulary import OUTCOMES, Outcome


class Ended(NamedTuple):
    """How a play ended: its class, and the ending that the author wrote for it."""

    outcome: Outcome
    ending: str


def outcome(compiled: CompiledScenario, state: State) -> Ended | None:
    """How the play ended, or None while it goes on."""
    if not state.is_over:
        return None
    code, ending = int(state.world.outcome[0]), int(state.world.ending[0])
    return Ended(OUTCOMES[code], compiled.endings[ending])


def make(compiled: CompiledScenario, state: State, kind: EventKind, **data: Any) -> Event:
    """An event of that kind, placed where the play is."""
    world = state.world
    at_table = state.stage is Stage.ROUND
    return Event(
        kind,
        int(world.round[0]) + (1 if at_table else 0),
        state.stage,
        compiled.phases[int(world.phase[0])],
        data,
    )


def round_events(
    compiled: CompiledScenario,
    state: State,
    choices: list[MoveChoice],
    world: World,
    played: Played,
) -> Iterator[Event]:
    """What a round brought, in the order in which it is told."""

    def event(kind: EventKind, **data: Any) -> Event:
        return make(compiled, state, kind, **data)

    parties = compiled.parties
    for choice in choices:
        for each in choice.predictions:
            yield event(
                "prediction", party=choice.party, about=each.about, stance=each.stance,
                probability=each.probability,
            )  # fmt: skip
    result = played.round
    for at, choice in enumerate(choices):
        say = compiled.scenario.moves[choice.move].say or ()
        yield event(
            "move", party=choice.party, move=choice.move, variant=_turn_of(state, at, len(say)),
            slipped=bool(result.slipped[0, at]), vetoed=bool(result.vetoed[0, at]),
        )  # fmt: skip
    callers = [choice.party for choice in choices if choice.call]
    for party in callers:
        yield event("called", party=party, alone=len(callers) == 1)
    for at, party in enumerate(parties):
        if world.left[0, at]:
            yield event("left", party=party)
    for by, of in _pairs(parties):
        i, j = parties.index(by), parties.index(of)
        if result.discovered[0, i, j]:
            yield event(
                "discovered",
                by=by,
                of=of,
                how="move",
                moves=_named(compiled, played.found[0, i, j]),
            )
        if result.suspected[0, i, j]:
            yield event("suspected", by=by, of=of)
        if compiled.repair[compiled.moves.index(choices[j].move)]:
            change = float(result.repaired[0, i, j])
            yield event(
                "repair", party=of, to=by, type=_repair(compiled, choices[j]), change=change
            )
    if not world.left.any():
        yield from _answers(compiled, state, world)
    for at, name in enumerate(compiled.events):
        if played.occurred[0, at]:
            whom = int(world.befell[0, at])
            befell = parties[whom] if whom < len(parties) else None
            yield event("occasion", event=name, party=befell)
    for by, of in _pairs(parties):
        i, j = parties.index(by), parties.index(of)
        if played.surfaced[0, i, j]:
            hidden = _named(compiled, (state.world.secret | _just(compiled, world))[0, i, j])
            yield event("discovered", by=by, of=of, how="event", moves=hidden)
    yield event(
        "numbers",
        before=measures(compiled, state.world, None),
        after=measures(compiled, world, result.payoff),
        reasons=_reasons(compiled, state.world, world, played),
    )


def _just(compiled: CompiledScenario, world: World) -> Any:
    """(1, P, P, H) the moves just played, as [g, i, j, h] of j."""
    return (compiled.hideable == world.last_move[:, :, None])[:, None]


def _named(compiled: CompiledScenario, chosen: Any) -> list[str]:
    """The ids of the hideable moves (H,) that are chosen."""
    return [compiled.moves[move] for move in compiled.hideable[np.asarray(chosen)]]


def _repair(compiled: CompiledScenario, choice: MoveChoice) -> str:
    return ("", "apology", "denial")[int(compiled.repair[compiled.moves.index(choice.move)])]


def _answers(compiled: CompiledScenario, state: State, world: World) -> Iterator[Event]:
    """For each party the first answer that fits what the table just saw."""
    phase = compiled.phases[int(state.world.phase[0])]
    written: list[tuple[str, int, Answer]] = []
    for scope, answers in (
        (phase, compiled.scenario.script.phases[phase].answers),
        ("script", compiled.scenario.script.answers),
    ):
        written += [(scope, index, answer) for index, answer in enumerate(answers)]
    for at, party in enumerate(compiled.parties):
        for scope, index, answer in written:
            speaks = answer.speaker.partition(".")[0] == party
            if speaks and holds(answer.when, compiled, world, public=True)[0]:
                variant = _turn_of(state, len(compiled.parties) + at, len(answer.say))
                yield make(
                    compiled, state, "answer",
                    speaker=answer.speaker, scope=scope, index=index, variant=variant,
                )  # fmt: skip
                break


def option_events(
    compiled: CompiledScenario, state: State, choices: list[OptionChoice]
) -> Iterator[Event]:
    """What each party does in the first or second step of a reflection moment."""
    texts = step_texts(compiled, state.world)
    for at, choice in enumerate(choices):
        say = texts.say.get(choice.option, ()) if texts else ()  # type: ignore[call-overload]
        yield make(
            compiled, state, "option",
            step=state.stage.name.lower(), party=choice.party, option=choice.option,
            variant=_turn_of(state, at, len(say)),
        )  # fmt: skip


def step_texts(compiled: CompiledScenario, world: World) -> ReflectionStep | None:
    """The author's texts of the present step; None where the author wrote none."""
    script = compiled.scenario.script
    phase = script.phases[compiled.phases[int(world.phase[0])]]
    reflection = script.called if world.called[0] else phase.reflection
    stage = Stage(int(world.stage[0]))
    if reflection is None or stage not in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        return None
    return reflection.differences if stage is Stage.DIFFERENCES else reflection.bottlenecks


def _turn_of(state: State, at: int, wordings: int) -> int:
    """Which of several wordings is used: drawn once a play, then each in its turn.

    So two parties never say the same in one round, and nobody says it again before the rest.
    """
    if wordings < 2:
        return 0
    first = draw_of(state.seed, state.game).uniform(np.zeros(1, dtype=int), Purpose.LINE, 1)[0, 0]
    return (int(first * wordings) + int(state.world.round[0]) + at) % wordings


def decision_events(
    compiled: CompiledScenario, state: State, world: World, held: Held
) -> Iterator[Event]:
    """The votes, the changed game, and what the reflection moment did."""

    def event(kind: EventKind, **data: Any) -> Event:
        return make(compiled, state, kind, **data)

    parties, vote = compiled.parties, held.vote
    for j, proposer in enumerate(parties):
        if vote.proposal[0, j] == NOBODY or _made_before(vote, j):
            continue
        for i, party in enumerate(parties):
            if i != j:
                yes = bool(vote.consents[0, i, j])
                yield event("voted", party=party, proposer=proposer, yes=yes)
    for j, proposer in enumerate(parties):
        at = int(vote.proposal[0, j])
        if at == NOBODY or _made_before(vote, j):
            continue
        change = compiled.changes[at]
        known = {
            "by": proposer,
            "change": change.key,
            "chapter": change.chapter,
            "name": compiled.elements[change.thing].id if change.thing != NOBODY else "part",
            "action": change.action,
        }
        agree = [party for i, party in enumerate(parties) if vote.consents[0, i, j]]
        if vote.adopted[0, j]:
            yield event(
                "changed", **known, consent=agree,
                before=_standing_value(compiled, held.before, at),
                after=_new_value(compiled, at, float(vote.amount[0, j])),
            )  # fmt: skip
        else:
            against = [party for party in parties if party not in agree]
            amount = float(vote.amount[0, j]) if change.action == "amount" else None
            yield event("rejected", **known, amount=amount, against=against)
    surfaced = [
        [by, of]
        for by, of in _pairs(parties)
        if held.reflected.surfaced[0, parties.index(by), parties.index(of)]
    ]
    for by, of in surfaced:
        hidden = held.before.secret[0, parties.index(by), parties.index(of)]
        yield event("discovered", by=by, of=of, how="reflection", moves=_named(compiled, hidden))
    yield event(
        "reflected",
        steps_done=float(held.steps_done[0]),
        quality=float(held.reflected.quality[0]),
        before=measures(compiled, held.before, None),
        after=measures(compiled, world, None),
        surfaced=surfaced,
    )
    if world.parted[0]:
        yield event("parted")


def _made_before(vote: Vote, at: int) -> bool:
    """Whether an earlier party made the very same proposal: it is told once."""
    made = list(zip(vote.proposal[0].tolist(), vote.amount[0].tolist(), strict=True))
    return made[at] in made[:at]


def _standing_value(compiled: CompiledScenario, world: World, at: int) -> Any:
    change = compiled.changes[at]
    thing = change.thing
    if change.action == "part":
        return None
    if change.action == "move":
        here = int(world.decor[0])
        here = int(compiled.phase_decor[world.phase[0]]) if here == NOBODY else here
        return compiled.elements[here].id
    if change.action == "amount":
        return float(world.amount[0, thing])
    if change.action == "hold":
        return (*compiled.parties, "table")[int(world.holder[0, thing])]
    return bool(world.in_force[0, thing])


def _new_value(compiled: CompiledScenario, at: int, amount: float) -> Any:
    change = compiled.changes[at]
    if change.action == "move":
        return compiled.elements[change.thing].id
    if change.action == "hold":
        return (*compiled.parties, "table")[change.holder]
    return {"adopt": True, "drop": False, "amount": amount, "part": None}[change.action]


def arrival_events(
    compiled: CompiledScenario, state: State, opened: Opened, new_phase: bool
) -> list[Event]:
    """The events of coming to a place: phase, rituals and what is said before the choice."""
    world = state.world
    if state.is_over:
        ended = outcome(compiled, state)
        assert ended is not None
        value = dict(zip(compiled.parties, world.alliance.value[0].tolist(), strict=True))
        return [
            make(
                compiled, state, "ended",
                outcome=ended.outcome, ending=ended.ending, value=value, rounds=int(world.round[0]),
            )
        ]  # fmt: skip
    events = []
    phase = compiled.phases[int(world.phase[0])]
    if new_phase:
        events.append(make(compiled, state, "phase", phase=phase, decor=decor_of(compiled, world)))
    for at, held in opened.held.items():
        if held[0]:
            hollow = bool(opened.hollow[at][0])
            events.append(
                make(compiled, state, "ritual", ritual=compiled.elements[at].id, hollow=hollow)
            )
    for part, index in scene(compiled, world, fresh=new_phase):
        events.append(make(compiled, state, "lines", phase=phase, part=part, index=index))
    return events


def decor_of(compiled: CompiledScenario, world: World) -> str:
    """The id of the decor where the talks are now."""
    moved = int(world.decor[0])
    at = int(compiled.phase_decor[world.phase[0]]) if moved == NOBODY else moved
    return compiled.elements[at].id


def scene(compiled: CompiledScenario, world: World, *, fresh: bool) -> list[tuple[str, int]]:
    """Which texts of the phase are told before this choice: (part, index)."""
    phase: Phase = compiled.scenario.script.phases[compiled.phases[int(world.phase[0])]]
    told: list[tuple[str, int]] = []
    stage = Stage(int(world.stage[0]))
    if fresh and phase.opens_with and not world.called[0]:
        told.append(("opens_with", 0))
    if stage is Stage.ROUND:
        number = int(world.phase_round[0]) + 1
        for index, situation in enumerate(phase.situations):
            due = situation.round in (None, number)
            if due and holds(situation.when, compiled, world, public=True)[0]:
                told.append(("situation", index))
                break
    elif stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        told.append(("ask", int(stage)))
    return told


def measures(compiled: CompiledScenario, world: World, payoff: Any) -> dict[str, dict[str, Any]]:
    """The numbers of every party, as an event carries them."""
    alliance: Alliance = world.alliance
    now = risk(alliance, circumstances(compiled, world), compiled.parameters)
    pairwise = {
        "trust": alliance.trust, "reliability": alliance.reliability, "ceiling": alliance.ceiling,
        "exposure": alliance.exposure, "perceived_risk": now.perceived, "p_star": now.p_star,
        "confidence": now.confidence,
    }  # fmt: skip
    own = {
        "safety": alliance.safety, "internal_balance": alliance.balance, "value": alliance.value,
        "payoff": np.zeros_like(alliance.value) if payoff is None else payoff,
    }  # fmt: skip
    shared = {
        "formal_overlap": alliance.formal, "understanding": alliance.understanding,
        "lock_in": alliance.lock_in,
        "transaction_cost": transaction_cost(alliance, compiled.parameters),
    }  # fmt: skip
    parties = compiled.parties
    return {
        party: {
            **{
                name: {other: float(value[0, i, j]) for j, other in enumerate(parties) if j != i}
                for name, value in pairwise.items()
            },
            **{name: float(value[0, i]) for name, value in own.items()},
            **{name: float(value[0]) for name, value in shared.items()},
        }
        for i, party in enumerate(parties)
    }


def _reasons(
    compiled: CompiledScenario, before: World, after: World, played: Played
) -> dict[str, dict[str, dict[str, float]]]:
    """Why each trust moved, i about j: the parts add up to the change, `masked` aside."""
    result: dict[str, dict[str, dict[str, float]]] = {}
    start, end = before.alliance.trust, after.alliance.trust
    for by, of in _pairs(compiled.parties):
        i, j = compiled.parties.index(by), compiled.parties.index(of)
        brought = played.round
        if brought.discovered[0, i, j]:
            cause = "discovery"
        else:
            cause = "suspicion" if brought.suspected[0, i, j] else "experience"
        called = played.talked.trust[0, i, j] - start[0, i, j]
        parts = {
            "talk": float(called + brought.talked[0, i, j]),
            cause: float(brought.learned[0, i, j]),
            "repair": float(brought.repaired[0, i, j]),
            "event": float(end[0, i, j] - played.after.trust[0, i, j]),
            "masked": float(brought.masked[0, i, j]),
        }
        result.setdefault(by, {})[of] = {name: part for name, part in parts.items() if part}
    return result


def _pairs(parties: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for by in parties:
        for of in parties:
            if by != of:
                yield by, of


def draw_of(seed: int, game: int) -> Draw:
    """The luck of one play."""
    return Draw(seed, np.array([game], dtype=np.uint64))
