"""A scenario in several files: put together as one text, and taken apart again.

The text of each included file follows that of the scenario, after a line that says which file it
is. So whatever reads, checks, plays or keeps a scenario knows one text only; and the play of a
scenario can be replayed without its files.
"""

import os
import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from engine import files
from engine.scenario.nodes import MappingNode, Node, ScalarNode, SequenceNode
from engine.scenario.problems import START, Mark, Problem, Value
from engine.scenario.reader import read

MAX_BYTES = 1_000_000  # of all files together
MOST_FILES = 20  # design choice: a file for each chapter, and some to spare
ENDINGS = (".yaml", ".yml")

_BOM = b"\xef\xbb\xbf"
# From `include:` in the first column up to the next name there.
_INCLUDE = re.compile(rb"^include[ ]*:.*?(?=^[A-Za-z_\"'#]|\Z)", re.MULTILINE | re.DOTALL)
_LINE = re.compile(rb"^(?=[^\r\n])", re.MULTILINE)


class Piece(NamedTuple):
    """One file. first: the line of the whole text on which it begins."""

    path: Path
    content: bytes
    first: int


@dataclass(frozen=True)
class Whole:
    """A scenario put together. pieces: its own file first. problems: what can't be included.

    sign: what the lines begin with that are in none of the files.
    """

    content: bytes
    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...] = ()
    sign: bytes = b""

    def place(self, mark: Mark) -> tuple[Path, Mark]:
        """The file that a place in the whole text is in, and where in that file it is."""
        at = bisect([piece.first for piece in self.pieces], mark.line) - 1
        piece = self.pieces[max(at, 0)]
        return piece.path, Mark(mark.line - piece.first + 1, mark.column)

    def shown(self, line: int) -> str:
        """The number of a line in its file, after the name of that file where there are several."""
        path, mark = self.place(Mark(line, 1))
        if len(self.pieces) == 1:
            return str(mark.line)
        return f"{path.relative_to(self.pieces[0].path.parent)}:{mark.line}"

    def apart(self, content: bytes) -> dict[Path, bytes]:
        """The files after a change of the whole text; only those that are different.

        The change must leave the lines between the files as they are.
        """
        found, parts = {}, [content]
        if self.sign:
            parts = re.split(rb"\n" + re.escape(self.sign) + rb" [^\n]*\n", content)
            parts[0] = parts[0].replace(self.sign + b"-", b"")
        for piece, part in zip(self.pieces, parts, strict=True):
            was_marked = piece is not self.pieces[0] and piece.content.startswith(_BOM)
            fresh = _BOM + part if was_marked else part
            if fresh != piece.content:
                found[piece.path] = fresh
        return found


def put_together(path: Path) -> Whole | Problem:
    """The scenario in that file with all that it includes, or why the file can't be read."""
    own = content_of(path)
    if isinstance(own, Problem):
        return own
    found = _INCLUDE.search(own)
    names = _names_in(own, found) if found and len(_INCLUDE.findall(own)) == 1 else []
    if found is None or not names:
        return Whole(own, (Piece(path, own, 1),))
    if len(names) > MOST_FILES:
        params: dict[str, Value] = {"written": "include", "lowest": 1, "highest": MOST_FILES}
        problem = Problem("too-many", names[0].mark, params, str(path))
        return Whole(own, (Piece(path, own, 1),), (problem,))
    return _with_pieces(path, own, found, names)


def included_in(path: Path) -> tuple[Path, ...]:
    """The files that the scenario in that file names, whether they can be read or not."""
    own = content_of(path)
    found = None if isinstance(own, Problem) else _INCLUDE.search(own)
    if found is None or isinstance(own, Problem):
        return ()
    names = (name.written for name in _names_in(own, found)[:MOST_FILES])
    return tuple(path.parent / name for name in names if is_beside(path.parent, name, ENDINGS))


def included_names(node: Node | None) -> list[ScalarNode]:
    """The names that `include` gives: one, or a list; none if it is something else."""
    some = node.items if isinstance(node, SequenceNode) else (node,)
    names = [each for each in some if isinstance(each, ScalarNode) and isinstance(each.value, str)]
    return names if len(names) == len(some) else []


