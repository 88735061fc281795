"""Hand-made plays: these events in, these findings out. Two parties, ferry and bikes."""

from collections.abc import Mapping, Sequence
from typing import Any

from engine.play.state import Event, Stage

FERRY, BIKES = "ferry", "bikes"
PARTIES = (FERRY, BIKES)
OTHER = {FERRY: BIKES, BIKES: FERRY}

Measures = dict[str, dict[str, Any]]


def measures(
    trust: float | Mapping[str, float] = 0.5,
    *,
    ceiling: float = 1.0,
    formal: float = 0.2,
    perceived_risk: float = 0.5,
    real_risk: float = 0.4,
    confidence: float | None = None,
    reliability: float = 0.5,
    safety: float = 0.4,
    balance: Mapping[str, float] | None = None,
    understanding: float = 0.3,
    lock_in: float = 0.0,
    payoff: Mapping[str, float] | None = None,
    value: Mapping[str, float] | None = None,
    transaction_cost: float = 0.1,
) -> Measures:
    """What a numbers event carries; trust of each party in the other."""
    trusts = trust if isinstance(trust, Mapping) else dict.fromkeys(PARTIES, trust)

    def about(party: str, number: float) -> dict[str, float]:
        return {OTHER[party]: number}

    return {
        party: {
            "trust": about(party, trusts[party]),
            "reliability": about(party, reliability),
            "ceiling": about(party, ceiling),
            "exposure": about(party, 0.2),
            "perceived_risk": about(party, perceived_risk),
            "p_star": about(party, real_risk),
            "confidence": about(party, trusts[party] if confidence is None else confidence),
            "safety": safety,
            "internal_balance": (balance or dict.fromkeys(PARTIES, 0.7))[party],
            "value": (value or dict.fromkeys(PARTIES, 0.0))[party],
            "payoff": (payoff or dict.fromkeys(PARTIES, 0.1))[party],
            "formal_overlap": formal,
            "understanding": understanding,
            "lock_in": lock_in,
            "transaction_cost": transaction_cost,
        }
        for party in PARTIES
    }


class Play:
    """Writes the events of a play, round by round."""

    def __init__(self, start: Measures | None = None) -> None:
        self.now = start or measures()
        self.round = 0
        self.events: list[Event] = []
        self._add("phase", Stage.ROUND, phase="first-talk", decor="quay-office")

    def _add(self, kind: str, stage: Stage, **data: Any) -> None:
        at_table = stage is Stage.ROUND
        number = self.round if self.round or not at_table else 1
        phase = "first-talk" if at_table else "bench"
        self.events.append(Event(kind, number, stage, phase, data))  # type: ignore[arg-type]

    def play(
        self,
        ferry: str,
        bikes: str,
        after: Measures | None = None,
        *,
        slipped: Sequence[str] = (),
        vetoed: Sequence[str] = (),
        left: Sequence[str] = (),
        called: Sequence[str] = (),
        predicts: Sequence[tuple[str, str, float]] = (),  # party, stance of the other, chance
        happens: Sequence[tuple[str, dict[str, Any]]] = (),  # kind and data of other events
        reasons: Mapping[str, Mapping[str, float]] | None = None,  # by whose trust
    ) -> "Play":
        """One round."""
        self.round += 1
        after = after or self.now
        for party, stance, chance in predicts:
            self._add(
                "prediction", Stage.ROUND,
                party=party, about=OTHER[party], stance=stance, probability=chance,
            )  # fmt: skip
        for party, move in ((FERRY, ferry), (BIKES, bikes)):
            self._add(
                "move", Stage.ROUND, party=party, move=move, variant=0,
                slipped=party in slipped, vetoed=party in vetoed,
            )  # fmt: skip
        for party in called:
            self._add("called", Stage.ROUND, party=party, alone=len(called) == 1)
        for party in left:
            self._add("left", Stage.ROUND, party=party)
        for kind, data in happens:
            self._add(kind, Stage.ROUND, **data)
        if reasons is None:
            reasons = {
                party: {"experience": after[party]["trust"][OTHER[party]] - before}
                for party in PARTIES
                if (before := self.now[party]["trust"][OTHER[party]])
            }
        self._add(
            "numbers", Stage.ROUND, before=self.now, after=after,
            reasons={party: {OTHER[party]: dict(parts)} for party, parts in reasons.items()},
        )  # fmt: skip
        self.now = after
        return self

    def reflect(
        self,
        after: Measures | None = None,
        *,
        options: Mapping[str, tuple[str, str]] | None = None,
        happens: Sequence[tuple[str, dict[str, Any]]] = (),
        parted: bool = False,
    ) -> "Play":
        """A reflection moment after the last round."""
        after = after or self.now
        chosen = options or dict.fromkeys(PARTIES, ("name-difference", "own-part"))
        for at, stage in enumerate((Stage.DIFFERENCES, Stage.BOTTLENECKS)):
            for party in PARTIES:
                self._add(
                    "option", stage, step=stage.name.lower(), party=party,
                    option=chosen[party][at], variant=0,
                )  # fmt: skip
        for kind, data in happens:
            self._add(kind, Stage.DECISION, **data)
        self._add(
            "reflected", Stage.DECISION,
            steps_done=4.0, quality=0.6, before=self.now, after=after, surfaced=[],
        )  # fmt: skip
        if parted:
            self._add("parted", Stage.DECISION)
        self.now = after
        return self

    def change(self, kind: str, by: str, chapter: str, name: str, action: str, **more: Any) -> Any:
        """A changed or rejected event for `reflect`."""
        known = {"by": by, "chapter": chapter, "name": name, "action": action}
        if kind == "changed":
            return kind, {**known, "consent": list(PARTIES), **more}
        return kind, {**known, "amount": None, "against": [OTHER[by]], **more}

    def end(self, outcome: str = "success", ending: str = "one-ticket") -> "Play":
        """The end of the play."""
        value = {party: self.now[party]["value"] for party in PARTIES}
        self._add(
            "ended", Stage.ENDED, outcome=outcome, ending=ending, value=value, rounds=self.round
        )
        return self
