"""Looking back: what a seat sees of its own play once the trainer opens the debrief.

First it is asked what it remembers; what the play has to say comes after that.
"""

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from engine.debrief import Findings, debrief
from engine.live_play import CompiledScenario
from engine.play.afterthoughts import Afterthoughts, TurnMarked
from engine.play.events import Measured, MoveMade, Reflected, Voted
from engine.play.state import Choice, MoveChoice
from engine.scenario.vocabulary import Stance
from game.html.report import blocks
from game.pages.story import story_page
from game.presenters.afterthoughts import beside_the_story, turn_name
from game.presenters.inside import asked_words, came_words, division_words, stand_ins_told
from game.presenters.looking_back import story_lines, story_title
from game.presenters.page import Cast, first_up
from game.presenters.room_debrief import hidden_told
from game.web.markup import fill
from game.words import Words
from game.workshop.hall import TRAINER, OpenRoom
from game.workshop.room import Person
from game.workshop.table import Table, is_same_wish

T = TypeVar("T")

# One at a time: the room goes on beside it, and what is begun first is there first.
_worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="debrief")
_LOG = logging.getLogger(__name__)
AGAIN = 20.0  # seconds until what failed is tried again; a design choice
_PATIENCE = 3.0  # seconds that a phone waits; then it is told so, and hears when it is done


def has_played(table: Table) -> bool:
    """Whether there is anything to look back on: a round that was played."""
    return table.begun and any(isinstance(event, Measured) for event in table.live.events)


class NotFound(Exception):
    """Looking back on the table of that number has failed."""


# --- worked out -----------------------------------------------------------------------------------


def found_now(open_room: OpenRoom, table: Table) -> Findings | None:
    """What the play of that table taught; None while it is worked out beside what else goes on.

    It is worked out once, and whoever watches the table or the wall is told when it is there.
    """
    return ready(_finding(open_room, table))


def ready(task: "asyncio.Task[T]") -> T | None:
    """What the work came to; None while it is done, and where it failed."""
    return task.result() if task.done() and task.exception() is None else None


def as_it_stands(table: Table) -> tuple[int, str]:
    """A name for the play of a table as it is now, also while somebody thinks about a discovery."""
    return table.number, f"{table.moment} {table.step}"


def has_failed(open_room: OpenRoom, table: Table) -> bool:
    """Whether looking back on that table has failed, so that it is tried again in a while."""
    task = _finding(open_room, table)
    return task.done() and task.exception() is not None


async def found_at(open_room: OpenRoom, table: Table) -> Findings:
    """The same, waited for. Raises `NotFound`."""
    try:
        return await asyncio.shield(_finding(open_room, table))
    except Exception as error:
        raise NotFound(table.number) from error


def _finding(open_room: OpenRoom, table: Table) -> "asyncio.Task[Findings]":
    name, loop = as_it_stands(table), asyncio.get_running_loop()
    known = open_room.found.get(name)
    if known is not None and (known.done() or known.get_loop() is loop):
        return known

    def again() -> None:
        """Whoever looks then begins anew."""
        if open_room.found.get(name) is task:
            del open_room.found[name]
            open_room.wake(table.number, TRAINER)

    task = worked_out(
        open_room, (table.number, TRAINER), debrief, open_room.compiled, table.live.replayed,
        failed=again,
    )  # fmt: skip
    for other in [each for each in open_room.found if each[0] == table.number]:
        del open_room.found[other]
    open_room.found[name] = task
    return task


def worked_out(
    open_room: OpenRoom, tells: Sequence[int], work: Callable[..., T], *given: object,
    failed: Callable[[], None] | None = None, worker: Executor | None = _worker,
) -> "asyncio.Task[T]":  # fmt: skip
    """What that work comes to, done beside what else goes on.

    tells: who is told when it is. failed: what is done a while after it went wrong. worker: where
    it is done; None: at once, whatever else is worked out.
    """
    loop = asyncio.get_running_loop()

    async def doing() -> T:
        try:
            return await loop.run_in_executor(worker, work, *given)
        except Exception as error:
            _LOG.error("%s in room %s: %r", work.__name__, open_room.code, error)
            if failed is not None:
                loop.call_later(AGAIN, failed)
            raise
        finally:
            loop.call_soon(open_room.wake, *tells)

    return loop.create_task(doing())


# --- shown ----------------------------------------------------------------------------------------


class Guess(NamedTuple):
    """A prediction beside what came of it, in words."""

    text: str
    is_right: bool


async def seat_html(open_room: OpenRoom, table: Table, person: Person, words: Words) -> Markup:
    """The play as it was for that person's party, with what the person may add."""
    cast = Cast.of(open_room.compiled, words)
    if person.id not in table.recalled:
        return fill(
            "recall.html", words=words,
            turns=[
                (turn_value(turn), first_up(turn_name(words, turn)))
                for turn in turns_of(table)
            ],
        )  # fmt: skip
    try:
        found = await asyncio.wait_for(found_at(open_room, table), _PATIENCE)
    except TimeoutError:
        return fill("working.html", words=words, told="room.working")
    except NotFound:
        return fill("working.html", words=words, told="room.failed")
    return _told_back(open_room, table, person, cast, found)


