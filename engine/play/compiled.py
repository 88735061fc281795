"""A scenario compiled to index tables, so that one play and many use the same arrays.

Ids become indices in the order of the file; points of 0-100 become shares in [0, 1]; effects
become rows of weights. E elements, N = E standing things, P parties, M moves, V events.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from engine.model.parameters import (
    CONFRONTING,
    DEFAULTS,
    FORMS,
    INSIDE,
    MOMENT,
    ConfrontationParameters,
    FormPreset,
    InsideParameters,
    MomentParameters,
    Parameters,
)
from engine.play.state import NOBODY
from engine.scenario.aiming import is_that
from engine.scenario.durations import months_in, rounds_in
from engine.scenario.meaning.talk import scenes_of
from engine.scenario.schema import (
    Condition,
    Effect,
    Limits,
    Move,
    Occasion,
    Phase,
    Prop,
    Reflection,
    Rule,
    Scenario,
    Text,
)
from engine.scenario.vocabulary import KINDS, STANCES, TO_PART, TRAITS, Chapter

Floats = NDArray[np.float64]
Ints = NDArray[np.integer]
Bools = NDArray[np.bool_]
ChangeAction = Literal["adopt", "drop", "amount", "hold", "move", "part"]

# Standing effects: what shifts the circumstances of a party, and what shifts those of the table.
PARTY_SHIFTS = ("safety", "internal_balance", "pressure", "competition", "exposure")
SHARED_SHIFTS = ("formal_overlap", "understanding", "detection", "exit_cost")
SHIFTS = PARTY_SHIFTS + SHARED_SHIFTS
# Pulses: what a ritual or a move changes in the state itself, each time.
PULSES = (
    "safety", "understanding", "internal_balance", "formal_overlap", "exposure", "lock_in", "trust",
)  # fmt: skip
# What an event changes at once and permanently, because no circumstance covers it.
EVENT_PULSES = ("trust", "lock_in")

REPAIRS = {None: 0, "apology": 1, "denial": 2}
PART = f"script/{TO_PART}"


@dataclass(frozen=True, slots=True)
class Thing:
    """An element of the game: rule, ritual, decor, prop, role or phase.

    comes, goes: what is seen at the table once the players have adopted or dropped it. unit: of
    the number between.
    """

    chapter: Chapter
    id: str
    name: Text
    text: Text
    negotiable: bool
    consent: str
    between: tuple[int, int] | None
    comes: Text | None = None
    goes: Text | None = None
    unit: Text | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the game that players may propose. Its key is chapter/thing/action[/holder]."""

    key: str
    chapter: Chapter
    thing: int
    action: ChangeAction
    holder: int
    consent: str


