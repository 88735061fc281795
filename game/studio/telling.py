"""What the studio says of a scenario: its problems, its phases and all that is said in them."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.scenario.advice import Problem
from engine.scenario.schema import ALWAYS, Answer, AnswerTo, Line, Phase, Reflection, Scenario, Text
from engine.scenario.vocabulary import Language
from engine.simulate import Routes
from game.presenters.conditions import Reader
from game.presenters.page import decimal, first_up
from game.presenters.playtest import choice_told
from game.presenters.script_map import share_words
from game.studio.lengths import Walk, Written
from game.studio.reading import Reading
from game.studio.tryout import Tried
from game.words import Words


def clock(at: float) -> str:
    """The time of day, to the second: saves follow each other quickly."""
    return time.strftime("%H:%M:%S", time.localtime(at))


# --- problems -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Found:
    """A problem as it is shown. file: its name, where there are several; written: the line."""

    is_error: bool
    is_new: bool
    file: str
    line: int
    column: int
    message: str
    repair: str
    written: str
    code: str


def found_in(reading: Reading, before: Reading | None, language: Language) -> tuple[Found, ...]:
    """The problems of a reading, those first that the one before did not have."""
    known = {_kind_of(each) for each in before.problems} if before is not None else set()
    several = len({each.file for each in reading.problems} | {str(reading.path)}) > 1
    found = [
        Found(
            problem.is_error, before is not None and _kind_of(problem) not in known,
            _name_of(problem.file) if several else "", problem.line, problem.column,
            problem.message(language), problem.repair(language), reading.written(problem),
            problem.code,
        )
        for problem in reading.problems
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda each: (not each.is_new, not each.is_error)))


def _name_of(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[2]


def _kind_of(problem: Problem) -> tuple[str, str, str]:
    """What makes it the same problem, although lines were put in above it."""
    params = {name: value for name, value in problem.params.items() if not name.endswith("line")}
    return problem.file, problem.code, str(params)


# --- playing from here ---------------------------------------------------------------------------


def lost_told(words: Words, played: Tried) -> str:
    """What could not be chosen again, and what becomes of the rest; nothing, if all could be."""
    stray = played.stray
    if stray is None:
        return ""
    rest = sum(played.seat in each for each in stray.left)
    if played.live.is_over:
        return words("studio.lost.over", n=rest)
    if played.lost is None or stray.refusal is None:
        return words("studio.lost.other", n=rest)
    why = words(f"refusal.{stray.refusal.reason}", detail=stray.refusal.detail)
    told = words("studio.lost", choice=choice_told(words, played.lost), why=why)
    return f"{told} {words('studio.lost.rest', n=rest - 1)}" if rest > 1 else told


# --- phases ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase in a list. written: words by the author; read, minutes and share: as far as plays
    have shown it, else empty.
    """

    name: str
    title: str
    is_moment: bool
    rounds: str
    written: int
    read: str
    minutes: str
    share: str


def phase_rows(
    scenario: Scenario,
    words: Words,
    counted: Written,
    routes: Routes | None,
    walks: Mapping[str, Walk],
) -> Iterator[PhaseRow]:
    """The phases in the order of the script."""
    for at, (name, phase) in enumerate(scenario.script.phases.items()):
        walk = walks.get(name)
        share = "" if routes is None else share_words(words, routes.reached[at], routes.plays)
        rounds = words("map.moment") if phase.reflection else words("map.rounds", n=phase.rounds)
        yield PhaseRow(
            name, words.of(phase.name), phase.reflection is not None, rounds,
            words_of(counted.phases[name], words), "" if walk is None else str(round(walk.words)),
            "" if walk is None else decimal(words, walk.minutes, 0), share,
        )  # fmt: skip


def words_of(counted: Mapping[str, int], words: Words) -> int:
    """The words in that language, or in the first where it is not written in it."""
    return counted.get(words.language, next(iter(counted.values()), 0))


def whole_play(scenario: Scenario, routes: Routes, walks: Mapping[str, Walk]) -> float:
    """About how many minutes a play takes: its phases, as often as plays come there."""
    return sum(
        walks[name].minutes * routes.reached[at] / routes.plays
        for at, name in enumerate(scenario.script.phases)
        if name in walks
    )


