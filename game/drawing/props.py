"""Things on the table, recognised by the words of their names: drawings in `assets/props`.

The <svg> element of each says which words ask for it (`data-words`, Dutch and English, apart from
its own name), what shadow it throws (`data-shadow`: half its width and how low it lies) and, of
what there may be several, which colours are its cloth (`data-cloth`) and where its number stands
(`data-number`: the middle, the width and the height).
"""

from functools import cache, partial

from game.drawing.colours import Tone, at_dusk, brightness, lighter
from game.drawing.digits import plate
from game.drawing.files import asset, names
from game.drawing.people.words import pieces
from game.drawing.svg import document, glow, recoloured

SIZE = 120  # units, both ways
PROP_KINDS: tuple[str, ...] = names("props")
_PLAIN = "card"  # for a name that says nothing
_DUSK = 0.2
# Design choice: the cloth of the first of a kind is as it was drawn, that of the next in these.
_DYES = ("#6d3b43", "#3f5f4a", "#8a6a34", "#574a78", "#4a5560", "#7a4f2e", "#2f6470")


@cache
def _kinds() -> dict[str, str]:
    """The drawing by each word that asks for it."""
    found: dict[str, str] = {}
    for kind in PROP_KINDS:
        for word in (kind, *asset("props", kind).notes["words"].split()):
            if found.setdefault(word, kind) != kind:
                raise ValueError(f'"{word}" asks for both {found[word]} and {kind}')
    return found


def prop_kind(name: str) -> str:
    """The drawing that suits a name such as `bank-letter`; `card` for a name that says nothing."""
    return asked_for(name) or _PLAIN


def asked_for(name: str) -> str | None:
    """The drawing that a name asks for; None where it says nothing that can be drawn.

    The whole name comes first (`flip-chart`, a board), then the last word that is known: a letter
    box is a box. Words may be joined: `planbord` ends in `bord`.
    """
    whole = list(pieces(name))[::-1]
    words = [part for word in whole for part in word.split("-")[::-1]]
    exact = next((_kinds()[word] for word in (*whole, *words) if word in _kinds()), None)
    return exact or next(filter(None, map(_by_ending, words)), None)


def _by_ending(word: str) -> str | None:
    """The drawing of the longest known word that it ends in, a plural or not."""
    stems = (word, word.removesuffix("s"))
    ends = [known for known in _kinds() if len(known) > 2 and any(s.endswith(known) for s in stems)]
    return _kinds()[max(ends, key=len)] if ends else None


def _dyed(cloth: list[str], dye: str, colour: str) -> str:
    """The colour, or that of the dye, as light or dark beside it as it was beside the others."""
    if colour not in cloth:
        return colour
    apart = brightness(colour) - min(map(brightness, cloth))
    return lighter(dye, apart) if apart else dye


def prop_svg(name: str, tone: Tone = "light", number: int = 0, *, is_numbered: bool = True) -> str:
    """A thing from its name, 120 units square. number: of several, from 1, by which they are told
    apart; 0 for a thing by itself. is_numbered: it is written on it, not only seen by its cloth.
    """
    content, notes = asset("props", prop_kind(name))
    if number > 1 and (cloth := notes.get("cloth")):
        content = recoloured(
            content, partial(_dyed, cloth.split(), _DYES[(number - 2) % len(_DYES)])
        )
    if number and is_numbered and (place := notes.get("number")):
        content += plate(number, *map(float, place.split()))
    if tone == "dark":
        content = recoloured(content, partial(at_dusk, depth=_DUSK))
    width, low = map(float, notes["shadow"].split())
    return document(SIZE, SIZE, glow(60, low, width * 1.35, 12, "#1c140c", 0.42), content)
