"""A play of the play-test once more, choice by choice: as a trace that anybody can replay."""

from collections.abc import Mapping
from typing import Any

from engine.play.compiled import CompiledScenario
from engine.play.reflection import OPTIONS
from engine.play.state import (
    NOBODY,
    Choice,
    MoveChoice,
    OptionChoice,
    ProposalChoice,
    RaiseChoice,
    Refusal,
    ReplyChoice,
    ResponseChoice,
    Stage,
    State,
    VoteChoice,
)
from engine.play.step import choosers, initial, step
from engine.play.trace import HUMAN, Trace
from engine.players import choose
from engine.playtest.explore import seats_of
from engine.playtest.record import Recipe
from engine.scenario.vocabulary import REPLIES, RESPONSES, Language


def retell(
    compiled: CompiledScenario,
    seed: int,
    recipe: Recipe,
    *,
    digest: str,
    source: str,
    language: Language = "nl",
    packed: str = "",
) -> Trace:
    """The trace of that play, to its end; where not only personas chose, as if people had."""
    who = recipe.seats if recipe.is_by_personas else (HUMAN,) * compiled.party_count
    choices = tuple(choices_in(compiled, seed, recipe))
    seats = dict(zip(compiled.parties, who, strict=True))
    return Trace(digest, source, seed, seats, language, choices, recipe.game, packed=packed)


def choices_in(
    compiled: CompiledScenario, seed: int, recipe: Recipe, most: int | None = None
) -> list[Mapping[str, Choice]]:
    """The choices of that play, step by step: all, or the first so many.

    Raises ValueError where one can't be made.
    """
    seats = dict(zip(compiled.parties, seats_of(compiled, recipe.seats), strict=True))
    forced = dict(recipe.forced)
    state, made = initial(compiled, seed, recipe.game).state, list[Mapping[str, Choice]]()
    while not state.is_over and len(made) != most:
        if (way := forced.get(len(made))) is not None:
            choices = _as_choices(compiled, state, way)
        else:
            asked = choosers(compiled, state)
            choices = {party: choose(compiled, state, seats[party]) for party in asked}
        result = step(compiled, state, choices)
        if isinstance(result, Refusal):
            raise ValueError(f"{result.reason}: {result.party} {result.detail}")
        state = result.state
        made.append(choices)
    return made


def _as_choices(
    compiled: CompiledScenario, state: State, way: tuple[Any, ...]
) -> dict[str, Choice]:
    """What everybody chose, as a batch has it, in choices of a live play."""
    asked = choosers(compiled, state)
    if len(asked) == 1 and state.stage >= Stage.RAISING:
        return {asked[0]: _in_scene(state.stage, asked[0], way[0])}
    return {
        party: _at_table(compiled, state, party, [column[at] for column in way])
        for at, party in enumerate(compiled.parties)
    }


def _in_scene(stage: Stage, party: str, chosen: Any) -> Choice:
    if stage is Stage.RAISING:
        return RaiseChoice(party, bool(chosen))
    at = int(chosen)
    if stage is Stage.CONFRONTED:
        return ReplyChoice(party, REPLIES[at])
    return ResponseChoice(party, RESPONSES[at])


def _at_table(compiled: CompiledScenario, state: State, party: str, chosen: list[Any]) -> Choice:
    stage, first = state.stage, chosen[0]
    if stage is Stage.ROUND:
        move, call = chosen
        return MoveChoice(party, compiled.moves[int(move)], bool(call))
    if stage is Stage.DECISION:
        asked = [at for at in range(compiled.party_count) if state.world.proposal[0, at] != NOBODY]
        votes = {compiled.parties[at]: bool(first[at]) for at in asked}
        return VoteChoice(party, {other: yes for other, yes in votes.items() if other != party})
    at = int(first)
    if stage is Stage.ALTERNATIVES:
        if at == NOBODY:
            return ProposalChoice(party)
        change = compiled.changes[at]
        amount = int(chosen[1]) if change.action == "amount" else None
        return ProposalChoice(party, change.key, amount)
    return OptionChoice(party, OPTIONS[stage - Stage.DIFFERENCES][at])
