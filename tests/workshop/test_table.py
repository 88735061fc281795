"""What people, the trainer and the clock can do at a table, and what comes of it."""

from pathlib import Path

import pytest

from engine.play.state import MoveChoice, ProposalChoice, Stage, Voices, VoteChoice
from engine.play.trace import plain_choice
from game.workshop import wishes
from game.workshop.entries import (
    Moved,
    Paused,
    Preferred,
    Resumed,
    Sealed,
    Staffed,
    SteppedBack,
    TimeGiven,
    TimersSet,
)
from game.workshop.wishes import No
from tests.conftest import MINIMAL
from tests.workshop.rooms import Afternoon


@pytest.fixture
def afternoon(tmp_path: Path) -> Afternoon:
    """Three people on one side of a table, one on the other, and it has begun."""
    found = Afternoon(tmp_path)
    one, other = found.parties
    for name in ("ann", "bob", "cem"):
        found.sits(name, one)
    found.sits("dot", other)
    found.begins()
    return found


def test_a_party_of_one_just_seals(afternoon: Afternoon) -> None:
    _, other = afternoon.parties
    move = afternoon.moves(other)[0]
    assert afternoon.seals("dot", move) is None
    assert afternoon.table().live.pending[other] == move


def test_several_people_are_heard_and_the_first_seals(afternoon: Afternoon) -> None:
    one, _other = afternoon.parties
    first, second = afternoon.moves(one)[:2]
    afternoon.prefers("bob", second)
    afternoon.prefers("cem", second)
    afternoon.prefers("ann", first)
    assert one not in afternoon.table().live.pending
    assert afternoon.seals("bob", first) == No("not-your-pen")
    assert afternoon.seals("ann", first) is None
    sealed = afternoon.table().live.pending[one]
    assert isinstance(sealed, MoveChoice)
    assert (sealed.move, sealed.voices) == (first.move, Voices(3, 2))


def test_it_seals_itself_when_all_agree(afternoon: Afternoon) -> None:
    one, _ = afternoon.parties
    move = afternoon.moves(one)[0]
    for name in ("bob", "cem", "ann"):
        assert one not in afternoon.table().live.pending
        afternoon.prefers(name, move)
    sealed = afternoon.table().live.pending[one]
    assert isinstance(sealed, MoveChoice)
    assert sealed.voices == Voices(3, 0)


def test_somebody_can_think_again_before_it_is_sealed(afternoon: Afternoon) -> None:
    one, _ = afternoon.parties
    first, second = afternoon.moves(one)[:2]
    afternoon.prefers("bob", first)
    afternoon.prefers("bob", second)
    assert afternoon.table().preferred["bob"] == second


def test_another_can_take_the_pen(afternoon: Afternoon) -> None:
    one, _ = afternoon.parties
    assert (
        afternoon.wants(lambda room, table: wishes.take_pen(room, table, room.people["cem"]))
        is None
    )
    move = afternoon.moves(one)[0]
    assert afternoon.seals("ann", move) == No("not-your-pen")
    assert afternoon.seals("cem", move) is None


def test_the_pen_goes_on_when_its_holder_leaves(afternoon: Afternoon) -> None:
    one, _ = afternoon.parties
    afternoon.does(
        lambda: afternoon.room.in_room(lambda _: (Moved(person="ann", table=0, party=None),))
    )
    assert afternoon.seals("bob", afternoon.moves(one)[0]) is None


def test_a_choice_for_a_step_that_is_over_changes_nothing(afternoon: Afternoon) -> None:
    one, other = afternoon.parties
    moment = afternoon.table().moment
    move = afternoon.moves(one)[0]
    afternoon.seals("ann", move, moment)
    afternoon.seals("dot", afternoon.moves(other)[0], moment)
    rows = afternoon.table().rows
    assert afternoon.seals("ann", move, moment) == No("step-is-over")
    assert afternoon.prefers("bob", move, moment) == No("step-is-over")
    assert afternoon.table().rows == rows


def test_a_choice_that_is_sent_twice_counts_once(afternoon: Afternoon) -> None:
    _, other = afternoon.parties
    move = afternoon.moves(other)[0]
    afternoon.seals("dot", move)
    rows = afternoon.table().rows
    assert afternoon.seals("dot", move) == No("already-sealed")
    assert afternoon.table().rows == rows


