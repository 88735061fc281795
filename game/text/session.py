"""A play in a terminal: shows the pages one after the other, and hands back the choices."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace

from engine.live_play import LivePlay
from engine.play.state import Refusal
from engine.play.view.records import StageName, View
from engine.scenario.vocabulary import Language
from game.pages.director import arrival_of, pages
from game.pages.history import numbers_so_far
from game.pages.kinds import (
    ArrivalPage,
    AsidePage,
    BriefingPage,
    ChoicePage,
    CurtainPage,
    EndingPage,
    MovePage,
    Page,
    TrustPage,
)
from game.presenters.briefing import briefing, briefing_in_short, game_in_short, the_game
from game.presenters.gauges import gauges
from game.presenters.page import Cast, Line, Lines
from game.presenters.pages import lines
from game.presenters.table import round_head
from game.settings import remember_language
from game.text.choosing import Chooser, sealed
from game.text.prompter import Prompter, Quit
from game.words import Words, words_in

_IN_PUBLIC = ("?", "help", "hulp", "t", "taal", "language", "q", "quit", "stop")


class Session:
    """One play at one terminal, with one person or with several who take turns."""

    def __init__(self, live: LivePlay, prompter: Prompter, language: Language) -> None:
        self.live, self.prompter, self.screen = live, prompter, prompter.screen
        self.words: Words = words_in(language)
        self.seats = live.people
        self.seat = self.seats[0]
        self._page: Page | None = None
        self._has_arrived = False  # the page before showed where the talks are
        self._is_unread = False  # something was shown since the last Enter
        self._recaps = False  # what is shown was seen before the play was left
        # The question at hand with its choices, to be shown again.
        self._asked: Callable[[], Lines] = tuple
        prompter.commands = self._commands()
        self._chooser = Chooser(prompter, lambda: self.cast, self._put)

    # --- the course of a play -----------------------------------------------------------------

    def play(self) -> None:
        """From where the play is to its end; `Quit` when the player stops."""
        self.live.run()  # where it is resumed with all of the people's choices already made
        if self.live.trace.choices and not self.live.pending:
            self.screen.show([Line("heading", self.words("recap.head"))])
            self._recaps = True
        while not isinstance(self._page, EndingPage):
            for page in pages(self.live):
                self._show(page)

    def _show(self, page: Page) -> None:
        self._pause_before(page)
        if not isinstance(self._page, AsidePage | TrustPage):
            self._has_arrived = isinstance(self._page, ArrivalPage)
        self._page, self._asked = page, tuple
        self.seat = page.seat or self.seat
        if isinstance(page, CurtainPage):
            self._curtain(page)
        elif isinstance(page, BriefingPage):
            self._briefing(page)
        elif isinstance(page, ChoicePage):
            self._choose(page)
        elif isinstance(page, TrustPage):
            self._trust(page)
        else:
            if told := lines(self.cast, page):
                self.screen.gap()
                self.screen.show(told)
                self._chooser.told += "\n".join(line.text for line in told)
                self._is_unread = True

    def _pause_before(self, page: Page) -> None:
        """Wait if the next page starts something else, or clears what there is to read."""
        wipes = isinstance(page, CurtainPage)
        after_arrival = isinstance(self._page, ArrivalPage | AsidePage)
        begins = isinstance(page, ArrivalPage | ChoicePage | TrustPage) and not after_arrival
        if self._is_unread and (wipes or (begins and not self._recaps)):
            self._pause("reveal.go")
            self._is_unread = False

    def _choose(self, page: ChoicePage) -> None:
        self._recaps = self._is_unread = False
        if isinstance(page, MovePage) and not self._has_arrived:
            self.screen.show([Line("heading", round_head(self.cast, page.room))])
        choice = self._chooser.choice(page)
        while isinstance(refused := self.live.choose(choice), Refusal):
            self.screen.say(self.words(f"refusal.{refused.reason}", detail=refused.detail))
            choice = self._chooser.choice(page)
        self._chooser.told = ""
        # One person sees at once what came of it; of a move, only what it looks like.
        is_said = len(self.seats) > 1 or isinstance(page, MovePage)
        if is_said and (told := sealed(self.cast, page, choice)):
            self.screen.say(told)

    def _trust(self, page: TrustPage) -> None:
        """Ask how far the player trusts each of the others, and show no numbers meanwhile."""
        self._recaps = self._is_unread = False
        self.screen.gap()
        with self._in_public():
            self.live.state_trust(page.seat, self._chooser.trust(page))

    def _briefing(self, page: BriefingPage) -> None:
        self.screen.show(briefing_in_short(self.cast, page.view))
        self._show_language_note()
        self._pause("brief.go")
        self.screen.show(game_in_short(self.cast, page.view))
        self._pause("brief.go")

    def _curtain(self, page: CurtainPage) -> None:
        """Wipe the screen, and wait until the right people look."""
        if page.calls is None:
            self.screen.raise_curtain()
            self.screen.show(lines(self.cast, page))
            self._pause("curtain.together")
        else:
            self.screen.curtain()
            self.screen.show(lines(self.cast, page))
            self._pause("curtain.go", party=page.calls)

    @property
    def cast(self) -> Cast:
        """Who is who, in the present language."""
        return Cast.of(self.live.compiled, self.words)

    @property
    def view(self) -> View:
        """What the present seat sees."""
        return self.live.view(self.seat)

    @property
    def _is_public(self) -> bool:
        """Whether everybody may be looking: then nothing private to a seat can be shown."""
        return self._page is None or self._page.seat is None

    # --- what is shown --------------------------------------------------------------------------

    def _situation(self) -> None:
        if (arrival := arrival_of(self.live)) is not None:
            self.screen.show(lines(self.cast, arrival))
        self.screen.show(self._asked())

    def _put(self, question: Callable[[], Lines]) -> None:
        """Show the present question, and show it again on request."""
        self._asked = question
        self.screen.show(question())

    def _pause(self, key: str, party: str | None = None) -> None:
        """Wait for Enter; in public, only with the commands that show nothing private."""
        self._asked = tuple
        with self._in_public() if self._is_public else nullcontext():
            self.prompter.pause(lambda: self.words(key, party=self.cast.party(party)))

    @contextmanager
    def _in_public(self) -> Iterator[None]:
        """Only the commands that show no seat's own."""
        private = self.prompter.commands
        self.prompter.commands = {name: private[name] for name in _IN_PUBLIC}
        try:
            yield
        finally:
            self.prompter.commands = private

    def _show_language_note(self) -> None:
        scenario, words = self.live.compiled.scenario, self.words
        if scenario.told_in not in ("", words.language):
            told = words.name_of_language(scenario.told_in)
            self.screen.say(words("told-in-language", language=told))
        elif words.language not in scenario.languages:
            other = words.name_of_language(scenario.languages[0])
            self.screen.say(words("not-in-language", language=other))

    # --- what can be typed at any question ------------------------------------------------------

    def _commands(self) -> dict[str, Callable[[], None]]:
        by_name: tuple[tuple[tuple[str, ...], Callable[[], None]], ...] = (
            (("?", "help", "hulp"), self._help),
            (("w", "why", "waarom"), self._why),
            (("g", "game", "spel"), lambda: self.screen.show(the_game(self.cast, self.view))),
            (("b", "briefing"), lambda: self.screen.show(briefing(self.cast, self.view))),
            (("s", "situation", "situatie"), self._situation),
            (("t", "taal", "language"), self.switch_language),
            (("q", "quit", "stop"), self._quit),
        )
        return {name: command for names, command in by_name for name in names}

    def _help(self) -> None:
        show_help(self)

    def _why(self) -> None:
        last = numbers_so_far(self.live, self.seat)[-1:]
        self.screen.show(gauges(self.cast, self.view, last[0] if last else None))

    def switch_language(self) -> None:
        """Use the other language, from the next line on and next time."""
        language: Language = "en" if self.words.language == "nl" else "nl"
        self.words = words_in(language)
        self.live.trace = replace(self.live.trace, language=language)
        remember_language(language)
        self.screen.say(self.words("switched"))
        self._show_language_note()
        if isinstance(self._page, ChoicePage):
            self._situation()

    def _quit(self) -> None:
        raise Quit


# What help is about; at any other stage, a reflection moment.
_HELP: dict[StageName, str] = {
    "round": "round", "raising": "scene", "confronted": "scene", "reckoning": "scene",
}  # fmt: skip


def show_help(session: Session) -> None:
    """What can be typed at any question, and how this stage works."""
    words, screen = session.words, session.screen
    screen.show([Line("heading", words("help.keys.head"))])
    keys = ("help", "why", "game", "brief", "situation", "language", "quit")
    screen.show(Line("detail", words(f"help.keys.{key}")) for key in keys)
    about = _HELP.get(session.view.stage, "moment")
    screen.show([Line("note", words(f"help.keys.{about}"))])
    if about == "round":
        screen.show([Line("note", words("help.keys.mood"))])
