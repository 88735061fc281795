"""What a seat may choose from, as cards."""

from dataclasses import replace
from typing import NamedTuple, assert_never

import numpy as np

from engine.play.circumstances import Standing, has_needed_prop, just_done
from engine.play.compiled import CompiledScenario
from engine.play.events.kinds import Confronted, Replied, Responded
from engine.play.events.of_confrontation import Matter, matter_of, written_for
from engine.play.events.place import step_texts, who_left
from engine.play.forecast import Expectation, forecast, price_of_leaving
from engine.play.lifecycle import legal_now
from engine.play.reflection import OPTIONS, open_options
from engine.play.rules import competing, is_again, open_to
from engine.play.state import NOBODY, Objection, Stage, State, World
from engine.play.step import choosers, responses
from engine.play.view.prospects import brings
from engine.play.view.records import (
    ChangeCard,
    Expected,
    Lock,
    MatterSeen,
    MoveCard,
    OptionCard,
    PriceSeen,
    ProposalCard,
    Range,
    ReplyCard,
    ResponseCard,
)
from engine.play.view.secrecy import is_kept_from
from engine.scenario.schema import Text
from engine.scenario.vocabulary import REPLIES, RESPONSES, Reply

OfScene = Matter | Confronted | Replied | Responded


def move_cards(compiled: CompiledScenario, state: State, seat: str) -> tuple[MoveCard, ...]:
    if state.stage is not Stage.ROUND or seat not in choosers(compiled, state):
        return ()
    world = state.world
    party = compiled.parties.index(seat)
    mine = compiled.offered[world.phase[0]] & compiled.belongs[party]
    mine &= compiled.in_reach[world.phase[0], party]
    at = np.flatnonzero(mine)
    legal = legal_now(compiled, world)[0, party]
    expected, leaving = forecast(compiled, world, party, at), price_of_leaving(compiled, world)
    cards = []
    for move, expects in zip(at, expected, strict=True):
        name = compiled.moves[move]
        written = compiled.scenario.moves[name]
        lock = None if legal[move] else _why_locked(compiled, world, party, int(move))
        cards.append(
            MoveCard(
                name,
                written.title,
                written.text,
                written.stance,
                written.face_of(party),
                written.face_stance,
                _expected(expects, leaving if compiled.leaves[move] else None),
                needs=_name_known_to(compiled, world, seat, int(compiled.needs[move])),
                leaves=bool(compiled.leaves[move]),
                costs=written.costs or 0,
                pays=written.pays or 0,
                hands_over=written.hands_over,
                partner=_partner(compiled, party, int(move)),
                locked=_lock_known_to(compiled, world, seat, lock) if lock else None,
                locked_by=_named_lock(compiled, world, seat, lock) if lock else None,
            )
        )
    return tuple(cards)


def _partner(compiled: CompiledScenario, party: int, move: int) -> str | None:
    at = int(compiled.partner[party, move])
    return None if at == NOBODY else compiled.parties[at]


def _expected(expects: Expectation, leaving: int | None) -> Expected:
    trust, risk, value = (Range(*each) for each in (expects.trust, expects.risk, expects.value))
    price = PriceSeen(*expects.price) if expects.price else None
    return Expected(trust, risk, value, expects.lays_open, price, leaving, expects.falters)


class _Locked(NamedTuple):
    """Why a move can't be played, and the element that forbids it or that it would take."""

    why: Lock
    by: int = NOBODY


def _name_known_to(compiled: CompiledScenario, world: World, seat: str, at: int) -> Text | None:
    """The name of that element, unless there is none or this seat may not know it."""
    if at == NOBODY or is_kept_from(compiled, world, at, seat):
        return None
    return compiled.elements[at].name


def _lock_known_to(compiled: CompiledScenario, world: World, seat: str, lock: _Locked) -> Lock:
    """Why it is locked; nothing is said about a thing that this seat may not know of."""
    return "not-yet" if is_kept_from(compiled, world, lock.by, seat) else lock.why


