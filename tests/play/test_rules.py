"""The game about the game: proposals, consent, and the changed game that is played from then on."""

import re
from dataclasses import replace

import numpy as np
import pytest

from engine.play.compiled import PART, CompiledScenario, compile_scenario
from engine.play.events import ChangeRefused, Ended, GameChanged, MomentCalled, RitualHeld
from engine.play.rules import has_consent, open_changes
from engine.play.state import NOBODY, MoveChoice, ProposalChoice, Stage
from engine.play.step import check_choice, choosers, initial, legal_moves
from engine.play.view.situation import view
from engine.scenario.load import load_text
from engine.scenario.vocabulary import ReflectionOption
from tests.conftest import MINIMAL
from tests.play.test_step import (
    CLOSED,
    OPENLY,
    QUIET,
    TO_THE_BENCH,
    proposals,
    round_of,
    votes,
)
from tests.playing import moment, moves, of_kind, play, random_play, where
from tests.playtest.conftest import SMALL

AT_THE_TABLE = (*TO_THE_BENCH, *OPENLY)


def test_with_consent_the_rule_is_gone_and_the_ledger_says_how(minimal: CompiledScenario) -> None:
    state, events = play(
        minimal, *AT_THE_TABLE, proposals("rules/closed-books/drop"), votes(on=("ferry",))
    )
    assert not state.world.in_force[0, minimal.element_index("rules", "closed-books")]
    (changed,) = of_kind(events, GameChanged)
    assert changed == GameChanged(
        changed.place, by="ferry", change="rules/closed-books/drop", chapter="rules",
        name="closed-books", action="drop", before=True, after=False, consent=("ferry", "bikes"),
    )  # fmt: skip


def test_without_consent_nothing_changes(minimal: CompiledScenario) -> None:
    state, events = play(
        minimal, *AT_THE_TABLE, proposals("rules/closed-books/drop"),
        votes(bikes=False, on=("ferry",)),
    )  # fmt: skip
    assert state.world.in_force[0, minimal.element_index("rules", "closed-books")]
    assert [event.against for event in of_kind(events, ChangeRefused)] == [("bikes",)]


@pytest.mark.slow
def test_the_next_round_is_played_by_the_changed_game(minimal: CompiledScenario) -> None:
    """Closed books cap candour: without them the same move says more, so it exposes more."""
    show = {**QUIET, "ferry": MoveChoice("ferry", "show-list")}
    kept, _ = play(minimal, *AT_THE_TABLE, proposals(), votes(), show)
    opened, _ = play(
        minimal, *AT_THE_TABLE, proposals("rules/closed-books/drop"), votes(on=("ferry",)), show
    )
    assert opened.world.alliance.trust[0, 1, 0] > kept.world.alliance.trust[0, 1, 0]


@pytest.mark.parametrize(
    ("agrees", "enough"),
    [
        ([True, True], True),
        ([True, False], False),  # a tie is no majority
        ([True, True, False], True),
        ([True, False, False], False),
        ([True, True, False, False], False),  # and neither is this
        ([True, True, True, False], True),
    ],
)
def test_a_majority_is_more_than_half(
    minimal: CompiledScenario, agrees: list[bool], enough: bool
) -> None:
    change = replace(minimal.changes[0], consent="majority")
    assert has_consent(minimal, change, np.array([agrees])).tolist() == [enough]


@pytest.mark.parametrize(
    ("key", "agree", "adopted"),
    [
        ("rules/no-bank-talk/drop", ["farmer"], True),  # two of three
        ("rules/no-bank-talk/drop", [], False),  # one of three
        ("rituals/bread/drop", ["farmer"], False),  # all must agree
        ("rituals/bread/drop", ["farmer", "banker"], True),
    ],
)
def test_a_change_needs_the_consent_that_the_author_asks_for(
    mill: CompiledScenario, key: str, agree: list[str], adopted: bool
) -> None:
    sit = moves(miller="sit", farmer="sit", banker="sit")
    steps: dict[str, tuple[ReflectionOption, ReflectionOption]] = dict.fromkeys(
        mill.parties, ("joke-away", "own-part")
    )
    _, events = play(mill, sit, sit, *moment(steps, {"miller": key}, agree))
    made, refused = of_kind(events, GameChanged), of_kind(events, ChangeRefused)
    yes = tuple(party for party in mill.parties if party == "miller" or party in agree)
    assert [event.consent for event in made] == ([yes] if adopted else [])
    assert [event.against for event in refused] == (
        [] if adopted else [tuple(party for party in mill.parties if party not in yes)]
    )


