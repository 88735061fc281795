"""Confrontations: what comes out is raised, one scene at a time, by who it concerns."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.live_play import HUMAN, LivePlay
from engine.play.circumstances import circumstances
from engine.play.compiled import PART, CompiledScenario, compile_scenario
from engine.play.conditions import holds
from engine.play.confrontation import DISCOVERY, LEAK, PROMISE
from engine.play.events import (
    ChangeRefused,
    Confronted,
    Discovered,
    Event,
    GameChanged,
    KeptBack,
    MoveMade,
    Reckoned,
    Replied,
    Responded,
    ScriptEventOccurred,
)
from engine.play.events.of_confrontation import OWN_WORDINGS, leaks_of
from engine.play.lifecycle import begin
from engine.play.round import Draw, play_moves
from engine.play.state import (
    NOBODY,
    SCENE,
    Choice,
    ProposalChoice,
    RaiseChoice,
    Refusal,
    ReplyChoice,
    ResponseChoice,
    Stage,
    State,
    VoteChoice,
)
from engine.play.step import FINISHING, Step, check_choice, choosers, legal_moves, step
from engine.play.trace import load_trace
from engine.play.view.heard import ConfrontationSeen, FoundOut
from engine.play.view.situation import view
from engine.play.view.visibility import hear
from engine.scenario.schema import Condition, Confrontation
from engine.scenario.schema import Confronted as WasConfronted
from engine.scenario.vocabulary import CAUSES, REPLIES, RESPONSES, Cause, Reply, Response
from tests.conftest import ROOT, PairPlays, compiled_of
from tests.play.mills import mill_with
from tests.play.test_step import OPENLY, TO_THE_BENCH, proposals, votes
from tests.playing import (
    moves,
    must,
    nothing_made_of_it,
    of_kind,
    play,
    random_choice,
    random_play,
)

CHEAT = moves(miller="short-weight", farmer="sit", banker="sit")


def scenes_of(compiled: CompiledScenario, seeds: int = 12) -> Iterator[State]:
    """States in which somebody has to choose in a scene."""
    for seed in range(seeds):
        for state, _, _ in random_play(compiled, seed):
            if state.stage in SCENE:
                yield state


def scene_of(compiled: CompiledScenario, stage: Stage, cause: Cause | None = None) -> State:
    """A state in that part of a scene, for that cause."""
    for state in scenes_of(compiled):
        fits = cause is None or CAUSES[int(state.world.scene_cause[0])] == cause
        if state.stage is stage and fits:
            return state
    raise AssertionError(f"no {stage.name} for {cause}")


def go_on(compiled: CompiledScenario, state: State, *choices: Choice) -> Step:
    """What comes of those choices, one after the other."""
    for choice in choices:
        result = must(step(compiled, state, {choice.party: choice}))
        state = result.state
    return result


# --- what is raised -----------------------------------------------------------------------------


def _due(state: State, by: int, of: int) -> bool:
    return bool((state.world.due[0, by, of] != NOBODY).any())


@pytest.mark.parametrize("seed", range(8))
def test_whatever_comes_out_is_raised_within_the_round_or_is_due(
    any_scenario: CompiledScenario, seed: int
) -> None:
    """Discoveries, refusals, leaks, departures, and a second promise that failed."""
    parties = any_scenario.parties
    failed: Counter[str] = Counter()
    for _, _, result in random_play(any_scenario, seed):
        state = result.state
        if state.is_over:
            continue
        on = state.world.scene_by[0], state.world.scene_of[0]
        for by, of in _came_out(any_scenario, result.events, failed):
            pair = parties.index(by), parties.index(of)
            assert pair == on or _due(state, *pair), (by, of)


def _got_something_else(
    compiled: CompiledScenario, events: tuple[Event, ...], party: str, refused: int
) -> bool:
    """Whether something went through, with that party's consent, that excludes what it proposed."""
    keys = [change.key for change in compiled.changes]
    return any(
        party in event.consent and compiled.excludes[refused, keys.index(event.change)]
        for event in events
        if isinstance(event, GameChanged)
    )


