"""Does a scenario hold up, and does it teach what it claims? For authors, from many plays."""

from engine.balance.advice import Advice, Missed, Unshown, Untempted, advise
from engine.balance.aims import Aim
from engine.balance.dilemma import Crowd, Dilemma
from engine.balance.levers import Lever
from engine.balance.report import Balance, balance, balancing
from engine.balance.theses import Sign
from engine.balance.trying import Shown, Tried

__all__ = [
    "Advice",
    "Aim",
    "Balance",
    "Crowd",
    "Dilemma",
    "Lever",
    "Missed",
    "Shown",
    "Sign",
    "Tried",
    "Unshown",
    "Untempted",
    "advise",
    "balance",
    "balancing",
]
