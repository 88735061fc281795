"""An event that takes away one person by name, and who goes on in that person's place."""

import numpy as np
import pytest

from engine.play.compiled import CompiledScenario
from engine.play.events import Exchanged, OptionTaken, Replied, ScriptEventOccurred
from engine.play.events.of_arrival import newcomers
from engine.play.view.situation import view
from engine.scenario.load import load_text
from tests.conftest import MILL
from tests.play.mills import mill_with
from tests.play.test_contracts import (
    test_row_i_of_a_batch_is_live_play_i_bit_for_bit as play_alike,
)
from tests.playing import persona_play, random_play
from tests.playtest.test_listening import assert_heard_is_said

HEAD = "head: {name: Ben Marsh, title: farmer, brief: Your neighbours will not hear of a bank.}"
SISTER = (HEAD, f"{HEAD}\n      sister: {{name: Eva Marsh, title: her brother's keeper}}")
NEWCOMER = "after: 2 rounds, chance: 30, party: farmer, turnover: yes}"
GOES = (
    NEWCOMER,
    "say: {speaker: farmer.head, say: I have to go.}, after: 1 round, chance: 70, "
    "leaves: farmer.head}",
)
SAYS = ("say: {keep-quiet: (nothing), ", "say: {name-difference: Ours., keep-quiet: (nothing), ")


@pytest.fixture
def leaving() -> CompiledScenario:
    """The mill, from which the farmer is called away and leaves his sister there."""
    return mill_with(SISTER, GOES)


@pytest.mark.slow
def test_after_goodbye_the_next_one_speaks_for_the_party(leaving: CompiledScenario) -> None:
    left, said = 0, set[str | None]()
    for seed in range(12):
        gone = False
        for _, _, step in random_play(leaving, seed):
            for event in step.events:
                if isinstance(event, ScriptEventOccurred) and event.event == "newcomer":
                    assert event.party == "farmer"
                    assert [each.speaker for each in event.lines] == ["farmer.head"]
                    gone, left = True, left + 1
                elif isinstance(event, Exchanged | OptionTaken | Replied) and gone:
                    lines = event.lines if not isinstance(event, OptionTaken) else (event.said,)
                    speakers = {each.speaker for each in lines if each is not None}
                    said |= speakers
            if gone and not step.state.is_over:
                for seat in leaving.parties:
                    seen = view(leaving, step.state, seat)
                    people = [p for p in seen.others if p.id == "farmer"]
                    assert [role.name for each in people for role in each.roles] in (
                        [], ["Eva Marsh"],
                    )  # fmt: skip
    assert left > 3
    assert "farmer.sister" in said
    assert "farmer.head" not in said


@pytest.mark.slow
def test_it_happens_only_while_that_person_is_there() -> None:
    event = "    newcomer:"
    twice = (event, f"{event.replace('newcomer', 'again')} {{name: Again, text: Gone too., after: "
             f"1 round, leaves: farmer.head}}\n{event}")  # fmt: skip
    compiled = mill_with(SISTER, GOES, twice)
    names = {"again", "newcomer"}
    for seed in range(6):
        events = [e for _, _, step in random_play(compiled, seed) for e in step.events]
        happened = [e.event for e in events if isinstance(e, ScriptEventOccurred)]
        assert len(names & set(happened)) < 2


@pytest.mark.slow
def test_others_have_to_get_to_know_who_goes_on(leaving: CompiledScenario) -> None:
    """It counts as a departure: trust in that party moves as if a newcomer had come."""
    with_newcomer = mill_with(
        SISTER, (NEWCOMER, NEWCOMER.replace("2 rounds, chance: 30", "1 round, chance: 70"))
    )
    for seed in range(4):
        one, other = (persona_play(each, seed, "builder") for each in (leaving, with_newcomer))
        before, after = (
            [step.state.world.alliance.trust for step in play] for play in (one, other)
        )
        assert all(np.array_equal(a, b) for a, b in zip(before[:3], after[:3], strict=True))


@pytest.mark.slow
def test_a_batch_plays_and_hears_it_alike(leaving: CompiledScenario) -> None:
    play_alike(leaving)
    assert_heard_is_said(leaving, "personas")


def test_nobody_comes_when_somebody_leaves(leaving: CompiledScenario) -> None:
    for state, _, step in random_play(leaving, 1):
        assert "farmer.head" not in newcomers(leaving, state.world, step.state.world)


@pytest.mark.parametrize(
    ("changes", "code", "at"),
    [
        ((GOES,), "nobody-stays", "farmer.head}"),
        ((SISTER, (NEWCOMER, "leaves: farmer.heed}")), "unknown-role", "farmer.heed}"),
        ((SISTER, (NEWCOMER, "leaves: head}")), "unknown-role", "head}"),
        ((SISTER, (NEWCOMER, "leaves: farmer.head, party: any}")), "idle-key", "party: any}"),
        (
            (SISTER, (NEWCOMER, "leaves: farmer.head, turnover: yes}")),
            "idle-key",
            "turnover: yes}",
        ),
    ],
)
def test_what_can_be_wrong_with_it_is_told(
    changes: tuple[tuple[str, str], ...], code: str, at: str
) -> None:
    text = MILL.read_text("utf-8")
    for before, after in changes:
        assert text.count(before) == 1
        text = text.replace(before, after)
    loaded = load_text(text, "mill")
    (problem,) = [each for each in loaded.problems if each.code == code]
    assert text.splitlines()[problem.line - 1][problem.column - 1 :].startswith(at)
