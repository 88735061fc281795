"""The trace: seed and choices, all that is needed to replay a play.

It also holds the scenario's text as it was when the play began, so that a play survives every later
edit. It is written whole, so that a killed program leaves the old trace or the new one, never half
of one, and sealed with a hash, so that a damaged or edited trace is refused in plain words.
"""

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from engine.files import read_file, write_file
from engine.play.afterthoughts import MOST_LETTERS, Afterthoughts, TurnMarked
from engine.play.compiled import CompiledScenario
from engine.play.events import Event
from engine.play.state import (
    Choice,
    MoveChoice,
    Objection,
    OptionChoice,
    Prediction,
    ProposalChoice,
    RaiseChoice,
    Refusal,
    ReplyChoice,
    ResponseChoice,
    State,
    Voices,
    VoteChoice,
)
from engine.play.step import Step, check_choice, choosers, initial, step
from engine.scenario.schema import Tag
from engine.scenario.vocabulary import (
    Language,
    Persona,
    ReflectionOption,
    Reply,
    Response,
    Stance,
)

HUMAN = "human"
# Raise it whenever traces that exist could no longer be read. What may be left out is no reason.
FORMAT = 3
# Raise it whenever the same seed and choices would give a different play.
RULES_VERSION = 7

TraceReason = Literal[
    "missing", "not-a-trace", "truncated", "edited", "other-version", "other-scenario",
    "cannot-replay", "in-use",
]  # fmt: skip
MAX_BYTES = 5_000_000
_LONGEST_DETAIL = 40
MAX_TEXT = 1_000_000  # bytes; as much as a scenario may have


@dataclass(frozen=True, slots=True)
class TraceProblem:
    """Why a trace can't be used."""

    reason: TraceReason
    detail: str = ""


MOST_TRUST = 10


@dataclass(frozen=True, slots=True)
class TrustStated:
    """How far a person said to trust the others, after so many steps; the play takes no notice.

    levels: by party, 0 to 10; without any where the question was passed over.
    """

    step: int
    party: str
    levels: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class StoodIn:
    """That a choice was made for a party of people, after so many steps; the play takes no notice.

    persona: who made it; None: it is what most of them had said they wanted. late: their time was
    up.
    """

    step: int
    party: str
    persona: Persona | None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """One play: which scenario, which luck, who sat where, and every choice in order.

    choices: one mapping per step, by party; the last may lack parties that had still to choose.
    digest: the fingerprint of the scenario. source: the name of its file, without a folder.
    packed: its text as it was when the play began, see `pack`. trust: what people said of theirs.
    afterthoughts: what they wrote at the debrief, one for each who wrote anything. stood_in: which
    of the choices of people were made in their place. told_in: the language that the scenario was
    told in, if that is not the language of the screens.
    """

    digest: str
    source: str
    seed: int
    seats: Mapping[str, str]
    language: Language = "nl"
    choices: tuple[Mapping[str, Choice], ...] = ()
    game: int = 0
    version: int = RULES_VERSION
    packed: str = ""
    trust: tuple[TrustStated, ...] = ()
    afterthoughts: tuple[Afterthoughts, ...] = ()
    stood_in: tuple[StoodIn, ...] = ()
    told_in: str = ""

    @property
    def text(self) -> bytes | None:
        """The text of the scenario when the play began, if the trace has it."""
        unpacking = zlib.decompressobj()
        try:
            text = unpacking.decompress(base64.b64decode(self.packed, validate=True), MAX_TEXT)
        except (zlib.error, ValueError):
            return None
        return text if unpacking.eof else None

    def with_trust(self, stated: TrustStated) -> "Trace":
        """The trace with how far somebody trusts the others; said again, the last word counts."""
        others = (e for e in self.trust if (e.step, e.party) != (stated.step, stated.party))
        return replace(self, trust=(*others, stated))

    @property
    def people(self) -> tuple[str, ...]:
        """The parties that a person plays."""
        return tuple(party for party, who in self.seats.items() if who == HUMAN)

    def written_by(self, party: str) -> Afterthoughts:
        """What that party's person wrote at the debrief so far."""
        found = (each for each in self.afterthoughts if each.party == party)
        return next(found, Afterthoughts(party))

    def with_afterthoughts(self, written: Afterthoughts) -> "Trace":
        """The trace with what somebody wrote at the debrief, in place of what stood there."""
        kept = {each.party: each for each in (*self.afterthoughts, written)}
        told = (kept[party] for party in self.seats if party in kept)
        return replace(self, afterthoughts=tuple(each for each in told if not each.is_empty))

    def with_stand_in(self, stood_in: StoodIn) -> "Trace":
        """The trace with a note that a choice was made for people."""
        return replace(self, stood_in=(*self.stood_in, stood_in))

    def until(self, step: int) -> "Trace":
        """The trace as it was after so many steps: without later choices, and what goes with them.

        What was written looking back is only kept where nothing is taken out.
        """
        is_cut = step < len(self.choices)
        return replace(
            self,
            choices=self.choices[:step],
            trust=tuple(each for each in self.trust if each.step <= step),
            stood_in=tuple(each for each in self.stood_in if each.step < step),
            afterthoughts=() if is_cut else self.afterthoughts,
        )

    def with_choice(self, choice: Choice, *, opens_step: bool) -> "Trace":
        """The trace with one more choice, in the present step or in a new one."""
        steps = list(self.choices)
        if opens_step or not steps:
            steps.append({})
        steps[-1] = {**steps[-1], choice.party: choice}
        return replace(self, choices=tuple(steps))


