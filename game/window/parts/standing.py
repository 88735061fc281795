"""How things stand, always in the same place: one's own trust and risk, theirs, and the value."""

from collections.abc import Iterator, Mapping, Sequence

from engine.play.measures import Gauges
from engine.play.view.heard import FoundOut, MoveSeen, OwnUpSeen, RepairFelt, Suspicion
from engine.play.view.records import PartySeen, View
from game.pages import ConsequencePage
from game.pages.kinds import News, Numbers
from game.presenters.page import points, sentence, signed
from game.presenters.reveal import (
    changed_numbers,
    changed_words,
    moved_head,
    moved_trust,
    news_lines,
    value_words,
)
from game.window import art
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import bar, card, column, gauge, heading, icon, row, text
from game.window.parts.frame import scroll
from game.window.parts.people import face_of

SIDE = 316.0  # dp: the column with how things stand, beside the place
_AROUND = 130.0  # dp: what is above and under that column
# How large the gauges may be, in dp, and whether with their path: the first with which all that
# came of a step can be read without scrolling, or else the last. Design choices.
_SIZES = ((92.0, True), (76.0, True), (66.0, False))
_NEWS: Mapping[type[News], tuple[str, str]] = {
    MoveSeen: ("door", "risk"), FoundOut: ("eye", "risk"), Suspicion: ("question", "mutual"),
    RepairFelt: ("scar", "mutual"), OwnUpSeen: ("speak", "mutual"),
}  # fmt: skip
GAUGES = {"trust": ("trust", "standing.trust"), "perceived_risk": ("risk", "standing.risk")}


def standing_card(
    app: App, view: View, now: Gauges, path: Sequence[Gauges], why: Mapping[tuple[str, str], str],
    *, size: float = 92, since: Gauges | None = None,
) -> Node:  # fmt: skip
    """The numbers about each of the others, each with whose it is. now: what the gauges show.

    since: what they showed before; without it the last step of the path.
    """
    several = len(view.there) > 1
    parts: list[Node] = []
    before = since or (path[-2] if len(path) > 1 else None)
    for other in view.there:
        parts.append(_theirs(app, other))
        if several:
            parts.append(_bars(app, now, before, other.id, why))
            continue
        pair = [_gauge(app, name, other.id, now, before, path, why, size) for name in GAUGES]
        parts.append(Grid(columns=2, gap=6, children=pair))
    parts.append(_value(app, now))
    return card(app.theme, *parts, gap=8, pad=14)


def _theirs(app: App, other: PartySeen) -> Node:
    """Their trust, as far as it shows: a face with a word."""
    party = app.of(other.name)
    word = app.say(f"mood-word.{other.mood}")
    told = app.say("standing.theirs.means", party=party, mood=word)
    words = column(
        text(party, LABEL), text(app.say("standing.theirs", mood=word), CAPTION, "muted"),
        gap=1, grow=1,
    )  # fmt: skip
    face = art.bust(face_of(app, other), other.mood, 40)
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
    app: App, now: Gauges, before: Gauges | None, other: str, why: Mapping[tuple[str, str], str]
) -> Node:
    """With several other parties: two bars about each of them."""
    bars = [
        bar(app.theme, f"gauge.{name}.{other}", app.say(GAUGES[name][1]),
            getattr(now, name)[other], GAUGES[name][0], explain=why[name, other],
            moved=_moved(name, other, now, before))
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
    for size, has_path in _SIZES:
        standing = standing_card(
            app, view, now, path if has_path else (), why, size=size, since=numbers.before
        )
        if not is_over:
            return column(standing, column(grow=1), width=SIDE)
        inside = scroll("news.words", *came_of(app, page), gap=7, pad=0)
        words = card(app.theme, inside, pad=14)
        words.grow = 1
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
    return found


def came_of(app: App, page: ConsequencePage) -> Iterator[Node]:
    """What only this seat learns, why its trust moved, and the smaller numbers on demand."""
    cast, numbers = app.cast(), page.numbers
    for each in page.news:
        sign, colour = _NEWS[type(each)]
        for line in news_lines(cast, each):
            yield row(icon(sign, 20, colour), text(line.text, BODY, grow=1), gap=10, align="start")
    if numbers is None:
        return
    yield heading(moved_head(cast, numbers).text, Style("semibold", 16))
    for line in moved_trust(cast, numbers):
        yield text(line.text, BODY)
    for words in value_words(cast, numbers):
        yield text(sentence(words), BODY)
    smaller = [sentence(changed_words(cast, each)) for each in changed_numbers(numbers)]
    if smaller:
        words = app.say("standing.smaller", n=len(smaller))
        yield row(
            icon("gauge", 18, "muted"), text(words, CAPTION, "muted", grow=1), gap=8,
            id="news.smaller", label=words, explain="\n".join(smaller), role="button",
            pad=(7, 10, 7, 10), look=Look(app.theme.card_low, None, 9),
        )  # fmt: skip
