"""Hand-made plays: these events in, these findings out. Two parties, ferry and bikes."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Literal

from engine.play.events import (
    ChangeRefused,
    Discovered,
    Ended,
    Event,
    GameChanged,
    Measured,
    MomentCalled,
    MoveMade,
    OptionTaken,
    Parted,
    PhaseOpened,
    Place,
    Predicted,
    Reflected,
    ScriptEventOccurred,
    Suspected,
    WalkedOut,
)
from engine.play.events.kinds import Action, Reason, Standing
from engine.play.measures import About, By, Measures
from engine.play.state import Stage
from engine.scenario.vocabulary import TRAITS, Chapter, Outcome, ReflectionOption, Stance
from tests.conftest import MINIMAL, compiled_of

FERRY, BIKES = "ferry", "bikes"
PARTIES = (FERRY, BIKES)
OTHER = {FERRY: BIKES, BIKES: FERRY}
GUILE = TRAITS.index("guile")

# What a party does in the first and in the second step of a reflection moment.
Steps = tuple[ReflectionOption, ReflectionOption]
OPEN: Mapping[str, Steps] = dict.fromkeys(PARTIES, ("name-difference", "own-part"))
CLOSED: Mapping[str, Steps] = dict.fromkeys(PARTIES, ("joke-away", "keep-quiet"))

# An event that has yet to get its place in the play.
Happening = Callable[[Place], Event]


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
    """Where the alliance stands; trust of each party in the other."""
    trusts = trust if isinstance(trust, Mapping) else dict.fromkeys(PARTIES, trust)
    mean_trust = sum(trusts.values()) / len(PARTIES)
    return Measures(
        trust=_about(trusts),
        reliability=_about(_by(reliability)),
        ceiling=_about(_by(ceiling)),
        perceived_risk=_about(_by(perceived_risk)),
        real_risk=_about(_by(real_risk)),
        confidence=_about(trusts if confidence is None else _by(confidence)),
        exposure=_about(_by(0.2)),
        safety=_by(safety),
        internal_balance=balance or _by(0.7),
        pressure=_by(0.3),
        value=value or _by(0.0),
        payoff=payoff or _by(0.1),
        mean_trust=mean_trust,
        formal_overlap=formal,
        understanding=understanding,
        lock_in=lock_in,
        transaction_cost=transaction_cost,
        maturity=(mean_trust + safety + understanding) / 3,
    )


def _by(number: float) -> By:
    return dict.fromkeys(PARTIES, number)


def _about(numbers: By) -> About:
    return {party: {OTHER[party]: number} for party, number in numbers.items()}


def came_out(by: str, of: str, *moves: str) -> Happening:
    """What one party hid, discovered by the other as it was done."""
    return partial(Discovered, by=by, of=of, moves=moves, how="move")


def suspects(by: str, of: str) -> Happening:
    """A bad feeling about what the other just did."""
    return partial(Suspected, by=by, of=of)


def befalls(event: str, party: str | None) -> Happening:
    """An event of the script."""
    return partial(ScriptEventOccurred, event=event, party=party)


def agreed(
    by: str, chapter: Chapter, name: str, action: Action, *, before: Standing, after: Standing,
    also_by: tuple[str, ...] = (),
) -> Happening:  # fmt: skip
    """A change of the game that both want."""
    return partial(
        GameChanged, by=by, change=f"{chapter}/{name}/{action}", chapter=chapter, name=name,
        action=action, before=before, after=after, consent=PARTIES, also_by=also_by,
    )  # fmt: skip


def refused(
    by: str,
    chapter: Chapter,
    name: str,
    action: Action,
    *,
    amount: float | None = None,
    against: Sequence[str] | None = None,
    also_by: tuple[str, ...] = (),
) -> Happening:
    """A change of the game that the other did not want."""
    return partial(
        ChangeRefused, by=by, change=f"{chapter}/{name}/{action}", chapter=chapter, name=name,
        action=action, amount=amount, against=(OTHER[by],) if against is None else tuple(against),
        also_by=also_by,
    )  # fmt: skip


class Play:
    """Writes the events of a play, round by round, in the smallest scenario."""

    def __init__(self, start: Measures | None = None) -> None:
        self.now = start or measures()
        self.round = 0
        self.events: list[Event] = []
        self._scenario = compiled_of(MINIMAL).scenario
        self._add(Stage.ROUND, partial(PhaseOpened, decor="quay-office"))

    def _add(self, stage: Stage, *happenings: Happening) -> None:
        phase = "first-talk" if stage is Stage.ROUND else "bench"
        place = Place(max(self.round, 1), stage, phase)
        self.events += [happening(place) for happening in happenings]

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
        predicts: Sequence[tuple[str, Stance, float]] = (),  # party, stance of the other, chance
        happens: Sequence[Happening] = (),
        reasons: Mapping[str, Mapping[Reason, float]] | None = None,  # by whose trust
    ) -> "Play":
        """One round."""
        self.round += 1
        after = after or self.now
        self._add(
            Stage.ROUND,
            *(
                partial(
                    Predicted, party=party, about=OTHER[party], stance=stance, probability=chance
                )
                for party, stance, chance in predicts
            ),
            self._move(FERRY, ferry, FERRY in slipped, FERRY in vetoed),
            self._move(BIKES, bikes, BIKES in slipped, BIKES in vetoed),
            *(partial(MomentCalled, party=party, alone=len(called) == 1) for party in called),
            *(partial(WalkedOut, party=party) for party in left),
            *happens,
            partial(
                Measured,
                before=self.now,
                after=after,
                reasons={
                    party: {OTHER[party]: parts}
                    for party, parts in (reasons or self._by_experience(after)).items()
                },
            ),
        )
        self.now = after
        return self

    def _move(self, party: str, move: str, slipped: bool, vetoed: bool) -> Happening:
        written = self._scenario.moves[move]
        return partial(
            MoveMade, party=party, move=move, stance=written.stance, face=written.face_stance,
            guile=written.traits()[GUILE] > 0, slipped=slipped, vetoed=vetoed,
        )  # fmt: skip

    def _by_experience(self, after: Measures) -> dict[str, dict[Reason, float]]:
        """All of each change of trust put down to experience."""
        return {
            party: {"experience": after.trust[party][other] - self.now.trust[party][other]}
            for party, other in OTHER.items()
        }

    def reflect(
        self,
        after: Measures | None = None,
        *,
        options: Mapping[str, Steps] = OPEN,
        happens: Sequence[Happening] = (),
        parted: bool = False,
    ) -> "Play":
        """A reflection moment after the last round."""
        after = after or self.now
        steps: tuple[tuple[Stage, Literal["differences", "bottlenecks"]], ...] = (
            (Stage.DIFFERENCES, "differences"),
            (Stage.BOTTLENECKS, "bottlenecks"),
        )
        for at, (stage, step) in enumerate(steps):
            for party in PARTIES:
                option = options[party][at]
                self._add(
                    stage, partial(OptionTaken, step=step, party=party, option=option, said=None)
                )
        felt = partial(
            Reflected, steps_done=4.0, quality=0.6, before=self.now, after=after, reasons={}
        )
        self._add(Stage.DECISION, *happens, felt)
        if parted:
            self._add(Stage.DECISION, Parted)
        self.now = after
        return self

    def end(self, outcome: Outcome = "success", ending: str = "one-ticket") -> "Play":
        """The end of the play."""
        self._add(
            Stage.ENDED,
            partial(Ended, outcome=outcome, ending=ending, value=self.now.value, rounds=self.round),
        )
        return self
