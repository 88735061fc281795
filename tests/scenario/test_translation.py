"""The texts of a scenario as rows, and back into the file with nothing else changed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.scenario.aiming import WHOM
from engine.scenario.characters import HIDDEN
from engine.scenario.load import load_text, tree_of
from engine.scenario.nodes import as_plain
from engine.scenario.schema import Text
from engine.scenario.translation import (
    Returned,
    Taken,
    TextRow,
    Texts,
    before_now,
    changed_since,
    on_top_of,
    take,
    texts_of,
)
from engine.scenario.translation.edits import NewText, rewritten
from engine.scenario.translation.rows import counted
from tests.conftest import ALL, MINIMAL
from tests.texts import texts_in

# Every way to write a text, with comments and layout that nobody may touch.
WAYS = """\
# A file that somebody laid out by hand.
samenspel: 1
title:   { nl: De bus,   en: The van }   # a pun in Dutch
summary:
    nl: 'Het zijn ''s avonds twee bakkers.'
    # the English is older
    en: "Two \\"bakers\\", one van."
teaches:
  one: {thesis: 4, text: {nl: Kijk, en: Look}}
parties:
  north:
    name: &north {nl: Noord, en: North}
    public:
      nl: |
        Eerste regel.

        Derde regel: "hier" # geen commentaar
      en: >-
        First line,
        still the first.
    private: {nl: , en: ''}
    roles:
      baker: {name: Noor, title: *north}
moves:
  wait:
    title: {nl: Wacht,
            en: Wait,}   # says nothing yet
    say: [{nl: Zo., en: Right.}, {nl: Zo., en: Well then.}]
    answers:
      - {speaker: north.baker, say: {nl: Nee, en: "No"}, then: {say: {nl: Stilte, en: Silence}}}
      - speaker: north.baker
        say:
          - nl: Ja, dus
            en: Yes, so
