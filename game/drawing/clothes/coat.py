"""A white coat, of a doctor or a laboratory."""

from game.drawing.chance import chosen
from game.drawing.colours import mix
from game.drawing.people.outfit import (
    Outfit,
    collar,
    garment,
    lapels,
    seam,
    shirt_front,
    torso,
    vee,
)
from game.drawing.people.person import CX
from game.drawing.svg import rect


@garment("coat", "lab", "doctor", "doktersjas", "labjas", "stofjas", colours=("#f1f0ec",))
def coat(o: Outfit) -> str:
    """Shirt, coat, and a pen in its pocket."""
    shirt = o.second or chosen(o.seed, "shirt", ("#a8c4da", "#b7c7b2", "#d4b8b3"))
    drawn = shirt_front(shirt) + collar(shirt) + torso(o, vee(366)) + lapels(o, 366, 22)
    drawn += rect(CX + 48, 336, 32, 38, mix(o.colour, o.dark, 0.3), 3)
    return drawn + seam("#2d5f8a", 3.4, 1, (58, 324), (58, 344))
