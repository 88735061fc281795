"""The order in which things are shown: a play and its people -> a sequence of pages.

Pages are frozen values without a look and without a language. The terminal, the window and
any future front ends are renderers: each maps the types of pages to screens of its own, says
the words that `game.presenters.pages` gives for a page, and hands back a choice.
"""

from game.pages.director import pages, pages_for_seat, told_so_far
from game.pages.kinds import (
    ArrivalPage,
    AsidePage,
    BriefingPage,
    ChangePage,
    ChoicePage,
    ConsequencePage,
    CurtainPage,
    EndingPage,
    ExchangePage,
    Fresh,
    MovePage,
    OptionPage,
    Page,
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

__all__ = [
    "ArrivalPage", "AsidePage", "BriefingPage", "ChangePage", "ChoicePage", "ConsequencePage",
    "CurtainPage", "EndingPage", "ExchangePage", "Fresh", "MovePage", "OptionPage", "Page",
    "ProposalPage", "RaisePage", "ReplyPage", "ResponsePage", "RevealPage", "ScenePage",
    "ScriptEventPage", "TrustPage", "VotePage", "pages", "pages_for_seat", "told_so_far",
]  # fmt: skip
