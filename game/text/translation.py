"""`words`: the texts of a scenario out to a translator, and back."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.files import read_file
from engine.scenario.advice import Mark, Problem
from engine.scenario.load import tree_of
from engine.scenario.pieces import MAX_BYTES, Whole, placed, put_together
from engine.scenario.translation import (
    Change,
    Left,
    Returned,
    Taken,
    TextRow,
    Texts,
    TooLarge,
    before_now,
    changed_since,
    on_top_of,
    take,
    texts_of,
)
from engine.scenario.vocabulary import LANGUAGE_TAG, LANGUAGES, Language
from game import library
from game.errors import UserError, shell_quoted
from game.printable import path_text, printable, quoted
from game.sheet import MOST_BYTES, NotASheet, csv_sheet, fits, read_sheet, xlsx_sheet
from game.text.screen import Screen
from game.words import Words, words_in

ALL_TAKEN, SOME_LEFT = 0, 1
_MOST_TOLD = 40  # design choice: nobody reads more in a terminal
# The columns beside those of the languages, in their order; the last is how the texts went out.
_BEFORE = ("place", "kind", "speaker", "line", "limit", "note", "status")
_SENT = "sent"
_DIGEST = re.compile(r"(\S+):([0-9a-f]+)")


@dataclass(frozen=True)
class Asked:
    """What to do with the texts: write them to `out`, or take them from `back`.

    added: languages that are to get a column. since: an older sheet, to say what is new since,
    or the one that was taken before this one.
    force: take also what was overtaken. is_trial: only
    say what would be done.
    """

    out: Path | None
    back: Path | None
    added: Sequence[str] = ()
    since: Path | None = None
    overwrite: bool = False
    force: bool = False
    is_trial: bool = False


def translate(scenario: str, asked: Asked, language: Language) -> int:
    """Write the texts of a scenario to a table, or take what a translator changed in one."""
    if (asked.out is None) == (asked.back is None):
        raise UserError("stop.words-which-way")
    path = library.find(scenario)
    whole = put_together(path)
    if isinstance(whole, Problem):
        raise UserError("stop.unreadable-scenario", path=path)
    tree, _ = tree_of(whole.content)
    if tree is not None and tree.get("samenspel") is None:
        raise UserError("rename.part", path=path)
    texts = texts_of(whole.content)
    if problems := (*whole.problems, *placed(texts.problems, whole)):
        first = replace(problems[0], file=path_text(problems[0].file)).text(language)
        raise UserError("stop.words-broken", file=shell_quoted(path), first=first)
    if asked.out is not None:
        return _send(whole, asked.out, texts, asked, words_in(language))
    assert asked.back is not None
    return _take_back(path, whole, asked.back, texts, asked, words_in(language))


# --- out --------------------------------------------------------------------------------------


def _send(whole: Whole, out: Path, texts: Texts, asked: Asked, words: Words) -> int:
    for each in asked.added:
        if not LANGUAGE_TAG.fullmatch(each):
            raise UserError("stop.bad-language", written=each)
    for piece in whole.pieces:
        library.refuse_to_replace(out, piece.path)
    if not asked.overwrite:
        library.refuse_to_overwrite(out)
    languages = tuple(dict.fromkeys([*texts.languages, *asked.added]))
    header = [words(f"sheet.{each}") for each in _BEFORE] + [*languages, words(f"sheet.{_SENT}")]
    before = None if asked.since is None else before_now(texts, _returned(asked.since))
    rows = [
        _row(row, whole, languages, _status(row, languages, before, words), words)
        for row in texts.rows
    ]
    if out.suffix.lower() == ".xlsx":
        wide = range(len(_BEFORE), len(_BEFORE) + len(languages))
        content = xlsx_sheet(header, rows, wide)
    elif out.suffix.lower() == ".csv":
        content = csv_sheet(header, rows, words("sheet.separator"))
    else:
        raise UserError("stop.words-kind", path=out)
    library.write(out, content)
    screen = Screen(sys.stdout)
    screen.write(words("words.sent", n=len(rows), path=shell_quoted(out)))
    for each in languages:
        missing = sum(each not in row.texts for row in texts.rows)
        if missing:
            screen.write(words("words.missing", n=missing, language=each))
    return ALL_TAKEN


def _status(
    row: TextRow, languages: Sequence[str], before: Mapping[str, Returned] | None, words: Words
) -> str:
    """What is to be done about a text: what is missing, and what is new since an older sheet."""
    missing = [each for each in languages if each not in row.texts]
    told = [words("sheet.status.missing", languages=", ".join(missing))] if missing else []
    if before is not None:
        old = before.get(row.id)
        changed = [] if old is None else changed_since(row, old)
        if old is None:
            told.append(words("sheet.status.new"))
        elif changed:
            told.append(words("sheet.status.changed", languages=", ".join(changed)))
    return "; ".join(told)


def _row(
    row: TextRow, whole: Whole, languages: Sequence[str], status: str, words: Words
) -> list[str | int]:
    """A row of the table. A text that no cell can hold stays away, and so stays as it is."""
    limits = [words("sheet.limit.words", n=row.most_words)] if row.most_words else []
    limit = ", ".join([*limits, words("sheet.limit.letters", n=row.most_letters)])
    sent = " ".join(f"{each}:{made}" for each, made in row.digests.items())
    kind, speaker, note = (
        words(f"sheet.kind.{row.kind}"),
        printable(row.speaker),
        printable(row.note),
    )
    line = row.line if len(whole.pieces) == 1 else printable(whole.shown(row.line))
    before: list[str | int] = [printable(row.id), kind, speaker, line, limit, note, status]
    texts = [row.texts.get(each, "") for each in languages]
    return [*before, *(text if fits(text) else "" for text in texts), sent]


# --- and back ---------------------------------------------------------------------------------


def _take_back(
    path: Path, whole: Whole, back: Path, texts: Texts, asked: Asked, words: Words
) -> int:
    returned = _returned(back)
    if asked.since is not None:
        returned = on_top_of(returned, _returned(asked.since))
    try:
        taken = take(whole.content, texts, returned, force=asked.force)
    except TooLarge:
        limit = MAX_BYTES // 1000
        raise UserError("stop.words-too-large", path=path, limit=limit) from None
    if taken.changes and not asked.is_trial:
        library.write_scenario(whole, taken.content)
    _tell(path, whole, taken, Screen(sys.stdout), words, is_trial=asked.is_trial)
    return SOME_LEFT if taken.left else ALL_TAKEN


def _returned(back: Path) -> list[Returned]:
    """The rows of the table that came back."""
    try:
        header, *rows = read_sheet(read_file(back, MOST_BYTES + 1))
    except OSError as error:
        raise UserError("stop.unreadable", path=back, why=error) from error
    except NotASheet as wrong:
        raise UserError(f"stop.sheet.{wrong.reason}", path=back) from None
    columns = [(cell or "").strip() for cell in header]
    place, sent = (_column(columns, each, back) for each in ("place", _SENT))
    languages = {at: each for at, each in enumerate(columns) if LANGUAGE_TAG.fullmatch(each)}
    if not languages:
        raise UserError("stop.sheet.languages", path=back)
    if len(set(languages.values())) < len(languages):
        raise UserError("stop.sheet.double", path=back)
    found = []
    for number, row in enumerate(rows, start=2):
        if id_ := (row[place] or "").strip():
            digests = dict(_DIGEST.findall(row[sent] or ""))
            texts = {language: row[at] for at, language in languages.items()}
            found.append(Returned(number, id_, digests, texts))
    return found


def _column(columns: Sequence[str], name: str, back: Path) -> int:
    """Where a column is; a table made in the other language is as good."""
    for language in LANGUAGES:
        head = words_in(language)(f"sheet.{name}")
        if head in columns:
            return columns.index(head)
    raise UserError(f"stop.sheet.{name}", path=back)


def _tell(
    path: Path, whole: Whole, taken: Taken, screen: Screen, words: Words, *, is_trial: bool
) -> None:
    """What was taken, what was not and why."""
    told = [*_told_long(whole, taken.changes, words), *_told_left(taken.left, words)]
    for each in told[:_MOST_TOLD]:
        screen.write(each)
    if len(told) > _MOST_TOLD:
        screen.write(words("words.more", n=len(told) - _MOST_TOLD))
    if not taken.changes:
        screen.write(words("words.nothing", path=path_text(path)))
        return
    languages = sorted({each.language for each in taken.changes})
    by_language = [
        f"{language} {sum(each.language == language for each in taken.changes)}"
        for language in languages
    ]
    key = "words.would" if is_trial else "words.taken"
    parts = words.all_of(by_language)
    screen.write(words(key, n=len(taken.changes), parts=parts, path=shell_quoted(path)))


def _told_long(whole: Whole, changes: Sequence[Change], words: Words) -> Iterator[str]:
    for each in changes:
        if each.most_words is not None:
            file, mark = whole.place(Mark(each.line, 1))
            place = f"{path_text(file)}:{mark.line}"
            n = len(each.after.split())
            yield words("words.long", place=place, language=each.language, n=n,
                        most=each.most_words, text=quoted(each.after))  # fmt: skip


def _told_left(left: Sequence[Left], words: Words) -> Iterator[str]:
    for each in left:
        why = words(f"words.left.{each.reason}", detail=each.detail, language=each.language)
        yield words("words.left", row=each.at, written=each.id, why=why)
