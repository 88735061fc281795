"""What a page says: the words that every renderer shows, in the order in which they are read.

How they look, and how a choice is typed, pressed or tapped, belongs to the renderer.
"""

from collections.abc import Iterator
from typing import assert_never

from engine.play.view.heard import (
    ConfrontationSeen,
    MoveSeen,
    OptionSeen,
    PersonSeen,
    PhaseSeen,
    RitualSeen,
    VoteSeen,
)
from game.pages.kinds import (
    Act,
    ArrivalPage,
    AsidePage,
    BriefingPage,
    ChangePage,
    ConsequencePage,
    CurtainPage,
    EndingPage,
    ExchangePage,
    Fresh,
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
from game.presenters.briefing import briefing
from game.presenters.changes import ballots, fresh_words
from game.presenters.confrontation import choices, scene_head, scene_said, scene_told
from game.presenters.ending import came_of_words, ending
from game.presenters.page import Cast, Line, Lines, first_up, sentence
from game.presenters.reveal import checked, moved, news_told, spoken, tell
from game.presenters.table import (
    changes_to_choose_from,
    moment_head,
    moods,
    moves,
    options,
    place_words,
    proposal_question,
    round_head,
    step_head,
    when,
)
from game.presenters.trust import trust_page


def lines(cast: Cast, page: Page) -> Lines:
    """The page in words."""
    return tuple(_lines(cast, page))


def _lines(cast: Cast, page: Page) -> Iterator[Line]:
    match page:
        case CurtainPage():
            yield from _curtain(cast, page)
        case BriefingPage(view=view):
            yield from briefing(cast, view)
        case ArrivalPage():
            yield from _arrival(cast, page)
        case AsidePage():
            yield Line("subheading", aside_head(cast, page.seat))
            for line in page.lines:
                yield spoken(cast, line)
        case RevealPage():
            yield from _reveal(cast, page)
        case ExchangePage():
            yield from act_answered(cast, page)
            for line in page.lines:
                yield spoken(cast, line)
        case ScriptEventPage(event=event):
            yield from tell(cast, event)
        case ChangePage():
            for each in page.decided:
                yield from tell(cast, each)
        case ConsequencePage():
            yield from _consequence(cast, page)
        case TrustPage(view=view):
            yield from trust_page(cast, view)
        case ScenePage():
            yield from _scene(cast, page)
        case RaisePage() | ReplyPage() | ResponsePage():
            yield from choices(cast, page)
        case MovePage() | OptionPage() | ProposalPage() | VotePage():
            yield from _choice(cast, page)
        case EndingPage():
            yield from ending(cast, page.ending, page.made)
            yield from came_of_words(cast, page.came_of)
            yield Line("note", cast.words("end.not-score"))
        case _:
            assert_never(page)


def _curtain(cast: Cast, page: CurtainPage) -> Iterator[Line]:
    words = cast.words
    if page.calls is None:
        yield Line("heading", words("curtain.all"))
        yield Line("told", words("curtain.all.text"))
        return
    yield Line("heading", words("curtain.head", party=cast.party(page.calls)))
    yield Line("told", words("curtain.text"))


def _arrival(cast: Cast, page: ArrivalPage) -> Iterator[Line]:
    """The place, the rituals and the lines; in a reflection moment the step and its question."""
    yield from arrival_head(cast, page)
    for each in page.in_turn:
        yield from _told(cast, page, each)
    if page.again:
        yield Line("game", rituals_again(cast, page.again))
    for line in page.said:
        yield spoken(cast, line)
    if page.question:
        yield Line("subheading", step_head(cast, page.room.stage))
        yield spoken(cast, page.question)


def aside_head(cast: Cast, party: str | None) -> str:
    """That only this party is told it."""
    return cast.words("aside.head", party=cast.party(party))


def arrival_head(cast: Cast, page: ArrivalPage) -> Iterator[Line]:
    """Where the talks have come to, and in a new phase how long they have been going on."""
    room = page.room
    is_new = any(isinstance(each, PhaseSeen) for each in page.told)
    if room.stage == "round":
        yield Line("heading", round_head(cast, room))
        if is_new or room.round == 1:
            yield Line("note", when(cast, room))
    elif room.stage == "differences":
        yield Line("heading", moment_head(cast, room))
        yield Line("note", cast.words("moment.intro"))


def _told(
    cast: Cast, page: ArrivalPage, each: PhaseSeen | PersonSeen | Fresh | RitualSeen
) -> Iterator[Line]:
    words = cast.words
    match each:
        case PhaseSeen():
            if each.text:
                yield Line("told", words.of(each.text))
            if not page.is_known_place:
                yield Line("game", place_words(cast, page.room))
            if each.between:
                yield Line("game", apart_words(cast, each))
        case PersonSeen():
            yield Line("told", arrived_words(cast, each))
        case Fresh():
            yield Line("game", fresh_words(cast, each))
        case RitualSeen():
            yield Line("game", words("ritual", text=words.of(each.text)))
        case _:
            assert_never(each)


def act_answered(cast: Cast, page: ExchangePage) -> Iterator[Line]:
    """The act that somebody answers, where whoever does it says nothing with it; not where it was
    told last.
    """
    first = page.lines[0].speaker
    if (
        page.about is not None
        and not page.is_fresh
        and (first is None or first.party != page.about.party)
    ):
        yield next(tell(cast, page.about))


def apart_words(cast: Cast, phase: PhaseSeen) -> str:
    """Who is in a side talk, for who is there and for who is not."""
    key = "apart.there" if phase.is_there else "apart.elsewhere"
    return cast.words(key, parties=cast.parties(phase.between))


def arrived_words(cast: Cast, seen: PersonSeen) -> str:
    """That somebody has come to the table, and who it is."""
    who = seen.person
    return cast.words(
        "arrived", name=who.name, title=cast.words.of(who.title), party=cast.party(seen.party)
    )


def rituals_again(cast: Cast, again: tuple[RitualSeen, ...]) -> str:
    """Rituals that are known by now, on one line."""
    words = cast.words
    names = [
        words("ritual.hollow", name=words.of(each.name)) if each.hollow else words.of(each.name)
        for each in again
    ]
    told = words("ritual.again", names="; ".join(map(first_up, names)), n=len(names))
    return sentence(told)


def _reveal(cast: Cast, page: RevealPage) -> Iterator[Line]:
    if page.opens_envelopes:
        yield Line("subheading", cast.words("reveal.head"))
    guesses = {each.about: each for each in page.guesses}
    for act in page.acts:
        if is_told_next(page, act):
            continue
        yield from tell(cast, act)
        if isinstance(act, MoveSeen) and act.party in guesses:
            yield checked(cast, guesses[act.party], act)


def is_told_next(page: RevealPage, act: Act) -> bool:
    """Whether what follows tells it better: what is said in a step; of two, what they decide."""
    if isinstance(act, VoteSeen):
        return len(page.room.parties) == 2
    return isinstance(act, OptionSeen) and act.said is not None


def _consequence(cast: Cast, page: ConsequencePage) -> Iterator[Line]:
    yield from (line for _, line in news_told(cast, page.news))
    if page.numbers is not None:
        yield from moved(cast, page.numbers)


def _scene(cast: Cast, page: ScenePage) -> Iterator[Line]:
    seen = page.seen
    if isinstance(seen, ConfrontationSeen):
        yield Line("subheading", scene_head(cast, seen.matter))
    yield from scene_told(cast, seen)
    for line in scene_said(cast, seen):
        yield spoken(cast, line)


def _choice(cast: Cast, page: MovePage | OptionPage | ProposalPage | VotePage) -> Iterator[Line]:
    match page:
        case MovePage(view=view):
            yield from moods(cast, view)
            yield from moves(cast, view)
        case OptionPage(view=view, question=question):
            yield Line("subheading", step_head(cast, view.stage))
            if question:
                yield spoken(cast, question)
            yield from options(cast, view)
        case ProposalPage(view=view):
            yield Line("subheading", step_head(cast, view.stage))
            yield from changes_to_choose_from(cast, view)
        case VotePage(view=view):
            yield Line("subheading", step_head(cast, view.stage))
            for each in ballots(view.proposals):
                yield from proposal_question(cast, each)
        case _:
            assert_never(page)
