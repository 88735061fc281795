"""Single characters: which can't be seen, which can be drawn, and what they are called."""

import re
import unicodedata
from collections.abc import Iterator

# Invisible characters that do something: steer a terminal, change the direction of writing, or make
# two names look alike. Control characters except tab and newline; Default_Ignorable_Code_Point of
# the Unicode character database; line and paragraph separators; code points that are not
# characters, or that replace a lost one.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]"
)

# What makes one emoji of several characters, or a coloured one of a plain sign: it can't be seen,
# but it belongs to the picture before it.
EMOJI_JOINERS = re.compile("(?<=[\u203c-\u3299\U0001f000-\U0001faff])[\ufe0f\u200d]+")

# Unicode Standard Annex 15, stream-safe text format: no language has more on one letter.
_MOST_ACCENTS = 30

# Unicode gives control characters no name; these are the names in its list of aliases.
_CONTROLS = {
    0x00: "NULL", 0x07: "BELL", 0x08: "BACKSPACE", 0x0B: "LINE TABULATION", 0x0C: "FORM FEED",
    0x0D: "CARRIAGE RETURN", 0x1B: "ESCAPE", 0x7F: "DELETE", 0x85: "NEXT LINE",
    0x9B: "CONTROL SEQUENCE INTRODUCER", 0x9D: "OPERATING SYSTEM COMMAND",
}  # fmt: skip

# What every font in assets/fonts can draw; a test compares it with the fonts.
_DRAWN = (
    "\x20-\x7e\xa0-\xac\xae-\u0148\u014a-\u017e\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01c5-\u01cc"
    "\u01d9\u01da\u01e6\u01e7\u01ea\u01eb\u01fa-\u021b\u022a-\u022d\u0230-\u0233\u0237\u0259"
    "\u02c6\u02c7\u02da\u02dc\u02dd\u0300\u0301\u0303\u0304\u1e08\u1e09\u1e0c-\u1e0f\u1e14-\u1e17"
    "\u1e1c\u1e1d\u1e20\u1e21\u1e24\u1e25\u1e2a\u1e2b\u1e2e\u1e2f\u1e36\u1e37\u1e3a\u1e3b\u1e42"
    "\u1e43\u1e46-\u1e49\u1e4c-\u1e53\u1e5a\u1e5b\u1e5e\u1e5f\u1e62-\u1e65\u1e6c-\u1e6f"
    "\u1e78-\u1e7b\u1e80-\u1e85\u1e92\u1e93\u1e97\u1e9e\u1ef2-\u1ef9\u2013\u2014\u2018-\u201a"
    "\u201c-\u201e\u2020\u2022\u2026\u2032\u2033\u2039\u203a\u2044\u20ac\u2122\u2212"
)
DRAWN = re.compile(f"[{_DRAWN}]")
UNDRAWN = re.compile(rf"[^{_DRAWN}\t\n]")


def hidden_in(text: str) -> Iterator[re.Match[str]]:
    """The characters of a text that can't be seen and do something; not those of an emoji."""
    if HIDDEN.search(text) is None:  # nearly always, and this is asked of every line
        return iter(())
    joined = {at for found in EMOJI_JOINERS.finditer(text) for at in range(*found.span())}
    return (found for found in HIDDEN.finditer(text) if found.start() not in joined)


def code_point(character: str) -> str:
    """Its number in Unicode: U+202E."""
    return f"U+{ord(character):04X}"


def name_of(character: str) -> str:
    """Its number and its name: U+202E RIGHT-TO-LEFT OVERRIDE."""
    unnamed = "CONTROL CHARACTER" if unicodedata.category(character) == "Cc" else ""
    name = _CONTROLS.get(ord(character)) or unicodedata.name(character, unnamed)
    return f"{code_point(character)} {name}".rstrip()


def shown(character: str) -> str:
    """The character as shown in a sentence: an accent without a letter goes on a circle."""
    return f"◌{character}" if unicodedata.combining(character) else character


def composed(text: str) -> str:
    """The text with each accent on its letter, in one character where there is one (NFC).

    More accents in a row than any language uses are left alone: sorting them takes for ever.
    """
    if text.isascii() or _most_accents(text) > _MOST_ACCENTS:
        return text
    return unicodedata.normalize("NFC", text)


def _most_accents(text: str) -> int:
    """The length of the longest run of accents without a letter between them."""
    longest = run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        longest = max(longest, run)
    return longest
