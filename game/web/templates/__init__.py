"""The templates of the workshop, filled with text that is shown literally."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from game.html import environment

TEMPLATES = Path(__file__).parent


def render(template: str, **values: Any) -> str:
    """The template of that name, filled with those values."""
    return _templates().get_template(template).render(values)


@cache
def _templates() -> Environment:
    return environment(TEMPLATES)
