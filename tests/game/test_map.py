"""`map` shows the script, and at once what no play came to."""

import json
import re
from pathlib import Path

import pytest

from engine.scenario.schema import Condition
from engine.scenario.vocabulary import LANGUAGES, Language
from game.presenters.conditions import Reader
from game.presenters.script_map import share_words
from game.words import words_in
from tests.conftest import compiled_of
from tests.drawing.reading import parsed, tag
from tests.game.conftest import MINIMAL, ROOT, THREE, Run
from tests.scenario.test_guide import GUIDES
from tests.translated import MARK, translated

SMALL = ROOT / "tests/scenarios/valid/small.yaml"
GUIDED = ROOT / "tests/play/mill.yaml"


@pytest.fixture
def unreachable(tmp_path: Path) -> Path:
    """A scenario with a way, an event and an ending that no play comes to."""
    text = SMALL.read_text("utf-8")
    text = text.replace(
        "      next: {to: signing}\n",
        "      next: [{to: never-there, when: {trust: {at_least: 100}}}, {to: signing}]\n"
        "    never-there:\n"
        "      name: The cellar\n"
        "      decor: yard\n"
        "      rounds: 1\n"
        "      moves: [offer, wait]\n"
        "      next: {to: signing}\n",
    )
    path = tmp_path / "cellar.yaml"
    path.write_text(text, "utf-8")
    return path


# --- as text ----------------------------------------------------------------------------------


@pytest.mark.slow
def test_each_way_has_its_condition_and_its_share(run: Run) -> None:
    told = run("map", THREE, "--lang", "en").out
    assert re.search(r"→ 2\. The third chair, when trust is below 60: \d+%", told)
    assert re.search(r"→ 3\. Signing, otherwise: \d+%", told)
    assert "reflection moment" in told


def test_what_no_play_came_to_is_seen_at_once(unreachable: Path, run: Run) -> None:
    told = run("map", str(unreachable), "--lang", "en", "--plays", "72").out
    assert "The cellar: NEVER REACHED" in told
    assert "The cellar, when trust is at least 100: NEVER" in told
    assert "NOOIT BEREIKT" in run("map", str(unreachable), "--lang", "nl", "--plays", "72").out


def test_without_plays_there_are_no_shares(unreachable: Path, run: Run) -> None:
    told = run("map", str(unreachable), "--lang", "en", "--plays", "0").out
    assert "The cellar" in told
    assert "%" not in told.partition("What can happen")[0]
    assert "NEVER" not in told


@pytest.mark.slow
def test_the_same_seed_gives_the_same_map(run: Run) -> None:
    def shares(seed: str) -> str:
        told = run("map", THREE, "--plays", "216", "--lang", "en", "--seed", seed).out
        return told.partition("The script")[2]

    assert shares("4") == shares("4")
    assert shares("4") != shares("5")


@pytest.mark.parametrize(
    ("plays", "told"),
    [(0, "never"), (1, "<1%"), (5, "<1%"), (10, "1%"), (990, "99%"), (999, ">99%"), (1000, "100%")],
)
def test_only_never_is_never_and_only_always_is_all(plays: int, told: str) -> None:
    assert share_words(words_in("en"), plays, 1000) == told


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_shows_what_the_command_prints(language: str, run: Run, tmp_path: Path) -> None:
    guide, path = GUIDES[language].read_text("utf-8"), tmp_path / "guide.yaml"
    path.write_text("\n".join(re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)), "utf-8")
    (shown,) = re.findall(r"```text\n(.*?)```", guide, re.DOTALL)
    assert shown in run("map", str(path), "--lang", language, "--plays", "0").out


def test_the_map_is_told_in_any_language_that_the_scenario_has(run: Run, tmp_path: Path) -> None:
    path = translated(Path(MINIMAL), tmp_path / "german.yaml")
    told = run("map", str(path), "--texts", "de", "--lang", "en", "--plays", "0")
    assert (told.code, told.err) == (0, "")
    assert f"1. {MARK}" in told.out
    assert run("map", str(path), "--texts", "fy", "--plays", "0").code == 2


# --- in a file --------------------------------------------------------------------------------


