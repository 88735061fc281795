"""The headscarf that covers the hair."""

from game.drawing.colours import darker, lighter
from game.drawing.people.hair import Hair, Layers
from game.drawing.people.outline import mirrored
from game.drawing.people.person import Person
from game.drawing.svg import Paint, Stop, across, path


def headscarf(who: Person, colour: str) -> Layers:
    """A scarf around the face, its ends over the shoulders."""
    hair = Hair(who)
    dark, light = darker(colour, 0.26), lighter(colour, 0.2)
    cloth = across(Stop(0, light), Stop(40, colour), Stop(100, dark))
    back = mirrored(
        (0, 42), (1.0, 42, 1.3, 86, 1.28, 146), (1.26, 200, 1.5, 240, 1.7, 282), (-1.7, 282)
    )
    return Layers(
        back=hair.shape(*back, fill=dark),
        mid=_drape(hair, cloth, dark, light),
        front=_hood(hair, cloth) + _folds(hair, dark, light),
    )


def _drape(hair: Hair, cloth: Paint, dark: str, light: str) -> str:
    drawn = hair.shape(
        (-1.1, 170), (-1.24, 216, -1.7, 240, -1.86, 284), (-1.5, 322, -0.6, 336, 0.1, 334),
        (1.0, 330, 1.6, 314, 1.86, 284), (1.7, 240, 1.24, 216, 1.1, 170),
        fill=cloth,
    )  # fmt: skip
    for start, curve, tone in (
        ((-1.0, 212), (-0.7, 262, 0.2, 290, 0.9, 300), dark),
        ((-1.3, 240), (-0.9, 290, -0.1, 314, 0.5, 318), dark),
        ((0.9, 216), (0.7, 250, 0.2, 274, -0.3, 282), light),
        ((1.3, 236), (1.2, 270, 0.8, 292, 0.4, 302), dark),
    ):
        drawn += hair.stroke((start, curve), tone, 2.6, 0.55)
    return drawn


def _hood(hair: Hair, cloth: Paint) -> str:
    jaw, chin = hair.who.jaw / hair.who.cheek, hair.who.chin
    outer = mirrored(
        (0, 40), (1.0, 40, 1.34, 90, 1.24, 160), (1.24, 200, 0.9, 236, 0.3, 246),
        (0.1, 248, -0.1, 248, -0.3, 246),
    )  # fmt: skip
    face = mirrored(
        (0, 92), (0.6, 92, 0.9, 112, 0.93, 146), (0.94, 172, jaw * 0.98, 190, jaw * 0.78, 204),
        (0.4, chin - 1, 0.2, chin + 1, 0, chin + 1),
    )  # fmt: skip
    return path(hair.d(outer) + hair.d(face), cloth, has_holes=True)


def _folds(hair: Hair, dark: str, light: str) -> str:
    hem = ((-0.96, 150), (-0.94, 106, -0.6, 88, 0, 88), (0.6, 88, 0.94, 106, 0.96, 150))
    drawn = hair.stroke(hem, light, 2.4, 0.5)
    for start, curve, tone, width, opacity in (
        ((-0.6, 60), (-0.9, 76, -1.08, 104, -1.1, 150), dark, 2.2, 0.4),
        ((0.3, 50), (0.8, 66, 1.1, 100, 1.12, 156), dark, 2.6, 0.5),
        ((0.0, 52), (0.6, 62, 0.96, 90, 1.02, 126), light, 2.0, 0.35),
    ):
        drawn += hair.stroke((start, curve), tone, width, opacity)
    return drawn
