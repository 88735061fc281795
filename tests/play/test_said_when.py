"""In the outsourcing, what is said fits what was played: nobody refers to what has not been."""

from collections.abc import Collection, Iterator
from functools import cache

from engine.play.events import Event, MoveMade
from tests.conftest import ROOT, compiled_of
from tests.playing import moves, of_kind, persona_play, play, random_play
from tests.texts import texts_in

OUTSOURCING = ROOT / "scenarios/outsourcing.yaml"

# What belongs to a later time, and what was said the first time.
FIRST = {
    "One more column after all": "Three columns.",
    "The latest version, please.": "May I borrow that price sheet?",
    "That file of yours has a healthy appetite.": "For the file.",
    "In return you get the number of": "Our exceptions, all 340",
    "I'm asking again: pay by the month": "A fixed sum a month.",
    "That fifth minute, once more.": "Tell me what happens after four minutes.",
}
# What can be said only after one of these moves, and what only without any of them.
AFTER = {
    "I already had a letter for all those people. This time": {"l-sorry"},
    "On paper the roster is full now.": {"l-row", "m-row"},
}
WITHOUT = {
    "We aren't ready.": {"m-roster"},
    "So tell me what you haven't yet told me in Lelystad.": {"m-roster"},
    "You've been pushing something along": {"m-roster"},
}


@cache
def plays() -> tuple[tuple[Event, ...], ...]:
    """Plays by personas and by chance."""
    compiled = compiled_of(OUTSOURCING)
    pairs = [("builder", "builder"), ("charmer", "reciprocator"), ("controller", "builder")]
    by_persona = [persona_play(compiled, seed, *pair) for seed in range(10) for pair in pairs]
    by_chance = [tuple(step for *_, step in random_play(compiled, seed)) for seed in range(15)]
    return tuple(
        tuple(event for step in steps for event in step.events)
        for steps in (*by_persona, *by_chance)
    )


def told(events: Collection[Event]) -> Iterator[tuple[str, set[str], list[str]]]:
    """Each text, with the moves made by then and what was said before it."""
    made: set[str] = set()
    before: list[str] = []
    for event in events:
        if isinstance(event, MoveMade) and not event.vetoed:
            made.add(event.move)
        for text in texts_in([event]):
            words = text.in_language("en")
            yield words, set(made), list(before)
            before.append(words)


def heard_of(lines: Collection[str]) -> Iterator[tuple[str, str, set[str], list[str]]]:
    """Each time that one of those lines is said in those plays; the line first."""
    for events in plays():
        for words, made, before in told(events):
            yield from ((line, words, made, before) for line in lines if line in words)


def test_what_belongs_to_a_later_time_follows_what_was_said_first() -> None:
    heard = set()
    for later, words, _, before in heard_of(FIRST):
        heard.add(later)
        assert any(FIRST[later] in each for each in before), words
    assert "One more column after all" in heard


def test_what_is_said_of_an_earlier_move_is_said_after_it_and_not_otherwise() -> None:
    heard = set()
    for line, words, made, _ in heard_of(AFTER):
        heard.add(line)
        assert made & AFTER[line], words
    for line, words, made, _ in heard_of(WITHOUT):
        heard.add(line)
        assert not made & WITHOUT[line], words
    assert "We aren't ready." in heard


def test_the_first_columns_are_three_whatever_the_luck() -> None:
    compiled = compiled_of(OUTSOURCING)
    for seed in range(8):
        _, events = play(compiled, moves(levy="l-list", lamp="m-clause"), seed=seed)
        said = " ".join(text.in_language("en") for text in texts_in(events))
        made = {each.move: each.vetoed for each in of_kind(events, MoveMade)}
        assert made["m-clause"] or "Three columns." in said


def test_a_scene_that_is_about_anything_gives_no_reason_that_fits_one_thing() -> None:
    """It does not know what was promised or refused, nor whose hall somebody walks out of."""
    scenes = compiled_of(OUTSOURCING).scenario.script.confrontations
    anything = [each for each in scenes if {"promise", "refusal"} & set(each.cause)]
    anything = [each for each in anything if not (each.is_ or each.change)]
    assert len(anything) == 4
    said = " ".join(text.in_language("en") for text in texts_in(anything))
    for fits_one in ("Personnel", "fit it into the roster", "draft minutes", "written down no"):
        assert fits_one not in said
    leaving = [each.responses["walk-out"] for each in scenes if "walk-out" in each.responses]
    assert len(leaving) == 23
    for text in texts_in(leaving):
        words = text.in_language("en")
        assert "coat" not in words, words
        assert "Come" not in words, words
