"""Pages for a browser: templates filled with text that is shown as it is, whatever it holds.

Every value is escaped, every name that a template uses must be given, and characters that steer a
screen are shown by their number. Templates hold no script, so that a page can forbid all scripts.
"""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from game.printable import printable

TEMPLATES = Path(__file__).parent / "templates"


_GENERATOR = b'name="generator" content="Samenspel"'


def is_page(beginning: bytes) -> bool:
    """Whether a file that begins so was made here, and may be made anew."""
    return _GENERATOR in beginning


def render(template: str, **values: Any) -> str:
    """The page that the template of that name makes of those values."""
    return _templates().get_template(template).render(values)


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["units"] = "{:.1f}".format
    return templates


def _shown(value: Any) -> Any:
    """The value as it is put in a page; what a template made itself is left alone."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
