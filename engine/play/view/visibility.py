"""Who learns what: event × seat -> what that seat hears of the event, or nothing.

An allow-list: each kind of event says what is shown, and to whom. A seat is the id of a party;
None is the room, which gets only what everybody at the table sees and hears.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from engine.model.parameters import READING
from engine.play.compiled import CompiledScenario
from engine.play.events import (
    ChangeRefused,
    Confronted,
    Discovered,
    Ended,
    Event,
    Exchanged,
    GameChanged,
    KeptBack,
    LinesTold,
    Measured,
    MomentCalled,
    MoveMade,
    OptionTaken,
    OwnedUp,
    Parted,
    PersonArrived,
    PhaseOpened,
    Predicted,
    Proposed,
    Reckoned,
    Reflected,
    Repaired,
    Replied,
    Responded,
    RitualHeld,
    ScriptEventOccurred,
    Suspected,
    Voted,
    WalkedOut,
)
from engine.play.state import Stage
from engine.play.view.cards import came_to_light, change_card_of, matter_seen
from engine.play.view.heard import (
    Against,
    CallSeen,
    CameTo,
    ChangeSeen,
    ConfrontationSeen,
    Consequence,
    EndSeen,
    ExchangeHeard,
    FoundMove,
    FoundOut,
    Heard,
    LinesHeard,
    MoveSeen,
    OptionSeen,
    OwnUpSeen,
    PartingSeen,
    PersonSeen,
    PhaseSeen,
    ProposalSeen,
    ReflectionFelt,
    RefusalSeen,
    RepairFelt,
    ReplySeen,
    ResponseSeen,
    RitualSeen,
    Rival,
    SceneFelt,
    ScriptEventSeen,
    Suspicion,
    VoteSeen,
    WalkOutSeen,
)
from engine.play.view.speech import speaker_of, utterance, utterances
from engine.scenario.schema import Occasion, Scenario, Text
from engine.scenario.vocabulary import KINDS, Weather

Seat = str | None
# What weather looks like by itself; where it clears up, or fog comes, the place shows it.
_WEATHER: dict[Weather, str] = {"rain": "raincloud", "snow": "snowflake"}


def hear(compiled: CompiledScenario, events: Iterable[Event], seat: Seat) -> tuple[Heard, ...]:
    """What that seat learns of those events, in their order."""
    learned = (visible(compiled, event, seat) for event in events)
    return tuple(each for each in learned if each is not None)


def visible(compiled: CompiledScenario, event: Event, seat: Seat) -> Heard | None:
    """What that seat learns of an event; None when it learns nothing."""
    if seat in event.place.without and not isinstance(event, _HEARD_OUTSIDE):
        return None
    match event:
        case PhaseOpened():
            return _phase(compiled, event, seat)
        case RitualHeld():
            return _ritual(compiled, event)
        case LinesTold():
            return _lines(compiled, event, seat)
        case PersonArrived(role=role, lines=lines):
            heard = lines if _is_there(compiled, event, seat) else ()
            who, said = speaker_of(compiled, role), utterances(compiled, heard)
            return PersonSeen(event.round, who.party, who.party == seat, who, said)
        case MoveMade():
            return _move(compiled, event, seat) if _sees(compiled, event, seat) else None
        case MomentCalled(party=party):
            return CallSeen(event.round, party, party == seat, event.alone, event.spared)
        case WalkedOut(party=party):
            return WalkOutSeen(event.round, party, party == seat, event.goes_on)
        case Exchanged(party=party, lines=lines):
            if not _sees(compiled, event, seat):
                return None
            said = utterances(compiled, lines)
            return ExchangeHeard(event.round, party, party == seat, said)
        case ScriptEventOccurred():
            return _script_event(compiled, event, seat)
        case OptionTaken():
            return _option(compiled, event, seat)
        case Proposed() | Voted() | GameChanged() | ChangeRefused():
            return _of_the_game(compiled, event, seat)
        case Confronted() | Replied() | Responded():
            return _scene(compiled, event, seat)
        case Parted():
            return PartingSeen(event.round)
        case Ended():
            written = compiled.scenario.endings[event.ending]
            return EndSeen(event.round, event.outcome, written.title, written.text)
        case Predicted() | KeptBack():
            return None
        case OwnedUp():
            return _owned_up(compiled, event, seat)
        case Discovered() | Suspected() | Repaired() | Measured() | Reflected() | Reckoned():
            return None if seat is None else _private(compiled, event, seat)
        case _:
            assert_never(event)


def _private(
    compiled: CompiledScenario,
    event: Discovered | Suspected | Repaired | Measured | Reflected | Reckoned,
    seat: str,
) -> Heard | None:
    """What only the seats that it is about may know."""
    match event:
        case Discovered():
            return _found_out(compiled, event, seat)
        case Suspected():
            return Suspicion(event.round, event.of) if event.by == seat else None
        case Repaired():
            if event.to != seat or abs(event.change) < READING.moved:
                return None
            return RepairFelt(event.round, event.party, event.change)
        case Measured():
            reasons = event.reasons.get(seat, {})
            return Consequence(event.round, event.before.of(seat), event.after.of(seat), reasons)
        case Reflected():
            before, after = event.before.of(seat), event.after.of(seat)
            reasons = event.reasons.get(seat, {})
            return ReflectionFelt(event.round, event.steps_done, before, after, reasons)
        case Reckoned():
            reasons = event.reasons.get(seat, {})
            before, after = event.before.of(seat), event.after.of(seat)
            return SceneFelt(
                event.round, event.by, event.of, before, after, reasons, event.walked_out
            )
        case _:
            assert_never(event)


# --- one by one -----------------------------------------------------------------------------------


# What whoever has left still hears of the talks: what happens in the world, who else leaves, and
# how it ends.
_HEARD_OUTSIDE = (ScriptEventOccurred, WalkedOut, Parted, Ended)


def _is_there(compiled: CompiledScenario, event: Event, seat: Seat) -> bool:
    """Whether that seat is where the phase is held; the room is only where everybody is."""
    if seat in event.place.without:
        return False
    phase = compiled.scenario.script.phases[event.phase]
    return not phase.with_ if seat is None else phase.is_with(seat)


def _sees(compiled: CompiledScenario, event: MoveMade | Exchanged, seat: Seat) -> bool:
    """Whether that seat is where that party is."""
    if seat is None:
        return _is_there(compiled, event, None)
    i, j = compiled.parties.index(seat), compiled.parties.index(event.party)
    return bool(compiled.rooms[compiled.phases.index(event.phase), i, j])


def _phase(compiled: CompiledScenario, event: PhaseOpened, seat: Seat) -> PhaseSeen:
    phase = compiled.scenario.script.phases[event.phase]
    decor = compiled.scenario.decor[event.decor]
    is_there = _is_there(compiled, event, seat)
    return PhaseSeen(
        event.round,
        event.phase,
        phase.name,
        phase.text if is_there else phase.outside,
        decor.name,
        decor.text,
        between=phase.with_,
        is_there=is_there,
    )


def _lines(compiled: CompiledScenario, event: LinesTold, seat: Seat) -> LinesHeard | None:
    is_heard = _is_there(compiled, event, seat) if event.only is None else event.only == seat
    if not is_heard:
        return None
    said = utterances(compiled, event.lines)
    return LinesHeard(event.round, said, asks=event.part == "ask", only=event.only)


def _ritual(compiled: CompiledScenario, event: RitualHeld) -> RitualSeen:
    ritual = compiled.scenario.rituals[event.ritual]
    told = (ritual.hollow if event.hollow else ritual.performed) or ritual.performed or ritual.text
    return RitualSeen(event.round, event.ritual, ritual.name, told, event.hollow)


def _move(compiled: CompiledScenario, event: MoveMade, seat: Seat) -> MoveSeen:
    written, own = compiled.scenario.moves[event.move], event.party == seat
    handed, to = _handed(compiled, event, seat), event.handed_to
    return MoveSeen(
        event.round,
        event.party,
        own,
        face=written.face_of(compiled.parties.index(event.party)),
        stance=written.face_stance,
        came_to=_came_to(event, own),
        handed=handed,
        handed_to=to if handed else None,
        id=event.move if own else None,
        title=written.title if own else None,
        mends=KINDS[written.kind].repair,
        apart=() if event.vetoed else written.apart,  # who was stopped did not go
        again=event.again,
    )


def _handed(compiled: CompiledScenario, event: MoveMade, seat: Seat) -> Text | None:
    """What was seen to be handed over; a secret thing only by those two."""
    if event.handed is None:
        return None
    prop = compiled.scenario.props[event.handed]
    return None if prop.secret and seat not in (event.party, event.handed_to) else prop.name


def _came_to(event: MoveMade, own: bool) -> CameTo:
    """The others notice that nothing happens, but not that the party's own side stopped it."""
    if event.vetoed:
        return "stopped" if own else "nothing"
    return "half" if event.slipped else "all"


