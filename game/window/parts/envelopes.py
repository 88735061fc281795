"""What each party is seen to do: an envelope, and then what was in it."""

from collections.abc import Sequence

from engine.play.view.heard import MoveSeen, PartingSeen
from game.pages import RevealPage
from game.presenters.page import first_up
from game.presenters.reveal import came_to, checked, shown, tell
from game.theme import stance_colours
from game.window import art
from game.window.app import App
from game.window.kit.column import Column
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import card, column, heading, icon, row, stance_badge, text


def sealed(app: App, page: RevealPage) -> Node:
    """An envelope for each party."""
    pressed = marks([app.cast().party(each) for each in page.parties])
    each = zip(page.parties, pressed, strict=True)
    return _beside(app, [_sealed(app, party, mark) for party, mark in each])


def opened(app: App, page: RevealPage) -> Node:
    """What each party is seen to do; beneath it that all parted, if they did."""
    cards = _beside(app, [_opened(app, page, party) for party in page.parties])
    parted = [each for each in page.acts if isinstance(each, PartingSeen)]
    told = [line.text for each in parted for line in tell(app.cast(), each)]
    notes = [
        card(app.theme, text(words, Style("regular", 18), align="center"), pad=14) for words in told
    ]
    return column(cards, *notes, gap=8)


def _beside(app: App, cards: list[Column]) -> Grid:
    return Grid(columns=_columns(app, len(cards)), gap=12, children=cards)


def _sealed(app: App, party: str, mark: str) -> Column:
    name = app.cast().party(party)
    envelope = art.envelope(mark, 120 if app.is_narrow else 150)
    label = text(name, LABEL, align="center")
    return card(app.theme, row(envelope, justify="center"), label, gap=8, pad=14)


def _opened(app: App, page: RevealPage, party: str) -> Column:
    parts: list[Node] = [heading(app.cast().party(party), LABEL)]
    for act in page.acts:
        if isinstance(act, PartingSeen) or act.party != party:
            continue
        if isinstance(act, MoveSeen):
            parts += _move(app, page, act)
        else:
            parts += [text(line.text, Style("regular", 17)) for line in tell(app.cast(), act)]
    return card(app.theme, *parts, gap=6, pad=14)


def _move(app: App, page: RevealPage, act: MoveSeen) -> list[Node]:
    theme = app.theme
    colour, _ = stance_colours(theme, act.stance)
    looks = first_up(app.say(f"face.{act.stance}"))
    parts: list[Node] = [
        text(shown(app.cast(), act), Style("regular", 17)),
        row(stance_badge(theme, act.stance, 28), text(looks, LABEL, colour, grow=1), gap=10),
    ]
    if act.title is not None:
        parts.append(text(app.say("reveal.chose", title=app.of(act.title)), CAPTION, "muted"))
    if (noticed := came_to(app.cast(), act)) is not None:
        words = text(noticed.text, BODY, "risk", grow=1)
        parts.append(row(icon("warning", 18, "risk"), words, gap=8))
    return [*parts, *_guess(app, page, act)]


def _guess(app: App, page: RevealPage, act: MoveSeen) -> list[Node]:
    """What this seat had expected, compared with the move."""
    guess = next((each for each in page.guesses if each.about == act.party), None)
    if guess is None:
        return []
    sign = "check" if guess.stance == act.stance else "differ"
    words = text(checked(app.cast(), guess, act).text, BODY, "mutual", grow=1)
    return [row(icon(sign, 18, "mutual"), words, gap=8, align="start")]


_ARTICLES = frozenset({"the", "a", "an", "de", "het", "een", "stichting"})


def marks(names: Sequence[str]) -> list[str]:
    """What each has in its wax: the first letter of its first word that says something, of the
    second one too where that tells them apart, else its number; more do not fit.
    """
    one, two = ([_initials(name, count) for name in names] for count in (1, 2))
    numbers = [str(number) for number in range(1, len(names) + 1)]
    return next(each for each in (one, two, numbers) if len(set(each)) == len(names))


def _initials(name: str, count: int) -> str:
    words = [word for word in name.split() if word.lower() not in _ARTICLES]
    return "".join(word[0] for word in (words or name.split())[:count]).upper()


def _columns(app: App, count: int) -> int:
    """How many cards stand beside each other."""
    if app.is_narrow:
        return min(count, 2) if app.room[0] >= 760 else 1
    return 2 if count == 4 else count
