"""The templates of the browser: every value in them is escaped."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from game.drawing.dial import dial_svg, spark_svg
from game.drawing.icons import icon_svg
from game.drawing.svg import embedded
from game.html import templates_in

TEMPLATES = Path(__file__).parent / "templates"


def fill(template: str, **values: Any) -> Markup:
    """The template of that name, filled with those values."""
    return Markup(_templates().get_template(template).render(values))


@cache
def _templates() -> Environment:
    templates = templates_in(TEMPLATES)
    templates.globals |= {"icon": icon, "dial": dial, "spark": spark}
    return templates


@cache
def icon(name: str) -> Markup:
    """An icon in the colour of the text around it."""
    return _decoration(icon_svg(name, "currentColor"))


def dial(value: float, colour: str) -> Markup:
    """A dial in a colour of the theme."""
    return _decoration(dial_svg(value, f"var(--{colour})", f"var(--{colour}_soft)"))


def spark(path: tuple[float, ...], colour: str) -> Markup:
    """The way a number came, in a colour of the theme."""
    return _decoration(spark_svg(path, f"var(--{colour})"))


def _decoration(drawing: str) -> Markup:
    """A drawing without gradients beside words that say the same: nothing to read aloud."""
    return Markup(embedded(drawing, ""))
