"""How things stand, always in the same place: one's own trust and risk, theirs, and the value."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from engine.play.measures import Gauges
from engine.play.view.heard import FoundOut, MoveSeen, OwnUpSeen, RepairFelt, Suspicion
from engine.play.view.records import PartySeen, View
from game.pages import ConsequencePage
from game.pages.kinds import News, Numbers
from game.presenters.page import points, sentence, signed
from game.presenters.reveal import (
    changed_numbers,
    changed_words,
    masked_words,
    moved_briefly,
    moved_head,
    moved_trust,
    news_told,
    value_words,
)
from game.window import art
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import bar, card, column, flow, gauge, heading, icon, row, text
from game.window.parts.frame import scroll
from game.window.parts.people import face_of

SIDE = 316.0  # dp: the column with how things stand, beside the place
_AROUND = 138.0  # dp: what is above and under that column


class Fit(NamedTuple):
    """How what came of a step is shown. size: of the gauges, in dp. has_path: with their path.
    is_full: every reason is told. is_tight: without heads, and with less between the parts.
    """

    size: float
    has_path: bool = True
    is_full: bool = True
    is_tight: bool = False

    @property
    def gap(self) -> float:
        """Between the parts of a card, in dp."""
        return 5 if self.is_tight else 8

    @property
    def pad(self) -> float:
        """Around what is in a card, in dp."""
        return 10 if self.is_tight else 14


# The first with which all of it can be read without scrolling, or else the last: design choices.
_FITS = (
    Fit(92), Fit(76), Fit(66, has_path=False), Fit(66, has_path=False, is_full=False),
    Fit(66, has_path=False, is_full=False, is_tight=True),
)  # fmt: skip
_NEWS: Mapping[type[News], tuple[str, str]] = {
    MoveSeen: ("door", "risk"), FoundOut: ("eye", "risk"), Suspicion: ("question", "mutual"),
    RepairFelt: ("scar", "mutual"), OwnUpSeen: ("speak", "mutual"),
}  # fmt: skip
GAUGES = {"trust": ("trust", "standing.trust"), "perceived_risk": ("risk", "standing.risk")}


def standing_card(
    app: App, view: View, now: Gauges, path: Sequence[Gauges], why: Mapping[tuple[str, str], str],
    *, fit: Fit = _FITS[0], since: Gauges | None = None,
) -> Node:  # fmt: skip
    """The numbers about each of the others, each with whose it is. now: what the gauges show.

    since: what they showed before; without it the last step of the path.
    """
    several = len(view.there) > 1
    parts: list[Node] = []
    before = since or (path[-2] if len(path) > 1 else None)
    for other in view.there:
        parts.append(_theirs(app, other, is_tight=several and fit.is_tight))
        if several:
            is_named = other is view.there[0] or not fit.is_tight
            parts.append(_bars(app, now, before, other.id, why, is_named=is_named))
            continue
        pair = [_gauge(app, name, other.id, now, before, path, why, fit.size) for name in GAUGES]
        parts.append(Grid(columns=2, gap=6, children=pair))
    parts.append(_value(app, now))
    return card(app.theme, *parts, gap=fit.gap, pad=fit.pad)


def _theirs(app: App, other: PartySeen, *, is_tight: bool) -> Node:
    """Their trust, as far as it shows: a face with a word. is_tight: on one line."""
    party = app.of(other.name)
    word = app.say(f"mood-word.{other.mood}")
    told = app.say("standing.theirs.means", party=party, mood=word)
    name, shown = text(party, LABEL), app.say("standing.theirs", mood=word)
    words = column(name, text(shown, CAPTION, "muted"), gap=1, grow=1)
    if is_tight:
        words = column(flow(name, text(word, CAPTION, "muted"), gap=8), grow=1)
    face = art.bust(face_of(app, other), other.mood, 28 if is_tight else 40)
    return row(face, words, gap=10, id=f"theirs.{other.id}", explain=told, label=told,
               role="meter")  # fmt: skip


def _gauge(
    app: App, name: str, other: str, now: Gauges, before: Gauges | None,
    path: Sequence[Gauges], why: Mapping[tuple[str, str], str], size: float,
) -> Node:  # fmt: skip
    colour, words = GAUGES[name]
    value, moved = getattr(now, name)[other], _moved(name, other, now, before)
    return gauge(
        app.theme, f"gauge.{name}.{other}", app.say(words), value, colour, size=size, moved=moved,
        path=tuple(getattr(each, name)[other] for each in path), explain=why[name, other],
    )  # fmt: skip


def _moved(name: str, other: str, now: Gauges, before: Gauges | None) -> int:
    """How many points it has changed."""
    if before is None:
        return 0
    return points(getattr(now, name)[other]) - points(getattr(before, name)[other])


def _bars(
    app: App, now: Gauges, before: Gauges | None, other: str, why: Mapping[tuple[str, str], str],
    *, is_named: bool,
) -> Node:  # fmt: skip
    """With several other parties: two bars about each of them."""
    bars = [
        bar(app.theme, f"gauge.{name}.{other}", app.say(GAUGES[name][1]),
            getattr(now, name)[other], GAUGES[name][0], explain=why[name, other],
            moved=_moved(name, other, now, before), is_named=is_named)
        for name in GAUGES
    ]  # fmt: skip
    return Grid(columns=2, gap=14, children=bars)


def _value(app: App, now: Gauges) -> Node:
    """The value so far, with what it means."""
    figure = signed(points(now.value))
    means = app.say("gauge.value.means", payoff=signed(points(now.payoff)))
    told = app.say("gauge.line", name=app.say("gauge.value"), value=figure, means=means)
    return row(
        text(app.say("standing.value"), CAPTION, "muted", grow=1), text(figure, LABEL), gap=8,
        id="gauge.value", explain=told, label=told, role="meter", pad=(4, 6, 4, 6),
        look=Look(app.theme.card_low, None, 8),
    )  # fmt: skip


# --- what a step came to --------------------------------------------------------------------------


def consequence_side(app: App, page: ConsequencePage, *, is_over: bool) -> Node:
    """Beside what is said: the numbers as they were, and once all is said, what came of it."""
    numbers = page.numbers
    assert numbers is not None
    now = numbers.after if is_over else numbers.before
    view = page.view if is_over else page.was
    path = page.path if is_over else page.path[:-1]
    why, kit = whys(app, view, numbers, is_over=is_over), app.kit()
    wide, high = kit.px(SIDE), kit.px(app.room[1] - _AROUND)
    for fit in _FITS:
        standing = standing_card(
            app, view, now, path if fit.has_path else (), why, fit=fit, since=numbers.before
        )
        if not is_over:
            return column(standing, column(grow=1), width=SIDE)
        told = came_of(app, page, fit)
        words = card(app.theme, scroll("news.words", *told, gap=fit.gap - 1, pad=0), pad=fit.pad)
        side = column(standing, words, gap=10, width=SIDE)
        if side.height_for_width(kit, wide) <= high:
            break
    return side


def whys(
    app: App, view: View, numbers: Numbers, *, is_over: bool = True
) -> dict[tuple[str, str], str]:
    """What each gauge means and where it came from, by its name and the party it is about.

    is_over: all has been said; until then, nothing of where it went.
    """
    found: dict[tuple[str, str], str] = {}
    for name in GAUGES:
        for other in view.there:
            before, after = (
                points(getattr(each, name)[other.id]) for each in (numbers.before, numbers.after)
            )
            title = app.say(f"gauge.{name}", other=app.cast().party(other.id))
            means = app.say(f"gauge.{name}.means", payoff=0)
            found[name, other.id] = (
                app.say("news.gauge", name=title, before=before, after=after, means=means)
                if is_over
                else app.say("gauge.line", name=title, value=before, means=means)
            )
    for other in view.there if is_over else ():
        if masked := masked_words(app.cast(), numbers, other.id):
            found["trust", other.id] += f" {masked} {app.say('reason.masked.why')}"
    return found


def came_of(app: App, page: ConsequencePage, fit: Fit = _FITS[0]) -> Iterator[Node]:
    """What only this seat learns, why its trust moved, and the smaller numbers on demand; where
    there is no room for all reasons, only the main ones, and all of them on demand, too.
    """
    cast, numbers = app.cast(), page.numbers
    for each, line in news_told(cast, page.news):
        sign, colour = _NEWS[type(each)]
        yield row(icon(sign, 20, colour), text(line.text, BODY, grow=1), gap=10, align="start")
    if numbers is None:
        return
    if not fit.is_tight:
        yield heading(moved_head(cast, numbers).text, Style("semibold", 16))
    reasons = list(moved_trust(cast, numbers))
    for line in reasons if fit.is_full else moved_briefly(cast, numbers):
        yield text(line.text, BODY)
    for words in value_words(cast, numbers):
        yield text(sentence(words), BODY)
    smaller = [sentence(changed_words(cast, each)) for each in changed_numbers(numbers)]
    if smaller or not fit.is_full:
        words = app.say(f"standing.smaller{'' if fit.is_full else '.brief'}", n=len(smaller))
        smaller = [line.text for line in reasons if not fit.is_full] + smaller
        yield row(
            icon("gauge", 18, "muted"), text(words, CAPTION, "muted", grow=1), gap=8,
            id="news.smaller", label=words, explain="\n".join(smaller), role="button",
            pad=(7, 10, 7, 10), look=Look(app.theme.card_low, None, 9),
        )  # fmt: skip
