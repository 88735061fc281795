"""The kit: layout in whole pixels, focus, hits, themes, type."""

from itertools import groupby

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.scenario.vocabulary import Language
from game.theme import COLOURS, PAIRS, THEMES, ThemeName, contrast, theme
from game.window.kit import paint
from game.window.kit.column import Column
from game.window.kit.grid import Grid
from game.window.kit.keeping import kept
from game.window.kit.node import Kit, Node
from game.window.kit.row import FittingRow, Flow, Row
from game.window.kit.scroll import Scroll
from game.window.kit.text import Text
from game.window.kit.tree import find, focusable, node_at, transcript
from game.window.kit.type import drawn as type_drawn
from game.window.kit.type import width as type_width
from game.window.kit.type import wrap
from game.window.kit.widgets import button, gauge

KIT = Kit(theme("light"), 1.0)


def block(width: float, height: float, **more: object) -> Node:
    """A piece of a fixed size."""
    made = Node(width=width, height=height)
    for name, value in more.items():
        setattr(made, name, value)
    return made


def laid(node: Node, width: int, height: int, kit: Kit = KIT) -> Node:
    """The node, arranged in a place of that size."""
    node.arrange(kit, pygame.Rect(0, 0, width, height))
    return node


def test_a_row_gives_what_is_left_to_what_grows() -> None:
    """Two fixed ends and a middle that takes the rest."""
    middle = Node(grow=1, height=10)
    laid(Row(gap=10, children=(block(30, 10), middle, block(20, 10))), 200, 50)
    assert (middle.rect.x, middle.rect.w) == (40, 130)


def test_a_column_puts_what_is_left_where_it_is_told() -> None:
    """The same block in the middle and at the end."""
    for justify, y in (("start", 0), ("center", 45), ("end", 90)):
        child = block(10, 10)
        laid(Column(children=(child,), justify=justify), 100, 100)  # type: ignore[arg-type]
        assert child.rect.y == y


def test_a_grid_makes_as_many_columns_as_fit() -> None:
    """Three cells of 100 fit in 330 and two in 320 do not leave room for a third."""
    for width, columns in ((330, 3), (315, 2), (90, 1)):
        cells = [Node(height=10) for _ in range(6)]
        laid(Grid(cell=100, gap=10, children=cells), width, 500)
        assert len({cell.rect.x for cell in cells}) == columns


def test_a_flow_goes_on_below() -> None:
    """The third block of 40 does not fit beside the others in 100."""
    blocks = [block(40, 10) for _ in range(3)]
    laid(Flow(gap=5, children=blocks), 100, 100)
    assert [each.rect.topleft for each in blocks] == [(0, 0), (45, 0), (0, 15)]


def test_only_what_scrolls_gives_way() -> None:
    """A column that is too small takes the height from the scrolling part."""
    scroll = Scroll(id="s", children=(block(10, 500),), min_height=40)
    foot = block(10, 50)
    laid(Column(gap=0, children=(scroll, foot)), 100, 200)
    assert (scroll.rect.h, foot.rect.y, foot.rect.h) == (150, 150, 50)
    assert scroll.overflow(KIT) == 350


@pytest.mark.parametrize("high", range(60, 90, 3))
@pytest.mark.parametrize("down", [0, 7, 13])
def test_what_scrolls_never_shows_a_part_of_a_line(high: int, down: int) -> None:
    """Every line that shows has the height of a whole one, and only a few are left out."""
    words = Text(text="\n".join(["xxxx"] * 12))
    scroll = Scroll(id="s", children=(words,), min_height=20)
    kit = Kit(theme("light"), 1.0, scrolls={"s": down})
    laid(Column(children=(scroll,)), 120, high, kit)
    surface = pygame.Surface((120, high))
    surface.fill(kit.theme.card)
    scroll.paint(kit, surface)
    is_inked = [
        any(surface.get_at((x, y))[:3] != surface.get_at((100, 0))[:3] for x in range(60))
        for y in range(high)
    ]
    runs = [len(list(run)) for inked, run in groupby(is_inked) if inked]
    assert len(set(runs)) == 1
    assert len(runs) >= (high - 2 * 21) // 21


def test_what_is_scrolled_away_can_not_be_hit() -> None:
    """The lower button is hit only after scrolling to it."""
    low = Column(id="low", height=40, act=lambda: None)
    scroll = Scroll(id="s", children=(block(10, 300), low), gap=0)
    kit = Kit(theme("light"), 1.0)
    laid(scroll, 100, 100, kit)
    assert node_at(scroll, (50, 90)) is None
    kit.scrolls["s"] = 240
    laid(scroll, 100, 100, kit)
    assert node_at(scroll, (50, 90)) is low


def test_focus_goes_in_reading_order_and_passes_what_can_not_be_done() -> None:
    """A button that is off is not in the ring; what explains itself is."""
    light = theme("light")
    tree = Column(
        children=(
            button(light, "a", "A", lambda: None),
            button(light, "b", "B", lambda: None, disabled=True),
            gauge(light, "g", "Trust", 0.5, "trust", explain="why"),
            button(light, "c", "C", lambda: None),
        )
    )
    assert [node.id for node in focusable(tree)] == ["a", "g", "c"]
    assert find(tree, "b") is not None


