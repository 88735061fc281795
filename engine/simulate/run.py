"""Playing a plan: here, in several processes, or on a cluster. The chunks are always the same."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

from engine.play.compiled import CompiledScenario
from engine.simulate.plan import Plan
from engine.simulate.tally import Tally, count
from engine.simulate.workers import in_processes


class EngineProblem(Exception):
    """Why plays can't be played there: `no-dask`, `no-scheduler` or `no-workers`."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail


def tallies(compiled: CompiledScenario, plan: Plan, workers: int = 1) -> Iterator[Tally]:
    """The tally of each chunk as it is ready; together they cover the whole plan.

    No more than a chunk for each worker is in memory, however many plays there are.
    """
    chunks = list(plan.chunks())
    if workers == 1 or len(chunks) == 1:
        for start, stop in chunks:
            yield count(compiled, plan, start, stop)
        return
    yield from in_processes(_count, compiled, plan, chunks, workers, in_turn=False)


def _count(compiled: CompiledScenario, plan: Plan, chunk: tuple[int, int]) -> Tally:
    return count(compiled, plan, *chunk)


def cluster_tallies(
    compiled: CompiledScenario, plan: Plan, scheduler: str | None = None, workers: int = 1
) -> Iterator[Tally]:
    """The same over Dask: the cluster of that scheduler, or one on this machine.

    A chunk whose worker is lost is played again elsewhere, which costs time but no results.
    """
    try:
        from distributed import Client, LocalCluster, as_completed  # type: ignore[import-not-found]
    except ImportError:
        raise EngineProblem("no-dask") from None
    with ExitStack() as open_:
        where: Any = scheduler
        if scheduler is None:
            where = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
            open_.enter_context(where)
        try:
            client = open_.enter_context(Client(where, timeout=_PATIENCE))
        except (OSError, ValueError) as problem:
            raise EngineProblem("no-scheduler", str(scheduler)) from problem
        try:
            everywhere = client.scatter((compiled, plan), broadcast=True, timeout=_PATIENCE)
        except TimeoutError as problem:
            raise EngineProblem("no-workers", str(scheduler)) from problem
        futures = [client.submit(_count_there, everywhere, each) for each in plan.chunks()]
        for future in as_completed(futures):
            yield future.result()
            future.release()


_PATIENCE = "5s"


def _count_there(given: tuple[CompiledScenario, Plan], chunk: tuple[int, int]) -> Tally:
    return count(*given, *chunk)
