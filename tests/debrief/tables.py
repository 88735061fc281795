"""Plays in which people sit on every seat and do as they are told: a script in, a story out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engine.debrief import Findings, debrief
from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.state import (
    Choice,
    MoveChoice,
    OptionChoice,
    ProposalChoice,
    RaiseChoice,
    Refusal,
    ReplyChoice,
    ResponseChoice,
    Stage,
    VoteChoice,
)
from engine.play.step import choosers, legal_moves
from engine.scenario.vocabulary import Language, ReflectionOption, Reply, Response
from game.pages.story import StoryPage, story_page
from game.presenters.looking_back import story_lines
from game.presenters.page import Cast
from game.words import words_in


@dataclass
class Manners:
    """How a party behaves. moves: round by round, the last one on and on."""

    moves: Sequence[str]
    reply: Reply = "own-up"
    response: Response = "accept"
    raises: bool = True
    options: tuple[ReflectionOption, ReflectionOption] = ("name-difference", "own-part")
    proposes: str | None = None
    votes: bool = True
    trusts: Sequence[int] = field(default_factory=tuple)


def play(
    compiled: CompiledScenario, manners: Mapping[str, Manners], seed: int, rounds: int = 99
) -> LivePlay:
    """The play of those manners, to its end or so many rounds."""
    seats = dict.fromkeys(compiled.parties, "human")
    live = LivePlay.start(compiled, seed=seed, seats=seats, digest="", source="test")
    while not live.is_over and int(live.state.world.round[0]) < rounds:
        for party, each in manners.items():
            if each.trusts and live.is_asked_for_trust(party):
                said = len([t for t in live.trace.trust if t.party == party])
                level = each.trusts[min(said, len(each.trusts) - 1)]
                others = (other for other in compiled.parties if other != party)
                live.state_trust(party, dict.fromkeys(others, level))
        for party in choosers(compiled, live.state):
            assert not isinstance(live.choose(_choice(live, party, manners[party])), Refusal)
    return live


def _choice(live: LivePlay, party: str, manners: Manners) -> Choice:
    match live.state.stage:
        case Stage.ROUND:
            return MoveChoice(party, _move(live, party, manners))
        case Stage.DIFFERENCES:
            return OptionChoice(party, manners.options[0])
        case Stage.BOTTLENECKS:
            return OptionChoice(party, manners.options[1])
        case Stage.ALTERNATIVES:
            card = next((c for c in live.view(party).changes if c.id == manners.proposes), None)
            return ProposalChoice(party, card.id if card else None)
        case Stage.RAISING:
            return RaiseChoice(party, manners.raises)
        case Stage.CONFRONTED:
            return ReplyChoice(party, manners.reply)
        case Stage.RECKONING:
            return ResponseChoice(party, manners.response)
        case _:
            asked = [each.proposer for each in live.view(party).proposals if not each.own]
            return VoteChoice(party, dict.fromkeys(asked, manners.votes))


def _move(live: LivePlay, party: str, manners: Manners) -> str:
    """The move of this round; where it isn't open, the next that is, round and round."""
    moves, played = manners.moves, int(live.state.world.round[0])
    at = min(played, len(moves) - 1)
    legal = legal_moves(live.compiled, live.state, party)
    others = [moves[(played + more) % len(moves)] for more in range(len(moves))]
    return next((move for move in (moves[at], *others) if move in legal), legal[0])


def look_back(live: LivePlay, plays: int = 20) -> Findings:
    """The findings of the play."""
    return debrief(live.compiled, live.replayed, plays=plays)


def page_of(live: LivePlay, found: Findings, reader: str | None) -> StoryPage:
    """The story as one party reads it; None: as the table does."""
    people = [reader] if reader else list(live.compiled.parties)
    return story_page(live.compiled.scenario.title, found, people)


def told(live: LivePlay, found: Findings, reader: str | None, language: Language = "en") -> str:
    """The words of the story."""
    cast = Cast.of(live.compiled, words_in(language))
    return "\n".join(line.text for line in story_lines(cast, page_of(live, found, reader)))
