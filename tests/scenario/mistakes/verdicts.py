"""What `check` says about a mistake, held against what it should say."""

from dataclasses import dataclass
from pathlib import Path

from engine.scenario.load import load_text
from engine.scenario.problems import Problem
from game.presenters.problems import problems_of
from tests.scenario.mistakes.cases import Mistake
from tests.scenario.mistakes.pasting import mended


@dataclass(frozen=True)
class Verdict:
    """What was said. is_pasted: the repair needed nothing that only the author knows."""

    mistake: Mistake
    problems: tuple[Problem, ...]
    is_repaired: bool
    is_pasted: bool

    @property
    def is_right(self) -> bool:
        """One message, of the right kind, on the right line, with a repair that works."""
        return self.is_in_place and len(self.problems) == 1 and self.is_repaired

    @property
    def is_in_place(self) -> bool:
        """Whether the first message is of the right kind and names the right line."""
        first = next(iter(self.problems), None)
        expected = self.mistake.code, self.mistake.line
        return first is not None and (first.code, first.line) == expected


def judge(mistake: Mistake) -> Verdict:
    """The verdict on that mistake."""
    problems = problems_in(mistake.text)
    if mistake.mended is not None:
        return Verdict(mistake, problems, not problems_in(mistake.mended), is_pasted=False)
    assert isinstance(mistake.text, str)
    ways = mended(mistake.text, problems[0]) if problems else ()
    return Verdict(mistake, problems, any(not problems_in(way) for way in ways), is_pasted=True)


def problems_in(text: str | bytes) -> tuple[Problem, ...]:
    """Everything that `check` finds in a scenario."""
    return tuple(problems_of(Path("x.yaml"), load_text(text, "x.yaml")))
