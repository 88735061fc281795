"""A whole play as a story told by one who knows everything: for `--auto`."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from statistics import fmean
from typing import Any

from engine.play.compiled import CompiledScenario
from engine.play.events import measures
from engine.play.seen import Heard
from engine.play.state import Event, Stage, State, Step
from engine.play.view import ending, hear_all, view
from game.presenters.ending import ending as ending_lines
from game.presenters.page import Cast, Line, Lines, points, signed, stance_words
from game.presenters.reveal import in_order, outcome_of, tell
from game.presenters.table import Performed, arrival_lines, arrival_of, moment_head, performed


def story(cast: Cast, compiled: CompiledScenario, steps: Sequence[Step]) -> Lines:
    """The play told step by step, numbers included."""
    lines: list[Line] = []
    known: frozenset[Performed] = frozenset()
    for step in steps:
        events = outcome_of(step.events)
        lines += _happened(cast, compiled, events, hear_all(compiled, events))
        arrival = arrival_of(hear_all(compiled, step.events))
        lines += _arrived(cast, compiled, step, arrival, known)
        known |= performed(arrival)
    return tuple(lines)


def _happened(
    cast: Cast, compiled: CompiledScenario, events: Sequence[Event], heard: Sequence[Heard]
) -> Iterator[Line]:
    # Numbers are told from the events themselves: nobody in particular hears them here.
    made = [event.data for event in events if event.kind == "move"]
    if made:
        yield Line("gap", "")
    for each in in_order(heard):
        if each.kind != "reflected":
            yield from tell(cast, each)
    for event in events:
        if event.kind == "suspected":
            by, of = cast.party(event.data["by"]), cast.party(event.data["of"])
            yield Line("note", cast.words("story.suspected", by=by, of=of))
    if made:
        yield Line("gap", "")
        yield Line("note", _truth(cast, compiled, made))
    for event in events:
        if event.kind in ("numbers", "reflected"):
            yield Line("number", _numbers(cast, event.data["after"]))


def _truth(cast: Cast, compiled: CompiledScenario, made: Sequence[Mapping[str, Any]]) -> str:
    words, told = cast.words, []
    for data in made:
        move = compiled.scenario.moves[data["move"]]
        stance = stance_words(words, move.stance, move.face_stance)
        if data["vetoed"]:
            stance = f"{stance}, {words('story.truth.stopped')}"
        title = words.of(move.title)
        party = cast.party(data["party"])
        told.append(words("story.truth.move", party=party, title=title, stance=stance))
    return words("story.truth", moves="; ".join(told))


def _numbers(cast: Cast, measures: Mapping[str, Mapping[str, Any]]) -> str:
    words = cast.words
    told = [
        words(
            "story.numbers.party",
            party=cast.party(party),
            trust=points(fmean(of["trust"].values())),
            risk=points(fmean(of["perceived_risk"].values())),
            value=signed(points(of["value"])),
        )
        for party, of in measures.items()
    ]
    return words("story.numbers", parties="; ".join(told))


def _arrived(
    cast: Cast,
    compiled: CompiledScenario,
    step: Step,
    arrival: Sequence[Heard],
    known: Collection[Performed],
) -> Iterator[Line]:
    state = step.state
    if state.is_over:
        if (end := ending(compiled, state)) is not None:
            yield from ending_lines(cast, end, made_in_all(compiled, state))
        return
    seen = view(compiled, state, compiled.parties[0])
    words = cast.words
    if state.stage is Stage.ROUND:
        phase = words.of(seen.phase_name)
        yield Line("heading", words("round.head", round=seen.round, phase=phase))
    elif state.stage is Stage.DIFFERENCES:
        yield Line("heading", moment_head(cast, seen))
    yield from arrival_lines(cast, seen, tuple(arrival), known)


def made_in_all(compiled: CompiledScenario, state: State) -> dict[str, float]:
    """What each party made in the whole play."""
    numbers = measures(compiled, state.world, state.world.last_payoff)
    return {party: float(of["value"]) for party, of in numbers.items()}
