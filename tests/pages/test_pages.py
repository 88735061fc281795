"""The order in which things are shown: the promises that every renderer inherits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

from engine.live_play import HUMAN, LivePlay
from engine.play.compiled import PART, CompiledScenario, compile_scenario
from engine.play.events import MoveMade, PhaseOpened
from engine.play.state import (
    Choice,
    MoveChoice,
    OptionChoice,
    ProposalChoice,
    ReplyChoice,
    ResponseChoice,
    VoteChoice,
)
from engine.play.trace import load_trace
from engine.play.view.cards import change_card, change_card_of
from engine.play.view.heard import (
    ConfrontationSeen,
    EndSeen,
    ExchangeHeard,
    Heard,
    LinesHeard,
    MoveSeen,
    OptionSeen,
    PersonSeen,
    PhaseSeen,
    RefusalSeen,
    ReplySeen,
    ResponseSeen,
    RitualSeen,
    Rival,
    SceneFelt,
)
from engine.play.view.records import MatterSeen, Utterance
from engine.play.view.visibility import hear
from engine.scenario.schema import Text
from engine.scenario.vocabulary import Language, ReflectionOption
from game.pages import (
    ArrivalPage,
    AsidePage,
    BriefingPage,
    ChangePage,
    ChoicePage,
    ConsequencePage,
    CurtainPage,
    EndingPage,
    ExchangePage,
    MovePage,
    OptionPage,
    Page,
    ProposalPage,
    RaisePage,
    ReplyPage,
    ResponsePage,
    RevealPage,
    ScenePage,
    ScriptEventPage,
    TrustPage,
    VotePage,
    pages,
)
from game.pages.kinds import Fresh, SceneSeen
from game.presenters.changes import fresh_words, refusal_words
from game.presenters.confrontation import about
from game.presenters.page import Cast
from game.presenters.pages import lines
from game.words import words_in
from tests.conftest import ALL, ROOT, SHIPPED, compiled_of
from tests.pages.walking import pages_of, start, walk, walked
from tests.playing import moment, moves, of_kind, take

SMALL = ROOT / "tests/scenarios/valid/small.yaml"
CHOICES = {
    MoveChoice: MovePage, OptionChoice: OptionPage, ProposalChoice: ProposalPage,
    VoteChoice: VotePage,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_the_pages_end_in_a_choice_until_the_play_ends(
    any_scenario: CompiledScenario, seed: int
) -> None:
    for people in (any_scenario.parties[:1], any_scenario.parties):
        *before, (_, last) = walked(any_scenario, seed, *people)
        for _, shown in before:
            assert isinstance(shown[-1], ChoicePage)
            assert not any(isinstance(page, ChoicePage | EndingPage) for page in shown[:-1])
        assert isinstance(last[-1], EndingPage)


@pytest.mark.slow
def test_every_kind_of_page_is_come_to() -> None:
    came = {
        type(page)
        for path in ALL
        for seed in (range(1) if path in SHIPPED else range(6))
        for page in pages_of(compiled_of(path), seed, *compiled_of(path).parties)
    }
    assert came == {kind for kind in get_args(Page) if isinstance(kind, type)}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.slow
def test_no_private_page_comes_without_the_curtain_of_its_seat(
    any_scenario: CompiledScenario, seed: int
) -> None:
    looking: str | None = None  # nobody in particular
    for page in pages_of(any_scenario, seed, *any_scenario.parties):
        if isinstance(page, CurtainPage):
            looking = page.calls
        else:
            assert page.seat == looking, page
        assert page.view is None or page.view.seat == page.seat
        if page.seat is None:
            assert page.view is None


@pytest.mark.slow
def test_one_person_alone_meets_no_curtain(any_scenario: CompiledScenario) -> None:
    me = any_scenario.parties[0]
    for page in pages_of(any_scenario, 1, me):
        assert not isinstance(page, CurtainPage)
        assert page.seat == me


def things_on(page: Page) -> Iterator[Heard | Utterance]:
    """All that a page brings that was heard."""
    for part in fields(page):
        if part.name == "about":
            continue  # of what is talked about it is only said what that is
        value = getattr(page, part.name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, (*get_args(Heard), Utterance)):
                yield each  # type: ignore[misc]


def spoken_in(heard: Heard) -> tuple[Utterance, ...]:
    """The lines in it that a page brings by themselves."""
    match heard:
        case OptionSeen(said=said):
            return (said,) if said else ()
        case ExchangeHeard(lines=lines) | LinesHeard(lines=lines) | PersonSeen(lines=lines):
            return lines
        case _:
            return ()


def assert_shown_once(shown: Iterable[Page], expected: Sequence[Heard]) -> None:
    """That these pages show what a person alone heard, and nothing of it twice."""
    told = [t for page in shown if not isinstance(page, ChoicePage) for t in things_on(page)]
    asked = [page.question for page in shown if isinstance(page, OptionPage) and page.question]
    for each in expected:
        if isinstance(each, EndSeen):
            continue  # told by the ending itself
        if not isinstance(each, ExchangeHeard | LinesHeard):
            assert told.count(each) == expected.count(each), each
    questions = [e for e in expected if isinstance(e, LinesHeard) and e.asks]
    assert asked == [line for each in questions for line in each.lines]
    said = [line for e in expected if e not in questions for line in spoken_in(e)]
    for line in (*said, *asked):
        assert told.count(line) == said.count(line), line


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_all_that_a_person_alone_hears_is_shown_once(
    any_scenario: CompiledScenario, seed: int
) -> None:
    me = any_scenario.parties[0]
    before = 0
    for live, shown in walked(any_scenario, seed, me):
        events = chain.from_iterable(step.events for step in live.steps[before:])
        assert_shown_once(shown, hear(any_scenario, events, me))
        before = len(live.steps)


@pytest.mark.slow
def test_a_confrontation_between_others_is_shown_from_beginning_to_end(
    mill: CompiledScenario,
) -> None:
    """It goes on by itself: whoever has no part in it sees it before choosing again."""
    met, before, me = 0, 0, "farmer"
    for live, shown in walked(mill, 0, me):
        events = chain.from_iterable(step.events for step in live.steps[before:])
        heard = hear(mill, events, me)
        assert_shown_once(shown, heard)
        scenes = [each for each in heard if isinstance(each, SceneSeen)]
        assert [page.seen for page in shown if isinstance(page, ScenePage)] == scenes
        met += sum(
            isinstance(each, ResponseSeen) and me not in (each.matter.by, each.matter.of)
            for each in scenes
        )
        before = len(live.steps)
    assert met


@pytest.mark.slow
def test_who_was_asked_in_arrives_before_others_quarrel_over_what_was_refused(
    mill: CompiledScenario,
) -> None:
    """The miller's hand comes in; the banker asks the miller why not, and the farmer watches."""
    live = start(mill, 1, *mill.parties)
    steps: dict[str, tuple[ReflectionOption, ReflectionOption]] = dict.fromkeys(
        mill.parties, ("joke-away", "own-part")
    )
    made = {"miller": "roles/miller.hand/adopt", "banker": "rituals/bread/drop"}
    sit = moves(miller="sit", farmer="sit", banker="sit")
    scene: tuple[dict[str, Choice], ...] = (
        {"miller": ReplyChoice("miller", "explain")},
        {"banker": ResponseChoice("banker", "accept")},
    )
    for choices in (sit, sit, *moment(steps, made, ["farmer", "banker"]), *scene):
        take(live, choices)
    seats = {party: HUMAN if party == "farmer" else "builder" for party in mill.parties}
    alone = LivePlay.resume(mill, replace(live.trace, seats=seats), "")
    assert isinstance(alone, LivePlay)
    shown = pages(alone)
    came = [
        each.person.name
        for page in shown
        if isinstance(page, ArrivalPage)
        for each in page.told
        if isinstance(each, PersonSeen)
    ]
    assert came == ["Tom Reed"]
    kinds = [type(p.seen if isinstance(p, ScenePage) else p) for p in shown]
    order = [ChangePage, ArrivalPage, ConfrontationSeen, ReplySeen, ResponseSeen, ArrivalPage]
    assert [kind for kind in kinds if kind in order] == order


