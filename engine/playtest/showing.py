"""How often plays came to something, and by which play it can be seen: for whoever asks."""

from dataclasses import dataclass

from engine.playtest.findings import Report
from engine.playtest.index import Item
from engine.playtest.record import Recipe


@dataclass(frozen=True)
class Shown:
    """How plays came to an item.

    share: of the plays by personas. a_play: how often in each, on average. choices: the fewest made
    before it, in the play of `recipe`; None where no play came to it.
    """

    item: Item
    share: float
    a_play: float
    most: int
    choices: int | None
    recipe: Recipe | None


def shown(report: Report, number: int) -> Shown:
    """That item, by its number in the index."""
    plays, total = report.personas, report.all
    choices, recipe = total.example.get(number, (None, None))
    of = max(plays.plays, 1)
    return Shown(
        report.trial.index.items[number],
        int(plays.reached[number]) / of,
        int(plays.times[number]) / of,
        int(total.most[number]),
        choices,
        recipe,
    )
