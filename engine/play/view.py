"""What one seat may see: built from an allow-list, never by leaving things out.

`view` is the situation before a choice; `hear` turns events into what a seat learns of them. An
event of a kind that is not listed here is heard by nobody.
"""

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from engine.play.circumstances import Standing, circumstances, has_needed_prop
from engine.play.compiled import CompiledScenario
from engine.play.events import (
    decor_of,
    measures,
    outcome,
    scene,
    step_texts,
)
from engine.play.forecast import forecast
from engine.play.lifecycle import legal_now
from engine.play.reflection import OPTIONS, open_options
from engine.play.rules import open_changes
from engine.play.seen import (
    Briefing,
    ChangeCard,
    EndingSeen,
    Expected,
    Gauges,
    Heard,
    HeardKind,
    Lock,
    Mood,
    MoveCard,
    OptionCard,
    PartySeen,
    ProposalCard,
    RoleSeen,
    Speaker,
    StageName,
    ThingSeen,
    Told,
    View,
)
from engine.play.state import NOBODY, Event, Stage, State, World
from engine.play.step import may_call
from engine.scenario.schema import Line, Text

__all__ = [
    "Briefing", "ChangeCard", "EndingSeen", "Expected", "Gauges", "Heard", "HeardKind", "Mood",
    "MoveCard", "OptionCard", "PartySeen", "ProposalCard", "RoleSeen", "Speaker", "StageName",
    "ThingSeen", "Told", "View", "change_card", "ending", "hear", "hear_all", "view",
]  # fmt: skip

# How much trust shows as which mood: design choices. People show roughly how they feel.
_MOODS: tuple[tuple[float, Mood], ...] = ((0.30, "cold"), (0.55, "reserved"), (0.78, "open"))


def view(compiled: CompiledScenario, state: State, seat: str) -> View:
    """What that party may see before its next choice."""
    world, scenario = state.world, compiled.scenario
    phase_id = compiled.phases[int(world.phase[0])]
    phase = scenario.script.phases[phase_id]
    place = decor_of(compiled, world)
    return View(
        seat=seat,
        title=scenario.title,
        phase=phase_id,
        phase_name=phase.name,
        phase_text=phase.text,
        stage=_stage_name(state.stage),
        called=bool(world.called[0]),
        round=int(world.round[0]) + (state.stage is Stage.ROUND),
        months=int(world.round[0]) * compiled.months_per_round,
        decor=_thing(compiled, world, compiled.element_index("decor", place)),
        backdrop=scenario.decor[place].backdrop,
        me=_briefing(compiled, world, seat),
        others=tuple(_party(compiled, world, p, seat) for p in compiled.parties if p != seat),
        gauges=_gauges(compiled, world, seat),
        game=tuple(
            _thing(compiled, world, at)
            for at in range(len(compiled.elements))
            if not is_kept_from(compiled, world, at, seat)
        ),
        scene=tuple(_scene(compiled, state)),
        moves=_move_cards(compiled, state, seat),
        may_call=may_call(compiled, state, seat),
        may_predict=scenario.workshop.predict,
        options=_option_cards(compiled, state, seat),
        changes=_change_cards(compiled, state, seat),
        proposals=_proposal_cards(compiled, state, seat),
        ending=ending(compiled, state),
    )


def ending(compiled: CompiledScenario, state: State) -> EndingSeen | None:
    """How the play ended, in the author's words."""
    ended = outcome(compiled, state)
    if ended is None:
        return None
    written = compiled.scenario.endings[ended.ending]
    return EndingSeen(ended.outcome, written.title, written.text)


def _stage_name(stage: Stage) -> StageName:
    names: dict[Stage, StageName] = {
        Stage.ROUND: "round",
        Stage.DIFFERENCES: "differences",
        Stage.BOTTLENECKS: "bottlenecks",
        Stage.ALTERNATIVES: "alternatives",
        Stage.DECISION: "decision",
        Stage.ENDED: "ended",
    }
    return names[stage]


# --- people and numbers -----------------------------------------------------------------------


def _briefing(compiled: CompiledScenario, world: World, seat: str) -> Briefing:
    party = compiled.scenario.parties[seat]
    wants = tuple(
        (party.want_names.get(want, Text(nl=want, en=want)), weight)
        for want, weight in party.wants.items()
    )
    roles = _roles(compiled, world, seat, own=True)
    return Briefing(seat, party.name, party.public, party.private, wants, roles)