@pytest.mark.slow
def test_a_ritual_is_only_named_when_it_goes_as_it_went_last() -> None:
    """When it has turned hollow, and when it is itself again, it is shown."""
    acquisition, turns = compiled_of(ROOT / "scenarios" / "acquisition.yaml"), 0
    for seed in range(6):
        was_hollow = dict[str, bool]()
        for page in pages_of(acquisition, seed, "dhaene"):
            if isinstance(page, ArrivalPage):
                for each in page.again:
                    assert was_hollow[each.id] == each.hollow
                for each in (held for held in page.told if isinstance(held, RitualSeen)):
                    turns += was_hollow.get(each.id, False)
                    assert was_hollow.get(each.id) is not each.hollow
                    was_hollow[each.id] = each.hollow
    assert turns


def is_shown(page: Page, heard: Heard) -> bool:
    """Whether a page of one seat shows what it alone heard."""
    match page:
        case ConsequencePage():
            return heard in things_on(page)
        case RevealPage():
            return heard in page.acts
        case ExchangePage():
            return isinstance(heard, ExchangeHeard) and heard.lines == page.lines
        case ArrivalPage():
            return isinstance(heard, LinesHeard) and set(heard.lines) <= set(page.said)
        case AsidePage():
            return isinstance(heard, LinesHeard) and set(heard.lines) <= set(page.lines)
        case _:
            return False


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.slow
def test_at_a_shared_screen_each_hears_what_it_may_and_in_time(
    any_scenario: CompiledScenario, seed: int
) -> None:
    """What only one seat learns is shown to it before it chooses again, or at the end."""
    waiting: dict[str, list[Heard]] = {party: [] for party in any_scenario.parties}
    steps = 1
    for live, shown in walked(any_scenario, seed, *any_scenario.parties):
        if len(live.steps) > steps:
            steps = len(live.steps)
            in_public = hear(any_scenario, live.steps[-1].events, None)
            for party in any_scenario.parties:
                heard = hear(any_scenario, live.steps[-1].events, party)
                kinds = {type(each) for each in in_public}
                waiting[party] += [each for each in heard if type(each) not in kinds]
        for page in shown:
            if page.seat is not None:
                told = waiting[page.seat]
                waiting[page.seat] = [each for each in told if not is_shown(page, each)]
            if isinstance(page, ChoicePage):
                assert waiting[page.seat] == []
    assert not any(waiting.values())


