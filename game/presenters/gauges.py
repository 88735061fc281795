"""The gauges explained: what each number is, what it means and why it moved."""

from collections.abc import Iterator, Mapping

from engine.play.view.records import View
from game.pages.kinds import Numbers
from game.presenters.page import Cast, Line, Lines, points, signed, whole
from game.presenters.reveal import moved

_ABOUT = ("trust", "reliability", "confidence", "perceived_risk", "exposure")
_OWN = ("safety", "understanding", "formal_overlap", "internal_balance", "pressure")


def gauges(cast: Cast, view: View, last: Numbers | None) -> Lines:
    """All numbers of this seat with their meaning, and why they moved last."""
    return (
        *_gauges(cast, view),
        Line("subheading", cast.words("why.head")),
        *why_moved(cast, last),
    )


def why_moved(cast: Cast, last: Numbers | None) -> Lines:
    """Why the numbers moved last, without a heading."""
    if last is None:
        return (Line("note", cast.words("why.not-yet")),)
    return tuple(moved(cast, last))[1:]


def _gauges(cast: Cast, view: View) -> Iterator[Line]:
    words = cast.words
    if view.gauges is None:  # whoever has left reads no more of the table
        return
    yield Line("heading", words("gauges.head"))
    yield Line("note", words("gauges.scale"))
    for name in _ABOUT:
        gone = {each.id for each in view.others if each.left}
        everybody: Mapping[str, float] = getattr(view.gauges, name)
        by_party = {party: value for party, value in everybody.items() if party not in gone}
        for at, (other, value) in enumerate(by_party.items()):
            yield Line("number", _line(cast, name, value, other, explain=at == 0))
    for name in _OWN:
        yield Line("number", _line(cast, name, getattr(view.gauges, name)))
    payoff = signed(points(view.gauges.payoff))
    yield Line("number", _line(cast, "value", view.gauges.value, payoff=payoff))


def _line(
    cast: Cast, name: str, value: float, other: str | None = None, payoff: str = "",
    *, explain: bool = True,
) -> str:  # fmt: skip
    words = cast.words
    title = words(f"gauge.{name}", other=cast.party(other))
    if not explain:
        return words("gauge.line.number", name=title, value=whole(value)) + "."
    means = words(f"gauge.{name}.means", payoff=payoff)
    return words("gauge.line", name=title, value=whole(value), means=means)
