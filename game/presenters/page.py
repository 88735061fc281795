"""What a screen says: lines with a role but no look, which is up to the renderer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING, Literal, TypeVar

from engine.scenario.vocabulary import Stance
from game.words import Words

# A page is made of words; that it also mentions a play must not make `--help` load the engine.
if TYPE_CHECKING:
    from engine.live_play import CompiledScenario
    from engine.play.view.records import RoleSeen, Speaker, View
    from engine.scenario.schema import Text

LineKind = Literal[
    "title", "heading", "subheading", "told", "spoken", "act", "note", "game", "number",
    "question", "choice", "detail", "locked", "gap",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One line on a screen. key: what to type for it, in a list of choices."""

    kind: LineKind
    text: str
    key: str = ""
    stance: Stance | None = None


Lines = tuple[Line, ...]
Part = TypeVar("Part", bound=str)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who, in one language."""

    words: Words
    names: "Mapping[str, Text]"

    @classmethod
    def of(cls, compiled: "CompiledScenario", words: Words) -> "Cast":
        """The parties of a scenario."""
        return cls(words, {name: each.name for name, each in compiled.scenario.parties.items()})

    def party(self, name: str | None) -> str:
        """The name of a party."""
        known = self.names.get(name or "")
        return self.words.of(known) if known else str(name or "")

    def parties(self, names: Iterable[str]) -> str:
        """The names of parties as they are listed in a sentence."""
        return self.words.all_of([self.party(name) for name in names])

    def who(self, speaker: "Speaker | RoleSeen") -> str:
        """A person by name and title."""
        return self.words("who", name=speaker.name, title=self.words.of(speaker.title))


def of_leaving(view: "View") -> str:
    """What keys of words about leaving end in: it ends the talks, or the others go on."""
    return ".goes-on" if view.goes_on else ""


def points(share: float) -> int:
    """A share as a number from 0 to 100; of value and payoff in the same measure, unbounded."""
    return round(100 * share)


def spans(numbers: Iterable[int]) -> list[str]:
    """The numbers, rising, with those that follow each other as one span: 2, 4–6."""
    ends: list[list[int]] = []
    for number in numbers:
        if ends and number == ends[-1][1] + 1:
            ends[-1][1] = number
        else:
            ends.append([number, number])
    return [str(first) if first == last else f"{first}–{last}" for first, last in ends]


def parts_in_points(parts: Mapping[Part, float], total: int) -> dict[Part, int]:
    """The parts in whole points that add up to the total, itself in whole points.

    By the largest remainder: each is rounded down, and the points that are then left go to the
    parts that lost most; where there are too many, they are taken from those that lost least.
    """
    whole = {name: floor(100.0 * part) for name, part in parts.items()}
    short = total - sum(whole.values())
    lost = sorted(parts, key=lambda name: whole[name] - 100.0 * parts[name])
    step = 1 if short > 0 else -1
    order = lost if short > 0 else lost[::-1]
    for at in range(abs(short) if parts else 0):
        whole[order[at % len(order)]] += step
    return whole


def whole(share: float) -> str:
    """A share as a number, with a typographic minus if it is below zero."""
    number = points(share)
    return str(number) if number >= 0 else f"−{-number}"


def signed(number: float, *, decimals: int = 0) -> str:
    """A change with its sign; zero has none."""
    rounded = round(number, decimals)
    text = f"{abs(rounded):.{decimals}f}"
    if rounded == 0:
        return text
    return f"+{text}" if rounded > 0 else f"−{text}"


def change(share: float) -> str:
    """A change of a share, in points with its sign."""
    return signed(points(share))


def decimal(words: Words, number: float, digits: int) -> str:
    """A number with decimals, as they are written in this language."""
    return f"{number:.{digits}f}".replace(".", words("decimal"))


def stance_words(words: Words, stance: Stance, face: Stance | None = None) -> str:
    """A stance in words, and what it looks like where that is something else."""
    named = words(f"stance.{stance}")
    return named if face in (None, stance) else f"{named}, {words(f'face.{face}')}"


def rank(score: float, scores: Iterable[float]) -> int:
    """The place of a score among the scores, from 1: equal scores share one."""
    return 1 + sum(other > score for other in scores)


QUOTES = "“‘”’\"'"
# In Dutch a capital E needs no accent here, and ij is one letter.
_CAPITALS = {"één": "Eén", "ij": "IJ"}


def first_up(text: str) -> str:
    """The sentence with a capital in front, as Dutch and English spell it."""
    for start, capital in _CAPITALS.items():
        if text.startswith(start):
            return capital + text[len(start) :]
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital at the start and a full stop at the end, if missing."""
    text = first_up(text.strip())
    is_ended = text.rstrip(QUOTES).endswith((".", "!", "?", "…"))
    is_quotation = text[:1] in QUOTES and text[-1:] in QUOTES
    return text if is_ended or is_quotation else f"{text}."


def numbered(texts: Iterable[str]) -> Iterator[Line]:
    """A list to choose from by number."""
    for number, text in enumerate(texts, start=1):
        yield Line("choice", text, key=str(number))
