"""Where fonts, themes and drawings lie."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parents[1] / "assets"
