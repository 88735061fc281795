"""The script itself: each phase with its place, what is said in it, and where it goes."""

from collections.abc import Iterable, Iterator

from engine.scenario.schema import (
    ALWAYS,
    AnswerTo,
    Confrontation,
    Phase,
    Reflection,
    ReflectionStep,
    SaidToReply,
    Situation,
)
from engine.scenario.vocabulary import BOTTLENECK_OPTIONS, INVENTORY_OPTIONS
from game.presenters.page import first_up
from game.presenters.printed.blocks import Block, Chapter, Entry, Link, Links, Told
from game.presenters.printed.writer import Writer
from game.presenters.script_map import when_branch
from game.presenters.table import when_words

STEPS = {"differences": INVENTORY_OPTIONS, "bottlenecks": BOTTLENECK_OPTIONS}


def phases(writer: Writer) -> Chapter:
    """Each phase, in the order of the script."""
    script, words = writer.scenario.script, writer.words
    entries = tuple(
        Entry(
            f"phase-{name}", words.of(phase.name), tuple(_facts(writer, name, phase)),
            tuple(_phase(writer, phase)),
        )
        for name, phase in script.phases.items()
    )  # fmt: skip
    calls = words("script.calls", n=script.calls) if script.calls else words("script.calls.none")
    told = (
        (calls, words("script.goes-on", n=script.goes_on_with)) if script.goes_on_with else (calls,)
    )
    return Chapter("script", words("map.script"), told, entries)


def _facts(writer: Writer, name: str, phase: Phase) -> Iterator[str]:
    words = writer.words
    yield words.of(writer.scenario.decor[phase.decor].name)
    yield from when_words(words, phase)
    if name == writer.scenario.script.start:
        yield words("map.starts")
    if phase.reflection:
        yield words("map.moment")
    else:
        yield words("map.rounds", n=phase.rounds)
    if phase.with_:
        there = words.all_of([writer.reader.party(each) for each in phase.with_])
        yield words("map.side-talk", parties=there)
    if phase.until is not None:
        yield words("map.until", what=writer.reader.condition(phase.until))
    if not phase.starts:
        yield words("map.starts-off")
    if phase.negotiable.allowed:
        yield from writer.changeable(phase.negotiable)


def _phase(writer: Writer, phase: Phase) -> Iterator[Block]:
    words = writer.words
    if phase.text:
        yield Told("", words.of(phase.text))
    if phase.outside:
        yield Told(words("script.outside"), words.of(phase.outside))
    yield from _before(writer, phase, None)
    if phase.reflection:
        yield from moment(writer, phase.reflection)
    yield from _moves(writer, phase)
    yield from answers(writer, phase.answers)
    for scene in phase.confrontations:
        yield from confrontation(writer, scene)
    yield from _next(writer, phase)


def alone(writer: Writer, party: str) -> Iterator[Block]:
    """What is told to that party alone, phase by phase."""
    for phase in writer.scenario.script.phases.values():
        told = tuple(_before(writer, phase, party))
        if told:
            yield Told("", first_up(writer.words.of(phase.name)) + ".")
            yield from told


def _before(writer: Writer, phase: Phase, party: str | None) -> Iterator[Block]:
    """What is told before the choices of a phase to that party alone; without one, to all."""
    opens = [line for line in phase.opens_with if line.only == party]
    yield from writer.lines(opens, writer.words("script.at.phase"))
    for situation in phase.situations:
        if situation.only == party:
            yield from _situation(writer, situation)


def _situation(writer: Writer, situation: Situation) -> Iterator[Block]:
    words = writer.words
    at = words("script.at.choice")
    if situation.round:
        at = words("script.at.round", n=situation.round)
    yield from writer.lines(situation.lines, writer.when(at, situation.when))


def _moves(writer: Writer, phase: Phase) -> Iterator[Block]:
    moves = writer.scenario.moves
    for name in writer.scenario.parties:
        own = [each for each in phase.moves if not moves[each].of or name in moves[each].of]
        if own:
            label = writer.words("script.moves.of", party=writer.reader.party(name), n=len(own))
            yield writer.moves(label, own)


def _next(writer: Writer, phase: Phase) -> Iterator[Block]:
    words, names = writer.words, writer.scenario.script.phases
    for branch in phase.next:
        when = words("map.otherwise") if len(phase.next) > 1 else words("script.after")
        if branch.when != ALWAYS or branch.chance < 100:
            when = ", ".join(when_branch(writer.reader, branch))
        to = Link(words.of(names[branch.to].name), f"phase-{branch.to}")
        yield Links(first_up(when), (to,))
    if not phase.next:
        yield Told(words("script.after"), words("map.end") + ".")


# --- moments, answers and scenes --------------------------------------------------------------


def moment(writer: Writer, reflection: Reflection) -> Iterator[Block]:
    """The questions of a reflection moment, what can be answered, and what may be changed."""
    words = writer.words
    for number, (name, options) in enumerate(STEPS.items(), start=1):
        step: ReflectionStep = getattr(reflection, name)
        head = words("moment.step", n=number, name=words(f"moment.{name}"))
        yield writer.said(None, step.ask, head)
        for option in options:
            own = step.options.get(option)
            title = words.of(own) if own else words(f"option.{option}")
            yield Told(words("script.option"), title)
            yield from writer.either(step.lines.get(option, ()), words("script.at.option"))
            if option in step.say:
                yield writer.said_by_lead((), step.say[option], words("script.at.option"))
    chapters = [words(f"chapter.{each}") for each in reflection.may_change]
    yield Told(words("script.may-change"), first_up(words.all_of(chapters).lower()) + ".")


def answers(writer: Writer, given: Iterable[AnswerTo]) -> Iterator[Block]:
    """Answers that stand away from the move they follow."""
    for answer in given:
        when = writer.after(answer.to, answer.when)
        yield writer.said(answer.speaker, answer.say, when)
        yield from writer.lines(answer.then, writer.words("script.at.then"))


def confrontation(writer: Writer, scene: Confrontation) -> Iterator[Block]:
    """A scene for something that came out."""
    words = writer.words
    yield Told(words("script.scene"), first_up("; ".join(_about(writer, scene))) + ".")
    yield from writer.lines(scene.opens, words("script.at.scene"))
    for way, said in (("reply", scene.replies), ("response", scene.responses)):
        for name, each in said.items():
            title = words.of(each.title) if each.title else words(f"scene.{way}.{name}")
            yield Told(words(f"script.scene.{way}"), title)
            if each.say:
                of = (scene.of,) if way == "reply" and scene.of else ()
                yield writer.said_by_lead(of, each.say, words("script.at.option"))
            if isinstance(each, SaidToReply):
                for reply, wordings in each.say_to.items():
                    after = words("script.at.reply", reply=words(f"scene.reply.{reply}"))
                    yield writer.said_by_lead((), wordings, after)


def _about(writer: Writer, scene: Confrontation) -> Iterator[str]:
    words, reader = writer.words, writer.reader
    causes = [words(f"scene.cause.{each}") for each in scene.cause]
    yield words("script.scene.about", what=reader.either(causes) or words("script.scene.anything"))
    yield (
        words("script.scene.of", party=reader.party(scene.of))
        if scene.of
        else words("script.scene.anybody")
    )
    if scene.is_:
        yield reader.titles(scene.is_)
    if scene.event:
        yield reader.either([f"“{reader.event(each)}”" for each in scene.event])
    if scene.change:
        yield reader.either([f"“{reader.thing(each)}”" for each in scene.change])
    if scene.when != ALWAYS:
        yield words("map.when", what=reader.condition(scene.when))