def _names_in(own: bytes, found: re.Match[bytes]) -> list[ScalarNode]:
    """The names of the files to include, with their places; none if that can't be read."""
    before = own[: found.start()]
    try:
        text = found[0].decode().replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return []
    # As many empty lines as there are before it keep the places right.
    tree = read("\n" * _lines_in(before) + text).tree
    return included_names(tree.get("include")) if isinstance(tree, MappingNode) else []


def _with_pieces(path: Path, own: bytes, found: re.Match[bytes], names: list[ScalarNode]) -> Whole:
    pieces, problems = [Piece(path, own, 1)], []
    for name in names:
        piece = _piece(path, name, [each.path for each in pieces])
        if isinstance(piece, Problem):
            problems.append(piece)
        else:
            pieces.append(piece)
    if sum(len(piece.content) for piece in pieces) > MAX_BYTES and not problems:
        problems.append(Problem("file-too-large", START, {"limit": MAX_BYTES // 1000}, str(path)))
    if problems:
        return Whole(own, (pieces[0],), tuple(problems))
    sign = _sign([piece.content for piece in pieces])
    aside = _LINE.sub(sign + b"-", found[0])
    content = own[: found.start()] + aside + own[found.end() :]
    for at, name in enumerate(names, start=1):
        content += b"\n" + sign + b" " + name.written.encode() + b"\n"
        pieces[at] = pieces[at]._replace(first=_lines_in(content) + 1)
        content += pieces[at].content.removeprefix(_BOM)
    return Whole(content, tuple(pieces), sign=sign)


def _sign(contents: list[bytes]) -> bytes:
    """What the lines between the files begin with: a comment that none of them has."""
    sign = b"#@samenspel"
    while any(sign in content for content in contents):
        sign += b"@"
    return sign


def _lines_in(content: bytes) -> int:
    return content.count(b"\n") + content.count(b"\r") - content.count(b"\r\n")


def _piece(path: Path, name: ScalarNode, earlier: list[Path]) -> Piece | Problem:
    """The file of that name, if it may be included and read."""
    about = {"written": name.written}
    if not is_beside(path.parent, name.written, ENDINGS):
        return Problem("include-outside", name.mark, about, str(path))
    place = path.parent / name.written
    if any(_is_same(place, each) for each in earlier):
        return Problem("include-twice", name.mark, about, str(path))
    content = content_of(place)
    if isinstance(content, Problem):
        return Problem("include-unreadable", name.mark, about, str(path))
    if b"\x00" in content:
        return Problem("file-binary", START, {}, str(place))
    return Piece(place, content, 0)


def is_beside(folder: Path | None, written: str, endings: tuple[str, ...]) -> bool:
    """Whether it is the name of a file in that folder or below it, wherever links lead.

    Without a folder only the name is judged. endings: one of which it must have.
    """
    forms = (PurePosixPath(written), PureWindowsPath(written))
    if any(form.is_absolute() or form.drive or ".." in form.parts for form in forms):
        return False
    if "\\" in written or not written.isprintable() or not written.lower().endswith(endings):
        return False
    try:
        home = Path(os.path.realpath(folder)) if folder is not None else None
        return home is None or Path(os.path.realpath(home / written)).is_relative_to(home)
    except (OSError, ValueError):
        return False


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def content_of(path: Path) -> bytes | Problem:
    """The content of a file, up to the size worth reading, or why it can't be read."""
    try:
        return files.read_file(path, MAX_BYTES + 1)
    except files.IrregularFile:
        return Problem("not-a-file", START, {}, str(path))
    except (OSError, ValueError):
        return Problem("file-unreadable", START, {}, str(path))


def placed(problems: Iterable[Problem], whole: Whole) -> Iterator[Problem]:
    """The problems of the whole text, each with its own file and its place in that."""
    for problem in problems:
        path, mark = whole.place(problem.mark)
        params = {name: _placed(name, value, path, whole) for name, value in problem.params.items()}
        params["file"] = str(whole.pieces[0].path)
        yield replace(problem, file=str(path), mark=mark, params=params)


def _placed(name: str, value: Value, path: Path, whole: Whole) -> Value:
    """A parameter; the number of a line as it is in its file, with the name of another file."""
    if not name.endswith("_line") or not isinstance(value, int):
        return value
    other, mark = whole.place(Mark(value, 1))
    return mark.line if other == path else f"{other.name}:{mark.line}"
