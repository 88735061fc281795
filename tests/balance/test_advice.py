"""Advice on a scenario: found by trying, never what luck could explain, and no long list."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.balance import (
    Advice,
    Aim,
    Balance,
    Crowd,
    Dilemma,
    Lever,
    Missed,
    Share,
    Shown,
    Sign,
    Tried,
    advise,
    balancing,
)
from engine.balance.advice import best
from engine.balance.aims import aims, does_harm
from engine.balance.arms import played
from engine.balance.dilemma import MOST_MOVES, Choosing, _Forks, crowd
from engine.balance.levers import FIRST_STEP, applied, levers
from engine.balance.report import Effort
from engine.balance.trying import Trying, each_with
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.scenario.aiming import is_that
from engine.scenario.schema import Bound, Condition, Course, Expectation, written_name
from engine.simulate.interval import Difference, difference, z_of
from engine.simulate.plan import Plan, castings_of
from game.presenters.advice import advice, front, now_words, ranking, snippet, with_words
from game.presenters.balance import Telling, figures
from game.words import words_in
from tests.conftest import compiled_of
from tests.game.conftest import MINIMAL, ROOT, Run
from tests.scenario.test_guide import GUIDES

GUIDED = ROOT / "tests/play/mill.yaml"
QUAY = ROOT / "tests/scenarios/valid/quay.yaml"
NOTHING: dict[str, Any] = {}
QUICK = Effort(plays=72, paired=72, tried=36, first=0, debriefs=1)


def starting(path: Path, **points: int) -> CompiledScenario:
    """That scenario from another starting point."""
    scenario = compiled_of(path).scenario
    start = scenario.starting_point.model_copy(update=points)
    return compile_scenario(scenario.model_copy(update={"starting_point": start}))


def plan_of(compiled: CompiledScenario, plays: int, seed: int = 0) -> Plan:
    return Plan(seed, plays, castings_of(compiled), own_luck=True)


@cache
def hopeless() -> tuple[CompiledScenario, Balance]:
    """A scenario in which hardly any talk ends well, because trust starts next to nothing."""
    compiled = starting(Path(MINIMAL), trust=5)
    *_, found = balancing(
        compiled, effort=Effort(plays=720, paired=720, tried=36, first=216, debriefs=1)
    )
    return compiled, found


# --- what is tried ----------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("path", [Path(MINIMAL), GUIDED, QUAY], ids=lambda path: path.stem)
def test_a_lever_changes_what_it_says_and_nothing_else(path: Path) -> None:
    compiled = compiled_of(path)
    before = compiled.scenario.model_dump()
    for lever in levers(compiled, NOTHING):
        after = applied(compiled, lever).scenario.model_dump()
        # A move that is aimed at one of the others is written once.
        changed = {
            tuple(written_name(each) if isinstance(each, str) else each for each in at)
            for at, _ in differing(before, after)
        }
        assert changed == {lever.place}, lever
        assert lever.lowest <= lever.to <= lever.highest


def test_no_part_of_the_story_is_left_out() -> None:
    for path in (Path(MINIMAL), GUIDED):
        compiled = compiled_of(path)
        phases = compiled.scenario.script.phases
        for each in levers(compiled, NOTHING):
            if each.kind == "switch" and each.place[:2] == ("script", "phases"):
                assert not phases[str(each.place[2])].starts


def test_what_serves_one_aim_may_not_spoil_how_many_talks_end_well() -> None:
    compiled = compiled_of(Path(MINIMAL))
    plain = played(compiled, plan_of(compiled, 36))
    all_well = replace(plain, success=np.ones(36, dtype=bool))
    some = replace(plain, success=np.arange(36) % 2 == 0)
    assert does_harm(some, all_well)
    assert not does_harm(all_well, some)
    assert not does_harm(some, some)


def differing(one: Any, other: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, Any]]:
    """The places where two plain values differ."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for key in one:
            yield from differing(one[key], other[key], (*at, key))
    elif isinstance(one, tuple | list) and isinstance(other, tuple | list):
        for number, (a, b) in enumerate(zip(one, other, strict=True)):
            yield from differing(a, b, (*at, number))
    elif one != other:
        yield at, (one, other)


