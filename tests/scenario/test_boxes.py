"""How long a text may be: what fits in its place on the screen, and not a letter more."""

import pygame
import pytest

from engine.scenario.load import load_text
from engine.scenario.meaning.legibility import MOST_IN_NAME, MOST_ON_CARD, MOST_ON_PAGE, MOST_SAID
from game.window.kit.type import SPOKEN, STRONG, line_height, wrap
from tests.conftest import ROOT

TEXT = (ROOT / "tests/scenarios/valid/small.yaml").read_text()
SPEECH = (
    "Since the spring nobody has said that the night roster does not add up any more, and " * 20
)
PLACES = {
    "title: Wait": MOST_ON_CARD,
    "name: In the yard": MOST_IN_NAME,
    "say: And who drives?": MOST_SAID,
    "public: Owns the van.": MOST_ON_PAGE,
}
# The smallest window and the largest letters that the limits are for.
WIDE, HIGH, LARGEST = 1024, 768, 1.6
# The share of it that one line may take, so that people keep more than half, and how wide it is.
WORDS_HIGH, WORDS_WIDE = 0.42, 0.93


def _codes(place: str, letters: int) -> list[str]:
    name = place.partition(": ")[0]
    words = ("word " * letters)[: letters - 1] + "s"
    return [
        each.code for each in load_text(TEXT.replace(place, f"{name}: {words}", 1), "x").problems
    ]


@pytest.mark.parametrize("place", PLACES)
def test_a_text_that_fits_is_accepted_and_a_longer_one_is_refused(place: str) -> None:
    limit = PLACES[place]
    assert "too-long-for-box" not in _codes(place, limit)
    assert "too-long-for-box" in _codes(place, limit + 1)


def test_of_a_text_that_is_far_too_long_only_the_box_is_told() -> None:
    assert _codes("say: And who drives?", 780 * 5) == ["too-long-for-box"]


def test_what_may_be_said_at_once_leaves_the_people_in_the_picture() -> None:
    head, pads = line_height(STRONG.weight, round(STRONG.size * LARGEST)), round(32 * LARGEST)
    room = HIGH * WORDS_HIGH - head - pads
    assert _height(SPEECH[:MOST_SAID]) <= room < _height(SPEECH[: MOST_SAID + 100])


@pytest.fixture(autouse=True)
def _fonts() -> None:
    pygame.font.init()


def _height(text: str) -> int:
    pixels = round((SPOKEN.size - 2) * LARGEST)  # in a narrow window the letters are smaller
    lines = wrap(text, SPOKEN.weight, pixels, round(WIDE * WORDS_WIDE - 40 * LARGEST))
    return len(lines) * line_height(SPOKEN.weight, pixels)


def test_a_page_of_text_fits_the_window() -> None:
    assert _height(SPEECH[:MOST_ON_PAGE]) <= HIGH


@pytest.mark.parametrize("more", [7, 8])
def test_nine_moves_are_what_a_party_can_look_over(more: int) -> None:
    """Two that both parties have, and more that only one has."""
    name = "wait-{0}: {{kind: hold, of: south, claim: {0}, title: Wait {0} days, "
    rest = "text: It costs {0}., face: '{0} days pass.'}}\n"
    moves = "".join(f"  {name}{rest}".format(n) for n in range(30, 30 + more))
    names = ", ".join(f"wait-{n}" for n in range(30, 30 + more))
    text = TEXT.replace("script:\n", moves + "script:\n", 1)
    text = text.replace("moves: [offer, wait]", f"moves: [offer, wait, {names}]")
    found = [each.code for each in load_text(text, "x").problems]
    assert found == ["too-many-moves"] * (more == 8)


@pytest.mark.parametrize(
    ("after", "until", "is_too_many"),
    [
        ("played: {is: offer}", "played: {is: offer}", False),
        ("played: {is: offer}", "played: {is: wait}", True),
        ("carried_out: {is: offer}", "carried_out: {is: offer}", False),
        ("carried_out: {is: offer}", "played: {is: offer}", False),
        # After half of it both are there.
        ("played: {is: offer}", "carried_out: {is: offer}", True),
        ("played: {is: offer}", "any: [carried_out: {is: offer}, played: {is: wait}]", True),
        ("played: {is: offer}", "any: [carried_out: {is: wait}, played: {is: offer}]", False),
    ],
)
def test_what_comes_only_when_others_are_gone_does_not_crowd_them(
    after: str, until: str, is_too_many: bool
) -> None:
    name = "wait-{0}: {{kind: hold, of: south, claim: {0}, when: {{{1}}}, title: Wait {0} days, "
    rest = "text: It costs {0}., face: '{0} days pass.'}}\n"
    each = [(30, after), *((n, f"not: {{{until}}}") for n in range(31, 38))]
    moves = "".join(f"  {name}{rest}".format(n, condition) for n, condition in each)
    names = ", ".join(f"wait-{n}" for n, _ in each)
    text = TEXT.replace("script:\n", moves + "script:\n", 1)
    text = text.replace("moves: [offer, wait]", f"moves: [offer, wait, {names}]")
    found = [each.code for each in load_text(text, "x").problems]
    assert found == ["too-many-moves"] * is_too_many
