"""Quiet sounds, made of sums of sines. Without sound hardware there is silence, not an error."""

import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import Literal

import pygame

Sound = Literal["step", "seal", "open", "up", "down", "bell"]
_RATE = 44_100

# Notes in hertz with their start in seconds; short and soft.
_NOTES: dict[Sound, tuple[tuple[float, float], ...]] = {
    "step": ((523.3, 0.0),),
    "seal": ((220.0, 0.0), (164.8, 0.07)),
    "open": ((392.0, 0.0), (523.3, 0.09)),
    "up": ((440.0, 0.0), (554.4, 0.10), (659.3, 0.20)),
    "down": ((392.0, 0.0), (349.2, 0.12), (311.1, 0.24)),
    "bell": ((659.3, 0.0), (987.8, 0.01)),
}
_VOLUME = 0.10


class Speaker:
    """Plays sounds, if there is anything to play them on."""

    def __init__(self) -> None:
        self._works: bool | None = None  # not tried yet

    def play(self, name: Sound) -> None:
        """Play a sound, or stay silent."""
        if self._works is None:
            self._works = _started()
        if self._works:
            _sound(name).play()


def _may_have_device() -> bool:
    """Whether it is worth asking: on Linux, ALSA complains in the terminal when there is none."""
    if not sys.platform.startswith("linux") or os.environ.get("SDL_AUDIODRIVER"):
        return True
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
    servers = (runtime / "pulse", runtime / "pipewire-0", Path("/dev/snd"))
    return "PULSE_SERVER" in os.environ or any(each.exists() for each in servers)


def _started() -> bool:
    if not _may_have_device():
        return False
    try:
        pygame.mixer.init(_RATE, -16, 1, 1024)
    except pygame.error:
        return False
    return True


@lru_cache(maxsize=8)
def _sound(name: Sound) -> pygame.mixer.Sound:
    import numpy as np

    notes = _NOTES[name]
    length = notes[-1][1] + 0.5
    time = np.arange(int(length * _RATE)) / _RATE
    wave = np.zeros_like(time)
    for pitch, start in notes:
        since = np.clip(time - start, 0.0, None)
        swell = np.minimum(since / 0.012, 1.0) * np.exp(-since * 9.0) * (time >= start)
        wave += swell * (
            np.sin(2 * np.pi * pitch * since) + 0.2 * np.sin(4 * np.pi * pitch * since)
        )
    samples = (wave / max(1.0, np.abs(wave).max()) * _VOLUME * 32767).astype(np.int16)
    return pygame.mixer.Sound(buffer=samples.tobytes())
