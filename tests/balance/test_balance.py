"""The balance report: what it says is true, and it notices when something is not."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from engine.balance import balance
from engine.balance import report as balance_report
from engine.balance.arms import balanced_within, played, starting, without_moments
from engine.balance.dilemma import (
    OPPORTUNISTIC,
    Dilemma,
    InTheEnd,
    Use,
    choosings,
    dilemmas,
    in_the_end,
    sample,
    uses,
)
from engine.balance.report import FULL, Balance, Effort, _always_ahead
from engine.balance.theses import CONTRASTS
from engine.play.compiled import CompiledScenario
from engine.players import PERSONAS
from engine.simulate.figures import figures as figures_of
from engine.simulate.interval import Difference
from engine.simulate.plan import Plan, castings_of
from engine.simulate.tally import count
from game import library
from game.html.balance import page
from game.presenters.balance import Telling, figures, personas
from game.presenters.balance import in_the_end as in_the_end_told
from game.words import words_in
from tests.conftest import ALL, LIBRARY, SHIPPED, SMALL, compiled_of
from tests.game.conftest import MINIMAL, Run

CARE_MERGER = next(path for path in SHIPPED if path.stem == "care-merger")


# A report takes a second: the quick run has only one.
PATHS = [
    pytest.param(path, id=path.stem, marks=[] if path == Path(MINIMAL) else [pytest.mark.slow])
    for path in ALL
]
# Enough to have something to report; the figures of a small scenario prove nothing anyway.
FEW = Effort(plays=144, paired=144, tried=72, first=0, debriefs=1)


@cache
def report(path: Path) -> Balance:
    """The balance of that scenario, computed once; for the shipped one, from all plays.

    Debriefs are the same work for any scenario: one is enough.
    """
    whole = FULL._replace(first=0, debriefs=FEW.debriefs)
    return balance(compiled_of(path), effort=whole if path == CARE_MERGER else FEW)


@pytest.fixture(scope="module")
def care_merger() -> Balance:
    """The balance of the scenario that ships."""
    return report(CARE_MERGER)


@pytest.fixture
def computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command uses the reports of these tests; the rest is its own work."""

    def once(compiled: CompiledScenario, effort: Effort) -> Iterator[Balance]:
        paths = (Path(MINIMAL), CARE_MERGER)
        yield report(next(p for p in paths if compiled_of(p).scenario == compiled.scenario))

    monkeypatch.setattr("game.text.balance.balancing", once)


def plan_of(compiled: CompiledScenario, plays: int = 360) -> Plan:
    """A small plan with every persona on every seat."""
    return Plan(2, plays, castings_of(compiled))


@pytest.mark.slow
def test_every_thesis_shows_in_the_care_merger(care_merger: Balance) -> None:
    assert [sign.thesis for sign in care_merger.signs] == [1, 2, 3, 4, 5]
    for sign in care_merger.signs:
        assert sign.success.sign == 1, sign
        assert sign.success.mean == pytest.approx(sign.with_it - sign.without)


@pytest.mark.slow
def test_the_care_merger_is_a_dilemma_in_every_round(care_merger: Balance) -> None:
    for each in care_merger.dilemmas:
        assert each.game == "prisoners-dilemma"
        assert each.temptation > each.reward > each.punishment > each.sucker


@pytest.mark.parametrize(
    ("if_given", "if_taken", "game"),
    [
        (1, 1, "prisoners-dilemma"), (-1, 1, "stag-hunt"), (1, -1, "chicken"), (-1, -1, "harmony"),
        (0, 1, None), (-1, 0, None),
    ],
)  # fmt: skip
def test_what_it_comes_to_in_the_end_is_told_where_it_is_sure(
    if_given: int, if_taken: int, game: str | None
) -> None:
    one, other = (Difference(0.1 * x, 0.1 * x - 0.05, 0.1 * x + 0.05) for x in (if_given, if_taken))
    path = next(path for path in SMALL if path.stem == "minimal")
    compiled = compiled_of(path)
    (phase, *_), (party, *_) = compiled.phases, compiled.parties
    found = InTheEnd(phase, party, one, other)
    assert found.game == game
    for language in ("nl", "en"):
        telling = Telling(compiled, replace(report(path), in_the_end=(found,)), words_in(language))
        (line,) = in_the_end_told(telling)
        assert line in unescape(page(telling))
        assert any(each.text == line for each in figures(telling))
        assert telling.party(party) in line
        assert line.startswith(telling.words(f"balance.end.{game or 'open'}", places="")[:12])


