"""What happened in a step, told in full: the events that the trace and the debrief read."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from engine.model.chance import Purpose
from engine.model.kernel import Alliance, risk, transaction_cost
from engine.model.parameters import DEFAULTS
from engine.play.circumstances import circumstances
from engine.play.conditions import holds
from engine.play.course import Opened
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
from engine.play.tables import Tables
from engine.scenario.schema import Answer, Phase, ReflectionStep
from engine.scenario.vocabulary import OUTCOMES, Outcome


class Ended(NamedTuple):
    """How a play ended: its class, and the ending that the author wrote for it."""

    outcome: Outcome
    ending: str


def outcome(tables: Tables, state: State) -> Ended | None:
    """How the play ended, or None while it goes on."""
    if not state.is_over:
        return None
    code, ending = int(state.world.outcome[0]), int(state.world.ending[0])
    return Ended(OUTCOMES[code], tables.endings[ending])


def make(tables: Tables, state: State, kind: EventKind, **data: Any) -> Event:
    """An event of that kind, placed where the play is."""
    world = state.world
    at_table = state.stage is Stage.ROUND
    return Event(
        kind,
        int(world.round[0]) + (1 if at_table else 0),
        state.stage,
        tables.phases[int(world.phase[0])],
        data,
    )


def round_events(
    tables: Tables, state: State, choices: list[MoveChoice], world: World, played: Played
) -> Iterator[Event]:
    """What a round brought, in the order in which it is told."""

    def event(kind: EventKind, **data: Any) -> Event:
        return make(tables, state, kind, **data)

    parties = tables.parties
    for choice in choices:
        for each in choice.predictions:
            yield event(
                "prediction", party=choice.party, about=each.about, stance=each.stance,
                probability=each.probability,
            )  # fmt: skip
    result = played.round
    for at, choice in enumerate(choices):
        say = tables.scenario.moves[choice.move].say or ()
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
                "discovered", by=by, of=of, how="move", moves=_named(tables, played.found[0, i, j])
            )
        if result.suspected[0, i, j]:
            yield event("suspected", by=by, of=of)
        if tables.repair[tables.moves.index(choices[j].move)]:
            change = float(result.repaired[0, i, j])
            yield event("repair", party=of, to=by, type=_repair(tables, choices[j]), change=change)
    if not world.left.any():
        yield from _answers(tables, state, world)
    for at, name in enumerate(tables.events):
        if played.occurred[0, at]:
            whom = int(world.befell[0, at])
            befell = parties[whom] if whom < len(parties) else None
            yield event("occasion", event=name, party=befell)
    for by, of in _pairs(parties):
        i, j = parties.index(by), parties.index(of)
        if played.surfaced[0, i, j]:
            hidden = _named(tables, (state.world.secret | _just(tables, world))[0, i, j])
            yield event("discovered", by=by, of=of, how="event", moves=hidden)
    yield event(
        "numbers",
        before=measures(tables, state.world, None),
        after=measures(tables, world, result.payoff),
        reasons=_reasons(tables, state.world, world, played),
    )


def _just(tables: Tables, world: World) -> Any:
    """(1, P, P, H) the moves just played, as [g, i, j, h] of j."""
    return (tables.hideable == world.last_move[:, :, None])[:, None]


def _named(tables: Tables, chosen: Any) -> list[str]:
    """The ids of the hideable moves (H,) that are chosen."""
    return [tables.moves[move] for move in tables.hideable[np.asarray(chosen)]]


def _repair(tables: Tables, choice: MoveChoice) -> str:
    return ("", "apology", "denial")[int(tables.repair[tables.moves.index(choice.move)])]


def _answers(tables: Tables, state: State, world: World) -> Iterator[Event]:
    """For each party the first answer that fits what the table just saw."""
    phase = tables.phases[int(state.world.phase[0])]
    written: list[tuple[str, int, Answer]] = []
    for scope, answers in (
        (phase, tables.scenario.script.phases[phase].answers),
        ("script", tables.scenario.script.answers),
    ):
        written += [(scope, index, answer) for index, answer in enumerate(answers)]
    for at, party in enumerate(tables.parties):
        for scope, index, answer in written:
            speaks = answer.speaker.partition(".")[0] == party
            if speaks and holds(answer.when, tables, world, public=True)[0]:
                variant = _turn_of(state, len(tables.parties) + at, len(answer.say))
                yield make(
                    tables, state, "answer",
                    speaker=answer.speaker, scope=scope, index=index, variant=variant,
                )  # fmt: skip
                break


def option_events(tables: Tables, state: State, choices: list[OptionChoice]) -> Iterator[Event]:
    """What each party does in the first or second step of a reflection moment."""
    texts = step_texts(tables, state.world)
    for at, choice in enumerate(choices):
        say = texts.say.get(choice.option, ()) if texts else ()  # type: ignore[call-overload]
        yield make(
            tables, state, "option",
            step=state.stage.name.lower(), party=choice.party, option=choice.option,
            variant=_turn_of(state, at, len(say)),
        )  # fmt: skip


def step_texts(tables: Tables, world: World) -> ReflectionStep | None:
    """The author's texts of the present step; None where the author wrote none."""
    script = tables.scenario.script
    phase = script.phases[tables.phases[int(world.phase[0])]]
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


