"""Many plays at once: the batch, and what is counted over it."""

from engine.simulate.batch import (
    Plays,
    Turn,
    Watch,
    begin_all,
    cast_of,
    continue_each,
    follow,
    play_on,
    play_out,
    simulate,
)
from engine.simulate.figures import CHAPTERS
from engine.simulate.figures import figures as figures_of
from engine.simulate.interval import Difference, difference
from engine.simulate.plan import CHUNK, Plan, castings_of
from engine.simulate.routes import Routes, routes_of
from engine.simulate.run import EngineProblem, cluster_tallies, tallies
from engine.simulate.tally import Tally, nothing

__all__ = [
    "CHAPTERS",
    "CHUNK",
    "Difference",
    "EngineProblem",
    "Plan",
    "Plays",
    "Routes",
    "Tally",
    "Turn",
    "Watch",
    "begin_all",
    "cast_of",
    "castings_of",
    "cluster_tallies",
    "continue_each",
    "difference",
    "figures_of",
    "follow",
    "nothing",
    "play_on",
    "play_out",
    "routes_of",
    "simulate",
    "tallies",
]
