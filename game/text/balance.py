"""`balance`: a scenario put to the test, in words, as JSON, as a page, or against expectations."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.balance import balance
from engine.scenario.vocabulary import Language
from game.errors import UserError
from game.html.balance import page
from game.library import find, open_scenario
from game.presenters.balance import Telling, lines
from game.text.screen import Screen
from game.words import Words, words_in

IN_BAND, OUT_OF_BAND = 0, 1
Bands = dict[str, tuple[float, float]]


def balance_scenario(
    scenario: str, language: Language, *, html: str | None, expect: str | None, as_json: bool
) -> int:
    """Tell the balance of the scenario; 1 when a figure lies outside its expected band."""
    words = words_in(language)
    bands = read_bands(Path(expect)) if expect is not None else {}
    compiled = open_scenario(find(scenario), language).compiled()
    found = balance(compiled)
    plain = found.as_plain()
    telling = Telling(compiled, found, words)
    if html is not None:
        _write(Path(html), page(telling))
    screen = Screen(sys.stdout)
    if as_json:
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=1) + "\n")
    elif not bands:
        screen.show(lines(telling))
    missed = list(_out_of_band(plain, bands, Path(expect or ""), words))
    if bands and not as_json:
        for text in missed or [words("balance.expect.fine", n=len(bands))]:
            screen.write(text)
    return OUT_OF_BAND if missed else IN_BAND


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserError("stop.balance-unwritable", path=path, why=error) from error


def read_bands(path: Path) -> Bands:
    """The bands in that file: by dotted name of a figure, the lowest and the highest."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UserError("stop.expect-unreadable", path=path, why=error) from error
    except ValueError as error:
        raise UserError("stop.expect-not-json", path=path) from error
    if not isinstance(written, dict) or not all(_is_band(band) for band in written.values()):
        raise UserError("stop.expect-not-json", path=path)
    return {name: (float(low), float(high)) for name, (low, high) in written.items()}


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
