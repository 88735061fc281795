"""Chromium without a screen, for pages that are files."""

import shutil
import subprocess
from pathlib import Path

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")

_ALONE = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_LONGEST = 120  # seconds before a browser that hangs is stopped; nothing is measured by it


def run(page: Path, profile: Path, *options: str) -> str:
    """What Chromium prints of that page. profile: a new folder for it to keep things in."""
    assert PROGRAM is not None
    command = [PROGRAM, *_ALONE, f"--user-data-dir={profile}", *options, page.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=_LONGEST, check=True)
    return done.stdout.decode("utf-8")


def dom_of(page: Path, profile: Path, *options: str) -> str:
    """The document after its scripts have run."""
    return run(page, profile, "--dump-dom", "--virtual-time-budget=20000", *options)
