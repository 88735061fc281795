"""What is said in a play: which of the author's lines fit, in which words, and nothing twice."""

from collections.abc import Iterable, Iterator
from copy import copy

import numpy as np

from engine.model.chance import Purpose
from engine.play.compiled import Bools, CompiledScenario
from engine.play.conditions import holds_for_each
from engine.play.events.kinds import (
    Confronted,
    Event,
    Exchanged,
    LinesTold,
    OptionTaken,
    PersonArrived,
    Replied,
    Responded,
    ScriptEventOccurred,
    Spoken,
)
from engine.play.round import Draw
from engine.play.state import State, World
from engine.scenario.schema import Condition, Line, Text


class Teller:
    """Tells the author's lines in one step of a play.

    world: by which the conditions of lines are judged. What has been said before the step is in
    the state; what is said in it is kept here, so that a second exchange doesn't repeat the first.
    """

    def __init__(self, compiled: CompiledScenario, state: State, world: World) -> None:
        self._compiled, self._state, self._world = compiled, state, world
        self._said = set(state.said)
        self._left = state.world.left[0]
        self._there = compiled.present[world.phase[0]] & ~self._left

    def as_of(self, world: World) -> "Teller":
        """The same teller, with what it has told, where the conditions look at that world."""
        other = copy(self)
        other._world = world
        return other

    def among(self, party: str) -> "Teller":
        """The same teller, for what is said where that party is."""
        other = copy(self)
        at = self._compiled.parties.index(party)
        here = self._compiled.rooms[self._world.phase[0], at]
        other._there = here & ~self._left
        return other

    def without(self, left: Bools) -> "Teller":
        """The same teller, for what those do not say who have just left (P,)."""
        other = copy(self)
        other._left, other._there = left, self._there & ~left
        return other

    def lines(self, lines: Iterable[Line], to: str | None = None) -> tuple[Spoken, ...]:
        """The lines that fit and are not used up, in order. to: the one party they are for."""
        return tuple(spoken for line in lines if (spoken := self.line(line, to)) is not None)

    def line(self, line: Line, to: str | None = None) -> Spoken | None:
        """That line, if its speaker is there and may say it."""
        if not self._is_at_table(line.speaker) or not self.fits(line.when, line.party or to):
            return None
        return self.words(line.speaker, line.say, again=line.again)

    def words(
        self, speaker: str | None, wordings: tuple[Text, ...], *, again: bool = False
    ) -> Spoken | None:
        """The wording whose turn it is, of those that have not been used; None if all have."""
        in_turn = self._in_turn(wordings)
        fresh = (text for text in in_turn if text not in self._said)
        text = next(fresh, in_turn[0] if again and in_turn else None)
        if text is None:
            return None
        self._said.add(text)
        return Spoken(speaker, text)

    def _is_at_table(self, speaker: str | None) -> bool:
        if speaker is None:
            return True
        if not self._there[self._compiled.parties.index(speaker.partition(".")[0])]:
            return False
        return bool(self._world.seated[0, self._compiled.find_element(speaker)])

    def fits(self, condition: Condition, party: str | None) -> bool:
        """Whether it holds for what that party knows; without one, for all who are there.

        What is told to all must fit for all who hear it; what is said, for the speaker's party.
        """
        known = holds_for_each(condition, self._compiled, self._world)[0]
        if party is None:
            return bool(known[self._there].all())
        return bool(known[self._compiled.parties.index(party)])

    def _in_turn(self, wordings: tuple[Text, ...]) -> tuple[Text, ...]:
        """The wordings in turn: the first is drawn per play, and each round moves on."""
        if len(wordings) < 2:
            return wordings
        luck = Draw.of_play(self._state.seed, self._state.game)
        first = luck.uniform(np.zeros(1, dtype=int), Purpose.LINE, 1)[0, 0]
        at = (int(first * len(wordings)) + int(self._state.world.round[0])) % len(wordings)
        return (*wordings[at:], *wordings[:at])


def texts_said(events: Iterable[Event]) -> Iterator[Text]:
    """What was told and said in those events."""
    for event in events:
        match event:
            case (
                LinesTold(lines=lines)
                | Exchanged(lines=lines)
                | ScriptEventOccurred(lines=lines)
                | PersonArrived(lines=lines)
                | Confronted(lines=lines)
                | Replied(lines=lines)
                | Responded(lines=lines)
            ):
                yield from (spoken.text for spoken in lines)
            case OptionTaken(said=Spoken(text=text)):
                yield text
            case _:
                pass


def own_words(events: Iterable[Event]) -> Iterator[str]:
    """Which of the game's own words were called for in those events, as the author wrote none."""
    for event in events:
        if isinstance(event, Confronted | Replied | Responded) and not event.lines:
            yield event.own_words
