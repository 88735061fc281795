"""The page as written, and its language."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from engine.scenario.vocabulary import Stance
from game import settings
from game.presenters.page import Line, change, first_up, sentence, signed
from game.text.screen import Screen


class Terminal(io.TextIOWrapper):
    """A stream with an encoding of its own, that may be a terminal."""

    def __init__(self, encoding: str, is_terminal: bool) -> None:
        self.bytes = io.BytesIO()
        self._is_terminal = is_terminal
        super().__init__(self.bytes, encoding=encoding, errors="replace")

    def isatty(self) -> bool:
        return self._is_terminal

    def text(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode(self.encoding)


LONG = Line("told", "woord " * 60)
STANCE = Line("detail", "vertrouwen bouwen → −3", stance="trust-building")


@pytest.mark.parametrize("width", [40, 84])
def test_text_is_wrapped_to_the_page(width: int) -> None:
    out = Terminal("utf-8", False)
    Screen(out, width).show([LONG])
    assert len(out.text().splitlines()) > 3
    assert max(map(len, out.text().splitlines())) <= width


@pytest.mark.parametrize("variable", [None, "NO_COLOR", "TERM"])
def test_colour_is_for_terminals_that_want_it(
    variable: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    if variable:
        monkeypatch.setenv(variable, "dumb")
    out = Terminal("utf-8", True)
    Screen(out).show([STANCE])
    assert ("\x1b[" in out.text()) is (variable is None)
    assert "▲ vertrouwen bouwen" in out.text()


@pytest.mark.parametrize(("stance", "sign"), [("reciprocal", "◆"), ("opportunistic", "▼")])
def test_what_somebody_did_has_the_shape_of_its_stance(stance: Stance, sign: str) -> None:
    """Also where there are no colours; the word stands in the text where it is needed."""
    out = Terminal("utf-8", False)
    Screen(out).show([Line("act", "Brouwer: draws two columns.", stance=stance)])
    assert out.text() == f"  {sign} Brouwer: draws two columns.\n"


def test_no_escape_codes_in_a_pipe() -> None:
    out = Terminal("utf-8", False)
    Screen(out).show([Line("heading", "Ronde 1"), STANCE, LONG])
    assert "\x1b" not in out.text()


def shown_by_part(lines: list[Line], monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What was on each screen of ten lines (two of them kept free)."""
    monkeypatch.setenv("LINES", "12")
    monkeypatch.setenv("COLUMNS", "84")
    out, screens = Terminal("utf-8", False), list[str]()
    Screen(out).show_by_part(lines, lambda: screens.append(out.text()))
    texts = [*screens, out.text()]
    cut = [text[len(before) :] for before, text in zip(["", *texts], texts, strict=False)]
    return [each.split() for each in cut]


def test_parts_stay_together_where_they_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [
        [Line("subheading", f"part{n}"), *[Line("told", f"line{n}{at}") for at in range(4)]]
        for n in range(3)
    ]
    screens = shown_by_part([line for part in parts for line in part], monkeypatch)
    assert [screen[0] for screen in screens] == ["part0", "part1", "part2"]
    assert shown_by_part(parts[0], monkeypatch) == [[line.text for line in parts[0]]]


def test_a_part_that_is_too_long_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [Line("told", f"line{at}") for at in range(25)]
    screens = shown_by_part(lines, monkeypatch)
    assert [len(screen) for screen in screens] == [10, 10, 5]


SECRET = "only for the ferry"


def behind_a_curtain(out: Terminal) -> str:
    """What is written when something is shown behind a curtain, and the curtain is raised."""
    screen = Screen(out, 80)
    screen.say("before")
    screen.curtain()
    screen.say(SECRET)
    screen.raise_curtain()
    screen.say("after")
    return out.text()


def test_what_was_behind_the_curtain_is_on_a_screen_that_is_left_and_cleared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    before, _, rest = behind_a_curtain(Terminal("utf-8", True)).partition("\x1b[?1049h")
    behind, left, after = rest.partition("\x1b[?1049l")
    assert left
    assert SECRET in behind
    assert SECRET not in before + after
    # Cleared on the way in and on the way out, what can be scrolled back to included.
    for order in ("\x1b[2J", "\x1b[3J"):
        assert order in behind[: behind.index(SECRET)]
        assert order in behind[behind.index(SECRET) :]


