"""A scenario played for its author: what plays come to, what they never come to, and how often."""

from engine.playtest.findings import Finding, Report, Verdict
from engine.playtest.index import Index, Item, Kind
from engine.playtest.record import OFTEN, RANDOM, Recipe, Sum
from engine.playtest.replaying import choices_in, retell
from engine.playtest.session import STAGES, Playtest, StageOfTest
from engine.playtest.showing import Shown, shown
from engine.playtest.standing import items_on
from engine.playtest.unreached import problems_found

__all__ = [
    "OFTEN",
    "RANDOM",
    "STAGES",
    "Finding",
    "Index",
    "Item",
    "Kind",
    "Playtest",
    "Recipe",
    "Report",
    "Shown",
    "StageOfTest",
    "Sum",
    "Verdict",
    "choices_in",
    "items_on",
    "problems_found",
    "retell",
    "shown",
]
