"""A scenario file -> the scenario, or every problem in it at once."""

import gc
import re
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from engine.scenario.aiming import with_each_aim
from engine.scenario.characters import hidden_in
from engine.scenario.meaning import meaning_problems
from engine.scenario.meaning.legibility import legibility_problems
from engine.scenario.nodes import MappingNode, Node, ScalarNode, as_plain
from engine.scenario.pictures import picture_problems
from engine.scenario.pieces import MAX_BYTES, Whole, included_names, placed, put_together
from engine.scenario.problems import START, Mark, Problem, in_order
from engine.scenario.reader import Reading, read, read_by_chapter
from engine.scenario.references import KINDS_OF_NAMES, defined_in, reference_problems
from engine.scenario.schema import FEWEST_PARTIES, FORMAT_VERSION, Scenario
from engine.scenario.schema_problems import schema_problems
from engine.scenario.schema_walk import SourceMap, is_list, languages_named
from engine.scenario.typography import (
    hidden_problems,
    layout_problems,
    list_marks,
    node_problems,
    with_hyphens,
    with_plain_spaces,
    without_hidden,
)
from engine.scenario.value_problems import value_problems
from engine.scenario.vocabulary import Language

MOST_PROBLEMS = 200  # nobody fixes more than that in one go
_MOSTLY = 0.3  # design choice: of plain text in UTF-16, nearly every other byte is 0
_FIRST = MOST_PROBLEMS + 1  # from one kind of check: enough to know that there are more
_LIST = re.compile(r"(?:[ ]*(?:#.*)?\n|---\n)*+[ ]*([-\[])")
# The least informative problems: not worth reporting next to one that explains them.
_VAGUE = frozenset({"yaml-syntax", "indentation"})
# The file itself can't be had; there is nothing of it to look at.
_NOT_THERE = frozenset(
    {"file-unreadable", "not-a-file", "file-empty", "file-binary", "file-too-large"}
)
# What can be wrong with a block while its parts can still be checked.
_LEAVES_PARTS = frozenset({"missing-key", "too-few", "too-many"})