def _named_lock(compiled: CompiledScenario, world: World, seat: str, lock: _Locked) -> Text | None:
    """What forbids it or would allow it; a prop that it needs is named on the card itself."""
    by = NOBODY if lock.why == "needs-prop" else lock.by
    return _name_known_to(compiled, world, seat, by)


def _why_locked(compiled: CompiledScenario, world: World, party: int, move: int) -> _Locked:
    written = compiled.scenario.moves[compiled.moves[move]]
    stands = Standing(compiled, world)
    elements = np.concatenate([stands(at)[:1] for at in range(len(compiled.elements))])[:, None]
    if written.once and world.used[0, party, move]:
        return _Locked("used")
    if just_done(compiled, world, np.array([move]))[0, party, 0]:
        return _Locked("just-done")
    forbid = np.flatnonzero((elements & compiled.forbids[:, party])[:, move])
    if len(forbid):
        return _Locked("forbidden", int(forbid[0]))
    allow = np.flatnonzero(compiled.allows[:, party, move])
    if len(allow) and not elements[allow].any():
        return _Locked("not-allowed", int(allow[0]))
    if not has_needed_prop(compiled, world, np.array([move]))[0, party, 0]:
        return _Locked("needs-prop", int(compiled.needs[move]))
    return _Locked("not-yet")


def option_cards(compiled: CompiledScenario, state: State, seat: str) -> tuple[OptionCard, ...]:
    is_asked = state.stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS)
    if not is_asked or seat not in choosers(compiled, state):
        return ()
    texts = step_texts(compiled, state.world)
    options = OPTIONS[state.stage - Stage.DIFFERENCES]
    is_open = open_options(compiled, state.world)[0, compiled.parties.index(seat)]
    return tuple(
        OptionCard(option, texts.options.get(option) if texts else None, not is_open[at])
        for at, option in enumerate(options)
    )


def change_cards(compiled: CompiledScenario, state: State, seat: str) -> tuple[ChangeCard, ...]:
    if state.stage is not Stage.ALTERNATIVES or seat not in choosers(compiled, state):
        return ()
    world = state.world
    is_open = open_to(compiled, world, compiled.parties.index(seat))[0]
    return tuple(_card_for(compiled, world, seat, int(at)) for at in np.flatnonzero(is_open))


def _card_for(
    compiled: CompiledScenario, world: World, seat: str, at: int, amount: int | None = None
) -> ChangeCard:
    """A change that can still be made, with what it would bring."""
    change = compiled.changes[at]
    card = change_card(compiled, at, again=bool(is_again(compiled, world, change)[0]))
    if change.consent in who_left(compiled, world):
        card = replace(card, consent="all")
    if change.action == "part":
        return card
    now = int(world.amount[0, change.thing]) if change.action == "amount" else None
    return replace(card, amount=now, brings=brings(compiled, world, seat, change, amount))


def change_card(compiled: CompiledScenario, at: int, *, again: bool = False) -> ChangeCard:
    """A change of the game as a card. again: it brings back what was there before."""
    change = compiled.changes[at]
    if change.thing == NOBODY:
        title = compiled.scenario.title
        return ChangeCard(change.key, "script", "part", title, title, "part", change.consent)
    thing = compiled.elements[change.thing]
    holder = None
    if change.action == "hold":
        holder = (*compiled.parties, "table")[change.holder]
    return ChangeCard(
        change.key, thing.chapter, thing.id, thing.name, thing.text, change.action, change.consent,
        None, thing.between, holder, again,
        unit=thing.unit,
    )  # fmt: skip


def proposal_cards(compiled: CompiledScenario, state: State, seat: str) -> tuple[ProposalCard, ...]:
    if state.stage is not Stage.DECISION or seat not in choosers(compiled, state):
        return ()
    world, cards = state.world, []
    rivals = competing(compiled, world.proposal, world.proposal_amount)[0]
    for at, proposer in enumerate(compiled.parties):
        change = int(world.proposal[0, at])
        if change == NOBODY:
            continue
        has_amount = compiled.changes[change].action == "amount"
        amount = int(world.proposal_amount[0, at]) if has_amount else None
        card = _card_for(compiled, world, seat, change, amount)
        excluded = tuple(p for p, is_rival in zip(compiled.parties, rivals[at], strict=True)
                         if is_rival)  # fmt: skip
        own = proposer == seat
        why = () if own else _objections(card, has_own_rival=seat in excluded)
        cards.append(ProposalCard(proposer, card, amount, own, excluded, why))
    return tuple(cards)


