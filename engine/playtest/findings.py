"""What a play-test found: what nothing came to, what is heard too often, what was expected."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from engine.playtest.explore import Trial
from engine.playtest.index import Item, Kind, Path
from engine.playtest.record import Recipe, Sum
from engine.scenario.meaning.expectations import share_between
from engine.scenario.schema import Text
from engine.simulate.interval import share_between as interval_of

What = Literal[
    "fault", "stuck", "phase", "event", "move", "ending", "branch", "stood", "held", "hollow",
    "unchanged", "unmade", "unparted", "line", "ask", "wordings", "true", "false", "often",
]  # fmt: skip
Why = Literal["", "condition", "not-asked", "others-first", "needless", "move-only"]
# What holds lines and conditions that can't be come to where it isn't.
_HOLDERS: tuple[Kind, ...] = ("phase", "move", "event", "stood")


@dataclass(frozen=True)
class Finding:
    """One thing that an author may want to look at. path: its place in the scenario.

    why: of a line that is never heard; of a condition, that plays go the same without it. count,
    of: of wordings, how many were never heard; of what is heard often, in how many plays by
    personas, of how many. recipe: a play that shows it. text: what is said or asked; of several
    wordings, the first that was not heard.
    """

    what: What
    path: Path
    name: str = ""
    why: Why = ""
    count: int = 0
    of: int = 0
    recipe: Recipe | None = None
    text: Text | None = None


@dataclass(frozen=True)
class Verdict:
    """How an expectation came out over the plays by personas; for `never`, over all plays.

    low, high: the 95% interval of the share; wanted: in points of 0-100. recipe: a play that goes
    against it.
    """

    at: int
    plays: int
    of: int
    low: float
    high: float
    wanted: tuple[int, int]
    says: Literal["holds", "fails", "unsure"]
    recipe: Recipe | None


@dataclass(frozen=True, eq=False)
class Report:
    """A play-test so far."""

    trial: Trial
    personas: Sum
    random: Sum
    search: Sum

    @property
    def all(self) -> Sum:
        """What all plays came to, those by personas first."""
        return self.personas + self.random + self.search

    def findings(self) -> Iterator[Finding]:
        """Everything found, by kind; what follows from another finding is left out."""
        total = self.all
        yield from (Finding("fault", (), each.what, recipe=each.recipe) for each in total.faults)
        found = _Looking(self.trial, total)
        yield from found.stuck()
        yield from found.never()
        yield from found.unchanged()
        yield from found.lines()
        yield from found.conditions()
        yield from self._often()

    def _often(self) -> Iterator[Finding]:
        """What is heard so often in one play, most plays first."""
        often = self.personas.often
        for at in sorted(often.nonzero()[0].tolist(), key=lambda at: (-often[at], at)):
            item = self.trial.index.items[at]
            if item.kind in ("line", "ask"):
                recipe, count = self.personas.most_in[at], int(often[at])
                yield Finding(
                    "often", item.path, count=count, of=self.personas.plays, recipe=recipe
                )

    def verdicts(self) -> Iterator[Verdict]:
        """How each expectation of the author came out."""
        for at, expected in enumerate(self.trial.compiled.scenario.expect):
            plays = self.all if expected.never else self.personas
            met, unmet = (self.trial.index.at[kind, str(at)] for kind in ("expected", "unexpected"))
            yield self._verdict(at, plays, met, unmet)

    def _verdict(self, at: int, plays: Sum, met: int, unmet: int) -> Verdict:
        expected = self.trial.compiled.scenario.expect[at]
        count, of = int(plays.reached[met]), int(plays.reached[met] + plays.reached[unmet])
        low, high = interval_of(count, of) if of else (0.0, 1.0)
        least, most = wanted = share_between(expected)
        against = unmet if count * 100 < least * of else met
        example = plays.example.get(against)
        holds = least * of <= count * 100 <= most * of
        if expected.share is not None and expected.share.above is not None:
            holds = count * 100 > expected.share.above * of and holds
        # One play that goes against `never` or `always` is enough; a share can be luck.
        is_sure = expected.share is None or high * 100 < least or low * 100 > most
        says: Literal["holds", "fails", "unsure"] = (
            "unsure" if not of else "holds" if holds else "fails" if is_sure else "unsure"
        )
        recipe = example[1] if example and says != "holds" else None
        return Verdict(at, count, of, low, high, wanted, says, recipe)


class _Looking:
    """Looks for what no play came to."""

    def __init__(self, trial: Trial, total: Sum) -> None:
        self._trial, self._sum = trial, total
        self._items = trial.index.items
        self._by_place = {(item.kind, item.path): at for at, item in enumerate(self._items)}
        self._shut = [
            item.path for at, item in enumerate(self._items)
            if item.kind in _HOLDERS and not total.reached[at]
        ]  # fmt: skip

    def _is_met(self, at: int) -> bool:
        return bool(self._sum.reached[at])

    def _is_shut(self, path: Path) -> bool:
        """Whether it is part of something that no play came to at all."""
        return any(path[: len(shut)] == shut and path != shut for shut in self._shut)

    def stuck(self) -> Iterator[Finding]:
        """Where somebody had nothing to choose from."""
        for at, item in enumerate(self._items):
            if item.kind == "stuck" and self._is_met(at):
                recipe = self._sum.example[at][1]
                yield Finding("stuck", item.path, item.name, recipe=recipe)

    def never(self) -> Iterator[Finding]:
        """What is part of the game and was never come to."""
        kinds: tuple[Kind, ...] = (
            "phase", "event", "move", "ending", "branch", "stood", "held", "hollow",
        )  # fmt: skip
        for kind in kinds:
            for at, item in enumerate(self._items):
                is_new = item.kind == kind and not self._is_met(at)
                if is_new and not self._is_shut(item.path) and not self._is_told(item):
                    why: Why = "condition" if self._never_held((*item.path, "when")) else ""
                    yield Finding(kind, item.path, item.name, why)  # type: ignore[arg-type]

    def _never_held(self, path: Path) -> bool:
        """Whether there is a condition at that place that was asked, and never held."""
        true = self._by_place.get(("true", path))
        # The number of a condition's not holding follows that of its holding.
        return true is not None and not self._is_met(true) and self._is_met(true + 1)

    def _is_told(self, item: Item) -> bool:
        """Whether it says the same as another finding: a ritual that never stands is not held."""
        if item.kind == "stood":
            return item.name.startswith(("script/", "decor/"))
        if item.kind == "branch":
            to = item.name.rpartition("/")[2]
            return not self._is_met(self._trial.index.at["phase", to])
        return item.kind in ("held", "hollow") and not (
            self._is_met(self._trial.index.at["stood", f"rituals/{item.name}"])
        )

    def unchanged(self) -> Iterator[Finding]:
        """What the players may change and nobody ever did: in no way, or not in those ways."""
        ways: dict[Path, list[int]] = {}
        for at, item in enumerate(self._items):
            if item.kind == "change" and not item.is_no_news:
                ways.setdefault(item.path, []).append(at)
        for path, numbers in ways.items():
            missed = [at for at in numbers if not self._is_met(at)]
            if not missed or self._is_shut(path):
                continue
            keys = [self._items[at].name for at in missed]
            if path == ("script",):
                yield Finding("unparted", path, keys[0])
            elif len(missed) == len(numbers):
                yield Finding("unchanged", path, keys[0].split("/")[1])
            else:
                yield Finding("unmade", path, ", ".join(keys))

    def lines(self) -> Iterator[Finding]:
        """Lines that nobody heard, and lines of which some wordings were not heard."""
        wordings: dict[tuple[Kind, Path], list[int]] = {}
        for at, item in enumerate(self._items):
            if item.kind in ("line", "ask"):
                wordings.setdefault((item.kind, item.path), []).append(at)
        for (kind, path), numbers in wordings.items():
            missed = [at for at in numbers if not self._is_met(at)]
            if not missed or self._is_shut(path):
                continue
            text = self._trial.index.wording[missed[0]]
            if len(missed) == len(numbers):
                yield Finding(kind, path, why=self._why(path), text=text)  # type: ignore[arg-type]
            else:
                count, of = len(missed), len(numbers)
                yield Finding("wordings", path, count=count, of=of, text=text)

    def _why(self, path: Path) -> Why:
        """Why a line is never heard, as far as its conditions tell."""
        for end in range(len(path) - 1, 1, -1):
            true = self._by_place.get(("true", (*path[:end], "when")))
            if true is not None and not self._is_met(true):
                return "condition" if self._never_held((*path[:end], "when")) else "not-asked"
        return "others-first"

    def conditions(self) -> Iterator[Finding]:
        """Conditions that held each time they were asked, or never; the outermost of them."""
        one_sided: list[Path] = []
        for at, item in enumerate(self._items):
            if item.kind != "true" or self._is_met(at) == self._is_met(at + 1):
                continue
            if item.path[0] == "expect":
                continue  # how that came out is told with what was expected
            if self._is_met(at) and self._items[at + 1].is_no_news:
                continue
            is_inside = any(item.path[: len(outer)] == outer for outer in one_sided)
            one_sided.append(item.path)
            if not is_inside and not self._is_shut(item.path):
                side: What = "false" if self._is_met(at) else "true"
                is_told = side == "true" and self._is_a_reason(item.path)
                if not is_told and item.path not in self._trial.index.placing:
                    yield Finding(side, item.path, why=self._needless(side, item.path))

    def _is_a_reason(self, path: Path) -> bool:
        """Whether what hangs on this condition that never held is reported already."""
        at, say, lines = path[:-1], (*path[:-1], "say"), (*path[:-1], "lines", 0, "say")
        hanging: tuple[tuple[Kind, Path], ...] = (
            ("line", say), ("line", lines), ("ending", at), ("branch", at),
        )  # fmt: skip
        numbers = map(self._by_place.get, hanging)
        return any(number is not None and not self._is_met(number) for number in numbers)

    def _needless(self, side: What, path: Path) -> Why:
        """Whether a condition can go: one that always held where it opens something, or one that
        never held as one of several ways, or as what must not be so.
        """
        if side == "true":
            return "needless" if path[-1] == "not" or path[-2] == "any" else ""
        if path in self._trial.index.following:
            return "move-only"
        return "needless" if "when" in path else ""
