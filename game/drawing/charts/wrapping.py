"""Text on several lines within a width, for charts whose labels must stay in their boxes."""

from collections.abc import Callable, Iterator

from game.drawing.charts.chart import Measure, Weight

Fits = Callable[[str], bool]


def wrapped(
    text: str, size: float, weight: Weight, width: float, most: int, measure: Measure
) -> tuple[str, ...]:
    """The text in lines no wider than that, at most so many; what is left out shows as `…`.

    A word that is too wide by itself is broken.
    """

    def fits(line: str) -> bool:
        return measure(line, size, weight) <= width

    lines = []
    for line in _filled(text, fits):
        lines.append(line)
        if len(lines) > most:  # enough to know that there is more
            break
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and not fits(f"{last}…"):
        last = last[:-1]
    return (*lines[: most - 1], f"{last.rstrip()}…")


def _filled(text: str, fits: Fits) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if fits(longer):
            line = longer
            continue
        if line:
            yield line
        *whole, line = _broken(word, fits)
        yield from whole
    if line:
        yield line


def _broken(word: str, fits: Fits) -> Iterator[str]:
    """The word in pieces that fit; at least one letter each."""
    piece = ""
    for letter in word:
        if piece and not fits(piece + letter):
            yield piece
            piece = ""
        piece += letter
    yield piece
