"""The scenario: what an author wrote, validated and frozen.

Numbers are kept as the author wrote them, 0 to 100. `engine.play.compiled` turns them into the
shares in [0, 1] that the model works with. The six chapters are script, rules, decor, props,
rituals and roles; roles are listed with their party.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)

from engine.scenario.scenery import OwnPicture, Scenery
from engine.scenario.vocabulary import (
    KINDS,
    LANGUAGE_TAG,
    TRAITS,
    Cause,
    Chapter,
    Form,
    Hour,
    Language,
    Outcome,
    Pattern,
    Persona,
    ReflectionOption,
    Reply,
    Response,
    Stance,
    Weather,
)

FORMAT_VERSION = 1

# A play keeps arrays of parties x moves and of everything in force, and draws a map of the phases.
# Design choices: several times what the largest scenario that ships has.
FEWEST_PARTIES, MOST_PARTIES = 2, 4
MOST_PHASES = 60
MOST_MOVES = 300
MOST_THINGS = 100  # of each of rules, rituals, decor, props, events, endings and goals
MOST_ROLES = 20
MOST_BRANCHES = 100  # of a phase
MOST_LANGUAGES = 30
MOST_PAIRS = MOST_PARTIES * (MOST_PARTIES - 1)

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]
Tag = Annotated[str, Field(pattern=f"^{LANGUAGE_TAG.pattern}$")]
Percent = Annotated[int, Field(strict=True, ge=0, le=100)]
Shift = Annotated[int, Field(strict=True, ge=-30, le=30)]
Count = Annotated[int, Field(strict=True, ge=1, le=12)]
Whole = Annotated[int, Field(strict=True)]
# Payoff of a round in points: wider than what any round can pay. Rounds or changes in all: no play
# comes near it.
Value = Annotated[int, Field(strict=True, ge=-1000, le=1000)]
Price = Annotated[int, Field(strict=True, ge=1, le=100)]  # in points of value
Tally = Annotated[int, Field(strict=True, ge=0, le=1000)]
# An element of the game: its id, or party.role for a role.
Address = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$", max_length=81)]


class Part(BaseModel):
    """A piece of a scenario: frozen, and refusing keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


AT_SIGN = "@"  # `offer@port` is the move `offer`, aimed at `port`


def written_name(move: str) -> str:
    """The name of a move as the author wrote it, whomever it is aimed at."""
    return move.partition(AT_SIGN)[0]


def tidy(text: str) -> str:
    """A text as it counts: it keeps its paragraphs and loses the invisible space around them."""
    if "\n" not in text and "\t" not in text:
        return text.strip()
    return "\n".join(line.strip() for line in text.expandtabs(1).strip().split("\n"))


Tidy = Annotated[str, AfterValidator(tidy), Field(min_length=1)]


def on_one_line(text: str) -> str:
    """The text with one space for each stretch of white space, and none around it."""
    return " ".join(text.split())


class Text(Part):
    """One text in Dutch, English or both, and in the other languages that its scenario names."""

    nl: Tidy | None = None
    en: Tidy | None = None
    others: tuple[tuple[str, Tidy], ...] = Field(default=(), exclude=True)  # by language

    def in_language(self, language: str) -> str:
        """The text in that language, or in another one if the author did not write it."""
        own = self.nl if language == "nl" else self.en if language == "en" else None
        if own:
            return own
        by_language = {"nl": self.nl, "en": self.en, **dict(self.others)}
        own = by_language.get(language)
        return own or next((each for each in by_language.values() if each), "")

    @model_validator(mode="before")
    @classmethod
    def _as_written(cls, value: Any, info: ValidationInfo) -> Any:
        context = info.context or {}
        # `title: De zorgfusie` with `language: nl` at the top is the same as `{nl: De zorgfusie}`.
        if isinstance(value, str) and (language := context.get("language")):
            return {language: value}
        named = [each for each in context.get("languages", ()) if each not in ("nl", "en")]
        if not isinstance(value, dict) or named == [] or "others" in value:
            return value
        others = tuple((tag, text) for tag, text in value.items() if tag in named)
        return {tag: text for tag, text in value.items() if tag not in named} | {"others": others}

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.nl is None and self.en is None and not self.others:
            raise ValueError("text-empty")
        return self


def _titled(text: Text) -> Text:
    nl, en = (each and on_one_line(each) for each in (text.nl, text.en))
    return Text(nl=nl, en=en, others=tuple((tag, on_one_line(own)) for tag, own in text.others))


