"""Ways to play in tests: by personas, at random, and to the end.

Plays are values: recent ones are kept, so that tests of the same plays don't repeat them.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.events import Event
from engine.play.reflection import OPTIONS
from engine.play.rules import open_to
from engine.play.state import (
    SCENE,
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
from engine.play.step import (
    Step,
    check_choice,
    choosers,
    initial,
    legal_moves,
    may_call,
    responses,
    step,
)
from engine.play.trace import Replayed, Trace
from engine.play.view.situation import view
from engine.players import PERSONAS, PersonaPolicy, choose
from engine.scenario.vocabulary import REPLIES, ReflectionOption

E = TypeVar("E", bound=Event)


def of_kind(events: Iterable[Event], kind: type[E]) -> list[E]:
    """The events of that class, in their order."""
    return [event for event in events if isinstance(event, kind)]


def everyone(compiled: CompiledScenario, *names: str) -> list[str]:
    """A name for each party; the last one again where there are more parties."""
    return [*names, *[names[-1]] * compiled.party_count][: compiled.party_count]


def play_anew(compiled: CompiledScenario, seed: int, *names: str, game: int = 0) -> Replayed:
    """A whole play by personas."""
    seats = [
        PersonaPolicy(compiled, at, PERSONAS[name])  # type: ignore[index]
        for at, name in enumerate(everyone(compiled, *names))
    ]
    return play_by(compiled, seed, seats, everyone(compiled, *names), game=game)


def play_by(
    compiled: CompiledScenario,
    seed: int,
    seats: Sequence[PersonaPolicy],
    names: Sequence[str] = (),
    *,
    game: int = 0,
) -> Replayed:
    """A whole play by whoever sits on each seat, under those names."""
    by_party = dict(zip(compiled.parties, seats, strict=True))
    steps, choices = [initial(compiled, seed, game)], []
    while not steps[-1].state.is_over:
        state = steps[-1].state
        choosing = choosers(compiled, state)
        choices.append({party: choose(compiled, state, by_party[party]) for party in choosing})
        steps.append(must(step(compiled, state, choices[-1])))
    seated = dict(zip(compiled.parties, names, strict=False))
    trace = Trace("", "test", seed, seated, choices=tuple(choices), game=game)
    return Replayed(trace, tuple(steps))


@lru_cache(maxsize=256)
def persona_replay(compiled: CompiledScenario, seed: int, *names: str, game: int = 0) -> Replayed:
    """The same, kept; at 150 to 300 kB a play."""
    return play_anew(compiled, seed, *names, game=game)


def persona_play(
    compiled: CompiledScenario, seed: int, *names: str, game: int = 0
) -> tuple[Step, ...]:
    """The steps of a play by personas, the opening one first; kept."""
    return persona_replay(compiled, seed, *names, game=game).steps


def random_choice(
    compiled: CompiledScenario, state: State, party: str, luck: random.Random
) -> Choice:
    """Any choice that the party may make now."""
    stage = state.stage
    if stage is Stage.ROUND:
        calls = may_call(compiled, state, party) and luck.random() < 0.2
        return MoveChoice(party, luck.choice(legal_moves(compiled, state, party)), calls)
    if stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        options = [OptionChoice(party, o) for o in OPTIONS[stage - Stage.DIFFERENCES]]
        return luck.choice([o for o in options if check_choice(compiled, state, o) is None])
    if stage is Stage.ALTERNATIVES:
        is_open = open_to(compiled, state.world, compiled.parties.index(party))[0]
        changes = [c for c, may in zip(compiled.changes, is_open, strict=True) if may]
        change = luck.choice([None, *changes])
        if change is None or (change.action == "part" and luck.random() < 0.8):
            return ProposalChoice(party)
        between = compiled.elements[change.thing].between if change.action == "amount" else None
        if between is None:
            return ProposalChoice(party, change.key)
        now = state.world.amount[0, change.thing]
        amounts = [n for n in range(between[0], between[1] + 1) if n != now]
        return ProposalChoice(party, change.key, luck.choice(amounts))
    if stage is Stage.RAISING:
        return RaiseChoice(party, luck.random() < 0.7)
    if stage is Stage.CONFRONTED:
        return ReplyChoice(party, luck.choice(REPLIES))
    if stage is Stage.RECKONING:
        open_ = [each for each in responses(state) if each != "walk-out" or luck.random() < 0.3]
        return ResponseChoice(party, luck.choice(open_))
    # What several put forward is asked once, so the answer is the same for each of them.
    world, votes = state.world, dict[str, bool]()
    answers: dict[tuple[int, int], bool] = {}
    for at, proposer in enumerate(compiled.parties):
        if world.proposal[0, at] >= 0 and proposer != party:
            same = int(world.proposal[0, at]), int(world.proposal_amount[0, at])
            votes[proposer] = answers.setdefault(same, luck.random() < 0.8)
    return VoteChoice(party, votes)


@lru_cache(maxsize=256)
def random_play(
    compiled: CompiledScenario, seed: int
) -> tuple[tuple[State, dict[str, Choice], Step], ...]:
    """A play in which every seat does anything it may: states, choices, results. Kept."""
    luck = random.Random(seed)
    state, played = initial(compiled, seed).state, []
    while not state.is_over:
        choosing = choosers(compiled, state)
        choices = {p: random_choice(compiled, state, p, luck) for p in choosing}
        result = must(step(compiled, state, choices))
        played.append((state, choices, result))
        state = result.state
    return tuple(played)


def moves(**of: str) -> dict[str, Choice]:
    """A move of each party."""
    return {party: MoveChoice(party, move) for party, move in of.items()}


def moment(
    steps: Mapping[str, tuple[ReflectionOption, ReflectionOption]],
    proposals: Mapping[str, str] | None = None,
    agree: Iterable[str] = (),
) -> list[dict[str, Choice]]:
    """The four steps of a reflection moment.

    steps: what each party does in the first two; agree: who says yes to the proposals of others.
    """
    made, yes = proposals or {}, tuple(agree)
    return [
        {party: OptionChoice(party, first) for party, (first, _) in steps.items()},
        {party: OptionChoice(party, second) for party, (_, second) in steps.items()},
        {party: ProposalChoice(party, made.get(party)) for party in steps},
        {
            party: VoteChoice(party, {by: party in yes for by in made if by != party})
            for party in steps
        },
    ]


def play(
    compiled: CompiledScenario, *choices: Mapping[str, Choice], seed: int = 1
) -> tuple[State, list[Event]]:
    """The state after those steps, and all events.

    Of a confrontation nothing is made, unless the choices say so.
    """
    opening = initial(compiled, seed)
    state, events = opening.state, list(opening.events)

    def take(chosen: Mapping[str, Choice]) -> None:
        nonlocal state
        result = must(step(compiled, state, chosen))
        state = result.state
        events.extend(result.events)

    for at, each in enumerate(choices, start=1):
        take(each)
        follows = choices[at] if at < len(choices) else each
        while state.stage in SCENE and not _are_of_a_scene(follows):
            choice = nothing_made_of_it(compiled, state)
            take({choice.party: choice})
    return state, events


def _are_of_a_scene(choices: Mapping[str, Choice]) -> bool:
    kinds = RaiseChoice | ReplyChoice | ResponseChoice
    return any(isinstance(choice, kinds) for choice in choices.values())


def nothing_made_of_it(compiled: CompiledScenario, state: State) -> Choice:
    """What passes by in a confrontation with the least that can come of it."""
    (party,) = choosers(compiled, state)
    if state.stage is Stage.RAISING:
        return RaiseChoice(party, False)
    if state.stage is Stage.CONFRONTED:
        return ReplyChoice(party, "explain")
    return ResponseChoice(party, "accept")


def must(result: Step | Refusal) -> Step:
    """The step, which the test expects to be taken."""
    assert isinstance(result, Step), result
    return result


def table_of(compiled: CompiledScenario, seed: int = 1, **seats: str) -> LivePlay:
    """A table with people on the seats that are not named."""
    everyone = {party: seats.get(party, "human") for party in compiled.parties}
    return LivePlay.start(compiled, seed=seed, seats=everyone, digest="d", source="s")


def take(live: LivePlay, choices: Mapping[str, Choice]) -> None:
    """Let people choose what they do then, but for who has nothing to vote on."""
    for choice in choices.values():
        if not isinstance(choice, VoteChoice) or choice.votes:
            assert not isinstance(live.choose(choice), Refusal)


def where(compiled: CompiledScenario, state: State, seat: str) -> str:
    """The place that a seat sees itself in."""
    decor = view(compiled, state, seat).decor
    assert decor is not None
    return decor.id
