"""What is told and said between two choices: as many things at a time as there is room for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import assert_never

from engine.play.view.heard import (
    ConfrontationSeen,
    MoveSeen,
    OptionSeen,
    PersonSeen,
    PhaseSeen,
    ReplySeen,
    RitualSeen,
)
from engine.play.view.records import Speaker, Utterance
from game.drawing.props import asked_for
from game.pages import (
    ArrivalPage,
    AsidePage,
    ConsequencePage,
    ExchangePage,
    Fresh,
    RevealPage,
    ScenePage,
    ScriptEventPage,
    TrustPage,
)
from game.presenters.changes import fresh_words
from game.presenters.confrontation import scene_said
from game.presenters.faces import PLAIN, Manner, move_manner, moved_by, option_manner, scene_manner
from game.presenters.page import first_up
from game.presenters.pages import (
    act_answered,
    apart_words,
    arrival_head,
    arrived_words,
    aside_head,
    rituals_again,
)
from game.presenters.reveal import tell
from game.presenters.table import spot_words, step_head
from game.window import art
from game.window.app import App
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.text import Hidden
from game.window.kit.tree import transcript
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import button, column, heading, icon, row, text
from game.window.parts.came_of import WithNumbers, play_change
from game.window.parts.confrontation import scene_card
from game.window.parts.envelopes import opened, sealed
from game.window.parts.frame import EDGE, Ends, frame, scroll
from game.window.parts.people import Person, across, as_before, everybody, saying
from game.window.parts.phase_bar import phase_strip, round_words
from game.window.parts.scene import scene, words_box
from game.window.parts.standing import SIDE
from game.window.parts.things import chapter_sign

StoryPage = (
    ArrivalPage
    | AsidePage
    | ExchangePage
    | RevealPage
    | ScriptEventPage
    | ScenePage
    | TrustPage
    | ConsequencePage
)  # fmt: skip
_NAMES: dict[type[StoryPage], str] = {
    ArrivalPage: "arrival", RevealPage: "reveal", ScriptEventPage: "event", ScenePage: "scene",
}  # fmt: skip

# Design choices: the share of the window that words may take of a scene, the least height of the
# people above them in dp, and how long one thing stands alone before the next is said, in ms.
_WORDS_HIGH, _PEOPLE_HIGH = 0.55, 150.0
_IN_TURN_MS = 900
_LETTER_MS = 60  # to read a letter: slower than subtitles, which allow about 17 in a second
_MOMENT_HIGH = 90.0  # dp that people are higher while envelopes are opened or somebody quarrels
_BEAT_MS = 1100  # the silence before the envelopes open
_WAITING = "neutral"  # how people look until then
_NEWS_HIGH = 116.0  # dp: the thing that is seen of what happens from outside
_CARD_WIDE = 430.0  # dp: the card that tells where the talks have come to, beside the place


@dataclass(frozen=True)
class _Told:
    """One thing that is told or said, as it is shown. speaker: who says it."""

    node: Node
    speaker: Speaker | None = None
    manner: Manner = PLAIN  # how it is said
    is_card: bool = False  # it tells of the place; where there is room it stands beside it
    is_news: bool = False  # it happens from outside
    begins: bool = False  # nothing that came before stands on the same screen
    apart: frozenset[str] = frozenset()  # who is away from the table meanwhile


class StoryScreen(WithNumbers):
    """What belongs together, told in turn; who speaks stands out. At the end, what came of it."""

    first = "talk.next"

    def __init__(self, *pages: StoryPage) -> None:
        self.pages = pages
        self.name = _NAMES.get(type(pages[0]), "talk")
        self.room, self.view = pages[0].room, pages[0].view
        super().__init__(*(each for each in pages if isinstance(each, TrustPage | ConsequencePage)))
        self.at = 0  # the first thing on the screen
        self._count = self._total = 0  # how many things are on the screen, and in all
        self._is_over = False  # everything has been said
        self._shown_before: list[int] = []  # where the screens before this one began
        self._furthest = (0, False)  # how far it has been read
        self._is_held = False  # it was read back: from here on it waits for a press
        self._is_whole = False  # everything on the screen is there, without waiting its turn
        self._measured: dict[object, int] = {}
        first = pages[0]
        self._tells_envelopes = isinstance(first, RevealPage) and first.opens_envelopes
        self._sealed = first if isinstance(first, RevealPage) and self._tells_envelopes else None

    @property
    def label(self) -> str:
        """What a storyboard calls it."""
        return f"{self.name}-sealed" if self._sealed is not None else self.name

    # --- what there is to tell ------------------------------------------------------------------

    def _things(self, app: App) -> list[_Told]:
        told: list[_Told] = []
        was_news = False
        for page in self.pages:
            things, is_news = list(self._of(app, page)), isinstance(page, ScriptEventPage)
            if isinstance(page, RevealPage | ExchangePage):
                things = [replace(each, apart=page.apart) for each in things]
            if things and told and (is_news or was_news or _has_gone(told, things[0])):
                # What changes everything is not one of four things that are said, and nobody
                # stands away from the table beside what they said at it.
                things[0] = replace(things[0], begins=True)
            told += things
            was_news = is_news if things else was_news
        return told

    def _of(self, app: App, page: StoryPage) -> Iterator[_Told]:
        match page:
            case ArrivalPage():
                yield from self._arrival(app, page)
            case AsidePage():
                head = text(aside_head(app.cast(), page.seat), CAPTION, "muted", grow=1)
                strip = _strip(app, row(icon("lock", 16, "risk"), head, gap=8))
                yield from self._said(app, page.lines, strip)
            case ExchangePage():
                act = next(act_answered(app.cast(), page), None)
                strips = [] if act is None else [_strip(app, text(act.text, CAPTION, "muted"))]
                yield from self._said(app, page.lines, *strips, about=page.about)
            case RevealPage() if page.was_sealed:
                is_sealed = self._sealed is not None
                yield _Told(sealed(app, page) if is_sealed else opened(app, page))
            case ScriptEventPage():
                yield from self._event(app, page)
            case ScenePage():
                yield self._scene(app, page)
            case RevealPage():
                acts = [line.text for act in page.acts for line in tell(app.cast(), act)]
                lines = [text(words, Style("regular", 17)) for words in acts]
                yield _Told(column(*lines, gap=6, pad=(12, 20, 14, 20), look=_paper(app)))
            case TrustPage() | ConsequencePage():
                pass
            case _:
                assert_never(page)

    def _said(
        self, app: App, lines: Sequence[Utterance], *before: Node, about: MoveSeen | None = None
    ) -> Iterator[_Told]:
        """Lines, with what is only mentioned above the first. about: the act they are about."""
        for at, line in enumerate(lines):
            who = line.speaker
            box = words_box(
                app, app.of(line.text), who=who.name if who else "",
                title=app.of(who.title) if who else "",
            )  # fmt: skip
            manner = self._option_manners.get(line, PLAIN)
            if about is not None and who is not None and who.party == about.party:
                manner = move_manner(about)
            yield _Told(column(*(before if at == 0 else ()), box, gap=6), who, manner)

    @cached_property
    def _option_manners(self) -> dict[Utterance, Manner]:
        """How they say it who say something in a step of a reflection moment."""
        acts = [act for page in self.pages if isinstance(page, RevealPage) for act in page.acts]
        said = [act for act in acts if isinstance(act, OptionSeen)]
        return {act.said: option_manner(act) for act in said if act.said is not None}

    def _scene(self, app: App, page: ScenePage) -> _Told:
        """A part of a confrontation, with who says the last word of it."""
        inside = column(*scene_card(app, page), gap=8, pad=(14, 22, 16, 22), look=_paper(app))
        who = [each.speaker for each in scene_said(app.cast(), page.seen)]
        # What is said to an accusation has its own screen: the face of who made it is seen first.
        begins = isinstance(page.seen, ReplySeen)
        speaker = who[-1] if who else None
        return _Told(inside, speaker, scene_manner(page.seen), begins=begins)

    def _event(self, app: App, page: ScriptEventPage) -> Iterator[_Told]:
        """What happens from outside, and what is said about it."""
        heard = page.event
        whom = app.cast().party(heard.party) if heard.party else ""
        about = app.say("event.party", party=whom) if whom else app.say("event.all")
        head = row(icon("lightning", 22, "risk"), text(app.say("event.head"), LABEL, "risk"),
                   text(about, CAPTION, "muted", grow=1), gap=10)  # fmt: skip
        told = column(
            head, heading(app.of(heard.name), Style("serif", 24 if app.is_narrow else 32)),
            text(app.of(heard.text), Style("regular", 17)), gap=6, grow=1,
        )  # fmt: skip
        thing = asked_for(heard.drawing) if heard.drawing else None
        if app.is_narrow or thing is None:
            told.pad, told.look = (14, 22, 16, 22), _paper(app)
            yield _Told(told, is_news=True)
        else:
            picture = art.thing(thing, _NEWS_HIGH)
            yield _Told(
                row(picture, told, gap=20, pad=(18, 26, 20, 22), look=_paper(app)), is_news=True
            )
        yield from self._said(app, heard.lines)

    def _arrival(self, app: App, page: ArrivalPage) -> Iterator[_Told]:
        card_ = list(self._card(app, page))
        if card_:
            inside = column(*card_, gap=9, pad=(16, 20, 18, 20), look=_paper(app))
            yield _Told(inside, is_card=True)
        strips = [_strip(app, _again(app, page))] if page.again and not card_ else []
        if strips and not page.said:
            yield _Told(strips[0])
        yield from self._said(app, page.said, *strips)
        if page.question:
            head = text(step_head(app.cast(), page.room.stage), LABEL, "mutual")
            ask = text(app.of(page.question.text), Style("serif", 20), role="heading")
            yield _Told(column(head, ask, gap=6, pad=(14, 22, 16, 22), look=_paper(app)))

    def _card(self, app: App, page: ArrivalPage) -> Iterator[Node]:
        """Where the talks have come to, and what is told there."""
        cast = app.cast()
        opens = page.room.stage == "differences"
        if not (page.told or page.fresh or opens or not (page.said or page.again or page.question)):
            return
        for line in arrival_head(cast, page):
            if line.kind == "note":
                yield text(line.text, LABEL, "muted")
            elif page.room.stage != "round":  # for a round it is already above the card
                yield heading(line.text, Style("serif", 25))
        for each in page.in_turn:
            yield from _arrived(app, self.room.stage == "round", each)
        if page.again:
            yield _again(app, page)

    # --- how it is shown ------------------------------------------------------------------------

    def told(self, app: App) -> Node:
        """The scene with what is told and said now."""
        if self._sealed is not None:
            if not app.preferences.is_still:
                app.wake_after(_BEAT_MS)
            self._count = 1
            return self._saying(app, self._things(app)[:1], 1, 2, None)
        things = self._things(app)
        self._total = len(things)
        self._count = self._fitting(app, things)
        now = things[self.at : self.at + self._count]
        shown = len(now)
        if not self._is_whole:
            shown = app.in_turn(len(now), _IN_TURN_MS)
        if shown == len(now) and self._goes_on_by_itself(app, len(things)):
            app.wake_after(self._reading_ms(now))
        card_ = self._card_beside(app, things)
        if card_ is not None and self.at == 0:
            now, shown = now[1:], shown - 1
        return self._saying(app, now, shown, len(things), card_)

    def _goes_on_by_itself(self, app: App, of: int) -> bool:
        """Whether what comes next on this screen comes without a press; the last waits for one."""
        liked = app.preferences
        has_more = not self.is_last(app) and (self.asks is None or self.at + self._count < of)
        return has_more and liked.reads_on and not (liked.is_still or self._is_held)

    def _reading_ms(self, now: Sequence[_Told]) -> int:
        """How long it takes to hear and read what is on the screen."""
        letters = sum(len(" ".join(transcript(each.node))) for each in now)
        return len(now) * _IN_TURN_MS + letters * _LETTER_MS

    def tick(self, app: App) -> None:
        """Open the envelopes after their beat, or go on where it goes on by itself."""
        things = self._things(app)
        if self._sealed is not None:
            self._open(app)
            app.turned()
            return
        now = things[self.at : self.at + self._count]
        if self._goes_on_by_itself(app, len(things)) and app.has_told_for(self._reading_ms(now)):
            self._is_whole = True
            self.go_on(app)

    def _open(self, app: App) -> None:
        self._sealed = None
        app.sound("open")
        app.tell_in_turn()

    @staticmethod
    def _card_beside(app: App, things: Sequence[_Told]) -> Node | None:
        """The card that stands beside the place for as long as the screen lasts."""
        if not things or not things[0].is_card or app.is_narrow:
            return None
        return scroll("arrival", things[0].node, pad=0)

    def _fitting(self, app: App, things: Sequence[_Told]) -> int:
        """How many of the things from here have room, with people above them; at least one."""
        liked = app.preferences
        key = (self.at, app.size, liked.text_size, liked.language)
        if key not in self._measured:
            (wide, high), kit = app.size, app.kit()
            has_card = bool(things) and things[0].is_card and not app.is_narrow
            beside = SIDE if self.has_side(app) else _CARD_WIDE if has_card else -14
            room = wide - kit.px(2 * EDGE + 28 + 14 + beside)
            total, count, is_news = 0, 0, False
            for at, each in enumerate(things[self.at :], start=self.at):
                if not (has_card and at == 0):
                    total += each.node.height_for_width(kit, room) + kit.px(8)
                    is_first = count == (1 if has_card and self.at == 0 else 0)
                    is_full = total > _WORDS_HIGH * high or not self._has_room(app, total)
                    is_opening = self._tells_envelopes and self.at == 0
                    is_news = is_news or each.is_news
                    if is_opening or isinstance(self.pages[0], ScenePage) or is_news:
                        # Faces that change, quarrel or hear the news are the moment: they stay
                        # large.
                        is_full = is_full or not self._has_room(app, total + kit.px(_MOMENT_HIGH))
                    if not is_first and (is_full or each.begins):
                        break
                count += 1
            self._measured[key] = max(1, count)
        return self._measured[key]

    def _has_room(self, app: App, words: int) -> bool:
        """Whether words of that height leave room for people and their nameplates."""
        around = app.kit().px(150)
        return words + around + app.kit().px(_PEOPLE_HIGH) <= app.size[1]

    def _saying(
        self, app: App, now: Sequence[_Told], shown: int, of: int, card_: Node | None
    ) -> Node:
        speakers = [each.speaker for each in now[:shown] if each.speaker is not None]
        view = self.view
        is_in = view is None or any(each.party == view.seat for each in self._speakers(now))
        room = self.room
        people = self._people(is_in=is_in or self._tells_envelopes)
        if self._sealed is not None:
            # Nothing of what is in the envelopes shows before they open, in no face and no word.
            room, view = as_before(room), None if view is None else as_before(view)
            people = [replace(each, expression=_WAITING) for each in everybody(room, view)]
        else:
            apart = now[shown - 1].apart if shown else frozenset()
            people = [replace(each, is_apart=each.role.address in apart) for each in people]
        manners: dict[str, Manner] = {}
        for each in now[:shown]:
            if each.speaker is not None:
                manners.pop(each.speaker.address, None)  # the last word comes last
                manners[each.speaker.address] = each.manner
        people = saying(people, manners)
        words = [
            each.node if at < shown else Hidden(children=(each.node,))
            for at, each in enumerate(now)
        ]
        # One that is too long by itself can be scrolled through.
        said = scroll("talk", *words, gap=8, pad=0) if words else None
        body: Node = scene(app, room, view, people, said,
                           speakers=[each.address for each in speakers], card=card_,
                           card_wide=_CARD_WIDE)  # fmt: skip
        done = self.at + self._count
        was_over, self._is_over = (
            self._is_over,
            done >= of and shown >= len(now) and self._sealed is None,
        )
        if self.came is not None and self.asks is None and self._is_over and not was_over:
            came = self.came
            app.later(lambda: play_change(app, came))
        if card_ is None:
            body = self.beside(app, body)
        return self._framed(app, body, done, of)

    def _people(self, *, is_in: bool) -> list[Person]:
        """Who is seen, as they look. is_in: one's own people, too."""
        numbers = self.came.numbers if self.came is not None else None
        moved = moved_by(numbers.before, numbers.after) if numbers is not None else 0
        breaks_in = any(isinstance(each, ScenePage | ScriptEventPage) for each in self.pages)
        quiet, calm = breaks_in or moved < 0, numbers is None
        if self.view is None or is_in:
            return everybody(self.room, self.view, moved=moved, quiet=quiet, calm=calm)
        return across(self.room, self.view, quiet=quiet, calm=calm)

    @staticmethod
    def _speakers(now: Sequence[_Told]) -> list[Speaker]:
        return [each.speaker for each in now if each.speaker is not None]

    def _framed(self, app: App, body: Node, done: int, of: int) -> Node:
        count = app.say("talk.count", at=done, n=of) if of > self._count else ""
        if self._sealed is not None:
            count = app.say("reveal.sealed")
        elif self._tells_envelopes and self.at == 0:
            count = app.say("reveal.head")
        return frame(
            app, app.of(self.room.title), body, note=spot_words(app.words, self.room),
            middle=[*phase_strip(app, self.room), round_words(app, self.room)],
            hint=count, **self.onward(app),
        )  # fmt: skip

    def onward(self, app: App) -> Ends:
        """The button that goes on; while envelopes lie sealed, the one that opens them."""
        if self._sealed is None:
            return super().onward(app)
        words = app.say("reveal.open")
        go = button(app.theme, self.first, words, lambda: self.go_on(app), strong=True,
                    sign="envelope-open")  # fmt: skip
        return {"foot": [go]}

    def is_last(self, app: App) -> bool:
        """Whether everything has been told, and nothing more comes of it."""
        return self.at + self._count >= self._total and super().is_last(app)

    def shows_side(self, app: App) -> bool:
        """What came of it is there once all has been said."""
        return self.has_side(app) and self._is_over

    # --- on and back ----------------------------------------------------------------------------

    def opened(self, app: App) -> None:
        """That the talk stops is heard, too."""
        if any(_interrupts(page) for page in self.pages):
            app.sound("bell")

    def go_on(self, app: App) -> None:
        """What has not been said yet of this screen, then the next screen."""
        app.tree()  # as large as the window is now
        if self._sealed is not None:
            self._open(app)
            app.turned()
            return
        after = self.at + self._count
        is_apart = self.is_at_question or self.is_at_numbers
        if not (self._is_whole or is_apart or app.is_all_told(self._count, _IN_TURN_MS)):
            self._is_whole = True
            app.turned()
        elif not is_apart and after < self._total:
            self._shown_before.append(self.at)
            self._begin_at(app, after)
            app.sound("step")
        else:
            self._is_whole = True
            super().go_on(app)

    def turn(self, app: App, way: int) -> bool:
        """One screen back, or on as far as has been read."""
        if way > 0 and (self.at, self.is_at_numbers) < self._furthest:
            self.go_on(app)
            return True
        return super().turn(app, way)

    def _begin_at(self, app: App, at: int, *, whole: bool = False) -> None:
        self._furthest = max(self._furthest, (self.at, self.is_at_numbers))
        self.at = at
        self._is_whole = whole or (at, False) <= self._furthest
        app.forget_scroll()
        app.tell_in_turn()
        app.turned()

    def earlier(self, app: App) -> bool:
        """One screen back; returns whether there was one. After that nothing goes on by itself."""
        self._is_held = True
        if super().earlier(app):
            self._is_whole = True
        elif self._shown_before:
            self._begin_at(app, self._shown_before.pop(), whole=True)
        else:
            return False
        return True


