"""The situation before a choice, as one seat may see it: built from an allow-list."""

import numpy as np

from engine.model.parameters import READING
from engine.play.circumstances import current_decor
from engine.play.compiled import CompiledScenario
from engine.play.events.place import decor_of, who_left
from engine.play.lifecycle import outcome
from engine.play.measuring import measure
from engine.play.presence import goes_on_without, is_broken_off
from engine.play.state import Stage, State, World
from engine.play.step import choosers, why_no_call
from engine.play.view.cards import (
    change_cards,
    kept_before,
    matter_on,
    move_cards,
    option_cards,
    proposal_cards,
    reply_cards,
    reply_heard,
    response_cards,
)
from engine.play.view.records import (
    Briefing,
    EndingSeen,
    Mood,
    PartySeen,
    RoleSeen,
    StageName,
    ThingSeen,
    View,
    WantSeen,
)
from engine.play.view.scenery import scenery
from engine.play.view.secrecy import is_kept_from
from engine.play.wants import wants_met

STAGE_NAMES: dict[Stage, StageName] = {
    Stage.ROUND: "round",
    Stage.DIFFERENCES: "differences",
    Stage.BOTTLENECKS: "bottlenecks",
    Stage.ALTERNATIVES: "alternatives",
    Stage.DECISION: "decision",
    Stage.ENDED: "ended",
    Stage.RAISING: "raising",
    Stage.CONFRONTED: "confronted",
    Stage.RECKONING: "reckoning",
}

# Which mood a level of trust shows as.
_MOODS: tuple[tuple[float, Mood], ...] = (
    (READING.mood_cold, "cold"), (READING.mood_reserved, "reserved"), (READING.mood_open, "open"),
)  # fmt: skip


def stage_name(state: State, *, knows: bool) -> StageName:
    """Where in the phase the players are, for who knows or does not know of what is kept back."""
    stage = state.stage
    if stage is Stage.RAISING and not knows:
        stage = Stage(int(state.world.scene_after[0]))
    return STAGE_NAMES[stage]


def months_passed(compiled: CompiledScenario, world: World) -> int:
    """The months since the first handshake, without the rounds of phases that take no time."""
    here = int(world.phase[0])
    played = np.where(world.visited[0], world.amount[0, compiled.phase_element], 0)
    played[here] = world.phase_round[0]
    timeless = int(played[~compiled.takes_time].sum())
    return (int(world.round[0]) - timeless) * compiled.months_per_round


def view(compiled: CompiledScenario, state: State, seat: str) -> View:
    """What that party may see before its next choice."""
    world, scenario = state.world, compiled.scenario
    phase_id = compiled.phases[int(world.phase[0])]
    phase = scenario.script.phases[phase_id]
    gone = seat in who_left(compiled, world)
    return View(
        seat=seat,
        title=scenario.title,
        phase=phase_id,
        phase_name=phase.name,
        phase_text=None if gone else phase.text if phase.is_with(seat) else phase.outside,
        stage=stage_name(state, knows=seat in choosers(compiled, state)),
        called=bool(world.called[0]),
        round=int(world.round[0]) + (state.stage is Stage.ROUND),
        months=months_passed(compiled, world),
        decor=None if gone else thing_seen(compiled, world, int(current_decor(compiled, world)[0])),
        scenery=None if gone else scenery(compiled, world),
        shows=None if gone else scenario.decor[decor_of(compiled, world)].shows,
        me=_briefing(compiled, world, seat),
        others=tuple(_party(compiled, world, p, seat) for p in compiled.parties if p != seat),
        gauges=None if gone else measure(compiled, world, world.last_payoff).of(seat),
        game=tuple(
            thing_seen(compiled, world, at)
            for at in range(0 if gone else len(compiled.elements))
            if not is_kept_from(compiled, world, at, seat)
        ),
        moves=move_cards(compiled, state, seat),
        no_call=why_no_call(compiled, state, seat),
        may_predict=scenario.workshop.predict and not phase.with_,
        options=option_cards(compiled, state, seat),
        changes=change_cards(compiled, state, seat),
        proposals=proposal_cards(compiled, state, seat),
        matter=matter_on(compiled, state, seat),
        kept_before=kept_before(compiled, state, seat),
        replied=reply_heard(state),
        replies=reply_cards(compiled, state, seat),
        responses=response_cards(compiled, state, seat),
        ending=ending(compiled, state),
        came_of=_came_of(compiled, state, seat),
        has_left=gone,
        goes_on=goes_on_without(compiled, world, seat),
    )


