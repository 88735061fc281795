"""What an editor is told about the format: in the reader's language, and with what can be drawn."""

from collections.abc import Mapping, Sequence

from engine.players import PERSONAS
from engine.scenario.for_editors import Explained
from game.drawing.backdrops import BACKDROPS
from game.drawing.looks import LOOK_FIELDS, look_words
from game.drawing.props import PROP_KINDS
from game.words import Words

_PERSONAS = {str(name): persona.text for name, persona in PERSONAS.items()}
# Where the words of a list have a name already; those of the others are in the words of the format.
_NAMED = {
    "form": "form", "stance": "stance", "chapter": "chapter", "outcome": "outcome",
    "option": "option", "cause": "scene.cause", "reply": "scene.reply",
    "response": "scene.response", "language": "language", "hour": "hour", "weather": "weather",
}  # fmt: skip


def explained_in(words: Words) -> Explained:
    """The explanations in that language."""

    def of_part(part: str) -> str:
        return words(f"format.{part}")

    def of_field(owners: Sequence[str], field: str) -> str:
        keys = [f"format.{owner}.{field}" for owner in owners]
        return words(next(filter(words.has, keys), f"format.{field}"))

    def of_value(words_of: str, value: str) -> str:
        if words_of == "persona":
            return words.of(_PERSONAS[value])
        return words(f"{_NAMED.get(words_of, f'format.{words_of}')}.{value}")

    return Explained(of_part, of_field, of_value, _drawn())


def _drawn() -> Mapping[str, Sequence[str]]:
    looks = {field: look_words(field) for field in LOOK_FIELDS}
    return {"backdrop": tuple(BACKDROPS), "drawing": PROP_KINDS, **looks}
