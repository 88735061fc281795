"""What the script of the pages does when something goes wrong, and where a form is sent from."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.web.address import own_addresses
from game.workshop.journal import JournalProblem
from tests.browser.chromium import PROGRAM, until
from tests.web.serving import Served, serve
from tests.workshop.rooms import SMALL

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed"),
]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A room with a table."""
    with serve(SMALL, tmp_path) as found:
        yield found


def joined(browser: Any, address: str, name: str = "Ann") -> Any:
    page = browser.new_context().new_page()
    page.goto(f"{address}?seat=1.north&lang=en")
    page.fill("#name", name)
    page.click("form[action$='/join'] button")
    page.wait_for_selector("body.seat")
    return page


@pytest.mark.skipif(not own_addresses(), reason="this machine is on no network")
def test_a_phone_on_a_plain_network_can_join(browser: Any, served: Served) -> None:
    """There the browser says only by `Origin` where a form comes from."""
    joined(browser, served.address.replace("127.0.0.1", own_addresses()[0])).context.close()
    assert [each.name for each in served.room.room.people.values()] == ["Ann"]


def test_what_is_typed_stays_when_it_can_not_be_kept(
    browser: Any, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, append = joined(browser, served.address), served.journal.append

    def fails(*_: object) -> None:
        raise JournalProblem("full", Path("journal.db"))

    monkeypatch.setattr(served.journal, "append", fails)
    page.click("#note-of-mine summary")
    page.fill("#note", "what I saw")
    page.click("#note-of-mine button")
    page.wait_for_selector("#trouble:not([hidden])")
    assert "could not be saved" in page.inner_text("#trouble")
    assert page.input_value("#note") == "what I saw"
    monkeypatch.setattr(served.journal, "append", append)
    page.click("#note-of-mine button")
    page.wait_for_selector("#trouble[hidden]", state="attached")
    assert [each.note for each in served.room.table(1).marks] == ["what I saw"]
    page.context.close()


def test_a_half_filled_door_is_left_alone_when_somebody_looks_away(
    browser: Any, served: Served
) -> None:
    page = browser.new_context().new_page()
    page.goto(served.address)
    page.fill("#name", "Ann")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.wait_for_timeout(300)
    assert page.input_value("#name") == "Ann"
    page.context.close()


def test_a_button_that_does_something_else_does_that(browser: Any, served: Served) -> None:
    joined(browser, served.address).context.close()
    page = browser.new_context().new_page()
    page.goto(f"{served.address}/console")
    page.fill("#passphrase", served.passphrase)
    page.click("form button")
    page.click("button[formaction$='/pin']")
    until(page, "() => document.body.innerText.includes('comes back with PIN')")
    (ann,) = served.room.room.people.values()
    assert (ann.table, ann.party) == (1, "north")
    assert list(served.room.room.new_pins()) == [ann.id]
    page.context.close()