# Text on one line: a name, a title, a heading.
Title = Annotated[Text, AfterValidator(_titled)]
PersonName = Annotated[str, AfterValidator(on_one_line), Field(min_length=1)]
# Names, a version, a licence: the same in every language.
Credits = Annotated[str, AfterValidator(on_one_line), Field(min_length=1)]


def _as_tuple(value: Any) -> Any:
    # One where several are allowed: `say: {nl: …}` is the same as `say: [{nl: …}]`.
    return value if isinstance(value, list | tuple) else (value,)


Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_tuple), Field(min_length=1)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_as_tuple)]
Tags = Annotated[
    tuple[Tag, ...],
    BeforeValidator(_as_tuple),
    Field(min_length=1, max_length=MOST_LANGUAGES),
]
Addresses = Annotated[tuple[Address, ...], BeforeValidator(_as_tuple)]


class Limits(Part):
    """The lowest and highest value that a trait of a move may have while this is in force."""

    min: Percent = 0
    max: Percent = 100

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min > self.max:
            raise ValueError("limits-crossed")
        return self


class Effect(Part):
    """What a rule, ritual, decor, prop, role, move or event does to the model and to the moves.

    Shifts are in points of 0-100 and bounded, so that no single thing can decide a play.
    For rules, decor, props and roles a shift lasts while they are in force; a ritual or move gives
    it as a pulse each time; for an event it lasts while the event does.
    """

    only: Id | None = None  # the one party it works on; without it, all
    safety: Shift | None = None
    understanding: Shift | None = None
    internal_balance: Shift | None = None
    pressure: Shift | None = None
    competition: Shift | None = None
    formal_overlap: Shift | None = None
    exposure: Shift | None = None
    detection: Shift | None = None
    lock_in: Shift | None = None
    trust: Shift | None = None
    exit_cost: Annotated[int, Field(strict=True, ge=0, le=60)] | None = None
    benevolence: Limits | None = None
    candour: Limits | None = None
    commitment: Limits | None = None
    claim: Limits | None = None
    guile: Limits | None = None
    formalise: Limits | None = None
    reflect: Limits | None = None
    repair: Limits | None = None
    forbids: Ids = ()  # moves that nobody may choose while this is in force
    allows: Ids = ()  # moves that only exist while this is in force

    def shifts(self) -> dict[str, int]:
        """The numeric effects that the author gave, by name, in points."""
        return {name: value for name in SHIFTS if (value := getattr(self, name)) is not None}

    def limits(self) -> dict[str, Limits]:
        """The bounds on traits that the author gave, by trait."""
        return {name: value for name in TRAITS if (value := getattr(self, name)) is not None}


SHIFTS: tuple[str, ...] = (
    "safety", "understanding", "internal_balance", "pressure", "competition", "formal_overlap",
    "exposure", "detection", "lock_in", "trust", "exit_cost",
)  # fmt: skip


class Negotiable(Part):
    """Whether the players may change a thing, between which values, and who must consent.

    consent: `all`, `majority`, or the id of the one party whose word is needed. unit: what is
    counted, as it follows the number in a sentence.
    """

    allowed: bool = True
    between: tuple[Whole, Whole] | None = None
    unit: Title | None = None
    consent: str = "all"

    @model_validator(mode="before")
    @classmethod
    def _yes_or_no(cls, value: Any) -> Any:
        return {"allowed": value} if isinstance(value, bool) else value

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.between and self.between[0] >= self.between[1]:
            raise ValueError("between-crossed")
        return self


_NO = Negotiable(allowed=False)
OnOff = Annotated[bool, Field(strict=True)]


class Bound(Part):
    """A number of the whole table between bounds, in points of 0-100."""

    at_least: Percent | None = None
    at_most: Percent | None = None
    below: Percent | None = None
    above: Percent | None = None

    @model_validator(mode="after")
    def _some_bound(self) -> Self:
        if all(b is None for b in (self.at_least, self.at_most, self.below, self.above)):
            raise ValueError("bound-empty")
        return self


class PartyBound(Bound):
    """The same for a number that each party has. `of`: whose it is; without it, the mean."""

    of: Id | None = None


