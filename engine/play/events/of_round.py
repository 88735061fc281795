"""What happened in a round, in full."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np

from engine.model.records import replace
from engine.play.circumstances import limited
from engine.play.compiled import Bools, CompiledScenario
from engine.play.events.kinds import (
    Discovered,
    Event,
    Exchanged,
    Measured,
    MomentCalled,
    MoveMade,
    OwnedUp,
    Place,
    Predicted,
    Reason,
    Repaired,
    ScriptEventOccurred,
    Spoken,
    Suspected,
    WalkedOut,
)
from engine.play.events.place import lead_address, pairs, place_of
from engine.play.events.telling import Teller
from engine.play.measuring import measure
from engine.play.presence import is_broken_off
from engine.play.round import GUILE, Played
from engine.play.state import NOBODY, MoveChoice, State, World
from engine.scenario.schema import Answer, AnswerTo, Occasion


def round_events(
    compiled: CompiledScenario,
    state: State,
    choices: list[MoveChoice],
    world: World,
    played: Played,
) -> Iterator[Event]:
    """The events of a round, in the order in which they happened. world: after the round."""
    told = _Round(compiled, state, choices, world, played)
    yield from told.predictions()
    yield from told.moves()
    yield from told.calls()
    yield from told.leaving()
    yield from told.owned_up()
    yield from told.noticed()
    yield from told.exchanges()
    yield from told.script_events()
    yield from told.brought_out()
    yield told.measured()


@dataclass(frozen=True)
class _Round:
    compiled: CompiledScenario
    state: State
    choices: list[MoveChoice]
    world: World
    played: Played

    @cached_property
    def place(self) -> Place:
        return place_of(self.compiled, self.state)

    @cached_property
    def teller(self) -> Teller:
        return Teller(self.compiled, self.state, self.world)

    @cached_property
    def talk(self) -> Teller:
        """For what is said with the moves: what the script brings in this round is told later."""
        return self.teller.as_of(as_talked(self.state.world, self.world, self.played))

    @cached_property
    def talk_after(self) -> Teller:
        """The same, for what those say who have not just left."""
        return self.talk.without(self.world.left[0])

    @cached_property
    def _is_broken_off(self) -> bool:
        return bool(is_broken_off(self.compiled, self.world.left)[0])

    @property
    def _in_order(self) -> list[tuple[int, MoveChoice]]:
        """The choices, each with the index of its party."""
        return [(self.compiled.parties.index(each.party), each) for each in self.choices]

    @property
    def parties(self) -> tuple[str, ...]:
        return self.compiled.parties

    def predictions(self) -> Iterator[Predicted]:
        for choice in self.choices:
            for each in choice.predictions:
                yield Predicted(self.place, choice.party, each.about, each.stance, each.probability)

    def moves(self) -> Iterator[MoveMade]:
        compiled, result, moves = self.compiled, self.played.round, self.played.move
        traits = limited(compiled, self.state.world, compiled.traits[moves])
        for at, choice in self._in_order:
            written, vetoed = compiled.scenario.moves[choice.move], bool(result.vetoed[0, at])
            is_made = bool(self.played.made[0, at])
            to = int(compiled.partner[at, moves[0, at]])
            hands = written.hands_over and is_made and to != NOBODY
            yield MoveMade(
                self.place,
                party=choice.party,
                move=choice.move,
                stance=written.stance,
                face=written.face_stance,
                guile=bool(traits[0, at, GUILE] > 0),
                slipped=bool(result.slipped[0, at]),
                vetoed=vetoed,
                used_up=written.needs if written.uses_up and is_made else None,
                handed=written.needs if hands else None,
                handed_to=compiled.parties[to] if hands else None,
                again=self._was_seen(at, int(moves[0, at])),
            )

    def _was_seen(self, party: int, move: int) -> bool:
        """Whether everybody who is still there saw that party do what looks like this before.

        It goes by what is seen: by the move itself, two that look alike could be told apart.
        """
        before, moves = self.state.world, self.compiled.scenario.moves
        faces = [moves[name].face_of(party) for name in self.compiled.moves]
        alike = np.array([face == faces[move] for face in faces])
        if not self.compiled.has_rooms:
            return bool((before.used[0, party] & alike).any())
        return bool(((before.seen[0, :, party] & alike).any(axis=1) | before.left[0]).all())

    def calls(self) -> Iterator[MomentCalled]:
        if self._is_broken_off:
            return  # it does not come to a moment any more
        callers = [at for at, each in self._in_order if each.call and not self.world.left[0, at]]
        costs = self.world.calls[0] > self.state.world.calls[0]
        for at in callers:
            party, alone = self.parties[at], len(callers) == 1
            yield MomentCalled(self.place, party, alone, spared=not costs[at])

    def leaving(self) -> Iterator[WalkedOut]:
        for at, choice in self._in_order:
            if self.world.left[0, at]:
                yield WalkedOut(self.place, choice.party, goes_on=not self._is_broken_off)

    def owned_up(self) -> Iterator[OwnedUp]:
        """What each tells itself of what it had hidden, before anybody notices anything."""
        for i, j, to, of in pairs(self.parties):
            if moves := named(self.compiled, self.played.told[0, i, j]):
                yield OwnedUp(self.place, of, to, moves)

    def noticed(self) -> Iterator[Event]:
        """What each party makes of what the others did."""
        result = self.played.round
        for i, j, by, of in pairs(self.parties):
            if result.discovered[0, i, j]:
                yield self._discovered((i, j), self.played.found, "move")
            if result.suspected[0, i, j]:
                yield Suspected(self.place, by, of)
            if self._is_between(i, j) and (kind := self._repair(of)) is not None:
                change = float(result.repaired[0, i, j])
                yield Repaired(self.place, of, by, kind, change)

    def _discovered(
        self, pair: tuple[int, int], moves: Bools, how: Literal["move", "event"]
    ) -> Discovered:
        return discovered(self.compiled, self.place, pair, moves, self.state.world, how)

    def _is_between(self, i: int, j: int) -> bool:
        """Whether both still have to do with each other, or it ended in this round for all."""
        left = self.state.world.left if self._is_broken_off else self.world.left
        return not left[0, [i, j]].any()

    def _repair(self, party: str) -> Literal["apology", "denial"] | None:
        (choice,) = (each for each in self.choices if each.party == party)
        move = self.compiled.moves.index(choice.move)
        kinds: tuple[Literal["apology", "denial"] | None, ...] = (None, "apology", "denial")
        return kinds[int(self.compiled.repair[move])]

    def exchanges(self) -> Iterator[Exchanged]:
        """Move by move what is said about it; each party opens in its turn, round by round.

        Whoever goes outside for a move says so after the others, whom they may have answered, and
        whoever walks out has the last word: nobody speaks to an empty chair.
        """
        first = int(self.state.world.round[0]) % len(self.parties)
        in_turn = (*range(first, len(self.parties)), *range(first))
        choices = dict(self._in_order)
        here = (at for at in in_turn if at in choices)

        def goes(at: int) -> tuple[bool, bool]:
            apart = self.compiled.scenario.moves[choices[at].move].apart
            return bool(self.world.left[0, at]), bool(apart)

        for at in sorted(here, key=goes):
            lines = tuple(self._exchange(choices[at]))
            if lines:
                yield Exchanged(self.place, choices[at].party, lines)

    def _exchange(self, choice: MoveChoice) -> Iterator[Spoken]:
        """What whoever makes the move says, who answers, and the last word."""
        at = self.compiled.parties.index(choice.party)
        if self.played.round.vetoed[0, at]:
            return  # what is said with a move would presume that it was made
        if (said := self._said_with(choice)) is not None:
            yield said
        if self._is_broken_off or self.world.left[0, at]:
            return  # nobody answers somebody who walks out
        talk = self.talk_after.among(choice.party)
        for answer in answers_to(self.compiled, self.place.phase, choice.party, choice.move):
            if (said := talk.line(answer)) is not None:
                yield said
                yield from talk.lines(answer.then)
                return

    def _said_with(self, choice: MoveChoice) -> Spoken | None:
        written, talk = self.compiled.scenario.moves[choice.move], self.talk.among(choice.party)
        for line in written.lines:
            if line.party == choice.party and (said := talk.line(line)) is not None:
                return said
        lead = lead_address(self.compiled, choice.party, self.state.world)
        return self.talk.words(lead, written.say or ())

    def script_events(self) -> Iterator[ScriptEventOccurred]:
        for at, name in enumerate(self.compiled.events):
            if self.played.occurred[0, at]:
                whom = int(self.world.befell[0, at])
                written = self.compiled.scenario.script.events[name]
                yield ScriptEventOccurred(
                    self.place,
                    event=name,
                    party=self.parties[whom] if whom < len(self.parties) else None,
                    lines=self.teller.as_of(taking_leave(self.compiled, self.world, written))
                    .without(self.world.left[0])
                    .lines(written.say),
                    adopted=written.adopts,
                    dropped=written.takes_away,
                )

    def brought_out(self) -> Iterator[Discovered]:
        """What an event of the script brought to light from earlier rounds and from this one."""
        for i, j, *_ in pairs(self.parties):
            if self.played.surfaced[0, i, j]:
                yield self._discovered((i, j), self.played.came_out, "event")

    def measured(self) -> Measured:
        return Measured(
            self.place,
            before=measure(self.compiled, self.state.world),
            after=measure(self.compiled, self.world, self.played.round.payoff),
            reasons=self._reasons(),
        )

    def _reasons(self) -> dict[str, dict[str, dict[Reason, float]]]:
        result: dict[str, dict[str, dict[Reason, float]]] = {}
        for i, j, by, of in pairs(self.parties):
            parts = self._parts_of_trust(i, j)
            result.setdefault(by, {})[of] = parts
        return result

    def _parts_of_trust(self, i: int, j: int) -> dict[Reason, float]:
        """Why i's trust in j moved; but for `masked` the parts add up to the change."""
        played, brought = self.played, self.played.round
        at = (0, i, j)
        talked, felt, repaired = (
            float(part[at]) for part in (brought.talked, brought.learned, brought.repaired)
        )
        called = float(played.talked.trust[at] - played.before.trust[at])
        moved = float(played.after.trust[at] - played.talked.trust[at])
        parts: list[tuple[Reason, float]] = [
            ("talk", called + talked),
            (self._what_was_felt(i, j), felt),
            ("repair", repaired),
            ("own", moved - talked - felt - repaired),
            (self._what_befell(i, j), float(played.befallen.trust[at] - played.after.trust[at])),
            ("masked", float(brought.masked[at])),
        ]
        return added_up(parts)

    def _what_was_felt(self, i: int, j: int) -> Reason:
        if self.played.round.discovered[0, i, j]:
            return "discovery"
        return "suspicion" if self.played.round.suspected[0, i, j] else "experience"

    def _what_befell(self, i: int, j: int) -> Reason:
        """What weighs most of the events of the round."""
        if self.played.surfaced[0, i, j]:
            return "discovery"
        happened = zip(self.compiled.events, self.played.occurred[0], strict=True)
        written = self.compiled.scenario.script.events
        leaves = any(occurred and written[name].is_departure for name, occurred in happened)
        return "newcomer" if leaves else "event"


