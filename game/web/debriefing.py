"""The debrief of a room: what the trainer leads it through on the wall, and what is kept of it."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from markupsafe import Markup

from engine.debrief import Reach, judged, reach
from engine.play.afterthoughts import TurnMarked
from game.drawing.charts.together import TrustTogether
from game.html.report import blocks
from game.html.room import drawn
from game.pages.room_debrief import Earlier, RoomPlays, TablePlay, Turned
from game.presenters.page import Cast
from game.presenters.room_debrief import STEPS, Part, WallStep, room_notes, waiting_notes, wall_step
from game.web.looking_back import (
    NotFound,
    as_it_stands,
    found_at,
    found_now,
    has_failed,
    has_played,
    ready,
    worked_out,
)
from game.web.markup import fill
from game.words import Words
from game.workshop.earlier import earlier_plays
from game.workshop.entries import Showing
from game.workshop.hall import TRAINER, OpenRoom
from game.workshop.overview import agrees
from game.workshop.table import Table

# --- gathered -------------------------------------------------------------------------------------


def played_tables(open_room: OpenRoom) -> Iterator[Table]:
    """The tables that have played at least a round."""
    for number in range(1, open_room.room.tables + 1):
        table = open_room.table(number)
        if has_played(table):
            yield table


def plays_now(open_room: OpenRoom) -> RoomPlays:
    """What is known of the plays by now; the rest is being worked out."""
    tables = list(played_tables(open_room))
    found = {table.number: found_now(open_room, table) for table in tables}
    recalled = [said for table in tables for said in table.recalled.values()]
    return RoomPlays(
        tables=tuple(
            TablePlay(number, each, agrees(open_room.room, open_room.table(number)))
            for number, each in found.items()
            if each is not None
        ),
        earlier=_earlier(open_room),
        feelings=tuple(said.feeling for said in recalled if said.feeling),
        turns=Counter(TurnMarked(s.turn, s.round) for s in recalled if s.turn is not None),
        waiting=tuple(
            table.number
            for table in tables
            if found[table.number] is None and not has_failed(open_room, table)
        ),
        reach=ready(_reach(open_room)) if tables else None,
        turned=_turned(open_room, tables),
    )


def failed_told(open_room: OpenRoom, words: Words) -> tuple[str, ...]:
    """That looking back has failed at some tables, and what to do."""
    tables = [str(each.number) for each in played_tables(open_room) if has_failed(open_room, each)]
    if not tables:
        return ()
    return (words("room.failed.tables", n=len(tables), tables=words.all_of(tables)),)


async def plays_of(open_room: OpenRoom) -> RoomPlays:
    """All of the plays, waited for."""
    plays_now(open_room)
    for table in played_tables(open_room):
        with suppress(NotFound):  # the other tables have their debrief all the same
            await found_at(open_room, table)
    others = [open_room.earlier, open_room.reach, *open_room.judged.values()]
    if begun := [task for task in others if task is not None]:
        await asyncio.wait(begun)
    return plays_now(open_room)


def _reach(open_room: OpenRoom) -> "asyncio.Task[Reach]":
    """What could have been reached with the luck of this room: worked out once."""
    if open_room.reach is None:
        open_room.reach = worked_out(
            open_room, (TRAINER,), reach, open_room.compiled, open_room.room.opened.seed
        )
    return open_room.reach


def _turned(open_room: OpenRoom, tables: Sequence[Table]) -> Turned | None:
    """How the tables are judged by what the trainer assumes; None while nothing is turned."""
    assumed = open_room.room.showing.assumed
    if assumed != open_room.assumed:
        open_room.judged, open_room.assumed = {}, assumed
    if not assumed:
        return None
    now = {as_it_stands(table): table for table in tables}
    open_room.judged = {
        name: open_room.judged.get(name)
        or worked_out(open_room, (TRAINER,), judged, open_room.compiled, table.live.trace, assumed)
        for name, table in now.items()
    }
    found = {number: ready(task) for (number, _), task in open_room.judged.items()}
    return Turned(assumed, {number: each for number, each in found.items() if each is not None})


def _earlier(open_room: OpenRoom) -> tuple[Earlier, ...]:
    """The plays of earlier groups; none while they are being read."""
    if open_room.earlier is None:

        def again() -> None:
            """Whoever looks then begins anew."""
            open_room.earlier = None
            open_room.wake(TRAINER)

        open_room.earlier = worked_out(
            open_room, (TRAINER,), earlier_plays, open_room.journal, open_room.compiled,
            open_room.code, open_room.room.opened.digest, failed=again, worker=None,
        )  # fmt: skip
    plays = ready(open_room.earlier) or ()
    return tuple(Earlier(each.trust, each.outcome) for each in plays)


# --- on the wall ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shown:
    """A step as far as the trainer has come. part: 0, the question alone, to `of`."""

    step: WallStep
    part: int
    now: Part | None

    @property
    def of(self) -> int:
        """The number of parts that follow the question."""
        return len(self.step.parts)


def shown(cast: Cast, plays: RoomPlays, showing: Showing) -> Shown:
    """What is on the wall: the part that the trainer chose, or the last there is."""
    step = wall_step(cast, plays, showing.step, showing.table)
    part = min(showing.part, len(step.parts))
    return Shown(step, part, step.parts[part - 1] if part else None)


def wall_html(open_room: OpenRoom, words: Words) -> Markup:
    """The step of the debrief that the trainer shows."""
    if not open_room.room.debriefing:
        return fill("debrief.html", words=words, told=words("room.not-open"), shown=None)
    cast, plays = Cast.of(open_room.compiled, words), plays_now(open_room)
    failed = failed_told(open_room, words)
    if not (plays.tables or plays.waiting or failed):
        return fill("debrief.html", words=words, told=words("room.nobody"), shown=None)
    on_wall = shown(cast, plays, open_room.room.showing)
    now = on_wall.now
    return fill(
        "debrief.html", words=words, told="", shown=on_wall,
        lines=blocks(now.lines) if now else (),
        chart=drawn(now.chart, "wall") if now and now.chart else None,
        is_broad=now is not None and isinstance(now.chart, TrustTogether),
        notes=[
            *(line.text for line in (room_notes if now else waiting_notes)(cast, plays)), *failed
        ],
    )  # fmt: skip


# --- led by the trainer ---------------------------------------------------------------------------


def moved(open_room: OpenRoom, words: Words, forwards: bool) -> Showing:
    """What comes on the wall when the trainer goes a part further, or back."""
    cast, plays, showing = Cast.of(open_room.compiled, words), plays_now(open_room), _now(open_room)
    at = shown(cast, plays, showing)
    step, part = showing.step, at.part + (1 if forwards else -1)
    if part > at.of:
        step, part = (step + 1, 0) if step + 1 < STEPS else (step, at.of)
    elif part < 0 and step == 0:
        part = 0
    elif part < 0:
        step -= 1
        part = len(wall_step(cast, plays, step, showing.table).parts)
    return showing.model_copy(update={"step": step, "part": part})


def _now(open_room: OpenRoom) -> Showing:
    showing = open_room.room.showing
    return showing if showing.what == "debrief" else Showing(what="debrief")
