"""What the debrief finds in a play: codes, numbers, references and the author's own texts.

The engine has no prose: a presenter makes sentences of the codes in `engine.debrief.codes`.
Everything is frozen and `Findings.as_json()` is plain JSON. Parties are given by id (their names
are in `knowledge.parties`); `at` is always an index in `timeline`. Numbers are shares in [0, 1],
except value, payoff, gain, joint and gap, which have no bounds, and counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal

from engine.play.afterthoughts import Afterthoughts
from engine.play.events import (
    Discovered,
    MoveMade,
    OptionTaken,
    OwnedUp,
    Predicted,
    Repaired,
    RitualHeld,
    ScriptEventOccurred,
    Suspected,
)
from engine.play.events.kinds import Action, Spoken, Standing, TrustReasons
from engine.play.measures import By, Measures
from engine.play.state import Objection, Stage
from engine.scenario.schema import Text
from engine.scenario.vocabulary import (
    Cause,
    Chapter,
    Outcome,
    Pattern,
    ReflectionOption,
    Reply,
    Response,
    Stance,
)
from engine.simulate.interval import Difference

RefKind = Literal["party", "move", "phase", "event", "thing", "ending", "goal", "option"]


@dataclass(frozen=True, slots=True)
class Ref:
    """Something in the scenario that a finding mentions. name is None: the catalogue's words.

    text: of an event, what its author wrote of it.
    """

    kind: RefKind
    id: str
    name: Text | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a paired replay takes out. by: whose it is, None for what came from outside.

    short: that its own side stopped a move, or carried out half of it.

    both: a discovery together with the move of that round, where either alone would have done.
    name: of a discovery who found out, of an event its id.
    """

    what: Literal["move", "discovery", "both", "event", "reply", "short"]
    by: str | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class ShownCause:
    """What a paired replay shows: with the same luck and without this, trust would be `without`.

    by: whose it was, None for what came from outside.
    """

    taken: Literal["move", "discovery", "both", "event", "reply", "short"]
    by: str | None
    without: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """One finding. `codes.CODES` says what `code` means and which numbers and refs it has.

    rounds: those that it compares, by name; but `as_much_at` has entries of the timeline (`at`).
    """

    code: str
    round: int | None = None
    at: int | None = None
    party: str | None = None
    other: str | None = None
    numbers: Mapping[str, float] = field(default_factory=dict)
    refs: Mapping[str, Ref] = field(default_factory=dict)
    rounds: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    also: tuple[str, ...] = ()

    @property
    def parties(self) -> tuple[str, ...]:
        """All who did it."""
        return (*([] if self.party is None else [self.party]), *self.also)


@dataclass(frozen=True, slots=True)
class ChangeMade:
    """A change of the game that was agreed, or refused (then `against` says by whom).

    also_by: those who proposed the very same. reasons: what those who were against gave as theirs.
    gave_way_to: the party whose competing proposal went before it. again: it brought back, or would
    have, what was there before. unit: of a number.
    """

    round: int
    at: int
    by: str
    chapter: Chapter
    thing: Ref
    action: Action
    before: Standing
    after: Standing
    consent: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    reasons: Mapping[str, Objection] = field(default_factory=dict)
    gave_way_to: str | None = None
    again: bool = False
    unit: Text | None = None
    also_by: tuple[str, ...] = ()

    @property
    def proposed_by(self) -> tuple[str, ...]:
        """All who proposed it."""
        return (self.by, *self.also_by)


