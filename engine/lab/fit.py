"""Fitting the trust model's players to the six treatments of treatments.yaml, and to nothing else.

    python -m engine.lab.fit            fits, and shows what comes of it
    python -m engine.lab.fit --frozen   shows what comes of the frozen parameters

What is minimised is the log-loss per choice of five shares per treatment: cooperation in the first
round, and after CC, CD, DC and DD. How often each of these situations occurs is not published in
the file; it follows from the shares themselves, as a chain that ends with the continuation
probability (it gives back the overall rates within .016, and the yardsticks within .01).
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.lab.experiment import Lab
from engine.lab.parameters import FITTED, FROZEN, TrustPlayer
from engine.lab.rounds import Floats
from engine.lab.trust import player_risk, trusting
from engine.model.exact import log, logistic
from engine.scenario.nodes import as_plain
from engine.scenario.reader import read

TREATMENTS = Path(__file__).parent / "treatments.yaml"
SEED = 2011
GAMES = 8_192
_STEPS = 150
_RESTARTS = 2
_ALIKE = 1e-7  # nats: corners that differ by less than this are the same point
_CELLS = ("first", "CC", "CD", "DC", "DD")


class Treatment(NamedTuple):
    """One treatment of the experiment. cells: shares of cooperation, in the order of _CELLS.

    weights: how often each situation occurs, as a share of all choices.
    """

    lab: Lab
    cells: Floats
    weights: Floats
    overall: float
    choices: int


class Shown(NamedTuple):
    """What the model does in one treatment."""

    cells: Floats
    overall: float


def treatments(path: Path = TREATMENTS) -> tuple[list[Treatment], dict[str, float]]:
    """The treatments, and the log-losses that the file gives as yardsticks."""
    tree = read(path.read_text(encoding="utf-8")).tree
    assert tree is not None
    plain: dict = as_plain(tree)  # type: ignore[assignment, type-arg]
    return [_treatment(each, plain) for each in plain["treatments"]], plain["log_loss"]


def _treatment(each: dict, payoffs: dict) -> Treatment:  # type: ignore[type-arg]
    lab = Lab(
        title=f"delta {each['delta']}, reward {each['reward']}",
        parties=2,
        cooperating=(payoffs["sucker"], each["reward"]),
        defecting=(payoffs["punishment"], payoffs["temptation"]),
        continuation=each["delta"],
    )
    after = [each["p_c_after"][pair] for pair in _CELLS[1:]]
    cells = np.array([each["cooperation"]["first_round"], *after])
    return Treatment(
        lab, cells, situations(cells, each["delta"]), each["cooperation"]["all"], each["choices"]
    )


def situations(cells: Floats, continuation: float) -> Floats:
    """(5) how often each situation occurs when two parties play by those shares."""
    first, after = cells[0], cells[1:]
    other = after[[0, 2, 1, 3]]
    to = np.stack(
        [after * other, after * (1 - other), (1 - after) * other, (1 - after) * (1 - other)]
    )
    start = np.array([first**2, first * (1 - first), (1 - first) * first, (1 - first) ** 2])
    met = np.linalg.solve(np.eye(4) - continuation * to, start) * continuation
    weights: Floats = np.array([1.0, *met]) * (1.0 - continuation)
    return weights


def shown(lab: Lab, player: TrustPlayer, games: int = GAMES) -> Shown:
    """What those players do: the mean chance of cooperating in each situation."""
    sums, counts = np.zeros(5), np.zeros(5)
    for played in trusting(lab, SEED, np.arange(games, dtype=np.int64), player):
        assert played.chance is not None
        if played.before is None:
            situation = np.zeros(played.chance.shape, dtype=np.int64)
        else:
            situation = 4 - 2 * played.before - played.before[::-1]
        sums += np.bincount(situation.ravel(), played.chance.ravel(), minlength=5)
        counts += np.bincount(situation.ravel(), minlength=5)
    return Shown(sums / np.maximum(counts, 1.0), float(sums.sum() / counts.sum()))


def log_loss(data: Sequence[Treatment], cells: Sequence[Floats]) -> float:
    """Nats per choice, when those shares predict the choices of the treatments."""
    total = 0.0
    for treatment, foretold in zip(data, cells, strict=True):
        p = np.clip(foretold, 1e-6, 1 - 1e-6)
        each = treatment.cells * log(p) + (1 - treatment.cells) * log(1 - p)
        total -= treatment.choices * float((treatment.weights * each).sum())
    return total / sum(treatment.choices for treatment in data)


def yardsticks(data: Sequence[Treatment]) -> dict[str, float]:
    """The yardsticks of the file, computed from the shares like the model's own log-loss."""
    choices = np.array([each.choices for each in data])
    weights = np.stack([each.weights for each in data]) * choices[:, None]
    cells = np.stack([each.cells for each in data])
    pooled = (weights * cells).sum(axis=0) / weights.sum(axis=0)
    means = (weights * cells).sum(axis=1) / weights.sum(axis=1)
    constant = (weights * cells).sum() / weights.sum()
    return {
        "constant": log_loss(data, [np.full(5, constant)] * len(data)),
        "treatment_mean": log_loss(data, [np.full(5, mean) for mean in means]),
        "memory_one_pooled": log_loss(data, [pooled] * len(data)),
        "memory_one_per_treatment": log_loss(data, list(cells)),
    }


