"""Who somebody is: the token in a device, the PIN for another one, the trainer's passphrase."""

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from unicodedata import category, normalize

from starlette.requests import Request
from starlette.responses import Response

from engine.scenario.vocabulary import Language
from game.printable import cleaned
from game.web.guards import whole
from game.workshop.entries import LONGEST_NAME, DeviceChanged, Joined, Moved, RoomEntry
from game.workshop.hall import OpenRoom
from game.workshop.room import Person, Room, hashed, keyed, simple

Seat = tuple[int, str | None]  # a table and a party; without one, somebody looks on
DAY = 24 * 3600
MOST_PEOPLE = 600  # design choice: twice a large hall; a script can't fill the disk
MOST_SHARED = 12  # people with one device: more parties than any scenario has
_TICKET = 22  # letters of one, as many as make it unguessable
# Without letters and digits that look alike on a beamer.
_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_WORDS = 3  # of a passphrase; with the throttle far more than anybody can try in an afternoon


@dataclass(frozen=True, slots=True)
class Key:
    """What a device keeps: whose it is, in a form that only the device has."""

    token: str
    pin: str

    @classmethod
    def fresh(cls) -> "Key":
        """A key that nobody has yet."""
        return cls(secrets.token_urlsafe(16), f"{secrets.randbelow(10_000):04}")

    @classmethod
    def made_of(cls, ticket: str) -> "Key":
        """The key for whoever comes in with that ticket: the same when a form comes twice."""
        if len(ticket) < _TICKET:
            return cls.fresh()
        token, pin = (sha256(f"{use}:{ticket}".encode()) for use in ("token", "pin"))
        return cls(token.hexdigest(), f"{int(pin.hexdigest(), 16) % 10_000:04}")

    @classmethod
    def of(cls, request: Request, code: str) -> "Key | None":
        """The key in that device, if it has one for this room."""
        token, _, pin = request.cookies.get(f"seat_{code}", "").partition(".")
        return cls(token, pin) if token else None

    def keep(self, response: Response, code: str) -> None:
        """Put it in the device, for a day: longer than a workshop, shorter than a hotel's stay."""
        response.set_cookie(
            f"seat_{code}", f"{self.token}.{self.pin}", max_age=DAY, httponly=True, samesite="lax",
            path=f"/{code}",
        )  # fmt: skip


def new_ticket() -> str:
    """What a page to come in by sends with its form."""
    return secrets.token_urlsafe(16)


def new_code() -> str:
    """A code for a room, short enough to type from the wall."""
    return "".join(secrets.choice(_LETTERS) for _ in range(4))


def new_person(room: Room) -> str:
    """An id that nobody in the room has."""
    return f"p{len(room.people) + 1}"


def person_of(request: Request, room: Room) -> Person | None:
    """Whose device this is."""
    key = Key.of(request, room.code)
    return room.by_token(key.token) if key else None


def has_place(room: Room, many: int = 1) -> bool:
    """Whether so many people may still come in."""
    return not room.locked and len(room.people) + many <= MOST_PEOPLE


def join(
    room: Room, key: Key, name: str, language: Language, seat: Seat | None
) -> Sequence[RoomEntry]:
    """Somebody comes in and sits down, where somebody is needed most unless told otherwise."""
    return seated(room, new_person(room), key, name, language, seat or room.freest())


def seated(
    room: Room, person: str, key: Key, name: str, language: Language, seat: Seat
) -> Sequence[RoomEntry]:
    """Somebody comes in under that id and sits down there."""
    (table, party), salt = seat, room.opened.salt
    return (
        Joined(
            person=person, name=name, language=language, token=hashed(salt, key.token),
            pin=room.kept_pin(person, key.pin),
        ),
        Moved(person=person, table=table, party=party),
    )  # fmt: skip


def come_back(room: Room, person: Person, key: Key) -> Sequence[RoomEntry]:
    """Somebody goes on on another device."""
    return (DeviceChanged(person=person.id, token=hashed(room.opened.salt, key.token)),)