@dataclass(frozen=True, slots=True)
class Moved:
    """How the trust of `of` in `by` moved in a round, or in a talk. out: what `of` found out about
    `by` in that round; again: what of that it had found out before, of an earlier time. at_once:
    that was no more than what `by` did with it in that very round. events: which of that round
    moved it too.
    """

    by: str
    of: str
    before: float
    after: float
    out: tuple[Ref, ...] = ()
    again: tuple[Ref, ...] = ()
    at_once: bool = False
    events: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class SceneMade:
    """A confrontation: who brought up what with whom, what was said in reply, and what came of it.

    trust_before, trust_after: of `by` in `of`. mean_after: mean trust. about: the move or the
    event, where there is one. heard: by party for whom it came out there and then, its trust in
    `of` before and after. moved: all trust that moved in it, first that of the two in each other.
    """

    by: str
    of: str
    cause: Cause
    reply: Reply
    response: Response
    trust_before: float
    trust_after: float
    mean_after: float = 0.0
    about: tuple[Ref, ...] = ()
    heard: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    without: tuple[str, ...] = ()  # who had left, and heard nothing of it
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """What `by` had found out about `of` and kept to itself, for_good when it did so again.

    talks: how many confrontations of that round or moment came before it.
    """

    by: str
    of: str
    moves: tuple[Ref, ...]
    for_good: bool = False
    talks: int = 0


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """The start, a round, or a reflection moment (after round `round`), and what happened in it.

    between: the parties of a side talk; none: everybody was there. numbers: once all that came of
    it was over. trust_before, trust_after: mean trust before it, and
    after it but before anything came of it. Mean trust is that of the figures shown.
    """

    kind: Literal["start", "round", "moment"]
    at: int
    round: int
    phase: Ref
    decor: Ref | None
    numbers: Measures
    predictions: tuple[Predicted, ...] = ()
    moves: tuple[MoveMade, ...] = ()
    script_events: tuple[ScriptEventOccurred, ...] = ()
    noticed: tuple[Discovered | Suspected, ...] = ()
    owned_up: tuple[OwnedUp, ...] = ()
    repairs: tuple[Repaired, ...] = ()
    reasons: TrustReasons = field(default_factory=dict)
    rituals: tuple[RitualHeld, ...] = ()  # as it opened
    called_by: tuple[str, ...] = ()  # for a moment after this round; or of this moment
    options: tuple[OptionTaken, ...] = ()
    changes: tuple[ChangeMade, ...] = ()
    rejected: tuple[ChangeMade, ...] = ()
    scenes: tuple[SceneMade, ...] = ()  # that came of it
    kept: tuple[Silence, ...] = ()
    quality: float | None = None  # of a moment
    trust_before: float | None = None  # None at the start
    trust_after: float | None = None
    left: tuple[str, ...] = ()
    went: tuple[str, ...] = ()  # those of them without whom the others went on
    parted: bool = False
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A role at the table, with the brief that only its own party knew."""

    address: str
    name: str
    title: Text
    brief: Text | None
    at_start: bool
    at_end: bool


@dataclass(frozen=True, slots=True)
class Want:
    """A private goal and its weight, 0-100. met: None where the author does not say when it is,
    or the play has not ended.
    """

    id: str
    name: Text | None
    weight: int
    met: bool | None


@dataclass(frozen=True, slots=True)
class PartyKnown:
    """What a party knew and the others did not. played_by: persona name, or human. told: what was
    said to it alone, with the round before which it was.
    """

    id: str
    name: Text
    public: Text
    private: Text
    wants: tuple[Want, ...]
    roles: tuple[Person, ...]
    played_by: str
    told: tuple[tuple[int, Text], ...] = ()


@dataclass(frozen=True, slots=True)
class Guile:
    """Guile in a round. changed: by party, how its value changed over that round, as a reader works
    it out from the standings. discovered: by party, the round in which it came out for it. heard:
    by party that did not find out itself, who brought it up while it sat there. owned_up: by party
    that was told by whoever did it, the round in which it was. knew: by party that knew before that
    the other does this, the round since which it did. never_by: the others.
    broken_off: somebody walked out in that round, so nothing came of it.
    """

    round: int
    at: int
    party: str
    move: Ref
    changed: By
    discovered: Mapping[str, int]
    never_by: tuple[str, ...]
    broken_off: bool = False
    heard: Mapping[str, str] = field(default_factory=dict)
    knew: Mapping[str, int] = field(default_factory=dict)
    owned_up: Mapping[str, int] = field(default_factory=dict)

    @property
    def was_alone(self) -> bool:
        """Whether none of the others was there when it was done."""
        return not (self.never_by or self.discovered or self.knew or self.owned_up)

    @property
    def came_out_for_nobody(self) -> bool:
        """Whether none of those who were there ever learned of it, nor knew already. Of what was
        done with nobody there none could: what came out of such a move is of another time.
        """
        return not (self.discovered or self.knew or self.owned_up)

    @property
    def was_known(self) -> bool:
        """Whether all with whom it was done knew already that its party does that."""
        return bool(self.knew) and not (self.discovered or self.never_by or self.owned_up)

    @property
    def was_told(self) -> bool:
        """Whether whoever did it told it to all who did not know."""
        return bool(self.owned_up) and not (self.never_by or self.discovered)

    @property
    def gain(self) -> float:
        """How much more the party got in that round than the others did on average."""
        others = [change for party, change in self.changed.items() if party != self.party]
        return self.changed[self.party] - sum(others) / len(others)


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A bad feeling without proof. false: there was nothing hidden."""

    round: int
    at: int
    by: str
    of: str
    false: bool


