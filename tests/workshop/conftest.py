"""A journal in a file, and one in PostgreSQL where there is one."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from game.workshop.journal import Journal, open_journal

Opens = Callable[..., Journal]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for what is kept."""
    place = tmp_path / "home"
    monkeypatch.setenv("SAMENSPEL_HOME", str(place))
    return place


@pytest.fixture
def opens() -> Iterator[Opens]:
    """Opens a journal, and closes it after the test."""
    opened: list[Journal] = []

    def open_it(address: Path | str | None = None, **options: float) -> Journal:
        at = f"sqlite:///{address}" if isinstance(address, Path) else address
        journal = open_journal(at, **{"patience": 0.2, **options})  # type: ignore[arg-type]
        opened.append(journal)
        return journal

    yield open_it
    for each in opened:
        each.close()


# --- PostgreSQL ---------------------------------------------------------------------------------

WANTED = "SAMENSPEL_TEST_POSTGRES"  # environment variable: the address of an empty database
_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))  # where Debian puts them


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a database that is ours alone: given, or made here by Debian's package."""
    if given := os.environ.get(WANTED):
        yield given
        return
    found = shutil.which("pg_ctl") or (_PROGRAMS[-1] / "pg_ctl" if _PROGRAMS else None)
    if found is None:
        pytest.skip(f"there is no PostgreSQL here, and {WANTED} names none")
    # Not among pytest's own folders, which only their owner may enter.
    with TemporaryDirectory(prefix="postgres-") as folder:
        yield from _started(Path(found).resolve(), Path(folder))


def _started(pg_ctl: Path, folder: Path) -> Iterator[str]:
    as_user: list[str] = []
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # as whom it refuses to run
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        shutil.chown(folder, "postgres", "postgres")
    data, options = folder / "data", f"-k {folder} -c listen_addresses='' -c fsync=off"

    def run(*command: str) -> None:
        done = subprocess.run(
            [*as_user, *command], cwd=folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr

    run(str(pg_ctl), "-D", str(data), "-o", "-A trust -U samenspel --no-sync", "initdb")
    run(str(pg_ctl), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql+psycopg://samenspel@/postgres?host={folder}"
    finally:
        run(str(pg_ctl), "-D", str(data), "-m", "immediate", "stop")
