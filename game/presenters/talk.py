"""All that was done and said at the table so far, to read back."""

from collections.abc import Iterable, Iterator

from engine.play.view.heard import (
    CallSeen,
    ChangeSeen,
    ConfrontationSeen,
    ExchangeHeard,
    Heard,
    LinesHeard,
    MoveSeen,
    OptionSeen,
    PartingSeen,
    PersonSeen,
    PhaseSeen,
    ProposalSeen,
    RefusalSeen,
    ReplySeen,
    ResponseSeen,
    ScriptEventSeen,
    VoteSeen,
    WalkOutSeen,
)
from game.presenters.confrontation import scene_said, scene_told
from game.presenters.page import Cast, Line, Lines
from game.presenters.pages import arrived_words, aside_head
from game.presenters.reveal import spoken, tell

_Done = (
    MoveSeen | CallSeen | WalkOutSeen | ProposalSeen | VoteSeen | PartingSeen | ChangeSeen
    | RefusalSeen | ScriptEventSeen
)  # fmt: skip
_Scene = ConfrontationSeen | ReplySeen | ResponseSeen


def talk_so_far(cast: Cast, heard: Iterable[Heard]) -> Lines:
    """What a seat heard at the table, with the phases and rounds it was heard in.

    What only that seat learned, and its numbers, are left out.
    """
    return tuple(_talk(cast, heard))


def _talk(cast: Cast, heard: Iterable[Heard]) -> Iterator[Line]:
    told_round = 0
    for each in heard:
        if isinstance(each, MoveSeen) and each.round != told_round:
            told_round = each.round
            yield Line("subheading", cast.words("recall.round", n=each.round))
        yield from _heard(cast, each)


def _heard(cast: Cast, each: Heard) -> Iterator[Line]:
    match each:
        case PhaseSeen(name=name):
            yield Line("heading", cast.words.of(name))
        case LinesHeard(lines=lines, only=party) if party is not None:
            yield Line("note", aside_head(cast, party))
            yield from (spoken(cast, line) for line in lines)
        case ExchangeHeard(lines=lines) | LinesHeard(lines=lines):
            yield from (spoken(cast, line) for line in lines)
        case PersonSeen(lines=lines):
            yield Line("told", arrived_words(cast, each))
            yield from (spoken(cast, line) for line in lines)
        case OptionSeen(said=said):
            yield from tell(cast, each)
            if said:
                yield spoken(cast, said)
        case _ if isinstance(each, _Scene):
            yield from scene_told(cast, each)
            yield from (spoken(cast, line) for line in scene_said(cast, each))
        case _ if isinstance(each, _Done):
            yield from tell(cast, each)