@dataclass(frozen=True, slots=True)
class PredictionChecked:
    """A prediction compared with the fact; `brier` as in `Forecasts`."""

    round: int
    at: int
    party: str
    about: str
    stance: Stance
    probability: float
    fact: Stance
    seemed: Stance
    brier: float


@dataclass(frozen=True, slots=True)
class Forecasts:
    """How well a party predicted. brier: mean over predictions of the sum over the three stances
    of (probability - fact)^2; 0 is perfect, 2 is certain and wrong, a uniform guess scores 2/3.
    """

    party: str
    count: int
    right: int
    brier: float
    uniform: float = 2 / 3


@dataclass(frozen=True, slots=True)
class TrustForecast:
    """Trust, read as the chance that the other does not let you down although it could.

    Only rounds in which the other could act opportunistically count, with the trust as it is shown
    at their start; walking out is such an act. brier: mean of (trust - kept)^2, in [0, 1]; always
    saying one half scores 1/4. bias: mean trust minus the share kept; above 0 is too trusting.
    """

    party: str
    about: str
    count: int
    mean_trust: float
    share_kept: float
    brier: float
    bias: float
    uniform: float = 0.25


@dataclass(frozen=True, slots=True)
class StatedTrust:
    """How far a person said to trust another at the start of a phase, and the model's figure then.

    round: those played by then. stated, model: shares in [0, 1].
    """

    round: int
    party: str
    about: str
    stated: float
    model: float


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What each side knew."""

    parties: tuple[PartyKnown, ...]
    guile: tuple[Guile, ...]
    suspicions: tuple[Suspicion, ...]
    predictions: tuple[PredictionChecked, ...]
    forecasts: tuple[Forecasts, ...]  # only of parties that predicted
    trust_forecasts: tuple[TrustForecast, ...]
    stated_trust: tuple[StatedTrust, ...] = ()  # in the order of the play


CameOf = Literal["whole", "faltered", "stopped"]


@dataclass(frozen=True, slots=True)
class Division:
    """How divided the people of a party were over a choice: of so many `asked`, how many wanted
    something `other` than what was sealed; who they were is not kept.

    move: what was sealed, None for a vote. came: what became of the move, None where the talks
    ended with it, and of a vote. agreed: what a paired replay shows would have become of it, with
    the same luck and all of one mind; None where nothing was replayed.
    """

    round: int
    at: int
    party: str
    move: Ref | None
    asked: int
    other: int
    came: CameOf | None = None
    agreed: CameOf | None = None

    @property
    def did_it(self) -> bool:
        """Whether less came of the move because they were divided."""
        return self.agreed is not None and self.agreed != self.came


@dataclass(frozen=True, slots=True)
class StandIn:
    """Choices that were made for a party of people: by a persona, or where it is None what most of
    them had said they wanted. late: because their time was up.

    rounds: of its moves; between: how many other choices, in moments and confrontations. since:
    the round of the first of all these, or the last one before it.
    """

    party: str
    persona: str | None
    late: bool
    rounds: tuple[int, ...]
    between: int
    since: int


Advice = Literal[
    "lead-by-example", "go-for-robust", "are-we-in-the-way", "invest-in-trust-first"
]  # fmt: skip


# So close to the border that it is neither much nor little; apart: of trust, much to one and little
# to another.
Level = Literal["much", "little", "border", "apart"]


@dataclass(frozen=True, slots=True)
class QuadrantPoint:
    """A place in figure 2 as the next round begins, and its advice.

    quadrant: 1 trust high, overlap low; 2 both high; 3 trust low, overlap high; 4 both low.
    trust_is, paper_is: whether that is clearly so. lowest, highest: the trust of the party that
    trusts the others least, and of the one that does most.
    advice: of the quadrant, where it is clear which one that is.
    """

    at: int
    round: int
    trust: float
    formal_overlap: float
    quadrant: Literal[1, 2, 3, 4]
    trust_is: Level
    paper_is: Level
    lowest: float
    highest: float
    advice: Advice | None


@dataclass(frozen=True, slots=True)
class Quadrants:
    """The path through figure 2; high is at or above the border, and clearly so by the margin."""

    border_trust: float
    border_formal: float
    margin: float
    path: tuple[QuadrantPoint, ...]
    rounds_in: Mapping[str, int]  # by quadrant, "1" to "4"


@dataclass(frozen=True, slots=True)
class Arm:
    """The results of many plays that continued from the fork."""

    move: Ref
    stance: Stance
    outcomes: Mapping[Outcome, float]  # shares
    success: float
    value: float  # mean value of a party per round
    hides: bool = False  # whether the move hides something


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One move swapped at a fork; after it personas play, with the same luck in both arms.

    hid: whether the move that was made hid something.
    """

    at: int
    round: int
    party: str
    as_played: Arm
    what_if: Arm
    success: Difference  # what-if minus as played
    value: Difference
    plays: int
    personas: Mapping[str, str]
    hid: bool = False


