"""The colours of each theme, read from assets/themes."""

import json
from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from engine.scenario.vocabulary import Stance
from game.assets import ASSETS
from game.drawing.colours import STANCE_COLOURS, Tone

ThemeName = Literal["light", "dark", "high-contrast", "projector"]
THEMES: tuple[ThemeName, ...] = ("light", "dark", "high-contrast", "projector")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb`; shadow: how dark the shadow of a card is, 0 to 255."""

    tone: Tone
    page_top: str
    page_bottom: str
    card: str
    card_low: str
    card_line: str
    ink: str
    muted: str
    line: str
    trust: str
    trust_soft: str
    risk: str
    risk_soft: str
    mutual: str
    mutual_soft: str
    strong: str
    on_strong: str
    focus: str
    focus_gap: str
    shadow: int
    cloth: str
    cloth_edge: str

    def colour(self, role: str) -> str:
        """The colour of a role, such as `trust`."""
        return str(getattr(self, role))


# Colour of text, and what it stands on; each pair is readable in each theme.
PAIRS: tuple[tuple[str, str], ...] = (
    ("ink", "card"), ("ink", "card_low"), ("ink", "page_top"), ("ink", "page_bottom"),
    ("muted", "card"), ("muted", "card_low"), ("muted", "page_top"), ("muted", "page_bottom"),
    ("trust", "card"), ("trust", "trust_soft"), ("risk", "card"), ("risk", "risk_soft"),
    ("mutual", "card"), ("mutual", "mutual_soft"), ("on_strong", "strong"),
    ("ink", "trust_soft"), ("ink", "risk_soft"), ("ink", "mutual_soft"),
)  # fmt: skip


@cache
def theme(name: ThemeName) -> Theme:
    """The theme of that name."""
    text = (ASSETS / "themes" / f"{name}.json").read_text(encoding="utf-8")
    return Theme(**json.loads(text))


def stance_colours(of: Theme, stance: Stance) -> tuple[str, str]:
    """The colour of a stance, and its soft one to stand on."""
    name = STANCE_COLOURS[stance]
    return getattr(of, name), getattr(of, f"{name}_soft")


def contrast(first: str, second: str) -> float:
    """How much two colours differ in luminance, 1 to 21. Source: WCAG 2.2, relative luminance."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


COLOURS: tuple[str, ...] = tuple(
    field.name for field in fields(Theme) if field.name not in ("tone", "shadow")
)
