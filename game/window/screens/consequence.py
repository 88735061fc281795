"""The effects of a step on one's own side: what came out, and the numbers with reasons."""

from collections.abc import Iterator

from engine.play.view.heard import (
    FoundOut,
    MoveSeen,
    RepairFelt,
    Suspicion,
)
from game.pages import ConsequencePage
from game.pages.kinds import News, Numbers
from game.presenters.page import points, sentence
from game.presenters.reveal import (
    Changed,
    changed_numbers,
    changed_words,
    moved_head,
    moved_trust,
    news_lines,
    value_words,
)
from game.window import art
from game.window.app import App, Screen
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import button, card, column, gauge, heading, icon, row, text
from game.window.parts.frame import frame, halves, scroll
from game.window.parts.people import Person, across
from game.window.parts.scene import scene

_SIGNS: dict[type[News], tuple[str, str]] = {
    MoveSeen: ("door", "risk"), FoundOut: ("eye", "risk"), Suspicion: ("question", "mutual"),
    RepairFelt: ("scar", "mutual"),
}  # fmt: skip
_COLOURS = {
    "perceived_risk": "risk", "reliability": "trust", "exposure": "risk", "safety": "trust",
    "understanding": "trust", "formal_overlap": "mutual", "internal_balance": "mutual",
}  # fmt: skip
# From this many points a change of trust has a sound.
_AUDIBLE = 2


class ConsequenceScreen(Screen):
    """Gauges at the left, words at the right."""

    name = "news"
    first = "news.next"

    def __init__(self, page: ConsequencePage) -> None:
        self.page = page

    def opened(self, app: App) -> None:
        """Play a rising or falling sound, by the change of trust."""
        numbers = self.page.numbers
        if numbers is None:
            return
        before, after = numbers.before.trust, numbers.after.trust
        change = sum(points(after[other]) - points(before[other]) for other in after)
        if abs(change) >= _AUDIBLE:
            app.sound("up" if change > 0 else "down")

    def build(self, app: App) -> Node:
        """What came out, then how the numbers moved and why."""
        numbers = self.page.numbers
        words = [part for each in self.page.news for part in self._news(app, each)]
        if numbers is not None:
            words += self._reasons(app, numbers)
        side = scroll("news.words", card(app.theme, *words, gap=13, pad=24))
        body = side if numbers is None else self._with_gauges(app, numbers, side)
        go = button(app.theme, "news.next", app.say("talk.go-on"), app.go.next, strong=True)
        party = app.cast().party(self.page.seat)
        return frame(app, app.say("news.head", party=party), body, foot=[go],
                     hint=app.say("news.hint"))  # fmt: skip

    def _with_gauges(self, app: App, numbers: Numbers, side: Node) -> Node:
        room, view = self.page.room, self.page.view
        people = across(room, view)
        leads: dict[str, Person] = {}
        for person in people:
            leads.setdefault(person.party, person)
        cards = [self._gauges(app, numbers, person) for person in leads.values()]
        gauges = scroll("news.gauges", *cards)
        if app.is_narrow:
            return halves(gauges, side, gap=14)
        gauges.width = 420
        faces = scene(app, room, view, people, None)
        return column(faces, row(gauges, side, gap=18, align="stretch"), gap=14)

    def _gauges(self, app: App, numbers: Numbers, person: Person) -> Node:
        theme, other = app.theme, person.party
        pair = []
        for name, colour, key in (("trust", "trust", "trust"), ("perceived_risk", "risk", "risk")):
            before = points(getattr(numbers.before, name)[other])
            after = points(getattr(numbers.after, name)[other])
            why = app.say("news.gauge", before=before, after=after,
                          name=app.say(f"gauge.{name}", other=app.cast().party(other)),
                          means=app.say(f"gauge.{name}.means", payoff=0))  # fmt: skip
            pair.append(
                gauge(
                    theme,
                    f"gauge.{name}.{other}",
                    app.say(f"expected.{key}"),
                    after / 100,
                    colour,
                    size=100 if app.is_narrow else 136,
                    moved=after - before,
                    explain=why,
                    path=tuple(getattr(each, name)[other] for each in self.page.path),
                )
            )
        mood = app.say(f"mood.{person.mood}", who=person.role.name)
        head = row(art.bust(person.role, person.mood, 72),
                   column(text(app.cast().party(other), STRONG), text(mood, BODY, "muted"),
                          gap=3, grow=1), gap=16)  # fmt: skip
        return card(theme, head, Grid(columns=2, gap=10, children=pair), gap=14)

    def _news(self, app: App, each: News) -> Iterator[Node]:
        sign, colour = _SIGNS[type(each)]
        for line in news_lines(app.cast(), each):
            yield row(icon(sign, 24, colour), text(line.text, Style("regular", 17), grow=1),
                      gap=14, align="start")  # fmt: skip

    def _reasons(self, app: App, numbers: Numbers) -> Iterator[Node]:
        cast = app.cast()
        yield heading(moved_head(cast, numbers).text, Style("semibold", 18))
        for line in moved_trust(cast, numbers):
            yield text(line.text, Style("regular", 17))
        rows = [self._changed(app, each) for each in changed_numbers(numbers)]
        if rows:
            yield Grid(cell=250, gap=10, row_gap=8, children=rows)
        for words in value_words(cast, numbers):
            yield text(sentence(words), Style("regular", 17))

    def _changed(self, app: App, each: Changed) -> Node:
        """A number before and after, with an arrow; its meaning on focus."""
        words = app.say(f"gauge.{each.name}" if each.other is None else f"short.{each.name}")
        key = each.name
        if each.other is not None:
            key = f"{each.name}.{each.other}"
            if len(self.page.view.others) > 1:
                words = f"{words}: {app.cast().party(each.other)}"
        means = sentence(app.say(f"gauge.{each.name}.means"))
        told = f"{sentence(changed_words(app.cast(), each))} {means}"
        sign = "arrow-up" if each.after > each.before else "arrow-down"
        return row(
            icon(sign, 18, _COLOURS[each.name]),
            text(words, CAPTION, "muted", grow=1), text(f"{each.before} → {each.after}", LABEL),
            gap=10, id=f"moved.{key}", explain=told, label=told, pad=(9, 12, 9, 12),
            look=Look(app.theme.card_low, None, 10), role="meter",
        )  # fmt: skip
