"""The envelopes are opened: first what is seen, later what it did to one's own numbers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from engine.play.seen import Heard, Mood, View
from engine.scenario.vocabulary import Stance
from game.presenters.page import first_up, points, sentence
from game.presenters.reveal import moved, tell
from game.theme import stance_colours
from game.window import art
from game.window.app import App
from game.window.flow import follow
from game.window.kit.node import Box, Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import (
    button,
    card,
    card_look,
    column,
    gauge,
    heading,
    icon,
    row,
    stance_badge,
    text,
)
from game.window.scene import Person, across, everybody, scene
from game.window.screen import Screen
from game.window.screens.frame import frame, halves, scroll
from game.window.screens.phase_bar import phase_strip, round_words

_NEWS_SIGNS = {
    "vetoed": "door", "found-out": "eye", "suspected": "question", "repair": "scar",
    "slipped": "warning", "called": "reflection", "left": "door", "parted": "trust-building",
}  # fmt: skip


class FacesScreen(Screen):
    """What each party is seen to do. Moves lie sealed first."""

    name = "reveal"
    first = "reveal.next"

    def __init__(self, acts: Sequence[Heard]) -> None:
        self.acts = tuple(acts)
        self.is_open = acts[0].kind != "move"

    @property
    def _parties(self) -> list[str]:
        return list(dict.fromkeys(each.party or "" for each in self.acts))

    def build(self, app: App) -> Node:
        """A card for each party: an envelope, or what was in it."""
        assert app.play is not None
        view = app.play.view_of_step()
        make = self._opened_card if self.is_open else self._sealed_card
        cards = [make(app, view, party) for party in self._parties]
        head = (
            "reveal.head"
            if self.is_open and self.acts[0].kind == "move"
            else ("reveal.sealed" if not self.is_open else f"reveal.head.{self.acts[0].kind}")
        )
        title = row(
            text(app.say(head), Style("serif", 25), align="center", role="heading"),
            pad=(10, 26, 10, 26), look=card_look(app.theme, radius=26), most_wide=900,
        )  # fmt: skip
        grid = Box(direction="grid", columns=_columns(app, len(cards)), gap=22, children=cards)
        inside = scroll("reveal", title, grid, gap=20, pad=26)
        inside.justify, inside.align = "center", "center"
        body = art.over(view.backdrop, inside)
        words = app.say("talk.go-on" if self.is_open else "reveal.open")
        sign = "" if self.is_open else "envelope-open"
        go = button(
            app.theme, "reveal.next", words, lambda: self._next(app), strong=True, sign=sign
        )
        return frame(app, app.of(view.title), body, foot=[go],
                     middle=[*phase_strip(app, view), round_words(app, view)])  # fmt: skip

    def _next(self, app: App) -> None:
        if self.is_open:
            follow(app)
            return
        self.is_open = True
        app.sound("open")
        app.changed()

    def _sealed_card(self, app: App, view: View, party: str) -> Node:
        theme, wide = app.theme, 150 if app.is_narrow else 200
        return card(
            theme,
            row(art.envelope(_initial(app.cast().party(party)), wide), justify="center"),
            text(app.cast().party(party), Style("semibold", 18), align="center"),
            text(app.say("reveal.sealed.card"), CAPTION, "muted", align="center"),
            gap=12,
            pad=20 if app.is_narrow else 34,
        )

    def _opened_card(self, app: App, view: View, party: str) -> Node:
        acts = [each for each in self.acts if (each.party or "") == party]
        people = {person.party: person for person in reversed(everybody(view))}
        person = people.get(party)
        name = heading(app.cast().party(party), Style("semibold", 18))
        name.grow = 1
        head = row(*([art.bust(person.role, _mood(person), 76)] if person else []), name, gap=16)
        parts: list[Node] = [head]
        for act in acts:
            parts += self._act(app, act)
        return card(app.theme, *parts, gap=12, pad=24)

    def _act(self, app: App, act: Heard) -> list[Node]:
        words = " ".join(line.text for line in tell(app.cast(), act))
        party = app.cast().party(act.party)
        if act.kind == "move" and act.text and act.stance:
            return self._move(app, act, act.stance)
        return [text(_without(words, party), Style("regular", 18))]

    def _move(self, app: App, act: Heard, stance: Stance) -> list[Node]:
        assert app.play is not None
        theme = app.theme
        colour, _ = stance_colours(theme, stance)
        looks = first_up(app.say(f"face.{stance}"))
        parts: list[Node] = [
            text(sentence(app.of(act.text)) if act.text else "", Style("regular", 19)),
            row(stance_badge(theme, stance, 34), text(looks, LABEL, colour, grow=1), gap=10),
        ]
        if act.own and act.name is not None and not app.play.is_shared:
            parts.append(text(app.say("reveal.chose", title=app.of(act.name)), CAPTION, "muted"))
        guess = None if app.play.is_shared else self._guess(app, act)
        if guess is not None:
            parts.append(guess)
        return parts

    def _guess(self, app: App, act: Heard) -> Node | None:
        assert app.play is not None
        guesses = {each.about: each for each in app.play.predicted(app.play.people[0])}
        guess = guesses.get(act.party or "")
        if guess is None or act.own:
            return None
        is_right = guess.stance == act.stance
        key = "reveal.guess.right" if is_right else "reveal.guess.wrong"
        words = app.say(key, stance=app.say(f"stance.{guess.stance}"))
        return row(icon("check" if is_right else "swap", 18, "mutual"),
                   text(words, BODY, "mutual", grow=1), gap=8)  # fmt: skip


_ARTICLES = frozenset({"the", "a", "an", "de", "het", "een", "stichting"})


def _initial(name: str) -> str:
    """The first letter of the first word that says something."""
    words = [word for word in name.split() if word.lower() not in _ARTICLES]
    return (words or [name])[0][:1].upper()


def _columns(app: App, count: int) -> int:
    """How many cards stand beside each other."""
    if app.is_narrow:
        return min(count, 2) if app.room[0] >= 760 else 1
    return 2 if count == 4 else count


def _mood(person: Person) -> Mood:
    return person.mood


def _without(words: str, party: str) -> str:
    """The sentence without the party's name in front, which stands above it already."""
    rest = words.removeprefix(f"{party}: ")
    return first_up(rest)


