"""The studio over HTTP: what it shows, whom it lets in, and what it does with whatever comes."""

import re
import socket
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest

from game.studio.desk import Desk
from game.web.address import listen
from game.web.files import POLICY
from game.words import words_in
from tests.conftest import MINIMAL, ROOT
from tests.game.test_printable import STEERS, is_alive
from tests.studio.files import new_file, save
from tests.studio.serving import Studio, serve

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """A studio whose file stays as it is."""
    with serve(new_file(tmp_path_factory.mktemp("studio"))) as found:
        yield found


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Studio]:
    """A studio of this test alone."""
    with serve(new_file(tmp_path)) as found:
        yield found


def get(studio: Studio, name: str = "", **headers: str) -> httpx.Response:
    return httpx.get(f"{studio.address}{name}", headers=headers)


def post(studio: Studio, name: str, form: dict[str, str], **headers: str) -> httpx.Response:
    return httpx.post(f"{studio.address}{name}", data=form, headers=headers, follow_redirects=True)


def seen_again(studio: Studio) -> None:
    """Wait until the last save was read."""
    before = studio.desk.number
    for _ in range(200):
        if studio.desk.number != before:
            return
        httpx.get(f"{studio.address}static/studio.css")  # time for the server to look
    raise AssertionError("the save was never noticed")


# --- what is shown --------------------------------------------------------------------------------

PAGES = ("", "phase/first-talk", "phase/bench", "phase/closing?seat=bikes", "play")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_complete_and_needs_nothing_from_elsewhere(studio: Studio, page: str) -> None:
    found = get(studio, page)
    assert found.status_code == 200
    assert found.headers["content-security-policy"] == POLICY
    assert "no problems" in found.text
    addresses = re.findall(r'(?:src|srcset|href|action)="([^"#]*)"', found.text)
    assert not [each for each in addresses if ":" in each and not each.startswith("data:")]
    for each in set(addresses):
        if "drawings/" in each or "static/" in each:
            assert httpx.get(str(found.url.join(unescape(each)))).status_code == 200, each


def test_the_overview_has_the_phases_the_map_and_the_cast(studio: Studio) -> None:
    text = get(studio).text
    for shown in ("First talk", "On the bench", "The ticket", "Sjoerd Wiarda", "Anneke Brouwer"):
        assert shown in text
    assert "<title id=" in text  # of the map, for who can't see it
    assert "you promise" not in text  # nothing is claimed before it has been played
    assert "being played" in text


def test_a_phase_looks_as_in_a_play_and_can_not_be_sent(studio: Studio) -> None:
    text = get(studio, "phase/first-talk").text
    assert "Outside the quarter-past boat sounds its horn." in text
    assert "Ask about that night in the rain" in text
    assert "Those were my bicycles." in text  # an answer that only comes later
    assert '<fieldset class="locked-away" disabled>' in text


def test_who_sits_out_a_side_talk_is_shown_what_that_looks_like(tmp_path: Path) -> None:
    path = tmp_path / "quay.yaml"
    path.write_bytes((ROOT / "tests/scenarios/valid/quay.yaml").read_bytes())
    with serve(path) as studio:
        inside, outside = (
            get(studio, f"phase/in-the-car?seat={seat}").text.partition('id="all-said"')[0]
            for seat in ("port", "town")
        )
        assert "Two of you share a car to the station." in inside
        assert "They offered you a lift." in outside
        assert "They offered you a lift." not in inside
        for seat in studio.desk.good.reading.compiled.parties:  # type: ignore[union-attr]
            post(studio, "from", {"phase": "in-the-car", "seat": seat})
            assert get(studio, "play").status_code == 200


def test_a_phase_that_is_gone_is_told(studio: Studio) -> None:
    found = get(studio, "phase/nowhere")
    assert found.status_code == 404
    assert "is no longer there" in found.text


def test_it_speaks_the_other_language_when_asked(own: Studio) -> None:
    assert '<html lang="en">' in get(own).text
    assert '<html lang="nl">' in post(own, "language", {"language": "nl", "view": ""}).text
    assert '<html lang="nl">' in post(own, "language", {"language": "xx"}).text
    assert "Eerste gesprek" in get(own).text


# --- a save ---------------------------------------------------------------------------------------