@pytest.mark.slow
def test_the_same_play_gives_the_same_pages(any_scenario: CompiledScenario, tmp_path: Path) -> None:
    """So a resumed play shows the last results again to the people who had not chosen."""
    parties = any_scenario.parties
    live = start(any_scenario, 5, *parties)
    live.save_to = tmp_path / "t.json"
    for at, shown in enumerate(walk(live, 5)):
        assert pages(live) == shown
        if at and at % 3 == 0:
            trace = load_trace(live.save_to)
            again = LivePlay.resume(any_scenario, trace, "")  # type: ignore[arg-type]
            assert isinstance(again, LivePlay)
            assert pages(again) == shown


@pytest.mark.slow
def test_at_a_shared_screen_who_was_stopped_by_its_own_side_learns_so_in_private() -> None:
    stopped, told = [], []
    small = compiled_of(SMALL)
    for seed in range(2):
        *_, (live, _) = walked(small, seed, *small.parties)
        stopped += [made.party for made in of_kind(live.events, MoveMade) if made.vetoed]
        for page in pages_of(small, seed, *small.parties):
            news = page.news if isinstance(page, ConsequencePage) else ()
            told += [(page.seat, each.party) for each in news if isinstance(each, MoveSeen)]
    assert stopped
    assert told == [(party, party) for party in stopped]