@dataclass(frozen=True)
class Loaded:
    """The result of reading a file. The scenario is None if there is any error.

    problems: errors first, then by place. content: what was read, as it is in the file; of several
    files, one text. source: where each part of the scenario is in that text. draft: if there are
    errors, what has the form of a scenario all the same; its names may lead nowhere. whole: the
    files, if there are several.
    """

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    content: bytes = field(repr=False)
    source: SourceMap | None = field(default=None, repr=False, compare=False)
    draft: Scenario | None = field(default=None, repr=False, compare=False)
    whole: Whole | None = field(default=None, repr=False, compare=False)

    @property
    def hides_more(self) -> bool:
        """Whether more can be wrong that only shows once these problems are mended."""
        is_there = not any(each.code in _NOT_THERE for each in self.problems)
        return self.scenario is None and is_there

    @property
    def included(self) -> tuple[Path, ...]:
        """The files that the scenario includes."""
        return tuple(piece.path for piece in self.whole.pieces[1:]) if self.whole else ()

    def placed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Problems that were found in the text, each in its own file."""
        return tuple(placed(problems, self.whole)) if self.whole else tuple(problems)

    def place(self, path: Path, mark: Mark) -> tuple[Path, Mark]:
        """The file that a place in the text is in, and where in that file. path: of the whole."""
        return self.whole.place(mark) if self.whole else (path, mark)


def load(path: Path) -> Loaded:
    """The scenario in a file. Never raises, whatever the file is or contains."""
    whole = put_together(path)
    return Loaded(None, (whole,), b"") if isinstance(whole, Problem) else load_whole(path, whole)


def load_whole(path: Path, whole: Whole | bytes) -> Loaded:
    """The scenario in files that were read before: in several, or the content of that one."""
    if isinstance(whole, bytes):
        return load_text(whole, str(path), path.parent)
    if whole.problems:
        return Loaded(None, in_order(whole.problems), whole.content)
    loaded = load_text(whole.content, str(path), path.parent)
    if len(whole.pieces) == 1:
        return loaded
    return replace(loaded, problems=tuple(placed(loaded.problems, whole)), whole=whole)


def load_text(text: str | bytes, name: str, folder: Path | None = None) -> Loaded:
    """The scenario in a text; `name` is the file that the problems will name.

    folder: where its pictures are; without it, it has none.
    """
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    decoded, saved = _decoded(content)
    with _without_collecting():
        judged = _Judged(None, []) if decoded is None else _judge_text(decoded)
        pictures = picture_problems(judged.source, folder) if judged.source else ()
        found = [*judged.problems, *islice(pictures, _FIRST), *([saved] if saved else [])]
        problems = in_file(name, found)
        scenario = judged.scenario and with_each_aim(judged.scenario).beside(folder)
    if any(problem.is_error for problem in problems):
        return Loaded(None, problems, content, judged.source, draft=scenario)
    return Loaded(scenario, problems, content, judged.source)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let nothing look for rubbish meanwhile: reading makes a hundred thousand things, and keeps
    them. It takes a fifth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def tree_of(content: bytes) -> tuple[MappingNode | None, list[Problem]]:
    """The block of names in a file of this format, whatever it is about, and what is wrong.

    None if there is no such block. The caller decides what its names mean.
    """
    text, saved = _decoded(content)
    if text is None or saved is not None:
        return None, [saved] if saved else []
    opened = _open(text)
    problems, tree = opened.problems, opened.reading.tree
    if opened.reading.unread or not isinstance(tree, MappingNode):
        is_told = any(problem.is_error for problem in problems)
        return None, problems if is_told else [*problems, _not_a_scenario(tree)]
    if (problem := _version_problem(tree.get("samenspel"))) is not None:
        return None, [problem]
    unfit = islice(node_problems(tree, opened.lines), _FIRST)
    problems += [each.problem for each in unfit if each.problem is not None]
    return tree, problems


def in_file(name: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of that file, each once, errors first, then by place; a limited list."""
    ordered = [replace(problem, file=name) for problem in in_order(problems)]
    if len(ordered) <= MOST_PROBLEMS:
        return tuple(ordered)
    rest = ordered[MOST_PROBLEMS]
    more = Problem("more-problems", rest.mark, {"limit": MOST_PROBLEMS}, name)
    return (*ordered[:MOST_PROBLEMS], more)


def normalised(text: str) -> str:
    """The text with plain newlines and without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


# --- from bytes to a tree -----------------------------------------------------------------------


class _Decoded(NamedTuple):
    """The text of a file as far as it can be read, and what is wrong with how it was saved."""

    text: str | None
    problem: Problem | None = None


def _decoded(content: bytes) -> _Decoded:
    if len(content) > MAX_BYTES:
        return _Decoded(None, Problem("file-too-large", START, {"limit": MAX_BYTES // 1000}))
    if (wide := _as_utf_16(content)) is not None:
        return _Decoded(normalised(wide), Problem("saved-as-utf-16", START))
    if b"\x00" in content or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _Decoded(None, Problem("file-binary", START))
    try:
        text = normalised(content.decode())
    except UnicodeDecodeError as error:
        before = normalised(content[: error.start].decode())
        problem = Problem("not-utf-8", _place_of(before, len(before)))
        return _Decoded(_as_windows(content), problem)
    return _Decoded(text) if text.strip() else _Decoded(None, Problem("file-empty", START))


def _as_utf_16(content: bytes) -> str | None:
    """The text of a file that was saved as UTF-16, which Windows calls Unicode; else None."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif content[1::2].count(0) > _MOSTLY * len(content) / 2:
        encoding = "utf-16-le"
    elif content[::2].count(0) > _MOSTLY * len(content) / 2:
        encoding = "utf-16-be"
    else:
        return None
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if any(hidden_in(normalised(text))) else text


