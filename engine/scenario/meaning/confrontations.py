"""Confrontations that are written for something that never comes out."""

from collections.abc import Callable, Iterator

from engine.scenario.meaning.conditions import has_moment, who_can_hide
from engine.scenario.meaning.talk import scenes_of
from engine.scenario.problems import Problem, Value
from engine.scenario.schema import Confrontation, Occasion, Scenario
from engine.scenario.schema_walk import SourceMap
from engine.scenario.vocabulary import Cause


def confrontation_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Scenes for a cause that can't come up with that party."""
    possible = _Possible(scenario)
    for path, scenes in scenes_of(scenario):
        for at, scene in enumerate(scenes):
            for cause in scene.cause:
                if not possible.can_be(cause, scene):
                    params: dict[str, Value] = {"written": cause, "party": scene.of or ""}
                    mark = source.at_value(*path, at, "cause")
                    yield Problem("confrontation-never", mark, params)


class _Possible:
    """What can come out in plays of a scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self._can_hide = who_can_hide(scenario)
        self._has_moment = has_moment(scenario)
        self._events = scenario.script.events

    def can_be(self, cause: Cause, scene: Confrontation) -> bool:
        """Whether that can come out about the party of the scene, or about any."""
        if not _is_about_such(cause, scene):
            return False
        match cause:
            case "discovery":
                return scene.of in self._can_hide
            case "promise":
                return True  # whatever a party announces can come to nothing
            case "refusal":
                return self._has_moment
            case "leak":
                return self._befalls(scene, lambda e: e.reveals or (e.effect.exposure or 0) > 0)
            case "departure":
                return self._befalls(scene, lambda event: event.is_departure)

    def _befalls(self, scene: Confrontation, is_such: Callable[[Occasion], bool]) -> bool:
        whom = {"any", "all"} if scene.of is None else {"any", "all", scene.of}
        return any(
            is_such(event)
            and (scene.of is None or event.whom in whom)
            and (not scene.event or name in scene.event)
            for name, event in self._events.items()
        )


def _is_about_such(cause: Cause, scene: Confrontation) -> bool:
    """Whether what the scene is written for is of the kind that such a cause is about."""
    moves, events, changes = bool(scene.is_), bool(scene.event), bool(scene.change)
    match cause:
        case "discovery" | "promise":
            return not events and not changes
        case "refusal":
            return not moves and not events
        case "leak" | "departure":
            return not moves and not changes