class PairBound(PartyBound):
    """The same for what one party makes of another. `in`: of which other; without it, the mean."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    in_: Id | None = Field(default=None, alias="in")

    @model_validator(mode="after")
    def _of_two(self) -> Self:
        if self.of is not None and self.of == self.in_:
            raise ValueError("pair-of-one")
        return self


class ValueBound(PartyBound):
    """The same for the payoff of a round, which can be negative."""

    at_least: Value | None = None
    at_most: Value | None = None
    below: Value | None = None
    above: Value | None = None


class CountBound(Bound):
    """The same for a number of rounds or changes."""

    at_least: Tally | None = None
    at_most: Tally | None = None
    below: Tally | None = None
    above: Tally | None = None


class Played(Part):
    """A move that was played. of: by whom (without it, anyone); is: which one; or its stance.

    at: aimed at that party.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    of: Id | None = None
    at: Id | None = None
    is_: Ids = Field(default=(), alias="is")
    stance: Stance | None = None


class Who(Part):
    """Whether it happened to or by a party; without `of`, anyone."""

    of: Id | None = None


class Knowledge(Part):
    """What party `of` found out or was told: that another hid something, or one of those moves."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    of: Id
    about: Id | None = None  # the party that hid it; without it, any other
    is_: Ids = Field(default=(), alias="is")


class Befallen(Part):
    """An event of the script, and the party that it befell; an event for all befalls each."""

    event: Id
    of: Id


class Met(Part):
    """Whether a want of a party is met, by what that want says of itself."""

    of: Id
    want: Id


class Confronted(Part):
    """A confrontation in any round so far. `of` whom it concerned (without it, anyone); `is` which
    hidden move it was about; `cause` what it was about, `reply` what that party said in reply and
    `response` what the other did with that, each one of those.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    of: Id | None = None
    is_: Ids = Field(default=(), alias="is")
    cause: Annotated[tuple[Cause, ...], BeforeValidator(_as_tuple)] = ()
    reply: Annotated[tuple[Reply, ...], BeforeValidator(_as_tuple)] = ()
    response: Annotated[tuple[Response, ...], BeforeValidator(_as_tuple)] = ()


