"""A whole workshop in a real browser: phones that join, reload, lose the network and come back."""

import re
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.browser.chromium import PROGRAM, until
from tests.conftest import ROOT
from tests.web.serving import Served, serve

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed"),
]

SMALL = ROOT / "tests/scenarios/valid/small.yaml"
TABLES, A_PARTY = 2, 2
MOST_TURNS = 200
# A page that is left or loaded again no longer listens; Chromium calls that a failed request.
_LEFT = re.compile(r"/(news|seat) net::ERR_ABORTED$")
# What it says besides of a phone that is taken off the network on purpose.
_OFFLINE = re.compile(rf"ERR_INTERNET_DISCONNECTED|net::ERR_FAILED|{_LEFT.pattern}")


@dataclass
class Phone:
    """Somebody's device.

    faults: what its browser complained of; expected: what it may say of what is done to it.
    """

    name: str
    seat: str
    language: str
    context: Any
    page: Any
    faults: list[str]
    expected: re.Pattern[str] = _LEFT

    def chooses(self, luck: Random) -> bool:
        """Choose something, if there is something to choose, and wait until it is taken."""
        was = self.page.evaluate(_CHOOSE, [luck.random() for _ in range(20)])
        if was is None:
            return False
        until(self.page, f"was => ({_AS_IT_IS})() !== was", was)
        return True


# The form as it is, with what it is for; nothing where there is none to fill in.
_AS_IT_IS = """() => {
    const form = document.querySelector("form.ask:not(:has(fieldset.locked-away))");
    return form && form.elements.moment.value + form.elements.stage.value + form.outerHTML.length;
}"""
# But for what the page itself writes: how long there is, and whether the screen stays on.
_AS_SHOWN = """page => {
    const main = page.querySelector("main").cloneNode(true);
    main.querySelectorAll("#awake, [data-left]").forEach(each => each.remove());
    return main.textContent.replace(/\\s+/g, "");
}"""
_AS_SERVED = f"""async () => {{
    const page = await (await fetch(location.href)).text();
    return ({_AS_SHOWN})(new DOMParser().parseFromString(page, "text/html"));
}}"""
# All at once, as the page may change at any moment.
_CHOOSE = """luck => {
    const form = document.querySelector("form.ask:not(:has(fieldset.locked-away))");
    if (!form) return null;
    const was = form.elements.moment.value + form.elements.stage.value + form.outerHTML.length;
    const radios = [...form.querySelectorAll("input[type=radio]")];
    for (const name of new Set(radios.map(each => each.name))) {
        const own = radios.filter(each => each.name === name);
        own[Math.floor(luck.pop() * own.length)].checked = true;
    }
    form.querySelectorAll("input[type=checkbox][name=end]").forEach(each => each.checked = true);
    form.requestSubmit(form.querySelector("button:not(.quiet)"));
    return was;
}"""


def opened(browser: Any, served: Served, name: str, seat: str, language: str) -> Phone:
    """A phone that has come in by the link of its seat."""
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, locale=language, has_touch=True
    )
    page, faults = context.new_page(), []
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda asked: faults.append(f"{asked.url} {asked.failure}"))
    page.goto(f"{served.address}?seat={seat}&lang={language}")
    page.fill("#name", name)
    page.check(f"input[name=language][value={language}]", force=True)
    page.click("form[action$='/join'] button")
    page.wait_for_selector("body.seat")
    return Phone(name, seat, language, context, page, faults)


def trainer(browser: Any, served: Served) -> Any:
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    page.goto(f"{served.address}/console")
    page.fill("#passphrase", served.passphrase)
    page.click("form button")
    page.wait_for_selector("#tables")
    return page


def parties_of(served: Served) -> tuple[str, ...]:
    return tuple(served.room.compiled.parties)


def test_a_whole_workshop(browser: Any, tmp_path: Path) -> None:
    luck = Random(3)
    with serve(SMALL, tmp_path, tables=TABLES) as served:
        phones = [
            opened(browser, served, f"{party}-{table}-{n}", f"{table}.{party}", ("nl", "en")[n % 2])
            for table in range(1, TABLES + 1)
            for party in parties_of(served)
            for n in range(A_PARTY)
        ]
        console = trainer(browser, served)
        console.locator("#head form[action$='begin'] button").click()
        for each in phones:
            each.page.wait_for_selector("form.ask")
        happened = iter((reload, go_offline, take_over, let_a_persona_play))
        for turn in range(MOST_TURNS):
            if turn > 0 and (event := next(happened, None)):
                event(browser, served, phones, console, luck)
            chosen = [each.chooses(luck) for each in phones]
            if not any(chosen):
                if all(served.room.table(n).live.is_over for n in range(1, TABLES + 1)):
                    break
                phones[0].page.wait_for_timeout(100)
        assert next(happened, None) is None, "the play was too short for all that was to happen"
        assert all(served.room.table(n).live.is_over for n in range(1, TABLES + 1))
        console.locator("#wall form[action$='/debrief'] button").click()
        for each in phones:
            each.page.click("form[action$='/recall'] button")
            each.page.wait_for_selector("#card")
        for each in phones:
            assert [fault for fault in each.faults if not each.expected.search(fault)] == []
        for context in browser.contexts:
            context.close()


def reload(browser: Any, served: Served, phones: list[Phone], console: Any, luck: Random) -> None:
    """A page shows all there is to see, and the same when it is loaded again."""
    page = phones[0].page
    until(page, f"async () => await ({_AS_SERVED})() === ({_AS_SHOWN})(document)")
    was = page.evaluate(f"({_AS_SHOWN})(document)")
    page.reload()
    assert page.evaluate(f"({_AS_SHOWN})(document)") == was


def go_offline(
    browser: Any, served: Served, phones: list[Phone], console: Any, luck: Random
) -> None:
    """A phone without a network says so, and goes on by itself when there is one again."""
    phone = phones[1]
    phone.expected = _OFFLINE
    phone.context.set_offline(True)
    # An answer that was on its way may still arrive: then it looks again, as a phone does.
    looks = "document.dispatchEvent(new Event('visibilitychange'))"
    until(phone.page, f"() => {{ {looks}; return !document.querySelector('#offline').hidden; }}")
    phone.context.set_offline(False)
    phone.page.evaluate("window.dispatchEvent(new Event('online'))")
    phone.page.wait_for_selector("#offline[hidden]", state="attached")


def take_over(
    browser: Any, served: Served, phones: list[Phone], console: Any, luck: Random
) -> None:
    """With name and PIN somebody goes on on another device; the old one has no seat any more."""
    old = phones[2]
    pin = re.search(r"\d{4}", old.page.locator("#pin").inner_text())
    assert pin is not None
    context = browser.new_context(viewport={"width": 360, "height": 640}, locale=old.language)
    page = context.new_page()
    page.goto(served.address)
    page.locator("summary").click()
    page.fill("#back-name", old.name)
    page.fill("#pin", pin[0])
    page.locator("details button").click()
    page.wait_for_selector("body.seat")
    assert old.name in page.locator("body > header").inner_text()
    old.page.wait_for_selector("#name")  # by itself: somebody new could join there now
    phones[2] = Phone(old.name, old.seat, old.language, context, page, [])


def let_a_persona_play(
    browser: Any, served: Served, phones: list[Phone], console: Any, luck: Random
) -> None:
    """The trainer lets a computer player play for a party; its people see it."""
    console.locator("#tables article").last.locator("form[action$='/staff'] button").last.click()
    phones[-1].page.wait_for_selector("#state, section.end")
