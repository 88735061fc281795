"""`new`: a scenario to begin with. Asks in a terminal what was not said on the command line."""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.scenario.load import load_text
from engine.scenario.vocabulary import LANGUAGES, Form, Language
from game import library
from game.authoring import FEWEST_PARTIES, FEWEST_ROUNDS, MOST_PARTIES, MOST_ROUNDS
from game.authoring.draft import FORMS, Outline, draft
from game.errors import UserError, program_name, shell_quoted
from game.presenters.page import Line
from game.printable import printable
from game.text.prompter import Prompter, Quit
from game.text.screen import Screen
from game.typed import as_number
from game.words import Words, words_in

# What somebody gets who says nothing. Design choices: the form with the fewest legal terms in it,
# and a first play of half an hour.
_FORM: Form = "joint-venture"
_ROUNDS = 4
_LONGEST_NAME = 60  # letters; design choice: what fits on a cover
# What Windows can't have in the name of a file, which others may copy it to; and names that are
# taken there.
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|]')
_TAKEN = re.compile(r"(con|prn|aux|nul|(com|lpt)\d)(\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """What the command line said; None: nothing. languages: of the texts."""

    name: str | None
    form: Form | None
    parties: int | None
    rounds: int | None
    languages: Sequence[Language] | None
    out: Path | None


def new_scenario(asked: Asked, language: Language) -> int:
    """Write the scenario, over nothing that is there."""
    words, screen = words_in(language), Screen(sys.stdout)
    asked = _with_place(asked)
    name = asked.name
    if not sys.stdin.isatty() and name is None:
        raise UserError("stop.new-without-name")
    if name is not None:
        _refuse_name(name, language)
        _refuse_place(_place_of(name, asked.out))
    said = (name, asked.form, asked.parties, asked.rounds, asked.languages)
    if sys.stdin.isatty() and None in said:
        asker = _Asker(Prompter(screen, sys.stdin), words)
        try:
            name = name or asker.name(asked.out)
            asked = asker.rest(asked)
        except (Quit, KeyboardInterrupt):
            screen.gap()
            return 0
    assert name is not None
    path = _place_of(name, asked.out)
    _refuse_place(path)  # it may have come while we were asking
    library.write(path, _text_of(name, asked, language).encode("utf-8"))
    _say_what_next(screen, words, path)
    return 0


def _with_place(asked: Asked) -> Asked:
    """The same with a name from its file, or a file where the name is one: `here/talks.yaml`."""
    name, out = asked.name, asked.out
    if name is not None and Path(name).suffix in library.ENDINGS:
        name, out = Path(name).stem, out or Path(name)
    elif name is None and out is not None:
        name = out.stem
    return replace(asked, name=name, out=out)


def _text_of(name: str, asked: Asked, language: Language) -> str:
    outline = Outline(
        title=_title_of(name),
        form=asked.form or _FORM,
        parties=asked.parties or FEWEST_PARTIES,
        rounds=asked.rounds or _ROUNDS,
        languages=asked.languages or (language,),
        comments=language if len(asked.languages or ()) != 1 else (asked.languages or ())[0],
    )
    return draft(outline)


def _title_of(name: str) -> str:
    """The name as a title: what was typed, but `my-talks` reads as “My talks”."""
    if name != name.lower() or " " in name:
        return name
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _place_of(name: str, out: Path | None) -> Path:
    if out is not None:
        return out
    return Path("-".join(name.lower().split()) + library.ENDINGS[0])


def _refuse_name(name: str, language: Language) -> None:
    """Refuse what can't be the name of a file, or the title of a scenario."""
    is_odd = printable(name) != name or "\n" in name or _NOT_IN_A_NAME.search(name)
    is_taken = _TAKEN.fullmatch(name) or not any(map(str.isalnum, name))
    if is_odd or is_taken or name != name.strip(". ") or len(name) > _LONGEST_NAME:
        raise UserError("stop.new-name", written=name, n=_LONGEST_NAME)
    text = _text_of(name, Asked(name, None, None, None, None, None), language)
    for problem in load_text(text, "").problems:  # the rest has none
        why = f"{problem.message(language)} {problem.repair(language)}"
        raise UserError("stop.new-title", written=name, why=why)


def _refuse_place(path: Path) -> None:
    if library.kind_of(path):
        raise UserError("stop.new-exists", path=path)


def _say_what_next(screen: Screen, words: Words, path: Path) -> None:
    gaps = {"path": shell_quoted(path), "program": program_name()}
    screen.write(words("new.written", **gaps))
    for each in ("check", "play", "balance"):
        screen.write(words(f"new.next.{each}", **gaps))


class _Asker:
    """Asks for an outline; Enter takes what is usual."""

    def __init__(self, prompter: Prompter, words: Words) -> None:
        self.prompter, self.words, self.screen = prompter, words, prompter.screen
        prompter.commands = dict.fromkeys(("q", "quit", "stop"), self._quit)
        self.screen.say(words("new.welcome"))

    def _quit(self) -> None:
        raise Quit

    def name(self, out: Path | None) -> str:
        """A name that a file can have, and that none has yet."""
        while True:
            name = self.prompter.ask(lambda: self.words("new.name"))
            if not name:
                continue
            try:
                _refuse_name(name, self.words.language)
                _refuse_place(_place_of(name, out))
                return name
            except UserError as stop:
                self.screen.say(stop.message(self.words))

    def rest(self, asked: Asked) -> Asked:
        """Whatever was not said."""
        words = self.words
        forms = [words(f"form.{each}") for each in FORMS]
        form = asked.form or FORMS[self._one_of("new.form", forms, FORMS.index(_FORM))]
        parties = asked.parties or self._number("new.parties", FEWEST_PARTIES, MOST_PARTIES, 2)
        rounds = asked.rounds or self._number("new.rounds", FEWEST_ROUNDS, MOST_ROUNDS, _ROUNDS)
        languages = asked.languages or self._languages()
        return replace(asked, form=form, parties=parties, rounds=rounds, languages=languages)

    def _languages(self) -> Sequence[Language]:
        choices = [(self.words.language,), *((each,) for each in LANGUAGES), LANGUAGES]
        choices = list(dict.fromkeys(choices))
        names = [self.words(f"new.language.{'-'.join(sorted(each))}") for each in choices]
        return choices[self._one_of("new.languages", names, 0)]

    def _one_of(self, question: str, choices: Sequence[str], usual: int) -> int:
        self.screen.show([Line("question", self.words(question))])
        for number, each in enumerate(choices, start=1):
            self.screen.show([Line("choice", each, key=str(number))])
        return self._number("new.pick", 1, len(choices), usual + 1) - 1

    def _number(self, question: str, low: int, high: int, usual: int) -> int:
        prompt = self.words(question, low=low, high=high, usual=usual)
        while True:
            written = self.prompter.ask(lambda: prompt)
            number = as_number(written) if written else usual
            if number is not None and low <= number <= high:
                return number
            self.screen.say(self.words("new.bad-number", written=written, low=low, high=high))
