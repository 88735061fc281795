"""Hair pulled back into a ponytail."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import pulled_back


@hair_style("ponytail", "paardenstaart", "staart", build="soft")
def ponytail(hair: Hair) -> Layers:
    """The tail hangs behind one shoulder."""
    tail = hair.shape(
        (0.9, 96), (1.6, 84, 1.86, 140, 1.62, 190), (1.5, 224, 1.62, 262, 1.36, 300),
        (1.4, 262, 1.1, 240, 1.14, 200), (1.2, 160, 1.2, 130, 0.9, 122),
        fill=hair.fall,
    )  # fmt: skip
    tail += hair.strands(
        ((1.1, 102), (1.56, 116, 1.56, 164, 1.42, 204), (1.34, 234, 1.46, 262, 1.38, 290)),
        ((1.1, 112), (1.4, 130, 1.36, 176, 1.28, 206)),
    )
    return Layers(back=tail, front=pulled_back(hair))
