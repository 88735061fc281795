"""Reading and writing whole files: the only way in and out for the whole program.

Only regular files are read, and no more of them than was asked for: a pipe would make us wait and
a device has no end. What is written is completely on the disk before the writer goes on; a reader
finds either the old content or the new, whatever happens in between.
"""

import errno
import os
import secrets
import stat
import sys
import weakref
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

# Without it, opening a pipe would wait until somebody writes to it. Windows has no such flag.
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
# File systems without it (some network shares) report that; elsewhere failure means lost data.
_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF}


class IrregularFile(OSError):
    """A pipe, a device or a socket: it can't be read as a whole or replaced."""


class InUse(OSError):
    """Another program is writing this file."""


def read_file(path: Path, most: int) -> bytes:
    """The content of a regular file, cut off after `most` bytes.

    Raises OSError: `IrregularFile` if it is not a file, IsADirectoryError for a folder.
    """
    _refuse_irregular(path.stat().st_mode)  # a device may do something when it is opened
    descriptor = os.open(path, _OPEN)
    with os.fdopen(descriptor, "rb") as file:
        _refuse_irregular(os.fstat(descriptor).st_mode)
        content: bytes | None = file.read(most)
    if content is None:  # nothing to read yet: some files of the system are like that
        raise IrregularFile(errno.EAGAIN, os.strerror(errno.EAGAIN))
    return content


def _refuse_irregular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise IrregularFile(errno.EINVAL, "not a regular file")


def write_file(path: Path, content: bytes) -> None:
    """Write the whole file and wait until it is on the disk; create its folder if needed.

    Raises OSError, and leaves what was there as it was.
    """
    target = Path(os.path.realpath(path))  # a link keeps pointing to what it points to
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = _mode_of(target)
    fresh = _beside(target, f"{secrets.token_hex(4)}.new")
    try:
        descriptor = os.open(fresh, _CREATE, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                fresh.chmod(mode)
            file.write(content)
            file.flush()
            _sync(descriptor)
        fresh.replace(target)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
    _sync_folder(target.parent)


def _mode_of(path: Path) -> int | None:
    """The permissions of the existing file; None if there is none."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return None
    _refuse_irregular(mode)
    return stat.S_IMODE(mode)


def _beside(path: Path, ending: str) -> Path:
    """A hidden file in the same folder; short, because names have a greatest length."""
    whose = sha256(os.fsencode(path.name)).hexdigest()[:12]
    return path.with_name(f".samenspel-{whose}-{ending}")


def _sync(descriptor: int) -> None:
    try:
        if sys.platform == "darwin":  # where fsync leaves it to the drive
            import fcntl

            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        else:
            os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise


def _sync_folder(folder: Path) -> None:
    """Make sure that the folder knows the file's new content too."""
    if sys.platform == "win32":  # it can't open a folder, and doesn't need to
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


# --- one writer at a time ---------------------------------------------------------------------


class FileLock:
    """Keeps other programs from writing a file as long as this object lives, or the program."""

    def __init__(self, descriptor: int | None, path: Path) -> None:
        self.release = weakref.finalize(self, _let_go, descriptor, path)


_held: "weakref.WeakValueDictionary[str, FileLock]" = weakref.WeakValueDictionary()


def lock_file(path: Path) -> FileLock:
    """The lock on writing this file: shared within a program, refused to others by `InUse`.

    The system releases it however a program ends, so no lock is ever left behind. Where files
    can't be locked, the lock keeps nobody out.
    """
    target = Path(os.path.realpath(path))
    held = _held.get(str(target))
    if held is None or not held.release.alive:
        target.parent.mkdir(parents=True, exist_ok=True)
        place = _beside(target, "lock")
        held = _held[str(target)] = FileLock(_locked(place), place)
        _clear_away(target)
    return held


def _locked(place: Path) -> int | None:
    """The descriptor that holds the lock; None where there are no locks."""
    while True:
        descriptor = os.open(place, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _claim(descriptor)
            # Whoever had it before may have removed it just now: then nobody else would see ours.
            if os.path.samestat(os.fstat(descriptor), place.stat()):
                return descriptor
        except FileNotFoundError:
            pass
        except OSError as error:
            os.close(descriptor)
            if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                raise InUse(error.errno, "in use") from error
            return None
        os.close(descriptor)


def _claim(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _let_go(descriptor: int | None, place: Path) -> None:
    if descriptor is None:
        return
    with suppress(OSError):
        if sys.platform != "win32":  # it can't remove an open file
            place.unlink()
    os.close(descriptor)
    with suppress(OSError):
        if sys.platform == "win32":
            place.unlink()


def _clear_away(target: Path) -> None:
    """Remove what a program left behind when it was killed while writing."""
    for left in target.parent.glob(_beside(target, "*.new").name):
        with suppress(OSError):
            left.unlink()
