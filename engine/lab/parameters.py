"""The constants of the laboratory's trust model, fitted once and frozen.

Fitted on the six treatments of treatments.yaml alone, by `python -m engine.lab.fit`; nothing here
was set with any other experiment in view. Marks: see engine/model/parameters.py.
"""

from dataclasses import dataclass, field, fields

FROZEN_ON = "2026-11-24"


def _fitted(value: float, low: float, high: float, meaning: str) -> float:
    return field(default=value, metadata={"low": low, "high": high, "meaning": meaning})


@dataclass(frozen=True, slots=True)
class TrustPlayer:
    """How a party of the trust model plays a laboratory game. Shares, unless stated otherwise."""

    trust: float = _fitted(0.231, 0.01, 0.99, "in a stranger, before the first round")
    gain: float = _fitted(
        0.362, 0.01, 0.99, "of the room left, when the other cooperates [R] Jonker & Treur 1999"
    )
    loss: float = _fitted(
        0.999, 0.01, 0.999, "of trust, when the other does not [R] sign Slovic 1993"
    )
    residual: float = _fitted(
        0.143, 0.0, 0.5, "confidence without any trust: the other may come round"
    )
    precision: float = _fitted(
        1.945, 0.0, 10.0, "log-odds of cooperating, for each factor e of confidence over risk"
    )
    strategic: float = _fitted(
        0.135, 0.0, 1.0, "of the first round's weighing that still counts once the other is known"
    )
    inertia: float = _fitted(1.372, 0.0, 5.0, "log-odds of repeating one's last choice")


FROZEN = TrustPlayer()
FITTED = tuple(each.name for each in fields(TrustPlayer))
