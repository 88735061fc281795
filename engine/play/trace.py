"""The trace: seed and choices, all that is needed to play a play again.

Written atomically, so that a killed program leaves the old trace or the new one, never half of
one; sealed with a hash, so that a damaged or edited trace is refused in plain words.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from engine.play.compiled import CompiledScenario
from engine.play.flow import Flow
from engine.play.state import (
    Choice,
    Event,
    MoveChoice,
    OptionChoice,
    ProposalChoice,
    Refusal,
    State,
    Step,
    VoteChoice,
)
from engine.play.step import check_choice, initial, step

FORMAT = 1
# Raise it whenever the same seed and choices would give another play.
RULES_VERSION = 1

TraceReason = Literal[
    "missing", "not-a-trace", "truncated", "edited", "other-version", "other-scenario",
    "cannot-replay",
]  # fmt: skip
MAX_BYTES = 5_000_000
_LONGEST_DETAIL = 40


@dataclass(frozen=True, slots=True)
class TraceProblem:
    """Why a trace can't be used."""

    reason: TraceReason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """One play: which scenario, which luck, who sat where, and every choice in order.

    choices: one mapping per step, by party; the last may lack parties that had yet to choose.
    digest: of the scenario's text. source: where it was read, as it was named then.
    """

    digest: str
    source: str
    seed: int
    seats: Mapping[str, str]
    language: str = "nl"
    choices: tuple[Mapping[str, Choice], ...] = ()
    game: int = 0
    version: int = RULES_VERSION

    def with_choice(self, choice: Choice, *, opens_step: bool) -> "Trace":
        """The trace with one more choice, in the present step or in a new one."""
        steps = list(self.choices)
        if opens_step or not steps:
            steps.append({})
        steps[-1] = {**steps[-1], choice.party: choice}
        return replace(self, choices=tuple(steps))


@dataclass(frozen=True, slots=True)
class Replayed:
    """A play played again: every step, the opening one first."""

    trace: Trace
    steps: tuple[Step, ...]
    pending: Mapping[str, Choice] = field(default_factory=dict)

    @property
    def state(self) -> State:
        """Where the play stands after the last choice."""
        return self.steps[-1].state

    @property
    def states(self) -> tuple[State, ...]:
        """The state after each step."""
        return tuple(each.state for each in self.steps)

    @property
    def events(self) -> tuple[Event, ...]:
        """All that happened, in order."""
        return tuple(event for each in self.steps for event in each.events)


_KINDS: dict[str, type] = {
    "move": MoveChoice,
    "option": OptionChoice,
    "proposal": ProposalChoice,
    "vote": VoteChoice,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def save(trace: Trace, path: Path) -> None:
    """Write the trace so that a reader finds the old one or the new one, whatever happens."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Always the same name: what a kill left behind is overwritten by the next save.
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_text(to_json(trace), encoding="utf-8")
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def to_json(trace: Trace) -> str:
    """The trace as text, sealed."""
    body = {
        "samenspel_trace": FORMAT,
        "version": trace.version,
        "scenario": {"digest": trace.digest, "source": trace.source},
        "seed": trace.seed,
        "game": trace.game,
        "language": trace.language,
        "seats": dict(trace.seats),
        "choices": [
            {
                party: {"kind": _NAMES[type(choice)], **_bare(choice)}
                for party, choice in each.items()
            }
            for each in trace.choices
        ],
    }
    return json.dumps({**body, "seal": _seal(body)}, ensure_ascii=False, indent=1) + "\n"


def _bare(choice: Choice) -> dict[str, Any]:
    return {name: value for name, value in asdict(choice).items() if name != "party"}


def _seal(body: Mapping[str, Any]) -> str:
    plain = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def load_trace(path: Path) -> Trace | TraceProblem:
    """The trace in that file, or why it can't be used."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return TraceProblem("missing", error.strerror or "")
    if len(raw) > MAX_BYTES:
        return TraceProblem("not-a-trace")
    return parse_trace(raw)


def parse_trace(raw: bytes) -> Trace | TraceProblem:
    """The trace in those bytes, or why it can't be used."""
    try:
        body = json.loads(raw.decode("utf-8"))
    except json.JSONDecodeError as error:
        begins = raw.lstrip()[:40].startswith(b"{") and b"samenspel_trace" in raw[:200]
        return TraceProblem("truncated" if begins else "not-a-trace", f"line {error.lineno}")
    except (ValueError, RecursionError):
        return TraceProblem("not-a-trace")
    if not isinstance(body, dict) or not isinstance(body.get("samenspel_trace"), int):
        return TraceProblem("not-a-trace")
    versions = body["samenspel_trace"], body.get("version")
    if versions != (FORMAT, RULES_VERSION):
        return TraceProblem("other-version", f"{versions[0]}.{versions[1]}"[:_LONGEST_DETAIL])
    seal = body.pop("seal", None)
    try:
        return _from_body(body) if seal == _seal(body) else TraceProblem("edited")
    except (KeyError, ValueError, RecursionError):
        return TraceProblem("edited")


# No seed and no number of a play is larger: both are mixed as words of 64 bits.
_Number = Annotated[int, Field(ge=0, lt=2**63)]


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands in a trace besides its version and its seal."""

    scenario: Mapping[str, str]
    seed: _Number
    game: _Number
    language: str
    seats: Mapping[str, str]
    choices: tuple[Mapping[str, Mapping[str, Any]], ...]


@cache
def _form_of(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _of_kind(kind: Any, plain: Any) -> Any:
    """The value of that kind; ValueError where any part is not exactly of its type."""
    return _form_of(kind).validate_json(json.dumps(plain), strict=True)


def _from_body(plain: Mapping[str, Any]) -> Trace:
    body: _Body = _of_kind(_Body, plain)
    return Trace(
        digest=body.scenario["digest"],
        source=body.scenario["source"],
        seed=body.seed,
        game=body.game,
        language=body.language,
        seats=body.seats,
        choices=tuple(
            {party: _choice(party, given) for party, given in each.items()} for each in body.choices
        ),
    )


def _choice(party: str, plain: Mapping[str, Any]) -> Choice:
    kind = _KINDS[str(plain["kind"])]
    given = {name: value for name, value in plain.items() if name != "kind"}
    if not given.keys() <= {each.name for each in fields(kind)} - {"party"}:
        raise ValueError("a choice with something added")
    choice: Choice = _of_kind(kind, {**given, "party": party})
    return choice


def replay(
    compiled: CompiledScenario, trace: Trace, digest: str | None = None
) -> Replayed | TraceProblem:
    """The play again, to the identical result. digest: of the scenario's text as it is now."""
    if digest is not None and digest != trace.digest:
        return TraceProblem("other-scenario", trace.source)
    if set(trace.seats) != set(compiled.parties):
        return TraceProblem("edited")
    steps = [initial(compiled, trace.seed, trace.game)]
    flow = Flow(compiled)
    for number, choices in enumerate(trace.choices, start=1):
        if set(choices) != set(compiled.parties):
            refused = [check_choice(compiled, steps[-1].state, each) for each in choices.values()]
            if number == len(trace.choices) and not any(refused):
                return Replayed(trace, tuple(steps), choices)
            return TraceProblem("cannot-replay", str(number))
        result = step(compiled, steps[-1].state, choices, flow)
        if isinstance(result, Refusal):
            return TraceProblem("cannot-replay", str(number))
        steps.append(result)
    return Replayed(trace, tuple(steps))