def test_what_is_tried_covers_what_an_author_sets() -> None:
    kinds = {each.kind for each in levers(compiled_of(GUIDED), NOTHING)}
    assert kinds == set(FIRST_STEP)


def test_what_hardly_any_play_comes_to_is_not_tried() -> None:
    compiled = compiled_of(GUIDED)
    move = next(iter(compiled.scenario.moves))
    tried = {each.place for each in levers(compiled, {"moves": {move: 0.01}})}
    assert not [place for place in tried if place[:2] == ("moves", move) and place[-1] != "when"]
    assert [place for place in tried if place[0] == "moves"]


def test_steps_go_further_and_further_and_stay_within_bounds() -> None:
    lever = Lever("start", ("starting_point", "trust"), 20, 35)
    assert [each.to for each in lever.steps(1)] == [25, 30, 35, 40, 50, 65]
    assert [each.to for each in lever.steps(-1)] == [15, 10, 5, 0]
    switch = Lever("switch", ("rules", "cash", "starts"), 1, 0)
    assert switch.steps(1) == ()
    assert switch.steps(-1) == (switch,)


# --- aims -------------------------------------------------------------------------------------


def test_what_the_author_expects_comes_before_our_own_bounds() -> None:
    scenario = compiled_of(Path(MINIMAL)).scenario
    ours = list(aims(scenario, {}))
    assert [(each.kind, each.low, each.high) for each in ours] == [("success", 0.2, 0.8)]
    expect = (
        Expectation(reaches=Course(outcome="success"), share=Bound(at_least=40, below=60)),
        Expectation(reaches=Course(outcome="success", move=("x",)), share=Bound(at_most=9)),
    )
    theirs = list(aims(scenario.model_copy(update={"expect": expect}), {}))
    assert [(each.kind, each.low, each.high) for each in theirs] == [("outcome", 0.4, 0.6)]


def test_an_ending_that_nobody_comes_to_is_an_aim() -> None:
    scenario = compiled_of(Path(MINIMAL)).scenario
    shares = {name: {"plays": at} for at, name in enumerate(scenario.endings)}
    met = [each.name for each in aims(scenario, {"endings": shares}) if each.kind == "met"]
    assert met == [next(iter(scenario.endings))]


# --- what luck could explain --------------------------------------------------------------------


def test_many_comparisons_ask_for_wider_intervals() -> None:
    assert z_of(1) == pytest.approx(1.959964, abs=1e-6)
    assert z_of(100) > z_of(10) > z_of(1)
    one, other = np.arange(20) % 2 == 0, np.arange(20) % 3 == 0
    wide, narrow = difference(one, other, z_of(100)), difference(one, other)
    assert wide.low < narrow.low < narrow.mean == wide.mean < narrow.high < wide.high


def test_plays_with_luck_of_their_own_share_none() -> None:
    compiled = compiled_of(Path(MINIMAL))
    plan = plan_of(compiled, 72)
    casting, game = plan.plays(0, 72)
    assert len(set(game.tolist())) == 72
    assert np.bincount(casting).tolist() == [2] * len(plan.castings)


AIM = Aim("success", "success", 0.2, 0.8)
LEVER = Lever("start", ("starting_point", "trust"), 20, 35)


def tried(mean: float, half: float, share: float, lever: Lever = LEVER) -> Tried:
    apart = Difference(mean, mean - half, mean + half)
    return Tried(AIM, lever, apart, Share(share, share - half, share + half), True)


def test_only_what_helps_by_more_than_luck_is_advised() -> None:
    assert best([tried(0.10, 0.15, 0.15)]) is None
    assert best([tried(-0.10, 0.05, 0.05)]) is None
    helps = tried(0.10, 0.05, 0.15)
    assert best([helps]) == helps
    assert best([replace(helps, is_harmful=True)]) is None


def test_the_smallest_change_that_is_enough_is_advised() -> None:
    further = replace(LEVER, to=50)
    enough, more = tried(0.2, 0.05, 0.25), tried(0.4, 0.05, 0.45, further)
    assert best([more, enough, tried(0.1, 0.05, 0.15)]) == enough
    assert best([tried(0.05, 0.02, 0.07), tried(0.1, 0.02, 0.12, further)]) == tried(
        0.1, 0.02, 0.12, further
    )


