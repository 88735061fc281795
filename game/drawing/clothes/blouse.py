"""A blouse with a soft, open collar."""

from game.drawing.colours import mix
from game.drawing.people.outfit import BOTTOM, Outfit, garment, seam, surface, torso, vee
from game.drawing.people.outline import on_side
from game.drawing.people.person import CX
from game.drawing.svg import line, points


@garment("blouse", "bloes", "top", colours=("#ece1cb", "#b98f9b", "#7f9fb4"), build="soft")
def blouse(o: Outfit) -> str:
    """The body, the collar and a few folds."""
    wing = (
        (46, 246), (34, 268, 16, 290, 0, 308), (22, 306), (40, 296, 54, 278, 58, 262),
    )  # fmt: skip
    drawn = torso(o, vee(306))
    for s in (-1, 1):
        fill = o.light if s < 0 else mix(o.colour, o.dark, 0.35)
        drawn += surface(*on_side(s, wing), fill=fill)
    for x in (-58, -30, 30, 58):
        drawn += line(
            f"M{points(CX + x, 330)}q{points(x * 0.06, 26, x * 0.02, 54)}", o.dark, 1.5, 0.4
        )
    return drawn + seam(o.dark, 1.4, 0.5, (0, 308), (0, BOTTOM))
