"""What the texts of a scenario tell, to whom, and at what length."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.scenario.nodes import Fault, Scalar, Table
from engine.scenario.problems import Value
from engine.scenario.schema import Move, Party, Role, Scenario, Text
from engine.scenario.shape import Spot

MOST_WORDS_SAID = 25
MOST_WORDS_BRIEF = 120
_FEWEST_WORDS_SECRET = 5

_SECRET = {(Party, "private"), (Role, "brief")}
# After the play everything may be known; these are read then, or by the trainer alone.
_AFTERWARDS = frozenset({"Goal", "Question", "Trainer", "Ending"})
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


class _Secret(NamedTuple):
    party: str
    line: int


def text_faults(scenario: Scenario, spots: list[Spot]) -> Iterator[Fault]:
    """Lines nobody could say, briefs nobody reads, and secrets that are told."""
    texts = [spot for spot in spots if spot.expects is Text]
    for spot in texts:
        yield from _length_faults(spot)
    secrets = _secrets(texts)
    for spot in texts:
        yield from _told_faults(scenario, spot, secrets)


def _written(spot: Spot) -> Iterator[tuple[Scalar, str]]:
    """The text in each language in which it was written."""
    node = spot.node
    scalars = [entry.node for entry in node.entries] if isinstance(node, Table) else [node]
    for scalar in scalars:
        if isinstance(scalar, Scalar) and isinstance(scalar.value, str):
            yield scalar, scalar.value


def _length_faults(spot: Spot) -> Iterator[Fault]:
    if spot.field == "say":
        code, limit = "line-too-long", MOST_WORDS_SAID
    elif (spot.owner, spot.field) in _SECRET:
        code, limit = "brief-too-long", MOST_WORDS_BRIEF
    else:
        return
    for scalar, text in _written(spot):
        count = len(text.split())
        if count > limit:
            yield Fault(code, scalar.mark, {"written": count, "limit": limit})


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(text):
        words = sentence.casefold().strip(" .!?…\n").split()
        if len(words) >= _FEWEST_WORDS_SECRET:
            yield " ".join(words)


def _secrets(texts: list[Spot]) -> dict[str, _Secret]:
    secrets: dict[str, _Secret] = {}
    for spot in texts:
        if (spot.owner, spot.field) in _SECRET:
            for scalar, text in _written(spot):
                for sentence in _sentences(text):
                    secret = _Secret(str(spot.path[1]), scalar.mark.line)
                    secrets.setdefault(sentence, secret)
    return secrets


def _told_faults(scenario: Scenario, spot: Spot, secrets: dict[str, _Secret]) -> Iterator[Fault]:
    if spot.owner.__name__ in _AFTERWARDS:
        return
    readers = _readers(scenario, spot)
    for scalar, text in _written(spot):
        for sentence in _sentences(text):
            secret = secrets.get(sentence)
            if secret is not None and not readers <= {secret.party}:
                params: dict[str, Value] = {"party": secret.party, "first_line": secret.line}
                yield Fault("secret-told", scalar.mark, params)
                break


def _readers(scenario: Scenario, spot: Spot) -> set[str]:
    """The parties that get to see the text during play."""
    if (spot.owner, spot.field) in _SECRET or spot.field == "want_names":
        return {str(spot.path[1])}
    if spot.owner is Move and spot.field in ("title", "text"):
        return set(scenario.moves[str(spot.path[1])].of or scenario.parties)
    return set(scenario.parties)
