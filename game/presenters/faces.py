"""How people look: by their trust, by what has just happened to it, and by what they say."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from engine.play.measures import Gauges
from engine.play.view.heard import (
    ConfrontationSeen,
    MoveSeen,
    OptionSeen,
    ReplySeen,
    ResponseSeen,
)
from engine.play.view.records import Mood
from engine.scenario.vocabulary import ReflectionOption, RepairType, Reply, Response, Stance
from game.drawing.people.expression import MOODS
from game.drawing.people.hands import Pose
from game.pages.kinds import SceneSeen
from game.presenters.page import points

# Design choice: a face after trust fell, and after it rose; without either it is that of the mood.
_FELL: dict[Mood, str] = {
    "hurt": "hurt", "cold": "cold", "reserved": "wary", "open": "wary", "warm": "reserved",
}  # fmt: skip
_ROSE: dict[Mood, str] = {
    "hurt": "reserved", "cold": "reserved", "reserved": "neutral", "open": "open", "warm": "warm",
}  # fmt: skip
# Nobody beams while there is a quarrel, or while bad news is read.
_QUIET = {"open": "reserved", "warm": "reserved", "amused": "reserved", "neutral": "reserved"}

# While somebody speaks, nobody beams of whom nothing has just won the trust: what is told may be
# that somebody fell.
_CALM = {"open": "neutral", "warm": "neutral", "amused": "neutral"}

# Design choice: whether an ordinary line greets or confesses, only its author knows, so it is said
# with a straight face.
_SAID = {"neutral": "plain", "open": "plain", "warm": "plain", "amused": "plain"}

# Design choice: what hands do that have nothing to say; of several who feel the same, each does the
# first that nobody does yet.
_LISTENING: dict[str, tuple[Pose, ...]] = {
    "thinking": ("chin",), "wary": ("crossed", "chin"), "stern": ("crossed",), "cold": ("crossed",),
}  # fmt: skip


class Manner(NamedTuple):
    """How something is said. face: an expression, or "" for that of who says it; pose: what hands
    do, or "" for nothing of their own.
    """

    face: str = ""
    pose: Pose = ""


PLAIN = Manner()

# Design choice: the same person, as each persona would play them.
_PERSONAS = {
    "builder": "open", "reciprocator": "reserved", "controller": "wary", "charmer": "amused",
    "divided": "thinking", "pressed": "stern",
}  # fmt: skip

_REPLIES: dict[Reply, Manner] = {
    "own-up": Manner("grave", "chest"), "explain": Manner("thinking", "offer"),
    "deny": Manner("wary", "shrug"), "blame": Manner("stern", "point"),
    "silence": Manner("cold", "crossed"),
}  # fmt: skip
_RESPONSES: dict[Response, Manner] = {
    "accept": Manner("neutral", "offer"), "ask": Manner("thinking", "chin"),
    "freeze": Manner("cold", "crossed"), "walk-out": Manner("stern", "refuse"),
}  # fmt: skip
_OPTIONS: dict[ReflectionOption, Manner] = {
    "name-difference": Manner("reserved", "shrug"), "name-common-ground": Manner("open", "offer"),
    "joke-away": Manner("amused", "refuse"), "own-part": Manner("grave", "chest"),
    "real-question": Manner("thinking", "chin"), "their-part": Manner("stern", "point"),
    "keep-quiet": Manner("wary", "crossed"),
}  # fmt: skip
_REPAIRS: dict[RepairType, Manner] = {
    "apology": Manner("grave", "chest"), "denial": Manner("wary", "shrug"),
}  # fmt: skip
# What a move looks like: something is given, or put on paper, or kept back.
_MOVES: dict[Stance, Manner] = {
    "trust-building": Manner("", "offer"), "reciprocal": Manner("", "sheet"),
    "opportunistic": Manner("", "refuse"),
}  # fmt: skip


def looks(mood: Mood, moved: int = 0, *, quiet: bool = False, calm: bool = False) -> str:
    """The expression of somebody with that mood. moved: whether trust has just risen or fallen.

    quiet: nobody so much as smiles; calm: nobody beams.
    """
    face = _ROSE[mood] if moved > 0 else _FELL[mood] if moved < 0 else MOODS[mood]
    return _QUIET.get(face, face) if quiet else _CALM.get(face, face) if calm else face


def poses_of(people: Iterable[tuple[str, str]], made: Iterable[Pose] = ()) -> list[Pose]:
    """What the hands of people do by themselves who are there together, by address and expression;
    no two make the same gesture. made: the gestures of who has the word.

    Half of all people lay one hand on the other.
    """
    used, found = set(made), []
    for who, expression in people:
        rests: tuple[Pose, ...] = ("rest", "") if sum(map(ord, who)) % 2 else ("", "rest")
        if ways := _LISTENING.get(expression):
            found.append(next((way for way in (*ways, *rests) if way not in used), rests[0]))
            used.add(found[-1])
        else:  # whoever is at ease may sit as another does
            found.append(rests[0])
    return found


def persona_face(name: str) -> str:
    """How somebody looks who is played by that persona."""
    return _PERSONAS.get(name, "neutral")


def said_face(face: str) -> str:
    """The same of somebody who is saying an ordinary line."""
    return _SAID.get(face, face)


def moved_by(before: Gauges, after: Gauges) -> int:
    """Whether trust in the others rose or fell between the two: more than 0, or less."""
    return sum(points(after.trust[each]) - points(before.trust[each]) for each in after.trust)


def moved_last(path: Sequence[Gauges]) -> int:
    """The same of the last step of a path."""
    return moved_by(*path[-2:]) if len(path) > 1 else 0


def scene_manner(seen: SceneSeen) -> Manner:
    """How somebody says that in a confrontation."""
    match seen:
        case ConfrontationSeen():
            return Manner("stern", "point")
        case ReplySeen(reply=reply):
            return _REPLIES[reply]
        case ResponseSeen(response="accept", reply="deny" | "blame" | "silence"):
            return Manner("reserved", "crossed")
        case ResponseSeen(response=response):
            return _RESPONSES[response]


def option_manner(seen: OptionSeen) -> Manner:
    """How somebody does that in a reflection moment."""
    return _OPTIONS[seen.id]


def move_manner(seen: MoveSeen) -> Manner:
    """How somebody says what goes with a move; the mood decides the face of most."""
    if seen.mends is not None:
        return _REPAIRS[seen.mends]
    return Manner("", "offer") if seen.handed is not None else _MOVES[seen.stance]
