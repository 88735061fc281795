"""A column that scrolls."""

from dataclasses import dataclass

import pygame

from game.window.kit.column import Column
from game.window.kit.node import Kit, paint_look
from game.window.kit.paint import Look


@dataclass(eq=False, kw_only=True)
class Scroll(Column):
    """A column that scrolls when it is higher than its place. min_height: in dp."""

    min_height: float = 96

    def _min_height(self, kit: Kit, width: int) -> int:
        """The minimum it needs: a few lines; the rest can be scrolled to."""
        return min(self.height_for_width(kit, width), kit.px(self.min_height))

    def _bounded_height(self, kit: Kit, width: int) -> int:
        if self.height is not None:
            return kit.px(self.height)
        return self.content_height(kit, max(0, width - self._sides(kit))) + self._ends(kit)

    def content_length(self, kit: Kit) -> int:
        """The height of all that is in it."""
        return self._bounded_height(kit, self._content_width(kit)) if self.height is None else 0

    def _content_width(self, kit: Kit) -> int:
        natural = self._bounded_height(kit, self.rect.w)
        return self.rect.w - (kit.px(14) if natural > self.rect.h else 0)

    def overflow(self, kit: Kit) -> int:
        """How far it can be scrolled, in pixels."""
        return max(0, self.content_length(kit) - self.rect.h)

    def offset(self, kit: Kit) -> int:
        """How far it is scrolled, in pixels."""
        return max(0, min(kit.scrolls.get(self.id, 0), self.overflow(kit)))

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Place the children under each other, moved up by the offset."""
        if not self.overflow(kit):
            super().arrange_children(kit, inside)
            return
        lane = kit.px(14)
        full = self.content_length(kit) - self._ends(kit)
        moved = pygame.Rect(inside.x, inside.y - self.offset(kit), inside.w - lane, full)
        super().arrange_children(kit, moved)

    def paint_children(self, kit: Kit, surface: pygame.Surface) -> None:
        """Draw what can be seen, with a bar at the side."""
        clip = surface.get_clip()
        over = self.overflow(kit)
        if not over:
            super().paint_children(kit, surface)
            return
        surface.set_clip(self.rect.clip(clip))
        around, kit.opening = kit.opening, self.rect.clip(kit.opening or self.rect)
        super().paint_children(kit, surface)
        kit.opening = around
        surface.set_clip(clip)
        self._paint_bar(kit, surface, over)

    def _paint_bar(self, kit: Kit, surface: pygame.Surface, over: int) -> None:
        wide, room = kit.px(6), self.rect.h - kit.px(8)
        long = max(kit.px(28), round(room * self.rect.h / (self.rect.h + over)))
        y = self.rect.y + kit.px(4) + round((room - long) * self.offset(kit) / over)
        x = self.rect.right - wide - kit.px(1)
        track = pygame.Rect(x, self.rect.y + kit.px(4), wide, room)
        paint_look(kit, surface, track, Look(kit.theme.line, radius=3))
        paint_look(kit, surface, pygame.Rect(x, y, wide, long), Look(kit.theme.muted, radius=3))
