"""One step of a live play: what may be chosen, and what happens when all have chosen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from engine.model.records import replace
from engine.play.compiled import CompiledScenario
from engine.play.confrontation import in_scene, raise_or_keep, reply, respond
from engine.play.events import Event
from engine.play.events.of_arrival import arrival_events
from engine.play.events.of_confrontation import raise_events, reply_events, response_events
from engine.play.events.of_reflection import decision_events, option_events, proposal_events
from engine.play.events.of_round import round_events
from engine.play.events.telling import own_words, texts_said
from engine.play.flow import flow_of, is_last_round
from engine.play.lifecycle import Conclusion, begin, legal_now, open_place, outcome
from engine.play.reflection import OPTIONS, choose_option, conclude, open_options, propose
from engine.play.round import Draw, play_moves
from engine.play.rules import kept_from, open_to
from engine.play.setting import Setting, set_up
from engine.play.state import (
    NOBODY,
    Choice,
    MoveChoice,
    NoCall,
    Objection,
    OptionChoice,
    ProposalChoice,
    RaiseChoice,
    Refusal,
    RefusalReason,
    ReplyChoice,
    ResponseChoice,
    Stage,
    State,
    VoteChoice,
    World,
)
from engine.scenario.vocabulary import REPLIES, RESPONSES, STANCES, Response

__all__ = [
    "Conclusion", "Step", "check_choice", "choosers", "has_to_vote", "initial", "legal_moves",
    "legal_moves_by_party", "may_call",
    "outcome", "responses", "step", "why_no_call",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """The state after a step, and what happened on the way."""

    state: State
    events: tuple[Event, ...]


CHOICE_OF_STAGE: dict[Stage, type] = {
    Stage.ROUND: MoveChoice,
    Stage.DIFFERENCES: OptionChoice,
    Stage.BOTTLENECKS: OptionChoice,
    Stage.ALTERNATIVES: ProposalChoice,
    Stage.DECISION: VoteChoice,
    Stage.RAISING: RaiseChoice,
    Stage.CONFRONTED: ReplyChoice,
    Stage.RECKONING: ResponseChoice,
}


_AT_THE_START = Setting()


def initial(
    compiled: CompiledScenario, seed: int, game: int = 0, setting: Setting = _AT_THE_START
) -> Step:
    """The state before the first choice, and the events of opening. setting: where it begins."""
    begun = set_up(compiled, begin(compiled, Draw.of_play(seed, game)), setting)
    world, opened = open_place(compiled, begun)
    state = State(world, seed, game)
    return _arrived(state, (), arrival_events(compiled, state, opened))


def choosers(compiled: CompiledScenario, state: State) -> tuple[str, ...]:
    """The parties that choose now: all who are there, in a scene the one whose turn it is, at the
    end none.
    """
    if state.is_over:
        return ()
    if not in_scene(state.world)[0]:
        return tuple(
            party
            for party, left in zip(compiled.parties, state.world.left[0], strict=True)
            if not left
        )
    replies = state.stage is Stage.CONFRONTED
    at = state.world.scene_of if replies else state.world.scene_by
    return (compiled.parties[int(at[0])],)


def has_to_vote(compiled: CompiledScenario, state: State, party: str) -> bool:
    """Whether somebody else put something on the table, on which that party says yes or no; who has
    left has put nothing there.
    """
    proposed = state.world.proposal[0] != NOBODY
    return any(
        made and other != party for made, other in zip(proposed, compiled.parties, strict=True)
    )


def responses(state: State) -> tuple[Response, ...]:
    """What who confronted can do now; before the first round nobody walks out."""
    begun = state.world.round[0] > 0
    return tuple(each for each in RESPONSES if begun or each != "walk-out")


def legal_moves(compiled: CompiledScenario, state: State, party: str) -> tuple[str, ...]:
    """The ids of the moves that the party may play now; none outside a round."""
    return legal_moves_by_party(compiled, state)[party]


def legal_moves_by_party(compiled: CompiledScenario, state: State) -> Mapping[str, tuple[str, ...]]:
    """For each party the ids of the moves that it may play now; none outside a round."""
    if state.stage is not Stage.ROUND:
        return dict.fromkeys(compiled.parties, ())
    may_play = legal_now(compiled, state.world)[0] & ~state.world.left[0][:, None]
    return {
        party: tuple(move for move, may in zip(compiled.moves, allowed, strict=True) if may)
        for party, allowed in zip(compiled.parties, may_play, strict=True)
    }


def why_no_call(compiled: CompiledScenario, state: State, party: str) -> NoCall | None:
    """Why the party can't call a reflection moment after this round, or None when it can."""
    if state.stage is not Stage.ROUND or party not in choosers(compiled, state):
        return "wrong-stage"
    if compiled.is_apart[state.world.phase[0]]:
        return "side-talk"
    if int(state.world.calls[0, compiled.parties.index(party)]) >= compiled.scenario.script.calls:
        return "no-calls-left"
    return "last-round" if is_last_round(compiled, state.world)[0] else None


