"""Conditions: read by the same code wherever they are, and dead ones are reported."""

from typing import Any, Literal, get_args, get_origin

import pytest

from engine.scenario.load import load_text
from engine.scenario.problems import Problem
from engine.scenario.schema import Condition, Part, Scenario
from engine.scenario.schema_walk import fields_of
from tests.conftest import ROOT

TEXT = (ROOT / "tests/scenarios/valid/small.yaml").read_text()

# Every place where a condition may stand, and the ways to put one inside another.
PLACES = {
    "move": ("title: Wait,", "when: {0}, title: Wait,"),
    "situation": (
        "      answers:",
        "      situations: [{{when: {0}, lines: {{say: It rains.}}}}]\n{1}",
    ),
    "answer": ("{move: {of: north}}", "{0}"),
    "opening line": (
        "      moves: [show,", "      opens_with: {{when: {0}, say: It rains.}}\n{1}"
    ),
    "answer to a move": (
        "face: An offer.}",
        "face: An offer., answers: {{speaker: south.owner, when: {0}, say: Oh.}}}}",
    ),
    "next": ("next: {to: signing}", "next: [{{to: signing, when: {0}}}, {{to: signing}}]"),
    "event": ("chance: 20", "chance: 20, when: {0}"),
    "script answer": (
        "  events:\n", "  answers: [{{when: {0}, speaker: north.baker, say: Fine.}}]\n{1}"
    ),
    "ending": ("{outcome: success}", "{0}"),
    "question": ("endings:\n", "debrief: {{questions: [{{text: Why, when: {0}}}]}}\n{1}"),
}  # fmt: skip
NESTINGS = ("{0}", "{{all: [{0}]}}", "{{any: [{0}]}}", "{{not: {0}}}", "{{any: [{{not: {0}}}]}}")

WRONG = [
    ("{trst: {below: 20}}", "unknown-key", 'Did you mean "trust"?'),
    ("{trust: {belw: 20}}", "unknown-key", 'Did you mean "below"?'),
    ("{round: {of: north, at_least: 1}}", "unknown-key", "What can stand here"),
    ("{formal_overlap: {of: north, above: 10}}", "unknown-key", "What can stand here"),
    ("{trust: {below: 144}}", "out-of-range", "Choose a number between them"),
    ("{trust: {above: -1}}", "out-of-range", "Choose a number between them"),
    ("{value: {above: 5000}}", "out-of-range", "Choose a number between them"),
    ("{round: {at_least: -1}}", "out-of-range", "Choose a number between them"),
    ('{trust: {below: "20"}}', "quoted-number", "Write 20 without them."),
    ("{trust: {below: yes}}", "not-a-number", "Write digits only"),
    ("{trust: {below: 2.5}}", "not-whole", "Write 2."),
    ("{trust: {below: low}}", "not-a-number", "Write digits only"),
    ("{trust: {below: [20]}}", "wrong-type", "Write"),
    ("{trust: 20}", "bound-needed", "Write `{at_least: 20}`."),
    ("{trust: [20]}", "list-for-block", "Write { }"),
    ("{trust: {}}", "bound-empty", "at_least"),
    ("{trust: {above: 60, below: 50}}", "bound-never", "Look at the bounds"),
    ("{trust: {of: nrth, below: 20}}", "unknown-party", 'Did you mean "north"'),
    ("{move: {is: ofer}}", "unknown-move", 'Did you mean "offer"'),
    ("{played: {stance: oportunistic}}", "unknown-word", 'Did you mean "opportunistic"?'),
    ("{move: show}", "wrong-type", "Write"),
    ("{discovered: south}", "wrong-type", "Write"),
    ("{discovered: {off: south}}", "unknown-key", 'Did you mean "of"?'),
    ("{happened: breakdwn}", "unknown-event", 'Did you mean "breakdown"'),
    ("{happened: {breakdown: yes}}", "wrong-type", "Write"),
    ("{in_force: csh}", "unknown-element", 'Did you mean "cash"'),
    ("{met: {of: nrth, want: quiet}}", "unknown-party", 'Did you mean "north"'),
    ("{met: {of: north, want: quite}}", "unknown-want", 'Did you mean "quiet"'),
    ("{met: {of: north}}", "missing-key", "want"),
    ("{met: quiet}", "wrong-type", "Write"),
    ("{outcome: succes}", "unknown-word", 'Did you mean "success"?'),
    ("{all: {trust: {below: 20}}}", "block-for-list", "Write"),
    ("{any: [trust]}", "wrong-type", "Write"),
    ("{not: [trust]}", "list-for-block", "Write"),
    ("[trust]", "list-for-block", "Write"),
    ("trust", "wrong-type", "Write"),
    ("yes", "wrong-type", "Write"),
    ("12", "wrong-type", "Write"),
    ("{trust: }", "empty-value", "Fill it in"),
]  # fmt: skip
NAMES = ("unknown-party", "unknown-move", "unknown-event", "unknown-element", "unknown-want")


