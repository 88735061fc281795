"""What a play-test finds in a scenario with something wrong in it."""

import pytest

from engine.playtest import Finding, Playtest, Verdict
from tests.playtest.conftest import MINIMAL, Altered
from tests.playtest.test_exploring import SEED, played

ANSWER = "- {when: {move: {of: north}}, speaker: south.owner, say: And who drives?}"
PLAYS = 72
PARKED = "parked: {title: Parked, text: It stands.}"


def found(altered: Altered, *changes: tuple[str, str], plays: int = PLAYS) -> list[Finding]:
    return list(played(altered(*changes), plays).report.findings())


@pytest.mark.slow
def test_nothing_is_found_where_all_comes_up(altered: Altered) -> None:
    assert found(altered) == []


@pytest.mark.slow
def test_a_line_that_others_always_come_before_is_never_heard(altered: Altered) -> None:
    first = "{to: {of: north}, speaker: south.owner, again: yes, say: Really?}"
    (line,) = (each for each in found(altered, (ANSWER, f"- {first}\n        {ANSWER}"))
               if each.what == "line")  # fmt: skip
    assert line.path == ("script", "phases", "yard-talk", "answers", 1, "say")
    assert line.why == "not-asked"


@pytest.mark.slow
def test_a_line_whose_condition_never_holds_is_told_once(altered: Altered) -> None:
    never = ANSWER.replace("{of: north}}", "{of: north}, safety: {above: 99}}")
    (line,) = found(altered, (ANSWER, never))
    assert (line.what, line.why) == ("line", "condition")


@pytest.mark.slow
def test_a_wording_that_is_never_used_is_counted(altered: Altered) -> None:
    many = ANSWER.replace("And who drives?", "[One., Two., Three., Four., Five.]")
    few = found(altered, (ANSWER, many), plays=1)
    (line,) = (each for each in few if each.what == "wordings")
    assert 0 < line.count < line.of == 5


@pytest.mark.slow
def test_a_move_that_is_never_open_hides_what_is_said_with_it(altered: Altered) -> None:
    silent = "show: {kind: share, of: north, needs: logbook"
    closed = f"{silent}, when: {{safety: {{above: 99}}}}, say: Look."
    finds = found(altered, (silent, closed))
    assert [(each.what, each.name, each.why) for each in finds] == [("move", "show", "condition")]


@pytest.mark.slow
def test_an_ending_that_no_play_has_is_named(altered: Altered) -> None:
    rare = "rare: {when: {trust: {above: 99}}, title: Rare, text: It flies.}\n  " + PARKED
    finds = found(altered, (PARKED, rare))
    assert ("ending", "rare") in [(each.what, each.name) for each in finds]


@pytest.mark.slow
def test_what_may_be_changed_and_never_was_is_named_once(altered: Altered) -> None:
    few = played(altered(), 1).report
    changes = [(at, item) for at, item in enumerate(few.trial.index.items) if item.kind == "change"]
    made = {item.path for at, item in changes if few.all.reached[at]}
    named = [each.path for each in few.findings() if each.what in ("unchanged", "unparted")]
    assert made
    assert sorted(named) == sorted({item.path for _, item in changes} - made)


@pytest.mark.slow
def test_that_the_last_ending_always_fits_is_no_news(altered: Altered) -> None:
    left = "{when: {outcome: [lopsided, stalled, broken, parted]}, title: Parked, text: It stands.}"
    assert found(altered, (PARKED, f"parked: {left}")) == []


@pytest.mark.slow
def test_what_is_heard_four_times_in_one_play_is_told_with_a_play(altered: Altered) -> None:
    again = ANSWER.replace("speaker: south.owner,", "speaker: south.owner, again: yes,")
    longer = ("      rounds: 2\n      moves: [show", "      rounds: 6\n      moves: [show")
    (line,) = (each for each in found(altered, (ANSWER, again), longer) if each.what == "often")
    assert line.count > 0
    assert line.of == PLAYS
    assert line.recipe is not None
    assert line.recipe.is_by_personas


