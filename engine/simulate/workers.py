"""Worker processes that are told once what stays the same, and then play one part after another."""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from engine.play.compiled import CompiledScenario
from engine.simulate.plan import Plan

Part = TypeVar("Part")
Result = TypeVar("Result")


def in_processes(
    play: Callable[[CompiledScenario, Plan, Part], Result],
    compiled: CompiledScenario,
    plan: Plan,
    parts: Sequence[Part],
    workers: int,
    *,
    in_turn: bool,
) -> Iterator[Result]:
    """What `play` returns for each part, in the order of the parts or (not in_turn) as it comes.

    play: a function of a module, so that a process that starts afresh can find it.
    """
    context = multiprocessing.get_context("spawn")
    with context.Pool(min(workers, len(parts)), _settle, (play, compiled, plan)) as pool:
        yield from (pool.imap if in_turn else pool.imap_unordered)(_play, parts)


_settled: tuple[Callable[[CompiledScenario, Plan, Any], Any], CompiledScenario, Plan]


def _settle(
    play: Callable[[CompiledScenario, Plan, Any], Any], compiled: CompiledScenario, plan: Plan
) -> None:
    """Keep in a worker what stays the same, and ignore interrupts: those are for its parent."""
    global _settled
    _settled = play, compiled, plan
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _play(part: Any) -> Any:
    play, compiled, plan = _settled
    return play(compiled, plan, part)
