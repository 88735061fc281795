"""`test`: many plays, and what an author can learn from them about every line of the scenario."""

import re
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.files import InUse
from engine.play.trace import save
from engine.playtest import (
    STAGES,
    Finding,
    Index,
    Item,
    Playtest,
    Recipe,
    Shown,
    items_on,
    retell,
    shown,
)
from engine.scenario.load import load
from engine.scenario.schema import written_name
from engine.scenario.vocabulary import Language
from game.errors import NearestNames, UserError, program_name, shell_quoted
from game.library import Opened, find, open_scenario, refuse_to_overwrite
from game.presenters.playtest import Telling, coverage, shown_told, told
from game.printable import path_text
from game.program import short_name
from game.text.screen import Screen
from game.text.simulate import progress
from game.words import Words, words_in

FINE, FAILED = 0, 1
# Of the time there is, how much may be gone when each part of the test ends; design choice.
_UNTIL = {"personas": 0.5, "random": 0.75, "search": 1.0}
_MOST_TRACES = 100  # design choice: more than anybody looks through
_MOST_SHOWN = 12  # design choice: of what was asked for, likewise


@dataclass(frozen=True)
class Asked:
    """What the command line asked for."""

    plays: int
    seconds: int
    seed: int
    how: str | None
    traces: Path | None
    overwrite: bool
    as_json: bool


def play_test(scenario: str, asked: Asked, language: Language) -> int:
    """Play the scenario, and show what was found; 1 if it is not as the author expects."""
    path = find(scenario)
    opened = open_scenario(path, language)
    loaded = load(path)
    source = loaded.source
    assert source is not None

    def place(at: tuple[str | int, ...]) -> str:
        file, mark = loaded.place(path, source.at_key(*at))
        return f"{path_text(file)}:{mark.line}:{mark.column}"

    def written(at: tuple[str | int, ...]) -> str:
        return source.written_at(*at)

    words, before = words_in(language), time.perf_counter()
    test = Playtest(opened.compiled(), asked.seed)
    wanted = None
    if asked.how is not None:
        wanted = _wanted(
            test.trial.index, asked.how, lambda line: items_on(test.trial.index, loaded, path, line)
        )
    keeper = _Keeper(asked, opened, language) if asked.traces is not None else None
    is_cut = _play(test, asked, words, before)
    seconds = time.perf_counter() - before

    def command(recipe: Recipe) -> str:
        return keeper.kept(test, recipe) if keeper else _command(path, asked, recipe, words)

    telling = Telling(test, test.report, words, place, written, command, seconds, is_cut)
    screen = Screen(sys.stdout)
    if wanted is not None:
        _show(telling, [shown(telling.report, at) for at in wanted], screen, as_json=asked.as_json)
        return FINE
    findings = list(telling.report.findings())
    if asked.as_json:
        screen.write_json(_plain(telling, findings))
    else:
        screen.show(told(telling, findings))
    has_fault = any(each.what == "fault" for each in findings)
    fails = any(each.says == "fails" for each in telling.report.verdicts())
    return FAILED if has_fault or fails else FINE


def _show(telling: Telling, found: list[Shown], screen: Screen, *, as_json: bool) -> None:
    if as_json:
        screen.write_json([_shown_plain(telling, each) for each in found])
    else:
        screen.show(shown_told(telling, found))


def _play(test: Playtest, asked: Asked, words: Words, before: float) -> bool:
    """Play until all is done, the time is up or somebody has seen enough; whether it was cut."""
    is_cut = False
    try:
        with progress(sys.stderr, words("playtest.playing"), asked.seconds) as advance:
            gone = 0.0
            for stage in STAGES:
                for _ in test.run(stage, asked.plays):
                    now = time.perf_counter() - before
                    advance(now - gone)
                    gone = now
                    if now > asked.seconds * _UNTIL[stage]:
                        is_cut = True
                        break
    except KeyboardInterrupt:
        return True
    return is_cut


# --- how to see a play --------------------------------------------------------------------------


def _command(path: Path, asked: Asked, recipe: Recipe, words: Words) -> str:
    """What to type to see that play."""
    if not recipe.is_by_personas:
        return words("playtest.no-command")
    return (
        f"{program_name()} play {shell_quoted(path)} --auto --seed {asked.seed}"
        f" --game {recipe.game} --personas {','.join(recipe.seats)}"
    )