def test_the_transcript_says_words_and_numbers() -> None:
    """A gauge is read with its number and its change."""
    tree = Column(
        children=(Text(text="Hello"), gauge(theme("light"), "g", "Trust", 0.56, "trust", moved=6))
    )
    told = transcript(tree)
    assert told[0] == "Hello"
    assert "Trust: 56 +6" in told


@pytest.mark.slow
@given(st.text(alphabet="ab cdé—", min_size=1, max_size=80), st.integers(20, 400))
def test_wrapping_keeps_every_letter_in_order_and_fits(words: str, room: int) -> None:
    """Without the hyphens it is the text; no line is wider than its place."""
    lines = wrap(words, "regular", 14, room)
    assert "".join(lines).replace("-", "").replace(" ", "") == words.replace(" ", "")
    assert all(type_width(line, "regular", 14) <= room for line in lines)


def test_text_is_measured_the_same_in_a_window_opened_anew() -> None:
    lines = wrap("trust each other", "regular", 52, 200)
    pygame.quit()
    pygame.font.init()
    assert wrap("trust each other", "regular", 52, 201) == lines
    assert type_drawn("other", "regular", 52, "#000000").get_width() > 100


@pytest.mark.slow
def test_a_word_is_broken_only_where_it_does_not_fit() -> None:
    """Words that fit stay whole, however narrow it is beside them."""
    text = "een arbeidsongeschiktheidsverzekering in de cao"
    wide = type_width("arbeidsongeschiktheidsverzekering", "regular", 14)
    assert wrap(text, "regular", 14, wide, "nl")[1] == "arbeidsongeschiktheidsverzekering"
    broken = wrap(text, "regular", 14, wide - 1, "nl")
    assert broken[0] == "een"
    assert broken[1].endswith("-")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "first", "rest"),
    [
        ("nl", "verantwoor-", "delijkheid"), ("nl", "Noord-", "Nederland"),
        ("en", "respons-", "ibility"),
    ],
)  # fmt: skip
def test_a_word_is_broken_by_the_rules_of_its_language(
    language: Language, first: str, rest: str
) -> None:
    """At the last place that fits, and after a hyphen of its own without another one."""
    word = first + rest if rest[0].isupper() else first.rstrip("-") + rest
    for spare in (0, 6):  # less than another letter needs
        room = type_width(first, "regular", 20) + spare
        assert wrap(word, "regular", 20, room, language)[0] == first


def test_a_row_breaks_a_word_rather_than_stick_out() -> None:
    """Words stay whole as long as the row can shrink by other means."""
    long, short = Text(text="verantwoordelijkheid"), Text(text="en zo voort")
    whole = long.widths(KIT).whole + short.widths(KIT).whole
    for width, lines in ((whole, 1), (whole - 20, 2)):
        row = laid(Row(gap=0, children=(Text(text=long.text), Text(text=short.text))), width, 200)
        word = row.children[0]
        assert isinstance(word, Text)
        assert len(word.lines(KIT, word.rect.w)) == lines
        assert row.children[1].rect.right <= width


@pytest.mark.parametrize("char", ["\0", "\x1b", "\a", "\r", "\u202e", "\ud800"])
def test_what_can_not_be_drawn_is_made_visible(char: str) -> None:
    """No such character comes to the font, nor to a reader: it is shown by its number."""
    text = Text(text=f"a{char}b\nc")
    laid(text, 200, 60).paint(KIT, pygame.Surface((200, 60)))
    assert char not in text.spoken()
    assert text.lines(KIT, 200)[1] == "c"
    assert type_width(f"a{char}b", "regular", 14) > type_width("ab", "regular", 14)
    whole = type_drawn(f"a{char}b", "regular", 14, "#000000")
    assert whole.get_width() == type_width(f"a{char}b", "regular", 14)
    assert char not in transcript(Column(label=f"x{char}", children=(text,)))[0]


@pytest.mark.slow
@given(st.lists(st.integers(10, 90), min_size=1, max_size=8), st.integers(100, 900))
def test_a_flow_never_lays_one_thing_over_another(widths: list[int], room: int) -> None:
    """Whatever the widths, no two places meet and none sticks out at the side."""
    blocks = [block(width, 12) for width in widths]
    laid(Flow(gap=6, children=blocks), room, 2000)
    for at, one in enumerate(blocks):
        assert one.rect.right <= room
        assert all(not one.rect.colliderect(other.rect) for other in blocks[at + 1 :])


@pytest.mark.parametrize("name", THEMES)
def test_text_is_readable_in_every_theme(name: ThemeName) -> None:
    """Every colour of text on every ground it stands on, at least 4.5 to 1."""
    colours = theme(name)
    for front, ground in PAIRS:
        ratio = contrast(getattr(colours, front), getattr(colours, ground))
        assert ratio >= 4.5, f"{front} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("name", THEMES)
