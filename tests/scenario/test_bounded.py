"""However large, broken or odd a file is: bounded work, a list with an end, and an answer."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from engine.scenario.load import MOST_PROBLEMS, load, load_text
from engine.scenario.pieces import content_of
from engine.scenario.problems import Problem
from tests.conftest import ROOT

SMALL = ROOT / "tests/scenarios/valid/small.yaml"
TEXT = SMALL.read_text()
MANY = 5_000

# Text that goes wrong again and again, and the code that most of its problems have.
ENDLESS = {
    "unknown-key": TEXT + "".join(f"k{n}: 1\n" for n in range(MANY)),
    "invisible-character": TEXT + "#" + "\x07" * MANY,
    "tab-indentation": TEXT + "\t# x\n" * MANY,
    "duplicate-key": TEXT + "title: x\n" * MANY,
    "unknown-move": TEXT.replace("[offer, wait]", f"[{', '.join(f'o{n}' for n in range(MANY))}]"),
    "quote-not-closed": TEXT + "".join(f'a{n}: "x\n' for n in range(40)),
    "bracket-not-closed": "".join(f"a{n}: [\n" for n in range(40)),
}


# What is compared with all that comes before it, as long as a file may be.
PILES = {
    "moves": TEXT.replace("[offer, wait]", f"[{', '.join(['offer', 'wait'] * 8_000)}]"),
    "branches": TEXT.replace(
        "next: {to: signing}",
        f"next: [{'{to: signing, when: {trust: {below: 20}}}, ' * 4_000}{{to: signing}}]",
    ),
    "answers": TEXT.replace(
        "        - {when: {move: {of: north}}",
        "        - {when: {trust: {below: 20}}, again: yes, speaker: south.owner, say: Hm.}\n"
        * 3_000
        + "        - {when: {move: {of: north}}",
    ),
    "quotes": TEXT.replace("[offer, wait]", f"[{'“a, ' * 20_000}wait]"),
}


def codes(text: str) -> list[str]:
    return [problem.code for problem in load_text(text, "x.yaml").problems]


@pytest.mark.slow
@pytest.mark.parametrize("code", ENDLESS)
def test_a_list_of_problems_has_an_end(code: str) -> None:
    found = codes(ENDLESS[code])
    assert code in found
    assert len(found) <= MOST_PROBLEMS + 1
    if len(found) > MOST_PROBLEMS:
        assert found[-1] == "more-problems"


@pytest.mark.slow
def test_what_was_left_out_is_said() -> None:
    problems = load_text(ENDLESS["unknown-key"], "x.yaml").problems
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].message("en") == (
        f"there are more problems than the {MOST_PROBLEMS} above."
    )


@contextmanager
def counted_parses() -> Iterator[list[int]]:
    """How long each text is that is given to libyaml."""
    real: Callable[..., Iterator[yaml.Event]] = yaml.parse
    lengths: list[int] = []

    def parse(text: str, **options: object) -> Iterator[yaml.Event]:
        lengths.append(len(text))
        return real(text, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "parse", parse)
        yield lengths


def test_a_good_file_is_read_once() -> None:
    with counted_parses() as lengths:
        assert load(SMALL).scenario is not None
    assert lengths == [len(TEXT)]


@pytest.mark.parametrize("code", ENDLESS)
@pytest.mark.slow
def test_a_broken_file_is_read_twice_at_most(code: str) -> None:
    with counted_parses() as lengths:
        codes(ENDLESS[code])
    assert sum(lengths) <= 2 * len(ENDLESS[code])


def test_one_chapter_that_is_no_yaml_does_not_hide_the_others() -> None:
    text = TEXT.replace("decor:\n", "decor:\n  x: [\n", 1).replace("rules:\n", 'rules: "\n', 1)
    text = text.replace("internal_balance: 60", "internal_balance: 600")
    assert codes(text) == ["out-of-range", "bracket-not-closed", "quote-not-closed"]


def test_what_one_chapter_names_another_can_repeat_when_a_third_is_broken() -> None:
    text = TEXT.replace("title: The van", "title: &van The van", 1)
    text = text.replace("summary: Two bakers and one delivery van.", "summary: *van")
    assert codes(text) == []
    assert codes(text.replace("decor:\n", "decor: [\n", 1)) == ["bracket-not-closed"]


@pytest.mark.slow
def test_a_pile_of_accents_does_not_take_for_ever() -> None:
    text = TEXT.replace("Paid at once.", "a" + "\u0301\u0323" * 100_000)
    assert "word-too-long" in codes(text)


@pytest.mark.parametrize("sign", ["[", "{", "{a: ", "[{a: ", "- ", "? "])
@pytest.mark.parametrize("closed", [False, True])
def test_a_pile_of_brackets_is_refused(sign: str, closed: bool) -> None:
    """Alone, and below a name; a pile that is closed again is only too high."""
    pile = sign * 10_000
    if closed:
        pile += "".join({"[": "]", "{": "}"}.get(each, "") for each in reversed(pile))
    assert len(codes(pile)) == 1
    assert codes(f"{TEXT}\nx:\n  {pile}") == ["too-deep"]


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full", "/dev/tty"])
def test_a_device_is_not_read(device: str) -> None:
    if not Path(device).exists():
        pytest.skip("this system has no such device")
    assert [each.code for each in load(Path(device)).problems] == ["not-a-file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    loaded = load(pipe)
    assert [each.code for each in loaded.problems] == ["not-a-file"]
    assert loaded.scenario is None


def test_of_a_huge_file_no_more_is_read_than_shows_that_it_is_huge(tmp_path: Path) -> None:
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(50_000_000_000)
    content = content_of(huge)
    assert not isinstance(content, Problem)
    assert len(content) < 2_000_000
    assert [each.code for each in load(huge).problems] == ["file-too-large"]


def test_a_file_saved_in_two_bytes_a_letter_is_told_how_to_save_it() -> None:
    for encoding in ("utf-16", "utf-16-be", "utf-16-le"):
        content = ("\ufeff" if encoding != "utf-16" else "") + TEXT
        (problem,) = load_text(content.encode(encoding), "x.yaml").problems
        assert problem.code == "saved-as-utf-16"


@pytest.mark.slow
@pytest.mark.parametrize("pile", PILES)
def test_a_long_list_is_not_compared_with_itself_throughout(pile: str) -> None:
    """Held against all that come before it, each item would cost the whole list again."""
    assert codes(PILES[pile])
