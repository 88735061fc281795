"""Files are read with bounds, written whole, and written by one program at a time."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from engine import files
from engine.files import InUse, IrregularFile, lock_file, read_file, write_file
from tests.game.conftest import ROOT


def test_no_more_is_read_than_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "long"
    path.write_bytes(b"abcdef")
    assert read_file(path, 4) == b"abcd"
    assert read_file(path, 100) == b"abcdef"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_what_has_no_end_is_not_read_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    link = tmp_path / "link"
    link.symlink_to("/dev/zero")
    for each in (pipe, link, Path("/dev/zero")):
        with pytest.raises(IrregularFile):
            read_file(each, 10)
        with pytest.raises(IrregularFile):
            write_file(each, b"x")
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path, 10)
    assert {each.name for each in tmp_path.iterdir()} == {"pipe", "link"}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_file_with_nothing_to_give_for_now_is_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some files of the system look regular, and make whoever reads them wait."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    monkeypatch.setattr(files, "_refuse_irregular", lambda mode: None)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    writer = os.open(pipe, os.O_WRONLY)
    with pytest.raises(IrregularFile):
        read_file(pipe, 10)
    os.close(writer)
    os.close(reader)


def test_writing_makes_the_folder_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    write_file(path, b"one")
    path.chmod(0o640)
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(path.parent.iterdir()) == [path]


def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_bytes(b"one")
    link.symlink_to(path)
    write_file(link, b"two")
    assert link.is_symlink()
    assert path.read_bytes() == b"two"


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_failed_write_leaves_what_was_there(
    fails: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_file(path, b"one")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    if fails == "replace":
        monkeypatch.setattr(Path, "replace", full)
    else:
        monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write_file(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not synced there")
def test_content_is_on_the_disk_before_its_name_and_its_name_before_we_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = recorded(monkeypatch)
    write_file(tmp_path / "file", b"x")
    calls.append("said")
    assert calls == ["sync file", "replace", "sync folder", "said"]


def recorded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The system calls made while a file is written, in order."""
    calls: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def sync(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        calls.append("sync folder" if is_folder else "sync file")
        fsync(descriptor)

    def move(self: Path, target: Path) -> Path:
        calls.append("replace")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", move)
    return calls


# --- one writer at a time ---------------------------------------------------------------------

ANOTHER = """
import sys
from pathlib import Path
from engine.files import InUse, lock_file
try:
    held = lock_file(Path(sys.argv[1]))
except InUse:
    print("in use", flush=True)
else:
    print("held", flush=True)
    sys.stdin.readline()
"""


def another(path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", ANOTHER, str(path)], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.slow
def test_a_second_program_is_told_and_a_killed_one_keeps_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "play"
    with another(path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with pytest.raises(InUse):
            lock_file(path)
        first.kill()
    left = tmp_path / files._beside(path, "0.new").name  # what it was writing
    left.write_bytes(b"half")
    held = lock_file(path)
    assert not left.exists()
    with another(path) as second:
        assert second.stdout is not None
        assert second.stdout.readline() == "in use\n"
    held.release()
    assert list(tmp_path.iterdir()) == []


def test_a_program_shares_its_own_lock(tmp_path: Path) -> None:
    first, second = lock_file(tmp_path / "play"), lock_file(tmp_path / "play")
    assert first is second
    del first, second
    assert list(tmp_path.iterdir()) == []
