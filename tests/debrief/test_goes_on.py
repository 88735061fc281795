"""What is told of a play in which one of three left, to the table and to whoever left."""

import pytest

from engine.debrief import debrief
from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from tests.conftest import ROOT, compiled_of
from tests.debrief.said import said_of
from tests.debrief.tables import Manners, look_back, play, told
from tests.debrief.truth import Played, is_so

ORCHARD = ROOT / "tests/scenarios/valid/orchard.yaml"
GIVES = Manners(["open-books", "contract"])
LEAVES = Manners(["open-books", "contract", "go-home"])


@pytest.fixture(scope="module")
def orchard() -> CompiledScenario:
    return compiled_of(ORCHARD)


@pytest.fixture(scope="module")
def without_south(orchard: CompiledScenario) -> LivePlay:
    return play(orchard, {"north": GIVES, "south": LEAVES, "east": GIVES}, seed=2)


def test_the_play_went_on(without_south: LivePlay) -> None:
    assert without_south.is_over
    assert without_south.state.world.left[0].tolist() == [False, True, False]
    assert int(without_south.state.world.round[0]) > 5


def test_who_left_reads_what_followed_and_that_it_had_not_heard_of_it(
    without_south: LivePlay,
) -> None:
    later = int(without_south.state.world.round[0]) - 3
    found = look_back(without_south, 0)
    south, north = (told(without_south, found, seat) for seat in ("south", "north"))
    assert "you got up and left in round 3, and the others went on without you" in south
    assert f"{later} more rounds were played without you" in south
    assert "South Orchard got up and left in round 3, and the others went on" in north
    assert "without you" not in north
    assert "nobody walked" not in south + north
    dutch = told(without_south, found, "south", "nl")
    assert "in ronde 3 stapte je op, en de anderen gingen zonder jou verder" in dutch
    assert f"Er zijn nog {later} rondes zonder jou gespeeld" in dutch


def test_the_result_is_that_of_those_who_stayed(without_south: LivePlay) -> None:
    result = debrief(without_south.compiled, without_south.replayed, plays=0).outcome
    assert [(each.party, each.round) for each in result.went] == [("south", 3)]
    assert result.left_by == ()
    assert set(result.stayed) == {"north", "east"}
    assert result.joint == pytest.approx(sum(result.stayed.values()) / 2 / result.rounds)


@pytest.mark.slow
def test_all_that_is_told_is_so(orchard: CompiledScenario, without_south: LivePlay) -> None:
    found = debrief(orchard, without_south.replayed, plays=2)
    for people in ([], *([party] for party in orchard.parties)):
        sentences = list(said_of(orchard, found, people))
        untrue = [said.text for said, right in is_so(Played(without_south), sentences) if not right]
        assert untrue == []
