"""To add a thing, add a file."""

from pathlib import Path

import pytest

from game.drawing.folder import Folder
from game.drawing.scenery.air import DAYS, Place

CAMPSITE = """
from game.drawing.scenery.air import Air, place
from game.drawing.svg import rect

@place(is_outdoors=True)
def camp_site(air: Air, width: float) -> str:
    return rect(0, 0, width, 900, air.tint("#00ff00"))
"""


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, str]:
    """An empty package of its own, and its name."""
    name = f"places_{tmp_path.name}"
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path / name, name


def test_a_file_is_listed_under_its_own_name(places: tuple[Path, str]) -> None:
    folder, package = places
    (folder / "camp_site.py").write_text(CAMPSITE)
    found = Folder(package, Place)
    assert list(found) == ["camp-site"]
    assert found["camp-site"].is_outdoors
    assert "#00ff00" in found["camp-site"].draw(DAYS["light"], 1200)


def test_a_file_that_does_not_hold_what_it_is_named_after_is_told(
    places: tuple[Path, str],
) -> None:
    folder, package = places
    (folder / "swamp.py").write_text(CAMPSITE)
    with pytest.raises(TypeError, match=r"swamp\.py must hold a Place swamp"):
        Folder(package, Place)["swamp"]


@pytest.mark.parametrize("name", ["", "os", "../camp_site", "camp_site", "Camp-Site", "__init__"])
def test_only_names_that_are_listed_are_read(places: tuple[Path, str], name: str) -> None:
    folder, package = places
    (folder / "camp_site.py").write_text(CAMPSITE)
    found = Folder(package, Place)
    assert name not in found
    with pytest.raises(KeyError):
        found[name]
