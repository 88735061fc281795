"""Computer players: a strategy is (what a seat sees, luck) -> choice; a persona plays one."""

from engine.play.compiled import CompiledScenario
from engine.play.reflection import OPTIONS
from engine.play.round import Draw
from engine.play.state import (
    NOBODY,
    Choice,
    MoveChoice,
    OptionChoice,
    Prediction,
    ProposalChoice,
    RaiseChoice,
    ReplyChoice,
    ResponseChoice,
    Stage,
    State,
    VoteChoice,
)
from engine.players.observation import observe
from engine.players.personas import PERSONAS, Persona
from engine.players.strategy import PersonaPolicy
from engine.scenario.vocabulary import REPLIES, RESPONSES, STANCES

__all__ = ["PERSONAS", "Persona", "PersonaPolicy", "choose"]


def choose(compiled: CompiledScenario, state: State, seat: PersonaPolicy) -> Choice:
    """What the persona on that seat chooses now. It only sees what a seat sees."""
    draw = Draw.of_play(state.seed, state.game)
    observation = observe(compiled, state.world).of(seat.party)
    party, stage = compiled.parties[seat.party], state.stage
    if stage is Stage.ROUND:
        move, call = seat.move(observation, draw)
        stance, probability = seat.prediction(observation)
        expected = tuple(
            Prediction(other, STANCES[int(stance[0])], float(probability[0]))
            for other, left in zip(compiled.parties, state.world.left[0], strict=True)
            if other != party and not left and not compiled.is_apart[state.world.phase[0]]
        )
        return MoveChoice(party, compiled.moves[int(move[0])], bool(call[0]), expected)
    if stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        option = int(seat.option(observation, draw, stage)[0])
        return OptionChoice(party, OPTIONS[stage - Stage.DIFFERENCES][option])
    if stage is Stage.ALTERNATIVES:
        proposal, amount = seat.proposal(observation, draw)
        return _proposal(compiled, party, int(proposal[0]), float(amount[0]))
    if stage is Stage.DECISION:
        yes = seat.votes(observation, draw)[0]
        asked = {
            other: bool(yes[at])
            for at, other in enumerate(compiled.parties)
            if other != party and state.world.proposal[0, at] != NOBODY
        }
        reasons = {
            other: seat.objection(observation, draw, compiled.parties.index(other))
            for other, agrees in asked.items()
            if not agrees
        }
        return VoteChoice(party, asked, reasons)
    if stage is Stage.RAISING:
        return RaiseChoice(party, bool(seat.raises(observation, draw)[0]))
    if stage is Stage.CONFRONTED:
        return ReplyChoice(party, REPLIES[int(seat.reply(observation, draw)[0])])
    if stage is Stage.RECKONING:
        return ResponseChoice(party, RESPONSES[int(seat.response(observation, draw)[0])])
    raise ValueError("the play is over")


def _proposal(compiled: CompiledScenario, party: str, at: int, amount: float) -> ProposalChoice:
    if at == NOBODY:
        return ProposalChoice(party)
    change = compiled.changes[at]
    return ProposalChoice(party, change.key, int(amount) if change.action == "amount" else None)
