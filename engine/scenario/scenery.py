"""What is seen of the place where the talks are."""

from pathlib import Path
from typing import NamedTuple

from engine.scenario.vocabulary import Hour, Weather


class Scenery(NamedTuple):
    """A place as it is drawn. backdrop: the name of its drawing. hour, weather: None: whatever the
    theme makes of them. picture: the author's own instead of the drawing, if it is there.
    """

    backdrop: str = "room"
    hour: Hour | None = None
    weather: Weather | None = None
    picture: Path | None = None
