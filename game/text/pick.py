"""Picking in a terminal: a scenario, a play to resume, a role, a counterpart."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from engine.live_play import CompiledScenario, LivePlay
from engine.players import PERSONAS
from engine.scenario.schema import Party, Scenario
from engine.scenario.vocabulary import LANGUAGES, Language
from game import library, saves
from game.errors import UserError, program_name, shell_quoted
from game.library import Opened
from game.presenters.page import Cast, Line, Lines, numbered, sentence
from game.presenters.seats import credits_told
from game.settings import remember_language
from game.text.prompter import Prompter, Quit
from game.typed import as_number, as_yes_no
from game.words import Words, words_in


class Picker:
    """Asks what to play before the play begins."""

    def __init__(self, prompter: Prompter, language: Language) -> None:
        self.prompter, self.screen = prompter, prompter.screen
        self.words: Words = words_in(language)
        self.switched = False
        self.prompter.commands = {
            **dict.fromkeys(("?", "help", "hulp"), self._help),
            **dict.fromkeys(("t", "taal", "language"), self._switch),
            **dict.fromkeys(("q", "quit", "stop"), self._quit),
        }

    def welcome(self) -> None:
        """The first two lines."""
        self.screen.show([Line("title", self.words("welcome"))])
        self.screen.say(self.words("welcome.help"))

    def scenario(self) -> Opened:
        """One of the scenarios that come with the game."""
        found = library.playable()
        for path in library.shipped():
            if path not in [each.path for each in found]:
                told = self.words("pick.broken", file=path.name, program=program_name())
                self.screen.say(told)
        if not found:
            raise UserError("stop.no-scenarios", place=library.SHIPPED)
        self.screen.show([Line("question", self.words("pick.scenario"))])
        for number, each in enumerate(found, start=1):
            line = self.words("pick.scenario.line", **self._facts(each.scenario))
            self.screen.show([Line("choice", line, key=str(number))])
        return found[self._number(len(found), lambda at: self._about(found[at].scenario)) - 1]

    def _facts(self, scenario: Scenario) -> dict[str, object]:
        words = self.words
        parties = words.all_of([words.of(party.name) for party in scenario.parties.values()])
        return {
            "title": words.of(scenario.title), "form": words(f"form.{scenario.form}"),
            "minutes": scenario.minutes, "parties": parties,
        }  # fmt: skip

    def _about(self, scenario: Scenario) -> Iterator[Line]:
        words = self.words
        goals = " ".join(words.of(goal.text) for goal in scenario.teaches.values())
        yield Line("detail", words.of(scenario.summary))
        yield Line("detail", sentence(words("pick.scenario.facts", **self._facts(scenario))))
        yield Line("detail", words("pick.scenario.teaches", goals=goals))

    def introduce(self, opened: Opened) -> None:
        """What it is about, and who wrote it."""
        scenario = opened.scenario
        about = Line("told", self.words.of(scenario.summary))
        self.screen.show([about, *credits_told(self.words, scenario)])

    def resume(self, opened: Opened) -> Path | None:
        """The play of this scenario that was left unfinished, if the player wants it."""
        if (found := self._unfinished(opened)) is None:
            return None
        path, live = found
        self.screen.show(
            [
                Line("question", self.words("pick.resume.head")),
                Line("detail", self._offer(live)),
            ]
        )
        while True:
            answer = self.prompter.ask(lambda: self.words("pick.resume.ask"))
            wants = True if not answer else as_yes_no(answer)
            if wants is not None:
                return path if wants else None

    def mention_unfinished(self, opened: Opened) -> None:
        """Mention an unfinished play to somebody who asked for a new one."""
        if (found := self._unfinished(opened)) is not None:
            path, live = found
            self.screen.say(f"{self.words('pick.resume.head')} {self._offer(live)}")
            how = self.words("pick.resume.how", path=shell_quoted(path), program=program_name())
            self.screen.write(how)

    def _unfinished(self, opened: Opened) -> tuple[Path, LivePlay] | None:
        """The last saved play that can be resumed, with the text it began with if need be."""
        for path, trace in saves.unfinished_of(opened):
            with suppress(UserError):  # from another version; an older one may still be good
                begun = saves.as_begun(trace, path, opened)
                live = LivePlay.resume(begun.compiled(), trace, begun.digest)
                if isinstance(live, LivePlay) and not live.is_over:
                    return path, live
        return None

    def _offer(self, live: LivePlay) -> str:
        seat = live.trace.people[0]
        view, words = live.view(seat), self.words
        offer = words(
            "pick.resume",
            title=words.of(view.title), role=words.of(view.me.name),
            round=max(1, view.round), phase=words.of(view.phase_name),
        )  # fmt: skip
        return sentence(offer)

    def tongue(self, opened: Opened, asked: str | None) -> Opened:
        """The scenario in the language that was asked for, or that is picked if it has others."""
        if asked is not None:
            return library.told_in(opened, asked)
        languages = opened.scenario.languages
        if set(languages) <= set(LANGUAGES):
            return opened
        self.screen.show([Line("question", self.words("pick.tongue"))])
        for number, each in enumerate(languages, start=1):
            named = self.words.name_of_language(each)
            self.screen.show([Line("choice", named, key=str(number))])
        chosen = languages[self._number(len(languages)) - 1]
        return opened if chosen == self.words.language else library.told_in(opened, chosen)

    def role(self, opened: Opened) -> Sequence[str]:
        """The parties that are played here: one, or both of two."""
        words, parties = self.words, list(opened.scenario.parties.values())
        names = list(opened.scenario.parties)
        self.screen.show([Line("question", words("pick.role"))])
        lines = [self._party(party) for party in parties]
        if len(parties) == 2:
            lines.append(words("pick.role.both"))
        self.screen.show(numbered(lines))

        def about(at: int) -> Lines:
            shown = parties if at == len(parties) else parties[at : at + 1]
            return tuple(Line("detail", self.words.of(party.public)) for party in shown)

        number = self._number(len(lines), about)
        return names if number > len(names) else [names[number - 1]]

    def _party(self, party: Party) -> str:
        lead = next(iter(party.roles.values()))
        named = {"lead": lead.name, "title": self.words.of(lead.title)}
        return self.words("pick.role.line", party=self.words.of(party.name), **named)

    def persona(self, compiled: CompiledScenario, role: str) -> str | None:
        """Who sits on the other seats; None leaves it to the scenario."""
        others = [party for party in compiled.parties if party != role]
        names = list(PERSONAS)

        listed = False

        def asked() -> str:
            if listed:
                return self.words("pick.persona.number")
            parties = Cast.of(compiled, self.words).parties(others)
            return self.words("pick.persona.ask", parties=parties)

        while written := self.prompter.ask(asked):
            answer = as_number(written) or 0
            if 1 <= answer <= len(names):
                return names[answer - 1]
            if written != "+":
                self.screen.say(self.words("number.bad", written=written, n=len(names)))
            listed = True
            self.screen.show(numbered(self.words.of(PERSONAS[name].text) for name in names))
        return None

    def _number(self, highest: int, about: Callable[[int], Iterable[Line]] | None = None) -> int:
        """A number from 1; about: what a question mark behind it tells, counted from 0."""
        key = "pick.ask.more" if about is not None else "pick.ask"
        while written := self.prompter.ask(lambda: self.words(key)):
            number = as_number(written.removesuffix("?")) or 0
            if not 1 <= number <= highest:
                self.screen.say(self.words("number.bad", written=written, n=highest))
            elif about is not None and written.endswith("?"):
                self.screen.show(about(number - 1))
            else:
                return number
        return 1

    def _help(self) -> None:
        words = self.words
        keys = ("help", "language", "quit")
        self.screen.show([Line("heading", words("help.keys.head"))])
        self.screen.show(Line("detail", words(f"help.keys.{key}")) for key in keys)

    def _switch(self) -> None:
        language: Language = "en" if self.words.language == "nl" else "nl"
        self.words, self.switched = words_in(language), True
        remember_language(language)
        self.screen.say(self.words("switched"))

    def _quit(self) -> None:
        raise Quit
