"""A window without a display, and its own home folder, for every test here."""

from tests.window.conftest import _no_display, _own_home

__all__ = ["_no_display", "_own_home"]