def _party(compiled: CompiledScenario, world: World, other: str, seat: str) -> PartySeen:
    party = compiled.scenario.parties[other]
    roles = _roles(compiled, world, other, own=False)
    return PartySeen(other, party.name, party.public, roles, _mood(compiled, world, other, seat))


def _roles(
    compiled: CompiledScenario, world: World, party: str, *, own: bool
) -> tuple[RoleSeen, ...]:
    """The people at the table; of one's own party with their briefs, and those who wait outside."""
    return tuple(
        RoleSeen(address, role.name, role.title, role.looks, role.brief if own else None)
        for address, role in compiled.scenario.all_roles()
        if address.partition(".")[0] == party
        and (own or world.in_force[0, compiled.element_index("roles", address)])
    )


def _mood(compiled: CompiledScenario, world: World, other: str, seat: str) -> Mood:
    i, j = compiled.parties.index(other), compiled.parties.index(seat)
    if world.last_discovered[0, i, j]:
        return "hurt"
    trust = float(world.alliance.trust[0, i, j])
    return next((mood for below, mood in _MOODS if trust < below), "warm")


def _gauges(compiled: CompiledScenario, world: World, seat: str) -> Gauges:
    mine = measures(compiled, world, world.last_payoff)[seat]
    at = compiled.parties.index(seat)
    return Gauges(
        trust=mine["trust"],
        reliability=mine["reliability"],
        confidence=mine["confidence"],
        perceived_risk=mine["perceived_risk"],
        exposure=mine["exposure"],
        safety=mine["safety"],
        internal_balance=mine["internal_balance"],
        formal_overlap=mine["formal_overlap"],
        understanding=mine["understanding"],
        pressure=float(circumstances(compiled, world).pressure[0, at]),
        value=mine["value"],
        payoff=mine["payoff"],
    )


def _thing(compiled: CompiledScenario, world: World, at: int) -> ThingSeen:
    thing = compiled.elements[at]
    in_force = bool(world.in_force[0, at])
    if thing.chapter == "decor":
        in_force = thing.id == decor_of(compiled, world)
    holder = None
    if thing.chapter == "props":
        holder = (*compiled.parties, "table")[int(world.holder[0, at])]
    text = thing.text
    if thing.chapter == "script" and not thing.negotiable:
        # What a phase brings is told when it opens; before that, its name is enough.
        phase = compiled.phases.index(thing.id)
        text = text if world.visited[0, phase] else thing.name
    amount = int(world.amount[0, at]) if thing.between else None
    return ThingSeen(
        thing.chapter, thing.id, thing.name, text, in_force, thing.negotiable, amount, holder
    )


def is_kept_from(compiled: CompiledScenario, world: World, at: int, seat: str) -> bool:
    """Whether that thing is a secret prop in somebody else's hands."""
    if at == NOBODY:
        return False
    thing = compiled.elements[at]
    if thing.chapter != "props" or not compiled.scenario.props[thing.id].secret:
        return False
    holder = int(world.holder[0, at])
    return holder not in (compiled.party_count, compiled.parties.index(seat))


# --- what is told -----------------------------------------------------------------------------


def _scene(compiled: CompiledScenario, state: State) -> Iterator[Told]:
    if state.is_over:
        return
    fresh = state.world.phase_round[0] == 0 and state.stage in (Stage.ROUND, Stage.DIFFERENCES)
    phase = compiled.phases[int(state.world.phase[0])]
    for part, index in scene(compiled, state.world, fresh=bool(fresh)):
        yield from _told(compiled, phase, part, index, bool(state.world.called[0]))


def _told(
    compiled: CompiledScenario, phase_id: str, part: str, index: int, called: bool
) -> Iterator[Told]:
    script = compiled.scenario.script
    phase = script.phases[phase_id]
    if part == "ask":
        reflection = script.called if called else phase.reflection
        if reflection is not None:
            first = index == Stage.DIFFERENCES
            step = reflection.differences if first else reflection.bottlenecks
            yield Told(step.ask)
        return
    lines = phase.opens_with if part == "opens_with" else phase.situations[index].lines
    for line in lines:
        yield Told(line.say[0], _speaker(compiled, line.speaker))


def _speaker(compiled: CompiledScenario, address: str | None) -> Speaker | None:
    if address is None:
        return None
    role = compiled.scenario.role(address)
    return Speaker(address, role.name, role.title, address.partition(".")[0])


