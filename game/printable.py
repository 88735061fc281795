"""Text on its way out: what would steer a terminal or mislead a reader is made visible instead.

A title, a name, a file name or a typed line can contain anything. In a terminal an escape
character clears the screen, sets the window's title or fills the clipboard, and a mark that turns
the direction of writing makes a line look different from what it is. Such characters are shown
by their number; all text that leaves the program goes through here.
"""

import json
import re
from typing import Any

# Control characters, the marks that turn the direction of writing, those that hide among letters,
# line ends that only some programs know, and bytes of a file name that are no text. Left alone:
# the newline, the soft hyphen, and the joiners that writing systems and emoji need.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
LONGEST_QUOTE = 80  # of what somebody typed, in a message about it: enough to recognise it
LONGEST_PATH = 300  # of a path, likewise; a name alone may have 255 bytes


def printable(text: str) -> str:
    """The text with each unsafe character written as its number; tabs as spaces."""
    # Most texts have nothing in them but letters and spaces, which is quick to see.
    return text if text.isprintable() else _UNSAFE.sub(_number, text.replace("\t", " "))


def cleaned(text: str) -> str:
    """What somebody wrote for others to read, without unsafe characters; tabs as spaces."""
    return _UNSAFE.sub("", text.replace("\t", " "))


def _number(found: re.Match[str]) -> str:
    code = ord(found[0])
    if 0xDC80 <= code <= 0xDCFF:  # how Python represents a byte that is not text
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{{{code:x}}}"


def quoted(text: str) -> str:
    """What somebody typed, for a message: printable, on one line, and shortened."""
    line = printable(" ".join(text[: 2 * LONGEST_QUOTE].split()))
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1].rstrip() + "…"


def path_text(path: object) -> str:
    """A path for display: printable, and on one line."""
    return printable(str(path)).replace("\n", "\\n")


def path_quoted(path: object) -> str:
    """A path that somebody typed, for use in a message: its beginning and its end are enough."""
    text = path_text(path)
    if len(text) <= LONGEST_PATH:
        return text
    half = LONGEST_PATH // 2
    return f"{text[:half]}…{text[-half:]}"


def json_text(data: Any) -> str:
    """The data as JSON that can be printed; unsafe characters are escaped, so none is lost."""
    return _UNSAFE.sub(_escape, json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
