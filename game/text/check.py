"""`check` and `explain`: what is wrong in a scenario, where, and how to mend it."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.scenario.explain import explain
from engine.scenario.load import load, read_bytes, tree_of
from engine.scenario.nodes import Mark, Node, Table
from engine.scenario.problems import CATALOGUE, Problem, Severity
from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import Language
from game.errors import USAGE, NearestNames, UserError
from game.library import ENDINGS, shipped
from game.printable import path_text
from game.text.screen import Screen
from game.words import Words, words_in

CLEAN, PROBLEMS = 0, 1
_SOME = 12  # words that are named as examples
_GAP = re.compile(r"\{[a-z_]*\}")


@dataclass(frozen=True)
class Undrawn(Problem):
    """A warning of the window's own: a word that its drawing does not know."""

    @property
    def severity(self) -> Severity:
        """The scenario can be played; something plain is drawn instead."""
        return "warning"

    def message(self, language: Language) -> str:
        """Which word, and of what."""
        return words_in(language)(f"check.{self.code}", **self.params)

    def repair(self, language: Language) -> str:
        """Some words that it does know."""
        return words_in(language)(f"check.{self.code}.repair", **self.params)


def check_files(paths: Sequence[str], language: Language, *, as_json: bool) -> int:
    """Tell every problem of the scenarios; 0 when there is no error, 2 when one can't be read."""
    files = list(dict.fromkeys(_files(paths)))
    found = [problem for path in files for problem in _problems(path)]
    if as_json:
        told = [problem.as_json(language) for problem in found]
        Screen(sys.stdout).write_json(told)
    else:
        _tell(found, len(files), language)
    if any(problem.code == "file-unreadable" for problem in found):
        return USAGE
    return PROBLEMS if any(problem.severity == "error" for problem in found) else CLEAN


def _problems(path: Path) -> Iterator[Problem]:
    loaded = load(path)
    yield from loaded.problems
    if loaded.scenario is not None:
        yield from _undrawn(path, loaded.scenario)


def _undrawn(path: Path, scenario: Scenario) -> Iterator[Undrawn]:
    """What the window would draw as something plain; nothing where there is no window."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        from game.window.drawing import look_words, unknown_looks
    except ImportError:
        return
    tree = tree_of(read_bytes(path) or b"")[0]
    for name, party in scenario.parties.items():
        for who, role in party.roles.items():
            for found in unknown_looks(role.looks):
                field, _, word = found.partition(": ")
                mark = _mark(tree, "parties", name, "roles", who, "looks", field)
                some = ", ".join(look_words(field)[:_SOME])
                about = {"field": field, "word": word, "some": some}
                yield Undrawn(str(path), *mark, "unknown-looks", about)


def _mark(tree: Node | None, *keys: str) -> Mark:
    """Where that is written, as far as the road to it is written out."""
    mark = Mark(1, 1)
    for key in keys:
        tree = tree.get(key) if isinstance(tree, Table) else None
        if tree is None:
            return mark
        mark = tree.mark
    return mark


def _files(paths: Sequence[str]) -> Iterator[Path]:
    names = {path.stem: path for path in shipped()}
    for written in paths:
        path = Path(written)
        if path.is_dir():
            inside = sorted(each for each in path.rglob("*") if each.suffix in ENDINGS)
            if not inside:
                raise UserError("stop.no-yaml", path=written)
            yield from inside
        elif path.exists() or written not in names:
            if not path.exists():
                raise UserError("stop.no-such-path", path=written)
            yield path
        else:
            yield names[written]


def _tell(found: Sequence[Problem], files: int, language: Language) -> None:
    words, screen = words_in(language), Screen(sys.stdout)
    for problem in found:
        kind = words(f"check.{problem.severity}")
        place = f"{path_text(problem.file)}:{problem.line}:{problem.column}"
        screen.write(f"{place}  {kind}: {problem.message(language)}")
        code = f"  [{problem.code}]" if problem.code in CATALOGUE else ""
        screen.write(f"    {problem.repair(language)}{code}")
    screen.write(_sum(found, files, words))


def _sum(found: Sequence[Problem], files: int, words: Words) -> str:
    errors = sum(problem.severity == "error" for problem in found)
    warnings = len(found) - errors
    if not found:
        return words("check.clean", n=files)
    parts = [words("check.errors", n=errors)] if errors else []
    parts += [words("check.warnings", n=warnings)] if warnings else []
    told = words("check.sum", parts=words.all_of(parts))
    return told if errors else f"{told} {words('check.only-warnings')}"


def explain_code(code: str, language: Language) -> int:
    """Tell what a code means and what to do about it."""
    words, screen = words_in(language), Screen(sys.stdout)
    if code not in CATALOGUE:
        raise UserError(
            "stop.unknown-code", written=code, near=NearestNames(code, CATALOGUE, "main.py explain")
        )
    entry = CATALOGUE[code]
    message, repair = (_GAP.sub("…", text) for text in getattr(entry, language))
    screen.write(explain(code, language) or code)
    screen.gap()
    screen.write(words("explain.says", message=message.replace("{{", "{").replace("}}", "}")))
    screen.write(words("explain.repair", repair=repair.replace("{{", "{").replace("}}", "}")))
    return 0