def _lead(compiled: CompiledScenario, party: str) -> Speaker:
    address = f"{party}.{compiled.scenario.parties[party].lead}"
    role = compiled.scenario.role(address)
    return Speaker(address, role.name, role.title, party)


# --- cards ------------------------------------------------------------------------------------


def _move_cards(compiled: CompiledScenario, state: State, seat: str) -> tuple[MoveCard, ...]:
    if state.stage is not Stage.ROUND:
        return ()
    world = state.world
    party = compiled.parties.index(seat)
    mine = compiled.offered[world.phase[0]] & compiled.belongs[party]
    at = np.flatnonzero(mine)
    legal = legal_now(compiled, world)[0, party]
    expected = forecast(compiled, world, party, at)
    cards = []
    for move, expects in zip(at, expected, strict=True):
        name = compiled.moves[move]
        written = compiled.scenario.moves[name]
        prop = compiled.scenario.props[written.needs].name if written.needs else None
        locked, by = (None, None) if legal[move] else _why_locked(compiled, world, party, int(move))
        cards.append(
            MoveCard(
                name, written.title, written.text, written.stance, written.face,
                written.face_stance, Expected(*expects), prop, bool(compiled.leaves[move]), locked,
                None
                if by is None or is_kept_from(compiled, world, by, seat)
                else _name(compiled, by),
            )
        )  # fmt: skip
    return tuple(cards)


def _name(compiled: CompiledScenario, at: int) -> Text:
    return compiled.elements[at].name


def _why_locked(
    compiled: CompiledScenario, world: World, party: int, move: int
) -> tuple[Lock, int | None]:
    """Why it can't be played, and the thing that forbids it or that would allow it."""
    written = compiled.scenario.moves[compiled.moves[move]]
    stands = Standing(compiled, world)
    elements = np.concatenate([stands(at)[:1] for at in range(len(compiled.elements))])[:, None]
    if written.once and world.used[0, party, move]:
        return "used", None
    forbid = np.flatnonzero((elements & compiled.forbids[:, party])[:, move])
    if len(forbid):
        return "forbidden", int(forbid[0])
    allow = np.flatnonzero(compiled.allows[:, party, move])
    if len(allow) and not elements[allow].any():
        return "not-allowed", int(allow[0])
    if not has_needed_prop(compiled, world, np.array([move]))[0, party, 0]:
        return "needs-prop", None
    return "not-yet", None


def _option_cards(compiled: CompiledScenario, state: State, seat: str) -> tuple[OptionCard, ...]:
    if state.stage not in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        return ()
    texts = step_texts(compiled, state.world)
    options = OPTIONS[state.stage - Stage.DIFFERENCES]
    is_open = open_options(compiled, state.world)[0, compiled.parties.index(seat)]
    return tuple(
        OptionCard(option, texts.options.get(option) if texts else None, not is_open[at])
        for at, option in enumerate(options)
    )


def _change_cards(compiled: CompiledScenario, state: State, seat: str) -> tuple[ChangeCard, ...]:
    if state.stage is not Stage.ALTERNATIVES:
        return ()
    is_open = open_changes(compiled, state.world)[0]
    return tuple(
        change_card(compiled, int(at), state.world)
        for at in np.flatnonzero(is_open)
        if not is_kept_from(compiled, state.world, compiled.changes[at].thing, seat)
    )


def change_card(compiled: CompiledScenario, at: int, world: World | None = None) -> ChangeCard:
    """A change of the game as a card; with a world, the amount as it now stands."""
    change = compiled.changes[at]
    if change.thing == NOBODY:
        title = compiled.scenario.title
        return ChangeCard(change.key, "script", "part", title, title, "part", change.consent)
    thing = compiled.elements[change.thing]
    amount = None
    if change.action == "amount" and world is not None:
        amount = int(world.amount[0, change.thing])
    holder = None
    if change.action == "hold":
        holder = (*compiled.parties, "table")[change.holder]
    return ChangeCard(
        change.key, thing.chapter, thing.id, thing.name, thing.text, change.action, change.consent,
        amount, thing.between if change.action == "amount" else None, holder,
    )  # fmt: skip


