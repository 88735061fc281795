"""The moves and plays that the tests of the model share."""

import numpy as np
from numpy.typing import NDArray

from engine.model.bare import Repertoire
from engine.scenario.vocabulary import KINDS

Floats = NDArray[np.float64]


def traits(kind: str) -> Floats:
    """(8,) the traits of a kind of move."""
    return np.array(KINDS[kind].traits)


def _moves(*kinds: str) -> Floats:
    return np.array([KINDS[kind].traits for kind in kinds])


REPERTOIRE = Repertoire(
    cooperative=_moves("share", "invest", "concede"),
    claiming=_moves("claim", "hold"),
    guileful=_moves("bluff", "poach"),
    formalising=_moves("formalise"),
)
