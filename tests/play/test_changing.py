"""Changing the game: what a change would bring, who refuses it and why, and what goes first."""

import random
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from engine.play.compiled import PART, Change, CompiledScenario, compile_scenario
from engine.play.events import ChangeRefused, GameChanged, LinesTold, MomentCalled, Proposed
from engine.play.round import Draw
from engine.play.rules import apply_change, competing, is_again, settle
from engine.play.state import NOBODY, MoveChoice, ProposalChoice, Stage, State, VoteChoice
from engine.play.step import check_choice, legal_moves, may_call, why_no_call
from engine.play.view.prospects import brings
from engine.play.view.records import Brings, ChangeCard, Moves, Shift
from engine.play.view.situation import view
from engine.players import PERSONAS, PersonaPolicy, choose
from engine.playtest.explore import seats_of
from engine.playtest.record import RANDOM
from engine.scenario.schema import Effect, Text
from engine.scenario.vocabulary import Persona
from tests.conftest import LIBRARY, compiled_of
from tests.play.test_step import OPENLY, QUIET, TO_THE_BENCH, proposals, round_of, votes
from tests.playing import moment, moves, of_kind, play, play_by, random_play

AT_THE_TABLE = (*TO_THE_BENCH, *OPENLY)


def agreed(compiled: CompiledScenario, *made: str, consents: list[int], lot: int = 0) -> list[str]:
    """Which of those proposals go through, each agreed by so many parties."""
    keys = [change.key for change in compiled.changes]
    world = play(compiled)[0].world
    proposal = np.full((1, compiled.party_count), NOBODY)
    proposal[0, : len(made)] = [keys.index(each) for each in made]
    world = replace(world, proposal=proposal, round=np.array([lot]))
    yes = np.zeros((1, compiled.party_count, compiled.party_count), dtype=bool)
    for at, count in enumerate(consents):
        yes[0, :count, at] = True
    passes = settle(compiled, world, proposal != NOBODY, yes, Draw.of_play(1, 0))[0]
    return [each for each, goes in zip(made, passes, strict=False) if goes]


# --- competing ------------------------------------------------------------------------------------


def test_two_places_to_move_to_never_both_go_through_and_the_lot_is_fair(
    mill: CompiledScenario,
) -> None:
    both = ("props/scales/hold/miller", "props/scales/hold/farmer")
    won = [agreed(mill, *both, consents=[3, 3], lot=lot) for lot in range(60)]
    assert {len(each) for each in won} == {1}
    assert {each for some in won for each in some} == set(both)
    assert 15 < sum(each == [both[0]] for each in won) < 45


@pytest.mark.parametrize("lot", range(5))
def test_of_competing_proposals_the_one_with_most_consent_goes_through(
    mill: CompiledScenario, lot: int
) -> None:
    made = ("rules/no-bank-talk/drop", "rituals/bread/drop")
    assert agreed(mill, *made, consents=[2, 3], lot=lot) == list(made)  # they don't compete
    rivals = ("props/scales/drop", "props/scales/hold/farmer")
    assert agreed(mill, *rivals, consents=[2, 3], lot=lot) == [rivals[1]]
    assert agreed(mill, *rivals, consents=[3, 2], lot=lot) == [rivals[0]]


@pytest.mark.parametrize("lot", range(5))
def test_who_parts_changes_nothing_any_more(mill: CompiledScenario, lot: int) -> None:
    assert agreed(mill, "rituals/bread/drop", PART, consents=[3, 3], lot=lot) == [PART]


