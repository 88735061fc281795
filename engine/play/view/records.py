"""What a seat gets to see before a choice, as values: a `View` and everything in it.

Texts are bilingual `Text` values; whoever shows them picks the language. Numbers are shares in
[0, 1], except value and payoff, which have no bounds.
"""

from dataclasses import dataclass, replace
from typing import Literal, get_args

from engine.play.measures import Gauges
from engine.play.state import NoCall, Objection
from engine.scenario.scenery import Scenery
from engine.scenario.schema import Looks, Text
from engine.scenario.vocabulary import (
    Cause,
    Chapter,
    Outcome,
    ReflectionOption,
    Reply,
    Response,
    Stance,
)

StageName = Literal[
    "round", "differences", "bottlenecks", "alternatives", "decision", "raising", "confronted",
    "reckoning", "ended",
]  # fmt: skip
Lock = Literal["needs-prop", "forbidden", "not-allowed", "used", "just-done", "not-yet"]
Mood = Literal["hurt", "cold", "reserved", "open", "warm"]  # the worst first
MOODS: tuple[Mood, ...] = get_args(Mood)


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A person at the table; with a brief only if of one's own party."""

    address: str
    name: str
    title: Text
    looks: Looks
    brief: Text | None = None


@dataclass(frozen=True, slots=True)
class PartySeen:
    """Another party: what everybody knows, who sits there, and how they look at this seat.

    moved: how far that mood has just become better, or worse where it is less than 0. left: it has
    left the table.
    """

    id: str
    name: Text
    public: Text
    roles: tuple[RoleSeen, ...]
    mood: Mood
    moved: int = 0
    left: bool = False

    @property
    def before(self) -> "PartySeen":
        """The same, as it looked before that."""
        return replace(self, mood=MOODS[MOODS.index(self.mood) - self.moved], moved=0)


@dataclass(frozen=True, slots=True)
class Briefing:
    """One's own party, private part included."""

    id: str
    name: Text
    public: Text
    private: Text
    wants: tuple[tuple[Text, int], ...]  # name and weight, 0-100
    roles: tuple[RoleSeen, ...]


@dataclass(frozen=True, slots=True)
class ThingSeen:
    """A thing of the game: rule, ritual, decor, prop, role or phase, as it now stands.

    may_be_missed: a phase to which the script comes or not, as the talks go.
    """

    chapter: Chapter
    id: str
    name: Text
    text: Text
    in_force: bool
    negotiable: bool
    amount: int | None = None
    holder: str | None = None  # a party id or "table"
    may_be_missed: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a line."""

    address: str
    name: str
    title: Text
    party: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """A line: said by somebody, or told when there is no speaker."""

    text: Text
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """What may come of it, in points of 0-100: in eight cases of ten between low and high."""

    middle: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class PriceSeen:
    """What it costs if what a move hides comes out.

    lost: how much of the others' trust is then gone, in percent of it; ceiling: what it can still
    reach afterwards. now, later: probability that it comes out, this round and within so many
    `rounds`, which are no more than there are.
    """

    lost: int
    ceiling: int
    now: float
    later: float
    rounds: int


@dataclass(frozen=True, slots=True)
class Expected:
    """What this party would expect of a move, not the truth.

    trust: of the others in this party. risk: as this party perceives it. value: own payoff.
    lays_open: points that the others can then use against it. leaving: what walking out costs.
    falters: probability that its own side stops the move or lets only half of it through.
    """

    trust: Range
    risk: Range
    value: Range
    lays_open: int = 0
    price: PriceSeen | None = None
    leaving: int | None = None
    falters: float = 0.0


@dataclass(frozen=True, slots=True)
class MoveCard:
    """A move of this phase that the party could play; `locked` says why not now."""

    id: str
    title: Text
    text: Text
    stance: Stance
    face: Text
    face_stance: Stance
    expected: Expected
    needs: Text | None = None
    leaves: bool = False  # it ends the talks for good
    costs: int = 0  # points of value
    pays: int = 0  # points of value, to the partner
    hands_over: bool = False  # what it needs goes to the partner
    partner: str | None = None  # the one other party with whom it is done
    locked: Lock | None = None
    locked_by: Text | None = None  # the thing that forbids it, or the one that would allow it


@dataclass(frozen=True, slots=True)
class OptionCard:
    """What can be done in a step of a reflection moment. text is None: the catalogue's words."""

    id: ReflectionOption
    text: Text | None
    locked: bool  # needs more safety than there is


@dataclass(frozen=True, slots=True)
class Moves:
    """Moves that a change opens or closes. titles: of one's own that were seen before; unseen: how
    many more of one's own. Of another party it is told only that there are some.
    """

    party: str
    own: bool
    titles: tuple[Text, ...] = ()
    unseen: int = 0


@dataclass(frozen=True, slots=True)
class Shift:
    """How many points of 0-100 a change shifts a number; of a ritual each round or phase.

    party: for whom; None for all.
    """

    name: str
    points: int
    party: str | None = None
    each: Literal["round", "phase"] | None = None


@dataclass(frozen=True, slots=True)
class LimitSeen:
    """A bound on a trait of one's own moves, 0-100, that a change sets or lifts."""

    trait: str
    lowest: int
    highest: int
    lifted: bool