def with_share(share: Share) -> tuple[Advice, ...]:
    compiled, found = hopeless()
    fresh = replace(found, shares={AIM: share}, tried=(), crowds=(), dilemmas=(), signs=())
    return advise(compiled.scenario, fresh)


@pytest.mark.slow
def test_an_aim_that_luck_may_have_missed_is_not_advised_on() -> None:
    assert with_share(Share(0.19, 0.17, 0.21)) == ()
    assert with_share(Share(0.5, 0.4, 0.6)) == ()
    assert len(with_share(Share(0.1, 0.08, 0.12))) == 1
    assert len(with_share(Share(0.9, 0.88, 0.92))) == 1


# --- what it finds ----------------------------------------------------------------------------


@pytest.mark.slow
def test_it_finds_that_trust_starts_too_low() -> None:
    compiled, found = hopeless()
    first = advise(compiled.scenario, found)[0]
    assert isinstance(first, Missed)
    assert first.now.high < 0.2
    assert first.helps is not None
    places = [each.lever.place for each in found.tried if each.helps]
    assert ("starting_point", "trust") in places
    plan = plan_of(compiled, 720, seed=9)
    one, other = (played(each, plan) for each in (applied(compiled, first.helps.lever), compiled))
    assert one.success.mean() > other.success.mean()


@pytest.mark.slow
def test_what_changes_nothing_is_never_found() -> None:
    """A threshold that no play comes near makes no difference, and is not told as if it did."""
    compiled, _ = hopeless()
    idle = Lever("chance", ("script", "round_lasts"), 1, 1)
    same = [replace(idle, place=("starting_point", "trust"), now=5, to=5, kind="start")]
    plan = plan_of(compiled, 72)
    trying = Trying(compiled, [AIM], same, plan, replace(plan, seed=1))
    assert list(trying.steps())[-1] == pytest.approx(1.0)
    assert trying.found == ()


@pytest.mark.slow
def test_several_processes_find_the_same() -> None:
    compiled, plan = compiled_of(Path(MINIMAL)), plan_of(compiled_of(Path(MINIMAL)), 36)
    some = levers(compiled, NOTHING)[:3]
    for here, there in zip(
        each_with(compiled, some, plan, 1), each_with(compiled, some, plan, 2), strict=True
    ):
        assert here is not None
        assert there is not None
        assert np.array_equal(here.value, there.value)


def choosing(best_of: list[float]) -> Choosing:
    """A hundred plays in which each move is the best in so large a share."""
    moves, plays = len(best_of), 100
    value = np.zeros((plays, moves))
    rows = iter(range(plays))
    for at, share in enumerate(best_of):
        for _ in range(round(plays * share)):
            value[next(rows), at] = 1.0
    value[value.sum(axis=1) == 0, 0] = 1.0
    return Choosing("talk", "one", _Forks(
        np.arange(moves) % 2, np.ones((plays, moves), bool), value, value > 0
    ))  # fmt: skip


def test_more_than_nine_moves_are_named_where_some_are_idle() -> None:
    compiled = compiled_of(Path(MINIMAL))
    found = crowd(compiled, choosing([0.1] * 8 + [0.05, 0.0, 0.0]))
    assert found is not None
    assert (found.moves, found.idle, found.left) == (11, 2, 0)
    assert 0 < found.most < 0.05
    assert crowd(compiled, choosing([0.1] * 8 + [0.0])) is None  # nine
    assert crowd(compiled, choosing([0.09] * 10 + [0.1])) is None  # none is idle
    assert MOST_MOVES == 9


# --- told -------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_leads_with_cause_and_next_step(language: Any) -> None:
    compiled, found = hopeless()
    telling = Telling(compiled, found, words_in(language))
    told = front(telling, lambda place: "x.yaml:1:1")
    assert told[0].kind == "heading"
    assert re.search(r"\d+ (in|van de) 100 .*: .*; .*\d+", told[1].text)
    assert told[2].text.startswith("x.yaml:1:1  ")
    assert not [
        line for line in told if "{" in line.text.replace("{trust", "").replace("point: {", "")
    ]


