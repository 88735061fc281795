"""Where fonts, themes and drawings are kept."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parents[1] / "assets"
