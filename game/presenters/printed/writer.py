"""Lines, conditions, effects and what may be changed, in plain words: what all chapters share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from engine.scenario.schema import (
    ALWAYS,
    Condition,
    Effect,
    Line,
    Negotiable,
    Played,
    Scenario,
    Texts,
)
from game.presenters.conditions import Reader
from game.presenters.page import first_up, signed
from game.presenters.printed.blocks import Block, Link, Links, Said, Told
from game.words import Words


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes one scenario in one language."""

    scenario: Scenario
    words: Words

    @property
    def reader(self) -> Reader:
        """Says its conditions."""
        return Reader(self.scenario, self.words)

    # --- when ---------------------------------------------------------------------------------

    def when(self, occasion: str, condition: Condition | None = None) -> str:
        """On which occasion and under which condition, as a heading above a line."""
        parts = [occasion] if occasion else []
        if condition is not None and condition != ALWAYS:
            parts.append(self.words("map.when", what=self.reader.condition(condition)))
        return first_up(", ".join(parts))

    def after(self, follows: Played | None, condition: Condition) -> str:
        """After which move, and under which condition."""
        if follows is None:
            return self.when(self.words("script.at.answer"), condition)
        just = self.reader.condition(Condition(move=follows))
        return self.when(self.words("map.when", what=just), condition)

    # --- lines --------------------------------------------------------------------------------

    def either(self, lines: Iterable[Line], occasion: str) -> Iterator[Said]:
        """Lines of which the first that fits is said."""
        for line in lines:
            yield self.said(line.speaker, line.say, self.when(occasion, line.when))

    def lines(self, lines: Iterable[Line], occasion: str) -> Iterator[Said]:
        """Lines that are said one after another; the occasion only where it is another."""
        before: Condition | None = None
        for line in lines:
            when = "" if line.when == before else self.when(occasion, line.when)
            yield self.said(line.speaker, line.say, when)
            before = line.when

    def said(self, speaker: str | None, say: Texts, when: str) -> Said:
        """A line by the person with that address, or told."""
        who = "" if speaker is None else self.person(speaker)
        return Said(when, who, tuple(self.words.of(text) for text in say))

    def person(self, address: str) -> str:
        """A person and the party they sit for."""
        party = self.reader.party(address.partition(".")[0])
        return self.words("script.person", name=self.scenario.role(address).name, party=party)

    def said_by_lead(self, parties: Sequence[str], say: Texts, when: str) -> Said:
        """A line by whoever speaks for the one party, or for whichever of several it is."""
        said = self.said(None, say, first_up(when))
        if len(parties) != 1:
            return replace(said, who=self.words("script.lead"))
        (party,) = parties
        return replace(said, who=self.person(f"{party}.{self.scenario.parties[party].lead}"))

    # --- what a thing does --------------------------------------------------------------------

    def effect(self, effect: Effect) -> Iterator[Block]:
        """What it does to the talks and to the moves."""
        does = list(self._does(effect))
        if does:
            whom = f" ({self.reader.party(effect.only)})" if effect.only else ""
            yield Told(self.words("script.effect") + whom, first_up("; ".join(does)) + ".")
        for key, moves in (("forbids", effect.forbids), ("allows", effect.allows)):
            if moves:
                yield self.moves(self.words(f"script.effect.{key}"), moves)

    def _does(self, effect: Effect) -> Iterator[str]:
        words = self.words
        for name, points in effect.shifts().items():
            yield words("brings.shift", name=words(f"brings.name.{name}"), points=signed(points))
        for name, limits in effect.limits().items():
            trait = words(f"brings.trait.{name}")
            if limits.max < 100:
                yield words("script.effect.most", n=limits.max, trait=trait)
            if limits.min > 0:
                yield words("script.effect.least", n=limits.min, trait=trait)

    def moves(self, label: str, names: Iterable[str]) -> Links:
        """Moves, each with where it stands."""
        titles = self.scenario.moves
        return Links(
            label,
            tuple(Link(self.words.of(titles[name].title), f"move-{name}") for name in names),
        )

    # --- what may be changed ------------------------------------------------------------------

    def changeable(self, negotiable: Negotiable) -> Iterator[str]:
        """Whether the players may change it, between which numbers and who must agree."""
        words = self.words
        if not negotiable.allowed:
            yield words("game.given")
            return
        yield words("game.open")
        if negotiable.between:
            low, high = negotiable.between
            unit = words.of(negotiable.unit) if negotiable.unit else ""
            yield words("change.between", low=low, high=f"{high} {unit}".strip())
        if negotiable.consent in ("all", "majority"):
            yield words(f"change.consent.{negotiable.consent}")
        else:
            yield words("change.consent.party", party=self.reader.party(negotiable.consent))
