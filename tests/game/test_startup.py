"""Started without what it needs, the program says what to type; and it declares all it needs."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from types import ModuleType

import pytest

from game import startup
from game.startup import NEEDED, WORDS, what_is_missing
from tests.game.conftest import ROOT, Run, environment

FIRST = [
    ROOT / "main.py",
    ROOT / "game/__init__.py",
    ROOT / "game/start.py",
    ROOT / "game/startup.py",
]
OURS = [ROOT / "main.py", *(ROOT / "engine").rglob("*.py"), *(ROOT / "game").rglob("*.py")]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_nothing_is_missing_here() -> None:
    assert what_is_missing([]) == ""


@pytest.mark.parametrize(
    ("arguments", "system", "expected"),
    [
        ([], "nl_NL.UTF-8", "nl"),
        ([], "en_GB.UTF-8", "en"),
        (["check", "--lang", "en"], "nl_NL.UTF-8", "en"),
        (["--lang=nl"], "en_GB.UTF-8", "nl"),
        (["--lang"], "de_DE.UTF-8", "nl"),
    ],
)
def test_what_is_missing_is_told_in_the_reader_s_language(
    arguments: list[str], system: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", system)
    monkeypatch.setattr(startup, "find_spec", lambda name: None if name == "yaml" else object())
    told = what_is_missing(arguments)
    assert told.startswith(WORDS[expected]["packages"].format(missing="yaml"))
    assert told.endswith("-m uv run --no-dev main.py")


def test_an_old_python_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert DECLARED["requires-python"] == ">=" + ".".join(map(str, startup.OLDEST))
    assert "Python 3.11 or newer; this is 3.9." in what_is_missing(["--lang", "en"])


@pytest.mark.slow  # a separate program
def test_without_packages_it_ends_with_what_to_type(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-S", str(ROOT / "main.py"), "check", "x", "--lang", "en"],
        capture_output=True, text=True, env=environment(home), check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Samenspel needs packages that are not installed here: numpy")


@pytest.mark.parametrize("path", FIRST, ids=lambda path: path.name)
def test_what_comes_first_can_be_read_by_any_python_and_imports_nothing_of_ours(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"), feature_version=(3, 6))
    # Imports inside a function only run once it is known that they can.
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [node.module] if isinstance(node, ast.ImportFrom) else [
                each.name for each in node.names
            ]  # fmt: skip
            assert {str(each).split(".")[0] for each in names} <= sys.stdlib_module_names
    for inner in ast.walk(tree):
        if isinstance(inner, ast.FunctionDef):
            written = [each.annotation for each in inner.args.args] + [inner.returns]
            assert all(isinstance(each, ast.Constant | ast.Name) for each in written)


def modules_of(requirement: str) -> set[str]:
    name = re.split(r"[<>=!~\[ ;]", requirement)[0]
    folded = name.replace("_", "-").lower()
    return {
        module
        for module, owners in packages_distributions().items()
        if folded in [owner.replace("_", "-").lower() for owner in owners]
    }


@pytest.mark.slow
def test_all_that_is_imported_is_declared() -> None:
    extras = [each for some in DECLARED["optional-dependencies"].values() for each in some]
    requirements = [*DECLARED["dependencies"], *extras]
    declared = {module for each in requirements for module in modules_of(each)}
    declared |= {"accesskit", "distributed", "dask"}  # extras that need not be installed here
    imported = {
        name.split(".")[0]
        for path in OURS
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in (
            [each.name for each in node.names] if isinstance(node, ast.Import)
            else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        )
    }  # fmt: skip
    assert imported - set(sys.stdlib_module_names) - {"engine", "game", ""} <= declared


@pytest.mark.slow
def test_all_that_is_declared_is_looked_for() -> None:
    of_the_window = {"pygame", "pyphen"}
    come_with_others = {"pydantic_core", "annotated_types", "markupsafe"}
    for requirement in DECLARED["dependencies"]:
        modules = modules_of(requirement)
        assert modules & {*NEEDED, *of_the_window, *come_with_others}, requirement


def test_another_pygame_or_none_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("storyboard", "care-merger", "--out", "x", "--lang", "en")
    monkeypatch.setitem(sys.modules, "pygame", ModuleType("pygame"))
    said = run(*asked)
    assert (said.code, said.out) == (2, "")
    assert "another pygame is installed" in said.err
    monkeypatch.setitem(sys.modules, "pygame", None)
    said = run(*asked)
    assert said.code == 2
    assert "needs pygame-ce, which is not installed" in said.err
