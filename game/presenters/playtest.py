"""What a play-test found, in words: what was explored, what never came up, what came too often."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import assert_never

from engine.play.state import (
    Choice,
    MoveChoice,
    OptionChoice,
    ProposalChoice,
    RaiseChoice,
    ReplyChoice,
    ResponseChoice,
    VoteChoice,
)
from engine.playtest import (
    OFTEN,
    Finding,
    Kind,
    Playtest,
    Recipe,
    Report,
    Shown,
    Verdict,
    choices_in,
)
from engine.scenario.schema import Course
from game.presenters.page import Line, decimal
from game.printable import quoted
from game.words import Words

# The kinds of things of which it is counted how many came up, in the order they are told.
COUNTED: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("phases", ("phase",)), ("branches", ("branch",)), ("moves", ("move",)),
    ("events", ("event",)), ("endings", ("ending",)), ("things", ("stood",)),
    ("rituals", ("held", "hollow")), ("changes", ("change",)), ("wordings", ("line", "ask")),
    ("conditions", ("true", "false")),
)  # fmt: skip
# Findings under one heading, in the order they are told.
_TOLD = (
    ("fault", "stuck"),
    (
        "phase",
        "event",
        "move",
        "ending",
        "branch",
        "stood",
        "held",
        "hollow",
        "unchanged",
        "unmade",
        "unparted",
    ),
    ("line", "ask", "wordings"),
    ("true", "false"),
    ("often",),
)
_HEADS = ("stops", "never", "unheard", "one-sided", "often")
# Of these, more plays may yet show the contrary.
_MISSED = ("never", "unheard", "one-sided")
# The rule of three: of what never came up in n plays, no more than 3/n of them have it (95%).
_RULE_OF_THREE = 3


@dataclass(frozen=True)
class Telling:
    """What is needed to tell of a play-test.

    place: of a path, as file:line:column. written: the line of the file where it is. command: that
    plays such a play again, or says how.
    """

    test: Playtest
    report: Report
    words: Words
    place: Callable[[tuple[str | int, ...]], str]
    written: Callable[[tuple[str | int, ...]], str]
    command: Callable[[Recipe], str]
    seconds: float
    is_cut: bool  # the time was up before all was played


def told(telling: Telling, findings: list[Finding]) -> Iterator[Line]:
    """The whole report as lines."""
    words, scenario = telling.words, telling.report.trial.compiled.scenario
    yield Line("title", words("playtest.title", scenario=words.of(scenario.title)))
    yield from _explored(telling)
    yield from _coverage(telling)
    yield from findings_told(telling, findings)
    yield from expectations_told(telling)


def findings_told(
    telling: Telling, findings: list[Finding], most: int | None = None
) -> Iterator[Line]:
    """What was found, by kind. most: told of each kind; the rest is only counted."""
    for head, kinds in zip(_HEADS, _TOLD, strict=True):
        some = [each for each in findings if each.what in kinds]
        unexplored = head if telling.is_cut and head in _MISSED else None
        if some:
            called = f"unexplored.{head}" if unexplored else head
            yield Line(
                "heading", telling.words(f"playtest.head.{called}", n=len(some), often=OFTEN)
            )
        for each in some[:most]:
            yield from finding_told(telling, each, unexplored)
        if most is not None and len(some) > most:
            yield Line("note", telling.words("playtest.more", n=len(some) - most))
    if not findings:
        yield Line("told", telling.words("playtest.nothing"))


def _explored(telling: Telling) -> Iterator[Line]:
    words, report, search = telling.words, telling.report, telling.test.search
    total = report.all
    yield Line("heading", words("playtest.explored"))
    yield Line("told", words(
        "playtest.plays", personas=report.personas.plays, random=report.random.plays,
        ways=search.ways, places=search.places,
    ))  # fmt: skip
    seconds = decimal(words, telling.seconds, 1)
    yield Line("told", words(
        "playtest.size", rounds=total.rounds, turns=total.turns, seconds=seconds,
        seed=report.trial.seed,
    ))  # fmt: skip
    if telling.is_cut:
        yield Line("told", words("playtest.cut"))
    left = len(search.ahead) + search.left_out
    if left:
        yield Line("told", words("playtest.left", places=left))
    if search.skipped:
        yield Line("told", words("playtest.skipped", ways=search.skipped))
    plays = report.personas.plays
    if plays > _RULE_OF_THREE:
        yield Line("told", words("playtest.never-means", one_in=plays // _RULE_OF_THREE))


def coverage(report: Report) -> dict[str, tuple[int, int]]:
    """By kind of thing, how many came up in any play, and how many there are."""
    reached, items = report.all.reached, report.trial.index.items
    found = {}
    for name, kinds in COUNTED:
        of_kind = ((at, item) for at, item in enumerate(items) if item.kind in kinds)
        numbers = [at for at, item in of_kind if not item.is_no_news]
        found[name] = sum(bool(reached[at]) for at in numbers), len(numbers)
    return found


def _coverage(telling: Telling) -> Iterator[Line]:
    words = telling.words
    yield Line("heading", words("playtest.coverage"))
    counts = coverage(telling.report)
    wide = max(len(words(f"playtest.kind.{name}")) for name in counts)
    for name, (met, of) in counts.items():
        if of:
            label = words(f"playtest.kind.{name}").ljust(wide)
            yield Line("number", f"{label}  {words('playtest.of', met=met, of=of)}")


def finding_told(
    telling: Telling, finding: Finding, unexplored: str | None = None
) -> Iterator[Line]:
    """One finding: where, what, and how to see it. unexplored: what was missed as there was no
    time for it; then nothing is said of why, and nothing is advised.
    """
    words = telling.words
    what = f"{finding.what}.{finding.why}" if finding.why else finding.what
    what = f"unexplored.{unexplored}" if unexplored else what
    share = finding.count / finding.of if finding.of else 0.0
    fact = words(
        f"playtest.found.{what}", name=finding.name, count=finding.count, of=finding.of,
        often=OFTEN, share=_percent(words, share),
    )  # fmt: skip
    if finding.path:
        yield Line("told", telling.place(finding.path))
    yield Line("detail", fact)
    if finding.text is not None:
        yield Line("detail", f"“{quoted(words.of(finding.text))}”")
    elif finding.what in ("true", "false", "branch"):
        yield Line("detail", quoted(telling.written(finding.path)))
    if finding.recipe is not None:
        yield Line("detail", telling.command(finding.recipe))


def expectations_told(telling: Telling) -> Iterator[Line]:
    """What the author expected, and how it came out."""
    verdicts = list(telling.report.verdicts())
    if verdicts:
        yield Line("heading", telling.words("playtest.expected"))
    for each in verdicts:
        yield from _verdict_told(telling, each)


def _verdict_told(telling: Telling, verdict: Verdict) -> Iterator[Line]:
    words = telling.words
    expected = telling.report.trial.compiled.scenario.expect[verdict.at]
    low, high = (decimal(words, 100 * end, 1) for end in (verdict.low, verdict.high))
    share = verdict.plays / verdict.of if verdict.of else 0.0
    least, most = verdict.wanted
    said = words(
        f"playtest.verdict.{verdict.says}", what=course_named(expected.course), least=least,
        most=most, plays=verdict.plays, of=verdict.of, share=_percent(words, share), low=low,
        high=high,
    )  # fmt: skip
    yield Line("told", telling.place(("expect", verdict.at)))
    yield Line("detail", said)
    yield Line("detail", quoted(telling.written(("expect", verdict.at))))
    if verdict.recipe is not None:
        yield Line("detail", telling.command(verdict.recipe))


def course_named(course: Course) -> str:
    """What is expected, as the author wrote it."""
    parts = [f"{kind} {getattr(course, kind)}" for kind in ("outcome", "ending")
             if getattr(course, kind)]  # fmt: skip
    for kind in ("phase", "move", "event"):
        parts += [f"{kind} {name}" for name in getattr(course, kind)]
    if "when" in course.model_fields_set:
        parts.append("when")
    return " + ".join(parts)


def shown_told(telling: Telling, found: list[Shown]) -> Iterator[Line]:
    """How plays come to some things: how often, by how many choices, and by which play."""
    words = telling.words
    for each in found:
        item = each.item
        name = item.name or ".".join(map(str, item.path))
        yield Line("told", telling.place(item.path))
        yield Line("detail", words(f"playtest.item.{item.kind}", name=name))
        if each.choices is None or each.recipe is None:
            yield Line("detail", words("playtest.how.never"))
            continue
        yield Line("detail", words(
            "playtest.how", share=_percent(words, each.share), choices=each.choices,
            a_play=decimal(words, each.a_play, 2), most=each.most,
        ))  # fmt: skip
        yield from _path_told(telling, each.recipe, each.choices)
        yield Line("detail", telling.command(each.recipe))


def _path_told(telling: Telling, recipe: Recipe, steps: int) -> Iterator[Line]:
    """The choices by which that play comes there, one step a line, by the ids in the file."""
    trial = telling.report.trial
    made = choices_in(trial.compiled, trial.seed, recipe, steps)
    for number, choices in enumerate(made, start=1):
        chosen = ", ".join(
            f"{party}: {choice_told(telling.words, choice)}" for party, choice in choices.items()
        )
        yield Line("detail", f"{number}. {chosen}")


def choice_told(words: Words, choice: Choice) -> str:
    """A choice by the ids in the file."""
    match choice:
        case MoveChoice(move=move, call=call):
            return f"{move} + {words('playtest.path.call')}" if call else move
        case OptionChoice(option=option):
            return option
        case ProposalChoice(change=None):
            return words("playtest.path.nothing")
        case ProposalChoice(change=change, amount=amount):
            return str(change) if amount is None else f"{change} {amount}"
        case VoteChoice(votes=votes):
            said = {True: words("playtest.path.yes"), False: words("playtest.path.no")}
            return " ".join(said[yes] for yes in votes.values()) or words("playtest.path.nothing")
        case RaiseChoice(raises=raises):
            return words("playtest.path.raises" if raises else "playtest.path.keeps")
        case ReplyChoice(reply=reply):
            return reply
        case ResponseChoice(response=response):
            return response
        case _:
            assert_never(choice)


def _percent(words: Words, share: float) -> str:
    return decimal(words, 100 * share, 1) + "%"
