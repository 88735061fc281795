"""What a seat learns of what happened: for each kind of event the part of it that may be known.

Values only, with the author's texts in them, so that showing them needs no scenario.
`engine.play.view.visibility` makes them, and decides who gets them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine.play.events.kinds import Reason
from engine.play.measures import Gauges
from engine.play.state import Objection
from engine.play.view.records import ChangeCard, MatterSeen, Speaker, Utterance
from engine.scenario.schema import Text
from engine.scenario.vocabulary import (
    Outcome,
    ReflectionOption,
    RepairType,
    Reply,
    Response,
    Stance,
)

# What others see of a move's effect: all of it, half of it or nothing; or, as only the party
# itself knows, that its own side stopped it.
CameTo = Literal["all", "half", "nothing", "stopped"]


@dataclass(frozen=True, slots=True)
class _Learned:
    round: int


@dataclass(frozen=True, slots=True)
class _OfParty(_Learned):
    party: str
    own: bool  # it is this seat's own party


# --- coming to a place --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PhaseSeen(_Learned):
    """The talks came to another phase. between: the parties of a side talk; is_there: this seat is
    where it is held.
    """

    id: str
    name: Text
    text: Text | None
    decor: Text
    decor_text: Text
    between: tuple[str, ...] = ()
    is_there: bool = True


@dataclass(frozen=True, slots=True)
class RitualSeen(_Learned):
    """A ritual that was held, and its text."""

    id: str
    name: Text
    text: Text
    hollow: bool


@dataclass(frozen=True, slots=True)
class LinesHeard(_Learned):
    """What is narrated and said before a choice. asks: it is the question of a reflection step.

    only: the one party that hears it; None for all.
    """

    lines: tuple[Utterance, ...]
    asks: bool
    only: str | None = None


@dataclass(frozen=True, slots=True)
class PersonSeen(_OfParty):
    """Somebody has come to the table, and what is said of it."""

    person: Speaker
    lines: tuple[Utterance, ...]


# --- a round --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MoveSeen(_OfParty):
    """A move as it looked. id and title: only of one's own.

    again: all have seen it do that before. handed: the prop that it handed over, and handed_to
    whom. mends: how it means to mend trust.
    apart: who is away from the table for it, as the author wrote it.
    """

    face: Text
    stance: Stance  # as it looked
    came_to: CameTo
    id: str | None = None
    title: Text | None = None
    handed: Text | None = None
    handed_to: str | None = None
    mends: RepairType | None = None
    apart: tuple[str, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class CallSeen(_OfParty):
    """A party asked for a reflection moment. alone: nobody else did.

    spared: one comes by itself now, and this one can be asked for later.
    """

    alone: bool
    spared: bool = False


@dataclass(frozen=True, slots=True)
class WalkOutSeen(_OfParty):
    """A party left the talks for good. goes_on: the others talk on without it."""

    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class FoundMove:
    """A hidden move that came out. text: how, None where the author says nothing of it; title:
    only of one's own; again: what was seen of it, if it was known before that they do this. told:
    because they had told so themselves.
    """

    id: str
    text: Text | None
    title: Text | None
    again: Text | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class FoundOut(_OfParty):
    """What `party` had hidden came out for `by`. Known to those two only."""

    by: str
    moves: tuple[FoundMove, ...]


@dataclass(frozen=True, slots=True)
class OwnUpSeen(_OfParty):
    """That party told `to` itself what it had hidden. Known to those two only.

    moves: of one's own the titles, of another what was seen of them.
    """

    to: str
    moves: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Suspicion(_Learned):
    """A bad feeling about what that party did, without proof."""

    party: str


@dataclass(frozen=True, slots=True)
class RepairFelt(_Learned):
    """That party tried to mend this seat's trust. change: of it, in [-1, 1]."""

    party: str
    change: float


@dataclass(frozen=True, slots=True)
class ExchangeHeard(_OfParty):
    """What was said about the move of a party: with it, in answer to it, and the last word."""

    lines: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class ScriptEventSeen(_Learned):
    """An event of the script. party: whom it happened to, None for all; own: this seat. drawing:
    what is seen of it, as a thing is named; None: nothing that can be drawn.
    """

    id: str
    party: str | None
    own: bool
    name: Text
    text: Text
    lines: tuple[Utterance, ...]
    drawing: str | None = None


