"""Moves that are aimed at one of the others: whether there is one, and whether it shows."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from engine.scenario.aiming import WHOM, makers
from engine.scenario.meaning.legibility import MOST_ON_CARD
from engine.scenario.problems import Problem, Value
from engine.scenario.schema import Move, Scenario, Text
from engine.scenario.schema_walk import Path, SourceMap
from engine.scenario.vocabulary import AT_CHOICE


def aim_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Moves aimed at nobody, and those of which nobody can see at whom."""
    for move_id, move in scenario.moves.items():
        path = ("moves", move_id)
        if move.at is None:
            yield from _partner_problems(scenario, move_id, move, source)
            for where in _naming_somebody(path, move):
                yield Problem("nobody-to-name", source.at_value(*where), {"written": move_id})
            continue
        if not makers(scenario, move):
            params: dict[str, Value] = {"written": move.at}
            yield Problem("aimed-at-itself", source.at_value(*path, "at"), params)
        if move.at == AT_CHOICE and len(scenario.parties) > 2:
            yield from _choice_problems(scenario, move_id, move, source)


def _partner_problems(
    scenario: Scenario, move_id: str, move: Move, source: SourceMap
) -> Iterator[Problem]:
    """What goes to one of the others, without a word of which."""
    for key in ("hands_over", "pays"):
        if getattr(move, key) and len(scenario.parties) > 2:
            yield Problem("no-partner", source.at_key("moves", move_id, key), {"written": key})


def _choice_problems(
    scenario: Scenario, move_id: str, move: Move, source: SourceMap
) -> Iterator[Problem]:
    path = ("moves", move_id)
    if any(WHOM not in text for face in move.face for text in _in_each_language(face)):
        yield Problem("aim-unseen", source.at_value(*path, "face"), {"written": move_id})
    names = [len(each) for p in scenario.parties.values() for each in _in_each_language(p.name)]
    for text in _in_each_language(move.title):
        # Without a place of its own the name comes behind the title, between brackets.
        whole = text.replace(WHOM, "") if WHOM in text else f"{text} ()"
        letters = len(whole) + max(names)
        if letters > MOST_ON_CARD >= len(text):
            params: dict[str, Value] = {"written": letters, "limit": MOST_ON_CARD}
            yield Problem("too-long-for-box", source.at_value(*path, "title"), params)
            return


def _in_each_language(text: Text) -> list[str]:
    return [each for each in (text.nl, text.en, *(own for _, own in text.others)) if each]


def _naming_somebody(path: Path, value: Any) -> Iterator[Path]:
    """Where a text asks for the name of the party that a move is aimed at."""
    if isinstance(value, Text):
        if any(WHOM in each for each in _in_each_language(value)):
            yield path
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _naming_somebody((*path, name), getattr(value, name))
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from _naming_somebody((*path, at), each)
