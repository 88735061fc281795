"""Faces say what the numbers and the words say: nobody frowns at a rise or beams at a fall."""

from typing import get_args

import pytest

from engine.play.view.heard import ConfrontationSeen, MoveSeen, OptionSeen, ReplySeen, ResponseSeen
from engine.play.view.records import MOODS, MatterSeen, RoleSeen, Speaker
from engine.scenario.schema import Looks, Text
from engine.scenario.vocabulary import (
    REPLIES,
    RESPONSES,
    STANCES,
    RepairType,
    Reply,
    Response,
    Stance,
)
from game.drawing.people.expression import EXPRESSIONS
from game.pages.kinds import SceneSeen
from game.presenters.faces import (
    PLAIN,
    Manner,
    looks,
    move_manner,
    option_manner,
    poses_of,
    said_face,
    scene_manner,
)
from game.window.parts.people import Person, saying

_WORDS, _LOOKS = Text(nl="x", en="x"), Looks()
_WHO = Speaker("a.b", "An", _WORDS, "a")
_MATTER = MatterSeen("a", "b", "promise")


def _beams(face: str) -> bool:
    return EXPRESSIONS[face].has_teeth or EXPRESSIONS[face].curve >= 6


def _frowns(face: str) -> bool:
    return EXPRESSIONS[face].curve < 0


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("quiet", [False, True])
def test_nobody_frowns_at_a_rise_or_beams_at_a_fall(mood: str, quiet: bool) -> None:
    assert not _frowns(looks(mood, 3, quiet=quiet))  # type: ignore[arg-type]
    assert not _beams(looks(mood, -3, quiet=quiet))  # type: ignore[arg-type]
    assert not (quiet and _beams(looks(mood, quiet=True)))  # type: ignore[arg-type]


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("moved", [-3, 0, 3])
def test_an_ordinary_line_is_said_without_a_grin(mood: str, moved: int) -> None:
    """Its speaker may be owning up to something."""
    face = looks(mood, moved)  # type: ignore[arg-type]
    assert EXPRESSIONS[said_face(face)].curve < 2
    assert said_face(face) == face or EXPRESSIONS[face].curve > 2


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("moved", [-3, 0, 3])
def test_nobody_smiles_at_an_event_and_nobody_beams_at_what_is_told(mood: str, moved: int) -> None:
    """J-061: the bollard sinks, and a man whose trust has just risen showed all his teeth."""
    assert EXPRESSIONS[looks(mood, moved, quiet=True)].curve < 2  # type: ignore[arg-type]
    assert not _beams(looks(mood, moved, calm=True))  # type: ignore[arg-type]


@pytest.mark.parametrize("face", EXPRESSIONS)
def test_hands_that_have_nothing_to_say_rest_or_say_what_the_face_says(face: str) -> None:
    poses = {pose for who in ("a.b", "a.c") for pose in poses_of([(who, face)])}
    if EXPRESSIONS[face].curve > 0.5:
        assert poses == {"", "rest"}
    assert poses <= {"", "rest", "crossed", "chin"}


@pytest.mark.parametrize("face", EXPRESSIONS)
def test_no_two_make_the_same_gesture_at_once(face: str) -> None:
    """O-019: three people heard it with the same crossed arms."""
    faces = [(who, face) for who in ("a.b", "a.c", "b.d", "c.e")]
    for made in ([], ["crossed"], ["offer"]):
        poses = poses_of(faces, made)  # type: ignore[arg-type]
        gestures = [*made, *(pose for pose in poses if pose not in ("", "rest"))]
        assert len(gestures) == len(set(gestures))
    if face in ("wary", "stern", "cold"):
        assert poses_of(faces)[0] == "crossed"
        assert len(set(poses_of(faces[:3]))) == 3


def test_each_thing_that_is_done_has_its_own_gesture() -> None:
    def made(stance: Stance, handed: Text | None = None) -> str:
        return move_manner(MoveSeen(1, "a", False, _WORDS, stance, "all", handed=handed)).pose

    assert [made(stance) for stance in STANCES] == ["offer", "sheet", "refuse"]
    assert made("opportunistic", handed=_WORDS) == "offer"
    replies = [scene_manner(_scene(reply, None)).pose for reply in REPLIES]
    assert len(set(replies)) == len(REPLIES)
    for manner in (*map(scene_manner, (_scene(each, None) for each in REPLIES)), PLAIN):
        assert manner.pose not in ("point", "refuse") or _frowns(manner.face)


def test_only_who_has_the_word_gestures() -> None:
    people = [
        Person(RoleSeen(who, who, _WORDS, _LOOKS), who[0], "open", "open") for who in ("a.b", "c.b")
    ]
    first, last = saying(people, {"c.b": Manner("stern", "refuse"), "a.b": Manner("", "offer")})
    assert (first.expression, first.pose) == ("plain", "offer")
    assert (last.expression, last.pose) == ("stern", "crossed")
    first, last = saying(people, {"a.b": Manner("stern", ""), "c.b": Manner("cold", "crossed")})
    assert (first.pose, last.pose) == ("rest", "crossed")
    assert [each.expression for each in saying(people, {})] == ["open", "open"]


def test_without_a_change_only_the_hurt_and_the_cold_frown() -> None:
    assert [mood for mood in MOODS if _frowns(looks(mood))] == ["hurt", "cold"]
    assert [mood for mood in MOODS if _beams(looks(mood))] == ["open", "warm"]


def _scene(reply: Reply | None, response: Response | None) -> SceneSeen:
    of = (1, "a", False, _MATTER, (), _WHO, None)
    if reply is None:
        return ConfrontationSeen(*of)
    return ReplySeen(*of, reply) if response is None else ResponseSeen(*of, reply, response)


def test_in_a_confrontation_nobody_beams_and_each_reply_has_its_face() -> None:
    told = [_scene(None, None)]
    told += [_scene(reply, response) for reply in REPLIES for response in (None, *RESPONSES)]
    assert not any(_beams(scene_manner(each).face) for each in told)
    assert _frowns(scene_manner(_scene(None, None)).face)
    faces = {reply: scene_manner(_scene(reply, None)).face for reply in REPLIES}
    assert faces["own-up"] == "grave"
    assert {faces["deny"], faces["blame"]} == {"wary", "stern"}
    assert len(set(faces.values())) == len(REPLIES)
    assert not _frowns(scene_manner(_scene("own-up", "accept")).face)


def test_whoever_says_sorry_looks_it_and_whoever_denies_does_not_beam() -> None:
    def said(mends: RepairType | None) -> str:
        seen = MoveSeen(1, "a", False, _WORDS, "reciprocal", "all", mends=mends)
        return move_manner(seen).face

    assert (said("apology"), said("denial"), said(None)) == ("grave", "wary", "")


def test_a_joke_is_told_with_a_smile_and_ones_own_part_without() -> None:
    def done(id: str) -> str:
        seen = OptionSeen(1, "a", False, id, None, None)  # type: ignore[arg-type]
        return option_manner(seen).face

    assert _beams(done("joke-away"))
    assert not _beams(done("own-part"))
    assert set(get_args(RepairType)) == {"apology", "denial"}
