"""Devices that send what no page of ours sends: a plain answer, and nobody else is disturbed."""

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import pytest

from engine.scenario.vocabulary import LANGUAGES
from game.web import app, guards
from game.words import words_in
from tests.conftest import MILL
from tests.web.phones import Device, Form, Site, forms_in, listen, play, site, text_of
from tests.web.test_getting_in import in_room
from tests.workshop.rooms import SMALL, THREE

SAYS = words_in("en")
FORM = {"content-type": "application/x-www-form-urlencoded"}


async def a_room(found: Site) -> tuple[list[Device], Device]:
    """People at a table that plays, and the trainer."""
    people, trainer = await found.seated(many=(2, 1)), await found.trainer()
    await trainer.does("/console/do/begin", table="all")
    return people, trainer


def rows(found: Site) -> dict[int, int]:
    """How much stands in the journal."""
    return found.journal.streams("test")


# --- what is no form ------------------------------------------------------------------------------

BODIES = {
    "too long": b"name=" + b"x" * 20_000,
    "a thousand fields": b"&".join(b"f%d=1" % n for n in range(1000)),
    "no text": b"name=\xff\xfe\x00\xc3\x28",
}
ODD = {
    "broken escapes": b"name=%zz%&moment=%c3%28%ff&note=%u0041",
    "nothing": b"",
    "no equals sign": b"aaaaaaaa",
    "only signs": b"&&&===;;;",
    "json": b'{"name": "x"}',
    "multipart": b'--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nx\r\n--b--',
    "the same field often": b"&".join([b"note=x"] * 90),
}
POSTS = (
    "/join", "/back", "/seat", "/do/pen", "/do/note", "/do/agree", "/do/card", "/do/me", "/do/sit",
    "/do/recall",
    "/console/login", *(f"/console/do/{what}" for what in (
        "begin", "pause", "resume", "go-on", "back", "time", "staff", "tell", "tables", "timers",
        "lock", "move", "pin", "bookmark", "show", "debrief", "lead",
    )),
)  # fmt: skip


@pytest.mark.slow
def test_what_is_no_form_gets_a_plain_answer(tmp_path: Path) -> None:
    async def send(found: Site) -> None:
        people, trainer = await a_room(found)
        await trainer.joins("1.north", name="Trainer")
        for path in POSTS:
            who = trainer if path.startswith("/console") else people[0]
            for name, body in BODIES.items():
                before = rows(found)
                answer = await who.ask("POST", f"/test{path}", content=body, headers=FORM)
                assert answer.status_code == 413, (path, name)
                assert SAYS("web.stop.too-much") in text_of(answer.text)
                assert rows(found) == before
            for name, body in ODD.items():
                answer = await who.ask("POST", f"/test{path}", content=body, headers=FORM)
                assert answer.status_code in (200, 303, 400, 403, 409, 429), (path, name)

    in_room(tmp_path, send)


def test_a_body_that_trickles_in_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guards, "MOST_SECONDS", 0.1)

    async def trickle() -> AsyncIterator[bytes]:
        for _ in range(1_000):
            yield b"n"
            await asyncio.sleep(0.01)

    async def send(found: Site) -> None:
        ann, bob = found.device("Ann"), found.device("Bob")
        slow = asyncio.create_task(ann.ask("POST", "/test/join", content=trickle(), headers=FORM))
        await bob.joins()  # meanwhile
        assert (await slow).status_code == 413
        assert [each.name for each in found.room.room.people.values()] == ["Bob"]

    in_room(tmp_path, send)


# --- what people write ----------------------------------------------------------------------------

NASTY = "<b onclick='x'>\"&amp;{{ 7*7 }}\x00\x1b[31m\x07\r\n\t\u202e\u200b\ud7ff🙂</b>"


@pytest.mark.slow
def test_what_people_write_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    async def write(found: Site) -> None:
        people, trainer = await a_room(found)
        ann = people[0]
        await ann.does("/do/me", name=NASTY[:30])
        await ann.does("/do/note", note=NASTY)
        await ann.does("/do/card", text=NASTY)
        await trainer.does("/console/do/tell", table="all", text=NASTY)
        await trainer.does("/console/do/bookmark", table=1, note=NASTY)
        await trainer.does("/console/do/debrief", begins="yes")
        wall = found.device("wall")
        for shown in (
            await ann.get(), await people[1].get(), await trainer.get("/console"),
            await wall.get("/wall"),
        ):  # fmt: skip
            assert "<b onclick" not in shown.text
            assert "49" not in shown.text.partition("onclick")[2][:80]
            assert not set(shown.text) & set("\x00\x1b\x07\u202e\u200b")
        kept = [*found.room.room.messages, *found.room.table(1).marks]
        assert len(kept) == 2
        assert not set(str(kept)) & set("\x00\x1b\x07\u202e\u200b")

    in_room(tmp_path, write)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("A" * 10_000, "A" * 40),
        ("  Ann \n\t van  Dam ", "Ann van Dam"),
        ("Zoe\u0308", "Zoë"),
        ("\u202eAnn\x00\x1b[2J", "Ann[2J"),
        ("🙂", "🙂"),
        ("\u200b\u200d\u00ad", None),
        ("\u0301\u0301", None),
        (" \x00 ", None),
    ],
)
def test_a_name_is_one_short_line_that_can_be_seen(
    tmp_path: Path, written: str, name: str | None
) -> None:
    async def join(found: Site) -> None:
        answer = await found.device().joins(name=written)
        assert answer.status_code == (400 if name is None else 200)
        assert [each.name for each in found.room.room.people.values()] == ([name] if name else [])

    in_room(tmp_path, join)