class Condition(Part):
    """Data, never code. Everything given must hold; an empty condition always holds.

    The numbers are the state after the round that was just played, in points of 0-100; `value`
    is the mean payoff a round in points, `round` and `changes` are counts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    trust: PairBound | None = None
    reliability: PairBound | None = None
    risk: PartyBound | None = None  # perceived
    safety: PartyBound | None = None
    value: ValueBound | None = None
    exposure: PartyBound | None = None
    internal_balance: PartyBound | None = None
    formal_overlap: Bound | None = None
    understanding: Bound | None = None
    lock_in: Bound | None = None
    round: CountBound | None = None  # rounds played in all
    changes: CountBound | None = None  # changes made to the game
    move: Played | None = None  # in the last round
    played: Played | None = None  # in any round so far
    carried_out: Played | None = None  # the same, where all that it announced was done
    discovered: Who | None = None  # guile of that party was found out in the last round
    knows: Knowledge | None = None  # what a party has found out so far
    slipped: Who | None = None  # of what that party announced last round came half, or nothing
    stopped: Who | None = None  # nothing came of it: the party's own side stopped it
    confronted: Confronted | None = None
    happened: Ids = ()
    befell: Befallen | None = None  # an event that concerned that party
    changed: Addresses = ()  # what the players themselves changed in this play
    in_force: Addresses = ()
    not_in_force: Addresses = ()
    left: Ids = ()  # each of these parties has left the table
    at_table: Ids = ()  # none of these parties has left it
    outcome: Annotated[tuple[Outcome, ...], BeforeValidator(_as_tuple)] = ()
    met: Met | None = None
    all: tuple["Condition", ...] = ()
    any: tuple["Condition", ...] = ()
    not_: "Condition | None" = Field(default=None, alias="not")


ALWAYS = Condition()


class Line(Part):
    """Something said (with a speaker, written party.role) or told (without).

    say: its wordings. Each is used once in a play, so that nobody says the same thing twice; with
    `again`, for what people do say every time, they go round.
    """

    speaker: str | None = None
    when: Condition = ALWAYS
    say: Texts
    again: OnOff = False

    @property
    def party(self) -> str | None:
        """The party of whoever speaks; None if it is narrated."""
        return None if self.speaker is None else self.speaker.partition(".")[0]


Lines = Annotated[tuple[Line, ...], BeforeValidator(_as_tuple)]


class Answer(Line):
    """What somebody says to a move of another party, and the last word on it, if there is one.

    The first that fits and has not been said is given.
    """

    speaker: str
    then: Lines = ()


class AnswerTo(Answer):
    """An answer that stands away from the move it follows: `to` says which."""

    to: Played | None = None

    @property
    def follows(self) -> Played:
        """The moves it can follow, as the table sees them."""
        return self.to or self.when.move or Played()


AnswersTo = Annotated[tuple[AnswerTo, ...], BeforeValidator(_as_tuple)]


class Element(Part):
    """Part of the game that the players may change."""

    name: Title
    text: Text
    negotiable: Negotiable = _NO
    effect: Effect = Effect()


class Adoptable(Element):
    """Part of the game that can be in force or not.

    comes, goes: what is seen of it at the table once the players have adopted or dropped it.
    """

    starts: OnOff = True
    comes: Text | None = None
    goes: Text | None = None


class Rule(Adoptable):
    """A named agreement about how the game is played."""


class Ritual(Adoptable):
    """A ceremony: a pulse of its effect each time a round or a phase opens.

    Below `hollow_below` (mean trust, 0-100) people only go through the motions: the effect is
    reversed, and `hollow` is shown instead of `performed`.
    """

    opens: Literal["round", "phase"] = "round"
    performed: Text | None = None
    hollow_below: Percent = 0
    hollow: Text | None = None


class Decor(Element):
    """A place where a phase is set: the phase names it, or the players move there.

    comes: what is seen once they have moved there. hour, weather: as they show in its picture,
    unless the phase or an event says otherwise. picture: the name of a file with one of the
    author's own, which goes before the drawing; shows: what is in it, for who can't see it.
    """

    backdrop: str = "room"
    picture: str | None = None
    shows: Text | None = None
    hour: Hour | None = None
    weather: Weather | None = None
    comes: Text | None = None


class Prop(Adoptable):
    """A thing that its holder can use; anyone can if it is on the table."""

    held_by: str = "table"
    secret: OnOff = False  # only the party that holds it knows that it exists


def _word_for_yes(value: Any) -> Any:
    # `headscarf: yes` asks for one, whatever its colour; `no` for none.
    return "yes" if value is True else None if value is False else value


Look = Annotated[str | None, BeforeValidator(_word_for_yes)]


class Looks(Part):
    """How a portrait is drawn. Free words; an unknown one falls back to a plain drawing."""

    age: Annotated[int, Field(strict=True, ge=16, le=100)] | None = None
    hair: str | None = None
    hair_style: str | None = None
    skin: str | None = None
    clothing: str | None = None
    glasses: OnOff = False
    beard: Look = None
    headscarf: Look = None


class Role(Part):
    """A seat within a party. The first role of a party leads and speaks for it.

    A role that `starts: off` is not at the table until the players invite it. goes: what is seen
    at the table once the players go on without this person.
    """

    name: PersonName
    title: Title
    text: Text | None = None  # what this person's presence at the table changes
    brief: Text | None = None  # private to the party until the debrief
    looks: Looks = Looks()
    starts: OnOff = True
    goes: Text | None = None
    negotiable: Negotiable = _NO
    effect: Effect = Effect()
    arrives: Lines = ()  # what is told and said when this person comes to the table during play


class Party(Part):
    """A side at the table.

    met: by want, when it is met, decided at the end of the play. One without it is not measured.
    """

    name: Title
    public: Text
    private: Text
    wants: Mapping[Id, Percent] = {}
    want_names: Mapping[Id, Title] = {}  # the wants as a player reads them
    met: Mapping[Id, Condition] = {}
    internal_balance: Percent = 75
    competitive: Percent | None = None  # private weight of winning; without it, the scenario's
    persona: Persona = "reciprocator"
    roles: Annotated[Mapping[Id, Role], Field(min_length=1, max_length=MOST_ROLES)]

    @property
    def lead(self) -> str:
        """The id of the role that speaks for the party."""
        return next(iter(self.roles))

    def want_name(self, want: str) -> Text:
        """A want as a player reads it; its id where the author gave it no name."""
        return self.want_names.get(want, Text(nl=want, en=want))


class Move(Part):
    """What a party can choose. `kind` is a named prototype of the eight traits.

    face, found_out: one text, or one for each party of the scenario, in that order.
    """

    kind: Id
    title: Title  # the imperative on the card
    text: Text  # what it risks for whoever plays it
    face: Annotated[tuple[Text, ...], BeforeValidator(_as_tuple)]  # what the others see
    lines: Lines = ()  # what is said while doing it, by name; the first that fits
    say: Texts | None = None  # what whoever leads the party says where none of those fits
    answers: Annotated[tuple[Answer, ...], BeforeValidator(_as_tuple)] = ()
    found_out: Annotated[tuple[Text, ...], BeforeValidator(_as_tuple)] = ()  # how guile comes out
    of: Ids = ()  # the parties that can play it; empty: all
    at: Id | None = None  # the party it is done with; or `choose`: whoever plays it says with whom
    needs: Id | None = None  # a prop
    uses_up: OnOff = False  # the needed prop is gone afterwards
    hands_over: OnOff = False  # the needed prop goes to the party that the move is done with
    costs: Price | None = None  # value that it takes from whoever plays it
    pays: Price | None = None  # value that goes from whoever plays it to the one it is done with
    reveals: Ids = ()  # hidden moves: whoever plays it tells itself that it had made them
    once: OnOff = False
    again: OnOff = False  # can be done in two rounds running
    apart: Addresses = ()  # who is away from the table for it; `all`: of the party; or `speaker`
    when: Condition | None = None
    looks_like: Stance | None = None
    effect: Effect = Effect()  # a pulse on whoever plays it
    benevolence: Percent | None = None
    candour: Percent | None = None
    commitment: Percent | None = None
    claim: Percent | None = None
    guile: Percent | None = None
    formalise: Percent | None = None
    reflect: Percent | None = None
    repair: Percent | None = None

    @model_validator(mode="after")
    def _known_kind(self) -> Self:
        if self.kind not in KINDS:
            raise ValueError("unknown-kind")
        return self

    def traits(self) -> tuple[float, ...]:
        """The eight traits in the order of `TRAITS`, each a share in [0, 1]."""
        prototype = KINDS[self.kind].traits
        own = (getattr(self, trait) for trait in TRAITS)
        return tuple(
            base if given is None else given / 100
            for base, given in zip(prototype, own, strict=True)
        )

    def face_of(self, party: int) -> Text:
        """What the others see when that party plays it; its number among the parties."""
        return self.face[party % len(self.face)]

    @property
    def stance(self) -> Stance:
        """The stance that the move really has, whatever it looks like."""
        return KINDS[self.kind].stance

    @property
    def has_guile(self) -> bool:
        """Whether the move has guile of its own."""
        return self.traits()[TRAITS.index("guile")] > 0

    @property
    def face_stance(self) -> Stance:
        """What the others believe they see."""
        return self.looks_like or KINDS[self.kind].face


class OpeningLine(Line):
    """A line when a phase begins. only: the one party that it is told to; without it, all."""

    only: Id | None = None


OpeningLines = Annotated[tuple[OpeningLine, ...], BeforeValidator(_as_tuple)]


class Situation(Part):
    """What is told and said before the choice, in a given round of the phase or in any.

    The first that fits is told, and once in a play unless its lines may be said again. `only`: to
    one party; of those, the first that fits that party is told to it besides.
    """

    round: Count | None = None
    only: Id | None = None
    when: Condition = ALWAYS
    lines: Lines


class Said(Part):
    """How one way to reply or to respond reads on its card, and what is said with it."""

    title: Title | None = None
    say: Texts | None = None


class SaidToReply(Said):
    """How one way to respond reads, and what is said with it.

    say_to: what is said to that reply instead; `say` is for the others.
    """

    say_to: Mapping[Reply, Texts] = {}

    def after(self, reply: Reply) -> Texts:
        """What can be said with it after that reply; nothing if the author wrote none."""
        return self.say_to.get(reply, self.say or ())


class Confrontation(Part):
    """A scene for something that came out; the first that fits is played.

    `cause` what came out and `of` the party that it concerns; without them, anything and anyone.
    `is` the moves, `event` the events and `change` the things that it may be about: if several
    moves came out, all of them must be named. `change: part` is about the proposal to shake hands
    and end the talks. Of a refusal of that, no scene is played that is for refusals and leaves
    `change` out.
    What is not written here is said in the game's own words.
    """

    cause: Annotated[tuple[Cause, ...], BeforeValidator(_as_tuple)] = ()
    of: Id | None = None
    is_: Ids = Field(default=(), alias="is")
    event: Ids = ()
    change: Addresses = ()
    when: Condition = ALWAYS
    opens: Lines = ()
    replies: Mapping[Reply, Said] = {}
    responses: Mapping[Response, SaidToReply] = {}


class Branch(Part):
    """Where the script goes after a phase: the first branch whose condition holds.

    chance: in how many of a hundred plays it is taken then; otherwise the next is asked for.
    """

    to: Id
    when: Condition = ALWAYS
    chance: Annotated[int, Field(strict=True, ge=1, le=100)] = 100

    @property
    def always(self) -> bool:
        """Whether it is taken by every play that asks for it."""
        return self.when == ALWAYS and self.chance == 100


class ReflectionStep(Part):
    """The texts of one of the first two steps: the question, and what each option sounds like.

    ask: a moment that is called more than once takes the next wording, and the first again once
    all have been used. lines: by option what is said with it, by name; of those of the party that
    takes it, the first that fits. say: what whoever leads the party says where none does.
    """

    ask: Texts
    options: Mapping[ReflectionOption, Text] = {}
    say: Mapping[ReflectionOption, Texts] = {}
    lines: Mapping[ReflectionOption, Lines] = {}


class Reflection(Part):
    """A scheduled reflection moment: four steps; what may be changed in the third and fourth."""

    differences: ReflectionStep
    bottlenecks: ReflectionStep
    may_change: tuple[Chapter, ...] = ("script", "rules", "decor", "props", "rituals", "roles")


class Phase(Part):
    """A section of the script: rounds at the table, or a reflection moment."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    name: Title
    text: Text | None = None
    with_: Ids = Field(default=(), alias="with")  # a side talk between those parties; empty: all
    outside: Text | None = None  # instead of `text`, for whoever is not in the side talk
    trainer: Text | None = None  # a note for the trainer: no player reads it before the debrief
    decor: Id
    hour: Hour | None = None  # as it shows in the picture of the place
    weather: Weather | None = None
    starts: OnOff = True  # a phase that starts off is skipped until the players add it
    takes_time: OnOff = True  # without it, it plays on the day on which the next phase begins
    negotiable: Negotiable = _NO  # between: the number of rounds
    rounds: Count | None = None
    until: Condition | None = None  # the phase ends after the first round in which this is true
    reflection: Reflection | None = None
    opens_with: OpeningLines = ()
    situations: tuple[Situation, ...] = ()
    moves: Ids = ()
    answers: AnswersTo = ()  # to moves of this phase
    confrontations: tuple[Confrontation, ...] = ()
    next: Annotated[
        tuple[Branch, ...], BeforeValidator(_as_tuple), Field(max_length=MOST_BRANCHES)
    ] = ()  # empty: the end

    @model_validator(mode="after")
    def _rounds_or_reflection(self) -> Self:
        if (self.rounds is None) == (self.reflection is None):
            raise ValueError("phase-shape")
        return self

    def is_with(self, party: str) -> bool:
        """Whether that party is where this phase is held."""
        return not self.with_ or party in self.with_


