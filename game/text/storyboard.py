"""The command that saves a picture of every screen."""

import sys
from pathlib import Path

from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import Language
from game import library
from game.errors import UserError, os_words, shell_quoted
from game.presenters.page import first_up
from game.printable import printable
from game.text.screen import Screen
from game.words import Words, words_in

STOPPED = 1
NOTES = "notes.txt"


def save_storyboard(
    scenario: str,
    out: Path,
    language: Language,
    *,
    size: tuple[int, int],
    theme: str,
    text_size: int,
    seed: int,
    overwrite: bool,
    texts: str | None = None,
) -> int:
    """Play the scenario through the window's own code and save a picture of every screen."""
    path = library.find(scenario)
    words = words_in(language)
    notes = _notes(library.open_scenario(path, language, texts).scenario, words)
    try:
        out.mkdir(parents=True, exist_ok=True)
        there = list(out.glob("[0-9][0-9][0-9]-*.png"))
    except OSError as error:
        raise UserError("stop.unwritable-folder", path=out, why=error) from error
    for picture in () if overwrite else there:
        library.refuse_to_overwrite(picture, _is_png)
    if notes and not overwrite:
        library.refuse_to_overwrite(out / NOTES)
    from game.window import BoardStopped, storyboard

    try:
        saved = storyboard(
            path,
            out,
            lang=language,
            size=size,
            theme=theme,
            text_size=text_size,
            seed=seed,
            texts=texts or "",
        )
    except BoardStopped as stop:
        why = os_words(words, stop.error)
        told = words("storyboard.stopped", n=stop.saved, path=shell_quoted(out), why=why)
        Screen(sys.stderr).write(told)
        return STOPPED
    if notes:
        library.write(out / NOTES, printable("\n\n".join(notes) + "\n").encode("utf-8"))
    Screen(sys.stdout).write(words("storyboard.saved", n=saved, path=shell_quoted(out)))
    return 0


def _notes(scenario: Scenario, words: Words) -> list[str]:
    """What the author tells the trainer: no screen of a play shows it."""
    goal = scenario.debrief.trainer.goal
    notes = [words("pattern.trainer.goal", text=words.of(goal))] if goal else []
    for phase in scenario.script.phases.values():
        if phase.trainer is not None:
            notes.append(f"{first_up(words.of(phase.name))}\n{words.of(phase.trainer)}")
    return notes


def _is_png(beginning: bytes) -> bool:
    return beginning.startswith(b"\x89PNG\r\n")