@pytest.mark.slow
def test_three_times_in_one_play_is_not_often(altered: Altered) -> None:
    again = ANSWER.replace("speaker: south.owner,", "speaker: south.owner, again: yes,")
    longer = ("      rounds: 2\n      moves: [show", "      rounds: 3\n      moves: [show")
    assert not [e for e in found(altered, (ANSWER, again), longer) if e.what == "often"]


LUNCH = "lunch: {kind: poach, of: south, title: Have lunch, text: With Ada., face: South out.}"
WAIT = "wait: {kind: hold, title: Wait, text: It costs nothing., face: A silence.}"
OFFERS = "moves: [show, offer, wait]"
HIDDEN = (
    (WAIT, f"{WAIT}\n  {LUNCH}"),
    (OFFERS, "moves: [show, offer, wait, lunch]"),
)


@pytest.mark.slow
@pytest.mark.parametrize(
    "when",
    [
        "{not: {played: {of: south, is: lunch}}}",
        "{any: [{played: {is: lunch}}, {move: {of: north, is: wait}}]}",
    ],
)
def test_a_hidden_move_within_a_condition_counts_as_the_play_asks(
    altered: Altered, when: str
) -> None:
    ways = f"next: [{{to: signing, when: {when}}}, {{to: late}}]"
    late = "late: {name: Late, decor: yard, rounds: 2, moves: [offer, wait]}\n    signing:"
    finds = found(altered, *HIDDEN, ("next: {to: signing}", ways), ("signing:\n", f"{late}\n"))
    assert [each for each in finds if each.what in ("true", "false", "branch")] == []


@pytest.mark.slow
def test_part_of_the_condition_of_an_event_counts_also_where_it_comes(altered: Altered) -> None:
    """It comes in each play in which nobody shows anything: there the part does not hold."""
    sure = "after: 6 months, chance: 100, when: {not: {played: {of: north, is: show}}}"
    finds = found(altered, ("after: 6 months, chance: 20", sure))
    assert [each for each in finds if each.what in ("true", "false", "event")] == []


@pytest.mark.slow
def test_a_way_to_change_a_thing_that_nobody_takes_is_named(altered: Altered) -> None:
    few = played(altered(), 1).report
    index, reached = few.trial.index, few.all.reached
    keys = {item.name for at, item in enumerate(index.items)
            if item.kind == "change" and not item.is_no_news and not reached[at]}  # fmt: skip
    told = [each for each in few.findings() if each.what in ("unchanged", "unmade", "unparted")]
    assert {"rules/fee/drop"} <= keys
    named = {key for each in told for key in each.name.split(", ")}
    for key in keys:
        assert key in named or key.split("/")[1] in named


@pytest.mark.slow
def test_to_bring_back_what_was_dropped_is_no_change_to_miss(altered: Altered) -> None:
    few = played(altered(), 1).report
    for item in few.trial.index.items:
        if item.kind == "change":
            undoes = item.name.endswith("/adopt")  # all of it is in force from the start
            assert item.is_no_news == undoes, item.name


@pytest.mark.slow
def test_a_part_that_holds_late_is_asked_for_after_the_whole_is_known(altered: Altered) -> None:
    offer = "offer: {kind: trade, "
    late = "{all: [{round: {at_least: 2}}, {move: {of: north, is: wait}}]}"
    when = f"when: {{not: {{any: [{{round: {{at_least: 1}}}}, {late}]}}}}, "
    test = Playtest(altered((offer, offer + when)), SEED)
    assert sum(test.run("personas", PLAYS)) == PLAYS  # the search would begin there by itself
    assert [each for each in test.report.findings() if each.what in ("true", "false")] == []