def _came_out(
    compiled: CompiledScenario, events: tuple[Event, ...], failed: Counter[str]
) -> Iterator[tuple[str, str]]:
    """(by, of) who may confront whom with what happened in a step.

    failed: of each party, the promises that failed since one was spoken of; kept up to date here.
    """
    for event in events:
        match event:
            case Discovered(by=by, of=of):
                yield by, of
            case ChangeRefused(by=by, against=against, change=key):
                keys = [change.key for change in compiled.changes]
                needed = compiled.changes[keys.index(key)].consent
                if _got_something_else(compiled, events, by, keys.index(key)):
                    continue
                for party in against:
                    if party != by and needed in ("all", "majority", party):
                        yield by, party
            case ScriptEventOccurred(event=name, party=of) if of is not None:
                written = compiled.scenario.script.events[name]
                if written.turnover or written.reveals or (written.effect.exposure or 0) > 0:
                    yield from ((by, of) for by in compiled.parties if by != of)
            case MoveMade(party=of) if event.slipped or event.vetoed:
                move = compiled.scenario.moves[event.move]
                if not compiled.promises[compiled.moves.index(event.move)]:
                    continue
                if compiled.scenario.script.phases[event.phase].with_:
                    continue  # what is promised in a side talk is not spoken of at the table
                failed[of] += 1
                if failed[of] >= 2:
                    with_whom = compiled.parties if move.at is None else (move.at,)
                    yield from ((by, of) for by in with_whom if by != of)
            case Confronted(of=of, cause="promise"):
                failed[of] = 0
            case _:
                pass


@pytest.mark.parametrize(
    ("kind", "scene", "missed"),
    [
        ("share", "cause: [discovery, promise]\n      of: miller", True),
        ("ask", "cause: [discovery, promise]\n      of: miller", False),
        ("ask", "cause: promise\n      of: miller\n      is: weigh", True),
        ("apologise", "cause: [discovery, promise]\n      of: miller", False),
    ],
)
def test_nobody_was_promised_a_question_or_an_apology_unless_the_author_says_so(
    kind: str, scene: str, missed: bool
) -> None:
    compiled = mill_with(
        ("weigh: {kind: share", f"weigh: {{benevolence: 25, kind: {kind}"),
        ("cause: [discovery, promise]\n      of: miller", scene),
    )
    draw = Draw(1, np.arange(100, dtype=np.uint64))
    world = begin(compiled, draw)
    world = replace(world, lapses=np.ones_like(world.lapses))
    moves = np.full((100, 3), compiled.moves.index("weigh"))
    after, played = play_moves(compiled, world, moves, np.zeros((100, 3), dtype=bool), draw)
    failed = played.round.slipped | played.round.vetoed
    assert failed.any()
    due = (after.due[..., PROMISE] != NOBODY).any(axis=1)
    assert (due == (failed & missed)).all()


@pytest.mark.parametrize("seed", range(8))
def test_however_it_came_out_those_who_know_since_the_last_round_have_found_it_out(
    any_scenario: CompiledScenario, seed: int
) -> None:
    """By themselves, by an event, in a moment, or as somebody raised it before them."""
    _found_out_as_told(any_scenario, seed)


@pytest.mark.slow
def test_what_comes_out_by_an_event_or_aloud_or_in_a_moment_is_found_out() -> None:
    compiled = mill_with(("after: 3 rounds, chance: 60, party: any", "after: 1 round, party: any"))
    ways = {how for seed in range(40) for how in _found_out_as_told(compiled, seed)}
    assert ways == {"move", "event", "reflection", "aloud"}


def _found_out_as_told(compiled: CompiledScenario, seed: int) -> Iterator[str]:
    """How what was hidden came out in a play; what is found out is what was told of it."""
    found, ways, parties = set[tuple[str, str]](), list[str](), compiled.parties
    for before, _, result in random_play(compiled, seed):
        if before.stage is Stage.ROUND:
            found.clear()
        for event in result.events:
            if isinstance(event, Discovered):
                found.add((event.by, event.of))
                ways.append(event.how)
            elif isinstance(event, Reckoned):
                found |= {(by, event.of) for by in event.heard}
                ways += ["aloud"] * len(event.heard)
        world = result.state.world
        known = np.argwhere(world.last_discovered[0])
        assert {(parties[i], parties[j]) for i, j in known} == found
    return iter(ways)


@pytest.mark.parametrize("seed", range(8))
def test_before_the_talk_goes_on_nothing_is_due_but_what_was_kept_and_the_oldest_comes_first(
    any_scenario: CompiledScenario, seed: int
) -> None:
    for before, _, result in random_play(any_scenario, seed):
        world, now = result.state.world, int(result.state.world.round[0])
        waiting = [
            int(since)
            for (_, i, j, cause), since in np.ndenumerate(world.due)
            if since != NOBODY and (CAUSES[cause] != "discovery" or world.kept[0, i, j] < now)
        ]
        goes_on = before.stage in FINISHING and not world.left.any() and not world.parted[0]
        # In a side talk it waits until all are back.
        goes_on = goes_on and not any_scenario.is_apart[world.phase[0]]
        if goes_on and before.stage is not Stage.RAISING:
            assert (result.state.stage in SCENE) == bool(waiting)
        if result.state.stage in (Stage.RAISING, Stage.CONFRONTED) and waiting:
            pair = int(world.scene_by[0]), int(world.scene_of[0])
            assert world.due[(0, *pair, int(world.scene_cause[0]))] == min(waiting)


