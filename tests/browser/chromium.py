"""Chromium without a screen, for pages that are files and pages that are served."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")

_ALONE = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_LONGEST = 60  # seconds before a browser that hangs is stopped; nothing is measured by it


def run(page: Path, profile: Path, *options: str) -> str:
    """What Chromium prints of that page. profile: a new folder for it to keep things in."""
    return _printed(page.as_uri(), profile, *options).stdout.decode("utf-8")


def visit(address: str, profile: Path, *options: str) -> tuple[str, list[str]]:
    """The document at that address after its scripts have run, and what the console said."""
    done = _printed(
        address, profile, "--dump-dom", "--virtual-time-budget=60000", "--enable-logging=stderr",
        *options,
    )  # fmt: skip
    said = done.stderr.decode("utf-8", "replace").splitlines()
    return done.stdout.decode("utf-8"), [line for line in said if "CONSOLE" in line]


def _printed(address: str, profile: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    assert PROGRAM is not None
    command = [PROGRAM, *_ALONE, f"--user-data-dir={profile}", *options, address]
    return subprocess.run(command, capture_output=True, timeout=_LONGEST, check=True)


def dom_of(page: Path, profile: Path, *options: str) -> str:
    """The document after its scripts have run."""
    return run(page, profile, "--dump-dom", "--virtual-time-budget=20000", *options)


def until(page: Any, holds: str, given: Any = None) -> None:
    """Wait until that function holds on a page led by hand.

    It is asked from outside: what Playwright waits with would be evaluated by the page, and its
    policy forbids that.
    """
    for _ in range(10 * _LONGEST):
        if page.evaluate(holds, given):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"it never came to that: {holds}")
