"""The author's guide: its blocks make a playable scenario, and it leaves nothing out."""

import re
from pathlib import Path

import pytest

from engine.scenario.load import load, load_text
from engine.scenario.schema import Part, Scenario
from engine.scenario.schema_walk import fields_of
from engine.scenario.vocabulary import KINDS, PATTERNS, PERSONAS
from game.drawing.backdrops import BACKDROPS
from tests.conftest import MINIMAL
from tests.game.own_pictures import jpeg

FOLDER = Path(__file__).parent.parent.parent / "scenarios"
SMALL = Path(__file__).parent.parent / "scenarios/valid/small.yaml"
GUIDES = {"en": FOLDER / "README.md", "nl": FOLDER / "README.nl.md"}
# The languages have a section of their own; of `allowed` the guide shows the short way, `yes`.
LEFT_OUT = {"nl", "en", "allowed"}


def words_of(part: type[Part]) -> set[str]:
    """The names that an author can write in a part, and in all that are made of it."""
    return set(fields_of(part)).union(*(words_of(each) for each in part.__subclasses__()))


WORDS = words_of(Part) - LEFT_OUT


@pytest.mark.parametrize("language", GUIDES)
def test_the_blocks_of_the_guide_are_together_one_scenario(language: str) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", GUIDES[language].read_text(), re.DOTALL)
    loaded = load_text("\n".join(blocks), "guide")
    assert [problem.text("en") for problem in loaded.problems] == []
    assert isinstance(loaded.scenario, Scenario)
    assert loaded.scenario.language == language


@pytest.mark.parametrize("language", GUIDES)
def test_the_example_of_a_third_language_is_one(language: str) -> None:
    (block,) = re.findall(r"```\n(samenspel: 1\n.*?)```", GUIDES[language].read_text(), re.DOTALL)
    rest = MINIMAL.read_text("utf-8").partition("\nsummary:")[2]
    loaded = load_text(f"{block}summary:{rest}", "guide")
    assert loaded.scenario is not None
    assert loaded.scenario.languages == ("nl", "en", "de")
    assert loaded.scenario.in_tongue("de").title.in_language("en") == "Der Wagen"
    assert {problem.code for problem in loaded.problems} == {"missing-translation"}


@pytest.mark.parametrize("language", GUIDES)
def test_the_example_of_an_own_picture_is_one(language: str, tmp_path: Path) -> None:
    (block,) = re.findall(r"```\n(decor:\n.*?)```", GUIDES[language].read_text(), re.DOTALL)
    text = SMALL.read_text("utf-8")
    name = block.split()[1].rstrip(":")
    text = re.sub(r"decor:\n.*\n", block, text, count=1).replace("decor: yard", f"decor: {name}")
    path = tmp_path / "van.yaml"
    path.write_text(text, "utf-8")
    (tmp_path / "hall.jpg").write_bytes(jpeg())
    (tmp_path / "zaal.jpg").write_bytes(jpeg())
    assert [problem.code for problem in load(path).problems] == []
    for file in tmp_path.glob("*.jpg"):
        file.unlink()
    assert [problem.code for problem in load(path).problems] == ["picture-missing"]


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_names_every_word_of_the_format(language: str) -> None:
    text = GUIDES[language].read_text()
    known = WORDS | set(KINDS) | set(BACKDROPS) | set(PERSONAS) | set(PATTERNS)
    assert [word for word in sorted(known) if not re.search(rf"\b{word}\b", text)] == []


@pytest.mark.parametrize("language", GUIDES)
def test_the_table_of_kinds_is_the_one_the_game_plays_by(language: str) -> None:
    rows = re.findall(r"^\| `([a-z]+)` \|.*?\|.*?\|.*?\|((?:[ 0-9·]+\|){8})$", *_multi(language))
    table = {kind: [c.strip().replace("·", "0") for c in row.split("|")[:8]] for kind, row in rows}
    assert table == {
        kind: [str(round(100 * trait)) for trait in prototype.traits]
        for kind, prototype in KINDS.items()
    }


def _multi(language: str) -> tuple[str, re.RegexFlag]:
    return GUIDES[language].read_text(), re.MULTILINE


@pytest.mark.parametrize("language", GUIDES)
def test_the_third_party_of_the_guide_can_join_its_scenario(language: str) -> None:
    text = GUIDES[language].read_text()
    scenario = "\n".join(re.findall(r"```yaml\n(.*?)```", text, re.DOTALL))
    (third,) = re.findall(r"```\n(parties:\n.*?)```", text, re.DOTALL)
    parts = re.split(r"^(\w+):\n", third, flags=re.MULTILINE)[1:]
    chapters = dict(zip(parts[::2], parts[1::2], strict=True))
    start, phases = chapters.pop("script").split("  phases:\n")
    scenario = re.sub(r"^  start: .*\n", start, scenario, flags=re.MULTILINE)
    scenario = scenario.replace("  phases:\n", f"  phases:\n{phases}")
    for chapter, lines in chapters.items():
        scenario = scenario.replace(f"{chapter}:\n", f"{chapter}:\n{lines}", 1)
    loaded = load_text(scenario, "guide")
    assert [problem.text("en") for problem in loaded.problems] == []
    assert isinstance(loaded.scenario, Scenario)
    assert len(loaded.scenario.parties) == 3
    assert [len(phase.with_) for phase in loaded.scenario.script.phases.values()][:2] == [0, 2]
