"""What the studio keeps from save to save."""

from pathlib import Path

import pytest

from engine.play.state import MoveChoice
from game.studio.desk import Desk
from game.studio.reading import Reading
from game.studio.tryout import Tryout, chosen
from tests.game.own_pictures import png
from tests.studio.files import new_file, save


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A scenario that is being written."""
    return new_file(tmp_path)


class Saved:
    """A desk whose clock only goes when it is asked to look."""

    def __init__(self, path: Path) -> None:
        self.desk, self.now = Desk(path, "en"), 0.0

    def look(self) -> Reading | None:
        """What was saved since the last time; it is taken."""
        found = None
        for _ in range(2):
            self.now += 5
            found = found or self.desk.look(self.now)
        if found is not None:
            self.desk.take(found)
        return found


def test_a_broken_save_leaves_the_last_good_one(path: Path) -> None:
    saved = Saved(path)
    good = saved.desk.good
    assert good is not None
    save(path, "start: first-talk", "start: first-walk")
    assert saved.look() is not None
    assert saved.desk.reading.errors == 1
    assert saved.desk.good is good
    save(path, "start: first-walk", "start: first-talk")
    save(path, "minutes: 20", "minutes: 30")
    saved.look()
    assert saved.desk.reading.errors == 0
    assert saved.desk.good is not good
    assert saved.desk.good is not None
    assert saved.desk.good.reading is saved.desk.reading


UNREADABLE = {
    "gone": None,
    "empty": b"",
    "half": b"samenspel: 1\ntitle: {nl: \"On",
    "binary": b"\x00\x01\x02" * 100,
    "huge": b"#" * 1_000_001,
    "no-text": b"\xff\xfe\xfd\x80\x81",
}  # fmt: skip


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_whatever_becomes_of_the_file_the_page_stays(path: Path, content: bytes | None) -> None:
    saved, text = Saved(path), path.read_bytes()
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    assert saved.look() is not None
    assert saved.desk.reading.errors
    assert not saved.desk.reading.fault
    assert saved.desk.good is not None
    path.write_bytes(text)
    saved.look()
    assert saved.desk.reading.errors == 0


def test_a_folder_in_its_place_is_told_too(path: Path) -> None:
    saved = Saved(path)
    path.unlink()
    path.mkdir()
    saved.look()
    assert saved.desk.reading.errors == 1


def test_a_fault_of_the_game_is_told_and_the_rest_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = Saved(path)

    def fails(_: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr("game.studio.reading.compile_scenario", fails)
    save(path, "minutes: 20", "minutes: 30")
    saved.look()
    assert saved.desk.reading.fault == "RuntimeError: no"
    assert saved.desk.good is not None


def test_saving_the_same_again_is_no_news(path: Path) -> None:
    saved, text = Saved(path), path.read_bytes()
    path.write_bytes(text)
    assert saved.look() is None


@pytest.mark.slow
def test_a_picture_that_comes_or_changes_is_news(path: Path) -> None:
    saved, hall = Saved(path), path.parent / "hall.png"
    save(path, "    backdrop: harbour\n", "    backdrop: harbour\n    picture: hall.png\n")
    found = saved.look()
    assert found is not None
    assert [problem.code for problem in found.problems] == ["picture-missing"]
    hall.write_bytes(png())
    found = saved.look()
    assert found is not None
    assert found.problems == ()
    assert saved.look() is None
    hall.write_bytes(png((60, 40)))
    assert saved.look() is not None
    hall.unlink()
    assert saved.look() is not None


@pytest.mark.slow
def test_the_play_goes_along(path: Path) -> None:
    saved = Saved(path)
    saved.desk.tryout = Tryout("ferry")
    for move in ("wait", "swap"):
        played = saved.desk.tried
        assert played is not None
        tryout = chosen(played, MoveChoice("ferry", move))
        assert isinstance(tryout, Tryout)
        saved.desk.tryout = tryout
    before = saved.desk.tried
    assert before is not None
    assert before.stray is None
    save(path, "Buiten toetert", "Daar toetert")
    saved.look()
    after = saved.desk.tried
    assert after is not None
    assert after is not before
    assert after.live.trace.choices[:2] == before.live.trace.choices[:2]
    # A name that is gone stops it there, a broken file changes nothing, and with the name back
    # the whole play is back.
    save(path, "moves: [show-list, ask-about-the-rain, swap,", "moves: [show-list,")
    saved.look()
    stopped = saved.desk.tried
    assert stopped is not None
    assert stopped.lost == MoveChoice("ferry", "swap")
    assert stopped.made == 1
    save(path, "start: first-talk", "start: nowhere")
    saved.look()
    assert saved.desk.tried is stopped
    save(path, "start: nowhere", "start: first-talk")
    save(path, "moves: [show-list, wait", "moves: [show-list, ask-about-the-rain, swap, wait")
    saved.look()
    whole = saved.desk.tried
    assert whole is not None
    assert (whole.lost, whole.made) == (None, before.made)
