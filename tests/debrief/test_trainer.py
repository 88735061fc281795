"""Plays made by hand, each with what a good trainer would say of it, and what the story says.

The docstrings were written first; the story is held against them point by point.
"""

from dataclasses import replace

import pytest

from engine.debrief import Findings, Story, Turn, debrief
from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.scenario.vocabulary import ReflectionOption
from tests.conftest import CARE_MERGER, MINIMAL, ROOT, compiled_of
from tests.debrief.contract import played, replayed
from tests.debrief.tables import Manners, look_back, play, told

# The first test to ask for it reads the large scenario.
pytestmark = pytest.mark.slow

US, THEM = "weteringen", "odrada"
HONEST = ("lend-nurses", "show-absence", "swap-nights", "stay-till-seven", "one-for-one",
          "put-in-writing", "ring-at-night", "choose-a-drawer")  # fmt: skip
COLD = ("take-it-back", "one-for-one") * 6
CLOSED: tuple[ReflectionOption, ReflectionOption] = ("joke-away", "keep-quiet")


def care(**chances: float) -> CompiledScenario:
    """The care merger, with other chances for some of its events."""
    compiled = compiled_of(CARE_MERGER)
    odds = compiled.event_chance.copy()
    for event, chance in chances.items():
        odds[compiled.events.index(event.replace("_", "-"))] = chance
    return replace(compiled, event_chance=odds)


QUIET = dict.fromkeys(
    ("inspectors_at_the_door", "insurer_presses", "winter_flu", "secretary_leaves", "headline"), 0.0
)


def seen(live: LivePlay, reader: str | None) -> tuple[Findings, Story, str]:
    """The findings, the story of that reader, and its words."""
    found = look_back(live)
    return found, found.story_of(reader), told(live, found, reader)


def own(story: Story) -> list[Turn]:
    """The turns of the reader's own."""
    return [turn for turn in story.turns if turn.by == story.seat]


def codes(found: Findings) -> set[str]:
    """What the debrief asks by itself."""
    return {each.evidence.code for each in found.questions if each.evidence is not None}


def test_an_honest_side_that_lost_trust_by_a_departure() -> None:
    """Trust fell because the one who knew the story left, not by anything either side did. Don't
    ask the other what it should have done. Their own giving did raise trust; show that too.
    """
    compiled = care(**{**QUIET, "secretary_leaves": 1.0})
    honest = Manners(HONEST)
    found, story, text = seen(play(compiled, {US: honest, THEM: honest}, 1), US)
    (gone,) = [turn for turn in story.turns if turn.kind == "event"]
    assert gone.cause is not None
    assert gone.by is None
    assert gone.after < gone.cause.without
    told = "“The one who had it all in her head”. The programme secretary has left for"
    assert gone.befell is not None
    whom = "you" if gone.befell == US else found.knowledge.parties[1].name.en
    assert f"This concerned {whom}: {told}" in text
    assert own(story)
    assert "ask-trust-lost" not in codes(found)
    assert {"early-betrayal", "late-betrayal"}.isdisjoint(p.code for p in found.patterns.found)


def test_a_newspaper_that_tells_what_an_honest_side_never_hid() -> None:
    """The paper hurt nobody's trust: there was nothing to find. It is no turning point, and
    nobody betrayed anybody.
    """
    compiled = care(**{**QUIET, "headline": 1.0})
    honest = Manners(HONEST)
    found, story, text = seen(play(compiled, {US: honest, THEM: honest}, 1), US)
    assert any(each.event == "headline" for e in found.timeline for each in e.script_events)
    assert all(turn.kind != "discovery" for turn in story.turns)
    assert story.lie is None
    assert "betray" not in text
    assert "ask-trust-lost" not in codes(found)


def test_a_newspaper_that_brings_out_what_was_hidden() -> None:
    """The other did hide something, and the paper brought it out: two causes, told apart. The
    trust that was lost is the other's doing; that it came out is not.
    """
    compiled = care(**{**QUIET, "headline": 1.0})
    liar = Manners((*HONEST[:2], "promise-all-stay", "polish-figures", *HONEST), raises=False)
    _, story, text = seen(play(compiled, {US: Manners(HONEST), THEM: liar}, 3), US)
    out = [turn for turn in story.turns if turn.kind == "discovery" and turn.by == THEM]
    assert out[0].hidden_since
    assert "You found out what St Odrada Foundation had done in round" in text
    assert all(turn.kind != "event" or turn.at != out[0].at for turn in story.turns)


