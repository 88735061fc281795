"""`test` on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from engine.playtest import Playtest
from game.presenters.playtest import Telling, findings_told
from game.words import words_in
from tests.game.conftest import MINIMAL, Run, home, run
from tests.playtest.conftest import SMALL, Altered, altered_text

__all__ = ["home", "run"]

FEW = ("--plays", "30", "--seconds", "600")
PARKED = "parked: {title: Parked, text: It stands.}"


def write(folder: Path, *changes: tuple[str, str]) -> str:
    path = folder / "my van.yaml"
    path.write_text(altered_text(SMALL, *changes), "utf-8")
    return str(path)


def expecting(folder: Path, *expected: str) -> str:
    lines = "".join(f"  - {each}\n" for each in expected)
    return write(folder, (PARKED, f"{PARKED}\nexpect:\n{lines}"))


def as_json(run: Run, *arguments: str) -> Any:
    return json.loads(run("test", *arguments, *FEW, "--json").out)


def without_time(found: Any) -> Any:
    return {name: value for name, value in found.items() if name != "seconds"}


@pytest.mark.slow
def test_it_says_what_was_played_and_what_came_up(run: Run) -> None:
    for language, parts in (
        ("en", ("30 plays by personas", "15 plays at random", "phases", "with seed 0")),
        ("nl", ("30 spellen door persona's", "15 spellen op goed", "fasen", "met seed 0")),
    ):
        said = run("test", MINIMAL, *FEW, "--lang", language)
        assert said.code == 0
        assert not said.err
        assert [each for each in parts if each not in " ".join(said.out.split())] == []


@pytest.mark.slow
def test_the_same_seed_finds_the_same(run: Run) -> None:
    first, second = (without_time(as_json(run, str(SMALL), "--seed", "3")) for _ in range(2))
    assert first == second
    assert first != without_time(as_json(run, str(SMALL), "--seed", "4"))


@pytest.mark.slow
def test_each_finding_has_its_line(run: Run, tmp_path: Path) -> None:
    rare = "rare: {when: {trust: {above: 99}}, title: Rare, text: It flies.}\n  " + PARKED
    path = write(tmp_path, (PARKED, rare))
    line = Path(path).read_text("utf-8").split("\n").index("  " + rare.split("\n")[0]) + 1
    (finding,) = (each for each in as_json(run, path)["findings"] if each["what"] == "ending")
    assert finding["place"] == f"{path}:{line}:3"
    assert (finding["name"], finding["why"]) == ("rare", "condition")


def test_what_there_was_no_time_for_is_not_explored_and_not_never(altered: Altered) -> None:
    rare = "rare: {when: {trust: {above: 99}}, title: Rare, text: It flies.}\n  " + PARKED
    test = Playtest(altered((PARKED, rare)), 0)
    next(test.run("personas", 30))
    findings = list(test.report.findings())
    for language, never, missed in (("en", "never", "ot explored"), ("nl", "nooit", "iet verkend")):
        for is_cut in (False, True):
            telling = Telling(
                test, test.report, words_in(language), lambda _: "", lambda _: "", lambda _: "",
                0.0, is_cut=is_cut,
            )  # fmt: skip
            said = " ".join(line.text for line in findings_told(telling, findings)).lower()
            assert (never in said) != is_cut
            assert (missed in said) == is_cut


@pytest.mark.slow
def test_what_is_not_as_expected_fails_with_its_figures(run: Run, tmp_path: Path) -> None:
    path = expecting(
        tmp_path, "{reaches: {move: offer}, share: {at_most: 5}}", "{always: {phase: signing}}"
    )
    said = run("test", path, *FEW, "--lang", "en")
    assert said.code == 1
    told = " ".join(said.out.split())
    assert "FAILS: move offer" in told
    assert "you expect 0 to 5 of a hundred" in told
    assert "holds: phase signing, 100.0%" in told
    assert run("test", expecting(tmp_path, "{always: {phase: signing}}"), *FEW).code == 0


@pytest.mark.slow
def test_how_shows_the_shortest_way_and_a_command_that_plays_it(run: Run) -> None:
    shown, *_ = as_json(run, str(SMALL), "--how", "signing")
    arguments = shown["command"].partition(" main.py ")[2].replace("'", "").split()
    assert arguments[:1] == ["play"]
    said = run(*arguments, "--lang", "en")
    assert said.code == 0
    assert "Signing" in said.out


@pytest.mark.slow
def test_how_tells_each_choice_on_the_way(run: Run) -> None:
    (shown,) = as_json(run, MINIMAL, "--how", "ferry.skipper")[:1]
    said = run("test", MINIMAL, *FEW, "--how", "ferry.skipper", "--lang", "en")
    told = [line.strip() for line in said.out.splitlines()]
    steps = [line for line in told if line[:1].isdigit() and ". ferry: " in line]
    assert len(steps) >= shown["choices"]
    assert steps[0].startswith("1. ")
    assert any(step.startswith(f"{shown['choices']}. ") for step in steps)
    assert any("roles/ferry.skipper/adopt" in line for line in steps)


@pytest.mark.slow
def test_how_takes_the_number_of_a_line(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path)
    lines = Path(path).read_text("utf-8").split("\n")
    at = next(at for at, line in enumerate(lines, start=1) if "And who drives?" in line)
    kinds = {each["kind"] for each in as_json(run, path, "--how", str(at))}
    assert "line" in kinds
    said = run("test", path, *FEW, "--how", str(at), "--lang", "nl")
    assert "De kortste weg kost" in " ".join(said.out.split())


@pytest.mark.slow
def test_how_takes_a_line_with_only_part_of_a_thing(run: Run, tmp_path: Path) -> None:
    told = "situations:\n        - round: 2\n          lines:\n            - say: It rains.\n"
    path = write(
        tmp_path, ("      moves: [offer, wait]", f"      {told}      moves: [offer, wait]")
    )
    lines = Path(path).read_text("utf-8").split("\n")
    for part, kinds in (
        ("- round: 2", {"line"}),
        ("name: Signing", {"phase", "stood"}),
        ("text: No van without money.", {"stood", "change"}),
    ):
        at = next(at for at, line in enumerate(lines, start=1) if line.strip() == part)
        assert {each["kind"] for each in as_json(run, path, "--how", str(at))} == kinds, part


@pytest.mark.slow
def test_part_of_a_condition_is_shown_as_that_part(run: Run, tmp_path: Path) -> None:
    answer = "- {when: {move: {of: north}}, speaker: south.owner, say: And who drives?}"
    spare = "any: [{safety: {above: 99}}, {round: {at_least: 2}}]"
    path = write(tmp_path, (answer, answer.replace("{of: north}}", f"{{of: north}}, {spare}}}")))
    said = run("test", path, *FEW, "--lang", "en").out.splitlines()
    at = next(at for at, line in enumerate(said) if "This part of a condition" in line)
    column = int(said[at - 1].rpartition(":")[2])
    line = Path(path).read_text("utf-8").split("\n")[int(said[at - 1].split(":")[-2]) - 1]
    assert line[column - 1 :].startswith("{safety: {above: 99}}")
    assert "{safety: {above: 99}}" in [each.strip() for each in said]


WRONG = [
    (("--how", "brakedown"), "Bedoelde je “breakdown”", "Did you mean “breakdown”"),
    (("--how", "2"), "Op regel 2 staat niets", "Nothing that a play can come to stands on line 2"),
    (("--plays", "0"), "valt buiten", "lies outside"),
    (("--seconds", "half"), "is geen geheel getal", "is not a whole number"),
    (("--traces", "{file}"), "{file}", "{file}"),
]


@pytest.mark.parametrize(("options", "nl", "en"), WRONG)
def test_what_is_wrong_is_told_once(
    run: Run, tmp_path: Path, options: tuple[str, ...], nl: str, en: str
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("in the way")
    for language, text in (("nl", nl), ("en", en)):
        filled = [each.format(file=blocked) for each in options]
        said = run("test", str(SMALL), "--plays", "2", *filled, "--lang", language)
        assert said.code == 2
        assert text.format(file=blocked) in said.err
        assert said.err.count("\n") == 1
        assert not said.out


FILES = [
    ("missing", None),
    ("binary", b"\x00\x01\x02"),
    ("utf-16", "samenspel: 1".encode("utf-16")),
    ("huge", b"#" * 1_000_001),
    ("half", b"samenspel: 1\ntitle: {nl: Half"),
    ("empty", b""),
    ("hostile", b'samenspel: 1\ntitle: "\x1b[2J<script>"\n'),
]


@pytest.mark.parametrize(("name", "content"), FILES)
def test_a_file_that_is_no_scenario_gets_one_plain_message(
    run: Run, tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / f"{name}.yaml"
    if content is not None:
        path.write_bytes(content)
    said = run("test", str(path), "--lang", "en")
    assert said.code == 2
    assert said.err.count(str(path)) <= 3  # that it can't be played, what is first, what to type
    assert said.err.count("\n") <= 3
    assert "Traceback" not in said.err
    assert "\x1b" not in said.err


def test_a_text_is_shown_and_never_obeyed(run: Run, tmp_path: Path) -> None:
    evil = '"[bold]<b>\\e[31mred\\e[0m"'
    answer = "speaker: south.owner, say: And who drives?"
    never = f"speaker: south.owner, say: {evil}"
    path = write(
        tmp_path, (f"{{when: {{move: {{of: north}}}}, {answer}}}",
                   f"{{when: {{move: {{of: north}}, safety: {{above: 99}}}}, {never}}}")
    )  # fmt: skip
    said = run("test", path, *FEW)
    assert said.code in (0, 2)
    assert "\x1b" not in said.out + said.err


@pytest.mark.slow
def test_plays_that_show_something_are_kept_to_replay(run: Run, tmp_path: Path) -> None:
    path = expecting(tmp_path, "{never: {event: breakdown}}")
    kept = tmp_path / "kept"
    said = run("test", path, *FEW, "--traces", str(kept), "--lang", "en")
    assert said.code == 1
    (trace,) = kept.iterdir()
    assert f"replay {trace}" in " ".join(said.out.split()).replace("'", "")
    assert run("replay", str(trace), "--scenario", path).code == 0
    again = run("test", path, *FEW, "--traces", str(kept), "--lang", "en")
    assert again.code == 2
    assert "already" in again.err
    assert run("test", path, *FEW, "--traces", str(kept), "--overwrite").code == 1


@pytest.mark.slow
def test_when_the_time_is_up_it_says_so(run: Run) -> None:
    said = run("test", MINIMAL, "--plays", "100000", "--seconds", "1", "--lang", "en")
    assert said.code == 0
    assert "The time was up" in said.out


def test_who_has_seen_enough_keeps_what_was_found(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.playtest import Playtest

    honest = Playtest.run

    def interrupted(self: Playtest, stage: Any, plays: int) -> Any:
        yield from honest(self, stage, plays)
        raise KeyboardInterrupt

    monkeypatch.setattr(Playtest, "run", interrupted)
    said = run("test", MINIMAL, *FEW, "--lang", "en")
    assert said.code == 0
    assert "30 plays by personas, 0 plays at random" in " ".join(said.out.split())


def test_a_game_is_named_only_with_auto(run: Run) -> None:
    said = run("play", MINIMAL, "--text", "--game", "3", "--lang", "en")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "--game goes with --auto" in said.err
