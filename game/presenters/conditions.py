"""A condition of a scenario as a reader says it. Names that lead nowhere are shown as written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.scenario.schema import (
    ALWAYS,
    Bound,
    Condition,
    Confronted,
    Element,
    Knowledge,
    PairBound,
    PartyBound,
    Phase,
    Played,
    Role,
    Scenario,
)
from game.words import Words

_MEASURES = (
    "trust", "reliability", "risk", "safety", "value", "exposure", "internal_balance",
    "formal_overlap", "understanding", "lock_in", "round", "changes",
)  # fmt: skip
_BOUNDS = ("at_least", "at_most", "below", "above")
_CHAPTERS = ("rules", "rituals", "decor", "props")


@dataclass(frozen=True, slots=True)
class Reader:
    """Says the conditions of one scenario in one language."""

    scenario: Scenario
    words: Words

    def condition(self, condition: Condition) -> str:
        """What must hold, on one line without a full stop: as it follows “when”, or Dutch “als”."""
        if condition == ALWAYS:
            return self.words("when.always")
        return self.words.all_of(list(self._parts(condition)))

    def party(self, name: str | None) -> str:
        """The name of a party; somebody, where none is given."""
        if name is None:
            return self.words("when.somebody")
        party = self.scenario.parties.get(name)
        return self.words.of(party.name) if party else name

    def person(self, address: str) -> str:
        """The name of a person, written party.role."""
        return self._thing(address)[1]

    def event(self, name: str) -> str:
        """The name of an event."""
        event = self.scenario.script.events.get(name)
        return self.words.of(event.name) if event else name

    def _parts(self, condition: Condition) -> Iterator[str]:
        yield from self._numbers(condition)
        yield from self._moves(condition)
        yield from self._what_came_out(condition)
        yield from self._what_is(condition)
        if condition.outcome:
            outcomes = [f"“{self.words(f'outcome.{each}')}”" for each in condition.outcome]
            yield self.words("when.outcome", what=self.either(outcomes))
        if condition.met is not None:
            yield self.words(
                "when.met", party=self.party(condition.met.of), want=self._want(condition)
            )
        yield from (self._grouped(part) for part in condition.all)
        if condition.any:
            either = self.either([self._grouped(part) for part in condition.any])
            yield f"({either})" if len(condition.any) > 1 else either
        if condition.not_ is not None:
            yield self.words("when.not", what=self._grouped(condition.not_))

    def _grouped(self, condition: Condition) -> str:
        """A condition within another: between brackets if it has several parts."""
        parts = list(self._parts(condition))
        if len(parts) == 1:
            return parts[0]
        return f"({self.condition(condition)})"

    def either(self, items: list[str]) -> str:
        """The items as alternatives: a, b or c."""
        if len(items) < 2:
            return "".join(items)
        return self.words("when.or", before=", ".join(items[:-1]), last=items[-1])

    # --- numbers ------------------------------------------------------------------------------

    def _numbers(self, condition: Condition) -> Iterator[str]:
        for name in _MEASURES:
            if (bound := getattr(condition, name)) is not None:
                yield self._measure(name, bound)

    def _measure(self, name: str, bound: Bound) -> str:
        what, bounds = self.words(f"when.{name}"), self._bounds(bound)
        if isinstance(bound, PairBound) and bound.in_ is not None:
            what = self.words("when.measure.in", what=what, other=self.party(bound.in_))
        if isinstance(bound, PartyBound) and bound.of is not None:
            party = self.party(bound.of)
            return self.words("when.measure.of", party=party, what=what, bounds=bounds)
        return self.words("when.measure", what=what, bounds=bounds)

    def _bounds(self, bound: Bound) -> str:
        given = {each: getattr(bound, each) for each in _BOUNDS}
        return self.words.all_of(
            [
                self.words(f"when.{name}", n=str(n).replace("-", "−"))
                for name, n in given.items()
                if n is not None
            ]
        )

    # --- what was done ------------------------------------------------------------------------

    def _moves(self, condition: Condition) -> Iterator[str]:
        moves = {
            "just": condition.move, "ever": condition.played, "whole": condition.carried_out,
        }  # fmt: skip
        for key, played in moves.items():
            if played is not None:
                who, what = self.party(played.of), self._played(played)
                yield self.words(f"when.move.{key}", who=who, what=what)

    def _played(self, played: Played) -> str:
        aimed = [each for each, move in self.scenario.moves.items() if move.at == played.at]
        if played.at is not None and set(aimed) <= set(played.is_):
            what = self.words("when.move.aimed", other=self.party(played.at))
            stance = played.stance and self.words(f"when.move.{played.stance}")
            return f"{what} ({stance})" if stance else what
        if played.stance is None:
            return self.titles(played.is_) or self.words("when.move.any")
        stance = self.words(f"when.move.{played.stance}")
        return f"{self.titles(played.is_)} ({stance})" if played.is_ else stance

    def titles(self, moves: Iterable[str]) -> str:
        """The titles of those moves, as alternatives."""
        known = self.scenario.moves
        titles = [self.words.of(known[each].title) if each in known else each for each in moves]
        return self.either([f"“{title}”" for title in titles])

    def _what_came_out(self, condition: Condition) -> Iterator[str]:
        for key in ("discovered", "slipped", "stopped"):
            if (who := getattr(condition, key)) is not None:
                yield self.words(f"when.{key}", who=self.party(who.of))
        if condition.knows is not None:
            yield self._knows(condition.knows)
        if condition.confronted is not None:
            yield self._confronted(condition.confronted)

    def _knows(self, knows: Knowledge) -> str:
        about = self.party(knows.about) if knows.about else self.words("when.knows.anyone")
        party, what = self.party(knows.of), self.titles(knows.is_)
        if not knows.is_:
            return self.words("when.knows.about", party=party, about=about)
        if knows.about is None:
            return self.words("when.knows.moves", party=party, what=what)
        return self.words("when.knows.both", party=party, what=what, about=about)

    def _confronted(self, scene: Confronted) -> str:
        who = self.party(scene.of)
        causes = self.either([self.words(f"scene.cause.{each}") for each in scene.cause])
        replies = self.either([self.words(f"scene.short.{each}") for each in scene.reply])
        responses = self.either([self.words(f"scene.short.{each}") for each in scene.response])
        details = []
        if about := self.titles(scene.is_) or causes:
            details.append(self.words("when.confronted.cause", what=about))
        if replies:
            details.append(self.words("when.confronted.reply", who=who, what=replies))
        if responses:
            details.append(self.words("when.confronted.response", what=responses))
        told = self.words("when.confronted", who=who)
        return f"{told} ({'; '.join(details)})" if details else told

    # --- what there is ------------------------------------------------------------------------

    def _what_is(self, condition: Condition) -> Iterator[str]:
        for name in condition.happened:
            yield self.words("when.happened", event=self.event(name))
        if condition.befell is not None:
            event, party = self.event(condition.befell.event), self.party(condition.befell.of)
            yield self.words("when.befell", event=event, party=party)
        for name in condition.changed:
            yield self.words("when.changed", thing=self.thing(name))
        for party in condition.left:
            yield self.words("when.left", party=self.party(party))
        for party in condition.at_table:
            yield self.words("when.at_table", party=self.party(party))
        for negated, names in (("", condition.in_force), (".not", condition.not_in_force)):
            for name in names:
                chapter, thing = self._thing(name)
                own = f"when.in_force.{chapter}{negated}"
                key = own if self.words.has(own) else f"when.in_force{negated}"
                yield self.words(key, thing=thing)

    def thing(self, name: str) -> str:
        """The name of part of the game."""
        return self._thing(name)[1]

    def _thing(self, name: str) -> tuple[str, str]:
        """The chapter and the name of part of the game."""
        party, dot, role = name.partition(".")
        if dot:
            owner = self.scenario.parties.get(party)
            found: Role | Element | Phase | None = owner.roles.get(role) if owner else None
            return "roles", found.name if isinstance(found, Role) else name
        for chapter in _CHAPTERS:
            if (found := getattr(self.scenario, chapter).get(name)) is not None:
                return chapter, self.words.of(found.name)
        phase = self.scenario.script.phases.get(name)
        return "script", self.words.of(phase.name) if phase else name

    def _want(self, condition: Condition) -> str:
        assert condition.met is not None
        party = self.scenario.parties.get(condition.met.of)
        return self.words.of(party.want_name(condition.met.want)) if party else condition.met.want
