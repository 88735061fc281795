"""A scenario as it is printed for people who read it and will never see the file."""

from game.presenters.printed.blocks import (
    Block,
    Chapter,
    Entry,
    Link,
    Links,
    Printed,
    Said,
    Told,
)
from game.presenters.printed.whole import printed

__all__ = ["Block", "Chapter", "Entry", "Link", "Links", "Printed", "Said", "Told", "printed"]