@pytest.mark.slow
def test_an_amount_moves_within_its_bounds_only(minimal: CompiledScenario) -> None:
    state, _ = play(minimal, *AT_THE_TABLE)
    too_much = check_choice(minimal, state, ProposalChoice("ferry", "rules/exit-fee/amount", 41))
    assert too_much
    assert (too_much.reason, too_much.detail) == ("amount-out-of-range", "0-40")
    for other in (None, "rules/closed-books/drop"):
        odd = check_choice(minimal, state, ProposalChoice("ferry", other, 10**15))
        assert odd is not None
        assert odd.reason == "amount-out-of-range"
    same = check_choice(minimal, state, ProposalChoice("ferry", "rules/exit-fee/amount", 20))
    assert same
    assert same.reason == "nothing-changes"
    state, events = play(
        minimal, *AT_THE_TABLE, proposals("rules/exit-fee/amount", amount=40), votes(on=("ferry",))
    )
    assert state.world.amount[0, minimal.element_index("rules", "exit-fee")] == 40
    assert [(e.before, e.after) for e in of_kind(events, GameChanged)] == [(20.0, 40.0)]


@pytest.mark.slow
def test_the_talks_move_to_another_decor(minimal: CompiledScenario) -> None:
    state, _ = play(minimal, *TO_THE_BENCH, *OPENLY)
    # The moment itself is held in the dunes; the next phase is written for the office.
    assert check_choice(minimal, state, ProposalChoice("ferry", "decor/dunes/move"))
    state, _ = play(minimal, *AT_THE_TABLE, proposals(), votes())
    assert where(minimal, state, "ferry") == "quay-office"


@pytest.mark.slow
def test_from_the_next_round_the_talks_are_where_all_agreed_to_go(
    minimal: CompiledScenario,
) -> None:
    early = round_of("wait", "wait", call="ferry")
    move = proposals("decor/dunes/move")
    moved, events = play(minimal, early, *OPENLY, move, votes(on=("ferry",)))
    stayed, _ = play(minimal, early, *OPENLY, move, votes(bikes=False, on=("ferry",)))
    assert [event.change for event in of_kind(events, GameChanged)] == ["decor/dunes/move"]
    assert where(minimal, moved, "ferry") == "dunes"
    assert where(minimal, stayed, "ferry") == "quay-office"


def test_a_role_joins_the_table(minimal: CompiledScenario) -> None:
    before, _ = play(minimal, *AT_THE_TABLE)
    state, _ = play(
        minimal, *AT_THE_TABLE, proposals("roles/ferry.skipper/adopt"), votes(on=("ferry",))
    )
    seen_before = [r.name for r in view(minimal, before, "bikes").others[0].roles]
    seen = [role.name for role in view(minimal, state, "bikes").others[0].roles]
    assert "Dilan Aksoy" not in seen_before
    assert "Dilan Aksoy" in seen


@pytest.mark.slow
@pytest.mark.parametrize("to", ["miller", "farmer", "banker"])
def test_what_is_given_to_a_party_stays_in_the_game_and_only_that_party_can_use_it(
    mill: CompiledScenario, to: str
) -> None:
    """The scales stood on the table: everybody could weigh with them."""
    steps: dict[str, tuple[ReflectionOption, ReflectionOption]] = dict.fromkeys(
        mill.parties, ("joke-away", "own-part")
    )
    sit = moves(miller="sit", farmer="sit", banker="sit")
    give = {"miller": f"props/scales/hold/{to}"}
    for agree, able in ((["farmer", "banker"], {to}), ([], {*mill.parties})):
        state, _ = play(mill, sit, sit, *moment(steps, give, agree))
        seen = {party: view(mill, state, party) for party in mill.parties}
        for party in mill.parties:
            (scales,) = (thing for thing in seen[party].game if thing.id == "scales")
            assert scales.in_force
            assert scales.holder == (to if agree else "table")
        locks = {
            party: card.locked
            for party in mill.parties
            for card in seen[party].moves
            if card.id == "weigh"
        }
        assert locks == {party: None if party in able else "needs-prop" for party in mill.parties}


