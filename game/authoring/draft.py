"""A scenario to begin with: small, commented, and playable as it is.

Each form has a situation of its own, in a file of texts; one template makes a scenario of it.
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from engine.scenario.vocabulary import LANGUAGES, Form, Language
from game.authoring import FEWEST_PARTIES

FORMS: tuple[Form, ...] = get_args(Form)

_DRAFTS = Path(__file__).parent / "drafts"
# Design choices: how long a line may be that can be split; what a round takes at a table,
# and the opening and the reflection moment.
_WIDEST = 160
_MINUTES_A_ROUND, _MINUTES_BESIDES = 5, 15


@dataclass(frozen=True)
class Outline:
    """What an author wants to begin with. rounds: in all. comments: the language of those."""

    title: str
    form: Form
    parties: int
    rounds: int
    languages: Sequence[Language]
    comments: Language


def draft(outline: Outline) -> str:
    """The scenario as YAML."""
    situation = _situation(outline.form)
    return _template(tuple(outline.languages)).render(
        {
            **situation,
            "title": dict.fromkeys(outline.languages, outline.title),
            "summary": _summary(situation, outline.parties),
            "form": outline.form,
            "parties": situation["parties"][: outline.parties],
            "rounds": outline.rounds,
            "minutes": outline.rounds * _MINUTES_A_ROUND + _MINUTES_BESIDES,
            "languages": outline.languages,
            "comments": outline.comments,
        }
    )


@cache
def _situation(form: Form) -> Mapping[str, Any]:
    return tomllib.loads((_DRAFTS / f"{form}.toml").read_text(encoding="utf-8"))


def _summary(situation: Mapping[str, Any], parties: int) -> dict[str, str]:
    """Who wants what of whom, and who else is there."""
    joining = [party["joins"] for party in situation["parties"][FEWEST_PARTIES:parties]]
    return {
        language: " ".join([text, *(each[language] for each in joining)])
        for language, text in situation["summary"].items()
    }


@cache
def _template(languages: Sequence[Language]) -> Template:
    # What comes out is YAML for an author to read: nothing in it is markup.
    templates = Environment(
        loader=FileSystemLoader(_DRAFTS), autoescape=False, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    templates.globals["put"] = partial(_entry, languages)
    templates.globals["flow"] = partial(_flow, languages)
    return templates.get_template("scenario.yaml.jinja")


def _entry(languages: Sequence[Language], indent: int, name: str, value: Any) -> str:
    """A name with its value, on one line if that is not too long.

    value: a text in each language, a mapping or a list of those, or YAML as it is.
    """
    margin = " " * indent
    line = f"{margin}{name}: {_flow(languages, value)}"
    if len(line) <= _WIDEST or not _has_parts(languages, value):
        return line
    if isinstance(value, list):
        rows = [f"{margin}  - {_flow(languages, each)}" for each in value]
    elif _is_text(value):
        rows = [f"{margin}  {each}: {_quoted(value[each])}" for each in languages]
    else:
        rows = [_entry(languages, indent + 2, key, each) for key, each in value.items()
                if each is not None]  # fmt: skip
    return "\n".join([f"{margin}{name}:", *rows])


def _has_parts(languages: Sequence[Language], value: Any) -> bool:
    return isinstance(value, dict | list) and not (_is_text(value) and len(languages) == 1)


def _flow(languages: Sequence[Language], value: Any) -> str:
    """The value on one line."""
    if isinstance(value, list):
        return f"[{', '.join(_flow(languages, each) for each in value)}]"
    if not isinstance(value, dict):
        return str(value)
    if _is_text(value):
        if len(languages) == 1:
            return _quoted(value[languages[0]])
        pairs = [f"{each}: {_quoted(value[each])}" for each in languages]
    else:
        pairs = [f"{key}: {_flow(languages, each)}" for key, each in value.items()
                 if each is not None]  # fmt: skip
    return f"{{{', '.join(pairs)}}}"


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() <= set(LANGUAGES)


def _quoted(text: str) -> str:
    # Always in quotation marks: an author can then add a comma or a colon without a thought.
    return json.dumps(text, ensure_ascii=False)
