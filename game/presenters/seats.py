"""Who sat where, and who wrote it."""

from collections.abc import Mapping

from engine.players import PERSONAS
from engine.scenario.schema import Scenario
from game.presenters.page import Cast, Line, Lines
from game.words import Words


def seats_told(cast: Cast, seats: Mapping[str, str]) -> str:
    """Each party with the persona or the person that played it."""
    words, by_name = cast.words, {name: persona.name for name, persona in PERSONAS.items()}
    named = [
        words(
            "story.seat",
            party=cast.party(party),
            persona=words.of(by_name[name]) if name in by_name else words("human"),
        )
        for party, name in seats.items()
    ]
    return words.all_of(named)


def credits_told(words: Words, scenario: Scenario) -> Lines:
    """Who wrote it, where the author says so."""
    if scenario.credits is None:
        return ()
    return (Line("detail", words("scenario.credits", credits=scenario.credits)),)
