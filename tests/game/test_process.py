"""What only a separate process can show: kills, pipes, terminals, and how fast it starts."""

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.play.trace import Trace, load_trace
from tests.game.conftest import MINIMAL, ROOT, Run, environment

MAIN = str(ROOT / "main.py")
PLAY = ("play", MINIMAL, "--role", "ferry", "--against", "builder", "--seed", "3", "--lang", "en")
PATIENCE = 20.0  # seconds; only reached when something is broken


def start(home: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, MAIN, *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8", env=environment(home),
    )  # fmt: skip


# Each test starts a separate program.
pytestmark = pytest.mark.slow


def wait_for(condition: object) -> None:
    assert callable(condition)
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


def steps(home: Path) -> int:
    """How many steps of both parties the only saved play has; -1 when there is none."""
    found = list((home / "unfinished").glob("*.trace.json"))
    trace = load_trace(found[0]) if found else None
    # A kill in mid-save would leave half a file beside it, and each party's choice is saved.
    return sum(len(step) == 2 for step in trace.choices) if isinstance(trace, Trace) else -1


def test_a_killed_play_goes_on_where_it_was(home: Path) -> None:
    playing = start(home, *PLAY, "--text")
    assert playing.stdin is not None
    playing.stdin.write("\n\n\n\n3\n\n\n")
    playing.stdin.flush()
    wait_for(lambda: steps(home) == 1)
    playing.kill()
    playing.communicate()
    (path,) = (home / "unfinished").glob("*.trace.json")
    going_on = start(home, "play", "--resume", str(path), "--text", "--lang", "en")
    out, err = going_on.communicate("\n2\n", timeout=PATIENCE)
    assert (going_on.returncode, err) == (0, "")
    assert "Round 2: First talk" in out
    assert steps(home) == 2
    assert [each.name for each in (home / "unfinished").glob("*.trace.json")] == [path.name]


def test_control_c_ends_quietly_and_says_how_to_go_on(home: Path) -> None:
    playing = start(home, *PLAY, "--text")
    wait_for(lambda: steps(home) == 0)
    time.sleep(0.2)
    playing.send_signal(signal.SIGINT)
    out, err = playing.communicate(timeout=PATIENCE)
    assert (playing.returncode, err) == (0, "")
    assert f"Your play is saved. Resume with: {sys.executable} {MAIN} play --resume" in out


def test_a_reader_who_has_seen_enough_is_no_error(home: Path) -> None:
    telling = start(home, "play", MINIMAL, "--auto", "--lang", "en")
    assert telling.stdout is not None
    assert telling.stderr is not None
    telling.stdout.readline()
    telling.stdout.close()
    assert telling.wait(PATIENCE) == 0
    assert telling.stderr.read() == ""
    telling.stderr.close()
    assert telling.stdin is not None
    telling.stdin.close()


def test_a_play_goes_on_in_one_place_at_a_time(home: Path, run: Run) -> None:
    path = home / "t.json"
    playing = start(home, *PLAY, "--text", "--trace", str(path))
    wait_for(path.exists)
    going_on = ("play", "--resume", str(path), "--text", "--lang", "en")
    again = ("play", MINIMAL, "--auto", "--trace", str(path), "--overwrite", "--lang", "en")
    for asked, told in ((going_on, "is being played in another"), (again, "is using it")):
        said = run(*asked, typed=("", "1"))
        assert said.code == 2
        assert told in said.err
    out, _ = playing.communicate("\n\n\n\n3\nq\n", timeout=PATIENCE)
    assert "Sealed" in out
    trace = load_trace(path)
    assert isinstance(trace, Trace)
    assert len(trace.choices) == 1


@pytest.mark.skipif(os.name != "posix", reason="a shell is needed that can close a stream")
@pytest.mark.parametrize(
    ("streams", "code"),
    [(">&-", 0), ("<&- >&- 2>&-", 0), (">/dev/full", 2), ("2>/dev/full", 0), ("2>&-", 0)],
)
def test_streams_that_are_closed_or_full_are_no_fault(home: Path, streams: str, code: int) -> None:
    if "/dev/full" in streams and not Path("/dev/full").exists():
        pytest.skip("this system has no such device")
    done = subprocess.run(
        ["sh", "-c", f'"$0" "$@" {streams}', sys.executable, MAIN, "explain", "unknown-key",
         "--lang", "en"],
        capture_output=True, text=True, env=environment(home), timeout=PATIENCE, check=False,
    )  # fmt: skip
    told = "What there is to show can't be written (the disk is full). Send it somewhere else.\n"
    assert (done.returncode, done.stderr) == (code, told if code else "")


def test_control_c_while_it_starts_ends_quietly(home: Path) -> None:
    # What a shell starts in the background would ignore it.
    code = (
        "import os, signal, sys; sys.argv = ['main.py', '--help'];"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        "sys.meta_path.insert(0, type('At', (), {'find_spec': staticmethod(lambda name, *_:"
        "os.kill(os.getpid(), signal.SIGINT) if name == 'game.cli' else None)}));"
        "from game.start import run; sys.exit(run())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment(home),
        cwd=ROOT, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("arguments", [(), PLAY])
def test_without_display_or_terminal_it_says_what_to_do(
    home: Path, arguments: tuple[str, ...]
) -> None:
    done = subprocess.run(
        [sys.executable, MAIN, *arguments], stdin=subprocess.DEVNULL, capture_output=True,
        text=True, env=environment(home), timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "--auto" in done.stderr
    assert done.stdout == ""


def test_in_a_terminal_without_display_it_plays_in_text_and_says_so(home: Path) -> None:
    pty = pytest.importorskip("pty")  # not on Windows
    ours, theirs = pty.openpty()
    playing = subprocess.Popen(
        [sys.executable, MAIN, *PLAY], stdin=theirs, stdout=theirs, stderr=theirs,
        env={**environment(home), "TERM": "xterm"},
    )  # fmt: skip
    os.close(theirs)
    seen = read_until(ours, "Enter to begin")
    assert "No display was found; you play in text." in seen
    assert "\x1b[" in seen  # colours, for a terminal that wants them
    os.write(ours, b"q\n")
    assert "Your play is saved." in read_until(ours, "--resume")
    assert playing.wait(PATIENCE) == 0
    os.close(ours)


def read_until(terminal: int, text: str) -> str:
    seen = b""
    until = time.monotonic() + PATIENCE
    while text.encode() not in seen:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        try:
            seen += os.read(terminal, 65536) if ready else b""
        except OSError:
            break
        assert time.monotonic() < until, seen.decode()
    return seen.decode()


NO_PLAY = ("numpy", "pygame", "transitions", "rich", "jinja2", "starlette", "openpyxl")


@pytest.mark.parametrize(
    ("arguments", "unused"),
    [
        (["--help"], (*NO_PLAY, "yaml")),
        (["check", MINIMAL], NO_PLAY),
        (["map", MINIMAL, "--plays", "0"], NO_PLAY),
    ],
)
def test_a_command_loads_only_what_it_needs(
    arguments: list[str], unused: tuple[str, ...], home: Path
) -> None:
    code = (
        f"import sys; from game.cli import main; main({arguments});"
        f"print([each for each in {unused} if each in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment(home),
        cwd=ROOT, timeout=PATIENCE, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"