def test_what_excludes_each_other_is_never_both_agreed(any_scenario: CompiledScenario) -> None:
    """Whatever people put on the table and agree to, in plays by chance and in all at once."""
    luck, count = random.Random(4), any_scenario.party_count
    changes = len(any_scenario.changes)
    proposal = np.array([[luck.randrange(-1, changes) for _ in range(count)] for _ in range(800)])
    world = play(any_scenario)[0].world
    amounts = np.array([[luck.choice((0, 5)) for _ in range(count)] for _ in range(800)])
    is_amount = np.array([c.action == "amount" for c in any_scenario.changes])[proposal]
    amounts = np.where(is_amount, amounts, 0)
    many = replace(
        world, proposal=proposal, proposal_amount=amounts, round=np.zeros(800, dtype=int)
    )
    draw = Draw(3, np.arange(800, dtype=np.uint64))
    yes = np.ones((800, count, count), dtype=bool)
    made = proposal != NOBODY
    passed = settle(any_scenario, many, made, yes, draw)
    rivals = competing(any_scenario, proposal, amounts)
    assert not (rivals & passed[:, :, None] & passed[:, None, :]).any()
    # Nothing is lost that had no rival, and of rivals something goes through.
    assert (passed | rivals.any(axis=2) | ~made).all()
    assert (passed.any(axis=1) == made.any(axis=1)).all()


def test_the_loser_is_told_what_it_gave_way_to(minimal: CompiledScenario) -> None:
    fee = "rules/exit-fee/amount"
    choices = {
        "ferry": ProposalChoice("ferry", fee, 40),
        "bikes": ProposalChoice("bikes", fee, 5),
    }
    before, _ = play(minimal, *AT_THE_TABLE, choices)
    cards = view(minimal, before, "ferry").proposals
    assert [(card.proposer, card.rivals) for card in cards] == [
        ("ferry", ("bikes",)), ("bikes", ("ferry",)),
    ]  # fmt: skip
    assert "own-first" in cards[1].objections
    state, events = play(minimal, *AT_THE_TABLE, choices, votes(on=("ferry", "bikes")))
    (made,), (lost,) = of_kind(events, GameChanged), of_kind(events, ChangeRefused)
    assert state.world.amount[0, minimal.element_index("rules", "exit-fee")] == made.after
    assert {made.by, lost.by} == {"ferry", "bikes"}
    assert lost.against == ()
    assert lost.gave_way is not None
    assert (lost.gave_way.by, lost.gave_way.amount, lost.gave_way.by_lot) == (
        made.by, made.after, True,
    )  # fmt: skip
    assert int(state.world.changes[0]) == 1


@pytest.mark.slow
def test_what_both_propose_is_one_change_by_both(minimal: CompiledScenario) -> None:
    fee = "rules/exit-fee/amount"
    choices = {party: ProposalChoice(party, fee, 40) for party in minimal.parties}
    _, events = play(minimal, *AT_THE_TABLE, choices, votes(on=("ferry", "bikes")))
    (made,) = of_kind(events, GameChanged)
    assert (made.by, made.also_by) == ("ferry", ("bikes",))
    assert not of_kind(events, ChangeRefused)
    other = {**choices, "bikes": ProposalChoice("bikes", "rules/closed-books/drop")}
    _, events = play(minimal, *AT_THE_TABLE, other, votes(on=("ferry", "bikes")))
    assert [made.also_by for made in of_kind(events, GameChanged)] == [(), ()]


def test_what_both_propose_and_a_third_refuses_is_refused_of_both(three: CompiledScenario) -> None:
    sit = moves(harbour="sit", grid="sit", village="sit")
    read = moves(harbour="read-curve", grid="read-curve", village="read-curve")
    penalty = dict.fromkeys(("harbour", "grid"), "rules/penalty/drop")
    made = moment(dict.fromkeys(three.parties, ("joke-away", "own-part")), penalty, agree=())
    _, events = play(three, sit, read, sit, *made)
    (refused,) = of_kind(events, ChangeRefused)
    assert (refused.by, refused.also_by) == ("harbour", ("grid",))


# --- who refuses, and why -------------------------------------------------------------------------


def test_a_refusal_says_by_whom_and_why(minimal: CompiledScenario) -> None:
    no = {
        "ferry": VoteChoice("ferry"),
        "bikes": VoteChoice("bikes", {"ferry": False}, {"ferry": "costs-us"}),
    }
    _, events = play(minimal, *AT_THE_TABLE, proposals("rules/closed-books/drop"), no)
    (refused,) = of_kind(events, ChangeRefused)
    assert (refused.against, refused.reasons) == (("bikes",), {"bikes": "costs-us"})


