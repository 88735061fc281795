"""Where what comes with the game is kept: fonts, themes and drawings, and the scenarios."""

from pathlib import Path

# An installed package has them inside itself; in the repository they are beside it.
_PACKED = Path(__file__).resolve().parent / "shipped"
_PLACE = _PACKED if _PACKED.is_dir() else Path(__file__).resolve().parents[1]
ASSETS = _PLACE / "assets"
SCENARIOS = _PLACE / "scenarios"
