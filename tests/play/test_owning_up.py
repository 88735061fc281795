"""A move that tells openly what its own side had hidden: nobody finds that out any more."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import pytest

from engine.debrief import debrief
from engine.live_play import LivePlay
from engine.model.parameters import DEFAULTS
from engine.play.compiled import CompiledScenario
from engine.play.conditions import holds
from engine.play.events import Discovered, Event, Measured, MoveMade, OwnedUp
from engine.play.forecast import forecast
from engine.play.lifecycle import begin
from engine.play.round import Draw, play_moves
from engine.play.state import NOBODY, SCENE, Choice, RaiseChoice, Stage, State
from engine.play.step import step
from engine.play.view.heard import FoundOut, OwnUpSeen
from engine.play.view.visibility import hear
from engine.scenario.load import load_text
from engine.scenario.rename import Renaming, rename
from engine.scenario.schema import Condition, Knowledge, Who
from tests.conftest import MILL
from tests.debrief.said import said_of
from tests.debrief.truth import Played, is_so
from tests.play.mills import mill_with
from tests.playing import moves, must, of_kind, play, table_of

WEIGH = "weigh: {kind: share, again: yes, "
CHEAT = moves(miller="short-weight", farmer="sit", banker="sit")
TELL = moves(miller="weigh", farmer="sit", banker="sit")
MILLER, FARMER, BANKER = range(3)


@pytest.fixture
def open_mill() -> CompiledScenario:
    """The mill in which to weigh the sacks is to tell that they were short."""
    return mill_with((WEIGH, f"{WEIGH}reveals: short-weight, "))


def hidden_until(compiled: CompiledScenario, *before: Mapping[str, Choice]) -> int:
    """The first seed with which nobody finds anything out of those rounds and the miller's own
    people stop nothing, then or when it tells.
    """
    for seed in range(300):
        state, events = play(compiled, *before, seed=seed)
        if state.stage is not Stage.ROUND or of_kind(events, Discovered):
            continue
        if not _vetoed(must(step(compiled, state, TELL)).events):
            return seed
    raise AssertionError("it always comes out")


def _vetoed(events: tuple[object, ...]) -> bool:
    return any(isinstance(e, MoveMade) and e.party == "miller" and e.vetoed for e in events)


def what_is_hidden(state: State) -> list[float]:
    return [float(state.world.alliance.hidden[0, i, MILLER]) for i in (FARMER, BANKER)]


def test_what_it_tells_is_hidden_no_more_and_never_found_out(open_mill: CompiledScenario) -> None:
    seed = hidden_until(open_mill, CHEAT)
    state, _ = play(open_mill, CHEAT, seed=seed)
    assert all(what_is_hidden(state))
    after = must(step(open_mill, state, TELL))
    told = [(each.party, each.to, each.moves) for each in of_kind(after.events, OwnedUp)]
    assert told == [("miller", each, ("short-weight",)) for each in ("farmer", "banker")]
    assert not of_kind(after.events, Discovered)
    assert what_is_hidden(after.state) == [0.0, 0.0]
    assert not after.state.world.secret.any()
    assert (after.state.world.due[..., 0] == NOBODY).all()
    kept, fell = state.world.alliance, after.state.world.alliance
    assert (fell.ceiling == kept.ceiling).all()
    (came,) = of_kind(after.events, Measured)
    for other in ("farmer", "banker"):
        assert "discovery" not in came.reasons[other]["miller"]


def test_it_is_told_once(open_mill: CompiledScenario) -> None:
    draw = Draw.of_play(hidden_until(open_mill, CHEAT), 0)
    world, told = begin(open_mill, draw), []
    for move in ("short-weight", "weigh", "weigh"):
        chosen = np.array([[open_mill.moves.index(name) for name in (move, "sit", "sit")]])
        world, played = play_moves(open_mill, world, chosen, np.zeros((1, 3), dtype=bool), draw)
        told.append(int(played.told.sum()))
    assert told == [0, 2, 0]


def test_without_it_the_same_plays_on_as_something_hidden(mill: CompiledScenario) -> None:
    seed = hidden_until(mill, CHEAT)
    state, _ = play(mill, CHEAT, seed=seed)
    after = must(step(mill, state, TELL))
    found = {each.by for each in of_kind(after.events, Discovered)}
    assert not of_kind(after.events, OwnedUp)
    assert all(
        (name in found) != bool(left)
        for name, left in zip(("farmer", "banker"), what_is_hidden(after.state), strict=True)
    )


def test_what_else_it_hid_stays_hidden_in_proportion(open_mill: CompiledScenario) -> None:
    seed = hidden_until(open_mill, CHEAT)
    state, _ = play(open_mill, CHEAT, seed=seed)
    names = [open_mill.moves[at] for at in open_mill.hideable]
    secret = state.world.secret.copy()
    secret[0, [FARMER, BANKER], MILLER, names.index("two-buyers")] = True
    world, draw = replace(state.world, secret=secret), Draw.of_play(seed, 0)
    chosen = np.array([[open_mill.moves.index(move) for move in ("weigh", "sit", "sit")]])
    lucky = replace(open_mill, parameters=replace(DEFAULTS, detection=0.0, detection_gain=0.0))
    after, came = play_moves(lucky, world, chosen, np.zeros((1, 3), dtype=bool), draw)
    for other in (FARMER, BANKER):
        left = after.alliance.hidden[0, other, MILLER]
        assert left == world.alliance.hidden[0, other, MILLER] / 2
        still = [n for n, on in zip(names, after.secret[0, other, MILLER], strict=True) if on]
        assert still == ["two-buyers"]
    assert came.told[0, FARMER, MILLER].sum() == 1


@pytest.mark.slow
def test_many_games_at_once_tell_the_same(open_mill: CompiledScenario) -> None:
    games = np.arange(40, dtype=np.uint64)
    calls = np.zeros((40, 3), dtype=bool)
    rounds = [
        np.array([[open_mill.moves.index(move) for move in (first, "sit", "sit")]] * 40)
        for first in ("short-weight", "weigh")
    ]
    many = begin(open_mill, Draw(5, games))
    for chosen in rounds:
        many, played = play_moves(open_mill, many, chosen, calls, Draw(5, games))
    assert played.told.any()
    for game in range(40):
        draw = Draw.of_play(5, game)
        one = begin(open_mill, draw)
        for chosen in rounds:
            one, _ = play_moves(open_mill, one, chosen[:1], calls[:1], draw)
        assert (one.secret[0] == many.secret[game]).all()
        assert (one.alliance.hidden[0] == many.alliance.hidden[game]).all()
        assert (one.alliance.trust[0] == many.alliance.trust[game]).all()


@pytest.mark.slow
@pytest.mark.parametrize("stopped", [False, True])
def test_half_of_it_tells_it_all_and_a_stopped_move_nothing(
    open_mill: CompiledScenario, stopped: bool
) -> None:
    for seed in range(3000):
        state, events = play(open_mill, CHEAT, seed=seed)
        if state.stage is not Stage.ROUND or of_kind(events, Discovered):
            continue
        after = must(step(open_mill, state, TELL))
        made = next(e for e in of_kind(after.events, MoveMade) if e.party == "miller")
        is_it = made.vetoed if stopped else made.slipped
        if is_it and not of_kind(after.events, Discovered):
            break
    assert bool(of_kind(after.events, OwnedUp)) != stopped
    assert all(what_is_hidden(after.state)) == stopped


def test_a_move_that_is_aimed_at_one_tells_only_that_one() -> None:
    aimed = "reveals: short-weight, of: [miller, banker], at: farmer, "
    to_farmer = mill_with((WEIGH, f"{WEIGH}{aimed}"))
    seed = hidden_until(to_farmer, CHEAT)
    state, _ = play(to_farmer, CHEAT, seed=seed)
    after = must(step(to_farmer, state, TELL))
    assert [each.to for each in of_kind(after.events, OwnedUp)] == ["farmer"]
    assert what_is_hidden(after.state)[0] == 0.0
    heard = {
        seat: [e for e in hear(to_farmer, after.events, seat) if isinstance(e, OwnUpSeen)]
        for seat in ("miller", "farmer", "banker", None)
    }
    assert {seat for seat, some in heard.items() if some} == {"miller", "farmer"}
    (own,), (others,) = heard["miller"], heard["farmer"]
    assert [text.in_language("en") for text in own.moves] == ["Give short weight"]
    assert [text.in_language("en") for text in others.moves] == ["Flour on time."]


def test_whoever_left_is_told_nothing() -> None:
    stays = mill_with(
        (WEIGH, f"{WEIGH}reveals: short-weight, "),
        ("script:\n", "script:\n  goes_on_with: 2\n"),
    )
    seed = hidden_until(stays, CHEAT)
    state, _ = play(stays, CHEAT, seed=seed)
    left = state.world.left.copy()
    left[0, BANKER] = True
    gone, draw = replace(state.world, left=left), Draw.of_play(seed, 0)
    chosen = np.array([[*(stays.moves.index(move) for move in ("weigh", "sit")), NOBODY]])
    after, came = play_moves(stays, gone, chosen, np.zeros((1, 3), dtype=bool), draw)
    assert came.told[0, FARMER, MILLER].any()
    assert not came.told[0, BANKER].any()
    assert after.secret[0, BANKER, MILLER].any()
    farmers, bankers = (float(after.alliance.hidden[0, i, MILLER]) for i in (FARMER, BANKER))
    assert (farmers, bankers) == (0.0, what_is_hidden(state)[1])


def kept_back(compiled: CompiledScenario) -> Iterator[State]:
    """States in which somebody found the miller out and kept it to itself."""
    for seed in range(300):
        state = must(step(compiled, play(compiled, seed=seed)[0], CHEAT)).state
        is_kept = state.stage is Stage.RAISING
        while state.stage is Stage.RAISING:
            by = compiled.parties[int(state.world.scene_by[0])]
            state = must(step(compiled, state, {by: RaiseChoice(by, False)})).state
        if is_kept:
            yield state


def test_what_one_found_out_and_kept_is_not_raised_once_it_is_told(
    open_mill: CompiledScenario,
) -> None:
    told = (must(step(open_mill, state, TELL)) for state in kept_back(open_mill))
    after = next(
        each for each in told if not _vetoed(each.events) and not of_kind(each.events, Discovered)
    )
    assert of_kind(after.events, OwnedUp)
    assert after.state.stage not in SCENE
    assert not after.state.world.due_moves.any()
    assert not after.state.world.untold.any()


def test_who_knew_and_kept_it_for_good_is_told_like_anybody_else(
    open_mill: CompiledScenario,
) -> None:
    """Or whoever tells would learn who had known of it."""
    for state in kept_back(open_mill):
        # For good, as when it was kept back a second time.
        gone = replace(state.world, due_moves=np.zeros_like(state.world.due_moves))
        after = must(step(open_mill, replace(state, world=gone), TELL))
        if not _vetoed(after.events) and not of_kind(after.events, Discovered):
            told = {each.to for each in of_kind(after.events, OwnedUp)}
            assert told == {"farmer", "banker"}
            return
    raise AssertionError("nobody kept it back")


def told_then_said(compiled: CompiledScenario) -> Iterator[tuple[State, tuple[Event, ...]]]:
    """States in which the miller told what it had never done, and then did it after all."""
    for seed in range(40):
        told = must(step(compiled, play(compiled, seed=seed)[0], TELL))
        if told.state.stage is Stage.ROUND and not _vetoed(told.events):
            after = must(step(compiled, told.state, CHEAT))
            if not _vetoed(after.events):
                yield after.state, after.events


def test_nobody_is_fooled_about_what_it_was_told_before(open_mill: CompiledScenario) -> None:
    plays = list(told_then_said(open_mill))
    assert len(plays) > 20
    for state, events in plays:
        found = {each.by: each for each in of_kind(events, Discovered) if each.of == "miller"}
        assert set(found) == {"farmer", "banker"}
        assert {each.told for each in found.values()} == {("short-weight",)}
        assert what_is_hidden(state) == [0.0, 0.0]
        heard = [e for e in hear(open_mill, events, "farmer") if isinstance(e, FoundOut)]
        (move,) = heard[0].moves
        face = open_mill.scenario.moves["short-weight"].face_of(MILLER)
        assert (move.told, move.again) == (True, face)


def test_whom_nobody_told_it_can_still_be_fooled() -> None:
    aimed = "reveals: short-weight, of: [miller, banker], at: farmer, "
    to_farmer = mill_with((WEIGH, f"{WEIGH}{aimed}"))
    by = [
        {each.by for each in of_kind(events, Discovered) if each.of == "miller"}
        for _, events in told_then_said(to_farmer)
    ]
    assert all("farmer" in each for each in by)
    assert any("banker" not in each for each in by)


def test_the_forecast_knows_who_will_not_be_fooled(open_mill: CompiledScenario) -> None:
    chances = []
    for first in (moves(miller="sit", farmer="sit", banker="sit"), TELL):
        state, _ = play(open_mill, first, seed=hidden_until(open_mill))
        at = open_mill.moves.index("short-weight")
        (expected,) = forecast(open_mill, state.world, MILLER, np.array([at]))
        assert expected.price is not None
        chances.append(expected.price.now)
    assert chances[0] < chances[1] == 1.0


def test_it_is_known_from_then_on_and_nobody_found_it_out(open_mill: CompiledScenario) -> None:
    knows = Condition(knows=Knowledge(of="farmer", **{"is": ("short-weight",)}))
    found = Condition(discovered=Who(of="miller"))
    seed = hidden_until(open_mill, CHEAT)
    state, _ = play(open_mill, CHEAT, seed=seed)
    assert not holds(knows, open_mill, state.world, public=False)[0]
    after = must(step(open_mill, state, TELL)).state
    assert holds(knows, open_mill, after.world, public=False)[0]
    assert not holds(found, open_mill, after.world, public=False)[0]


# --- the debrief ----------------------------------------------------------------------------------


def told_play(compiled: CompiledScenario) -> LivePlay:
    """A whole play in which the miller tells in round 2 what it hid in round 1."""
    live = table_of(compiled, seed=hidden_until(compiled, CHEAT))
    scripted = [CHEAT, TELL]
    while not live.is_over:
        now = scripted.pop(0) if scripted and live.state.stage is Stage.ROUND else {}
        for party in live.waiting_for:
            live.choose(now.get(party) or live.suggestion(party, "builder"))
    return live


def test_the_debrief_says_that_its_own_side_told_it(open_mill: CompiledScenario) -> None:
    live = told_play(open_mill)
    found = debrief(open_mill, live.replayed, plays=0)
    (hidden,) = found.knowledge.guile
    assert hidden.owned_up == {"farmer": 2, "banker": 2}
    assert (hidden.discovered, hidden.never_by, hidden.knew) == ({}, (), {})
    assert "hidden-guile" not in {each.code for each in found.patterns.found}
    for seat in (None, *open_mill.parties):
        story = found.story_of(seat)
        assert story.hid == {}
        assert story.lie is None
        assert story.confessed is not None
        assert (story.confessed.round, story.confessed.by) == (2, "miller")
        heard = {"farmer", "banker"}
        assert set(story.confessed.to) == (heard if seat not in heard else {seat})
    for reader in ("miller", "farmer"):
        told = list(said_of(open_mill, found, [reader]))
        assert [said.text for said, right in is_so(Played(live), told) if not right] == []
        keys = {said.key for said in told}
        assert {"debrief.2.owned-up", "debrief.3.guile.owned-up"} <= keys
        assert not any("look.ask.hidden" in key or ".found" in key for key in keys)


# --- what an author can get wrong -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("short-wait", {"unknown-move"}),
        ("grind", {"idle-key"}),
        ("[short-weight, two-buyers]", set()),
    ],
)
def test_what_it_tells_of_must_be_hidden_by_its_own_side(told: str, codes: set[str]) -> None:
    text = MILL.read_text("utf-8").replace(WEIGH, f"{WEIGH}reveals: {told}, ")
    assert {problem.code for problem in load_text(text, "mill").problems} == codes


def test_only_whoever_can_make_a_move_can_tell_of_it() -> None:
    text = MILL.read_text("utf-8")
    text = text.replace("open-ledger: {", "open-ledger: {reveals: short-weight, ")
    (problem,) = load_text(text, "mill").problems
    assert (problem.code, problem.params["reason"]) == ("idle-key", "never-theirs")
    assert problem.params["written"] == "short-weight"


def test_renaming_a_move_renames_it_where_it_is_told() -> None:
    text = MILL.read_text("utf-8").replace(WEIGH, f"{WEIGH}reveals: short-weight, ")
    done = rename(text.encode(), "short-weight", "light-sacks")
    assert isinstance(done, Renaming)
    assert b"reveals: light-sacks, " in done.content
