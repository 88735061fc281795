"""A command that draws or prints a scenario says in one message what is wrong with a bad file."""

from pathlib import Path

import pytest

from tests.game.conftest import ROOT, Run

SMALL = ROOT / "tests/scenarios/valid/small.yaml"
OUT = {"map": "map.svg", "script": "script.html"}
BAD = {
    "missing.yaml": None,
    "huge.yaml": b"title: " + b"x" * 1_100_000,
    "binary.yaml": b"\x00\x01\x02",
    "half.yaml": b'samenspel: 1\ntitle: "The va',
    "list.yaml": b"- one\n- two\n",
    "empty.yaml": b"",
    "broken.yaml": SMALL.read_bytes().replace(b"next: {to: signing}", b"next: {to: sining}"),
}
# A map of what can be read is drawn, with the problem told beside it.
CASES = [
    (command, name) for command in OUT for name in BAD if (command, name) != ("map", "broken.yaml")
]


@pytest.mark.parametrize(("command", "name"), CASES)
def test_it_gets_one_plain_message_and_no_file(
    command: str, name: str, run: Run, tmp_path: Path
) -> None:
    path, out = tmp_path / name, tmp_path / OUT[command]
    if (content := BAD[name]) is not None:
        path.write_bytes(content)
    told = run(command, str(path), "--out", str(out), "--lang", "en")
    assert (told.code, told.out) == (2, "")
    assert name in told.err
    assert "Traceback" not in told.err
    assert not out.exists()
