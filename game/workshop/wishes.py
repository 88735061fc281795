"""What somebody at a table wants to do -> the rows it leads to, or why not.

Pure: nothing is written or told here. Whoever asks reads the newest rows first, writes what comes
of it after them, and asks again if somebody else was quicker.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from engine.play.afterthoughts import TurnMarked
from engine.play.state import Choice, MoveChoice, RaiseChoice, Refusal, Stage, Voices, VoteChoice
from engine.play.trace import plain_choice
from engine.scenario.vocabulary import Persona
from game.workshop.entries import (
    Agreed,
    Card,
    Marked,
    Paused,
    PenTaken,
    Preferred,
    Recalled,
    Resumed,
    Sealed,
    SteppedBack,
    TableEntry,
    TrustSaid,
)
from game.workshop.room import Person, Room
from game.workshop.table import Table, is_same_wish

NoReason = Literal[
    "not-at-table", "only-looks-on", "not-begun", "paused", "play-is-over", "step-is-over",
    "already-sealed", "persona-plays", "not-your-pen", "not-asked", "no-such-step", "refused",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class No:
    """Why not. refusal: what the game itself says against it."""

    reason: NoReason
    refusal: Refusal | None = None


Wished = Sequence[TableEntry] | No


def asks_each(table: Table, people: Sequence[Person]) -> bool:
    """Whether everybody of the party says what they want before the party seals it.

    Of what a move and an agreement are worth people think differently; in between the party talks.
    """
    if len(people) < 2 or people[0].party is None:
        return False
    return table.play_of(people[0].party).state.stage in (Stage.ROUND, Stage.DECISION)


def is_asked_first(room: Room, table: Table, person: Person) -> bool:
    """Whether that person has yet to say what the own party should choose."""
    assert person.party is not None
    people = room.seated(table.number, person.party)
    return asks_each(table, people) and person.id not in wishes_of(room, table, person.party)


def pen_of(room: Room, table: Table, party: str) -> str | None:
    """Who seals for the party: the first who sat down, or whoever took it over since."""
    people = [person.id for person in room.seated(table.number, party)]
    taken = table.pens.get(party)
    return taken if taken in people else next(iter(people), None)


def is_staffed(room: Room, table: Table, party: str) -> bool:
    """Whether a computer player plays for that party: it was asked to, or nobody sits there."""
    return party in table.staff or not room.seated(table.number, party)


def persona_of(table: Table, party: str) -> Persona:
    """The computer player of that party, if it needs one."""
    return table.staff.get(party, table.live.compiled.scenario.parties[party].persona)


def awaited(table: Table) -> Sequence[str]:
    """The parties that have yet to choose, as far as anybody else may know it.

    That somebody thinks about what it found out is its own business.
    """
    return table.public.waiting_for


def wishes_of(room: Room, table: Table, party: str) -> dict[str, Choice]:
    """What the people of the party want, as far as they have said so, by person.

    What somebody wanted for another party, before moving here, does not count.
    """
    said = ((p.id, table.preferred.get(p.id)) for p in room.seated(table.number, party))
    return {who: wish for who, wish in said if wish is not None and wish.party == party}


# --- people ---------------------------------------------------------------------------------------


def prefer(room: Room, table: Table, person: Person, moment: str, choice: Choice) -> Wished:
    """Somebody says what the party should choose; when all say the same it is sealed."""
    if (no := _may_choose(room, table, person, moment)) is not None:
        return no
    party = choice.party
    people = room.seated(table.number, party)
    if not asks_each(table, people):
        return No("not-asked")
    play = table.play_of(party)
    if refusal := play.refusal(choice):
        return No("refused", refusal)
    said_before = wishes_of(room, table, party)
    if said_before.get(person.id) == choice:
        return ()
    said = Preferred(
        step=len(play.steps), party=party, person=person.id, choice=plain_choice(choice)
    )  # fmt: skip
    wishes = {**said_before, person.id: choice}
    if all(other.id in wishes and is_same_wish(wishes[other.id], choice) for other in people):
        pen = pen_of(room, table, party) or person.id
        agreed = _heard(wishes[pen], wishes)
        return said, Sealed(step=len(play.steps), party=party, choice=plain_choice(agreed))
    return (said,)


def seal(room: Room, table: Table, person: Person, moment: str, choice: Choice) -> Wished:
    """Somebody seals the choice of the own party."""
    if (no := _may_choose(room, table, person, moment)) is not None:
        return no
    if pen_of(room, table, choice.party) != person.id:
        return No("not-your-pen")
    wishes = {person.id: choice, **wishes_of(room, table, choice.party)}
    choice, play = _heard(choice, wishes), table.play_of(choice.party)
    if refusal := play.refusal(choice):
        return No("refused", refusal)
    sealed = Sealed(
        step=len(play.steps), party=choice.party, choice=plain_choice(choice), person=person.id
    )
    return (sealed,)


def take_pen(room: Room, table: Table, person: Person) -> Wished:
    """Somebody seals for the party from now on."""
    if person.table != table.number:
        return No("not-at-table")
    if person.party is None:
        return No("only-looks-on")
    if pen_of(room, table, person.party) == person.id:
        return ()
    return (PenTaken(party=person.party, person=person.id),)


def say_trust(table: Table, person: Person, moment: str, levels: dict[str, int]) -> Wished:
    """How far somebody trusts the others, or that the question is passed over."""
    if person.party is None or person.table != table.number:
        return No("not-at-table")
    if moment != table.moment_of(person.party):
        return No("step-is-over")
    play = table.play_of(person.party)
    if not play.is_asked_for_trust(person.party):
        return ()
    return (
        TrustSaid(step=len(play.steps), party=person.party, person=person.id, levels=levels),
    )  # fmt: skip


def mark(table: Table, person: Person, note: str, once: str) -> Wished:
    """Somebody pins a note to the present moment; one that is sent again stands there already."""
    made = Marked(step=table.step, person=person.id, note=note, once=once)
    sent = {each.once for each in table.marks if each.person == person.id and each.once}
    return () if made in table.marks or once in sent else (made,)


def agree(table: Table, person: Person, *, agrees: bool) -> Wished:
    """Somebody says for the own party whether the room may see the table."""
    if person.party is None:
        return No("only-looks-on")
    if table.agreed.get(person.party) == agrees:
        return ()
    return (Agreed(party=person.party, person=person.id, agrees=agrees),)


def write_card(table: Table, person: Person, text: str) -> Wished:
    """Somebody writes the own card, or writes it anew."""
    return () if table.cards.get(person.id, "") == text else (Card(person=person.id, text=text),)


def recall(table: Table, person: Person, feeling: str, turn: TurnMarked | None) -> Wished:
    """Somebody says what it remembers, before it is told anything."""
    said = Recalled(
        person=person.id, feeling=feeling, turn=turn.kind if turn else None,
        round=turn.round if turn else 0,
    )  # fmt: skip
    return () if table.recalled.get(person.id) == said else (said,)


def _may_choose(room: Room, table: Table, person: Person, moment: str) -> No | None:
    if person.table != table.number:
        return No("not-at-table")
    if person.party is None:
        return No("only-looks-on")
    if table.play_of(person.party).is_over:
        return No("play-is-over")
    if not table.begun:
        return No("not-begun")
    if moment != table.moment_of(person.party):
        return No("step-is-over")
    if is_staffed(room, table, person.party):
        return No("persona-plays")
    if table.is_paused:
        return No("paused")
    if person.party not in table.waiting_for:
        return No("already-sealed")
    return None


def _heard(choice: Choice, wishes: dict[str, Choice]) -> Choice:
    """The choice, with how many of the party were heard and how many wanted something else."""
    if not isinstance(choice, MoveChoice | VoteChoice) or len(wishes) < 2:
        return choice
    other = sum(not is_same_wish(wish, choice) for wish in wishes.values())
    return replace(choice, voices=Voices(len(wishes), other))


# --- nobody ---------------------------------------------------------------------------------------


def due(room: Room, table: Table, now: float) -> Sequence[TableEntry]:
    """What has to be written although nobody does anything: computer players, and time that is up.

    One party at a time: what comes of it may be that another has to choose.
    """
    if not (table.is_playing and room.is_played(table.number)):
        return ()
    if room.debriefing and table.lacks_only_a_thought:
        # Now all is told: there is nothing to think about.
        return tuple(_kept_back(table, party) for party in table.live.waiting_for)
    for party in table.waiting_for:
        if is_staffed(room, table, party):
            return (_by_persona(table, party),)
    limit = room.timers.hard
    if limit is None or room.timers.at_the_end == "hold" or table.clock.left(now, limit) > 0:
        return ()
    return tuple(_late(room, table, party) for party in list(table.waiting_for)[:1])


def _kept_back(table: Table, party: str) -> Sealed:
    choice = RaiseChoice(party, raises=False)
    return Sealed(step=table.step, party=party, choice=plain_choice(choice), late=True)


def _by_persona(table: Table, party: str, *, late: bool = False) -> Sealed:
    persona = persona_of(table, party)
    play = table.play_of(party)
    choice = play.suggestion(party, persona)
    return Sealed(
        step=len(play.steps), party=party, choice=plain_choice(choice), persona=persona, late=late
    )


def _late(room: Room, table: Table, party: str) -> Sealed:
    """What most of the party wanted, and of equal numbers what was said first; else a persona's."""
    wishes = wishes_of(room, table, party)
    if not wishes:
        return _by_persona(table, party, late=True)
    said = list(wishes.values())
    support = Counter(
        {at: sum(is_same_wish(wish, each) for each in said) for at, wish in enumerate(said)}
    )
    choice = _heard(said[support.most_common(1)[0][0]], wishes)
    step = len(table.play_of(party).steps)
    return Sealed(step=step, party=party, choice=plain_choice(choice), late=True)


# --- the trainer ----------------------------------------------------------------------------------


def pause(table: Table) -> Wished:
    """The table pauses."""
    return () if table.is_paused else (Paused(),)


def resume(table: Table) -> Wished:
    """The table goes on."""
    return (Resumed(),) if table.is_paused else ()


def go_on(room: Room, table: Table) -> Wished:
    """The present choice is made for whoever has not chosen, as if the time were up."""
    if not table.is_playing:
        return No("paused" if table.is_paused else "play-is-over" if table.begun else "not-begun")
    return tuple(_late(room, table, party) for party in table.waiting_for)


def step_back(table: Table) -> Wished:
    """The table goes back to its last choice."""
    live = table.live
    chosen = [
        at for at in range(1, len(live.steps))
        if live.steps[at - 1].state.stage is not Stage.RAISING
        and not all(live.is_settled(at - 1, party) for party in live.people)
    ]  # fmt: skip
    return (SteppedBack(step=chosen[-1]),) if chosen else No("no-such-step")