def test_every_play_in_which_moves_are_tried_has_luck_of_its_own(
    minimal: CompiledScenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = list[Plan]()

    def keep(compiled: CompiledScenario, plan: Plan) -> dict[tuple[int, int], Any]:
        plans.append(plan)
        return {}

    monkeypatch.setattr(balance_report, "sample", keep)
    balance(minimal, effort=FEW)
    (plan,) = plans
    _, games = plan.plays(0, plan.count)
    assert len(set(games.tolist())) == plan.count


@pytest.mark.slow
def test_giving_and_taking_are_counted_to_the_end_from_the_same_plays(
    minimal: CompiledScenario,
) -> None:
    plan = plan_of(minimal, 144)
    places = sample(minimal, plan)
    found = list(in_the_end(minimal, plan, places))
    assert found == list(in_the_end(minimal, plan, places))
    rounds = {minimal.phases[phase] for phase, _ in places}
    assert {(each.phase, each.party) for each in found} == {
        (phase, party) for phase in rounds for party in minimal.parties
    }
    # From the last round nothing comes after: it is the payoff of the round.
    phase, played_ = max(places)
    at_last = list(in_the_end(minimal, plan, {(phase, 0): places[phase, played_]}))
    assert [each.game for each in at_last] == ["prisoners-dilemma"] * minimal.party_count


@pytest.mark.slow
def test_a_scenario_in_which_nobody_is_tempted_is_found_out() -> None:
    tame = compiled_of(next(path for path in SMALL if path.stem == "small"))
    generous = starting(tame, understanding=100, trust=95)
    games = {each.game for each in dilemmas(generous, sample(generous, plan_of(generous, 72)))}
    assert "prisoners-dilemma" not in games


@pytest.mark.slow
def test_the_arms_differ_in_one_thing_alone(minimal: CompiledScenario) -> None:
    plan = plan_of(minimal)
    as_written = played(minimal, plan)
    again = played(balanced_within(minimal, 60), plan)
    assert not np.array_equal(as_written.value, again.value)
    same = played(starting(minimal), plan)
    assert np.array_equal(as_written.value, same.value)
    assert as_written.success.sum() == count(minimal, plan, 0, 360)["outcome"][:, 0].sum()


@pytest.mark.slow
def test_without_moments_there_are_none(any_scenario: CompiledScenario) -> None:
    bare = without_moments(any_scenario)
    start = bare.phases.index(bare.scenario.script.start)
    if bare.is_reflection[start]:
        pytest.skip("its first phase is a moment, and is held whatever happens")
    plan = plan_of(bare, 72)
    assert count(bare, plan, 0, 72)["moments"] == 0
    assert count(any_scenario, plan, 0, 72)["moments"] > 0


@pytest.mark.slow
def test_a_move_is_idle_when_it_was_never_the_best_for_anybody() -> None:
    found = report(next(path for path in SMALL if path.stem == "minimal"))
    tried = (
        Use("talk", "one", "dull", 100, best=0.0, worst=0.3),
        Use("talk", "other", "dull", 100, best=0.0, worst=0.2),
        Use("talk", "one", "safe", 100, best=0.4, worst=0.0),
        Use("talk", "one", "fair", 100, best=0.0, worst=0.2),
        Use("talk", "other", "fair", 100, best=0.01, worst=0.2),
        Use("talk", "one", "rare", 10, best=0.0, worst=0.0),
    )
    found = replace(found, uses=tried)
    assert found.never_better == (("talk", "dull"),)
    assert found.never_worse == (("talk", "safe"),)


@pytest.mark.slow
def test_a_move_that_only_costs_is_never_the_best(minimal: CompiledScenario) -> None:
    """A move without any gain or effect is detected."""
    plan = plan_of(minimal, 144)
    places = sample(minimal, plan)
    at = min(np.flatnonzero(minimal.offered[0] & (minimal.stance == OPPORTUNISTIC)))
    traits = minimal.traits.copy()
    traits[at] = 0.0
    traits[at, 5] = traits[at, 6] = 1.0  # formalise and reflect: both cost, neither is rewarded
    duller = replace(minimal, traits=traits)
    shares = {}
    for name, compiled in (("as written", minimal), ("dull", duller)):
        found = [use for each in choosings(compiled, plan, places) for use in uses(compiled, each)]
        tried = [use for use in found if use.move == minimal.moves[at]]
        shares[name] = sum(use.best * use.plays for use in tried) / sum(use.plays for use in tried)
    assert shares["dull"] < shares["as written"]


@pytest.mark.slow
def test_the_same_seed_gives_the_same_report(minimal: CompiledScenario) -> None:
    again = balance(minimal, effort=FEW)
    assert json.dumps(again.as_plain()) == json.dumps(report(Path(MINIMAL)).as_plain())


# --- told -------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_it_is_told_without_a_gap(path: Path, language: Any) -> None:
    found = report(path)
    told = figures(Telling(compiled_of(path), found, words_in(language)))
    # In the smallest there are too few plays to count what comes of a first round.
    headings = 6 + bool(found.in_the_end)
    assert len([line for line in told if line.kind == "heading"]) == headings
    assert all(line.text and "{" not in line.text for line in told)


@pytest.mark.parametrize("wins", [True, False])
def test_whoever_is_always_ahead_is_set_beside_whoever_gains_most(
    minimal: CompiledScenario, *, wins: bool
) -> None:
    def pairing(who: str, value: float) -> dict[str, Any]:
        seats = minimal.parties
        return {"personas": dict.fromkeys(seats, who), "value": dict.fromkeys(seats, value)}

    pairings = [pairing("charmer", 0.3 if wins else 0.1), pairing("builder", 0.2)]
    found = Balance({"pairings": pairings}, (), (), {}, ("charmer",), (), ())
    said = " ".join(personas(Telling(minimal, found, words_in("en"))))
    assert ("gains more than any other persona: 30.0 points" in said) == wins
    assert ("it gains 10.0 points a round, and the builder gains most, 20.0" in said) != wins


@pytest.mark.slow
def test_no_persona_wins_everywhere_in_the_library() -> None:
    always: set[str] = set(PERSONAS)
    for path in LIBRARY:
        compiled = compiled_of(path)
        castings = castings_of(compiled)
        # Fewer of three: there are six times as many castings.
        plan = Plan(0, len(castings) * (200 if compiled.party_count == 2 else 30), castings)
        tally = count(compiled, plan, 0, plan.count)
        found = figures_of(compiled, plan, tally)
        balance = Balance(found, (), (), {}, (), (), ())
        best = max(balance.gains, key=lambda each: balance.gains[each])
        always &= {best}
        assert best not in _always_ahead(compiled, found["pairings"]), path.stem
    assert not always


def with_signs(found: Balance, low: float, high: float) -> Balance:
    """The same report, with every sign in that interval."""
    apart = replace(found.signs[0].success, mean=(low + high) / 2, low=low, high=high)
    return replace(found, signs=tuple(replace(s, success=apart, trust=apart) for s in found.signs))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("low", "high", "says"),
    [(0.1, 0.2, "That is more"), (-0.2, -0.1, "other way round"), (-0.1, 0.1, "no difference")],
)
def test_the_sentence_follows_the_sign(low: float, high: float, says: str) -> None:
    path = next(path for path in SMALL if path.stem == "minimal")
    telling = Telling(compiled_of(path), with_signs(report(path), low, high), words_in("en"))
    assert all(says in telling.sign(sign) for sign in telling.balance.signs)


