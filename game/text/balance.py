"""`balance`: a scenario put to the test, in words, as JSON, as a page, or against expectations."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.balance import balance
from engine.files import read_file
from engine.scenario.vocabulary import Language
from game.errors import UserError
from game.html import is_page
from game.html.balance import page
from game.library import find, open_scenario, refuse_to_overwrite, refuse_to_replace, write
from game.presenters.balance import Telling, lines
from game.printable import printable
from game.text.screen import Screen
from game.words import Words, words_in

IN_BAND, OUT_OF_BAND = 0, 1
_MOST_BYTES = 1_000_000
Bands = dict[str, tuple[float, float]]


def balance_scenario(
    scenario: str,
    language: Language,
    *,
    html: Path | None,
    overwrite: bool,
    expect: Path | None,
    as_json: bool,
) -> int:
    """Show the balance of the scenario; returns 1 if a figure is outside its expected band."""
    path = find(scenario)
    if html is not None:
        _refuse_place(html, [path, *([expect] if expect else [])], overwrite)
    words = words_in(language)
    bands = read_bands(expect) if expect is not None else {}
    compiled = open_scenario(path, language).compiled()
    found = balance(compiled)
    plain = found.as_plain()
    telling = Telling(compiled, found, words)
    if html is not None:
        write(html, printable(page(telling)).encode("utf-8"))
    screen = Screen(sys.stdout)
    if as_json:
        screen.write_json(plain)
    elif not bands:
        screen.show(lines(telling))
    missed = list(_out_of_band(plain, bands, expect or Path(), words))
    if bands and not as_json:
        for text in missed or [words("balance.expect.fine", n=len(bands))]:
            screen.write(text)
    return OUT_OF_BAND if missed else IN_BAND


def _refuse_place(html: Path, read: list[Path], overwrite: bool) -> None:
    for each in read:
        refuse_to_replace(html, each)
    if not overwrite:
        refuse_to_overwrite(html, is_page)


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
