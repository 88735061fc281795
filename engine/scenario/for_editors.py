"""The format as a JSON Schema (2020-12), for editors that complete and explain while one types.

Made from the schema that scenarios are read by, so that it can't say anything else. It knows less
than the checker does: what names refer to, and whether a scenario means what it says.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from engine.scenario import schema
from engine.scenario.durations import DURATION
from engine.scenario.schema import Part, Scenario
from engine.scenario.vocabulary import (
    AT_CHOICE,
    CAUSES,
    CHAPTERS,
    HOURS,
    KINDS,
    LANGUAGE_TAG,
    LANGUAGES,
    OUTCOMES,
    PATTERNS,
    PERSONAS,
    REPLIES,
    RESPONSES,
    STANCES,
    WEATHERS,
    Form,
    ReflectionOption,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# How an editor reads YAML: in its version 1.2 `yes` is a word, which the loader takes for yes.
_YES_OR_NO = ["yes", "no", "on", "off", True, False]
_ROLE = r"^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$"
_LISTS: Mapping[tuple[str, ...], str] = {
    get_args(Form): "form", STANCES: "stance", CHAPTERS: "chapter", OUTCOMES: "outcome",
    PERSONAS: "persona", get_args(ReflectionOption): "option", CAUSES: "cause", REPLIES: "reply",
    RESPONSES: "response", PATTERNS: "pattern", LANGUAGES: "language", tuple(KINDS): "kind",
    HOURS: "hour", WEATHERS: "weather",
}  # fmt: skip
# What the schema leaves to the checker, as far as an editor can know it.
_NARROWER: Mapping[tuple[str, str], JsonSchemaValue] = {
    ("Move", "kind"): {"enum": list(KINDS)},
    ("Line", "speaker"): {"pattern": _ROLE},
    ("Answer", "speaker"): {"pattern": _ROLE},
    ("AnswerTo", "speaker"): {"pattern": _ROLE},
    ("OpeningLine", "speaker"): {"pattern": _ROLE},
    ("Negotiable", "consent"): {"examples": ["all", "majority"]},
    ("Prop", "held_by"): {"examples": ["table"]},
    ("Move", "at"): {"examples": [AT_CHOICE]},
    ("Move", "apart"): {"examples": ["all", "speaker"]},
    ("Occasion", "party"): {"examples": ["any", "all"]},
    ("Occasion", "leaves"): {"pattern": _ROLE},
    ("Occasion", "after"): {"pattern": f"^{DURATION.pattern}$", "examples": ["6 months"]},
    ("Occasion", "on"): {"pattern": f"^{DURATION.pattern}$", "examples": ["1 year"]},
    ("Script", "round_lasts"): {"pattern": f"^{DURATION.pattern}$", "examples": ["3 months"]},
}
_BOUNDS = {"anyOf": [{"required": [each]} for each in schema.Bound.model_fields]}
_WHOLE: Mapping[str, JsonSchemaValue] = {
    "Text": {"minProperties": 1},
    "Phase": {"oneOf": [{"required": ["rounds"]}, {"required": ["reflection"]}]},
    **dict.fromkeys(("Bound", "PartyBound", "PairBound", "ValueBound", "CountBound"), _BOUNDS),
}
# What an editor can fill in at once, with a stop at each $; others are what a part needs, which
# editors fill in by themselves.
_SNIPPETS: Mapping[str, Mapping[str, JsonSchemaValue]] = {
    "Move": {
        "open": {"kind": "${1:share}", "title": "$2", "text": "$3", "face": "$4", "say": "$5"},
        "hidden": {
            "kind": "${1:bluff}", "title": "$2", "text": "$3", "face": "$4", "found_out": "$5",
        },
    },
    "Phase": {
        "rounds": {
            "name": "$1", "decor": "$2", "rounds": "${3:2}", "moves": ["$4"], "next": {"to": "$5"},
        },
        "reflection": {
            "name": "$1", "decor": "$2",
            "reflection": {"differences": {"ask": "$3"}, "bottlenecks": {"ask": "$4"}},
            "next": {"to": "$5"},
        },
    },
    "Occasion": {
        "event": {
            "name": "$1", "text": "$2", "after": "${3:6 months}", "chance": "${4:40}",
            "party": "${5:any}",
        },
    },
    "Rule": {
        "negotiable": {
            "name": "$1", "text": "$2", "negotiable": "yes", "effect": {"safety": "${3:-5}"},
        },
    },
}  # fmt: skip


@dataclass(frozen=True)
class Explained:
    """Where the words come from. part: what a part is; field: what a name means in a part, or in
    those it is made of; value: what a word of a list stands for, or nothing. drawn: the words that
    have a drawing, by field.
    """

    part: Callable[[str], str]
    field: Callable[[Sequence[str], str], str]
    value: Callable[[str, str], str]
    drawn: Mapping[str, Sequence[str]]


def editor_schema(explained: Explained, title: str) -> JsonSchemaValue:
    """The JSON Schema, complete and in one language."""
    made = Scenario.model_json_schema(by_alias=True, schema_generator=_Generator)
    parts = made.pop("$defs")
    for name, part in sorted(parts.items()):
        _explain(name, part, explained)
    _explain(Scenario.__name__, made, explained)
    # With `include`, chapters stand in other files, which an editor does not look into.
    whole = {"required": made.pop("required")}
    made["anyOf"] = [{"required": ["samenspel", "include"]}, whole]
    return {"$schema": DIALECT, "title": title, **made, "$defs": parts}


class _Generator(GenerateJsonSchema):
    """Pydantic's, for what an author writes: no nulls, no defaults, one where several may be."""

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return {"enum": _YES_OR_NO}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        names = made.get("propertyNames", {})
        if "enum" in names:  # so that an editor can complete them
            one = made.pop("additionalProperties")
            made["properties"] = {name: dict(one) for name in made.pop("propertyNames")["enum"]}
            made["additionalProperties"] = False
        for pattern, one in made.pop("patternProperties", {}).items():
            made["propertyNames"] = {**names, "pattern": pattern}
            made["additionalProperties"] = one
        return made

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        made = self.generate_inner(schema["schema"])
        return _SHORT_WAYS[schema["function"]["function"].__name__](made)


