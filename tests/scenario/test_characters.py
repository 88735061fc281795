"""Characters that can't be seen, that can't be drawn, and that can be written in two ways."""

import pytest
from fontTools.ttLib import TTFont

from engine.scenario.characters import DRAWN, HIDDEN
from engine.scenario.load import load_text
from engine.scenario.meaning.legibility import MOST_LETTERS
from tests.conftest import ROOT

TEXT = (ROOT / "tests/scenarios/valid/small.yaml").read_text()
FONTS = sorted((ROOT / "assets/fonts").glob("*.ttf"))

HIDING = {
    "\x1b": "U+001B ESCAPE",
    "\x07": "U+0007 BELL",
    "\x08": "U+0008 BACKSPACE",
    "\x9b": "U+009B CONTROL SEQUENCE INTRODUCER",
    "\x01": "U+0001 CONTROL CHARACTER",
    "\u202e": "U+202E RIGHT-TO-LEFT OVERRIDE",
    "\u2066": "U+2066 LEFT-TO-RIGHT ISOLATE",
    "\u200b": "U+200B ZERO WIDTH SPACE",
    "\u00ad": "U+00AD SOFT HYPHEN",
    "\ufe0f": "U+FE0F VARIATION SELECTOR-16",
    "\u3164": "U+3164 HANGUL FILLER",
    "\U000e0041": "U+E0041 TAG LATIN CAPITAL LETTER A",
    "\uffff": "U+FFFF",
}
# Where an author writes words: a title, a name, a text, a secret, a name in the file.
PLACES = ("The van", "Noor Bakker", "Paid at once.", "Ten of them", "who-wrote-it")


def problems(old: str, new: str) -> list[tuple[int, int, str, str]]:
    """Line, column, code and message of what is wrong with the scenario after that change."""
    assert old in TEXT
    found = load_text(TEXT.replace(old, new, 1), "x.yaml").problems
    return [(each.line, each.column, each.code, each.message("en")) for each in found]


@pytest.mark.slow
@pytest.mark.parametrize("character", HIDING, ids=HIDING.values())
@pytest.mark.parametrize("place", PLACES)
def test_a_character_that_can_not_be_seen_is_refused(place: str, character: str) -> None:
    found = problems(place, place[:2] + character + place[2:])
    before = TEXT[: TEXT.index(place) + 2]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert [each[:3] for each in found] == [(line, column, "invisible-character")]
    assert HIDING[character] in found[0][3]


