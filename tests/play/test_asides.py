"""What only one party is told, and lines by name in a reflection moment."""

import random
from itertools import pairwise

import pytest

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.events import Event, LinesTold, MoveMade, OptionTaken
from engine.play.state import Stage
from engine.play.step import initial
from engine.play.view.heard import LinesHeard
from engine.play.view.visibility import hear
from engine.scenario.load import load_text
from engine.scenario.schema import Text
from game.pages.director import pages, pages_for_all, pages_for_seat
from game.pages.kinds import ArrivalPage, AsidePage, ChoicePage, CurtainPage, TrustPage
from tests.conftest import MILL, ROOT
from tests.play.marks import MayRead, marked, marks_in
from tests.play.mills import changed, mill_with
from tests.play.test_secrecy import test_everybody_reads_what_is_for_them_and_nothing_else as read
from tests.playing import random_choice, random_play
from tests.playtest.test_listening import assert_heard_is_said

QUAY = ROOT / "tests/scenarios/valid/quay.yaml"
OPENS = (
    "opens_with: {speaker: miller.owner, say: Mind the step.}",
    "opens_with:\n        - {speaker: miller.owner, say: Mind the step.}\n"
    "        - {only: farmer, say: [Your brother has written., Your brother is on his way.]}",
)
SITUATIONS = (
    "      moves: [grind, weigh, short-weight, two-buyers, open-ledger, sit]\n",
    "        - {only: banker, lines: {speaker: banker.clerk, say: Head office has called.}}\n"
    "        - {only: farmer, when: {knows: {of: farmer, about: miller}}, "
    "lines: [{say: You counted the sacks.}]}\n"
    "      moves: [grind, weigh, short-weight, two-buyers, open-ledger, sit]\n",
)
OF_STEP = (
    "say: {keep-quiet: (nothing), their-part: You never asked.}",
    "lines: {their-part: [{speaker: farmer.head, say: You knew my brother.}, "
    "{speaker: miller.owner, say: You knew my wheel.}]}, "
    "say: {keep-quiet: (nothing), their-part: You never asked.}",
)


@pytest.fixture
def whispering() -> CompiledScenario:
    """The mill, with lines for one party alone and lines by name in its moment."""
    return mill_with(OPENS, SITUATIONS, OF_STEP)


def asides(events: tuple[Event, ...]) -> list[LinesTold]:
    return [each for each in events if isinstance(each, LinesTold) and each.only is not None]


def every_event(compiled: CompiledScenario, seed: int) -> list[Event]:
    steps = [initial(compiled, seed), *(step for _, _, step in random_play(compiled, seed))]
    return [event for step in steps for event in step.events]


def openings(events: list[Event]) -> list[LinesTold]:
    """What everybody is told before the first choice."""
    first = next(at for at, each in enumerate(events) if isinstance(each, MoveMade))
    return [e for e in events[:first] if isinstance(e, LinesTold) and e.only is None]


def test_only_that_party_hears_it(whispering: CompiledScenario) -> None:
    opening = initial(whispering, 3).events
    (to_farmer, to_banker) = asides(opening)
    assert (to_farmer.only, to_banker.only) == ("farmer", "banker")
    for seat in (None, *whispering.parties):
        heard = [e for e in hear(whispering, opening, seat) if isinstance(e, LinesHeard)]
        assert {each.only for each in heard} == {None, *({seat} & {"farmer", "banker"})}


@pytest.mark.slow
def test_it_comes_on_top_of_what_everybody_is_told(whispering: CompiledScenario) -> None:
    for seed in range(6):
        plain = every_event(mill_with(), seed)
        with_asides = every_event(whispering, seed)
        assert asides(tuple(with_asides))
        assert openings(with_asides) == openings(plain)


@pytest.mark.slow
def test_whether_it_fits_is_judged_by_what_that_party_knows(whispering: CompiledScenario) -> None:
    told = knew = 0
    for seed in range(40):
        for _, _, step in random_play(whispering, seed):
            world = step.state.world
            at = [whispering.parties.index(each) for each in ("farmer", "miller")]
            knows = bool(world.found[0, at[0], at[1]].any())
            for each in asides(step.events):
                if each.only == "farmer" and each.part == "situation":
                    told += 1
                    assert knows
            knew += knows
    assert told
    assert knew


@pytest.mark.slow
def test_nobody_reads_a_line_for_another(whispering: CompiledScenario) -> None:
    read(compile_scenario(marked(whispering.scenario)))


def test_a_mark_of_a_line_for_one_party_reaches_that_party_alone(
    whispering: CompiledScenario,
) -> None:
    compiled = compile_scenario(marked(whispering.scenario))
    opening, may = initial(compiled, 1), MayRead(compiled)
    may.follow(opening.events, opening.state.world)
    mark = "script.phases.harvest.opens_with.1.say.0"
    marks = {mark, mark.replace("say.0", "say.1")}
    for seat in compiled.parties:
        assert bool(marks & marks_in(compiled, hear(compiled, opening.events, seat))) == (
            seat == "farmer"
        )


