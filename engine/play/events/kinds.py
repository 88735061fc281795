"""What can happen in a play: one small class for each kind, and `Event`, their union.

An event is the truth, in full. What one seat learns of it is decided in `engine.play.view`; the
debrief reads the events themselves. Code that handles events matches every class and ends in
`assert_never`, so that a new kind is a type error wherever it is not yet handled.

Parties, moves, phases and things are named by their ids. What was said stands in the author's
words, since the same line is said in different ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from engine.play.measures import Measures
from engine.play.state import Objection, Stage
from engine.scenario.schema import Text
from engine.scenario.vocabulary import (
    Cause,
    Chapter,
    Outcome,
    ReflectionOption,
    Reply,
    Response,
    Stance,
)

Part = Literal["opens_with", "situation", "ask"]
Action = Literal["adopt", "drop", "amount", "hold", "move", "part"]
Standing = bool | float | str | None
Reason = Literal[
    "talk", "experience", "discovery", "suspicion", "repair", "own", "newcomer", "event",
    "reflection", "friction", "reply", "response", "masked",
]  # fmt: skip
# [i][j]: why i's trust in j changed, by reason, in shares; the parts add up to the change. Good
# behaviour credited to a contract (`masked`) is given separately and is not part of the sum.
TrustReasons = Mapping[str, Mapping[str, Mapping[Reason, float]]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a play something happened. round: from 1; after a round, still its number.

    without: the parties that had left the table by then.
    """

    round: int
    stage: Stage
    phase: str
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line as it was said, or told where there is no speaker. speaker: written party.role."""

    speaker: str | None
    text: Text


@dataclass(frozen=True, slots=True)
class _Placed:
    place: Place

    @property
    def round(self) -> int:
        """The round it belongs to, from 1."""
        return self.place.round

    @property
    def stage(self) -> Stage:
        """Where in the phase it happened."""
        return self.place.stage

    @property
    def phase(self) -> str:
        """The phase in which it happened."""
        return self.place.phase


# --- coming to a place --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PhaseOpened(_Placed):
    """The talks came to another phase, in this decor."""

    decor: str


@dataclass(frozen=True, slots=True)
class RitualHeld(_Placed):
    """A ritual opened a phase or a round. hollow: there was too little trust for its meaning."""

    ritual: str
    hollow: bool


@dataclass(frozen=True, slots=True)
class LinesTold(_Placed):
    """The author's lines before a choice: how the phase opens, a situation, a question.

    only: the one party that they are told to.
    """

    part: Part
    lines: tuple[Spoken, ...]
    only: str | None = None


@dataclass(frozen=True, slots=True)
class PersonArrived(_Placed):
    """Somebody who was not at the table has come to it. role: written party.role."""

    role: str
    lines: tuple[Spoken, ...]


# --- a round at the table -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Predicted(_Placed):
    """What a party expected another to play. probability: above 1/3, to 1."""

    party: str
    about: str
    stance: Stance
    probability: float


@dataclass(frozen=True, slots=True)
class MoveMade(_Placed):
    """A move, as it was and as it looked.

    guile: it hid something, under the rules then in force. slipped: only half of what it
    announced was done. vetoed: the party's own side stopped it, and nothing was done.
    used_up: the prop that was spent on it. handed: the prop that it handed over, and handed_to
    whom. again: all have seen that party do it before.
    """

    party: str
    move: str
    stance: Stance
    face: Stance
    guile: bool
    slipped: bool
    vetoed: bool
    used_up: str | None = None
    handed: str | None = None
    handed_to: str | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class MomentCalled(_Placed):
    """A party asked for a reflection moment. alone: nobody else did in this round.

    spared: the script brings one now anyway, so that it costs the party none of its own.
    """

    party: str
    alone: bool
    spared: bool = False


@dataclass(frozen=True, slots=True)
class WalkedOut(_Placed):
    """A party left the talks for good. goes_on: the others talk on without it."""

    party: str
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Discovered(_Placed):
    """`by` found out what `of` had hidden. moves: in the order of the scenario.

    again: those of which `by` had found out before that `of` does this. told: those of which `of`
    had told `by` itself before what they hide.
    how: seen as it was done, brought out in a reflection moment, or by an event of the script.
    """

    by: str
    of: str
    moves: tuple[str, ...]
    how: Literal["move", "reflection", "event"]
    again: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnedUp(_Placed):
    """`party` itself told `to` what it had hidden. moves: in the order of the scenario.

    Whether `to` knew of them already does not show, as long as nobody had brought them up.
    """

    party: str
    to: str
    moves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suspected(_Placed):
    """`by` has a bad feeling about the last move of `of`, without proof, rightly or wrongly."""

    by: str
    of: str


@dataclass(frozen=True, slots=True)
class Repaired(_Placed):
    """A party tried to mend the trust of `to`. change: of that trust, a share in [-1, 1]."""

    party: str
    to: str
    type: Literal["apology", "denial"]
    change: float


@dataclass(frozen=True, slots=True)
class Exchanged(_Placed):
    """What was said about the move of a party: with it, in answer to it, and the last word."""

    party: str
    lines: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class ScriptEventOccurred(_Placed):
    """An event of the script. party: whom it happened to, None for all.

    adopted, dropped: the things that it put in or out of force.
    """

    event: str
    party: str | None
    lines: tuple[Spoken, ...] = ()
    adopted: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured(_Placed):
    """Where the alliance stood before and after the round, and why trust changed."""

    before: Measures
    after: Measures
    reasons: TrustReasons


# --- a reflection moment --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OptionTaken(_Placed):
    """What a party did in the first or second step of a reflection moment."""

    step: Literal["differences", "bottlenecks"]
    party: str
    option: ReflectionOption
    said: Spoken | None


@dataclass(frozen=True, slots=True)
class Proposed(_Placed):
    """What a party put on the table: the key of a change, or None. amount: if it has one.

    again: it would bring back what was there before.
    """

    party: str
    change: str | None
    amount: int | None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Voted(_Placed):
    """A party's word on the proposal of another."""

    party: str
    proposer: str
    yes: bool


