"""The table as a place: the decor, the people behind it with nameplates, what is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

import pygame

from engine.play.view.records import PartySeen, Room, ThingSeen, View
from engine.scenario.scenery import Scenery
from game.drawing.backdrops import has_table, keeps_middle, table_colours
from game.drawing.table import table_svg
from game.pictures import as_shown
from game.window import art
from game.window.app import App
from game.window.kit import paint
from game.window.kit.column import Column
from game.window.kit.node import Kit, Node, Widths
from game.window.kit.paint import Look
from game.window.kit.raster import portrait, prop, render
from game.window.kit.type import CAPTION, LABEL, SPOKEN, STRONG, Style
from game.window.kit.widgets import column, flow, icon, row, text
from game.window.parts.people import Person

_QUIET = Style("regular", 16)
# Design choices: the least that is left for faces in dp, and the share of the width that stays free
# where nobody sits in the middle.
_FACES, _FREE = 110.0, 0.14
_PLATE, _BETWEEN = 96.0, 6.0  # dp, design choices: the narrowest plate, and what is between them
# Design choices, of whoever stands away from the table: how high against the others, how much of
# the others' height is below them, and how far they stand from their own place to that of whoever
# went with them.
_AWAY, _LOWER, _TOGETHER = 0.54, 0.4, 0.6


@dataclass(eq=False, kw_only=True)
class Scene(Node):
    """A decor with people at a table. Its children are nameplates, then what is said, then a card
    that lies at the right, with nobody behind it.
    """

    scenery: Scenery
    people: Sequence[Person]
    speakers: Sequence[str] = ()  # the addresses of who speaks, the last one last
    props: Sequence[ThingSeen] = ()
    has_words: bool = True
    card_wide: float = 0  # dp; 0: there is no card
    faces: float = _FACES  # dp: the least that is left for them

    def content_widths(self, kit: Kit) -> Widths:
        """As wide as there is room for."""
        return Widths(kit.px(300), kit.px(300), kit.px(600))

    def content_height(self, kit: Kit, wide: int) -> int:
        """Enough for faces, nameplates and words."""
        stage = wide - self._aside(kit)
        return self._words_height(kit, stage) + self._around(kit, stage)

    def _min_height(self, kit: Kit, width: int) -> int:
        """The least: where the words scroll, a few lines of them."""
        if not self.has_words:
            return self.height_for_width(kit, width)
        margin, stage = self._margin(kit), width - self._aside(kit)
        words = self._words().min_height_for_width(kit, stage - 2 * margin) + margin
        return words + self._around(kit, stage)

    def _aside(self, kit: Kit) -> int:
        """How much at the right is not for people, and what they say."""
        return kit.px(self.card_wide) + self._margin(kit) if self.card_wide else 0

    def _stage(self, kit: Kit) -> pygame.Rect:
        """Where people are, and what they say."""
        box = self.rect
        return pygame.Rect(box.x, box.y, box.w - self._aside(kit), box.h)

    def _around(self, kit: Kit, wide: int) -> int:
        return self._plates_height(kit, wide) + kit.px(self.faces)

    def _plates(self) -> Sequence[Node]:
        return self.children[: len(self.people)]

    def _words(self) -> Node:
        return self.children[len(self.people)]

    def _words_height(self, kit: Kit, wide: int) -> int:
        if not self.has_words:
            return kit.px(12)
        margin = self._margin(kit)
        return self._words().height_for_width(kit, wide - 2 * margin) + margin

    def _plates_height(self, kit: Kit, wide: int) -> int:
        rows, high = self._rows(kit, wide), self._highest_plate(kit, wide)
        return rows * high + (rows - 1) * kit.px(5)

    def _highest_plate(self, kit: Kit, wide: int) -> int:
        sized = zip(self._plates(), self._plate_widths(kit, wide), strict=True)
        return max((plate.height_for_width(kit, width) for plate, width in sized), default=0)

    def _rows(self, kit: Kit, wide: int) -> int:
        """Two rows of plates, one lower than its neighbour, where they do not fit in one."""
        count = len(self.people)
        if count < 2:
            return 1
        least = max((plate.widths(kit).whole for plate in self._plates()), default=0)
        return 1 if least <= self._plate_room(kit, wide) else 2

    def _plate_room(self, kit: Kit, wide: int) -> int:
        count = max(1, len(self.people))
        return int(wide * self._narrowest(kit, wide) - self._margin(kit) * (count + 1) / count)

    def _margin(self, kit: Kit) -> int:
        return kit.px(14)

    def _plate_width(self, kit: Kit, wide: int) -> int:
        margin, room = self._margin(kit), self._plate_room(kit, wide)
        if self._rows(kit, wide) == 2:
            # Its neighbours are in the other row, and at the ends half a place is free.
            room = int((wide - margin * 2) * self._narrowest(kit, wide)) * 3 // 2 - margin
        natural = max((plate.widths(kit).natural for plate in self._plates()), default=room)
        return min(room, max(natural, kit.px(170)))

    def _plate_widths(self, kit: Kit, wide: int) -> list[int]:
        """All as wide; where a title would be broken, each as wide as its words, if they fit."""
        same, plates = self._plate_width(kit, wide), self._plates()
        each = [max(plate.widths(kit).natural, kit.px(_PLATE)) for plate in plates]
        is_whole = all(plate.widths(kit).natural <= same for plate in plates)
        room = wide - self._margin(kit) - kit.px(_BETWEEN) * (len(each) - 1)
        if is_whole or self._rows(kit, wide) == 2 or sum(each) > room:
            return [same] * len(each)
        return each

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Words at the bottom, plates at the edge of the table above them, a card at the right."""
        margin, stage = self._margin(kit), self._stage(kit)
        low = inside.bottom - kit.px(12)
        if self.has_words:
            wide = stage.w - 2 * margin
            words, room = self._words(), inside.h - margin - self._around(kit, stage.w)
            high = max(words.min_height_for_width(kit, wide), room)
            high = min(high, words.height_for_width(kit, wide))
            low = inside.bottom - margin - high
            place = pygame.Rect(inside.x + margin, inside.bottom - margin - high, wide, high)
            words.arrange(kit, place)
        self._place_plates(kit, stage, low - margin)
        if self.card_wide:
            card_, wide = self.children[-1], kit.px(self.card_wide)
            high = min(card_.height_for_width(kit, wide), inside.h - 2 * margin)
            top = inside.bottom - margin - high  # beside what is said, with the place above it
            card_.arrange(kit, pygame.Rect(stage.right, top, wide, high))

    def _place_plates(self, kit: Kit, inside: pygame.Rect, low: int) -> None:
        rows, highest = self._rows(kit, inside.w), self._highest_plate(kit, inside.w)
        widths, edge = self._plate_widths(kit, inside.w), self._margin(kit) // 2
        lefts = [self._middle(kit, at) - width // 2 for at, width in enumerate(widths)]
        lefts = [
            max(inside.x + edge, min(x, inside.right - width - edge))
            for x, width in zip(lefts, widths, strict=True)
        ]
        if rows == 1:
            lefts = _apart(lefts, widths, kit.px(_BETWEEN), inside.right - edge)
        for at, (plate, x) in enumerate(zip(self._plates(), lefts, strict=True)):
            own = plate.height_for_width(kit, widths[at])
            bottom = low - (highest + kit.px(5) if rows == 2 and at % 2 == 0 else 0)
            plate.arrange(kit, pygame.Rect(x, bottom - own, widths[at], own))

    def _middle(self, kit: Kit, at: int) -> int:
        stage = self._stage(kit)
        return stage.x + round(stage.w * self._share(kit, at))

    def _share(self, kit: Kit, at: int) -> float:
        """Where somebody is, as a share of the width for people."""
        (left, before), (right, after) = self._halves(kit, self._stage(kit).w)
        if at < left:
            return before * (at + 0.5) / left
        return 1 - after + after * (at - left + 0.5) / right

    def _narrowest(self, kit: Kit, wide: int) -> float:
        """The least share of that width that anybody has."""
        return min(room / count for count, room in self._halves(kit, wide) if count)

    def _halves(self, kit: Kit, wide: int) -> tuple[tuple[int, float], tuple[int, float]]:
        """How many are on each side of whatever is in the middle of the place, with what share of
        that width; where nothing is, or it falls between two of them, all are on the left.
        """
        count, aside = max(1, len(self.people)), self._aside(kit)
        if not keeps_middle(self.scenery.backdrop) or (count % 2 == 0 and not aside):
            return (count, 1.0), (0, 0.0)
        middle = (wide + aside) / 2 / wide
        before, after = middle - _FREE / 2, max(0.0, 1 - middle - _FREE / 2)
        left = ceil(count * before / (before + after))
        return (left, before), (count - left, after)

    def paint_content(self, kit: Kit, surface: pygame.Surface) -> None:
        """Draw the place, the people and the table."""
        if self.rect.w < 8 or self.rect.h < 8:
            return
        radius = kit.px(18)
        back = art.backdrop(self.scenery, self.rect.size, kit.theme.tone)
        paint.lay(surface, back, self.rect.topleft, radius)
        clip = surface.get_clip()
        surface.set_clip(self.rect.clip(clip))
        self._paint_people(kit, surface)
        if has_table(self.scenery.backdrop):
            self._paint_table(kit, surface)
        surface.set_clip(clip)

    def _edge(self, kit: Kit) -> int:
        """Where the table begins, seen from above."""
        plates = [plate.rect for plate in self._plates()]
        top = min((rect.y for rect in plates), default=self.rect.bottom - kit.px(60))
        return top + kit.px(2)

    def _paint_people(self, kit: Kit, surface: pygame.Surface) -> None:
        edge = self._edge(kit)
        room = edge - self.rect.y
        stage = self._stage(kit).w
        wide = round(stage * self._narrowest(kit, stage) * 1.05)
        high = min(round(room * 0.98), wide, kit.px(330))
        if high < kit.px(36):
            return
        behind = edge + kit.px(5)  # the table, where there is one
        floor = behind if has_table(self.scenery.backdrop) else self._hem(kit)
        in_order = sorted(enumerate(self.people), key=lambda each: not each[1].is_apart)
        for at, person in in_order:
            speaks = person.role.address in self.speakers
            size = (1.0 if speaks else 0.93) * (_AWAY if person.is_apart else 1.0)
            own = round(high * size)
            drawn_as = partial(
                portrait, person.role.looks, person.expression, own, kit.theme.tone,
                person.role.name, self._facing(kit, at),
            )  # fmt: skip
            drawn = drawn_as("" if person.is_apart else person.pose)
            x = self._stands(kit, at) - drawn.get_width() // 2
            low = behind - (round(high * _LOWER) if person.is_apart else 0)
            surface.blit(drawn, (x, low - own))
            if low < floor:  # nothing hides what is below the portrait
                surface.blit(_coat(drawn_as(), floor - low), (x, low))

    def _stands(self, kit: Kit, at: int) -> int:
        """The middle of somebody: at their own place, or nearer to whom they went away with."""
        own = self._middle(kit, at)
        if not self.people[at].is_apart:
            return own
        gone = [
            self._middle(kit, each)
            for each, person in enumerate(self.people)
            if person.is_apart and person.party == self.people[at].party
        ]
        return own + round((sum(gone) / len(gone) - own) * _TOGETHER)

    def _facing(self, kit: Kit, at: int) -> int:
        """Which way somebody looks: to who speaks, and who speaks to most of the others; whoever
        went away together, to each other.
        """
        if self.people[at].is_apart and (aside := self._stands(kit, at) - self._middle(kit, at)):
            return 1 if aside > 0 else -1
        last = self.speakers[-1] if self.speakers else ""
        speaking = [each for each, person in enumerate(self.people) if person.role.address == last]
        if not speaking or len(self.people) < 2:
            return 0
        if speaking[-1] == at:
            middle = (len(self.people) - 1) / 2
            return 0 if at == middle else 1 if at < middle else -1
        return 1 if at < speaking[-1] else -1

    def _hem(self, kit: Kit) -> int:
        """How far down standing people are visible: to behind the first words."""
        return self._words().rect.y + kit.px(16) if self.has_words else self.rect.bottom

    def _paint_table(self, kit: Kit, surface: pygame.Surface) -> None:
        edge, box = self._edge(kit), self.rect
        size = (box.w, box.bottom - edge)
        if size[1] > 4:
            colours = table_colours(self.scenery, kit.theme.tone)
            cloth = colours or (kit.theme.cloth, kit.theme.cloth_edge)
            top = table_svg(*size, *cloth, kit.px(18))
            surface.blit(render(top, size), (box.x, edge))
        side, y = kit.px(44), edge + kit.px(12)
        for each, x in zip(self.props, self._free_places(kit, side), strict=False):
            surface.blit(prop(each.id, side, kit.theme.tone), (x, y))

    def _free_places(self, kit: Kit, side: int) -> list[int]:
        """Where things of that size can lie between the nameplates, the roomiest first."""
        margin = kit.px(8)
        x, gaps = self.rect.x + margin, []
        for plate in sorted(self._plates(), key=lambda plate: plate.rect.x):
            gaps.append((plate.rect.x - margin - x, x))
            x = plate.rect.right + margin
        gaps.append((self._stage(kit).right - margin - x, x))
        return [
            left + (room - side) // 2 for room, left in sorted(gaps, reverse=True) if room >= side
        ]


def _apart(lefts: Sequence[int], widths: Sequence[int], gap: int, end: int) -> list[int]:
    """The same places, moved as little as keeps them apart and before the end."""
    moved: list[int] = []
    for at, left in enumerate(lefts):
        moved.append(max(left, moved[-1] + widths[at - 1] + gap) if at else left)
    for at in reversed(range(len(moved))):
        moved[at] = min(moved[at], end - widths[at])
        end = moved[at] - gap
    return moved


def _coat(drawn: pygame.Surface, high: int) -> pygame.Surface:
    """Their clothes, continued below the portrait if no table hides them."""
    hem = drawn.subsurface((0, drawn.get_height() - 2, drawn.get_width(), 1))
    return pygame.transform.scale(hem, (drawn.get_width(), max(1, high)))


# --- the parts --------------------------------------------------------------------------------


def nameplate(app: App, person: Person, party: PartySeen | None, *, speaks: bool) -> Node:
    """Who it is."""
    theme = app.theme
    lines: list[Node] = [text(person.role.name, STRONG)]
    if not app.is_narrow:
        lines.append(text(app.of(person.role.title), CAPTION, "muted"))
    who = {"name": person.role.name, "title": app.of(person.role.title)}
    if party is None:
        told = app.say("scene.person.own", **who)
    else:
        looks = app.say(f"mood.{person.mood}", who=person.role.name)
        told = app.say("scene.person", **who, party=app.of(party.name), mood=looks)
    if person.is_apart:
        told = f"{told} {app.say('scene.person.apart')}"
    return Column(
        id=f"person.{person.role.address}", children=lines, gap=1, pad=(5, 12, 6, 12),
        look=Look(theme.card, theme.strong if speaks else None, 10, 2, 90), explain=told,
        label=told, role="image",
    )  # fmt: skip


def words_box(
    app: App, words: str, *, who: str = "", title: str = "", sign: str = "", name: str = "",
    below: Node | None = None, is_bare: bool = False,
) -> Node:  # fmt: skip
    """What is said or narrated now, on a card. is_bare: it is on one already."""
    tight = app.is_narrow
    lines: list[Node] = []
    if who:
        lines.append(flow(text(who, STRONG), text(title, CAPTION, "muted"), gap=10))
    elif name:
        head = text(name, LABEL, "mutual")
        lines.append(row(icon(sign or "speak", 18, "mutual"), head, gap=8))
    style = (Style("regular", 17) if tight else SPOKEN) if who else _QUIET
    lines.append(text(f"“{words}”" if who else words, style, "ink"))
    if below is not None:
        lines.append(below)
    if is_bare:
        return column(*lines, gap=3)
    return column(*lines, gap=3, pad=(9, 18, 10, 18), look=Look(app.theme.card, None, 14, 1, 100))


def scene(
    app: App, room: Room, view: View | None, people: Sequence[Person], words: Node | None, *,
    speakers: Sequence[str] = (), grow: float = 1, card: Node | None = None, card_wide: float = 0,
) -> Scene:  # fmt: skip
    """The whole scene. view: of the seat that looks. card: lies at the right, so wide in dp."""
    others = {party.id: party for party in room.parties if view is None or party.id != view.seat}
    plates = [
        nameplate(
            app, person, others.get(person.party), speaks=person.role.address in speakers
        )
        for person in people
    ]  # fmt: skip
    lying = [
        thing for thing in room.game
        if thing.chapter == "props" and thing.in_force and thing.holder == "table"
    ]  # fmt: skip
    children = [*plates, *(each for each in (words, card) if each is not None)]
    return Scene(
        scenery=room.scenery, people=people, speakers=speakers, props=lying[:4],
        children=children, has_words=words is not None, card_wide=card_wide if card else 0,
        grow=grow, label=_shown(app, room), role="image",
    )  # fmt: skip


def _shown(app: App, room: Room) -> str:
    """What is in the author's own picture of the place, if that is what is shown."""
    if room.shows is None or as_shown(room.scenery.picture) is None:
        return ""
    return app.of(room.shows)