def _told_back(
    open_room: OpenRoom, table: Table, person: Person, cast: Cast, found: Findings
) -> Markup:
    party, words = person.party, cast.words
    readers = () if party is None else (party,)
    story = story_page(open_room.compiled.scenario.title, found, readers)
    guile = found.knowledge.guile
    return fill(
        "looking_back.html", words=words, title=story_title(cast, story).text,
        is_finished=table.live.is_over, told=blocks(story_lines(cast, story)),
        recalled=table.recalled[person.id].feeling,
        turn=_turn(cast, table, person, found), guesses=list(_guesses(cast, table, person, found)),
        kept=[hidden_told(cast, each) for each in guile if each.party == party],
        kept_from=[hidden_told(cast, each) for each in guile if party and each.party != party],
        wished=list(_wished(open_room, table, person, cast, found)),
        inside=list(_inside_others(cast, found, party)),
        stood_in=list(stand_ins_told(cast, found)),
        has_fellows=party is not None and any(each.party == party for each in table.stood),
        card=table.cards.get(person.id, ""), is_player=party is not None,
        agrees=table.agreed.get(party or ""),
        marks=[each.note for each in table.marks if each.person == person.id],
    )  # fmt: skip


def turns_of(table: Table) -> tuple[TurnMarked, ...]:
    """The rounds and moments of that play, of which one may have been the turning point."""
    found: dict[TurnMarked, None] = {}
    for event in table.live.events:
        if isinstance(event, Measured):
            found[TurnMarked("round", event.round)] = None
        elif isinstance(event, Reflected):
            found[TurnMarked("moment", event.round)] = None
    return tuple(found)


def turn_value(turn: TurnMarked) -> str:
    """The turning point as it stands in a form."""
    return f"{turn.kind}.{turn.round}"


def _turn(cast: Cast, table: Table, person: Person, found: Findings) -> str:
    """The turning point that the person chose, beside what the story says."""
    said = table.recalled[person.id]
    if said.turn is None or person.party is None:
        return ""
    marked = Afterthoughts(person.party, marked=TurnMarked(said.turn, said.round))
    return beside_the_story(cast, found, marked, is_alone=True)


def _guesses(cast: Cast, table: Table, person: Person, found: Findings) -> Iterator[Guess]:
    """What the person predicted, or, where it played alone, what its party did."""
    own = list(_own_guesses(table, person))
    if not own:
        own = [
            (each.round, each.about, each.stance, each.fact)
            for each in found.knowledge.predictions
            if each.party == person.party
        ]
    for number, about, said, fact in own:
        stances = (cast.words(f"stance.{each}") for each in (said, fact))
        gaps = dict(zip(("said", "fact"), stances, strict=True))
        text = cast.words("room.guessed.line", round=number, about=cast.party(about), **gaps)
        yield Guess(text, said == fact)


def _own_guesses(table: Table, person: Person) -> Iterator[tuple[int, str, Stance, Stance]]:
    """(round, about whom, predicted, done) of what the person said before the party sealed."""
    for each in table.stood:
        if each.person == person.id and isinstance(each.choice, MoveChoice):
            events = table.live.steps[each.step].events if each.step < table.step else ()
            done = {made.party: made for made in events if isinstance(made, MoveMade)}
            for guess in each.choice.predictions:
                if guess.about in done:
                    made = done[guess.about]
                    yield made.round, guess.about, guess.stance, made.stance


# --- inside the party -----------------------------------------------------------------------------


class Wished(NamedTuple):
    """What was sealed, who of the party had wanted something else, and what came of it."""

    sealed: str
    others: Sequence[str]
    came: str


def _wished(
    open_room: OpenRoom, table: Table, person: Person, cast: Cast, found: Findings
) -> Iterator[Wished]:
    """The choices of the own party that some of its people wanted otherwise."""
    choices = table.live.trace.choices
    came = {
        each.round: came_words(cast, each)
        for each in found.divided(person.party or "")
        if each.move is not None
    }
    for step in sorted({each.step for each in table.stood if each.party == person.party}):
        sealed = choices[step - 1].get(person.party or "") if step <= len(choices) else None
        others = [
            _wanted(open_room, cast, each.person, person, each.choice)
            for each in table.stood
            if (each.step, each.party) == (step, person.party)
            and sealed is not None
            and not is_same_wish(each.choice, sealed)
        ]
        if sealed is not None and others:
            number = _round_of(table, step)
            told = came.get(number, "") if isinstance(sealed, MoveChoice) else ""
            yield Wished(_sealed(table, cast, number, sealed), others, told)


def _round_of(table: Table, step: int) -> int:
    events = table.live.steps[step].events
    rounds = [each.round for each in events if isinstance(each, MoveMade | Voted)]
    return rounds[0] if rounds else 0


def _inside_others(cast: Cast, found: Findings, party: str | None) -> Iterator[str]:
    """How divided the other parties were: in numbers, since who wanted what is theirs to tell."""
    for other in found.of_several:
        if other != party:
            yield asked_words(cast, found, other)
            yield from (division_words(cast, each) for each in found.divided(other))


def _sealed(table: Table, cast: Cast, number: int, sealed: Choice) -> str:
    if isinstance(sealed, MoveChoice):
        return cast.words(
            "room.wished.round", round=number, sealed=_move(table.live.compiled, cast, sealed)
        )
    return cast.words("room.wished.moment", round=number)


def _wanted(open_room: OpenRoom, cast: Cast, who: str, reader: Person, choice: Choice) -> str:
    people, words = open_room.room.people, cast.words
    name = words("room.wished.you") if who == reader.id else people[who].name
    if not isinstance(choice, MoveChoice):
        return first_up(words("room.wished.vote", name=name))
    move = _move(open_room.compiled, cast, choice)
    return first_up(words("room.wished.move", name=name, move=move))


def _move(compiled: CompiledScenario, cast: Cast, choice: MoveChoice) -> str:
    return f"“{cast.words.of(compiled.scenario.moves[choice.move].title)}”"
