"""The studio in a terminal: what is wrong after each save, and the play that goes along."""

import io
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from game.studio.desk import Desk
from game.text.watch import watch_as_text
from tests.game.conftest import Run, home, run
from tests.studio.files import new_file, save

__all__ = ["home", "run"]

pytestmark = pytest.mark.slow

WATCH = ("watch", "--text", "--lang", "en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A scenario that is being written."""
    return new_file(tmp_path)


def test_it_tells_what_is_wrong_and_plays(path: Path, run: Run) -> None:
    said = run(*WATCH, str(path), "--role", "bikes", "--phase", "closing",
               typed=("", "", "1", "q"))  # fmt: skip
    assert said.code == 0
    assert "all in order" in said.out
    assert "Round 3: The ticket" in said.out
    assert "Sealed" in said.out
    assert "The studio is closed." in said.out


def test_a_broken_file_is_told_and_waited_for(path: Path, run: Run) -> None:
    save(path, "start: first-talk", "start: first-tolk")
    said = run(*WATCH, str(path), typed=("", "", "q"))
    assert said.code == 0
    line = path.read_text("utf-8").split("\n").index("  start: first-tolk") + 1
    assert f"play.yaml:{line}:10  error" in said.out
    assert said.out.count("As soon as it can be played") >= 2


def test_it_ends_when_nobody_types_any_more(path: Path, run: Run) -> None:
    assert run(*WATCH, str(path)).code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nowhere.yaml",), "nowhere.yaml"),
        (("{}", "--role", "trains"), "Choose from: ferry, bikes"),
        (("{}", "--phase", "closin"), "closing"),
    ],
)
def test_what_is_not_there_is_told_in_one_message(
    arguments: tuple[str, ...], told: str, path: Path, run: Run
) -> None:
    said = run(*WATCH, *(each.format(path) for each in arguments))
    assert said.code == 2
    assert told in said.err
    assert said.out == ""


class Typist(io.TextIOBase):
    """Types a line only after what was asked for has been seen."""

    def __init__(self) -> None:
        self.lines: SimpleQueue[str] = SimpleQueue()

    def isatty(self) -> bool:
        """As in a pipe: no colours, no curtains."""
        return False

    def readline(self, limit: int | None = -1, /) -> str:  # type: ignore[override]
        """The next line that is typed; nothing more once it takes too long."""
        with suppress(Empty):
            return self.lines.get(timeout=60)
        return ""


class Terminal:
    """What has been written so far, and a way to wait for more."""

    def __init__(self) -> None:
        self.text, self._more = io.StringIO(), threading.Condition()

    def write(self, text: str) -> int:
        """More was written."""
        with self._more:
            self._more.notify_all()
            return self.text.write(text)

    def flush(self) -> None:
        """It has been."""

    def isatty(self) -> bool:
        """A pipe."""
        return False

    encoding = "utf-8"

    def until(self, holds: Callable[[str], bool]) -> None:
        """Wait until that holds of all that was written."""
        with self._more:
            assert self._more.wait_for(lambda: holds(self.text.getvalue()), timeout=60), (
                self.text.getvalue()
            )


def test_a_save_in_the_middle_of_a_question_shows_and_the_play_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typist, terminal = Typist(), Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    desk = Desk(path, "en")
    watching = threading.Thread(target=watch_as_text, args=(desk, typist), daemon=True)
    watching.start()
    for _ in range(4):  # the brief, the game, the arrival; no guess
        typist.lines.put("\n")
    terminal.until(lambda text: "Your move" in text)
    typist.lines.put("3\n")
    terminal.until(lambda text: text.count("Enter for what follows") >= 2)
    save(path, "start: first-talk", "start: first-tolk")
    terminal.until(lambda text: "What you play is still the version of" in text)
    save(path, "start: first-tolk", "start: first-talk")
    terminal.until(lambda text: text.count("all in order") == 2)
    # Still after the first choice, which was made again.
    assert desk.tryout is not None
    assert len([each for each in desk.tryout.choices if "ferry" in each]) == 1
    save(path, "moves: [show-list, ask-about-the-rain, swap,", "moves: [show-list,")
    terminal.until(lambda text: "swap can't be chosen here any more" in text)
    typist.lines.put("q\n")
    watching.join(timeout=60)
    assert not watching.is_alive()