def as_talked(before: World, after: World, played: Played) -> World:
    """The worlds by which people talk of the moves of a round, before what the script then brings.

    What comes out in the round, whoever finds it out hears only after the talk; and what is told
    with a move, those who answer it may have known before or not. before, after: the round.
    """
    return replace(
        after,
        happened=before.happened, befell=before.befell, in_force=before.in_force,
        found=before.found, last_discovered=played.round.discovered,
    )  # fmt: skip


def taking_leave(compiled: CompiledScenario, world: World, event: Occasion) -> World:
    """The worlds by which people talk of an event: whoever leaves is still there to say goodbye."""
    if event.leaves is None:
        return world
    in_force = world.in_force.copy(order="K")
    in_force[:, compiled.find_element(event.leaves)] = True
    return replace(world, in_force=in_force)


def answers_to(compiled: CompiledScenario, phase: str, party: str, move: str) -> Iterator[Answer]:
    """What others may say to that move of that party: to it in this phase, to it anywhere, to any
    such.
    """
    script, written = compiled.scenario.script, compiled.scenario.moves[move]

    def follows(answer: AnswerTo) -> bool:
        to = answer.follows
        is_it = not to.is_ or move in to.is_
        looks_so = to.stance in (None, written.face_stance)
        return to.of in (None, party) and is_it and looks_so

    here = filter(follows, script.phases[phase].answers)
    anywhere = filter(follows, script.answers)
    for answer in (*here, *written.answers, *anywhere):
        # Who is asked answers; a third only where the author means what is said to that one.
        asked = written.at in (None, answer.party) or _is_about_two(answer)
        if answer.party != party and asked:
            yield answer


