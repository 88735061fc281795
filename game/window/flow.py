"""What is shown after what: the pages that follow a choice, and whose turn it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from engine.play.seen import Heard, Speaker, View
from engine.play.state import Choice, Refusal
from engine.scenario.schema import Text
from game.library import Opened
from game.window.app import App
from game.window.play import Play
from game.window.screen import Screen

Page = Callable[[], Screen]
_PRIVATE_TURNS = ("vetoed", "found-out", "suspected", "repair", "numbers", "reflected")


@dataclass(frozen=True, slots=True)
class Beat:
    """One thing that is told or said. name: of the ritual or event it belongs to."""

    text: Text
    speaker: Speaker | None = None
    name: Text | None = None
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is told on coming somewhere, what is said, and the rituals that are known by now."""

    told: tuple[Beat, ...] = ()
    said: tuple[Beat, ...] = ()
    again: tuple[Text, ...] = ()


def begin(app: App, opened: Opened, seats: Mapping[str, str], seed: int) -> None:
    """Start a play, and brief who plays it."""
    app.play = Play.start(opened, seats, seed, app.preferences.language, app.save_to)
    app.save_to = None
    _follow(app, _briefings(app, app.play))


def go_on(app: App, *, resumed: bool = False) -> None:
    """Show what comes next where the play stands."""
    play = _play(app)
    if play.is_fresh and not play.has_pending:
        _follow(app, _briefings(app, play))
    elif resumed and play.has_pending:
        _turn(app)
    else:
        _follow(app, _after_step(app, play))


def follow(app: App) -> None:
    """Show the next page, or whose turn it is when there are no more."""
    if app.pages:
        app.show(app.pages.pop(0)())
    else:
        _turn(app)


def _follow(app: App, pages: Sequence[Page]) -> None:
    app.pages = list(pages)
    follow(app)


def _play(app: App) -> Play:
    assert app.play is not None
    return app.play


def choose(app: App, choice: Choice) -> Refusal | None:
    """Seal a choice; go on, or say why it was not taken."""
    play = _play(app)
    answer = play.choose(choice)
    if isinstance(answer, Refusal):
        return answer
    app.sound("seal")
    if answer:
        _follow(app, _after_step(app, play))
    else:
        _turn(app)
    return None


# --- pages ------------------------------------------------------------------------------------


def _briefings(app: App, play: Play) -> list[Page]:
    from game.window.screens.briefing import BriefingScreen
    from game.window.screens.curtain import CurtainScreen

    pages: list[Page] = []
    for seat in play.people:
        if play.is_shared:
            pages.append(_page(CurtainScreen, seat))
        pages.append(_page(BriefingScreen, seat))
    if play.is_shared:
        pages.append(_page(CurtainScreen, None))
    return pages + _arrival(app, play)


def _page(make: Callable[..., Screen], *given: object) -> Page:
    return lambda: make(*given)


def _after_step(app: App, play: Play) -> list[Page]:
    """What is seen, said and counted after a step, and then what comes."""
    from game.window.screens.change import ChangedScreen
    from game.window.screens.curtain import CurtainScreen
    from game.window.screens.reveal import FacesScreen, NewsScreen
    from game.window.screens.talk import OccasionScreen, TalkScreen

    heard = play.came_openly() if play.is_shared else play.came(play.people[0])
    pages: list[Page] = [_page(CurtainScreen, None)] if play.is_shared else []
    acts = [each for each in heard if each.kind in ("move", "option", "proposed", "voted")]
    if acts:
        pages.append(_page(FacesScreen, tuple(acts)))
    said, occasions = _told(heard)
    if said:
        pages.append(_page(TalkScreen, tuple(said)))
    for each, lines in occasions:
        pages.append(_page(OccasionScreen, each, tuple(lines)))
    decided = tuple(each for each in heard if each.kind in ("changed", "rejected"))
    if decided:
        pages.append(_page(ChangedScreen, decided))
    if not play.is_shared:
        play.told.add(play.people[0])
        news = news_of(heard)
        if news:
            pages.append(_page(NewsScreen, play.people[0], news))
    return pages + _arrival(app, play)


