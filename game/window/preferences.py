"""How somebody likes the window: language, theme, text, motion, sound; kept for next time."""

from dataclasses import asdict, dataclass, replace

from engine.scenario.vocabulary import LANGUAGE_TAG, LANGUAGES, Language
from game import settings
from game.theme import THEMES, ThemeName

TEXT_SIZES: tuple[int, ...] = (100, 115, 130, 145, 160)  # per cent
_KEY = "window"


@dataclass(frozen=True, slots=True)
class Preferences:
    """text_size: per cent. texts: the language of scenarios that have it; empty: the screens'."""

    language: Language = "nl"
    theme: ThemeName = "light"
    text_size: int = 100
    is_still: bool = False  # reduced motion
    reads_on: bool = True  # what is told goes on by itself, up to where it stops
    has_sound: bool = True
    is_full: bool = False
    texts: str = ""

    def with_(self, **changed: object) -> "Preferences":
        """The same with something changed."""
        return replace(self, **changed)  # type: ignore[arg-type]


def remembered() -> Preferences:
    """The saved preferences; values that are no longer known are ignored."""
    kept = settings.kept(_KEY)
    found = kept if isinstance(kept, dict) else {}
    language = settings.language()
    theme = next((name for name in THEMES if name == found.get("theme")), THEMES[0])
    texts = found.get("texts")
    size = next((size for size in TEXT_SIZES if size == found.get("text_size")), 100)
    return Preferences(
        language=next((each for each in LANGUAGES if each == language), "nl"),
        theme=theme,
        text_size=size,
        is_still=found.get("is_still") is True,
        reads_on=found.get("reads_on") is not False,
        has_sound=found.get("has_sound") is not False,
        is_full=found.get("is_full") is True,
        texts=texts if isinstance(texts, str) and LANGUAGE_TAG.fullmatch(texts) else "",
    )


def remember(preferences: Preferences) -> None:
    """Keep them for next time."""
    values = asdict(preferences)
    settings.keep({"language": values.pop("language"), _KEY: values})