class NewsScreen(Screen):
    """What a step did to this seat: what came out, and the numbers with their reasons."""

    name = "news"
    first = "news.next"

    def __init__(
        self, seat: str, heard: Sequence[Heard], then: Callable[[], None] | None = None
    ) -> None:
        self.seat, self.heard, self.then = seat, tuple(heard), then

    def opened(self, app: App) -> None:
        """It sounds up or down with trust."""
        change = _trust_change(self.heard)
        if abs(change) >= 2:
            app.sound("up" if change > 0 else "down")

    def build(self, app: App) -> Node:
        """Gauges at the left, words at the right."""
        assert app.play is not None
        view = app.play.view(self.seat)
        told = [each for each in self.heard if each.kind in ("numbers", "reflected")]
        left = (
            [self._gauges(app, view, told[-1], person) for person in _leads(view)] if told else []
        )
        right: list[Node] = []
        for each in self.heard:
            if each.kind not in ("numbers", "reflected"):
                right += self._news(app, each)
        for each in told:
            right += self._reasons(app, each)
        side = scroll("news.words", card(app.theme, *right, gap=13, pad=24))
        if not left:
            body: Node = side
        elif app.is_narrow:
            body = halves(scroll("news.gauges", *left), side, gap=14)
        else:
            gauges = scroll("news.gauges", *left)
            gauges.width = 420
            here = replace(app.play.view_of_step(), gauges=view.gauges)
            faces = scene(app, here, across(here), None)
            body = column(faces, row(gauges, side, gap=18, align="stretch"), gap=14)
        go = button(
            app.theme, "news.next", app.say("talk.go-on"), lambda: self._next(app), strong=True
        )
        party = app.cast().party(self.seat)
        return frame(app, app.say("news.head", party=party), body, foot=[go],
                     hint=app.say("news.hint"))  # fmt: skip

    def _next(self, app: App) -> None:
        if self.then is not None:
            self.then()
        else:
            follow(app)

    def _gauges(self, app: App, view: View, told: Heard, person: Person) -> Node:
        assert app.play is not None
        theme, other = app.theme, person.party
        pair = []
        for name, colour, key in (("trust", "trust", "trust"), ("perceived_risk", "risk", "risk")):
            before, after = (
                points(told.numbers[f"{when}.{name}.{other}"]) for when in ("before", "after")
            )
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
                    path=app.play.path(self.seat, name, other),
                )
            )
        head = row(art.bust(person.role, person.mood, 72),
                   column(text(app.cast().party(other), STRONG),
                          text(app.say(f"mood.{person.mood}", who=person.role.name), BODY, "muted"),
                          gap=3, grow=1), gap=16)  # fmt: skip
        return card(theme, head, Box(direction="grid", columns=2, gap=10, children=pair), gap=14)

    def _news(self, app: App, each: Heard) -> list[Node]:
        words = self._words(app, each)
        colour = "risk" if each.kind in ("found-out", "vetoed", "slipped", "left") else "mutual"
        return [row(icon(_NEWS_SIGNS.get(each.kind, "eye"), 24, colour),
                    text(words, Style("regular", 17), grow=1), gap=14, align="start")]  # fmt: skip

    def _words(self, app: App, each: Heard) -> str:
        """A move that was stopped at home was not made: its own side knows why, the others that."""
        if each.kind == "vetoed":
            return app.say("news.stopped")
        if each.kind == "slipped" and each.flag and not each.own:
            return app.say("news.undone", party=app.cast().party(each.party))
        return " ".join(line.text for line in tell(app.cast(), each))

    def _reasons(self, app: App, each: Heard) -> list[Node]:
        lines = moved(app.cast(), each)
        told = [line.text for line in lines]
        parts: list[Node] = [heading(told[0], Style("semibold", 18))] if told else []
        parts += [text(words, Style("regular", 17)) for words in told[1:] if not _is_list(words)]
        rows = [_changed_row(app, *row_) for row_ in _changes(app, each)]
        if rows:
            parts.append(Box(direction="grid", cell=250, gap=10, row_gap=8, children=rows))
        return parts