@dataclass(frozen=True, eq=False)
class CompiledScenario:
    """The scenario, and all that play needs of it as arrays."""

    scenario: Scenario
    parties: tuple[str, ...]
    phases: tuple[str, ...]
    moves: tuple[str, ...]
    events: tuple[str, ...]
    endings: tuple[str, ...]
    elements: tuple[Thing, ...]
    changes: tuple[Change, ...]
    index: dict[str, int]  # id of a rule, ritual, decor or prop; address of a role; of phases too
    months_per_round: int
    fewest: int  # so many parties must be at the table, or the talks end

    # phases
    is_reflection: Bools  # (phases,)
    leads_to: Bools  # (phases, phases) [from, to] whether the script can still come there
    may_be_missed: Bools  # (phases,) whether the script can end without it
    phase_element: Ints  # (phases,)
    phase_decor: Ints  # (phases,) element
    takes_time: Bools  # (phases,) whether its rounds count in the months that are told
    may_change: Bools  # (phases, changes)
    until: tuple[tuple[int, Condition], ...]  # by phase that has one, what it lasts until
    can_be_added: Bools  # (phases,) players or an event can put it in the script
    excludes: Bools  # (changes, changes) no two proposals of these can both be made

    # moves
    offered: Bools  # (phases, M)
    rooms: Bools  # (phases, P, P) who is with whom: in a side talk not all are
    present: Bools  # (phases, P) who is where the phase is held
    is_apart: Bools  # (phases,) it is a side talk, in which not all are
    has_rooms: bool  # there are side talks
    in_reach: Bools  # (phases, P, M) whom the move is done with is there
    belongs: Bools  # (P, M)
    traits: Floats  # (M, 8)
    repair: Ints  # (M,)
    promises: Bools  # (M,) whoever announces it and does not do it has broken a promise
    leaves: Bools  # (M,)
    hideable: Ints  # (H,) moves that can be played with guile
    once: Bools  # (M,)
    again: Bools  # (M,) may be done in two rounds running
    needs: Ints  # (M,) element of the prop
    lays_open: Bools  # (M, H) the hideable moves that whoever makes it tells of
    uses_up: Bools  # (M,)
    stance: Ints  # (M,) index in STANCES
    face: Ints  # (M,) index in STANCES
    move_pulses: Floats  # (M, PULSES)
    hands_over: Bools  # (M,) the needed prop goes to the partner
    partner: Ints  # (P, M) the one other party with whom it is done, NOBODY if there are more
    costs: Floats  # (M,) value that it takes from whoever plays it
    pays: Floats  # (M,) value that the partner gets from whoever plays it
    has_price: bool  # some moves cost or pay something
    aims: Bools  # (M, P) with which of the others the move is done
    is_aimed: bool  # some moves are done with some of the others only

    # elements
    starts: Bools  # (E,)
    start_amount: Floats  # (E,)
    start_holder: Ints  # (E,)
    is_decor: Bools  # (E,)
    is_secret: Bools  # (E,) a prop that only its holder knows of
    stands: Bools  # (E,) has a standing effect while in force
    shifts: dict[str, Floats]  # by name of a shift: (E, P)
    per_amount: dict[str, Floats]  # the same, for each point of the negotiated amount
    limit_low: Floats  # (E, P, 8)
    limit_high: Floats  # (E, P, 8)
    weighing: dict[str, Ints]  # by name of a shift: the elements that weigh on it
    limiting: Ints  # the elements that set limits
    limited_traits: tuple[tuple[int, int], ...]  # (party, trait) on which there is a limit
    ruling: Ints  # the elements that forbid or allow moves
    rituals: Ints  # the elements that are rituals
    forbids: Bools  # (E, P, M)
    allows: Bools  # (E, P, M)
    ritual_opens_round: Bools  # (E,)
    ritual_opens_phase: Bools  # (E,)
    ritual_hollow_below: Ints  # (E,) points
    ritual_pulses: Floats  # (E, P, PULSES)

    # events of the script
    event_after: Ints  # (V,) rounds
    event_on: Bools  # (V,) it falls on a date: after so many rounds, and at no other time
    event_chance: Floats  # (V,)
    event_party: Ints  # (V,) index, P for all, NOBODY to be drawn
    event_lasts: Ints  # (V,) rounds; large for ever
    event_shifts: dict[str, Floats]  # (V,)
    event_weighing: dict[str, Ints]  # by name of a shift: the events that weigh on it
    event_only: Bools  # (V, P) whom the effect applies to when the event is for everybody
    event_pulses: Floats  # (V, EVENT_PULSES)
    event_leaks: Bools  # (V,) it lays something of that party open
    event_departs: Bools  # (V,) its negotiator leaves

    # constants, for studies of what others would change
    form: FormPreset
    parameters: Parameters = DEFAULTS
    moment: MomentParameters = MOMENT
    confronting: ConfrontationParameters = CONFRONTING
    inside: InsideParameters = INSIDE

    @property
    def party_count(self) -> int:
        """P."""
        return len(self.parties)

    def element_index(self, chapter: Chapter, name: str) -> int:
        """The index of an element; roles by address, phases by id."""
        return self.index[f"{chapter}/{name}"]

    def find_element(self, name: str) -> int:
        """The index of an element named in a condition or event, whatever its chapter."""
        for chapter in ("rules", "rituals", "decor", "props", "roles", "script"):
            if (at := self.index.get(f"{chapter}/{name}")) is not None:
                return at
        raise KeyError(name)


FOR_EVER = 10_000


