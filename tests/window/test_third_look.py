"""Nothing is lost, doubled or cut where the game changes, people quarrel, or somebody leaves."""

from dataclasses import replace

import pytest

from engine.play.events import GameChanged
from engine.play.events.kinds import Place
from engine.play.state import Stage
from engine.play.view.heard import ChangeSeen, ConfrontationSeen, ReplySeen, ScriptEventSeen
from engine.play.view.records import MatterSeen, ProposalCard, ReplyCard, Speaker, Utterance
from engine.play.view.visibility import hear
from engine.scenario.schema import Text
from game.drawing.people.expression import EXPRESSIONS
from game.pages import (
    ChangePage,
    ExchangePage,
    MovePage,
    ReplyPage,
    ScenePage,
    ScriptEventPage,
    VotePage,
)
from game.presenters.table import range_words
from game.window.driver import with_keys
from game.window.kit.scroll import Scroll
from game.window.kit.text import Picture
from game.window.kit.tree import find, transcript, walk
from game.window.parts.scene import Scene
from game.window.parts.standing import standing_card
from game.window.screens.change import ChangedScreen
from game.window.screens.confrontation import SceneChoiceScreen
from game.window.screens.proposal import ProposalScreen
from game.window.screens.table import TableScreen
from game.window.screens.talk import StoryScreen
from game.window.screens.vote import VoteScreen
from game.window.window import Window
from tests.window.plays import CARE, played, settle, started
from tests.window.test_app import to_screen
from tests.window.test_plays import MINIMAL

_PLACE = Place(1, Stage.DECISION, "quay")
_NEWS = Text(nl="De bank belt", en="The bank rings")
_WORDS = Text(nl="Dat klopt niet.", en="That is not so.")


def at_proposals() -> tuple[Window, ProposalScreen]:
    app = started(scenario=MINIMAL, seed=1, language="en")
    to_screen(app, "alternatives")
    assert isinstance(app.screen, ProposalScreen)
    return app, app.screen


def at_table() -> tuple[Window, MovePage]:
    app = started(scenario=MINIMAL, seed=1, language="en")
    to_screen(app, "table")
    assert isinstance(app.screen, TableScreen)
    return app, app.screen.page


def shown(app: Window, screen: VoteScreen | ChangedScreen | SceneChoiceScreen) -> list[str]:
    app.show(screen)
    settle(app)
    return app.transcript()


@pytest.mark.slow
def test_the_number_that_was_is_told_with_the_one_that_is() -> None:
    app, screen = at_proposals()
    assert app.play is not None
    compiled, view = app.play.compiled, screen.page.view
    card = next(each for each in view.changes if each.action == "amount")
    made = GameChanged(
        _PLACE, by=view.seat, change=card.id, chapter=card.chapter, name=card.thing,
        action="amount", before=7, after=31, consent=(),
    )  # fmt: skip
    (seen,) = hear(compiled, [made], view.seat)
    assert isinstance(seen, ChangeSeen)
    assert (seen.change.amount, seen.amount) == (7, 31)
    told = shown(app, ChangedScreen(ChangePage(screen.page.room, view.seat, view, (seen,))))
    assert {"7", "31", app.say("state.before.made"), app.say("state.after.made")} <= set(told)
    assert not {"…", app.say("state.after")} & set(told)


@pytest.mark.slow
def test_what_both_proposed_is_asked_once() -> None:
    app, screen = at_proposals()
    view, room = screen.page.view, screen.page.room
    card = next(each for each in view.changes if each.action != "amount")
    own = ProposalCard(view.seat, card, None, True)
    theirs = ProposalCard(view.others[0].id, card, None, False, objections=("not-now",))

    def told(*proposals: ProposalCard) -> tuple[VoteScreen, list[str]]:
        vote = VoteScreen(VotePage(room, view.seat, replace(view, proposals=proposals)))
        return vote, shown(app, vote)

    both, words = told(own, theirs)
    assert words.count(app.say("state.before")) == 1
    assert both.votes == {theirs.proposer: True}
    third = replace(theirs, proposer="somebody-else")
    twice, words = told(theirs, third)
    assert words.count(app.say("state.before")) == 1
    app.act_on(f"vote.{theirs.proposer}.no")
    app.act_on(f"why.{theirs.proposer}.not-now")
    assert twice.votes == {theirs.proposer: False, third.proposer: False}
    assert twice.reasons == {theirs.proposer: "not-now", third.proposer: "not-now"}
    asked, words = told(theirs)
    faces = [node for node in walk(app.tree()) if isinstance(node, Picture) and node.width == 52]
    assert len(faces) == 1  # of whoever put it forward
    assert asked.votes == {}
    assert app.say("vote.head") in words


@pytest.mark.slow
def test_the_question_of_a_vote_is_in_sight_with_its_answers() -> None:
    app, screen = at_proposals()
    view, room = screen.page.view, screen.page.room
    cards = [ProposalCard(view.others[0].id, each, 9, False) for each in view.changes]
    for card in cards:
        shown(app, VoteScreen(VotePage(room, view.seat, replace(view, proposals=(card,)))))
        tree, kit = app.tree(), app.kit()
        scroll = next(each for each in walk(tree) if each.id == "scroll.vote")
        assert isinstance(scroll, Scroll)
        assert scroll.offset(kit) == 0, card.change.id


