"""Trying what helps: the same plays with one thing changed, by the same luck.

Everything is tried in some hundred plays; what seems to matter most is tried again in many more,
with other luck, so that what chance alone brought forward falls out again. The intervals hold
together, however many things are tried.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.balance.aims import TO_END_WELL, Aim, Share, does_harm
from engine.balance.arms import Results, played
from engine.balance.levers import MOST_STEPS, Lever, applied
from engine.balance.theses import Sign, SignName, sign
from engine.play.compiled import CompiledScenario
from engine.play.state import NOBODY
from engine.simulate.interval import Difference, difference, z_of
from engine.simulate.plan import Plan
from engine.simulate.workers import in_processes

# Of what is tried, how many are tried again, and of how many of these other steps: design choices,
# more than anybody reads of.
AGAIN, FINER = 6, 3
# For a thesis, where each try takes two lots of plays.
AGAIN_FOR_THESIS = 3
_FOR_THESIS = ("start", "balance", "switch", "rounds", "calls")


@dataclass(frozen=True, slots=True)
class Tried:
    """What one change does to one aim. apart: in the share of plays; then: that share.

    is_sure: it was tried again, in plays with other luck. is_harmful: it serves this aim and
    spoils how many talks end well.
    """

    aim: Aim
    lever: Lever
    apart: Difference
    then: Share
    is_sure: bool
    is_harmful: bool = False

    @property
    def helps(self) -> bool:
        """Whether it brings the share nearer to the aim, by more than luck."""
        before = self.aim.distance(self.then.share - self.apart.mean)
        return before * self.apart.sign < 0

    @property
    def is_enough(self) -> bool:
        """Whether the share is then as it should be."""
        return self.aim.distance(self.then.share) == 0


@dataclass(frozen=True, slots=True)
class Shown:
    """A change with which a thesis shows that does not show without it."""

    lever: Lever
    sign: Sign


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one change did in the first lot of plays, by aim."""

    lever: Lever
    apart: tuple[Difference, ...]


