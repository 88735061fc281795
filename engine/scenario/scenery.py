"""What is seen of the place where the talks are."""

from pathlib import Path
from typing import NamedTuple

from engine.scenario.vocabulary import Hour, Weather


class OwnPicture(NamedTuple):
    """A picture that the author made. folder: of the scenario; written: its name, as written."""

    folder: Path
    written: str


class Scenery(NamedTuple):
    """A place as it is drawn. backdrop: the name of its drawing. hour, weather: None: as it is
    in that drawing, or else by day and dry. picture: the author's own, which goes before the
    drawing if it can be had.
    """

    backdrop: str = "room"
    hour: Hour | None = None
    weather: Weather | None = None
    picture: OwnPicture | None = None
