"""Whether a save is noticed, whichever way an editor writes."""

import os
from pathlib import Path

import pytest

from game.studio.desk import Desk
from game.studio.following import Follower
from game.studio.reading import read
from tests.conftest import ROOT
from tests.studio.files import new_file, save, save_beside


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A scenario that is being written."""
    return new_file(tmp_path)


def following(path: Path) -> Follower:
    follower = Follower()
    follower.begins((path,))
    return follower


def is_noticed(follower: Follower, since: float = 10.0) -> bool:
    """Whether it is read again, some time after the last change was first seen."""
    return any([follower.is_due(since), follower.is_due(since + 5)])


def test_nothing_is_read_again_for_nothing(path: Path) -> None:
    follower = following(path)
    assert not is_noticed(follower)
    assert not is_noticed(follower, 100)


@pytest.mark.parametrize("how", [save, save_beside])
def test_a_save_is_noticed_once(path: Path, how: object) -> None:
    follower = following(path)
    how(path, "One ticket", "One fare")  # type: ignore[operator]
    assert is_noticed(follower)
    follower.begins((path,))
    assert not is_noticed(follower)


def test_a_save_in_the_same_moment_with_as_many_letters_is_noticed(path: Path) -> None:
    """Sticks only keep the time to two seconds."""
    before = path.stat()
    follower = following(path)
    save(path, "minutes: 20", "minutes: 30")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert is_noticed(follower)


def test_a_file_that_is_still_being_written_is_left_alone(path: Path) -> None:
    follower = following(path)
    for at in range(20):
        with path.open("a") as file:
            file.write("#\n")
        assert not follower.is_due(10 + at / 100)
    assert follower.is_due(11)


def test_an_editor_may_take_the_file_away_for_a_moment(path: Path) -> None:
    follower, text = following(path), path.read_bytes()
    path.unlink()
    assert not follower.is_due(10.0)
    assert not follower.is_due(10.1)
    path.write_bytes(text + b"# more\n")
    assert not follower.is_due(10.2)
    assert follower.is_due(10.3)


def test_a_file_that_stays_away_is_missed(path: Path) -> None:
    follower = following(path)
    path.unlink()
    assert is_noticed(follower)


@pytest.fixture
def several(tmp_path: Path) -> Path:
    """A scenario in several files."""
    source = ROOT / "tests/scenarios/several"
    for each in source.rglob("*.y*ml"):
        place = tmp_path / each.relative_to(source)
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(each.read_bytes())
    return tmp_path / "included.yaml"


def test_what_a_scenario_includes_is_followed_too(several: Path) -> None:
    desk = Desk(several, "en")
    assert len(desk.reading.files) > 1
    # What is new is read a second time: it may have changed while the first was read.
    desk.look(0.0)
    assert desk.look(1.0) is None
    for at, part in enumerate(desk.reading.files[1:], start=1):
        part.write_text(part.read_text("utf-8") + "# more\n", "utf-8")
        desk.look(10.0 * at)
        found = desk.look(10.0 * at + 1)
        assert found is not None
        desk.take(found)


def test_a_part_that_is_missing_is_waited_for(several: Path) -> None:
    part = read(several).files[1]
    text = part.read_bytes()
    part.unlink()
    desk = Desk(several, "en")
    assert desk.good is None
    assert [each.code for each in desk.reading.problems] == ["include-unreadable"]
    part.write_bytes(text)
    desk.look(10.0)
    found = desk.look(11.0)
    assert found is not None
    desk.take(found)
    assert desk.good is not None