def compile_scenario(scenario: Scenario) -> CompiledScenario:
    """The tables of a valid scenario. Compile once and keep them; it takes about a millisecond."""
    parties = tuple(scenario.parties)
    moves = tuple(scenario.moves)
    things = tuple(_things(scenario))
    index = {f"{thing.chapter}/{thing.id}": at for at, (thing, _) in enumerate(things)}
    elements = tuple(thing for thing, _ in things)
    effects = [effect for _, effect in things]
    changes = tuple(_changes(elements, scenario, parties))
    sizes = _Sizes(parties, moves)
    return CompiledScenario(
        scenario=scenario,
        parties=parties,
        phases=tuple(scenario.script.phases),
        moves=moves,
        events=tuple(scenario.script.events),
        endings=tuple(scenario.endings),
        elements=elements,
        changes=changes,
        index=index,
        months_per_round=months_in(scenario.script.round_lasts),
        fewest=scenario.script.goes_on_with or len(parties),
        **_phase_tables(scenario, index, moves, changes),
        excludes=_excludes(changes),
        **_move_tables(scenario, index, sizes),
        **_element_tables(scenario, elements, effects, sizes),
        **_event_tables(scenario, sizes),
        hideable=_hideable(scenario),
        form=FORMS[scenario.form],
    )


@dataclass(frozen=True, slots=True)
class _Sizes:
    parties: tuple[str, ...]
    moves: tuple[str, ...]

    def whom(self, effect: Effect) -> Bools:
        """(P,) the parties that an effect works on."""
        return np.array([effect.only in (None, party) for party in self.parties])

    def which(self, ids: tuple[str, ...]) -> Bools:
        """(M,) the moves named."""
        return np.array([move in ids for move in self.moves])


def _things(scenario: Scenario) -> list[tuple[Thing, Effect]]:
    found: list[tuple[Thing, Effect]] = []
    for chapter in ("rules", "rituals", "decor", "props"):
        for name, element in getattr(scenario, chapter).items():
            ways = element.negotiable
            found.append(
                (
                    Thing(
                        chapter, name, element.name, element.text, ways.allowed, ways.consent,
                        ways.between, element.comes, getattr(element, "goes", None), ways.unit,
                    ),
                    element.effect,
                )
            )  # fmt: skip
    for address, role in scenario.all_roles():
        name = Text(nl=role.name, en=role.name)
        ways = role.negotiable
        thing = Thing(
            "roles", address, name, role.text or role.title, ways.allowed, ways.consent, None,
            None, role.goes,
        )  # fmt: skip
        found.append((thing, role.effect))
    for name, phase in scenario.script.phases.items():
        ways = phase.negotiable
        known = phase.outside if phase.with_ else phase.text  # to everybody
        thing = Thing(
            "script", name, phase.name, known or phase.name, ways.allowed, ways.consent,
            ways.between,
        )  # fmt: skip
        found.append((thing, Effect()))
    return found


def _changes(
    elements: tuple[Thing, ...], scenario: Scenario, parties: tuple[str, ...]
) -> list[Change]:
    found = []
    for at, thing in enumerate(elements):
        if not thing.negotiable:
            continue

        def add(
            action: ChangeAction, holder: int = NOBODY, at: int = at, thing: Thing = thing
        ) -> None:
            key = f"{thing.chapter}/{thing.id}/{action}"
            if holder != NOBODY:
                key += f"/{(*parties, 'table')[holder]}"
            found.append(Change(key, thing.chapter, at, action, holder, thing.consent))

        if thing.chapter == "decor":
            add("move")
            continue
        if thing.between:
            add("amount")
        if thing.chapter == "props":
            for holder in range(len(parties) + 1):
                add("hold", holder)
        if thing.chapter != "script" or not thing.between or not _starts(scenario, thing):
            add("adopt")
            add("drop")
    found.append(Change(PART, "script", NOBODY, "part", NOBODY, "all"))
    return found


def _starts(scenario: Scenario, thing: Thing) -> bool:
    return bool(getattr(_element(scenario, thing), "starts", True))


def _element(scenario: Scenario, thing: Thing) -> object:
    if thing.chapter == "roles":
        return scenario.role(thing.id)
    if thing.chapter == "script":
        return scenario.script.phases[thing.id]
    return getattr(scenario, thing.chapter)[thing.id]