@pytest.mark.parametrize("is_terminal", [False, True])
def test_where_nothing_can_be_cleared_more_lines_follow_than_any_window_has(
    is_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    told = behind_a_curtain(Terminal("utf-8", is_terminal))
    assert "\x1b" not in told
    assert told[told.index(SECRET) :].count("\n") > 150
    assert told[told.index("before") : told.index(SECRET)].count("\n") > 150


def test_a_curtain_that_was_never_down_wipes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    out = Terminal("utf-8", True)
    Screen(out).raise_curtain()
    assert out.text() == ""


def test_an_old_terminal_gets_plain_signs() -> None:
    out = Terminal("ascii", False)
    screen = Screen(out)
    screen.show([STANCE, Line("spoken", "Hein: “Zo.”")])
    screen.prompt("Jouw zet…")
    assert "+ vertrouwen bouwen -> -3" in out.text()
    assert 'Hein: "Zo."' in out.text()
    assert "?" not in out.text()


def test_numbers_carry_a_sign_that_is_read_aloud() -> None:
    assert [signed(each) for each in (6, 0, -2)] == ["+6", "0", "−2"]
    assert change(-0.004) == "0"
    assert change(0.056) == "+6"


@pytest.mark.parametrize(
    ("text", "capital"),
    [("één keer", "Eén keer"), ("ijs erbij", "IJs erbij"), ("élan", "Élan"), ("", "")],
)
def test_a_sentence_begins_with_a_capital_as_dutch_spells_it(text: str, capital: str) -> None:
    assert first_up(text) == capital


def test_a_sentence_gets_one_full_stop() -> None:
    assert sentence("een bank in de duinen") == "Een bank in de duinen."
    assert sentence("Waarom?") == "Waarom?"
    assert sentence("'Prima, dan zijn we het eens'") == "'Prima, dan zijn we het eens'"
    assert sentence("Ritueel: 'Prima'") == "Ritueel: 'Prima'."
    assert sentence("Zij zegt: 'Waarom?'") == "Zij zegt: 'Waarom?'"


@pytest.mark.parametrize(
    ("system", "expected"),
    [("nl_BE.UTF-8", "nl"), ("en_US.UTF-8", "en"), ("de_DE.UTF-8", "nl"), ("C", "nl")],
)
def test_the_language_follows_the_system_and_falls_back_to_dutch(
    system: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", system)
    assert settings.language() == expected


def test_the_language_that_was_chosen_comes_first(home: Path) -> None:
    settings.remember_language("en")
    assert settings.language() == "en"
    assert json.loads((home / "settings.json").read_text()) == {"language": "en"}
    assert [each.name for each in home.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"language": 3}', '{"language": "xx"}', "[" * 10_000]
)
def test_settings_that_can_t_be_read_are_no_reason_to_stop(home: Path, content: str) -> None:
    home.mkdir()
    (home / "settings.json").write_text(content)
    assert settings.language() == "nl"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_settings_that_are_no_file_are_no_reason_to_stop(home: Path) -> None:
    home.mkdir()
    place = home / "settings.json"
    place.symlink_to("/dev/zero")
    assert settings.language() == "nl"
    place.unlink()
    os.mkfifo(place)
    settings.remember_language("en")
    assert settings.language() == "nl"
    place.unlink()
    place.mkdir()
    settings.remember_language("en")
    assert settings.language() == "nl"


def test_a_user_without_a_home_can_play(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system does not know whose program it is, as in some containers."""
    monkeypatch.delenv("SAMENSPEL_HOME")
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert settings.home().is_absolute()


def test_a_home_that_can_t_be_written_is_no_reason_to_stop(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SAMENSPEL_HOME", str(tmp_path / "file"))
    settings.remember_language("en")
    assert settings.language() == "nl"