@pytest.mark.slow
@pytest.mark.parametrize("game", ["harmony", "stag-hunt", "chicken", "deadlock"])
def test_every_kind_of_game_has_its_words(game: str) -> None:
    path = next(path for path in SMALL if path.stem == "minimal")
    found = report(path)
    other: tuple[Dilemma, ...] = tuple(
        replace(each, game=game, shares={**each.shares, game: 1.0}) for each in found.dilemmas[1:]
    )
    for language in ("nl", "en"):
        mixed = replace(found, dilemmas=(found.dilemmas[0], *other))
        telling = Telling(compiled_of(path), mixed, words_in(language))
        assert any(telling.words(f"balance.game.{game}") in line.text for line in figures(telling))


class _Reader(HTMLParser):
    """What the page loads from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.asked += [str(value) for name, value in attrs if name in ("src", "href")]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_the_page_stands_alone_and_its_drawings_are_whole(path: Path, language: Any) -> None:
    text = page(Telling(compiled_of(path), report(path), words_in(language)))
    reader = _Reader()
    reader.feed(text)
    assert not reader.asked
    assert "://" not in text
    assert f'<html lang="{language}">' in text
    drawings = text.split("<svg")[1:]
    assert len(drawings) == 3
    for drawing in drawings:
        ElementTree.fromstring("<svg" + drawing.partition("</svg>")[0] + "</svg>")
        assert "nan" not in drawing


# --- the command ------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.usefixtures("computed_once")
def test_the_care_merger_keeps_to_its_expectations(run: Run) -> None:
    bands = str(CARE_MERGER.with_suffix(".expect.json"))
    said = run("balance", "care-merger", "--expect", bands, "--lang", "en")
    assert said.code == 0, said.out
    assert "expectations hold" in said.out


@pytest.mark.slow
def test_every_scenario_that_ships_says_what_balance_to_expect() -> None:
    """What it teaches is among it."""
    for path in library.shipped():
        bands = json.loads(path.with_suffix(".expect.json").read_text())
        scenario = compiled_of(path).scenario
        taught = {goal.thesis for goal in scenario.teaches.values()}
        names = {name for name, contrast in CONTRASTS.items() if contrast.thesis in taught}
        assert {f"theses.{name}.success.low" for name in names} <= set(bands)
        assert "outcomes.success.share" in bands


@pytest.mark.slow
def test_the_first_lesson_keeps_to_its_expectations(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others take minutes: `balance SCENARIO --expect scenarios/SCENARIO.expect.json`."""
    monkeypatch.setattr("game.text.balance.FULL", FULL._replace(tried=72, first=0, debriefs=1))
    bands = str(library.SHIPPED / "first-handshake.expect.json")
    said = run("balance", "first-handshake", "--expect", bands, "--lang", "en")
    assert said.code == 0, said.out


