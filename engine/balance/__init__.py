"""Does a scenario hold up, and does it teach what it claims? For authors, from many plays."""

from engine.balance.dilemma import Dilemma
from engine.balance.report import Balance, balance
from engine.balance.theses import Sign

__all__ = ["Balance", "Dilemma", "Sign", "balance"]