@pytest.mark.slow
def test_a_party_that_is_not_at_the_table_still_has_its_face_beside_its_trust() -> None:
    app, page = at_table()
    away = tuple(replace(each, roles=()) for each in page.view.others)
    assert page.view.gauges is not None
    why = dict.fromkeys(
        (name, each.id) for name in ("trust", "perceived_risk") for each in away
    )  # fmt: skip
    card = standing_card(
        app, replace(page.view, others=away), page.view.gauges, page.path,
        dict.fromkeys(why, ""),
    )  # fmt: skip
    assert any(isinstance(each, Picture) for each in walk(card))


@pytest.mark.slow
def test_who_quarrels_is_large_and_what_was_said_stays_while_it_is_answered() -> None:
    app, page = at_table()
    other = page.view.others[0]
    matter = MatterSeen(other.id, page.view.seat, "promise", promised=_WORDS)
    who = other.roles[0]
    speaker = Speaker(who.address, who.name, who.title, other.id)
    said = ReplySeen(
        1, other.id, False, matter, (Utterance(_WORDS, speaker),), speaker, None, "deny"
    )  # fmt: skip
    replies = tuple(ReplyCard(each, None) for each in ("own-up", "explain", "deny", "blame"))
    view = replace(page.view, matter=matter, replies=replies)
    app.go._scene = ScenePage(page.room, view.seat, view, said)  # type: ignore[attr-defined]
    app.go._pages = [ReplyPage(page.room, view.seat, view)]  # type: ignore[attr-defined]
    app.go.next()
    settle(app)
    assert isinstance(app.screen, SceneChoiceScreen)
    assert any("That is not so." in each for each in app.transcript())
    (place,) = [each for each in walk(app.tree()) if isinstance(each, Scene)]
    assert place.rect.h > 0.8 * app.size[1]
    assert [each.expression for each in place.people if each.role.address == who.address] == [
        "wary"
    ]
    scrolls = [each for each in walk(app.tree()) if isinstance(each, Scroll)]
    assert not any(each.overflow(app.kit()) for each in scrolls)


@pytest.mark.slow
def test_a_quarrel_is_told_one_thing_at_a_time_with_large_people() -> None:
    app, page = at_table()
    other = page.view.others[0]
    who = other.roles[0]
    speaker = Speaker(who.address, who.name, who.title, other.id)
    matter = MatterSeen(other.id, page.view.seat, "promise", promised=_WORDS)
    asks = ConfrontationSeen(
        1, other.id, False, matter, (Utterance(_WORDS, speaker),), speaker, None
    )
    says = ReplySeen(
        1, other.id, False, matter, (Utterance(_WORDS, speaker),), speaker, None, "deny"
    )
    of = (page.room, page.view.seat, page.view)
    app.show(StoryScreen(ScenePage(*of, asks), ScenePage(*of, says)))
    settle(app)
    for expected in ("stern", "wary"):
        (place,) = [each for each in walk(app.tree()) if isinstance(each, Scene)]
        assert place.children[-1].rect.top - place.rect.top > 0.4 * app.size[1]
        assert place.people[0].expression == expected
        if expected == "stern":
            with_keys(app, "talk.next")


@pytest.mark.slow
def test_cards_of_moves_are_whole_and_comparable_in_the_first_rounds_of_a_long_story() -> None:
    app = started(scenario=CARE, seed=3)
    tables = 0
    for name in played(app, with_keys, scenario=CARE):
        if name == "table":
            tables += 1
            assert find(app.tree(), "scroll.table.moves") is None
            assert isinstance(app.screen, TableScreen)
            for move in app.screen.page.view.moves:
                shown = find(app.tree(), f"move.{move.id}")
                if shown is None or move.locked is not None or move.leaves:
                    continue
                # A figure stays with its words on one line.
                told = [text.replace("\u00a0", " ") for text in transcript(shown)]
                for key, span in (
                    ("trust", move.expected.trust),
                    ("value.yours", move.expected.value),
                ):
                    figures = range_words(app.cast().words, span)
                    assert f"{app.say(f'move.{key}')} {figures}" in told
                assert app.of(move.text) in told
        if tables == 4:
            return


@pytest.mark.slow
def test_what_ends_the_game_stands_where_nothing_goes_on() -> None:
    app = started(scenario=MINIMAL, language="en")
    leave = find(app.tree(), "picker.leave")
    assert leave is not None
    assert leave.rect.right < app.size[0] / 2


@pytest.mark.slow
def test_news_has_a_screen_of_its_own_with_large_people_who_do_not_smile() -> None:
    """An ombudsman rang, and it was the fourth of four white slabs."""
    app, page = at_table()
    lead = page.view.others[0].roles[0]
    said = (Utterance(_WORDS, Speaker(lead.address, lead.name, lead.title, "a")),)
    of = (page.room, page.seat, page.view)
    event = ScriptEventSeen(1, "bank-rings", None, False, _NEWS, _WORDS, said)
    app.show(
        StoryScreen(ExchangePage(*of, None, said * 2), ScriptEventPage(*of, event))
    )  # fmt: skip
    settle(app)
    assert "The bank rings" not in app.transcript()
    with_keys(app, "talk.next")
    told = app.transcript()
    assert "The bank rings" in told
    assert sum("That is not so." in each for each in told) == 2  # what the event is, and a line
    (place,) = [each for each in walk(app.tree()) if isinstance(each, Scene)]
    assert place.children[-1].rect.top - place.rect.top > 0.4 * app.size[1]
    assert all(EXPRESSIONS[each.expression].curve < 2 for each in place.people)
