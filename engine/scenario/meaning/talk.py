"""What is told and said: whether each line can ever be heard, and where in a play that would be."""

from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from engine.scenario.aiming import makers as makers_of
from engine.scenario.aiming import targets
from engine.scenario.meaning.implied import MOST_COMPARED, is_implied
from engine.scenario.meaning.rounds import Calendar, Rounds
from engine.scenario.problems import Mark, Problem, Value
from engine.scenario.schema import (
    ALWAYS,
    Answer,
    AnswerTo,
    Confrontation,
    Line,
    Lines,
    Move,
    Reflection,
    Scenario,
    Situation,
    Text,
)
from engine.scenario.schema_walk import Path, SourceMap
from engine.scenario.vocabulary import KINDS


class Told(NamedTuple):
    """A line, and where it can be heard.

    rounds: that have been played by then. beside: the moves that can have been played in the round
    that it is about; None where it is about no round. only: the one party that it is told to.
    """

    path: Path
    line: Line
    rounds: Rounds
    beside: frozenset[str] | None = None
    only: str | None = None

    @property
    def judges(self) -> frozenset[str]:
        """The party that must know what the line is about; nobody, if all who hear it must."""
        own = self.line.party or self.only
        return frozenset() if own is None else frozenset({own})


def lines_of(scenario: Scenario, calendar: Calendar) -> Iterator[Told]:
    """Every line of a scenario that has a speaker or a condition of its own."""
    in_play, script = (1, calendar.longest), scenario.script
    yield from _in_phases(scenario, calendar)
    if script.called is not None:
        yield from _in_moment(("script", "called"), script.called, in_play)
    for move_id, move in scenario.moves.items():
        phases = [set(phase.moves) for phase in script.phases.values() if move_id in phase.moves]
        beside = frozenset().union(*phases)
        yield from _each(("moves", move_id, "lines"), move.lines, in_play, beside)
        yield from _answers(("moves", move_id, "answers"), move.answers, in_play, beside)
    offered = frozenset(move for phase in script.phases.values() for move in phase.moves)
    yield from _answers(("script", "answers"), script.answers, in_play, offered)
    for path, scenes in scenes_of(scenario):
        for at, scene in enumerate(scenes):
            yield from _each((*path, at, "opens"), scene.opens, (0, calendar.longest))
    for event_id, event in script.events.items():
        yield from _each(("script", "events", event_id, "say"), event.say, in_play)
    for address, role in scenario.all_roles():
        party, _, role_id = address.partition(".")
        path = ("parties", party, "roles", role_id, "arrives")
        yield from _each(path, role.arrives, (0, calendar.longest))


def _in_phases(scenario: Scenario, calendar: Calendar) -> Iterator[Told]:
    for phase_id, phase in scenario.script.phases.items():
        path = ("script", "phases", phase_id)
        before, after = calendar.played_before(phase_id), calendar.played_after(phase_id)
        for at, opening in enumerate(phase.opens_with):
            yield Told((*path, "opens_with", at), opening, before, only=opening.only)
        if phase.reflection is not None:
            yield from _in_moment((*path, "reflection"), phase.reflection, before)
        if phase.rounds is None:
            continue
        for at, situation in enumerate(phase.situations):
            here = (*path, "situations", at, "lines")
            when = before[0], after[1] - 1
            for nth, line in enumerate(situation.lines):
                yield Told((*here, nth), line, when, only=situation.only)
        rounds = before[0] + 1, after[1]
        yield from _answers((*path, "answers"), phase.answers, rounds, frozenset(phase.moves))


def _in_moment(path: Path, moment: Reflection, rounds: Rounds) -> Iterator[Told]:
    for step in ("differences", "bottlenecks"):
        for option, lines in getattr(moment, step).lines.items():
            yield from _each((*path, step, "lines", option), lines, rounds)


def scenes_of(scenario: Scenario) -> Iterator[tuple[Path, tuple[Confrontation, ...]]]:
    """The confrontations of each phase and of the script."""
    for phase_id, phase in scenario.script.phases.items():
        yield ("script", "phases", phase_id, "confrontations"), phase.confrontations
    yield ("script", "confrontations"), scenario.script.confrontations