def _objections(card: ChangeCard, *, has_own_rival: bool) -> tuple[Objection, ...]:
    """What a person can give as the reason of a no; parting is refused for one reason only."""
    if card.action == "part":
        return ("go-on",)
    own: tuple[Objection, ...] = ("own-first",) if has_own_rival else ()
    return ("costs-us", "no-trust", "as-it-is", "not-now", *own)


def change_card_of(compiled: CompiledScenario, key: str, *, again: bool = False) -> ChangeCard:
    """The change with that key as a card."""
    keys = [change.key for change in compiled.changes]
    return change_card(compiled, keys.index(key), again=again)


# --- a confrontation ------------------------------------------------------------------------------


def came_to_light(compiled: CompiledScenario, move: str, of: str) -> Text | None:
    """How the author says that this hidden move of that party comes out."""
    ways = compiled.scenario.moves[move].found_out
    return ways[compiled.parties.index(of) % len(ways)] if ways else None


def matter_seen(compiled: CompiledScenario, matter: OfScene) -> MatterSeen:
    """What a confrontation is about, as everybody at the table may know it."""
    scenario, about = compiled.scenario, matter.about
    by, of, cause = matter.by, matter.of, matter.cause
    match cause:
        case "discovery":
            came_out = tuple(came_to_light(compiled, move, of) for move in matter.moves)
            return MatterSeen(by, of, cause, came_out=came_out)
        case "promise":
            whose = compiled.parties.index(of)
            promised = scenario.moves[about].face_of(whose) if about is not None else None
            return MatterSeen(by, of, cause, promised=promised, came=matter.came)
        case "refusal":
            again = matter.again
            change = change_card_of(compiled, about, again=again) if about is not None else None
            return MatterSeen(by, of, cause, change=change, also=matter.also)
        case "leak" | "departure":
            event = scenario.script.events[about].name if about is not None else None
            return MatterSeen(by, of, cause, event=event)
        case _:
            assert_never(cause)


def matter_on(compiled: CompiledScenario, state: State, seat: str) -> MatterSeen | None:
    """What the confrontation that is on is about; before it is raised only for who may raise it."""
    world = state.world
    if world.scene_by[0] == NOBODY:
        return None
    matter = matter_of(compiled, world)
    if state.stage is Stage.RAISING and matter.by != seat:
        return None
    return matter_seen(compiled, matter)


def reply_cards(compiled: CompiledScenario, state: State, seat: str) -> tuple[ReplyCard, ...]:
    if state.stage is not Stage.CONFRONTED or seat not in choosers(compiled, state):
        return ()
    written = written_for(compiled, state.world)
    said = written.replies if written else {}
    return tuple(ReplyCard(each, said[each].title if each in said else None) for each in REPLIES)


def response_cards(compiled: CompiledScenario, state: State, seat: str) -> tuple[ResponseCard, ...]:
    if state.stage is not Stage.RECKONING or seat not in choosers(compiled, state):
        return ()
    written = written_for(compiled, state.world)
    said, open_ = (written.responses if written else {}), responses(state)
    return tuple(
        ResponseCard(each, said[each].title if each in said else None, each not in open_)
        for each in RESPONSES
    )


def kept_before(compiled: CompiledScenario, state: State, seat: str) -> bool:
    """Whether who may raise it now kept it to itself once already."""
    if state.stage is not Stage.RAISING or seat not in choosers(compiled, state):
        return False
    world = state.world
    return bool(world.kept[0, world.scene_by[0], world.scene_of[0]] != NOBODY)


def reply_heard(state: State) -> Reply | None:
    """What was said to the confrontation that is on."""
    at = int(state.world.scene_reply[0])
    return None if at == NOBODY else REPLIES[at]