def test_when_both_say_no_in_one_moment_there_is_one_scene_about_it(
    minimal: CompiledScenario,
) -> None:
    made = proposals("rules/closed-books/drop", "rules/exit-fee/drop")
    no = votes(ferry=False, bikes=False, on=("ferry", "bikes"))
    state, events = play(minimal, *TO_THE_BENCH, *OPENLY, made, no)
    assert len(of_kind(events, ChangeRefused)) == 2
    told = len(of_kind(events, Confronted))
    while state.stage in SCENE:
        result = go_on(minimal, state, nothing_made_of_it(minimal, state))
        state, told = result.state, told + len(of_kind(result.events, Confronted))
    assert told == 1


def test_who_got_something_else_about_the_same_thing_does_not_ask_why_not(
    minimal: CompiledScenario,
) -> None:
    """The ferry wanted a lower fee, and then agreed that there would be none."""
    lower = proposals("rules/exit-fee/amount", "rules/exit-fee/drop", amount=5)
    for ferry, told in ((True, 0), (False, 1)):
        vote = votes(ferry=ferry, bikes=False, on=("ferry", "bikes"))
        _, events = play(minimal, *TO_THE_BENCH, *OPENLY, lower, vote)
        assert {each.by for each in of_kind(events, ChangeRefused)} >= {"ferry"}
        asked = [each for each in of_kind(events, Confronted) if each.by == "ferry"]
        assert len(asked) == told


def test_two_who_proposed_the_same_are_asked_about_together(mill: CompiledScenario) -> None:
    at = scene_before(mill, Stage.ALTERNATIVES)
    wanted = {who: ProposalChoice(who, "props/scales/hold/farmer") for who in ("farmer", "banker")}
    put = must(step(mill, at, {"miller": ProposalChoice("miller", None), **wanted})).state
    said = {
        who: VoteChoice(who, {by: who != "miller" for by in wanted if by != who})
        for who in mill.parties
    }
    result = must(step(mill, put, said))
    (scene,) = of_kind(result.events, Confronted)
    assert {scene.by, *scene.also} == {"farmer", "banker"}
    assert scene.of == "miller"
    (seen,) = hear(mill, [scene], "miller")
    assert isinstance(seen, ConfrontationSeen)
    assert seen.matter.also == scene.also
    state, told = result.state, 1
    while state.stage in SCENE:
        result = go_on(mill, state, nothing_made_of_it(mill, state))
        state, told = result.state, told + len(of_kind(result.events, Confronted))
    assert told == 1


@pytest.mark.slow
def test_two_who_asked_for_another_number_did_not_propose_the_same() -> None:
    """A number of one's own is a proposal of one's own: each no is a matter by itself."""
    orchard = compiled_of(ROOT / "tests/scenarios/valid/orchard.yaml")
    at = scene_before(orchard, Stage.ALTERNATIVES)
    one, two, third = orchard.parties
    for other, alike in ((30, True), (20, False)):
        numbers = {one: 30, two: other}
        put = must(
            step(
                orchard, at,
                {who: ProposalChoice(who, "rules/notice/amount", n) for who, n in numbers.items()}
                | {third: ProposalChoice(third, None)},
            )
        ).state  # fmt: skip
        said = {
            who: VoteChoice(who, {by: who != third for by in numbers if by != who})
            for who in orchard.parties
        }
        (scene,) = of_kind(must(step(orchard, put, said)).events, Confronted)
        assert bool(scene.also) is alike


def scene_before(compiled: CompiledScenario, stage: Stage) -> State:
    """The first state of a play at random in which it comes to that."""
    return next(
        state
        for seed in range(20)
        for state, _, _ in random_play(compiled, seed)
        if state.stage is stage
    )


@pytest.mark.slow
def test_the_games_own_words_are_said_once_in_a_play(mill: CompiledScenario) -> None:
    some = 0
    for seed in range(30):
        said = [
            (event.own_words, event.turn % OWN_WORDINGS)
            for _, _, result in random_play(mill, seed)
            for event in result.events
            if isinstance(event, Confronted | Replied | Responded)
            and not event.lines
            and event.turn is not None
        ]
        assert len(said) == len(set(said))
        some += len(said) - len({words for words, _ in said})
    assert some


@pytest.mark.slow
def test_every_pair_of_personas_meets_and_every_scene_ends(pair_plays: PairPlays) -> None:
    replays = pair_plays.replays
    for replayed in replays:
        events = replayed.events
        begun, ended = of_kind(events, Confronted), of_kind(events, Reckoned)
        assert len(begun) == len(of_kind(events, Replied)) == len(ended)
        assert len(ended) == len(of_kind(events, Responded))
        assert [(e.by, e.of, e.cause) for e in begun] == [(e.by, e.of, e.cause) for e in ended]


