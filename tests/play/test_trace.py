"""A trace gives back the identical play, or is refused in plain words."""

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.rows import as_plain
from engine.play.state import MoveChoice, Prediction, Refusal
from engine.play.trace import (
    RULES_VERSION,
    Replayed,
    Trace,
    TraceProblem,
    _seal,
    load_trace,
    pack,
    parse_trace,
    replay,
    to_json,
)
from tests.playing import table_of


def play_to_the_end(compiled: CompiledScenario, path: Path, seed: int = 3) -> LivePlay:
    """A play by personas, saved there."""
    seats = dict.fromkeys(compiled.parties, "reciprocator")
    live = LivePlay.start(
        compiled, seed=seed, seats=seats, digest="abc", source="s.yaml", save_to=path
    )
    live.run()
    return live


@pytest.mark.slow
def test_a_replay_ends_with_the_same_numbers_to_the_last_digit(
    any_scenario: CompiledScenario, tmp_path: Path
) -> None:
    live = play_to_the_end(any_scenario, tmp_path / "t.json")
    trace = load_trace(tmp_path / "t.json")
    assert isinstance(trace, Trace)
    again = replay(any_scenario, trace, "abc")
    assert isinstance(again, Replayed)
    assert json.dumps(as_plain(again.state.world)) == json.dumps(as_plain(live.state.world))
    assert again.events == live.events


@pytest.mark.slow
def test_every_choice_is_saved_before_the_next(minimal: CompiledScenario, tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    live = LivePlay.start(
        minimal, seed=2, seats={"ferry": "human", "bikes": "human"}, digest="d", source="s",
        save_to=path,
    )  # fmt: skip
    live.choose(MoveChoice("ferry", "wait", predictions=(Prediction("bikes", "reciprocal", 0.8),)))
    trace = load_trace(path)
    assert isinstance(trace, Trace)
    resumed = LivePlay.resume(minimal, trace, "d")
    assert isinstance(resumed, LivePlay)
    assert resumed.waiting_for == ("bikes",)
    live.choose(MoveChoice("bikes", "swap"))
    resumed.choose(MoveChoice("bikes", "swap"))
    assert resumed.events == live.events


def sealed(minimal: CompiledScenario) -> str:
    """The text of a trace with one step."""
    live = table_of(minimal)
    live.choose(MoveChoice("ferry", "wait"))
    live.choose(MoveChoice("bikes", "wait"))
    return to_json(live.trace)


RULES = f'"version": {RULES_VERSION}'


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda text: "", "not-a-trace"),
        (lambda text: "hello", "not-a-trace"),
        (lambda text: "[1, 2]", "not-a-trace"),
        (lambda text: "{}", "not-a-trace"),
        (lambda text: '{"half": ', "not-a-trace"),
        (lambda text: "no samenspel_trace", "not-a-trace"),
        (lambda text: text[: len(text) // 2], "truncated"),
        (lambda text: text.replace('"move": "wait"', '"move": "swap"', 1), "edited"),
        (lambda text: text.replace('"seed": 1', '"seed": 2'), "edited"),
        (lambda text: text.replace('"seal"', '"sea1"'), "edited"),
        (lambda text: text.replace(RULES, '"version": 99'), "other-version"),
        (lambda text: text.replace('_trace": 3', '_trace": 1'), "other-version"),
        (lambda text: text.replace('_trace": 3', '_trace": 4'), "other-version"),
    ],
)  # fmt: skip
def test_a_damaged_trace_is_refused(minimal: CompiledScenario, damage, reason: str) -> None:  # type: ignore[no-untyped-def]
    found = parse_trace(damage(sealed(minimal)).encode())
    assert isinstance(found, TraceProblem)
    assert found.reason == reason


@pytest.mark.parametrize("name", [".", "..", "a/b", "a\\b", "a\0b", 7])
def test_a_scenario_is_a_file_name_and_no_place_elsewhere(
    minimal: CompiledScenario, name: object
) -> None:
    written = resealed(sealed(minimal), lambda body: body["scenario"].update(source=name))
    assert parse_trace(written) == TraceProblem("edited")