@dataclass(frozen=True, slots=True)
class Brings:
    """What a change of the game would bring, as the seat that looks may know.

    amount_of: the name of the shift whose number is changed. rounds: more or fewer of them.
    """

    opens: tuple[Moves, ...]
    closes: tuple[Moves, ...]
    shifts: tuple[Shift, ...]
    limits: tuple[LimitSeen, ...]
    amount_of: str | None
    rounds: int


@dataclass(frozen=True, slots=True)
class ChangeCard:
    """A change of the game that may be proposed now.

    action: adopt, drop, amount (`between` lowest and highest), hold (a prop goes to `holder`),
    move (the talks go to another decor), part (end the talks with honour).
    again: it brings back what was there before. brings: None where it is decided already,
    and of parting. unit: what the amount counts.
    """

    id: str
    chapter: Chapter
    thing: str
    name: Text
    text: Text
    action: Literal["adopt", "drop", "amount", "hold", "move", "part"]
    consent: str
    amount: int | None = None
    between: tuple[int, int] | None = None
    holder: str | None = None
    again: bool = False
    brings: Brings | None = None
    unit: Text | None = None


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """A proposal on which this party votes; own proposals are listed with `own`.

    rivals: the parties whose proposals exclude this one: at most one of them goes through.
    objections: what can be given as the reason of a no.
    """

    proposer: str
    change: ChangeCard
    amount: int | None
    own: bool
    rivals: tuple[str, ...] = ()
    objections: tuple[Objection, ...] = ()


@dataclass(frozen=True, slots=True)
class MatterSeen:
    """What a confrontation is about: `by` confronts `of` with it.

    came_out: of a discovery, how each hidden move came to light, None where the author says
    nothing of it. promised: the face of the move that came to nothing or only half; said: what was
    said with it, where that is known; came: which of the two, None if it was in an earlier round.
    change, amount: what was refused; also: who else had proposed it. event: the name of what
    befell.
    """

    by: str
    of: str
    cause: Cause
    came_out: tuple[Text | None, ...] = ()
    promised: Text | None = None
    came: Literal["half", "nothing"] | None = None
    change: ChangeCard | None = None
    event: Text | None = None
    also: tuple[str, ...] = ()
    said: Utterance | None = None


@dataclass(frozen=True, slots=True)
class ReplyCard:
    """What can be said to a confrontation. title is None: the catalogue's words."""

    id: Reply
    title: Text | None


@dataclass(frozen=True, slots=True)
class ResponseCard:
    """What can be done with a reply. title is None: the catalogue's words."""

    id: Response
    title: Text | None
    locked: bool  # before the first round nobody walks out


@dataclass(frozen=True, slots=True)
class EndingSeen:
    """How the play ended. left: because somebody walked out. without: who had left by then."""

    outcome: Outcome
    title: Text
    text: Text
    left: bool = False
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WantSeen:
    """A want of one's own party and what came of it; met is None where it is not measured."""

    name: Text
    weight: int
    met: bool | None


@dataclass(frozen=True, slots=True)
class Room:
    """What everybody at the table sees: the place, the people, the game as it stands."""

    title: Text
    phase: str
    phase_name: Text
    phases: tuple[Text, ...]  # the phases reached so far, in order, the present one last
    stage: StageName
    called: bool
    round: int  # the round to be played now, from 1
    most_rounds: int  # how many there are in all, as things stand, at most
    months: int  # since the first handshake
    decor: ThingSeen
    scenery: Scenery
    shows: Text | None  # what is in the author's own picture of it, if there is one
    parties: tuple[PartySeen, ...]
    game: tuple[ThingSeen, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What one seat may see before it chooses."""

    seat: str
    title: Text
    phase: str
    phase_name: Text
    phase_text: Text | None
    stage: StageName
    called: bool
    round: int  # the round to be played now, from 1
    months: int  # since the first handshake
    decor: ThingSeen | None  # where the talks are; None once this seat has left them
    scenery: Scenery | None  # as above
    shows: Text | None  # what is in the author's own picture of it, if there is one
    me: Briefing
    others: tuple[PartySeen, ...]
    gauges: Gauges | None  # as above
    game: tuple[ThingSeen, ...]
    moves: tuple[MoveCard, ...] = ()
    no_call: NoCall | None = "wrong-stage"  # why this party can't call a reflection moment
    may_predict: bool = True
    options: tuple[OptionCard, ...] = ()
    changes: tuple[ChangeCard, ...] = ()
    proposals: tuple[ProposalCard, ...] = ()
    matter: MatterSeen | None = None  # what the confrontation is about, if one is on
    kept_before: bool = False  # this seat kept it to itself once already
    replied: Reply | None = None  # what was said in reply
    replies: tuple[ReplyCard, ...] = ()
    responses: tuple[ResponseCard, ...] = ()
    ending: EndingSeen | None = None
    came_of: tuple[WantSeen, ...] = ()  # once it is over: what came of the party's own wants
    has_left: bool = False  # this seat left the table
    goes_on: bool = False  # if this seat leaves now, the others go on

    @property
    def there(self) -> tuple[PartySeen, ...]:
        """The others who are still at the table."""
        return tuple(each for each in self.others if not each.left)

    @property
    def may_call(self) -> bool:
        """Whether this party can call a reflection moment after this round."""
        return self.no_call is None