def test_a_broken_save_is_told_with_its_line_and_the_last_good_one_stays(own: Studio) -> None:
    save(own.path, "start: first-talk", "start: first-tolk")
    seen_again(own)
    text = unescape(get(own).text)
    line = MINIMAL.read_text("utf-8").split("\n").index("  start: first-talk") + 1
    assert f"line {line}" in text
    assert "start: first-tolk" in text
    assert 'Did you mean "first-talk"' in text
    assert "the last that can be played" in text
    assert "Anneke Brouwer" in text
    assert get(own, "phase/closing").status_code == 200


def test_a_file_that_was_never_good_has_a_page(tmp_path: Path) -> None:
    path = tmp_path / "play.yaml"
    path.write_text("samenspel: 1\n", "utf-8")
    with serve(path) as studio:
        for page in ("", "play", "phase/first-talk"):
            found = get(studio, page)
            assert found.status_code == 200
            assert "errors" in found.text
            assert words_in("en")("studio.nothing-yet")[:30] in unescape(found.text)
        path.write_bytes(MINIMAL.read_bytes())
        seen_again(studio)
        assert "Anneke Brouwer" in get(studio).text


def test_who_looks_otherwise_is_drawn_anew(own: Studio) -> None:
    def faces() -> set[str]:
        return set(re.findall(r'drawings/[0-9a-f]+/light/people/[^"]*', get(own).text))

    before = faces()
    old = httpx.get(f"{own.address}{next(iter(before))}")
    assert "max-age" in old.headers["cache-control"]
    save(own.path, "Anneke Brouwer", "Anna Brouwer")
    seen_again(own)
    assert not faces() & before
    stale = httpx.get(f"{own.address}{next(iter(before))}")
    assert stale.headers["cache-control"] == "no-cache"


def test_news_come_with_a_save_and_end_with_the_studio(own: Studio) -> None:
    with httpx.stream("GET", f"{own.address}news?seen={own.desk.number}") as news:
        lines = news.iter_lines()
        assert next(lines).startswith("retry")
        save(own.path, "minutes: 20", "minutes: 30")
        assert next(line for line in lines if line.startswith("data")) == "data: new"


def test_whoever_comes_late_hears_at_once_that_there_is_something_new(own: Studio) -> None:
    own.desk.number = 3
    with httpx.stream("GET", f"{own.address}news?seen=2") as news:
        told = (line for line in news.iter_lines() if line)
        assert [next(told), next(told)] == ["retry: 1000", "data: new"]


# --- playing --------------------------------------------------------------------------------------


def test_a_play_from_anywhere_by_forms_alone(own: Studio) -> None:
    text = post(own, "from", {"phase": "closing", "seat": "bikes", "trust.bikes.ferry": "80"}).text
    assert "You are Brouwer Bicycles" in text
    assert "Round 3: The ticket" in text
    assert '<span class="points">80</span>' in text
    text = post(own, "play", {"stage": "round", "move": "wait"}).text
    assert "<code>wait</code>" in text
    text = post(own, "back", {}).text
    assert "<code>wait</code>" not in text


def test_what_is_missing_is_asked_for_and_what_is_refused_is_told(own: Studio) -> None:
    post(own, "from", {"phase": "first-talk", "seat": "bikes"})
    assert "Choose a move first." in post(own, "play", {"stage": "round"}).text
    found = post(own, "play", {"stage": "round", "move": "show-list"})
    assert found.status_code == 400
    assert words_in("en")("web.problem").split("'")[0] in unescape(found.text)


def test_a_choice_that_is_gone_is_named_and_the_rest_kept(own: Studio) -> None:
    post(own, "from", {"phase": "first-talk", "seat": "ferry"})
    for move in ("swap", "wait"):
        post(own, "play", {"stage": "round", "move": move})
    save(own.path, "moves: [show-list, ask-about-the-rain, swap,", "moves: [show-list,")
    seen_again(own)
    text = unescape(get(own, "play").text)
    assert "swap can't be chosen here any more" in text
    assert "1 later choice is kept" in text
    text = post(own, "play", {"stage": "round", "move": "show-list"}).text
    made = re.findall(r"<li><code>([^<]*)</code>", text)
    assert made[:2] == ["show-list", "wait"]


def test_a_state_can_be_set_in_every_respect(own: Studio) -> None:
    form = {
        "phase": "closing", "seat": "ferry", "things": "on", "rounds": "5",
        "trust.ferry.bikes": "33", "on.rules/who-spoke-last-listens": "on",
        "secret.bikes.sell-next-door": "known.ferry",
    }  # fmt: skip
    post(own, "from", form)
    assert own.desk.tryout is not None
    setting = own.desk.tryout.setting
    assert setting.trust == {("ferry", "bikes"): 33}
    assert setting.rounds == 5
    assert setting.in_force["rules/who-spoke-last-listens"] is True
    assert setting.in_force["rules/exit-fee"] is False
    assert setting.hidden == {("bikes", "sell-next-door"): {"ferry"}}
    text = get(own, "play").text
    assert re.search(r'id="trust.ferry.bikes"[^>]*value="33"', text)
    assert 'value="known.ferry" selected' in text