def resealed(text: str, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The trace after a change by somebody who knows how to seal one."""
    body = json.loads(text)
    del body["seal"]
    change(body)
    return json.dumps({**body, "seal": _seal(body)}).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.update(seed=-1),
        lambda body: body.update(seed="1"),
        lambda body: body.update(seed=1.5),
        lambda body: body.update(game=2**64),
        lambda body: body.update(seats=[]),
        lambda body: body.update(seats={"ferry": 1, "bikes": "human"}),
        lambda body: body.update(choices={}),
        lambda body: body["scenario"].pop("digest"),
        lambda body: body["choices"][0]["ferry"].update(call="yes"),
        lambda body: body["choices"][0]["ferry"].update(call={}),
        lambda body: body["choices"][0]["ferry"].update(move=["wait"]),
        lambda body: body["choices"][0]["ferry"].update(more=1),
        lambda body: body["choices"][0]["ferry"].update(kind="swap"),
        lambda body: body["choices"][0]["ferry"].update(predictions=[{"about": "bikes"}]),
        lambda body: body["choices"][0].update(ferry=None),
    ],
)
def test_a_trace_with_a_wrong_kind_of_value_is_refused(
    minimal: CompiledScenario, change: Callable[[dict[str, Any]], object]
) -> None:
    assert parse_trace(resealed(sealed(minimal), change)) == TraceProblem("edited")


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body["seats"].pop("ferry"),
        lambda body: body["seats"].update(nobody="human"),
        lambda body: body["choices"].append({"nobody": body["choices"][0]["ferry"]}),
        lambda body: body["choices"].append({"ferry": {"kind": "option", "option": "own-part"}}),
        lambda body: body["choices"].insert(0, {}),
    ],
)
def test_a_trace_of_what_can_not_be_played_is_refused(
    minimal: CompiledScenario, change: Callable[[dict[str, Any]], object]
) -> None:
    trace = parse_trace(resealed(sealed(minimal), change))
    assert isinstance(trace, Trace)
    assert isinstance(replay(minimal, trace), TraceProblem)


@pytest.mark.parametrize("field", ["samenspel_trace", "version"])
@pytest.mark.parametrize("value", ["1", "2", 1.0, 2.0, True, None, [1], {}, "\x1b[2J" * 5_000])
def test_a_version_that_is_no_number_is_refused(
    minimal: CompiledScenario, field: str, value: object
) -> None:
    raw = resealed(sealed(minimal), lambda body: body.update({field: value}))
    assert parse_trace(raw) == TraceProblem("not-a-trace")


@pytest.mark.parametrize(
    ("field", "detail"), [("samenspel_trace", f"{'9' * 40}"), ("version", f"3.{'9' * 38}")]
)
def test_another_version_is_named_in_short(
    minimal: CompiledScenario, field: str, detail: str
) -> None:
    raw = resealed(sealed(minimal), lambda body: body.update({field: int("9" * 50)}))
    assert parse_trace(raw) == TraceProblem("other-version", detail)


@pytest.mark.parametrize(
    "raw", [b'{"samenspel_trace": ' + b"1" * 5_000, b'{"samenspel_trace": {}}', b"1" * 5_000]
)
def test_numbers_without_end_are_refused(raw: bytes) -> None:
    assert isinstance(parse_trace(raw), TraceProblem)


def test_a_letter_cut_in_two_is_refused(minimal: CompiledScenario) -> None:
    raw = sealed(minimal).replace('"source": "s"', '"source": "\\ud800"').encode()
    assert parse_trace(raw) == TraceProblem("edited")


def test_bytes_that_are_no_text_are_refused() -> None:
    found = parse_trace(bytes(range(256)))
    assert isinstance(found, TraceProblem)
    assert found.reason == "not-a-trace"


@pytest.mark.parametrize("pile", [b"[", b'{"a": ', b'[{"a": '])
@pytest.mark.parametrize("height", [10_000, 200_000])
@pytest.mark.parametrize("under", [b"", b'{"samenspel_trace": 3, "version": 1, "choices": '])
def test_a_pile_of_brackets_is_no_trace(pile: bytes, height: int, under: bytes) -> None:
    assert parse_trace(under + pile * height) == TraceProblem("not-a-trace")


def test_a_trace_of_a_changed_scenario_is_refused(minimal: CompiledScenario) -> None:
    trace = parse_trace(sealed(minimal).encode())
    assert isinstance(trace, Trace)
    found = replay(minimal, trace, "another digest")
    assert isinstance(found, TraceProblem)
    assert found.reason == "other-scenario"


def test_a_play_of_a_changed_scenario_is_not_resumed(minimal: CompiledScenario) -> None:
    live = table_of(minimal)
    live.choose(MoveChoice("ferry", "wait"))
    found = LivePlay.resume(minimal, live.trace, "another digest")
    assert isinstance(found, TraceProblem)
    assert (found.reason, found.detail) == ("other-scenario", "s")
    assert isinstance(LivePlay.resume(minimal, live.trace, live.trace.digest), LivePlay)


def test_a_missing_trace_is_refused(tmp_path: Path) -> None:
    found = load_trace(tmp_path / "none.json")
    assert isinstance(found, TraceProblem)
    assert found.reason == "missing"


def test_a_failed_save_leaves_nothing_half_written(
    minimal: CompiledScenario, tmp_path: Path
) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(IsADirectoryError):
        LivePlay.start(
            minimal, seed=1, seats={"ferry": "human", "bikes": "human"}, digest="d", source="s",
            save_to=target,
        )  # fmt: skip
    assert list(tmp_path.iterdir()) == [target]
    assert not any(target.iterdir())


def test_nobody_chooses_twice_or_for_a_persona(minimal: CompiledScenario) -> None:
    live = table_of(minimal, bikes="builder")
    assert isinstance(live.choose(MoveChoice("bikes", "wait")), Refusal)
    two = table_of(minimal)
    two.choose(MoveChoice("ferry", "wait"))
    again = two.choose(MoveChoice("ferry", "swap"))
    assert isinstance(again, Refusal)
    assert again.reason == "already-chosen"


def test_a_trace_as_large_as_may_be_is_read_and_no_larger(
    minimal: CompiledScenario, tmp_path: Path
) -> None:
    path, written = tmp_path / "t.json", sealed(minimal).encode()
    path.write_bytes(written.ljust(5_000_000))
    assert isinstance(load_trace(path), Trace)
    path.write_bytes(written.ljust(5_000_001))
    assert load_trace(path) == TraceProblem("not-a-trace")


def test_a_text_as_long_as_a_scenario_may_be_is_kept_whole(minimal: CompiledScenario) -> None:
    trace = table_of(minimal).trace
    longest = bytes(1_000_000)
    assert replace(trace, packed=pack(longest)).text == longest
    assert replace(trace, packed=pack(longest + b"x")).text is None


@pytest.mark.parametrize(
    "packed",
    ["", "%", "é", base64.b64encode(b"samenspel: 1").decode(), pack(b"samenspel: 1" * 99)[:20]],
)
def test_a_text_that_can_not_be_unpacked_is_no_text(minimal: CompiledScenario, packed: str) -> None:
    assert replace(table_of(minimal).trace, packed=packed).text is None


def test_a_sealed_choice_that_can_not_be_made_is_refused(three: CompiledScenario) -> None:
    """Beside one that can, while a third party has still to choose."""
    live = table_of(three)
    live.choose(MoveChoice("harbour", "sit"))
    fair = live.trace
    assert isinstance(replay(three, fair), Replayed)
    (last,) = fair.choices
    unheard_of = replace(fair, choices=({**last, "grid": MoveChoice("grid", "none")},))
    assert replay(three, unheard_of) == TraceProblem("cannot-replay", "1")
