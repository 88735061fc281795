"""The role briefing, and the game as it stands: shown as a game, because it is one."""

import re
from collections.abc import Iterator

from engine.play.view.records import PartySeen, RoleSeen, ThingSeen, View
from engine.scenario.vocabulary import Chapter
from game.presenters.page import Cast, Line, Lines, first_up, sentence

OPEN = "◇"  # shown with what can be changed
# What can be touched comes first, the script last.
_ORDER: tuple[Chapter, ...] = ("rules", "rituals", "decor", "props", "roles", "script")
_FIRST = 4  # sentences that are read before the play begins: a design choice
# Where a sentence ends and the next begins; not after an initial or a short title.
_END = re.compile(
    r"(?:(?<=[.!?…])|(?<=[.!?…][\"'’”»)]))(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|St|mr|Dr|dr|ir)\.)"
    r"(?<!\b(?:Mrs|drs)\.)(?<!\b(?:Prof|prof)\.)\s+"
    r"(?=[\"'‘“«(]?[A-Z€0-9À-Þ])"
)
_OFF_IN_ITS_OWN_WAY: frozenset[Chapter] = frozenset({"roles", "decor", "script", "props"})


def briefing(cast: Cast, view: View) -> Lines:
    """Who you are, what only you know, what you want, and who sits across."""
    return tuple(_briefing(cast, view))


def _briefing(cast: Cast, view: View) -> Iterator[Line]:
    words, me = cast.words, view.me
    yield Line("heading", words("brief.you-are", party=cast.party(me.id)))
    yield Line("subheading", words("brief.public"))
    yield Line("told", words.of(me.public))
    yield Line("subheading", words("brief.private"))
    yield Line("told", words.of(me.private))
    if me.wants:
        yield Line("subheading", words("brief.wants"))
        for want, weight in sorted(me.wants, key=lambda each: -each[1]):
            text = words("brief.want", name=first_up(words.of(want)), weight=weight)
            yield Line("detail", sentence(text))
    yield Line("subheading", words("brief.people"))
    here = at_table(view)
    for role in me.roles:
        key = "brief.person" if role in here else "brief.person.outside"
        text = words(key, name=role.name, title=words.of(role.title))
        yield Line("detail", f"{text} {words.of(role.brief)}" if role.brief else text)
    for other in view.others:
        yield from _other(cast, other)


def _other(cast: Cast, other: PartySeen) -> Iterator[Line]:
    words = cast.words
    yield Line("subheading", words("brief.others", party=cast.party(other.id)))
    yield Line("told", words.of(other.public))
    people = [
        words("brief.person.short", name=role.name, title=words.of(role.title))
        for role in other.roles
    ]
    key = "brief.they.one" if len(people) == 1 else "brief.they"
    yield Line("told", words(key, people=words.all_of(people)))


def first_sentences(text: str, count: int = _FIRST) -> tuple[str, bool]:
    """As many sentences of a text as are read at once, and whether there are more."""
    sentences = _END.split(text)
    return " ".join(sentences[:count]), len(sentences) > count


def briefing_in_short(cast: Cast, view: View) -> Lines:
    """What a player has to know to begin: their own person, the secret, and what it is about."""
    return tuple(_in_short(cast, view))


def _in_short(cast: Cast, view: View) -> Iterator[Line]:
    words, me = cast.words, view.me
    yield Line("heading", words("brief.you-are", party=cast.party(me.id)))
    for role in at_table(view):
        who = words("brief.person", name=role.name, title=words.of(role.title))
        yield Line("told", f"{who} {words.of(role.brief)}" if role.brief else who)
    yield Line("subheading", words("brief.private"))
    yield Line("told", words.of(me.private))
    if me.wants:
        yield Line("subheading", words("brief.wants"))
        for want, _ in sorted(me.wants, key=lambda each: -each[1]):
            yield Line("detail", sentence(first_up(words.of(want))))
    for other in view.others:
        people = [
            words("brief.person.short", name=role.name, title=words.of(role.title))
            for role in other.roles
        ]
        told = {"party": cast.party(other.id), "people": words.all_of(people)}
        yield Line("told", words("brief.short.others", **told))


def at_table(view: View) -> tuple[RoleSeen, ...]:
    """The player's own people who are at the table."""
    here = {thing.id for thing in view.game if thing.chapter == "roles" and thing.in_force}
    return tuple(role for role in view.me.roles if role.address in here)


def the_game(cast: Cast, view: View) -> Lines:
    """Everything in the game, by chapter: whether it is in force and whether it can change."""
    return tuple(_the_game(cast, view))


def _the_game(cast: Cast, view: View) -> Iterator[Line]:
    yield Line("heading", cast.words("game.head"))
    yield Line("game", cast.words("brief.game.intro"))
    for chapter in _ORDER:
        things = [thing for thing in view.game if thing.chapter == chapter]
        if things:
            yield Line("subheading", cast.words(f"chapter.{chapter}"))
        for thing in things:
            yield Line("detail", _thing(cast, thing))


def game_in_short(cast: Cast, view: View) -> Lines:
    """What is in force now, by name: enough to begin with."""
    words = cast.words
    lines = [Line("heading", words("brief.game")), Line("game", words("brief.game.intro"))]
    for chapter in _ORDER:
        names = [
            words("game.thing.open", name=words.of(thing.name))
            if thing.negotiable
            else words.of(thing.name)
            for thing in view.game
            if thing.chapter == chapter and thing.in_force
        ]
        if names:
            things = "; ".join(map(first_up, names))
            head = words(f"chapter.{chapter}")
            lines.append(Line("detail", words("game.short", chapter=head, things=things)))
    return (*lines, Line("note", words("game.more")))


def _thing(cast: Cast, thing: ThingSeen) -> str:
    words = cast.words
    facts = []
    if not thing.in_force:
        own = thing.chapter in _OFF_IN_ITS_OWN_WAY
        facts.append(words(f"game.off.{thing.chapter}" if own else "game.off"))
    if thing.amount is not None and thing.in_force:
        facts.append(words(f"game.amount.{thing.chapter}", n=thing.amount))
    if thing.holder == "table" and thing.in_force:
        facts.append(words("game.holder.table"))
    elif thing.holder and thing.in_force:
        facts.append(words("game.holder", holder=cast.party(thing.holder)))
    state = changeable_words(cast, thing)
    facts.append(f"{OPEN} {state}" if thing.negotiable else state)
    name, text = words.of(thing.name), words.of(thing.text)
    # The contents of a phase are shown when it begins.
    told = "" if text == name or thing.chapter == "script" else sentence(text)
    return words("game.thing", name=first_up(name), facts=", ".join(facts), text=told).strip()


def changeable_words(cast: Cast, thing: ThingSeen) -> str:
    """Whether the players can change it, or else whether it is sure to come."""
    if thing.negotiable:
        return cast.words("game.open")
    return cast.words("game.as-it-goes" if thing.may_be_missed else "game.given")
