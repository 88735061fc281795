"""Sounds are quiet, and their absence is silent."""

from pathlib import Path

import pytest

from game.window import sound


def test_without_any_device_nothing_is_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """On Linux without a sound server or card the mixer is left alone."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("SDL_AUDIODRIVER", raising=False)
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    has_card = Path("/dev/snd").exists()
    assert sound._may_have_device() is has_card
    (tmp_path / "pulse").mkdir()
    assert sound._may_have_device()