class _Keeper:
    """Keeps the plays that show something as traces in a folder."""

    def __init__(self, asked: Asked, opened: Opened, language: Language) -> None:
        assert asked.traces is not None
        self._folder, self._asked, self._opened = asked.traces, asked, opened
        self._language = language
        self._kept: dict[Recipe, Path] = {}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError("stop.unwritable-folder", path=self._folder, why=error) from error
        if not asked.overwrite:
            for path in self._folder.glob("[0-9][0-9][0-9].trace.json"):
                refuse_to_overwrite(path)

    def kept(self, test: Playtest, recipe: Recipe) -> str:
        """What to type to see that play, which is kept now."""
        words = words_in(self._language)
        if recipe not in self._kept:
            if len(self._kept) == _MOST_TRACES:
                return _command(self._opened.path, self._asked, recipe, words)
            self._kept[recipe] = self._keep(test, recipe)
        return f"{program_name()} replay {shell_quoted(self._kept[recipe])}"

    def _keep(self, test: Playtest, recipe: Recipe) -> Path:
        path = self._folder / f"{len(self._kept) + 1:03}.trace.json"
        trace = retell(
            test.trial.compiled, test.trial.seed, recipe, digest=self._opened.digest,
            source=self._opened.source, language=self._language, packed=self._opened.packed,
        )  # fmt: skip
        try:
            save(trace, path)
        except (OSError, InUse) as error:
            raise UserError("stop.unwritable", path=path, why=error) from error
        return path


# --- what was asked for -------------------------------------------------------------------------

_LINE = re.compile(r"[0-9]{1,6}")


def _wanted(index: Index, how: str, on_line: Callable[[int], list[int]]) -> list[int]:
    """The numbers of the items with that name, or on that line of the file."""
    if _LINE.fullmatch(how):
        numbers = on_line(int(how))
        if not numbers:
            raise UserError("stop.nothing-on-line", line=int(how))
    else:
        names = [_names(item) for item in index.items]
        numbers = [at for at, some in enumerate(names) if how in some]
        if not numbers:
            known = sorted({name for some in names for name in some[-1:]})
            near = NearestNames(how, known, command=f"{short_name()} test")
            raise UserError("stop.unknown-item", written=how, near=near)
    return numbers[:_MOST_SHOWN]


def _names(item: Item) -> tuple[str, ...]:
    """What an author can call it: of rules/fee and rules/fee/drop also fee."""
    if item.kind in ("expected", "unexpected", "stuck") or not item.name:
        return ()
    if item.kind == "move":
        return tuple(dict.fromkeys((written_name(item.name), item.name)))
    parts = item.name.split("/")
    return (item.name, parts[1]) if item.kind in ("stood", "change") else (item.name,)


# --- as data ------------------------------------------------------------------------------------


def _plain(telling: Telling, findings: list[Finding]) -> dict[str, Any]:
    report, search = telling.report, telling.test.search
    total, personas = report.all, report.personas
    return {
        "seed": report.trial.seed,
        "seconds": round(telling.seconds, 3),
        "cut": telling.is_cut,
        "plays": {"personas": personas.plays, "random": report.random.plays,
                  "search": report.search.plays},
        "rounds": total.rounds,
        "choices": total.turns,
        "search": {"places": search.places, "ways": search.ways, "skipped": search.skipped,
                   "left": len(search.ahead) + search.left_out},
        "coverage": {name: {"met": met, "of": of} for name, (met, of) in coverage(report).items()},
        "findings": [_finding_plain(telling, each) for each in findings],
        "expected": [
            {**asdict(each), "recipe": None, "place": telling.place(("expect", each.at)),
             "command": telling.command(each.recipe) if each.recipe else None}
            for each in report.verdicts()
        ],
        "items": [
            {"kind": item.kind, "name": item.name, "path": list(item.path),
             "place": telling.place(item.path),
             "plays": int(personas.reached[at]), "times": int(personas.times[at]),
             "ever": int(total.reached[at]), "most": int(total.most[at])}
            for at, item in enumerate(report.trial.index.items)
        ],
    }  # fmt: skip


def _finding_plain(telling: Telling, finding: Finding) -> dict[str, Any]:
    recipe = finding.recipe
    return {
        "what": finding.what, "why": finding.why, "name": finding.name,
        "place": telling.place(finding.path) if finding.path else None,
        "path": list(finding.path), "count": finding.count, "of": finding.of,
        "command": telling.command(recipe) if recipe else None,
    }  # fmt: skip


def _shown_plain(telling: Telling, each: Shown) -> dict[str, Any]:
    return {
        "kind": each.item.kind, "name": each.item.name, "path": list(each.item.path),
        "place": telling.place(each.item.path), "share": each.share, "a_play": each.a_play,
        "most": each.most, "choices": each.choices,
        "command": telling.command(each.recipe) if each.recipe else None,
    }  # fmt: skip
