"""Every problem of a file: the engine's, and those that only the drawings know of."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.scenario.advice import Problem, listed, nearest_of
from engine.scenario.load import Loaded
from engine.scenario.schema import Decor, Looks, Occasion
from game.drawing.backdrops import BACKDROPS
from game.drawing.looks import LOOK_FIELDS, look_words, unknown_looks
from game.drawing.props import PROP_KINDS, asked_for

_SOME = 12  # words that are named as examples


def problems_of(path: Path, loaded: Loaded) -> Iterator[Problem]:
    """Every problem of a file, with those that only the drawings know of."""
    yield from loaded.problems
    yield from loaded.placed(_undrawn(path, loaded))


def _undrawn(path: Path, loaded: Loaded) -> Iterator[Problem]:
    """Words without a drawing of their own, and where they are."""
    for typed in loaded.source.all() if loaded.source is not None else ():
        written = getattr(typed.node, "value", None)
        if not isinstance(written, str):
            continue
        if (typed.owner, typed.field) == (Decor, "backdrop") and written not in BACKDROPS:
            known = _known(written, tuple(BACKDROPS))
            yield Problem("unknown-backdrop", typed.node.mark, known, str(path))
        elif (typed.owner, typed.field) == (Occasion, "drawing") and asked_for(written) is None:
            known = _known(written, PROP_KINDS)
            yield Problem("unknown-drawing", typed.node.mark, known, str(path))
        elif typed.owner is Looks and typed.field in LOOK_FIELDS:
            for field, word in unknown_looks(Looks.model_validate({typed.field: written})):
                some = ", ".join(look_words(field)[:_SOME])
                about: dict[str, str | int] = {"field": field, "word": word, "some": some}
                yield Problem("unknown-looks", typed.node.mark, about, str(path))


def _known(written: str, drawn: Sequence[str]) -> dict[str, str | int]:
    return {"written": written, "known": listed(drawn), **nearest_of(written, drawn)}