def test_only_a_no_has_a_reason_and_only_a_known_one(minimal: CompiledScenario) -> None:
    state, _ = play(minimal, *AT_THE_TABLE, proposals("rules/closed-books/drop"))
    for wrong in (
        VoteChoice("bikes", {"ferry": True}, {"ferry": "costs-us"}),
        VoteChoice("bikes", {"ferry": False}, {"ferry": "because"}),  # type: ignore[dict-item]
        VoteChoice("bikes", {}, {"ferry": "costs-us"}),
    ):
        refused = check_choice(minimal, state, wrong)
        assert refused is not None
        assert refused.reason == "unknown-reason"


def test_where_one_decides_only_that_one_refuses(three: CompiledScenario) -> None:
    """The fee is the village's to give: that the harbour does not agree either is no matter."""
    penalty = "rules/penalty/drop"
    sit = moves(harbour="sit", grid="sit", village="sit")
    made = moment(
        dict.fromkeys(three.parties, ("joke-away", "own-part")), {"grid": penalty}, agree=()
    )
    read = moves(harbour="read-curve", grid="read-curve", village="read-curve")
    _, events = play(three, sit, read, sit, *made)
    refused = of_kind(events, ChangeRefused)
    assert [each.against for each in refused] == [("village",)]


def test_a_persona_says_why_it_refuses(minimal: CompiledScenario) -> None:
    """And it refuses what takes away what it likes for what that costs it."""
    state, _ = play(minimal, *AT_THE_TABLE, proposals(bikes="rules/exit-fee/drop"))
    cautious = PersonaPolicy(minimal, 0, PERSONAS["controller"])
    choice = choose(minimal, state, cautious)
    assert isinstance(choice, VoteChoice)
    assert choice.votes == {"bikes": False}
    assert choice.reasons == {"bikes": "costs-us"}


@pytest.mark.parametrize(
    ("change", "trust"),
    [(PART, 0.9), ("rules/closed-books/drop", 0.2), ("rituals/coffee/drop", 0.2)],
)
def test_a_persona_gives_a_reason_that_a_person_could_give(
    minimal: CompiledScenario, change: str, trust: float
) -> None:
    """Of parting, that it would rather go on: where there is trust, somebody would."""
    state, _ = play(minimal, *AT_THE_TABLE, proposals(bikes=change))
    alliance = state.world.alliance
    felt = replace(alliance, trust=np.full_like(alliance.trust, trust))
    state = replace(state, world=replace(state.world, alliance=felt))
    (card,) = view(minimal, state, "ferry").proposals
    given = set()
    for persona in PERSONAS.values():
        choice = choose(minimal, state, PersonaPolicy(minimal, 0, persona))
        assert isinstance(choice, VoteChoice)
        assert set(choice.reasons) == {by for by, yes in choice.votes.items() if not yes}
        given |= {*choice.reasons.values()}
    assert given
    assert given <= {*card.objections}


FEE = "rules/exit-fee/amount"


@pytest.mark.parametrize(
    ("name", "own", "other", "without", "beside"),
    [
        # A higher fee than now suits the cautious, but not as well as the highest.
        ("controller", (FEE, 40), (FEE, 21), None, "own-first"),
        ("controller", (FEE, 40), (FEE, 40), None, None),
        # Something of its own to look forward to keeps it from parting.
        ("builder", ("rules/who-spoke-last-listens/adopt", None), (PART, None), None, "go-on"),
    ],
)
def test_a_persona_weighs_what_it_would_give_up_of_its_own(
    minimal: CompiledScenario,
    name: Persona,
    own: tuple[str, int | None],
    other: tuple[str, int | None],
    without: str | None,
    beside: str | None,
) -> None:
    """Why it says no to the bikes, without a proposal of its own and beside one; None: a yes."""
    said = []
    for made in (ProposalChoice("ferry"), ProposalChoice("ferry", *own)):
        table = {"ferry": made, "bikes": ProposalChoice("bikes", *other)}
        state, _ = play(minimal, *AT_THE_TABLE, table)
        choice = choose(minimal, state, PersonaPolicy(minimal, 0, PERSONAS[name]))
        assert isinstance(choice, VoteChoice)
        said.append(choice.reasons.get("bikes"))
    assert said == [without, beside]