@pytest.mark.slow
def test_at_most_five_sentences_are_advised() -> None:
    compiled, found = hopeless()
    crowded = crowd(compiled, choosing([0.1] * 8 + [0.05, 0.0, 0.0]))
    assert crowded is not None
    place = compiled.phases[0], compiled.parties[0]
    many = replace(
        found, crowds=tuple(replace(crowded, phase=place[0], party=place[1]) for _ in range(9))
    )
    assert len(advise(compiled.scenario, many)) == 5
    told = [line for line in advice(Telling(compiled, many, words_in("en"))) if line.kind == "told"]
    assert len(told) == 5
    assert all(line.text.count(". ") == 0 for line in told)


def every_kind(compiled: CompiledScenario, helped: bool) -> Iterator[Balance]:
    """Balances that each ask for another kind of advice."""
    nothing = Balance({}, (), (), {}, (), (), (), changes=(9, 9))
    ending, phase, party = compiled.endings[0], compiled.phases[0], compiled.parties[0]
    low, high = Share(0.004, 0.002, 0.01), Share(0.9, 0.88, 0.92)
    never = Share(0.0, 0.0, 0.001)
    for aim, now in (
        (AIM, low), (AIM, high), (Aim("outcome", "broken", 0.1, 0.2), high),
        (Aim("ending", ending, 0.1, 0.2), high), (Aim("met", ending, 0.005, 1.0), never),
    ):  # fmt: skip
        towards = -0.3 if now is high else 0.3
        apart = Difference(towards, towards - 0.01, towards + 0.01)
        then = Share(now.share + towards, 0.0, 1.0)
        helps = Tried(aim, LEVER, apart, then, True)
        tried = (helps,) if helped or aim.kind == "met" else ()
        yield replace(nothing, shares={aim: now}, tried=tried, breaks_in=phase)
    for apart in (Difference(0.0, -0.1, 0.1), Difference(-0.2, -0.3, -0.1)):
        sign = Sign("rules", 4, apart, apart, 0.4, 0.4)
        shown = Shown(LEVER, replace(sign, success=Difference(0.2, 0.1, 0.3)))
        yield replace(nothing, signs=(sign,), showing=(("rules", shown),) if helped else ())
    yield replace(nothing, crowds=(Crowd(phase, party, 12, 3, int(helped), 200),))
    tame = Dilemma(phase, 1, "harmony", {"harmony": 0.9}, 3.0, 2.0, 1.0, 0.5, 400)
    yield replace(nothing, dilemmas=(tame,))


@pytest.mark.parametrize("helped", [False, True])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_advice_is_one_sentence(language: Any, helped: bool) -> None:
    compiled = compiled_of(Path(MINIMAL))
    said = set()
    for found in every_kind(compiled, helped):
        first, *rest = advice(Telling(compiled, found, words_in(language)))
        assert re.fullmatch(r"[^{}]*[^.{}]\.", first.text), first.text
        assert ". " not in first.text
        assert len(rest) == bool(found.showing or found.tried)
        said.add(first.text)
    assert len(said) == 9


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_shows_what_it_says(language: Any) -> None:
    compiled = starting(Path(MINIMAL), trust=5)
    lever = replace(LEVER, now=5, to=50)
    helps = Tried(AIM, lever, Difference(0.2, 0.18, 0.22), Share(0.23, 0.21, 0.25), True)
    found = Balance(
        {}, (), (), {}, (), (), (), shares={AIM: Share(0.03, 0.02, 0.04)}, tried=(helps,)
    )
    file = {"nl": "mijn-scenario.yaml", "en": "my-scenario.yaml"}[language]
    told = advice(Telling(compiled, found, words_in(language)), lambda place: f"{file}:17:18")
    shown = "\n".join(f"    {line.text}" if line.kind == "detail" else line.text for line in told)
    assert f"```\n{shown}\n```" in GUIDES[language].read_text("utf-8")


