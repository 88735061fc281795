"""People with devices in a room, without a network: each keeps every byte that it is sent."""

import asyncio
import random
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx

from engine.play.compiled import CompiledScenario
from game.web.app import build
from game.web.guards import Guarded
from game.workshop.hall import OpenRoom
from game.workshop.journal import Journal, open_journal
from tests.web.serving import PASSPHRASE, new_room
from tests.workshop.rooms import Clock

# All that news ever says: that there is some, and nothing of what.
NEWS = {"retry: 1000\n\n", "data: new\n\n", ": still here\n\n", ""}
SITE = "http://room.test"
Fields = Mapping[str, str]


@dataclass
class Field:
    """What can be filled in under one name. values: what is offered; None: anything."""

    kind: str
    values: list[str] = field(default_factory=list)
    least: int = 0
    most: int = 0


@dataclass
class Form:
    """A form on a page: where it goes, what it has to say by itself, and what can be filled in.

    is_open: whether it has a button. is_choice: whether it is a choice of the game.
    """

    action: str
    method: str
    is_choice: bool = False
    is_open: bool = False
    hidden: dict[str, str] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)

    def filled(self, luck: random.Random) -> dict[str, str]:
        """The form filled in by somebody who does anything; all that is asked is answered."""
        found = dict(self.hidden)
        for name, each in self.fields.items():
            if each.kind in ("radio", "select"):
                found[name] = luck.choice(each.values)
            elif each.kind == "number":
                found[name] = str(luck.randint(each.least, each.most))
            elif each.kind == "checkbox" and luck.random() < 0.5:
                found[name] = "on"
        return found


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._select = ""
        self._is_off = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            is_choice = "ask" in given.get("class", "").split()
            self.found.append(Form(given.get("action", ""), given["method"], is_choice))
            self._is_off = False
        if self.found and tag == "button":
            self.found[-1].is_open = True
        if not self.found or tag not in ("input", "select", "option", "textarea", "fieldset"):
            return
        form, name = self.found[-1], given.get("name", "")
        if tag == "fieldset" and "disabled" in given:
            self._is_off = True
        if self._is_off and tag in ("option", "select"):
            return
        if tag == "option":
            form.fields[self._select].values.append(given["value"])
        elif tag == "input" and given.get("type") == "hidden":
            form.hidden[name] = given["value"]
        elif name and not self._is_off:
            kind = tag if tag != "input" else given.get("type", "text")
            here = form.fields.setdefault(name, Field(kind))
            if kind == "radio":
                here.values.append(given["value"])
            if kind == "number":
                here.least, here.most = int(given["min"]), int(given["max"])
            self._select = name


_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)  # most of a page, and it holds no form


def forms_in(answer: httpx.Response) -> list[Form]:
    """The forms of a page, each with the whole address that it goes to."""
    reader = _Forms()
    reader.feed(_DRAWING.sub("", answer.text))
    for each in reader.found:
        each.action = urljoin(str(answer.url), each.action)
    return reader.found


def form_on(answer: httpx.Response, end: str) -> Form:
    """The form of that page that goes to an address with that end."""
    return next(each for each in forms_in(answer) if each.action.endswith(end))


_MOST_STEPS = 10  # from one address to the next; a browser gives up at twenty


@dataclass
class Device:
    """A browser. received: all that it was ever sent, answers with their heads; heard: the news."""

    name: str
    site: "Site"
    client: httpx.AsyncClient
    received: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)

    async def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """One answer; where it leads is not followed."""
        given = {**self.headers, **more.pop("headers", {})}
        is_told = method != "POST" or "sec-fetch-site" in given
        headers = given if is_told else {"origin": SITE, **given}
        answer = await self.client.request(method, path, headers=headers, **more)
        heads = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
        self.received.append(f"{answer.status_code}\n{heads}\n\n{answer.text}")
        return answer

    async def get(self, path: str = "/seat", **more: Any) -> httpx.Response:
        """A page of the room; redirects are followed."""
        answer = await self.ask("GET", f"/{self.site.code}{path}", **more)
        return await self._led_on(answer)

    async def post(self, path: str, fields: Fields, **more: Any) -> httpx.Response:
        """A form sent to the room; redirects are followed."""
        answer = await self.ask("POST", f"/{self.site.code}{path}", data=dict(fields), **more)
        return await self._led_on(answer)

    async def joins(self, seat: str = "", name: str = "", **fields: str) -> httpx.Response:
        """Come in by the page behind the link, which a person looks at first."""
        form = form_on(await self.get(f"?seat={seat}"), "/join")
        given = {**form.hidden, "name": name or self.name, "language": "en", **fields}
        return await self.sends(form, given)

    async def sends(self, form: Form, given: Fields) -> httpx.Response:
        """A form sent to where it goes; redirects are followed."""
        answer = await self.ask("POST", form.action, data=dict(given))
        return await self._led_on(answer)

    async def _led_on(self, answer: httpx.Response) -> httpx.Response:
        for _ in range(_MOST_STEPS):
            if not answer.is_redirect:
                return answer
            answer = await self.ask("GET", answer.headers["location"])
        raise AssertionError(f"led in a circle: {answer.headers['location']}")

    async def lets_in(self, passphrase: str = PASSPHRASE) -> httpx.Response:
        """Open the console."""
        return await self.post("/console/login", {"passphrase": passphrase})

    async def does(self, what: str, /, **fields: object) -> httpx.Response:
        """Something that the trainer does, or that somebody does at the own seat."""
        return await self.post(what, {name: str(value) for name, value in fields.items()})

    async def choice(self) -> Form | None:
        """The choice that is open on this seat, if one is."""
        forms = forms_in(await self.get())
        return next((each for each in forms if each.is_choice and each.is_open), None)

    @property
    def key(self) -> str:
        """The cookie of the seat."""
        return self.client.cookies[f"seat_{self.site.code}"]

    @property
    def pin(self) -> str:
        """The PIN, as it was shown."""
        return self.key.partition(".")[2].strip('"')


