"""`rename`: a name changed everywhere in a scenario, after showing what that does."""

import sys
from pathlib import Path

from engine.scenario.advice import Mark, Problem, listed, nearest_of
from engine.scenario.load import load_text
from engine.scenario.pieces import Whole, placed, put_together
from engine.scenario.rename import ChangedLine, RenameRefusal, Renaming, rename
from engine.scenario.vocabulary import Language
from game.errors import UserError, program_name, shell_quoted
from game.library import find, write_scenario
from game.printable import path_text
from game.text.screen import Screen, width_of_terminal
from game.typed import as_yes_no
from game.words import Words, words_in

DONE, LEFT_ALONE = 0, 1
_NUMBERS = 6  # columns for the number of a line: no scenario has a million


def rename_in_scenario(
    scenario: str, old: str, new: str, language: Language, *, is_agreed: bool
) -> int:
    """Show what the renaming changes, ask, and change it; 1 if the answer was no."""
    path, words, screen = find(scenario), words_in(language), Screen(sys.stdout)
    whole = _read(path, language)
    renaming = rename(whole.content, old, new)
    if isinstance(renaming, RenameRefusal):
        raise _refused(renaming, whole, old, new, language)
    _show(renaming, whole, screen, words)
    if not is_agreed and not _agrees(renaming, path, screen, words):
        screen.write(words("rename.left-alone"))
        return LEFT_ALONE
    if _read(path, language) != whole:
        raise UserError("rename.meanwhile", path=path)
    write_scenario(whole, renaming.content)
    _tell(renaming, path, screen, words)
    return DONE


def _read(path: Path, language: Language) -> Whole:
    whole = put_together(path)
    problems = (whole,) if isinstance(whole, Problem) else whole.problems
    if isinstance(whole, Problem) or problems:
        raise UserError("rename.unreadable", path=path, first=problems[0].text(language))
    return whole


def _refused(
    refusal: RenameRefusal, whole: Whole, old: str, new: str, language: Language
) -> UserError:
    of_old = refusal.reason in ("unknown", "several")
    path = whole.pieces[0].path
    (problem,) = placed([refusal.problem], whole) if refusal.problem else (None,)
    return UserError(
        f"rename.{refusal.reason}", path=path, written=old if of_old else new,
        line=whole.shown(refusal.line), first=problem and problem.text(language),
        choices=", ".join(refusal.names), repair=_repair(old, refusal, words_in(language)),
    )  # fmt: skip


def _repair(old: str, refusal: RenameRefusal, words: Words) -> str:
    """The name that was probably meant, or those there are: a scenario can have hundreds."""
    near = nearest_of(old, refusal.names)
    if near:
        return words("repair.nearest", near=near["near"])
    return words("repair.choices", choices=listed(refusal.names))


def _show(renaming: Renaming, whole: Whole, screen: Screen, words: Words) -> None:
    head = "rename.head.finishing" if renaming.is_finishing else "rename.head"
    kind = words(f"rename.kind.{renaming.old.kind}")
    screen.write(words(head, kind=kind, old=renaming.old.name, new=renaming.new.name))
    room, shown = width_of_terminal() - _NUMBERS - 2, None
    for line in renaming.lines:
        before, after = _around(line, room)
        path, mark = whole.place(Mark(line.line, 1))
        if path != shown and len(whole.pieces) > 1:
            screen.write(f"{path_text(path)}:")
        shown = path
        screen.write(f"{mark.line:>{_NUMBERS}}  {before}")
        screen.write(f"{'→':>{_NUMBERS}}  {after}")


def _around(line: ChangedLine, room: int) -> tuple[str, str]:
    """What fits of both lines, with the place where they differ."""
    start = len(line.before) - len(line.before.lstrip())
    if line.column > room // 2:
        start = max(start, line.column - room // 2)
    before, after = (f"{'…' if start and text[:start].strip() else ''}{text[start:]}"
                     for text in (line.before, line.after))  # fmt: skip
    return _cut(before, room), _cut(after, room)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1]}…"


def _agrees(renaming: Renaming, path: Path, screen: Screen, words: Words) -> bool:
    screen.gap()
    screen.prompt(words("rename.sure", n=renaming.places, path=path))
    return as_yes_no(sys.stdin.readline().strip()) is True


def _tell(renaming: Renaming, path: Path, screen: Screen, words: Words) -> None:
    screen.write(words("rename.done", n=renaming.places, path=path))
    file, program = shell_quoted(path), program_name()
    if not renaming.is_finishing:
        screen.write(words("rename.undo", program=program, file=file, old=renaming.new.typed,
                           new=renaming.old.word))  # fmt: skip
    problems = load_text(renaming.content, str(path)).problems
    if errors := sum(problem.is_error for problem in problems):
        screen.write(words("rename.still-wrong", n=errors, program=program, file=file))
