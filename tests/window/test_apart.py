"""Whoever goes outside for a move is not drawn at the table while that move is told."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from engine.live_play import HUMAN, LivePlay
from engine.play.events import MoveMade
from engine.play.state import MoveChoice
from engine.play.view.heard import MoveSeen
from engine.play.view.visibility import hear
from engine.scenario.fingerprint import fingerprint
from engine.scenario.load import load_text
from engine.scenario.vocabulary import LANGUAGES
from game import library
from game.pages import ExchangePage, RevealPage, pages_for_seat
from game.window.kit.tree import find, transcript, walk
from game.window.navigation import open_window, screen_of, together
from game.window.parts.scene import Scene
from game.window.play import Play
from game.window.preferences import Preferences
from game.window.screens.talk import StoryScreen
from game.window.window import Window
from tests.conftest import ROOT
from tests.window.plays import faults, settle

SMALL = (ROOT / "tests/scenarios/valid/small.yaml").read_text("utf-8")
FACE = "face: A greasy book."
BOTH = {"north.baker", "north.driver"}
WAYS = [
    ("all", BOTH), ("speaker", {"north.driver"}), ("north.baker", {"north.baker"}),
    ("[north.driver, north.baker]", BOTH),
]  # fmt: skip


def written(apart: str) -> str:
    """The small scenario, with two bakers of whom some go out to fetch the logbook."""
    text = SMALL.replace(
        "baker: {name: Noor Bakker, title: baker}",
        "baker: {name: Noor Bakker, title: baker}\n      driver: {name: Iris, title: drives}",
    )
    said = "lines: {speaker: north.driver, say: I'll get it.}"
    offered = "say: Tuesdays and Fridays., answers: {speaker: north.driver, say: And May?}"
    text = text.replace("face: An offer.", f"face: An offer., {offered}")
    return text.replace(FACE, f"{FACE}, apart: {apart}, {said}")


def played(folder: Path, text: str, rounds: Sequence[tuple[str, str]]) -> Play:
    """A play of that scenario so far, with what both did in each round."""
    path = folder / "van.yaml"
    path.write_text(text, "utf-8")
    opened = library.open_scenario(path, "en")
    seats = dict.fromkeys(opened.scenario.parties, HUMAN)
    live = LivePlay.start(opened.compiled(), seed=2, seats=seats, digest="", source="")
    for move, other in rounds:
        live.choose(MoveChoice("north", move))
        live.choose(MoveChoice("south", other))
    return Play(opened, live)


def opened_story(folder: Path, apart: str, waited: int = 0) -> tuple[Window, LivePlay]:
    """A window and a play in which that has just been done. waited: so many rounds before it."""
    app = open_window((1280, 720), Preferences("en", "light", 100, is_still=True, has_sound=False))
    settle(app)
    app.play = played(folder, written(apart), [*[("wait", "wait")] * waited, ("show", "offer")])
    return app, app.play.live


def story_of(live: LivePlay, seat: str) -> list[RevealPage | ExchangePage]:
    """What was seen and said of the last round."""
    shown = pages_for_seat(live, seat)
    return [page for page in shown if isinstance(page, RevealPage | ExchangePage)]


def who_made(page: RevealPage | ExchangePage) -> str:
    """The party that made the move that is talked about."""
    assert isinstance(page, ExchangePage)
    assert page.about is not None
    return page.about.party


def who_speaks(page: RevealPage | ExchangePage) -> set[str]:
    """Who says something there."""
    assert isinstance(page, ExchangePage)
    return {line.speaker.address for line in page.lines if line.speaker is not None}


def away(app: Window) -> set[str]:
    """Who stands away from the table now."""
    scene = next(node for node in walk(app.tree()) if isinstance(node, Scene))
    return {person.role.address for person in scene.people if person.is_apart}


@pytest.mark.parametrize(("apart", "gone"), WAYS)
@pytest.mark.parametrize("seat", ["north", "south"])
def test_they_stand_away_from_the_table_once_their_move_is_talked_about(
    tmp_path: Path, apart: str, gone: set[str], seat: str
) -> None:
    app, live = opened_story(tmp_path, apart)
    shown = story_of(live, seat)
    app.show(screen_of(*shown[: together(shown)]))
    assert isinstance(app.screen, StoryScreen)
    assert away(app) == set()  # what lies in the envelopes does not show
    app.screen.go_on(app)
    assert "And May?" in " ".join(transcript(app.tree()))
    assert away(app) == set()  # and first they answer what the other does
    app.screen.go_on(app)
    assert "I'll get it." in " ".join(transcript(app.tree()))
    assert away(app) == gone
    for each in gone:
        plate = find(app.tree(), f"person.{each}")
        assert plate is not None
        assert "Away from the table" in plate.label
    assert not faults(app)


@pytest.mark.parametrize("seat", ["north", "south"])
@pytest.mark.parametrize("before", [0, 1])  # so many rounds, whoever it is that opens
def test_they_are_away_only_while_their_own_move_is_told(
    tmp_path: Path, seat: str, before: int
) -> None:
    """They answer what another does from their place at the table, and go after that."""
    _, live = opened_story(tmp_path, "all", waited=before)
    seen, *told = story_of(live, seat)
    assert seen.apart == set()
    away_for = {"north": BOTH, "south": set[str]()}
    assert [who_made(page) for page in told] == ["south", "north"]
    for page in told:
        assert page.apart == away_for[who_made(page)]
        assert "north.driver" in who_speaks(page)
    live.choose(MoveChoice("north", "wait"))
    live.choose(MoveChoice("south", "wait"))
    assert not any(page.apart for page in story_of(live, seat))


@pytest.mark.parametrize("seat", ["north", "south"])
def test_what_somebody_answered_is_not_on_the_screen_on_which_they_are_away(
    tmp_path: Path, seat: str
) -> None:
    """Also where all that is said on a screen is there at once, as it is here."""
    app, live = opened_story(tmp_path, "speaker", waited=1)
    _, *said = story_of(live, seat)
    screen = StoryScreen(*said)
    app.show(screen)
    words = " ".join(transcript(app.tree()))
    assert "And May?" in words
    assert "I'll get it." not in words
    assert away(app) == set()
    screen.go_on(app)
    words = " ".join(transcript(app.tree()))
    assert "And May?" not in words
    assert "I'll get it." in words
    assert away(app) == {"north.driver"}


def test_only_people_of_a_party_that_makes_the_move_can_go() -> None:
    """Whoever else is named is named for nothing, and it is told who can; and a name that nobody
    has is told.
    """
    told = {
        name: [problem.code for problem in load_text(written(name), "van").problems]
        for name in ("all", "speaker", "north.driver", "south.owner", "north.nobody", "everybody")
    }
    assert told == {
        "all": [], "speaker": [], "north.driver": [], "south.owner": ["apart-not-theirs"],
        "north.nobody": ["unknown-role"], "everybody": ["unknown-role"],
    }  # fmt: skip
    (problem,) = load_text(written("south.owner"), "van").problems
    for language in LANGUAGES:
        assert "(north.baker, north.driver)" in problem.repair(language)


def test_whoever_walks_out_goes_away_from_the_table_to_do_it(tmp_path: Path) -> None:
    """So there is nothing to say of it to an author."""
    text = written("north.driver").replace("kind: share", "kind: leave")
    assert load_text(text, "van").problems == ()
    live = played(tmp_path, text, [("wait", "wait"), ("show", "offer")]).live
    seen, *told = story_of(live, "south")
    assert seen.apart == set()
    assert told[-1].apart == {"north.driver"}


def test_who_goes_makes_no_other_game() -> None:
    """A play of before somebody wrote it can be looked back on."""
    made = {
        fingerprint(loaded.scenario)
        for loaded in (load_text(written(name), "van") for name in ("all", "[]", "north.driver"))
        if loaded.scenario is not None
    }
    assert len(made) == 1


def test_nobody_goes_for_a_move_that_their_own_side_stopped(tmp_path: Path) -> None:
    """Nor does anybody see then that somebody would have gone."""
    _, live = opened_story(tmp_path, "all")
    made = next(
        event for event in live.events if isinstance(event, MoveMade) and event.party == "north"
    )
    for stopped, gone in ((False, ("all",)), (True, ())):
        (seen,) = hear(live.compiled, [replace(made, vetoed=stopped)], "south")
        assert isinstance(seen, MoveSeen)
        assert seen.apart == gone


# How the stories say that whoever went has been and is back.
BACK = re.compile(r"komt terug|comes back|\bheb (net|de \w+) |I've just|I asked")


def test_whoever_is_back_already_sits_at_the_table() -> None:
    """What is seen, and what they say with the move themselves."""
    names = set()
    for path in sorted((ROOT / "scenarios").glob("*.yaml")):
        scenario = library.open_scenario(path, "nl").scenario
        for name, move in scenario.moves.items():
            said = (*move.face, *(move.say or ()), *(t for line in move.lines for t in line.say))
            told = " ".join(f"{each.nl} {each.en}" for each in said)
            if move.apart:
                names.add(name)
                assert not BACK.search(told), f"{path.name}: {name}"
    assert {"tidy-own-house", "copy-their-round", "photograph-board"} <= names
