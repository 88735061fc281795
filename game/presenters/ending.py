"""How it ended, without a score."""

from collections.abc import Mapping

from engine.play.view.records import EndingSeen
from game.presenters.page import Cast, Line, Lines


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


def outcome_words(cast: Cast, end: EndingSeen, values: Mapping[str, float] | None = None) -> str:
    """What kind of ending it is, and what that means."""
    words = cast.words
    means = words(f"end.means.{end.outcome}")
    if end.outcome == "lopsided" and values:
        most, least = max(values, key=values.__getitem__), min(values, key=values.__getitem__)
        means = words("end.lopsided", most=cast.party(most), least=cast.party(least))
    return words("end.outcome", outcome=words(f"outcome.{end.outcome}"), means=means)
