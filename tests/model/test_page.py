"""The page for experts says what the code does: its tables, and the figures in its text."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from engine.lab.fit import log_loss, shown, treatments, yardsticks
from engine.lab.parameters import FITTED, FROZEN, FROZEN_ON
from engine.lab.trust import player_risk
from engine.model import page, sensitivity
from engine.model.kernel import Alliance, Circumstances, risk, yield_of_effort
from engine.model.morris import Effect, trajectory
from engine.model.outcome import SUCCESS
from engine.model.parameters import (
    DEFAULTS,
    RANGES,
    ConfrontationParameters,
    InsideParameters,
    MomentParameters,
    Parameters,
    ranges,
)
from engine.model.sensitivity import NAMES, effects
from engine.model.storyless import Plan
from tests.model.plays import REFLECT, REPERTOIRE, both, caught, run, simulate, traits
from tests.model.test_facts import PAIR, effect, trust_and_cooperation

TEXT = page.PAGE.read_text(encoding="utf-8")
ROOT_TEXT = (page.PAGE.parents[1] / "README.md").read_text(encoding="utf-8")
REWRITE = "run python -m engine.model.page; and sensitivity after it, where a default moved"


def short(figure: float) -> str:
    """A share as the text writes it, without the zero."""
    return f"{figure:.2f}".removeprefix("0")


def rows(table: str) -> dict[str, list[str]]:
    """The cells of each row of a table, by the first cell; without the header."""
    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()]
    return {cells[0]: cells[1:] for cells in lines[2:]}


# Tables


@pytest.mark.parametrize("name", ["parameters", "moment", "inside", "reading", "kinds", "forms"])
def test_a_table_of_constants_is_that_of_the_code(name: str) -> None:
    assert page.table_in(TEXT, name) == page.TABLES[name](), REWRITE


@pytest.mark.slow
def test_the_table_of_runs_is_what_the_model_gives() -> None:
    """Every other row, which is one of each kind; all of them are written by the same command."""
    told, runs = rows(page.table_in(TEXT, "runs")), page.RUNS
    assert list(told) == [run.words for run in runs], REWRITE
    now = rows(page.runs(runs=runs[::2]))
    assert now == {run.words: told[run.words] for run in runs[::2]}, REWRITE


def test_the_quick_tables_can_be_written_anew_and_nothing_else_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale = page.with_table(TEXT, "parameters", "| old |")
    copy = tmp_path / "README.md"
    copy.write_text(stale, encoding="utf-8")
    monkeypatch.setattr(page, "PAGE", copy)
    page.main(["parameters", "forms"])
    assert copy.read_text(encoding="utf-8") == TEXT


def test_an_unknown_table_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        page.main(["runz"])
    assert refused.value.code == 2
    assert "sensitivity" in capsys.readouterr().err


def test_every_constant_in_the_equations_exists() -> None:
    equations = " ".join(re.findall(r"^    (?!python ).*$", TEXT, flags=re.MULTILINE))
    named = set(re.findall(r"\b[a-z]+(?:_[a-z]+)+\b", equations))
    # Not constants: what has parties for an index, as in share_i, mean_j, discovered_ij.
    named = {name for name in named if not re.fullmatch(r"[a-z]+_[ij]{1,2}", name)}
    assert len(named) > 30
    known = {*RANGES, *ranges(MomentParameters), *ranges(ConfrontationParameters)}
    known |= {*ranges(InsideParameters), *Circumstances.__dataclass_fields__}
    assert named <= known, named - known


def test_every_constant_stands_in_an_equation_or_in_the_text() -> None:
    compiled = [page.table_in(TEXT, name) for name in page.TABLES]
    prose = TEXT
    for table in compiled:
        prose = prose.replace(table, "")
    absent = [name for name in RANGES if not re.search(rf"\b{name}(?!\w)", prose)]
    # Only the table mentions where a play starts from, and the borders in figure 2.
    starts = set(Alliance.start.__kwdefaults__ or {}) | {"formal_overlap", "trust_spread"}
    assert set(absent) <= starts | {"quadrant_trust", "quadrant_formal"}


# Sensitivity


def test_effects_of_a_sum_are_its_weights() -> None:
    width = sensitivity.whole_range()
    weight = dict(zip(NAMES, np.linspace(-1, 1, len(NAMES)), strict=True))

    def total(parameters: Parameters) -> float:
        return sum(weight[name] * getattr(parameters, name) for name in NAMES)

    found = effects(width, total, trajectories=3)
    for name, (low, high) in RANGES.items():
        expected = weight[name] * (high - low)
        assert found[name].mean == pytest.approx(expected, abs=1e-9), name
        assert found[name].size == pytest.approx(abs(expected), abs=1e-9), name
        assert found[name].spread == pytest.approx(0.0, abs=1e-9), name


def test_what_depends_on_another_spreads() -> None:
    def product(parameters: Parameters) -> float:
        return parameters.trust * parameters.internal_balance

    found = effects(sensitivity.whole_range(), product, trajectories=8)
    assert found["trust"].spread > 0.0 < found["internal_balance"].spread
    assert found["scar"] == Effect(0.0, 0.0, 0.0)


def test_trajectories_stay_on_the_grid_and_move_one_constant_at_a_time() -> None:
    points = list(trajectory(np.random.default_rng(5), 6))
    assert sorted(factor for _, factor in points) == [-1, 0, 1, 2, 3, 4, 5]
    for point, _ in points:
        assert np.allclose(point * 3, np.round(point * 3), atol=1e-9)
        assert (point > -1e-9).all()
        assert (point < 1 + 1e-9).all()
    for (one, _), (other, moved) in pairwise(points):
        assert np.flatnonzero(np.abs(one - other) > 1e-9).tolist() == [moved]


def test_the_table_of_effects_has_every_constant() -> None:
    assert sorted(rows(page.table_in(TEXT, "sensitivity"))) == sorted(NAMES_IN_CODE)


NAMES_IN_CODE = tuple(f"`{name}`" for name in NAMES)


@pytest.mark.slow
def test_the_signs_of_the_large_effects_come_out_again() -> None:
    told = {
        name.strip("`"): [float(cell) for cell in cells]
        for name, cells in rows(page.table_in(TEXT, "sensitivity")).items()
    }
    # These effects are more than twice their spread: the mean of two has the other sign by chance
    # in one case of four hundred.
    found = effects(
        sensitivity.a_quarter(),
        lambda each: sensitivity.success_when_mixed(each, plays=500),
        trajectories=2,
    )
    sure = [
        name for name, (size, mean, spread, *_) in told.items() if abs(mean) > 2 * spread > 0.04
    ]
    assert len(sure) >= 5
    for name in sure:
        assert found[name].mean * told[name][1] > 0.0, name
    nothing = {name for name, cells in told.items() if not any(cells)}
    assert {"repair", "burnt", "all_needed", "quadrant_trust"} <= nothing
    assert all(found[name].size < 0.01 for name in nothing)


# Figures in the text


def test_the_moves_behind_the_page_are_those_behind_the_tests() -> None:
    for each in ("cooperative", "claiming", "guileful", "formalising"):
        assert np.array_equal(getattr(sensitivity.REPERTOIRE, each), getattr(REPERTOIRE, each))
    assert sensitivity.REFLECT_BEFORE == REFLECT


def test_the_counts_of_constants_are_those_of_the_code() -> None:
    ours = [
        each
        for each in Parameters.__dataclass_fields__.values()
        if "[J]" in each.metadata["source"]
    ]
    assert f"Of the {len(NAMES)} constants {len(ours)} have a size that is ours." in TEXT


def test_the_figures_of_a_breach_are_those_of_the_kernel() -> None:
    rest = [(traits("invest"), traits("invest"))] * 12
    opened, _ = run([(traits("concede"), traits("claim")), *rest], trust=0.8)
    deceived, _ = run([(traits("concede"), traits("bluff")), *rest], trust=0.8, luck=caught())
    path = [float(each.trust[PAIR]) for each in opened]
    back = next(at for at, trust in enumerate(path[2:], 1) if trust >= 0.8)
    assert f".80 → {short(path[1])}, back after {back} good rounds" in TEXT
    after, last = deceived[1].trust[PAIR], deceived[-1]
    assert (
        f".80 → {short(after)}, {short(last.trust[PAIR])} after 12, "
        f"ceiling {short(last.ceiling[PAIR])}"
    ) in TEXT
    assert f"{DEFAULTS.trust_loss / DEFAULTS.trust_gain:.2f} at T = ½" in TEXT


def test_the_figures_of_contracts_and_distance_are_those_of_the_kernel() -> None:
    calm = Circumstances.calm(1, 2)
    bound, free = (
        run([(traits("invest"), traits("invest"))] * 4, formal_overlap=formal)[0][-1]
        for formal in (0.9, 0.0)
    )
    lapsed = replace(bound, formal_overlap=np.zeros(1))
    kept, less, never = (short(risk(each, calm).confidence[PAIR]) for each in (bound, lapsed, free))
    assert f"falls {kept} → {less}; without a contract it would have been {never}" in TEXT

    def worth(trust: float, formal: float, **start: float) -> float:
        alliance = Alliance.start(1, 2, trust=trust, formal_overlap=formal, **start)  # type: ignore[arg-type]
        return float(yield_of_effort(alliance, calm)[0])

    little, much = (short(worth(0.8, f) - worth(0.3, f)) for f in (0.1, 0.9))
    assert f"adds {little} to m at F .1, {much} at F .9" in TEXT
    start = worth(DEFAULTS.trust, DEFAULTS.formal_overlap)
    grown = worth(0.8, 0.7, understanding=0.8)
    assert f"start at m = {start:.2f}, and reach {grown:.2f} at U .8, F .7, T .8" in TEXT
    assert f"m {start:.2f} → {grown:.2f} with P = 2" in TEXT

    grid = np.linspace(0, 1, 101)
    around = Circumstances.calm(101, 2)
    best = [
        short(
            grid[
                np.argmax(
                    yield_of_effort(Alliance.start(101, 2, diversity=grid, understanding=u), around)
                )
            ]
        )
        for u in (0.1, 0.25, 0.4)
    ]
    assert f"optimum D {', '.join(best)} at U .10, .25, .40" in TEXT


@pytest.mark.slow
def test_the_figures_of_many_plays_are_those_of_the_model() -> None:
    plain, reflecting = (
        simulate(Plan(reflect_before=when), games=page.PLAYS) for when in ((), REFLECT)
    )
    trust = effect(plain.trust[-1], reflecting.trust[-1])
    assert f"d {short(trust)} on trust, {short(effect(plain.joint, reflecting.joint))} on" in TEXT
    without, with_it = plain.share(SUCCESS), reflecting.share(SUCCESS)
    assert f"by a factor of {with_it / without:.2f}" in TEXT
    assert f"it stands at {(without + with_it) / 2:.0%})" in TEXT
    talk, silence = (
        simulate(Plan(formalise_in=(), forced=both(0, kind)), games=page.PLAYS)
        for kind in ("share", "hold")
    )
    heard, unheard = (each.cooperated[1].mean(axis=1) for each in (talk, silence))
    assert f"| d {short(effect(unheard, heard))} | not used |" in TEXT
    tied = [short(trust_and_cooperation(conflict)) for conflict in (0.0, 0.3, 0.9)]
    assert f"r {', '.join(tied)} at competition 0, .3, .9" in TEXT


def test_the_misses_have_the_figures_of_the_readme() -> None:
    misses = ROOT_TEXT.split("What the model misses")[1].split("\n## ")[0]
    page_misses = TEXT.split("## Known misses")[1].split("\n## ")[0]
    figures = re.compile(r"(?<![\d.])(?:\d*\.\d+|\d{2})(?!\d|,\d)")
    told, here = (set(figures.findall(text)) for text in (misses, page_misses))
    assert here <= told | {"20"}


# The laboratory


def lab_table() -> str:
    """Shares of cooperation of the frozen players beside those of people."""
    lines = [
        "| δ, R | p* | first round | all | after CC | CD | DC | DD |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for each in treatments()[0]:
        found = shown(each.lab, FROZEN)
        model = [found.cells[0], found.overall, *found.cells[1:]]
        people = [each.cells[0], each.overall, *each.cells[1:]]
        pairs = [f"{m:.3f} / {p:.3f}" for m, p in zip(model, people, strict=True)]
        name = f"{each.lab.continuation:.2f}, {each.lab.cooperating[1]:g}"
        lines.append(
            f"| {name} | {player_risk(each.lab, FROZEN).p_star:.3f} | {' | '.join(pairs)} |"
        )
    return "\n".join(lines)


def test_the_laboratory_is_told_as_it_was_frozen() -> None:
    # To the last digit but one: numpy's powers differ between machines in the last bit.
    told, now = rows(page.table_in(TEXT, "lab")), rows(lab_table())
    assert told.keys() == now.keys()
    number = re.compile(r"\d\.\d+")
    for name, cells in now.items():
        there, here = (
            [float(figure) for figure in number.findall(" ".join(row))]
            for row in (told[name], cells)
        )
        assert there == pytest.approx(here, abs=0.0021), name
    assert f"**frozen on {FROZEN_ON}**" in TEXT
    constants = ", ".join(
        f"{name} {f'{getattr(FROZEN, name):.3f}'.removeprefix('0')}" for name in FITTED
    )
    assert f"Constants: {constants}." in TEXT


def test_the_log_losses_are_those_of_the_fit() -> None:
    data, published = treatments()
    ours = log_loss(data, [shown(each.lab, FROZEN).cells for each in data])
    told = rows(TEXT.split("individual choices |\n")[1].split("\n\n")[0].join(["|x|\n", ""]))
    assert float(told["**trust model, 7 constants**"][0].strip("*")) == pytest.approx(
        ours, abs=0.001
    )
    names = {
        "constant": "constant",
        "mean of each treatment": "treatment_mean",
        "memory-one, pooled": "memory_one_pooled",
        "memory-one per treatment, 30 shares": "memory_one_per_treatment",
    }
    computed = yardsticks(data)
    for words, name in names.items():
        shares, choices = (float(cell) for cell in told[words])
        assert shares == pytest.approx(computed[name], abs=0.0006)
        assert choices == published[name]
