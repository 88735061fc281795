"""`simulate`: many plays by personas, and what came of them, in words or as JSON."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from typing import Any, TextIO

from engine.live_play import CompiledScenario
from engine.players import PERSONAS
from engine.scenario.schema import Text
from engine.scenario.vocabulary import OUTCOMES, Language
from engine.simulate import (
    CHAPTERS,
    CHUNK,
    EngineProblem,
    Plan,
    Tally,
    castings_of,
    cluster_tallies,
    figures_of,
    nothing,
    tallies,
)
from game.errors import NearestNames, UserError
from game.library import find, open_scenario
from game.presenters.page import Cast, Line, Lines, decimal
from game.text.screen import Screen
from game.words import Words, words_in

# Fewer chunks than this are played faster than another process starts.
_WORTH_A_PROCESS = 2
_SMALLEST = 4_096
_BAR = 24
_EXTREMES = 5  # of the best and of the worst company
NEVER = "–"  # it never occurred


def workers_of(asked: int | None, plays: int) -> int:
    """How many processes play: as asked, or one per core if that helps."""
    chunks = plays // CHUNK
    worth = chunks if chunks >= _WORTH_A_PROCESS else 1
    return asked or max(1, min(os.cpu_count() or 1, worth))


def personas_of(names: tuple[str, ...], compiled: CompiledScenario) -> tuple[str, ...]:
    """The personas that are named, at most one for each party."""
    for name in names:
        if name not in PERSONAS:
            raise UserError("stop.unknown-persona", written=name, near=NearestNames(name, PERSONAS))
    if len(names) > compiled.party_count:
        raise UserError("stop.too-many-strategies", given=len(names), expected=compiled.party_count)
    return names


def simulate_scenario(
    scenario: str,
    language: Language,
    *,
    plays: int,
    seed: int,
    strategies: tuple[str, ...],
    workers: int | None,
    engine: str,
    scheduler: str | None,
    as_json: bool,
) -> int:
    """Play the scenario many times and show the results."""
    processes = workers_of(workers, plays)
    if scheduler is not None and engine != "dask":
        raise UserError("stop.scheduler-needs-dask")
    compiled = open_scenario(find(scenario), language).compiled()
    castings = castings_of(compiled, personas_of(strategies, compiled))
    plan = Plan(seed, plays, castings, _chunk(plays, processes))
    words, before = words_in(language), time.perf_counter()
    try:
        parts = (
            tallies(compiled, plan, processes)
            if engine == "local"
            else cluster_tallies(compiled, plan, scheduler, processes)
        )
        tally = _added_up(nothing(compiled, len(plan.castings)), parts, plays, words)
    except EngineProblem as problem:
        raise UserError(f"stop.{problem.reason}", address=problem.detail) from problem
    seconds = time.perf_counter() - before
    found = figures_of(compiled, plan, tally)
    found |= {"seconds": round(seconds, 3), "plays_per_second": round(plays / seconds)}
    screen = Screen(sys.stdout)
    if as_json:
        screen.write_json(found)
    else:
        screen.show(told(compiled, plan, found, words))
    return 0


def _chunk(count: int, processes: int) -> int:
    """Plays in a chunk: fewer if many processes hold one each, so that memory stays bounded."""
    return max(1, min(max(2 * CHUNK // max(2, processes), _SMALLEST), ceil(count / processes)))


def _added_up(none: Tally, parts: Iterator[Tally], count: int, words: Words) -> Tally:
    total = none
    with progress(sys.stderr, words("simulate.playing"), count) as advance:
        for part in parts:
            total = total + part
            advance(part.plays)
    return total


@contextmanager
def progress(out: TextIO, label: str, total: int) -> Iterator[Any]:
    """A progress bar on a terminal; Ctrl-C stops the work."""
    if not out.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    parts = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    with Progress(*parts, console=Console(file=out), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda done: bar.advance(task, done)


# --- told -------------------------------------------------------------------------------------


def told(compiled: CompiledScenario, plan: Plan, found: dict[str, Any], words: Words) -> Lines:
    """The figures as lines."""
    return (
        Line("title", words("simulate.title", scenario=words.of(compiled.scenario.title),
                            plays=found["plays"], seed=found["seed"])),
        *_outcomes(found, words),
        *_endings(compiled, found, words),
        *_pairings(compiled, plan, found, words),
        *_paths(found, words),
        *_scenes(found, words),
        *_never(compiled, found, words),
        Line("heading", words("simulate.speed.heading")),
        Line("told", words("simulate.speed", seconds=decimal(words, found["seconds"], 1),
                           rate=found["plays_per_second"])),
    )  # fmt: skip


def _percent(words: Words, share: float | None) -> str:
    return NEVER if share is None else decimal(words, 100 * share, 1) + "%"


def _interval(words: Words, share: dict[str, float]) -> str:
    low, high = (decimal(words, 100 * share[end], 1) for end in ("low", "high"))
    return f"{_percent(words, share['share'])} ({low}–{high})"


def _outcomes(found: dict[str, Any], words: Words) -> Iterator[Line]:
    yield Line("heading", words("simulate.outcomes"))
    wide = max(len(words(f"outcome.{name}")) for name in OUTCOMES)
    for name, share in found["outcomes"].items():
        bar = "▪" * round(_BAR * share["share"])
        label = words(f"outcome.{name}").ljust(wide)
        yield Line("number", f"{label}  {_interval(words, share).ljust(20)}  {bar}".rstrip())


def _endings(compiled: CompiledScenario, found: dict[str, Any], words: Words) -> Iterator[Line]:
    yield Line("heading", words("simulate.endings"))
    shares = sorted(found["endings"].items(), key=lambda each: -each[1]["share"])
    for name, share in shares:
        title = words.of(compiled.scenario.endings[name].title)
        yield Line("number", f"{_percent(words, share['share']):>6}  {title}")


def _pairings(
    compiled: CompiledScenario, plan: Plan, found: dict[str, Any], words: Words
) -> Iterator[Line]:
    """A table of success for two parties; for more, the best and the worst company."""
    if len(plan.castings) == 1:
        return
    yield Line("heading", words("simulate.pairings"))
    success = {
        tuple(each["personas"].values()): each["outcomes"]["success"]["share"]
        for each in found["pairings"]
    }
    names = {name: words.of(persona.name) for name, persona in PERSONAS.items()}
    if compiled.party_count == 2:
        cast = Cast.of(compiled, words)
        first, second = (cast.party(party) for party in compiled.parties)
        yield Line("told", words("simulate.pairings.two", down=first, across=second))
        wide = max(len(name) for name in names.values())
        heads = "".join(f"{at + 1:>6}" for at in range(len(names)))
        yield Line("number", " " * (wide + 3) + heads)
        for at, (one, name) in enumerate(names.items()):
            row = "".join(_cell(success[one, other]) for other in names)
            yield Line("number", f"{at + 1}. {name.ljust(wide)}{row}")
        return
    # A pairing that never met says nothing about how it does.
    met = [(company, share) for company, share in success.items() if share is not None]
    ranked = sorted(met, key=lambda each: -each[1])
    best = ranked[:_EXTREMES]
    for title, some in (("best", best), ("worst", ranked[len(best) :][-_EXTREMES:])):
        if not some:
            continue
        yield Line("subheading", words(f"simulate.pairings.{title}"))
        for company, share in some:
            who = words.all_of([names[name] for name in company])
            yield Line("number", f"{_percent(words, share):>6}  {who}")


def _cell(share: float | None) -> str:
    return f"{NEVER:>6}" if share is None else f"{round(100 * share):>5}%"


def _paths(found: dict[str, Any], words: Words) -> Iterator[Line]:
    yield Line("heading", words("simulate.paths"))
    yield Line("told", words("simulate.paths.how"))
    columns = ("trust", "risk", "value")
    yield Line("number", " " * 8 + "".join(words(f"simulate.{c}").rjust(16) for c in columns))
    by_round = {name: {row["round"]: row for row in rows} for name, rows in found["paths"].items()}
    for at in by_round["trust"]:
        label = words("simulate.end") if at == "end" else str(at)
        cells = "".join(_spread(by_round[name].get(at)).rjust(16) for name in columns)
        yield Line("number", label.ljust(8) + cells)


def _spread(row: dict[str, Any] | None) -> str:
    if row is None:
        return NEVER
    low, middle, high = (round(100 * row[quantile]) for quantile in ("p25", "p50", "p75"))
    return f"{middle} ({low}–{high})"


def _scenes(found: dict[str, Any], words: Words) -> Iterator[Line]:
    """How often the talk stopped, for what, and what was said and done then."""
    met = found["confrontations"]
    yield Line("heading", words("simulate.scenes"))
    often = _percent(words, met["plays"]["share"])
    kept = decimal(words, met["kept_per_play"], 2)
    yield Line("told", words("simulate.scenes.plays", share=often, kept=kept))
    for cause, n in met["per_play"].items():
        yield Line("number", f"{decimal(words, n, 2):>6}  {words(f'scene.head.{cause}')}")
    names = {name: words.of(persona.name) for name, persona in PERSONAS.items()}
    wide = max(len(name) for name in names.values())
    for kind in ("reply", "response"):
        table = met["replies" if kind == "reply" else "responses"]
        yield Line("subheading", words(f"simulate.scenes.{kind}"))
        for who, shares in table.items():
            told = ", ".join(
                f"{words(f'scene.short.{each}')} {round(100 * part)}%"
                for each, part in shares.items()
            )
            yield Line("number", f"{names[who].ljust(wide)}  {told}")


def _never(compiled: CompiledScenario, found: dict[str, Any], words: Words) -> Iterator[Line]:
    yield Line("heading", words("simulate.never"))
    never = found["coverage"]["never"]
    missed = [kind for kind in (*_SCRIPTED, *CHAPTERS) if never[kind]]
    for kind in missed:
        listed = "; ".join(words.of(_name(compiled, kind, id_)) for id_ in never[kind])
        yield Line("told", f"{words(f'simulate.never.{kind}')}: {listed}")
    if not missed:
        yield Line("told", words("simulate.never.nothing"))
    if never["changes"]:
        yield Line("told", words("simulate.never.changes", n=len(never["changes"])))


_SCRIPTED = ("endings", "phases", "moves", "events")


def _name(compiled: CompiledScenario, kind: str, id_: str) -> Text:
    scenario = compiled.scenario
    match kind:
        case "endings":
            return scenario.endings[id_].title
        case "phases":
            return scenario.script.phases[id_].name
        case "moves":
            return scenario.moves[id_].title
        case "events":
            return scenario.script.events[id_].name
    return compiled.elements[compiled.index[f"{kind}/{id_}"]].name
