"""The game itself: what became of each of its things, and the patterns in the play."""

from collections.abc import Iterator, Sequence

from engine.debrief import Findings, LedgerLine
from game.presenters.debrief import (
    Step,
    fixed_things,
    ledger_entry,
    ledger_groups,
    patterns,
)
from game.presenters.evidence import ref_name
from game.presenters.page import first_up, sentence
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, Style
from game.window.kit.widgets import card, heading, icon, row, text
from game.window.parts.cards import cards
from game.window.parts.things import CHAPTER_SIGNS

Named = Sequence[tuple[LedgerLine, str]]  # each thing with what is said of it


def ledger(app: App, found: Findings, step: Step) -> Iterator[Node]:
    """A card for each group, and one with the patterns."""
    cast, groups = app.cast(), ledger_groups(found)
    if not any(key == "changed" for key, _ in groups):
        yield card(app.theme, text(app.say("ledger.none-changed"), BODY), pad=22)
    for key, lines in groups:
        yield _group(app, key, [(line, ledger_entry(cast, key, line)) for line in lines])
    fixed = [(line, first_up(ref_name(cast, line.thing))) for line in fixed_things(found)]
    if fixed:
        yield _group(app, "fixed", fixed)
    yield from cards(app, (*patterns(cast, found), *step.questions), cell=900)


def _group(app: App, key: str, things: Named) -> Node:
    cells = [_thing(app, line, first_up(words)) for line, words in things]
    head = heading(app.say(f"ledger.{key}"), Style("semibold", 18))
    return card(app.theme, head, Grid(cell=260, gap=10, children=cells), gap=14, pad=22)


def _thing(app: App, line: LedgerLine, words: str) -> Node:
    told = sentence(f"{app.say(f'chapter.{line.chapter}')}: {words}")
    return row(
        icon(CHAPTER_SIGNS[line.chapter], 17, "mutual"), text(words, BODY, grow=1),
        gap=9, pad=(8, 12, 8, 11), look=Look(app.theme.card_low, None, 11),
        id=f"ledger.{line.chapter}.{line.thing.id}", explain=told, label=told,
    )  # fmt: skip