@pytest.mark.slow
def test_a_no_is_spoken_of_as_it_was_proposed(any_scenario: CompiledScenario) -> None:
    """What was dropped before would be brought back, also where they ask about the no."""
    for seed in range(25):
        refused = dict[tuple[str, str | None], bool]()
        for _, _, result in random_play(any_scenario, 7000 + seed):
            for event in result.events:
                if isinstance(event, ChangeRefused):
                    refused[event.by, event.change] = event.again
                elif isinstance(event, Confronted) and (event.by, event.about) in refused:
                    (seen,) = hear(any_scenario, [event], event.by)
                    assert isinstance(seen, ConfrontationSeen)
                    assert seen.matter.change is not None
                    assert seen.matter.change.again == refused[event.by, event.about]


# --- who chooses --------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", SCENE)
def test_only_the_party_whose_turn_it_is_chooses(mill: CompiledScenario, stage: Stage) -> None:
    state = scene_of(mill, stage)
    (party,) = choosers(mill, state)
    concerned = state.world.scene_of if stage is Stage.CONFRONTED else state.world.scene_by
    assert party == mill.parties[int(concerned[0])]
    other = next(each for each in mill.parties if each != party)
    choice = nothing_made_of_it(mill, state)
    assert check_choice(mill, state, choice) is None
    assert check_choice(mill, state, replace(choice, party=other)) == Refusal(
        "not-your-turn", other
    )
    assert step(mill, state, {}) == Refusal("choice-missing", party)
    both = {party: choice, other: replace(choice, party=other)}
    assert isinstance(step(mill, state, both), Refusal)


def test_a_reply_and_a_response_are_of_the_closed_lists(mill: CompiledScenario) -> None:
    asked, answered = scene_of(mill, Stage.CONFRONTED), scene_of(mill, Stage.RECKONING)
    (of,), (by,) = choosers(mill, asked), choosers(mill, answered)
    for reply in REPLIES:
        assert check_choice(mill, asked, ReplyChoice(of, reply)) is None
    for response in RESPONSES:
        assert check_choice(mill, answered, ResponseChoice(by, response)) is None
    odd: str = "shout"
    refused = check_choice(mill, asked, ReplyChoice(of, odd))  # type: ignore[arg-type]
    assert refused == Refusal("unknown-reply", of, odd)
    refused = check_choice(mill, answered, ResponseChoice(by, odd))  # type: ignore[arg-type]
    assert refused == Refusal("unknown-response", by, odd)


def test_nobody_walks_out_before_the_first_round(mill: CompiledScenario) -> None:
    state = scene_of(mill, Stage.RECKONING)
    early = replace(state, world=replace(state.world, round=state.world.round * 0))
    (by,) = choosers(mill, early)
    assert check_choice(mill, early, ResponseChoice(by, "walk-out")) == Refusal(
        "response-not-open", by, "walk-out"
    )


# --- what is kept back --------------------------------------------------------------------------


def found_alone(mill: CompiledScenario) -> tuple[State, tuple[Event, ...]]:
    """The farmer alone has found the miller out, and may raise it."""
    for seed in range(80):
        result = must(step(mill, play(mill, seed=seed)[0], CHEAT))
        found = of_kind(result.events, Discovered)
        if [event.by for event in found] == ["farmer"] and result.state.stage is Stage.RAISING:
            return result.state, result.events
    raise AssertionError("nobody found out anything")


@pytest.mark.slow
def test_what_one_found_out_nobody_else_hears_until_it_is_raised(mill: CompiledScenario) -> None:
    state, events = found_alone(mill)
    assert any(isinstance(each, FoundOut) for each in hear(mill, events, "farmer"))
    assert view(mill, state, "farmer").stage == "raising"
    assert view(mill, state, "farmer").matter is not None
    for seat in ("miller", "banker"):
        assert not any(isinstance(each, FoundOut) for each in hear(mill, events, seat))
        seen = view(mill, state, seat)
        assert (seen.stage, seen.matter) == ("round", None)
        assert all(other.mood != "hurt" for other in seen.others)
    raised = go_on(mill, state, RaiseChoice("farmer", True))
    for each_seat in (*mill.parties, None):
        told = [e for e in hear(mill, raised.events, each_seat) if isinstance(e, ConfrontationSeen)]
        assert [each.matter.came_out for each in told] == [
            mill.scenario.moves["short-weight"].found_out
        ]


@pytest.mark.slow
def test_what_is_kept_can_be_raised_once_more_in_a_later_round(mill: CompiledScenario) -> None:
    state, _ = found_alone(mill)
    kept = go_on(mill, state, RaiseChoice("farmer", False))
    assert [event.for_good for event in of_kind(kept.events, KeptBack)] == [False]
    assert kept.state.stage is not Stage.RAISING
    later = _to_raising(mill, kept.state)
    assert int(later.world.round[0]) > int(state.world.round[0])
    assert view(mill, later, "farmer").kept_before
    buried = go_on(mill, later, RaiseChoice("farmer", False))
    assert [event.for_good for event in of_kind(buried.events, KeptBack)] == [True]
    assert buried.state.world.due[0, 1, 0, CAUSES.index("discovery")] == NOBODY


