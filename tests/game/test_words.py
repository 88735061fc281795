"""Both catalogues say the same things, say everything needed, and stick to their language."""

import ast
import re
import string
from collections import Counter
from dataclasses import replace
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from engine.debrief.codes import CODES
from engine.debrief.findings import Advice, ChangeMade, Evidence, LedgerStatus, Ref, SceneMade
from engine.debrief.theses import refs_of_change
from engine.play.events.of_confrontation import OWN_WORDINGS
from engine.play.state import RefusalReason
from engine.play.trace import TraceReason
from engine.play.view.records import Mood, MoveCard, StageName
from engine.scenario.schema import Text
from engine.scenario.vocabulary import (
    BOTTLENECK_OPTIONS,
    CAUSES,
    CHAPTERS,
    INVENTORY_OPTIONS,
    LANGUAGES,
    OUTCOMES,
    PATTERNS,
    REPLIES,
    RESPONSES,
    STANCES,
    Form,
    Language,
)
from game.presenters.evidence import evidence_text
from game.presenters.looking_back import reply_words
from game.presenters.page import Cast
from game.words import Words, words_in

ROOT = Path(__file__).parent.parent.parent
OPTIONS = INVENTORY_OPTIONS + BOTTLENECK_OPTIONS
NO_MOMENT = ("round", "ended", "raising", "confronted", "reckoning")
NEEDED = {
    **{f"stance.{each}": None for each in STANCES},
    **{f"face.{each}": None for each in STANCES},
    **{f"form.{each}": None for each in get_args(Form)},
    **{f"chapter.{each}": None for each in CHAPTERS},
    **{f"outcome.{each}": None for each in OUTCOMES},
    **{f"end.means.{each}": None for each in OUTCOMES},
    **{f"mood.{each}": None for each in get_args(Mood)},
    **{f"moment.{each}": None for each in get_args(StageName) if each not in NO_MOMENT},
    **{f"scene.head.{each}": None for each in CAUSES},
    **{f"scene.cause.{each}": None for each in CAUSES},
    **{f"scene.opens.{each}.{n}": None for each in CAUSES for n in range(OWN_WORDINGS)},
    **{
        f"scene.says.{cause}.{reply}.{n}": None
        for cause in CAUSES
        for reply in REPLIES
        for n in range(OWN_WORDINGS)
        if reply != "silence"
    },
    **{f"scene.{part}.{each}": None for each in REPLIES for part in ("reply", "did", "short")},
    **{
        f"scene.{part}.{each}": None
        for each in RESPONSES
        for part in ("response", "does", "short", "expect")
    },
    **{f"scene.says.{each}.{n}": None for each in RESPONSES for n in range(OWN_WORDINGS)},
    **{f"refusal.{each}": None for each in get_args(RefusalReason)},
    **{f"trace.{each}": None for each in get_args(TraceReason)},
    **{f"option.{each}": None for each in OPTIONS},
    **{f"did.{each}": None for each in OPTIONS},
    **{f"pattern.{each}": None for each in PATTERNS},
    **{f"advice.{each}": None for each in get_args(Advice)},
    **{f"evidence.{each}": None for each in CODES},
    **{f"language.{each}": None for each in LANGUAGES},
    **{f"debrief.{step}": None for step in range(9)},
    **{f"debrief.{step}.ask": None for step in range(9)},
    **{f"thesis.{number}": None for number in range(1, 6)},
    **{f"quadrant.{number}": None for number in range(1, 5)},
}


def entries(language: Language) -> dict[str, str]:
    return words_in(language)._catalogue


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys_in_the_same_order() -> None:
    assert list(entries("nl")) == list(entries("en"))


