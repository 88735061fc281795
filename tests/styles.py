"""Unbroken styles of play for tests: a party that plays moves of one sort, round after round."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.model.arrays import table_mean
from engine.play.compiled import Bools, CompiledScenario, Floats, Ints
from engine.play.reflection import Held
from engine.play.round import Draw, Played
from engine.play.rows import any_along, join_games
from engine.players import PERSONAS, PersonaPolicy
from engine.players.observation import Observation
from engine.players.utility import Group
from engine.scenario.vocabulary import Persona as PersonaName
from engine.simulate.batch import Plays, Watch, begin_all, cast_of, play_out

# By style: the sort of move it plays, and the persona that sits in its reflection moments.
STYLES: dict[str, tuple[Group, PersonaName]] = {
    "trust-building": (Group.GIVES, "builder"),
    "reciprocal": (Group.RECIPROCATES, "reciprocator"),
    "opportunistic, open": (Group.TAKES, "pressed"),
    "opportunistic, hidden": (Group.HIDES, "charmer"),
}
FAIR: tuple[PersonaName, ...] = ("reciprocator", "builder")


@dataclass(frozen=True)
class StyledPolicy(PersonaPolicy):
    """A persona that plays one sort of move only, and asks for no reflection moment."""

    sort: Group = Group.GIVES

    def _group(self, observation: Observation, luck: Floats) -> Bools:
        kind = self._kind[observation.moves]
        fits = np.broadcast_to(kind == self.sort, observation.legal.shape)
        # Where there is none of its sort it does something reciprocal.
        has_some = any_along(fits & observation.legal, 1)[:, None]
        return np.where(has_some, fits, kind == Group.RECIPROCATES)

    def move(self, observation: Observation, draw: Draw) -> tuple[Ints, Bools]:
        """(G,) a move of its sort, and no call."""
        move, call = super().move(observation, draw)
        return move, np.zeros_like(call)


@dataclass
class Course(Watch):
    """What a watcher notes of many plays: every round and moment, in the order they came."""

    rounds: list[tuple[Plays, Played]] = field(default_factory=list)
    moments: list[tuple[Plays, Held]] = field(default_factory=list)

    def round_played(self, plays: Plays, played: Played) -> None:
        """Keep it."""
        self.rounds.append((plays, played))

    def moment_held(self, plays: Plays, held: Held) -> None:
        """Keep it."""
        self.moments.append((plays, held))


@dataclass(frozen=True)
class Run:
    """Plays of one style against one persona."""

    start: Floats  # (G,) mutual trust before the first choice
    end: Floats  # (G,) and when the play had ended
    begun: Plays
    course: Course

    @property
    def moved(self) -> Floats:
        """(G,) by how many points mutual trust moved."""
        return 100 * (self.end - self.start)


def run(
    compiled: CompiledScenario,
    plays: int,
    style: str | None,
    counterpart: PersonaName,
    *,
    seat: int = 0,
    seed: int = 1,
) -> Run:
    """Those plays: the style on one seat, the counterpart on the others. No style: two personas."""
    games = np.arange(plays)
    seats: list[Any] = [
        PersonaPolicy(compiled, at, PERSONAS[counterpart]) for at in range(compiled.party_count)
    ]
    if style is not None:
        sort, persona = STYLES[style]
        seats[seat] = StyledPolicy(compiled, seat, PERSONAS[persona], sort=sort)
    cast = cast_of(["builder"] * compiled.party_count, plays) * 0
    begun, course = begin_all(compiled, seed, games, cast), Course()
    ended = join_games(tuple(play_out(compiled, begun, seed, course, seats=seats)))
    order = np.argsort(ended.row)
    return Run(
        table_mean(begun.world.alliance.trust),
        table_mean(ended.world.alliance.trust)[order],
        begun,
        course,
    )
