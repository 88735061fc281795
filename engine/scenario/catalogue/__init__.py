"""The catalogue of problems: what each code is, and its texts in each language.

`codes.yaml` has the codes with their severity and an example; there is one file for each
language. They are only read when there is a problem to report.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml

from engine.scenario.vocabulary import Language

Severity = Literal["error", "warning"]
_FOLDER = Path(__file__).parent


class Code(NamedTuple):
    """What is true of a code in every language.

    right: a fragment of a valid scenario. wrong: the same fragment with the mistake in it.
    """

    severity: Severity
    right: str | None = None
    wrong: str | None = None


class Entry(NamedTuple):
    """The texts for a code in one language, with gaps in braces."""

    message: str
    repair: str
    why: str


class Wording(NamedTuple):
    """All texts in one language."""

    entries: Mapping[str, Entry]
    near: str
    near_with_line: str
    severity: Mapping[str, str]
    wrong: str
    right: str
    left_out: str
    words: Mapping[str, str]


@cache
def codes() -> Mapping[str, Code]:
    """Every code, in the order in which a file is checked."""
    return {code: Code(**about) for code, about in _read("codes").items()}


@cache
def wording(language: Language) -> Wording:
    """The texts of the catalogue in that language."""
    found = _read(language)
    entries = {code: Entry(**about) for code, about in found.pop("problems").items()}
    return Wording(entries=entries, **found)


def _read(name: str) -> dict[str, Any]:
    text = (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found