@dataclass(frozen=True, slots=True)
class Consequence(_Learned):
    """This seat's own numbers before and after. reasons: by party, why trust in it moved."""

    before: Gauges
    after: Gauges
    reasons: Mapping[str, Mapping[Reason, float]]


# --- a reflection moment --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OptionSeen(_OfParty):
    """What a party did in the first or second step. text: the author's words, if any."""

    id: ReflectionOption
    text: Text | None
    said: Utterance | None


@dataclass(frozen=True, slots=True)
class ProposalSeen(_OfParty):
    """What a party put on the table, or that it only listened."""

    change: ChangeCard | None
    amount: int | None


@dataclass(frozen=True, slots=True)
class VoteSeen(_OfParty):
    """A party's word on the proposal of another."""

    proposer: str
    yes: bool


@dataclass(frozen=True, slots=True)
class ChangeSeen(_OfParty):
    """A change of the game that was agreed. party: who proposed it.

    shows: what is seen of it at the table, in the words of the author.
    """

    change: ChangeCard
    amount: int | None
    shows: Text | None = None


@dataclass(frozen=True, slots=True)
class Against:
    """A party that did not agree. why: the reason it gave, if any."""

    party: str
    own: bool
    why: Objection | None


@dataclass(frozen=True, slots=True)
class Rival:
    """The proposal that went before another that it excludes. by_lot: both were agreed alike."""

    party: str
    change: ChangeCard
    amount: int | None
    by_lot: bool


@dataclass(frozen=True, slots=True)
class RefusalSeen(_OfParty):
    """A change of the game that did not go through. party: who proposed it.

    against: by whose word. rival: what it gave way to, when it was agreed and another was too.
    """

    change: ChangeCard
    amount: int | None
    against: tuple[Against, ...] = ()
    rival: Rival | None = None


@dataclass(frozen=True, slots=True)
class ReflectionFelt(_Learned):
    """What the moment did to this seat, and why. steps_done: how many of the four were taken."""

    steps_done: float
    before: Gauges
    after: Gauges
    reasons: Mapping[str, Mapping[Reason, float]]


# --- a confrontation ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _OfScene(_OfParty):
    """lines: the author's, if any. speaker: who says it in the game's own words. own_words: which,
    and whose turn it is of their wordings; None when they are used up.
    """

    matter: MatterSeen
    lines: tuple[Utterance, ...]
    speaker: Speaker
    own_words: tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class ConfrontationSeen(_OfScene):
    """The talk stops: that party is confronted with what came out."""


@dataclass(frozen=True, slots=True)
class ReplySeen(_OfScene):
    """What that party says to it."""

    reply: Reply


@dataclass(frozen=True, slots=True)
class ResponseSeen(_OfScene):
    """What that party, who confronted, does with the reply."""

    reply: Reply
    response: Response


@dataclass(frozen=True, slots=True)
class SceneFelt(_Learned):
    """What a confrontation did to this seat. reasons: by party, why trust in it moved.

    walked_out: the talks ended with it, at a price for everybody.
    """

    by: str
    of: str
    before: Gauges
    after: Gauges
    reasons: Mapping[str, Mapping[Reason, float]]
    walked_out: bool = False


@dataclass(frozen=True, slots=True)
class PartingSeen(_Learned):
    """All agreed to end the talks with honour."""


@dataclass(frozen=True, slots=True)
class EndSeen(_Learned):
    """How the play ended."""

    outcome: Outcome
    title: Text
    text: Text


Heard = (
    PhaseSeen
    | RitualSeen
    | LinesHeard
    | PersonSeen
    | MoveSeen
    | CallSeen
    | WalkOutSeen
    | FoundOut
    | OwnUpSeen
    | Suspicion
    | RepairFelt
    | ExchangeHeard
    | ScriptEventSeen
    | Consequence
    | OptionSeen
    | ProposalSeen
    | VoteSeen
    | ChangeSeen
    | RefusalSeen
    | ReflectionFelt
    | ConfrontationSeen
    | ReplySeen
    | ResponseSeen
    | SceneFelt
    | PartingSeen
    | EndSeen
)
