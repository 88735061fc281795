"""The kinds of pages: a small class for each thing that a person can be shown, and their union.

`seat` says for whose eyes a page is: the id of a party, or None for everybody at the table. With
one person at a screen every page is for that seat. `view` is what that seat may see; a page for
everybody has none. `room` is what everybody sees anyway, for the drawing of the place.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.play.measures import Gauges
from engine.play.state import Prediction
from engine.play.view.heard import (
    CallSeen,
    ChangeSeen,
    ConfrontationSeen,
    Consequence,
    FoundOut,
    MoveSeen,
    OptionSeen,
    OwnUpSeen,
    PartingSeen,
    PersonSeen,
    PhaseSeen,
    ProposalSeen,
    ReflectionFelt,
    RefusalSeen,
    RepairFelt,
    ReplySeen,
    ResponseSeen,
    RitualSeen,
    SceneFelt,
    ScriptEventSeen,
    Suspicion,
    VoteSeen,
    WalkOutSeen,
)
from engine.play.view.records import ChangeCard, EndingSeen, Room, Utterance, View, WantSeen
from engine.scenario.schema import Text

# What a party is seen to do, and what it only hears of itself.
_BRIEF = 2  # lines: a design choice
Act = (
    MoveSeen | CallSeen | WalkOutSeen | OptionSeen | ProposalSeen | VoteSeen | PartingSeen
)  # fmt: skip
SceneSeen = ConfrontationSeen | ReplySeen | ResponseSeen
# What tells a seat how its numbers moved.
Numbers = Consequence | ReflectionFelt | SceneFelt
News = MoveSeen | FoundOut | OwnUpSeen | Suspicion | RepairFelt


@dataclass(frozen=True, slots=True)
class _Page:
    room: Room
    seat: str | None
    view: View | None


@dataclass(frozen=True, slots=True)
class _ForOneSeat(_Page):
    """For the eyes of one seat only: at a shared screen its curtain comes before."""

    seat: str
    view: View


@dataclass(frozen=True, slots=True)
class CurtainPage(_Page):
    """At a shared screen: nothing is shown until the right people look.

    calls: the party that must look now, None for everybody. The page itself is for all.
    """

    calls: str | None


@dataclass(frozen=True, slots=True)
class BriefingPage(_ForOneSeat):
    """Who you are, what only you know, who sits across, and the game as it stands."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """What the players changed before this round.

    shows: what the author wrote to be seen of it.
    """

    change: ChangeCard
    amount: int | None
    shows: Text | None


@dataclass(frozen=True, slots=True)
class ArrivalPage(_Page):
    """What is told and said on coming to a phase, a round, or a step of a reflection moment.

    told: the phase, who has come to the table, and the rituals that are told in full;
    again: rituals known by now; said: in the order in which it is said;
    question: what a step of a reflection moment asks, where all hear it before each answers;
    fresh: what the players changed since the last round;
    is_known_place: they sit where they sat before.
    """

    told: tuple[PhaseSeen | PersonSeen | RitualSeen, ...]
    again: tuple[RitualSeen, ...]
    said: tuple[Utterance, ...]
    question: Utterance | None
    fresh: tuple[Fresh, ...] = ()
    is_known_place: bool = False

    @property
    def in_turn(self) -> tuple[PhaseSeen | PersonSeen | Fresh | RitualSeen, ...]:
        """What is told, in order: a thing the players brought in is there before it is used."""
        rituals = tuple(each for each in self.told if isinstance(each, RitualSeen))
        others = tuple(each for each in self.told if not isinstance(each, RitualSeen))
        return (*others, *self.fresh, *rituals)

    @property
    def is_brief(self) -> bool:
        """Whether nothing is new but a line or two: that can be said where it is answered."""
        return not (self.told or self.fresh or self.question) and len(self.said) <= _BRIEF


@dataclass(frozen=True, slots=True)
class AsidePage(_Page):
    """What only this seat is told before it chooses, by its own people or by the author."""

    lines: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class RevealPage(_Page):
    """What each party is seen to do. guesses: what this seat had expected. apart: the addresses of
    who is away from the table for one of these acts.
    """

    acts: tuple[Act, ...]
    guesses: tuple[Prediction, ...]
    apart: frozenset[str] = frozenset()

    @property
    def was_sealed(self) -> bool:
        """Whether what was done lay in envelopes, and was not said at the table."""
        return any(isinstance(act, MoveSeen) for act in self.acts)

    @property
    def opens_envelopes(self) -> bool:
        """Whether anything lay there that whoever looks did not seal."""
        return self.was_sealed and any(each != self.seat for each in self.parties)

    @property
    def parties(self) -> tuple[str, ...]:
        """Who did something, in order."""
        acts = (each for each in self.acts if not isinstance(each, PartingSeen))
        return tuple(dict.fromkeys(each.party for each in acts))

    @property
    def are_votes(self) -> bool:
        """Whether nothing was done but saying yes or no."""
        return all(isinstance(act, VoteSeen) for act in self.acts)


@dataclass(frozen=True, slots=True)
class ExchangePage(_Page):
    """What is said about one act: with it, in answer to it, and the last word.

    about: that act; None where each says something of its own. is_fresh: that act was only just
    seen, and nothing was said since. apart: who is away from the table for that act.
    """

    about: MoveSeen | None
    lines: tuple[Utterance, ...]
    is_fresh: bool = False
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ScriptEventPage(_Page):
    """Something from outside happens to the table."""

    event: ScriptEventSeen


@dataclass(frozen=True, slots=True)
class ChangePage(_Page):
    """What was agreed about the game, and what was not."""

    decided: tuple[ChangeSeen | RefusalSeen, ...]


@dataclass(frozen=True, slots=True)
class ConsequencePage(_ForOneSeat):
    """The effects of a step on this seat: what only it learns, and its numbers.

    was: what it saw before the step; path: its numbers from the start of the play, the present ones
    last.
    """

    was: View
    news: tuple[News, ...]
    numbers: Numbers | None
    path: tuple[Gauges, ...]


@dataclass(frozen=True, slots=True)
class TrustPage(_ForOneSeat):
    """At the start of a phase, before its numbers are seen: how far does this seat trust the
    others? It may be passed over; nobody else sees it, and the play takes no notice.
    """


@dataclass(frozen=True, slots=True)
class MovePage(_ForOneSeat):
    """The table before a move.

    path: the seat's numbers so far; last: why they moved last; told: the last line before it.
    """

    path: tuple[Gauges, ...]
    last: Numbers | None
    told: Utterance | None


@dataclass(frozen=True, slots=True)
class OptionPage(_ForOneSeat):
    """The first or second step of a reflection moment. question: what the step asks."""

    question: Utterance | None


@dataclass(frozen=True, slots=True)
class ProposalPage(_ForOneSeat):
    """The third step: put a change of the game on the table, or listen."""


@dataclass(frozen=True, slots=True)
class VotePage(_ForOneSeat):
    """The fourth step: yes or no to what others put on the table."""


@dataclass(frozen=True, slots=True)
class ScenePage(_Page):
    """Part of a confrontation: what came out, what is said in reply, what is done with that."""

    seen: SceneSeen


@dataclass(frozen=True, slots=True)
class RaisePage(_ForOneSeat):
    """Whether to bring up what only this seat found out."""


@dataclass(frozen=True, slots=True)
class ReplyPage(_ForOneSeat):
    """What to say to a confrontation."""


@dataclass(frozen=True, slots=True)
class ResponsePage(_ForOneSeat):
    """What to do with the reply."""


@dataclass(frozen=True, slots=True)
class EndingPage(_Page):
    """How it ended, without a score. made: by party, its value in the whole play.

    came_of: what came of the wants of whoever looks alone; at a shared screen the debrief tells.
    """

    ending: EndingSeen
    made: Mapping[str, float]
    came_of: tuple[WantSeen, ...] = ()


SceneChoicePage = RaisePage | ReplyPage | ResponsePage
ChoicePage = MovePage | OptionPage | ProposalPage | VotePage | SceneChoicePage
Page = (
    CurtainPage
    | BriefingPage
    | ArrivalPage
    | AsidePage
    | RevealPage
    | ExchangePage
    | ScriptEventPage
    | ChangePage
    | ConsequencePage
    | TrustPage
    | ScenePage
    | ChoicePage
    | EndingPage
)
