"""The model where some parties have left the table and the others go on: it is theirs alone then.

An alliance of three that one has left is an alliance of two: the same functions, on the rows and
columns of those who are there. So nothing in them has to know that a party can be missing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.model.arrays import Bools, sum_last_axis
from engine.model.parameters import DEFAULTS, Parameters
from engine.model.records import replace
from engine.model.state import Alliance, Circumstances

R = TypeVar("R")
# Without: all are there.
There = Bools | None


def result_of_those(
    there: There, play: Callable[..., tuple[Alliance, R]], alliance: Alliance, *given: Any
) -> tuple[Alliance, R]:
    """What `play` makes of the alliance of those parties (G, P), and what it says came of it.

    given: more for `play`, arrays of games and parties or records of them. Whoever is not there
    stays as it was, and nothing comes of it.
    """
    if there is None:
        return play(alliance, *given)
    parties, after, told = there.shape[1], alliance, None
    for rows, columns in _alike(there):
        few, happened = play(*(_taken(each, rows, columns, parties) for each in (alliance, *given)))
        after = _put(after, few, rows, columns, parties)
        if told is None:
            told = _blank(happened, len(there), len(columns), parties)
        told = _put(told, happened, rows, columns, parties)
    assert told is not None or not len(there)
    return after, told  # type: ignore[return-value]


def alliance_of_those(
    there: There, change: Callable[..., Alliance], alliance: Alliance, *given: Any
) -> Alliance:
    """The same, where `change` says no more than what becomes of the alliance."""
    if there is None:
        return change(alliance, *given)
    after, _ = result_of_those(
        there, lambda *all_: (change(*all_), np.zeros(len(all_[0].alive))), alliance, *given
    )
    return after


def reading_of_those(there: There, read: Callable[..., R], alliance: Alliance, *given: Any) -> R:
    """What `read` says of the alliance of those parties; of whoever is not there, nothing."""
    if there is None:
        return read(alliance, *given)
    _, told = result_of_those(there, lambda *all_: (all_[0], read(*all_)), alliance, *given)
    return told


def leave_the_others(
    alliance: Alliance,
    circumstances: Circumstances,
    who: Bools,
    there: Bools,
    parameters: Parameters = DEFAULTS,
) -> Alliance:
    """The alliance after some (G, P) of those who were `there` leave, and the others go on.

    Who leaves pays what a break costs, with the exit cost of the circumstances. Who stays loses
    what was sunk in the ties that end: the break cost, in the share that these are of its ties
    [J]. Where all ties end, that is all of it, as in `leave`.
    """
    goes = who & there
    gone, count = sum_last_axis(goes.astype(float)), sum_last_axis(there.astype(float))
    lost = parameters.break_cost * gone / np.maximum(count - 1.0, 1.0)
    own = parameters.break_cost + circumstances.exit_cost
    price = np.where(goes, own[:, None], np.where(there, lost[:, None], 0.0))
    paid = np.where((gone > 0.0)[:, None] & alliance.alive[:, None], price, 0.0)
    return replace(alliance, value=alliance.value - paid)


# --- rows and columns -----------------------------------------------------------------------------


def _alike(there: Bools) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """The games in which the same parties are there, and which parties these are."""
    for pattern in np.unique(there, axis=0):
        yield np.flatnonzero((there == pattern).all(axis=1)), np.flatnonzero(pattern)


def _taken(value: Any, rows: NDArray[np.intp], columns: NDArray[np.intp], parties: int) -> Any:
    """Those games and parties of an array, or of a record or table of arrays."""
    if isinstance(value, np.ndarray):
        taken = value if len(value) == 1 else value[rows]
        for axis in range(1, value.ndim):
            if value.shape[axis] == parties:
                taken = taken.take(columns, axis=axis)
        return np.asfortranarray(taken)
    if isinstance(value, Mapping):
        return {name: _taken(each, rows, columns, parties) for name, each in value.items()}
    if _is_record(value):
        named = {name: getattr(value, name) for name in _names(value)}
        return type(value)(**_taken(named, rows, columns, parties))
    return value


def _put(
    whole: Any, few: Any, rows: NDArray[np.intp], columns: NDArray[np.intp], parties: int
) -> Any:
    """The whole with what those few games and parties came to in its place."""
    if isinstance(whole, np.ndarray):
        # What is not one of several parties is one of them all.
        at = [rows, *(columns if size == parties else np.arange(size) for size in whole.shape[1:])]
        result = whole.astype(np.result_type(whole, few), copy=True, order="K")
        result[np.ix_(*at)] = few
        return result
    named = {
        name: _put(getattr(whole, name), getattr(few, name), rows, columns, parties)
        for name in _names(whole)
    }
    return type(whole)(**named)


def _blank(few: Any, games: int, there: int, parties: int) -> Any:
    """Nothing at all, of all games and parties, in the form of what came of a few."""
    if isinstance(few, np.ndarray):
        shape = [parties if size == there else size for size in few.shape[1:]]
        return np.zeros((games, *shape), dtype=few.dtype, order="F")
    return type(few)(
        **{name: _blank(getattr(few, name), games, there, parties) for name in _names(few)}
    )


def _is_record(value: Any) -> bool:
    return is_dataclass(value) or hasattr(value, "_fields")


def _names(record: Any) -> tuple[str, ...]:
    if is_dataclass(record):
        return tuple(each.name for each in fields(record))
    names: tuple[str, ...] = record._fields
    return names
