"""The map of a scenario as it is drawn: the same words, in boxes, on arrows and in lists."""

from game.drawing.charts.script_map import Legend, Row, ScriptDrawing, Step, Way
from game.presenters.script_map import Chance, ScriptMap, described, share_words
from game.words import Words

_OVER = ""  # the name of the end among the steps: no phase can be called that


def map_drawing(found: ScriptMap, words: Words) -> ScriptDrawing:
    """What is drawn of that map."""

    def figure(plays: int | None) -> str:
        return "" if plays is None else share_words(words, plays, found.plays)

    def share(plays: int | None) -> float | None:
        return None if plays is None else found.share(plays)

    def rows(chances: tuple[Chance, ...]) -> tuple[Row, ...]:
        return tuple(
            Row(each.title, "; ".join(each.when), share(each.plays), figure(each.plays))
            for each in chances
        )

    steps = [
        Step(
            place.name, place.title, place.facts, place.kind, share(place.plays),
            words("map.never.place") if place.plays == 0 else figure(place.plays),
        )
        for place in found.places
    ]  # fmt: skip
    ways = [
        Way(arrow.source, arrow.to or _OVER, arrow.when, share(arrow.plays), figure(arrow.plays))
        for arrow in found.arrows
    ]
    lists = ((words("map.events"), rows(found.events)), (words("map.endings"), rows(found.endings)))
    return ScriptDrawing(
        title=found.title,
        description=described(found, words),
        how=found.how,
        steps=(*steps, Step(_OVER, words("map.end"), (), "end")),
        ways=tuple(ways),
        lists=tuple((heading, listed) for heading, listed in lists if listed),
        legend=_legend(words, is_played=found.plays > 0),
    )


def _legend(words: Words, *, is_played: bool) -> Legend:
    lines: tuple[tuple[str, float | None], ...] = ((words("map.legend.unplayed"), None),)
    if is_played:
        kinds = (("often", 0.5), ("some", 0.1), ("rare", 0.01), ("never", 0.0))
        lines = tuple((words(f"map.legend.{name}"), share) for name, share in kinds)
    return Legend(words("map.legend"), lines, words("map.legend.talks"), words("map.legend.moment"))