_ABOUT: tuple[tuple[str, str], ...] = (
    ("perceived_risk", "risk"), ("reliability", "trust"), ("exposure", "risk"),
)  # fmt: skip
_OWN: tuple[tuple[str, str], ...] = (
    ("safety", "trust"), ("understanding", "trust"), ("formal_overlap", "mutual"),
    ("internal_balance", "mutual"),
)  # fmt: skip
Change = tuple[str, str, int, int, str]  # id, words, before, after, colour


def _changes(app: App, each: Heard) -> Iterator[Change]:
    """The numbers that moved by a point or more, apart from trust."""
    others = [key.rpartition(".")[2] for key in each.numbers if key.startswith("after.trust.")]
    for name, colour in _ABOUT:
        for other in others:
            words = app.say(f"short.{name}")
            if len(others) > 1:
                words = f"{words}: {app.cast().party(other)}"
            yield from _change(each, f"{name}.{other}", words, colour)
    for name, colour in _OWN:
        yield from _change(each, name, app.say(f"gauge.{name}"), colour)
    if each.kind == "numbers":
        yield from _change(each, "value", app.say("gauge.value"), "ink")


def _change(each: Heard, key: str, words: str, colour: str) -> Iterator[Change]:
    before, after = (points(each.numbers[f"{when}.{key}"]) for when in ("before", "after"))
    if before != after:
        yield key, words, before, after, colour


def _is_list(words: str) -> bool:
    """Whether it is the sentence that sums up the smaller numbers, shown as rows here."""
    return words.count("→") > 1


def _changed_row(app: App, key: str, words: str, before: int, after: int, colour: str) -> Node:
    """A number before and after, with an arrow; its meaning on focus."""
    name = key.partition(".")[0]
    means = app.say(f"gauge.{name}.means", payoff="")
    told = app.say("news.gauge", name=words, before=before, after=after, means=means)
    sign = "arrow-up" if after > before else "arrow-down"
    return row(
        icon(sign, 18, colour),
        text(words, CAPTION, "muted", grow=1), text(f"{before} → {after}", LABEL),
        gap=10, id=f"moved.{key}", explain=told, label=told, pad=(9, 12, 9, 12),
        look=Look(app.theme.card_low, None, 10), role="meter",
    )  # fmt: skip


def _leads(view: View) -> list[Person]:
    leads: dict[str, Person] = {}
    for person in across(view):
        leads.setdefault(person.party, person)
    return list(leads.values())


def _trust_change(heard: Sequence[Heard]) -> int:
    change = 0
    for each in heard:
        for key, after in each.numbers.items():
            if key.startswith("after.trust."):
                change += points(after) - points(each.numbers[key.replace("after", "before", 1)])
    return change
