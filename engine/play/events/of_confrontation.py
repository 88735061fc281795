"""What a confrontation brought, told in full."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

import numpy as np

from engine.model.chance import Purpose
from engine.play.compiled import PART, CompiledScenario
from engine.play.conditions import holds_for_each
from engine.play.confrontation import DISCOVERY, LEAK, PROMISE, REFUSAL, Came, overheard
from engine.play.events.kinds import (
    Confronted,
    Event,
    KeptBack,
    Reason,
    Reckoned,
    Replied,
    Responded,
    Spoken,
    WalkedOut,
    own_opening,
    own_reply,
    own_response,
)
from engine.play.events.of_round import named
from engine.play.events.place import lead_address, pairs, place_of
from engine.play.events.telling import Teller
from engine.play.measuring import measure
from engine.play.presence import is_broken_off
from engine.play.round import Draw
from engine.play.rules import is_again
from engine.play.state import NOBODY, RaiseChoice, ReplyChoice, ResponseChoice, State, World
from engine.scenario.schema import Confrontation, Texts
from engine.scenario.vocabulary import CAUSES, REPLIES, Cause

# As many first turns: more than there are wordings. And there are so many of each at least.
TURNS, OWN_WORDINGS = 12, 2


class Matter(NamedTuple):
    """What the present scene is about, by ids."""

    by: str
    of: str
    cause: Cause
    moves: tuple[str, ...]
    about: str | None
    came: Literal["half", "nothing"] | None
    also: tuple[str, ...]
    again: bool


def matter_of(compiled: CompiledScenario, world: World, row: int = 0) -> Matter:
    """What the scene that is on in one of the plays is about; see `Confronted`."""
    i, j, cause = (int(each[row]) for each in (world.scene_by, world.scene_of, world.scene_cause))
    moves = named(compiled, world.due_moves[row, i, j]) if cause == DISCOVERY else ()
    about = int(world.due_about[row, i, j, cause])
    name, came, also, again = None, None, tuple[str, ...](), False
    if cause == PROMISE:
        name = compiled.moves[about]
        came = _came(world, row, (i, j))
    elif cause == REFUSAL:
        name = compiled.changes[about].key
        also = _who_else(compiled, world, row)
        again = bool(is_again(compiled, world, compiled.changes[about])[row])
    elif about != NOBODY and cause != DISCOVERY:
        name = compiled.events[about]
    by, of = compiled.parties[i], compiled.parties[j]
    return Matter(by, of, CAUSES[cause], moves, name, came, also, again)


def _who_else(compiled: CompiledScenario, world: World, row: int) -> tuple[str, ...]:
    """Who else had proposed what that party said no to, in the same moment."""
    by, of = int(world.scene_by[row]), int(world.scene_of[row])
    alike = (world.due == world.due[row, by, of])[row, :, of, REFUSAL]
    alike &= (world.due_about == world.due_about[row, by, of])[row, :, of, REFUSAL]
    alike &= world.proposal_amount[row] == world.proposal_amount[row, by]
    return tuple(name for at, name in enumerate(compiled.parties) if alike[at] and at != by)


def _came(world: World, row: int, pair: tuple[int, int]) -> Literal["half", "nothing"] | None:
    """What came of a promise of the second that failed in this round; of an older one nobody
    recalls.
    """
    i, j = pair
    if world.due[row, i, j, PROMISE] != world.round[row]:
        return None
    return "nothing" if world.last_vetoed[row, j] else "half"


def things_of(matter: Matter) -> set[str]:
    """The moves, the event or the part of the game that it is about, as an author names them."""
    if matter.cause == "refusal" and matter.about:
        return {matter.about.split("/")[1]}
    return {*matter.moves, *([matter.about] if matter.about else [])}


def confronted(compiled: CompiledScenario, state: State) -> Confronted:
    """That the talk stops, and for what."""
    matter, written = matter_of(compiled, state.world), written_for(compiled, state.world)
    lines = Teller(compiled, state, state.world).lines(written.opens) if written else ()
    speaker = lead_address(compiled, matter.by, state.world)
    turn = _turn(state, own_opening(matter.cause))
    return Confronted(place_of(compiled, state), *matter, lines, speaker, turn)


def raise_events(
    compiled: CompiledScenario, state: State, choice: RaiseChoice
) -> Iterator[KeptBack]:
    """That it was kept back; what is raised is told when the scene begins."""
    if not choice.raises:
        world = state.world
        i, j = int(world.scene_by[0]), int(world.scene_of[0])
        again = bool(world.kept[0, i, j] != NOBODY)
        moves = matter_of(compiled, world).moves
        yield KeptBack(place_of(compiled, state), choice.party, compiled.parties[j], again, moves)


def reply_events(
    compiled: CompiledScenario, state: State, choice: ReplyChoice
) -> Iterator[Replied]:
    """What the party that it concerns says."""
    matter, written = matter_of(compiled, state.world), written_for(compiled, state.world)
    words = written.replies.get(choice.reply) if written else None
    lines = _said(compiled, state, choice.party, words.say if words else None)
    place, speaker = place_of(compiled, state), lead_address(compiled, choice.party, state.world)
    turn = _turn(state, own_reply(matter.cause, choice.reply))
    yield Replied(place, *matter, lines, speaker, turn, choice.reply)


def _said(
    compiled: CompiledScenario, state: State, party: str, wordings: Texts | None
) -> tuple[Spoken, ...]:
    """The author's words for it, if there are any left, by who leads the party."""
    teller = Teller(compiled, state, state.world)
    spoken = teller.words(lead_address(compiled, party, state.world), wordings or ())
    return (spoken,) if spoken else ()


