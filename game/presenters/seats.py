"""Who sat where."""

from collections.abc import Mapping

from engine.players import PERSONAS
from game.presenters.page import Cast


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
