"""What every test can ask for: the scenarios that ship and the small ones made for tests."""

import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from engine.play.tables import Tables, compile_scenario
from engine.scenario.load import load

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

ROOT = Path(__file__).parent.parent
SHIPPED = sorted((ROOT / "scenarios").glob("*.yaml"))
SMALL = sorted((ROOT / "tests/scenarios/valid").glob("*.yaml"))
ALL = SHIPPED + SMALL

# Rooms whose tests are left out of the inner loop; who works in one runs its folder.
SLOW_ROOMS = ("window", "window_drawing", "balance", "lab", "simulate", "mutation")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the slow rooms."""
    for item in items:
        if item.path.parent.name in SLOW_ROOMS:
            item.add_marker(pytest.mark.slow)


# Machines differ in speed and a slow one is no bug.
settings.register_profile(
    "samenspel", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("samenspel")


@cache
def tables_of(path: Path) -> Tables:
    """The compiled scenario in that file."""
    loaded = load(path)
    assert loaded.scenario is not None, [p.message("en") for p in loaded.problems]
    return compile_scenario(loaded.scenario)


@pytest.fixture
def minimal() -> Tables:
    """The smallest complete scenario."""
    return tables_of(ROOT / "tests/scenarios/valid/minimal.yaml")


@pytest.fixture
def three() -> Tables:
    """A small scenario with three parties."""
    return tables_of(ROOT / "tests/scenarios/valid/three.yaml")


@pytest.fixture(params=ALL, ids=lambda path: path.stem)
def any_scenario(request: pytest.FixtureRequest) -> Tables:
    """Every scenario, one after the other."""
    return tables_of(request.param)