def _to_raising(mill: CompiledScenario, state: State) -> State:
    """Where the farmer may raise it again, in which nothing else happens until then."""
    for _ in range(40):
        if state.stage is Stage.RAISING and choosers(mill, state) == ("farmer",):
            return state
        if state.stage in SCENE:
            state = go_on(mill, state, nothing_made_of_it(mill, state)).state
            continue
        if state.stage is Stage.ROUND:
            choices: dict[str, Choice] = dict(
                moves(**{p: legal_moves(mill, state, p)[0] for p in mill.parties})
            )
        else:
            luck = random.Random(1)
            choices = {p: random_choice(mill, state, p, luck) for p in mill.parties}
        state = must(step(mill, state, choices)).state
        if state.is_over:
            break
    raise AssertionError("it was never offered again")


# --- who else hears it --------------------------------------------------------------------------


def _said_aloud(mill: CompiledScenario) -> tuple[State, Reckoned, State]:
    """Where the farmer can raise alone what was hidden from the banker as well; and after that."""
    state, _ = found_alone(mill)
    choices = (
        RaiseChoice("farmer", True), ReplyChoice("miller", "silence"),
        ResponseChoice("farmer", "freeze"),
    )  # fmt: skip
    after = go_on(mill, state, *choices)
    (came,) = of_kind(after.events, Reckoned)
    return state, came, after.state


@pytest.mark.slow
def test_whoever_sits_there_when_it_is_raised_has_found_it_out_as_well(
    mill: CompiledScenario,
) -> None:
    before, came, after = _said_aloud(mill)
    miller, _, banker = range(3)
    assert came.heard == ("banker",)
    assert before.world.secret[0, banker, miller].any()
    assert not after.world.secret[0, banker, miller].any()
    assert after.world.alliance.hidden[0, banker, miller] == 0.0
    assert after.world.found[0, banker, miller].any()
    fell = came.reasons["banker"]["miller"]
    assert fell["discovery"] < 0
    assert fell["reply"] < 0
    assert "discovery" not in came.reasons["farmer"]["miller"]


@pytest.mark.slow
def test_what_was_raised_does_not_come_out_once_more(mill: CompiledScenario) -> None:
    _, _, state = _said_aloud(mill)
    luck, found = random.Random(3), list[Event]()
    while not state.is_over and not of_kind(tuple(found), MoveMade):
        choices: dict[str, Choice] = (
            dict(moves(miller="sit", farmer="sit", banker="sit"))
            if state.stage is Stage.ROUND
            else {p: random_choice(mill, state, p, luck) for p in choosers(mill, state)}
        )
        result = must(step(mill, state, choices))
        state, found = result.state, [*found, *result.events]
    assert not of_kind(tuple(found), Discovered)


@pytest.mark.slow
def test_what_else_was_hidden_from_who_hears_it_stays_hidden(mill: CompiledScenario) -> None:
    state, _ = found_alone(mill)
    world = state.world
    secret, hidden = world.secret.copy(), world.alliance.hidden.copy()
    secret[0, 2, 0] = True  # all that the miller can do in secret
    hidden[0, 2, 0] = 0.9
    alliance = replace(world.alliance, hidden=hidden)
    more = replace(state, world=replace(world, secret=secret, alliance=alliance))
    choices = RaiseChoice("farmer", True), ReplyChoice("miller", "deny")
    after = go_on(mill, more, *choices, ResponseChoice("farmer", "freeze")).state.world
    raised = world.due_moves[0, 1, 0]
    assert (after.secret[0, 2, 0] == ~raised).all()
    assert after.alliance.hidden[0, 2, 0] == 0.9


def test_whoever_knew_it_too_does_not_raise_again_what_was_raised(mill: CompiledScenario) -> None:
    for seed in range(200):
        result = must(step(mill, play(mill, seed=seed)[0], CHEAT))
        found = {event.by for event in of_kind(result.events, Discovered)}
        if found == {"farmer", "banker"} and result.state.stage is Stage.RAISING:
            break
    (first,) = choosers(mill, result.state)
    second = next(p for p in ("farmer", "banker") if p != first)
    before = result.state.world
    after = go_on(
        mill, result.state, RaiseChoice(first, True), ReplyChoice("miller", "own-up"),
        ResponseChoice(first, "accept"),
    )  # fmt: skip
    i, (came,) = mill.parties.index(second), of_kind(after.events, Reckoned)
    assert before.untold[0, i, 0]
    assert not after.state.world.untold[0, i, 0]
    assert after.state.world.due[0, i, 0, CAUSES.index("discovery")] == NOBODY
    assert came.heard == ()
    assert came.reasons[second]["miller"]["reply"] > 0
    assert after.state.stage is not Stage.RAISING


