"""What each side knew, and what was expected compared with what happened."""

from collections.abc import Collection, Iterator

from engine.debrief import Findings, PredictionChecked
from game.presenters.debrief import Step
from game.window.app import App
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import CAPTION, LABEL, Style
from game.window.kit.widgets import card, flow, heading, icon, row, stance_badge, text
from game.window.parts.cards import cards


def known(app: App, found: Findings, step: Step, people: Collection[str]) -> Iterator[Node]:
    """The predictions of the people first, then the briefs and what was hidden."""
    own = [each for each in found.knowledge.predictions if each.party in people]
    if own:
        yield card(
            app.theme, heading(app.say("predictions.head"), Style("semibold", 18)),
            text(app.say("predictions.how"), CAPTION, "muted"),
            flow(*(_prediction(app, each) for each in own), gap=10), pad=20,
        )  # fmt: skip
    yield from cards(app, step.lines, cell=430)


def _prediction(app: App, each: PredictionChecked) -> Node:
    """What was expected and what happened; a tick or an arrow says whether they agree."""
    expected, fact = app.say(f"stance.{each.stance}"), app.say(f"stance.{each.fact}")
    told = app.say("predictions.one", round=each.round, party=app.cast().party(each.about),
                   expected=expected, fact=fact)  # fmt: skip
    return row(
        text(str(each.round), LABEL, "muted"),
        stance_badge(app.theme, each.stance, 28),
        icon("check" if each.stance == each.fact else "arrow-flat", 18, "ink"),
        stance_badge(app.theme, each.fact, 28),
        gap=7, pad=(8, 10, 8, 10), look=Look(app.theme.card_low, None, 12),
        id=f"prediction.{each.at}.{each.about}", explain=told, label=told,
    )  # fmt: skip
