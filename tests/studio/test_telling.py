"""What the studio says: of problems, of what is said in a phase, and of how long it takes."""

import os
import re
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from engine.play.compiled import CompiledScenario
from engine.play.setting import Setting
from engine.scenario.schema import Line, OpeningLine, Situation, Text
from engine.scenario.vocabulary import LANGUAGES, Language
from game.presenters.printed import Said, printed
from game.studio.beginning import from_form, read_setting
from game.studio.lengths import Walk, walks, words_in_text, written
from game.studio.reading import read
from game.studio.sayings import all_said
from game.studio.telling import clock, found_in
from game.words import words_in
from tests.conftest import MINIMAL
from tests.studio.files import new_file, save


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A scenario that is being written."""
    return new_file(tmp_path)


# --- problems -------------------------------------------------------------------------------------


def test_a_problem_has_its_line_what_stands_there_and_a_repair(path: Path) -> None:
    save(path, "start: first-talk", "start: first-tolk")
    (found,) = found_in(read(path), None, "en")
    lines = path.read_text("utf-8").split("\n")
    assert lines[found.line - 1].strip() == found.written == "start: first-tolk"
    assert found.is_error
    assert not found.is_new
    assert "first-tolk" in found.message
    assert "first-talk" in found.repair


def test_what_is_new_comes_first_also_when_lines_were_put_in_above(path: Path) -> None:
    save(path, "start: first-talk", "start: first-tolk")
    before = read(path)
    save(path, "samenspel: 1\n", "# A line more.\nsamenspel: 1\n")
    save(path, "decor: dunes", "decor: dunse")
    found = found_in(read(path), before, "en")
    assert [(each.written, each.is_new) for each in found] == [
        ("decor: dunse", True), ("start: first-tolk", False),
    ]  # fmt: skip


def test_a_problem_is_found_where_there_is_no_such_line(path: Path) -> None:
    path.write_bytes(b"")
    (found,) = found_in(read(path), None, "en")
    assert found.written == ""


def test_a_save_is_told_by_its_own_time(path: Path) -> None:
    """Not by when it was read: the studio may have been opened long after."""
    os.utime(path, (1_000_000_000, 1_000_000_000))
    assert read(path).at == 1_000_000_000
    assert clock(read(path).at).startswith("2001-09-0")
    assert re.fullmatch(r"\d\d:\d\d:\d\d", clock(time.time()))
    path.unlink()
    assert abs(read(path).at - time.time()) < 60


# --- all that is said -----------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_every_phase_is_shown(
    language: Language, any_scenario: CompiledScenario
) -> None:
    words, scenario = words_in(language), any_scenario.scenario
    for id, phase in scenario.script.phases.items():
        parts = all_said(scenario, id, words, str)
        told = {text for part in parts for line in part.lines for text in line.texts}
        lines = [*phase.opens_with, *phase.answers]
        lines += [line for each in phase.situations for line in each.lines]
        lines += [line for each in phase.confrontations for line in each.opens]
        for name in phase.moves:
            move = scenario.moves[name]
            lines += [*move.lines, *move.answers]
            assert {words.of(text) for text in move.say or ()} <= told
        assert {words.of(text) for line in lines for text in line.say} <= told
        if phase.reflection is not None:
            for step in (phase.reflection.differences, phase.reflection.bottlenecks):
                assert {words.of(text) for text in step.ask} <= told
                assert {words.of(text) for text in step.options.values()} <= told
                own = [line for lines in step.lines.values() for line in lines]
                assert {words.of(text) for line in own for text in line.say} <= told


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_studio_and_the_printed_script_have_the_same_lines(
    language: Language, any_scenario: CompiledScenario
) -> None:
    words, scenario = words_in(language), any_scenario.scenario
    parts = [part for id in scenario.script.phases for part in all_said(scenario, id, words, str)]
    in_studio = {text for part in parts for line in part.lines for text in line.texts}
    whole = printed(scenario, words)
    of_script = [each for each in whole.chapters if each.id in ("script", "moves")]
    blocks = [block for each in of_script for entry in each.entries for block in entry.blocks]
    said = {text for block in blocks if isinstance(block, Said) for text in block.says}
    assert in_studio <= set(_texts(whole))
    offered = {move for phase in scenario.script.phases.values() for move in phase.moves}
    if offered == set(scenario.moves):
        assert said <= in_studio


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))


def test_what_one_party_is_told_alone_says_so(minimal: CompiledScenario) -> None:
    scenario = minimal.scenario
    phases = scenario.script.phases
    name, phase = next((name, each) for name, each in phases.items() if each.rounds)
    party = next(iter(scenario.parties))
    text = Text(nl="Alleen jij.", en="Only you.")
    alone = phase.model_copy(update={
        "opens_with": (OpeningLine(only=party, say=(text,)),),
        "situations": (Situation(only=party, lines=(Line(say=(text,)),)),),
    })  # fmt: skip
    script = scenario.script.model_copy(update={"phases": {**phases, name: alone}})
    words = words_in("en")
    parts = all_said(scenario.model_copy(update={"script": script}), name, words, str)
    whom = f"to {words.of(scenario.parties[party].name)} alone"
    (opening,) = (line for line in parts[0].lines if "Only you." in line.texts)
    assert opening.when == whom
    assert whom in parts[1].title


def test_a_line_says_who_speaks_and_when(minimal: CompiledScenario) -> None:
    reading, text = read(MINIMAL), MINIMAL.read_text("utf-8").split("\n")

    def where(path: tuple[str | int, ...]) -> str:
        return str(reading.place(path)[1])

    parts = all_said(minimal.scenario, "first-talk", words_in("en"), where)
    lines = [line for part in parts for line in part.lines]
    (answer,) = [line for line in lines if line.texts[0].startswith("Line eleven.")]
    assert answer.who == "Anneke Brouwer"
    assert "Put down the passenger list" in answer.when
    # Where it stands in the file is never far from what it says.
    for line in lines:
        near = "".join(text[int(line.where) - 1 :][:5])
        assert line.texts[0] in near


# --- how long it is -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "n"),
    [("", 0), ("één zin, met zes echte woorden", 6), ("€ 1.200 voor z'n co-schap", 4), ("– …", 0)],
)
def test_words_are_counted_as_people_count_them(text: str, n: int) -> None:
    assert words_in_text(text) == n


def test_the_words_of_all_phases_are_part_of_the_whole(minimal: CompiledScenario) -> None:
    counted = written(minimal.scenario)
    assert set(counted.whole) == {"nl", "en"}
    assert set(counted.phases) == set(minimal.phases)
    for language in LANGUAGES:
        in_phases = sum(each[language] for each in counted.phases.values())
        assert 0 < in_phases < counted.whole[language]
    # By hand: the name, the opening line, the situation and two answers.
    assert counted.phases["first-talk"]["en"] == 2 + 10 + 7 + 6 + 10
    assert counted.phases["closing"]["en"] == 2


@pytest.mark.slow
def test_what_a_player_meets_is_read_once_in_each_phase(minimal: CompiledScenario) -> None:
    found = walks(minimal, words_in("en"), 2)
    assert set(found) == set(minimal.phases)
    assert found["first-talk"].choices >= 2
    assert found["bench"].choices >= 4
    assert all(each.words > 0 for each in found.values())
    assert walks(minimal, words_in("en"), 2) == found


def test_reading_and_choosing_both_take_time() -> None:
    assert Walk(238, 0).minutes == 1
    assert Walk(0, 3).minutes == 3


# --- from where to play ---------------------------------------------------------------------------


def filled(compiled: CompiledScenario, seat: str, setting: Setting) -> dict[str, str]:
    """The form as a browser sends it back."""
    form = from_form(compiled, words_in("en"), seat, setting)
    sent = {"phase": form.phase, "seat": form.seat, "rounds": form.rounds, "things": "on"}
    sent |= {f"trust.{each.name}": each.value for each in form.trust}
    sent |= {f"secret.{one.name}": one.chosen for _, some in form.secrets for one in some}
    return sent | {f"on.{each.name}": "on" for _, some in form.things for each in some
                   if each.is_on}  # fmt: skip


SETTINGS = [
    Setting(),
    Setting("closing", rounds=2),
    Setting("closing", {("ferry", "bikes"): 0, ("bikes", "ferry"): 100}, rounds=7),
    Setting("bench", {}, {"rules/exit-fee": False, "rules/who-spoke-last-listens": True}, {}, 2),
    Setting("closing", hidden={("bikes", "sell-next-door"): frozenset({"ferry"})}, rounds=2),
    Setting("closing", hidden={("ferry", "sell-next-door"): frozenset()}, rounds=2),
]


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_form_comes_back_as_it_was_given(setting: Setting, minimal: CompiledScenario) -> None:
    assert read_setting(minimal, filled(minimal, "bikes", setting)) == ("bikes", setting)


def test_with_three_parties_it_is_said_who_knows(three: CompiledScenario) -> None:
    (party, move), others = next(
        ((each.partition(".")[0], each.partition(".")[2]), each)
        for _, some in from_form(three, words_in("en"), three.parties[0], Setting()).secrets
        for each in [some[0].name]
    )
    knowing = frozenset(three.parties) - {party}
    for known in (knowing, frozenset({min(knowing)})):
        setting = Setting(hidden={(party, move): known})
        assert read_setting(three, filled(three, party, setting)) == (party, setting)
    assert others


def test_what_the_form_does_not_change_follows_the_file(minimal: CompiledScenario) -> None:
    """Otherwise a rule that the author adds would be off in the play."""
    _, setting = read_setting(minimal, filled(minimal, "ferry", Setting()))
    assert setting.in_force == {}
    assert setting.trust == {}


def test_every_key_of_the_studio_reads_as_a_sentence() -> None:
    for language in LANGUAGES:
        words = words_in(language)
        told = words("studio.lost.rest", n=1), words("studio.lost.rest", n=2)
        assert told[0] != told[1]
        assert not re.search(r"\b1 [a-z]+ (blijven|are)\b", told[0])
