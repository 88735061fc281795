"""Six screens look as they did; any difference is saved as a picture."""

from pathlib import Path

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from tests.window.pictures import FOLDER, WANTED, pictures

# Versions of pygame-ce draw the edges of letters a bit differently: small differences don't count.
CLEAR = 48  # of 255, in any channel
SHARE = 0.01  # of the pixels


def channels(surface: pygame.Surface) -> NDArray[np.int16]:
    """The colours of a picture, (width, height, 3)."""
    return pygame.surfarray.array3d(surface).astype(np.int16)


def different(one: pygame.Surface, other: pygame.Surface) -> NDArray[np.bool_]:
    """Which pixels differ clearly."""
    return (np.abs(channels(one) - channels(other)) > CLEAR).any(axis=2)


@pytest.mark.slow
def test_six_screens_look_as_they_did(tmp_path: Path) -> None:
    """Each within the tolerance of its golden picture; where not, the difference is drawn."""
    wrong = []
    made = dict(pictures())
    assert set(made) == set(WANTED)
    for name, surface in made.items():
        golden = pygame.image.load(str(FOLDER / f"{name}.png"))
        marks = different(surface, golden)
        if marks.mean() > SHARE:
            shown = np.where(marks[:, :, None], [255, 0, 80], channels(golden) // 3 + 150)
            at = tmp_path / f"{name}-difference.png"
            pygame.image.save(pygame.surfarray.make_surface(shown.astype(np.uint8)), str(at))
            pygame.image.save(surface, str(tmp_path / f"{name}-now.png"))
            wrong.append(f"{name}: {marks.mean():.1%} of the pixels differ; see {at}")
    assert not wrong, "\n".join(wrong)


def test_a_difference_is_seen() -> None:
    """A card in another place is more than the tolerance; a slight shade is not."""
    one, other = pygame.Surface((100, 100)), pygame.Surface((100, 100))
    other.fill((20, 20, 20))
    assert different(one, other).mean() == 0
    pygame.draw.rect(other, (200, 200, 200), (10, 10, 30, 10))
    assert different(one, other).mean() == 0.03
