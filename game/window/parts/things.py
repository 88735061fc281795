"""The game as it stands, as cards: each thing by its chapter, in force or not, open or fixed."""

from engine.play.view.records import ThingSeen, View
from engine.scenario.vocabulary import Chapter
from game.presenters.briefing import changeable_words
from game.presenters.page import first_up, sentence
from game.window.app import App
from game.window.kit.node import Node
from game.window.kit.type import BODY, Style
from game.window.kit.widgets import card, heading, icon, row, text

CHAPTERS: tuple[Chapter, ...] = ("rules", "rituals", "decor", "props", "roles", "script")
CHAPTER_SIGNS: dict[Chapter, str] = {
    "rules": "rule", "rituals": "ritual", "decor": "decor", "props": "prop", "roles": "role",
    "script": "script",
}  # fmt: skip


def chapter_card(app: App, view: View, chapter: Chapter) -> Node:
    """The things of one chapter of the game: in force or not, open to change or fixed."""
    things = [thing for thing in view.game if thing.chapter == chapter]
    head = row(
        icon(CHAPTER_SIGNS[chapter], 22, "mutual"),
        heading(app.say(f"chapter.{chapter}"), Style("semibold", 17)), gap=10,
    )  # fmt: skip
    lines = [thing_line(app, thing) for thing in things]
    return card(app.theme, head, *lines, gap=9)


def thing_line(app: App, thing: ThingSeen) -> Node:
    """A thing of the game on one line; its text is shown on focus."""
    name = first_up(app.of(thing.name))
    sign = "swap" if thing.negotiable else "lock"
    state = changeable_words(app.cast(), thing)
    told = app.of(thing.text)
    explain = f"{name}. {sentence(told)}" if told != name else f"{name}."
    facts = [state]
    if not thing.in_force:
        facts.append(app.say("game.off"))
    if thing.amount is not None and thing.in_force:
        facts.append(app.say(f"game.amount.{thing.chapter}", n=thing.amount))
    label = f"{explain} {first_up(', '.join(facts))}."
    colour = "ink" if thing.in_force else "muted"
    return row(
        icon(sign, 16, "trust" if thing.negotiable else "muted"),
        text(name if thing.in_force else f"{name} ({app.say('game.off')})", BODY, colour, grow=1),
        gap=10, align="start", id=f"thing.{thing.chapter}.{thing.id}", explain=label, label=label,
        pad=(2, 2, 2, 2),
    )  # fmt: skip


def chapter_sign(chapter: str) -> str:
    """The icon of a chapter."""
    return next((sign for name, sign in CHAPTER_SIGNS.items() if name == chapter), "rule")
