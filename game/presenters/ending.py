"""How it ended, without a score."""

from engine.play.seen import EndingSeen
from game.presenters.page import Cast, Line, Lines


def ending(cast: Cast, end: EndingSeen) -> Lines:
    """The ending in the author's words, and what kind of ending that is."""
    words = cast.words
    outcome = words(f"outcome.{end.outcome}")
    means = words(f"end.means.{end.outcome}")
    return (
        Line("heading", words("end.head", title=words.of(end.title))),
        Line("told", words.of(end.text)),
        Line("note", words("end.outcome", outcome=outcome, means=means)),
    )
