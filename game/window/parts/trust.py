"""The question how far the others are trusted, alone on a screen or beside what is told."""

from game.pages import TrustPage
from game.presenters.trust import MOST_TRUST, trust_question
from game.window import art
from game.window.app import App
from game.window.kit.column import Column
from game.window.kit.node import Act, Node
from game.window.kit.type import BODY, CAPTION, STRONG, Style
from game.window.kit.widgets import button, card, choice, flow, row, text
from game.window.parts.frame import Ends, frame, scroll

ASKED = "trust.ask"  # where the focus is first: whoever presses on has not skipped the question


def go_or_skip(app: App, name: str, levels: dict[str, int], act: Act) -> Ends:
    """The button that keeps the answers; without any it skips the question, and stands at the other
    side: it is not what somebody who only goes on would press.
    """
    words = app.say("trust.go" if levels else "trust.skip")
    made = button(app.theme, name, words, act, strong=bool(levels))
    return {"foot": [made]} if levels else {"leave": [made]}


def trust_frame(app: App, page: TrustPage, levels: dict[str, int], go: Ends) -> Node:
    """The question as a screen of its own."""
    inside = trust_card(app, page, levels)
    inside.max_width = 860
    told = scroll("trust", inside, pad=24)
    told.align = told.justify = "center"
    room = page.room
    return frame(app, app.of(room.title), art.over(room.scenery, told), **go)


def trust_card(app: App, page: TrustPage, levels: dict[str, int], *, pad: float = 30) -> Column:
    """The question about each of the others. levels: what was answered, filled in here."""
    intro = text(app.say("trust.intro"), BODY, "muted")
    asks = [_ask(app, other.id, levels) for other in page.view.there]
    words = app.say("trust.head")
    head = text(words, Style("serif", 28 if pad > 20 else 21))
    # It can have the focus, and pressing it does nothing.
    asked = row(head, id=ASKED, label=words, role="heading")
    asked.act = lambda: None
    return card(app.theme, asked, intro, *asks, gap=pad * 0.6, pad=pad)


def _ask(app: App, other: str, levels: dict[str, int]) -> Node:
    ask = trust_question(app.cast(), other)
    numbers = [_number(app, other, ask, number, levels) for number in range(MOST_TRUST + 1)]
    ends = row(
        text(app.say("trust.lowest"), CAPTION, "muted", grow=1),
        text(app.say("trust.highest"), CAPTION, "muted"),
    )
    return card(app.theme, text(ask, STRONG), flow(*numbers, gap=6), ends, gap=10, pad=14)


def _number(app: App, other: str, ask: str, number: int, levels: dict[str, int]) -> Node:
    is_on = levels.get(other) == number

    def pick() -> None:
        if is_on:
            del levels[other]
        else:
            levels[other] = number
        app.sound("step")

    return choice(
        app.theme, f"trust.{other}.{number}", text(str(number), STRONG, align="center"),
        act=pick, chosen=is_on, role="toggle", label=f"{ask} {number}", pad=11,
    )  # fmt: skip
