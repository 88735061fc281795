"""Typing in a field: letters, the caret, and taking letters back. No key here presses a button."""

import unicodedata

import pygame

from engine.play.afterthoughts import as_written
from game.window.app import App
from game.window.kit.field import Field
from game.window.kit.tree import find

_COMMAND = pygame.KMOD_CTRL | pygame.KMOD_META
_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
# What a key means everywhere, in a field too.
_ELSEWHERE = (
    pygame.K_TAB, pygame.K_ESCAPE, pygame.K_UP, pygame.K_DOWN, pygame.K_PAGEUP, pygame.K_PAGEDOWN,
    pygame.K_F11, pygame.K_F12,
)  # fmt: skip


def field_of(app: App) -> Field | None:
    """The field that has the focus."""
    node = find(app.tree(), app.focus)
    return node if isinstance(node, Field) else None


def type_text(app: App, event: pygame.Event) -> None:
    """Put what was typed where the caret is; composed letters arrive whole."""
    field = field_of(app)
    if field is not None and event.text:
        at = _caret(app, field)
        _change(app, field, field.text[:at] + event.text, field.text[at:])


def press(app: App, event: pygame.Event) -> bool:
    """Do what the key means in the field that has the focus; returns whether that was all."""
    field = field_of(app)
    if field is None or event.key in _ELSEWHERE:
        return False
    is_command = bool(event.mod & _COMMAND)
    at, text = _caret(app, field), field.text
    if event.key in _ENTER:
        app.focus = field.onward or app.focus
        _show_focus(app)
    elif event.key == pygame.K_BACKSPACE:
        before = _word_before(text, at) if is_command else _letter_before(text, at)
        _change(app, field, text[:before], text[at:])
    elif event.key == pygame.K_DELETE:
        _change(app, field, text[:at], text[_letter_after(text, at) :])
    elif event.key in (pygame.K_LEFT, pygame.K_RIGHT):
        to = _letter_before(text, at) if event.key == pygame.K_LEFT else _letter_after(text, at)
        app.caret = (field.id, to)
    elif event.key in (pygame.K_HOME, pygame.K_END):
        app.caret = (field.id, 0 if event.key == pygame.K_HOME else len(text))
    else:
        return not is_command  # letters and spaces come as text
    app.changed()
    return True


def _show_focus(app: App) -> None:
    node = find(app.tree(), app.focus)
    if node is not None:
        app.focus_on(node)


def _caret(app: App, field: Field) -> int:
    name, at = app.caret
    return min(at, len(field.text)) if name == field.id else len(field.text)


def _change(app: App, field: Field, before: str, after: str) -> None:
    """Hand over the whole text. Letters and accents that meet become one: the caret comes after."""
    field.write(as_written(before + after))
    app.caret = (field.id, len(as_written(before)))
    app.changed()
    _show_focus(app)


def _letter_before(text: str, at: int) -> int:
    """Where the letter before the caret begins, with what is put over it."""
    at = max(0, at - 1)
    while at and unicodedata.combining(text[at]):
        at -= 1
    return at


def _letter_after(text: str, at: int) -> int:
    at = min(len(text), at + 1)
    while at < len(text) and unicodedata.combining(text[at]):
        at += 1
    return at


def _word_before(text: str, at: int) -> int:
    """Where the word before the caret begins."""
    bare = text[:at].rstrip(" ")
    return bare.rfind(" ") + 1
