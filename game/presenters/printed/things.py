"""The chapters before the script: who is at the table, where they sit, and by what rules."""

from collections.abc import Iterator

from engine.players import PERSONAS
from engine.scenario.schema import (
    Adoptable,
    Decor,
    Element,
    Party,
    Prop,
    Ritual,
    Role,
)
from game.presenters.page import first_up
from game.presenters.printed.blocks import Block, Chapter, Entry, Told
from game.presenters.printed.phases import alone
from game.presenters.printed.writer import Writer
from game.presenters.table import when_words


def about(writer: Writer) -> Chapter:
    """What it teaches, and where it starts from."""
    words, scenario = writer.words, writer.scenario
    goals = tuple(
        Told("", words("debrief.6.goal", text=words.of(goal.text), thesis=goal.thesis))
        for goal in scenario.teaches.values()
    )
    starts = tuple(_starts(writer))
    entries = [Entry("teaches", words("debrief.6.goals"), blocks=goals)]
    if starts:
        entries.append(Entry("starting-point", words("script.start"), blocks=starts))
    return Chapter("about", words("script.about"), (), tuple(entries))


def _starts(writer: Writer) -> Iterator[Block]:
    """Where the talks start, and where one party starts elsewhere with another."""
    words, start = writer.words, writer.scenario.starting_point
    for name, points in start.model_dump(exclude_none=True, exclude={"pairs"}).items():
        yield Told(words(f"script.start.{name}"), words("script.points", n=points))
    for pair in start.pairs:
        of, other = writer.reader.party(pair.of), writer.reader.party(pair.in_)
        for name, points in (("trust", pair.trust), ("reliability", pair.reliability)):
            if points is not None:
                what = words("when.measure.in", what=words(f"when.{name}"), other=other)
                label = first_up(words("script.start.pair", party=of, what=what))
                yield Told(label, words("script.points", n=points))


def parties(writer: Writer) -> Chapter:
    """The parties and their people, as everybody may know them."""
    return Chapter("parties", writer.words("script.parties"), (), tuple(_parties(writer)))


def _parties(writer: Writer) -> Iterator[Entry]:
    words = writer.words
    for name, party in writer.scenario.parties.items():
        persona = words.of(PERSONAS[party.persona].name)
        told = Told(words("brief.public"), words.of(party.public))
        played = Told(words("script.persona"), persona)
        yield Entry(f"party-{name}", words.of(party.name), blocks=(told, played))
        for each, role in party.roles.items():
            yield _person(writer, f"{name}.{each}", role)


def _person(writer: Writer, address: str, role: Role) -> Entry:
    words = writer.words
    facts = [words.of(role.title)]
    if not role.starts:
        facts.append(words("briefing.outside"))
    if role.negotiable.allowed:
        facts += writer.changeable(role.negotiable)
    return Entry(
        f"person-{address}", role.name, tuple(facts),
        tuple(_of_person(writer, role)), role.looks,
    )  # fmt: skip


def _of_person(writer: Writer, role: Role) -> Iterator[Block]:
    words = writer.words
    if role.text:
        yield Told(words("script.presence"), words.of(role.text))
    yield from writer.effect(role.effect)
    yield from writer.lines(role.arrives, words("script.at.arrives"))
    if role.goes:
        yield Told(words("script.leaves"), words.of(role.goes))


# --- settings, props, rules and rituals -------------------------------------------------------


def chapters_of_things(writer: Writer) -> Iterator[Chapter]:
    """Where people sit, what lies there, and what was agreed; only what there is."""
    scenario = writer.scenario
    open_props = {name: prop for name, prop in scenario.props.items() if not prop.secret}
    chapters: tuple[tuple[str, dict[str, Element]], ...] = (
        ("decor", dict(scenario.decor)), ("props", dict(open_props)),
        ("rules", dict(scenario.rules)), ("rituals", dict(scenario.rituals)),
    )  # fmt: skip
    for chapter, things in chapters:
        if things:
            entries = tuple(thing(writer, chapter, name, each) for name, each in things.items())
            yield Chapter(chapter, writer.words(f"chapter.{chapter}"), (), entries)


