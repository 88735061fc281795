"""The map of a scenario as Mermaid text, for whatever draws that."""

import json
import re
from collections.abc import Iterator

from game.presenters.script_map import Arrow, Chance, Place, ScriptMap, described, share_words
from game.printable import printable
from game.words import Words

# What Mermaid would read as markup, in or around a quoted label, is written by its number.
_MARKUP = re.compile(r"[^\w\s.,:!?()“”‘’…€%–→−+-]|[_*`~]")
# Of a line: half of the plays or more, some, few, none.
_WIDTHS = ((0.5, "stroke-width:5px"), (0.1, "stroke-width:2.5px"), (0, "stroke-width:1px"))
_NEVER = "stroke-width:1px,stroke-dasharray:2 5"


def mermaid(found: ScriptMap, words: Words) -> str:
    """The whole text of a Mermaid file."""
    ids = {place.name: f"p{at}" for at, place in enumerate(found.places)}
    return "\n".join(
        [
            *_head(found, words),
            *(_place(each, ids, found, words) for each in found.places),
            f'  over((("{_label(words("map.end"))}")))',
            *(_arrow(each, ids, found, words) for each in found.arrows),
            *_group("events", words("map.events"), found.events, found, words),
            *_group("endings", words("map.endings"), found.endings, found, words),
            *_styles(found, ids),
            "",
        ]
    )


def _head(found: ScriptMap, words: Words) -> Iterator[str]:
    yield "---"
    yield f"title: {json.dumps(_one_line(found.title), ensure_ascii=False)}"
    yield "---"
    yield "flowchart TD"
    yield f"  accTitle: {_label(found.title)}"
    yield f"  accDescr: {_label(described(found, words))}"


def _place(place: Place, ids: dict[str, str], found: ScriptMap, words: Words) -> str:
    text = "<br/>".join(map(_label, [_with_share(place.title, place.plays, found, words),
                                     *place.facts]))  # fmt: skip
    opens, closes = ("([", "])") if place.kind == "moment" else ("[", "]")
    return f'  {ids[place.name]}{opens}"{text}"{closes}'


def _arrow(arrow: Arrow, ids: dict[str, str], found: ScriptMap, words: Words) -> str:
    share = "" if arrow.plays is None else share_words(words, arrow.plays, found.plays)
    text = "<br/>".join(_label(each) for each in (arrow.when, share) if each)
    line = "-->" if arrow.plays != 0 else "-.->"
    labelled = f'{line}|"{text}"|' if text else line
    to = "over" if arrow.to is None else ids[arrow.to]
    return f"  {ids[arrow.source]} {labelled} {to}"


def _group(
    name: str, title: str, chances: tuple[Chance, ...], found: ScriptMap, words: Words
) -> Iterator[str]:
    """Events or endings together in a frame."""
    if not chances:
        return
    yield f'  subgraph {name}["{_label(title)}"]'
    yield "    direction TB"
    for at, each in enumerate(chances):
        yield f'    {name}{at}["{_label(_with_share(each.title, each.plays, found, words))}"]'
    yield "  end"


def _with_share(title: str, plays: int | None, found: ScriptMap, words: Words) -> str:
    return title if plays is None else f"{title}: {share_words(words, plays, found.plays)}"


def _styles(found: ScriptMap, ids: dict[str, str]) -> Iterator[str]:
    for at, arrow in enumerate(found.arrows):
        if arrow.plays is not None:
            yield f"  linkStyle {at} {_width(arrow.plays, found)}"
    missed = [ids[each.name] for each in found.places if each.plays == 0]
    for name, chances in (("events", found.events), ("endings", found.endings)):
        missed += [f"{name}{at}" for at, each in enumerate(chances) if each.plays == 0]
    if missed:
        yield "  classDef never stroke-width:3px,stroke-dasharray:4 4"
        yield f"  class {','.join(missed)} never"


def _width(plays: int, found: ScriptMap) -> str:
    if plays == 0:
        return _NEVER
    return next(style for least, style in _WIDTHS if found.share(plays) >= least)


def _one_line(text: str) -> str:
    return printable(" ".join(text.split()))


def _label(text: str) -> str:
    """Text that Mermaid shows as it is."""
    return _MARKUP.sub(lambda each: f"#{ord(each[0])};", _one_line(text))
