"""What a printed script is made of, as plain values; what it looks like is up to the renderer."""

from dataclasses import dataclass
from typing import ClassVar

from engine.scenario.scenery import OwnPicture
from engine.scenario.schema import Looks


@dataclass(frozen=True, slots=True)
class Told:
    """A text, after a word or two on what it is."""

    kind: ClassVar[str] = "told"
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A line. when: in plain words; who: empty where it is told; says: its wordings."""

    kind: ClassVar[str] = "said"
    when: str
    who: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A title, and the id of the entry that has it."""

    title: str
    id: str


@dataclass(frozen=True, slots=True)
class Links:
    """Entries elsewhere in the script, after a word or two on what they are."""

    kind: ClassVar[str] = "links"
    label: str
    to: tuple[Link, ...]


Block = Told | Said | Links


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a chapter. facts: a few words each; looks: of a person; picture: of a place, if
    the author has one, and shows what is in it.
    """

    id: str
    title: str
    facts: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    looks: Looks | None = None
    picture: OwnPicture | None = None
    shows: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. is_secret: only for one of the parties, so it stands on pages of its own."""

    id: str
    title: str
    intro: tuple[str, ...]
    entries: tuple[Entry, ...]
    is_secret: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """The whole script, in one language."""

    title: str
    summary: str
    facts: tuple[str, ...]
    how: tuple[str, ...]
    chapters: tuple[Chapter, ...]