def test_a_name_that_says_no_kind_of_map_is_refused(run: Run, tmp_path: Path) -> None:
    said = run("map", THREE, "--out", str(tmp_path / "map.docx"), "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert "Let its name end in .svg, .html or .mmd" in said.err


@pytest.mark.parametrize("ending", [".mmd", ".svg", ".html"])
def test_nothing_is_written_over_unasked(ending: str, run: Run, tmp_path: Path) -> None:
    out = tmp_path / f"map{ending}"
    out.write_text("mine", "utf-8")
    assert run("map", MINIMAL, "--out", str(out), "--plays", "1").code == 2
    assert out.read_text("utf-8") == "mine"
    assert run("map", MINIMAL, "--out", str(out), "--plays", "1", "--overwrite").code == 0
    assert out.read_text("utf-8") != "mine"


def test_a_page_of_ours_is_made_anew(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    for _ in range(2):
        assert run("map", MINIMAL, "--out", str(out), "--plays", "1").code == 0


def test_a_scenario_is_never_written_over(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "small.mmd"
    path.write_bytes(SMALL.read_bytes())
    assert run("map", str(path), "--out", str(path), "--overwrite").code == 2
    assert path.read_bytes() == SMALL.read_bytes()


def test_mermaid_text_keeps_markup_out_of_its_labels(tmp_path: Path, run: Run) -> None:
    text = SMALL.read_text("utf-8").replace(
        "name: Signing", """name: '"] --> x; %% <b onclick="y">`end` #quot; \\'"""
    )
    path, out = tmp_path / "sly.yaml", tmp_path / "map.mmd"
    path.write_text(text, "utf-8")
    assert run("map", str(path), "--out", str(out), "--plays", "72", "--lang", "en").code == 0
    written = out.read_text("utf-8")
    labels = re.findall(r'"([^"]*)"', written)
    assert any("onclick" in label for label in labels)
    for label in labels:
        assert not re.search(r"[<>`\\;]", re.sub(r"#\d+;|<br/>", "", label)), label


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_it_all_in_words_too(
    language: Language, unreachable: Path, run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "map.html"
    arguments = ("map", str(unreachable), "--plays", "720", "--lang", language, "--out", str(out))
    assert run(*arguments).code == 0
    words, text = words_in(language), out.read_text("utf-8")
    tables = text[text.index("<table>") :]
    for each in ("The cellar", "In the yard", "Breakdown", "On the road", "Parked"):
        assert each in tables
    assert words("map.missed", what="“The cellar”") in text
    assert words("map.never.place") in text
    assert '<tr class="missed"><td>The cellar</td>' in tables
    assert "<script" not in text


@pytest.mark.slow
def test_a_drawing_has_a_title_and_says_what_no_play_came_to(
    unreachable: Path, run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "map.svg"
    arguments = ("map", str(unreachable), "--plays", "720", "--lang", "en", "--out", str(out))
    assert run(*arguments).code == 0
    told = {tag(each): each.text for each in parsed(out.read_text("utf-8")).iter()}
    assert told["title"] == "The map of The van"
    assert told["desc"] == (
        "3 phases, 4 arrows, 1 event and 2 endings. No play came to “The cellar”."
    )


@pytest.mark.parametrize("ending", [".mmd", ".svg", ".html"])
def test_what_an_author_wrote_is_shown_and_never_obeyed(
    ending: str, run: Run, tmp_path: Path
) -> None:
    sly = "</text></td><script>alert(1)</script> \x1b[2J\u202e &amp;"
    text = SMALL.read_text("utf-8").replace("name: Signing", f"name: {json.dumps(sly)}")
    path, out = tmp_path / "sly.yaml", tmp_path / f"map{ending}"
    path.write_text(text, "utf-8")
    assert run("map", str(path), "--out", str(out), "--plays", "0").code in (0, 1)
    written = out.read_text("utf-8")
    assert "<script" not in written
    assert not {"\x1b", "\u202e"} & set(written)
    assert "alert" in written


# --- what is not whole ------------------------------------------------------------------------


def test_a_script_that_goes_round_is_drawn_with_its_circle(run: Run, tmp_path: Path) -> None:
    text = SMALL.read_text("utf-8").replace(
        "      moves: [offer, wait]\n", "      moves: [offer, wait]\n      next: {to: yard-talk}\n"
    )
    path = tmp_path / "round.yaml"
    path.write_text(text, "utf-8")
    said = run("map", str(path), "--lang", "en")
    assert said.code == 1
    assert "→ 1. In the yard" in said.out
    assert said.err.startswith("Not played, because there ")
    for ending in (".mmd", ".svg", ".html"):
        assert run("map", str(path), "--out", str(tmp_path / f"map{ending}")).code == 1
        assert "In the yard" in (tmp_path / f"map{ending}").read_text("utf-8")


def test_a_phase_that_is_not_there_is_drawn_as_missing(run: Run, tmp_path: Path) -> None:
    text = SMALL.read_text("utf-8").replace("next: {to: signing}", "next: {to: sining}")
    path, out = tmp_path / "typo.yaml", tmp_path / "map.svg"
    path.write_text(text, "utf-8")
    said = run("map", str(path), "--lang", "en")
    assert said.code == 1
    assert "3. sining" in said.out
    assert "there is no such phase" in said.out
    assert run("map", str(path), "--out", str(out)).code == 1
    assert "sining" in out.read_text("utf-8")


# --- conditions in words ----------------------------------------------------------------------

NUMBERS = (
    "trust", "reliability", "risk", "safety", "value", "exposure", "internal_balance",
    "formal_overlap", "understanding", "lock_in", "round", "changes",
)  # fmt: skip
SAID = {
    "trust": ({"at_least": 40, "below": 60}, "trust is at least 40 and below 60"),
    "value": ({"of": "noord", "above": -5}, "noord's value per round is above −5"),
    "round": ({"at_least": 3}, "the number of rounds played is at least 3"),
    "move": ({"stance": "opportunistic"}, "somebody just played an opportunistic move"),
    "discovered": ({}, "what somebody hid was found out last round"),
    "outcome": (["stalled", "parted"], "the outcome is “stalled” or “an honourable exit”"),
    "any": (
        [{"trust": {"below": 20}}, {"safety": {"below": 30}, "risk": {"above": 60}}],
        "(trust is below 20 or (perceived risk is above 60 and safety is below 30))",
    ),
    "not": ({"safety": {"below": 30}}, "it is not so that safety is below 30"),
    "confronted": (
        {"reply": ["deny", "silence"], "response": "freeze"},
        "somebody was called to account (somebody denied it or left it unanswered; the other side "
        "kept its distance)",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_a_condition_reads_as_a_reader_says_it(name: str) -> None:
    written, told = SAID[name]
    reader = Reader(compiled_of(Path(MINIMAL)).scenario, words_in("en"))
    said = reader.condition(Condition.model_validate({name: written}))
    assert said == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_condition_has_words(language: Language) -> None:
    scenario = compiled_of(GUIDED).scenario
    party, event = next(iter(scenario.parties)), next(iter(scenario.script.events))
    move, decor = next(iter(scenario.moves)), next(iter(scenario.decor))
    bound = {"at_least": 12}
    whole = {
        **dict.fromkeys(NUMBERS, bound),
        **{name: {"of": party, "is": move} for name in ("move", "played", "carried_out", "knows")},
        **{name: {"of": party} for name in ("discovered", "slipped", "stopped")},
        "confronted": {"cause": "leak"},
        "happened": event,
        "befell": {"event": event, "of": party},
        "changed": decor,
        "in_force": decor,
        "not_in_force": f"{party}.gone",
        "left": party,
        "at_table": party,
        "outcome": "broken",
        "met": {"of": party, "want": "gone"},
        "all": [{"trust": bound}],
        "any": [{"trust": bound}, {"risk": bound}],
        "not": {"trust": bound},
    }  # fmt: skip
    reader = Reader(scenario, words_in(language))
    assert set(whole) == {each.alias or name for name, each in Condition.model_fields.items()}
    alone = [reader.condition(Condition.model_validate({k: v})) for k, v in whole.items()]
    assert all(alone)
    assert len(set(alone)) == len(alone) - 1  # `all` of one thing is that thing
    assert all(part in reader.condition(Condition.model_validate(whole)) for part in alone)