@pytest.mark.slow
def test_to_whoever_knew_that_it_is_done_hearing_of_it_is_no_news(mill: CompiledScenario) -> None:
    """It was done once more before it was raised, so that it is a secret again."""
    state, _ = found_alone(mill)
    world = state.world
    secret, found = world.secret.copy(), world.found.copy()
    secret[0, 1, 0] |= world.due_moves[0, 1, 0]
    found[0, 2, 0] |= world.due_moves[0, 1, 0]
    again = replace(state, world=replace(world, secret=secret, found=found))
    choices = RaiseChoice("farmer", True), ReplyChoice("miller", "silence")
    (came,) = of_kind(
        go_on(mill, again, *choices, ResponseChoice("farmer", "freeze")).events, Reckoned
    )
    assert came.heard == ()
    assert came.reasons["banker"]["miller"] == {}


@pytest.mark.slow
def test_it_is_noted_what_was_kept_back(mill: CompiledScenario) -> None:
    state, _ = found_alone(mill)
    (kept,) = of_kind(go_on(mill, state, RaiseChoice("farmer", False)).events, KeptBack)
    assert kept.moves == ("short-weight",)


# --- what comes of it ---------------------------------------------------------------------------


def test_whoever_walks_out_of_a_scene_ends_the_talks(mill: CompiledScenario) -> None:
    state = scene_of(mill, Stage.RECKONING)
    (by,) = choosers(mill, state)
    after = go_on(mill, state, ResponseChoice(by, "walk-out"))
    assert after.state.is_over
    assert bool(after.state.world.left[0, mill.parties.index(by)])


def test_whoever_freezes_holds_back_for_a_round(mill: CompiledScenario) -> None:
    state = scene_of(mill, Stage.RECKONING)
    (by,) = choosers(mill, state)
    at = mill.parties.index(by)
    cold = go_on(mill, state, ResponseChoice(by, "freeze")).state.world
    calm = go_on(mill, state, ResponseChoice(by, "accept")).state.world

    def shift(world: object, rounds: int = 0) -> float:
        later = replace(world, round=world.round + rounds)  # type: ignore[type-var,attr-defined]
        return float(circumstances(mill, later).safety_shift[0, at])  # type: ignore[arg-type]

    assert shift(cold) == pytest.approx(shift(calm) - mill.confronting.closed)
    assert shift(cold, 1) == pytest.approx(shift(calm, 1))


@pytest.mark.slow
def test_what_was_said_about_one_hidden_move_is_remembered(mill: CompiledScenario) -> None:
    raised = go_on(mill, found_alone(mill)[0], RaiseChoice("farmer", True)).state
    denied = go_on(mill, raised, ReplyChoice("miller", "deny"), ResponseChoice("farmer", "accept"))
    kept = go_on(mill, found_alone(mill)[0], RaiseChoice("farmer", False))

    def is_so(came: Step, **wanted: object) -> bool:
        condition = Condition(confronted=WasConfronted.model_validate(wanted))
        return bool(holds(condition, mill, came.state.world, public=True)[0])

    assert is_so(denied, **{"is": "short-weight"})
    assert is_so(denied, **{"is": "short-weight", "of": "miller", "reply": "deny"})
    assert is_so(denied, **{"is": "short-weight", "cause": ["discovery", "leak"]})
    assert not is_so(denied, **{"is": "short-weight", "of": "farmer"})
    assert not is_so(denied, **{"is": "short-weight", "reply": "own-up"})
    assert not is_so(denied, **{"is": "short-weight", "response": "freeze"})
    assert not is_so(denied, **{"is": "short-weight", "cause": "leak"})
    assert not is_so(denied, **{"is": "weigh"})
    assert not is_so(kept, **{"is": "short-weight"})


@pytest.mark.parametrize("reply", REPLIES)
@pytest.mark.parametrize("response", ["accept", "ask", "freeze"])
def test_what_was_said_and_done_is_remembered(
    mill: CompiledScenario, reply: Reply, response: Response
) -> None:
    state = scene_of(mill, Stage.CONFRONTED)
    (of,) = choosers(mill, state)
    by = mill.parties[int(state.world.scene_by[0])]
    cause = CAUSES[int(state.world.scene_cause[0])]
    after = go_on(mill, state, ReplyChoice(of, reply), ResponseChoice(by, response)).state.world
    fresh = replace(after, answered=after.answered & ~state.world.answered)

    def is_so(**wanted: object) -> bool:
        condition = Condition(confronted=WasConfronted.model_validate(wanted))
        return bool(holds(condition, mill, fresh, public=True)[0])

    assert is_so()
    assert is_so(of=of, reply=reply, response=response)
    assert is_so(of=of, reply=list(REPLIES))
    assert is_so(cause=cause, reply=reply)
    assert not is_so(cause=[each for each in CAUSES if each != cause])
    assert not is_so(of=by)
    assert not is_so(reply=[each for each in REPLIES if each != reply])
    assert not is_so(response=[each for each in RESPONSES if each != response])