def everywhere(condition: str) -> tuple[str, int]:
    """The scenario with that condition in every place and nesting, and how many those are."""
    text, count = TEXT, 0
    for old, new in PLACES.values():
        assert text.count(old) == 1
        nested = [nesting.format(condition) for nesting in NESTINGS]
        whole = "{any: [" + ", ".join(nested) + "]}"
        text = text.replace(old, new.format(whole, old))
        count += len(nested)
    return text, count


@pytest.mark.parametrize(("condition", "code", "repair"), WRONG)
def test_a_wrong_condition_is_told_alike_in_every_place(
    condition: str, code: str, repair: str
) -> None:
    text, count = everywhere(condition)
    problems = load_text(text, "x.yaml").problems
    if code in NAMES:  # the same name everywhere is one mistake
        (problem,) = problems
        assert problem.code == "half-renamed"
        assert problem.params["places"] == count
        assert f'"{problem.params["other"]}"' in repair
        return
    assert [problem.code for problem in problems] == [code] * count
    assert len({problem.message("en") for problem in problems}) == 1
    assert len({problem.message("nl") for problem in problems}) == 1
    assert all(repair in problem.repair("en") for problem in problems)
    assert all(_points_into(text, condition, problem) for problem in problems)


def _points_into(text: str, condition: str, problem: Problem) -> bool:
    """Whether the place of a problem is in one of the conditions, or at the key it belongs to."""
    line = text.split("\n")[problem.line - 1]
    at = problem.column - 1
    around = line[max(0, at - len(condition)) : at + len(condition) + len("when: ")]
    return condition in around


def test_a_good_condition_is_welcome_in_every_place() -> None:
    text, _ = everywhere("{trust: {of: north, at_least: 40}}")
    assert not [each for each in load_text(text, "x.yaml").problems if each.is_error]


def test_no_type_of_the_schema_is_a_name_that_was_never_looked_up() -> None:
    seen: set[Any] = set()
    ahead: list[Any] = [Scenario]
    while ahead:
        each = ahead.pop()
        if each in seen:
            continue
        seen.add(each)
        assert not isinstance(each, str)
        assert type(each).__name__ != "ForwardRef"
        ahead += get_args(each) if get_origin(each) is not Literal else ()
        if isinstance(each, type) and issubclass(each, Part):
            ahead += fields_of(each).values()
    assert Condition in seen


