"""A picture of the author's own: what is told when it can't be shown, and that none does harm."""

import os
import random
import struct
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from engine.scenario.fingerprint import fingerprint
from engine.scenario.load import load, load_text
from engine.scenario.pictures import MOST_BYTES, Found, picture_in
from engine.scenario.scenery import OwnPicture
from tests.game.own_pictures import jpeg, png, with_exif

SMALL = (Path(__file__).parent.parent / "scenarios/valid/small.yaml").read_text("utf-8")
PLACE = "backdrop: factory-hall"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def part(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc32(name + content))
    )


def huge_png() -> bytes:
    """A few bytes that claim to be a picture of a hundred thousand by a hundred thousand."""
    size = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", size) + part(b"IEND", b"")


def huge_jpeg() -> bytes:
    """A picture of which the frame claims to be as large as a JPEG can be."""
    whole = jpeg()
    at = next(at for at in range(len(whole)) if whole[at : at + 2] == b"\xff\xc0")
    return whole[: at + 5] + b"\xff\xff\xff\xff" + whole[at + 9 :]


def two_sizes_png() -> bytes:
    """A picture of ten by ten that says further on that it is huge."""
    small = struct.pack(">IIBBBBB", 10, 10, 8, 2, 0, 0, 0)
    huge = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    parts = part(b"IHDR", small) + part(b"IHDR", huge) + part(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def two_sizes_jpeg(between: bytes) -> bytes:
    """A picture of which the frame that is drawn comes after another, or out of step."""
    whole, huge = jpeg(), huge_jpeg()
    at = next(at for at in range(len(whole)) if whole[at : at + 2] == b"\xff\xc0")
    return whole[:at] + between + huge[at:]


def damaged(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 255]) + content[middle + 1 :]


@pytest.mark.parametrize("name", ["hall.png", "hall.jpg", "hall.jpeg", "HALL.JPG", "in/hall.png"])
def test_a_picture_beside_the_scenario_or_below_it_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    # What it is called is not what it is: that is only for people.
    for content in (png(), jpeg()):
        (tmp_path / name).write_bytes(content)
        found = picture_in(OwnPicture(tmp_path, name))
        assert isinstance(found, Found)
        assert found.content == content


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("hall.svg", SVG, "picture-outside"),
        ("hall.png", SVG, "picture-unfit"),
        ("hall.jpg", b"GIF89a" + bytes(50), "picture-unfit"),
        ("hall.jpg", b"", "picture-unfit"),
        ("hall.png", png()[:-20], "picture-broken"),
        ("hall.png", damaged(png()), "picture-broken"),
        ("hall.png", png()[:9], "picture-broken"),
        ("hall.jpg", jpeg()[: len(jpeg()) // 2], "picture-broken"),
        ("hall.jpg", jpeg()[:30], "picture-broken"),
        ("hall.jpg", jpeg()[:-40], "picture-broken"),
        ("hall.jpg", b"\xff\xd8\xff\xe0", "picture-broken"),
        ("hall.png", huge_png(), "picture-too-large"),
        ("hall.jpg", huge_jpeg(), "picture-too-large"),
        ("hall.png", two_sizes_png(), "picture-broken"),
        ("hall.jpg", two_sizes_jpeg(b"\xff\xff"), "picture-too-large"),
        ("hall.jpg", two_sizes_jpeg(b"\xff\x01"), "picture-broken"),
        (
            "hall.jpg",
            two_sizes_jpeg(b"\xff\xc0\x00\x0b\x08\x00\x0a\x00\x0a\x01\x01\x11\x00"),
            "picture-broken",
        ),
        ("hall.png", png() + bytes(MOST_BYTES), "picture-too-large"),
    ],
    ids=lambda each: each if isinstance(each, str) else f"{len(each)} bytes",
)
def test_what_is_no_picture_is_told_and_not_shown(
    tmp_path: Path, name: str, content: bytes, fault: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert picture_in(OwnPicture(tmp_path, name)) == fault


@pytest.mark.parametrize(
    "written",
    ["../hall.png", "in/../../hall.png", "/etc/hall.png", "C:\\\\hall.png", "in\\\\hall.png",
     "link.png", "linked/hall.png", "hall.yaml", "", "a\x1b[2Jb.png"],
)  # fmt: skip
def test_a_picture_elsewhere_is_never_read(tmp_path: Path, written: str) -> None:
    mine, other = tmp_path / "mine", tmp_path / "other"
    for folder in (mine, other):
        folder.mkdir()
    for path in (other / "hall.png", tmp_path / "hall.png"):
        path.write_bytes(png())
    (mine / "link.png").symlink_to(other / "hall.png")
    (mine / "linked").symlink_to(other)
    assert picture_in(OwnPicture(mine, written)) == "picture-outside"


@pytest.mark.parametrize(
    "make", [lambda path: path.mkdir(), os.mkfifo, lambda path: path.symlink_to(path)]
)
def test_what_is_no_file_is_as_if_it_were_not_there(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "hall.png")
    assert picture_in(OwnPicture(tmp_path, "hall.png")) in ("picture-missing", "picture-outside")


@pytest.mark.slow
def test_no_bytes_make_it_raise(tmp_path: Path) -> None:
    luck, path = random.Random(7), tmp_path / "hall.png"
    for whole in (png(), jpeg(), with_exif(jpeg(), 6)):
        for _ in range(150):
            bytes_ = bytearray(
                whole[: luck.randrange(len(whole))] if luck.random() < 0.3 else whole
            )
            for _ in range(luck.randrange(1, 6)):
                bytes_[luck.randrange(len(bytes_))] = luck.randrange(256)
            path.write_bytes(bytes_)
            picture_in(OwnPicture(tmp_path, "hall.png"))


def test_how_the_camera_was_held_is_read(tmp_path: Path) -> None:
    path = tmp_path / "hall.jpg"
    for held in (1, 3, 6, 8):
        for order in ("big", "little"):
            path.write_bytes(with_exif(jpeg(), held, order))
            found = picture_in(OwnPicture(tmp_path, "hall.jpg"))
            assert isinstance(found, Found)
            assert found.turned == held


# --- what an author is told -----------------------------------------------------------------------


def problems_with(tmp_path: Path, name: str) -> list[str]:
    path = tmp_path / "van.yaml"
    path.write_text(SMALL.replace(PLACE, f"{PLACE}, picture: {name}"), "utf-8")
    line = 1 + next(at for at, each in enumerate(SMALL.split("\n")) if PLACE in each)
    loaded = load(path)
    assert {problem.line for problem in loaded.problems} <= {line}
    assert (loaded.scenario is None) == any(each.is_error for each in loaded.problems)
    return [problem.code for problem in loaded.problems]


def test_what_is_wrong_with_a_picture_is_one_problem_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "hall.png").write_bytes(png())
    (tmp_path / "half.png").write_bytes(png()[:-20])
    assert problems_with(tmp_path, "hall.png") == []
    assert problems_with(tmp_path, "half.png") == ["picture-broken"]
    assert problems_with(tmp_path, "nothing.png") == ["picture-missing"]
    assert problems_with(tmp_path, "../hall.png") == ["picture-outside"]


