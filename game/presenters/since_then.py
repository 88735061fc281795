"""What has been changed in a scenario since a play of it began."""

from collections.abc import Iterator, Sequence

from engine.scenario.fingerprint import CHAPTERS, Difference
from game.words import Words

_MOST_NAMES = 4  # of one chapter; an author who changed more knows that it is a different game


def since_then(words: Words, changed: Sequence[Difference]) -> str:
    """What has changed, and that the play goes on as it began; nothing when nothing has."""
    if not changed:
        return ""
    return words("since-then", what="; ".join(_by_chapter(words, changed)))


def _by_chapter(words: Words, changed: Sequence[Difference]) -> Iterator[str]:
    for chapter in CHAPTERS:
        names = [words.of(each.name) for each in changed if each.chapter == chapter and each.name]
        if names:
            listed = [words("since-then.name", name=name) for name in names[:_MOST_NAMES]]
            if len(names) > _MOST_NAMES:
                listed.append(words("since-then.more", more=len(names) - _MOST_NAMES))
            heading = words(f"since-then.{chapter}", n=len(names))
            yield f"{heading} {words.all_of(listed)}"
    if any(each.chapter == "start" for each in changed):
        yield words("since-then.start")
