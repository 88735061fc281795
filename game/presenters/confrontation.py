"""A confrontation in words: what came out, what is said, and what can be said in reply."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from engine.play.state import Choice, RaiseChoice, ReplyChoice, ResponseChoice
from engine.play.view.heard import ConfrontationSeen, ReplySeen, ResponseSeen
from engine.play.view.records import MatterSeen, ReplyCard, ResponseCard, Utterance
from engine.scenario.schema import Text
from engine.scenario.vocabulary import Cause, Reply
from game.pages.kinds import RaisePage, ReplyPage, ResponsePage, SceneChoicePage, SceneSeen
from game.presenters.changes import change_words
from game.presenters.page import Cast, Line, Lines, of_leaving, sentence

# What a reply may bring hangs on what it is about, as far as whoever replies can know.
_GROUP: dict[Cause, str] = {
    "discovery": "proven", "promise": "promise", "leak": "leak", "refusal": "account",
    "departure": "account",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """One way to go on in a scene. expects: what it may bring, in words."""

    id: str
    title: str
    expects: str
    choice: Choice
    leaves: bool = False


def scene_head(cast: Cast, matter: MatterSeen) -> str:
    """What the scene is about, in a few words."""
    return cast.words(f"scene.head.{matter.cause}")


def scene_told(cast: Cast, seen: SceneSeen) -> Iterator[Line]:
    """What is seen: the talk stops and for what; or what a party does."""
    words, party = cast.words, cast.party(seen.party)
    match seen:
        case ConfrontationSeen(matter=matter):
            by, of = cast.party(matter.by), cast.party(matter.of)
            key = "scene.stops.of" if seen.own else "scene.stops"
            if matter.event:  # everybody has just heard what happened: its name will do
                event = words.of(matter.event)
                yield Line("told", words(f"{key}.event", by=by, of=of, event=event))
            else:
                yield Line("told", words(key, by=by, of=of))
            yield from about(cast, replace(matter, event=None))
        case ReplySeen(reply=reply, matter=matter):
            is_said = reply == "silence" and seen.lines
            key = reply_key(cast, ("scene.did",), reply, matter.cause)
            yield Line("act", words(f"{key}.said" if is_said else key, party=party))
        case ResponseSeen(response=response):
            yield Line("act", words(f"scene.does.{response}", party=party))
        case _:
            assert_never(seen)


def reply_key(cast: Cast, stems: Sequence[str], reply: Reply, cause: Cause) -> str:
    """The first key there is for that reply, of what it was about if that has words of its own."""
    keys = (f"{stem}.{way}" for stem in stems for way in (f"{reply}.{cause}", reply))
    return next(key for key in keys if cast.words.has(key))


def about(cast: Cast, matter: MatterSeen) -> Iterator[Line]:
    """What came out."""
    words = cast.words
    by, of = cast.party(matter.by), cast.party(matter.of)
    for text in matter.came_out:
        told = words.of(text) if text else words("scene.found.plain", of=of)
        yield Line("told", sentence(told))
    if matter.promised:
        key = f"scene.promised.{matter.came}" if matter.came else "scene.promised"
        yield Line(
            "told", f"{words(key, of=of)} {_at_the_time(cast, matter.promised, matter.said)}"
        )
    if matter.change:
        change = change_words(cast, matter.change)
        proposers = words.all_of([by, *(cast.party(each) for each in matter.also)])
        yield Line("told", words("scene.refused", by=proposers, of=of, change=change))
    if matter.event:
        event = words.of(matter.event)
        yield Line("told", words("scene.befell", event=event))


def _at_the_time(cast: Cast, face: Text, said: Utterance | None) -> str:
    """What was said with a move, or else what was seen: a gesture by itself promises nothing."""
    if said is None or said.speaker is None:
        return cast.words("scene.promised.seen", face=sentence(cast.words.of(face)))
    return cast.words(
        "scene.promised.said", who=said.speaker.name, line=sentence(cast.words.of(said.text))
    )


def scene_said(cast: Cast, seen: SceneSeen) -> tuple[Utterance, ...]:
    """What is said: in the author's words, or in the game's own where there are none."""
    if seen.lines:
        return seen.lines
    words = _wording(cast, *seen.own_words) if seen.own_words else None
    return () if words is None else (Utterance(Text(nl=words, en=words), seen.speaker),)


def _wording(cast: Cast, own: str, turn: int) -> str | None:
    """One of the wordings of those own words, numbered from 0; None where there are none."""
    key, count = f"scene.{own}", 0
    while cast.words.has(f"{key}.{count}"):
        count += 1
    return cast.words(f"{key}.{turn % count}") if count else None


def question(cast: Cast, page: SceneChoicePage) -> Iterator[Line]:
    """What is asked of the party whose turn it is."""
    words, matter = cast.words, page.view.matter
    assert matter is not None
    by, of = cast.party(matter.by), cast.party(matter.of)
    match page:
        case RaisePage():
            yield Line("subheading", scene_head(cast, matter))
            yield from about(cast, matter)
            yield Line("question", words("scene.ask.raise", of=of))
        case ReplyPage():
            yield Line("question", words("scene.ask.reply", by=by))
        case ResponsePage():
            yield Line("question", words("scene.ask.response", of=of))
        case _:
            assert_never(page)


def ways(cast: Cast, page: SceneChoicePage) -> tuple[Way, ...]:
    """What can be chosen, in the order in which it is numbered."""
    seat, view = page.view.seat, page.view
    match page:
        case RaisePage():
            keep = "scene.expect.keep.last" if view.kept_before else "scene.expect.keep"
            return (
                _way(cast, "raise", "scene.expect.raise", RaiseChoice(seat, True)),
                _way(cast, "keep", keep, RaiseChoice(seat, False)),
            )
        case ReplyPage():
            return tuple(_reply(cast, page, card) for card in view.replies)
        case ResponsePage():
            cards = (card for card in view.responses if not card.locked)
            return tuple(_response(cast, page, card) for card in cards)
        case _:
            assert_never(page)


def _way(cast: Cast, id: str, expects: str, choice: Choice) -> Way:
    return Way(id, cast.words(f"scene.{id}"), cast.words(expects), choice)


def _reply(cast: Cast, page: ReplyPage, card: ReplyCard) -> Way:
    assert page.view.matter is not None
    cause, words = page.view.matter.cause, cast.words
    key = reply_key(cast, ("scene.reply",), card.id, cause)
    title = words.of(card.title) if card.title else words(key)
    expects = words(f"scene.expect.{_GROUP[cause]}.{card.id}")
    return Way(card.id, title, expects, ReplyChoice(page.seat, card.id))


def _response(cast: Cast, page: ResponsePage, card: ResponseCard) -> Way:
    words = cast.words
    leaves = card.id == "walk-out"
    own, expected = f"scene.response.{card.id}", f"scene.expect.{card.id}"
    if leaves:
        how = of_leaving(page.view)
        own, expected = f"{own}{how}", f"{expected}{how}"
    title = words.of(card.title) if card.title else words(own)
    choice = ResponseChoice(page.seat, card.id)
    return Way(card.id, title, words(expected), choice, leaves=leaves)


def choices(cast: Cast, page: SceneChoicePage) -> Lines:
    """The question, and what can be chosen, numbered, each with what it may bring."""
    lines = list(question(cast, page))
    for number, way in enumerate(ways(cast, page), start=1):
        lines += [Line("choice", way.title, key=str(number)), Line("detail", way.expects)]
    return tuple(lines)
