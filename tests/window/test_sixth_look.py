"""What a manager would still stumble over: signs with two meanings, figures that break, questions
that are out of sight.
"""

from dataclasses import replace
from itertools import permutations

import pytest

from engine.play.view.records import ProposalCard
from engine.scenario.vocabulary import LANGUAGES, Language
from game.pages import RevealPage, VotePage
from game.presenters.confrontation import question
from game.presenters.table import STEPS
from game.window.driver import with_keys
from game.window.kit.node import Node
from game.window.kit.scroll import Scroll
from game.window.kit.text import Text
from game.window.kit.tree import find, walk
from game.window.parts.envelopes import marks
from game.window.screens.confrontation import SceneChoiceScreen
from game.window.screens.proposal import ProposalScreen
from game.window.screens.talk import StoryScreen
from game.window.screens.vote import VoteScreen
from game.window.window import Window
from tests.window.plays import ROOT, played, started

LESSON = ROOT / "scenarios/first-handshake.yaml"
QUAY = ROOT / "scenarios/joint-venture.yaml"
GLASS = ROOT / "scenarios/acquisition.yaml"
SHAPES = set("▲◆▼")  # of stances in a terminal, which has no drawings


def test_what_goes_up_or_down_and_what_builds_trust_have_each_their_own_sign() -> None:
    """Here stances have their drawings, and changes the arrows of the cards."""
    app = started(scenario=LESSON, seed=7)
    shown: set[str] = set()
    for _ in played(app, with_keys, scenario=LESSON):
        shown |= {node.text for node in walk(app.tree()) if isinstance(node, Text)}
    assert not any(SHAPES & set(text) for text in shown)


def test_two_envelopes_have_two_marks() -> None:
    """One letter, two where the first is the same, and a number where both are."""
    assert marks(["The Levy Office", "The Lamp Room"]) == ["LO", "LR"]
    assert marks(["Kwekerij Dhaene", "Vlaar Plant"]) == ["K", "V"]
    assert marks(["The", "An"]) == ["T", "A"]
    assert marks(["Kooger", "Kestermann"]) == ["1", "2"]
    assert marks(["De Gouden Bal", "De Groene Bal"]) == ["1", "2"]


def papers(node: Node, around: int = 0) -> int:
    """How many cards with a shadow lie on each other at most."""
    here = around + (node.look is not None and node.look.shadow > 0)
    return max([here, *(papers(child, here) for child in node.children)])


@pytest.mark.slow
def test_a_confrontation_is_in_a_round_and_a_moment_after_one() -> None:
    """The strip says so; what is asked stands under what it answers, on one card."""
    app = started(scenario=GLASS, seed=7)
    seen = set()
    for name in played(app, with_keys, scenario=GLASS):
        told, screen = app.transcript(), app.screen
        if isinstance(screen, StoryScreen | SceneChoiceScreen):
            room = screen.room if isinstance(screen, StoryScreen) else screen.page.room
            is_moment = room.stage in STEPS
            key = "strip.after" if is_moment else "strip.round"
            assert app.say(key, n=room.round, total=max(room.round, room.most_rounds)) in told
            phase = app.say("strip.moment", phase=app.of(room.phase_name))
            assert (phase in told) is is_moment
            seen.add((name, is_moment))
        if isinstance(screen, SceneChoiceScreen):
            said = find(app.tree(), "scroll.scene.said")
            assert said is not None
            assert papers(said) == 1
            asked = [line.text for line in question(app.cast(), screen.page)][-1]
            *_, last = (node for node in walk(said) if isinstance(node, Text))
            assert last.text == asked
        if name == "scene":
            assert papers(app.tree()) == 1
    assert {("scene", False), ("scene-choice", False), ("reveal", True), ("reveal", False)} <= seen


def voting(app: Window, *proposals: ProposalCard) -> Scroll:
    """A vote on these, where something has just been proposed; what it scrolls in."""
    assert isinstance(app.screen, ProposalScreen | VoteScreen)
    page = app.screen.page
    view = replace(page.view, stage="decision", proposals=proposals)
    app.show(VoteScreen(VotePage(page.room, page.seat, view)))
    found = find(app.tree(), "scroll.vote")
    assert isinstance(found, Scroll)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_to_vote_on_stand_beside_each_other(language: Language) -> None:
    """Whatever two others propose together, nothing scrolls; nor where one has a proposal."""
    app = started(scenario=QUAY, language=language, seed=7)
    next(name for name in played(app, with_keys, scenario=QUAY) if name == "alternatives")
    assert isinstance(app.screen, ProposalScreen)
    view, kit = app.screen.page.view, app.kit()
    one, two = (party.id for party in view.there)
    most = {card.id: max(card.between) if card.between else None for card in view.changes}
    ballots = [ProposalCard(one, card, most[card.id], own=False) for card in view.changes]
    high = {each.change.id: voting(app, each).overflow(kit) for each in ballots}
    assert set(high.values()) == {0}
    for each, other in permutations(ballots, 2):
        place = voting(app, each, replace(other, proposer=two))
        assert not place.overflow(kit), (each.change.id, other.change.id)
        answers = [find(app.tree(), f"vote.{party}.yes") for party in (one, two)]
        first, second = (answer.rect for answer in answers if answer is not None)
        assert first.right < second.x
        assert first.y == second.y


@pytest.mark.slow
def test_an_envelope_alone_is_not_laid_down_to_be_opened() -> None:
    """While the others talk elsewhere there is nothing to wait for: it is told at once."""
    app, found = started(scenario=QUAY, seed=7), set()
    for name in played(app, with_keys, scenario=QUAY):
        page = app.screen.pages[0] if isinstance(app.screen, StoryScreen) else None
        if isinstance(page, RevealPage) and page.was_sealed:
            assert isinstance(app.screen, StoryScreen)
            found.add((len(page.parties) > 1, app.screen.label))
        if name == "ending":
            break
    assert found == {(True, "reveal-sealed"), (True, "reveal"), (False, "reveal")}