def _owned_up(compiled: CompiledScenario, event: OwnedUp, seat: Seat) -> OwnUpSeen | None:
    if seat is None or seat not in (event.party, event.to):
        return None
    own, at = event.party == seat, compiled.parties.index(event.party)
    told = (compiled.scenario.moves[move] for move in event.moves)
    texts = tuple(each.title if own else each.face_of(at) for each in told)
    return OwnUpSeen(event.round, event.party, own, event.to, texts)


def _found_out(compiled: CompiledScenario, event: Discovered, seat: str) -> FoundOut | None:
    # Who was seen through does not know it, until it is raised.
    knows = (event.by,) if event.how == "move" else (event.by, event.of)
    if seat not in knows:
        return None
    own = event.of == seat
    moves = tuple(
        FoundMove(
            name,
            came_to_light(compiled, name, event.of),
            written.title if own else None,
            written.face_of(compiled.parties.index(event.of))
            if name in (*event.again, *event.told)
            else None,
            name in event.told,
        )
        for name, written in ((each, compiled.scenario.moves[each]) for each in event.moves)
    )
    return FoundOut(event.round, event.of, own, event.by, moves)


def _script_event(
    compiled: CompiledScenario, event: ScriptEventOccurred, seat: Seat
) -> ScriptEventSeen:
    written = compiled.scenario.script.events[event.event]
    return ScriptEventSeen(
        event.round,
        event.event,
        event.party,
        event.party is not None and event.party == seat,
        written.name,
        written.text,
        utterances(compiled, event.lines if _is_there(compiled, event, seat) else ()),
        drawing_of(compiled.scenario, written),
    )


