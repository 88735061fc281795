"""Durations as authors write them: "2 years", "6 months", "3 rounds"."""

import math
import re

_MONTHS = {"month": 1, "year": 12}
DURATION = re.compile(r"(\d{1,3}) (month|year|round)s?")


def is_duration(text: str, units: tuple[str, ...] = ("month", "year", "round")) -> bool:
    """Whether that is a whole number of one of those units, from 1."""
    found = DURATION.fullmatch(text)
    return found is not None and found[2] in units and int(found[1]) > 0


def months_in(text: str) -> int:
    """The months in "3 months" or "2 years"."""
    number, unit = _split(text)
    return number * _MONTHS[unit]


def rounds_in(text: str, round_lasts: str) -> int:
    """The rounds in a duration, rounded up, if a round lasts that long."""
    number, unit = _split(text)
    if unit == "round":
        return number
    return math.ceil(number * _MONTHS[unit] / months_in(round_lasts))


def _split(text: str) -> tuple[int, str]:
    found = DURATION.fullmatch(text)
    if found is None:
        raise ValueError(f"not a duration: {text!r}")
    return int(found[1]), found[2]