def _is_about_two(answer: Answer) -> bool:
    return isinstance(answer, AnswerTo) and answer.follows.at is not None


# A part smaller than this is left of adding floating-point numbers, and is nothing.
_NOTHING = 1e-9


def added_up(parts: Iterable[tuple[Reason, float]]) -> dict[Reason, float]:
    """The parts by reason, those of the same reason together, without those that are nothing."""
    total: dict[Reason, float] = {}
    for reason, part in parts:
        total[reason] = total.get(reason, 0.0) + part
    return {reason: part for reason, part in total.items() if abs(part) > _NOTHING}


def discovered(
    compiled: CompiledScenario,
    place: Place,
    pair: tuple[int, int],
    moves: Bools,
    before: World,
    how: Literal["move", "event", "reflection"],
) -> Discovered:
    """What the first of the pair found out of the second, and which of it it knew already.

    moves: (G, P, P, H). before: the world in which the second did it.
    """
    i, j = pair
    out, again, told = (
        named(compiled, each[0, i, j])
        for each in (moves, moves & before.found, moves & before.heard)
    )
    return Discovered(place, compiled.parties[i], compiled.parties[j], out, how, again, told)


def named(compiled: CompiledScenario, chosen: Bools | Any) -> tuple[str, ...]:
    """The ids of the hideable moves (H,) that are chosen."""
    return tuple(compiled.moves[move] for move in compiled.hideable[np.asarray(chosen)])