def test_nobody_chooses_for_another_party_or_table(afternoon: Afternoon) -> None:
    one, _other = afternoon.parties
    move = afternoon.moves(one)[0]
    refused = afternoon.seals("dot", move)
    assert isinstance(refused, No)
    assert not afternoon.table().live.pending
    afternoon.sits("eve", None)
    assert afternoon.seals("eve", move) == No("only-looks-on")


def test_nothing_is_chosen_before_the_table_begins_or_while_it_pauses(tmp_path: Path) -> None:
    found = Afternoon(tmp_path)
    one, other = found.parties
    found.sits("ann", one)
    found.sits("dot", other)
    move = found.moves(one)[0]
    assert found.seals("ann", move) == No("not-begun")
    found.begins()
    found.writes(Paused())
    assert found.seals("ann", move) == No("paused")
    found.writes(Resumed())
    assert found.seals("ann", move) is None


def test_a_computer_player_plays_for_a_party_that_nobody_sits_at(tmp_path: Path) -> None:
    found = Afternoon(tmp_path)
    one, other = found.parties
    found.sits("ann", one)
    found.begins()
    assert other in found.table().live.pending
    found.seals("ann", found.moves(one)[0])
    assert found.table().step > 1
    assert {each.party for each in found.table().live.trace.stood_in} == {other}


def test_a_table_without_people_does_not_play(tmp_path: Path) -> None:
    found = Afternoon(tmp_path)
    found.begins()
    found.does(lambda: found.room.settle(1))
    assert found.table().step == 1


def test_a_computer_player_takes_over_and_gives_it_back(afternoon: Afternoon) -> None:
    one, other = afternoon.parties
    afternoon.writes(Staffed(party=other, persona="charmer"))
    assert other in afternoon.table().live.pending
    assert afternoon.seals("dot", afternoon.moves(other)[0]) == No("persona-plays")
    afternoon.seals("ann", afternoon.moves(one)[0])
    afternoon.writes(Staffed(party=other, persona=None))
    afternoon.wants(
        lambda room, table: wishes.go_on(room, table) if one in table.live.waiting_for else ()
    )
    assert not afternoon.table().staff


# --- time ---------------------------------------------------------------------------------------


def set_timers(found: Afternoon, **timers: object) -> None:
    wanted = TimersSet.model_validate({"soft": None, "hard": 60, **timers})
    found.does(lambda: found.room.in_room(lambda _: (wanted,)))


def tick(found: Afternoon, seconds: float) -> None:
    found.clock.now += seconds
    found.does(lambda: found.room.settle(1))


def test_when_time_is_up_the_wish_of_most_counts(afternoon: Afternoon) -> None:
    one, other = afternoon.parties
    set_timers(afternoon)
    first, second = afternoon.moves(one)[:2]
    afternoon.prefers("ann", first)
    afternoon.prefers("bob", second)
    afternoon.prefers("cem", second)
    tick(afternoon, 59)
    assert afternoon.table().step == 1
    tick(afternoon, 2)
    table = afternoon.table()
    assert table.step == 2
    chosen = table.live.trace.choices[0]
    assert isinstance(chosen[one], MoveChoice)
    assert chosen[one].move == second.move  # type: ignore[union-attr]
    assert set(table.late) == {(1, one), (1, other)}
    # Nobody of the other party had said anything: a computer player chose. Both are kept.
    made = {each.party: (each.persona, each.late) for each in table.live.trace.stood_in}
    assert made[one] == (None, True)
    assert made[other] == (table.live.compiled.scenario.parties[other].persona, True)


def test_a_pause_and_more_time_move_the_end(afternoon: Afternoon) -> None:
    set_timers(afternoon)
    tick(afternoon, 50)
    afternoon.writes(Paused())
    tick(afternoon, 500)
    afternoon.writes(Resumed())
    tick(afternoon, 9)
    assert afternoon.table().step == 1
    afternoon.writes(TimeGiven(seconds=30))
    tick(afternoon, 29)
    assert afternoon.table().step == 1
    tick(afternoon, 3)
    assert afternoon.table().step == 2


def test_the_clock_begins_again_with_each_choice(afternoon: Afternoon) -> None:
    one, other = afternoon.parties
    set_timers(afternoon)
    tick(afternoon, 50)
    afternoon.seals("ann", afternoon.moves(one)[0])
    afternoon.seals("dot", afternoon.moves(other)[0])
    step = afternoon.table().step
    tick(afternoon, 50)
    assert afternoon.table().step == step


