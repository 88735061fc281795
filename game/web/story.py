"""Pages as the parts of a story: what is told, done and said, and what it did to the seat."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from engine.play.measures import Gauges
from engine.play.view.heard import ChangeSeen, ConfrontationSeen, MoveSeen, ScriptEventSeen
from engine.play.view.records import Utterance, View
from engine.scenario.vocabulary import Stance
from game.pages.kinds import (
    ArrivalPage,
    AsidePage,
    BriefingPage,
    ChangePage,
    ChoicePage,
    ConsequencePage,
    CurtainPage,
    EndingPage,
    ExchangePage,
    Page,
    RevealPage,
    ScenePage,
    ScriptEventPage,
    TrustPage,
)
from game.presenters.briefing import game_in_short
from game.presenters.confrontation import scene_head, scene_said, scene_told
from game.presenters.page import Cast, Line, Lines, points, signed
from game.presenters.pages import act_answered, aside_head, lines
from game.presenters.reveal import checked, tell
from game.web.pictures import Picture, portrait

SectionKind = Literal[
    "brief", "arrival", "aside", "acts", "talk", "event", "change", "effect", "scene", "end"
]


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the page as it is."""

    line: Line
    kind: Literal["told"] = "told"


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says. own: of the seat's own party."""

    who: str
    title: str
    text: str
    picture: Picture
    own: bool
    kind: Literal["said"] = "said"


@dataclass(frozen=True, slots=True)
class Act:
    """What a party is seen to do, with what is noticed of it, and what was expected of it."""

    text: str
    stance: Stance | None
    picture: Picture | None
    notes: tuple[str, ...]
    kind: Literal["act"] = "act"


@dataclass(frozen=True, slots=True)
class Dial:
    """A number of the seat, how it moved and the way it came."""

    title: str
    colour: Literal["trust", "risk"]
    value: float
    moved: str
    path: tuple[float, ...]

    @property
    def points(self) -> int:
        """As it is told."""
        return points(self.value)


@dataclass(frozen=True, slots=True)
class Dials:
    """Trust in a party and the risk that goes with it."""

    party: str
    looks: str
    picture: Picture | None
    dials: tuple[Dial, ...]
    kind: Literal["dials"] = "dials"


