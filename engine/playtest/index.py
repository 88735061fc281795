"""What a play can come to: every line, phase, move, thing, event, ending and condition, by place.

Each has a number, under which many plays count how often they came to it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from pydantic import BaseModel

from engine.play.compiled import Change, CompiledScenario
from engine.scenario.meaning.talk import scenes_of
from engine.scenario.schema import (
    ALWAYS,
    AnswersTo,
    Condition,
    Scenario,
    Text,
)

Kind = Literal[
    "line", "ask", "phase", "move", "event", "ending", "held", "hollow", "stood", "change",
    "branch", "true", "false", "stuck", "scene", "expected", "unexpected",
]  # fmt: skip
Path = tuple[str | int, ...]
# The fields with what is said in a play: by somebody, or told, or asked in a reflection moment.
_SAID: Mapping[str, Kind] = {"say": "line", "say_to": "line", "ask": "ask"}


class Item(NamedTuple):
    """Something that a play can come to. path: its place in the scenario.

    name: its id, or the key of a change; of a wording, which of those of its line it is. undoes:
    it is a change that only takes back another.
    """

    kind: Kind
    path: Path
    name: str
    undoes: bool = False

    @property
    def is_no_news(self) -> bool:
        """Whether it says nothing that this never comes up.

        Of endings and ways on the first that fits is taken: the last is bound to fit when asked.
        """
        where = self.path[0] == "endings" or self.path[-3:-2] == ("next",)
        return self.undoes or (self.kind == "false" and where)


@dataclass(frozen=True, eq=False)
class Index:
    """The items of a scenario. at: their numbers, by kind and name.

    texts: by identity of a wording, its number and that of what it says, which others may say too.
    conditions: by identity of a condition, the numbers of its holding and of its not holding;
    condition_at: the condition with that first number. scenes: by identity of a confrontation, its
    number.
    """

    items: tuple[Item, ...]
    at: Mapping[tuple[Kind, str], int]
    texts: Mapping[int, tuple[int, int]]
    conditions: Mapping[int, tuple[int, int]]
    condition_at: Mapping[int, Condition]
    scenes: Mapping[int, int]
    wording: Mapping[int, Text]  # by number of an item that is said or asked, its words
    following: frozenset[Path]  # conditions that say which moves an answer follows
    placing: frozenset[Path]  # those of them that say nothing else
    says: int  # how many different things are said

    def named(self, kind: Kind, names: tuple[str, ...]) -> tuple[int, ...]:
        """The numbers of those items of a kind."""
        return tuple(self.at[kind, name] for name in names)


def index_of(compiled: CompiledScenario) -> Index:
    """Everything that plays of the scenario can come to."""
    items: list[Item] = list(_things(compiled))
    texts: dict[int, tuple[int, int]] = {}
    conditions: dict[int, tuple[int, int]] = {}
    condition_at: dict[int, Condition] = {}
    said: dict[Text, int] = {}
    wording: dict[int, Text] = {}
    scenes: dict[int, int] = {}
    for path, written in scenes_of(compiled.scenario):
        for number, scene in enumerate(written):
            scenes[id(scene)] = len(items)
            items.append(Item("scene", (*path, number), ""))
    for path, part in _parts(compiled.scenario):
        if id(part) in texts or id(part) in conditions:
            continue  # a move that can be aimed at several says this whomever it is aimed at
        if isinstance(part, Condition):
            conditions[id(part)] = len(items), len(items) + 1
            condition_at[len(items)] = part
            items += [Item("true", path, ""), Item("false", path, "")]
        else:
            texts[id(part)] = len(items), said.setdefault(part, len(said))
            wording[len(items)] = part
            items.append(_wording(path))
    at = {(item.kind, item.name): number for number, item in enumerate(items) if item.name}
    following = _following(compiled)
    placing = frozenset(
        path for path, when in following.items() if when == Condition(move=when.move)
    )
    return Index(
        tuple(items), at, texts, conditions, condition_at, scenes, wording, frozenset(following),
        placing, len(said),
    )  # fmt: skip


def _following(compiled: CompiledScenario) -> dict[Path, Condition]:
    script = compiled.scenario.script
    answers: list[tuple[Path, AnswersTo]] = [(("script", "answers"), script.answers)]
    for name, phase in script.phases.items():
        answers.append((("script", "phases", name, "answers"), phase.answers))
    return {
        (*path, at, "when"): each.when
        for path, some in answers
        for at, each in enumerate(some)
        if each.to is None and each.when.move is not None
    }


def _things(compiled: CompiledScenario) -> Iterator[Item]:
    script = ("script", "phases")
    for phase in compiled.phases:
        yield Item("phase", (*script, phase), phase)
        yield Item("stuck", (*script, phase, "moves"), phase)
        for at, branch in enumerate(compiled.scenario.script.phases[phase].next):
            yield Item("branch", (*script, phase, "next", at), f"{phase}/{at}/{branch.to}")
    for move in compiled.moves:
        yield Item("move", ("moves", move), move)
    for event in compiled.events:
        yield Item("event", ("script", "events", event), event)
    for ending in compiled.endings:
        yield Item("ending", ("endings", ending), ending)
    for thing in compiled.elements:
        path = _path_of(thing.chapter, thing.id)
        yield Item("stood", path, f"{thing.chapter}/{thing.id}")
        if thing.chapter == "rituals":
            yield Item("held", path, thing.id)
            if compiled.scenario.rituals[thing.id].hollow_below:
                yield Item("hollow", (*path, "hollow_below"), thing.id)
    for at in range(len(compiled.scenario.expect)):
        yield Item("expected", ("expect", at), str(at))
        yield Item("unexpected", ("expect", at), str(at))
    for change in compiled.changes:
        thing_id = compiled.elements[change.thing].id if change.action != "part" else ""
        path = _path_of(change.chapter, thing_id) if thing_id else ("script",)
        yield Item("change", path, change.key, _undoes(compiled, change))


def _undoes(compiled: CompiledScenario, change: Change) -> bool:
    """Whether it brings back what was there at the start, or drops what was not."""
    if change.action == "hold":
        return bool(change.holder == compiled.start_holder[change.thing])
    return change.action in ("adopt", "drop") and (
        bool(compiled.starts[change.thing]) == (change.action == "adopt")
    )


def _path_of(chapter: str, name: str) -> Path:
    if chapter == "roles":
        party, _, role = name.partition(".")
        return "parties", party, "roles", role
    return ("script", "phases", name) if chapter == "script" else (chapter, name)


def _wording(path: Path) -> Item:
    """A text by what asks it or says it, and for what is said, which wording it is."""
    kind: Kind = "ask" if path[-2] == "ask" else "line"
    return Item(kind, path[:-1], "")


def _parts(scenario: Scenario) -> Iterator[tuple[Path, Text | Condition]]:
    """The wordings and conditions of a scenario, with their places as they are written."""
    yield from _below((), scenario, is_said=False)


def _below(path: Path, value: object, *, is_said: bool) -> Iterator[tuple[Path, Text | Condition]]:
    if isinstance(value, Text):
        if is_said:
            yield path, value
    elif isinstance(value, BaseModel):
        if isinstance(value, Condition):
            if value == ALWAYS:
                return
            yield path, value
        for name, field in type(value).model_fields.items():
            written = field.alias or name
            below = (*path, written)
            yield from _below(below, getattr(value, name), is_said=written in _SAID)
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from _below((*path, name), each, is_said=is_said)
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from _below((*path, at), each, is_said=is_said)