def codes(*changes: tuple[str, str]) -> list[str]:
    """The problems of the scenario with those changes."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return [problem.code for problem in load_text(text, "x.yaml").problems]


ANSWER = "{move: {of: north}}"
ENDING = "{outcome: success}"


@pytest.mark.parametrize(
    ("place", "condition", "code"),
    [
        (ENDING, "{all: [{trust: {below: 30}}, {trust: {at_least: 60}}]}", "condition-never"),
        (ENDING, "{trust: {of: north, below: 30}, not: {trust: {of: north, below: 30}}}",
         "condition-never"),
        (ENDING, "{outcome: success, all: [{outcome: [broken, parted]}]}", "condition-never"),
        (ENDING, "{outcome: success, not: {outcome: success}}", "condition-never"),
        (ENDING, "{in_force: cash, not_in_force: cash}", "condition-never"),
        (ENDING, "{happened: breakdown, not: {happened: breakdown}}", "condition-never"),
        (ENDING, "{not: {}}", "condition-never"),
        (ENDING, "{not: {in_force: logbook}}", "condition-never"),
        (ENDING, "{any: [{round: {above: 9}}, {outcome: success}]}", "number-never"),
        (ENDING, "{round: {at_least: 9}}", "number-never"),
        (ENDING, "{played: {of: south, is: show}}", "move-not-theirs"),
        (ANSWER, "{not: {outcome: success}}", "outcome-too-early"),
        (ANSWER, "{not: {met: {of: north, want: quiet}}}", "met-too-early"),
        (ENDING, "{any: [{met: {of: north, want: quiet}}]}", "want-unmeasured"),
        (ANSWER, "{any: [{outcome: success}]}", "outcome-too-early"),
        (ANSWER, "{slipped: {}, round: {at_least: 3}}", "number-never"),
        (ANSWER, "{move: {stance: opportunistic}}", "stance-never"),
        (ENDING, "{confronted: {of: north, cause: discovery}}", "condition-never"),
        (ENDING, "{confronted: {cause: [leak, departure]}}", "condition-never"),
    ],
)  # fmt: skip
def test_what_can_never_be_is_told(place: str, condition: str, code: str) -> None:
    assert codes((place, condition)) == [code]


@pytest.mark.parametrize(
    ("place", "condition"),
    [
        (ENDING, "{outcome: success, all: [{trust: {above: 30}}, {trust: {at_most: 60}}]}"),
        (ENDING, "{outcome: success, trust: {of: north, below: 30}, all: [{trust: {above: 60}}]}"),
        (ENDING, "{outcome: success, any: [{trust: {below: 30}}, {trust: {above: 60}}]}"),
        (ENDING, "{outcome: success, round: {at_least: 4}}"),
        (ENDING, "{outcome: success, happened: breakdown, not_in_force: cash}"),
        (ENDING, "{not: {outcome: [stalled, broken]}}"),
        (ANSWER, "{round: {at_least: 2}}"),
        (ANSWER, "{happened: breakdown}"),
        (ENDING, "{confronted: {cause: [discovery, promise]}}"),
        (ANSWER, "{move: {of: south, stance: reciprocal}}"),
        (ANSWER, "{not: {move: {stance: opportunistic}}}"),
    ],
)
def test_what_can_be_is_left_alone(place: str, condition: str) -> None:
    assert codes((place, condition)) == []


def test_rounds_that_can_be_agreed_on_count() -> None:
    late = (ENDING, "{outcome: success, round: {at_least: 9}}")
    more = ("rounds: 2\n      moves: [offer", "rounds: 2\n      negotiable: {between: [1, 7]}\n")
    assert codes(late, (more[0], f"{more[1]}      moves: [offer")) == []


def test_a_phase_that_can_be_dropped_may_have_no_rounds() -> None:
    answer = "{when: {round: {at_most: 1}}, speaker: south.owner, say: Early.}"
    early = ("wait]\n  events", f"wait]\n      answers: [{answer}]\n  events")
    assert codes(early) == ["number-never"]
    optional = (
        "rounds: 2\n      moves: [show",
        "rounds: 2\n      negotiable: yes\n      moves: [show",
    )
    assert codes(early, optional) == []


def test_an_event_can_not_have_happened_before_it_happens() -> None:
    assert codes(("chance: 20", "chance: 20, when: {happened: breakdown}")) == ["condition-never"]


def test_an_answer_can_not_know_a_move_that_is_hidden() -> None:
    hidden = ("face: An offer.", "face: An offer., guile: 50, found_out: It was a lie.")
    assert codes(hidden, (ANSWER, "{move: {is: offer}}")) == ["move-hidden"]
    assert codes(hidden, (ENDING, "{outcome: success, played: {is: offer}}")) == []
    assert codes(hidden, (ANSWER, "{discovered: {of: south}}")) == []


BRANCH = "next: {to: signing}"
EVENT = "after: 6 months"


@pytest.mark.parametrize(("after", "found"), [("6 months", []), ("7 months", ["condition-never"])])
def test_an_event_can_only_have_happened_once_its_time_has_come(
    after: str, found: list[str]
) -> None:
    """The branch is taken after two rounds of three months."""
    waiting = "next: [{to: signing, when: {happened: breakdown}}, {to: signing}]"
    assert codes((EVENT, f"after: {after}"), (BRANCH, waiting)) == found


COVERED = [
    ("{trust: {at_least: 45}}", "{trust: {at_least: 60}}", True),
    ("{trust: {at_least: 60}}", "{trust: {at_least: 45}}", False),
    ("{trust: {at_least: 45}}", "{trust: {above: 44}, safety: {above: 20}}", True),
    ("{trust: {at_least: 45}, safety: {above: 20}}", "{trust: {at_least: 60}}", False),
    ("{trust: {of: north, at_least: 45}}", "{trust: {at_least: 60}}", False),
    ("{changed: cash}", "{changed: [cash, fee]}", True),
    ("{changed: [cash, fee]}", "{changed: cash}", False),
    ("{not: {in_force: cash}}", "{not: {in_force: cash}, trust: {above: 20}}", True),
    ("{played: {is: offer}}", "{played: {is: [offer, wait]}}", False),
]


@pytest.mark.parametrize(("above", "below", "is_covered"), COVERED)
def test_a_branch_is_never_taken_below_one_that_is_wider(
    above: str, below: str, is_covered: bool
) -> None:
    branches = (
        f"next: [{{to: signing, when: {above}}}, {{to: signing, when: {below}}}, {{to: signing}}]"
    )
    assert codes((BRANCH, branches)) == ["branch-never-taken"] * is_covered


@pytest.mark.parametrize(("above", "below", "is_covered"), COVERED)
def test_an_answer_is_never_heard_below_a_wider_one_that_never_runs_out(
    above: str, below: str, is_covered: bool
) -> None:
    old = "        - {when: {move: {of: north}}, speaker: south.owner, say: And who drives?}"
    answers = [
        f"        - {{to: {{of: north}}, when: {when}, speaker: south.owner, {said}}}"
        for when, said in ((above, "say: Hm., again: yes"), (below, "say: Well."))
    ]
    assert codes((old, "\n".join(answers))) == ["always-preceded"] * is_covered
    runs_out = answers[0].replace(", again: yes", "")
    assert codes((old, "\n".join([runs_out, answers[1]]))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: owner}", "title: owner, negotiable: yes}"),
        ("party: any}", "party: any, drops: south.owner}"),
        ("party: any}", "party: any, turnover: yes}"),
    ],
)
def test_an_answer_can_be_heard_below_that_of_somebody_who_can_leave(old: str, new: str) -> None:
    first = "        - {when: {move: {of: north}}, speaker: south.owner, say: And who drives?}"
    endless = "        - {to: {of: north}, speaker: south.owner, again: yes, say: Hm.}\n"
    assert codes((first, endless + first)) == ["always-preceded"]
    assert "always-preceded" not in codes((first, endless + first), (old, new))
