"""What the parties could have reached: many talks with the luck of one play, and their edge.

All talks have the luck of the play, down to each event and each lie that comes out. What differs is
who sits there: people drawn at random, within the ranges that personas have. To look for better
talks near the best so far found little more than as many drawn afresh. The edge is that of these
talks: other people might get beyond it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.model.chance import Purpose, uniform
from engine.play.compiled import CompiledScenario
from engine.play.rows import join_games
from engine.players import PERSONAS, Persona, PersonaPolicy
from engine.players.personas import LEANINGS
from engine.simulate import begin_all, play_out

Floats = NDArray[np.float64]
End = tuple[float, float]

# A design choice: about a second of work. The edge of six times as many encloses a fifth more.
TALKS = 500

_NAMED = tuple(PERSONAS.values())
_RANGES = [each.metadata for each in fields(Persona) if each.name in LEANINGS]
_LOWS = np.array([each["low"] for each in _RANGES])
_HIGHS = np.array([each["high"] for each in _RANGES])


@dataclass(frozen=True, slots=True)
class Reach:
    """What each party had at the end of many talks with the same luck.

    ends: by talk, the value of each party, in the order of `parties`.
    """

    parties: tuple[str, ...]
    ends: tuple[tuple[float, ...], ...]

    def between(self, one: str, other: str) -> tuple[End, ...]:
        """What those two had, by talk."""
        i, j = self.parties.index(one), self.parties.index(other)
        return tuple((end[i], end[j]) for end in self.ends)

    def edge(self, one: str, other: str) -> tuple[End, ...]:
        """The ends of talks that no other was better than for both of them."""
        return edge_of(self.between(one, other))


def edge_of(ends: Sequence[End]) -> tuple[End, ...]:
    """Those where nobody has more for the one and no less for the other, nor the other way round.

    In the order of the one's value, the least first.
    """
    found: list[End] = []
    for end in sorted(set(ends), reverse=True):
        if not found or end[1] > found[-1][1]:
            found.append(end)
    return tuple(reversed(found))


def reach(compiled: CompiledScenario, seed: int, game: int = 0, talks: int = TALKS) -> Reach:
    """What so many talks with the luck of that play came to."""
    numbers, rounds = np.arange(talks), np.zeros(talks, dtype=np.int64)
    lanes = compiled.party_count * (len(LEANINGS) + 1)
    drawn = uniform(seed, numbers, rounds, Purpose.PERSONA, lanes)
    people = drawn.reshape(talks, compiled.party_count, -1)
    seats = [_seat(compiled, at, people[:, at]) for at in range(compiled.party_count)]
    cast = np.repeat(numbers.astype(np.int32)[:, None], compiled.party_count, axis=1)
    begun = begin_all(compiled, seed, np.full(talks, game, dtype=np.uint64), cast)
    ended = join_games(tuple(play_out(compiled, begun, seed, seats=seats)))
    values: Floats = ended.world.alliance.value[np.argsort(ended.row)]
    return Reach(compiled.parties, tuple(tuple(map(float, row)) for row in values))


def _seat(compiled: CompiledScenario, party: int, drawn: Floats) -> PersonaPolicy:
    """The seat of a party, for the people (talks, leanings and whose likes) drawn for it."""
    one, *others = (_person(each) for each in drawn)
    return PersonaPolicy(compiled, party, one, tuple(others))


def _person(drawn: Floats) -> Persona:
    """Somebody with those leanings, each a share of its range, and the likes of a persona."""
    leanings = (float(each) for each in _LOWS + drawn[:-1] * (_HIGHS - _LOWS))
    known = _NAMED[int(drawn[-1] * len(_NAMED))]
    changed: dict[str, Any] = dict(zip(LEANINGS, leanings, strict=True))
    return replace(known, **changed)