@pytest.mark.slow
def test_a_batch_hears_it_alike(whispering: CompiledScenario) -> None:
    assert_heard_is_said(whispering, "personas")


@pytest.mark.slow
def test_people_have_lines_of_their_own_in_a_moment(whispering: CompiledScenario) -> None:
    said: dict[str, set[str]] = {}
    for seed in range(30):
        for state, _, step in random_play(whispering, seed):
            if state.stage is not Stage.BOTTLENECKS or state.world.called[0]:
                continue
            for each in step.events:
                if isinstance(each, OptionTaken) and each.option == "their-part" and each.said:
                    said.setdefault(each.party, set()).add(each.said.text.in_language("en"))
    assert said == {
        "farmer": {"You knew my brother."},
        "miller": {"You knew my wheel."},
        "banker": {"You never asked."},
    }


def live(compiled: CompiledScenario, *people: str) -> LivePlay:
    seats = {party: "human" if party in people else "builder" for party in compiled.parties}
    return LivePlay.start(compiled, seed=3, seats=seats, digest="", source="test")


def test_a_screen_of_ones_own_shows_it_after_the_arrival(whispering: CompiledScenario) -> None:
    shown = pages_for_seat(live(whispering, *whispering.parties), "farmer")
    kinds = [type(page) for page in shown]
    assert kinds.index(AsidePage) == kinds.index(ArrivalPage) + 1
    (aside,) = (page for page in shown if isinstance(page, AsidePage))
    assert aside.seat == "farmer"
    other = pages_for_seat(live(whispering, *whispering.parties), "miller")
    assert not any(isinstance(page, AsidePage) for page in other)


def test_at_a_shared_screen_it_is_shown_behind_the_curtain(whispering: CompiledScenario) -> None:
    game, luck, seen = live(whispering, *whispering.parties), random.Random(1), []
    for _ in range(3):
        shown, called = pages(game), None
        for before, page in pairwise((None, *shown)):
            called = page.calls if isinstance(page, CurtainPage) else called
            if isinstance(page, AsidePage):
                assert called == page.seat
                assert not isinstance(before, ArrivalPage)
                seen.append(page.seat)
        last = shown[-1]
        assert isinstance(last, ChoicePage | TrustPage)
        if isinstance(last, TrustPage):
            game.state_trust(last.seat, {})
        assert last.seat is not None
        game.choose(random_choice(whispering, game.state, last.seat, luck))
    assert seen == ["farmer", "banker"]


def test_what_everybody_watches_does_not_show_it(whispering: CompiledScenario) -> None:
    shown = pages_for_all(live(whispering))
    assert not any(isinstance(page, AsidePage) for page in shown)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (
            "opens_with: {speaker: miller.owner, say: Mind the step.}",
            "opens_with: {only: farmer, speaker: miller.owner, say: Mind the step.}",
            "said-by-another",
        ),
        (
            "{round: 1, lines: [{say: The wheel creaks.}]}",
            "{round: 1, only: farmer, lines: [{speaker: miller.owner, say: The wheel creaks.}]}",
            "said-by-another",
        ),
        (
            "{round: 1, lines: [{say: The wheel creaks.}]}",
            "{round: 1, only: farmers, lines: [{say: The wheel creaks.}]}",
            "unknown-party",
        ),
        (
            "opens_with: {say: The water is at the second step.}",
            "opens_with: {only: farmer, say: The wheel will not last the winter.}",
            "secret-told",
        ),
        ("say: Rain again.", "say: Rain again.", ""),
    ],
)
def test_what_can_be_wrong_with_it_is_told(before: str, after: str, code: str) -> None:
    text = MILL.read_text("utf-8")
    if not code:
        secret = "opens_with: {only: miller, say: The wheel will not last the winter.}"
        before, after = "opens_with: {say: The water is at the second step.}", secret
    assert text.count(before) == 1
    codes = [each.code for each in load_text(text.replace(before, after), "mill").problems]
    assert codes == ([code] if code else [])


@pytest.mark.slow
def test_the_debrief_tells_it(whispering: CompiledScenario) -> None:
    from engine.debrief import debrief
    from tests.playing import persona_replay

    known = debrief(whispering, persona_replay(whispering, 3, "builder")).knowledge
    told = {party.id: [text for _, text in party.told] for party in known.parties}
    assert Text(en="Head office has called.") in told["banker"]
    assert told["miller"] == []


@pytest.mark.slow
def test_whoever_is_outside_a_side_talk_can_be_told_something_meanwhile() -> None:
    line = "        - {only: town, speaker: town.alderman, say: They could have waved.}\n"
    here = (line, f"{line}        - {{only: port, say: The builder smells of paint.}}\n")
    compiled, told = changed(QUAY, here), 0
    for seed in range(8):
        for _, _, step in random_play(compiled, seed):
            for each in asides(step.events):
                told += 1
                for seat in (None, *compiled.parties):
                    heard = [e for e in hear(compiled, [each], seat) if isinstance(e, LinesHeard)]
                    assert bool(heard) == (seat == each.only)
    assert told > 2
    assert_heard_is_said(compiled, "personas")
