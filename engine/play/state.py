"""What changes during play, and what is chosen: the world, the state and choices. All frozen.

The world is kept as arrays over games, so that a live play (one game) and a simulation (many)
go through the same functions. G games, P parties, E elements, M moves, V events of the script.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.model.kernel import Alliance
from engine.model.parameters import READING
from engine.scenario.schema import Text
from engine.scenario.vocabulary import ReflectionOption, Reply, Response, Stance

Floats = NDArray[np.float64]
Ints = NDArray[np.integer]
Bools = NDArray[np.bool_]


class Stage(IntEnum):
    """Where in a phase the players are: at the table, in a step of a reflection moment, or in the
    scene of a confrontation, which comes after a round or after the last step of a moment.
    """

    ROUND = 0
    DIFFERENCES = 1
    BOTTLENECKS = 2
    ALTERNATIVES = 3
    DECISION = 4
    ENDED = 5
    RAISING = 6  # who found something out raises it, or keeps it
    CONFRONTED = 7  # the party that it concerns replies
    RECKONING = 8  # the other responds


SCENE = (Stage.RAISING, Stage.CONFRONTED, Stage.RECKONING)

NOBODY = -1  # also means: no move yet, no proposal, not happened, no ending


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """The state of G plays of one scenario; row g of every array is play g."""

    alliance: Alliance
    phase: Ints  # (G,)
    stage: Ints  # (G,) Stage
    called: Bools  # (G,) this reflection moment was called by a party, not by the script
    round: Ints  # (G,) rounds played in all
    phase_round: Ints  # (G,) rounds played in this phase
    in_force: Bools  # (G, E)
    seated: Bools  # (G, E) is in force, and the table saw it come: not while some talk aside
    stood: Bools  # (G, E) is in force or was so before; of a decor: the talks have been there
    amount: Ints  # (G, E) the negotiated number of a rule (points) or phase (rounds)
    holder: Ints  # (G, E) of a prop: index of the party, P for the table
    decor: Ints  # (G,) element that the players moved to, NOBODY: as in the script
    visited: Bools  # (G, phases)
    last_move: Ints  # (G, P)
    missed: Bools  # (G, P, P) [g, i, j]: i was not there when j made its last move
    seen: Bools  # (G, P, P, M) i was there when j played it; without side talks M is 0
    last_discovered: Bools  # (G, P, P) [g, i, j]: in the last round or since i found out j
    last_slipped: Bools  # (G, P) only half of what was announced was done, or nothing
    last_vetoed: Bools  # (G, P) the party's own side stopped the move: it was not made
    last_payoff: Floats  # (G, P)
    used: Bools  # (G, P, M)
    carried_out: Bools  # (G, P, M) the same, where all that it announced was done
    secret: Bools  # (G, P, P, H) [g, i, j, h]: j played hideable h with guile, i does not know
    found: Bools  # (G, P, P, H) [g, i, j, h]: i found out or was told that j played h
    heard: Bools  # (G, P, P, H) [g, i, j, h]: j told i itself what h hides, played or not
    calls: Ints  # (G, P) reflection moments called so far
    happened: Ints  # (G, V) the round after which it happened
    befell: Ints  # (G, V) index of the party, P for all
    changes: Ints  # (G,) changes made to the game
    altered: Bools  # (G, E) what the players changed, whatever became of it
    option: Ints  # (G, P, 2) chosen in the first two steps of the present reflection moment
    proposal: Ints  # (G, P) index in CompiledScenario.changes
    proposal_amount: Ints  # (G, P)
    due: Ints  # (G, P, P, causes) [g, i, j, c]: the round since which j owes i an answer for c
    due_about: Ints  # (G, P, P, causes) which move of j, change, or event of the script
    due_moves: Bools  # (G, P, P, H) the hidden moves of j that i found out and may raise
    lapses: Ints  # (G, P) promises that failed since the talk last stopped for one
    untold: Bools  # (G, P, P) i found out j, and j does not know that it did
    kept: Ints  # (G, P, P) the round in which i kept to itself what it found out
    replied: Ints  # (G, P, P) index in REPLIES, in a scene since the last round
    answered: Ints  # (G, P, P, causes) each reply of j with the response of i to it, a bit each
    spoken_of: Ints  # (G, P, P, H) number of the last such answer about hideable h of j, or NOBODY
    froze: Ints  # (G, P) the round after which the party froze the talks
    scenes: Ints  # (G,) confrontations so far
    scene_by: Ints  # (G,) who confronts in the present scene, NOBODY where there is none
    scene_of: Ints  # (G,) the party that it concerns
    scene_cause: Ints  # (G,) index in CAUSES
    scene_reply: Ints  # (G,) index in REPLIES
    scene_after: Ints  # (G,) the Stage after which the present scene comes, if there is one
    left: Bools  # (G, P)
    parted: Bools  # (G,)
    outcome: Ints  # (G,) index in OUTCOMES
    ending: Ints  # (G,)


@dataclass(frozen=True, slots=True)
class State:
    """One play: the world with a single game, what luck it draws, and what has been said in it.

    said: of the author's words. own: which of the game's own words were called for, each time.
    """

    world: World
    seed: int
    game: int = 0
    said: frozenset[Text] = frozenset()
    own: tuple[str, ...] = ()

    @property
    def stage(self) -> Stage:
        """Where in a phase the players are."""
        return Stage(int(self.world.stage[0]))

    @property
    def is_over(self) -> bool:
        """Whether the play has ended."""
        return self.stage is Stage.ENDED


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a party expects another to play: a stance, with a probability above 1/3, to 1."""

    about: str
    stance: Stance
    probability: float = READING.hunch

    @classmethod
    def of_person(cls, about: str, stance: Stance, *, is_sure: bool) -> "Prediction":
        """A person's prediction, which is either sure or a hunch."""
        return cls(about, stance, READING.sure if is_sure else READING.hunch)