@pytest.mark.slow
@pytest.mark.parametrize("seated", [("controller", "charmer", "builder"), (RANDOM,) * 3])
def test_everyone_that_refuses_says_why(
    any_scenario: CompiledScenario, seated: tuple[str, ...]
) -> None:
    """And that they would rather have their own, only where they put that on the table."""
    seats = seats_of(any_scenario, seated[: any_scenario.party_count])
    for seed in range(4):
        own = set[str]()
        for step in play_by(any_scenario, seed, seats).steps:
            made = of_kind(step.events, Proposed)
            own = {each.party for each in made if each.change} if made else own
            for refused in of_kind(step.events, ChangeRefused):
                assert set(refused.reasons) == set(refused.against)
                assert own >= {of for of, why in refused.reasons.items() if why == "own-first"}


@pytest.mark.slow
def test_why_one_says_no_can_be_said_whatever_the_reason(minimal: CompiledScenario) -> None:
    """That one would rather have one's own, only where one put that on the table."""
    always = {"costs-us", "no-trust", "as-it-is", "not-now"}
    books, fee = "rules/closed-books/drop", "rules/exit-fee/drop"
    for made, expected in (
        ((books, None), always),
        ((books, fee), always),
        ((PART, None), {"go-on"}),
    ):
        state, _ = play(minimal, *AT_THE_TABLE, proposals(*made))
        cards = {card.proposer: card for card in view(minimal, state, "bikes").proposals}
        assert {*cards["ferry"].objections} == expected
        assert "bikes" not in cards or cards["bikes"].objections == ()
        for why in expected:
            no = VoteChoice("bikes", {"ferry": False}, {"ferry": why})  # type: ignore[dict-item]
            assert check_choice(minimal, state, no) is None


# --- a moment is never wasted ---------------------------------------------------------------------


def test_a_call_that_the_script_answers_anyway_costs_no_moment(minimal: CompiledScenario) -> None:
    state, events = play(minimal, QUIET, round_of("wait", "wait", call="ferry"))
    assert minimal.phases[state.world.phase[0]] == "bench"
    assert state.world.calls[0].tolist() == [0, 0]
    assert [event.spared for event in of_kind(events, MomentCalled)] == [True]
    state, _ = play(
        minimal, QUIET, round_of("wait", "wait", call="ferry"), *OPENLY, proposals(), votes()
    )
    assert may_call(minimal, state, "ferry")


def test_a_call_that_is_answered_costs_one(minimal: CompiledScenario) -> None:
    state, events = play(minimal, round_of("wait", "wait", call="ferry"))
    assert state.world.calls[0].tolist() == [1, 0]
    assert [event.spared for event in of_kind(events, MomentCalled)] == [False]


@pytest.mark.slow
def test_in_the_last_round_no_moment_can_be_called(minimal: CompiledScenario) -> None:
    state, _ = play(minimal, *AT_THE_TABLE, proposals(), votes(), QUIET)
    assert may_call(minimal, state, "ferry")
    state, _ = play(minimal, *AT_THE_TABLE, proposals(), votes(), QUIET, QUIET)
    assert why_no_call(minimal, state, "ferry") == "last-round"
    assert view(minimal, state, "ferry").no_call == "last-round"
    refused = check_choice(minimal, state, MoveChoice("ferry", "wait", call=True))
    assert refused is not None
    assert refused.reason == "last-round"


@pytest.mark.slow
def test_after_every_moment_that_was_called_the_talks_go_on(
    any_scenario: CompiledScenario,
) -> None:
    """But for who parts there: what is agreed in a moment of one's own is always played."""
    for seed in range(30):
        for state, _, result in random_play(any_scenario, 4000 + seed):
            if state.world.called[0] and result.state.is_over:
                stopped = result.state.world.parted[0] or not state.stage
                ahead = any_scenario.leads_to[int(state.world.phase[0])].any()
                assert stopped or ahead