ORDER = (
    RevealPage, ExchangePage, ScriptEventPage, ChangePage, ConsequencePage, ArrivalPage,
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_first_what_is_seen_then_what_is_said_then_what_it_did(
    any_scenario: CompiledScenario, seed: int
) -> None:
    """What others do by themselves, in a confrontation or a vote, begins anew with what is seen."""
    for _, shown in walked(any_scenario, seed, any_scenario.parties[0]):
        parts: list[list[int]] = [[]]
        for page in shown:
            if isinstance(page, ScenePage | RevealPage):
                parts.append([])
            if type(page) in ORDER:
                parts[-1].append(ORDER.index(type(page)))
        for at in parts:
            assert at == sorted(at)
            singles = [each for each in at if ORDER[each] not in (ScriptEventPage, ExchangePage)]
            assert len(singles) == len(set(singles))


@pytest.mark.slow
def test_a_scene_is_shown_before_what_it_asks_and_what_it_did(minimal: CompiledScenario) -> None:
    """For a person alone: what came out, then what to say; what was said and done, and only then
    the numbers."""
    met = set()
    for seed in range(6):
        for _, shown in walked(minimal, seed, minimal.parties[0]):
            kinds = [type(page) for page in shown]
            for page in shown:
                met.add(type(page))
            if kinds[-1] is ReplyPage:
                assert kinds[-2] is ScenePage
            if kinds[-1] is ResponsePage:
                said = next(p for p in reversed(shown) if isinstance(p, ScenePage))
                assert isinstance(said.seen, ReplySeen)
            for at, page in enumerate(shown):
                if isinstance(page, ScenePage) and isinstance(page.seen, ResponseSeen):
                    after = shown[at + 1 :]
                    felt = [p.numbers for p in after if isinstance(p, ConsequencePage)]
                    assert any(isinstance(each, SceneFelt) for each in felt)
    assert {RaisePage, ReplyPage, ResponsePage, ScenePage} <= met


def test_a_play_begins_with_a_briefing_for_each(minimal: CompiledScenario) -> None:
    ferry, bikes = minimal.parties
    shown = next(walk(start(minimal, 1, ferry, bikes), 1))
    assert [(type(page), page.seat) for page in shown] == [
        (CurtainPage, None), (BriefingPage, ferry), (CurtainPage, None), (BriefingPage, bikes),
        (CurtainPage, None), (ArrivalPage, None), (CurtainPage, None), (TrustPage, ferry),
        (MovePage, ferry),
    ]  # fmt: skip
    assert [page.calls for page in shown if isinstance(page, CurtainPage)] == [
        ferry, bikes, None, ferry,
    ]  # fmt: skip


def test_whoever_chooses_second_sees_nothing_of_the_first(minimal: CompiledScenario) -> None:
    ferry, bikes = minimal.parties
    live = start(minimal, 1, ferry, bikes)
    live.choose(MoveChoice(ferry, "wait"))
    shown = pages(live)
    assert [(type(page), page.seat) for page in shown] == [
        (CurtainPage, None), (TrustPage, bikes), (MovePage, bikes),
    ]  # fmt: skip


def test_arriving_tells_a_phase_and_its_ritual_and_then_only_names_the_ritual(
    minimal: CompiledScenario,
) -> None:
    live = start(minimal, 1, "ferry", "bikes")
    (first,) = [page for page in pages(live) if isinstance(page, ArrivalPage)]
    assert [type(each) for each in first.told] == [PhaseSeen, RitualSeen]
    live.choose(MoveChoice("ferry", "show-list"))
    live.choose(MoveChoice("bikes", "swap"))
    (second,) = [page for page in pages(live) if isinstance(page, ArrivalPage)]
    assert (second.told, [each.id for each in second.again]) == ((), ["coffee"])


def test_the_room_is_where_the_step_was_played_and_then_where_the_talks_are(
    minimal: CompiledScenario,
) -> None:
    live = start(minimal, 1, "ferry")
    for _ in range(2):
        live.choose(MoveChoice("ferry", "wait"))
    shown = pages(live)
    assert {
        page.room.phase for page in shown if isinstance(page, RevealPage | ConsequencePage)
    } == {"first-talk"}
    assert {page.room.phase for page in shown if isinstance(page, ArrivalPage | OptionPage)} == {
        "bench"
    }
    # What one could see and do then, and what one can now.
    assert {page.view.phase for page in shown if isinstance(page, RevealPage) and page.view} == {
        "first-talk"
    }
    names = [name.en for name in shown[-1].room.phases]
    assert names == ["First talk", "On the bench"]


def test_a_place_that_was_chosen_is_told_also_after_a_scene_about_what_was_refused(
    minimal: CompiledScenario,
) -> None:
    scenario = minimal.scenario
    movable = {"negotiable": scenario.decor["dunes"].negotiable}
    office = scenario.decor["quay-office"].model_copy(update=movable)
    decor = {**scenario.decor, "quay-office": office}
    compiled = compile_scenario(scenario.model_copy(update={"decor": decor}))
    live = start(compiled, 1, "ferry", "bikes")
    made = {"ferry": "decor/quay-office/move", "bikes": "rules/closed-books/drop"}
    steps = moment(
        dict.fromkeys(compiled.parties, ("name-difference", "own-part")), made, ["bikes"]
    )
    scene: tuple[dict[str, Choice], ...] = (
        {"ferry": ReplyChoice("ferry", "explain")},
        {"bikes": ResponseChoice("bikes", "accept")},
    )
    for choices in (*[moves(ferry="wait", bikes="wait")] * 2, *steps, *scene):
        take(live, choices)
    (arrival,) = [page for page in pages(live) if isinstance(page, ArrivalPage)]
    cast = Cast.of(compiled, words_in("en"))
    told = " ".join(line.text for line in lines(cast, arrival))
    assert "There are only boats on the wall." in told


def changed_at_the_bench(compiled: CompiledScenario, change: str) -> LivePlay:
    """A play of two people who agreed on that change in the reflection moment."""
    live = start(compiled, 1, "ferry", "bikes")
    steps = [
        *moment(dict.fromkeys(compiled.parties, ("name-difference", "own-part")),
                {"ferry": change}, ["bikes"])
    ]  # fmt: skip
    for choices in (*[moves(ferry="wait", bikes="wait")] * 2, *steps):
        take(live, choices)
    return live


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("rules/who-spoke-last-listens/adopt",
         "New at this table: Whoever spoke last listens first. "
         "The other side opens the next round."),
        ("rules/closed-books/drop",
         "No longer at this table: Everyone keeps their books closed. The binder is gone."),
    ],
)  # fmt: skip
def test_in_the_next_round_the_table_shows_that_the_game_is_another(
    minimal: CompiledScenario, change: str, told: str
) -> None:
    """In the author's words for it, or else in those of the thing itself."""
    scenario = minimal.scenario
    gone = scenario.rules["closed-books"].model_copy(update={"goes": Text(en="The binder is gone")})
    rules = {**scenario.rules, "closed-books": gone}
    compiled = compile_scenario(scenario.model_copy(update={"rules": rules}))
    live = changed_at_the_bench(compiled, change)
    (arrival,) = [page for page in pages(live) if isinstance(page, ArrivalPage)]
    cast = Cast.of(compiled, words_in("en"))
    assert [fresh_words(cast, each) for each in arrival.fresh] == [told]
    for choice in moves(ferry="wait", bikes="wait").values():
        live.choose(choice)
    assert not any(page.fresh for page in pages(live) if isinstance(page, ArrivalPage))