def ending(compiled: CompiledScenario, state: State) -> EndingSeen | None:
    """How the play ended, in the author's words."""
    ended = outcome(compiled, state)
    if ended is None:
        return None
    written = compiled.scenario.endings[ended.ending]
    world = state.world
    left = bool(is_broken_off(compiled, world.left)[0])
    return EndingSeen(ended.outcome, written.title, written.text, left, who_left(compiled, world))


# --- people and numbers -----------------------------------------------------------------------


def _briefing(compiled: CompiledScenario, world: World, seat: str) -> Briefing:
    party = compiled.scenario.parties[seat]
    wants = tuple((party.want_name(want), weight) for want, weight in party.wants.items())
    roles = people_at_table(compiled, world, seat, own=True)
    return Briefing(seat, party.name, party.public, party.private, wants, roles)


def _came_of(compiled: CompiledScenario, state: State, seat: str) -> tuple[WantSeen, ...]:
    """What came of the wants of that party, the weightiest first."""
    party = compiled.scenario.parties[seat]
    met = wants_met(compiled, state, seat)
    seen = [
        WantSeen(party.want_name(want), party.wants[want], is_met) for want, is_met in met.items()
    ]
    return tuple(sorted(seen, key=lambda each: -each.weight))


def _party(compiled: CompiledScenario, world: World, other: str, seat: str) -> PartySeen:
    party = compiled.scenario.parties[other]
    gone, mood = who_left(compiled, world), _mood(compiled, world, other, seat)
    # Whoever has left sees no more of who is there now.
    roles = () if seat in gone else people_at_table(compiled, world, other, own=False)
    return PartySeen(other, party.name, party.public, roles, mood, left=other in gone)


def people_at_table(
    compiled: CompiledScenario, world: World, party: str, *, own: bool
) -> tuple[RoleSeen, ...]:
    """The people at the table; of one's own party with their briefs, and those who wait outside.

    In a side talk only who is in it is there to be seen.
    """
    is_there = compiled.present[world.phase[0], compiled.parties.index(party)]
    is_there = is_there and party not in who_left(compiled, world)
    return tuple(
        RoleSeen(address, role.name, role.title, role.looks, role.brief if own else None)
        for address, role in compiled.scenario.all_roles()
        if address.partition(".")[0] == party
        and (own or (is_there and world.seated[0, compiled.element_index("roles", address)]))
    )


def _mood(compiled: CompiledScenario, world: World, other: str, seat: str) -> Mood:
    i, j = compiled.parties.index(other), compiled.parties.index(seat)
    hurt = bool(world.last_discovered[0, i, j] & ~world.untold[0, i, j])
    return mood_of(float(world.alliance.trust[0, i, j]), hurt=hurt)


def mood_of(trust: float, *, hurt: bool) -> Mood:
    """How somebody with that much trust looks, or who has just found something out."""
    if hurt:
        return "hurt"
    return next((mood for below, mood in _MOODS if trust < below), "warm")


def thing_seen(compiled: CompiledScenario, world: World, at: int) -> ThingSeen:
    """A thing of the game as it now stands."""
    thing = compiled.elements[at]
    in_force = bool(world.in_force[0, at])
    if thing.chapter == "decor":
        in_force = thing.id == decor_of(compiled, world)
    holder = None
    if thing.chapter == "props":
        holder = (*compiled.parties, "table")[int(world.holder[0, at])]
    text, may_be_missed = thing.text, False
    if thing.chapter == "script":
        may_be_missed = bool(compiled.may_be_missed[compiled.phases.index(thing.id)])
    if thing.chapter == "script" and not thing.negotiable:
        # The contents of a phase are shown when it opens; before that, its name is enough.
        phase = compiled.phases.index(thing.id)
        text = text if world.visited[0, phase] else thing.name
    amount = int(world.amount[0, at]) if thing.between else None
    return ThingSeen(
        thing.chapter,
        thing.id,
        thing.name,
        text,
        in_force,
        thing.negotiable,
        amount,
        holder,
        may_be_missed,
    )