def _phase_tables(
    scenario: Scenario, index: dict[str, int], moves: tuple[str, ...], changes: tuple[Change, ...]
) -> dict[str, Any]:
    phases, called = scenario.script.phases, scenario.script.called
    return {
        "is_reflection": np.array([phase.reflection is not None for phase in phases.values()]),
        "until": tuple(
            (at, phase.until) for at, phase in enumerate(phases.values()) if phase.until is not None
        ),
        "leads_to": _leads_to(phases),
        "may_be_missed": np.array(
            [_ends_without(phases, scenario.script.start, name) for name in phases]
        ),
        "phase_element": np.array([index[f"script/{name}"] for name in phases]),
        "phase_decor": np.array([index[f"decor/{phase.decor}"] for phase in phases.values()]),
        "takes_time": np.array([phase.takes_time for phase in phases.values()]),
        "may_change": np.array(
            [
                [_may_change(phase, called, change) for change in changes]
                for phase in phases.values()
            ]
        ),
        "can_be_added": _can_be_added(scenario),
        "offered": np.array([[move in phase.moves for move in moves] for phase in phases.values()]),
        **_room_tables(scenario),
    }


def _room_tables(scenario: Scenario) -> dict[str, Any]:
    phases, parties = scenario.script.phases.values(), tuple(scenario.parties)
    present = np.array([[phase.is_with(party) for party in parties] for phase in phases])
    # Whoever is outside is there alone.
    rooms = (present[:, :, None] & present[:, None, :]) | np.eye(len(parties), dtype=bool)
    aims = np.array(
        [[move.at in (None, party) for party in parties] for move in scenario.moves.values()]
    )
    aimed = np.array([move.at is not None for move in scenario.moves.values()])
    there = (rooms[:, :, None, :] & aims[None, None]).any(axis=3)
    return {
        "rooms": rooms,
        "present": present,
        "is_apart": ~present.all(axis=1),
        "has_rooms": not present.all(),
        "in_reach": there | ~aimed,
    }


def _can_be_added(scenario: Scenario) -> Bools:
    """(phases,) whether the players, or an event, can put that phase in the script."""
    adopted = {name for event in scenario.script.events.values() for name in event.adopts}
    return np.array(
        [
            phase.negotiable.allowed or name in adopted
            for name, phase in scenario.script.phases.items()
        ]
    )


def _excludes(changes: tuple[Change, ...]) -> Bools:
    """(changes, changes) which proposals exclude each other: two that are not the very same.

    Of one thing only one change can be made at a time, the talks are in one place, and who parts
    changes nothing any more. Of one thing with an amount, two amounts exclude each other.
    """
    about = np.array([each.thing for each in changes])
    moves = np.array([each.action == "move" for each in changes])
    parts = np.array([each.action == "part" for each in changes])
    same = about[:, None] == about[None, :]
    return same | (moves[:, None] & moves[None, :]) | parts[:, None] | parts[None, :]


def _leads_to(phases: Mapping[str, Phase]) -> Bools:
    """(phases, phases) which phase comes, directly or later, after which."""
    names = list(phases)
    steps = np.array([[any(b.to == to for b in phases[at].next) for to in names] for at in names])
    reached = steps
    for _ in names:
        reached = reached | (reached[:, :, None] & steps[None]).any(axis=1)
    return reached


def _ends_without(phases: Mapping[str, Phase], start: str, missed: str) -> bool:
    """Whether there is a way through the script, from its start to its end, without that phase."""
    ahead, seen = [start], {missed}
    while ahead:
        here = ahead.pop()
        if here not in seen:
            seen.add(here)
            if not phases[here].next:
                return True
            ahead += [branch.to for branch in phases[here].next]
    return False


def _may_change(phase: Phase, called: Reflection | None, change: Change) -> bool:
    # A called moment is held in a phase without a reflection of its own; unless the author says
    # otherwise, it may change anything.
    reflection = phase.reflection or called
    return reflection is None or change.chapter in reflection.may_change


def _promises(scenario: Scenario) -> Bools:
    """(M,) whether others can hold it against a party that it announced this and did not do it all.

    Nobody was promised an apology; nor a question, unless the author wrote what is said of that.
    """
    scenes = (scene for _, written in scenes_of(scenario) for scene in written)
    named = {name for scene in scenes if "promise" in scene.cause for name in scene.is_}
    return np.array(
        [
            any(is_that(name, each) for each in named)
            if move.kind == "ask"
            else KINDS[move.kind].repair is None
            for name, move in scenario.moves.items()
        ]
    )