@pytest.mark.parametrize(("allowing", "lock"), [
    (("no-bank-talk", "dry-season"), "needs-prop"), (("dry-season",), "not-allowed"),
])  # fmt: skip
def test_one_of_the_things_that_allow_a_move_is_enough(
    mill: CompiledScenario, allowing: tuple[str, ...], lock: str
) -> None:
    """Only the first is in force, and the scales are with another: that is what is in the way."""
    rules = dict(mill.scenario.rules)
    for name in allowing:
        effect = rules[name].effect.model_copy(update={"allows": ("weigh",)})
        rules[name] = rules[name].model_copy(update={"effect": effect})
    compiled = compile_scenario(mill.scenario.model_copy(update={"rules": rules}))
    state, _ = play(compiled)
    holder = state.world.holder.copy()
    holder[:, compiled.find_element("scales")] = compiled.parties.index("miller")
    held = replace(state, world=replace(state.world, holder=holder))
    (card,) = (each for each in view(compiled, held, "banker").moves if each.id == "weigh")
    assert card.locked == lock


@pytest.mark.parametrize("refused", [(PART, None), ("rules/exit-fee/amount", 40)])
def test_what_all_agreed_to_goes_through_whatever_else_was_asked_for_and_refused(
    minimal: CompiledScenario, refused: tuple[str, int | None]
) -> None:
    """Who alone wants to part stops nothing, though parting goes before all else."""
    both = {
        "ferry": ProposalChoice("ferry", *refused),
        "bikes": ProposalChoice("bikes", "rules/exit-fee/amount", 5),
    }
    said = votes(ferry=True, bikes=False, on=("ferry", "bikes"))
    state, events = play(minimal, *AT_THE_TABLE, both, said)
    assert not state.is_over
    assert state.world.amount[0, minimal.element_index("rules", "exit-fee")] == 5
    (lost,) = of_kind(events, ChangeRefused)
    assert (lost.by, lost.against, lost.gave_way) == ("ferry", ("bikes",), None)


def test_the_same_proposal_of_both_needs_no_further_word(minimal: CompiledScenario) -> None:
    same = "rituals/coffee/drop"
    state, events = play(minimal, *AT_THE_TABLE, proposals(same, same), votes())
    assert not state.world.in_force[0, minimal.element_index("rituals", "coffee")]
    assert len(of_kind(events, GameChanged)) == 1
    assert of_kind(events, ChangeRefused) == []
    assert int(state.world.changes[0]) == 1


def test_a_dropped_ritual_is_no_longer_held(minimal: CompiledScenario) -> None:
    _, events = play(
        minimal, *AT_THE_TABLE, proposals("rituals/coffee/drop"), votes(on=("ferry",)), QUIET
    )
    last_change = max(at for at, event in enumerate(events) if isinstance(event, GameChanged))
    assert of_kind(events[:last_change], RitualHeld)
    assert of_kind(events[last_change:], RitualHeld) == []


def test_parting_by_consent_is_an_honourable_exit(minimal: CompiledScenario) -> None:
    state, events = play(minimal, *AT_THE_TABLE, proposals(PART), votes(on=("ferry",)))
    assert state.is_over
    (ended,) = of_kind(events[-1:], Ended)
    assert ended.outcome == "parted"


@pytest.mark.slow
def test_a_rule_change_changes_the_legal_moves(three: CompiledScenario) -> None:
    """Over random plays of every kind some change of the game changes what may be played."""
    differs = False
    for seed in range(40):
        last: set[str] = set()
        for state, _, result in random_play(three, seed):
            if state.stage is Stage.DECISION and result.state.stage is Stage.ROUND:
                changed = bool(of_kind(result.events, GameChanged))
                now = {m for p in three.parties for m in legal_moves(three, result.state, p)}
                differs |= changed and now != last
            last = {m for p in three.parties for m in legal_moves(three, state, p)}
    assert differs


def test_what_is_not_negotiable_cannot_be_proposed(any_scenario: CompiledScenario) -> None:
    touched = {c.thing for c in any_scenario.changes if c.thing != NOBODY}
    for at, thing in enumerate(any_scenario.elements):
        assert thing.negotiable or at not in touched