def _interrupts(page: StoryPage) -> bool:
    """Whether the talk stops for it."""
    if isinstance(page, ScenePage):
        return isinstance(page.seen, ConfrontationSeen)
    return isinstance(page, ScriptEventPage)


def _has_gone(told: Sequence[_Told], now: _Told) -> bool:
    """Whether somebody who is away from the table now said something at it before."""
    return any(
        each.speaker is not None and each.speaker.address in now.apart - each.apart for each in told
    )


def _arrived(
    app: App, is_round: bool, each: PhaseSeen | PersonSeen | Fresh | RitualSeen
) -> Iterator[Node]:
    """A thing that is told: the phase as a heading, the place, what is new and the rituals with
    a sign.
    """
    match each:
        case PhaseSeen():
            if each.text and is_round:  # a moment is called by its phase
                yield heading(first_up(app.of(each.name)), Style("serif", 25))
            if each.text:
                yield text(app.of(each.text), BODY)
            if each.between:
                yield text(apart_words(app.cast(), each), BODY)
            yield from _signed(app, "decor", app.of(each.decor), app.of(each.decor_text))
        case PersonSeen():
            yield text(arrived_words(app.cast(), each), BODY)
        case Fresh():
            sign = icon(chapter_sign(each.change.chapter), 18, "mutual")
            yield row(sign, text(fresh_words(app.cast(), each), BODY, grow=1), gap=10)
        case RitualSeen():
            yield from _signed(app, "ritual", app.of(each.name), app.of(each.text),
                               meaning=app.say("arrival.ritual"))  # fmt: skip
        case _:
            assert_never(each)


def _again(app: App, page: ArrivalPage) -> Node:
    words = text(rituals_again(app.cast(), page.again), CAPTION, "muted", grow=1)
    return row(icon("ritual", 16, "muted"), words, gap=8)


def _paper(app: App) -> Look:
    return Look(app.theme.card, None, 14, 1, 100)


def _strip(app: App, line: Node) -> Node:
    """A line that is only mentioned, set apart from what is said."""
    line.pad = (6, 12, 6, 12)
    line.look = Look(app.theme.card_low, None, 10)
    return line


def _signed(app: App, sign: str, name: str, words: str, *, meaning: str = "") -> list[Node]:
    """A name with its sign, and what is told of it. meaning: of the sign, to be read aloud."""
    head = row(
        icon(sign, 18, "mutual", label=meaning),
        text(first_up(name), LABEL, "mutual", grow=1),
        gap=8,
    )
    return [head, text(words, BODY)]
