"""A problem: what is wrong in a file, where, and its wording in each language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.scenario.catalogue import Severity, codes, wording
from engine.scenario.characters import HIDDEN, code_point
from engine.scenario.vocabulary import Language

Value = str | int

_LONGEST_QUOTE = 80
_NEEDS_QUOTES = re.compile(r"[^\w.:\\/-]")
_LONGEST_PASTED = 300  # what an author pastes must be whole; longer than any line that is said
# Parameters that an author wrote.
_QUOTED = frozenset({"written", "other", "typed", "near", "fixed", "straight", "party", "first"})
_PASTED = frozenset({"fixed", "straight"})
# Parameters that are words of the catalogue and appear in the language of the message.
_TRANSLATED = frozenset(
    {"kind", "expected", "found", "how", "chapter", "tongue", "thing", "reason", "measure"}
)


class Mark(NamedTuple):
    """A place in a file; line and column count from 1."""

    line: int
    column: int


START = Mark(1, 1)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file.

    trail: the nodes from the whole file down to the problem, by identity; empty if it is not at a
    node.
    """

    code: str
    mark: Mark
    params: Mapping[str, Value] = field(default_factory=dict)
    file: str = ""
    trail: tuple[int, ...] = field(default=(), repr=False, compare=False)

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.mark.line

    @property
    def column(self) -> int:
        """The column, from 1."""
        return self.mark.column

    @property
    def severity(self) -> Severity:
        """`error`: the scenario can't be played. `warning`: it can, but look at it."""
        return codes()[self.code].severity

    @property
    def is_error(self) -> bool:
        """Whether the scenario can't be played because of this."""
        return self.severity == "error"

    def message(self, language: Language) -> str:
        """What is wrong, in plain words."""
        return self._fill(wording(language).entries[self.code].message, language)

    def repair(self, language: Language) -> str:
        """What to do about it; the nearest name where one is known."""
        words = wording(language)
        if "near" in self.params:
            near = words.near_with_line if "near_line" in self.params else words.near
            return self._fill(near, language)
        return self._fill(words.entries[self.code].repair, language)

    def text(self, language: Language) -> str:
        """One line for a terminal: file:line:column, what is wrong and what to do."""
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}  {self.message(language)} {self.repair(language)}"

    def as_json(self, language: Language) -> dict[str, Value]:
        """The problem as plain data."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": self.severity,
            "message": self.message(language),
            "repair": self.repair(language),
        }

    def _fill(self, template: str, language: Language) -> str:
        words = wording(language).words
        filled: dict[str, Value] = {"file": _typed(str(self.params.get("file", self.file)))}
        for name, value in self.params.items():
            if name == "file":
                continue
            if name in _TRANSLATED:
                filled[name] = words[str(value)]
            else:
                longest = _LONGEST_PASTED if name in _PASTED else _LONGEST_QUOTE
                filled[name] = quoted(value, longest) if name in _QUOTED else value
        return template.format_map(filled)


def quoted(written: Value, longest: int = _LONGEST_QUOTE) -> str:
    """The written text on one line, cut to that length, with nothing hidden in it."""
    line = HIDDEN.sub(lambda found: code_point(found[0]), " ".join(str(written).split()))
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _typed(file: str) -> str:
    """The name of a file as it is typed after a command."""
    return f'"{quoted(file)}"' if _NEEDS_QUOTES.search(file) else file


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems, each once: errors first, then by place."""
    unique = {(each.mark, each.code, str(each.params)): each for each in problems}
    return tuple(sorted(unique.values(), key=lambda p: (not p.is_error, p.mark, p.code)))
