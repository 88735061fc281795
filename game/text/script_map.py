"""`map`: the phases of a scenario and how often each was reached, as text or in a file."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from engine.scenario.vocabulary import Language
from game.errors import UserError, program_name, shell_quoted
from game.html import is_page
from game.library import Draft, find, open_draft, refuse_to_overwrite, refuse_to_replace, write
from game.presenters.page import Line, Lines
from game.presenters.script_map import (
    Arrow,
    Chance,
    Place,
    ScriptMap,
    missed_words,
    script_map,
    share_words,
)
from game.printable import printable
from game.text.screen import Screen
from game.words import Words, words_in


def _mermaid(found: ScriptMap, words: Words) -> str:
    from game.drawing.mermaid import mermaid
    from game.presenters.map_drawing import map_drawing

    return mermaid(map_drawing(found, words))


def _drawing(found: ScriptMap, words: Words) -> str:
    from game.html.script_map import drawing

    return drawing(found, words)


def _page(found: ScriptMap, words: Words) -> str:
    from game.html.script_map import page

    return page(found, words)


# What draws the map, by the ending of the file; imported when it is needed.
_DRAWN: dict[str, Callable[[ScriptMap, Words], str]] = {
    ".mmd": _mermaid,
    ".svg": _drawing,
    ".html": _page,
}
WHOLE, BROKEN = 0, 1


def map_scenario(
    scenario: str,
    language: Language,
    *,
    out: Path | None,
    plays: int,
    seed: int,
    texts: str | None,
    overwrite: bool,
) -> int:
    """Show the map of the scenario, or write it in a file; returns 1 if it has errors.

    What has errors is not played, but its map often shows what is wrong.
    """
    if out is not None and out.suffix.lower() not in _DRAWN:
        raise UserError("stop.map-ending", path=out)
    path, words, screen = find(scenario), words_in(language), Screen(sys.stdout)
    if out is not None:
        refuse_to_replace(out, path)
        if not overwrite:
            refuse_to_overwrite(out, is_page)
    draft = open_draft(path, language, texts)
    found = _mapped(draft, words, 0 if draft.errors else plays, seed)
    if out is None:
        screen.show(lines(found, words))
    else:
        write(out, printable(_DRAWN[out.suffix.lower()](found, words)).encode("utf-8"))
        screen.write(words("map.saved", path=shell_quoted(out)))
    if draft.errors:
        file, program = shell_quoted(path), program_name()
        told = words("map.broken", n=draft.errors, file=file, program=program)
        Screen(sys.stderr).write(told)
    return BROKEN if draft.errors else WHOLE


def _mapped(draft: Draft, words: Words, plays: int, seed: int) -> ScriptMap:
    if not plays:
        return script_map(draft.scenario, words)
    from game.text.routes import played  # only who plays waits for the engine to be read in

    return script_map(draft.scenario, words, *played(draft.scenario, words, plays, seed))


def lines(found: ScriptMap, words: Words) -> Lines:
    """The map as lines of text, in the order of the script."""
    return (
        Line("title", found.title),
        Line("told", found.how),
        *(Line("told", each) for each in [missed_words(found, words)] if each),
        Line("heading", words("map.script")),
        *_script(found, words),
        *_chances(words("map.events"), found.events, found, words),
        *_chances(words("map.endings"), found.endings, found, words),
    )


def _script(found: ScriptMap, words: Words) -> Iterator[Line]:
    numbers = {place.name: at for at, place in enumerate(found.places, start=1)}
    for at, place in enumerate(found.places, start=1):
        yield Line("subheading", _head(at, place, found, words))
        yield Line("told", "; ".join(place.facts))
        for arrow in found.arrows:
            if arrow.source == place.name:
                yield Line("detail", _to(arrow, numbers, found, words))


def _head(at: int, place: Place, found: ScriptMap, words: Words) -> str:
    head = f"{at}. {place.title}"
    if place.plays is None:
        return head
    is_missed = place.plays == 0
    share = words("map.never.place") if is_missed else _share(place.plays, found, words)
    return f"{head}: {share.upper() if is_missed else share}"


def _to(arrow: Arrow, numbers: dict[str, int], found: ScriptMap, words: Words) -> str:
    to = words("map.end")
    if arrow.to is not None:
        title = next(each.title for each in found.places if each.name == arrow.to)
        to = f"{numbers[arrow.to]}. {title}"
    told = words("map.to.when" if arrow.when else "map.to", to=to, when=arrow.when)
    return told if arrow.plays is None else f"{told}: {_share(arrow.plays, found, words)}"


def _chances(
    heading: str, chances: tuple[Chance, ...], found: ScriptMap, words: Words
) -> Iterator[Line]:
    if not chances:
        return
    yield Line("heading", heading)
    for each in chances:
        share = "" if each.plays is None else f": {_share(each.plays, found, words)}"
        yield Line("told", f"{each.title}{share}")
        yield Line("detail", "; ".join(each.when))


def _share(plays: int, found: ScriptMap, words: Words) -> str:
    share = share_words(words, plays, found.plays)
    return share if plays else share.upper()
