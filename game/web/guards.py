"""What keeps the door: headers that forbid what no page needs, small bodies only, and patience.

Everything here treats what comes in as a stranger's.
"""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from game.printable import cleaned
from game.web.files import POLICY

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


async def form_of(request: Request) -> Mapping[str, str]:
    """The fields of the form; of a field that comes twice, the last. Raises `TooMuch`."""
    try:
        async with asyncio.timeout(MOST_SECONDS):
            body = await _body(request)
    except (TimeoutError, ClientDisconnect) as error:
        raise TooMuch from error
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:  # no text, or too many fields
        raise TooMuch from error
    return dict(pairs)


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
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
class Patience:
    """After so many wrong tries under a name, none is looked at for a while.

    Design choices: five tries and a minute make 10,000 PINs a matter of a day and a half.
    """

    tries: int = 5
    seconds: float = 60.0
    now: Callable[[], float] = monotonic
    _wrong: dict[str, list[float]] = field(default_factory=dict)

    def is_out(self, name: str) -> bool:
        """Whether nothing under that name is looked at now."""
        recent = [at for at in self._wrong.get(name, ()) if self.now() - at < self.seconds]
        if recent:
            self._wrong[name] = recent
        else:
            self._wrong.pop(name, None)
        return len(recent) >= self.tries

    def wrong(self, name: str) -> None:
        """One more wrong try."""
        self._wrong.setdefault(name, []).append(self.now())

    def right(self, name: str) -> None:
        """It was right: what went before is forgotten."""
        self._wrong.pop(name, None)


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


@dataclass(frozen=True)
class Doorkeeper:
    """How often who has tried in vain: to come back as somebody, from a device, as the trainer."""

    persons: Patience = field(default_factory=Patience)
    devices: Patience = field(default_factory=lambda: Patience(tries=30))
    trainers: Patience = field(default_factory=Patience)


def doorkeeper_of(request: Request) -> Doorkeeper:
    """The doorkeeper of all rooms here."""
    found: Doorkeeper = request.app.state.doorkeeper
    return found


def device_of(request: Request) -> str:
    """Where the request comes from, as far as it can be seen."""
    return request.client.host if request.client else ""