def _as_windows(content: bytes) -> str | None:
    """The text of a file that was saved with one byte for each letter; None if it is no text."""
    text = normalised(content.decode("cp1252", "replace"))
    return None if any(hidden_in(text)) else text


def _place_of(text: str, at: int) -> Mark:
    return Mark(text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)


class _Opened(NamedTuple):
    """A text that was read: its lines as used, and what is wrong with its layout."""

    reading: Reading
    lines: list[str]
    problems: list[Problem]


def _open(text: str) -> _Opened:
    problems = list(islice(hidden_problems(text.split("\n")), _FIRST))
    text = without_hidden(text) if problems else text
    lines = text.split("\n")
    if (found := _LIST.match(text)) and not text.startswith("---", found.start(1)):
        mark = _place_of(text, found.start(1))
        problem = Problem("not-a-scenario", mark)
        return _Opened(Reading(None, [], []), lines, [*problems, problem])
    reading = read(text)
    layout = list(islice(layout_problems(lines, reading.scalars), _FIRST))
    if any(problem.code == "non-breaking-space" for problem in layout):
        text = "\n".join(with_plain_spaces(lines, layout))
        reading = read(text)
    if (marks := list_marks(lines, reading.scalars)).lines:
        lines = with_hyphens(lines, marks.lines)
        text = "\n".join(with_hyphens(text.split("\n"), marks.lines))
        reading, layout = read(text), [*layout, *marks.problems]
    if reading.stop is not None:
        reading = read_by_chapter(text, reading)
    stop = [reading.stop] if reading.stop else []
    explained = {problem.line for problem in layout}
    fresh = [each for each in [*stop, *reading.problems] if not _is_echo(each, explained)]
    return _Opened(reading, lines, [*problems, *layout, *fresh])


def _is_echo(problem: Problem, explained: Set[int]) -> bool:
    """Whether the layout already explains why reading stopped here."""
    if problem.code == "tab-indentation":
        return problem.line in explained
    return problem.code in _VAGUE and any(line <= problem.line for line in explained)


# --- from a tree to a scenario ------------------------------------------------------------------


class _Judged(NamedTuple):
    scenario: Scenario | None
    problems: list[Problem]
    source: SourceMap | None = None


def _judge_text(text: str) -> _Judged:
    opened = _open(text)
    tree = opened.reading.tree
    if tree is None:
        return _Judged(None, opened.problems or [_not_a_scenario(tree)])
    if not isinstance(tree, MappingNode):
        return _Judged(None, [*opened.problems, _not_a_scenario(tree)])
    if (problem := _version_problem(tree.get("samenspel"))) is not None:
        return _Judged(None, [*opened.problems, problem])
    return _judge_tree(tree, opened)


def _judge_tree(tree: MappingNode, opened: _Opened) -> _Judged:
    unfit = list(islice(node_problems(tree, opened.lines), _FIRST))
    problems = [*opened.problems, *(each.problem for each in unfit if each.problem is not None)]
    if included_names(tree.get("include")):  # where it may stand, it has been done
        problems.append(Problem("include-place", tree.by_key["include"].key.mark))
    blind = {id(each.node) for each in unfit if each.node is not None}
    source, unread = SourceMap(tree, opened.lines), opened.reading.unread
    problems = _with_items(problems, source)
    scenario, stages = _judge_form(tree, source, unread)
    moot = _moot(problems, tree, unread)
    for stage in stages:
        fresh = [each for each in stage if blind.isdisjoint(each.trail) and each.code not in moot]
        problems += fresh
        blind |= {each.trail[-1] for each in fresh if each.trail and _blinds(each)}
    told = (each for each in legibility_problems(source) if blind.isdisjoint(each.trail))
    problems += islice(told, _FIRST)
    # Only a complete scenario can be checked for its meaning.
    if scenario is not None and not unread and not any(each.is_error for each in problems):
        problems += islice(meaning_problems(scenario, source), _FIRST)
    return _Judged(scenario, problems, source)


