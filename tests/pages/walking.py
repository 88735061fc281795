"""Plays walked page by page, by people who do anything they may."""

import random
from collections.abc import Iterator
from copy import copy
from functools import lru_cache

from engine.live_play import HUMAN, LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.state import Refusal
from game.pages import Page, pages
from tests.playing import random_choice

PERSONA = "reciprocator"


def start(compiled: CompiledScenario, seed: int, *people: str) -> LivePlay:
    """A new play with people on those seats, and a persona on the others."""
    seats = {party: HUMAN if party in people else PERSONA for party in compiled.parties}
    return LivePlay.start(compiled, seed=seed, seats=seats, digest="", source="test")


def as_it_stands(live: LivePlay) -> LivePlay:
    """The play as it is now, to look at while the other goes on."""
    now = copy(live)
    now.steps, now.pending, now.save_to = list(live.steps), dict(live.pending), None
    return now


@lru_cache(maxsize=128)
def walked(
    compiled: CompiledScenario, seed: int, *people: str
) -> tuple[tuple[LivePlay, tuple[Page, ...]], ...]:
    """A whole play with people on those seats: how it stood at each choice, and the pages until
    then. Kept: tests of the same play share it.
    """
    live = start(compiled, seed, *people)
    return tuple((as_it_stands(live), shown) for shown in walk(live, seed))


def pages_of(compiled: CompiledScenario, seed: int, *people: str) -> list[Page]:
    """All pages of that play; kept likewise."""
    return [page for _, shown in walked(compiled, seed, *people) for page in shown]


def walk(live: LivePlay, seed: int) -> Iterator[tuple[Page, ...]]:
    """The pages from each choice to the next, to the end of the play."""
    luck = random.Random(seed)
    while True:
        shown = pages(live)
        yield shown
        if live.is_over:
            return
        seat = live.waiting_for[0]
        answer = live.choose(random_choice(live.compiled, live.state, seat, luck))
        assert not isinstance(answer, Refusal), answer
