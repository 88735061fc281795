"""All that can be said in a phase: by whom, when, and on which line of the file it stands."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from engine.scenario.schema import (
    ALWAYS,
    Answer,
    AnswerTo,
    Condition,
    Confrontation,
    Line,
    Reflection,
    Scenario,
    Text,
)
from engine.scenario.vocabulary import BOTTLENECK_OPTIONS, INVENTORY_OPTIONS
from game.presenters.conditions import Reader
from game.presenters.page import first_up
from game.words import Words

Path = tuple[str | int, ...]
Where = Callable[[Path], str]
Below = Callable[..., Path]


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A line with who says it, when, and its wordings. where: in the file."""

    who: str
    when: str
    texts: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class SaidPart:
    """Lines that belong together."""

    title: str
    lines: tuple[SaidLine, ...]


def all_said(scenario: Scenario, phase: str, words: Words, where: Where) -> tuple[SaidPart, ...]:
    """Everything that is told and said in that phase, whether or not a play comes to it.

    where: what is said of the place of a path in the file.
    """
    parts = _Sayings(scenario, words, where).parts(phase)
    return tuple(part for part in parts if part.lines)


class _Sayings:
    def __init__(self, scenario: Scenario, words: Words, where: Where) -> None:
        self.scenario, self.words, self.where = scenario, words, where
        self.reader = Reader(scenario, words)

    def parts(self, name: str) -> Iterator[SaidPart]:
        words, phase, at = self.words, self.scenario.script.phases[name], self._at(name)
        opens = (
            *self._say(phase.text, at("text")),
            *self._say(phase.outside, at("outside")),
            *(
                self._line(line, at("opens_with", number), ", ".join(self._only(line.only)))
                for number, line in enumerate(phase.opens_with)
            ),
        )
        yield SaidPart(words("studio.said.opens"), opens)
        for number, situation in enumerate(phase.situations):
            when = [words("studio.said.round", n=situation.round)] if situation.round else []
            when += self._only(situation.only)
            when += self._when(situation.when)
            title = words("studio.said.situation", when=", ".join(when)).rstrip(": ")
            said = self._lines(situation.lines, self._at(name, "situations", number), "lines")
            yield SaidPart(title, said)
        if phase.reflection is not None:
            yield from self._reflection(phase.reflection, self._at(name, "reflection"))
        yield from (self._move(move) for move in phase.moves if move in self.scenario.moves)
        yield SaidPart(words("studio.said.answers"), self._answers(phase.answers, at))
        for number, scene in enumerate(phase.confrontations):
            of_scene = tuple(self._scene(scene, self._at(name, "confrontations", number)))
            yield SaidPart(words("studio.said.scene"), of_scene)

    def _at(self, phase: str, *below: str | int) -> Below:
        return _below("script", "phases", phase, *below)

    def _move(self, name: str) -> SaidPart:
        move, at = self.scenario.moves[name], _below("moves", name)
        said = [*self._lines(move.lines, at, "lines"), *self._say(move.say, at("say"))]
        said += self._answers(move.answers, at)
        said += self._say(move.found_out, at("found_out"))
        return SaidPart(self.words("studio.said.move", move=self.words.of(move.title)), tuple(said))

    def _reflection(self, moment: Reflection, at: Below) -> Iterator[SaidPart]:
        for name in ("differences", "bottlenecks"):
            step = getattr(moment, name)
            said = list(self._say(step.ask, at(name, "ask")))
            for option, text in step.options.items():
                who = first_up(self.words(f"option.{option}"))
                said += self._say(text, at(name, "options", option), who)
            for option in (*INVENTORY_OPTIONS, *BOTTLENECK_OPTIONS):
                who = first_up(self.words(f"option.{option}"))
                lines = step.lines.get(option, ())
                said += self._lines(lines, _below(*at(name, "lines")), option, who)
                said += self._say(step.say.get(option), at(name, "say", option), who)
            yield SaidPart(first_up(self.words(f"moment.{name}")), tuple(said))

    def _scene(self, scene: Confrontation, at: Below) -> Iterator[SaidLine]:
        yield from self._lines(scene.opens, at, "opens")
        for reply, said in scene.replies.items():
            yield from self._say(said.say, at("replies", reply), self._way(reply))
        for way, words in scene.responses.items():
            yield from self._say(words.say, at("responses", way), self._way(way))
            for reply, texts in words.say_to.items():
                after = self.words("script.at.reply", reply=self.words(f"scene.reply.{reply}"))
                yield from self._say(
                    texts, at("responses", way, "say_to", reply), self._way(way), after
                )

    def _way(self, name: str) -> str:
        """What somebody does in a confrontation, in front of what is said with it."""
        return first_up(self.words(f"scene.short.{name}"))

    def _lines(
        self, lines: Sequence[Line], at: Below, name: str, when: str = ""
    ) -> tuple[SaidLine, ...]:
        return tuple(self._line(line, at(name, number), when) for number, line in enumerate(lines))

    def _line(self, line: Line, path: Path, when: str = "") -> SaidLine:
        held = [each for each in (when, *self._when(line.when)) if each]
        texts = tuple(map(self.words.of, line.say))
        return SaidLine(self._who(line.speaker), ", ".join(held), texts, self.where(path))

    def _answers(self, answers: Sequence[Answer], at: Below) -> tuple[SaidLine, ...]:
        said: list[SaidLine] = []
        for number, answer in enumerate(answers):
            path, to = at("answers", number), None
            if isinstance(answer, AnswerTo):
                to = answer.to
            titles = [self._title(each) for each in (to.is_ if to is not None else ())]
            when = self.words("studio.said.to", moves=self.words.all_of(titles)) if titles else ""
            said.append(self._line(answer, path, when))
            said += self._lines(answer.then, _below(*path), "then")
        return tuple(said)

    def _say(
        self, say: Text | Sequence[Text] | None, path: Path, who: str = "", when: str = ""
    ) -> tuple[SaidLine, ...]:
        texts = (say,) if isinstance(say, Text) else tuple(say or ())
        if not texts:
            return ()
        return (SaidLine(who, when, tuple(map(self.words.of, texts)), self.where(path)),)

    def _when(self, condition: Condition) -> list[str]:
        if condition == ALWAYS:
            return []
        return [self.words("map.when", what=self.reader.condition(condition))]

    def _only(self, party: str | None) -> list[str]:
        """That it is told to one party alone."""
        if party is None:
            return []
        return [self.words("studio.said.only", party=self.reader.party(party))]

    def _title(self, name: str) -> str:
        move = self.scenario.moves.get(name)
        return f"“{self.words.of(move.title)}”" if move is not None else name

    def _who(self, speaker: str | None) -> str:
        if speaker is None:
            return ""
        party, _, role = speaker.partition(".")
        owner = self.scenario.parties.get(party)
        found = owner.roles.get(role) if owner is not None else None
        return found.name if found is not None else speaker


def _below(*path: str | int) -> Below:
    """What makes the path of something below that one."""
    return lambda *names: (*path, *names)