@dataclass
class Site:
    """A room that is served to devices."""

    app: Guarded
    room: OpenRoom
    journal: Journal
    clock: Clock
    code: str = "test"
    devices: list[Device] = field(default_factory=list)

    @property
    def compiled(self) -> CompiledScenario:
        """The scenario that is played."""
        return self.room.compiled

    def device(self, name: str = "", address: str = "10.0.0.1", **headers: str) -> Device:
        """One more browser, at that address."""
        # What goes wrong inside comes out in the test, as an exception.
        inside = httpx.ASGITransport(self.app, client=(address, 50_000))
        client = httpx.AsyncClient(transport=inside, base_url=SITE)
        found = Device(name or f"d{len(self.devices)}", self, client, headers=headers)
        self.devices.append(found)
        return found

    async def trainer(self) -> Device:
        """The trainer's device, let in."""
        found = self.device("trainer", "127.0.0.1")
        answer = await found.lets_in()
        assert answer.status_code == 200
        return found

    async def seated(self, table: int = 1, many: Sequence[int] = (1,)) -> list[Device]:
        """People at a table, for each party so many; the last number again for the others."""
        found = []
        for at, party in enumerate(self.compiled.parties):
            for n in range(many[min(at, len(many) - 1)]):
                found.append(self.device(f"{party}-{table}-{n}"))
                await found[-1].joins(f"{table}.{party}")
        return found


@asynccontextmanager
async def site(folder: Path, path: Path, *, tables: int = 1) -> AsyncIterator[Site]:
    """A room for that scenario, and devices that can reach it."""
    journal = open_journal(f"sqlite:///{folder / 'journal.db'}")
    room = new_room(journal, path, code="test", tables=tables)
    clock = Clock()
    room.now, room.address = clock, f"{SITE}/test"
    found = Site(build({"test": room}), room, journal, clock)
    try:
        yield found
    finally:
        for each in found.devices:
            await each.client.aclose()
        journal.close()


@dataclass
class Stream:
    """An open stream of news: what came, and whether the server has ended it."""

    task: "asyncio.Task[None]"
    came: list[bytes]
    status: list[int]
    leave: asyncio.Event

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes."""
        return self.task.done()

    async def ends(self) -> None:
        """The device goes away."""
        self.leave.set()
        await asyncio.gather(self.task, return_exceptions=True)


async def listen(device: Device, path: str = "/news") -> Stream:
    """A stream of news for that device: a request that is answered for as long as it stays."""
    cookies = "; ".join(f"{each.name}={each.value}" for each in device.client.cookies.jar)
    address = f"/{device.site.code}{path}"
    scope = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1",
        "method": "GET", "scheme": "http", "path": address, "raw_path": address.encode(),
        "query_string": b"", "root_path": "", "client": ("10.0.0.1", 1),
        "server": ("room.test", 80),
        "headers": [(b"host", b"room.test"), (b"cookie", cookies.encode())],
    }  # fmt: skip
    came: list[bytes] = []
    status: list[int] = []
    leave = asyncio.Event()

    async def receive() -> dict[str, object]:
        await leave.wait()
        return {"type": "http.disconnect"}

    async def send(message: Mapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            status.append(message["status"])
            heads = "\n".join(f"{n.decode()}: {v.decode()}" for n, v in message["headers"])
            device.received.append(f"{message['status']}\n{heads}")
        else:
            came.append(message["body"])
            device.heard.append(message["body"].decode())

    task = asyncio.create_task(device.site.app(scope, receive, send))
    stream = Stream(task, came, status, leave)
    await asyncio.sleep(0)
    return stream


async def play(
    people: Sequence[Device], luck: random.Random
) -> AsyncIterator[tuple[Device, Form, dict[str, str], httpx.Response]]:
    """Everybody chooses whatever is open, in any order, until nobody can; each choice as it was
    sent, with the answer. In between every device asks how things stand.
    """
    while True:
        forms = [(device, form) for device in people if (form := await device.choice())]
        if not forms:
            return
        device, form = luck.choice(forms)
        given = form.filled(luck)
        yield device, form, given, await device.sends(form, given)


def text_of(html: str) -> str:
    """What a page says, in one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())
