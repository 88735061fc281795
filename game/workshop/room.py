"""A room, as its rows make it: who is there, at which table, and what the trainer set."""

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import assert_never

from engine.scenario.vocabulary import Language
from game.workshop.entries import (
    Bookmarked,
    Debriefing,
    DeviceChanged,
    Joined,
    Locked,
    Moved,
    Opened,
    PassphraseChanged,
    PinChanged,
    Renamed,
    RoomEntry,
    Showing,
    TablesSet,
    TimersSet,
    Told,
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the room. table: 0 without a seat; party: None for whoever looks on.

    pins: how many the trainer has given; is_pin_new: the last of them has not been used.
    """

    id: str
    name: str
    language: Language
    token: str
    pin: str
    table: int = 0
    party: str | None = None
    pins: int = 0
    is_pin_new: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """What the trainer told; table: None for all."""

    at: float
    table: int | None
    text: str


class Unfit(ValueError):
    """A row that can't follow the rows before it."""


@dataclass
class Room:
    """The room so far. people: by id, in the order in which they took their seats.

    secret: the key with which the passphrase and PINs are kept; without it none of them is right.
    """

    code: str
    parties: Sequence[str]
    opened: Opened
    opened_at: float
    secret: bytes = field(default=b"", repr=False)
    rows: int = 1
    tables: int = 0
    people: dict[str, Person] = field(default_factory=dict)
    locked: bool = False
    timers: TimersSet = field(default_factory=lambda: TimersSet(soft=None, hard=None))
    messages: list[Message] = field(default_factory=list)
    bookmarks: list[tuple[float, Bookmarked]] = field(default_factory=list)
    showing: Showing = field(default_factory=lambda: Showing(what="join"))
    debriefing: bool = False
    passphrase: str = ""  # the trainer's, as it is kept

    def __post_init__(self) -> None:
        self.tables = self.tables or self.opened.tables
        self.passphrase = self.passphrase or self.opened.passphrase

    def apply(self, entry: RoomEntry, at: float) -> None:
        """Take the next row in. Raises `Unfit`, and leaves the room as it was."""
        match entry:
            case Opened():
                raise Unfit("opened twice")
            case Joined():
                if entry.person in self.people:
                    raise Unfit(entry.person)
                self.people[entry.person] = Person(
                    entry.person, entry.name, entry.language, entry.token, entry.pin
                )
            case Moved():
                self._move(entry)
            case Renamed():
                self._change(entry.person, name=entry.name, language=entry.language)
            case DeviceChanged():
                self._change(entry.person, token=entry.token, is_pin_new=False)
            case PinChanged():
                given = self.people[entry.person].pins + 1 if entry.person in self.people else 0
                self._change(entry.person, pin=entry.pin, pins=given, is_pin_new=True)
            case PassphraseChanged():
                self.passphrase = entry.passphrase
            case TablesSet():
                self.tables = entry.tables
            case Locked():
                self.locked = entry.locked
            case TimersSet():
                self.timers = entry
            case Told():
                self.messages.append(Message(at, entry.table, entry.text))
            case Bookmarked():
                self.bookmarks.append((at, entry))
            case Showing():
                self.showing = entry
            case Debriefing():
                self.debriefing = entry.begins
            case _:
                assert_never(entry)
        self.rows += 1

    def _move(self, entry: Moved) -> None:
        if entry.person not in self.people or entry.party not in (None, *self.parties):
            raise Unfit(entry.person)
        # Whoever sits down last comes last: the first of a party seals for it.
        person = self.people.pop(entry.person)
        self.people[entry.person] = replace(person, table=entry.table, party=entry.party)

    def _change(self, person: str, **to: str | int) -> None:
        if person not in self.people:
            raise Unfit(person)
        self.people[person] = replace(self.people[person], **to)  # type: ignore[arg-type]

    # --- who is where -----------------------------------------------------------------------------

    def seated(self, table: int, party: str) -> tuple[Person, ...]:
        """Who plays that party at that table, in the order in which they sat down."""
        return tuple(p for p in self.people.values() if (p.table, p.party) == (table, party))

    def at_table(self, table: int) -> tuple[Person, ...]:
        """Everybody at that table, with those who look on."""
        return tuple(p for p in self.people.values() if p.table == table)

    def is_played(self, table: int) -> bool:
        """Whether anybody plays at that table."""
        return any(person.party for person in self.at_table(table))

    def seats(self) -> Iterator[tuple[int, str]]:
        """Every party at every table."""
        for table in range(1, self.tables + 1):
            for party in self.parties:
                yield table, party

    def freest(self) -> tuple[int, str]:
        """Where the next person is needed most: where fewest sit, the first such table."""
        return min(self.seats(), key=lambda seat: len(self.seated(*seat)))

    def by_token(self, token: str) -> Person | None:
        """Whoever that device belongs to. token: as the device has it, not hashed."""
        given = hashed(self.opened.salt, token)
        for person in self.people.values():
            if hmac.compare_digest(person.token, given):
                return person
        return None

    def is_pin(self, person: Person, pin: str) -> bool:
        """Whether that is the person's PIN."""
        is_it = hmac.compare_digest(person.pin, self.kept_pin(person.id, pin))
        return bool(self.secret) and is_it

    def kept_pin(self, person: str, pin: str) -> str:
        """The PIN of that person as the journal keeps it."""
        return keyed(self.secret, self.opened.salt, f"{person}:{pin}")

    def next_pin(self, person: Person) -> str:
        """The PIN that the trainer gives that person next, the same in every process."""
        return self._given_pin(person, person.pins + 1)

    def new_pins(self) -> dict[str, str]:
        """The PINs that the trainer gave and nobody has used yet, by person."""
        given = {p.id: self._given_pin(p, p.pins) for p in self.people.values() if p.is_pin_new}
        return {who: pin for who, pin in given.items() if self.is_pin(self.people[who], pin)}

    def _given_pin(self, person: Person, number: int) -> str:
        made = keyed(self.secret, self.opened.salt, f"given:{person.id}:{number}")
        return f"{int(made, 16) % 10_000:04}"

    def heard_at(self, table: int) -> tuple[Message, ...]:
        """What the trainer told that table, the last word last."""
        return tuple(each for each in self.messages if each.table in (None, table))


def hashed(salt: str, secret: str) -> str:
    """A secret that nobody can guess as the journal keeps it."""
    return sha256(f"{salt}:{secret}".encode()).hexdigest()


def keyed(key: bytes, salt: str, secret: str) -> str:
    """A secret that could be guessed as the journal keeps it: without the key nobody can try."""
    return hmac.digest(key, f"{salt}:{secret}".encode(), "sha256").hex()


def simple(passphrase: str) -> str:
    """The passphrase without what people type differently."""
    return " ".join(passphrase.casefold().replace("-", " ").split())