@pytest.mark.slow
def test_no_change_of_the_game_can_strand_a_play(any_scenario: CompiledScenario) -> None:
    """The hard case: any open change, in any order, and everyone can still move."""
    for seed in range(15):
        for _, _, result in random_play(any_scenario, 1000 + seed):
            if result.state.stage is Stage.ROUND:
                for party in choosers(any_scenario, result.state):
                    assert legal_moves(any_scenario, result.state, party)


@pytest.mark.slow
def test_closed_steps_are_possible_too(minimal: CompiledScenario) -> None:
    state, _ = play(minimal, *TO_THE_BENCH, *CLOSED, proposals(), votes())
    assert state.stage is Stage.ROUND


def test_nobody_reflects_twice_in_a_row(minimal: CompiledScenario) -> None:
    """Called in the last round before a scheduled moment, that moment is the answer."""
    called = {**QUIET, "ferry": MoveChoice("ferry", "wait", call=True)}
    state, events = play(minimal, QUIET, called)
    assert minimal.phases[state.world.phase[0]] == "bench"
    assert not state.world.called[0]
    assert of_kind(events, MomentCalled)


@pytest.mark.slow
def test_only_what_still_lies_ahead_can_be_changed_in_the_script(
    any_scenario: CompiledScenario,
) -> None:
    for seed in range(10):
        for state, _, _ in random_play(any_scenario, seed):
            here = int(state.world.phase[0])
            for card in view(any_scenario, state, any_scenario.parties[0]).changes:
                if card.chapter == "script" and card.action != "part":
                    assert any_scenario.leads_to[here, any_scenario.phases.index(card.thing)]


@pytest.mark.slow
def test_what_somebody_holds_already_is_not_given_to_them_again(mill: CompiledScenario) -> None:
    met = set()
    for state in (state for seed in range(6) for state, _, _ in random_play(mill, seed)):
        if state.stage is not Stage.ALTERNATIVES:
            continue
        keys = {change.id for change in view(mill, state, "miller").changes}
        at = mill.element_index("props", "scales")
        if state.world.in_force[0, at]:
            holder = (*mill.parties, "table")[int(state.world.holder[0, at])]
            met.add(holder)
            assert {key for key in keys if key.startswith("props/scales/hold/")} == {
                f"props/scales/hold/{to}" for to in (*mill.parties, "table") if to != holder
            }
    assert "table" in met


def test_a_proposal_is_shown_with_its_amount(minimal: CompiledScenario) -> None:
    state, _ = play(minimal, *AT_THE_TABLE, proposals("rules/exit-fee/amount", amount=33))
    (shown,) = view(minimal, state, "bikes").proposals
    assert shown.amount == 33


def test_a_called_moment_changes_no_more_than_its_author_allows() -> None:
    text = SMALL.read_text("utf-8")
    texts = "differences: {ask: What is it?}, bottlenecks: {ask: And then?}"
    for chapter in ("rules", "rituals"):
        called = f"  called: {{{texts}, may_change: [{chapter}]}}\n  phases:\n"
        loaded = load_text(text.replace("  phases:\n", called, 1), "called")
        assert loaded.scenario is not None
        compiled = compile_scenario(loaded.scenario)
        world = initial(compiled, 0).state.world
        moment = replace(world, called=~world.called)
        is_open = open_changes(compiled, moment)[0]
        found = {change.chapter for change, on in zip(compiled.changes, is_open, strict=True) if on}
        assert found == {chapter, "script"}  # to part is always open


def test_to_part_is_open_in_a_moment_of_the_script_that_leaves_the_script_alone() -> None:
    text = MINIMAL.read_text("utf-8")
    loaded = load_text(re.sub(r"may_change: .*", "may_change: [rules]", text), "rules")
    assert loaded.scenario is not None
    compiled = compile_scenario(loaded.scenario)
    phases = compiled.scenario.script.phases
    (moment,) = [at for at, name in enumerate(compiled.phases) if phases[name].reflection]
    world = initial(compiled, 0).state.world
    is_open = open_changes(compiled, replace(world, phase=np.full_like(world.phase, moment)))[0]
    found = {change.action for change, on in zip(compiled.changes, is_open, strict=True) if on}
    assert "part" in found
