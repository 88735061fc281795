"""How it ended, without a score."""

from collections.abc import Iterable, Mapping

from engine.play.view.records import EndingSeen, WantSeen
from engine.scenario.schema import Text
from engine.scenario.vocabulary import Outcome
from game.presenters.page import Cast, Line, Lines, first_up, sentence


def ending(cast: Cast, end: EndingSeen, values: Mapping[str, float] | None = None) -> Lines:
    """The ending in the author's words, and what kind of ending that is.

    values: by party, its total value; shows whom a lopsided ending favoured.
    """
    words = cast.words
    return (
        Line("heading", words("end.head", title=words.of(end.title))),
        Line("told", words.of(end.text)),
        Line("note", outcome_words(cast, end, values)),
    )


def came_of_words(cast: Cast, wants: tuple[WantSeen, ...]) -> Lines:
    """What came of what the party was after; nothing where none of it was measured."""
    if all(want.met is None for want in wants):
        return ()
    return (
        Line("subheading", cast.words("end.wants")),
        *(Line("detail", want_words(cast, want.name, want.met)) for want in wants),
    )


def want_words(cast: Cast, name: Text, met: bool | None) -> str:
    """A want, and whether it was met."""
    how = "unmeasured" if met is None else "met" if met else "missed"
    return cast.words(f"end.want.{how}", name=first_up(cast.words.of(name)))


def outcome_words(cast: Cast, end: EndingSeen, values: Mapping[str, float] | None = None) -> str:
    """What kind of ending it is, and what that means."""
    words = cast.words
    means = means_words(cast, end.outcome, end.without, broke=end.left)
    if end.outcome == "lopsided" and values and not end.without:
        means = lopsided_words(cast, values)
    outcome = words(f"outcome.{end.outcome}")
    return words("end.outcome", outcome=outcome, means=sentence(means))


def means_words(
    cast: Cast, outcome: Outcome, without: Iterable[str], *, broke: bool = False
) -> str:
    """What such an ending means; without: who had left by then. broke: that was why it ended."""
    words, gone = cast.words, tuple(without)
    if outcome == "broken":
        return words("end.means.broken.left" if broke else "end.means.broken")
    if not gone:
        return words(f"end.means.{outcome}")
    return words(f"end.means.{outcome}.without", parties=cast.parties(gone), n=len(gone))


def lopsided_between(values: Mapping[str, float]) -> tuple[str, str]:
    """The party with most value, and that with least."""
    return max(values, key=values.__getitem__), min(values, key=values.__getitem__)


def lopsided_words(cast: Cast, values: Mapping[str, float]) -> str:
    """For whom there was most in it, and for whom least."""
    most, least = lopsided_between(values)
    key = "end.lopsided" if values[least] > 0 else "end.lopsided.nothing"
    return cast.words(key, most=cast.party(most), least=cast.party(least))