def called(room: Room, name: str) -> Person | None:
    """Whoever goes by that name in the room."""
    wanted = fit_name(name).casefold()
    return next((p for p in room.people.values() if p.name.casefold() == wanted), None)


def fit_name(written: str) -> str:
    """A name as it is kept: on one line, and no longer than a name is; empty if none can be seen.

    Letters that can be written in two ways are written in one, so that equal names are equal.
    """
    name = " ".join(cleaned(normalize("NFC", written)).split())[:LONGEST_NAME].strip()
    return name if any(category(letter)[0] in "LNPS" for letter in name) else ""


def seat_of(room: Room, written: str) -> Seat | None:
    """The seat that a link asks for, written table.party; "table." is for looking on."""
    table, _, party = written.partition(".")
    number = whole(table)
    if number is None or not 1 <= number <= room.tables:
        return None
    if party in room.parties:
        return number, party
    return (number, None) if party == "" and "." in written else None


# --- several people with one device -------------------------------------------------------------


def keep_all(response: Response, code: str, keys: Sequence[Key]) -> None:
    """Put the keys of several people in one device; the curtain between them is closed."""
    response.set_cookie(
        f"table_{code}", "~".join(f"{key.token}.{key.pin}" for key in keys), max_age=DAY,
        httponly=True, samesite="lax", path=f"/{code}",
    )  # fmt: skip
    close(response, code)


def close(response: Response, code: str) -> None:
    """Close the curtain: none of the seats is this device's until it is opened again."""
    response.delete_cookie(f"seat_{code}", path=f"/{code}", httponly=True, samesite="lax")


def shared(request: Request, room: Room) -> Sequence[Person]:
    """Whose seats this device holds together; nobody's if it is a device of one person."""
    return [person for person, _ in _shared(request, room)]


def key_of(request: Request, room: Room, person: str) -> Key | None:
    """The key of one of the people who share this device."""
    return next((key for whose, key in _shared(request, room) if whose.id == person), None)


def _shared(request: Request, room: Room) -> Sequence[tuple[Person, Key]]:
    kept = request.cookies.get(f"table_{room.code}", "").split("~", MOST_SHARED)[:MOST_SHARED]
    keys = [Key(*each.split(".", 1)) for each in kept if "." in each]
    return [(person, key) for key in keys if (person := room.by_token(key.token)) is not None]


# --- the trainer --------------------------------------------------------------------------------


def kept_passphrase(secret: bytes, salt: str, passphrase: str) -> str:
    """The passphrase as the journal keeps it."""
    return keyed(secret, salt, _trainers_key(passphrase))


def is_passphrase(room: Room, passphrase: str) -> bool:
    """Whether that is the passphrase."""
    return _is_key(room, _trainers_key(passphrase))


def let_in(room: Room, passphrase: str, response: Response) -> bool:
    """Whether that is the passphrase; the device is then the trainer's for a day."""
    key = _trainers_key(passphrase)
    if not _is_key(room, key):
        return False
    response.set_cookie(
        f"trainer_{room.code}", key, max_age=DAY, httponly=True, samesite="strict",
        path=f"/{room.code}",
    )  # fmt: skip
    return True


def is_trainer(request: Request, room: Room) -> bool:
    """Whether this device was let in as the trainer's."""
    return _is_key(room, request.cookies.get(f"trainer_{room.code}", ""))


def _trainers_key(passphrase: str) -> str:
    return sha256(f"trainer:{simple(passphrase)}".encode()).hexdigest()


def _is_key(room: Room, key: str) -> bool:
    is_it = hmac.compare_digest(room.passphrase, keyed(room.secret, room.opened.salt, key))
    return bool(room.secret) and is_it


def open_room_of(request: Request) -> OpenRoom | None:
    """The room that the address names, if it names one."""
    rooms: dict[str, OpenRoom] = request.app.state.rooms
    return rooms.get(request.path_params.get("code", ""))