@pytest.mark.slow
@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_no_moment_of_ours_asks_the_same_question_again(path: Path) -> None:
    """Each moment that is called in a play has wordings of its own."""
    compiled, most_called = compiled_of(path), 0
    for seed in range(12):
        events = [event for _, _, result in random_play(compiled, seed) for event in result.events]
        told = [each for each in of_kind(events, LinesTold) if each.part == "ask"]
        asked = [spoken.text for each in told for spoken in each.lines]
        assert len({*asked}) == len(asked)
        called = {each.place.round for each in of_kind(events, MomentCalled)}
        most_called = max(most_called, len(called))
    assert most_called > 1 or not compiled.scenario.script.calls


# --- brought back ---------------------------------------------------------------------------------


@pytest.mark.slow
def test_what_was_in_force_before_is_brought_back(minimal: CompiledScenario) -> None:
    books, listens = "rules/closed-books", "rules/who-spoke-last-listens"
    state, _ = play(minimal, *AT_THE_TABLE, proposals(f"{books}/drop"), votes(on=("ferry",)),
                    round_of("wait", "wait", call="ferry"), *OPENLY)  # fmt: skip
    cards = {card.id: card for card in view(minimal, state, "ferry").changes}
    assert cards[f"{books}/adopt"].again
    assert not cards[f"{listens}/adopt"].again
    state, events = play(
        minimal, *AT_THE_TABLE, proposals(f"{books}/drop"), votes(on=("ferry",)),
        round_of("wait", "wait", call="ferry"), *OPENLY,
        proposals(f"{books}/adopt"), votes(on=("ferry",)),
    )  # fmt: skip
    assert [event.again for event in of_kind(events, GameChanged)] == [False, True]
    assert [event.again for event in of_kind(events, Proposed) if event.change][-1]


def test_a_place_where_they_have_been_is_gone_back_to(minimal: CompiledScenario) -> None:
    state, _ = play(minimal, *AT_THE_TABLE, proposals(), votes(),
                    round_of("wait", "wait", call="ferry"), *OPENLY)  # fmt: skip
    (dunes,) = [c for c in view(minimal, state, "ferry").changes if c.id == "decor/dunes/move"]
    assert dunes.again


# --- what it would bring --------------------------------------------------------------------------


def card_of(compiled: CompiledScenario, seat: str, key: str) -> ChangeCard:
    """The change as that seat sees it at the first bench."""
    state, _ = play(compiled, *AT_THE_TABLE)
    return next(card for card in view(compiled, state, seat).changes if card.id == key)


def brings_of(compiled: CompiledScenario, seat: str, key: str) -> Brings:
    """What the change would bring, as that seat sees it."""
    found = card_of(compiled, seat, key).brings
    assert found is not None
    return found


def closes(compiled: CompiledScenario, state: State, seat: str, key: str) -> tuple[Moves, ...]:
    """Which moves the change would close, as that seat sees it then."""
    (card,) = (each for each in view(compiled, state, seat).changes if each.id == key)
    assert card.brings is not None
    return card.brings.closes


def change_of(compiled: CompiledScenario, key: str) -> Change:
    """The change of that name."""
    return next(each for each in compiled.changes if each.key == key)


def with_move(compiled: CompiledScenario, move: str, **change: object) -> CompiledScenario:
    """The scenario in which that move is another."""
    scenario = compiled.scenario
    changed = scenario.moves[move].model_copy(update=change)
    return compile_scenario(
        scenario.model_copy(update={"moves": {**scenario.moves, move: changed}})
    )


def with_effect(compiled: CompiledScenario, rule: str, **effect: object) -> CompiledScenario:
    """The scenario in which that rule does something else."""
    scenario = compiled.scenario
    changed = scenario.rules[rule].model_copy(update={"effect": Effect.model_validate(effect)})
    rules = {**scenario.rules, rule: changed}
    return compile_scenario(scenario.model_copy(update={"rules": rules}))


