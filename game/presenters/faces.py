"""How people look: by their trust, by what has just happened to it, and by what they say."""

from collections.abc import Sequence

from engine.play.measures import Gauges
from engine.play.view.heard import (
    ConfrontationSeen,
    MoveSeen,
    OptionSeen,
    ReplySeen,
    ResponseSeen,
)
from engine.play.view.records import Mood
from engine.scenario.vocabulary import ReflectionOption, Reply, Response
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

# Design choice: whether an ordinary line greets or confesses, only its author knows, so it is said
# without a grin.
_SAID = {"open": "neutral", "warm": "neutral"}

# Design choice: hands say what the face says, and more of it while somebody speaks.
_SPEAKING: dict[str, Pose] = {
    "neutral": "palm", "open": "palm", "amused": "palm", "wary": "palm", "thinking": "chin",
    "grave": "chest", "hurt": "chest", "stern": "point", "cold": "crossed",
}  # fmt: skip
_LISTENING: dict[str, Pose] = {
    "thinking": "chin", "wary": "crossed", "stern": "crossed", "cold": "crossed",
}  # fmt: skip

# Design choice: the same person, as each persona would play them.
_PERSONAS = {
    "builder": "open", "reciprocator": "reserved", "controller": "wary", "charmer": "amused",
    "divided": "thinking", "pressed": "stern",
}  # fmt: skip

_REPLIES: dict[Reply, str] = {
    "own-up": "grave", "explain": "thinking", "deny": "wary", "blame": "stern", "silence": "cold",
}  # fmt: skip
_RESPONSES: dict[Response, str] = {
    "accept": "neutral", "ask": "thinking", "freeze": "cold", "walk-out": "stern",
}  # fmt: skip
_OPTIONS: dict[ReflectionOption, str] = {
    "name-difference": "reserved", "name-common-ground": "open", "joke-away": "amused",
    "own-part": "grave", "real-question": "thinking", "their-part": "stern", "keep-quiet": "wary",
}  # fmt: skip


def looks(mood: Mood, moved: int = 0, *, quiet: bool = False) -> str:
    """The expression of somebody with that mood. moved: whether trust has just risen or fallen."""
    face = _ROSE[mood] if moved > 0 else _FELL[mood] if moved < 0 else MOODS[mood]
    return _QUIET.get(face, face) if quiet else face


def pose_of(expression: str, *, speaks: bool) -> Pose:
    """What somebody who looks like that does with their hands."""
    return (_SPEAKING if speaks else _LISTENING).get(expression, "")


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


def scene_face(seen: SceneSeen) -> str:
    """How somebody looks who says that in a confrontation."""
    match seen:
        case ConfrontationSeen():
            return "stern"
        case ReplySeen(reply=reply):
            return _REPLIES[reply]
        case ResponseSeen(response="accept", reply="own-up" | "explain"):
            return _RESPONSES["accept"]
        case ResponseSeen(response="accept"):
            return "reserved"
        case ResponseSeen(response=response):
            return _RESPONSES[response]


def option_face(seen: OptionSeen) -> str:
    """How somebody looks who does that in a reflection moment."""
    return _OPTIONS[seen.id]


def move_face(seen: MoveSeen) -> str:
    """How somebody looks who says that with a move; nothing where the mood decides."""
    match seen.mends:
        case "apology":
            return "grave"
        case "denial":
            return "wary"
        case None:
            return ""