def test_a_liar_who_was_never_found_out() -> None:
    """To the one who was lied to: you had expected something else, and it did not come out. To the
    liar: neither had they. Nobody owned up, since nobody asked.
    """
    liar = Manners((*HONEST[:6], "promise-all-stay", *HONEST))
    live = play(care(**QUIET), {US: Manners(HONEST), THEM: liar}, 5)
    _, theirs, text = seen(live, US)
    assert theirs.lie is not None
    assert [out.found for out in theirs.lie.outs] == [None]
    assert "You did not find out during the play." in text
    assert "On your side there's a list that says otherwise." in text  # what the liar knew
    _, liars, _ = seen(live, THEM)
    told_or_turn = [liars.told, *(turn for turn in own(liars) if turn.hides)]
    assert any(told_or_turn)


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        ("own-up", "owned up to"),
        ("explain", "(explained"),
        ("deny", "(denied"),
        ("blame", "blamed on somebody on your own side"),
        ("silence", "left unanswered"),
    ],
)
def test_a_liar_who_owns_up_and_one_who_denies(reply: str, says: str) -> None:
    """It came out, and they were asked. Say which of the two they did, in their own words, and how
    far trust fell by what came out. It was their own choice, so it is their own turning point.
    """
    liar = Manners(("polish-figures", *HONEST[2:]), reply=reply)  # type: ignore[arg-type]
    _, story, text = seen(play(care(), {US: liar, THEM: Manners(HONEST)}, 1), US)
    discoveries = [turn for turn in own(story) if turn.kind == "discovery"]
    assert discoveries
    assert all(turn.cause and turn.cause.by == US for turn in discoveries)
    assert says in text
    assert "you hid something that you did not tell of your own accord" in text
    assert "found out what you had done in round 1" in text


def test_two_cold_and_polite_parties() -> None:
    """Nobody took, nobody gave: for most of it nothing changed. That is the habit to name; there
    is no betrayal, and no lie.
    """
    cold = Manners(COLD, options=CLOSED, raises=False)
    _, story, text = seen(play(care(**QUIET), {US: cold, THEM: cold}, 1, rounds=9), THEM)
    assert story.habit is not None
    assert story.habit.kind == "same-acts"
    assert "everybody chose a reciprocal move" in text
    assert story.lie is None
    assert own(story)
    assert "betray" not in text


def test_an_open_grab_is_no_betrayal() -> None:
    """It was claimed openly: no lie, no betrayal. Trust fell because of it, and the one who
    trusted wrote down lower figures each time; put those beside it. Ask the other what it took.
    """
    grab = Manners(("claim-gavel", "claim-buildings") * 6)
    live = play(care(**QUIET), {US: grab, THEM: Manners(HONEST, trusts=(7, 6, 5, 4))}, 1)
    found, story, text = seen(live, THEM)
    takes = [turn for turn in story.turns if turn.by == US and turn.after < turn.before]
    assert takes
    assert all(turn.cause for turn in takes)
    assert "early-betrayal" not in {each.code for each in found.patterns.found}
    assert story.lie is None
    assert "at 7, 6, 5, 4" in text
    assert f"In ten rounds {found.knowledge.parties[0].name.en} put itself first three" in text


def test_a_walk_out_in_the_second_round() -> None:
    """Short as it was: the one who left chose to. After that there is no talk to play on, so no
    what-if starts there. The other is told who left, and what it did itself before that.
    """
    compiled = compiled_of(MINIMAL)
    leaver, waiter = Manners(("wait", "walk-out")), Manners(("wait",))
    for seed in range(20):
        live = play(compiled, {"ferry": leaver, "bikes": waiter}, seed)
        if int(live.state.world.round[0]) == 2 or live.state.world.left.any():
            break
    found, story, text = seen(live, "ferry")
    assert found.outcome.outcome == "broken"
    assert "you got up and left in round" in text
    assert all(fork.as_played.move.id != "walk-out" for fork in found.what_if)
    assert own(story)
    _, other, theirs = seen(live, "bikes")
    assert "Vlieter Ferries got up and left in round" in theirs
    assert own(other)


