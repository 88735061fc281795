"""Chance that depends on names alone: the same names always give the same drawing."""

from collections.abc import Sequence
from zlib import crc32


def digest(text: str) -> int:
    """A number that depends only on the text, which may be anything."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def chance(seed: str, label: str) -> float:
    """A number from 0 up to 1 that depends only on its two names."""
    return digest(f"{label}/{seed}/{label}") / 2**32


def between(seed: str, label: str, low: float, high: float) -> float:
    """A number within bounds, always the same for the same two names."""
    return low + (high - low) * chance(seed, label)


def chosen(seed: str, label: str, options: Sequence[str]) -> str:
    """One of the options, always the same for the same two names."""
    return options[int(chance(seed, label) * len(options))]