@pytest.mark.slow
def test_numbers_add_up_over_a_scene(mill: CompiledScenario) -> None:
    for seed in range(6):
        for _, _, result in random_play(mill, seed):
            for event in of_kind(result.events, Reckoned):
                for i, about in event.reasons.items():
                    for j, parts in about.items():
                        moved = event.after.trust[i][j] - event.before.trust[i][j]
                        assert sum(parts.values()) == pytest.approx(moved, abs=1e-12)


@pytest.mark.slow
@pytest.mark.parametrize("reply", REPLIES)
def test_everybody_sees_what_was_said_to_it_and_until_then_nothing(
    mill: CompiledScenario, reply: Reply
) -> None:
    state = scene_of(mill, Stage.CONFRONTED)
    (of,) = choosers(mill, state)
    replied = go_on(mill, state, ReplyChoice(of, reply)).state
    for seat in mill.parties:
        assert view(mill, state, seat).replied is None
        assert view(mill, replied, seat).replied == reply


# --- in the author's words ----------------------------------------------------------------------


@pytest.mark.slow
def test_an_author_can_write_the_scene(mill: CompiledScenario) -> None:
    state, _ = found_alone(mill)
    raised = go_on(mill, state, RaiseChoice("farmer", True))
    (opened,) = of_kind(raised.events, Confronted)
    assert [line.text.en for line in opened.lines] == ["The wheel stops.", "You knew that."]
    cards = {card.id: card.title for card in view(mill, raised.state, "miller").replies}
    assert cards["own-up"] is not None
    assert cards["explain"] is None
    replied = go_on(mill, raised.state, ReplyChoice("miller", "own-up"))
    (said,) = of_kind(replied.events, Replied)
    assert [(line.speaker, line.text.en) for line in said.lines] == [("miller.owner", "I knew.")]
    (own,) = of_kind(go_on(mill, raised.state, ReplyChoice("miller", "explain")).events, Replied)
    assert own.lines == ()  # the game has words of its own


@pytest.mark.slow
@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("own-up", {"So be it."}),
        ("silence", {"So be it."}),
        ("deny", {"I weighed it myself.", "I can count."}),
    ],
)
def test_what_is_said_to_a_reply_can_depend_on_it(
    mill: CompiledScenario, reply: Reply, said: set[str]
) -> None:
    state, _ = found_alone(mill)
    raised = go_on(mill, state, RaiseChoice("farmer", True))
    replied = go_on(mill, raised.state, ReplyChoice("miller", reply))
    accepted = go_on(mill, replied.state, ResponseChoice("farmer", "accept"))
    (responded,) = of_kind(accepted.events, Responded)
    (line,) = responded.lines
    assert line.text.en in said


@pytest.mark.slow
def test_nobody_speaks_in_a_scene_who_is_not_at_the_table(mill: CompiledScenario) -> None:
    state, _ = found_alone(mill)
    head = mill.element_index("roles", "farmer.head")
    without = state.world.in_force.copy()
    without[0, head] = False
    gone = replace(state, world=replace(state.world, in_force=without))
    raised = go_on(mill, gone, RaiseChoice("farmer", True))
    (opened,) = of_kind(raised.events, Confronted)
    assert [line.text.en for line in opened.lines] == ["The wheel stops."]


@pytest.mark.slow
def test_a_scene_of_another_party_or_cause_is_not_played(mill: CompiledScenario) -> None:
    script = mill.scenario.script
    (written,) = script.confrontations
    for change in ({"of": "banker"}, {"cause": ("leak",)}):
        other = written.model_copy(update=change)
        changed = script.model_copy(update={"confrontations": (other,)})
        scenario = mill.scenario.model_copy(update={"script": changed})
        compiled = compile_scenario(scenario)
        state, _ = found_alone(compiled)
        (opened,) = of_kind(go_on(compiled, state, RaiseChoice("farmer", True)).events, Confronted)
        assert opened.lines == ()


@pytest.mark.slow
def test_a_scene_can_be_written_for_what_came_out(mill: CompiledScenario) -> None:
    script = mill.scenario.script
    (general,) = script.confrontations
    special = general.model_copy(update={"opens": general.opens[1:]})

    def told(*moves: str) -> int:
        """How many lines are told if the special scene is for those moves."""
        scene = special.model_copy(update={"is_": moves})
        changed = script.model_copy(update={"confrontations": (scene, general)})
        compiled = compile_scenario(mill.scenario.model_copy(update={"script": changed}))
        state, _ = found_alone(compiled)
        (opened,) = of_kind(go_on(compiled, state, RaiseChoice("farmer", True)).events, Confronted)
        assert opened.moves == ("short-weight",)
        return len(opened.lines)

    assert told("short-weight") == told("sit", "short-weight") == 1
    assert told("sit") == 2