@dataclass(frozen=True, slots=True)
class Replayed:
    """A play played again: every step, the opening one first."""

    trace: Trace
    steps: tuple[Step, ...]
    pending: Mapping[str, Choice] = field(default_factory=dict)

    @property
    def state(self) -> State:
        """Where the play stands after the last choice."""
        return self.steps[-1].state

    @property
    def states(self) -> tuple[State, ...]:
        """The state after each step."""
        return tuple(each.state for each in self.steps)

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened, in order."""
        return tuple(event for each in self.steps for event in each.events)


_KINDS: dict[str, type] = {
    "move": MoveChoice,
    "option": OptionChoice,
    "proposal": ProposalChoice,
    "vote": VoteChoice,
    "raise": RaiseChoice,
    "reply": ReplyChoice,
    "response": ResponseChoice,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def pack(text: bytes) -> str:
    """A text as a trace keeps it: compressed, in letters and digits."""
    return base64.b64encode(zlib.compress(text)).decode("ascii")


def save(trace: Trace, path: Path) -> None:
    """Write the trace; when this returns it is on the disk."""
    write_file(path, to_json(trace).encode("ascii"))


def to_json(trace: Trace) -> str:
    """The trace as text, sealed."""
    body: dict[str, Any] = {
        "samenspel_trace": FORMAT,
        "version": trace.version,
        "scenario": {"digest": trace.digest, "source": trace.source},
        "seed": trace.seed,
        "game": trace.game,
        "language": trace.language,
        "seats": dict(trace.seats),
        "choices": [
            {party: plain_choice(choice) for party, choice in each.items()}
            for each in trace.choices
        ],
        "text": trace.packed,
    }
    if trace.trust:
        body["trust"] = [{**asdict(each), "levels": dict(each.levels)} for each in trace.trust]
    if trace.afterthoughts:
        body["afterthoughts"] = [asdict(each) for each in trace.afterthoughts]
    if trace.stood_in:
        body["stood_in"] = [asdict(each) for each in trace.stood_in]
    if trace.told_in:
        body["told_in"] = trace.told_in
    # In ASCII: a file name can contain bytes that are not text.
    return json.dumps({**body, "seal": _seal(body)}, indent=1) + "\n"


def plain_choice(choice: Choice) -> dict[str, Any]:
    """The choice as a trace keeps it: without its party, and without voices if none were heard."""
    bare = {name: value for name, value in asdict(choice).items() if name != "party"}
    if bare.get("voices") == asdict(Voices()):
        del bare["voices"]
    return {"kind": _NAMES[type(choice)], **bare}


def _seal(body: Mapping[str, Any]) -> str:
    plain = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def load_trace(path: Path) -> Trace | TraceProblem:
    """The trace in that file, or why it can't be used."""
    try:
        raw = read_file(path, MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a path that holds a zero byte
        return TraceProblem("missing", str(error))
    if len(raw) > MAX_BYTES:
        return TraceProblem("not-a-trace")
    return parse_trace(raw)


def parse_trace(raw: bytes) -> Trace | TraceProblem:
    """The trace in those bytes, or why it can't be used."""
    try:
        body = json.loads(raw.decode("utf-8"))
    except json.JSONDecodeError as error:
        begins = raw.lstrip().startswith(b"{") and b"samenspel_trace" in raw
        return TraceProblem("truncated" if begins else "not-a-trace", f"line {error.lineno}")
    except (ValueError, RecursionError):  # thousands of digits or of brackets
        return TraceProblem("not-a-trace")
    if not isinstance(body, dict):
        return TraceProblem("not-a-trace")
    versions = body.get("samenspel_trace"), body.get("version")
    if not all(type(each) is int for each in versions):  # True would pass for 1
        return TraceProblem("not-a-trace")
    if versions != (FORMAT, RULES_VERSION):
        return TraceProblem("other-version", f"{versions[0]}.{versions[1]}"[:_LONGEST_DETAIL])
    try:
        if body.pop("seal", None) != _seal(body):
            return TraceProblem("edited")
        return _Recorded.model_validate(body).as_trace()
    except (ValidationError, RecursionError):
        return TraceProblem("edited")


# --- what the file may contain -----------------------------------------------------------------

# Drawn as luck: the functions of luck take 63 bits.
_Number = Annotated[int, Field(ge=0, lt=2**63)]


def _file_name(value: object) -> str:
    """A file name without a folder; pydantic's own type refuses bytes that are not text."""
    if not isinstance(value, str) or value in (".", "..") or set(value) & {"/", "\\", "\0"}:
        raise ValueError("not a file name")
    return value


class _Record(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class _Scenario(_Record):
    digest: str
    source: Annotated[str, PlainValidator(_file_name)]


class _Expected(_Record):
    about: str
    stance: Stance
    probability: float


class _Voices(_Record):
    asked: _Number
    other: _Number

    @model_validator(mode="after")
    def _could_be_heard(self) -> Self:
        self.as_voices()
        return self

    def as_voices(self) -> Voices:
        return Voices(self.asked, self.other)


_UNHEARD = _Voices(asked=0, other=0)


class _Move(_Record):
    kind: Literal["move"]
    move: str
    call: bool
    predictions: list[_Expected]
    voices: _Voices = _UNHEARD

    def as_choice(self, party: str) -> Choice:
        expected = tuple(Prediction(**each.model_dump()) for each in self.predictions)
        return MoveChoice(party, self.move, self.call, expected, self.voices.as_voices())


class _Option(_Record):
    kind: Literal["option"]
    option: ReflectionOption

    def as_choice(self, party: str) -> Choice:
        return OptionChoice(party, self.option)


class _Proposal(_Record):
    kind: Literal["proposal"]
    change: str | None
    amount: _Number | None

    def as_choice(self, party: str) -> Choice:
        return ProposalChoice(party, self.change, self.amount)


class _Vote(_Record):
    kind: Literal["vote"]
    votes: dict[str, bool]
    reasons: dict[str, Objection] = {}
    voices: _Voices = _UNHEARD

    def as_choice(self, party: str) -> Choice:
        return VoteChoice(party, self.votes, self.reasons, self.voices.as_voices())


_Level = Annotated[int, Field(ge=0, le=MOST_TRUST)]


class _Trust(_Record):
    step: Annotated[int, Field(ge=0)]
    party: str
    levels: dict[str, _Level]


class _StoodIn(_Record):
    step: Annotated[int, Field(ge=0)]
    party: str
    persona: Persona | None
    late: bool = False

    @model_validator(mode="after")
    def _could_stand_in(self) -> Self:
        if self.persona is None and not self.late:
            raise ValueError("nobody stood in")
        return self

    def as_stood_in(self) -> StoodIn:
        return StoodIn(self.step, self.party, self.persona, self.late)


_Words = Annotated[str, Field(max_length=MOST_LETTERS)]


class _Turn(_Record):
    kind: Literal["round", "moment"]
    round: Annotated[int, Field(ge=0)]


class _Afterthoughts(_Record):
    party: str
    feeling: _Words
    marked: _Turn | None
    turn: _Words
    otherwise: _Words
    friday: _Words
    tell: _Words
    sign: _Words

    def as_written(self) -> Afterthoughts:
        given = self.model_dump()
        marked = TurnMarked(self.marked.kind, self.marked.round) if self.marked else None
        return Afterthoughts(**{**given, "marked": marked})


class _Raise(_Record):
    kind: Literal["raise"]
    raises: bool

    def as_choice(self, party: str) -> Choice:
        return RaiseChoice(party, self.raises)


class _Reply(_Record):
    kind: Literal["reply"]
    reply: Reply

    def as_choice(self, party: str) -> Choice:
        return ReplyChoice(party, self.reply)


class _Response(_Record):
    kind: Literal["response"]
    response: Response

    def as_choice(self, party: str) -> Choice:
        return ResponseChoice(party, self.response)


_Chosen = Annotated[
    _Move | _Option | _Proposal | _Vote | _Raise | _Reply | _Response, Field(discriminator="kind")
]


def read_choice(plain: object, party: str) -> Choice:
    """That party's choice, kept as `plain_choice` makes it. Raises ValueError."""
    choice: Choice = _choice_reader().validate_json(json.dumps(plain)).as_choice(party)
    return choice


@cache
def _choice_reader() -> TypeAdapter[Any]:
    return TypeAdapter(_Chosen)


class _Recorded(_Record):
    """The only reader of traces: every value of the right kind, and nothing else."""

    samenspel_trace: int
    version: int
    scenario: _Scenario
    seed: _Number
    game: _Number
    language: Language
    seats: dict[str, Persona | Literal["human"]]
    choices: list[dict[str, _Chosen]]
    text: str
    trust: list[_Trust] = []
    afterthoughts: list[_Afterthoughts] = []
    stood_in: list[_StoodIn] = []
    told_in: Tag | Literal[""] = ""

    def as_trace(self) -> Trace:
        return Trace(
            digest=self.scenario.digest,
            source=self.scenario.source,
            seed=self.seed,
            game=self.game,
            language=self.language,
            seats=dict(self.seats),
            choices=tuple(
                {party: each.as_choice(party) for party, each in step.items()}
                for step in self.choices
            ),
            packed=self.text,
            trust=tuple(TrustStated(each.step, each.party, each.levels) for each in self.trust),
            afterthoughts=tuple(each.as_written() for each in self.afterthoughts),
            stood_in=tuple(each.as_stood_in() for each in self.stood_in),
            told_in=self.told_in,
        )


# --- replaying --------------------------------------------------------------------------------


def replay(
    compiled: CompiledScenario, trace: Trace, digest: str | None = None
) -> Replayed | TraceProblem:
    """The play repeated with the identical result. digest: the compiled scenario's fingerprint."""
    if digest is not None and digest != trace.digest:
        return TraceProblem("other-scenario", trace.source)
    parties = set(compiled.parties)
    named = [set(each) for each in trace.choices]
    named += [{each.party, *each.levels} for each in trace.trust]
    named += [{each.party} for each in trace.afterthoughts]
    if set(trace.seats) != parties or not all(each <= parties for each in named):
        return TraceProblem("edited")
    if any(each.step > len(trace.choices) for each in trace.trust):
        return TraceProblem("edited")
    if not _could_be_stood_in(trace):
        return TraceProblem("edited")
    steps = [initial(compiled, trace.seed, trace.game)]
    for number, choices in enumerate(trace.choices, start=1):
        if number == len(trace.choices) and _waits(compiled, steps[-1].state, choices):
            return Replayed(trace, tuple(steps), choices)
        result = step(compiled, steps[-1].state, choices)
        if isinstance(result, Refusal):
            return TraceProblem("cannot-replay", str(number))
        steps.append(result)
    return Replayed(trace, tuple(steps))


def _could_be_stood_in(trace: Trace) -> bool:
    """Whether each note of a stand-in is about a choice of people, and about another one."""
    made = {
        (step, party)
        for step, choices in enumerate(trace.choices)
        for party in choices
        if party in trace.people
    }
    noted = [(each.step, each.party) for each in trace.stood_in]
    return set(noted) <= made and len(set(noted)) == len(noted)


def _waits(compiled: CompiledScenario, state: State, choices: Mapping[str, Choice]) -> bool:
    """Whether these are choices of some parties, while others have yet to choose."""
    return set(choices) < set(choosers(compiled, state)) and not any(
        check_choice(compiled, state, choice) for choice in choices.values()
    )