class Trying:
    """Tries the levers of a scenario for some aims. Each step of `steps` is one lot of plays.

    first, again: the plays of either lot, with other luck. workers: processes for the first.
    """

    def __init__(
        self,
        compiled: CompiledScenario,
        aims: Sequence[Aim],
        levers: Sequence[Lever],
        first: Plan,
        again: Plan,
        workers: int = 1,
    ) -> None:
        self._compiled, self.aims, self.levers = compiled, tuple(aims), tuple(levers)
        self._first, self._again, self._workers = first, again, workers
        self._z = z_of(len(levers))
        self._z_again = z_of(AGAIN + FINER * MOST_STEPS)
        self.seen: list[_Seen] = []
        self._early: list[Tried] = []
        self._sure: list[Tried] = []

    @property
    def found(self) -> tuple[Tried, ...]:
        """What came of it so far: for each aim the surest that there is, what does most first."""
        sure = {each.aim for each in self._sure}
        early = [each for each in self._early if each.aim not in sure]
        return tuple(sorted((*self._sure, *early), key=lambda each: -abs(each.apart.mean)))

    def steps(self) -> Iterator[float]:
        """After each lot of plays, the share of the work that is done."""
        lots = len(self.levers) + AGAIN * len(self.aims)
        plain = played(self._compiled, self._first)
        results = each_with(self._compiled, self.levers, self._first, self._workers)
        for at, (lever, came) in enumerate(zip(self.levers, results, strict=True), start=1):
            if came is not None:
                self._see(lever, came, plain)
            yield at / lots
        plain = played(self._compiled, self._again)
        for number, aim in enumerate(self.aims, start=1):
            for _ in self._surely(number - 1, aim, plain):
                yield (len(self.levers) + AGAIN * (number - 0.5)) / lots
            yield (len(self.levers) + AGAIN * number) / lots

    def _see(self, lever: Lever, results: Results, plain: Results) -> None:
        tried = [self._tried(aim, lever, results, plain, is_sure=False) for aim in self.aims]
        self.seen.append(_Seen(lever, tuple(each.apart for each in tried)))
        self._early += [each for each in tried if each.apart.sign]

    def _surely(self, at: int, aim: Aim, plain: Results) -> Iterator[None]:
        """Try again what seemed to matter most for that aim, and what is the least that will do."""
        now = float(aim.reached(self._compiled, plain).mean())
        wanted = -aim.distance(now)
        sure: list[Tried] = []
        for lever in self._promising(at, wanted):
            results = _with(self._compiled, self._again, lever)
            if results is not None:
                sure.append(self._tried(aim, lever, results, plain, is_sure=True))
            yield
        best = sorted((each for each in sure if each.helps), key=lambda t: -abs(t.apart.mean))
        for each in best[:FINER]:
            for lever in each.lever.steps(each.lever.direction):
                results = _with(self._compiled, self._again, lever)
                if results is None:
                    continue
                other = self._tried(aim, lever, results, plain, is_sure=True)
                yield
                sure.append(other)
                if other.is_enough:
                    break
        self._sure += [each for each in sure if each.apart.sign]

    def _promising(self, at: int, wanted: float) -> list[Lever]:
        """The levers to try again, in the direction that is wanted; in either if none is."""
        ranked: list[tuple[float, Lever]] = []
        for seen in self.seen:
            mean, lever = seen.apart[at].mean, seen.lever
            if wanted * mean < 0:  # the other way round, it may help
                turned = [
                    each for each in lever.steps(-lever.direction)
                    if abs(each.to - each.now) <= abs(lever.to - lever.now)
                ]  # fmt: skip
                if not turned:
                    continue
                lever = turned[-1]
            if mean:
                ranked.append((abs(mean), lever))
        ranked.sort(key=lambda each: -each[0])
        return [lever for _, lever in ranked[:AGAIN]]

    def _tried(
        self, aim: Aim, lever: Lever, results: Results, plain: Results, *, is_sure: bool
    ) -> Tried:
        now, before = (aim.reached(self._compiled, each) for each in (results, plain))
        z = self._z_again if is_sure else self._z
        then = Share.of(int(now.sum()), len(now), z)
        is_harmful = aim.name != TO_END_WELL.name and does_harm(plain, results)
        return Tried(aim, lever, difference(now, before, z), then, is_sure, is_harmful)


def each_with(
    compiled: CompiledScenario, levers: Sequence[Lever], plan: Plan, workers: int
) -> Iterator[Results | None]:
    """For each lever in turn the plays with that one change; here, or in several processes."""
    if workers == 1:
        yield from (_with(compiled, plan, lever) for lever in levers)
        return
    yield from in_processes(_with, compiled, plan, levers, workers, in_turn=True)


def _with(compiled: CompiledScenario, plan: Plan, lever: Lever) -> Results | None:
    """The plays of the plan with that one change; None if some of them have no ending then."""
    results = played(applied(compiled, lever), plan)
    return None if (results.ending == NOBODY).any() else results


# --- theses -----------------------------------------------------------------------------------


def showing(
    compiled: CompiledScenario, name: SignName, levers: Iterable[Lever], first: Plan, again: Plan
) -> Iterator[Shown | None]:
    """After each lot of plays None; and then a change with which that thesis shows, if there is one
    that does no harm.
    """
    plain = played(compiled, again)
    seen: list[tuple[float, Lever]] = []
    for lever in levers:
        if lever.kind in _FOR_THESIS:
            found = sign(name, applied(compiled, lever), first)
            seen.append((found.success.mean, lever))
            yield None
    seen.sort(key=lambda each: -each[0])
    for _, lever in seen[:AGAIN_FOR_THESIS]:
        changed = applied(compiled, lever)
        found = sign(name, changed, again, z=z_of(AGAIN_FOR_THESIS))
        if found.success.sign > 0 and not does_harm(plain, played(changed, again)):
            yield Shown(lever, found)
            return
        yield None