def news_of(heard: Sequence[Heard]) -> tuple[Heard, ...]:
    """What only the seat itself learns, and what slipped or was asked for."""
    return tuple(
        each
        for each in heard
        if each.kind in (*_PRIVATE_TURNS, "slipped", "called", "left", "parted")
    )


Occasions = list[tuple[Heard, list[Beat]]]


def _told(heard: Sequence[Heard]) -> tuple[list[Beat], Occasions]:
    """Lines said with the acts and as answers; and the events with what is said at them."""
    from game.presenters.reveal import in_order

    said: list[Beat] = []
    occasions: Occasions = []
    for each in in_order(heard):
        if each.kind in ("said", "answer") and each.text:
            said.append(Beat(each.text, each.speaker))
    for each in heard:
        if each.kind == "occasion":
            occasions.append((each, []))
        elif each.kind == "line" and each.text and occasions:
            occasions[-1][1].append(Beat(each.text, each.speaker))
    return said, occasions


def _arrival(app: App, play: Play) -> list[Page]:
    from game.window.screens.ending import EndingScreen
    from game.window.screens.talk import ArrivalScreen

    if play.live.is_over:
        return [_page(EndingScreen)]
    came = _came_to(play, play.view())
    return [_page(ArrivalScreen, came)] if came.told or came.said else []


def _came_to(play: Play, view: View) -> Arrival:
    ask = (
        view.scene[-1].text if view.scene and view.stage in ("differences", "bottlenecks") else None
    )
    known = play.rituals_before()
    told: list[Beat] = []
    said: list[Beat] = []
    again: list[Text] = []
    for each in play.arrival():
        if each.kind == "phase":
            if each.text:
                told.append(Beat(each.text, None, each.name, "script"))
            told.append(Beat(view.decor.text, None, view.decor.name, "decor"))
        elif each.kind == "ritual" and each.name and each.id in known and not each.flag:
            again.append(each.name)
        elif each.kind == "ritual" and each.text:
            told.append(Beat(each.text, None, each.name, "ritual"))
        elif each.kind == "line" and each.text and each.text != ask:
            said.append(Beat(each.text, each.speaker))
    return Arrival(tuple(told), tuple(said), tuple(again))


# --- whose turn -------------------------------------------------------------------------------


def _turn(app: App) -> None:
    """Give the screen to whoever must choose."""
    from game.window.screens.curtain import CurtainScreen

    play = _play(app)
    if play.live.is_over:
        _follow(app, _arrival(app, play))
    elif play.is_shared:
        app.show(CurtainScreen(play.seat, then=lambda: _private_turn(app)))
    else:
        app.show(choosing(app))


def _private_turn(app: App) -> None:
    from game.window.screens.reveal import NewsScreen

    play = _play(app)
    seat = play.seat
    news = news_of(play.came(seat))
    if seat not in play.told and news:
        play.told.add(seat)
        app.show(NewsScreen(seat, news, then=lambda: app.show(choosing(app))))
    else:
        app.show(choosing(app))


def choosing(app: App) -> Screen:
    """The screen on which the present seat makes its choice."""
    from game.window.screens.reflection import AlternativesScreen, OptionsScreen, VoteScreen
    from game.window.screens.table import TableScreen

    stage = _play(app).view().stage
    if stage in ("differences", "bottlenecks"):
        return OptionsScreen()
    if stage == "alternatives":
        return AlternativesScreen()
    if stage == "decision":
        return VoteScreen()
    return TableScreen()


def leave(app: App) -> None:
    """Back to the title; the play is saved."""
    from game.window.screens.picker import PickerScreen

    if app.play is not None:
        app.play.put_away()
    app.play = None
    app.pages = []
    app.show(PickerScreen())


__all__ = ["Arrival", "Beat", "begin", "choose", "choosing", "follow", "go_on", "leave", "news_of"]
