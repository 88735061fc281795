"""Does a scenario hold up, and does it teach what it claims? For authors, from many plays."""

from engine.balance.report import balance

__all__ = ["balance"]
