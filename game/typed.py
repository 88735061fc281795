"""What people type, understood: numbers, yes and no, and names however their letters are stored."""

import re
import unicodedata
from collections.abc import Iterable

YES = frozenset({"j", "ja", "y", "yes"})
NO = frozenset({"n", "nee", "no"})
_WHOLE = re.compile(r"[+-]?\d(?:_?\d)*")  # any script's digits; 10_000 is easier to read
_LONGEST_NUMBER = 400  # digits; anything longer is a mistake


def as_number(text: str) -> int | None:
    """The whole number in the text, or None."""
    text = text.strip().replace("−", "-")
    return int(text) if len(text) <= _LONGEST_NUMBER and _WHOLE.fullmatch(text) else None


def as_yes_no(text: str) -> bool | None:
    """Yes or no in either language, or None."""
    folded = text.casefold()
    if folded in YES:
        return True
    return False if folded in NO else None


def folded(name: str) -> str:
    """The name without differences in case, composition, width or spacing."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def same_name(written: str, names: Iterable[str]) -> str | None:
    """The name that is meant: an exact match before anything that looks alike."""
    names = tuple(names)
    if written in names:
        return written
    return next((each for each in names if folded(each) == folded(written)), None)
