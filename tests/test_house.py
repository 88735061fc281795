"""The house rules that a machine can check: style, types, imports, and forbidden contents."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


def run(*command: str) -> None:
    """The command must succeed; if not, its output is the message."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_types() -> None:
    run(sys.executable, "-m", "mypy", "--no-error-summary")


def test_style() -> None:
    run(str(BIN / "ruff"), "check", ".")
    run(str(BIN / "ruff"), "format", "--check", ".")


@pytest.mark.slow
def test_imports_point_down() -> None:
    run(str(BIN / "lint-imports"), "--no-cache")


def tracked() -> list[Path]:
    """The files of the repository, or of the folder if there is none."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    names = listed.stdout.split("\n") if listed.returncode == 0 else []
    return [ROOT / name for name in names if name]


# Whose last digit differs by processor: engine/model/exact.py has those that plays may use.
INEXACT = {
    "exp", "exp2", "expm1", "log", "log1p", "log2", "log10", "logaddexp", "power", "float_power",
    "pow", "cbrt", "hypot", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arctan", "atan",
}  # fmt: skip
MAY_BE_INEXACT = {
    "engine/lab/trust.py": "twice as fast, and only shares of many choices are told",
}


def inexact_calls(path: Path) -> list[str]:
    """The functions of numpy and math in that file that are not the same on every machine."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in {"np", "numpy", "math"}
    ]
    found += [
        f"{node.module}.{name.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in {"numpy", "math"}
        for name in node.names
    ]
    return [each for each in found if each.rpartition(".")[2] in INEXACT]


@pytest.mark.slow
def test_only_exact_functions_decide_a_play() -> None:
    inexact = {
        str(path.relative_to(ROOT)): calls
        for path in sorted((ROOT / "engine").rglob("*.py"))
        if (calls := inexact_calls(path))
    }
    assert inexact.keys() == MAY_BE_INEXACT.keys(), inexact


# A tag in a text of the code: markup is made by the templates of game/html and game/web, which
# escape, and drawings by game/drawing.
TAG = re.compile(r"</?[a-z][a-z0-9]*(?=[\s/>])")
DRAWINGS = ("game/drawing/", "game/window/drawing/")


def markup_in(path: Path) -> list[str]:
    """The tags in the strings of that file; docstrings may speak of them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        found[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
        if (found := TAG.search(node.value))
    ]


@pytest.mark.slow
def test_no_markup_is_joined_by_hand() -> None:
    for path in [ROOT / "main.py", *sorted((ROOT / "engine").rglob("*.py")),
                 *sorted((ROOT / "game").rglob("*.py"))]:  # fmt: skip
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(DRAWINGS):
            assert not markup_in(path), f"{name} joins markup: use a template of game/html"


def test_templates_hold_no_script_and_trust_no_value() -> None:
    for path in sorted((ROOT / "game").glob("*/templates/*")):
        text = path.read_text(encoding="utf-8")
        # A workshop's pages keep themselves up to date by a file of our own, which holds no value.
        text = text.replace('<script type="module" src="{{ root }}static/room.js"></script>', "")
        assert not re.search(r"<script|\bon[a-z]+=|javascript:", text), path.name
        assert not re.search(r"\|\s*safe\b|autoescape", text), path.name


# Written in pieces, so that this file does not contain them either.
FORBIDDEN = re.compile(
    "|".join(["pypi" + r"\.org", "python" + "hosted", "/wo" + "rk/", "/tm" + "p/"])
)


@pytest.mark.slow
def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    for path in tracked():
        if path.suffix in {".py", ".md", ".toml", ".yaml", ".txt", ".json", ""} and path.is_file():
            found = FORBIDDEN.search(path.read_text(encoding="utf-8", errors="replace"))
            assert not found, f"{path.relative_to(ROOT)}: {found and found[0]}"


def test_the_top_level_is_what_it_was_agreed_to_be() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in tracked()}
    agreed = {
        "game", "scenarios", "assets", "engine", "tests", "main.py", "pyproject.toml", "README.md",
        "LICENSE", "CHANGELOG.md",
    }  # fmt: skip
    assert {name for name in top if not name.startswith(".")} <= agreed