class Occasion(Part):
    """An event of the script: something from outside that happens to the table.

    `chance` is the probability in percent, each round in which `after` and `when` hold.
    `after`: "2 years", "6 months" or "3 rounds". `on`: the same, of a date: it falls then and only
    then, for certain, if `when` holds. `leaves`: who goes from the table; it happens to the party
    of that person, and only while the person is there. `hour`, `weather`: what it becomes.
    `drawing`: what is seen of it, where the rest does not say it already.
    """

    name: Title
    text: Text
    say: Lines = ()
    after: str | None = None
    on: str | None = None
    when: Condition = ALWAYS
    chance: Percent = 100
    party: str = "any"  # whom it happens to: a party, `any` (drawn), or `all`
    turnover: OnOff = False  # the negotiator leaves: a newcomer takes the seat
    leaves: Address | None = None  # the same of one person: whoever is next there goes on
    reveals: OnOff = False  # what that party hid comes out
    adopts: Addresses = ()
    drops: Addresses = ()
    hour: Hour | None = None
    weather: Weather | None = None
    drawing: str | None = None
    effect: Effect = Effect()
    lasts: Count | None = None  # rounds; without it, for the rest of the play

    @property
    def is_departure(self) -> bool:
        """Whether somebody leaves with whom the others had dealt."""
        return self.turnover or self.leaves is not None

    @property
    def whom(self) -> str:
        """Whom it happens to: a party, `any` or `all`."""
        return self.party if self.leaves is None else self.leaves.partition(".")[0]

    @property
    def takes_away(self) -> tuple[str, ...]:
        """What is out of force once it has happened."""
        return self.drops if self.leaves is None else (*self.drops, self.leaves)