def test_what_the_players_brought_in_is_there_before_a_ritual_uses_it(
    minimal: CompiledScenario,
) -> None:
    """A box that a change put on the table is set down, and then it goes round."""
    compiled = compile_scenario(minimal.scenario)
    live = changed_at_the_bench(compiled, "rules/who-spoke-last-listens/adopt")
    (arrival,) = [page for page in pages(live) if isinstance(page, ArrivalPage)]
    in_full = replace(arrival, told=(*arrival.again, *arrival.told), again=())
    for page in (arrival, in_full):
        told = [line.text for line in lines(Cast.of(compiled, words_in("en")), page)]
        place, new, ritual = (
            next(at for at, text in enumerate(told) if text.startswith(start))
            for start in ("The office", "New at this table", "Ritual")
        )
        assert place < new < ritual


def test_a_new_game_is_shown_on_arriving_also_where_nothing_else_is_new() -> None:
    """In the middle of a phase in which nobody says anything and no ritual is held."""
    small = compiled_of(SMALL)
    live = start(small, 1, *small.parties)
    steps = moment(
        dict.fromkeys(small.parties, ("joke-away", "own-part")),
        {"north": "rituals/bread/drop"}, ["south"],
    )  # fmt: skip
    call = moves(south="wait") | {"north": MoveChoice("north", "wait", True)}
    for choices in (call, *steps):
        take(live, choices)
    (arrival,) = [page for page in pages(live) if isinstance(page, ArrivalPage)]
    assert [each.change.id for each in arrival.fresh] == ["rituals/bread/drop"]
    assert (arrival.told, arrival.again, arrival.said) == ((), (), ())