def test_who_wants_to_wait_waits(afternoon: Afternoon) -> None:
    set_timers(afternoon, at_the_end="hold")
    tick(afternoon, 5000)
    assert afternoon.table().step == 1


# --- back and again -----------------------------------------------------------------------------


def test_a_step_back_leaves_the_rows_and_takes_the_same_luck(afternoon: Afternoon) -> None:
    one, other = afternoon.parties
    moves = afternoon.moves(one)[0], afternoon.moves(other)[0]
    moment = afternoon.table().moment

    def play() -> None:
        afternoon.seals("ann", moves[0])
        afternoon.seals("dot", moves[1])

    play()
    before = afternoon.table().live.steps[1].events
    rows = afternoon.table().rows
    afternoon.writes(SteppedBack(step=1))
    assert afternoon.table().step == 1
    assert afternoon.table().rows == rows + 1
    assert afternoon.table().moment != moment
    assert afternoon.seals("ann", moves[0], moment) == No("step-is-over")
    play()
    assert afternoon.table().live.steps[1].events == before


@pytest.mark.slow
def test_whoever_starts_again_finds_everything_as_it_was(afternoon: Afternoon) -> None:
    one, other = afternoon.parties
    set_timers(afternoon)
    for _ in range(3):
        for who, party in (("ann", one), ("dot", other)):
            if party in afternoon.table().live.waiting_for:
                afternoon.seals(who, afternoon.choice(party))
    if one in afternoon.table().live.waiting_for:
        afternoon.prefers("bob", afternoon.choice(one))
    afternoon.writes(Paused())
    again, now = afternoon.read(), afternoon.room
    assert again.room == now.room
    was, found = now.table(1), again.table(1)
    assert found.live.trace == was.live.trace
    assert found.live.steps[-1].events == was.live.steps[-1].events
    assert (found.preferred, found.clock, found.stood, found.late) == (
        was.preferred, was.clock, was.stood, was.late,
    )  # fmt: skip


def test_what_somebody_wanted_for_another_party_does_not_count_here(afternoon: Afternoon) -> None:
    one, other = afternoon.parties
    first, second = afternoon.moves(one)[:2]
    afternoon.prefers("bob", first)
    afternoon.does(
        lambda: afternoon.room.in_room(lambda _: (Moved(person="bob", table=1, party=other),))
    )
    room = afternoon.room.room
    assert not wishes.wishes_of(room, afternoon.table(), other)
    # Nor does it make up for what he has not said here.
    assert afternoon.prefers("dot", afternoon.moves(other)[0]) is None
    assert other not in afternoon.table().live.pending
    for name in ("ann", "cem"):
        afternoon.prefers(name, second)
    sealed = afternoon.table().live.pending[one]
    assert isinstance(sealed, MoveChoice)
    assert sealed.voices == Voices(2, 0)


def test_a_room_in_which_people_were_asked_to_vote_on_nothing_opens_as_it_was(
    tmp_path: Path,
) -> None:
    """Nobody is asked that any more, but the votes of then are in the journals of earlier rooms."""
    found = Afternoon(tmp_path, MINIMAL)
    for party in found.parties:
        found.sits(party, party)
    found.begins()
    for _ in range(40):
        stage, waiting = found.table().live.state.stage, found.table().live.waiting_for
        if stage is Stage.ALTERNATIVES:
            break
        for party in waiting:
            waits = stage is Stage.ROUND  # so that nothing comes out
            found.seals(party, MoveChoice(party, "wait") if waits else found.choice(party))
    at = found.table().step
    for party in found.parties:
        assert found.seals(party, ProposalChoice(party)) is None
    assert found.table().step == at + 2
    for party in found.parties:
        vote = plain_choice(VoteChoice(party, {}))
        found.writes(Preferred(step=at + 1, party=party, person=party, choice=vote))
        found.writes(Sealed(step=at + 1, party=party, choice=vote))
    assert found.table().step == at + 2
    assert found.read().table(1).live.trace == found.table().live.trace
    # Going back leads to something that can be chosen.
    assert found.wants(lambda _, here: wishes.step_back(here)) is None
    assert found.table().live.state.stage is Stage.ALTERNATIVES
    assert found.table().live.waiting_for