@pytest.mark.parametrize(
    ("escape", "name"),
    [
        (r"\e]52;c;aGFsbG8=\a", "U+001B ESCAPE"),
        (r"\x9b2J", "U+009B CONTROL SEQUENCE INTRODUCER"),
        (r"\r", "U+000D CARRIAGE RETURN"),
        (r"\0", "U+0000 NULL"),
        (r"\u202E", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        (r"\U000E0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        (r"\N", "U+0085 NEXT LINE"),
    ],
)
def test_spelling_such_a_character_does_not_help(escape: str, name: str) -> None:
    found = problems("title: The van", f'title: "The {escape} van"')
    assert found[0][:3] == (3, 13, "invisible-character")
    assert name in found[0][3]


def test_such_a_character_is_found_in_a_text_of_several_lines() -> None:
    found = problems("public: Owns the van.", 'public: "Owns\n      the \\e van."')
    assert [each[:3] for each in found] == [(14, 11, "invisible-character")]


def test_it_is_refused_in_a_remark_too_and_never_told_alive() -> None:
    found = problems("samenspel: 1", "samenspel: 1  # \u202e")
    assert [each[2] for each in found] == ["invisible-character"]
    text = TEXT.replace("form: outsourcing", 'form: "out\\e[2Jsourcing"')
    for each in load_text(text, "x.yaml").problems:
        assert not HIDDEN.search(each.message("en") + each.repair("en"))


@pytest.mark.parametrize("text", ["It cost €\u00a02 million.", "Één «café», “zeg” ’t…", "½ °C"])
def test_ordinary_typography_is_welcome(text: str) -> None:
    assert problems("Paid at once.", text) == []


@pytest.mark.parametrize("letter", ["🙂", "你", "ش", "Ω", "→", "\u0302"])
def test_a_letter_that_can_not_be_drawn_is_told_with_its_place(letter: str) -> None:
    (found,) = problems("Paid at once.", f"Paid {letter} at once.")
    assert found[:3] == (38, 16, "letter-not-drawn")
    assert letter in found[3]
    assert f"U+{ord(letter):04X}" in found[3]


@pytest.mark.slow
def test_the_letters_that_can_be_drawn_are_those_of_the_fonts() -> None:
    every = [set(TTFont(path).getBestCmap()) for path in FONTS]
    assert len(every) == 5
    drawn = {code for code in range(0x110000) if DRAWN.match(chr(code))}
    assert drawn == set.intersection(*every)


@pytest.mark.parametrize("place", ["Noor Bakker", "North Bakery", "The van", "Owns the van."])
def test_an_accent_written_apart_is_put_on_its_letter(place: str) -> None:
    apart, together = "Noe\u0308l", "No\u00ebl"
    one = load_text(TEXT.replace(place, apart), "x.yaml")
    other = load_text(TEXT.replace(place, together), "x.yaml")
    assert one.problems == ()
    assert one.scenario == other.scenario


def test_a_name_in_the_file_is_one_name_however_it_is_written() -> None:
    text = TEXT.replace("    wants: {quiet: 40}", "    e\u0301: 1\n    \u00e9: 2")
    codes = [each.code for each in load_text(text, "x.yaml").problems]
    assert "duplicate-key" in codes


@pytest.mark.parametrize(
    "name", ["|\n          Noor\n          Bakker\n", '"  Noor   Bakker "', '"Noor\\nBakker"']
)
def test_a_name_stands_on_one_line(name: str) -> None:
    text = TEXT.replace(
        "      baker: {name: Noor Bakker, title: baker}",
        f"      baker:\n        title: baker\n        name: {name}",
    )
    scenario = load_text(text, "x.yaml").scenario
    assert scenario is not None
    assert scenario.parties["north"].roles["baker"].name == "Noor Bakker"


def test_a_title_stands_on_one_line_and_a_text_keeps_its_paragraphs() -> None:
    text = TEXT.replace("title: The van\n", "title: |\n  The\n  van\n", 1)
    text = text.replace("public: Owns the van.", "public: |\n      Owns it. \n\n      All.")
    scenario = load_text(text, "x.yaml").scenario
    assert scenario is not None
    assert scenario.title.en == "The van"
    assert scenario.parties["north"].public.en == "Owns it.\n\nAll."


@pytest.mark.parametrize("letters", [MOST_LETTERS, MOST_LETTERS + 1])
def test_a_word_that_fits_on_no_card_is_told(letters: int) -> None:
    found = [each[2] for each in problems("Paid at once.", f"Paid {'a' * letters}, at once.")]
    assert found == (["word-too-long"] if letters > MOST_LETTERS else [])


def test_a_word_with_a_hyphen_can_be_broken() -> None:
    half = "a" * MOST_LETTERS
    assert problems("Paid at once.", f"Paid {half}-{half}/{half} at once.") == []


@pytest.mark.parametrize(
    "emoji", ["\U0001f690", "\u2764\ufe0f", "\U0001f3f3\ufe0f\u200d\U0001f308"]
)
def test_an_emoji_is_one_warning_however_many_characters_it_is(emoji: str) -> None:
    found = problems("The van", f"The van {emoji}")
    assert [each[:3] for each in found] == [(3, 16, "letter-not-drawn")]
    assert "ZERO WIDTH JOINER" not in found[0][3]