@pytest.mark.slow
def test_at_the_start_of_each_phase_of_rounds_trust_is_asked_before_its_numbers_are_seen(
    any_scenario: CompiledScenario,
) -> None:
    me = any_scenario.parties[0]
    for people in ((me,), any_scenario.parties):
        for live, shown in walked(any_scenario, 2, *people):
            kinds = [type(page) for page in shown]
            begins = any(isinstance(e, PhaseOpened) for e in live.steps[-1].events)
            assert (TrustPage in kinds) == (begins and MovePage in kinds)
            if TrustPage in kinds:
                after = kinds[kinds.index(TrustPage) + 1 :]
                assert ConsequencePage not in kinds[: kinds.index(TrustPage)]
                assert MovePage in after


def test_what_was_said_or_passed_over_is_asked_no_more(minimal: CompiledScenario) -> None:
    for levels in ({"bikes": 7}, {}):
        live = start(minimal, 1, "ferry")
        assert any(isinstance(page, TrustPage) for page in pages(live))
        live.state_trust("ferry", levels)
        assert not any(isinstance(page, TrustPage) for page in pages(live))


def test_who_parts_is_not_told_that_another_proposal_had_more_support(
    minimal: CompiledScenario,
) -> None:
    cast = Cast.of(minimal, words_in("en"))
    part, fee = change_card_of(minimal, PART), change_card_of(minimal, "rules/exit-fee/drop")
    refusal = RefusalSeen(2, "ferry", True, fee, None, rival=Rival("bikes", part, None, False))
    _, why = refusal_words(cast, refusal)
    assert why == "You decided to part. After that there is nothing left to change."


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_phase_that_was_added_is_named_and_its_text_waits_until_it_begins(
    language: Language,
) -> None:
    words = words_in(language)
    told = []
    for compiled in map(compiled_of, ALL):
        cast = Cast.of(compiled, words)
        for at, change in enumerate(compiled.changes):
            if change.chapter == "script" and change.action == "adopt":
                line = fresh_words(cast, Fresh(change_card(compiled, at), None, None))
                phase = compiled.scenario.script.phases[compiled.elements[change.thing].id]
                told.append(line)
                assert words.of(phase.name).rstrip(".") in line
                assert phase.text is None or words.of(phase.text) not in line
    assert told


@pytest.mark.parametrize(("language", "no"), [("nl", "zei nee"), ("en", "said no")])
def test_the_scene_about_a_no_says_it_no_second_time(
    minimal: CompiledScenario, language: Language, no: str
) -> None:
    """The end of the moment has told who said no, just before."""
    cast = Cast.of(minimal, words_in(language))
    matter = MatterSeen("ferry", "bikes", "refusal", change=change_card(minimal, 0))
    told = " ".join(line.text for line in about(cast, matter))
    assert minimal.elements[minimal.changes[0].thing].name.in_language(language) in told
    assert no not in told