@dataclass(frozen=True, slots=True)
class GameChanged(_Placed):
    """A change of the game that was agreed. name: the thing's id; `part` for parting.

    before, after: in force or not, a number, who holds it, or where the talks are. again: it
    brings back what was there before. also_by: those who proposed the very same.
    """

    by: str
    change: str
    chapter: Chapter
    name: str
    action: Action
    before: Standing
    after: Standing
    consent: tuple[str, ...]
    again: bool = False
    also_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GaveWay:
    """What a proposal gave way to: another that excludes it. by_lot: both were agreed alike."""

    change: str
    amount: float | None
    by: str
    by_lot: bool


@dataclass(frozen=True, slots=True)
class ChangeRefused(_Placed):
    """A proposal that did not go through. amount: if it has one.

    against: who did not agree, of those whose consent it needed. reasons: what they gave as theirs.
    gave_way: the competing proposal that took precedence, if this one was agreed to as well.
    also_by: those who proposed the very same.
    """

    by: str
    change: str
    chapter: Chapter
    name: str
    action: Action
    amount: float | None
    against: tuple[str, ...]
    reasons: Mapping[str, Objection] = field(default_factory=dict)
    gave_way: GaveWay | None = None
    again: bool = False
    also_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reflected(_Placed):
    """What a reflection moment did, and why trust moved.

    steps_done: 0 to 4, a mean over parties; quality: a share.
    """

    steps_done: float
    quality: float
    before: Measures
    after: Measures
    reasons: TrustReasons


# --- a confrontation ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeptBack(_Placed):
    """`by` found `of` out and keeps it to itself. for_good: it is never raised again.

    moves: the hidden ones.
    """

    by: str
    of: str
    for_good: bool
    moves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _OfScene(_Placed):
    """Part of the scene in which `by` confronts `of`.

    moves: of a discovery, the hidden moves. about: of a promise the move, of a refusal the key of
    the change, of a leak and of a departure the event of the script. came: of a promise of this
    round, whether half of it came or nothing. also: of a refusal, who else had proposed the same;
    again: whether it would bring back what was there before.
    lines: the author's; without them it is said by the speaker in the game's own words, of which
    `turn` says which; None when they are used up, and then nothing is said.
    """

    by: str
    of: str
    cause: Cause
    moves: tuple[str, ...]
    about: str | None
    came: Literal["half", "nothing"] | None
    also: tuple[str, ...]
    again: bool
    lines: tuple[Spoken, ...]
    speaker: str  # written party.role
    turn: int | None


@dataclass(frozen=True, slots=True)
class Confronted(_OfScene):
    """The talk stops for what came out."""

    @property
    def own_words(self) -> str:
        """Which of the game's own words fit."""
        return own_opening(self.cause)


@dataclass(frozen=True, slots=True)
class Replied(_OfScene):
    """What the party that it concerns, `of`, says to it."""

    reply: Reply

    @property
    def own_words(self) -> str:
        """Which of the game's own words fit."""
        return own_reply(self.cause, self.reply)


@dataclass(frozen=True, slots=True)
class Responded(_OfScene):
    """What the party that confronted, `by`, does with the reply."""

    reply: Reply
    response: Response

    @property
    def own_words(self) -> str:
        """Which of the game's own words fit."""
        return own_response(self.reply, self.response)


def own_opening(cause: Cause) -> str:
    """Which of the game's own words open such a scene."""
    return f"opens.{cause}"


def own_reply(cause: Cause, reply: Reply) -> str:
    """Which of the game's own words are the reply."""
    return f"says.{cause}.{reply}"


def own_response(reply: Reply, response: Response) -> str:
    """Which of the game's own words are said to such a reply."""
    is_bare = response == "accept" and reply in ("deny", "silence")
    return f"says.{response}.{reply}" if is_bare else f"says.{response}"


@dataclass(frozen=True, slots=True)
class Reckoned(_Placed):
    """What a confrontation of `of` by `by` did, and why trust moved.

    heard: for whom else at the table it brought out what `of` had hidden. walked_out: `by` left.
    """

    by: str
    of: str
    cause: Cause
    before: Measures
    after: Measures
    reasons: TrustReasons
    heard: tuple[str, ...] = ()
    walked_out: bool = False


@dataclass(frozen=True, slots=True)
class Parted(_Placed):
    """All agreed to end the talks with honour."""


@dataclass(frozen=True, slots=True)
class Ended(_Placed):
    """The end of the play. value: by party, in total; without bounds."""

    outcome: Outcome
    ending: str
    value: Mapping[str, float]
    rounds: int


Event = (
    PhaseOpened
    | RitualHeld
    | LinesTold
    | PersonArrived
    | Predicted
    | MoveMade
    | MomentCalled
    | WalkedOut
    | OwnedUp
    | Discovered
    | Suspected
    | Repaired
    | Exchanged
    | ScriptEventOccurred
    | Measured
    | OptionTaken
    | Proposed
    | Voted
    | GameChanged
    | ChangeRefused
    | Reflected
    | KeptBack
    | Confronted
    | Replied
    | Responded
    | Reckoned
    | Parted
    | Ended
)