def _turn(state: State, words: str) -> int | None:
    """Which of those own words of the game: drawn once a play, then each in its turn; None when
    they are used up.
    """
    times = state.own.count(words)
    luck = Draw.of_play(state.seed, state.game)
    first = luck.uniform(np.zeros(1, dtype=int), Purpose.LINE, 1)[0, 0]
    return int(first * TURNS) + times if times < OWN_WORDINGS else None


def response_events(
    compiled: CompiledScenario,
    state: State,
    choice: ResponseChoice,
    world: World,
    came: Came,
) -> Iterator[Event]:
    """What the other does with it, and what the scene did. world: after it."""
    matter, written = matter_of(compiled, state.world), written_for(compiled, state.world)
    words = written.responses.get(choice.response) if written else None
    place, reply = place_of(compiled, state), REPLIES[int(state.world.scene_reply[0])]
    lines = _said(compiled, state, choice.party, words.after(reply) if words else None)
    speaker = lead_address(compiled, choice.party, state.world)
    turn = _turn(state, own_response(reply, choice.response))
    yield Responded(place, *matter, lines, speaker, turn, reply, choice.response)
    if choice.response == "walk-out":
        goes_on = not is_broken_off(compiled, world.left)[0]
        yield WalkedOut(place, choice.party, goes_on=bool(goes_on))
    reasons: dict[str, dict[str, dict[Reason, float]]] = {}
    for i, j, one, other in pairs(compiled.parties):
        parts: dict[Reason, float] = {
            "discovery": float(came.by_hearing[0, i, j]),
            "reply": float(came.settled.by_reply[0, i, j]),
            "response": float(came.settled.by_response[0, i, j]),
        }
        reasons.setdefault(one, {})[other] = {name: part for name, part in parts.items() if part}
    yield Reckoned(
        place,
        matter.by,
        matter.of,
        matter.cause,
        before=measure(compiled, state.world),
        after=measure(compiled, world),
        reasons=reasons,
        heard=_who_heard(compiled, state.world),
        walked_out=choice.response == "walk-out",
    )


def _who_heard(compiled: CompiledScenario, world: World) -> tuple[str, ...]:
    """For whom the scene brings out what it is about."""
    news = overheard(world)[0].any(axis=(1, 2))
    return tuple(party for at, party in enumerate(compiled.parties) if news[at])


def written_for(compiled: CompiledScenario, world: World) -> Confrontation | None:
    """The author's scene for the matter that is on: of the phase, or else of the script."""
    phase = compiled.phases[int(world.phase[0])]
    leaks = leaks_of(compiled, world)
    for each in scenes_for(compiled, phase, matter_of(compiled, world), leaks):
        # What is said aloud may give away nothing that anybody does not know.
        if (holds_for_each(each.when, compiled, world) | world.left).all():
            return each
    return None


def leaks_of(compiled: CompiledScenario, world: World, row: int = 0) -> frozenset[str]:
    """The events that brought to light what the scene that is on in that play is about."""
    i, j, cause = (int(each[row]) for each in (world.scene_by, world.scene_of, world.scene_cause))
    if cause != DISCOVERY or world.untold[row, i, j]:
        return frozenset()
    due, befell = world.due[row, i, j, DISCOVERY], world.befell[row]
    # What was found out before the event came is no leak: the event is raised by itself.
    other = world.due_about[row, i, j, LEAK] if world.due[row, i, j, LEAK] != NOBODY else NOBODY
    return frozenset(
        name
        for at, (name, event) in enumerate(compiled.scenario.script.events.items())
        if event.reveals
        and at != other
        and NOBODY != due <= world.happened[row, at]
        and befell[at] in (j, compiled.party_count)
    )


def scenes_for(
    compiled: CompiledScenario, phase: str, matter: Matter, leaks: frozenset[str]
) -> Iterator[Confrontation]:
    """The scenes that the author wrote for such a matter in that phase, whatever they ask.

    A proposal to part is no change of the game: scenes for a refusal are about it if they name it.
    leaks: the events that brought out what was hidden: then it is a leak as well as a discovery.
    """
    script, things, is_parting = compiled.scenario.script, things_of(matter), matter.about == PART
    for each in (*script.phases[phase].confrontations, *script.confrontations):
        leaked = bool(leaks) and "leak" in each.cause
        is_it = not each.cause or matter.cause in each.cause or leaked
        is_whose = each.of in (None, matter.of)
        named = {*each.is_, *each.event, *each.change}
        by_event = leaked and bool(leaks & set(each.event))
        is_about = (things <= named or by_event) if named else not (each.cause and is_parting)
        if is_it and is_whose and is_about:
            yield each
