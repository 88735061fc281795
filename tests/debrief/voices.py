"""Plays in which the people of a party say what they want, and some want something else."""

from collections.abc import Callable

from engine.play.compiled import CompiledScenario
from engine.play.state import Choice, MoveChoice, Voices, VoteChoice
from engine.play.step import choosers, initial, step
from engine.play.trace import HUMAN, Replayed, Trace
from engine.players import PERSONAS, PersonaPolicy, choose
from tests.playing import must

# What was heard in a party before its choice of that number, from 0.
Heard = Callable[[int, str], Voices]


def heard_play(compiled: CompiledScenario, seed: int, heard: Heard) -> Replayed:
    """A play by people who choose as builders do, of whom so many want something else."""
    policies = {
        party: PersonaPolicy(compiled, at, PERSONAS["builder"])
        for at, party in enumerate(compiled.parties)
    }
    steps = [initial(compiled, seed)]
    chosen: list[dict[str, Choice]] = []
    while not steps[-1].state.is_over:
        state = steps[-1].state
        now = {
            party: with_voices(choose(compiled, state, policies[party]), heard(len(chosen), party))
            for party in choosers(compiled, state)
        }
        chosen.append(now)
        steps.append(must(step(compiled, state, now)))
    seats = dict.fromkeys(compiled.parties, HUMAN)
    return Replayed(Trace("", "test", seed, seats, choices=tuple(chosen)), tuple(steps))


def with_voices(choice: Choice, voices: Voices) -> Choice:
    """The choice, of a party in which that was heard: only over a move or a vote."""
    match choice:
        case MoveChoice():
            return MoveChoice(choice.party, choice.move, choice.call, choice.predictions, voices)
        case VoteChoice():
            return VoteChoice(choice.party, choice.votes, choice.reasons, voices)
        case _:
            return choice
