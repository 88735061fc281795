"""Does a scenario hold up, and does it teach what it claims? For authors, from many plays."""

from engine.balance.advice import Advice, Missed, Unshown, Untempted, advise
from engine.balance.aims import Aim, Share
from engine.balance.debriefs import Debriefed
from engine.balance.dilemma import GAMES, Crowd, Dilemma, InTheEnd
from engine.balance.levers import Lever, found_at
from engine.balance.report import FULL, Balance, balance, balancing
from engine.balance.theses import Sign
from engine.balance.trying import Shown, Tried

__all__ = [
    "FULL",
    "GAMES",
    "Advice",
    "Aim",
    "Balance",
    "Crowd",
    "Debriefed",
    "Dilemma",
    "InTheEnd",
    "Lever",
    "Missed",
    "Share",
    "Shown",
    "Sign",
    "Tried",
    "Unshown",
    "Untempted",
    "advise",
    "balance",
    "balancing",
    "found_at",
]
