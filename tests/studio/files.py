"""A scenario in a folder of its own, saved as editors save."""

import os
from pathlib import Path

from tests.conftest import MINIMAL


def new_file(folder: Path) -> Path:
    """A small scenario that nobody else writes in."""
    path = folder / "play.yaml"
    path.write_bytes(MINIMAL.read_bytes())
    return path


def save(path: Path, old: str, new: str) -> None:
    """Save the file with that change, in place."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def save_beside(path: Path, old: str, new: str) -> None:
    """The same by way of another file that takes its place, as many editors do."""
    text = path.read_text("utf-8")
    assert old in text
    fresh = path.with_suffix(".new")
    fresh.write_text(text.replace(old, new), "utf-8")
    os.replace(fresh, path)  # noqa: PTH105
