"""No text steers a terminal or misleads a reader, wherever it comes from or goes."""

import json
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from game.errors import shell_quoted
from game.printable import (
    LONGEST_PATH,
    LONGEST_QUOTE,
    json_text,
    path_quoted,
    path_text,
    printable,
    quoted,
)

STEERS = "\x1b]52;c;aGk=\x07\x1b[2J\x9b2J\b\r\x00\x7f"  # clipboard, clear, bell, back, return
FOOLS = "\u202eabc\u2066\u200b\ufeff\u2028\U000e0041"  # right to left, invisible, line end, tag
HIDDEN = ("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
KEPT = "Zuid–Noord: “één” ▲ naïef\u00ad 漢字 👩\u200d🔬 €5\n"


def is_alive(text: str) -> bool:
    """Whether a terminal or a reader could be led astray by it."""
    return any(
        unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp")
        or each in "\u061c\u200e\u200f"
        # Characters that change direction or are invisible; other format characters act as letters.
        or (unicodedata.category(each) == "Cf" and unicodedata.bidirectional(each) in HIDDEN)
        for each in text
        if each not in "\n\u00ad\u200c\u200d"
    )


@pytest.mark.slow
def test_every_character_that_could_do_harm_is_shown_by_its_number() -> None:
    assert not is_alive(printable(STEERS + FOOLS))
    assert printable("\x1b[2J\u202e") == "\\x1b[2J\\u{202e}"
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        if is_alive(letter):
            assert not is_alive(printable(letter)), hex(code)


def test_all_other_text_is_left_as_it_is() -> None:
    assert printable(KEPT) == KEPT
    assert printable("a\tb") == "a b"


def test_json_is_harmless_and_loses_nothing() -> None:
    data = {STEERS: [FOOLS, KEPT, "\udcff"]}
    assert not is_alive(json_text(data))
    assert json.loads(json_text(data)) == data


def test_what_was_typed_is_told_back_in_short() -> None:
    assert quoted(" a \n b ") == "a b"
    assert len(quoted("x" * 10_000)) == LONGEST_QUOTE
    assert not is_alive(quoted(STEERS + FOOLS))


def test_a_path_that_was_typed_is_told_back_by_its_ends() -> None:
    assert path_quoted(Path("/a/b\x1b.yaml")) == "/a/b\\x1b.yaml"
    told = path_quoted(Path("/home" + "/x" * 5_000 + "/end.yaml"))
    assert len(told) <= LONGEST_PATH + 1
    assert told.startswith("/home/x/")
    assert told.endswith("/end.yaml")


NAMES = ["two words", "it's", "-rf", "a\nb", "\x1b[2Jx", "caf\udce9", "$(x)`y`\\", "été", "*?[a]"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_a_path_can_be_typed_back_as_it_was_printed() -> None:
    quoted_names = [shell_quoted(Path(name)) for name in NAMES]
    assert not any(map(is_alive, quoted_names))
    script = "printf '%s\\0' " + " ".join(quoted_names)
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, check=True, env={**os.environ, "LC_ALL": "C"}
    )
    typed = [os.fsdecode(each) for each in done.stdout.split(b"\0")[:-1]]
    assert [each.removeprefix("./") for each in typed] == NAMES


def test_a_path_is_shown_on_one_line() -> None:
    assert path_text(Path("a\nb\x1b")) == "a\\nb\\x1b"