def drawing_of(scenario: Scenario, event: Occasion) -> str | None:
    """What is seen of an event: what its author says, or else what the event does."""
    if event.drawing is not None:
        return event.drawing
    if event.is_departure:
        return "suitcase"
    comes = (name for name in event.adopts if name in scenario.props)
    laid = next((name for name in comes if not scenario.props[name].secret), None)
    if laid is not None:
        return laid
    if any("." in name for name in event.adopts):  # a role: somebody joins the table
        return "visitors"
    return _WEATHER.get(event.weather) if event.weather else None


def _option(compiled: CompiledScenario, event: OptionTaken, seat: Seat) -> OptionSeen:
    script = compiled.scenario.script
    reflection = script.phases[event.phase].reflection or script.called
    text = None
    said = None if event.said is None else utterance(compiled, event.said)
    if reflection is not None:
        first = event.stage is Stage.DIFFERENCES
        step = reflection.differences if first else reflection.bottlenecks
        text = step.options.get(event.option)
    return OptionSeen(event.round, event.party, event.party == seat, event.option, text, said)


def _scene(
    compiled: CompiledScenario, event: Confronted | Replied | Responded, seat: Seat
) -> ConfrontationSeen | ReplySeen | ResponseSeen:
    """What is said at the table, once it is raised, everybody there hears."""
    matter, lines = matter_seen(compiled, event), utterances(compiled, event.lines)
    party = event.by if isinstance(event, Responded) else event.of
    speaker = speaker_of(compiled, event.speaker)
    own = None if event.turn is None else (event.own_words, event.turn)
    seen = (event.round, party, party == seat, matter, lines, speaker, own)
    match event:
        case Confronted():
            return ConfrontationSeen(*seen)
        case Replied():
            return ReplySeen(*seen, event.reply)
        case Responded():
            return ResponseSeen(*seen, event.reply, event.response)
        case _:
            assert_never(event)


def _of_the_game(
    compiled: CompiledScenario, event: Proposed | Voted | GameChanged | ChangeRefused, seat: Seat
) -> Heard:
    match event:
        case Proposed(party=party):
            key, again = event.change, event.again
            card = change_card_of(compiled, key, again=again) if key else None
            return ProposalSeen(event.round, party, party == seat, card, event.amount)
        case Voted(party=party):
            return VoteSeen(event.round, party, party == seat, event.proposer, event.yes)
        case GameChanged(by=by):
            card = change_card_of(compiled, event.change, again=event.again)
            amount = None
            if event.action == "amount":
                amount, card = int(event.after or 0), replace(card, amount=int(event.before or 0))
            return ChangeSeen(event.round, by, by == seat, card, amount, _shows(compiled, event))
        case ChangeRefused():
            return _refusal(compiled, event, seat)
        case _:
            assert_never(event)


def _shows(compiled: CompiledScenario, event: GameChanged) -> Text | None:
    """What the author wrote to be seen of a change once it is made."""
    if event.action not in ("adopt", "drop", "move"):
        return None
    thing = compiled.elements[compiled.element_index(event.chapter, event.name)]
    return thing.goes if event.action == "drop" else thing.comes


def _refusal(compiled: CompiledScenario, event: ChangeRefused, seat: Seat) -> RefusalSeen:
    before, rival = event.gave_way, None
    if before is not None:
        other = change_card_of(compiled, before.change)
        rival = Rival(before.by, other, _whole(before.amount), before.by_lot)
    return RefusalSeen(
        event.round,
        event.by,
        event.by == seat,
        change_card_of(compiled, event.change, again=event.again),
        _whole(event.amount),
        tuple(Against(each, each == seat, event.reasons.get(each)) for each in event.against),
        rival,
    )


def _whole(amount: float | None) -> int | None:
    return None if amount is None else int(amount)
