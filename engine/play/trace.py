"""The trace: seed and choices, all that is needed to play a play again.

Written atomically, so that a killed program leaves the old trace or the new one, never half of
one; sealed with a hash, so that a damaged or edited trace is refused in plain words.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from engine.play.compiled import CompiledScenario
from engine.play.events import Event
from engine.play.flow import Flow
from engine.play.state import (
    Choice,
    MoveChoice,
    OptionChoice,
    Prediction,
    ProposalChoice,
    Refusal,
    State,
    VoteChoice,
)
from engine.play.step import Step, initial, step

FORMAT = 1
# Raise it whenever the same seed and choices would give another play.
RULES_VERSION = 1

TraceReason = Literal[
    "missing", "not-a-trace", "truncated", "edited", "other-version", "other-scenario",
    "cannot-replay",
]  # fmt: skip
MAX_BYTES = 5_000_000


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
    except (UnicodeDecodeError, RecursionError):
        return TraceProblem("not-a-trace")
    except json.JSONDecodeError as error:
        begins = raw.lstrip()[:40].startswith(b"{") and b"samenspel_trace" in raw[:200]
        return TraceProblem("truncated" if begins else "not-a-trace", f"line {error.lineno}")
    if not isinstance(body, dict) or "samenspel_trace" not in body:
        return TraceProblem("not-a-trace")
    if (body["samenspel_trace"], body.get("version")) != (FORMAT, RULES_VERSION):
        return TraceProblem("other-version", f"{body['samenspel_trace']}.{body.get('version')}")
    seal = body.pop("seal", None)
    if seal != _seal(body):
        return TraceProblem("edited")
    try:
        return _from_body(body)
    except (KeyError, TypeError, ValueError, AttributeError):
        return TraceProblem("edited")


def _from_body(body: Mapping[str, Any]) -> Trace:
    return Trace(
        digest=body["scenario"]["digest"],
        source=body["scenario"]["source"],
        seed=int(body["seed"]),
        game=int(body["game"]),
        language=body["language"],
        seats=dict(body["seats"]),
        choices=tuple(
            {party: _choice(party, plain) for party, plain in each.items()}
            for each in body["choices"]
        ),
    )


def _choice(party: str, plain: Mapping[str, Any]) -> Choice:
    fields = dict(plain)
    kind = _KINDS[fields.pop("kind")]
    if kind is MoveChoice:
        fields["predictions"] = tuple(Prediction(**each) for each in fields["predictions"])
    choice: Choice = kind(party=party, **fields)
    return choice


def replay(
    compiled: CompiledScenario, trace: Trace, digest: str | None = None
) -> Replayed | TraceProblem:
    """The play again, to the identical result. digest: of the scenario's text as it is now."""
    if digest is not None and digest != trace.digest:
        return TraceProblem("other-scenario", trace.source)
    steps = [initial(compiled, trace.seed, trace.game)]
    flow = Flow(compiled)
    for number, choices in enumerate(trace.choices, start=1):
        if set(choices) != set(compiled.parties):
            if number == len(trace.choices):
                return Replayed(trace, tuple(steps), choices)
            return TraceProblem("cannot-replay", str(number))
        result = step(compiled, steps[-1].state, choices, flow)
        if isinstance(result, Refusal):
            return TraceProblem("cannot-replay", str(number))
        steps.append(result)
    return Replayed(trace, tuple(steps))
