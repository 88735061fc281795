"""Computer players: a strategy is (what a seat sees, luck) -> choice; a persona plays one."""

from engine.play.events import draw_of
from engine.play.reflection import OPTIONS
from engine.play.state import (
    NOBODY,
    Choice,
    MoveChoice,
    OptionChoice,
    Prediction,
    ProposalChoice,
    Stage,
    State,
    VoteChoice,
)
from engine.play.tables import Tables
from engine.players.personas import PERSONAS, Persona
from engine.players.sight import look
from engine.players.strategy import Seat
from engine.scenario.vocabulary import STANCES

__all__ = ["PERSONAS", "Persona", "Seat", "choose"]


def choose(tables: Tables, state: State, seat: Seat) -> Choice:
    """What the persona on that seat chooses now. It sees what a seat sees, and no more."""
    draw = draw_of(state.seed, state.game)
    sight = look(tables, state.world).of(seat.party)
    party, stage = tables.parties[seat.party], state.stage
    if stage is Stage.ROUND:
        move, call = seat.move(sight, draw)
        stance, probability = seat.prediction(sight)
        expected = tuple(
            Prediction(other, STANCES[int(stance[0])], float(probability[0]))
            for other in tables.parties
            if other != party
        )
        return MoveChoice(party, tables.moves[int(move[0])], bool(call[0]), expected)
    if stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        option = int(seat.option(sight, draw, stage)[0])
        return OptionChoice(party, OPTIONS[stage - Stage.DIFFERENCES][option])
    if stage is Stage.ALTERNATIVES:
        proposal, amount = seat.proposal(sight, draw)
        return _proposal(tables, party, int(proposal[0]), float(amount[0]))
    if stage is Stage.DECISION:
        yes = seat.votes(sight, draw)[0]
        asked = {
            other: bool(yes[at])
            for at, other in enumerate(tables.parties)
            if other != party and state.world.proposal[0, at] != NOBODY
        }
        return VoteChoice(party, asked)
    raise ValueError("the play is over")


def _proposal(tables: Tables, party: str, at: int, amount: float) -> ProposalChoice:
    if at == NOBODY:
        return ProposalChoice(party)
    change = tables.changes[at]
    return ProposalChoice(party, change.key, int(amount) if change.action == "amount" else None)
