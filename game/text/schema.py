"""`schema`: the format of a scenario for editors, which then complete and explain it."""

import os
import sys
from pathlib import Path

from engine.scenario.for_editors import DIALECT, editor_schema
from engine.scenario.vocabulary import Language
from game.authoring.explained import explained_in
from game.errors import shell_quoted
from game.library import refuse_to_overwrite, write
from game.printable import json_text
from game.text.screen import Screen
from game.words import words_in

# The comment by which the YAML extension of VS Code, and other editors, find a schema.
_MODELINE = "# yaml-language-server: $schema="


def give_schema(out: Path | None, language: Language, *, overwrite: bool) -> int:
    """Print the schema, or write it and say which line goes at the top of a scenario."""
    words, screen = words_in(language), Screen(sys.stdout)
    made = editor_schema(explained_in(words), words("schema.title"))
    if out is None:
        screen.write_json(made)
        return 0
    if not overwrite:
        refuse_to_overwrite(out, _is_ours)
    write(out, json_text(made).encode("utf-8"))
    screen.write(words("schema.written", path=shell_quoted(out)))
    screen.write(f"{_MODELINE}{Path(os.path.relpath(out)).as_posix()}")
    screen.write(words("schema.next"))
    return 0


def _is_ours(beginning: bytes) -> bool:
    """Whether a file is an older schema of this command."""
    return (
        beginning.startswith(b'{\n "$schema": "' + DIALECT.encode()) and b"samenspel" in beginning
    )