def _move_tables(scenario: Scenario, index: dict[str, int], sizes: _Sizes) -> dict[str, Any]:
    moves = scenario.moves.values()
    return {
        "belongs": np.array([[p in (m.of or sizes.parties) for m in moves] for p in sizes.parties]),
        "traits": np.array([move.traits() for move in moves]),
        "repair": np.array([REPAIRS[KINDS[move.kind].repair] for move in moves]),
        "promises": _promises(scenario),
        "leaves": np.array([KINDS[move.kind].leaves for move in moves]),
        "once": np.array([move.once for move in moves]),
        "again": np.array([move.again for move in moves]),
        "needs": np.array([index[f"props/{m.needs}"] if m.needs else NOBODY for m in moves]),
        "lays_open": _lays_open(scenario),
        "uses_up": np.array([move.uses_up for move in moves]),
        "stance": np.array([STANCES.index(move.stance) for move in moves]),
        "face": np.array([STANCES.index(move.face_stance) for move in moves]),
        "move_pulses": np.array([_pulses(move.effect, PULSES) for move in moves]),
        "hands_over": np.array([move.hands_over for move in moves]),
        "partner": np.array(
            [[_partner(sizes.parties, party, move) for move in moves] for party in sizes.parties]
        ),
        "costs": np.array([(move.costs or 0) / 100 for move in moves]),
        "pays": np.array([(move.pays or 0) / 100 for move in moves]),
        "has_price": any(move.costs or move.pays for move in moves),
        "aims": np.array([[move.at in (None, party) for party in sizes.parties] for move in moves]),
        "is_aimed": any(move.at is not None for move in moves),
    }


def _partner(parties: tuple[str, ...], party: str, move: Move) -> int:
    others = [at for at, each in enumerate(parties) if each != party and move.at in (None, each)]
    return others[0] if len(others) == 1 else NOBODY


def _hideable(scenario: Scenario) -> Ints:
    """The moves with guile of their own; all of them where a rule can ask for guile."""
    demanded = any(
        effect.limits().get("guile", Limits()).min > 0 for _, effect in _things(scenario)
    )
    guile = np.array([move.traits() for move in scenario.moves.values()])[:, TRAITS.index("guile")]
    return np.flatnonzero((guile > 0) | demanded)


def _lays_open(scenario: Scenario) -> Bools:
    """(M, H) of which of the moves that can hide something whoever makes that move tells."""
    names, moves = list(scenario.moves), scenario.moves.values()
    hideable = [names[at] for at in _hideable(scenario)]
    told = [[name in move.reveals for name in hideable] for move in moves]
    return np.array(told, dtype=bool).reshape(len(names), len(hideable))


def _pulses(effect: Effect, names: tuple[str, ...]) -> list[float]:
    given = effect.shifts()
    return [given.get(name, 0) / 100 for name in names]


def _element_tables(
    scenario: Scenario, elements: tuple[Thing, ...], effects: list[Effect], sizes: _Sizes
) -> dict[str, Any]:
    sources = [_element(scenario, thing) for thing in elements]
    count, parties = len(elements), len(sizes.parties)
    whom = np.array([sizes.whom(effect) for effect in effects])
    opens = [getattr(source, "opens", None) for source in sources]
    limits = [_limits(effect) for effect in effects]
    low = np.array([[trait.min for trait in row] for row in limits]) / 100
    high = np.array([[trait.max for trait in row] for row in limits]) / 100
    on = whom[:, :, None]
    fixed = {name: _weights(effects, sources, whom, name, negotiated=False) for name in SHIFTS}
    per_amount = {name: _weights(effects, sources, whom, name, negotiated=True) for name in SHIFTS}
    return {
        "starts": np.array([_starts(scenario, thing) for thing in elements]),
        "start_amount": np.array([_start_amount(source) for source in sources], dtype=float),
        "start_holder": np.array([_holder(source, sizes.parties) for source in sources]),
        "is_decor": np.array([thing.chapter == "decor" for thing in elements]),
        "is_secret": np.array([bool(getattr(source, "secret", False)) for source in sources]),
        "stands": np.array([thing.chapter not in ("rituals", "script") for thing in elements]),
        "shifts": fixed,
        "per_amount": per_amount,
        "weighing": {
            name: np.flatnonzero(((fixed[name] != 0) | (per_amount[name] != 0)).any(axis=1))
            for name in SHIFTS
        },
        "limiting": np.flatnonzero([bool(effect.limits()) for effect in effects]),
        "limited_traits": tuple(
            (int(party), int(trait))
            for party, trait in np.argwhere(
                ((low[:, None] > 0) & on | (high[:, None] < 1) & on).any(0)
            )
        ),
        "ruling": np.flatnonzero([bool(e.forbids or e.allows) for e in effects]),
        "rituals": np.flatnonzero([thing.chapter == "rituals" for thing in elements]),
        "limit_low": np.where(on, low[:, None, :], 0.0),
        "limit_high": np.where(on, high[:, None, :], 1.0),
        "forbids": on & np.array([sizes.which(effect.forbids) for effect in effects])[:, None, :],
        "allows": on & np.array([sizes.which(effect.allows) for effect in effects])[:, None, :],
        "ritual_opens_round": np.array([each == "round" for each in opens]),
        "ritual_opens_phase": np.array([each == "phase" for each in opens]),
        "ritual_hollow_below": _ints([getattr(source, "hollow_below", 0) for source in sources]),
        "ritual_pulses": whom[:, :, None]
        * np.array([_pulses(effect, PULSES) for effect in effects]).reshape(count, 1, len(PULSES))
        * np.ones((1, parties, 1)),
    }