def test_both_languages_fill_the_same_gaps() -> None:
    nl, en = entries("nl"), entries("en")
    assert [key for key in nl if gaps(nl[key]) != gaps(en[key])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_empty(language: Language) -> None:
    assert [key for key, text in entries(language).items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_closed_lists_is_there(language: Language) -> None:
    assert not [key for key in NEEDED if key not in entries(language)]


def test_locked_moves_and_ledger_lines_have_words() -> None:
    nl = entries("nl")
    reasons = get_args(get_args(MoveCard.__annotations__["locked"])[0])
    assert not [each for each in reasons if f"locked.{each}" not in nl]
    shown = set(get_args(LedgerStatus)) - {
        "proposed-and-rejected", "never-questioned", "not-negotiable",
    }  # fmt: skip
    assert not [each for each in shown if f"ledger.status.{each}" not in nl]


@pytest.mark.slow
def test_whoever_asks_for_a_sentence_fills_its_gaps() -> None:
    """Wherever the key stands in the source literally; and there is such a sentence."""
    texts, unfilled, missing = entries("nl"), [], []
    for path in (ROOT / "game").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            match call:
                case ast.Call(args=[ast.Constant(value=str(key))], keywords=given):
                    if ast.unparse(call.func).rpartition(".")[2] not in ("words", "say"):
                        continue
                    names = {each.arg for each in given}
                    where = f"{path.relative_to(ROOT)}:{call.lineno} {key}"
                    if key not in texts:
                        missing.append(where)
                    elif None not in names and gaps(texts[key]) - names:
                        unfilled.append(where)
    assert (missing, unfilled) == ([], [])


@pytest.mark.slow
def test_what_is_asked_for_is_there() -> None:
    """Wherever a key stands in the source literally, also within another sentence."""
    texts, missing = entries("nl"), []
    for path in (ROOT / "game").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            match call:
                case ast.Call(args=[ast.Constant(value=str(key)), *_]) if key not in texts:
                    if ast.unparse(call.func).rpartition(".")[2] in ("words", "say"):
                        missing.append(f"{path.relative_to(ROOT)}:{call.lineno} {key}")
    assert missing == []


def test_no_key_is_unused() -> None:
    """A key occurs in the source literally, or starts like one that is put together there."""
    sources = [*(ROOT / "game").rglob("*.py"), *(ROOT / "game").rglob("*.html")]
    catalogues = ROOT / "game/words"
    code = "\n".join(each.read_text("utf-8") for each in sources if catalogues not in each.parents)
    built = set(re.findall(r'f["\']([a-z0-9_.-]+)\{', code))
    built |= set(re.findall(r'["\']([a-z0-9_.-]+\.)["\'] ~ ', code))  # in a template
    exact = set(re.findall(r'["\']([a-z0-9_.-]+)["\']', code))
    unused = [
        key
        for key in entries("nl")
        if key not in exact and not any(key.startswith(start) for start in built)
    ]
    assert unused == []


ENGLISH = re.compile(
    r"\b(the|and|with|you|your|they|their|this|that|was|were|from|would|what|which|who|of|"
    r"nobody|everyone|trust|round|move|rule|play|game)\b",
    re.IGNORECASE,
)
DUTCH = re.compile(
    r"\b(de|het|een|en|van|niet|jij|jullie|zij|dat|dit|voor|naar|wat|wie|waar|geen|niemand|"
    r"vertrouwen|ronde|zet|spel|spelregel)\b",
    re.IGNORECASE,
)
# Words that both languages have, and words that are typed as they are.
SHARED = {"was", "of", "en", "die", "play", "het", "debrief"}


@pytest.mark.parametrize(("language", "other"), [("nl", ENGLISH), ("en", DUTCH)])
def test_no_sentence_slips_into_the_other_language(
    language: Language, other: re.Pattern[str]
) -> None:
    leaks = {}
    for key, text in entries(language).items():
        plain = re.sub(r"`[^`]*`|main\.py [a-z]+|--[a-z]+|\{[a-z_]*[:}]", "", text)
        found = {each.lower() for each in other.findall(plain)} - SHARED
        if found:
            leaks[key] = found
    assert leaks == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_finding_can_be_said(code: str, language: Language) -> None:
    shape, name = CODES[code], Text(nl="een ding", en="a thing")
    cast = Cast(words_in(language), {"a": Text(nl="A", en="A"), "b": Text(nl="B", en="B")})
    evidence = Evidence(
        code, round=3, at=2, party="a", other="b",
        numbers=dict.fromkeys(shape.numbers, 0.25),
        refs={ref: Ref("thing", "x", name) for ref in shape.refs},
        rounds={"high": (1, 2), "low": (3, 4)},
    )  # fmt: skip
    told = evidence_text(cast, evidence)
    assert "{" not in told
    # It names no round and no party but those that such a finding always has.
    promised = replace(
        evidence,
        round=evidence.round if shape.round else None,
        party=evidence.party if shape.party else None,
        other=evidence.other if shape.other else None,
    )
    assert evidence_text(cast, promised) == told
    for number in shape.numbers:
        assert any(each in told for each in ("25", "0")) or number not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_said_is_told_afterwards_of_what_it_was_about(language: Language) -> None:
    """Nobody owns up to a refusal or a departure, nor denies it: no card offers to, either."""
    words = words_in(language)
    cast = Cast(words, {"a": Text(nl="A", en="A"), "b": Text(nl="B", en="B")})
    for reply, cause in product(REPLIES, CAUSES):
        scene = SceneMade("a", "b", cause, reply, "accept", 0.5, 0.5)
        apart = words.has(f"scene.did.{reply}.{cause}")
        assert words.has(f"scene.reply.{reply}.{cause}") == apart
        for own in (False, True):
            plain = reply_words(cast, replace(scene, cause="discovery"), own=own)
            assert (reply_words(cast, scene, own=own) != plain) == apart


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("to", ["a", "table"])
def test_a_finding_says_to_whom_a_prop_was_to_go(language: Language, to: str) -> None:
    words, name = words_in(language), Text(nl="de hamer", en="the gavel")
    cast = Cast(words, {"a": Text(nl="A", en="A"), "b": Text(nl="B", en="B")})
    asked = ChangeMade(3, 2, "b", "props", Ref("thing", "x", name), "hold", None, to)
    told = evidence_text(cast, Evidence("change-refused", 3, 2, "b", refs=refs_of_change(asked)))
    key = "change.hold.table" if to == "table" else "change.hold"
    assert words(key, name=words.of(name), holder="A") in told


def test_one_and_many_differ() -> None:
    words = words_in("en")
    assert words("check.errors", n=1) == "1 error"
    assert words("check.errors", n=0) == "0 errors"
    assert words("simulate.title", scenario="x", plays=1, seed=1) == "x: 1 play, seed 1"
    assert words("simulate.title", scenario="x", plays=10_000, seed=1) == "x: 10,000 plays, seed 1"
    assert words_in("nl")("simulate.title", scenario="x", plays=1000, seed=1).startswith("x: 1.000")


@pytest.mark.parametrize(("n", "told"), [(0, "0 times"), (1, "once"), (2, "twice"), (3, "3 times")])
def test_two_times_is_twice(n: int, told: str) -> None:
    words = Words("en", {"thousands": ",", "asked": "{n:once|twice|# times}"})
    assert words("asked", n=n) == told


def test_english_never_says_two_times() -> None:
    assert [key for key, text in entries("en").items() if "once|# times" in text] == []


# Nouns that are counted somewhere, in the form that can't follow “1”.
MANY: dict[Language, str] = {
    "en": "rounds|times|moves|steps|plays|games|points|parties|personas|errors|warnings|files|"
    "months|minutes|seconds|turns|choices|pictures|things|changes|expectations|scenarios",
    "nl": "rondes|zetten|stappen|spellen|punten|partijen|persona's|fouten|waarschuwingen|"
    "bestanden|maanden|minuten|seconden|beurten|keuzes|plaatjes|dingen|veranderingen|"
    "verwachtingen|scenario's",
}
# Never one: if there is one party or one persona for each, nothing is asked.
AT_LEAST_TWO = {"script.goes-on": "n", "stop.hot-seat-count": "n",
                "stop.personas-count": "expected",
                "stop.too-many-strategies": "expected", "pattern.tit-for-tat": "of",
                "evidence.divided-but-kept": "times", "debrief.4.borders": "notable",
                "evidence.cooperation-with-trust": "high_of",
                "evidence.no-cooperation-with-trust": "high_of",
                "evidence.opportunism-falls-with-trust": "high_of",
                "evidence.opportunism-grows-with-trust": "high_of"}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_speaks_of_one_as_of_many(language: Language) -> None:
    words, wrong = words_in(language), []
    for key, text in entries(language).items():
        one = {name: 2 if AT_LEAST_TWO.get(key) == name else 1 for name in gaps(text)}
        if re.search(rf"(?<![\d.,])1 ({MANY[language]})\b", words(key, **one)):
            wrong.append(key)
    assert wrong == []


@pytest.mark.parametrize(("language", "all_of"), [("nl", "iedereen"), ("en", "everybody")])
def test_the_steps_taken_seriously_are_those_of_the_whole_table(
    language: Language, all_of: str
) -> None:
    """Whoever took all four is not told of three as of its own."""
    for key, text in entries(language).items():
        if key.startswith("reflected.") and "{steps}" in text:
            assert all_of in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_change_lifts_is_told_by_what_holds_now(language: Language) -> None:
    words, now = words_in(language), {"nl": "nu", "en": "now"}
    for way in ("most", "least"):
        told = words(f"brings.{way}.lifted", n=55, trait=words("brings.trait.candour"))
        assert f" {now[language]} " in told


def test_an_amount_of_money_stays_on_one_line() -> None:
    words = Words("nl", {})
    assert words.of(Text(nl="Dat kost € 9.000.")) == "Dat kost €\u00a09.000."


@pytest.mark.parametrize(
    ("name", "whose"), [("Odrada", "Odrada's"), ("Brouwer Bicycles", "Brouwer Bicycles'")]
)
def test_whose_something_is(name: str, whose: str) -> None:
    words = Words("en", {"thousands": ",", "trust": "{of:'s} trust in you"})
    assert words("trust", of=name) == f"{whose} trust in you"


def test_lists_read_as_in_a_sentence() -> None:
    words = words_in("nl")
    assert words.all_of([]) == ""
    assert words.all_of(["a"]) == "a"
    assert words.all_of(["a", "b", "c"]) == "a, b en c"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language: Language) -> None:
    """A later part of the catalogue would silently take the place of an earlier one."""
    folder = Path(__file__).parents[2] / "game/words" / language
    written = [
        key
        for part in sorted(folder.glob("[a-z]*.py"))
        for key in import_module(f"game.words.{language}.{part.stem}").WORDS
    ]
    assert [key for key, times in Counter(written).items() if times > 1] == []
