"""What is always at hand: the brief, the game as it stands, the numbers, and the talk so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from engine.live_play import LivePlay
from engine.play.measures import Gauges
from engine.play.view.heard import Heard
from engine.play.view.records import View
from game.pages.history import numbers_so_far, path_so_far
from game.pages.kinds import Numbers
from game.presenters.briefing import briefing, the_game
from game.presenters.gauges import gauges
from game.presenters.page import Cast, Lines
from game.presenters.talk import talk_so_far
from game.web.markup import fill
from game.web.story import Dials, dials_of


@dataclass(frozen=True, slots=True)
class Hand:
    """What a seat can look up. last: why its numbers moved last; path: its numbers so far."""

    view: View
    last: Numbers | None
    path: tuple[Gauges, ...]
    heard: tuple[Heard, ...]

    @classmethod
    def of(cls, live: LivePlay, seat: str) -> "Hand":
        """What that seat has in its hand now."""
        numbers = numbers_so_far(live, seat)
        last = numbers[-1] if numbers else None
        return cls(live.view(seat), last, path_so_far(live, seat), live.heard(seat))


@dataclass(frozen=True, slots=True)
class Leaf:
    """Something to unfold."""

    id: Literal["numbers", "brief", "game", "talk"]
    title: str
    sign: str
    lines: Lines


def hand_html(cast: Cast, hand: Hand, *, has_numbers: bool = True) -> Markup:
    """What is at hand, folded; the numbers that matter most are in sight."""
    has_numbers = has_numbers and hand.view.gauges is not None
    leaves = [leaf for leaf in _leaves(cast, hand) if has_numbers or leaf.id != "numbers"]
    dials = _dials(cast, hand) if has_numbers else ()
    return fill("hand.html", words=cast.words, dials=dials, leaves=leaves)


def _leaves(cast: Cast, hand: Hand) -> Sequence[Leaf]:
    words, view = cast.words, hand.view
    return (
        Leaf("numbers", words("table.gauges"), "gauge", gauges(cast, view, hand.last)),
        Leaf("brief", words("web.brief"), "role", briefing(cast, view)),
        Leaf("game", words("game.head"), "rule", the_game(cast, view)),
        Leaf("talk", words("web.talk"), "speak", talk_so_far(cast, hand.heard)),
    )


def _dials(cast: Cast, hand: Hand) -> tuple[Dials, ...]:
    now = hand.view.gauges
    if now is None:
        return ()
    path = hand.path or (now,)
    before = path[-2] if len(path) > 1 else path[-1]
    return tuple(dials_of(cast, hand.view, before, now, path))
