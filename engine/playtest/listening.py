"""Watching many plays at once for all that they come to, what is said in them included."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

import numpy as np

from engine.model.chance import Purpose
from engine.play.compiled import Bools, CompiledScenario, Ints
from engine.play.conditions import holds, holds_for_each
from engine.play.events.of_confrontation import leaks_of, matter_of, scenes_for
from engine.play.events.of_round import answers_to, as_talked, taking_leave
from engine.play.events.place import texts_of
from engine.play.flow import branches_taken, has_company, has_stopped
from engine.play.lifecycle import Opened
from engine.play.presence import is_broken_off
from engine.play.reflection import OPTIONS, Held
from engine.play.round import Draw, Played
from engine.play.rows import any_along, take_games
from engine.play.state import NOBODY, Stage, World
from engine.play.step import FINISHING
from engine.players.observation import Observations
from engine.playtest.asking import Asking
from engine.playtest.index import Index
from engine.playtest.record import Sheet
from engine.playtest.telling import Telling
from engine.scenario.aiming import is_that
from engine.scenario.schema import (
    Answer,
    Condition,
    Confrontation,
    Course,
    Phase,
    ReflectionStep,
)
from engine.scenario.vocabulary import OUTCOMES, REPLIES, RESPONSES, ReflectionOption
from engine.simulate import Plays, Turn, Watch

# What a world remembers of the things that plays come to, by the kind of item.
_KEPT: dict[str, Callable[[World], Bools]] = {
    "phase": lambda world: world.visited,
    "move": lambda world: any_along(world.used, 1),
    "event": lambda world: world.happened != NOBODY,
    "stood": lambda world: world.stood,
}


class Listener(Watch):
    """Notes what the plays of a batch come to."""

    def __init__(self, compiled: CompiledScenario, index: Index, sheet: Sheet, draw: Draw) -> None:
        self._compiled, self._index, self._sheet = compiled, index, sheet
        none = np.zeros(len(draw.games), dtype=np.int64)
        self._luck = draw.uniform(none, Purpose.LINE, 1)[:, 0]
        self._names = {
            "phase": compiled.phases, "move": compiled.moves, "event": compiled.events,
            "stood": tuple(f"{each.chapter}/{each.id}" for each in compiled.elements),
        }  # fmt: skip
        self.rounds = 0

    def begun(self, plays: Plays, opened: Opened) -> None:
        """Note what is there before the first choice."""
        self._kept(plays.row, None, plays.world)
        self._arrived(plays.row, None, plays.world, opened)

    def round_opens(self, plays: Plays, observations: Observations) -> None:
        """Note who can play what, and who nothing."""
        compiled, rows = self._compiled, plays.row
        phase = int(plays.world.phase[0])
        has_none = any_along(~any_along(observations.legal, 2) & ~plays.world.left, 1)
        self._sheet.note(self._index.at["stuck", compiled.phases[phase]], rows[has_none])
        everywhere = np.ones(len(rows), dtype=bool)
        asking = self._asking(rows, plays.world)
        for move in observations.moves:
            when = compiled.scenario.moves[compiled.moves[move]].when
            if when is None or id(when) not in self._index.conditions:
                continue
            known = holds_for_each(when, compiled, plays.world, chooses=True)
            for party in np.flatnonzero(compiled.belongs[:, move]):
                own = np.arange(compiled.party_count) == party
                there = everywhere & ~plays.world.left[:, party]
                asking.note(when, known[:, party], there, own, chooses=True)

    def turned(self, plays: Plays, turn: Turn) -> None:
        """Note what came of a choice, and of coming to the next."""
        rows, before = plays.row, plays.world
        self._sheet.steps[rows] += 1
        if isinstance(turn.came, Played):
            self.rounds += len(rows)
            self._round(rows, before, turn.finished, turn.came)
        elif turn.stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
            self._options(rows, before, turn)
        elif turn.stage in (Stage.CONFRONTED, Stage.RECKONING):
            self._scene(rows, before, turn)
        elif isinstance(turn.came, Held):
            self._changes(rows, turn.came)
        self._untils(rows, turn)
        self._branches(rows, turn)
        self._kept(rows, before, turn.arrived)
        self._arrived(rows, before, turn.arrived, turn.opened)

    # --- what comes of a choice ---

    def _telling(self, rows: Ints, world: World, round_: Ints) -> Telling:
        return Telling(self._compiled, self._index, self._sheet, rows, world, self._luck, round_)

    def _asking(self, rows: Ints, world: World) -> Asking:
        return Asking(self._compiled, self._index, self._sheet, rows, world)

    def _round(self, rows: Ints, before: World, after: World, played: Played) -> None:
        telling = self._telling(rows, after, before.round).without(before.left)
        talk = telling.as_of(as_talked(before, after, played))
        parties = self._compiled.party_count
        stays = talk.without(after.left)
        # Whoever is on turn opens; those who go outside come later, and last who walks out.
        each = np.arange(parties)
        apart = np.array([bool(move.apart) for move in self._compiled.scenario.moves.values()])
        goes = apart[played.move] & (played.move != NOBODY)
        turn = (each - before.round[:, None]) % parties + parties * (goes + 2 * after.left)
        order = turn.argsort(axis=1)
        for slot in range(parties):
            for party in range(parties):
                made = (played.move[:, party] != NOBODY) & ~played.round.vetoed[:, party]
                here = (order[:, slot] == party) & made
                for move in np.unique(played.move[here, party]):
                    is_it = here & (played.move[:, party] == move)
                    self._exchange((talk, stays), before, (party, int(move)), is_it, after)
        self._events(rows, before, after, played, telling)

    def _exchange(
        self,
        talks: tuple[Telling, Telling],
        before: World,
        what: tuple[int, int],
        is_it: Bools,
        after: World,
    ) -> None:
        """What is said about that move of that party in the plays where it was made.

        talks: of who makes it, and of those who answer, who have not just left.
        """
        compiled, (at, of) = self._compiled, what
        party, move = compiled.parties[at], compiled.moves[of]
        written, silent = compiled.scenario.moves[move], is_it
        talk, answers = (each.among(at) for each in talks)
        for line in written.lines:
            if line.party == party:
                silent = silent & ~talk.line(line, silent)
        talk.words(written.say or (), silent)
        unanswered = is_it & ~is_broken_off(compiled, after.left) & ~after.left[:, at]
        phase = compiled.phases[int(before.phase[0])]
        for answer in answers_to(compiled, phase, party, move):
            if not unanswered.any():
                return
            unanswered = unanswered & ~self._answer(answers, answer, unanswered)

    def _answer(self, talk: Telling, answer: Answer, wanted: Bools) -> Bools:
        told = talk.line(answer, wanted)
        talk.lines(answer.then, told)
        return told

    def _events(
        self, rows: Ints, before: World, after: World, played: Played, telling: Telling
    ) -> None:
        """What the script brings: when it was asked whether it should, and what is said then."""
        compiled = self._compiled
        talked = as_talked(before, after, played)
        talked = replace(talked, found=before.found | played.found)
        asking = self._asking(rows, talked)
        for at, name in enumerate(compiled.events):
            written, occurred = compiled.scenario.script.events[name], played.occurred[:, at]
            farewell = telling.as_of(taking_leave(compiled, after, written)).without(after.left)
            farewell.lines(written.say, occurred)
            if id(written.when) in self._index.conditions:
                held = occurred | holds(written.when, compiled, talked, public=False)
                asking.note(written.when, held, occurred | self._is_due(at, before, after))

    def _is_due(self, at: int, before: World, after: World) -> Bools:
        compiled = self._compiled
        late = after.round > compiled.event_after[at]
        now = after.round == compiled.event_after[at]
        due = now if compiled.event_on[at] else late | now
        goes_on = ~is_broken_off(compiled, after.left)
        whose = compiled.event_party[at]
        if 0 <= whose < compiled.party_count:
            goes_on &= ~after.left[:, whose]
        is_open: Bools = due & (before.happened[:, at] == NOBODY) & goes_on
        return is_open

    def _options(self, rows: Ints, before: World, turn: Turn) -> None:
        telling = self._telling(rows, before, before.round)
        options = OPTIONS[turn.stage - Stage.DIFFERENCES]
        for phase, called, here in self._places(before):
            texts = texts_of(self._compiled, phase, called, turn.stage)
            for party in range(self._compiled.party_count) if texts else ():
                for at, option in enumerate(options):
                    takes = here & (turn.choices[0][:, party] == at) & ~before.left[:, party]
                    self._option(telling, texts, (party, option), takes)  # type: ignore[arg-type]

    def _option(
        self,
        telling: Telling,
        texts: ReflectionStep,
        what: tuple[int, ReflectionOption],
        silent: Bools,
    ) -> None:
        """What is said by that party with that option, in the plays where it takes it."""
        party, option = what
        for line in texts.lines.get(option, ()):
            if line.party == self._compiled.parties[party]:
                silent = silent & ~telling.line(line, silent)
        telling.words(texts.say.get(option, ()), silent)

    def _places(self, world: World) -> Iterator[tuple[str, bool, Bools]]:
        """The phases where these plays are, in a called moment or not, and which are there."""
        for at in np.unique(world.phase):
            for called in (False, True):
                here = (world.phase == at) & (world.called == called)
                if here.any():
                    yield self._compiled.phases[int(at)], called, here

    def _scene(self, rows: Ints, before: World, turn: Turn) -> None:
        telling = self._telling(rows, before, before.round)
        replies = turn.stage is Stage.CONFRONTED
        for scene, here in self._scenes(before, np.ones(len(rows), dtype=bool), telling):
            if replies:
                for reply, said in scene.replies.items():
                    telling.words(said.say or (), here & (turn.choices[0] == REPLIES.index(reply)))
                continue
            for (at, reply), (way, words) in product(enumerate(REPLIES), scene.responses.items()):
                chosen = turn.choices[0] == RESPONSES.index(way)
                telling.words(words.after(reply), here & chosen & (before.scene_reply == at))

    def _scenes(
        self, world: World, wanted: Bools, telling: Telling
    ) -> Iterator[tuple[Confrontation, Bools]]:
        """The author's scenes for what is on in those plays, and where each is played."""
        for phase, alike in _alike(self._compiled, world, wanted):
            matter, open_ = matter_of(self._compiled, world, int(alike.argmax())), alike
            leaks = leaks_of(self._compiled, world, int(alike.argmax()))
            for scene in scenes_for(self._compiled, self._compiled.phases[phase], matter, leaks):
                if not open_.any():
                    break
                here = telling.fits_all(scene.when, open_)
                yield scene, here
                open_ = open_ & ~here

    def _changes(self, rows: Ints, held: Held) -> None:
        made, adopted = held.vote.proposal, held.vote.adopted
        for at, change in enumerate(self._compiled.changes):
            of = any_along((made == at) & adopted, 1)
            self._sheet.note(self._index.at["change", change.key], rows[of])

    def _untils(self, rows: Ints, turn: Turn) -> None:
        """Whether phases that have rounds left ended because of what they last until."""
        compiled, world = self._compiled, turn.finished
        if not compiled.until or turn.stage not in FINISHING:
            return
        rounds = world.amount[np.arange(len(rows)), compiled.phase_element[world.phase]]
        asks = (world.phase_round < rounds) & ~has_stopped(compiled, world)
        for at, until in compiled.until:
            self._asking(rows, world).holds(until, asks & (world.phase == at))

    def _branches(self, rows: Ints, turn: Turn) -> None:
        """Which way the script went on, and which ways it asked for first."""
        compiled, phases = self._compiled, self._compiled.scenario.script.phases
        finished, arrived = turn.finished, turn.arrived
        ended = (arrived.stage == Stage.ENDED) & ~has_stopped(compiled, finished)
        ahead = np.where((arrived.phase != finished.phase) | ended, finished.phase, NOBODY)
        asking = self._asking(rows, finished)
        for _ in compiled.phases:
            if not (ahead != NOBODY).any():
                return
            to, undecided = np.full(len(ahead), NOBODY), ahead != NOBODY
            for way in branches_taken(compiled, finished, turn.draw, ahead):
                name = compiled.phases[way.at]
                branch = phases[name].next[way.number]
                if id(branch.when) in self._index.conditions:
                    asking.note(branch.when, way.fits, undecided & (ahead == way.at))
                item = self._index.at["branch", f"{name}/{way.number}/{branch.to}"]
                self._sheet.note(item, rows[way.takes])
                to[way.takes] = compiled.phases.index(branch.to)
                undecided = undecided & ~way.takes
            stands = finished.in_force[np.arange(len(to)), compiled.phase_element[to]]
            stands &= has_company(compiled, finished, to)
            ahead = np.where((to != NOBODY) & ~stands, to, NOBODY)

    # --- coming to a place ---

    def _kept(self, rows: Ints, before: World | None, now: World) -> None:
        """What the worlds now remember, and did not before."""
        for kind, remembered in _KEPT.items():
            fresh = remembered(now) if before is None else remembered(now) & ~remembered(before)
            items = self._index.named(kind, self._names[kind])  # type: ignore[arg-type]
            self._sheet.note_each(items, rows, fresh)

    def _arrived(self, rows: Ints, before: World | None, now: World, opened: Opened) -> None:
        over = now.stage == Stage.ENDED
        if over.any():
            self._ended(rows[over], take_games(now, np.flatnonzero(over)))
        telling, goes_on = self._telling(rows, now, now.round), ~over
        for at, held in opened.held.items():
            name = self._compiled.elements[at].id
            self._sheet.note(self._index.at["held", name], rows[held & goes_on])
            if ("hollow", name) in self._index.at:
                hollow = held & opened.hollow[at] & goes_on
                self._sheet.note(self._index.at["hollow", name], rows[hollow])
        is_new = goes_on.copy() if before is None else goes_on & (before.phase != now.phase)
        if before is not None:
            self._newcomers(telling, before, now, goes_on)
        confronted = goes_on & (now.stage == Stage.CONFRONTED)
        if confronted.any():
            for scene, here in self._scenes(now, confronted, telling):
                self._sheet.note(self._index.scenes[id(scene)], rows[here])
                telling.lines(scene.opens, here)
        self._placed(telling, now, goes_on, is_new)

    def _newcomers(self, telling: Telling, before: World, now: World, goes_on: Bools) -> None:
        for at, thing in enumerate(self._compiled.elements):
            if thing.chapter == "roles":
                came = goes_on & now.seated[:, at] & ~before.seated[:, at]
                if came.any():
                    telling.lines(self._compiled.scenario.role(thing.id).arrives, came)

    def _placed(self, telling: Telling, now: World, goes_on: Bools, is_new: Bools) -> None:
        """What is told before the choice: how the phase opens, a situation, a question."""
        script = self._compiled.scenario.script
        for name, called, here in self._places(now):
            phase, here = script.phases[name], here & goes_on
            for at, party in enumerate((None, *self._compiled.parties)):
                told_to = telling if party is None else telling.among(at - 1)
                if not called:
                    opens = [line for line in phase.opens_with if line.only == party]
                    told_to.lines(opens, here & is_new, party)
                self._situation(told_to, now, phase, here & (now.stage == Stage.ROUND), party)
            for stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
                texts = texts_of(self._compiled, name, called, stage)
                if texts is not None:
                    telling.words(texts.ask, here & (now.stage == stage), again=True)

    def _situation(
        self, telling: Telling, now: World, phase: Phase, open_: Bools, party: str | None
    ) -> None:
        """The first situation for that party, or for everybody, in the plays that are open."""
        for situation in phase.situations:
            if situation.only != party:
                continue
            number = now.phase_round + 1
            due = open_ if situation.round is None else open_ & (number == situation.round)
            if due.any():
                fits = telling.fits(situation.when, due, party)
                open_ = open_ & ~telling.lines(situation.lines, fits, party)

    def _ended(self, rows: Ints, world: World) -> None:
        """How they came out, and what is asked then."""
        scenario, asking = self._compiled.scenario, self._asking(rows, world)
        everywhere = np.ones(len(rows), dtype=bool)
        open_ = everywhere
        for name, ending in scenario.endings.items():
            fits = asking.holds(ending.when, open_)
            self._sheet.note(self._index.at["ending", name], rows[fits])
            open_ = open_ & ~fits
        at_end: list[Condition] = [each.when for each in scenario.debrief.questions]
        for party in scenario.parties.values():
            at_end += party.met.values()
        for condition in at_end:
            asking.holds(condition, everywhere)
        for at, expected in enumerate(scenario.expect):
            met = self._came_to(expected.course, world, asking)
            self._sheet.note(self._index.at["expected", str(at)], rows[met])
            self._sheet.note(self._index.at["unexpected", str(at)], rows[~met])

    def _came_to(self, course: Course, world: World, asking: Asking) -> Bools:
        """(g,) which of those that ended came to all of that."""
        met = asking.holds(course.when, np.ones(len(world.phase), dtype=bool))
        if course.outcome is not None:
            met = met & (world.outcome == OUTCOMES.index(course.outcome))
        if course.ending is not None:
            met = met & (world.ending == self._compiled.endings.index(course.ending))
        for kind, names in (
            ("phase", course.phase),
            ("move", course.move),
            ("event", course.event),
        ):
            for name in names:
                kept = [at for at, each in enumerate(self._names[kind]) if is_that(each, name)]
                met = met & any_along(_KEPT[kind](world)[:, kept], 1)
        return met


def _alike(compiled: CompiledScenario, world: World, wanted: Bools) -> Iterator[tuple[int, Bools]]:
    """The phase, and which plays, of those where the same scene is on about the same matter."""
    rows = np.flatnonzero(wanted)
    by, of, cause = (each[rows] for each in (world.scene_by, world.scene_of, world.scene_cause))
    about = world.due_about[rows, by, of, cause]
    moves = world.due_moves[rows, by, of]
    leaks = [leaks_of(compiled, world, int(row)) for row in rows]
    which_leaks = [sorted(set(leaks), key=sorted).index(each) for each in leaks]
    keys = np.column_stack([world.phase[rows], by, of, cause, about, moves, which_leaks])
    _, which = np.unique(keys, axis=0, return_inverse=True)
    for at in range(which.max(initial=-1) + 1):
        alike = np.zeros(len(wanted), dtype=bool)
        alike[rows[which.ravel() == at]] = True
        yield int(world.phase[rows[which.ravel() == at][0]]), alike