def _with_items(problems: list[Problem], source: SourceMap) -> list[Problem]:
    """The problems; names that come twice where a list belongs are items without hyphens."""
    if not any(problem.code == "duplicate-key" for problem in problems):
        return problems
    for typed in source.all():
        node = typed.node
        if not is_list(typed.expects) or not isinstance(node, MappingNode) or node.flow:
            continue
        again = [each for each in problems if _is_in_block(each, node)]
        if again:
            first = again[0]
            params = {"written": first.params["written"], "other_line": first.line}
            told = Problem("items-without-hyphens", node.mark, params, trail=typed.trail)
            problems = [told, *(each for each in problems if each not in again)]
    return problems


def _is_in_block(problem: Problem, node: MappingNode) -> bool:
    """Whether a name there is one of that block's for the second time."""
    if problem.code != "duplicate-key" or problem.column != node.mark.column:
        return False
    key = node.by_key.get(str(problem.params["written"]))
    return key is not None and key.key.mark.line == problem.params["first_line"]


def _moot(problems: list[Problem], tree: MappingNode, unread: Set[str]) -> Set[str]:
    """The codes that would only be echoes of what is wrong already."""
    moot: set[str] = set()
    if any(problem.code == "indentation" for problem in problems):
        # A block in the wrong place: its name is missing where others look for it.
        moot |= {"missing-key", *(f"unknown-{kind}" for kind in KINDS_OF_NAMES)}
    language = tree.get("language")
    if "language" in unread or (language is not None and _language(language) is None):
        moot |= {"language-unnamed", "missing-language"}
    parties = tree.get("parties")
    if isinstance(parties, MappingNode) and len(parties.entries) < FEWEST_PARTIES:
        moot |= {"unknown-party", "unknown-role"}
    return moot


def _judge_form(
    tree: MappingNode, source: SourceMap, unread: Set[str]
) -> tuple[Scenario | None, list[list[Problem]]]:
    """The scenario if it has the form of one, and the problems stage by stage."""
    language, languages = _language(tree.get("language")), languages_named(tree)
    scenario, of_schema = None, []
    context = {"language": language, "languages": languages}
    try:
        scenario = Scenario.model_validate(as_plain(tree), context=context)
    except ValidationError as error:
        of_schema = list(schema_problems(error, source, unread, _FIRST))
    # An unknown language says nothing about the texts.
    is_unclear = language is None and tree.get("language") is not None
    of_values = () if is_unclear else value_problems(source.all(), language, languages)
    of_references = reference_problems(source.all(), defined_in(tree, unread))
    return scenario, [of_schema, *(list(islice(s, _FIRST)) for s in (of_values, of_references))]


def _blinds(problem: Problem) -> bool:
    """Whether a problem makes its value unfit for further checks."""
    return problem.is_error and problem.code not in _LEAVES_PARTS


def _not_a_scenario(tree: Node | None) -> Problem:
    return Problem("not-a-scenario", tree.mark) if tree else Problem("file-empty", START)


def _language(node: Node | None) -> Language | None:
    if not isinstance(node, ScalarNode):
        return None
    return "nl" if node.value == "nl" else "en" if node.value == "en" else None


def _version_problem(node: Node | None) -> Problem | None:
    if node is None:
        return None
    if isinstance(node, ScalarNode) and type(node.value) is int and node.value >= 1:
        if node.value <= FORMAT_VERSION:
            return None
        params = {"written": node.value, "highest": FORMAT_VERSION}
        return Problem("newer-version", node.mark, params)
    written = node.written if isinstance(node, ScalarNode) else "…"
    return Problem("bad-version", node.mark, {"written": written})