NEEDLESS = [
    # It says which moves the answer follows.
    ("{move: {of: north}, round: {at_least: 1}}", "false", "move-only"),
    ("{move: {of: north}, any: [{safety: {above: 99}}, {round: {above: 1}}]}", "true", "needless"),
    ("{move: {of: north}, all: [{safety: {above: 0}}], round: {at_least: 2}}", "false", "needless"),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("when", "what", "why"), NEEDLESS)
def test_a_condition_that_can_go_says_so(altered: Altered, when: str, what: str, why: str) -> None:
    finds = found(altered, (ANSWER, ANSWER.replace("{move: {of: north}}", when)))
    assert [(each.what, each.why) for each in finds] == [(what, why)]


@pytest.mark.slow
def test_a_phase_that_always_ends_early_is_not_told_to_go_on(altered: Altered) -> None:
    until = ("next: {to: signing}", "until: {safety: {above: 1}}\n      next: {to: signing}")
    (told,) = (each for each in found(altered, until) if each.what == "false")
    assert told.why == ""


@pytest.mark.slow
def test_what_is_expected_is_not_told_as_a_condition(altered: Altered) -> None:
    expected = "{always: {when: {round: {at_least: 1}}}}"
    assert found(altered, (PARKED, f"{PARKED}\nexpect: {expected}")) == []


# --- what the author expects --------------------------------------------------------------------


def verdicts(altered: Altered, *expected: str, plays: int = PLAYS) -> list[Verdict]:
    lines = "".join(f"  - {each}\n" for each in expected)
    compiled = altered((PARKED, f"{PARKED}\nexpect:\n{lines}"))
    return list(played(compiled, plays).report.verdicts())


EXPECTED = [
    ("{always: {phase: signing}}", "holds"),
    ("{never: {event: breakdown}}", "fails"),
    ("{reaches: {move: show}, share: {at_least: 1, at_most: 99}}", "holds"),
    ("{reaches: {move: offer}, share: {at_most: 5}}", "fails"),
    ("{reaches: {event: breakdown}, share: {at_least: 95}}", "fails"),
    ("{always: {when: {round: {at_least: 1}}}}", "holds"),
    ("{never: {outcome: broken, move: show, phase: [yard-talk], when: {round: {at_most: 0}}}}",
     "holds"),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("expected", "says"), EXPECTED)
def test_an_expectation_holds_or_fails(altered: Altered, expected: str, says: str) -> None:
    (verdict,) = verdicts(altered, expected)
    assert verdict.says == says
    assert verdict.low < verdict.high
    assert (verdict.recipe is not None) == (says == "fails")


@pytest.mark.slow
def test_never_counts_every_play_and_a_share_those_by_personas(altered: Altered) -> None:
    share, never = verdicts(
        altered,
        "{reaches: {ending: parked}, share: {at_least: 0, at_most: 99}}",
        "{never: {event: breakdown}}",
    )
    assert share.of == PLAYS
    assert never.of > 1.5 * PLAYS


@pytest.mark.slow
def test_what_lies_close_to_a_bound_is_left_undecided(altered: Altered) -> None:
    (wide,) = verdicts(altered, "{reaches: {ending: parked}, share: {at_least: 0, at_most: 99}}")
    above = round(100 * wide.plays / wide.of) + 1
    (close,) = verdicts(altered, f"{{reaches: {{ending: parked}}, share: {{at_least: {above}}}}}")
    assert close.says == "unsure"


def test_expectations_leave_the_game_as_it_was(altered: Altered) -> None:
    from engine.scenario.fingerprint import fingerprint

    expecting = altered((PARKED, f"{PARKED}\nexpect: {{never: {{event: breakdown}}}}"))
    assert fingerprint(expecting.scenario) == fingerprint(altered().scenario)


@pytest.mark.slow
def test_a_scenario_with_everything_is_fully_covered(altered: Altered) -> None:
    finds = list(played(altered(path=MINIMAL), PLAYS).report.findings())
    assert not [each for each in finds if each.what in ("phase", "move", "event", "stuck", "fault")]