# --- all that is said -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A line with who says it, when, and its wordings."""

    who: str
    when: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidPart:
    """Lines that belong together."""

    title: str
    lines: tuple[SaidLine, ...]


def all_said(scenario: Scenario, phase: Phase, words: Words) -> tuple[SaidPart, ...]:
    """Everything that is told and said in that phase, whether or not a play comes to it."""
    return tuple(part for part in _Sayings(scenario, words).parts(phase) if part.lines)


class _Sayings:
    def __init__(self, scenario: Scenario, words: Words) -> None:
        self.scenario, self.words, self.reader = scenario, words, Reader(scenario, words)

    def parts(self, phase: Phase) -> Iterator[SaidPart]:
        words = self.words
        yield SaidPart(words("studio.said.opens"), self._lines(phase.opens_with))
        for situation in phase.situations:
            when = [words("studio.said.round", n=situation.round)] if situation.round else []
            when += [self._when(situation.when)] if situation.when != ALWAYS else []
            title = words("studio.said.situation", when=", ".join(when)).rstrip(": ")
            yield SaidPart(title, self._lines(situation.lines))
        if phase.reflection is not None:
            yield from self._reflection(phase.reflection)
        for name in phase.moves:
            if (move := self.scenario.moves.get(name)) is not None:
                said = (
                    *self._lines(move.lines),
                    *self._say(move.say),
                    *self._answers(move.answers),
                )
                yield SaidPart(words("studio.said.move", move=words.of(move.title)), said)
        yield SaidPart(words("studio.said.answers"), tuple(self._answers(phase.answers)))
        for scene in phase.confrontations:
            yield SaidPart(words("studio.said.scene"), self._lines(scene.opens))

    def _reflection(self, moment: Reflection) -> Iterator[SaidPart]:
        for name in ("differences", "bottlenecks"):
            step = getattr(moment, name)
            said = [SaidLine("", "", (self.words.of(step.ask),))]
            for option, text in step.options.items():
                option_words = self.words(f"option.{option}")
                texts = (self.words.of(text), *map(self.words.of, step.say.get(option, ())))
                said.append(SaidLine(first_up(option_words), "", texts))
            yield SaidPart(first_up(self.words(f"moment.{name}")), tuple(said))

    def _lines(self, lines: Sequence[Line]) -> tuple[SaidLine, ...]:
        return tuple(self._line(line) for line in lines)

    def _line(self, line: Line, when: str = "") -> SaidLine:
        held = [when] if when else []
        held += [self._when(line.when)] if line.when != ALWAYS else []
        return SaidLine(self._who(line.speaker), ", ".join(held), self._texts(line.say))

    def _answers(self, answers: Sequence[Answer]) -> Iterator[SaidLine]:
        for answer in answers:
            to = answer.to if isinstance(answer, AnswerTo) and answer.to is not None else None
            moves = to.is_ if to is not None else ()
            titles = [self._move(each) for each in moves]
            when = self.words("studio.said.to", moves=self.words.all_of(titles)) if titles else ""
            yield self._line(answer, when)
            yield from self._lines(answer.then)

    def _say(self, say: Sequence[Text] | None) -> tuple[SaidLine, ...]:
        return (SaidLine("", "", self._texts(say)),) if say else ()

    def _texts(self, say: Sequence[Text]) -> tuple[str, ...]:
        return tuple(map(self.words.of, say))

    def _when(self, condition: object) -> str:
        return self.words("map.when", what=self.reader.condition(condition))  # type: ignore[arg-type]

    def _move(self, name: str) -> str:
        move = self.scenario.moves.get(name)
        return f"“{self.words.of(move.title)}”" if move is not None else name

    def _who(self, speaker: str | None) -> str:
        if speaker is None:
            return ""
        party, _, role = speaker.partition(".")
        owner = self.scenario.parties.get(party)
        found = owner.roles.get(role) if owner is not None else None
        return found.name if found is not None else speaker
