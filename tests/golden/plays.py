"""Golden plays as text, one line for each thing that happened.

They change whenever the same choices would give a different play; then give the reason in the
commit, and raise `RULES_VERSION` of the trace.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, assert_never

from engine.play.events import (
    ChangeRefused,
    Confronted,
    Discovered,
    Ended,
    Event,
    Exchanged,
    GameChanged,
    KeptBack,
    LinesTold,
    Measured,
    MomentCalled,
    MoveMade,
    OptionTaken,
    OwnedUp,
    Parted,
    PersonArrived,
    PhaseOpened,
    Predicted,
    Proposed,
    Reckoned,
    Reflected,
    Repaired,
    Replied,
    Responded,
    RitualHeld,
    ScriptEventOccurred,
    Spoken,
    Suspected,
    Voted,
    WalkedOut,
)
from engine.play.measures import Measures
from engine.play.trace import RULES_VERSION
from tests.conftest import LIBRARY, SMALL, compiled_of
from tests.playing import persona_play

GOLDEN = Path(__file__).parent
SEATINGS = ((7, ("builder", "charmer")), (11, ("divided", "controller")))
# Two of each scenario: by name the scenario, the seed and the personas.
PLAYS = {
    f"{path.stem}-{seed}": (path, seed, names)
    for path in (*LIBRARY, *SMALL)
    for seed, names in SEATINGS
}


def golden_play(name: str) -> str:
    """The text of that play, as it is played now, under the version of the rules."""
    path, seed, names = PLAYS[name]
    steps = persona_play(compiled_of(path), seed, *names)
    told = (line(event) for each in steps for event in each.events)
    return "".join(f"{each}\n" for each in (f"rules {RULES_VERSION}", *told))


def path_of(name: str) -> Path:
    """Where a golden play is kept."""
    return GOLDEN / f"{name}.txt"


def line(event: Event) -> str:
    """An event as one line; of the numbers only trust, risk and value, to four digits."""
    kind, told = _told(event)
    said = told if isinstance(told, str) else _listed(told)
    return f"{event.round:>2} {event.phase} {kind} {said}".rstrip()


def _told(event: Event) -> tuple[str, str | dict[str, Any]]:
    """The name of the event in the line, and what the line says about it."""
    match event:
        case PhaseOpened():
            return "phase", {"phase": event.phase, "decor": event.decor}
        case RitualHeld():
            return "ritual", _named(event, "ritual", "hollow")
        case LinesTold():
            to = f" to {event.only}" if event.only else ""
            return "lines", f"{event.part}{to}: {_said(*event.lines)}"
        case PersonArrived():
            return "arrived", f"{event.role} {_said(*event.lines)}"
        case Predicted():
            return "prediction", _named(event, "party", "about", "stance", "probability")
        case MoveMade():
            return "move", _named(event, "party", "move", "slipped", "vetoed")
        case MomentCalled():
            return "called", _named(event, "party", "alone")
        case WalkedOut():
            return "left", _named(event, "party")
        case Discovered():
            return "discovered", _named(event, "by", "of", "how", "moves")
        case OwnedUp():
            return "owned-up", _named(event, "party", "to", "moves")
        case Suspected():
            return "suspected", _named(event, "by", "of")
        case Repaired():
            return "repair", _named(event, "party", "to", "type", "change")
        case Exchanged():
            return "exchange", f"{event.party}: {_said(*event.lines)}"
        case ScriptEventOccurred():
            return "occasion", f"{event.event} party={event.party} {_said(*event.lines)}"
        case Measured():
            return "numbers", _numbers(event.after)
        case OptionTaken():
            said = _said(event.said) if event.said else ""
            return "option", f"{_listed(_named(event, 'step', 'party', 'option'))} {said}"
        case Proposed():
            return "proposed", _named(event, "party", "change", "amount")
        case Voted():
            return "voted", _named(event, "party", "proposer", "yes")
        case GameChanged():
            known = _named(event, "by", "change", "chapter", "name", "action")
            return "changed", known | _named(event, "consent", "before", "after")
        case ChangeRefused():
            known = _named(event, "by", "change", "chapter", "name", "action")
            return "rejected", known | _named(event, "amount", "against")
        case Reflected():
            return "reflected", f"steps {event.steps_done:g} quality {event.quality:.4f}"
        case KeptBack():
            return "kept", _named(event, "by", "of", "for_good")
        case Confronted():
            known = _named(event, "by", "of", "cause", "about", "moves")
            return "confronted", f"{_listed(known)} {_said(*event.lines)}"
        case Replied():
            return "replied", f"{_listed(_named(event, 'of', 'reply'))} {_said(*event.lines)}"
        case Responded():
            return "responded", f"{_listed(_named(event, 'by', 'response'))} {_said(*event.lines)}"
        case Reckoned():
            return "numbers", _numbers(event.after)
        case Parted():
            return "parted", {}
        case Ended():
            return "ended", _named(event, "outcome", "ending", "value", "rounds")
        case _:
            assert_never(event)


def _said(*lines: Spoken) -> str:
    """Who says what, in the language of the scenario, or English."""
    return " / ".join(f"{each.speaker or '-'}: {each.text.in_language('en')}" for each in lines)


def _named(event: Event, *names: str) -> dict[str, Any]:
    return {name: getattr(event, name) for name in names}


def _numbers(after: Measures) -> str:
    return " | ".join(
        f"{party}: trust {_shares(after.trust[party])} risk {_shares(after.perceived_risk[party])}"
        f" value {value:.4f}"
        for party, value in after.value.items()
    )


def _shares(by_party: Mapping[str, float]) -> str:
    return "/".join(f"{share:.4f}" for share in by_party.values())


def _listed(told: dict[str, Any]) -> str:
    return " ".join(f"{name}={_plain(value)}" for name, value in told.items())


def _plain(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4f}"
    if isinstance(value, Mapping):
        return ",".join(f"{key}:{_plain(part)}" for key, part in value.items())
    return ",".join(str(part) for part in value) if isinstance(value, tuple) else str(value)