@dataclass(frozen=True, slots=True)
class Thesis:
    """A thesis of the paper, with the evidence for and against it in this play."""

    number: Literal[1, 2, 3, 4, 5]
    in_favour: tuple[Evidence, ...] = field(metadata={"json": "for"})
    against: tuple[Evidence, ...]


LedgerStatus = Literal[
    "adopted", "dropped", "changed", "put-back", "proposed-and-rejected", "never-questioned",
    "not-negotiable",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """Something in the game and what the players did with it. given: in force from the start.

    put-back: changed, but in the end as it was given. by_script: whether an event of the script,
    not the players, last brought it into or out of force; None where no event did. unit: of the
    negotiated number. open: it could have been another way, and nobody proposed anything about it.
    """

    thing: Ref
    chapter: Chapter
    status: LedgerStatus
    given: bool
    in_force: bool  # at the end
    by_script: Literal["adopted", "dropped"] | None
    start: int | None  # the negotiated number, where there is one
    end: int | None
    holder: str | None  # of a prop at the end: a party, or table
    changes: tuple[ChangeMade, ...]
    rejected: tuple[ChangeMade, ...]
    unit: Text | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class PatternFound:
    """A pattern of the vocabulary that shows in this play."""

    code: Pattern
    rounds: tuple[int, ...]
    parties: tuple[str, ...]
    numbers: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Repetition:
    """Old patterns repeated against new ones made; a joint act is the stance of every party.

    repeats: rounds whose joint act is that of the round before; fresh: rounds with a joint act
    not seen before in this play. within: among rounds directly after another; after_moment: among
    rounds after a reflection moment (None if there were none).
    """

    repeats: tuple[int, ...]
    fresh: tuple[int, ...]
    longest_run: int
    repeat_share_within: float | None
    repeat_share_after_moment: float | None
    lock_in: tuple[float, ...]  # by timeline entry
    new_elements: int  # changes of the game agreed


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns found, and what was repeated against what was new."""

    found: tuple[PatternFound, ...]
    repetition: Repetition


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A question by the author (text), or by the engine (evidence with a code `ask-…`)."""

    text: Text | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class GoalSpoken:
    """A goal that the scenario teaches, and the findings that bear on it."""

    id: str
    thesis: int
    text: Text
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class House:
    """How it went inside a party."""

    party: str
    slips: tuple[int, ...]  # rounds
    vetoes: tuple[int, ...]
    balance_start: float
    balance_end: float


@dataclass(frozen=True, slots=True)
class TrainerNotes:
    """What the author tells the trainer; notes only for patterns found in this play, and for the
    phases that it came to.
    """

    goal: Text | None
    notes: tuple[tuple[Pattern, Text], ...]
    phases: tuple[tuple[Text, Text], ...] = ()  # the name of each, and the note


@dataclass(frozen=True, slots=True)
class Result:
    """How it ended. joint: mean value per party and round; gap: the widest difference in it.

    left_by: who ended it by walking out; left_in_moment: whether that was in the reflection moment
    after the last round, or in a talk that came of it; left_in_talk: whether that was in a talk.
    went: who had left before, while the others went on. joint and gap are of those who were still
    there.
    """

    outcome: Outcome | None  # None: not yet ended
    ending: Ref | None
    text: Text | None
    value: By
    joint: float
    gap: float
    rounds: int
    months: int
    left_by: tuple[str, ...]
    parted: bool
    left_in_moment: bool = False
    left_in_talk: bool = False
    went: tuple["Went", ...] = ()

    @property
    def stayed(self) -> By:
        """The value of those who were still there at the end, by party."""
        gone = {each.party for each in self.went}
        return {party: each for party, each in self.value.items() if party not in gone}


@dataclass(frozen=True, slots=True)
class Went:
    """A party that left while the others went on: in which round, or in the moment after it.
    in_talk: in a talk that came of that.
    """

    party: str
    round: int
    in_moment: bool
    in_talk: bool


Chance = Literal["most", "all"]
TurnKind = Literal["move", "discovery", "event", "moment", "reply", "left"]


@dataclass(frozen=True, slots=True)
class Beside:
    """What another party chose in a round that is told of one side."""

    party: str
    move: Ref
    hides: bool
    slipped: bool
    vetoed: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn in the play as one side tells it: what was done, and how trust moved.

    by: whose act it was, None for what came from outside or was done together. of: whose trust in
    `by` moved, None for everybody's. cause: what a paired replay shows; without one it is told as
    what came after. strength: how far trust moved, and where something else of that round moved it
    more, how far this did; a share.
    hidden_since: of a discovery, the rounds of what came out; also: what else came out with it,
    or in that moment; along: the move of that round, where the two together made the difference.
    came_out: of a move that hid something, the round in which it came out for `of`,
    or with in_moment in the moment after it. raised_by: who then brought it up, if `of` did not
    find out itself; owned_up: whether `by` told it. knew: since which round `of` knew already that
    `by` does this.
    befell: of an event, to whom it happened, None for all. expected: what `of` had predicted of
    `by`, where it was something else. suspected: whether `of` suspected `by` then.
    chance: where no replay shows half of it, how much of it then is chance. beside: what
    else was chosen in that round, as far as it hid, took, was stopped or moved trust. out: of a
    move, what `of` found out about `by` in that round; again: what of that it had found out before,
    of an earlier time. meanwhile: what moved most of the rest of
    that round. other_way: of an event, what moved most the other way. division: how divided the
    party was over its move, where that matters.
    """

    kind: TurnKind
    at: int
    round: int
    by: str | None
    of: str | None
    before: float
    after: float
    strength: float
    cause: ShownCause | None = None
    move: Ref | None = None
    face: Text | None = None
    hides: bool = False
    slipped: bool = False
    vetoed: bool = False
    came_out: int | None = None
    in_moment: bool = False
    raised_by: str | None = None
    knew: int | None = None
    owned_up: bool = False
    hidden_since: tuple[int, ...] = ()
    also: tuple[Ref, ...] = ()
    along: Ref | None = None
    event: Ref | None = None
    befell: str | None = None
    phase: Ref | None = None
    options: Mapping[str, ReflectionOption] = field(default_factory=dict)
    scene: SceneMade | None = None
    quote: Spoken | None = None
    expected: Stance | None = None
    looks: Stance | None = None  # what the others took it for
    suspected: bool = False
    chance: Chance | None = None
    beside: tuple[Beside, ...] = ()
    out: tuple[Ref, ...] = ()
    again: tuple[Ref, ...] = ()
    meanwhile: Moved | None = None
    other_way: Moved | None = None
    division: Division | None = None
    goes_on: bool = False  # of who left: the others went on
    events: tuple[Ref, ...] = ()  # which of that round moved it too, as a replay shows

    @property
    def moved(self) -> int:
        """How far trust moved at most in what it tells, in points as they are shown."""
        also = self.meanwhile
        steps = [(self.before, self.after), *([(also.before, also.after)] if also else [])]
        return max(abs(round(100 * after) - round(100 * before)) for before, after in steps)

    @property
    def is_out_at_once(self) -> bool:
        """Whether the other found out in that very round what its move hid."""
        return self.came_out == self.round and not (self.in_moment or self.raised_by)

    @property
    def part(self) -> tuple[int, bool]:
        """The part of the play that it tells of: a round or moment, or what was brought up then."""
        return self.at, self.kind == "reply"


@dataclass(frozen=True, slots=True)
class Out:
    """How what was hidden came out for `of`.

    found: the round in which it did, None: never. before, after: `of`'s trust in who hid it, in the
    round, the moment or the talk in which it came out. in_moment: whether that was in, or after,
    the reflection moment after that round. raised_by: who then brought it up, if `of` did not find
    out itself.
    """

    of: str
    found: int | None = None
    before: float | None = None
    after: float | None = None
    in_moment: bool = False
    raised_by: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A move that hid nothing any more: `of` had known since that round that this is done."""

    round: int
    of: str
    since: int


@dataclass(frozen=True, slots=True)
class Lie:
    """What `by` hid. face: what was seen of it. text: what only `by` had read of it.

    outs: how it came out for each from whom it was hidden, of a seat only for itself. likewise:
    where it never came out, the other rounds in which `by` hid something from the same ones that
    did not come out either. more: the other rounds in which something was hidden from them, as far
    as no turn tells. known: the first other move of which somebody knew already. along: what else
    of `by` came out at the same time, as far as no turn tells.
    """

    round: int
    by: str
    move: Ref
    face: Text
    text: Text
    outs: tuple[Out, ...]
    more: tuple[int, ...] = ()
    known: Known | None = None
    likewise: tuple[int, ...] = ()
    along: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something honest of `of` that `by` suspected. again: the rounds in which it did so later."""

    round: int
    by: str
    of: str
    move: Ref
    again: tuple[int, ...] = ()


HabitKind = Literal[
    "hollow-ritual", "same-move", "same-acts", "jokes", "faltered", "divided",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Habit:
    """What was done again and again: so many `times`, of so many `chances`.

    party: whose habit it was; None: everybody's.
    """

    kind: HabitKind
    times: int
    chances: int
    party: str | None = None
    thing: Ref | None = None
    rounds: tuple[int, ...] = ()
    acts: Mapping[str, Stance] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unquestioned:
    """What could have been another way and nobody proposed to change: a rule or ritual in force,
    or the place where they sat.
    """

    thing: Ref
    text: Text
    chapter: Chapter = "rules"


@dataclass(frozen=True, slots=True)
class Kept:
    """In how many of the rounds in which it chose a move a party did not choose for itself; all of
    them, and as the log names them: what its own side stopped was chosen, and so is walking out.
    """

    party: str
    kept: int
    rounds: int


@dataclass(frozen=True, slots=True)
class Confronting:
    """A confrontation and the round it came of."""

    round: int
    scene: SceneMade


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What `by` found out that `of` had hidden, in that round, and never brought up."""

    by: str
    of: str
    round: int
    moves: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Confession:
    """In that round `by` told those others itself what it had hidden from them."""

    round: int
    by: str
    to: tuple[str, ...]
    moves: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A play as one side reads it back on one page; seat None: the whole table.

    turns: in the order of the play, of which at least one is a choice of that seat's own, if it
    made any. besides: where else trust moved as far, or much. lie: what was hidden from this
    seat; told: what it hid itself. doubt: what this seat wrongly doubted; doubted: what others
    wrongly doubted of it. confessed: what was told openly of what had been hidden, before all by
    this seat, where no turn tells of that. questions: those of the author that fit best first. hid:
    by party the rounds in which it hid something that it did not tell itself later, be it to others
    who knew; of a seat only its own. unsaid: what each found out and did not bring up although it
    still could, of a seat only its own. house: by party how often its own side stopped it or made
    good on only half, where that was often, of a seat only its own.
    """

    seat: str | None
    turns: tuple[Turn, ...]
    lie: Lie | None
    told: Lie | None
    doubt: Doubt | None
    doubted: Doubt | None
    habit: Habit | None
    rule: Unquestioned | None
    what_if: WhatIf | None
    stated: tuple[StatedTrust, ...]
    forecasts: Forecasts | None
    kept: tuple[Kept, ...]
    confrontations: tuple[Confronting, ...]
    questions: tuple[Text, ...]
    hid: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    unsaid: tuple[Unsaid, ...] = ()
    confessed: Confession | None = None
    house: Mapping[str, int] = field(default_factory=dict)
    besides: tuple[Turn, ...] = ()

    @property
    def turning_point(self) -> Turn | None:
        """The turn, told or named, in which trust moved furthest; None if it moved in none."""
        turns = (*self.turns, *self.besides)
        furthest = max(turns, key=lambda turn: (turn.moved, turn.strength), default=None)
        return furthest if furthest is not None and furthest.moved else None


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that the debrief shows."""

    timeline: tuple[TimelineEntry, ...]
    refs: Mapping[str, Ref]  # by kind/id, everything that events of the timeline name
    knowledge: Knowledge
    quadrants: Quadrants
    what_if: tuple[WhatIf, ...]
    theses: tuple[Thesis, ...]  # five, in order
    ledger: tuple[LedgerLine, ...]
    patterns: Patterns
    questions: tuple[QuestionAsked, ...]
    outcome: Result
    goals: tuple[GoalSpoken, ...]
    feelings: tuple[Evidence, ...]
    internal: tuple[House, ...]
    trainer: TrainerNotes
    stories: tuple[Story, ...]  # of the table, then of each party
    afterthoughts: tuple[Afterthoughts, ...] = ()  # what people wrote, one for each who did
    divisions: tuple[Division, ...] = ()  # of every choice that several people were asked about
    stand_ins: tuple[StandIn, ...] = ()  # what was chosen in the place of people

    def story_of(self, seat: str | None) -> Story:
        """The story as that seat reads it; None: as the table does."""
        return next(each for each in self.stories if each.seat == seat)

    @property
    def of_several(self) -> tuple[str, ...]:
        """The parties of several people, who were asked what they wanted."""
        return tuple(dict.fromkeys(each.party for each in self.divisions))

    def divided(self, party: str) -> tuple[Division, ...]:
        """The choices of that party that not all of its people wanted."""
        return tuple(each for each in self.divisions if each.party == party and each.other)

    def as_json(self) -> dict[str, Any]:
        """The findings as plain JSON: lists, objects, numbers and words."""
        plain: dict[str, Any] = as_plain(self)
        return plain


def as_plain(value: Any) -> Any:
    """A record of findings as JSON-plain values; a text as the languages it is written in."""
    if isinstance(value, Text):
        return value.model_dump(exclude_none=True)
    if isinstance(value, Stage):
        return value.name.lower()
    if is_dataclass(value):
        return {
            part.metadata.get("json", part.name): as_plain(getattr(value, part.name))
            for part in fields(value)
        }
    if isinstance(value, Mapping):
        return {str(key): as_plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [as_plain(each) for each in value]
    return value