def decision_events(tables: Tables, state: State, world: World, held: Held) -> Iterator[Event]:
    """The votes, the changed game, and what the reflection moment did."""

    def event(kind: EventKind, **data: Any) -> Event:
        return make(tables, state, kind, **data)

    parties, vote = tables.parties, held.vote
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
        change = tables.changes[at]
        known = {
            "by": proposer,
            "change": change.key,
            "chapter": change.chapter,
            "name": tables.elements[change.thing].id if change.thing != NOBODY else "part",
            "action": change.action,
        }
        agree = [party for i, party in enumerate(parties) if vote.consents[0, i, j]]
        if vote.adopted[0, j]:
            yield event(
                "changed", **known, consent=agree,
                before=_standing_value(tables, held.before, at),
                after=_new_value(tables, at, float(vote.amount[0, j])),
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
        yield event("discovered", by=by, of=of, how="reflection", moves=_named(tables, hidden))
    yield event(
        "reflected",
        steps_done=float(held.steps_done[0]),
        quality=float(held.reflected.quality[0]),
        before=measures(tables, held.before, None),
        after=measures(tables, world, None),
        surfaced=surfaced,
    )
    if world.parted[0]:
        yield event("parted")


def _made_before(vote: Vote, at: int) -> bool:
    """Whether an earlier party made the very same proposal: it is told once."""
    made = list(zip(vote.proposal[0].tolist(), vote.amount[0].tolist(), strict=True))
    return made[at] in made[:at]


def _standing_value(tables: Tables, world: World, at: int) -> Any:
    change = tables.changes[at]
    thing = change.thing
    if change.action == "part":
        return None
    if change.action == "move":
        here = int(world.decor[0])
        here = int(tables.phase_decor[world.phase[0]]) if here == NOBODY else here
        return tables.elements[here].id
    if change.action == "amount":
        return float(world.amount[0, thing])
    if change.action == "hold":
        return (*tables.parties, "table")[int(world.holder[0, thing])]
    return bool(world.in_force[0, thing])


def _new_value(tables: Tables, at: int, amount: float) -> Any:
    change = tables.changes[at]
    if change.action == "move":
        return tables.elements[change.thing].id
    if change.action == "hold":
        return (*tables.parties, "table")[change.holder]
    return {"adopt": True, "drop": False, "amount": amount, "part": None}[change.action]


def arrival_events(tables: Tables, state: State, opened: Opened, new_phase: bool) -> list[Event]:
    """The events of coming to a place: phase, rituals and what is said before the choice."""
    world = state.world
    if state.is_over:
        ended = outcome(tables, state)
        assert ended is not None
        value = dict(zip(tables.parties, world.alliance.value[0].tolist(), strict=True))
        return [
            make(
                tables, state, "ended",
                outcome=ended.outcome, ending=ended.ending, value=value, rounds=int(world.round[0]),
            )
        ]  # fmt: skip
    events = []
    phase = tables.phases[int(world.phase[0])]
    if new_phase:
        events.append(make(tables, state, "phase", phase=phase, decor=decor_of(tables, world)))
    for at, held in opened.held.items():
        if held[0]:
            hollow = bool(opened.hollow[at][0])
            events.append(
                make(tables, state, "ritual", ritual=tables.elements[at].id, hollow=hollow)
            )
    for part, index in scene(tables, world, fresh=new_phase):
        events.append(make(tables, state, "lines", phase=phase, part=part, index=index))
    return events


def decor_of(tables: Tables, world: World) -> str:
    """The id of the decor where the talks are now."""
    moved = int(world.decor[0])
    at = int(tables.phase_decor[world.phase[0]]) if moved == NOBODY else moved
    return tables.elements[at].id


def scene(tables: Tables, world: World, *, fresh: bool) -> list[tuple[str, int]]:
    """Which texts of the phase are told before this choice: (part, index)."""
    phase: Phase = tables.scenario.script.phases[tables.phases[int(world.phase[0])]]
    told: list[tuple[str, int]] = []
    stage = Stage(int(world.stage[0]))
    if fresh and phase.opens_with and not world.called[0]:
        told.append(("opens_with", 0))
    if stage is Stage.ROUND:
        number = int(world.phase_round[0]) + 1
        for index, situation in enumerate(phase.situations):
            due = situation.round in (None, number)
            if due and holds(situation.when, tables, world, public=True)[0]:
                told.append(("situation", index))
                break
    elif stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        told.append(("ask", int(stage)))
    return told


def measures(tables: Tables, world: World, payoff: Any) -> dict[str, dict[str, Any]]:
    """The numbers of every party, as an event carries them."""
    alliance: Alliance = world.alliance
    now = risk(alliance, circumstances(tables, world), DEFAULTS)
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
        "lock_in": alliance.lock_in, "transaction_cost": transaction_cost(alliance, DEFAULTS),
    }  # fmt: skip
    parties = tables.parties
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
    tables: Tables, before: World, after: World, played: Played
) -> dict[str, dict[str, dict[str, float]]]:
    """Why each trust moved, i about j: the parts add up to the change, `masked` aside."""
    result: dict[str, dict[str, dict[str, float]]] = {}
    start, end = before.alliance.trust, after.alliance.trust
    for by, of in _pairs(tables.parties):
        i, j = tables.parties.index(by), tables.parties.index(of)
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