def may_call(compiled: CompiledScenario, state: State, party: str) -> bool:
    """Whether the party may call a reflection moment after this round."""
    return why_no_call(compiled, state, party) is None


def check_choice(compiled: CompiledScenario, state: State, choice: Choice) -> Refusal | None:
    """Why this choice can't be taken now, or None when it can."""

    def refuse(reason: RefusalReason, detail: str = "") -> Refusal:
        return Refusal(reason, choice.party, detail)

    if choice.party not in compiled.parties:
        return refuse("unknown-party", choice.party)
    if state.is_over:
        return refuse("play-is-over")
    if not isinstance(choice, CHOICE_OF_STAGE[state.stage]):
        return refuse("wrong-stage", state.stage.name.lower())
    if choice.party not in choosers(compiled, state):
        return refuse("not-your-turn")
    reason = _CHECKS[type(choice)](compiled, state, choice)
    return refuse(*reason) if reason else None


Reason = tuple[RefusalReason, str] | None


def _check_move(compiled: CompiledScenario, state: State, choice: MoveChoice) -> Reason:
    if choice.move not in compiled.moves:
        return "unknown-move", choice.move
    phase = compiled.phases[int(state.world.phase[0])]
    if choice.move not in compiled.scenario.script.phases[phase].moves:
        return "move-not-offered", choice.move
    if choice.move not in legal_moves(compiled, state, choice.party):
        return "move-not-legal", choice.move
    if choice.call and (why := why_no_call(compiled, state, choice.party)):
        return why, ""
    others = [party for party in choosers(compiled, state) if party != choice.party]
    about = [prediction.about for prediction in choice.predictions]
    at_random = 1 / len(STANCES)
    for prediction in choice.predictions:
        fits = prediction.about in others and prediction.stance in STANCES
        if not fits or not at_random < prediction.probability <= 1 or len(set(about)) != len(about):
            return "bad-prediction", prediction.about
    return None


def _check_option(compiled: CompiledScenario, state: State, choice: OptionChoice) -> Reason:
    options = OPTIONS[state.stage - Stage.DIFFERENCES]
    if choice.option not in options:
        return "unknown-option", choice.option
    party = compiled.parties.index(choice.party)
    if not open_options(compiled, state.world)[0, party, options.index(choice.option)]:
        return "option-not-open", choice.option
    return None


def _check_proposal(compiled: CompiledScenario, state: State, choice: ProposalChoice) -> Reason:
    if choice.change is None:
        return None if choice.amount is None else ("amount-out-of-range", "")
    keys = [change.key for change in compiled.changes]
    if choice.change not in keys:
        return "unknown-change", choice.change
    at, party = keys.index(choice.change), compiled.parties.index(choice.party)
    change = compiled.changes[at]
    if change.thing != NOBODY and kept_from(compiled, state.world, party)[0, change.thing]:
        return "unknown-change", choice.change
    if not open_to(compiled, state.world, party)[0, at]:
        return "change-not-open", choice.change
    if change.action == "amount":
        between = compiled.elements[change.thing].between
        assert between is not None
        low, high = between
        if choice.amount is None or not low <= choice.amount <= high:
            return "amount-out-of-range", f"{low}-{high}"
        if choice.amount == state.world.amount[0, change.thing]:
            return "nothing-changes", str(choice.amount)
    elif choice.amount is not None:
        return "amount-out-of-range", ""
    return None


def _check_vote(compiled: CompiledScenario, state: State, choice: VoteChoice) -> Reason:
    for proposer in choice.votes:
        if proposer not in compiled.parties:
            return "unknown-proposer", proposer
        if state.world.proposal[0, compiled.parties.index(proposer)] == NOBODY:
            return "unknown-proposer", proposer
    for proposer, why in choice.reasons.items():
        if choice.votes.get(proposer, True) or why not in get_args(Objection):
            return "unknown-reason", why
    return None


def _check_raise(compiled: CompiledScenario, state: State, choice: RaiseChoice) -> Reason:
    return None


def _check_reply(compiled: CompiledScenario, state: State, choice: ReplyChoice) -> Reason:
    return None if choice.reply in REPLIES else ("unknown-reply", choice.reply)


def _check_response(compiled: CompiledScenario, state: State, choice: ResponseChoice) -> Reason:
    if choice.response not in RESPONSES:
        return "unknown-response", choice.response
    return None if choice.response in responses(state) else ("response-not-open", choice.response)


_CHECKS: dict[type, Any] = {
    MoveChoice: _check_move,
    OptionChoice: _check_option,
    ProposalChoice: _check_proposal,
    VoteChoice: _check_vote,
    RaiseChoice: _check_raise,
    ReplyChoice: _check_reply,
    ResponseChoice: _check_response,
}