def test_a_change_says_how_much_safer_it_makes_it(minimal: CompiledScenario) -> None:
    listens = "rules/who-spoke-last-listens/adopt"
    assert brings_of(minimal, "ferry", listens).shifts == (Shift("safety", 5),)
    coffee = brings_of(minimal, "ferry", "rituals/coffee/drop").shifts
    assert coffee == (Shift("safety", -2, each="round"),)
    for_one = with_effect(minimal, "who-spoke-last-listens", only="bikes", pressure=-4)
    assert brings_of(for_one, "ferry", listens).shifts == (Shift("pressure", -4, "bikes"),)


@pytest.mark.parametrize(("amount", "points"), [(40, 20), (5, -15), (20, None)])
def test_another_number_says_how_much_more_or_less_it_weighs(
    minimal: CompiledScenario, amount: int, points: int | None
) -> None:
    """The fee for walking out is 20 now."""
    keys = [change.key for change in minimal.changes]
    fee = minimal.changes[keys.index("rules/exit-fee/amount")]
    world = play(minimal, *AT_THE_TABLE)[0].world
    shifts = brings(minimal, world, "ferry", fee, amount).shifts
    assert [each.points for each in shifts] == ([] if points is None else [points])


def test_a_change_of_a_number_says_what_that_is_the_number_of(minimal: CompiledScenario) -> None:
    told = {
        card.id: card.brings.amount_of
        for card in view(minimal, play(minimal, *AT_THE_TABLE)[0], "ferry").changes
        if card.brings is not None
    }
    assert told.pop(FEE) == "exit_cost"
    assert set(told.values()) == {None}


def test_a_change_says_which_limits_it_lifts(minimal: CompiledScenario) -> None:
    (limit,) = brings_of(minimal, "ferry", "rules/closed-books/drop").limits
    assert (limit.trait, limit.highest, limit.lifted) == ("candour", 60, True)


def test_a_change_says_which_limits_it_sets(minimal: CompiledScenario) -> None:
    """At least, at most, or both; as they are written."""
    adopt = "rules/who-spoke-last-listens/adopt"
    bound = with_effect(
        minimal, "who-spoke-last-listens",
        candour={"min": 20}, claim={"max": 55}, commitment={"min": 70, "max": 75},
    )  # fmt: skip
    told = {
        each.trait: (each.lowest, each.highest, each.lifted)
        for each in brings_of(bound, "ferry", adopt).limits
    }
    assert told == {
        "candour": (20, 100, False), "claim": (0, 55, False), "commitment": (70, 75, False),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("holder", "can"), [(None, {"miller", "farmer", "banker"}), ("miller", {"miller"})]
)
def test_a_change_opens_a_move_only_for_whom_its_prop_is_at_hand(
    mill: CompiledScenario, holder: str | None, can: set[str]
) -> None:
    compiled = with_effect(mill, "no-bank-talk", forbids=("weigh",))
    at = len(mill.parties) if holder is None else mill.parties.index(holder)
    world = play(compiled)[0].world
    held = world.holder.copy()
    held[:, compiled.find_element("scales")] = at
    gone = change_of(compiled, "rules/no-bank-talk/drop")
    opens = brings(compiled, replace(world, holder=held), "farmer", gone).opens
    assert {each.party for each in opens} == can


def test_who_holds_a_thing_weighs_nothing(mill: CompiledScenario) -> None:
    scales = mill.scenario.props["scales"].model_copy(update={"effect": Effect(safety=5)})
    props = {**mill.scenario.props, "scales": scales}
    compiled = compile_scenario(mill.scenario.model_copy(update={"props": props}))
    world = play(compiled)[0].world
    handed = change_of(compiled, "props/scales/hold/miller")
    assert brings(compiled, world, "farmer", handed).shifts == ()
    gone = change_of(compiled, "props/scales/drop")
    assert brings(compiled, world, "farmer", gone).shifts == (Shift("safety", -5),)


@pytest.mark.slow
def test_a_change_closes_only_moves_that_could_still_have_been_played(
    minimal: CompiledScenario,
) -> None:
    """Not those of a phase that is over, nor those that only another party has."""
    compiled = with_move(minimal, "draft-contract", of=("ferry",))
    key = "rules/who-spoke-last-listens/adopt"
    past = with_effect(compiled, "who-spoke-last-listens", forbids=("ask-about-the-rain",))
    assert brings_of(past, "ferry", key).closes == brings_of(past, "bikes", key).closes == ()
    theirs = with_effect(compiled, "who-spoke-last-listens", forbids=("draft-contract",))
    assert brings_of(theirs, "ferry", key).closes == (Moves("ferry", own=True, unseen=1),)
    assert brings_of(theirs, "bikes", key).closes == (Moves("ferry", own=False),)


