"""Faces say what the numbers and the words say: nobody frowns at a rise or beams at a fall."""

from typing import get_args

import pytest

from engine.play.view.heard import ConfrontationSeen, MoveSeen, OptionSeen, ReplySeen, ResponseSeen
from engine.play.view.records import MOODS, MatterSeen, Speaker
from engine.scenario.schema import Text
from engine.scenario.vocabulary import REPLIES, RESPONSES, RepairType, Reply, Response
from game.drawing.people.expression import EXPRESSIONS
from game.pages.kinds import SceneSeen
from game.presenters.faces import looks, move_face, option_face, pose_of, said_face, scene_face

_WORDS = Text(nl="x", en="x")
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
    assert not _beams(said_face(face))
    assert said_face(face) == face or _beams(face)


@pytest.mark.parametrize("face", EXPRESSIONS)
@pytest.mark.parametrize("speaks", [False, True])
def test_hands_say_what_the_face_says(face: str, speaks: bool) -> None:
    """Nobody who smiles crosses their arms or raises a finger, and nobody gestures unasked."""
    pose = pose_of(face, speaks=speaks)
    if EXPRESSIONS[face].curve > 2:
        assert pose not in ("crossed", "point")
    if not speaks:
        assert pose in ("", "crossed", "chin")


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
    assert not any(_beams(scene_face(each)) for each in told)
    assert _frowns(scene_face(_scene(None, None)))
    faces = {reply: scene_face(_scene(reply, None)) for reply in REPLIES}
    assert faces["own-up"] == "grave"
    assert {faces["deny"], faces["blame"]} == {"wary", "stern"}
    assert len(set(faces.values())) == len(REPLIES)
    assert not _frowns(scene_face(_scene("own-up", "accept")))


def test_whoever_says_sorry_looks_it_and_whoever_denies_does_not_beam() -> None:
    def said(mends: RepairType | None) -> str:
        return move_face(MoveSeen(1, "a", False, _WORDS, "reciprocal", "all", mends=mends))

    assert (said("apology"), said("denial"), said(None)) == ("grave", "wary", "")


def test_a_joke_is_told_with_a_smile_and_ones_own_part_without() -> None:
    def done(id: str) -> str:
        return option_face(OptionSeen(1, "a", False, id, None, None))  # type: ignore[arg-type]

    assert _beams(done("joke-away"))
    assert not _beams(done("own-part"))
    assert set(get_args(RepairType)) == {"apology", "denial"}
