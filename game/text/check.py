"""`check` and `explain`: what is wrong in a scenario, where, and how to fix it."""

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from engine.scenario.advice import (
    Problem,
    broad_answers,
    codes,
    explain,
    wording,
)
from engine.scenario.load import Loaded, load
from engine.scenario.vocabulary import Language
from game.errors import USAGE, NearestNames, UserError, program_name
from game.library import ENDINGS, find, kind_of
from game.presenters.problems import problems_of
from game.printable import path_text
from game.program import short_name
from game.text.screen import Screen
from game.words import Words, words_in

CLEAN, PROBLEMS = 0, 1
# Each company of personas four to twelve times; design choice: a few seconds.
PLAYS = 432
_SEED = 0  # the plays of `map`, `test` and `simulate` if nobody says otherwise
_UNREADABLE = frozenset({"file-unreadable", "not-a-file"})
_GAP = re.compile(r"\{[a-z_]*\}")


def check_files(paths: Sequence[str], language: Language, *, as_json: bool, plays: int = 0) -> int:
    """Show every problem of the scenarios; 0 if there is no error, 2 if one can't be read.

    plays: how many are played of each, to find what only playing finds.
    """
    opened = [(path, load(path)) for path in dict.fromkeys(_files(paths))]
    parts = {part.resolve() for _, loaded in opened for part in loaded.included}
    # A file that another includes was checked with that one.
    opened = [(path, loaded) for path, loaded in opened if path.resolve() not in parts]
    found = [problem for path, loaded in opened for problem in problems_of(path, loaded)]
    if plays:
        for path, loaded in opened:
            found += loaded.placed(_found_by_playing(path, loaded, plays, language))
    if as_json:
        told = [problem.as_json(language) for problem in found]
        Screen(sys.stdout).write_json(told)
    else:
        tell_problems(found, len(opened), language)
        if any(loaded.hides_more for _, loaded in opened):
            Screen(sys.stdout).write(words_in(language)("check.more"))
        for path, loaded in opened:
            _tell_broad_answers(path, loaded, language)
    if any(problem.code in _UNREADABLE for problem in found):
        return USAGE
    return PROBLEMS if any(problem.severity == "error" for problem in found) else CLEAN


def _found_by_playing(
    path: Path, loaded: Loaded, plays: int, language: Language
) -> Iterator[Problem]:
    """What so many plays by personas, and half as many by chance, never come to."""
    if loaded.scenario is None or loaded.source is None:
        return
    from engine.live_play import compile_scenario
    from engine.playtest import Playtest, problems_found
    from game.text.simulate import progress

    test = Playtest(compile_scenario(loaded.scenario), _SEED)
    words = words_in(language)
    with suppress(KeyboardInterrupt), progress(sys.stderr, words("playtest.playing"), 2) as advance:
        for stage in ("personas", "random"):
            for _ in test.run(stage, plays):
                pass
            advance(1)
    for problem in problems_found(test.report, loaded.source):
        yield replace(problem, file=str(path))


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


def tell_problems(found: Sequence[Problem], files: int, language: Language) -> None:
    """Show those problems of so many files, and how many there are."""
    words, screen = words_in(language), Screen(sys.stdout)
    for problem in found:
        kind = words(f"check.{problem.severity}")
        place = f"{path_text(problem.file)}:{problem.line}:{problem.column}"
        screen.write(f"{place}  {kind}: {problem.message(language)}")
        screen.write(f"    {problem.repair(language)}  [{problem.code}]")
    screen.write(_sum(found, files, words))


def _tell_broad_answers(path: Path, loaded: Loaded, language: Language) -> None:
    """Say once how many answers name no move, and which of them has to fit most moves."""
    if loaded.scenario is None or loaded.source is None:
        return
    broad = list(broad_answers(loaded.scenario, loaded.source))
    if not broad:
        return
    whole_mark, moves = max(broad, key=lambda each: each[1])
    file, mark = loaded.place(path, whole_mark)
    place = f"{path_text(file)}:{mark.line}:{mark.column}"
    key = "check.broad" if len(broad) == 1 else "check.broad.several"
    words = words_in(language)
    Screen(sys.stdout).write(words(key, place=place, n=moves, answers=len(broad)))


def _sum(found: Sequence[Problem], files: int, words: Words) -> str:
    errors = sum(problem.severity == "error" for problem in found)
    warnings = len(found) - errors
    if not found:
        return words("check.clean", n=files)
    parts = [words("check.errors", n=errors)] if errors else []
    parts += [words("check.warnings", n=warnings)] if warnings else []
    told = words("check.sum", parts=words.all_of(parts))
    return told if errors else f"{told} {words('check.only-warnings')}"


def explain_all(language: Language) -> int:
    """Show every code with what it says, in the order in which a file is checked."""
    screen, texts = Screen(sys.stdout), wording(language)
    for code, about in codes().items():
        entry = texts.entries[code]
        kind = texts.severity[about.severity]
        screen.write(f"{code} ({kind}): {_with_gaps(entry.message)} {_with_gaps(entry.repair)}")
    screen.write(words_in(language)("explain.more", program=program_name()))
    return 0


def _with_gaps(text: str) -> str:
    """The text of the catalogue, with dots for what an author wrote."""
    return _GAP.sub("…", text).replace("{{", "{").replace("}}", "}")


def explain_code(code: str, language: Language) -> int:
    """Show what a code means and what to do about it."""
    words, screen = words_in(language), Screen(sys.stdout)
    explained = explain(code, language)
    if explained is None:
        raise UserError(
            "stop.unknown-code",
            written=code,
            near=NearestNames(code, codes(), f"{short_name()} explain"),
        )
    entry = wording(language).entries[code]
    screen.write(explained)
    screen.gap()
    screen.write(words("explain.says", message=_with_gaps(entry.message)))
    screen.write(words("explain.repair", repair=_with_gaps(entry.repair)))
    return 0