def _limits(effect: Effect) -> list[Limits]:
    given = effect.limits()
    return [given.get(trait, Limits()) for trait in TRAITS]


def negotiated_shift(rule: Rule) -> str | None:
    """The one numeric effect whose size is negotiated, of a rule that may lie `between`."""
    names = list(rule.effect.shifts())
    return names[0] if rule.negotiable.between and len(names) == 1 else None


def _weights(
    effects: list[Effect], sources: list[object], whom: Bools, name: str, *, negotiated: bool
) -> Floats:
    """(E, P) shares: of the fixed part of the effects, or per point of the negotiated amount."""
    rows = []
    for effect, source in zip(effects, sources, strict=True):
        is_negotiated = isinstance(source, Rule) and negotiated_shift(source) == name
        points = float(effect.shifts().get(name, 0))
        if is_negotiated:
            rows.append(1.0 if negotiated else 0.0)
        else:
            rows.append(0.0 if negotiated else points)
    weights = np.array(rows)[:, None] / 100
    return np.where(whom, weights, 0.0) if name in PARTY_SHIFTS else weights * np.ones(whom.shape)


def _start_amount(source: object) -> float:
    if isinstance(source, Rule):
        name = negotiated_shift(source)
        return source.effect.shifts()[name] if name else 0
    return (source.rounds or 0) if isinstance(source, Phase) else 0


def _holder(source: object, parties: tuple[str, ...]) -> int:
    if not isinstance(source, Prop):
        return NOBODY
    return parties.index(source.held_by) if source.held_by in parties else len(parties)


def _event_tables(scenario: Scenario, sizes: _Sizes) -> dict[str, Any]:
    events = list(scenario.script.events.values())
    parties = sizes.parties
    lasts = scenario.script.round_lasts
    who = {**{party: at for at, party in enumerate(parties)}, "all": len(parties), "any": NOBODY}
    shifts = [event.effect.shifts() for event in events]
    event_shifts = {name: np.array([row.get(name, 0) / 100 for row in shifts]) for name in SHIFTS}
    return {
        "event_after": _ints([_rounds_until(event, lasts) for event in events]),
        "event_on": np.array([event.on is not None for event in events], dtype=bool),
        "event_chance": np.array([1.0 if e.on else e.chance / 100 for e in events]),
        "event_party": _ints([who[event.whom] for event in events]),
        "event_lasts": _ints([event.lasts or FOR_EVER for event in events]),
        "event_shifts": event_shifts,
        "event_weighing": {name: np.flatnonzero(each) for name, each in event_shifts.items()},
        "event_only": np.array([sizes.whom(event.effect) for event in events], dtype=bool).reshape(
            len(events), len(parties)
        ),
        "event_leaks": np.array(
            [e.reveals or (e.effect.exposure or 0) > 0 for e in events], dtype=bool
        ),
        "event_departs": np.array([e.is_departure for e in events], dtype=bool),
        "event_pulses": np.array([_pulses(e.effect, EVENT_PULSES) for e in events]).reshape(
            len(events), len(EVENT_PULSES)
        ),
    }


def _rounds_until(event: Occasion, round_lasts: str) -> int:
    """The rounds before an event can happen; of one on a date, those after which it falls."""
    time = event.on or event.after
    return rounds_in(time, round_lasts) if time else 0


def _ints(values: list[int]) -> Ints:
    return np.array(values, dtype=np.int64)
