"""Where boxes and the arrows between them go: layers from top to bottom, so that nothing overlaps.

After Sugiyama, Tagawa and Toda (1981): arrows back are turned round, every box gets a layer below
those that lead to it, the order within a layer is chosen so that few arrows cross, and boxes move
as near to their neighbours as the order allows. Arrows run straight down within a layer, in room
of their own, and bend only between layers. Long arrows to the same box share one line.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import fmean
from types import MappingProxyType

Link = tuple[int, int]
Point = tuple[float, float]

_SIDE, _BESIDE_LINE = 22.0, 12.0  # units between two boxes, and beside a line that passes them
_BETWEEN = 30.0  # units between layers
_SWEEPS = 12  # design choice: after that, maps of sixty boxes no longer change
_BEND = 10  # straight pieces of a bend: smooth to the eye


@dataclass(frozen=True, slots=True)
class Placed:
    """A box: its middle and its top, and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of line, and the links that share it.

    points: in the direction in which the links are read. to: the box at its end, if that is there.
    """

    points: tuple[Point, ...]
    links: tuple[int, ...]
    to: int | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything in its place; between those heights the drawing can be cut."""

    boxes: tuple[Placed, ...]
    pieces: tuple[Piece, ...]
    width: float
    height: float
    cuts: tuple[tuple[float, float], ...]


