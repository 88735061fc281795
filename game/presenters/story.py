"""A whole play as a story told by an all-knowing narrator: for `--auto`."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from statistics import fmean

from engine.live_play import LivePlay
from engine.play.events import (
    Discovered,
    KeptBack,
    LinesTold,
    Measured,
    MoveMade,
    OwnedUp,
    Reckoned,
    Reflected,
    Suspected,
    Voted,
)
from engine.play.measures import Measures
from engine.play.state import SCENE, Stage
from engine.play.view.heard import ConfrontationSeen, FoundOut, LinesHeard, MoveSeen, PartingSeen
from engine.play.view.room import room
from engine.play.view.situation import STAGE_NAMES
from engine.play.view.visibility import visible
from game.pages.director import pages_told_in_full
from game.pages.kinds import Act, ArrivalPage, EndingPage, Page, RevealPage, ScenePage
from game.presenters.page import Cast, Line, Lines, points, signed, stance_words
from game.presenters.pages import aside_head, lines
from game.presenters.reveal import shown, spoken, tell
from game.presenters.table import round_head, step_head


def story(cast: Cast, live: LivePlay) -> Lines:
    """The play told step by step, numbers included."""
    known: set[Line] = set()
    return tuple(line for at in range(len(live.steps)) for line in _step(cast, live.at(at), known))


def _step(cast: Cast, live: LivePlay, known: set[Line]) -> Iterator[Line]:
    """One step. known: what was told of how things came to light; raised, it is not told again."""
    shown = pages_told_in_full(live)
    came = [page for page in shown if not _is_next(page)]
    made = [event for event in live.steps[-1].events if isinstance(event, MoveMade)]
    if made:
        yield Line("gap", "")
    for page in came:
        yield from _did(cast, page) if isinstance(page, RevealPage) else lines(cast, page)
    yield from _of_moment(cast, live)
    yield from _secrets(cast, live, known)
    if made:
        yield Line("gap", "")
        yield Line("note", _truth(cast, live, made))
    for event in live.steps[-1].events:
        if isinstance(event, Measured | Reflected | Reckoned):
            yield Line("number", _numbers(cast, event.after))
    for page in shown:
        if _is_next(page):
            yield from (line for line in lines(cast, page) if line not in known)
    if not any(_is_next(page) for page in shown):
        yield from _where(cast, live)
    yield from _asides(cast, live)


def _did(cast: Cast, page: RevealPage) -> Iterator[Line]:
    """What each was seen to do; what several did alike is told once, of all of them."""
    # In a side talk they are seen by one of them, who is nobody in particular to a narrator.
    page = replace(page, acts=tuple(_from_outside(act) for act in page.acts))
    by_look: dict[str, list[MoveSeen]] = defaultdict(list)
    for act in page.acts:
        if isinstance(act, MoveSeen) and act.came_to == "all":
            by_look[shown(cast, act)].append(act)
    told: dict[str, str | None] = {}
    for text, alike in by_look.items():
        key = "did.each" if len(alike) > 1 else "did"
        together = cast.words(key, party=cast.parties(e.party for e in alike), text=text)
        for at, act in enumerate(alike):
            told[cast.words("did", party=cast.party(act.party), text=text)] = (
                None if at else together
            )
    for line in lines(cast, page):
        said = told.get(line.text, line.text)
        if said is not None:
            yield replace(line, text=said)


def _from_outside(act: Act) -> Act:
    """What somebody did, as the others see it."""
    if isinstance(act, MoveSeen) and act.came_to == "stopped":
        return replace(act, own=False, came_to="nothing")
    return act if isinstance(act, PartingSeen) else replace(act, own=False)


def _asides(cast: Cast, live: LivePlay) -> Iterator[Line]:
    """What only one of them is told before the choice."""
    for event in live.steps[-1].events:
        if isinstance(event, LinesTold) and event.only is not None:
            heard = visible(live.compiled, event, event.only)
            assert isinstance(heard, LinesHeard)
            yield Line("note", aside_head(cast, event.only))
            yield from (spoken(cast, line) for line in heard.lines)


def _of_moment(cast: Cast, live: LivePlay) -> Iterator[Line]:
    """Where a moment is over: that nothing was decided, and what it did comes next."""
    events = live.steps[-1].events
    if any(isinstance(event, Reflected) for event in events):
        if not any(isinstance(event, Voted) for event in events):
            yield Line("told", cast.words("reflected.undecided"))
        yield Line("subheading", cast.words("reflected.head"))


def _where(cast: Cast, live: LivePlay) -> Iterator[Line]:
    """Where the talks are now, when nothing else is said about it."""
    stage = live.state.stage
    if stage in SCENE:
        return  # who confronts and who answers is told as it happens
    if stage is Stage.ROUND:
        yield Line("heading", round_head(cast, room(live.compiled, live.state, ())))
    else:
        yield Line("subheading", step_head(cast, STAGE_NAMES[stage]))


def _is_next(page: Page) -> bool:
    """Whether the page is about where the talks go next."""
    arrives = isinstance(page, ScenePage) and isinstance(page.seen, ConfrontationSeen)
    return arrives or isinstance(page, ArrivalPage | EndingPage)


def _secrets(cast: Cast, live: LivePlay, known: set[Line]) -> Iterator[Line]:
    """What only some of them learned."""
    yield from _found_out(cast, live, known)
    for event in live.steps[-1].events:
        if isinstance(event, Suspected):
            by, of = cast.party(event.by), cast.party(event.of)
            yield Line("note", cast.words("story.suspected", by=by, of=of))
        elif isinstance(event, OwnedUp):
            written = live.compiled.scenario.moves
            titles = (cast.words.of(written[move].title) for move in event.moves)
            told = cast.words.all_of([f"“{title}”" for title in titles])
            party, to = cast.party(event.party), cast.party(event.to)
            yield Line("note", cast.words("story.owned-up", party=party, to=to, moves=told))
        elif isinstance(event, KeptBack):
            by, of = cast.party(event.by), cast.party(event.of)
            key = "story.kept.again" if event.for_good else "story.kept"
            yield Line("note", cast.words(key, by=by, of=of))


def _found_out(cast: Cast, live: LivePlay, known: set[Line]) -> Iterator[Line]:
    """What came out, once for all who found it out; with three parties also who they are.

    Of three, one may find out later than another: how it came out is told the first time only.
    """
    finders: dict[Line, list[str]] = defaultdict(list)
    whose: dict[Line, str] = {}
    for event in live.steps[-1].events:
        if isinstance(event, Discovered):
            heard = visible(live.compiled, event, event.by)
            assert isinstance(heard, FoundOut)
            for line in tell(cast, heard):
                finders[line].append(event.by)
                whose[line] = event.of
    for by, found in groupby(finders, key=finders.__getitem__):
        out = list(found)
        told = [line for line in out if line not in known or len(cast.names) == 2]
        yield from told
        if told and len(cast.names) > 2:
            yield Line("note", cast.words("story.found", by=cast.parties(by)))
        for of in dict.fromkeys(whose[line] for line in out if line not in told):
            yield Line(
                "note", cast.words("story.found.too", by=cast.parties(by), of=cast.party(of))
            )
        known.update(told)


def _truth(cast: Cast, live: LivePlay, made: list[MoveMade]) -> str:
    words, told = cast.words, []
    for event in made:
        stance = stance_words(words, event.stance, event.face)
        if event.vetoed:
            stance = f"{stance}, {words('story.truth.stopped')}"
        title = words.of(live.compiled.scenario.moves[event.move].title)
        party = cast.party(event.party)
        told.append(words("story.truth.move", party=party, title=title, stance=stance))
    return words("story.truth", moves="; ".join(told))


def _numbers(cast: Cast, measures: Measures) -> str:
    words = cast.words
    told = [
        words(
            "story.numbers.party",
            party=cast.party(party),
            trust=points(fmean(measures.trust[party].values())),
            risk=points(fmean(measures.perceived_risk[party].values())),
            value=signed(points(measures.value[party])),
        )
        for party in measures.value
    ]
    return words("story.numbers", parties="; ".join(told))