def test_who_left_together_is_told_so() -> None:
    compiled = compiled_of(MINIMAL)
    leavers = dict.fromkeys(compiled.parties, Manners(("wait", "walk-out")))
    found, _, text = seen(play(compiled, leavers, 1), "ferry")
    assert set(found.outcome.left_by) == set(compiled.parties)
    assert f"you and {found.knowledge.parties[1].name.en} got up and left in round" in text


def test_three_parties_of_which_two_ring_each_other() -> None:
    """The third was left out: name who hid what from whom, and that it only learnt later or never.
    Between the other two it is told as theirs, not as the reader's.
    """
    compiled = compiled_of(ROOT / "tests/scenarios/valid/three.yaml")
    one, two, third = compiled.parties
    ring, listen = Manners(("side-talk", "read-curve")), Manners(("read-curve", "sit"))
    live = play(compiled, {one: ring, two: ring, third: listen}, 1)
    found, story, text = seen(live, third)
    assert {guile.party for guile in found.knowledge.guile} == {one, two}
    hiding = {turn.by for turn in story.turns if turn.hides or turn.kind == "discovery"}
    assert hiding | {e.party for turn in story.turns for e in turn.beside if e.hides} == {one, two}
    assert story.told is None
    assert own(story)
    assert f"In five rounds {found.knowledge.parties[0].name.en} put itself first three" in text


def test_a_moment_in_which_all_was_laughed_off() -> None:
    """Both joked each time; that is the habit. Nothing was agreed about the game, so the rules
    that nobody questioned are worth a word.
    """
    joker = Manners(HONEST, options=CLOSED)
    found, story, text = seen(play(care(**QUIET), {US: joker, THEM: joker}, 2), US)
    assert story.habit is not None
    assert story.habit.kind == "jokes"
    assert "answered the first question with a joke" in text
    assert story.rule is not None
    assert f"“{story.rule.thing.name.en}”" in text.replace("'", "")  # type: ignore[union-attr]
    assert "never-spoke" in {each.code for each in found.patterns.found}


def test_an_honest_play_of_two_givers() -> None:
    """It worked. Say what each gave and how it landed, without finding fault where there is none;
    the what-if shows what the choice was worth.
    """
    giver = Manners(HONEST)
    found, story, text = seen(play(care(**QUIET), {US: giver, THEM: giver}, 1), THEM)
    assert found.outcome.outcome == "success"
    assert all(turn.after > turn.before for turn in story.turns)
    assert "In no round did anybody put themselves first." in text
    assert story.lie is None
    assert story.told is None
    assert story.what_if is not None
    assert story.what_if.party == THEM


def test_several_people_read_one_story_of_the_table() -> None:
    """To a room nobody is “you”: both sides by name, questions to talk about."""
    giver = Manners(HONEST)
    live = play(care(**QUIET), {US: giver, THEM: giver}, 1)
    found, story, text = seen(live, None)
    assert story.seat is None
    assert {turn.by for turn in story.turns} <= {US, THEM, None}
    assert "You chose" not in text
    assert "To talk about" in text
    assert "To think about" in told(live, found, US)
    assert "Om over na te denken" in told(live, found, US, "nl")


def test_a_lie_that_comes_out_beside_an_open_grab() -> None:
    """Either alone would have cost as much trust: don't put it down to one of the two. The other
    then walked out, so this is where the liar's own play turned.
    """
    compiled = compiled_of(CARE_MERGER)
    play_of = replayed(compiled, played(compiled, ("pressed", "pressed"), 21))
    turn, left = own(debrief(compiled, play_of, plays=0).story_of(THEM))
    assert left.scene is not None
    assert left.scene.response == "walk-out"
    assert turn.kind == "discovery"
    assert turn.along is not None
    assert turn.along.id == "claim-gavel"
    assert turn.cause is not None
    assert turn.cause.taken == "both"
    assert turn.after < turn.cause.without
