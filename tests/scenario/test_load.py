"""Loading: what comes out, where problems are placed, and that nothing is ever raised."""

import gc
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.scenario import load as loading
from engine.scenario.load import load, load_text
from engine.scenario.pieces import MAX_BYTES
from engine.scenario.reader import MAX_PARTS

SMALL = Path(__file__).parent.parent / "scenarios" / "valid" / "small.yaml"
TEXT = SMALL.read_text()


def codes(text: str | bytes) -> list[str]:
    return [problem.code for problem in load_text(text, "x.yaml").problems]


def with_change(old: str, new: str) -> str:
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def test_a_scenario_comes_out_as_it_was_written() -> None:
    scenario = load(SMALL).scenario
    assert scenario is not None
    assert scenario.title.en == "The van"
    assert scenario.rules["cash"].effect.safety == -5
    assert scenario.rules["cash"].negotiable.allowed
    assert scenario.rules["fee"].negotiable.between == (0, 40)
    assert list(scenario.script.phases) == ["yard-talk", "signing"]


def test_a_file_that_is_not_there_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.yaml", tmp_path):
        loaded = load(path)
        assert [problem.code for problem in loaded.problems] == ["file-unreadable"]
        assert loaded.scenario is None


def test_a_file_beyond_the_limit_is_not_read() -> None:
    assert codes("# " + "x" * MAX_BYTES) == ["file-too-large"]


@pytest.mark.slow
def test_a_file_with_too_many_parts_is_given_up() -> None:
    assert codes("a: [" + "1," * (MAX_PARTS + 1) + "]") == ["too-many-parts"]


def test_references_to_references_do_not_multiply() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 10) + "]" for n in range(1, 9)]
    assert codes("\n".join(lines)) == ["too-many-parts"]


def test_references_can_not_be_nested_without_end() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 60)]
    assert "too-deep" in codes("\n".join(lines))


@pytest.mark.slow
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_newlines_and_byte_order_marks_change_nothing(newline: str, mark: str) -> None:
    other = load_text(mark + TEXT.replace("\n", newline), "x.yaml")
    assert other.scenario == load(SMALL).scenario


def test_a_problem_is_told_with_its_place_and_the_nearest_name() -> None:
    text = with_change("next: {to: signing}", "next: {to: sining}")
    (problem,) = load_text(text, "scenarios/x.yaml").problems
    assert problem.text("en") == (
        'scenarios/x.yaml:57:18  there is no phase "sining". Did you mean "signing" (line 58)?'
    )
    assert problem.text("nl") == (
        'scenarios/x.yaml:57:18  er is geen fase "sining". Bedoelde je "signing" (regel 58)?'
    )
    assert problem.as_json("en") == {
        "file": "scenarios/x.yaml",
        "line": 57,
        "column": 18,
        "code": "unknown-phase",
        "severity": "error",
        "message": 'there is no phase "sining".',
        "repair": 'Did you mean "signing" (line 58)?',
    }


def test_errors_come_before_warnings_and_then_by_place() -> None:
    text = with_change("It smells of diesel.", "10:30").replace("chance: 20", "chance: x")
    assert codes(text) == ["not-a-number", "clock-as-text"]


@pytest.mark.parametrize("written", ["yes", "on", "true", "Yes", "ON"])
def test_yes_and_no_are_read_where_they_belong(written: str) -> None:
    text = with_change("    negotiable: yes\n", f"    negotiable: {written}\n")
    scenario = load_text(text, "x.yaml").scenario
    assert scenario is not None
    assert scenario.rules["cash"].negotiable.allowed


@pytest.mark.parametrize("text", ["’s Ochtends is het koud.", "‘t Is koud.", "“Koud,” zegt Tom."])
def test_typographic_quotes_inside_a_text_are_welcome(text: str) -> None:
    assert codes(with_change("public: Owns the van.", f"public: {text}")) == []


def test_a_non_breaking_space_inside_a_text_is_welcome() -> None:
    assert codes(with_change("public: Owns the van.", "public: It cost €\u00a02 million.")) == []


def test_tabs_inside_a_text_of_several_lines_are_no_indentation() -> None:
    text = with_change("public: Owns the van.", "public: |\n      Owns:\n      \tthe van.")
    assert codes(text) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("teaches:\n", "teeches:\n", "unknown-key"),
        ("parties:\n", "partys:\n", "unknown-key"),
        ("  phases:\n", "  fases:\n", "unknown-key"),
        ("moves:\n  show", "move:\n  show", "unknown-key"),
        ("decor:\n  yard: {name", "decor:\n  yard: [name", "bracket-not-closed"),
        ("parties:\n", "parties: none\n", "indentation"),
    ],
)
def test_one_mistake_is_told_once(old: str, new: str, code: str) -> None:
    assert codes(with_change(old, new)) == [code]


