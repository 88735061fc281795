"""What people write at the debrief is kept with the play, and changes nothing of it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.live_play import LivePlay
from engine.play.afterthoughts import MOST_LETTERS, Afterthoughts, TurnMarked, as_written
from engine.play.compiled import CompiledScenario
from engine.play.rows import as_plain
from engine.play.trace import Trace, TraceProblem, load_trace, parse_trace, replay, to_json
from tests.play.test_trace import resealed
from tests.playing import table_of

WRITTEN = Afterthoughts(
    "ferry",
    feeling="moe",
    marked=TurnMarked("moment", 2),
    turn="=cmd()|\x1b[2J\u202e",
    otherwise="Eerder naar het café, met koffie één keer",
    friday="Hein bellen 😀",
    tell="Anja",
    sign="hij lacht",
)


def with_written(live: LivePlay, *written: Afterthoughts) -> str:
    """The trace of that play as text, once they have written."""
    for each in written:
        live.write_down(each)
    return to_json(live.trace)


def test_what_was_written_comes_back_as_it_was(minimal: CompiledScenario) -> None:
    other = Afterthoughts("bikes", feeling="licht")
    trace = parse_trace(with_written(table_of(minimal), WRITTEN, other).encode())
    assert isinstance(trace, Trace)
    assert trace.afterthoughts == (WRITTEN, other)
    assert trace.written_by("ferry") == WRITTEN


def test_it_is_on_the_disk_at_once(minimal: CompiledScenario, tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    seats = dict.fromkeys(minimal.parties, "human")
    live = LivePlay.start(minimal, seed=1, seats=seats, digest="d", source="s", save_to=path)
    for feeling in ("m", "mo", "moe"):
        live.write_down(Afterthoughts("ferry", feeling=feeling))
        kept = load_trace(path)
        assert isinstance(kept, Trace)
        assert kept.written_by("ferry").feeling == feeling


def test_the_last_word_counts_and_nothing_is_kept_of_what_was_taken_back(
    minimal: CompiledScenario,
) -> None:
    live = table_of(minimal)
    live.write_down(WRITTEN)
    live.write_down(replace(WRITTEN, feeling="boos"))
    assert live.trace.written_by("ferry") == replace(WRITTEN, feeling="boos")
    assert len(live.trace.afterthoughts) == 1
    live.write_down(Afterthoughts("ferry"))
    assert not live.trace.afterthoughts


def test_the_play_is_the_same_with_it_and_without(minimal: CompiledScenario) -> None:
    live = table_of(minimal)
    before = replay(minimal, live.trace)
    live.write_down(WRITTEN)
    after = replay(minimal, live.trace)
    assert not isinstance(before, TraceProblem)
    assert not isinstance(after, TraceProblem)
    assert as_plain(before.state.world) == as_plain(after.state.world)
    assert before.events == after.events


def test_only_people_write(minimal: CompiledScenario) -> None:
    seats = {"ferry": "human", "bikes": "builder"}
    live = LivePlay.start(minimal, seed=1, seats=seats, digest="d", source="s")
    for nobody in ("bikes", "nobody"):
        with pytest.raises(ValueError, match="no person"):
            live.write_down(Afterthoughts(nobody, feeling="x"))


def edit(**changed: Any) -> Any:
    """A change of the first record."""
    return lambda body: body["afterthoughts"][0].update(changed)


@pytest.mark.parametrize(
    "change",
    [
        edit(feeling=3), edit(feeling=None), edit(feeling="x" * (MOST_LETTERS + 1)),
        edit(marked="2"), edit(marked={"kind": "start", "round": 1}),
        edit(marked={"kind": "round", "round": -1}), edit(more="x"),
        lambda body: body["afterthoughts"][0].pop("tell"),
        lambda body: body.update(afterthoughts={}),
    ],
)  # fmt: skip
def test_a_record_of_another_shape_is_refused(minimal: CompiledScenario, change: Any) -> None:
    raw = resealed(with_written(table_of(minimal), WRITTEN), change)
    assert parse_trace(raw) == TraceProblem("edited")


def test_a_record_of_somebody_who_is_not_there_is_refused(minimal: CompiledScenario) -> None:
    raw = resealed(with_written(table_of(minimal), WRITTEN), edit(party="nobody"))
    trace = parse_trace(raw)
    assert isinstance(trace, Trace)
    assert replay(minimal, trace) == TraceProblem("edited")


def test_letters_are_kept_whole() -> None:
    assert as_written("cafe\u0301 e\u0308e\u0301n") == "café ëén"
    assert as_written("a\ud83db\udcffc") == "a�b�c"
    assert len(as_written("x" * 9_999)) == MOST_LETTERS


def test_a_play_that_was_moved_is_saved_where_it_is_now(
    minimal: CompiledScenario, tmp_path: Path
) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new/new.json"
    seats = dict.fromkeys(minimal.parties, "human")
    live = LivePlay.start(minimal, seed=1, seats=seats, digest="d", source="s", save_to=old)
    new.parent.mkdir()
    old.replace(new)
    live.moved_to(new)
    live.write_down(WRITTEN)
    kept = load_trace(new)
    assert isinstance(kept, Trace)
    assert kept.afterthoughts == (WRITTEN,)
    assert not old.exists()