@pytest.mark.slow
def test_as_long_as_a_phase_has_rounds_left_its_moves_can_be_closed(
    minimal: CompiledScenario,
) -> None:
    """There is no bench here: the moment is called in the first round of two, or in the last."""
    script = minimal.scenario.script
    talk = script.phases["first-talk"].model_copy(update={"next": script.phases["bench"].next})
    straight_on = script.model_copy(update={"phases": {**script.phases, "first-talk": talk}})
    compiled = compile_scenario(minimal.scenario.model_copy(update={"script": straight_on}))
    forbids = with_effect(compiled, "who-spoke-last-listens", forbids=("ask-about-the-rain",))
    called = round_of("wait", "wait", call="ferry")
    title = minimal.scenario.moves["ask-about-the-rain"].title
    both = (Moves("ferry", own=True, titles=(title,)), Moves("bikes", own=False))
    for rounds, expected in (([called], both), ([QUIET, called], ())):
        state, _ = play(forbids, *rounds, *OPENLY)
        assert closes(forbids, state, "ferry", "rules/who-spoke-last-listens/adopt") == expected


def test_the_moves_of_a_phase_that_is_left_out_cannot_be_closed(
    minimal: CompiledScenario,
) -> None:
    forbids = with_effect(minimal, "who-spoke-last-listens", forbids=("draft-contract",))
    state, _ = play(forbids, *AT_THE_TABLE)
    out = state.world.in_force.copy()
    out[0, minimal.element_index("script", "closing")] = False
    without = replace(state, world=replace(state.world, in_force=out))
    key = "rules/who-spoke-last-listens/adopt"
    assert closes(forbids, state, "ferry", key)
    assert not closes(forbids, without, "ferry", key)


@pytest.mark.slow
def test_what_one_used_up_is_not_closed_any_more_and_only_oneself_knows(
    minimal: CompiledScenario,
) -> None:
    once = with_move(minimal, "show-list", once=True)
    forbids = with_effect(once, "who-spoke-last-listens", forbids=("show-list",))
    shown, _ = play(forbids, round_of("show-list", "wait"), QUIET, *OPENLY)
    not_shown, _ = play(forbids, *AT_THE_TABLE)
    title = minimal.scenario.moves["show-list"].title
    theirs = (Moves("ferry", own=False),)
    for state, ferry in ((shown, ()), (not_shown, (Moves("ferry", own=True, titles=(title,)),))):
        for seat, expected in (("ferry", ferry), ("bikes", theirs)):
            key = "rules/who-spoke-last-listens/adopt"
            assert closes(forbids, state, seat, key) == expected


def test_a_change_names_ones_own_moves_that_were_seen_and_counts_the_rest(
    minimal: CompiledScenario,
) -> None:
    """The list was seen in the first talk, the contract comes in the last; theirs are not told."""
    forbids = with_effect(
        minimal, "who-spoke-last-listens", forbids=("show-list", "draft-contract")
    )
    key = "rules/who-spoke-last-listens/adopt"
    title = minimal.scenario.moves["show-list"].title
    assert brings_of(forbids, "ferry", key).closes == (
        Moves("ferry", own=True, titles=(title,), unseen=1), Moves("bikes", own=False),
    )  # fmt: skip
    assert brings_of(forbids, "bikes", key).closes == (
        Moves("ferry", own=False), Moves("bikes", own=True, unseen=1),
    )  # fmt: skip
    allows = with_effect(minimal, "who-spoke-last-listens", allows=("swap",))
    assert brings_of(allows, "ferry", key).opens == (
        Moves("ferry", own=True, titles=(minimal.scenario.moves["swap"].title,)),
        Moves("bikes", own=False),
    )