def fitted(data: Sequence[Treatment], steps: int = _STEPS, games: int = GAMES) -> TrustPlayer:
    """The player whose log-loss on those treatments is lowest. Deterministic."""

    def loss(point: Floats) -> float:
        player = _player_at(point)
        return log_loss(data, [shown(each.lab, player, games).cells for each in data])

    # The start does not depend on the data: it is the middle of every range.
    best = np.zeros(len(FITTED))
    for _ in range(_RESTARTS):
        best = nelder_mead(loss, best, steps)
    return _player_at(best)


def _player_at(point: Floats) -> TrustPlayer:
    """Each parameter within its range, by a logistic curve."""
    values = {}
    for each, x in zip(fields(TrustPlayer), point, strict=True):
        low, high = each.metadata["low"], each.metadata["high"]
        values[each.name] = float(low + (high - low) * logistic(x))
    return replace(FROZEN, **values)


def nelder_mead(loss: Callable[[Floats], float], start: Floats, steps: int) -> Floats:
    """The lowest point found from a start in at most that many steps (Nelder & Mead 1965)."""
    corners = [start, *(start + 0.7 * unit for unit in np.eye(len(start)))]
    points = sorted((loss(corner), tuple(corner)) for corner in corners)
    for _ in range(steps):
        if points[-1][0] - points[0][0] < _ALIKE:
            break
        worst, centre = np.array(points[-1][1]), np.mean([p for _, p in points[:-1]], axis=0)

        def at(
            reach: float, centre: Floats = centre, worst: Floats = worst
        ) -> tuple[float, tuple[float, ...]]:
            corner = centre + reach * (centre - worst)
            return loss(corner), tuple(corner)

        found = at(1.0)
        if found < points[0]:
            found = min(found, at(2.0))
        elif found >= points[-2]:
            found = at(0.5 if found < points[-1] else -0.5)
        if found < points[-1]:
            points[-1] = found
        else:
            best = np.array(points[0][1])
            shrunk = [best + 0.5 * (np.array(point) - best) for _, point in points[1:]]
            points[1:] = [(loss(corner), tuple(corner)) for corner in shrunk]
        points.sort()
    return np.array(points[0][1])


def report(player: TrustPlayer) -> str:
    """What those players do next to what people did, and the log-losses."""
    data, published = treatments()
    lines = [f"{name:10s} {getattr(player, name):.3f}" for name in FITTED]
    lines += ["", "                          p*    first   all     CC     CD     DC     DD"]
    for each in data:
        found = shown(each.lab, player)
        p_star = player_risk(each.lab, player).p_star
        lines.append(_row(f"{each.lab.title}  model", p_star, found.cells, found.overall))
        lines.append(_row(f"{'':24s}people", p_star, each.cells, each.overall))
    ours = log_loss(data, [shown(each.lab, player).cells for each in data])
    lines += ["", "nats a choice                from these shares   on the individual choices"]
    for name, value in yardsticks(data).items():
        lines.append(f"{name:28s} {value:.3f}               {published[name]:.3f}")
    lines.append(f"{'trust model':28s} {ours:.3f}")
    return "\n".join(lines) + "\n"


def _row(label: str, p_star: float, cells: NDArray[np.float64], overall: float) -> str:
    after = "  ".join(f"{share:.3f}" for share in cells[1:])
    return f"{label:32s} {p_star:.3f}  {cells[0]:.3f}  {overall:.3f}  {after}"


def main(arguments: Sequence[str]) -> None:
    """Fit, or look at the frozen parameters, and write the report."""
    player = FROZEN if "--frozen" in arguments else fitted(treatments()[0])
    sys.stdout.write(report(player))


if __name__ == "__main__":
    main(sys.argv[1:])