@pytest.mark.parametrize("path", [GUIDED, QUAY], ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_lever_has_words_and_can_be_pasted(language: Any, path: Path) -> None:
    compiled = compiled_of(path)
    telling = Telling(compiled, Balance({}, (), (), {}, (), (), ()), words_in(language))
    for lever in levers(compiled, NOTHING):
        assert now_words(telling, lever)
        assert with_words(telling, lever)
        assert re.fullmatch(r"(starting_point: \{)?[a-z_]+: (-?\d+|on|off)\}?", snippet(lever))


def test_a_threshold_of_a_move_that_is_aimed_has_words_too() -> None:
    compiled = compiled_of(QUAY)
    aimed = next(name for name in compiled.scenario.moves if written_name(name) != name)
    when = Condition.model_validate({"trust": {"in": compiled.parties[0], "at_least": 40}})
    moves = {
        name: move.model_copy(update={"when": when}) if is_that(name, written_name(aimed)) else move
        for name, move in compiled.scenario.moves.items()
    }
    changed = compile_scenario(compiled.scenario.model_copy(update={"moves": moves}))
    telling = Telling(changed, Balance({}, (), (), {}, (), (), ()), words_in("en"))
    own = ("moves", written_name(aimed), "when", "trust", "at_least")
    (lever,) = [each for each in levers(changed, NOTHING) if each.place == own]
    assert f"trust in {telling.party(compiled.parties[0])} is at least 40" in now_words(
        telling, lever
    )
    assert "at least 50" in with_words(telling, lever)


@pytest.mark.slow
def test_what_is_not_looked_at_is_left_out() -> None:
    compiled = compiled_of(Path(MINIMAL))
    first = next(balancing(compiled, effort=QUICK))
    assert 0 < first.done < 0.5
    telling = Telling(compiled, first, words_in("en"))
    told = " ".join(line.text for line in (*front(telling), *figures(telling)))
    assert "So far nothing stands out" in told or "talks end well" in told
    assert "Not looked at yet." in told
    assert "last round" not in told
    assert list(ranking(telling)) == []


# --- the command ------------------------------------------------------------------------------


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command makes a quick job of it, and the same job only once."""

    def quickly(compiled: CompiledScenario, effort: Effort) -> Iterator[Balance]:
        yield _quickly(int(compiled.scenario.starting_point.trust or 0))

    monkeypatch.setattr("game.text.balance.balancing", quickly)


@cache
def _quickly(trust: int) -> Balance:
    *_, found = balancing(starting(Path(MINIMAL), trust=trust), effort=QUICK)
    return found


@pytest.mark.slow
@pytest.mark.usefixtures("quick")
def test_the_next_run_is_compared_with_the_last(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    text = Path(MINIMAL).read_text("utf-8")
    path.write_text(text, "utf-8")
    first = run("balance", str(path), "--lang", "en").out
    assert "Kept for the next time in" in first
    assert "last time" not in first
    assert (
        "Nothing has changed in the scenario since" in run("balance", str(path), "--lang", "en").out
    )
    changed = text.replace("starting_point: {trust: 50", "starting_point: {trust: 2")
    assert changed != text
    path.write_text(changed, "utf-8")
    assert "fewer talks end well" in run("balance", str(path), "--lang", "en").out


@pytest.mark.slow
@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("kept", ["", "{", "[]", '{"form": 1}', '{"form": 2}', "\x00\xff"])
def test_what_was_kept_and_is_no_longer_whole_is_no_reason_to_stop(
    kept: str, run: Run, tmp_path: Path, home: Path
) -> None:
    run("balance", MINIMAL)
    (file,) = (home / "balance").glob("*.json")
    file.write_text(kept, "utf-8")
    told = run("balance", MINIMAL, "--lang", "en")
    assert (told.code, told.err) == (0, "")
    assert "last time" not in told.out


@pytest.mark.slow
def test_stopping_keeps_what_is_done(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: Path
) -> None:
    def stopped(compiled: CompiledScenario, effort: Effort) -> Iterator[Balance]:
        for found in balancing(compiled, effort=QUICK):
            yield found
            if found.signs:
                raise KeyboardInterrupt

    monkeypatch.setattr("game.text.balance.balancing", stopped)
    out = tmp_path / "balance.html"
    told = run("balance", MINIMAL, "--lang", "en", "--out", str(out))
    assert (told.code, told.err) == (0, "")
    assert re.search(r"Stopped at \d+% of the work", told.out)
    assert "Stopped at" in out.read_text("utf-8")
    assert "Kept for the next time" not in told.out
    assert not list(home.glob("balance/*"))
