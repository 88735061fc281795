"""What keeps the door: headers that forbid what no page needs, small bodies only, and patience.

Everything here treats what comes in as a stranger's.
"""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Address, ip_address, ip_network
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from game.printable import cleaned
from game.web.files import POLICY
from game.workshop.journal import Tries

# Design choices: the longest form is a vote with its reasons or a note of 500 letters.
MOST_BYTES = 16_000
MOST_FIELDS = 100
MOST_SECONDS = 10.0  # for a whole form to come in

_WHOLE = re.compile(r"[0-9]{1,9}")

_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Stricter, and browsers would not say where our own forms come from: see `is_own`.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guarded:
    """The application, with these headers on everything that leaves; nothing is kept in a cache
    but what is the same for everybody.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                extra = {**_HEADERS, "cache-control": "no-store"}
                message["headers"] = [
                    *message["headers"],
                    *(
                        (name.encode(), value.encode())
                        for name, value in extra.items()
                        if name.encode() not in given
                    ),
                ]
            await send(message)

        await self.app(scope, receive, guarded)


class TooMuch(Exception):
    """A form that is too long, comes in too slowly, or is none."""


async def form_of(
    request: Request, most_bytes: int = MOST_BYTES, most_fields: int = MOST_FIELDS
) -> Mapping[str, str]:
    """The fields of the form; of a field that comes twice, the last. Raises `TooMuch`."""
    try:
        async with asyncio.timeout(MOST_SECONDS):
            body = await _body(request, most_bytes)
    except (TimeoutError, ClientDisconnect) as error:
        raise TooMuch from error
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=most_fields)
    except ValueError as error:  # no text, or too many fields
        raise TooMuch from error
    return dict(pairs)


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise TooMuch
    return bytes(body)


def text_in(form: Mapping[str, str], name: str, longest: int) -> str:
    """What was written in that field, as others may read it: without what would mislead them."""
    return cleaned(form.get(name, "")).strip()[:longest].strip()


def whole(written: str) -> int | None:
    """The whole number that was written; None for anything else."""
    return int(written) if _WHOLE.fullmatch(written) else None


def is_own(request: Request) -> bool:
    """Whether a form was sent from one of our own pages, as far as the browser says."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


@dataclass
class Done:
    """Forms that have been done, by what they call themselves: one that comes again is not done
    again. Only so many are remembered; a form without a name is never known.
    """

    most: int = 1_000
    _names: dict[str, None] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def add(self, name: str) -> None:
        """This one is being done."""
        if name:
            self._names[name] = None
        if len(self._names) > self.most:
            del self._names[next(iter(self._names))]

    def discard(self, name: str) -> None:
        """It was not done after all."""
        self._names.pop(name, None)


# Design choices, for a minute. Who knows nothing needs eleven hours for the 10,000 PINs of one
# person, from however many devices; and from one address, of all people, about as long as there are
# people. Of the trainer's passphrases there are 2^50, and of keys far more: those need no counting,
# and so nobody can keep the trainer out.
TRIES_HERE = 5  # for one person, from one address
TRIES_IN_ALL = 15  # for one person, from all addresses: one that is in the way is not enough
TRIES_OF_ADDRESS = 30  # for all people together


@dataclass(frozen=True)
class Attempt:
    """Somebody wants to come back. who: under which PIN; None: nobody is called so.

    is_helped: the trainer has just given a new PIN.
    """

    room: str
    who: str | None
    address: str
    is_helped: bool = False

    async def may(self, tries: Tries) -> bool:
        """Whether it is looked at; it counts as one in vain until it is `right`.

        Many people may share an address, as in a hotel, and one of them may be up to no good. So
        the first try for each person is always looked at, whoever else has tried from there.
        """
        return await asyncio.to_thread(self._take, tries)

    async def right(self, tries: Tries) -> None:
        """It was right."""
        for name in self._own:
            await asyncio.to_thread(tries.give_back, name)

    @property
    def _own(self) -> tuple[str, str]:
        return f"{self.room} {self.who}", f"{self.room} {self.who} {self.address}"

    def _take(self, tries: Tries) -> bool:
        if self.who is None:
            return self._take_of_address(tries)
        in_all, here = self._own
        before = tries.take(here, TRIES_HERE)
        if before is None or tries.take(in_all, TRIES_IN_ALL) is None:
            return False
        return before == 0 or self.is_helped or self._take_of_address(tries)

    def _take_of_address(self, tries: Tries) -> bool:
        return tries.take(f"{self.room} at {self.address}", TRIES_OF_ADDRESS) is not None


def device_of(request: Request) -> str:
    """Where the request comes from, as far as it can be seen; of IPv6 the network.

    There a device has as many addresses as it likes.
    """
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ip_network((address, 64), strict=False))
