"""A play in the terminal, typed by somebody who has a choice in mind for every page."""

import io
from collections.abc import Callable, Iterator

from engine.live_play import LivePlay
from engine.play.state import (
    Choice,
    MoveChoice,
    OptionChoice,
    ProposalChoice,
    ResponseChoice,
    VoteChoice,
)
from engine.scenario.vocabulary import Language
from game.pages import ChoicePage, Page
from game.pages.kinds import SceneChoicePage
from game.presenters.changes import ballots
from game.presenters.confrontation import ways
from game.presenters.page import Cast
from game.presenters.table import (
    GLANCE,
    change_groups,
    open_moves,
    open_options,
    ordered_changes,
)
from game.text.prompter import Prompter
from game.text.screen import Screen
from game.text.session import Session
from game.words import words_in


def told_in_terminal(
    live: LivePlay, choose: Callable[[LivePlay, str], Choice], language: Language
) -> Iterator[tuple[Page, str]]:
    """Each page that was shown, with all that was written while it was."""
    out = io.StringIO()
    typist = _Typist(live, choose)
    session = _Noting(live, Prompter(Screen(out, width=10_000), typist), language)
    typist.session = session
    session.play()
    whole = out.getvalue()
    ends = [at for _, at in session.began[1:]] + [len(whole)]
    for (page, begins), end in zip(session.began, ends, strict=True):
        yield page, whole[begins:end]


class _Noting(Session):
    """Keeps where in the output each page began."""

    def __init__(self, live: LivePlay, prompter: Prompter, language: Language) -> None:
        super().__init__(live, prompter, language)
        self.began: list[tuple[Page, int]] = []

    def _show(self, page: Page) -> None:
        self.began.append((page, len(self.screen._out.getvalue())))  # type: ignore[attr-defined]
        super()._show(page)


class _Typist:
    """Stands where the keyboard does."""

    session: Session

    def __init__(self, live: LivePlay, choose: Callable[[LivePlay, str], Choice]) -> None:
        self._live, self._choose = live, choose
        self._answered: Page | None = None
        self._typed: list[str] = []

    def isatty(self) -> bool:
        """Whether somebody sits at it; what is typed is shown."""
        return False

    def readline(self, _most: int = -1) -> str:
        """The next answer: nothing but Enter, where nothing is to be chosen."""
        page = self.session._page
        if isinstance(page, ChoicePage) and page is not self._answered:
            self._answered = page
            self._typed = list(_answers(page, self._choose(self._live, page.seat)))
        return (self._typed.pop(0) if self._typed else "") + "\n"


def _answers(page: ChoicePage, choice: Choice) -> Iterator[str]:
    view = page.view
    if isinstance(page, SceneChoicePage):
        cast = Cast(words_in("nl"), {})
        yield str([way.choice for way in ways(cast, page)].index(choice) + 1)
        if choice == ResponseChoice(page.seat, "walk-out"):
            yield "j"  # it is asked twice
        return
    match choice:
        case MoveChoice():
            yield from ("" for _ in view.others if view.may_predict)  # no guess
            number = [card.id for card in open_moves(view)].index(choice.move) + 1
            yield f"{number}{'+' if choice.call else ''}"
            yield "j"  # where it is asked twice
        case OptionChoice():
            yield str([card.id for card in open_options(view)].index(choice.option) + 1)
        case ProposalChoice(change=None):
            yield ""
        case ProposalChoice():
            cards = ordered_changes(view)
            if len(view.changes) > GLANCE:
                groups = change_groups(view)
                at = [any(c.id == choice.change for c in group) for group in groups].index(True)
                cards = groups[at]
                yield str(at + 1)
            yield str([card.id for card in cards].index(choice.change or "") + 1)
            if choice.amount is not None:
                yield str(choice.amount)
        case VoteChoice():
            asked = ballots(view.proposals)
            if not asked:
                yield ""
            for ballot in asked:
                is_yes = choice.votes.get(ballot.by[0])
                yield from ("j",) if is_yes else ("n", "")  # without a reason