@pytest.mark.slow
def test_a_share_out_of_its_band_fails(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.text.balance.FULL", FEW)
    bands = tmp_path / "bands.json"
    bands.write_text(json.dumps({"outcomes.success.share": [0.99, 1.0]}))
    said = run("balance", MINIMAL, "--expect", str(bands), "--lang", "en")
    assert said.code == 1
    assert "outcomes.success.share is" in said.out
    assert "expected between 0.99 and 1.0" in said.out


@pytest.mark.slow
@pytest.mark.usefixtures("computed_once")
def test_a_share_above_its_band_fails_too(run: Run, tmp_path: Path) -> None:
    bands = tmp_path / "bands.json"
    bands.write_text(json.dumps({"outcomes.success.share": [0.0, 0.01]}))
    assert run("balance", MINIMAL, "--expect", str(bands)).code == 1


@pytest.mark.slow
@pytest.mark.usefixtures("computed_once")
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "can't be read"),
        ("{", "is not JSON with bands"),
        ("[]", "is not JSON with bands"),
        ('{"outcomes": 3}', "is not JSON with bands"),
        ('{"outcomes.succes.share": [0, 1]}', "“outcomes.succes.share”"),
    ],
)
def test_bad_expectations_are_told_once(
    run: Run, tmp_path: Path, content: str | None, says: str
) -> None:
    bands = tmp_path / "bands.json"
    if content is not None:
        bands.write_text(content)
    said = run("balance", MINIMAL, "--expect", str(bands), "--lang", "en")
    assert said.code == 2
    assert says in said.err
    assert said.err.count("\n") == 1


@pytest.mark.slow
@pytest.mark.usefixtures("computed_once")
def test_the_page_is_written(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "balance.html"
    assert run("balance", MINIMAL, "--out", str(place)).code == 0
    assert place.read_text(encoding="utf-8").startswith("<!doctype html>")
    said = run("balance", MINIMAL, "--out", str(place / "x.html"))
    assert said.code == 2
    assert "x.html" in said.err