def test_nobody_can_take_a_name_that_is_in_use(tmp_path: Path) -> None:
    async def take(found: Site) -> None:
        ann, bob, eve = (found.device(name) for name in ("Ann", "Bob", "Eve"))
        answers = await asyncio.gather(ann.joins(), bob.joins(), eve.joins(name=" ANN\u200b"))
        assert sorted(answer.status_code for answer in answers) == [200, 200, 409]
        answer = await bob.does("/do/me", name="Ann", language="nl")
        assert answer.status_code == 409
        assert words_in("nl")("web.no.name-taken") in text_of(answer.text)
        bobs = [each for each in found.room.room.people.values() if each.name == "Bob"]
        assert [each.language for each in bobs] == ["nl"]

    in_room(tmp_path, take)


# --- wrong and late -------------------------------------------------------------------------------

WRONG = (
    "", "0", "-1", "2", "999", "all", "1.5", "9" * 5000, "²", "٣", "x", "1.nobody", "1.north.south",
    "0.", "99.north", "p99", "\x00", "../seat", "none", "yes",
)  # fmt: skip
FIELDS = {
    "/do/sit": ("seat",), "/do/agree": ("agrees",), "/do/me": ("name", "language"),
    "/do/note": ("note",), "/do/card": ("text",), "/do/recall": ("feeling", "turn"),
    "/console/do/lead": ("way",),
    "/console/do/begin": ("table",), "/console/do/pause": ("table",),
    "/console/do/go-on": ("table",),
    "/console/do/back": ("table", "moment"), "/console/do/time": ("table", "seconds"),
    "/console/do/staff": ("table", "party", "persona"), "/console/do/tables": ("tables",),
    "/console/do/timers": ("soft", "hard", "at_the_end"), "/console/do/lock": ("locked",),
    "/console/do/move": ("person", "seat"), "/console/do/pin": ("person",),
    "/console/do/bookmark": ("table",), "/console/do/show": ("what", "table", "step"),
    "/console/do/debrief": ("begins",), "/console/do/resume": ("table",),
}  # fmt: skip
RIGHT = {
    "seat": "1.north", "agrees": "yes", "name": "Ann", "language": "en", "table": "1",
    "moment": "0-1", "seconds": "60", "party": "north", "persona": "builder", "tables": "1",
    "soft": "1", "hard": "2", "at_the_end": "hold", "locked": "no", "person": "p1",
    "feeling": "odd", "turn": "round-1", "way": "on", "what": "tables",
    "step": "1", "begins": "no", "note": "x", "text": "x",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("path", FIELDS)
def test_fields_that_are_left_out_or_were_not_offered(tmp_path: Path, path: str) -> None:
    async def send(found: Site) -> None:
        people, trainer = await a_room(found)
        who = trainer if path.startswith("/console") else people[0]
        if path in ("/do/recall", "/console/do/lead"):
            await trainer.does("/console/do/debrief", begins="yes")
        for name in FIELDS[path]:
            rest = {each: RIGHT[each] for each in FIELDS[path] if each != name}
            for given in (rest, *({**rest, name: wrong} for wrong in WRONG)):
                answer = await who.ask("POST", f"/test{path}", data=given)
                assert answer.status_code in (303, 400, 409), (given, answer.status_code)
        room = found.room.room
        assert all(0 <= each.table <= room.tables for each in room.people.values())
        # Whatever came of it can be read again.
        assert found.room.damaged == []
        assert (await people[1].get()).status_code == 200

    in_room(tmp_path, send)


@pytest.mark.slow
def test_the_trainer_is_not_taken_for_granted(tmp_path: Path) -> None:
    """What can't be read changes nothing, and is not taken for something else."""

    async def send(found: Site) -> None:
        _people, trainer = await a_room(found)
        await trainer.does("/console/do/debrief", begins="yes")
        await trainer.does("/console/do/lock", locked="yes")
        before = rows(found)
        for what, fields in (
            ("tell", {"text": "only for table 9", "table": "9"}), ("debrief", {}), ("lock", {}),
            ("move", {"person": "p1", "seat": "nowhere"}),
            ("move", {"person": "p1", "seat": "9.north"}), ("staff", {"table": "1"}),
            ("staff", {"table": "1", "party": "north", "persona": "nobody"}),
            ("pause", {"table": "9"}), ("show", {"what": "table", "table": "9"}),
        ):  # fmt: skip
            answer = await trainer.post(f"/console/do/{what}", fields)
            assert answer.status_code == 400
            assert SAYS("web.console.not-understood") in text_of(answer.text)
        assert rows(found) == before

    in_room(tmp_path, send)


def spoilt(form: Form, given: dict[str, str], luck: random.Random) -> dict[str, str]:
    """The form with something left out, added or changed."""
    names = [*given]
    match luck.randrange(4):
        case 0:
            return {name: value for name, value in given.items() if name != luck.choice(names)}
        case 1:
            return given | {luck.choice(names): luck.choice(WRONG)}
        case 2:
            other = luck.choice(["guess.nobody", "guess.north", "amount.x", "vote.me", "why.x"])
            return given | {other: luck.choice((*WRONG, "exploiting"))}
        case _:
            return given | dict.fromkeys(form.fields, "²")


@pytest.mark.slow
@pytest.mark.parametrize("path", [SMALL, THREE, MILL], ids=lambda each: each.stem)
def test_choices_that_were_not_offered_are_refused_in_plain_words(
    tmp_path: Path, path: Path
) -> None:
    async def send() -> None:
        async with site(tmp_path, path) as found:
            people = await found.seated(many=(2, 1))
            trainer = await found.trainer()
            await trainer.does("/console/do/begin", table="all")
            luck = random.Random(7)
            async for device, form, given, _ in play(people, luck):
                # The form of a moment that is over, and then forms that are spoilt.
                before = rows(found)
                await device.sends(form, given)
                assert rows(found) == before
                for other in luck.sample(people, 2):
                    again = await other.choice() or form
                    answer = await other.sends(again, spoilt(again, again.filled(luck), luck))
                    assert answer.status_code in (200, 400)
            assert found.room.table(1).live.is_over
            assert found.room.damaged == []

    asyncio.run(send())


@pytest.mark.slow
def test_a_first_wish_that_is_sent_twice_is_not_sealed(tmp_path: Path) -> None:
    async def send(found: Site) -> None:
        (first, *_), _ = await a_room(found)
        form = await first.choice()
        assert form is not None
        if form.hidden["stage"] == "trust":
            await first.sends(form, {**form.hidden, "pass": "on"})
            form = await first.choice()
            assert form is not None
        given = form.filled(random.Random(1))
        for _ in range(3):
            await first.sends(form, given)
        table = found.room.table(1)
        assert list(table.preferred) == ["p1"]
        assert not table.live.pending

    in_room(tmp_path, send)


@pytest.mark.slow
def test_whatever_is_sent_twice_is_done_once(tmp_path: Path) -> None:
    async def send(found: Site) -> None:
        (ann, *_), trainer = await a_room(found)
        for device, path, fields in (
            (ann, "/do/note", {"note": "see this"}), (ann, "/do/card", {"text": "call her"}),
            (ann, "/do/agree", {"agrees": "yes"}), (ann, "/do/me", {"name": "Anna"}),
            (trainer, "/console/do/pause", {"table": "1"}),
            (trainer, "/console/do/resume", {"table": "1"}),
            (trainer, "/console/do/time", {"table": "1", "seconds": "60", "once": "a"}),
            (trainer, "/console/do/tell", {"table": "1", "text": "hello", "once": "b"}),
            (trainer, "/console/do/bookmark", {"table": "1", "note": "hm"}),
            (trainer, "/console/do/move", {"person": "p1", "seat": "1.north"}),
            (trainer, "/console/do/go-on", {"table": "1", "moment": found.room.table(1).moment}),
        ):  # fmt: skip
            await device.post(path, fields)
            before = rows(found)
            await device.post(path, fields)
            assert rows(found) == before, path
        moment = found.room.table(1).moment
        for _ in range(2):
            await trainer.post("/console/do/back", {"table": "1", "moment": moment})
        assert found.room.table(1).round_trips == 1

    in_room(tmp_path, send)


def test_a_newcomer_who_presses_twice_is_one_person(tmp_path: Path) -> None:
    async def join(found: Site) -> None:
        ann = found.device("Ann")
        form = forms_in(await ann.get())[0]
        given = {**form.hidden, "name": "Ann", "language": "en"}
        answers = await asyncio.gather(
            *(ann.ask("POST", form.action, data=given) for _ in range(3))
        )
        assert {each.headers["location"] for each in answers} == {"/test/seat"}
        assert len({each.headers["set-cookie"] for each in answers}) == 1
        assert len(found.room.room.people) == 1
        assert await comes_back_elsewhere(found, ann)

    async def comes_back_elsewhere(found: Site, ann: Device) -> bool:
        other = found.device()
        return (await other.post("/back", {"name": "Ann", "pin": ann.pin})).url.path == "/test/seat"

    in_room(tmp_path, join)


# --- addresses ------------------------------------------------------------------------------------

NOWHERE = (
    "/nothing", "/seat/x", "/do", "/do/x", "/console/x", "/console/do/x", "/static/nothing",
    "/" + "a" * 5_000, "/%00", "/%ff%fe", "/..%2f..%2fetc%2fpasswd", "/static/..%2fapp.py",
    "/static/../app.py", "/drawings/x", "/drawings/people/..%2f..", "/x/y/z",
    "/drawings/people/north.lead.mad",
    "/drawings/places/" + "+".join(["north.lead.warm"] * 400), "/seat%0d%0aset-cookie:x=y",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_addresses_that_are_not_there_say_so(tmp_path: Path, language: str) -> None:
    async def ask(found: Site) -> None:
        says = words_in(language)
        stranger, trainer = found.device(**{"accept-language": language}), await found.trainer()
        trainer.headers["accept-language"] = language
        for path in NOWHERE:
            for start in ("/test", ""):
                for method in ("GET", "POST"):
                    answer = await stranger.ask(method, start + path)
                    assert answer.status_code in (303, 403, 404), (method, start + path)
        told = [says("web.stop.nothing-here"), says("web.front.wrong"), says("web.front.head")]
        for path in ("/test/nothing/x", "/nothing", "/", "/test/do", "/static"):
            answer = await stranger.ask("GET", path, follow_redirects=True)
            assert any(each in text_of(answer.text) for each in told) or path == "/"
            assert f'lang="{language}"' in answer.text
        for method, path in (("DELETE", "/test/seat"), ("PUT", "/test"), ("GET", "/test/join"),
                             ("POST", "/test/news"), ("PATCH", "/")):  # fmt: skip
            answer = await stranger.ask(method, path)
            assert answer.status_code in (404, 405)
            assert says("web.stop.nothing-here") in text_of(answer.text)
        answer = await trainer.post("/console/do/explode", {})
        assert says("web.stop.nothing-here") in text_of(answer.text)
        assert (
            await stranger.ask("GET", f"/?code={quote('<b>')}", follow_redirects=True)
        ).is_success

    in_room(tmp_path, ask)


@pytest.mark.parametrize("seat", [quote(each) for each in WRONG])
def test_links_to_seats_that_are_not_there_lead_to_the_door(tmp_path: Path, seat: str) -> None:
    async def look(found: Site) -> None:
        device = found.device("Ann")
        assert SAYS("web.join.head") in text_of((await device.get(f"?seat={seat}&lang=en")).text)
        assert (await device.joins(seat)).status_code == 200

    in_room(tmp_path, look)


# --- streams --------------------------------------------------------------------------------------


@pytest.mark.slow
def test_of_many_streams_of_one_person_the_newest_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "BEAT", 600.0)  # nothing ends by itself here

    async def open_many(found: Site) -> None:
        people, trainer = await a_room(found)
        streams = [await listen(people[0]) for _ in range(300)]
        others = [await listen(each) for each in people[1:]]
        others.append(await listen(trainer, "/console/news"))
        lookers = [await listen(people[0], "/wall/news") for _ in range(50)]
        for _ in range(10):
            await asyncio.sleep(0)
        assert [each.is_over for each in streams] == [True] * 297 + [False] * 3
        assert not any(each.is_over for each in others)
        assert sum(not each.is_over for each in lookers) == 10
        assert not lookers[-1].is_over
        await people[1].does("/do/note", note="still heard")
        await trainer.does("/console/do/tell", table="all", text="hello")
        await asyncio.sleep(0.05)
        assert b"data: new\n\n" in others[0].came
        assert b"data: new\n\n" in streams[-1].came
        for each in (*streams, *others, *lookers):
            await each.ends()
        assert not any(found.room._watchers.values())

    in_room(tmp_path, open_many)


def test_strangers_have_no_news(tmp_path: Path) -> None:
    async def ask(found: Site) -> None:
        await a_room(found)
        stranger = found.device()
        for path in ("/news", "/console/news"):
            answer = await stranger.ask("GET", f"/test{path}")
            assert (answer.status_code, answer.text) == (204, "")

    in_room(tmp_path, ask)
