"""`check` and `explain`: what is wrong in a scenario, where, and how to fix it."""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.scenario.advice import (
    Problem,
    broad_answers,
    codes,
    explain,
    listed,
    nearest_of,
    wording,
)
from engine.scenario.load import Loaded, load
from engine.scenario.vocabulary import Language
from game.drawing.backdrops import BACKDROPS
from game.drawing.looks import look_words, unknown_looks
from game.errors import USAGE, NearestNames, UserError
from game.library import ENDINGS, find, kind_of
from game.printable import path_text
from game.text.screen import Screen
from game.words import Words, words_in

CLEAN, PROBLEMS = 0, 1
_SOME = 12  # words that are named as examples
_UNREADABLE = frozenset({"file-unreadable", "not-a-file"})
_GAP = re.compile(r"\{[a-z_]*\}")


def check_files(paths: Sequence[str], language: Language, *, as_json: bool) -> int:
    """Show every problem of the scenarios; 0 if there is no error, 2 if one can't be read."""
    opened = [(path, load(path)) for path in dict.fromkeys(_files(paths))]
    parts = {part.resolve() for _, loaded in opened for part in loaded.included}
    # A file that another includes was checked with that one.
    opened = [(path, loaded) for path, loaded in opened if path.resolve() not in parts]
    found = [problem for path, loaded in opened for problem in problems_of(path, loaded)]
    if as_json:
        told = [problem.as_json(language) for problem in found]
        Screen(sys.stdout).write_json(told)
    else:
        _tell(found, len(opened), language)
        if any(loaded.hides_more for _, loaded in opened):
            Screen(sys.stdout).write(words_in(language)("check.more"))
        for path, loaded in opened:
            _tell_broad_answers(path, loaded, language)
    if any(problem.code in _UNREADABLE for problem in found):
        return USAGE
    return PROBLEMS if any(problem.severity == "error" for problem in found) else CLEAN


def problems_of(path: Path, loaded: Loaded) -> Iterator[Problem]:
    """Every problem of a file, with those that only the drawings know of."""
    yield from loaded.problems
    yield from loaded.placed(_undrawn(path, loaded))


def _undrawn(path: Path, loaded: Loaded) -> Iterator[Problem]:
    """Words without a drawing of their own, and where they are."""
    if loaded.scenario is None or loaded.source is None:
        return
    for name, decor in loaded.scenario.decor.items():
        if decor.backdrop not in BACKDROPS:
            mark = loaded.source.at_value("decor", name, "backdrop")
            near = nearest_of(decor.backdrop, BACKDROPS)
            about = {"written": decor.backdrop, "known": listed(BACKDROPS), **near}
            yield Problem("unknown-backdrop", mark, about, str(path))
    for address, role in loaded.scenario.all_roles():
        party, _, who = address.partition(".")
        for field, word in unknown_looks(role.looks):
            mark = loaded.source.at_value("parties", party, "roles", who, "looks", field)
            some = ", ".join(look_words(field)[:_SOME])
            yield Problem("unknown-looks", mark, {"field": field, "word": word, "some": some},
                          str(path))  # fmt: skip


def _files(paths: Sequence[str]) -> Iterator[Path]:
    for written in paths:
        path = Path(written)
        kind = kind_of(path)
        if kind == "folder":
            inside = sorted(each for each in path.rglob("*") if each.suffix in ENDINGS)
            if not inside:
                raise UserError("stop.no-yaml", path=path)
            yield from inside
        else:
            yield path if kind else find(written)


def _tell(found: Sequence[Problem], files: int, language: Language) -> None:
    words, screen = words_in(language), Screen(sys.stdout)
    for problem in found:
        kind = words(f"check.{problem.severity}")
        place = f"{path_text(problem.file)}:{problem.line}:{problem.column}"
        screen.write(f"{place}  {kind}: {problem.message(language)}")
        screen.write(f"    {problem.repair(language)}  [{problem.code}]")
    screen.write(_sum(found, files, words))


def _tell_broad_answers(path: Path, loaded: Loaded, language: Language) -> None:
    """Say of each answer that names no move how many it can follow: it has to fit them all."""
    if loaded.scenario is None or loaded.source is None:
        return
    words, screen = words_in(language), Screen(sys.stdout)
    for whole_mark, moves in broad_answers(loaded.scenario, loaded.source):
        file, mark = loaded.place(path, whole_mark)
        place = f"{path_text(file)}:{mark.line}:{mark.column}"
        screen.write(words("check.broad", place=place, n=moves))


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
    """Show what a code means and what to do about it."""
    words, screen = words_in(language), Screen(sys.stdout)
    explained = explain(code, language)
    if explained is None:
        raise UserError(
            "stop.unknown-code", written=code, near=NearestNames(code, codes(), "main.py explain")
        )
    entry = wording(language).entries[code]
    message, repair = (_GAP.sub("…", text) for text in (entry.message, entry.repair))
    screen.write(explained)
    screen.gap()
    screen.write(words("explain.says", message=message.replace("{{", "{").replace("}}", "}")))
    screen.write(words("explain.repair", repair=repair.replace("{{", "{").replace("}}", "}")))
    return 0
