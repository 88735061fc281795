"""Pages for a browser: templates filled with text that is shown literally, whatever it contains.

Every value is escaped, every name that a template uses must be given, and characters that steer a
screen are shown by their number. Templates contain no scripts, so a page can forbid all scripts.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from game.printable import printable

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


_GENERATOR = b'name="generator" content="Samenspel"'


def is_page(beginning: bytes) -> bool:
    """Whether a file that begins like this was made here, and may be replaced."""
    return _GENERATOR in beginning


def render(template: str, **values: Any) -> str:
    """The template of that name, filled with those values."""
    return _templates().get_template(template).render(values)


@cache
def _templates() -> "Environment":
    return templates_in(TEMPLATES)


def templates_in(folder: Path) -> "Environment":
    """The templates in that folder, under the rules above."""
    # Imported here: who makes no page needs none of it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    templates = Environment(
        loader=FileSystemLoader(folder),
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
    """The value as it goes into a page; markup made by a template is left alone."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