def _each(
    path: Path, lines: Lines, rounds: Rounds, beside: frozenset[str] | None = None
) -> Iterator[Told]:
    for at, line in enumerate(lines):
        yield Told((*path, at), line, rounds, beside)


def _answers(
    path: Path, answers: Sequence[Answer], rounds: Rounds, beside: frozenset[str]
) -> Iterator[Told]:
    """The answers, each with the last words on it."""
    for at, answer in enumerate(answers):
        yield Told((*path, at), answer, rounds, beside)
        yield from _each((*path, at, "then"), answer.then, rounds, beside)


def moves_followed(scenario: Scenario, answer: AnswerTo) -> set[str]:
    """The moves of others that an answer can follow, as far as they are named or look like it."""
    wanted, party = answer.follows, answer.party
    found = set()
    for name, move in scenario.moves.items():
        if (wanted.is_ and name not in wanted.is_) or wanted.stance not in (None, move.face_stance):
            continue
        makers = {
            each
            for each in makers_of(scenario, move)
            if each != party and _is_asked(scenario, move, each, answer)
        }
        if wanted.of in makers if wanted.of else makers:
            found.add(name)
    return found


def _is_asked(scenario: Scenario, move: Move, maker: str, answer: AnswerTo) -> bool:
    """Whether that maker can do the move with whom the answer is about, or with who answers."""
    others = targets(scenario, move, maker)
    about = answer.follows.at
    return about in others if about else move.at is None or answer.party in others


# --- what is wrong with it ------------------------------------------------------------------------


def talk_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Lines that nobody hears, answers that follow nothing, and wordings that occur twice."""
    yield from _answers_to_nothing(scenario, source)
    yield from _answers_to_leaving(scenario, source)
    yield from _used_up(scenario, source)
    yield from _preceded(scenario, source)
    yield from _overheard(scenario, source)
    yield from _twice(scenario, source)


def _answers_to_nothing(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    for path, answer, moves in _answers_to_moves(scenario):
        if not moves:
            params: dict[str, Value] = {"written": answer.speaker}
            yield Problem("answer-follows-nothing", source.at_key(*path, "to"), params)
    for move_id, move in scenario.moves.items():
        for at, own in enumerate(move.answers):
            if KINDS[move.kind].leaves:
                mark = source.at_value("moves", move_id, "answers", at)
                yield Problem("answer-to-leaving", mark, {"written": own.speaker})
            elif not _can_answer(scenario, move, own):
                mark = source.at_key("moves", move_id, "answers", at, "speaker")
                yield Problem("answer-follows-nothing", mark, {"written": own.speaker})


def _answers_to_leaving(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Answers in the script that only follow moves after which nobody says anything."""
    leaving = {name for name, move in scenario.moves.items() if KINDS[move.kind].leaves}
    for here, answers, offered in _lists_of_answers(scenario):
        for at, answer in enumerate(answers):
            followed = moves_followed(scenario, answer) & offered
            if followed and followed <= leaving:
                mark = source.at_value(*here, at)
                yield Problem("answer-to-leaving", mark, {"written": answer.speaker})


def broad_answers(scenario: Scenario, source: SourceMap) -> Iterator[tuple[Mark, int]]:
    """Where an answer names no move, and how many moves it can follow then; not where it asks
    whether the move came short, and so is about that, whatever the move was.
    """
    for path, answer, moves in _answers_to_moves(scenario):
        if not answer.follows.is_ and answer.when.slipped is None:
            yield source.at_key(*path, "to"), len(moves)


def _answers_to_moves(scenario: Scenario) -> Iterator[tuple[Path, AnswerTo, set[str]]]:
    """The answers in the script and its phases that say what they follow, and those moves."""
    for here, answers, offered in _lists_of_answers(scenario):
        for at, answer in enumerate(answers):
            if answer.to is not None:
                yield (*here, at), answer, moves_followed(scenario, answer) & offered


def _lists_of_answers(
    scenario: Scenario,
) -> Iterator[tuple[Path, tuple[AnswerTo, ...], frozenset[str]]]:
    """The answers of the script and of each phase, and the moves that can come before them."""
    script = scenario.script
    yield ("script", "answers"), script.answers, frozenset(scenario.moves)
    for phase_id, phase in script.phases.items():
        path = ("script", "phases", phase_id, "answers")
        yield path, phase.answers, frozenset(phase.moves)