def _one_or_several(made: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [made["items"], made]}


def _plain_or_by_language(made: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [{"type": "string", "minLength": 1}, made]}


def _yes_or_more(made: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [{"enum": _YES_OR_NO}, made]}


# What the loader makes of a shorter way to write something, by the name of what does so.
_SHORT_WAYS: Mapping[str, Callable[[JsonSchemaValue], JsonSchemaValue]] = {
    "_as_tuple": _one_or_several,
    "_as_written": _plain_or_by_language,
    "_yes_or_no": _yes_or_more,
    "_word_for_yes": _yes_or_more,
}


def _explain(name: str, made: JsonSchemaValue, explained: Explained) -> None:
    """Give a part, its fields and the words of its lists their explanations."""
    part = _PARTS[name]
    owners = [each.__name__ for each in part.__mro__ if issubclass(each, Part)][:-1]
    block = _block_of(made)
    made["description"] = block["description"] = explained.part(name)
    for each in (made, block):
        each.pop("title", None)
    block.update(_WHOLE.get(name, {}))
    if name == "Text":
        _add_other_languages(block, explained)
    for field, its in block["properties"].items():
        drawn = explained.drawn.get(field, ()) if name in ("Decor", "Looks", "Occasion") else ()
        its.update(_NARROWER.get((name, field), {}))
        its.update({"enum" if name == "Decor" else "examples": list(drawn)} if drawn else {})
        its["description"] = explained.field(owners, field)
        for inner in _within(its):
            _explain_list(inner, explained)
    if name in _SNIPPETS:
        made["defaultSnippets"] = [
            {"label": explained.value("snippet", label), "body": body}
            for label, body in _SNIPPETS[name].items()
        ]


def _add_other_languages(block: JsonSchemaValue, explained: Explained) -> None:
    """What the file calls `sw` or `pt-BR` the loader keeps together."""
    del block["properties"]["others"]
    one = {**block["properties"]["nl"], "description": explained.field(["Text"], "others")}
    block["patternProperties"] = {f"^{LANGUAGE_TAG.pattern}$": one}


def _block_of(made: JsonSchemaValue) -> JsonSchemaValue:
    """Where the fields are: beside a shorter way to write it, if there is one."""
    if "properties" in made:
        return made
    block: JsonSchemaValue = next(each for each in made["anyOf"] if "properties" in each)
    block["additionalProperties"] = made.pop("additionalProperties")
    return block


def _explain_list(made: JsonSchemaValue, explained: Explained) -> None:
    if (words := _LISTS.get(tuple(made.get("enum", ())))) is not None:
        made["enumDescriptions"] = [explained.value(words, each) for each in made["enum"]]
    named = made.get("properties", {})
    for name, one in named.items():
        one["description"] = explained.value(_LISTS[tuple(named)], name)


def _within(made: Any) -> Iterator[JsonSchemaValue]:
    if isinstance(made, dict):
        yield made
        for each in made.values():
            yield from _within(each)
    elif isinstance(made, list):
        for each in made:
            yield from _within(each)


def _all_parts(part: type[Part]) -> Iterator[type[Part]]:
    for each in part.__subclasses__():
        yield each
        yield from _all_parts(each)


_PARTS = {each.__name__: each for each in _all_parts(Part)}
