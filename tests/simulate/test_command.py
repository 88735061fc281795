"""`simulate` on the command line."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from tests.game.conftest import MINIMAL, THREE, Run

WRONG = [
    (("--plays", "0"), "valt buiten 1 tot", "lies outside 1 to"),
    (("--plays", "-5"), "valt buiten", "lies outside"),
    (("--plays", "2000000000"), "valt buiten", "lies outside"),
    (("--plays", "veel"), "“veel” is geen geheel getal", "“veel” is not a whole number"),
    (("--workers", "0"), "--workers 0 valt buiten", "--workers 0 lies outside"),
    (("--workers", "x"), "--workers “x” is geen", "--workers “x” is not"),
    (("--strategies", "bilder"), "Bedoelde je “builder”", "Did you mean “builder”"),
    (("--strategies", "builder,charmer,pressed"), "noemt 3 persona's", "names 3 personas"),
    (("--engine", "dusk"), "Bedoelde je “dask”", "Did you mean “dask”"),
    (("--scheduler", "tcp://x:1"), "hoort bij --engine dask", "goes with --engine dask"),
    (("--seed", "x"), "“x” is geen geheel getal", "“x” is not a whole number"),
]


@pytest.mark.parametrize(("options", "nl", "en"), WRONG)
def test_what_is_wrong_is_told_once(run: Run, options: tuple[str, ...], nl: str, en: str) -> None:
    for language, text in (("nl", nl), ("en", en)):
        said = run("simulate", MINIMAL, *options, "--lang", language)
        assert said.code == 2
        assert text in said.err
        assert said.err.count("\n") == 1
        assert not said.out


def without_time(out: str) -> str:
    """The JSON with everything but how long it took."""
    found = json.loads(out)
    assert found.pop("seconds") >= 0
    assert found.pop("plays_per_second") > 0
    return json.dumps(found)


@pytest.mark.slow
def test_json_is_the_same_for_any_number_of_workers(run: Run) -> None:
    outs = [
        run("simulate", MINIMAL, "--plays", "400", "--seed", "3", "--json", "--workers", n).out
        for n in ("1", "2")
    ]
    assert without_time(outs[0]) == without_time(outs[1])
    found = json.loads(outs[0])
    assert found["plays"] == 400
    assert found["seed"] == 3
    assert len(found["pairings"]) == 36
    assert abs(sum(each["share"] for each in found["outcomes"].values()) - 1) < 1e-4
    assert sum(each["plays"] for each in found["pairings"]) == 400


@pytest.mark.slow
def test_named_personas_are_the_only_ones(run: Run) -> None:
    out = run("simulate", THREE, "--plays", "50", "--strategies", "builder,charmer", "--json").out
    pairings = json.loads(out)["pairings"]
    assert [list(each["personas"].values()) for each in pairings] == [
        ["builder", "charmer", "charmer"]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("scenario", [MINIMAL, THREE])
def test_it_is_told_in_both_languages(run: Run, scenario: str) -> None:
    nl = run("simulate", scenario, "--plays", "300", "--lang", "nl")
    en = run("simulate", scenario, "--plays", "300", "--lang", "en")
    assert nl.code == en.code == 0
    assert "300 keer gespeeld" in nl.out
    assert "300 plays" in en.out
    assert "In welk gezelschap" in nl.out
    assert "In which company" in en.out


# --- on a cluster, without one ----------------------------------------------------------------


class _Cluster:
    """Dask as far as it is used here: what is submitted is done on the spot, the last one first."""

    def __init__(self, where: object = None, **options: Any) -> None:
        if where == "tcp://nobody:1":
            raise OSError("timed out")
        self.is_empty = where == "tcp://empty:1"

    def __enter__(self) -> "_Cluster":
        return self

    def __exit__(self, *why: object) -> None:
        pass

    def scatter(self, what: object, **options: Any) -> object:
        """The thing itself."""
        if self.is_empty:
            raise TimeoutError
        return what

    def submit(self, task: Callable[..., Any], *arguments: Any) -> Any:
        """Done already."""
        return SimpleNamespace(result=lambda: task(*arguments), release=lambda: None)


def _as_completed(futures: Iterable[Any]) -> Iterator[Any]:
    yield from reversed(list(futures))


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for Dask."""
    fake = SimpleNamespace(Client=_Cluster, LocalCluster=_Cluster, as_completed=_as_completed)
    monkeypatch.setitem(sys.modules, "distributed", fake)


@pytest.mark.slow
@pytest.mark.usefixtures("cluster")
def test_a_cluster_counts_alike(run: Run) -> None:
    options = ("simulate", MINIMAL, "--plays", "300", "--json")
    there = run(*options, "--engine", "dask", "--workers", "3").out
    assert without_time(there) == without_time(run(*options).out)


@pytest.mark.usefixtures("cluster")
@pytest.mark.parametrize(
    ("address", "nl", "en"),
    [
        ("tcp://nobody:1", "antwoordt geen Dask-scheduler", "No Dask scheduler answers at"),
        ("tcp://empty:1", "heeft geen workers", "has no workers"),
    ],
)
def test_a_cluster_that_is_not_there_is_told(run: Run, address: str, nl: str, en: str) -> None:
    for language, text in (("nl", nl), ("en", en)):
        said = run(
            "simulate", MINIMAL, "--engine", "dask", "--scheduler", address, "--lang", language
        )
        assert said.code == 2
        assert text in said.err
        assert address in said.err


def test_without_dask_it_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = run("simulate", MINIMAL, "--engine", "dask", "--lang", "en")
    assert said.code == 2
    assert "Dask is not installed here" in said.err


@pytest.mark.slow
def test_what_was_never_played_is_not_ranked_and_not_zero(run: Run) -> None:
    found = json.loads(run("simulate", MINIMAL, "--plays", "1", "--json").out)
    played = [pair for pair in found["pairings"] if pair["plays"]]
    never = [pair for pair in found["pairings"] if not pair["plays"]]
    assert (len(played), len(never)) == (1, 35)
    assert all(each["share"] is None for pair in never for each in pair["outcomes"].values())
    assert all(value is None for pair in never for value in pair["value"].values())
    assert run("simulate", MINIMAL, "--plays", "1", "--lang", "en").out.count("     –") >= 35
    told = run("simulate", THREE, "--plays", "2", "--lang", "en").out
    assert "2 plays" in told
    assert told.count("Most often robust") == 1
    assert "Least often robust" not in told
    assert "1 play, " in run("simulate", THREE, "--plays", "1", "--lang", "en").out
