"""`balance`: a scenario put to the test, in words, as JSON, as a page, or against expectations."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.balance import FULL, Balance, balancing
from engine.files import read_file
from engine.live_play import CompiledScenario
from engine.scenario.vocabulary import Language
from game.errors import UserError
from game.html import is_page
from game.html.balance import page
from game.last_balance import LastBalance, keep, last_of, place_of
from game.library import find, open_scenario, refuse_to_overwrite, refuse_to_replace, write
from game.presenters.advice import front, places_in, since
from game.presenters.balance import Telling, figures
from game.presenters.page import Line
from game.printable import path_text, printable
from game.text.screen import Screen
from game.text.simulate import progress
from game.words import Words, words_in

IN_BAND, OUT_OF_BAND = 0, 1
_MOST_BYTES = 1_000_000
# With fewer moves all is tried sooner than other processes have started; measured.
_WORTH_PROCESSES = 16
_WHOLE = 100  # the work, as the progress bar counts it
Bands = dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Asked:
    """What the command line asked for."""

    out: Path | None
    overwrite: bool
    expect: Path | None
    as_json: bool


def balance_scenario(scenario: str, asked: Asked, language: Language) -> int:
    """Show the balance of the scenario; returns 1 if a figure is outside its expected band."""
    path, expect = find(scenario), asked.expect
    if asked.out is not None:
        _refuse_place(asked.out, [path, *([expect] if expect else [])], asked.overwrite)
    words = words_in(language)
    bands = read_bands(expect) if expect is not None else {}
    opened = open_scenario(path, language)
    compiled = opened.compiled()
    is_told = asked.out is not None or asked.as_json or not bands
    found = _found(compiled, words, is_told=is_told)
    telling = Telling(compiled, found, words)
    now = LastBalance.of(found, opened.digest)
    compared = tuple(_since(telling, path, now))
    if asked.out is not None:
        first = front(telling, places_in(path, in_full=False), compared)
        write(asked.out, printable(page(telling, first)).encode("utf-8"))
    screen = Screen(sys.stdout)
    if asked.as_json:
        screen.write_json(found.as_plain())
    elif not bands:
        first = front(telling, places_in(path, in_full=True), compared)
        screen.show((Line("title", telling.title()), *first, *figures(telling)))
        if now is not None and keep(path, now):
            screen.write(words("advice.kept", path=path_text(place_of(path))))
    missed = list(_out_of_band(found.as_plain(), bands, expect or Path(), words))
    if bands and not asked.as_json:
        for text in missed or [words("balance.expect.fine", n=len(bands))]:
            screen.write(text)
    return OUT_OF_BAND if missed else IN_BAND


def _found(compiled: CompiledScenario, words: Words, *, is_told: bool) -> Balance:
    """The balance, or as much of it as was found before somebody stopped it.

    is_told: somebody reads the advice; otherwise nothing is tried for it.
    """
    found: Balance | None = None
    effort = FULL._replace(workers=_workers(compiled)) if is_told else FULL._replace(first=0)
    try:
        with progress(sys.stderr, words("balance.testing"), _WHOLE) as advance:
            before = 0.0
            for found in balancing(compiled, effort=effort):
                advance(_WHOLE * (found.done - before))
                before = found.done
    except KeyboardInterrupt:
        if found is None:
            raise
    assert found is not None
    return found


def _workers(compiled: CompiledScenario) -> int:
    """Processes to try changes in: one per core, where there is enough for each to do."""
    is_long = len(compiled.moves) >= _WORTH_PROCESSES
    return (os.cpu_count() or 1) if is_long else 1


def _since(telling: Telling, path: Path, now: LastBalance | None) -> Iterator[str]:
    """How much of the work was done, and what is different from the last time."""
    if telling.balance.done < 1:
        yield telling.words("advice.stopped", done=round(_WHOLE * telling.balance.done))
    if now is not None and (last := last_of(path)) is not None:
        yield from since(telling, last, now)


def _refuse_place(out: Path, read: list[Path], overwrite: bool) -> None:
    for each in read:
        refuse_to_replace(out, each)
    if not overwrite:
        refuse_to_overwrite(out, is_page)


def read_bands(path: Path) -> Bands:
    """The bands in that file: the lowest and the highest, by dotted name of a figure."""
    try:
        written = json.loads(read_file(path, _MOST_BYTES))
        if isinstance(written, dict) and all(map(_is_band, written.values())):
            return {name: (float(low), float(high)) for name, (low, high) in written.items()}
    except OSError as error:
        raise UserError("stop.unreadable", path=path, why=error) from error
    except (ValueError, RecursionError, OverflowError):
        pass
    raise UserError("stop.expect-not-json", path=path)


def _is_band(band: Any) -> bool:
    return (
        isinstance(band, list) and len(band) == 2
        and all(isinstance(end, int | float) and not isinstance(end, bool) for end in band)
    )  # fmt: skip


def _out_of_band(plain: Any, bands: Bands, path: Path, words: Words) -> Iterator[str]:
    for name, (low, high) in bands.items():
        value = plain
        for part in name.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if not isinstance(value, int | float):
            raise UserError("stop.expect-unknown", path=path, name=name)
        if not low <= value <= high:
            yield words("balance.expect.out", name=name, value=value, low=low, high=high)