"""
PLAIN = "samenspel: 1\nlanguage: en\ntitle: The van # ours\nsummary: |-\n  One.\n  Two: 2\n"


def texts(text: str) -> Texts:
    found = texts_of(text.encode())
    assert found.problems == ()
    return found


def returned(
    text: str, change: Callable[[TextRow, dict[str, str | None]], object] = lambda row, cells: None
) -> list[Returned]:
    """The sheet of a file as it comes back, changed by a translator."""
    rows = []
    for at, row in enumerate(texts(text).rows, start=2):
        cells: dict[str, str | None] = dict(row.texts)
        change(row, cells)
        rows.append(Returned(at, row.id, row.digests, cells))
    return rows


def take_in(text: str, rows: list[Returned], *, force: bool = False) -> Taken:
    return take(text.encode(), texts(text), rows, force=force)


def put(id_: str, language: str, new: str) -> Callable[[TextRow, dict[str, str | None]], object]:
    return lambda row, cells: cells.update({language: new}) if row.id == id_ else None


# --- out --------------------------------------------------------------------------------------


def test_each_text_has_a_name_of_its_own() -> None:
    ids = [row.id for row in texts(WAYS).rows]
    assert ids == [
        "title", "summary", "teaches.one.text", "parties.north.name", "parties.north.public",
        "parties.north.private", "moves.wait.title", "moves.wait.say.zo", "moves.wait.say.zo-2",
        "moves.wait.answers.nee.say", "moves.wait.answers.nee.then.stilte.say",
        "moves.wait.answers.ja-dus.say",
    ]  # fmt: skip


def test_a_translator_reads_who_says_it_what_it_is_and_what_the_author_notes() -> None:
    rows = {row.id: row for row in texts(WAYS).rows}
    said, told = (
        rows["moves.wait.answers.nee.say"],
        rows["moves.wait.answers.nee.then.stilte.say"],
    )
    assert (said.speaker, said.kind, said.most_words) == ("Noor (north.baker)", "said", 25)
    assert (told.speaker, told.kind) == ("", "told")
    assert rows["title"].note == "a pun in Dutch"
    assert rows["moves.wait.title"].note == "says nothing yet"
    assert rows["parties.north.private"].kind == "secret"
    assert rows["parties.north.private"].texts == {}
    assert rows["parties.north.public"].texts["en"] == "First line, still the first."
    assert rows["parties.north.public"].line == 14


@pytest.mark.slow
@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_every_text_of_a_scenario_has_a_row(path: Path) -> None:
    found, loaded = texts_of(path.read_bytes()), load_text(path.read_bytes(), "x")
    in_rows = {text for row in found.rows for text in row.texts.values()}
    one_line = {" ".join(text.split()) for text in in_rows}
    assert loaded.scenario is not None
    parties = [party.name.in_language("en") for party in loaded.scenario.parties.values()]
    # What is aimed at somebody names that party where the author wrote `@whom`.
    in_rows |= {text.replace(WHOM, name) for text in in_rows if text for name in parties}
    in_rows |= {f"{text} ({name})" for text in in_rows for name in parties}
    for text in texts_in(loaded.scenario):
        for each in (text.nl, text.en):
            assert each is None or each in in_rows or " ".join(each.split()) in one_line
    assert len({row.id for row in found.rows}) == len(found.rows)


def test_a_name_stays_when_the_author_writes_something_above_it() -> None:
    before = {row.id for row in texts(WAYS).rows}
    more = WAYS.replace("    answers:\n", "    answers:\n      - {say: {nl: Eerst, en: First}}\n")
    assert before < {row.id for row in texts(more).rows}


# --- back: nothing but what was changed ----------------------------------------------------------


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.slow
def test_a_sheet_in_which_nothing_changed_changes_no_byte(path: Path, newline: str) -> None:
    content = path.read_bytes().replace(b"\n", newline.encode())
    found = texts_of(content)
    rows = [Returned(at, row.id, row.digests, row.texts) for at, row in enumerate(found.rows)]
    taken = take(content, found, rows, force=False)
    assert taken == (content, (), ())


def naming(language: str, text: str) -> str:
    """The file as it is when it has to say that it has that language."""
    if language in ("nl", "en"):
        return text
    return text.replace("samenspel: 1\n", f"samenspel: 1\nlanguages: [nl, en, {language}]\n")


@pytest.mark.parametrize(
    ("id_", "language", "new", "was", "is_"),
    [
        ("title", "nl", "Het busje", "nl: De bus,", "nl: Het busje,"),
        ("title", "en", "Vans, two", "en: The van }", 'en: "Vans, two" }'),
        ("title", "de", "Der Wagen", "en: The van }", "en: The van, de: Der Wagen }"),
        ("summary", "nl", "Hé, 's ochtends", "'Het zijn ''s avonds twee bakkers.'",
         "'Hé, ''s ochtends'"),
        ("summary", "en", 'A "b" \\ c', '"Two \\"bakers\\", one van."', '"A \\"b\\" \\\\ c"'),
        ("summary", "de", "Zwei Bäcker", 'one van."\n', 'one van."\n    de: "Zwei Bäcker"\n'),
        ("parties.north.public", "nl", "Een.\nTwee.",
         'Eerste regel.\n\n        Derde regel: "hier" # geen commentaar\n',
         "Een.\n        Twee.\n"),
        ("parties.north.public", "en", "One.\nTwo.",
         "First line,\n        still the first.\n", "One.\n\n        Two.\n"),
        ("parties.north.public", "de", "Ja", "still the first.\n",
         'still the first.\n      de: "Ja"\n'),
        ("parties.north.private", "nl", "Geheim", "{nl: , en", '{nl: "Geheim", en'),
        ("parties.north.private", "en", "It's", "en: ''}", "en: 'It''s'}"),
        ("parties.north.name", "en", "North Bank", "en: North}", "en: North Bank}"),
        ("moves.wait.title", "de", "Nein", "en: Wait,}", "en: Wait, de: Nein,}"),
        ("moves.wait.title", "en", "no", "en: Wait,}", 'en: "no",}'),
        ("moves.wait.say.zo-2", "nl", "Tja.", "{nl: Zo., en: Well", "{nl: Tja., en: Well"),
        ("moves.wait.answers.ja-dus.say", "de", "Ja: so", "en: Yes, so\n",
         'en: Yes, so\n            de: "Ja: so"\n'),
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\ufeff"])
def test_only_the_place_of_the_new_text_changes(
    id_: str, language: str, new: str, was: str, is_: str, newline: str
) -> None:
    def as_saved(text: str) -> str:
        return newline + text if newline == "\ufeff" else text.replace("\n", newline)

    assert WAYS.count(was) == 1
    taken = take_in(as_saved(WAYS), returned(WAYS, put(id_, language, new)))
    assert taken.left == ()
    assert [each.language for each in taken.changes] == [language]
    assert taken.content.decode() == as_saved(naming(language, WAYS.replace(was, is_)))


@pytest.mark.parametrize(
    ("id_", "new", "was", "is_"),
    [
        ("title", {"en": "Our van"}, "The van #", "Our van #"),
        ("title", {"nl": "De bus"}, "The van #", '{en: The van, nl: "De bus"} #'),
        ("title", {"en": "A, b", "nl": "B"}, "The van #", '{en: "A, b", nl: "B"} #'),
        ("summary", {"nl": "Eén"}, "|-\n  One.\n  Two: 2\n", '{en: "One.\\nTwo: 2", nl: "Eén"}\n'),
    ],
)
def test_a_text_without_a_language_gets_others_beside_it(
    id_: str, new: dict[str, str], was: str, is_: str
) -> None:
    rows = returned(PLAIN, lambda row, cells: cells.update(new) if row.id == id_ else None)
    line = "language: en\n"
    named = PLAIN.replace(line, f"{line}languages: [en, nl]\n") if "nl" in new else PLAIN
    assert take_in(PLAIN, rows).content.decode() == named.replace(was, is_)


@pytest.mark.parametrize(
    ("was", "is_"),
    [
        ("languages: [en]", "languages: [en, de]"),
        ("languages: [ en ,  nl, ]  # two", "languages: [ en ,  nl, de, ]  # two"),
        ("languages: en", "languages: [en, de]"),
        ("languages:\n- en  # first\n- nl", "languages:\n- en  # first\n- nl\n- de"),
        ("languages:\n    - nl", "languages:\n    - nl\n    - de"),
        ("languages: [de, en]", "languages: [de, en]"),
    ],
)
def test_a_scenario_names_the_language_it_gets(was: str, is_: str) -> None:
    text = f"samenspel: 1\n{was}\ntitle: {{nl: De bus, en: The van}}\n"
    taken = take_in(text, returned(text, put("title", "de", "Der Wagen")))
    wanted = text.replace(was, is_).replace("van}", "van, de: Der Wagen}")
    assert taken.content.decode() == wanted


HOSTILE = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.text("ab:#{}[],&*!|>'\"%@`\\ \n\t-?=+.éñ😀שעم\u00a0“’", min_size=1, max_size=30),
    st.sampled_from([
        "=1+1", "+31 6", "-5", "@home", "a: b", "a #b", "'s avonds", '"ja"', "yes", "~", "12:30",
        "1e5", "0x1F", "---", "- a", "? a", "a:", "{nl: x}", "<b>&amp;", "\\n", "a\n\n\nb", "#x",
        "|", ">-\n x", "%YAML 1.2", "*north", "&a b", "!tag", "null", "a,b", "«ja»", "“ja”",
    ]),
)  # fmt: skip


@pytest.mark.slow
@given(new=HOSTILE, language=st.sampled_from(["nl", "en", "sw"]), at=st.integers(0, 11))
def test_whatever_is_written_is_read_back_and_leaves_the_rest_alone(
    new: str, language: str, at: int
) -> None:
    row = texts(WAYS).rows[at]
    before = {each.id: dict(each.texts) for each in texts(WAYS).rows}
    taken = take_in(WAYS, returned(WAYS, put(row.id, language, new)))
    if HIDDEN.search(counted(new)):
        assert [each.reason for each in taken.left] == ["hidden"]
    if not taken.changes:
        assert taken.content == WAYS.encode()
        return
    after = [dict(each.texts) for each in texts(taken.content.decode()).rows]
    expected = {**before, row.id: {**before[row.id], language: counted(new)}}
    assert after == list(expected.values())
    assert re.findall("#.*", WAYS.replace("# geen", "")) == [
        each for each in re.findall("#.*", WAYS.replace("# geen", "")) if each in _text(taken)
    ]


def _text(taken: Taken) -> str:
    return taken.content.decode()


@pytest.mark.slow
@given(new=HOSTILE.filter(lambda new: counted(new) != "" and not HIDDEN.search(new)))
def test_every_text_that_can_be_seen_can_be_written(new: str) -> None:
    taken = take_in(WAYS, returned(WAYS, lambda row, cells: cells.update({"sw": new})))
    assert taken.left == ()
    assert all(row.texts["sw"] == counted(new) for row in texts(_text(taken)).rows)


def test_what_cannot_be_written_is_said_and_the_rest_is_taken() -> None:
    content, found = WAYS.encode(), texts(WAYS)
    wanted = [NewText(row, "de", "Gut") for row in found.rows]
    wanted[3] = wanted[3]._replace(text="un\x00sichtbar")
    result = rewritten(content, found, wanted)
    assert result.refused == (wanted[3],)
    assert result.content.decode().count("Gut") == len(wanted) - 1


# --- back: what is not taken ----------------------------------------------------------------------


def test_a_translation_of_a_text_that_changed_since_is_not_taken_unless_forced() -> None:
    rows = returned(WAYS, put("teaches.one.text", "en", "See"))
    now = WAYS.replace("nl: Kijk", "nl: Kijk uit")
    taken = take_in(now, rows)
    (left,) = taken.left
    assert (left.reason, left.id, left.language, left.detail) == (
        "stale", "teaches.one.text", "en", "nl",
    )  # fmt: skip
    assert taken.content == now.encode()
    forced = take_in(now, rows, force=True)
    assert _text(forced) == now.replace("en: Look", "en: See")


def test_a_text_that_both_changed_is_not_taken_unless_forced() -> None:
    rows = returned(WAYS, put("teaches.one.text", "en", "See"))
    now = WAYS.replace("en: Look", "en: Watch")
    assert [each.reason for each in take_in(now, rows).left] == ["clash"]
    assert "en: See" in _text(take_in(now, rows, force=True))


def test_an_old_sheet_never_undoes_what_the_author_did_since() -> None:
    rows = returned(WAYS)
    now = WAYS.replace("en: Look", "en: Watch").replace("Het zijn", "Dat zijn")
    assert take_in(now, rows) == (now.encode(), (), ())


def test_a_translator_who_makes_the_same_change_is_not_stopped() -> None:
    def both(row: TextRow, cells: dict[str, str | None]) -> None:
        if row.id == "teaches.one.text":
            cells.update({"nl": "Kijk uit", "en": "Look out"})

    now = WAYS.replace("nl: Kijk", "nl: Kijk uit")
    taken = take_in(now, returned(WAYS, both))
    assert taken.left == ()
    assert _text(taken) == now.replace("en: Look", "en: Look out")


def test_a_text_whose_name_changed_is_found_by_what_it_says() -> None:
    rows = returned(WAYS, put("moves.wait.say.zo-2", "en", "Well, well"))
    rows[7].cells["en"] = "Quite."  # type: ignore[index]
    now = WAYS.replace("say: [{nl: Zo., en: Right.}, ", "say: [")  # now it is the first
    taken = take_in(now, rows)
    assert [(each.reason, each.id) for each in taken.left] == [("gone", "moves.wait.say.zo")]
    assert '{nl: Zo., en: "Well, well"}' in _text(taken)


def test_a_text_is_found_after_a_name_above_it_was_changed() -> None:
    rows = returned(WAYS, put("moves.wait.title", "en", "Wait a bit"))
    rows[7].cells["en"] = "Quite."  # type: ignore[index]
    now = WAYS.replace("  wait:", "  pause:").replace("[{nl: Zo., en: Right.}, ", "[")
    taken = take_in(now, rows)
    assert [each.id for each in taken.changes] == ["moves.pause.title"]
    assert [each.reason for each in taken.left] == ["gone"]  # another says something else now


def test_a_sheet_is_still_known_after_it_was_taken_and_the_names_changed() -> None:
    rows = returned(WAYS, lambda row, cells: cells.update({"de": f"Ü {row.texts.get('nl')}"}))
    now = _text(take_in(WAYS, rows)).replace("say: [", "say: [{nl: Zo., en: So.}, ")
    again = [row._replace(cells=dict(row.cells)) for row in rows]
    again[8].cells["de"] = "Ü noch einmal"  # type: ignore[index]
    assert [each.reason for each in take_in(now, again).left] == ["clash"]
    taken = take_in(now, on_top_of(again, rows))
    assert taken.left == ()
    assert [(each.id, each.before) for each in taken.changes] == [("moves.wait.say.zo-3", "Ü Zo.")]


def test_what_is_new_since_an_older_sheet_is_known() -> None:
    old = returned(WAYS, lambda row, cells: cells.update({"de": f"Ü {row.texts.get('nl')}"}))
    now = _text(take_in(WAYS, old)).replace("en: Look", "en: See")
    now = now.replace("say: [", "say: [{nl: Eerst, en: First}, ")
    found = texts(now)
    before = before_now(found, old)
    told = {
        row.id: changed_since(row, before[row.id]) if row.id in before else None
        for row in found.rows
    }
    assert {id_: each for id_, each in told.items() if each != []} == {
        "teaches.one.text": ["en"], "moves.wait.say.eerst": None,
    }  # fmt: skip


def test_rows_that_say_nothing_new_are_passed_over_or_named() -> None:
    rows = returned(WAYS, put("title", "nl", "  "))
    rows[1] = rows[1]._replace(cells={"nl": None, "en": rows[1].cells["en"]})
    rows.append(rows[2]._replace(at=90, cells={"nl": "Zie"}))
    rows.append(Returned(91, "moves.gone.title", {}, {"nl": "x"}))
    taken = take_in(WAYS, rows)
    assert [(each.reason, each.at) for each in taken.left] == [
        ("emptied", 2), ("not-text", 3), ("twice", 90), ("gone", 91),
    ]  # fmt: skip
    assert taken.content == WAYS.encode()


def test_a_text_too_long_to_be_said_is_taken_and_told() -> None:
    long = "woord " * 26
    taken = take_in(WAYS, returned(WAYS, put("moves.wait.say.zo", "nl", long)))
    assert [each.most_words for each in taken.changes] == [25]


def test_a_text_that_does_not_fit_where_it_is_shown_is_not_taken_unless_forced() -> None:
    rows = returned(WAYS, put("moves.wait.title", "en", "w" * 81))
    (left,) = take_in(WAYS, rows).left
    assert (left.reason, left.detail) == ("too-long", "81/80")
    assert len(take_in(WAYS, rows, force=True).changes) == 1


def test_a_file_in_which_texts_cannot_be_told_apart_says_why() -> None:
    assert [each.code for each in texts_of(b'samenspel: 1\ntitle: "open').problems]
    assert [each.code for each in texts_of(b"title: caf\xe9\n").problems] == ["not-utf-8"]
    saved = "samenspel: 1\ntitle: x".encode("utf-16")
    assert [each.code for each in texts_of(saved).problems] == ["saved-as-utf-16"]
    assert texts_of(b"samenspel: 1\ntitle: {nl: Kom, ga zitten}").problems


def test_a_translated_scenario_is_still_one() -> None:
    content = MINIMAL.read_bytes()
    found = texts_of(content)
    rows = [
        Returned(at, row.id, row.digests, {tag: f"{text}: “ja”, 'nee' #1" for tag, text in
                                           row.texts.items()})
        for at, row in enumerate(found.rows)
    ]  # fmt: skip
    taken = take(content, found, rows, force=False)
    assert taken.left == ()
    loaded = load_text(taken.content, "x")
    assert not [each for each in loaded.problems if each.is_error and each.code != "text-cut"]
    assert all(isinstance(text, Text) for text in texts_in(loaded.scenario))
    before, _ = tree_of(content)
    after, _ = tree_of(taken.content)
    assert before is not None
    assert after is not None
    assert list(as_plain(before)) == list(as_plain(after))  # type: ignore[call-overload]
