"""A promise that was not kept is told by what was said."""

import pytest

from game.pages import ScenePage
from game.presenters.confrontation import about
from game.presenters.page import Cast, sentence
from game.words import words_in
from tests.conftest import ROOT, compiled_of
from tests.pages.walking import pages_of


@pytest.mark.slow
def test_a_promise_is_quoted_by_what_was_said_with_it() -> None:
    """A gesture by itself promises nothing: somebody turns a page and starts drawing columns."""
    told: dict[bool, int] = {True: 0, False: 0}
    for seed in range(6):
        compiled = compiled_of(ROOT / "scenarios/outsourcing.yaml")
        for page in pages_of(compiled, seed, compiled.parties[0]):
            if not isinstance(page, ScenePage) or page.seen.matter.promised is None:
                continue
            cast, said = Cast.of(compiled, words_in("nl")), page.seen.matter.said
            words = " ".join(line.text for line in about(cast, page.seen.matter))
            told[said is not None] += 1
            if said is None:
                assert "Dit was er toen te zien" in words
            else:
                assert said.speaker is not None
                assert said.speaker.party == page.seen.matter.of
                assert sentence(cast.words.of(said.text)) in words
    assert told[True]
