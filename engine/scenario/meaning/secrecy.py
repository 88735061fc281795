"""Who gets to read which text, and whether it reveals somebody else's secret."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.scenario.problems import Problem, Value
from engine.scenario.schema import Move, Part, Party, Role, Scenario, Text
from engine.scenario.schema_walk import Path, SourceMap, TypedNode

_FEWEST_WORDS = 5  # design choice: a shorter sentence does not count as a secret

# The texts that are for one party alone until the debrief.
_SECRET: tuple[tuple[type[Part], str], ...] = ((Party, "private"), (Role, "brief"))
SECRET = frozenset(_SECRET)
# After the play everything may be known; these are read then, or by the trainer alone.
_AFTERWARDS = frozenset({"Goal", "Question", "Trainer", "Ending"})
_FOR_TRAINER = "trainer"
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


class _Secret(NamedTuple):
    party: str
    line: int


def secrecy_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Sentences that only one party may know, in a text that others read."""
    texts = [typed for typed in source.all() if typed.expects is Text]
    secrets = _secrets(texts)
    for typed in texts:
        if typed.owner.__name__ not in _AFTERWARDS and typed.field != _FOR_TRAINER:
            yield from _told(typed, _readers(scenario, typed), secrets)


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(text):
        words = sentence.casefold().strip(" .!?…\n").split()
        if len(words) >= _FEWEST_WORDS:
            yield " ".join(words)


def _secrets(texts: list[TypedNode]) -> dict[str, _Secret]:
    secrets: dict[str, _Secret] = {}
    for typed in texts:
        if (typed.owner, typed.field) in SECRET:
            for scalar in typed.scalars():
                for sentence in _sentences(scalar.written):
                    secret = _Secret(str(typed.path[1]), scalar.mark.line)
                    secrets.setdefault(sentence, secret)
    return secrets


def _told(typed: TypedNode, readers: set[str], secrets: dict[str, _Secret]) -> Iterator[Problem]:
    for scalar in typed.scalars():
        for sentence in _sentences(scalar.written):
            secret = secrets.get(sentence)
            if secret is not None and not readers <= {secret.party}:
                params: dict[str, Value] = {"party": secret.party, "first_line": secret.line}
                yield Problem("secret-told", scalar.mark, params)
                break


def _readers(scenario: Scenario, typed: TypedNode) -> set[str]:
    """The parties that get to see the text during play."""
    if (typed.owner, typed.field) in SECRET or typed.field == "want_names":
        return {str(typed.path[1])}
    if typed.owner is Move and typed.field in ("title", "text"):
        return set(scenario.moves[str(typed.path[1])].of or scenario.parties)
    only = _told_to(scenario, typed.path)
    return set(scenario.parties) if only is None else {only}


def _told_to(scenario: Scenario, path: Path) -> str | None:
    """The one party that a text of a phase is told to, if it is."""
    if path[:2] != ("script", "phases") or path[3:4] not in (("opens_with",), ("situations",)):
        return None
    phase = scenario.script.phases[str(path[2])]
    of = phase.opens_with if path[3] == "opens_with" else phase.situations
    return of[int(path[4])].only
