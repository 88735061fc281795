"""What many plays came to, found by a process that can be stopped at any moment."""

import asyncio
import pickle
from pathlib import Path

import pytest

from game.presenters.script_map import script_map
from game.studio.desk import Desk
from game.studio.plays import PLAYS, Job, Players, plan_of, played
from game.studio.reading import read
from game.words import words_in
from tests.conftest import ROOT
from tests.studio.files import new_file, save

pytestmark = pytest.mark.slow


def job_of(path: Path) -> Job:
    loaded = read(path).loaded
    assert loaded is not None
    return Job(path, loaded.content, loaded.whole, "en")


def test_it_finds_what_the_plays_came_to(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    found, compiled = played(job_of(path)), read(path).compiled
    assert found is not None
    assert compiled is not None
    assert found.routes.plays == PLAYS
    assert found.covered["phases"] == (3, 3)
    assert set(found.walks) == set(compiled.phases)
    assert any("Neighbours" in line.text or "as-neighbours" in line.text for line in found.findings)
    drawn = script_map(compiled.scenario, words_in("en"), plan_of(compiled), found.routes)
    assert drawn.plays == PLAYS
    # It has to come from another process.
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_scenario_in_several_files_names_the_file_of_each_finding() -> None:
    found = played(job_of(ROOT / "tests/scenarios/several/included.yaml"))
    assert found is not None
    assert any("story.yml:" in line.text for line in found.findings)


def test_what_can_not_be_played_gives_nothing(tmp_path: Path) -> None:
    path = tmp_path / "play.yaml"
    path.write_text("samenspel: 1\n", "utf-8")
    assert played(Job(path, path.read_bytes(), None, "en")) is None


def test_the_process_goes_on_with_the_next_and_can_be_stopped_in_between(tmp_path: Path) -> None:
    players, job = Players(), job_of(new_file(tmp_path))
    try:
        first = players.begin(job)
        found = players.wait(first)
        assert found is not None
        second = players.begin(job)
        assert second is first  # the same process
        players.drop()  # while it is at it
        assert players.wait(second) is None
        third = players.begin(job)
        assert third is not second
        again = players.wait(third)
        assert again is not None
        assert again.routes == found.routes
    finally:
        players.stop()


def test_a_save_begins_them_again_and_a_broken_one_does_not(tmp_path: Path) -> None:
    path = new_file(tmp_path)

    async def watched() -> None:
        desk = Desk(path, "en")
        following = asyncio.create_task(desk.follow())

        async def until_played() -> int:
            for _ in range(6_000):
                if desk.good is not None and desk.good.played is not None:
                    return desk.good.played.covered["phases"][1]
                await asyncio.sleep(0.01)
            raise AssertionError("it was never played")

        assert await until_played() == 3
        good = desk.good
        save(path, "start: first-talk", "start: first-tolk")
        while desk.reading.errors == 0:
            await asyncio.sleep(0.01)
        assert desk.good is good
        save(path, "start: first-tolk", "start: first-talk")
        save(path, "rounds: 3", "rounds: 4")
        while desk.reading.errors:
            await asyncio.sleep(0.01)
        assert desk.good is not None
        assert desk.good.played is None
        assert await until_played() == 3
        desk.close()
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)

    asyncio.run(watched())


def test_it_stops_when_the_studio_does(tmp_path: Path) -> None:
    players = Players()
    pipe = players.begin(job_of(new_file(tmp_path)))
    process = players._process
    assert process is not None
    players.stop()
    assert players.wait(pipe) is None
    process.join(timeout=10)
    assert not process.is_alive()
