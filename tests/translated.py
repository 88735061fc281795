"""A scenario in a third language, made as a translator would: by the sheet of its texts."""

from pathlib import Path

from engine.scenario.translation import Returned, take, texts_of

# How every translated text begins, and no other: without a space, so that as many words fit a page.
MARK = "Ü:"


def translated(path: Path, to: Path, tongue: str = "de", every: int = 1) -> Path:
    """That scenario in a new file, with one in so many of its texts in that language too."""
    content = path.read_bytes()
    texts = texts_of(content)
    rows = [
        Returned(at, row.id, row.digests, {tongue: f"{MARK}{row.texts['en']}"})
        for at, row in enumerate(texts.rows)
        if at % every == 0
    ]
    taken = take(content, texts, rows, force=False)
    assert taken.left == ()
    to.write_bytes(taken.content)
    return to
