"""Each move: who can make it and when, what it risks, what others see, and what is said."""

from collections.abc import Iterator

from engine.scenario.schema import Move, Text
from engine.scenario.vocabulary import KINDS, TRAITS
from game.presenters.page import first_up
from game.presenters.printed.blocks import Block, Chapter, Entry, Link, Links, Told
from game.presenters.printed.writer import Writer


def moves(writer: Writer) -> Chapter:
    """The moves, in the order in which they were written."""
    words = writer.words
    entries = tuple(
        Entry(
            f"move-{name}", words.of(move.title), tuple(_facts(writer, move)),
            tuple(_move(writer, name, move)),
        )
        for name, move in writer.scenario.moves.items()
    )  # fmt: skip
    return Chapter("moves", words("script.moves"), (words("script.moves.how"),), entries)


def _facts(writer: Writer, move: Move) -> Iterator[str]:
    words, reader = writer.words, writer.reader
    if move.of:
        yield words(
            "script.move.of", parties=words.all_of([reader.party(each) for each in move.of])
        )
    else:
        yield words("script.move.all")
    if move.at:
        yield words("script.move.at", party=reader.party(move.at))
    yield words(f"format.kind.{move.kind}")
    if move.face_stance not in (move.stance, KINDS[move.kind].face):
        yield words(f"face.{move.face_stance}")
    for trait in TRAITS:
        if (own := getattr(move, trait)) is not None:
            yield words("script.move.trait", trait=words(f"brings.trait.{trait}"), n=own)
    if move.needs:
        prop = words.of(writer.scenario.props[move.needs].name)
        key = "script.move.uses-up" if move.uses_up else "script.move.needs"
        yield words("script.move.hands-over" if move.hands_over else key, prop=prop)
    for key, points in (("costs", move.costs), ("pays", move.pays)):
        if points is not None:
            yield words(f"script.move.{key}", n=points)
    if move.reveals:
        titles = [f"“{words.of(writer.scenario.moves[each].title)}”" for each in move.reveals]
        yield words("script.move.reveals", moves=words.all_of(titles))
    if move.once:
        yield words("script.move.once")
    if move.again:
        yield words("script.move.again")
    if move.apart:
        who = [
            writer.scenario.role(each).name if "." in each else words(f"script.move.apart.{each}")
            for each in move.apart
        ]
        yield words("script.move.apart", people=words.all_of(who))
    if move.when is not None:
        yield words("script.move.when", what=reader.condition(move.when))


def _move(writer: Writer, name: str, move: Move) -> Iterator[Block]:
    words = writer.words
    yield Told(words("script.move.risk"), words.of(move.text))
    yield from _for_each(writer, "face", move.face)
    yield from writer.effect(move.effect)
    said = words("script.at.move")
    yield from writer.either(move.lines, said)
    if move.say:
        yield writer.said_by_lead(move.of, move.say, first_up(said))
    for answer in move.answers:
        yield writer.said(answer.speaker, answer.say, writer.after(None, answer.when))
        yield from writer.lines(answer.then, words("script.at.then"))
    yield from _for_each(writer, "found-out", move.found_out)
    yield Links(words("script.move.in"), _where(writer, name))


def _for_each(writer: Writer, what: str, texts: tuple[Text, ...]) -> Iterator[Block]:
    """One text for all, or one for each party."""
    words = writer.words
    parties = list(writer.scenario.parties) if len(texts) > 1 else [""]
    for party, text in zip(parties, texts, strict=False):
        label = words(f"script.move.{what}")
        if party:
            label = words(f"script.move.{what}.of", party=writer.reader.party(party))
        yield Told(label, words.of(text))


def _where(writer: Writer, name: str) -> tuple[Link, ...]:
    return tuple(
        Link(writer.words.of(phase.name), f"phase-{each}")
        for each, phase in writer.scenario.script.phases.items()
        if name in phase.moves
    )