def test_only_a_scenario_that_was_read_from_its_file_has_the_picture(tmp_path: Path) -> None:
    (tmp_path / "hall.png").write_bytes(png())
    text = SMALL.replace(PLACE, f'{PLACE}, picture: hall.png, shows: "A hall."')
    path = tmp_path / "van.yaml"
    path.write_text(text, "utf-8")
    scenario, kept = load(path).scenario, load_text(text, "van.yaml").scenario
    assert scenario is not None
    assert kept is not None
    picture = scenario.scenery("yard").picture
    assert picture is not None
    assert (picture.folder, picture.written) == (tmp_path, "hall.png")
    assert kept.scenery("yard").picture is None
    assert kept.beside(tmp_path).in_tongue("en").scenery("yard").picture is not None


def test_another_picture_makes_no_other_game(tmp_path: Path) -> None:
    plain = load_text(SMALL, "van.yaml").scenario
    text = SMALL.replace(PLACE, f"{PLACE}, picture: hall.png, shows: A hall., hour: night")
    pictured = load_text(text, "van.yaml").scenario
    assert plain is not None
    assert pictured is not None
    assert fingerprint(plain) == fingerprint(pictured)


@pytest.mark.parametrize(
    ("change", "idle"),
    [("shows: A hall.", ["idle-key"]), ("picture: hall.png, shows: A hall.", [])],
)
def test_words_for_a_picture_that_is_not_named_do_nothing(change: str, idle: list[str]) -> None:
    loaded = load_text(SMALL.replace(PLACE, f"{PLACE}, {change}"), "van.yaml")
    assert [problem.code for problem in loaded.problems] == idle


@pytest.mark.parametrize("key", ["weather: fog", "hour: night"])
def test_an_event_that_only_brings_fog_or_night_can_last(key: str) -> None:
    text = SMALL.replace("chance: 20, party: any", f"chance: 20, party: any, lasts: 2, {key}")
    assert load_text(text, "van.yaml").problems == ()
    without = load_text(text.replace(f", {key}", ""), "van.yaml")
    assert [problem.code for problem in without.problems] == ["idle-key"]
