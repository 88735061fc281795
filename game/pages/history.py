"""What a seat has seen of its own numbers so far."""

from engine.live_play import LivePlay
from engine.play.measures import Gauges
from game.pages.kinds import Numbers


def numbers_so_far(live: LivePlay, seat: str) -> tuple[Numbers, ...]:
    """Every change of that seat's numbers, the last one last."""
    return tuple(e for e in live.heard(seat) if isinstance(e, Numbers))


def path_so_far(live: LivePlay, seat: str) -> tuple[Gauges, ...]:
    """That seat's numbers from the start; nothing before the first was measured."""
    numbers = numbers_so_far(live, seat)
    return (*(each.before for each in numbers[:1]), *(each.after for each in numbers))
