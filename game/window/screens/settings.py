"""The settings: language, theme, size of text, motion, sound, full screen."""

from collections.abc import Callable, Sequence

from game.theme import THEMES
from game.window.app import App, Screen
from game.window.kit.node import Node
from game.window.kit.type import LABEL
from game.window.kit.widgets import button, card, choice, flow, icon, row, text
from game.window.parts.frame import frame, scroll
from game.window.preferences import TEXT_SIZES


class SettingsScreen(Screen):
    """How somebody likes the window; everything takes effect at once."""

    name = "settings"
    first = "settings.done"

    def build(self, app: App) -> Node:
        """A row for each setting."""
        liked, say = app.preferences, app.say
        rows = (
            _setting(app, "language", "language", [
                ("nl", "Nederlands", liked.language == "nl", lambda: app.prefer(language="nl")),
                ("en", "English", liked.language == "en", lambda: app.prefer(language="en")),
            ]),
            *([_texts(app)] if app.tongues else []),
            _setting(app, "theme", "eye", [
                (name, say(f"settings.theme.{name}"), liked.theme == name,
                 _chooser(app, theme=name)) for name in THEMES
            ]),
            _setting(app, "text", "book", [
                (str(size), f"{size} %", liked.text_size == size, _chooser(app, text_size=size))
                for size in TEXT_SIZES
            ]),
            _setting(app, "motion", "play", _yes_or_no(app, "is_still", flip=True)),
            _setting(app, "pace", "clock", [
                (key, say(f"settings.pace.{key}"), liked.reads_on is on,
                 _chooser(app, reads_on=on)) for key, on in (("itself", True), ("press", False))
            ]),
            _setting(app, "sound", "sound-on", _yes_or_no(app, "has_sound")),
            _setting(app, "full", "fullscreen", _full(app)),
        )  # fmt: skip
        done = button(app.theme, "settings.done", say("settings.done"), app.pop, strong=True)
        body = scroll("settings", card(app.theme, *rows, gap=14))
        return frame(app, say("window.settings"), body, foot=[done], hint=say("settings.hint"),
                     plain=True)  # fmt: skip

    def back(self, app: App) -> None:
        """Back to where the settings were opened."""
        app.pop()


Option = tuple[str, str, bool, Callable[[], None]]


def _chooser(app: App, **changed: object) -> Callable[[], None]:
    return lambda: app.prefer(**changed)


def _yes_or_no(app: App, name: str, *, flip: bool = False) -> list[Option]:
    is_on = bool(getattr(app.preferences, name)) is not flip
    return [
        ("on", app.say("settings.on"), is_on, _chooser(app, **{name: not flip})),
        ("off", app.say("settings.off"), not is_on, _chooser(app, **{name: flip})),
    ]


def _texts(app: App) -> Node:
    """The language of scenarios that are written in more than the screens speak."""
    liked = app.preferences.texts
    options = [("screens", app.say("settings.texts.screens"), not liked, _chooser(app, texts=""))]
    options += [
        (tag, app.words.name_of_language(tag), liked == tag, _chooser(app, texts=tag))
        for tag in app.tongues
    ]
    return _setting(app, "texts", "book", options)


def _full(app: App) -> list[Option]:
    is_full = app.preferences.is_full

    def to(wanted: bool) -> Callable[[], None]:
        return lambda: app.toggle_full() if wanted != app.preferences.is_full else None

    return [
        ("on", app.say("settings.on"), is_full, to(True)),
        ("off", app.say("settings.off"), not is_full, to(False)),
    ]


def _setting(app: App, name: str, sign: str, options: Sequence[Option]) -> Node:
    chosen_words = app.say("settings.chosen")
    buttons = [
        choice(
            app.theme, f"settings.{name}.{key}",
            row(*([icon("check", 16)] if is_on else []), text(words, LABEL), gap=6),
            act=act, chosen=is_on, pad=10, role="toggle",
            label=f"{words} ({chosen_words})" if is_on else words,
        )
        for key, words, is_on, act in options
    ]  # fmt: skip
    words = row(icon(sign, 20, "muted"), text(app.say(f"settings.{name}"), LABEL), gap=10)
    words.min_width = 190
    if app.is_narrow:
        return flow(words, *buttons, gap=8)
    return row(words, flow(*buttons, gap=8, grow=1), gap=16)
