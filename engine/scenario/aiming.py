"""Moves that are aimed at one of the others: a move for each party that it can be aimed at.

An author writes one move, `at: choose`, and whoever plays chooses among `offer@port` and
`offer@town`. To the game each is a move of its own; what names the one, names all of them.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from pydantic import BaseModel

from engine.scenario.schema import (
    AT_SIGN,
    Confrontation,
    Confronted,
    Effect,
    Knowledge,
    Move,
    Phase,
    Played,
    Scenario,
    Text,
    written_name,
)
from engine.scenario.vocabulary import AT_CHOICE

WHOM = "@whom"  # in the texts of such a move: the name of the party that it is aimed at
# The fields that name moves, by the part that has them.
_NAMING: Mapping[type[BaseModel], tuple[str, ...]] = {
    Effect: ("forbids", "allows"),
    Phase: ("moves",),
    Move: ("reveals",),
    Knowledge: ("is_",),
    Confrontation: ("is_",),
    Confronted: ("is_",),
}


def is_that(move: str, named: str) -> bool:
    """Whether a move is the one that an author names, or that one aimed at somebody."""
    return move == named or (AT_SIGN in move and written_name(move) == named)


def targets(scenario: Scenario, move: Move, party: str) -> tuple[str, ...]:
    """The others at whom that party can aim the move; none: it is not aimed."""
    if move.at is None:
        return ()
    return tuple(each for each in scenario.parties if each != party and _may_be(move, each))


def makers(scenario: Scenario, move: Move) -> tuple[str, ...]:
    """The parties that can make the move: nobody aims at itself."""
    mine = move.of or tuple(scenario.parties)
    return tuple(each for each in mine if move.at is None or targets(scenario, move, each))


def _may_be(move: Move, party: str) -> bool:
    return move.at in (AT_CHOICE, party)


def with_each_aim(scenario: Scenario) -> Scenario:
    """The same scenario with a move for each aim; itself where nothing is aimed."""
    if all(move.at is None for move in scenario.moves.values()):
        return scenario
    aims = {name: _aims(scenario, name, move) for name, move in scenario.moves.items()}
    at = {aim: party for each in aims.values() for aim, party in each.items()}
    spread: Scenario = _spread(scenario, partial(_named, aims, at))
    moves: dict[str, Move] = {}
    for name, move in spread.moves.items():
        for aim, party in aims[name].items():
            moves[aim] = move if party is None else _aimed(spread, move, party)
    return spread.model_copy(update={"moves": moves})


def _aims(scenario: Scenario, name: str, move: Move) -> dict[str, str | None]:
    """The moves that the game makes of one, each with the party that it is aimed at."""
    if move.at != AT_CHOICE:
        return {name: move.at}
    own = move.of or tuple(scenario.parties)
    aimed = {each: [by for by in own if by != each] for each in scenario.parties}
    return {f"{name}{AT_SIGN}{party}": party for party, by in aimed.items() if by} or {name: None}


def _aimed(scenario: Scenario, move: Move, party: str) -> Move:
    """The move at that party, with its name in the texts."""
    own = move.of or tuple(scenario.parties)
    name = scenario.parties[party].name if party in scenario.parties else Text(nl=party, en=party)
    told: Move = _naming(move, name)
    update: dict[str, Any] = {"at": party, "of": tuple(each for each in own if each != party)}
    if move.at == AT_CHOICE and len(scenario.parties) > 2:
        update["title"] = _with(move.title, name, _titled)
    return told.model_copy(update=update)


def _titled(title: str, whom: str) -> str:
    """The title with the name where it belongs, or else behind it."""
    return title.replace(WHOM, whom) if WHOM in title else f"{title} ({whom})"


def _naming(value: Any, name: Text) -> Any:
    """The same part, with that name where a text asks for it."""
    if isinstance(value, Text):
        return _with(value, name, lambda text, whom: text.replace(WHOM, whom))
    if isinstance(value, BaseModel):
        return _changed(value, lambda each: _naming(each, name))
    if isinstance(value, tuple):
        return _of_all(value, lambda each: _naming(each, name))
    return value


def _with(text: Text, name: Text, put: Callable[[str, str], str]) -> Text:
    """The text with the name put in, in each language; itself where that changes nothing."""
    nl, en = (
        own and put(own, name.in_language(language))
        for language, own in (("nl", text.nl), ("en", text.en))
    )
    others = tuple((tag, put(own, name.in_language(tag))) for tag, own in text.others)
    if (nl, en, others) == (text.nl, text.en, text.others):
        return text
    return Text.model_construct(nl=nl, en=en, others=others)


# --- what names a move ----------------------------------------------------------------------------


def _named(
    aims: Mapping[str, Mapping[str, str | None]], at: Mapping[str, str | None], part: BaseModel
) -> BaseModel:
    """The part, with each move that it names as the moves that the game makes of it."""

    def each_aim(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(aim for name in names for aim in aims.get(name, (name,)))

    if isinstance(part, Played):
        if part.at is None:
            return _updated(part, is_=each_aim(part.is_))
        fitting = each_aim(part.is_) if part.is_ else tuple(at)
        aimed = tuple(name for name in fitting if at.get(name) == part.at)
        return _updated(part, is_=aimed)
    for fields in (own for kind, own in _NAMING.items() if isinstance(part, kind)):
        return _updated(part, **{name: each_aim(getattr(part, name)) for name in fields})
    return part


def _updated(part: BaseModel, **values: Any) -> BaseModel:
    fresh = {name: value for name, value in values.items() if value != getattr(part, name)}
    return part.model_copy(update=fresh) if fresh else part


def _spread(value: Any, change: Callable[[BaseModel], BaseModel]) -> Any:
    """The same value with that change made in all its parts; what does not change is itself."""
    if isinstance(value, BaseModel):
        if isinstance(value, Text):
            return value
        return change(_changed(value, lambda each: _spread(each, change)))
    if isinstance(value, Mapping):
        changed = {key: _spread(each, change) for key, each in value.items()}
        same = all(changed[key] is value[key] for key in value)
        return value if same else changed
    return _of_all(value, lambda each: _spread(each, change)) if type(value) is tuple else value


def _changed(part: BaseModel, change: Callable[[Any], Any]) -> Any:
    values = {name: getattr(part, name) for name in type(part).model_fields}
    fresh = {name: after for name, value in values.items() if (after := change(value)) is not value}
    return part.model_copy(update=fresh) if fresh else part


def _of_all(values: tuple[Any, ...], change: Callable[[Any], Any]) -> tuple[Any, ...]:
    changed = tuple(change(each) for each in values)
    same = all(one is other for one, other in zip(changed, values, strict=True))
    return values if same else changed