class Script(Part):
    """The phases and their order."""

    start: Id
    round_lasts: str = "3 months"
    # The talks go on while so many parties are at the table; without it, all are needed.
    goes_on_with: Annotated[int, Field(strict=True, ge=2, le=MOST_PARTIES - 1)] | None = None
    calls: Annotated[int, Field(strict=True, ge=0, le=3)] = 1  # reflection moments a party may call
    called: Reflection | None = None  # the texts of a called moment
    phases: Annotated[Mapping[Id, Phase], Field(min_length=1, max_length=MOST_PHASES)]
    events: Annotated[Mapping[Id, Occasion], Field(max_length=MOST_THINGS)] = {}
    answers: AnswersTo = ()  # where neither the phase nor the move has one that fits
    confrontations: tuple[Confrontation, ...] = ()  # where the phase has none that fits


class Ending(Part):
    """How a play can end: the first whose condition holds."""

    when: Condition = ALWAYS
    title: Title
    text: Text


class Goal(Part):
    """What a scenario teaches; the debrief speaks to it on every path."""

    thesis: Annotated[int, Field(strict=True, ge=1, le=5)]
    text: Text


class Question(Part):
    """A question of the debrief; with `when`, only after plays in which that holds at the end."""

    text: Text
    when: Condition = ALWAYS


