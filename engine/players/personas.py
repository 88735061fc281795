"""The personas: people with a way of playing. A persona is a set of leanings, a name and a face.

The leanings are design choices; the literature gives the type, not the numbers. Their common level
is set so that about half of all pairs make something of the care merger, as about half of all
alliances succeed (Bell 2003); see the README for the shares. How leanings
become choices is in `engine.players.strategy`, the same for every persona.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from engine.model.parameters import SHARE, WEIGHT
from engine.scenario.schema import Text
from engine.scenario.vocabulary import Persona as PersonaName

LOG_ODDS = "log-odds"


def lean(low: float, high: float, unit: str, meaning: str) -> Any:
    """A field of a persona: how far it leans, within a range."""
    return field(metadata={"low": low, "high": high, "unit": unit, "source": f"[J] {meaning}"})


@dataclass(frozen=True, slots=True)
class Persona:
    """How somebody plays."""

    name: Text
    text: Text
    source: str

    # at the table
    leaning: float = lean(-2.0, 2.0, LOG_ODDS, "added to cooperating")
    caution: float = lean(-0.5, 0.5, SHARE, "how far confidence must exceed perceived risk")
    mirrors: float = lean(0.0, 3.0, LOG_ODDS, "for each point of the others' tone")
    gives: float = lean(0.0, 1.0, SHARE, "of cooperative moves, trust-building ones")
    guile: float = lean(0.0, 1.0, SHARE, "of opportunistic moves, those that hide what they are")
    holds_grudge: float = lean(0.0, 3.0, LOG_ODDS, "lost after finding the other out")
    paper: float = lean(0.0, 2.0, "score", "pull towards a contract when risk is felt")
    restless: float = lean(0.0, 1.0, SHARE, "how random the choice of move is")
    under_pressure: float = lean(0.0, 4.0, LOG_ODDS, "lost at full pressure")
    repairs: float = lean(0.0, 1.0, SHARE, "of broken promises and discoveries, those it repairs")
    apologises: float = lean(0.0, 1.0, SHARE, "of repairs, apologies rather than denials")
    leaves: float = lean(0.0, 2.0, WEIGHT, "factor on the wish to leave")

    # in reflection
    speaks_up: float = lean(0.0, 1.0, SHARE, "how often it calls a moment when there is reason to")
    opens_up: float = lean(0.0, 1.0, SHARE, "of steps, those taken openly where it is safe")
    dares: float = lean(0.0, 1.0, SHARE, "of open acts, the harder ones")
    blames: float = lean(0.0, 1.0, SHARE, "of closed acts, those that name the other's part")
    reforms: float = lean(0.0, 1.0, SHARE, "how often it puts something on the table")
    goodwill: float = lean(-0.5, 0.5, "worth", "added when judging others' proposals")

    # What a change of the game is worth to it, by what the change brings more of: see TASTES.
    likes: Mapping[str, float] = field(default_factory=dict, hash=False)


# What a persona can like, or dislike: shifts and pulses, two traits, and two chapters.
TASTES = (
    "safety", "understanding", "internal_balance", "pressure", "competition", "exposure",
    "formal_overlap", "detection", "exit_cost", "candour", "guile", "people", "reflection",
)  # fmt: skip
TASTE_RANGE = (-1.0, 1.0)  # weight; [J]


# How far a persona leans each way, by name.
LEANINGS = tuple(each.name for each in fields(Persona) if each.type is float)

PERSONAS: dict[PersonaName, Persona] = {
    "builder": Persona(
        name=Text(nl="de bouwer", en="the builder"),
        text=Text(
            nl="Geeft eerst, rekent later. Wil weten wie er aan de andere kant zit.",
            en="Gives first and does the sums later. Wants to know who is on the other side.",
        ),
        source="Draulans et al. (2003), investing in relations; Mayer et al. (1995), benevolence",
        leaning=1.4, caution=-0.10, mirrors=0.6, gives=0.75, guile=0.05, holds_grudge=0.8,
        paper=0.2, restless=0.30, under_pressure=0.6, repairs=0.8, apologises=0.9, leaves=0.25,
        speaks_up=0.45, opens_up=0.85, dares=0.6, blames=0.1, reforms=0.8, goodwill=0.20,
        likes={"safety": 1.0, "understanding": 1.0, "candour": 1.0, "reflection": 1.0,
               "exit_cost": 0.1, "people": 0.6, "formal_overlap": 0.2},
    ),
    "reciprocator": Persona(
        name=Text(nl="de wederkerige", en="the reciprocator"),
        text=Text(
            nl="Doet wat jij doet, en vergeet niet wat je deed.",
            en="Does what you do, and does not forget what you did.",
        ),
        source="Axelrod (1984), reciprocity; Dal Bó & Fréchette (2011), play after CC and CD",
        leaning=0.9, caution=0.0, mirrors=1.8, gives=0.5, guile=0.15, holds_grudge=1.2,
        paper=0.4, restless=0.25, under_pressure=0.8, repairs=0.6, apologises=0.7, leaves=0.4,
        speaks_up=0.3, opens_up=0.6, dares=0.4, blames=0.35, reforms=0.6, goodwill=0.05,
        likes={"safety": 0.6, "understanding": 0.5, "candour": 0.5, "exit_cost": 0.3,
               "detection": 0.4, "reflection": 0.4, "people": 0.3, "formal_overlap": 0.3},
    ),
    "controller": Persona(
        name=Text(nl="de voorzichtige", en="the cautious one"),
        text=Text(
            nl="Zet alles op papier. Vertrouwt wat ondertekend is.",
            en="Puts everything on paper. Trusts what has been signed.",
        ),
        source="Das & Teng (1998), control as the other road to confidence; Nooteboom (2002)",
        leaning=0.6, caution=0.08, mirrors=0.8, gives=0.3, guile=0.10, holds_grudge=1.6,
        paper=1.6, restless=0.20, under_pressure=0.8, repairs=0.5, apologises=0.5, leaves=0.45,
        speaks_up=0.15, opens_up=0.4, dares=0.3, blames=0.4, reforms=0.7, goodwill=-0.05,
        likes={"formal_overlap": 1.0, "exit_cost": 1.0, "detection": 1.0, "exposure": -0.8,
               "candour": -0.2, "safety": 0.2, "reflection": -0.1, "people": -0.2},
    ),
    "charmer": Persona(
        name=Text(nl="de charmeur", en="the charmer"),
        text=Text(
            nl="Aangenaam gezelschap. Tel je vingers na het handen schudden.",
            en="Pleasant company. Count your fingers after shaking hands.",
        ),
        source="Williamson (1985), self-interest seeking with guile",
        leaning=-0.1, caution=0.05, mirrors=0.5, gives=0.6, guile=0.90, holds_grudge=0.4,
        paper=0.1, restless=0.35, under_pressure=1.5, repairs=0.8, apologises=0.25, leaves=0.3,
        speaks_up=0.15, opens_up=0.55, dares=0.3, blames=0.3, reforms=0.5, goodwill=0.10,
        likes={"detection": -1.0, "exit_cost": -0.8, "candour": 0.5, "exposure": 0.8,
               "guile": 1.0, "safety": 0.4, "people": -0.4, "reflection": -0.2},
    ),
    "divided": Persona(
        name=Text(nl="de verdeelde", en="the divided house"),
        text=Text(
            nl="Zegt vandaag ja. Thuis zegt iemand anders nee.",
            en="Says yes today. At home somebody else says no.",
        ),
        source="Thesis 1 of the paper; Putnam (1988), two-level games",
        leaning=0.7, caution=0.0, mirrors=0.6, gives=0.5, guile=0.25, holds_grudge=0.9,
        paper=0.5, restless=0.9, under_pressure=1.2, repairs=0.5, apologises=0.6, leaves=0.5,
        speaks_up=0.2, opens_up=0.4, dares=0.5, blames=0.5, reforms=0.5, goodwill=-0.10,
        likes={"safety": 0.5, "internal_balance": 1.0, "people": 0.8, "pressure": -0.6,
               "understanding": 0.3},
    ),
    "pressed": Persona(
        name=Text(nl="de opgejaagde", en="the one with the quarter to make"),
        text=Text(
            nl="Kijkt op de klok. Er moet deze maand iets op papier staan.",
            en="Watches the clock. Something has to be on paper this month.",
        ),
        source="Kaats et al. (2005) on competition; the paper on performance pressure",
        leaning=0.5, caution=0.05, mirrors=0.8, gives=0.35, guile=0.45, holds_grudge=1.0,
        paper=0.6, restless=0.35, under_pressure=3.0, repairs=0.4, apologises=0.5, leaves=0.6,
        speaks_up=0.05, opens_up=0.35, dares=0.3, blames=0.6, reforms=0.45, goodwill=-0.05,
        likes={"pressure": -1.0, "formal_overlap": 0.4, "exit_cost": -0.3, "competition": 0.3,
               "reflection": -0.6, "understanding": 0.1},
    ),
}  # fmt: skip