Part = Told | Said | Act | Dials


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the play as a part of the story. sign: an icon by its head."""

    kind: SectionKind
    head: str
    sign: str
    parts: tuple[Part, ...]


_SIGNS: dict[SectionKind, str] = {
    "brief": "role", "arrival": "decor", "acts": "envelope-open", "talk": "speak",
    "aside": "lock", "event": "lightning", "change": "swap", "effect": "gauge",
    "scene": "warning", "end": "flag",
}  # fmt: skip


def sections(cast: Cast, page: Page) -> Iterator[Section]:
    """The page in parts; a question is no part of the story."""
    match page:
        case CurtainPage() | TrustPage():
            return
        case BriefingPage():
            yield from _briefing(cast, page)
        case ArrivalPage():
            yield _with_head("arrival", _arrival(cast, page))
        case AsidePage():
            parts = tuple(said(cast, page, line) for line in page.lines)
            yield _section("aside", aside_head(cast, page.seat), parts)
        case RevealPage():
            yield _with_head("acts", tuple(_reveal(cast, page)), cast.words("reveal.head.option"))
        case ExchangePage():
            yield _section("talk", "", tuple(_exchange(cast, page)))
        case ScriptEventPage():
            yield _section("event", cast.words("event.head"), tuple(_event(cast, page)))
        case ChangePage():
            yield _section("change", _decided(cast, page), _told(lines(cast, page)))
        case ConsequencePage():
            yield _section("effect", *_effect(cast, page))
        case ScenePage():
            yield _scene(cast, page)
        case EndingPage():
            yield _with_head("end", _told(lines(cast, page)))
        case _:
            _check_is_choice(page)


def _check_is_choice(page: ChoicePage) -> None:
    """A choice is a form (`questions`); whatever else is added to the pages fails here."""


def _section(kind: SectionKind, head: str, parts: tuple[Part, ...]) -> Section:
    return Section(kind, head, _SIGNS[kind], parts)


def _with_head(kind: SectionKind, parts: tuple[Part, ...], head: str = "") -> Section:
    """The section with its first heading on top."""
    first = parts[0] if parts else None
    if isinstance(first, Told) and first.line.kind in ("heading", "subheading"):
        return _section(kind, first.line.text, parts[1:])
    return _section(kind, head, parts)


def _told(told: Lines) -> tuple[Part, ...]:
    return tuple(Told(line) for line in told)


def said(cast: Cast, page: Page, line: Utterance) -> Part:
    """A line with the portrait of whoever says it, or told when there is no speaker."""
    text, who = cast.words.of(line.text), line.speaker
    if who is None:
        return Told(Line("told", text))
    own = page.view is not None and page.view.seat == who.party
    picture = portrait(who.address, page.room, page.view)
    return Said(who.name, cast.words.of(who.title), text, picture, own)


def _briefing(cast: Cast, page: BriefingPage) -> Iterator[Section]:
    yield _with_head("brief", _told(lines(cast, page)))
    # The last line says what to type for more.
    yield _with_head("arrival", _told(game_in_short(cast, page.view)[:-1]))


def _arrival(cast: Cast, page: ArrivalPage) -> tuple[Part, ...]:
    """Its lines, those that are said each with a portrait."""
    spoken = iter([*page.said, *([page.question] if page.question else [])])
    parts: list[Part] = []
    known = {cast.words.of(line.text) for line in page.said if line.speaker is None}
    for line in lines(cast, page):
        is_said = line.kind == "spoken" or (line.kind == "told" and line.text in known)
        parts.append(said(cast, page, next(spoken)) if is_said else Told(line))
    return tuple(parts)


def _lead(page: Page, party: str) -> Picture | None:
    """The face of a party: whoever speaks for it, if anybody of it is at the table."""
    for each in page.room.parties:
        if each.id == party and each.roles:
            return portrait(each.roles[0].address, page.room, page.view)
    return None


def _reveal(cast: Cast, page: RevealPage) -> Iterator[Part]:
    guesses = {guess.about: guess for guess in page.guesses}
    if page.opens_envelopes:
        yield Told(Line("subheading", cast.words("reveal.head")))
    for act in page.acts:
        first, *rest = tell(cast, act)
        party = getattr(act, "party", "")
        notes = [line.text for line in rest]
        if isinstance(act, MoveSeen) and act.party in guesses:
            notes.append(checked(cast, guesses[act.party], act).text)
        yield Act(first.text, first.stance, _lead(page, party), tuple(notes))


def _exchange(cast: Cast, page: ExchangePage) -> Iterator[Part]:
    for line in act_answered(cast, page):
        party = page.about.party if page.about else ""
        yield Act(line.text, line.stance, _lead(page, party), ())
    for utterance in page.lines:
        yield said(cast, page, utterance)


def _event(cast: Cast, page: ScriptEventPage) -> Iterator[Part]:
    event: ScriptEventSeen = page.event
    yield Told(next(iter(tell(cast, event))))
    for line in event.lines:
        yield said(cast, page, line)


def _decided(cast: Cast, page: ChangePage) -> str:
    is_agreed = any(isinstance(each, ChangeSeen) for each in page.decided)
    return cast.words("changed.head" if is_agreed else "changed.head.none")


def _effect(cast: Cast, page: ConsequencePage) -> tuple[str, tuple[Part, ...]]:
    """What only this seat learns, then its dials, then the words for them."""
    told = lines(cast, page)
    at = [line.kind for line in told].index("subheading") if page.numbers else len(told)
    parts = (*_told(told[:at]), *_dials(cast, page), *_told(told[at:]))
    return cast.words("news.head", party=cast.party(page.seat)), parts


def _dials(cast: Cast, page: ConsequencePage) -> Iterator[Dials]:
    numbers = page.numbers
    if numbers is None:
        return
    made = dials_of(cast, page.view, numbers.before, numbers.after, page.path)
    faces = {cast.party(other.id): _lead(page, other.id) for other in page.view.there}
    yield from (replace(each, picture=faces[each.party]) for each in made)


_DIALS: tuple[tuple[Literal["trust", "risk"], str], ...] = (
    ("trust", "trust"), ("risk", "perceived_risk"),
)  # fmt: skip


def dials_of(
    cast: Cast, view: View, before: Gauges, after: Gauges, path: Sequence[Gauges]
) -> Iterator[Dials]:
    """Of each other party: trust in it and the risk with it, and how they look at this seat."""
    for other in view.there:
        if other.id not in after.trust:
            continue
        dials = []
        for colour, name in _DIALS:
            now = getattr(after, name)[other.id]
            change = points(now) - points(getattr(before, name)[other.id])
            came = tuple(getattr(each, name)[other.id] for each in path)
            moved = signed(change) if change else ""
            dials.append(Dial(cast.words(f"expected.{colour}"), colour, now, moved, came))
        looks = cast.words(f"mood.{other.mood}", who=other.roles[0].name) if other.roles else ""
        yield Dials(cast.party(other.id), looks, None, tuple(dials))


def _scene(cast: Cast, page: ScenePage) -> Section:
    seen = page.seen
    is_first = isinstance(seen, ConfrontationSeen)
    parts: list[Part] = []
    for line in scene_told(cast, seen):
        if line.kind == "act":
            parts.append(Act(line.text, None, _lead(page, seen.party), ()))
        else:
            parts.append(Told(line))
    parts += [said(cast, page, line) for line in scene_said(cast, seen)]
    return _section("scene", scene_head(cast, seen.matter) if is_first else "", tuple(parts))


__all__ = ["Act", "Dial", "Dials", "Part", "Said", "Section", "Told", "said", "sections"]
