"""What every test can use: the scenarios that ship and the small ones made for tests."""

import gc
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from engine.debrief import compose
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.trace import Replayed
from engine.scenario.load import Loaded, load, load_text
from engine.scenario.vocabulary import PERSONAS
from tests.playing import play_anew

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

ROOT = Path(__file__).parent.parent
LIBRARY = sorted((ROOT / "scenarios").glob("*.yaml"))
CARE_MERGER = ROOT / "scenarios/care-merger.yaml"
# Of the library, the largest goes through every test. All of it goes through the contracts of a
# play and its debrief, the checks, the script for reviewers and the golden plays.
SHIPPED = [CARE_MERGER]
SMALL = sorted((ROOT / "tests/scenarios/valid").glob("*.yaml"))
ALL = SHIPPED + SMALL
MINIMAL = ROOT / "tests/scenarios/valid/minimal.yaml"
MILL = ROOT / "tests/play/mill.yaml"
QUAY = ROOT / "tests/scenarios/valid/quay.yaml"

# Machines differ in speed, and a slow one is not a bug.
settings.register_profile(
    "samenspel", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("inner loop", settings.get_profile("samenspel"), max_examples=10)


def pytest_configure(config: pytest.Config) -> None:
    """Use fewer examples in the quick run."""
    is_inner = config.getoption("markexpr") == "not slow"
    settings.load_profile("inner loop" if is_inner else "samenspel")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave one case of each test in the quick run, and run the long tests first.

    The long ones first, so that no process is left with one when the others are done.
    """
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
    for cases in _by_test(items).values():
        chosen = cases[len(cases) // 2]
        for case in cases:
            if case is not chosen:
                case.add_marker(pytest.mark.slow)


def pytest_collection_finish() -> None:
    """Let nobody look through what was collected for things that are not used any more.

    It makes the tests some 5 per cent quicker.
    """
    gc.collect()
    gc.freeze()


def _by_test(items: list[pytest.Item]) -> dict[str, list[pytest.Item]]:
    """The cases of each test that could be in the quick run."""
    found: dict[str, list[pytest.Item]] = {}
    for item in items:
        if not item.get_closest_marker("slow"):
            found.setdefault(item.nodeid.partition("[")[0], []).append(item)
    return found


@cache
def _read(path: Path, content: bytes) -> Loaded:
    return load(path)


def read_once(path: Path) -> Loaded:
    """The result of `load`; the same text in the same file is only read once."""
    return _read(path, path.read_bytes()) if path.is_file() else load(path)


@cache
def read_text_once(text: str | bytes, name: str) -> Loaded:
    """The result of `load_text`, likewise."""
    return load_text(text, name)


@pytest.fixture(autouse=True, scope="session")
def _shared_reading() -> Iterator[None]:
    """The game reads a scenario for every command, which would take most of the tests' time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.library.load", read_once)
        patch.setattr("game.saves.load_text", read_text_once)
        patch.setattr("game.workshop.hall.load_text", read_text_once)
        yield


# Of each what-if; 200 take twice as long, and show no other kind of thing.
FORKED = 20


@pytest.fixture(autouse=True, scope="session")
def _short_what_ifs() -> Iterator[None]:
    """Most of a debrief is playing on from what could have been chosen."""
    with pytest.MonkeyPatch.context() as patch:
        for each in (compose.debrief, compose.findings):
            patch.setattr(each, "__kwdefaults__", {"plays": FORKED})
        yield


@cache
def compiled_of(path: Path) -> CompiledScenario:
    """The compiled scenario in that file."""
    loaded = read_once(path)
    assert loaded.scenario is not None, [p.message("en") for p in loaded.problems]
    return compile_scenario(loaded.scenario)


@pytest.fixture
def minimal() -> CompiledScenario:
    """The smallest complete scenario."""
    return compiled_of(MINIMAL)


@pytest.fixture
def three() -> CompiledScenario:
    """A small scenario with three parties."""
    return compiled_of(ROOT / "tests/scenarios/valid/three.yaml")


@pytest.fixture
def mill() -> CompiledScenario:
    """Three parties, and one of every kind of thing that not everybody may know."""
    return compiled_of(MILL)


# The scenarios that ship are large: they are left out of the quick run.
EACH = [
    pytest.param(path, id=path.stem, marks=[pytest.mark.slow] if path in SHIPPED else [])
    for path in ALL
]


@pytest.fixture(params=EACH)
def any_scenario(request: pytest.FixtureRequest) -> CompiledScenario:
    """Every scenario, one after the other."""
    return compiled_of(request.param)


# Each pair of personas meets twice in a scenario, and changes seats. In the largest scenario each
# persona meets the next and the one before it; in the others one of those, by turns.
_ROUND = tuple(zip(PERSONAS, (*PERSONAS[1:], PERSONAS[0]), strict=True))
_PAIRS = [
    (path, pair, at == 0)
    for turn, path in enumerate([CARE_MERGER, *SMALL, *(p for p in LIBRARY if p != CARE_MERGER)])
    for at, pair in enumerate(_ROUND if path == CARE_MERGER else _ROUND[turn % 2 :: 2])
]
PAIR_SEED, PAIR_GAMES = 1, 2


class PairPlays(NamedTuple):
    """The plays of a pair of personas in a scenario."""

    compiled: CompiledScenario
    replays: tuple[Replayed, ...]
    is_first: bool  # of that scenario


@pytest.fixture(
    scope="session",
    params=_PAIRS,
    ids=lambda each: "-".join((each[0].stem, *each[1])),
)
def pair_plays(request: pytest.FixtureRequest) -> PairPlays:
    """Pairs of personas in every scenario; tests of the same pair share its plays."""
    path, pair, is_first = request.param
    compiled = compiled_of(path)
    return PairPlays(
        compiled,
        tuple(
            play_anew(compiled, PAIR_SEED, *(pair if game % 2 == 0 else pair[::-1]), game=game)
            for game in range(PAIR_GAMES)
        ),
        is_first,
    )
