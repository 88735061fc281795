"""How often each finding of the debrief occurs: `python -m tests.benchmarks.findings [PLAYS]`.

Over persona plays of each scenario that ships, on all cores or with `--jobs N`: how often each
claim is made, and how often it says the very same; whether two exclude each other; whether each
cause is shown by its replay; how long the story is, and whether it has a turning point of the
reader's own; and how often each sentence is said, and is not so. What-ifs take more work than all
the rest: they are looked at in a sample. With `--out FILE` the tables so far are kept in that file
while it goes.
"""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, product, repeat
from pathlib import Path

from engine.debrief import Findings, Story
from engine.debrief.claims import Claim, claims, exclude
from engine.debrief.compose import debrief
from engine.debrief.turns import is_own
from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.scenario.load import load
from engine.scenario.vocabulary import LANGUAGES, PERSONAS
from game.pages.story import story_page
from game.presenters.looking_back import story_lines, story_title
from game.presenters.page import Cast
from game.words import words_in
from tests.debrief.said import said_of
from tests.debrief.truth import Played, is_so

SCENARIOS = sorted((Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
PLAYS = 5_000
# In one of so many plays there are what-ifs, with so many talks from each fork: enough for words.
SAMPLE, FORKED = 20, 4
# So many plays at once for a process.
CHUNK = 100
# A claim that says the very same in more plays than this says nothing.
MOST = 0.60


@dataclass
class Counted:
    """What was found in some plays of one scenario."""

    plays: int = 0
    forked: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    same: Counter[tuple[object, ...]] = field(default_factory=Counter)
    clashes: Counter[tuple[str, str]] = field(default_factory=Counter)
    unshown: list[Claim] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    without_own: int = 0
    seconds: float = 0.0
    said: Counter[str] = field(default_factory=Counter)
    untrue: Counter[str] = field(default_factory=Counter)
    example: dict[str, str] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def add(self, other: "Counted") -> None:
        """Count what was found in other plays as well."""
        for name, found in vars(other).items():
            mine = getattr(self, name)
            if isinstance(found, dict):  # a Counter as well: it adds up
                mine.update(found)
            else:
                setattr(self, name, mine + found)


def plays(compiled: CompiledScenario, count: int, first: int = 0) -> Iterator[LivePlay]:
    """Whole plays by personas, every pair of them in turn."""
    pairs = list(product(PERSONAS, repeat=compiled.party_count))
    for seed in range(first, first + count):
        seats = dict(zip(compiled.parties, pairs[seed * 7 % len(pairs)], strict=True))
        live = LivePlay.start(compiled, seed=seed, seats=seats, digest="", source="benchmark")
        live.run()
        yield live


def count_findings(compiled: CompiledScenario, count: int, first: int = 0) -> Counted:
    """What is found in that many plays."""
    counted = Counted()
    for live in plays(compiled, count, first):
        try:
            _look_at(counted, live)
        except Exception as problem:  # one play must not cost the hours that others took
            counted.failed.append(f"seed {live.trace.seed}: {problem!r}")
    return counted


def _look_at(counted: Counted, live: LivePlay) -> None:
    compiled, is_sample = live.compiled, live.trace.seed % SAMPLE == 0
    before = time.process_time()
    found = debrief(compiled, live.replayed, plays=FORKED if is_sample else 0)
    counted.seconds += 0.0 if is_sample else time.process_time() - before
    counted.plays += 1
    counted.forked += is_sample
    reader = compiled.parties[live.trace.seed % compiled.party_count]
    _count(counted, found, found.story_of(reader))
    _measure(counted, compiled, found, reader)
    _hold(counted, live, found, reader)


def _hold(counted: Counted, live: LivePlay, found: Findings, reader: str) -> None:
    """Count each sentence once a play, and whether it was not so."""
    played, said, untrue = Played(live), set(), set()
    for people in ([], [reader]):
        told = list(said_of(live.compiled, found, people))
        said |= {each.key for each in told}
        for each, right in is_so(played, told):
            if not right:
                untrue.add(each.key)
                where = f"seed {live.trace.seed}, to {each.reader or 'the table'}"
                counted.example.setdefault(each.key, f"{where}: {each.text}")
    counted.said.update(said)
    counted.untrue.update(untrue)


def _count(counted: Counted, found: Findings, story: Story) -> None:
    told = claims(found, story)
    counted.codes.update({each.code for each in told})
    counted.same.update({each.identity for each in told})
    counted.clashes.update(
        (one.code, other.code) for one, other in combinations(told, 2) if exclude(one, other)
    )
    counted.unshown += [
        turn_claim
        for turn_claim in told
        if turn_claim.cause is not None and turn_claim.strength <= 0
    ]


def _measure(counted: Counted, compiled: CompiledScenario, found: Findings, reader: str) -> None:
    for people in ([reader], []):
        page = story_page(compiled.scenario.title, found, people)
        for language in LANGUAGES:
            cast = Cast.of(compiled, words_in(language))
            lines = (story_title(cast, page), *story_lines(cast, page))
            counted.words.append(sum(len(line.text.split()) for line in lines))
        counted.without_own += not any(is_own(turn, page.reader) for turn in page.story.turns)


def table(counted: Counted) -> Iterator[str]:
    """The figures, a line each."""
    commonest: dict[str, int] = {}
    for (code, *_), times in counted.same.items():
        commonest[str(code)] = max(commonest.get(str(code), 0), times)
    yield f"  {'finding':34} {'plays':>6} {'the very same':>14}"
    for code, times in counted.codes.most_common():
        often, same = times / counted.plays, commonest[code] / counted.plays
        yield f"  {code:34} {often:6.0%} {same:14.0%}{'  too often' if same > MOST else ''}"
    yield f"  exclude each other: {dict(counted.clashes) or 'none'}"
    yield f"  causes that no replay shows: {len(counted.unshown)}"
    words = counted.words or [0]
    yield f"  words of the story: {min(words)} to {max(words)}"
    yield f"  stories without a turn of one's own: {counted.without_own}"
    yield f"  {'sentence':44} {'plays':>6} {'untrue':>7}"
    for key, times in counted.said.most_common():
        yield f"  {key:44} {times / counted.plays:6.1%} {counted.untrue[key]:7}"
    yield from (f"  {key}: {text}" for key, text in counted.example.items())
    yield f"  plays that could not be looked at: {len(counted.failed)}"
    yield from (f"  {each}" for each in counted.failed)
    yield f"  of these, with what-ifs: {counted.forked}"
    others = counted.plays - counted.forked
    yield f"  CPU for a debrief without its what-ifs: {counted.seconds / max(1, others):.3f} s"


def time_with_forks(compiled: CompiledScenario, count: int) -> float:
    """The CPU time of a whole debrief, in seconds."""
    spent = []
    for live in plays(compiled, count):
        before = time.process_time()
        debrief(compiled, live.replayed)
        spent.append(time.process_time() - before)
    return sorted(spent)[len(spent) // 2]


@cache
def _compiled(path: Path) -> CompiledScenario:
    scenario = load(path).scenario
    assert scenario is not None
    return compile_scenario(scenario)


def _chunk(path: Path, first: int, count: int) -> Counted:
    return count_findings(_compiled(path), count, first)


def main() -> None:
    """Print it all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plays", nargs="?", type=int, default=PLAYS)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--out", type=Path, help="keep the tables so far in that file")
    asked = parser.parse_args()
    tables: list[str] = []
    with ProcessPoolExecutor(asked.jobs) as pool:
        for path in SCENARIOS:
            began, counted, lines = time.perf_counter(), Counted(), list[str]()
            firsts = range(0, asked.plays, CHUNK)
            counts = (min(CHUNK, asked.plays - first) for first in firsts)
            for some in pool.map(_chunk, repeat(path), firsts, counts):
                counted.add(some)
                took = time.perf_counter() - began
                lines = [f"{path.stem}, {counted.plays} plays in {took:.0f} s", *table(counted)]
                if asked.out is not None:
                    _keep(asked.out, [*tables, *lines])
            seconds = time_with_forks(_compiled(path), min(20, asked.plays))
            tables += [*lines, f"  CPU for a whole debrief, median: {seconds:.2f} s"]
            if asked.out is not None:
                _keep(asked.out, tables)
            sys.stdout.writelines(f"{line}\n" for line in [*lines, tables[-1]])
            sys.stdout.flush()


def _keep(path: Path, lines: list[str]) -> None:
    """Whoever reads the file meanwhile finds a whole table."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    fresh.replace(path)


if __name__ == "__main__":
    main()