NONSENSE = [
    {"phase": "nowhere", "seat": "nobody"},
    {"rounds": "9" * 40, "trust.ferry.bikes": "-1"},
    {"trust.ferry.bikes": "1e9", "rounds": "٣"},
    {"secret.bikes.sell-next-door": "known.nobody", "on.rules/gone": "on"},
    {f"on.{at}": "on" for at in range(1_500)},
]


@pytest.mark.parametrize("form", NONSENSE)
def test_nonsense_begins_a_play_all_the_same(own: Studio, form: dict[str, str]) -> None:
    assert post(own, "from", form).status_code == 200


# --- whom it lets in ------------------------------------------------------------------------------


def test_it_listens_on_this_machine_alone() -> None:
    with listen(0, only_here=True) as listening:
        assert listening.family is socket.AF_INET
        assert listening.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "10.0.0.1:80"])
@pytest.mark.parametrize("page", ["", "play", "news", "static/room.js", "drawings/0/x.svg"])
def test_a_name_that_somebody_pointed_here_gets_nothing(
    studio: Studio, page: str, host: str
) -> None:
    found = get(studio, page, host=host)
    assert found.status_code == 400
    assert len(found.content) < 200


def test_its_own_names_are_let_in(studio: Studio) -> None:
    port = studio.address.rstrip("/").rpartition(":")[2]
    for host in (f"localhost:{port}", f"127.0.0.1:{port}"):
        assert get(studio, host=host).status_code == 200


@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"origin": "null"},
                                     {"sec-fetch-site": "cross-site"},
                                     {"sec-fetch-site": "same-site"}])  # fmt: skip
@pytest.mark.parametrize("page", ["from", "play", "back", "language"])
def test_a_form_of_another_page_does_nothing(
    own: Studio, page: str, headers: dict[str, str]
) -> None:
    before = own.desk.number
    found = httpx.post(
        f"{own.address}{page}", data={"phase": "closing", "language": "nl"}, headers=headers
    )
    assert found.status_code == 403
    assert "nothing was done" in found.text
    assert (own.desk.number, own.desk.tryout, own.desk.language) == (before, None, "en")


def test_too_much_and_nothing_at_all_are_told_in_plain_words(studio: Studio) -> None:
    assert post(studio, "from", {"x": "y" * 100_000}).status_code == 413
    for page in ("nowhere", "phase/", "static/../studio.py", "static/none.css",
                 "drawings/0/light/people/nobody.none.neutral.svg"):  # fmt: skip
        assert get(studio, page).status_code == 404
    assert httpx.put(f"{studio.address}play").status_code == 404


# --- hostile texts --------------------------------------------------------------------------------

MARKUP = "\"'><script>alert(1)</script>"


def test_markup_in_texts_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    hostile = MARKUP.replace("'", "''")
    text = path.read_text("utf-8")
    names = (
        "First talk", "Anneke Brouwer", "One ticket",
        "Swap a later boat for a place to park the bicycles",
        "Outside the quarter-past boat sounds its horn.",
    )  # fmt: skip
    for name in names:
        assert name in text
        text = text.replace(f"en: {name}", f"en: '{hostile}'").replace(
            f"name: {name}", f"name: '{hostile}'"
        )
    path.write_text(text, "utf-8")
    with serve(path) as studio:
        assert studio.desk.reading.errors == 0, studio.desk.reading.problems
        post(studio, "from", {"phase": "first-talk", "seat": "ferry"})
        for page in PAGES:
            shown = get(studio, page).text
            assert "<script>alert" not in shown
            assert "&lt;script&gt;" in shown
        save(path, "start: first-talk", 'start: "<script>alert(3)</script>"')
        seen_again(studio)
        assert "<script>alert" not in get(studio).text


def test_what_steers_a_terminal_is_shown_by_its_number(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    text = path.read_text("utf-8") + f"# {STEERS}\n"
    path.write_text(text, "utf-8")
    with serve(path) as studio:
        assert studio.desk.reading.errors
        assert not is_alive(get(studio).text)


def test_a_desk_never_writes(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    before = path.stat()
    Desk(path, "en")
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert list(tmp_path.iterdir()) == [path]
