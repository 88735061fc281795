"""Golden plays as text, one line for each thing that happened.

They change whenever the same choices would give another play; then the reason belongs in the
commit, and `RULES_VERSION` of the trace goes up.
"""

from pathlib import Path
from typing import Any

from engine.play.state import Event
from tests.conftest import ALL, compiled_of
from tests.playing import persona_play

GOLDEN = Path(__file__).parent
SEATINGS = ((7, ("builder", "charmer")), (11, ("divided", "controller")))
# Two of each scenario: by name the scenario, the seed and the personas.
PLAYS = {f"{path.stem}-{seed}": (path, seed, names) for path in ALL for seed, names in SEATINGS}


def golden_play(name: str) -> str:
    """The text of that play, as it is played now."""
    path, seed, names = PLAYS[name]
    steps = persona_play(compiled_of(path), seed, *names)
    return "".join(f"{line(event)}\n" for each in steps for event in each.events)


def path_of(name: str) -> Path:
    """Where a golden play is kept."""
    return GOLDEN / f"{name}.txt"


def line(event: Event) -> str:
    """An event as one line; of the numbers only trust, risk and value, to four digits."""
    place = f"{event.round:>2} {event.phase} {event.kind}"
    if event.kind == "numbers":
        after: dict[str, Any] = event.data["after"]
        numbers = [
            f"{party}: trust {_shares(one['trust'])} risk {_shares(one['perceived_risk'])}"
            f" value {one['value']:.4f}"
            for party, one in after.items()
        ]
        return f"{place} {' | '.join(numbers)}"
    if event.kind == "reflected":
        return f"{place} steps {event.data['steps_done']:g} quality {event.data['quality']:.4f}"
    return f"{place} {' '.join(f'{k}={_plain(v)}' for k, v in event.data.items())}".rstrip()


def _shares(by_party: dict[str, float]) -> str:
    return "/".join(f"{share:.4f}" for share in by_party.values())


def _plain(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4f}"
    if isinstance(value, dict):
        return ",".join(f"{key}:{_plain(part)}" for key, part in value.items())
    return ",".join(str(part) for part in value) if isinstance(value, list) else str(value)
