"""From page to page: the pages of a play as screens, and what is opened beside them.

The first frame is drawn before the engine is loaded: a screen is imported when it is shown.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from game.window.app import App, Screen, ToldScreen
from game.window.preferences import Preferences
from game.window.window import Window

if TYPE_CHECKING:
    from engine.play.state import Choice, Refusal
    from engine.play.view.records import MoveCard, View
    from engine.scenario.schema import Scenario
    from game.library import Opened
    from game.pages import MovePage, Page, ScenePage
    from game.window.play import Play


def open_window(
    size: tuple[int, int], preferences: Preferences, scenario: Path | None = None
) -> Window:
    """The window without its display, at its title. scenario: the only one to pick from."""
    from game.window.screens.picker import PickerScreen

    window = Window(size, preferences)
    window.go = Navigator(window)
    window.show(PickerScreen(scenario))
    return window


def together(pages: Sequence["Page"]) -> int:
    """How many of the next pages are told on one screen: arriving with what is said there, votes
    with what they decide, and what is said about a step with what came of it.
    """
    from game.pages import (
        ArrivalPage,
        AsidePage,
        ChangePage,
        ConsequencePage,
        ExchangePage,
        MovePage,
        ReplyPage,
        ResponsePage,
        RevealPage,
        ScenePage,
        ScriptEventPage,
        TrustPage,
    )

    first = pages[0]
    # What is for other eyes is never on the same screen.
    pages = list(takewhile(lambda page: page.seat == first.seat, pages))
    if len(pages) < 2:
        return 1
    if isinstance(first, ScenePage) and isinstance(pages[1], ReplyPage | ResponsePage):
        return 2
    if isinstance(first, ArrivalPage) and isinstance(pages[1], MovePage) and first.is_brief:
        return 2
    if isinstance(first, ArrivalPage | AsidePage):
        return 1 + _run(pages[1:], AsidePage)
    if isinstance(first, RevealPage) and first.are_votes and isinstance(pages[1], ChangePage):
        count = 2
    elif isinstance(first, RevealPage | ExchangePage | ScriptEventPage):
        count = 1
        for kind in (ExchangePage, ScriptEventPage):
            count += _run(pages[count:], kind)
    elif isinstance(first, ScenePage):
        count = _run(pages, ScenePage)
    elif isinstance(first, ChangePage):
        count = 1
    else:
        return 1
    if [type(each) for each in pages[count : count + 2]] == [TrustPage, ConsequencePage]:
        count += 1
    return count + min(1, _run(pages[count:], ConsequencePage))


def _run(pages: Sequence["Page"], kind: type) -> int:
    """How many pages of that kind come first."""
    return next((at for at, each in enumerate(pages) if not isinstance(each, kind)), len(pages))


def screen_of(page: "Page", *more: "Page") -> Screen:
    """The screen that shows a page, with what is told together with it."""
    from game.pages import (
        ArrivalPage,
        AsidePage,
        BriefingPage,
        ChangePage,
        ConsequencePage,
        CurtainPage,
        EndingPage,
        ExchangePage,
        MovePage,
        OptionPage,
        ProposalPage,
        RaisePage,
        ReplyPage,
        ResponsePage,
        RevealPage,
        ScenePage,
        ScriptEventPage,
        TrustPage,
        VotePage,
    )
    from game.window.screens.briefing import BriefingScreen
    from game.window.screens.change import ChangedScreen
    from game.window.screens.confrontation import SceneChoiceScreen
    from game.window.screens.consequence import ConsequenceScreen
    from game.window.screens.curtain import CurtainScreen
    from game.window.screens.ending import EndingScreen
    from game.window.screens.options import OptionsScreen
    from game.window.screens.proposal import ProposalScreen
    from game.window.screens.table import TableScreen
    from game.window.screens.talk import StoryScreen
    from game.window.screens.trust import TrustScreen
    from game.window.screens.vote import VoteScreen

    match page:
        case CurtainPage():
            return CurtainScreen(page)
        case BriefingPage():
            return BriefingScreen(page.view)
        case ArrivalPage() if more and isinstance(more[0], MovePage):
            return TableScreen(more[0], page)
        case RevealPage() if more and isinstance(more[0], ChangePage):
            return ChangedScreen(*more, votes=page)  # type: ignore[arg-type]
        case ArrivalPage() | AsidePage() | RevealPage() | ExchangePage() | ScriptEventPage():
            return StoryScreen(page, *more)  # type: ignore[arg-type]
        case ChangePage():
            return ChangedScreen(page, *more)  # type: ignore[arg-type]
        case ConsequencePage():
            return ConsequenceScreen(page)
        case TrustPage():
            return TrustScreen(page)
        case MovePage():
            return TableScreen(page)
        case OptionPage():
            return OptionsScreen(page)
        case ProposalPage():
            return ProposalScreen(page)
        case VotePage():
            return VoteScreen(page)
        case ScenePage():
            if more and isinstance(more[-1], ReplyPage | ResponsePage):
                return SceneChoiceScreen(more[-1], page)
            return StoryScreen(page, *more)  # type: ignore[arg-type]
        case RaisePage() | ReplyPage() | ResponsePage():
            return SceneChoiceScreen(page)
        case EndingPage():
            return EndingScreen(page)
        case _:
            assert_never(page)


class Navigator:
    """Shows the pages of the play of an app, one by one."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._pages: list[Page] = []  # what comes after the present page
        self._told: list[ToldScreen] = []  # what was told on this screen, to be read again
        self._ahead: list[ToldScreen] = []  # of that, what comes after what is read again
        self._scene: ScenePage | None = None  # the last of a confrontation that was told

    # --- the play -------------------------------------------------------------------------------

    def seats(
        self, opened: "Opened", been: Collection[str] = (), ended: Collection[str] = ()
    ) -> None:
        """Ask who plays what in a scenario."""
        from game.window.screens.seats import RoleScreen

        self.app.push(RoleScreen(opened, been, ended))
        self._draw_ahead(opened.scenario)

    def begin(self, opened: "Opened", seats: Mapping[str, str], seed: int) -> None:
        """Start a play, saved at once."""
        from game.window.play import Play

        app = self.app
        app.play = Play.start(opened, seats, seed, app.preferences.language, app.save_to)
        app.save_to = None
        self._draw_ahead(opened.scenario)
        self._turn_to_now()

    def _draw_ahead(self, scenario: "Scenario") -> None:
        """Draw the places of a scenario while somebody reads."""
        from game.window import art

        app = self.app
        app.ahead.ask(art.places_ahead(scenario, app.size, app.theme.tone))

    def resume(self, play: "Play") -> None:
        """Resume an unfinished play, at the results of its last step."""
        self.app.play = play
        self._draw_ahead(play.compiled.scenario)
        self._turn_to_now()

    def author(self, opened: "Opened") -> None:
        """Show the map and the balance of a scenario."""
        from game.window.screens.author import AuthorScreen

        self.app.push(AuthorScreen(opened))

    def finished(self) -> None:
        """Show the plays that have ended."""
        from game.window.screens.finished import FinishedScreen

        self.app.push(FinishedScreen())

    def look_back(self, play: "Play") -> None:
        """Open the debrief of a play that has ended."""
        self.app.play = play
        self.debrief()

    def next(self) -> None:
        """Show what comes next: when reading back, what was told after it."""
        if self._ahead:
            self._told.append(self._ahead.pop())
            self.app.show_again(self._told[-1])
            return
        from game.pages import CurtainPage, ReplyPage, ResponsePage, ScenePage

        count = together(self._pages)
        pages, self._pages = self._pages[:count], self._pages[count:]
        told = [page for page in pages if isinstance(page, ScenePage)]
        self._scene = told[-1] if told else self._scene
        screen = screen_of(*pages)
        if isinstance(pages[0], ReplyPage | ResponsePage) and self._scene is not None:
            # What has to be answered was told on a screen before: it is said again.
            screen = screen_of(self._scene, *pages)
        if isinstance(pages[0], CurtainPage):
            self._told = []  # whoever looks next may not have seen it
        elif isinstance(screen, ToldScreen):
            self._told.append(screen)
        self.app.show(screen)

    def earlier(self) -> bool:
        """Show what was told before the present screen; returns whether there was anything."""
        if len(self._told) < 2 or self.app.screen is not self._told[-1]:
            return False
        self._ahead.append(self._told.pop())
        self.app.show_again(self._told[-1])
        return True

    def is_reading_back(self, screen: Screen) -> bool:
        """Whether more has been told since that screen."""
        return bool(self._ahead)

    def read_back(self) -> None:
        """Open all that was told in this play."""
        from game.window.screens.read_back import ReadBackScreen

        self.app.push(ReadBackScreen())

    def choose(self, choice: "Choice") -> "Refusal | None":
        """Seal a choice and show what comes next, or say why it was not taken."""
        assert self.app.play is not None
        refusal = self.app.play.choose(choice)
        if refusal is None:
            self.app.sound("seal")
            self._turn_to_now()
        return refusal

    def state_trust(self, seat: str, levels: Mapping[str, int]) -> None:
        """Keep how far that party trusts the others."""
        assert self.app.play is not None
        self.app.play.state_trust(seat, levels)

    def seal(self, page: "MovePage", move: "MoveCard") -> None:
        """Open a move that was picked, to predict and to seal."""
        from game.window.screens.seal import SealScreen

        self.app.push(SealScreen(page, move))

    def _turn_to_now(self) -> None:
        """The pages from the present point in the play."""
        from game.pages import pages

        assert self.app.play is not None
        self._pages = list(pages(self.app.play.live))
        self._scene = None
        self._ahead = []
        self.next()

    def debrief(self) -> None:
        """Look back on the play."""
        from game.window.screens.debrief import DebriefScreen

        assert self.app.play is not None
        self.app.play.put_away()
        self.app.show(DebriefScreen())

    def leave(self) -> None:
        """Back to the title; the play is saved."""
        from game.window.screens.picker import PickerScreen

        if self.app.play is not None:
            self.app.play.put_away()
        self.app.play = None
        self._pages, self._told, self._ahead = [], [], []
        self.app.show(PickerScreen())

    # --- beside it ------------------------------------------------------------------------------

    def briefing(self, view: "View") -> None:
        """Open the briefing of a seat."""
        from game.window.screens.briefing import BriefingScreen

        self.app.push(BriefingScreen(view, again=True))

    def gauges(self, view: "View") -> None:
        """Open the numbers of a seat."""
        from game.pages.history import numbers_so_far
        from game.window.screens.gauges import GaugesScreen

        assert self.app.play is not None
        last = numbers_so_far(self.app.play.live, view.seat)[-1:]
        self.app.push(GaugesScreen(view, last[0] if last else None))

    def settings(self) -> None:
        """Open the settings, once."""
        from game.window.screens.settings import SettingsScreen

        if not isinstance(self.app.screen, SettingsScreen):
            self.app.push(SettingsScreen())

    def pause(self) -> None:
        """Ask whether to stop."""
        from game.window.screens.pause import PauseScreen

        self.app.push(PauseScreen())