def laid_out(
    sizes: Sequence[tuple[float, float]],
    links: Sequence[Link],
    most: float,
    feet: Mapping[int, float] = MappingProxyType({}),
) -> Layout:
    """The layout of boxes of those sizes (width, height) and the links between them.

    most: how wide a layer of boxes should be; a single wider box is not refused. feet: by box, how
    much of its height is room below it, through which its lines run.
    """
    graph = _Graph(sizes, links, feet)
    graph.layer_by(most)
    graph.make_way()
    graph.order()
    graph.shift()
    return graph.layout()


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of a way from one layer to the next: (layer, place in it), and whose way it is."""

    start: tuple[int, int]
    end: tuple[int, int]
    links: tuple[int, ...]


def in_layers(
    boxes: int, links: Sequence[Link]
) -> tuple[tuple[tuple[int | None, ...], ...], tuple[Step, ...]]:
    """The boxes in each layer, None where only a way passes, and the ways on from each layer.

    What leads back is left out.
    """
    graph = _Graph([(0.0, 0.0)] * boxes, links, {})
    graph.layer_by(inf)
    graph.make_way()
    graph.order()
    return graph.layers_and_steps()


@dataclass(slots=True)
class _Spot:
    """A place in a layer: a box, or where a line passes."""

    box: int | None
    layer: int
    width: float
    x: float = 0.0


class _Graph:
    def __init__(
        self,
        sizes: Sequence[tuple[float, float]],
        links: Sequence[Link],
        feet: Mapping[int, float],
    ) -> None:
        self._sizes, self._links, self._feet = sizes, links, feet
        self._turned = _back(len(sizes), links)
        self._spots = [_Spot(box, 0, width) for box, (width, _) in enumerate(sizes)]
        self._layers: list[list[int]] = []
        # From spot to spot below it, up or down: the links that run there.
        self._steps: dict[tuple[int, int, bool], list[int]] = defaultdict(list)

    # --- layers -------------------------------------------------------------------------------

    def layer_by(self, most: float) -> None:
        """Give every box a layer below all that lead to it, none of them wider than that."""
        down = [self._downward(at) for at in range(len(self._links))]
        above: dict[int, list[int]] = defaultdict(list)
        for upper, lower in down:
            if upper != lower:
                above[lower].append(upper)
        wide: dict[int, float] = defaultdict(float)
        for box in _top_down(len(self._sizes), above):
            width = self._sizes[box][0] + _SIDE
            layer = 1 + max((self._spots[each].layer for each in above[box]), default=-1)
            while wide[layer] and wide[layer] + width > most:
                layer += 1
            wide[layer] += width
            self._spots[box].layer = layer

    def _downward(self, at: int) -> Link:
        source, to = self._links[at]
        return (to, source) if at in self._turned else (source, to)

    def make_way(self) -> None:
        """Reserve a place in every layer that a link passes; links to one box share it."""
        passing: dict[tuple[int, bool, int], int] = {}
        for at in range(len(self._links)):
            upper, lower = self._downward(at)
            if upper == lower:
                continue
            head = self._links[at][1]
            here = upper
            for layer in range(self._spots[upper].layer + 1, self._spots[lower].layer):
                key = (head, at in self._turned, layer)
                if key not in passing:
                    passing[key] = len(self._spots)
                    self._spots.append(_Spot(None, layer, _BESIDE_LINE))
                self._step(here, passing[key], at)
                here = passing[key]
            self._step(here, lower, at)
        layers = max(spot.layer for spot in self._spots) + 1
        self._layers = [[] for _ in range(layers)]
        for at, spot in enumerate(self._spots):
            self._layers[spot.layer].append(at)

    def _step(self, upper: int, lower: int, link: int) -> None:
        links = self._steps[upper, lower, link in self._turned]
        if link not in links:
            links.append(link)

    # --- the order within a layer -------------------------------------------------------------

    def order(self) -> None:
        """Put the places of each layer in an order in which few lines cross."""
        above, below = self._neighbours()
        best, fewest = [list(each) for each in self._layers], self._crossings(below)
        for sweep in range(_SWEEPS):
            ways = (above, range(1, len(self._layers))) if sweep % 2 == 0 else (
                below, range(len(self._layers) - 2, -1, -1))  # fmt: skip
            self._sweep(*ways)
            crossings = self._crossings(below)
            if crossings < fewest:
                best, fewest = [list(each) for each in self._layers], crossings
        self._layers = best

    def _neighbours(self) -> tuple[Mapping[int, list[int]], Mapping[int, list[int]]]:
        above: dict[int, list[int]] = defaultdict(list)
        below: dict[int, list[int]] = defaultdict(list)
        for upper, lower, _ in self._steps:
            above[lower].append(upper)
            below[upper].append(lower)
        return above, below

    def _sweep(self, beside: Mapping[int, list[int]], layers: Iterable[int]) -> None:
        place = self._places()
        for layer in layers:
            spots = self._layers[layer]
            weight = {
                spot: fmean(place[each] for each in beside[spot]) if beside[spot] else place[spot]
                for spot in spots
            }
            spots.sort(key=lambda spot: weight[spot])
            place.update({spot: at for at, spot in enumerate(spots)})

    def _places(self) -> dict[int, float]:
        return {spot: float(at) for spots in self._layers for at, spot in enumerate(spots)}

    def _crossings(self, below: Mapping[int, list[int]]) -> int:
        place, count = self._places(), 0
        for spots in self._layers:
            seen: list[float] = []
            for spot in spots:
                ends = [place[each] for each in below[spot]]
                count += sum(len(seen) - bisect_right(seen, end) for end in ends)
                for end in ends:
                    insort(seen, end)
        return count

    # --- from left to right -------------------------------------------------------------------

    def shift(self) -> None:
        """Move everything as near to its neighbours as the order and the room allow."""
        above, below = self._neighbours()
        for layer in self._layers:
            self._settle(layer, [0.0] * len(layer))
        for sweep in range(2 * _SWEEPS):
            down, is_last = sweep % 2 == 0, sweep >= _SWEEPS
            for layer in self._layers if down else reversed(self._layers):
                wished = [
                    self._wish(spot, above, below, down=down, is_last=is_last) for spot in layer
                ]
                self._settle(layer, wished)
        left = min(spot.x - spot.width / 2 for spot in self._spots)
        for spot in self._spots:
            spot.x -= left

    def _wish(
        self, spot: int, above: Mapping[int, list[int]], below: Mapping[int, list[int]], *,
        down: bool, is_last: bool,
    ) -> float:  # fmt: skip
        first, second = (above, below) if down else (below, above)
        beside = [*first[spot], *second[spot]] if is_last else first[spot] or second[spot]
        return fmean(self._spots[each].x for each in beside) if beside else self._spots[spot].x

    def _settle(self, layer: Sequence[int], wished: Sequence[float]) -> None:
        """Place a layer as near to the wishes as can be: least squares with the order kept."""
        spots = [self._spots[at] for at in layer]
        offsets = [0.0]
        for one, other in pairwise(spots):
            is_free = one.box is not None and other.box is not None
            room = _SIDE if is_free else _BESIDE_LINE
            offsets.append(offsets[-1] + (one.width + other.width) / 2 + room)
        groups: list[tuple[float, int]] = []  # mean, how many
        for wish, offset in zip(wished, offsets, strict=True):
            mean, count = wish - offset, 1
            while groups and groups[-1][0] > mean:
                other_mean, others = groups.pop()
                mean = (mean * count + other_mean * others) / (count + others)
                count += others
            groups.append((mean, count))
        starts = [mean for mean, count in groups for _ in range(count)]
        for each, start, offset in zip(spots, starts, offsets, strict=True):
            each.x = start + offset

    # --- the result ---------------------------------------------------------------------------

    def layers_and_steps(self) -> tuple[tuple[tuple[int | None, ...], ...], tuple[Step, ...]]:
        """What is in each layer in its order, and the ways from each to the next."""
        places = {
            spot: (layer, at)
            for layer, spots in enumerate(self._layers)
            for at, spot in enumerate(spots)
        }
        steps = tuple(
            Step(places[upper], places[lower], tuple(links))
            for (upper, lower, is_up), links in self._steps.items()
            if not is_up
        )
        return tuple(tuple(self._spots[at].box for at in each) for each in self._layers), steps

    def layout(self) -> Layout:
        """The boxes and the lines."""
        tops, bottoms = self._heights()
        boxes = tuple(
            Placed(spot.x, tops[spot.layer], *self._sizes[at])
            for at, spot in enumerate(self._spots[: len(self._sizes)])
        )
        width = max(spot.x + spot.width / 2 for spot in self._spots)
        cuts = tuple((bottom, top) for bottom, top in zip(bottoms, tops[1:], strict=False))
        return Layout(boxes, tuple(self._pieces(tops, bottoms)), width, bottoms[-1], cuts)

    def _heights(self) -> tuple[list[float], list[float]]:
        tops, bottoms, y = [], [], 0.0
        for layer in self._layers:
            tops.append(y)
            boxes = [box for at in layer if (box := self._spots[at].box) is not None]
            y += max((self._sizes[box][1] for box in boxes), default=0.0)
            bottoms.append(y)
            y += _BETWEEN
        return tops, bottoms

    def _pieces(self, tops: Sequence[float], bottoms: Sequence[float]) -> Iterator[Piece]:
        ports = self._ports()
        for (upper, lower, is_up), links in self._steps.items():
            one, other = self._spots[upper], self._spots[lower]
            top = tops[one.layer]
            if one.box is not None:
                top += self._sizes[one.box][1] - self._feet.get(one.box, 0.0)
            # A line runs straight down to the end of its layer, and through one that it passes.
            x = ports[upper, lower, is_up]
            start, bent = (x, top), (x, bottoms[one.layer])
            end = (ports[lower, upper, is_up], tops[other.layer])
            points = [*([start] if start != bent else []), *_bend(bent, end)]
            last = self._spots[upper if is_up else lower].box
            yield Piece(tuple(reversed(points) if is_up else points), tuple(links), last)

    def _ports(self) -> dict[tuple[int, int, bool], float]:
        """Where each line leaves or enters a place, seen from there.

        Lines leave a box side by side, in the order of where they go. All that come down to a box
        enter it in the middle, under one arrowhead; a way back up stands beside that.
        """
        ports: dict[tuple[int, int, bool], float] = {}
        leaving: dict[int, list[tuple[int, bool]]] = defaultdict(list)
        entering: dict[int, list[tuple[int, bool]]] = defaultdict(list)
        for upper, lower, is_up in self._steps:
            leaving[upper].append((lower, is_up))
            entering[lower].append((upper, is_up))
        for here, others in leaving.items():
            for (other, is_up), x in self._spread(here, others):
                ports[here, other, is_up] = x
        for here, others in entering.items():
            ways = {is_up for _, is_up in others}
            aside = self._spots[here].width / 4 if len(ways) == 2 else 0.0
            for other, is_up in others:
                ports[here, other, is_up] = self._spots[here].x + (aside if is_up else -aside)
        return ports

    def _spread(
        self, here: int, others: Sequence[tuple[int, bool]]
    ) -> Iterator[tuple[tuple[int, bool], float]]:
        spot = self._spots[here]
        if spot.box is None:
            yield from ((each, spot.x) for each in others)
            return
        step = spot.width / (len(others) + 1)
        inside = sorted(others, key=lambda each: self._spots[each[0]].x)
        for at, each in enumerate(inside, start=1):
            yield each, spot.x - spot.width / 2 + at * step


def _back(boxes: int, links: Sequence[Link]) -> frozenset[int]:
    """The links that lead back to where a way came from, looked for in the order of the boxes."""
    leaving: dict[int, list[int]] = defaultdict(list)
    for at, (source, _) in enumerate(links):
        leaving[source].append(at)
    found: set[int] = set()
    done: set[int] = set()
    for first in range(boxes):
        if first in done:
            continue
        trail, on_trail = [(first, iter(leaving[first]))], {first}
        while trail:
            here, ahead = trail[-1]
            link = next(ahead, None)
            if link is None:
                done.add(here)
                on_trail.discard(here)
                trail.pop()
            elif (to := links[link][1]) in on_trail:
                found.add(link)
            elif to not in done:
                on_trail.add(to)
                trail.append((to, iter(leaving[to])))
    return frozenset(found)


def _top_down(boxes: int, above: Mapping[int, list[int]]) -> Iterator[int]:
    """The boxes, each after all that are above it, otherwise in their own order."""
    waiting = {box: set(above.get(box, ())) for box in range(boxes)}
    while waiting:
        ready = [box for box, others in waiting.items() if not others]
        for box in ready:
            del waiting[box]
        yield from ready
        for others in waiting.values():
            others.difference_update(ready)


def _bend(start: Point, end: Point) -> Iterator[Point]:
    """From one point down to another, leaving and arriving upright."""
    (x0, y0), (x1, y1) = start, end
    if x0 == x1:
        yield from (start, end)
        return
    for at in range(_BEND + 1):
        t = at / _BEND
        yield x0 + (x1 - x0) * t * t * (3 - 2 * t), y0 + (y1 - y0) * t