@dataclass(frozen=True, slots=True)
class Voices:
    """What was heard inside a party before it sealed a choice; ValueError where that can't be.

    asked: how many people said what they wanted. other: how many of them wanted something else.
    """

    asked: int = 0
    other: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.other <= self.asked:
            raise ValueError(f"{self.other} of {self.asked} people can't want something else")

    @property
    def divided(self) -> float:
        """The share of the party that wanted something else; one person is never divided."""
        return self.other / self.asked if self.asked > 1 else 0.0


@dataclass(frozen=True, slots=True)
class MoveChoice:
    """A sealed move at the table; `call` also asks for a reflection moment after this round.

    voices: how divided the party was over it, which tells in what becomes of the move.
    """

    party: str
    move: str
    call: bool = False
    predictions: tuple[Prediction, ...] = ()
    voices: Voices = Voices()


@dataclass(frozen=True, slots=True)
class OptionChoice:
    """What a party does in the first or second step of a reflection moment."""

    party: str
    option: ReflectionOption


@dataclass(frozen=True, slots=True)
class ProposalChoice:
    """What a party puts on the table in the third step: a change of the game, or nothing."""

    party: str
    change: str | None = None
    amount: int | None = None


# Why somebody says no to a proposal, as far as it is said.
Objection = Literal["costs-us", "no-trust", "as-it-is", "not-now", "own-first", "go-on"]


@dataclass(frozen=True, slots=True)
class VoteChoice:
    """A party's vote on each proposal of the others, by proposer; anything left out is a no.

    reasons: by proposer, why not; a party that gives none just says no. voices: how divided the
    party was over it, which changes nothing: no own side can undo what all decided.
    """

    party: str
    votes: Mapping[str, bool] = field(default_factory=dict)
    reasons: Mapping[str, Objection] = field(default_factory=dict)
    voices: Voices = Voices()


@dataclass(frozen=True, slots=True)
class RaiseChoice:
    """Whether a party raises what it found out, or keeps it to itself for now."""

    party: str
    raises: bool


@dataclass(frozen=True, slots=True)
class ReplyChoice:
    """What the party that a confrontation concerns says to it."""

    party: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class ResponseChoice:
    """What the party that confronted does with the reply."""

    party: str
    response: Response


Choice = (
    MoveChoice
    | OptionChoice
    | ProposalChoice
    | VoteChoice
    | RaiseChoice
    | ReplyChoice
    | ResponseChoice
)

RefusalReason = Literal[
    "unknown-party", "unknown-move", "move-not-offered", "move-not-legal", "unknown-option",
    "option-not-open", "unknown-change", "change-not-open", "amount-out-of-range",
    "nothing-changes", "unknown-proposer", "unknown-reason", "no-calls-left", "last-round",
    "bad-prediction", "wrong-stage", "unknown-reply", "unknown-response", "response-not-open",
    "not-your-turn", "already-chosen", "choice-missing", "play-is-over", "side-talk",
]  # fmt: skip


# Why a party can't call a reflection moment.
NoCall = Literal["no-calls-left", "last-round", "wrong-stage", "side-talk"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a choice was not accepted; the state is unchanged."""

    reason: RefusalReason
    party: str
    detail: str = ""