def thing(writer: Writer, chapter: str, name: str, element: Element) -> Entry:
    """Part of the game that players can know, and perhaps change."""
    words = writer.words
    blocks = [Told("", words.of(element.text)), *_shown(writer, element)]
    picture = writer.scenario.scenery(name).picture if isinstance(element, Decor) else None
    return Entry(
        f"{chapter}-{name}", first_up(words.of(element.name)), tuple(_facts(writer, element)),
        (*blocks, *writer.effect(element.effect)), picture=picture,
        shows=words.of(element.shows) if isinstance(element, Decor) and element.shows else "",
    )  # fmt: skip


def _facts(writer: Writer, element: Element) -> Iterator[str]:
    words = writer.words
    if isinstance(element, Prop):
        holder = element.held_by
        is_middle = holder == "table"
        yield (
            words("game.holder.table") if is_middle
            else words("game.holder", holder=writer.reader.party(holder))
        )  # fmt: skip
    if isinstance(element, Ritual):
        yield words(f"script.each.{element.opens}")
    if isinstance(element, Decor):
        yield from when_words(words, element)
    if isinstance(element, Adoptable) and not element.starts:
        yield words("script.starts-off")
    yield from writer.changeable(element.negotiable)


def _shown(writer: Writer, element: Element) -> Iterator[Block]:
    words = writer.words
    if isinstance(element, Ritual):
        if element.performed:
            yield Told(words("script.performed"), words.of(element.performed))
        if element.hollow:
            label = words("script.hollow", n=element.hollow_below)
            yield Told(label, words.of(element.hollow))
    if isinstance(element, Adoptable | Decor) and element.comes:
        yield Told(words("script.comes"), words.of(element.comes))
    if isinstance(element, Adoptable) and element.goes:
        yield Told(words("script.goes"), words.of(element.goes))


# --- what only one party knows ----------------------------------------------------------------


def secret_chapters(writer: Writer) -> Iterator[Chapter]:
    """For each party the pages that nobody else may see."""
    for name, party in writer.scenario.parties.items():
        title = writer.words("script.secret", party=writer.words.of(party.name))
        intro = (writer.words("script.secret.how"),)
        entries = tuple(_secrets(writer, name, party))
        yield Chapter(f"secret-{name}", title, intro, entries, is_secret=True)


def _secrets(writer: Writer, name: str, party: Party) -> Iterator[Entry]:
    words = writer.words
    private = Told("", words.of(party.private))
    balance = Told(words("script.start.internal_balance"),
                   words("script.points", n=party.internal_balance))  # fmt: skip
    yield Entry(f"private-{name}", words("script.private"), blocks=(private, balance))
    if party.wants:
        wants = tuple(_wants(writer, party))
        yield Entry(f"wants-{name}", words("script.wants"), blocks=wants)
    for each, role in party.roles.items():
        if role.brief:
            yield Entry(
                f"brief-{name}.{each}", role.name, (words.of(role.title),),
                (Told("", words.of(role.brief)),), role.looks,
            )  # fmt: skip
    if told := tuple(alone(writer, name)):
        yield Entry(f"alone-{name}", words("script.alone"), blocks=told)
    for key, prop in writer.scenario.props.items():
        if prop.secret and prop.held_by == name:
            yield thing(writer, "props", key, prop)


def _wants(writer: Writer, party: Party) -> Iterator[Block]:
    words = writer.words
    for want, weight in sorted(party.wants.items(), key=lambda each: -each[1]):
        name = first_up(words.of(party.want_name(want)))
        met = party.met.get(want)
        told = words("script.want", weight=weight)
        if met is not None:
            told += " " + words("script.want.met", what=writer.reader.condition(met))
        yield Told(name, told)
