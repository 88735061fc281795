"""The format as a JSON Schema: valid scenarios pass, slips do not, and it explains itself."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from engine.scenario.for_editors import editor_schema
from engine.scenario.vocabulary import LANGUAGES, Language
from game.authoring.draft import FORMS, Outline, draft
from game.authoring.explained import explained_in
from game.drawing.backdrops import BACKDROPS
from game.words import words_in
from tests.conftest import LIBRARY, ROOT, SMALL
from tests.game.conftest import MINIMAL
from tests.translated import translated

ONE_LANGUAGE = Path(MINIMAL).with_name("small.yaml")


class AsAnEditor(yaml.CSafeLoader):
    """YAML 1.2, by which editors read: `yes` and `on` are words there."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for tag, pattern, first in (
    ("null", r"|~|null|Null|NULL", ["", "~", "n", "N"]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)", list("-+.0123456789")),
):
    AsAnEditor.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^({pattern})$"), first
    )


def read(text: str) -> Any:
    """A scenario as an editor reads it."""
    return yaml.load(text, AsAnEditor)


@cache
def made(language: Language) -> dict[str, Any]:
    """The schema in that language."""
    return editor_schema(explained_in(words_in(language)), "Samenspel")


@cache
def validator() -> Draft202012Validator:
    """What judges a scenario by it."""
    Draft202012Validator.check_schema(made("en"))
    return Draft202012Validator(made("en"))


def faults(text: str) -> list[str]:
    """What is wrong with a scenario by the schema: where, and in what words."""
    return [f"{each.json_path}: {each.message}" for each in validator().iter_errors(read(text))]


@pytest.mark.parametrize("path", [*LIBRARY, *SMALL], ids=lambda path: path.stem)
@pytest.mark.slow
def test_every_valid_scenario_passes(path: Path) -> None:
    assert faults(path.read_text("utf-8")) == []


@pytest.mark.slow
def test_a_scenario_in_any_language_passes(tmp_path: Path) -> None:
    german = translated(Path(MINIMAL), tmp_path / "german.yaml").read_text("utf-8")
    assert faults(german) == []
    assert faults(german.replace("de: ", "German: ", 1)) != []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_passes(language: Language) -> None:
    name = "README.md" if language == "en" else "README.nl.md"
    guide = (Path(__file__).parents[2] / "scenarios" / name).read_text("utf-8")
    assert faults("\n".join(re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL))) == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.slow
def test_every_new_scenario_passes(form: Any) -> None:
    assert faults(draft(Outline("X", form, 4, 4, LANGUAGES, "nl"))) == []
    assert faults(draft(Outline("X", form, 2, 4, ("nl",), "nl"))) == []


# What is in the file, and the slip that takes its place.
SLIPS = [
    ("samenspel: 1", "samenspel: 2"),
    ("form: outsourcing", "form: outsorcing"),
    ("minutes: 10", "minutes: ten"),
    ("minutes: 10", "minutes: 2"),
    ("summary: Two", "sumary: Two"),
    ("thesis: 4", "thesis: 6"),
    ("persona: builder", "persona: bilder"),
    ("{quiet: 40}", "{quiet: 140}"),
    ("{quiet: 40}", "{Quiet one: 40}"),
    ("internal_balance: 60", "internal_balance: 60%"),
    ("internal_balance: 60", "internal_balance: [60]"),
    ("backdrop: factory-hall", "backdrop: factory"),
    ("held_by: north", "held_by: {is: north}"),
    ("    negotiable: yes", "    negotiable: perhaps"),
    ("between: [0, 40]", "between: [0, 20, 40]"),
    ("effect: {safety: -5}", "effect: {safety: -50}"),
    ("effect: {safety: -5}", "effect: {safty: -5}"),
    ("kind: share", "kind: shore"),
    ("title: Wait, ", ""),
    ("rounds: 2", "rounds: 20"),
    ("rounds: 2\n", "\n"),
    ("{move: {of: north}}", "{move: {by: north}}"),
    ("speaker: south.owner", "speaker: south"),
    ("after: 6 months", "after: half a year"),
    ("chance: 20", "chance: 0.2"),
    ("{outcome: success}", "{outcome: succes}"),
    ("next: {to: signing}", "next: signing"),
    ("roles:", "role:"),
    ("endings:", "ending:"),
]  # fmt: skip


def test_the_file_without_a_slip_passes() -> None:
    assert faults(ONE_LANGUAGE.read_text("utf-8")) == []


@pytest.mark.parametrize(("right", "wrong"), SLIPS)
def test_a_slip_does_not_pass(right: str, wrong: str) -> None:
    text = ONE_LANGUAGE.read_text("utf-8")
    assert right in text
    assert faults(text.replace(right, wrong, 1)) != []


def properties(schema: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property anywhere in the schema, with its place."""
    if isinstance(schema, dict):
        for name, one in schema.get("properties", {}).items():
            yield f"{at}/{name}", one
        for key, value in schema.items():
            yield from properties(value, f"{at}/{key}")
    elif isinstance(schema, list):
        for number, value in enumerate(schema):
            yield from properties(value, f"{at}/{number}")


def test_every_property_and_every_word_of_a_list_is_explained_in_both_languages() -> None:
    nl, en = (dict(properties(made(each))) for each in LANGUAGES)
    assert nl.keys() == en.keys()
    assert len(nl) > 250
    for place, one in nl.items():
        told = (one.get("description", ""), en[place].get("description", ""))
        assert all(len(each) > 3 for each in told), place
        assert told[0] != told[1] or place.endswith("form/description"), place
    enums = [one for each in LANGUAGES for one in with_enum(made(each))]
    assert len(enums) > 20
    for one in enums:
        if one["enum"][0] not in ("yes", "round", *BACKDROPS):
            assert len(one["enumDescriptions"]) == len(one["enum"]), one


def with_enum(schema: Any) -> Iterator[dict[str, Any]]:
    """Every closed list of words in the schema."""
    if isinstance(schema, dict):
        if "enum" in schema and isinstance(schema["enum"], list):
            yield schema
        for value in schema.values():
            yield from with_enum(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from with_enum(value)


def test_it_holds_nothing_that_an_author_does_not_write() -> None:
    text = json.dumps(made("nl"))
    for stray in ('"null"', '"default":', '"title": "Is "', "is_", 'not_"', '"number"'):
        assert stray not in text, stray


def test_what_an_editor_fills_in_is_what_the_format_knows() -> None:
    parts = made("nl")["$defs"]
    found = 0
    for name, part in parts.items():
        for snippet in part.get("defaultSnippets", ()):
            found += 1
            assert set(snippet["body"]) <= set(part["properties"]), name
            assert set(part["required"]) <= set(snippet["body"]), name
            filled = json.dumps(snippet["body"], sort_keys=True)
            assert len(set(re.findall(r"\$\{?(\d)", filled))) >= 3
    assert found >= 6


def test_chapters_may_stand_in_other_files() -> None:
    text = (ROOT / "tests/scenarios/several/included.yaml").read_text("utf-8")
    assert faults(text) == []
    assert faults(text.replace("minutes: 10", "minutes: ten")) != []
    assert faults(text.replace("include:", "inclde:")) != []