@pytest.mark.parametrize(
    ("refused", "told"),
    [(PART, {"any", "part"}), ("rules/closed-books/drop", {"any", "no", "books"})],
)
def test_a_refusal_to_part_is_not_told_as_a_refused_change(
    minimal: CompiledScenario, refused: str, told: set[str]
) -> None:
    scenes: dict[str, dict[str, tuple[str, ...]]] = {
        "any": {}, "no": {"cause": ("refusal",)},
        "part": {"cause": ("refusal",), "change": ("part",)},
        "books": {"cause": ("refusal",), "change": ("closed-books",)},
    }  # fmt: skip
    choices = *TO_THE_BENCH, *OPENLY, proposals(refused), votes(bikes=False, on=("ferry",))
    opens = ({"say": ({"en": "It is quiet."},)},)
    fits = set()
    for name, scene in scenes.items():
        written = Confrontation.model_validate({**scene, "opens": opens})
        script = minimal.scenario.script.model_copy(update={"confrontations": (written,)})
        compiled = compile_scenario(minimal.scenario.model_copy(update={"script": script}))
        (confronted,) = of_kind(play(compiled, *choices)[1], Confronted)
        assert confronted.about == refused
        fits |= {name} if confronted.lines else set()
    assert fits == told


# --- kept, and played on ------------------------------------------------------------------------


@pytest.mark.slow
def test_a_play_can_be_left_in_the_middle_of_a_scene(
    minimal: CompiledScenario, tmp_path: Path
) -> None:
    path, met = tmp_path / "trace.json", set()
    seats = dict.fromkeys(minimal.parties, HUMAN)
    live = LivePlay.start(minimal, seed=4, seats=seats, digest="d", source="s", save_to=path)
    luck = random.Random(2)
    while not live.is_over:
        seat = live.waiting_for[0]
        assert isinstance(live.choose(random_choice(minimal, live.state, seat, luck)), tuple)
        if live.state.stage in SCENE:
            met.add(live.state.stage)
            live.let_go()
            trace = load_trace(path)
            again = LivePlay.resume(minimal, trace, "d", path)  # type: ignore[arg-type]
            assert isinstance(again, LivePlay)
            assert again.waiting_for == live.waiting_for
            assert again.events == live.events
            live = again
    assert {Stage.CONFRONTED, Stage.RECKONING} <= met


@pytest.mark.slow
def test_a_leak_scene_is_played_for_what_an_event_brings_to_light(mill: CompiledScenario) -> None:
    script = mill.scenario.script
    (written,) = script.confrontations
    inspector = script.events["inspector"].model_copy(update={"after": "1 round", "chance": 100})
    events = {**script.events, "inspector": inspector.model_copy(update={"party": "miller"})}

    def told(**about: object) -> tuple[Cause, bool]:
        """What is first confronted after the event, and whether the scene was played."""
        scene = written.model_copy(update={"of": None, "is_": (), **about})
        changed = script.model_copy(update={"confrontations": (scene,), "events": events})
        compiled = compile_scenario(mill.scenario.model_copy(update={"script": changed}))
        _, seen = play(compiled, CHEAT)
        first = of_kind(seen, Confronted)[0]
        return first.cause, first.lines != ()

    assert told(cause=("leak",)) == ("discovery", True)
    assert told(cause=("leak",), event=("inspector",)) == ("discovery", True)
    assert told(cause=("leak",), event=("drought",)) == ("discovery", False)
    assert told(cause=("departure",), event=("inspector",)) == ("discovery", False)


def test_what_was_found_out_before_the_event_came_is_no_leak(mill: CompiledScenario) -> None:
    """Then the event is due as a matter of its own, and each has its own scene."""
    script = mill.scenario.script
    event = script.events["inspector"].model_copy(
        update={"after": "1 round", "chance": 100, "party": "miller"}
    )
    changed = script.model_copy(update={"events": {**script.events, "inspector": event}})
    compiled = compile_scenario(mill.scenario.model_copy(update={"script": changed}))
    world = must(step(compiled, play(compiled)[0], CHEAT)).state.world
    assert leaks_of(compiled, world) == {"inspector"}
    due, about = world.due.copy(), world.due_about.copy()
    i, j = int(world.scene_by[0]), int(world.scene_of[0])
    due[0, i, j, LEAK] = due[0, i, j, DISCOVERY]
    about[0, i, j, LEAK] = list(script.events).index("inspector")
    assert leaks_of(compiled, replace(world, due=due, due_about=about)) == frozenset()
