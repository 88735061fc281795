"""Who gets in and who does not: tokens, PINs, the passphrase, and forms of other sites."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from starlette.requests import Request

from game.passphrase import passphrase
from game.web import doors, guards
from game.words import words_in
from game.workshop.journal import tries as counted
from game.workshop.journal.tries import InMemory as TriesInMemory
from game.workshop.room import hashed
from tests.web.phones import SITE, Device, Site, form_on, forms_in, listen, site, text_of
from tests.web.serving import PASSPHRASE, new_room
from tests.workshop.rooms import SMALL

Does = Callable[[Site], Awaitable[None]]
SAYS = words_in("en")


def in_room(folder: Path, does: Does, *, tables: int = 1) -> None:
    async def done() -> None:
        async with site(folder, SMALL, tables=tables) as found:
            await does(found)

    asyncio.run(done())


async def comes_back(device: Device, name: str, pin: str) -> int:
    return (await device.ask("POST", "/test/back", data={"name": name, "pin": pin})).status_code


def test_a_guessed_token_is_nobody(tmp_path: Path) -> None:
    async def guess(found: Site) -> None:
        ann = found.device("Ann")
        await ann.joins("1.north")
        stranger, token = found.device(), ann.key.strip('"').partition(".")[0]
        room = found.room.room
        # What stands in the journal is no key either.
        for tried in (token[:-1], token.upper(), "p1", room.people["p1"].token, ".", '"', "é" * 9):
            heads = {b"cookie": f"seat_test={tried}".encode()}
            for path in ("/seat", "/news"):
                answer = await stranger.ask("GET", f"/test{path}", headers=heads)
                assert answer.status_code in (303, 204), tried
            answer = await stranger.ask("POST", "/test/do/me", data={"name": "X"}, headers=heads)
            assert answer.headers["location"] == "/test"
        assert room.people["p1"].name == "Ann"

    in_room(tmp_path, guess)


def test_a_token_of_another_room_is_nobody_here(tmp_path: Path) -> None:
    async def cross(found: Site) -> None:
        found.app.app.state.rooms["other"] = new_room(  # type: ignore[attr-defined]
            found.journal, SMALL, code="other", tables=1
        )
        ann, trainer = found.device("Ann"), await found.trainer()
        await ann.joins("1.north")
        for name, value in (("seat", ann.key), ("trainer", trainer.client.cookies["trainer_test"])):
            ann.client.cookies.set(f"{name}_other", value)
        assert (await ann.ask("GET", "/other/seat")).headers["location"] == "/other"
        # The passphrase is the same in this test, but the salt of a real room is its own.
        found.app.app.state.rooms["other"].room.opened = (  # type: ignore[attr-defined]
            found.room.room.opened.model_copy(update={"salt": "another"})
        )
        assert SAYS("web.console.passphrase") in (await ann.ask("GET", "/other/console")).text

    in_room(tmp_path, cross)


def test_a_link_shows_a_page_and_takes_no_seat(tmp_path: Path) -> None:
    async def look(found: Site) -> None:
        await found.device().get("?seat=1.north")
        assert not found.room.room.people

    in_room(tmp_path, look)


@pytest.mark.slow
def test_pins_can_not_be_guessed_from_one_device_or_from_many(tmp_path: Path) -> None:
    async def guess(found: Site) -> None:
        clock = [0.0]
        found.journal.tries = TriesInMemory(lambda: clock[0])
        ann = found.device("Ann")
        await ann.joins("1.north")
        wrong = iter([f"{n:04}" for n in range(100) if f"{n:04}" != ann.pin])
        thief = found.device(address="10.0.1.0")
        looked_at = [await comes_back(thief, "Ann", next(wrong)) for _ in range(8)]
        assert looked_at == [403] * 5 + [429] * 3
        looked_at = [
            await comes_back(found.device(address=f"10.0.2.{at}"), "Ann", next(wrong))
            for at in range(20)
        ]
        assert looked_at == [403] * 10 + [429] * 10
        # Not even the right one, from anywhere, until a minute has gone.
        late = found.device(address="10.0.3.1")
        assert await comes_back(late, "Ann", ann.pin) == 429
        clock[0] += 61
        assert await comes_back(late, "Ann", ann.pin) == 303

    in_room(tmp_path, guess)


def test_many_guesses_at_the_same_moment_count_as_many(tmp_path: Path) -> None:
    async def guess(found: Site) -> None:
        await found.device("Ann").joins("1.north")
        tried = await asyncio.gather(*(comes_back(found.device(), "Ann", "x") for _ in range(12)))
        assert tried.count(403) == 5

    in_room(tmp_path, guess)


@pytest.mark.slow
def test_one_address_can_not_try_pins_of_many_people(tmp_path: Path) -> None:
    async def guess(found: Site) -> None:
        for n in range(12):
            await found.device(f"P{n}").joins()
        thief = found.device(address="10.9.9.9")
        tried = [await comes_back(thief, f"P{n % 12}", "abcd") for n in range(60)]
        assert tried.count(403) == 12 + 30
        assert [await comes_back(thief, f"Nobody {n}", "abcd") for n in range(3)] == [429] * 3

    in_room(tmp_path, guess)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("2001:db8::1", "2001:db8::ffff:2", True),  # of one device
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:10.0.0.1", "10.0.0.1", True),
        ("fe80::1%eth0", "fe80::1%wlan0", True),
        ("10.0.0.1", "10.0.0.2", False),
    ],
)
def test_a_device_is_known_by_its_address_and_with_ipv6_by_its_network(
    one: str, other: str, is_same: bool
) -> None:
    devices = [
        guards.device_of(Request({"type": "http", "client": (each, 1)})) for each in (one, other)
    ]
    assert (devices[0] == devices[1]) == is_same


@pytest.mark.slow
def test_at_one_address_a_troublemaker_keeps_no_one_else_out(tmp_path: Path) -> None:
    """All who are in a hotel may come from one address, and mistype now and then."""

    async def come(found: Site) -> None:
        people = [found.device(f"P{n}") for n in range(100)]
        for each in people:
            assert (await each.joins()).status_code == 200
        trainer, thief = found.device("trainer"), found.device()
        for n in range(100):
            await comes_back(thief, f"Nobody {n}", "abcd")
            assert (await thief.lets_in(f"guess-{n}")).status_code == 403
        assert (await trainer.lets_in()).status_code == 200
        walls = [await listen(each, "/wall/news") for each in (trainer, *people)]
        walls += [await listen(thief, "/wall/news") for _ in range(30)]
        assert not any(each.is_over for each in walls[:101])
        for wall in walls:
            await wall.ends()
        for each in people[1:]:
            assert await comes_back(found.device(), each.name, each.pin) == 303
        # Whoever somebody else has tried to be has a way in all the same.
        for _ in range(6):
            await comes_back(thief, "P0", "abcd")
        assert await comes_back(found.device(), "P0", people[0].pin) == 429
        await trainer.does("/console/do/pin", person="p1")
        assert await comes_back(found.device(), "P0", "abcd") == 403
        assert await comes_back(found.device(), "P0", found.room.room.new_pins()["p1"]) == 303

    in_room(tmp_path, come)


def test_a_room_is_full_for_tables_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doors, "MOST_PEOPLE", 3)

    async def come(found: Site) -> None:
        for n in (1, 2):
            form = form_on(await found.device().get(f"/table/{n}"), f"/table/{n}")
            names = {f"name.{party}": f"{party} {n}" for party in found.compiled.parties}
            answer = await found.device().sends(form, {**form.hidden, **names})
            assert answer.status_code == (200 if n == 1 else 409)
        assert (await found.device("Ann").joins()).status_code == 200
        assert (await found.device("Bob").joins()).status_code == 403
        assert len(found.room.room.people) == 3

    in_room(tmp_path, come, tables=2)


def test_a_new_pin_from_the_trainer_works_at_once_and_is_shown_until_it_is_used(
    tmp_path: Path,
) -> None:
    async def lose(found: Site) -> None:
        ann, trainer = found.device("Ann"), await found.trainer()
        await ann.joins("1.north")
        old = ann.pin
        for _ in range(6):
            await comes_back(found.device(), "Ann", "nope")
        shown = await trainer.does("/console/do/pin", person="p1")
        pin = found.room.room.new_pins()["p1"]
        assert SAYS("web.console.pin-is", name="Ann", pin=pin) in text_of(shown.text)
        assert await comes_back(found.device(address="10.1.1.1"), "Ann", pin) == 303
        assert pin not in text_of((await trainer.get("/console")).text)
        if old != pin:
            assert await comes_back(found.device(address="10.1.1.2"), "Ann", old) == 403

    in_room(tmp_path, lose)


def test_the_device_before_sees_that_it_has_no_seat_any_more(tmp_path: Path) -> None:
    async def take_over(found: Site) -> None:
        ann, new = found.device("Ann"), found.device("Ann")
        await ann.joins("1.north")
        stream = await listen(ann)
        await new.post("/back", {"name": "ann ", "pin": ann.pin})
        assert "Ann, North Bakery" in text_of((await new.get()).text)
        await asyncio.wait_for(stream.task, 5)
        assert stream.came[-2] == b"data: new\n\n"  # it looks again, and then hears no more
        shown = await ann.get()
        assert SAYS("web.join.gone") in text_of(shown.text)
        assert (await ann.ask("GET", "/test/news")).status_code == 204
        before = found.room.room.people["p1"]
        await ann.does("/do/me", name="Thief")
        assert found.room.room.people["p1"] == before
        # And back again, with the same PIN.
        back = form_on(shown, "/back")
        assert (await ann.sends(back, {"name": "Ann", "pin": ann.pin})).url.path == "/test/seat"

    in_room(tmp_path, take_over)


def test_a_passphrase_is_one_of_so_many_that_nobody_guesses_it(tmp_path: Path) -> None:
    """So wrong ones need no counting, and nobody can keep the trainer out by guessing."""
    syllables = {part for n in range(300) for part in _syllables(passphrase(f"room-{n}"))}
    assert len(syllables) ** len(_syllables(passphrase("room"))) > 2**50

    async def guess(found: Site) -> None:
        thief = found.device()
        for written in ("", "guess", PASSPHRASE[:-1], f"{PASSPHRASE}-", PASSPHRASE[::-1], "\x00"):
            is_it = written.strip("-") == PASSPHRASE
            assert (await thief.lets_in(written)).status_code == (200 if is_it else 403)
        other = found.device()
        assert (await other.lets_in(PASSPHRASE.upper().replace("-", "  "))).is_success
        stranger = found.device()
        assert SAYS("web.console.passphrase") in text_of((await stranger.get("/console")).text)

    in_room(tmp_path, guess)


def _syllables(written: str) -> list[str]:
    letters = written.replace("-", "")
    return [letters[at : at + 2] for at in range(0, len(letters), 2)]


@pytest.mark.parametrize(
    ("heads", "is_own"),
    [
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"origin": "http://evil.test"}, False),
        ({"origin": "http://room.test.evil.test"}, False),
        ({"origin": "http://room.test:81"}, False),
        ({"origin": "null"}, False),
        ({"origin": SITE}, True),
    ],
)
def test_forms_of_other_sites_do_nothing(
    tmp_path: Path, heads: dict[str, str], is_own: bool
) -> None:
    async def post(found: Site) -> None:
        ann, trainer = found.device("Ann"), await found.trainer()
        await ann.joins("1.north")
        told = [
            (ann, "/back", {"name": "Ann", "pin": ann.pin}), (ann, "/do/note", {"note": "hello"}),
            (ann, "/do/me", {"name": "Other"}),
            (trainer, "/console/do/begin", {"table": "all"}),
            (trainer, "/console/login", {"passphrase": PASSPHRASE}),
            (found.device(), "/join", {"name": "Bob"}),
        ]  # fmt: skip
        for device, path, fields in told:
            answer = await device.ask("POST", f"/test{path}", data=fields, headers=heads)
            assert (answer.status_code == 303) == is_own
            if not is_own:
                assert answer.status_code == 403
                assert "set-cookie" not in answer.headers
        assert (len(found.room.room.people) == 2) == is_own
        assert found.room.table(1).begun == is_own

    in_room(tmp_path, post)


def test_browsers_are_not_kept_from_saying_where_a_form_comes_from(tmp_path: Path) -> None:
    """With `no-referrer` a browser sends `Origin: null` with our own forms, and over plain http
    nothing else tells them from those of others.
    """

    async def look(found: Site) -> None:
        answer = await found.device().get()
        assert answer.headers["referrer-policy"] in ("same-origin", "strict-origin", "origin")

    in_room(tmp_path, look)


def test_cookies_can_not_be_read_by_scripts_or_sent_from_elsewhere(tmp_path: Path) -> None:
    async def look(found: Site) -> None:
        ann = found.device("Ann")
        await ann.joins("1.north")
        await ann.lets_in()
        (seat,) = [each for each in ann.received if "set-cookie: seat_" in each]
        (trainer,) = [each for each in ann.received if "set-cookie: trainer_" in each]
        for answer, same in ((seat, "lax"), (trainer, "strict")):
            cookie = answer.partition("set-cookie: ")[2].partition("\n")[0].lower()
            parts = {part.strip() for part in cookie.split(";")}
            assert {"httponly", f"samesite={same}", "path=/test"} <= parts
            assert "domain" not in cookie
        assert PASSPHRASE not in trainer

    in_room(tmp_path, look)


def test_every_answer_forbids_what_no_page_needs(tmp_path: Path) -> None:
    async def look(found: Site) -> None:
        ann = found.device("Ann")
        await ann.joins("1.north")
        for path in ("/seat", "/nothing", "/console", "/wall", "/static/room.js", "/static/no"):
            heads = (await ann.get(path)).headers
            assert "default-src 'none'" in heads["content-security-policy"]
            assert "unsafe" not in heads["content-security-policy"]
            assert heads["x-content-type-options"] == "nosniff"
            if "static" not in path:
                assert heads["cache-control"] == "no-store"

    in_room(tmp_path, look)


def test_no_secret_stands_in_the_journal(tmp_path: Path) -> None:
    async def fill(found: Site) -> list[str]:
        ann, trainer = found.device("Ann"), await found.trainer()
        await ann.joins("1.north")
        secrets = [ann.key.strip('"').partition(".")[0], trainer.client.cookies["trainer_test"]]
        new = found.device()
        await new.post("/back", {"name": "Ann", "pin": ann.pin})
        await trainer.does("/console/do/pin", person="p1")
        secrets += [new.key.strip('"').partition(".")[0], PASSPHRASE, PASSPHRASE.replace("-", " ")]
        pins = [ann.pin, found.room.room.new_pins()["p1"]]
        rows = [str(row.body) for row in found.journal.read("test", 0).rows[1:]]
        assert not any(f"'{pin}'" in row for row in rows for pin in pins)
        return secrets

    async def done() -> list[str]:
        async with site(tmp_path, SMALL) as found:
            return await fill(found)

    secrets = asyncio.run(done())
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("journal.db*"))
    assert b"Ann" in kept
    for each in secrets:
        assert each.encode() not in kept
        assert each.encode().hex() not in kept.decode("latin-1")
    assert hashed("salt", secrets[0]).encode() in kept


@pytest.mark.slow
def test_an_invalid_door_form_can_be_sent_again_from_where_it_is_shown(tmp_path: Path) -> None:
    async def join(found: Site) -> None:
        await found.device("Ann").joins()
        bob = found.device("Bob")
        taken = await bob.joins(name="ann")
        assert taken.status_code == 409
        given = {**form_on(taken, "/join").hidden, "name": "Bob"}
        assert (await bob.sends(form_on(taken, "/join"), given)).url.path == "/test/seat"

    in_room(tmp_path, join)


@pytest.mark.slow
def test_every_form_leads_somewhere(tmp_path: Path) -> None:
    async def look(found: Site) -> None:
        ann, trainer, stranger = found.device("Ann"), await found.trainer(), found.device()
        await ann.joins("1.north")
        await trainer.does("/console/do/begin", table="all")
        pages = [
            await stranger.get(), await stranger.ask("POST", "/test/join", data={"name": ""}),
            await ann.get(), await ann.post("/seat", {}), await trainer.get("/console"),
            await trainer.ask("POST", "/test/console/do/tell", data={}),
            await stranger.get("/console"), await stranger.lets_in("wrong"),
        ]  # fmt: skip
        for shown in pages:
            forms = forms_in(shown)
            assert forms
            for form in forms:
                answer = await stranger.ask("POST", form.action, data={})
                assert answer.status_code != 404, (shown.url, form.action)

    in_room(tmp_path, look)


def test_a_try_that_was_right_is_forgotten_and_old_ones_too() -> None:
    clock = [0.0]
    tries = TriesInMemory(lambda: clock[0])
    assert [tries.take("x", 2) for _ in range(3)] == [0, 1, None]
    tries.give_back("x")
    assert tries.take("y", 2) == 0
    assert [tries.take("x", 2) for _ in range(2)] == [1, None]
    clock[0] = 60.0
    assert tries.take("x", 2) == 0


def test_only_so_many_tries_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "MOST", 50)
    tries = TriesInMemory()
    for n in range(200):
        tries.take(f"x{n}", 1)
    assert len(tries._taken) == 50
