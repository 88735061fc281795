"""Charts in the window: the shapes of the drawing, with labels in the window's own type."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.drawing.colours import channels
from game.theme import THEMES, ThemeName, theme
from game.window import charts
from game.window.kit.node import Kit, Node
from tests.drawing.test_charts import COMPARED, HISTORY, PATH


def painted(node: Node, size: tuple[int, int], kit: Kit) -> pygame.Surface:
    """The node on a card of the theme."""
    surface = pygame.Surface(size)
    surface.fill(kit.theme.card)
    node.arrange(kit, surface.get_rect())
    node.paint_content(kit, surface)
    return surface


def colours_in(surface: pygame.Surface) -> set[tuple[int, ...]]:
    mapped = np.unique(pygame.surfarray.array2d(surface))
    return {surface.unmap_rgb(int(each))[:3] for each in mapped}


@pytest.mark.parametrize("scale", [0.5, 1.37])
@pytest.mark.parametrize("name", THEMES)
def test_charts_wear_the_colours_of_the_theme(name: ThemeName, scale: float) -> None:
    kit = Kit(theme(name), scale)
    for node, size, roles in (
        (charts.trust(HISTORY, height=360), (1000, 360), ("trust", "risk", "mutual", "ink")),
        (charts.quadrants(PATH, size=390), (390, 390), ("card_low", "mutual", "strong")),
        (charts.what_if(COMPARED), (560, 170), ("mutual", "mutual_soft", "card_low")),
    ):
        pixels = (round(size[0] * scale), round(size[1] * scale))
        seen = colours_in(painted(node, pixels, kit))
        assert [role for role in roles if channels(getattr(kit.theme, role)) not in seen] == []


def test_its_words_are_written() -> None:
    """Another word is another picture, in the same place."""
    kit = Kit(theme("light"), 1.0)
    one, other = (
        pygame.surfarray.array2d(painted(charts.trust(history, height=360), (1000, 360), kit))
        for history in (HISTORY, replace(HISTORY, risk_name="Fear"))
    )
    changed = np.argwhere(one != other)
    assert len(changed) > 20
    assert changed[:, 0].min() > 900


def test_a_chart_can_be_read_out() -> None:
    assert charts.trust(HISTORY, height=360).spoken() == HISTORY.description
    assert charts.trust(HISTORY, height=360).role == "image"


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (40, 12), (300, 2000)])
def test_a_chart_fits_any_place(size: tuple[int, int]) -> None:
    kit = Kit(theme("light"), 1.0)
    for node in (charts.trust(HISTORY, height=1), charts.what_if(COMPARED, height=1)):
        painted(node, size, kit)
