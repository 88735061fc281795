"""Beards and moustaches, and the words that ask for them."""

from game.drawing.colours import brightness, darker, lighter, mix
from game.drawing.people.hair import Hair
from game.drawing.people.outline import Outline, mirrored
from game.drawing.people.person import Person
from game.drawing.svg import Stop, across

BEARDS: dict[str, tuple[str, ...]] = {
    "stubble": ("stubble", "stoppels", "stoppelbaard"),
    "short": ("short", "kort", "trimmed", "getrimd", "yes", "ja", "true"),
    "full": ("full", "vol", "volle", "long", "lang"),
    "moustache": ("moustache", "mustache", "snor"),
    "goatee": ("goatee", "sik", "sikje", "ringbaard"),
}

_FULL_STRANDS: tuple[tuple[float, float, float, float, float, float, float, float], ...] = (
    (-0.5, 212, -0.42, 226, -0.3, 234, -0.14, 14),
    (-0.2, 216, -0.16, 226, -0.08, 232, 0.02, 12),
    (0.24, 216, 0.24, 226, 0.2, 234, 0.14, 12),
    (0.56, 208, 0.5, 222, 0.42, 230, 0.3, 10),
)


def beard(who: Person) -> str:
    """A beard, to lie on the face under the mouth; nothing without one."""
    if who.beard is None:
        return ""
    hair = Hair(who)
    tone = mix(who.hair, "#4c3b33", 0.12) if brightness(who.hair) < 0.8 else who.hair
    if who.beard == "stubble":
        fill = mix(tone, who.skin, 0.45)
        return hair.shape(*_lower_face(who, 1, 150), fill=fill, opacity=0.42)
    if who.beard == "moustache":
        return _moustache(hair, tone)
    grown = _goatee(hair, tone) if who.beard == "goatee" else _grown(hair, tone)
    return grown + _moustache(hair, tone)


def _moustache(hair: Hair, tone: str) -> str:
    half = mirrored((0, 182), (0.16, 177, 0.36, 182, 0.46, 197), (0.36, 193, 0.18, 191, 0, 190))
    return hair.shape(*half, fill=tone)


def _goatee(hair: Hair, tone: str) -> str:
    chin = hair.who.chin
    tuft = mirrored(
        (0, chin + 9), (0.42, chin + 6, 0.5, 206, 0.42, 192), (0.36, 206, 0.2, 209, 0, 209)
    )
    shade = across(Stop(0, lighter(tone, 0.12)), Stop(100, darker(tone, 0.2)))
    return hair.shape(*tuft, fill=shade)


def _grown(hair: Hair, tone: str) -> str:
    is_full, chin = hair.who.beard == "full", hair.who.chin
    shade = across(Stop(0, lighter(tone, 0.14)), Stop(45, tone), Stop(100, darker(tone, 0.24)))
    body = hair.shape(*_lower_face(hair.who, 20 if is_full else 4, 146), fill=shade, opacity=0.97)
    if not is_full:
        return body
    return body + hair.strands(
        *(((x, y), (*curve, chin + below)) for x, y, *curve, below in _FULL_STRANDS)
    )


def _lower_face(who: Person, drop: float, top: float) -> Outline:
    """The lower face from the sideburns down, open around the mouth."""
    jaw, chin = who.jaw / who.cheek, who.chin
    return mirrored(
        (0, chin + drop), (jaw * 0.3, chin + drop, jaw * 0.66, chin + drop * 0.7, jaw * 0.92, 205),
        (jaw * 1.12, 190, 1.03, 176, 1.0, top), (0.93, 166, 0.86, 184, 0.56, 187),
        (0.4, 180, 0.2, 178, 0, 181),
    )  # fmt: skip
