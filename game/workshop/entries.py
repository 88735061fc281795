"""What can stand in the journal of a room and of its tables: one frozen class for each kind.

Times are seconds since 1970 and stand with the row; durations are in seconds. People are known by
a short id; what they are called is up to them.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from engine.debrief import ASSUMPTIONS, Assumed
from engine.scenario.vocabulary import Language, Persona

ROOM = 0  # the stream of the room itself; those of its tables are 1, 2, …
MOST_TABLES = 200
LONGEST_NAME = 40
LONGEST_NOTE = 500
LONGEST_ONCE = 60

Name = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
Note = Annotated[str, Field(min_length=1, max_length=LONGEST_NOTE)]
Hash = Annotated[str, Field(min_length=64, max_length=64)]
TableNumber = Annotated[int, Field(ge=1, le=MOST_TABLES)]
Duration = Annotated[int, Field(ge=5, le=4 * 3600)]
# Who plays for people whose time is up: their computer player, or nobody, and the table waits.
AtTheEnd = Literal["persona", "hold"]


def _within_range(assumed: dict[Assumed, float]) -> dict[Assumed, float]:
    for name, value in assumed.items():
        if not ASSUMPTIONS[name].low <= value <= ASSUMPTIONS[name].high:
            raise ValueError(f"{name} can't be {value}")
    return assumed


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


# --- the room -----------------------------------------------------------------------------------


class Opened(_Entry):
    """The room opens. packed: the scenario's text, see `engine.play.trace.pack`.

    seed: of all its tables, so that they have the same luck. passphrase: the trainer's, hashed.
    rehearsal: computer players sit at every seat, for a trainer to practise with. told_in: the
    language of the scenario's texts, if everybody reads them in that one.
    """

    kind: Literal["opened"] = "opened"
    source: str
    packed: str
    digest: str
    seed: Annotated[int, Field(ge=0, lt=2**63)]
    language: Language
    tables: TableNumber
    salt: str
    passphrase: Hash
    rehearsal: bool = False
    told_in: str = ""


class TablesSet(_Entry):
    """So many tables stand in the room; those that play or have people stay."""

    kind: Literal["tables"] = "tables"
    tables: TableNumber


class Joined(_Entry):
    """Somebody comes in. token: of the device, hashed; pin: to come back on another, keyed."""

    kind: Literal["joined"] = "joined"
    person: str
    name: Name
    language: Language
    token: Hash
    pin: Hash


class Moved(_Entry):
    """Somebody takes a seat, another one, or none (table 0). Without a party: looks on."""

    kind: Literal["moved"] = "moved"
    person: str
    table: Annotated[int, Field(ge=0, le=MOST_TABLES)]
    party: str | None = None


class Renamed(_Entry):
    """Somebody is called otherwise, or reads another language."""

    kind: Literal["renamed"] = "renamed"
    person: str
    name: Name
    language: Language


class DeviceChanged(_Entry):
    """Somebody comes back on another device: the one before it has no seat any more."""

    kind: Literal["device"] = "device"
    person: str
    token: Hash


class PinChanged(_Entry):
    """The trainer gives somebody a new PIN."""

    kind: Literal["pin"] = "pin"
    person: str
    pin: Hash


class PassphraseChanged(_Entry):
    """The trainer has another passphrase, kept like the first: the laptop's secret was lost."""

    kind: Literal["passphrase"] = "passphrase"
    passphrase: Hash


class Locked(_Entry):
    """Whether new people can come in."""

    kind: Literal["locked"] = "locked"
    locked: bool


class TimersSet(_Entry):
    """How long a choice may take. soft: a reminder; hard: the end; None: no such timer."""

    kind: Literal["timers"] = "timers"
    soft: Duration | None
    hard: Duration | None
    at_the_end: AtTheEnd = "persona"


class Told(_Entry):
    """The trainer tells something: to all tables, or to one."""

    kind: Literal["told"] = "told"
    table: TableNumber | None
    text: Note


class Bookmarked(_Entry):
    """The trainer marks a moment at a table, to come back to in the debrief."""

    kind: Literal["bookmarked"] = "bookmarked"
    table: TableNumber
    step: Annotated[int, Field(ge=0)]
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""


class Showing(_Entry):
    """What the projector shows: the room, one table that agrees to it, or a step of the debrief.

    table: in the debrief, the one whose other choices are looked at. part: of the step; the
    question alone is part 0, and what the plays have to say about it follows. assumed: in the
    debrief, what is assumed otherwise of the model's payoffs, by name.
    """

    kind: Literal["showing"] = "showing"
    what: Literal["join", "tables", "table", "debrief"]
    table: TableNumber | None = None
    step: Annotated[int, Field(ge=0, le=8)] = 0
    part: Annotated[int, Field(ge=0, le=999)] = 0
    assumed: Annotated[dict[Assumed, float], AfterValidator(_within_range)] = {}


class Debriefing(_Entry):
    """From here on everybody may look back: what was hidden is unlocked. Or not yet, after all."""

    kind: Literal["debriefing"] = "debriefing"
    begins: bool


