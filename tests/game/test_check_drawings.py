"""`check` reports what has no drawing, and where it is written; it needs no window for that."""

from pathlib import Path

import pytest

from game.drawing.backdrops import BACKDROPS
from game.text.check import check_files
from tests.drawing.reading import ROOT, loaded_by

MINIMAL = ROOT / "tests/scenarios/valid/minimal.yaml"


def changed(tmp_path: Path, old: str, new: str) -> tuple[Path, str]:
    """The smallest scenario with another word in it, and where that word stands."""
    lines = MINIMAL.read_text(encoding="utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if old in line)
    lines[at] = lines[at].replace(old, new, 1)
    path = tmp_path / "odd.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    column = lines[at].index(new) + new.index(":") + 3
    return path, f"{path}:{at + 1}:{column}"


@pytest.mark.slow
def test_an_unknown_look_is_a_warning_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The scenario can be played all the same."""
    path, place = changed(tmp_path, "hair: grey", "hair: tentacles")
    assert check_files([str(path)], "en", as_json=False) == 0
    told = capsys.readouterr().out
    assert f'{place}  warning: the drawing does not know "tentacles" (hair)' in told


BACKDROP = ("backdrop: harbour", "backdrop: {}")
EVENT = ("chance: 30", "drawing: {}\n      chance: 30")
ALL = "`main.py gallery` draws all of them."


@pytest.mark.parametrize(
    ("old", "new", "written", "repair"),
    [
        (*BACKDROP, "harbor", 'Did you mean "harbour"?'),
        (*BACKDROP, "moon", f"{', '.join(BACKDROPS[:14])}, …. {ALL}"),
        (*EVENT, "gail", 'Did you mean "gale"?'),
        (*EVENT, "unicorn", ALL),
    ],
)
def test_an_unknown_drawing_is_a_warning_with_what_there_is(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    written: str,
    repair: str,
) -> None:
    path, place = changed(tmp_path, old, new.format(written))
    assert check_files([str(path)], "en", as_json=False) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert f'{place} warning: there is no drawing "{written}"' in told
    assert repair in told


def test_what_is_drawn_is_not_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert check_files([str(MINIMAL)], "en", as_json=False) == 0
    assert "drawing" not in capsys.readouterr().out


@pytest.mark.slow
def test_check_needs_no_window() -> None:
    modules = loaded_by(
        "from game.text.check import check_files\n"
        f"assert check_files([{MINIMAL.relative_to(ROOT).as_posix()!r}], 'en', as_json=False) == 0"
    )
    assert "game.drawing.looks" in modules
    assert not {name for name in modules if name.partition(".")[0] == "pygame"}
    assert not {name for name in modules if name.startswith("game.window")}


@pytest.mark.parametrize("look", ["headscarf", "beard"])
def test_a_look_can_be_asked_for_with_yes_as_glasses_can(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], look: str
) -> None:
    path, _ = changed(tmp_path, "hair: grey", f"{look}: yes, hair: grey")
    assert check_files([str(path)], "en", as_json=False) == 0
    assert "all in order" in capsys.readouterr().out


def test_what_has_no_drawing_is_told_together_with_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever mends the one need not come back for the other."""
    path, place = changed(tmp_path, "backdrop: harbour", "backdrop: moon")
    path.write_text(path.read_text("utf-8").replace("minutes: 20", "minutes: twenty"), "utf-8")
    assert check_files([str(path)], "en", as_json=False) == 1
    told = capsys.readouterr().out
    assert "[not-a-number]" in told
    assert f"{place}  warning: there is no drawing" in told