def test_the_focus_ring_stands_out(name: ThemeName) -> None:
    """At least 3 to 1 against whatever lies behind it."""
    colours = theme(name)
    for ground in ("page_top", "page_bottom", "card"):
        assert contrast(colours.focus, getattr(colours, ground)) >= 3.0


def test_every_theme_names_every_colour() -> None:
    """All colours are written as # and six digits."""
    for name in THEMES:
        for colour in COLOURS:
            written = getattr(theme(name), colour)
            assert len(written) == 7
            assert pygame.Color(written)


def test_a_hollow_shape_is_hollow() -> None:
    """A ring covers its edge and nothing in the middle, not even with a shadow of colour."""
    ring = paint.rounded((60, 40), 10, None, "#ffd84a", 3)
    assert ring.get_at((30, 1)) == pygame.Color("#ffd84a")
    assert ring.get_at((30, 20)).a == 0
    assert ring.get_at((6, 6)).a == 0 or ring.get_at((6, 6))[:3] == pygame.Color("#ffd84a")[:3]


@pytest.mark.parametrize("size", [(60, 40), (61, 23), (9, 300), (3, 3)])
@pytest.mark.parametrize("fill", ["#fdf6e3", None])
@pytest.mark.parametrize("line", ["#ffd84a", None])
@pytest.mark.parametrize(("radius", "thick"), [(10, 3), (0, 2), (2, 5)])
def test_a_card_is_the_same_drawn_in_pieces(
    size: tuple[int, int], fill: str | None, line: str | None, radius: int, thick: int
) -> None:
    """Pixel by pixel what the whole rounded rectangle is, blitted over the same ground."""
    if fill is None and line is None:
        return
    place = pygame.Rect((4, 4), size)
    radius = min(radius, size[0] // 2, size[1] // 2)
    whole, pieces = (_ground((size[0] + 8, size[1] + 8)) for _ in range(2))
    whole.blit(paint.rounded(size, radius, fill, line, thick if line else 0), place)
    paint.draw_rounded(pieces, place, radius, fill, line, thick if line else 0)
    assert pygame.image.tobytes(whole, "RGB") == pygame.image.tobytes(pieces, "RGB")


@pytest.mark.parametrize("size", [(200, 120), (300, 30), (12, 12)])
def test_a_shadow_is_the_same_where_no_card_hides_it(size: tuple[int, int]) -> None:
    """A card on its whole shadow looks as on the parts of it that stick out."""
    place, whole = pygame.Rect((30, 30), size), _ground((size[0] + 60, size[1] + 60))
    parts = whole.copy()
    radius = min(10, size[1] // 2)
    for surface, is_covered in ((whole, False), (parts, True)):
        paint.draw_shadow(surface, place, radius, 14, 3, 90, is_covered=is_covered)
        paint.draw_rounded(surface, place, radius, "#fdf6e3")
    assert pygame.image.tobytes(whole, "RGB") == pygame.image.tobytes(parts, "RGB")
    assert pygame.image.tobytes(whole, "RGB") != pygame.image.tobytes(_carded(place), "RGB")


def _ground(size: tuple[int, int]) -> pygame.Surface:
    """Something with a pattern, to draw on."""
    made = pygame.Surface(size)
    for x in range(size[0]):
        made.fill((x * 7 % 256, 90, 200 - x % 100), (x, 0, 1, size[1]))
    return made


def _carded(place: pygame.Rect) -> pygame.Surface:
    """The ground with a card and no shadow."""
    made = _ground((place.w + 60, place.h + 60))
    paint.draw_rounded(made, place, min(10, place.h // 2), "#fdf6e3")
    return made


def test_pictures_are_kept_up_to_so_many_pixels() -> None:
    """What was asked for longest ago goes first, and is drawn again when it is asked for."""
    drawn: list[int] = []

    @kept(0.002)  # twenty pictures of a hundred pixels
    def square(number: int) -> pygame.Surface:
        drawn.append(number)
        return pygame.Surface((10, 10))

    first = square(0)
    assert square(0) is first
    for number in range(1, 20):
        square(number)
    assert square(0) is first
    square(20)
    assert square(0) is first
    assert drawn == list(range(21))
    square(1)
    assert drawn[-1] == 1


def test_a_row_that_must_fit_drops_what_it_can_do_without() -> None:
    """The one with the highest number goes first; what has none stays. Where there is room again,
    they are back.
    """
    row = FittingRow(gap=10, children=(
        block(90, 10, id="a", drop_rank=1), block(90, 10, id="b", drop_rank=2),
        block(90, 10, id="c"),
    ))  # fmt: skip
    for width, left in ((300, "abc"), (110, "c"), (210, "ac"), (300, "abc")):
        laid(row, width, 50)
        assert "".join(child.id for child in row.children) == left
        assert row.content_widths(KIT) == (90, 90, 290)
