"""Where faults are put and which tests may find them. The one place that knows the paths."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Project:
    """A tree of code and tests. Paths are relative to its root, folders included whole."""

    root: Path
    rooms: Mapping[str, tuple[str, ...]]
    copied: tuple[str, ...]  # all that the tests need
    left_out: tuple[str, ...] = ()  # tests that are not run
    golden: tuple[str, ...] = ()  # tests that hold the code to what it did before
    equivalent: str = "tests/mutation/equivalent.toml"  # faults that change nothing

    def files(self, room: str) -> tuple[str, ...]:
        """The Python files of that room."""
        found: list[str] = []
        for name in self.rooms[room]:
            path = self.root / name
            if not path.exists():
                raise SystemExit(
                    f"The room {room!r} lists {name}, which is not there."
                    f" Correct its paths in {Path(__file__).name}."
                )
            inside = sorted(path.rglob("*.py")) if path.is_dir() else [path]
            found += [each.relative_to(self.root).as_posix() for each in inside]
        return tuple(found)


SAMENSPEL = Project(
    root=ROOT,
    rooms={
        "rules": ("engine/play/rules.py", "engine/play/reflection.py"),
        "view": ("engine/play/view",),
        "pages": ("game/pages", "game/presenters/pages.py", "game/presenters/reveal.py",
                  "game/text/session.py"),
        "players": ("engine/players",),
        "debrief": ("engine/debrief",),
        "trace": ("engine/play/trace.py",),
        "tally": ("engine/simulate/tally.py",),
    },
    copied=(
        "assets", "engine", "game", "scenarios", "tests", "main.py", "pyproject.toml", "README.md",
        "CHANGELOG.md", "LICENSE",
    ),
    # The last two work in processes of their own; a browser does not outlive the fork of its test.
    left_out=("tests/test_house.py", "tests/mutation", "tests/install", "tests/browser"),
    golden=("tests/play/test_golden.py", "tests/window/test_pictures.py"),
)  # fmt: skip
