"""Everything the window draws that is not text: people, places, things and icons."""

from game.window.drawing.colours import TONES, Tone
from game.window.drawing.expression import EXPRESSIONS, MOODS
from game.window.drawing.icons import ICONS, icon, icon_svg
from game.window.drawing.portraits import portrait, portrait_svg
from game.window.drawing.props import PROP_KINDS, prop, prop_kind, prop_svg
from game.window.drawing.scenery import decor, decor_svg, is_outdoors, table, table_svg
from game.window.drawing.words import look_words, unknown_looks

__all__ = [
    "EXPRESSIONS", "ICONS", "MOODS", "PROP_KINDS", "TONES", "Tone", "decor", "decor_svg", "icon",
    "icon_svg", "is_outdoors", "look_words", "portrait", "portrait_svg", "prop", "prop_kind",
    "prop_svg", "table", "table_svg", "unknown_looks",
]  # fmt: skip
