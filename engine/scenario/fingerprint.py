"""The part of a scenario that makes the game, apart from what is only read or drawn.

A play can be replayed with any text of its scenario that makes the same game. So a trace names the
game, not the file: another wording, a comment, an empty line, the order of keys or the ends of
lines make no difference to it; a number, a condition, or a move added or removed does.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from engine.scenario.schema import Line, Scenario, Text

# Fields that don't affect play: texts and their speakers, looks, and what is said afterwards.
FOR_SHOW = frozenset(
    {
        "samenspel", "language", "written_in", "minutes", "teaches", "debrief", "workshop", "name",
        "looks", "backdrop", "wants", "want_names", "persona", "say", "say_to", "opens_with",
        "situations", "answers", "differences", "bottlenecks", "comes", "goes", "face", "found_out",
        "expect", "hour", "weather", "picture", "shows", "apart", "drawing",
    }
)  # fmt: skip
# The chapters whose parts have names of their own.
CHAPTERS = (
    "parties", "rules", "rituals", "decor", "props", "moves", "phases", "events", "endings",
)  # fmt: skip


class Difference(NamedTuple):
    """One difference between two texts.

    chapter: one of CHAPTERS; or `start`, for everything that has no name of its own.
    """

    chapter: str
    name: Text | None = None


def fingerprint(scenario: Scenario) -> str:
    """The sha256, in hex, of the game that a scenario makes; the same on every system."""
    plain = json.dumps(_plain(scenario), separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """The value as JSON, without what is only shown. The order of the parts is kept."""
    if isinstance(value, BaseModel):
        return {name: _plain(getattr(value, name)) for name in _fields_of(value)}
    if isinstance(value, Mapping):
        return [[key, _plain(each)] for key, each in value.items()]
    if isinstance(value, tuple):
        listed = [_plain(each) for each in value]
        return sorted(listed) if all(isinstance(each, str) for each in listed) else listed
    return value


def _fields_of(part: BaseModel) -> Iterator[str]:
    """The fields that make the game. A field with its default value is left out."""
    for name, field in sorted(type(part).model_fields.items()):
        value = getattr(part, name)
        is_text = isinstance(value, Text | Line)
        if name not in FOR_SHOW and not is_text and value != field.default:
            yield name


def differences(before: Scenario, after: Scenario) -> tuple[Difference, ...]:
    """What makes the second scenario a different game, thing by thing."""
    found = []
    for chapter in CHAPTERS:
        was, is_ = _things(before, chapter), _things(after, chapter)
        ids = [id_ for id_ in {**was, **is_} if _plain(was.get(id_)) != _plain(is_.get(id_))]
        # A thing that moved within its chapter counts too: random numbers depend on its place.
        kept = [[id_ for id_ in some if id_ in was and id_ in is_] for some in (was, is_)]
        ids += [id_ for id_, other in zip(*kept, strict=True) if id_ != other]
        named = {**is_, **was}
        found += [Difference(chapter, _name_of(named[id_])) for id_ in dict.fromkeys(ids)]
    if _rest(before) != _rest(after):
        found.append(Difference("start"))
    return tuple(found)


def _things(scenario: Scenario, chapter: str) -> Mapping[str, Any]:
    is_in_script = chapter in ("phases", "events")
    things: Mapping[str, Any] = getattr(scenario.script if is_in_script else scenario, chapter)
    return things


def _name_of(thing: Any) -> Text:
    name: Text = thing.name if hasattr(thing, "name") else thing.title
    return name


def _rest(scenario: Scenario) -> Any:
    """Everything else that makes the game."""
    script = scenario.script
    own = {n: _plain(getattr(script, n)) for n in _fields_of(script) if n not in CHAPTERS}
    return scenario.form, _plain(scenario.starting_point), own
