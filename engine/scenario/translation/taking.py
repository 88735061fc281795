"""What a translator sent back, put beside the file as it is now: what is taken and what is not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from engine.scenario.characters import HIDDEN, name_of
from engine.scenario.translation.edits import NewText, rewritten
from engine.scenario.translation.rows import TextRow, Texts, counted, digest

Reason = Literal[
    "gone", "stale", "clash", "emptied", "hidden", "too-long", "not-text", "twice", "cannot-write",
]  # fmt: skip
# What the translator's word can still decide, if whoever takes it says so.
_MAY_BE_FORCED = frozenset({"stale", "clash", "too-long"})


class Returned(NamedTuple):
    """One row that came back.

    at: its place in the table, from 1. digests: of its texts when they went out. cells: what it
    holds by language; None where that is no text.
    """

    at: int
    id: str
    digests: Mapping[str, str]
    cells: Mapping[str, str | None]


class Change(NamedTuple):
    """A text that the translator wrote. line: in the file that it was read from. before: what it
    said; None if it is new. most_words: that it may have, if it has more.
    """

    id: str
    line: int
    language: str
    before: str | None
    after: str
    most_words: int | None


class Left(NamedTuple):
    """What was not taken, and why. at: the row. line: in the file; None if there is none.

    detail: what is wrong with it, if there is more to say.
    """

    reason: Reason
    at: int
    id: str
    language: str = ""
    line: int | None = None
    detail: str = ""


class Taken(NamedTuple):
    """The file with what was taken; the same content if nothing was."""

    content: bytes
    changes: tuple[Change, ...]
    left: tuple[Left, ...]


def take(content: bytes, texts: Texts, returned: Sequence[Returned], *, force: bool) -> Taken:
    """The file with every text that the translator changed and that still fits it.

    force: also where the author has changed that text, or the one it translates, since. Raises
    TooLarge.
    """
    wanted: list[tuple[NewText, Returned]] = []
    left: list[Left] = []
    for row, own in _matched(texts.rows, returned):
        if isinstance(row, Left):
            left.append(row)
            continue
        for each in _judged(row, own, force=force):
            if isinstance(each, Left):
                left.append(each)
            else:
                wanted.append((each, own))
    result = rewritten(content, texts, [new for new, _ in wanted])
    refused = {id(each) for each in result.refused}
    left += [
        Left("cannot-write", own.at, new.row.id, new.language, new.row.line)
        for new, own in wanted
        if id(new) in refused
    ]
    changes = [_change(new) for new, _ in wanted if id(new) not in refused]
    return Taken(result.content, tuple(changes), tuple(sorted(left, key=lambda each: each.at)))


def _change(new: NewText) -> Change:
    row, most = new.row, new.row.most_words
    is_longer = most is not None and len(new.text.split()) > most
    before = row.texts.get(new.language)
    return Change(row.id, row.line, new.language, before, new.text, most if is_longer else None)


def on_top_of(sheet: Sequence[Returned], earlier: Sequence[Returned]) -> list[Returned]:
    """A sheet that came back a second time, as if it had gone out as it first came back."""
    held = {each.id: _digests_held(each) for each in earlier}
    return [each._replace(digests=held.get(each.id, each.digests)) for each in sheet]


def before_now(texts: Texts, sheet: Sequence[Returned]) -> dict[str, Returned]:
    """For each text that an older sheet has too, its row there, by the name of the text now."""
    matched = _matched(texts.rows, on_top_of(sheet, sheet))
    return {row.id: own for row, own in matched if isinstance(row, TextRow)}


def _digests_held(own: Returned) -> dict[str, str]:
    """Of what a row holds, which is what the texts were once it had been taken."""
    return {language: digest(cell) for language, cell in own.cells.items() if cell}


def changed_since(row: TextRow, old: Returned) -> list[str]:
    """The languages in which a text no longer says what that row of an older sheet says."""
    return [
        language
        for language, text in row.texts.items()
        if counted(old.cells.get(language) or "") != text
    ]


# --- which row is which text ----------------------------------------------------------------------


def _matched(
    rows: Sequence[TextRow], returned: Sequence[Returned]
) -> Iterator[tuple[TextRow | Left, Returned]]:
    """Each returned row with its text.

    A text that still says what it said is found by that, even if its name has changed because of
    what was written around it; only then does the name alone decide.
    """
    free = {row.id: row for row in rows}
    by_content: dict[tuple[str, str], list[TextRow]] = {}
    for row in rows:
        for each in row.digests.items():
            by_content.setdefault(each, []).append(row)
    found: dict[int, TextRow] = {}
    left = dict.fromkeys(range(len(returned)))
    for is_found in (_by_name_and_content, _by_content, _by_name):
        for at in list(left):
            text = is_found(returned[at], free, by_content)
            if text is not None:
                found[at] = free.pop(text.id)
                del left[at]
    seen: set[str] = set()
    for at, own in enumerate(returned):
        reason: Reason = "twice" if own.id in seen else "gone"
        seen.add(own.id)
        if at in found:
            yield found[at], own
        elif _is_changed(own):
            yield Left(reason, own.at, own.id), own


_ByContent = Mapping[tuple[str, str], Sequence[TextRow]]  # by one of its texts, as a digest


def _by_name_and_content(
    own: Returned, free: Mapping[str, TextRow], by_content: _ByContent
) -> TextRow | None:
    row = free.get(own.id)
    return row if row is not None and _says_the_same(row, own) else None


def _by_content(
    own: Returned, free: Mapping[str, TextRow], by_content: _ByContent
) -> TextRow | None:
    rows = by_content.get(next(iter(own.digests.items()), ("", "")), ())
    steps = own.id.split(".")
    same = [row for row in rows if row.id in free and _says_the_same(row, own)]
    if beside := next((row for row in same if _is_in(row.family, steps)), None):
        return beside
    # A name above it was changed: it is that text if nothing else says the same.
    return same[0] if len(same) == 1 and same[0].family.rpartition(".")[2] in steps else None


def _by_name(own: Returned, free: Mapping[str, TextRow], by_content: _ByContent) -> TextRow | None:
    return free.get(own.id)


def _says_the_same(row: TextRow, own: Returned) -> bool:
    """Whether a text still says what it said; it may have been translated since."""
    return own.digests.items() <= row.digests.items()


def _is_changed(own: Returned) -> bool:
    """Whether a row holds anything that did not go out."""
    return any(cell and digest(cell) != own.digests.get(at) for at, cell in own.cells.items())


def _is_in(family: str, steps: Sequence[str]) -> bool:
    """Whether all names of a family stand in an id, in that order."""
    ahead = iter(steps)
    return all(name in ahead for name in family.split("."))


# --- what becomes of each cell --------------------------------------------------------------------


def _judged(row: TextRow, own: Returned, *, force: bool) -> Iterator[NewText | Left]:
    """The cells of a row that the translator changed: each as a new text, or why not."""
    for language, cell in own.cells.items():
        went_out = own.digests.get(language)
        if cell is None:
            yield Left("not-text", own.at, row.id, language, row.line)
            continue
        text = counted(cell)
        if not text:
            if went_out is not None and language in row.texts:
                yield Left("emptied", own.at, row.id, language, row.line)
            continue
        is_untouched = went_out is not None and digest(text) == went_out
        if is_untouched or text == row.texts.get(language):
            continue
        reason, detail = _against(row, own, language, text)
        if reason is None or (force and reason in _MAY_BE_FORCED):
            yield NewText(row, language, text)
        else:
            yield Left(reason, own.at, row.id, language, row.line, detail)


def _against(row: TextRow, own: Returned, language: str, text: str) -> tuple[Reason | None, str]:
    """Why a new text can't be taken just like that."""
    if hidden := HIDDEN.search(text):
        return "hidden", name_of(hidden[0])
    if len(text) > row.most_letters:
        return "too-long", f"{len(text)}/{row.most_letters}"
    now, went_out = row.digests, own.digests
    if now.get(language) != went_out.get(language):
        return "clash", ""
    others = [each for each in now if each != language and now[each] != went_out.get(each)]
    # Whoever changed the other language here too has seen it.
    others = [each for each in others if counted(own.cells.get(each) or "") != row.texts[each]]
    return ("stale", ", ".join(others)) if others else (None, "")