def _proposal_cards(
    compiled: CompiledScenario, state: State, seat: str
) -> tuple[ProposalCard, ...]:
    if state.stage is not Stage.DECISION:
        return ()
    world = state.world
    cards = []
    for at, proposer in enumerate(compiled.parties):
        change = int(world.proposal[0, at])
        if change != NOBODY:
            card = change_card(compiled, change, world)
            amount = int(world.proposal_amount[0, at]) if card.action == "amount" else None
            cards.append(ProposalCard(proposer, card, amount, proposer == seat))
    return tuple(cards)


# --- hearing ----------------------------------------------------------------------------------


def hear(compiled: CompiledScenario, events: Iterable[Event], seat: str) -> tuple[Heard, ...]:
    """What that party learns of those events, in their order."""
    return tuple(heard for event in events for heard in _hear(compiled, event, seat))


def hear_all(compiled: CompiledScenario, events: Iterable[Event]) -> tuple[Heard, ...]:
    """What anyone at the table could hear: for a transcript in which nobody has a seat."""
    return tuple(
        heard
        for event in events
        for heard in _hear(compiled, event, None)
        if event.kind != "numbers"
    )


def _hear(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    listen = _LISTENERS.get(event.kind)
    if listen is not None:
        yield from listen(compiled, event, seat)


Listener = Callable[[CompiledScenario, Event, str | None], Iterator[Heard]]


def _hear_phase(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    phase = compiled.scenario.script.phases[event.data["phase"]]
    yield Heard("phase", event.round, name=phase.name, text=phase.text, about=event.data["decor"])


def _hear_ritual(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    ritual = compiled.scenario.rituals[event.data["ritual"]]
    hollow = event.data["hollow"]
    told = (ritual.hollow if hollow else ritual.performed) or ritual.performed or ritual.text
    yield Heard(
        "ritual", event.round, name=ritual.name, text=told, flag=hollow, id=event.data["ritual"]
    )


def _hear_lines(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    called = not _is_reflection(compiled, event.phase)
    data = event.data
    for told in _told(compiled, data["phase"], data["part"], data["index"], called):
        yield Heard("line", event.round, text=told.text, speaker=told.speaker)


def _is_reflection(compiled: CompiledScenario, phase: str) -> bool:
    return compiled.scenario.script.phases[phase].reflection is not None


def _hear_move(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    party, own = event.data["party"], event.data["party"] == seat
    move = compiled.scenario.moves[event.data["move"]]
    yield Heard(
        "move", event.round, party, own, text=move.face, stance=move.face_stance,
        name=move.title if own else None, id=event.data["move"] if own else None,
    )  # fmt: skip
    if move.say:
        said = move.say[event.data["variant"]]
        yield Heard("said", event.round, party, own, text=said, speaker=_lead(compiled, party))
    if event.data["vetoed"] and own:
        yield Heard("vetoed", event.round, party, own)
    elif event.data["slipped"] or event.data["vetoed"]:
        # The others notice that nothing comes of it, and not who at home stopped it.
        yield Heard("slipped", event.round, party, own, flag=event.data["vetoed"])


def _hear_called(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    party = event.data["party"]
    yield Heard("called", event.round, party, party == seat, flag=event.data["alone"])


def _hear_discovered(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    by, of = event.data["by"], event.data["of"]
    if seat is not None and seat not in (by, of):
        return
    for name in event.data["moves"]:
        move = compiled.scenario.moves[name]
        yield Heard(
            "found-out", event.round, of, of == seat, text=move.found_out, about=by,
            name=move.title if of == seat else None, flag=of == seat, id=name,
        )  # fmt: skip


def _hear_suspected(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    if seat == event.data["by"]:
        yield Heard("suspected", event.round, event.data["of"])


def _hear_repair(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    if seat == event.data["to"]:
        change = {"change": event.data["change"]}
        yield Heard("repair", event.round, event.data["party"], numbers=change)


def _hear_answer(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    script, scope = compiled.scenario.script, event.data["scope"]
    answers = script.answers if scope == "script" else script.phases[scope].answers
    text = answers[event.data["index"]].say[event.data["variant"]]
    speaker = _speaker(compiled, event.data["speaker"])
    party = speaker.party if speaker else None
    yield Heard("answer", event.round, party, party == seat, text=text, speaker=speaker)


def _hear_occasion(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    occasion = compiled.scenario.script.events[event.data["event"]]
    party = event.data["party"]
    yield Heard(
        "occasion", event.round, party, party is not None and party == seat,
        name=occasion.name, text=occasion.text, id=event.data["event"],
    )  # fmt: skip
    for line in occasion.say:
        yield _line(compiled, event, line)


def _line(compiled: CompiledScenario, event: Event, line: Line) -> Heard:
    return Heard("line", event.round, text=line.say[0], speaker=_speaker(compiled, line.speaker))


def _hear_option(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    party, option = event.data["party"], event.data["option"]
    script = compiled.scenario.script
    reflection = script.phases[event.phase].reflection or script.called
    text = said = None
    if reflection is not None:
        first = event.stage is Stage.DIFFERENCES
        step = reflection.differences if first else reflection.bottlenecks
        text = step.options.get(option)
        said = step.say[option][event.data["variant"]] if option in step.say else None
    yield Heard("option", event.round, party, party == seat, text=text, id=option)
    if said is not None:
        speaker = _lead(compiled, party)
        yield Heard("said", event.round, party, party == seat, text=said, speaker=speaker)


def _card(compiled: CompiledScenario, key: str) -> ChangeCard:
    at = next(at for at, change in enumerate(compiled.changes) if change.key == key)
    return change_card(compiled, at)


def _hear_proposed(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    party, key = event.data["party"], event.data["change"]
    card = _card(compiled, key) if key else None
    yield Heard(
        "proposed", event.round, party, party == seat, change=card, amount=event.data["amount"]
    )


def _hear_voted(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    party, proposer = event.data["party"], event.data["proposer"]
    yes = event.data["yes"]
    yield Heard("voted", event.round, party, party == seat, about=proposer, flag=yes)


def _hear_decided(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    by, data = event.data["by"], event.data
    kind: HeardKind = "changed" if event.kind == "changed" else "rejected"
    amount = data.get("after") if data["action"] == "amount" else None
    yield Heard(
        kind, event.round, by, by == seat, change=_card(compiled, data["change"]),
        amount=None if amount is None else int(amount),
    )  # fmt: skip


def _hear_numbers(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    if seat is None:
        return
    numbers = _before_and_after(event, seat)
    for other, parts in event.data.get("reasons", {}).get(seat, {}).items():
        numbers.update({f"reason.{other}.{name}": part for name, part in parts.items()})
    yield Heard("numbers", event.round, seat, True, numbers=numbers)


def _hear_reflected(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    numbers = {"steps_done": event.data["steps_done"]}
    if seat is not None:
        numbers.update(_before_and_after(event, seat))
    yield Heard("reflected", event.round, seat, seat is not None, numbers=numbers)


# What a seat may learn of its own numbers.
_OWN = ("trust", "reliability", "perceived_risk", "exposure")
_OWN_SINGLE = ("safety", "internal_balance", "formal_overlap", "understanding", "value", "payoff")


def _before_and_after(event: Event, seat: str) -> dict[str, float]:
    """before.trust.zuid, after.safety, … of that seat."""
    numbers: dict[str, float] = {}
    for when in ("before", "after"):
        mine = event.data[when][seat]
        for name in _OWN:
            numbers.update({f"{when}.{name}.{who}": x for who, x in mine[name].items()})
        numbers.update({f"{when}.{name}": mine[name] for name in _OWN_SINGLE})
    return numbers


def _hear_left(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    party = event.data["party"]
    yield Heard("left", event.round, party, party == seat)


def _hear_parted(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    yield Heard("parted", event.round)


def _hear_ended(compiled: CompiledScenario, event: Event, seat: str | None) -> Iterator[Heard]:
    written = compiled.scenario.endings[event.data["ending"]]
    yield Heard(
        "ended", event.round, name=written.title, text=written.text, id=event.data["outcome"]
    )


_LISTENERS: dict[str, Listener] = {
    "phase": _hear_phase,
    "ritual": _hear_ritual,
    "lines": _hear_lines,
    "move": _hear_move,
    "called": _hear_called,
    "discovered": _hear_discovered,
    "suspected": _hear_suspected,
    "repair": _hear_repair,
    "answer": _hear_answer,
    "occasion": _hear_occasion,
    "option": _hear_option,
    "proposed": _hear_proposed,
    "voted": _hear_voted,
    "changed": _hear_decided,
    "rejected": _hear_decided,
    "numbers": _hear_numbers,
    "reflected": _hear_reflected,
    "left": _hear_left,
    "parted": _hear_parted,
    "ended": _hear_ended,
}