def _can_answer(scenario: Scenario, move: Move, answer: Answer) -> bool:
    """Whether another than that party makes the move, and with it, if it is done with one."""
    others = [each for each in makers_of(scenario, move) if each != answer.party]
    return any(move.at is None or answer.party in targets(scenario, move, o) for o in others)


def _preceded(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Answers and situations that are never used, because one above them always fits."""
    always_there = _always_at_table(scenario)
    for phase_id, phase in scenario.script.phases.items():
        for at in _preceded_situations(phase.situations):
            path = ("script", "phases", phase_id, "situations", at)
            yield Problem("always-preceded", source.at_value(*path))
    for here, answers, offered in _lists_of_answers(scenario):
        followed = [moves_followed(scenario, answer) & offered for answer in answers]
        for at in _preceded_answers(answers, followed, always_there):
            yield Problem("always-preceded", source.at_value(*here, at))
    for move_id, move in scenario.moves.items():
        for at in _preceded_by_own(scenario, move, always_there):
            yield Problem("always-preceded", source.at_value("moves", move_id, "answers", at))
    for here, scenes in scenes_of(scenario):
        always = [not each.cause and each.of is None and each.when == ALWAYS for each in scenes]
        for at in range(always.index(True) + 1 if any(always) else len(scenes), len(scenes)):
            yield Problem("always-preceded", source.at_value(*here, at))


def _always_at_table(scenario: Scenario) -> set[str]:
    """Who can always speak: nobody can send them away, and no event takes their seat."""
    events = scenario.script.events.values()
    dropped = {name for event in events for name in event.takes_away}
    somebody_leaves = any(event.turnover for event in events)
    return {
        address
        for address, role in scenario.all_roles()
        if role.starts
        and not role.negotiable.allowed
        and address not in dropped
        and not (somebody_leaves and address == _lead_of(scenario, address))
    }


def _lead_of(scenario: Scenario, address: str) -> str:
    party = address.partition(".")[0]
    return f"{party}.{scenario.parties[party].lead}"


def _never_run_out(answers: Sequence[Answer], always_there: Container[str]) -> list[int]:
    """Which answers can be given every time, of the first that can."""
    endless = (at for at, each in enumerate(answers) if each.again and each.speaker in always_there)
    return list(islice(endless, MOST_COMPARED))


def _comes_before(earlier: Answer, later: Answer) -> bool:
    """Whether an answer is there for that party wherever the later one fits."""
    return earlier.party == later.party and is_implied(earlier.when, later.when)


def _preceded_answers(
    answers: Sequence[AnswerTo], followed: list[set[str]], always_there: Container[str]
) -> Iterator[int]:
    """Which answers only follow what one above them, of the same party, always answers."""
    endless = _never_run_out(answers, always_there)
    for at, answer in enumerate(answers):
        of = answer.follows.of
        if any(
            _comes_before(answers[above], answer)
            and answers[above].follows.of in (None, of)
            and followed[at] <= followed[above]
            for above in endless
            if above < at
        ):
            yield at


def _preceded_by_own(scenario: Scenario, move: Move, always_there: Container[str]) -> Iterator[int]:
    """Which answers to a move come after one that never runs out."""
    endless = _never_run_out(move.answers, always_there)
    for at, answer in enumerate(move.answers):
        above = [move.answers[each] for each in endless if each < at]
        if any(_answers_all_of(scenario, move, each, answer) for each in above):
            yield at


def _used_up(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Answers to a move that is not made as often as those above them have something to say."""
    always_there, calendar = _always_at_table(scenario), Calendar(scenario)
    for move_id, move in scenario.moves.items():
        times = _most_times(scenario, calendar, move_id)
        for at, answer in enumerate(move.answers):
            sure = [
                each
                for each in move.answers[:at][:MOST_COMPARED]
                if each.speaker in always_there and _answers_all_of(scenario, move, each, answer)
            ]
            said = len({text for each in sure for text in each.say})
            # One that may be given again and again is told of elsewhere.
            if said >= times and not any(each.again for each in sure):
                mark = source.at_value("moves", move_id, "answers", at)
                params: dict[str, Value] = {"written": move_id, "times": times}
                yield Problem("answer-used-up", mark, params)


def _most_times(scenario: Scenario, calendar: Calendar, move_id: str) -> int:
    """How often a move can be made in a play, by all its makers together."""
    move = scenario.moves[move_id]
    phases = scenario.script.phases.items()
    rounds = sum(calendar.rounds_of(name)[1] for name, phase in phases if move_id in phase.moves)
    makers = len(makers_of(scenario, move)) * (max(1, len(scenario.parties) - 1) if move.at else 1)
    return makers if move.once else makers * max(rounds, 1)


def _answers_all_of(scenario: Scenario, move: Move, earlier: Answer, later: Answer) -> bool:
    """Whether one above is given to everybody to whom the later one could be, whenever it fits."""
    if not is_implied(earlier.when, later.when):
        return False
    if earlier.party == later.party:
        return True
    others = [each for each in makers_of(scenario, move) if each != later.party]
    # In a side talk the one may be there and the other not.
    is_apart = any(phase.with_ for phase in scenario.script.phases.values())
    return move.at is None and not is_apart and earlier.party not in others


def _preceded_situations(situations: tuple[Situation, ...]) -> Iterator[int]:
    settled: set[tuple[str | None, int | None]] = set()
    for at, situation in enumerate(situations):
        if settled & {(situation.only, None), (situation.only, situation.round)}:
            yield at
        comes_back = any(line.again and line.when == ALWAYS for line in situation.lines)
        if situation.when == ALWAYS and (comes_back or situation.round is not None):
            settled.add((situation.only, situation.round))


def _overheard(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Lines for one party alone that somebody of another is to say."""
    for phase_id, phase in scenario.script.phases.items():
        path = ("script", "phases", phase_id)
        alone: list[tuple[Path, str | None, Line]] = [
            ((*path, "opens_with", at), line.only, line) for at, line in enumerate(phase.opens_with)
        ]
        for at, each in enumerate(phase.situations):
            here = (*path, "situations", at, "lines")
            alone += [((*here, nth), each.only, line) for nth, line in enumerate(each.lines)]
        for where, only, line in alone:
            if only is not None and line.party not in (None, only):
                params: dict[str, Value] = {"written": str(line.speaker), "party": only}
                yield Problem("said-by-another", source.at_value(*where, "speaker"), params)


def _twice(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Wordings that occur in two places, although nothing is said twice in a play."""
    first: dict[Text, int] = {}
    for path, text in _wordings(scenario):
        mark = source.at_value(*path)
        if text in first:
            yield Problem("said-twice", mark, {"first_line": first[text]})
        first.setdefault(text, mark.line)


def _wordings(scenario: Scenario) -> Iterator[tuple[Path, Text]]:
    calendar = Calendar(scenario)
    for told in lines_of(scenario, calendar):
        if not told.line.again:
            yield from _numbered((*told.path, "say"), told.line.say)
    for move_id, move in scenario.moves.items():
        yield from _numbered(("moves", move_id, "say"), move.say or ())
    yield from _in_scenes(scenario)
    for phase_id, phase in scenario.script.phases.items():
        if (moment := phase.reflection) is None:
            continue
        for step in ("differences", "bottlenecks"):
            path = ("script", "phases", phase_id, "reflection", step, "say")
            for option, wordings in getattr(moment, step).say.items():
                yield from _numbered((*path, option), wordings)


def _in_scenes(scenario: Scenario) -> Iterator[tuple[Path, Text]]:
    for path, scenes in scenes_of(scenario):
        for at, scene in enumerate(scenes):
            for key in ("replies", "responses"):
                for name, said in getattr(scene, key).items():
                    yield from _numbered((*path, at, key, name, "say"), said.say or ())
            for name, said in scene.responses.items():
                for reply, wordings in said.say_to.items():
                    yield from _numbered((*path, at, "responses", name, "say_to", reply), wordings)


def _numbered(path: Path, wordings: tuple[Text, ...]) -> Iterator[tuple[Path, Text]]:
    return (((*path, at), text) for at, text in enumerate(wordings))
