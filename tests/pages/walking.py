"""Plays walked page by page, by people who do anything they may."""

import random
from collections.abc import Iterator

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