RoomEntry = Annotated[
    Opened | TablesSet | Joined | Moved | Renamed | DeviceChanged | PinChanged
    | PassphraseChanged | Locked | TimersSet | Told | Bookmarked | Showing | Debriefing,
    Field(discriminator="kind"),
]  # fmt: skip


# --- a table ------------------------------------------------------------------------------------

Plain = dict[str, Any]  # a choice as it stands in a trace, see `engine.play.trace.plain_choice`
Step = Annotated[int, Field(ge=1)]


class Began(_Entry):
    """The table begins to play."""

    kind: Literal["began"] = "began"


class Preferred(_Entry):
    """What somebody wants the own party to choose, before it is sealed."""

    kind: Literal["preferred"] = "preferred"
    step: Step
    party: str
    person: str
    choice: Plain


class Sealed(_Entry):
    """What a party chose. person: who sealed it, empty when all agreed or nobody sat there.

    persona: the computer player that chose for the party. late: because the time was up.
    """

    kind: Literal["sealed"] = "sealed"
    step: Step
    party: str
    choice: Plain
    person: str = ""
    persona: Persona | None = None
    late: bool = False


class PenTaken(_Entry):
    """Somebody else of the party seals from now on."""

    kind: Literal["pen"] = "pen"
    party: str
    person: str


class Staffed(_Entry):
    """A computer player takes over for a party, or gives it back to its people (None)."""

    kind: Literal["staffed"] = "staffed"
    party: str
    persona: Persona | None


class Paused(_Entry):
    """The table pauses: its clock stands still, and nothing can be sealed."""

    kind: Literal["paused"] = "paused"


class Resumed(_Entry):
    """The table goes on."""

    kind: Literal["resumed"] = "resumed"


class TimeGiven(_Entry):
    """More time for the present choice, or less."""

    kind: Literal["time"] = "time"
    seconds: Annotated[int, Field(ge=-4 * 3600, le=4 * 3600)]


class SteppedBack(_Entry):
    """The table goes back to where it was after that many steps. Nothing is erased."""

    kind: Literal["back"] = "back"
    step: Step


class TrustSaid(_Entry):
    """How far somebody trusts the others, 0 to 10 by party; none: passed over."""

    kind: Literal["trust"] = "trust"
    step: Step
    party: str
    person: str
    levels: dict[str, Annotated[int, Field(ge=0, le=10)]]


class Marked(_Entry):
    """A note that somebody pins to the present moment, for the debrief.

    once: what the device calls this note, so that one that is sent again is known.
    """

    kind: Literal["marked"] = "marked"
    step: Step
    person: str
    note: Note
    once: Annotated[str, Field(max_length=LONGEST_ONCE)] = ""


class Agreed(_Entry):
    """Whether a party agrees that the room sees its table."""

    kind: Literal["agreed"] = "agreed"
    party: str
    person: str
    agrees: bool


class Card(_Entry):
    """What somebody writes for next Friday, for nobody else."""

    kind: Literal["card"] = "card"
    person: str
    text: Annotated[str, Field(max_length=LONGEST_NOTE)]


class Recalled(_Entry):
    """What somebody remembers before anything is told: a word for how it felt, and the turn of it.

    turn: the round, or the moment after round `round`; None: none was chosen.
    """

    kind: Literal["recalled"] = "recalled"
    person: str
    feeling: Annotated[str, Field(max_length=LONGEST_NAME)] = ""
    turn: Literal["round", "moment"] | None = None
    round: Annotated[int, Field(ge=0)] = 0


TableEntry = Annotated[
    Began | Preferred | Sealed | PenTaken | Staffed | Paused | Resumed | TimeGiven | SteppedBack
    | TrustSaid | Marked | Agreed | Card | Recalled,
    Field(discriminator="kind"),
]  # fmt: skip

Entry = RoomEntry | TableEntry

_ROOM: TypeAdapter[RoomEntry] = TypeAdapter(RoomEntry)
_TABLE: TypeAdapter[TableEntry] = TypeAdapter(TableEntry)


class Unreadable(ValueError):
    """A row that no entry of this version can be made of."""


def plain(entry: _Entry) -> dict[str, Any]:
    """The entry as it is written: plain JSON, without its kind."""
    return entry.model_dump(mode="json", exclude={"kind"})


def read_room_entry(kind: str, body: object) -> RoomEntry:
    """The entry of a room that was written so. Raises `Unreadable`."""
    return _read(_ROOM, kind, body)


def read_table_entry(kind: str, body: object) -> TableEntry:
    """The entry of a table that was written so. Raises `Unreadable`."""
    return _read(_TABLE, kind, body)


def _read(of: TypeAdapter[Any], kind: str, body: object) -> Any:
    if not isinstance(body, dict):
        raise Unreadable(kind)
    try:
        return of.validate_python({**body, "kind": kind})
    except (ValidationError, RecursionError) as error:
        raise Unreadable(kind) from error
