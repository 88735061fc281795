"""The texts of a scenario as rows for a translator, and back into the file.

Going out, every text is a row with a name that stays the same when texts are added around it.
Coming back, only what the translator changed is written, and nothing else in the file changes.
"""

from engine.scenario.translation.edits import TooLarge, rewritten
from engine.scenario.translation.rows import TextRow, Texts, texts_of
from engine.scenario.translation.taking import (
    Change,
    Left,
    Returned,
    Taken,
    before_now,
    changed_since,
    on_top_of,
    take,
)

__all__ = [
    "Change", "Left", "Returned", "Taken", "TextRow", "Texts", "TooLarge", "before_now",
    "changed_since", "on_top_of", "rewritten", "take", "texts_of",
]  # fmt: skip
