"""How far a party trusts the others by its own account, asked and looked back on."""

from collections.abc import Iterable

from engine.debrief import StatedTrust
from engine.play.trace import MOST_TRUST
from engine.play.view.records import View
from game.presenters.page import Cast, Line, Lines, points

# As near as this the two are told to agree: a design choice of the telling.
_FAIR = 0.1

__all__ = ["MOST_TRUST", "stated_trust", "trust_page", "trust_question"]


def trust_page(cast: Cast, view: View) -> Lines:
    """The question about each of the others, and what becomes of the answer."""
    several = len(view.there) > 1
    return (
        *((Line("subheading", cast.words("trust.head")),) if several else ()),
        Line("note", cast.words("trust.intro")),
        *(Line("question", trust_question(cast, other.id)) for other in view.there),
    )


def trust_question(cast: Cast, other: str) -> str:
    """How far do you trust that party?"""
    return cast.words("trust.ask", party=cast.party(other))


def stated_trust(cast: Cast, stated: Iterable[StatedTrust]) -> Lines:
    """For each pair one line: what was said at the start of each phase, and the model's figure."""
    pairs: dict[tuple[str, str], list[StatedTrust]] = {}
    for each in stated:
        pairs.setdefault((each.party, each.about), []).append(each)
    return tuple(
        Line("number", _compared(cast, party, about, said))
        for (party, about), said in pairs.items()
    )


def _compared(cast: Cast, party: str, about: str, said: list[StatedTrust]) -> str:
    words = cast.words
    told = [
        words("debrief.3.stated.one", stated=points(each.stated), model=points(each.model))
        for each in said
    ]
    gap = sum(each.stated - each.model for each in said) / len(said)
    way = "fair" if abs(gap) <= _FAIR else "higher" if gap > 0 else "lower"
    line = words(
        "debrief.3.stated",
        party=cast.party(party), about=cast.party(about), figures=words.all_of(told),
    )  # fmt: skip
    return f"{line} {words(f'debrief.3.stated.{way}', n=abs(points(gap)))}"
