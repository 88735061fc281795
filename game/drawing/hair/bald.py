"""No hair on top; past 45 the shade of some above the ears."""

from game.drawing.colours import mix
from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import shine
from game.drawing.people.outline import on_side


@hair_style("bald", "kaal", build="firm")
def bald(hair: Hair) -> Layers:
    """A bare crown."""
    rim = (
        (1.0, 152), (1.07, 138, 1.05, 122, 0.985, 116), (0.93, 122, 0.94, 140, 1.0, 152),
    )  # fmt: skip
    shade = mix(hair.base, hair.who.skin, 0.55)
    drawn = (hair.shape(*on_side(side, rim), fill=shade, opacity=0.9) for side in (-1, 1))
    return Layers(front=("".join(drawn) if hair.who.age > 45 else "") + shine(hair))
