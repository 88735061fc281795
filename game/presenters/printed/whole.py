"""The whole script in the order in which it is printed."""

from collections.abc import Iterator

from engine.scenario.schema import ALWAYS, Ending, Occasion, Scenario
from game.presenters.page import first_up
from game.presenters.printed.blocks import Block, Chapter, Entry, Printed, Told
from game.presenters.printed.moves import moves
from game.presenters.printed.phases import answers, confrontation, moment, phases
from game.presenters.printed.things import about, chapters_of_things, parties, secret_chapters
from game.presenters.printed.writer import Writer
from game.presenters.script_map import when_ending, when_event
from game.presenters.table import when_words
from game.words import Words


def printed(scenario: Scenario, words: Words) -> Printed:
    """The script of that scenario, in the language of those words."""
    writer = Writer(scenario, words)
    return Printed(
        title=words.of(scenario.title),
        summary=words.of(scenario.summary),
        facts=(
            words(f"form.{scenario.form}"),
            words("script.minutes", n=scenario.minutes),
            words.all_of([words.of(each.name) for each in scenario.parties.values()]),
            *([words("scenario.credits", credits=scenario.credits)] if scenario.credits else ()),
        ),
        how=tuple(words(f"script.how.{at}") for at in _HOW),
        chapters=tuple(_chapters(writer)),
    )


_HOW = ("order", "wordings", "numbers", "secret")


def _chapters(writer: Writer) -> Iterator[Chapter]:
    yield about(writer)
    yield parties(writer)
    yield from chapters_of_things(writer)
    yield phases(writer)
    yield moves(writer)
    for chapter in (_anywhere(writer), _events(writer), _endings(writer), _debrief(writer)):
        if chapter.entries:
            yield chapter
    yield from secret_chapters(writer)


def _anywhere(writer: Writer) -> Chapter:
    script, words = writer.scenario.script, writer.words
    parts: list[tuple[str, tuple[Block, ...]]] = [
        ("answers", tuple(answers(writer, script.answers))),
        ("called", tuple(moment(writer, script.called)) if script.called else ()),
        ("scenes", tuple(b for each in script.confrontations for b in confrontation(writer, each))),
    ]
    entries = tuple(
        Entry(f"anywhere-{name}", words(f"script.anywhere.{name}"), blocks=blocks)
        for name, blocks in parts
        if blocks
    )
    return Chapter("anywhere", words("script.anywhere"), (), entries)


def _events(writer: Writer) -> Chapter:
    words = writer.words
    entries = tuple(
        Entry(
            f"event-{name}", words.of(event.name), tuple(when_event(writer.reader, event)),
            tuple(_event(writer, event)),
        )
        for name, event in writer.scenario.script.events.items()
    )  # fmt: skip
    return Chapter("events", words("map.events"), (), entries)


def _event(writer: Writer, event: Occasion) -> Iterator[Block]:
    words, reader = writer.words, writer.reader
    yield Told("", words.of(event.text))
    yield from writer.lines(event.say, words("script.at.event"))
    for key in ("turnover", "reveals"):
        if getattr(event, key):
            yield Told("", words(f"script.event.{key}"))
    for key in ("adopts", "drops"):
        if names := getattr(event, key):
            things = words.all_of([f"“{reader.thing(each)}”" for each in names])
            yield Told(words(f"script.event.{key}"), things + ".")
    if event.lasts:
        yield Told(words("script.event.lasts"), words("map.rounds", n=event.lasts) + ".")
    if when := when_words(words, event):
        yield Told(words("script.event.scenery"), ", ".join(when) + ".")
    yield from writer.effect(event.effect)


def _endings(writer: Writer) -> Chapter:
    words = writer.words
    entries = tuple(
        Entry(f"ending-{name}", words.of(ending.title), _when(writer, ending),
              (Told("", words.of(ending.text)),))
        for name, ending in writer.scenario.endings.items()
    )  # fmt: skip
    return Chapter("endings", words("map.endings"), (), entries)


def _when(writer: Writer, ending: Ending) -> tuple[str, ...]:
    return tuple(first_up(each) for each in when_ending(writer.reader, ending))


def _debrief(writer: Writer) -> Chapter:
    words, debrief = writer.words, writer.scenario.debrief
    questions = tuple(
        Told(writer.when("", each.when) if each.when != ALWAYS else "", words.of(each.text))
        for each in debrief.questions
    )
    notes = [Told("", words.of(debrief.trainer.goal))] if debrief.trainer.goal else []
    notes += [
        Told(first_up(words.of(phase.name)), words.of(phase.trainer))
        for phase in writer.scenario.script.phases.values()
        if phase.trainer is not None
    ]
    notes += [
        Told(words("script.if-you-see", pattern=words(f"format.pattern.{pattern}")), words.of(text))
        for pattern, text in debrief.trainer.if_you_see.items()
    ]
    entries = [
        Entry(f"debrief-{name}", words(f"script.debrief.{name}"), blocks=blocks)
        for name, blocks in (("questions", questions), ("trainer", tuple(notes)))
        if blocks
    ]
    return Chapter("debrief", words("script.debrief"), (), tuple(entries))