@pytest.mark.parametrize(
    ("old", "new", "repair"),
    [
        ("    internal_balance: 60", "    internal_balance: 52,5", "Write 52."),
        ("effect: {safety: -5}", "effect: {safety: -7,6}", "Write -8."),
        ("speaker: south.owner", "speaker: south.baker", 'Did you mean "south.owner" (line 25)?'),
        ("speaker: south.owner", "speaker: owner", 'Did you mean "south.owner" (line 25)?'),
    ],
)
def test_a_mistake_is_mended_as_it_was_meant(old: str, new: str, repair: str) -> None:
    (problem,) = load_text(with_change(old, new), "x.yaml").problems
    assert problem.repair("en") == repair


def test_a_message_does_not_quote_a_whole_page() -> None:
    (problem,) = load_text(with_change("form: outsourcing", "form: " + "so " * 200), "x").problems
    assert problem.code == "unknown-word"
    assert len(problem.message("en")) < 120


@pytest.mark.slow
@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_random_bytes_are_refused_and_never_raise(content: bytes) -> None:
    loaded = load_text(content, "x.yaml")
    assert loaded.scenario is None
    assert loaded.problems


_SIGNS = st.sampled_from("{}[]:,-#!|>*&'\"“\t\n\u00a0\u2028")
_WORDS = st.sampled_from(["&a", "*a", ": ", "- ", "yes", "12:30", "60", "null", "---\n", "<<: "])
_PIECES = _SIGNS | _WORDS


@pytest.mark.slow
@given(st.integers(0, 2**32), st.lists(_PIECES, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_a_scenario_with_bits_put_in_never_raises(seed: int, pieces: list[str]) -> None:
    luck = random.Random(seed)
    text = TEXT
    for piece in pieces:
        at = luck.randrange(len(text))
        text = text[:at] + piece + text[at + luck.randrange(8) :]
    _assert_told_well(text)


@pytest.mark.slow
@given(st.integers(0, 2**32))
@settings(max_examples=100, deadline=None)
def test_a_scenario_with_lines_lost_or_swapped_never_raises(seed: int) -> None:
    luck = random.Random(seed)
    lines = TEXT.split("\n")
    for _ in range(luck.randint(1, 4)):
        a, b = luck.randrange(len(lines)), luck.randrange(len(lines))
        lines[a], lines[b] = lines[b], lines[a]
        del lines[luck.randrange(len(lines))]
    _assert_told_well("\n".join(lines))


def _assert_told_well(text: str) -> None:
    loaded = load_text(text, "x.yaml")
    has_error = any(problem.severity == "error" for problem in loaded.problems)
    assert (loaded.scenario is None) == has_error
    # `splitlines` would also split where an editor does not.
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in loaded.problems:
        assert 1 <= problem.line <= len(rows)
        assert 1 <= problem.column <= len(rows[problem.line - 1]) + 1
        assert problem.text("nl") != problem.text("en")


@pytest.mark.parametrize(("written", "meant"), [("yes", "yes"), ("no", None), ("teal", "teal")])
def test_a_headscarf_is_a_colour_or_just_there(written: str, meant: str | None) -> None:
    looks = f"{{name: Noor Bakker, title: baker, looks: {{headscarf: {written}}}}}"
    text = TEXT.replace("{name: Noor Bakker, title: baker}", looks, 1)
    scenario = load_text(text, "x.yaml").scenario
    assert scenario is not None
    assert scenario.role("north.baker").looks.headscarf == meant


@pytest.mark.parametrize("face", ["[]", "[A., B., C.]"])
def test_what_the_others_see_is_one_text_or_one_for_each_party(face: str) -> None:
    text = SMALL.read_text("utf-8")
    assert "face: A silence." in text
    (problem,) = load_text(text.replace("face: A silence.", f"face: {face}"), "x").problems
    assert problem.code == "one-for-each-party"
    for fine in ("[A.]", "[A., B.]"):
        assert load_text(text.replace("face: A silence.", f"face: {fine}"), "x").problems == ()


def test_nothing_looks_for_rubbish_while_a_scenario_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[bool] = []
    judge = loading._judge_text

    def judging(text: str) -> object:
        looked.append(gc.isenabled())
        return judge(text)

    monkeypatch.setattr(loading, "_judge_text", judging)
    assert gc.isenabled()
    load(SMALL)
    assert looked == [False]
    assert gc.isenabled()
