"""Ways to play in tests: by personas, by chance, and to the end."""

import random
from collections.abc import Iterator

from engine.play.flow import Flow
from engine.play.reflection import OPTIONS
from engine.play.rules import open_changes
from engine.play.state import (
    Choice,
    MoveChoice,
    OptionChoice,
    ProposalChoice,
    Refusal,
    Stage,
    State,
    Step,
    VoteChoice,
)
from engine.play.step import check_choice, initial, legal_moves, may_call, step
from engine.play.tables import Tables
from engine.players import PERSONAS, Seat, choose
from engine.table import Table


def seats_of(tables: Tables, *names: str) -> list[Seat]:
    """A persona on each seat; the last name again where there are more parties."""
    chosen = [*names, *[names[-1]] * tables.party_count][: tables.party_count]
    return [Seat(tables, at, PERSONAS[name]) for at, name in enumerate(chosen)]  # type: ignore[index]


def persona_play(tables: Tables, seed: int, *names: str, game: int = 0) -> list[Step]:
    """The steps of a play by personas, the opening one first."""
    seats, flow = seats_of(tables, *names), Flow(tables)
    steps = [initial(tables, seed, game)]
    while not steps[-1].state.is_over:
        state = steps[-1].state
        choices = {tables.parties[s.party]: choose(tables, state, s) for s in seats}
        steps.append(must(step(tables, state, choices, flow)))
    return steps


def random_choice(tables: Tables, state: State, party: str, luck: random.Random) -> Choice:
    """Any choice that the party may make now."""
    stage = state.stage
    if stage is Stage.ROUND:
        calls = may_call(tables, state, party) and luck.random() < 0.2
        return MoveChoice(party, luck.choice(legal_moves(tables, state, party)), calls)
    if stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        options = [OptionChoice(party, o) for o in OPTIONS[stage - Stage.DIFFERENCES]]
        return luck.choice([o for o in options if check_choice(tables, state, o) is None])
    if stage is Stage.ALTERNATIVES:
        is_open = open_changes(tables, state.world)[0]
        changes = [c for c, may in zip(tables.changes, is_open, strict=True) if may]
        change = luck.choice([None, *changes])
        if change is None or (change.action == "part" and luck.random() < 0.8):
            return ProposalChoice(party)
        between = tables.elements[change.thing].between if change.action == "amount" else None
        if between is None:
            return ProposalChoice(party, change.key)
        now = state.world.amount[0, change.thing]
        amounts = [n for n in range(between[0], between[1] + 1) if n != now]
        return ProposalChoice(party, change.key, luck.choice(amounts))
    proposers = [p for at, p in enumerate(tables.parties) if state.world.proposal[0, at] >= 0]
    return VoteChoice(party, {p: luck.random() < 0.8 for p in proposers if p != party})


def random_play(tables: Tables, seed: int) -> Iterator[tuple[State, dict[str, Choice], Step]]:
    """A play in which every seat does anything it may: state, choices, what came of it."""
    luck, flow = random.Random(seed), Flow(tables)
    state = initial(tables, seed).state
    while not state.is_over:
        choices = {p: random_choice(tables, state, p, luck) for p in tables.parties}
        result = must(step(tables, state, choices, flow))
        yield state, choices, result
        state = result.state


def must(result: Step | Refusal) -> Step:
    """The step, which the test expects to be taken."""
    assert isinstance(result, Step), result
    return result


def table_of(tables: Tables, seed: int = 1, **seats: str) -> Table:
    """A table with people on the seats that are not named."""
    everyone = {party: seats.get(party, "human") for party in tables.parties}
    return Table.start(tables, seed=seed, seats=everyone, digest="d", source="s")