class Trainer(Part):
    """Notes for the trainer: what to aim for, and what to ask when a pattern shows up."""

    goal: Text | None = None
    if_you_see: Mapping[Pattern, Text] = {}


class Debrief(Part):
    """What the author adds to the debrief."""

    questions: tuple[Question, ...] = ()
    trainer: Trainer = Trainer()


class Workshop(Part):
    """How the scenario is played in a workshop. predict: whether seats are asked to predict, and
    how far they trust.
    """

    predict: OnOff = True


class StartingPair(Part):
    """Where what one party makes of another starts, 0-100, if that differs from the rest."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    of: Id
    in_: Id = Field(alias="in")
    trust: Percent | None = None
    reliability: Percent | None = None

    @model_validator(mode="after")
    def _of_two(self) -> Self:
        if self.of == self.in_:
            raise ValueError("pair-of-one")
        if self.trust is None and self.reliability is None:
            raise ValueError("pair-empty")
        return self


class StartingPoint(Part):
    """Where the alliance starts, 0-100. What is not given comes from the form and the model."""

    trust: Percent | None = None
    reliability: Percent | None = None
    safety: Percent | None = None
    diversity: Percent | None = None
    understanding: Percent | None = None
    formal_overlap: Percent | None = None
    exposure: Percent | None = None
    pressure: Percent | None = None
    competition: Percent | None = None
    institution: Percent | None = None  # trust in the sector's institutions
    exit_cost: Annotated[int, Field(strict=True, ge=0, le=60)] | None = None  # of walking out
    pairs: Annotated[
        tuple[StartingPair, ...], BeforeValidator(_as_tuple), Field(max_length=MOST_PAIRS)
    ] = ()


class Course(Part):
    """What a play comes to; all that is given must be so. when: at its end.

    phase, move, event: with several, each of them.
    """

    outcome: Outcome | None = None
    ending: Id | None = None
    phase: Ids = ()
    move: Ids = ()
    event: Ids = ()
    when: Condition = ALWAYS

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self == Course.model_construct():
            raise ValueError("expect-empty")
        return self


class Expectation(Part):
    """What an author expects of many plays: that they come to something never, always, or in a
    share of them between bounds, in points of 0-100.
    """

    reaches: Course | None = None
    never: Course | None = None
    always: Course | None = None
    share: Bound | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        given = [each for each in (self.reaches, self.never, self.always) if each is not None]
        if len(given) != 1 or (self.share is None) != (self.reaches is None):
            raise ValueError("expect-shape")
        return self

    @property
    def course(self) -> Course:
        """What it is about."""
        found = self.reaches or self.never or self.always
        assert found is not None
        return found


class Scenario(Part):
    """The whole scenario, as loaded. language: that of texts that name none."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    _told_in: str = PrivateAttr("")
    _as_written: "Scenario | None" = PrivateAttr(None)
    _folder: Path | None = PrivateAttr(None)

    samenspel: Literal[1]
    include: Annotated[tuple[str, ...], BeforeValidator(_as_tuple)] = ()  # put together by `pieces`
    title: Title
    language: Language | None = None
    written_in: Tags | None = Field(default=None, alias="languages")
    summary: Text
    credits: Credits | None = None  # shown where a scenario is chosen, and nowhere in the play
    form: Form
    minutes: Annotated[int, Field(strict=True, ge=5, le=480)]
    teaches: Annotated[Mapping[Id, Goal], Field(min_length=1, max_length=MOST_THINGS)]
    starting_point: StartingPoint = StartingPoint()
    parties: Annotated[
        Mapping[Id, Party], Field(min_length=FEWEST_PARTIES, max_length=MOST_PARTIES)
    ]
    decor: Annotated[Mapping[Id, Decor], Field(min_length=1, max_length=MOST_THINGS)]
    props: Annotated[Mapping[Id, Prop], Field(max_length=MOST_THINGS)] = {}
    rules: Annotated[Mapping[Id, Rule], Field(max_length=MOST_THINGS)] = {}
    rituals: Annotated[Mapping[Id, Ritual], Field(max_length=MOST_THINGS)] = {}
    moves: Annotated[Mapping[Id, Move], Field(min_length=1, max_length=MOST_MOVES)]
    script: Script
    endings: Annotated[Mapping[Id, Ending], Field(min_length=1, max_length=MOST_THINGS)]
    debrief: Debrief = Debrief()
    workshop: Workshop = Workshop()
    # What `test` holds many plays against; a play takes no notice of it.
    expect: Annotated[
        tuple[Expectation, ...], BeforeValidator(_as_tuple), Field(max_length=MOST_THINGS)
    ] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the scenario is written in."""
        if self.written_in is not None:
            return self.written_in
        return ("nl", "en") if self.language is None else (self.language,)

    @property
    def told_in(self) -> str:
        """The language that it is told in whatever the screens speak; empty: in theirs."""
        return self._told_in

    def in_tongue(self, tongue: str) -> "Scenario":
        """The scenario told in that language, whatever language the screens speak.

        A text that is not written in it stays as it is. Without a language: as it was written.
        """
        written = self._as_written or self
        if not tongue:
            return written
        told: Scenario = _told(written, tongue)
        told._told_in, told._as_written = tongue, written
        return told

    def scenery(self, decor: str, *said: "Occasion | Phase") -> Scenery:
        """That place as it is drawn. said: what says more of the hour and the weather than the
        place itself, the weightiest first.
        """
        place = self.decor[decor]
        hours = (each.hour for each in (*said, place) if each.hour)
        weathers = (each.weather for each in (*said, place) if each.weather)
        own = None
        if self._folder is not None and place.picture is not None:
            own = OwnPicture(self._folder, place.picture)
        return Scenery(place.backdrop, next(hours, None), next(weathers, None), own)

    def beside(self, folder: Path | None) -> "Scenario":
        """The same scenario with the pictures that are in that folder; None: without pictures."""
        if all(place.picture is None for place in self.decor.values()):
            return self
        found = self.model_copy()
        found._folder = folder
        return found

    @property
    def opening(self) -> Scenery:
        """Where the story begins, as it is drawn."""
        first = self.script.phases[self.script.start]
        return self.scenery(first.decor, first)

    def role(self, address: str) -> Role:
        """The role with that address, written party.role."""
        party, _, role = address.partition(".")
        return self.parties[party].roles[role]

    def all_roles(self) -> Iterator[tuple[str, Role]]:
        """Every role with its address."""
        for party_id, party in self.parties.items():
            for role_id, role in party.roles.items():
                yield f"{party_id}.{role_id}", role


def _told(value: Any, tongue: str) -> Any:
    """The same part with each text in that language, where it has it."""
    if isinstance(value, Text):
        own = {"nl": value.nl, "en": value.en, **dict(value.others)}.get(tongue)
        return Text.model_construct(nl=own, en=own) if own else value
    if isinstance(value, BaseModel):
        return value.model_copy(
            update={name: _told(getattr(value, name), tongue) for name in type(value).model_fields}
        )
    if isinstance(value, Mapping):
        return {key: _told(each, tongue) for key, each in value.items()}
    return tuple(_told(each, tongue) for each in value) if isinstance(value, tuple) else value