def step(
    compiled: CompiledScenario,
    state: State,
    choices: Mapping[str, Choice],
) -> Step | Refusal:
    """The next state once all who choose now have chosen, or why not; the state is unchanged."""
    choosing = choosers(compiled, state)
    for party in choosing:
        if party not in choices:
            return Refusal("choice-missing", party)
        if choices[party].party != party:
            return Refusal("unknown-party", party, choices[party].party)
        if refusal := check_choice(compiled, state, choices[party]):
            return refusal
    if state.is_over:
        return Refusal("play-is-over", "")
    if others := set(choices) - set(choosing):
        return Refusal("not-your-turn", min(others))
    play = _PLAYS[state.stage]
    world, events = play(compiled, state, [choices[party] for party in choosing])
    if state.stage in FINISHING:
        luck = Draw.of_play(state.seed, state.game)
        world = flow_of(compiled).advance(world, luck)
    world, opened = open_place(compiled, world)
    after = _remembering(replace(state, world=world), events)
    return _arrived(after, events, arrival_events(compiled, after, opened, state.world))


def _arrived(state: State, before: Iterable[Event], arrival: Iterable[Event]) -> Step:
    """The step to that state, which remembers what is said on arriving too."""
    came = tuple(arrival)
    return Step(_remembering(state, came), (*before, *came))


def _remembering(state: State, events: Sequence[Event]) -> State:
    """That state, with what was said in those events."""
    said, own = state.said.union(texts_said(events)), (*state.own, *own_words(events))
    return replace(state, said=said, own=own)


def _of_all(compiled: CompiledScenario, chosen: Mapping[str, Any], nothing: Any) -> NDArray[Any]:
    """(1, P, …) what was chosen, with nothing for whoever is not there to choose."""
    return np.array([[chosen.get(party, nothing) for party in compiled.parties]])


def _play_round(
    compiled: CompiledScenario, state: State, choices: list[MoveChoice]
) -> tuple[World, list[Event]]:
    move = _of_all(compiled, {c.party: compiled.moves.index(c.move) for c in choices}, NOBODY)
    call = _of_all(compiled, {c.party: c.call for c in choices}, False)
    divided = _of_all(compiled, {c.party: c.voices.divided for c in choices}, 0.0)
    draw = Draw.of_play(state.seed, state.game)
    world, played = play_moves(compiled, state.world, move, call, draw, divided=divided)
    return world, list(round_events(compiled, state, choices, world, played))


def _choose_option(
    compiled: CompiledScenario, state: State, choices: list[OptionChoice]
) -> tuple[World, list[Event]]:
    options = OPTIONS[state.stage - Stage.DIFFERENCES]
    taken = {choice.party: options.index(choice.option) for choice in choices}
    chosen = _of_all(compiled, taken, NOBODY)
    events = option_events(compiled, state, choices)
    return choose_option(state.world, chosen), list(events)


def _propose(
    compiled: CompiledScenario, state: State, choices: list[ProposalChoice]
) -> tuple[World, list[Event]]:
    keys = [change.key for change in compiled.changes]
    made = {c.party: keys.index(c.change) if c.change else NOBODY for c in choices}
    proposal = _of_all(compiled, made, NOBODY)
    amount = _of_all(compiled, {c.party: float(c.amount or 0) for c in choices}, 0.0)
    events = proposal_events(compiled, state, choices)
    return propose(state.world, proposal, amount), list(events)


def _vote(
    compiled: CompiledScenario, state: State, choices: list[VoteChoice]
) -> tuple[World, list[Event]]:
    votes = {c.party: [bool(c.votes.get(p)) for p in compiled.parties] for c in choices}
    yes = _of_all(compiled, votes, [False] * compiled.party_count)
    world, held = conclude(compiled, state.world, yes, Draw.of_play(state.seed, state.game))
    return world, list(decision_events(compiled, state, choices, world, held))


def _raise(
    compiled: CompiledScenario, state: State, choices: list[RaiseChoice]
) -> tuple[World, list[Event]]:
    (choice,) = choices
    world = raise_or_keep(state.world, np.array([choice.raises]))
    return world, list(raise_events(compiled, state, choice))


def _reply(
    compiled: CompiledScenario, state: State, choices: list[ReplyChoice]
) -> tuple[World, list[Event]]:
    (choice,) = choices
    world = reply(state.world, np.array([REPLIES.index(choice.reply)]))
    return world, list(reply_events(compiled, state, choice))


def _respond(
    compiled: CompiledScenario, state: State, choices: list[ResponseChoice]
) -> tuple[World, list[Event]]:
    (choice,) = choices
    chosen = np.array([RESPONSES.index(choice.response)])
    world, came = respond(compiled, state.world, chosen)
    return world, list(response_events(compiled, state, choice, world, came))


_PLAYS: dict[Stage, Any] = {
    Stage.ROUND: _play_round,
    Stage.DIFFERENCES: _choose_option,
    Stage.BOTTLENECKS: _choose_option,
    Stage.ALTERNATIVES: _propose,
    Stage.DECISION: _vote,
    Stage.RAISING: _raise,
    Stage.CONFRONTED: _reply,
    Stage.RECKONING: _respond,
}
# After these the talks move on: to a scene, the next round, moment or phase, or the end.
FINISHING = (Stage.ROUND, Stage.DECISION, Stage.RAISING, Stage.RECKONING)