@pytest.mark.slow
def test_what_a_change_brings_is_what_it_then_does(any_scenario: CompiledScenario) -> None:
    """In the next round no move can be played that it closed, and all that it opened and that
    nothing else keeps shut can be.
    """
    written = any_scenario.scenario.moves
    for seed in range(25):
        steps = random_play(any_scenario, 70 + seed)
        for (asked, _, _), (_, _, result) in pairwise(steps):
            made = of_kind(result.events, GameChanged)
            if len(made) != 1 or result.state.stage is not Stage.ROUND:
                continue
            for party in any_scenario.parties:
                cards = view(any_scenario, asked, party).changes
                expected = next((c.brings for c in cards if c.id == made[0].change), None)
                if expected is None or made[0].action == "amount":
                    continue
                legal = {
                    written[move].title for move in legal_moves(any_scenario, result.state, party)
                }
                # What was done in the last round is not offered in the next.
                last = int(result.state.world.last_move[0, any_scenario.parties.index(party)])
                done = {written[any_scenario.moves[last]].title}
                here = written_here(any_scenario, result.state)
                assert not legal & titles(expected.closes)
                assert titles(expected.opens) & here <= legal | done


def titles(moves: tuple[Moves, ...]) -> set[Text]:
    """The titles of those moves."""
    return {title for each in moves for title in each.titles}


def written_here(compiled: CompiledScenario, state: State) -> set[Text]:
    """The titles of the moves of this phase that wait for nothing."""
    phase = compiled.scenario.script.phases[compiled.phases[int(state.world.phase[0])]]
    moves = (compiled.scenario.moves[move] for move in phase.moves)
    return {move.title for move in moves if move.when is None}


def test_a_place_where_they_have_not_been_is_new_whatever_else_was_changed(
    minimal: CompiledScenario,
) -> None:
    books = "rules/closed-books/drop"
    early = round_of("wait", "wait", call="ferry")
    dunes = minimal.element_index("decor", "dunes")
    state, _ = play(minimal, early, *OPENLY, proposals(books), votes(on=("ferry",)))
    assert not state.world.stood[0, dunes]


def test_what_was_there_before_comes_back(
    minimal: CompiledScenario, mill: CompiledScenario
) -> None:
    """A thing goes back to who had it at first; anything else, where it once stood."""
    world = play(mill)[0].world
    by_key = {change.key: change for change in mill.changes}
    assert is_again(mill, world, by_key["props/scales/hold/table"])
    assert not is_again(mill, world, by_key["props/scales/hold/farmer"])
    assert not is_again(mill, world, by_key["props/second-ledger/hold/table"])
    world = play(minimal)[0].world
    by_key = {change.key: change for change in minimal.changes}
    comes, goes = (by_key[f"rules/who-spoke-last-listens/{how}"] for how in ("adopt", "drop"))
    assert not is_again(minimal, world, comes)
    every, none = np.array([True]), np.array([0])
    for change in (comes, goes):
        world = apply_change(minimal, world, change, every, none)
    assert is_again(minimal, world, comes)


def test_a_change_does_not_tell_of_a_move_that_only_a_secret_prop_makes_possible(
    mill: CompiledScenario,
) -> None:
    """Nobody else knows of the farmer's ledger, so nobody else hears that it could be used."""
    scenario, (rule, move) = mill.scenario, ("no-bank-talk", "sit")
    only = {"needs": "second-ledger", "of": ("farmer",)}
    written = {**scenario.moves, move: scenario.moves[move].model_copy(update=only)}
    barred = scenario.rules[rule].model_copy(update={"effect": Effect(forbids=(move,))})
    changed = {"moves": written, "rules": {**scenario.rules, rule: barred}}
    compiled = compile_scenario(scenario.model_copy(update=changed))
    state, _ = play(compiled)
    change = next(each for each in compiled.changes if each.key == f"rules/{rule}/drop")
    told = {seat: brings(compiled, state.world, seat, change).opens for seat in mill.parties}
    title = scenario.moves[move].title
    assert told == {
        "miller": (), "farmer": (Moves("farmer", own=True, titles=(title,)),), "banker": (),
    }  # fmt: skip
