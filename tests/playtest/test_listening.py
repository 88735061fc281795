"""What is noted of many plays at once is what happens in each of them."""

from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
import pytest

from engine.play.compiled import CompiledScenario
from engine.play.events import (
    Confronted,
    Ended,
    Event,
    Exchanged,
    GameChanged,
    LinesTold,
    OptionTaken,
    PersonArrived,
    PhaseOpened,
    Replied,
    Responded,
    RitualHeld,
    ScriptEventOccurred,
)
from engine.play.events.kinds import Spoken
from engine.play.lifecycle import begin, open_place
from engine.play.round import Draw
from engine.playtest.explore import Trial, cast_for, seats_of
from engine.playtest.index import Index, index_of
from engine.playtest.listening import Listener
from engine.playtest.record import RANDOM, Recipe, Sheet
from engine.simulate import Plays, castings_of, play_out
from tests.playing import play_by
from tests.playtest.conftest import Altered

SEED, GAMES = 5, 6


def spoken_in(event: Event) -> tuple[Spoken, ...]:
    match event:
        case OptionTaken(said=said):
            return (said,) if said else ()
        case (
            LinesTold()
            | Exchanged()
            | ScriptEventOccurred()
            | PersonArrived()
            | Confronted()
            | Replied()
            | Responded()
        ):
            return event.lines
        case _:
            return ()


def met_in(events: Iterable[Event], index: Index) -> Iterator[int]:
    """The items that a play came to, by its events."""
    for event in events:
        yield from (index.texts[id(spoken.text)][0] for spoken in spoken_in(event))
        match event:
            case RitualHeld(ritual=ritual, hollow=hollow):
                yield index.at["held", ritual]
                if hollow:
                    yield index.at["hollow", ritual]
            case ScriptEventOccurred(event=name):
                yield index.at["event", name]
            case GameChanged(change=key):
                yield index.at["change", key]
            case Ended(ending=ending):
                yield index.at["ending", ending]
            case _:
                pass


def listened(trial: Trial, games: np.ndarray, names: list[tuple[str, ...]]) -> Sheet:
    """What those plays came to; by personas, or all at random."""
    compiled, draw = trial.compiled, Draw(SEED, games.astype(np.uint64))
    sheet = trial.sheet(len(games))
    listener = Listener(compiled, trial.index, sheet, draw)
    world, opened = open_place(compiled, begin(compiled, draw))
    everyone = [cast_for(Recipe(0, who), 1) for who in names]
    plays = Plays(world, draw.games, np.concatenate(everyone), np.arange(len(games)))
    listener.begun(plays, opened)
    seats = seats_of(compiled, names[0]) if names[0][0] == RANDOM else None
    for _ in play_out(compiled, plays, SEED, listener, seats=seats):
        pass
    return sheet


@pytest.mark.slow
@pytest.mark.parametrize("company", ["personas", RANDOM])
def test_what_is_heard_is_what_is_said(any_scenario: CompiledScenario, company: str) -> None:
    assert_heard_is_said(any_scenario, company)


@pytest.mark.slow
@pytest.mark.parametrize("company", ["personas", RANDOM])
def test_what_not_everybody_may_hear_is_heard_alike(mill: CompiledScenario, company: str) -> None:
    assert_heard_is_said(mill, company)


@pytest.mark.slow
def test_wordings_take_turns_alike(altered: Altered) -> None:
    answer = "speaker: south.owner, say: And who drives?"
    many = "speaker: south.owner, again: yes, say: [One., Two., Three., And who drives?]"
    longer = ("      rounds: 2\n      moves: [show", "      rounds: 9\n      moves: [show")
    assert_heard_is_said(altered((answer, many), longer), "personas")


def assert_heard_is_said(any_scenario: CompiledScenario, company: str) -> None:
    """That many plays at once come to what each of them comes to when it is played alone."""
    trial = Trial(any_scenario, index_of(any_scenario), SEED)
    pairs = castings_of(any_scenario)[::3]
    names = (
        list(pairs[:GAMES])
        if company == "personas"
        else [(RANDOM,) * any_scenario.party_count] * GAMES
    )
    games = np.arange(len(names)) + 3
    sheet = listened(trial, games, names)
    compared = {
        at for at, item in enumerate(trial.index.items)
        if item.kind in ("line", "ask", "held", "hollow", "event", "change", "ending")
    }  # fmt: skip
    for row, (game, who) in enumerate(zip(games, names, strict=True)):
        played = play_by(any_scenario, SEED, seats_of(any_scenario, who), game=int(game))
        told = Counter(met_in((e for step in played.steps for e in step.events), trial.index))
        noted = {at: int(sheet.met[row, at]) for at in compared if sheet.met[row, at]}
        assert noted == dict(told), (who, game)


@pytest.mark.slow
def test_a_phase_is_noted_when_it_opens(minimal: CompiledScenario) -> None:
    trial = Trial(minimal, index_of(minimal), SEED)
    names = list(castings_of(minimal)[:4])
    sheet = listened(trial, np.arange(4), names)
    for row, who in enumerate(names):
        live = play_by(minimal, SEED, seats_of(minimal, who), game=row)
        events = [each for step in live.steps for each in step.events]
        opened = {each.phase for each in events if isinstance(each, PhaseOpened)}
        noted = {name for name in minimal.phases if sheet.met[row, trial.index.at["phase", name]]}
        assert noted == opened
