"""What a page has to say, whoever shows it: the author's words, the people, what moved and why.

The layout is up to the renderer: a number may be in a sentence or under a gauge. What is listed
here must be readable in the window as well as in the terminal.
"""

from collections.abc import Iterator
from typing import assert_never

from engine.play.view.heard import MoveSeen, PhaseSeen, RefusalSeen, RitualSeen, VoteSeen
from engine.play.view.records import Utterance
from game.pages import (
    ArrivalPage,
    AsidePage,
    BriefingPage,
    ChangePage,
    ConsequencePage,
    CurtainPage,
    EndingPage,
    ExchangePage,
    MovePage,
    OptionPage,
    Page,
    ProposalPage,
    RaisePage,
    ReplyPage,
    ResponsePage,
    RevealPage,
    ScenePage,
    ScriptEventPage,
    TrustPage,
    VotePage,
)
from game.presenters.changes import (
    brings_words,
    change_words,
    consent_words,
    fresh_words,
    refusal_words,
    rivals_words,
)
from game.presenters.confrontation import question, scene_said, scene_told, ways
from game.presenters.ending import came_of_words, outcome_words
from game.presenters.page import Cast, sentence
from game.presenters.pages import is_told_next
from game.presenters.reveal import (
    changed_numbers,
    changed_words,
    moved_head,
    moved_trust,
    news_told,
    tell,
    value_words,
)
from game.presenters.table import open_options, option_text
from game.presenters.trust import trust_question


def essentials(cast: Cast, page: Page) -> Iterator[str]:
    """The words of a page that no renderer may leave out, in the order in which they are read."""
    of = cast.words.of
    match page:
        case CurtainPage(calls=calls):
            yield cast.party(calls) if calls else cast.words("curtain.all")
        case BriefingPage():
            yield from _briefing(cast, page)
        case ArrivalPage():
            yield from _arrival(cast, page)
        case AsidePage(lines=lines):
            yield cast.words("aside.head", party=cast.party(page.seat))
            yield from _spoken(cast, lines)
        case RevealPage():
            for act in page.acts:
                if isinstance(act, MoveSeen):
                    yield sentence(of(act.face))
                    yield from (line.text for line in list(tell(cast, act))[1:])
                elif is_told_next(page, act):
                    continue
                elif isinstance(act, VoteSeen):
                    # Who said yes, and who no, may stand in one line under what it was about.
                    yield from () if act.own else (cast.party(act.party),)
                else:
                    yield from (line.text for line in tell(cast, act))
        case ExchangePage(lines=lines):
            yield from _spoken(cast, lines)
        case ScriptEventPage(event=event):
            yield of(event.name)
            yield of(event.text)
            yield from _spoken(cast, event.lines)
        case ChangePage(decided=decided):
            for each in decided:
                if each.change.action != "part":
                    yield of(each.change.name)
                if isinstance(each, RefusalSeen):
                    yield from refusal_words(cast, each)
        case ConsequencePage():
            yield from _consequence(cast, page)
        case TrustPage(view=view):
            yield from (trust_question(cast, other.id) for other in view.others)
        case MovePage(view=view):
            yield from (of(card.title) for card in view.moves)
        case OptionPage(view=view):
            yield from (option_text(cast, card) for card in open_options(view))
        case ProposalPage(view=view):
            chapters = dict.fromkeys(c.chapter for c in view.changes if c.action != "part")
            yield from (cast.words(f"chapter.{chapter}") for chapter in chapters)
        case VotePage(view=view):
            for proposal in view.proposals:
                if not proposal.own:
                    yield change_words(cast, proposal.change, proposal.amount)
                    yield consent_words(cast, proposal.change)
                    yield from brings_words(cast, proposal.change)
                    yield from rivals_words(cast, proposal)
        case ScenePage(seen=seen):
            yield from (line.text for line in scene_told(cast, seen))
            yield from _spoken(cast, scene_said(cast, seen))
        case RaisePage() | ReplyPage() | ResponsePage():
            # What came out may have been told just before.
            asked = question(cast, page)
            yield from (line.text for line in asked if line.kind == "question")
            yield from (text for way in ways(cast, page) for text in (way.title, way.expects))
        case EndingPage(ending=ending, made=made, came_of=came_of):
            yield of(ending.title)
            yield of(ending.text)
            yield outcome_words(cast, ending, made)
            yield from (line.text for line in came_of_words(cast, came_of))
            yield cast.words("end.not-score")
        case _:
            assert_never(page)


def _briefing(cast: Cast, page: BriefingPage) -> Iterator[str]:
    """What a player has to know to begin; the rest is at hand."""
    of, me = cast.words.of, page.view.me
    in_force = [thing for thing in page.view.game if thing.in_force]
    yield of(me.private)
    yield from (of(name) for name, _ in me.wants)
    for role in me.roles:
        if role.address in {thing.id for thing in in_force}:
            yield role.name
            if role.brief:
                yield of(role.brief)
    for other in page.view.others:
        yield from (role.name for role in other.roles)
    yield from (of(thing.name) for thing in in_force)


def _arrival(cast: Cast, page: ArrivalPage) -> Iterator[str]:
    of = cast.words.of
    for each in page.told:
        match each:
            case PhaseSeen():
                if each.text:
                    yield of(each.text)
                if not page.is_known_place:
                    yield of(each.decor_text)
            case RitualSeen():
                yield of(each.text)
    yield from (of(ritual.name) for ritual in page.again)
    yield from (fresh_words(cast, fresh) for fresh in page.fresh)
    yield from _spoken(cast, page.said)


def _spoken(cast: Cast, lines: tuple[Utterance, ...]) -> Iterator[str]:
    for line in lines:
        if line.speaker:
            yield line.speaker.name
        yield cast.words.of(line.text)


def _consequence(cast: Cast, page: ConsequencePage) -> Iterator[str]:
    yield from (line.text for _, line in news_told(cast, page.news))
    if page.numbers is None:
        return
    yield moved_head(cast, page.numbers).text
    yield from (line.text for line in moved_trust(cast, page.numbers))
    yield from (changed_words(cast, each) for each in changed_numbers(page.numbers))
    yield from value_words(cast, page.numbers)
