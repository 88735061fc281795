"""The core of the window: nothing is lost, the place is kept, and an idle window stays idle."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pygame
import pytest

from engine.play.view.heard import MoveSeen, PhaseSeen, RitualSeen
from engine.play.view.records import Mood, RoleSeen, Utterance
from engine.scenario.schema import Text
from game import saves, settings
from game.pages import ConsequencePage, MovePage, RevealPage
from game.presenters.confrontation import scene_said
from game.presenters.page import sentence
from game.window import art, preferences
from game.window.driver import AutoPlayer, with_keys, with_mouse
from game.window.kit.text import Picture
from game.window.kit.tree import find, focusable
from game.window.screens.confrontation import SceneScreen
from game.window.screens.consequence import ConsequenceScreen
from game.window.screens.curtain import CurtainScreen
from game.window.screens.picker import PickerScreen
from game.window.screens.reveal import RevealScreen
from game.window.screens.seal import SealScreen
from game.window.screens.table import TableScreen
from game.window.screens.talk import ArrivalScreen
from game.window.sound import Sound
from game.window.window import Window
from tests.translated import MARK, translated
from tests.window.plays import CARE, ROOT, faults, first_party, played, settle, started
from tests.window.test_plays import MINIMAL


def table_of(app: Window) -> MovePage:
    """The page of the table that is on the screen."""
    assert isinstance(app.screen, TableScreen)
    return app.screen.page


def to_screen(app: Window, name: str, *, shared: bool = False, most: int = 400) -> AutoPlayer:
    """Play on until that screen is there."""
    player = AutoPlayer("minimal", first_party(app), shared=shared)
    for _ in range(most):
        settle(app)
        if app.screen.name == name:
            return player
        with_keys(app, player.next(app))
    raise AssertionError(f"{name} never came")


def key(code: int, letter: str = "") -> pygame.Event:
    """A key that is pressed."""
    return pygame.Event(pygame.KEYDOWN, key=code, mod=0, unicode=letter)


@pytest.mark.slow
def test_closing_at_any_moment_loses_nothing() -> None:
    """After each press the play can be taken up again where it was."""
    app = started(scenario=MINIMAL, seed=1)
    player = AutoPlayer("minimal", first_party(app))
    for press in range(200):
        settle(app)
        if app.screen.name == "debrief":
            return
        if app.play is not None and press % 4 == 0:
            other = started(scenario=MINIMAL)
            with_keys(other, "resume.1")
            assert other.play is not None
            assert other.play.live.trace == app.play.live.trace
            assert other.play.live.state.world.round[0] == app.play.live.state.world.round[0]
        with_keys(app, player.next(app))
    raise AssertionError("the play did not end")


@pytest.mark.slow
def test_a_resumed_play_shows_the_last_step_again() -> None:
    """Closed at the reveal, opened at the reveal."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "reveal")
    again = started(scenario=MINIMAL)
    with_mouse(again, "resume.1")
    assert again.screen.name == "reveal"


@pytest.mark.parametrize(
    "change",
    [
        lambda app: app.prefer(language="en"),
        lambda app: app.prefer(text_size=160),
        lambda app: app.prefer(theme="dark"),
        lambda app: app.resize((1024, 768)),
    ],
)
@pytest.mark.slow
def test_a_change_of_the_window_keeps_the_place(change: object) -> None:
    """The same screen, the same focus, the same choices made so far."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "seal")
    guess = next(n.id for n in focusable(app.tree()) if n.id.startswith("guess."))
    with_keys(app, guess)
    screen, focus = app.screen, app.focus
    assert callable(change)
    change(app)
    app.tree()
    assert (app.screen, app.focus) == (screen, focus)
    chosen = find(app.tree(), guess)
    assert chosen is not None
    assert chosen.look is not None
    assert chosen.look.thick > 2
    assert not faults(app)


@pytest.mark.slow
def test_the_language_is_switched_live() -> None:
    """The same screen in the other language."""
    app = started(scenario=CARE)
    dutch = app.transcript()
    with_keys(app, "window.language")
    assert app.preferences.language == "en"
    assert app.transcript() != dutch
    assert "The care merger" in app.transcript()


@pytest.mark.slow
def test_an_idle_window_draws_nothing() -> None:
    """After a frame there is nothing to draw until something happens."""
    app = started(scenario=MINIMAL)
    surface = pygame.Surface(app.size)
    app.draw(surface)
    assert not app.needs_frame
    app.handle(pygame.Event(pygame.MOUSEMOTION, pos=(2, 2), rel=(0, 0), buttons=(0, 0, 0)))
    assert not app.needs_frame
    app.handle(key(pygame.K_TAB))
    assert app.needs_frame


@pytest.mark.slow
def test_motion_ends_and_is_left_out_when_asked() -> None:
    """A gauge is on its way for a while; with reduced motion it is there at once."""
    app = started(scenario=MINIMAL)
    app.preferences = replace(app.preferences, is_still=False)
    kit = app.kit()
    assert kit.moving("x", 0.2) == 0.2
    assert kit.moving("x", 0.8) < 0.8
    assert app.is_moving
    pygame.time.wait(450)
    assert kit.moving("x", 0.8) == 0.8
    assert not app.is_moving
    app.preferences = replace(app.preferences, is_still=True)
    assert app.kit().moving("x", 0.1) == 0.1


FRESH = """
import os, time
os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
import pygame
from game.window import launch
app = launch.first_frame()
while app.run_later():
    pass
time.sleep(0.7)
app.draw(pygame.display.get_surface())
app.draw(pygame.display.get_surface())
assert not app.is_moving, "it is still moving"
assert not app.needs_frame, "it would draw again"
"""


@pytest.mark.slow
def test_motion_ends_in_a_process_of_its_own(tmp_path: Path) -> None:
    """SDL's timer does not run by itself: a veil that waits for it never lifts."""
    done = subprocess.run(
        [sys.executable, "-c", FRESH], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, settings.HOME: str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_preferences_are_kept() -> None:
    """Set in one window, there in the next."""
    app = started(scenario=MINIMAL)
    app.prefer(theme="dark", text_size=130, language="en")
    assert preferences.remembered() == app.preferences
    assert settings.language() == "en"


@pytest.mark.slow
def test_settings_are_reached_from_everywhere_and_lead_back() -> None:
    """Escape and the button both go back to the table."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    live = app.screen
    with_keys(app, "window.settings")
    with_keys(app, "settings.theme.dark")
    assert app.preferences.theme == "dark"
    app.handle(key(pygame.K_ESCAPE))
    assert app.screen is live


@pytest.mark.slow
def test_digits_pick_a_move_and_escape_goes_back() -> None:
    """The first open move on 1; Escape from the table asks whether to stop."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    app.handle(key(pygame.K_1, "1"))
    assert app.screen.name == "seal"
    app.handle(key(pygame.K_ESCAPE))
    assert app.screen.name == "table"
    app.handle(key(pygame.K_ESCAPE))
    assert app.screen.name == "pause"
    with_keys(app, "pause.leave")
    assert app.screen.name == "picker"
    assert list(saves.unfinished().glob("*.trace.json"))


@pytest.mark.parametrize(
    "pressed",
    [
        {"unicode": "2", "scancode": pygame.KSCAN_2},
        {"unicode": "é", "scancode": pygame.KSCAN_2},  # AZERTY: the digit needs Shift
        {"unicode": "２", "scancode": 0},  # as wide as a Chinese character
        {"unicode": "", "scancode": pygame.KSCAN_KP_2},  # a numeric pad without Num Lock
        {"unicode": "2", "scancode": pygame.KSCAN_8},  # a layout with its digits in another order
    ],
)  # fmt: skip
def test_a_digit_is_known_by_what_it_types_or_by_its_place(pressed: dict[str, Any]) -> None:
    """The second move, on whatever keyboard."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    screen = app.screen
    assert isinstance(screen, TableScreen)
    ready = [card for card in screen.page.view.moves if card.locked is None]
    app.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_UNKNOWN, mod=0, **pressed))
    assert app.screen.name == "seal"
    assert isinstance(app.screen, SealScreen)
    assert app.screen.move.id == ready[1].id


def test_a_digit_with_control_picks_nothing() -> None:
    """It means something else to the system that the window runs in."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    app.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_1, mod=pygame.KMOD_CTRL, unicode="1",
                            scancode=pygame.KSCAN_1))  # fmt: skip
    assert app.screen.name == "table"


@pytest.mark.slow
@pytest.mark.parametrize("size", [(0, 0), (640, 0), (0, 1), (1, 1), (3, 2), (20, 400), (900, 9)])
def test_a_window_of_hardly_any_size_comes_to_no_harm(size: tuple[int, int]) -> None:
    """A minimised window has no size; restored, it is as large as before."""
    app = started(scenario=MINIMAL, seed=1)
    for name in played(app, with_keys, scenario=MINIMAL):
        app.handle(pygame.Event(pygame.VIDEORESIZE, w=size[0], h=size[1], size=size))
        app.draw(pygame.Surface(app.size))
        app.handle(pygame.Event(pygame.VIDEORESIZE, w=1280, h=720, size=(1280, 720)))
        assert app.size == (1280, 720)
        assert not faults(app)
        if name == "seal":
            return


@pytest.mark.slow
def test_arrows_walk_to_what_lies_that_way() -> None:
    """Right and then left leads back to the start."""
    app = started(scenario=CARE)
    with_keys(app, "scenario.care-merger")
    with_keys(app, next(n.id for n in focusable(app.tree()) if n.id.startswith("role.")))
    start = app.focus
    app.handle(key(pygame.K_RIGHT))
    assert app.focus != start
    app.handle(key(pygame.K_LEFT))
    assert app.focus == start


@pytest.mark.slow
def test_f12_saves_a_picture() -> None:
    """In the folder of the game, with a number."""
    app = started(scenario=MINIMAL)
    app.handle(key(pygame.K_F12))
    settle(app)
    assert (settings.home() / "pictures/samenspel-001.png").is_file()


def test_f11_is_full_screen_and_back() -> None:
    """The window asks for the other mode, and keeps it."""
    app = started(scenario=MINIMAL)
    app.handle(key(pygame.K_F11))
    assert app.wants_full is True
    assert preferences.remembered().is_full
    app.handle(key(pygame.K_F11))
    assert app.wants_full is False


def test_a_gauge_says_why_it_is_where_it_is() -> None:
    """Focus on it opens a note with its meaning and the reasons of its last move."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    gauge = next(n for n in focusable(app.tree()) if n.id.startswith("gauge.trust."))
    app.focus = gauge.id
    app.changed()
    note = app.note()
    assert note is not None
    assert app.say("gauge.trust.means", payoff=0) in " ".join(app.transcript())


def test_without_sound_hardware_it_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """No fault, no sound, and it is not tried again."""

    def refuse(*_args: object) -> None:
        raise pygame.error("no audio device")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    app = started(scenario=MINIMAL)
    app.preferences = replace(app.preferences, has_sound=True)
    app.sound("bell")
    app.sound("bell")


@pytest.mark.slow
def test_a_full_disk_stops_the_saving_and_not_the_play(monkeypatch: pytest.MonkeyPatch) -> None:
    """The choice counts, the play goes on, and a sign says that nothing is kept."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "seal")
    assert app.play is not None
    rounds = len(app.play.live.events)

    def refuse(*_args: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("engine.live_play.save", refuse)
    with_keys(app, "seal.go")
    assert app.screen.name == "reveal"
    assert len(app.play.live.events) > rounds
    assert app.say("window.unsaved") in app.transcript()


@pytest.mark.slow
def test_the_wheel_scrolls_what_the_mouse_is_over() -> None:
    """A wheel event has no place of its own: the last place of the mouse counts."""
    app = started((1024, 768), text_size=160)
    app.handle(pygame.Event(pygame.MOUSEMOTION, pos=(400, 400), rel=(0, 0), buttons=(0, 0, 0)))
    with_mouse(app, "scenario.care-merger")
    app.handle(pygame.Event(pygame.MOUSEMOTION, pos=(400, 400), rel=(0, 0), buttons=(0, 0, 0)))
    party = next(n for n in focusable(app.tree()) if n.id.startswith("role."))
    before = party.rect.y
    app.handle(pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1))
    after = find(app.tree(), party.id)
    assert after is not None
    assert after.rect.y < before


def test_text_grows_and_shrinks_by_keys() -> None:
    """Control with plus and minus, within the sizes there are."""
    app = started(scenario=MINIMAL)
    plus = pygame.Event(pygame.KEYDOWN, key=pygame.K_PLUS, mod=pygame.KMOD_CTRL, unicode="+")
    minus = pygame.Event(pygame.KEYDOWN, key=pygame.K_MINUS, mod=pygame.KMOD_CTRL, unicode="-")
    for _ in range(9):
        app.handle(plus)
    assert app.preferences.text_size == 160
    app.handle(minus)
    assert app.preferences.text_size == 145


@pytest.mark.slow
def test_sounds_are_made() -> None:
    """Each of them plays on the dummy device."""
    app = started(scenario=MINIMAL)
    app.preferences = replace(app.preferences, has_sound=True)
    for name in get_args(Sound):
        app.sound(name)
    pygame.mixer.quit()


@pytest.mark.slow
def test_a_curtain_shows_nothing_of_anybody() -> None:
    """No text of a private brief, and no number, on any curtain, for any seat."""
    app = started(scenario=MINIMAL, seed=1)
    secrets: list[str] = []
    for name in played(app, with_keys, scenario=MINIMAL, shared=True):
        assert app.play is None or len(app.play.live.people) > 1
        if app.play is not None and not secrets:
            for party in app.play.compiled.scenario.parties.values():
                secrets += [app.of(party.private), *(app.of(n) for n in party.want_names.values())]
        if isinstance(app.screen, CurtainScreen):
            told = " ".join(app.transcript())
            assert not [each for each in secrets if each in told]
        if name in ("reveal", "talk", "arrival", "event", "changed"):
            told = " ".join(app.transcript())
            assert not [each for each in secrets if each in told], name
    assert secrets


def test_the_title_offers_what_is_broken_with_words() -> None:
    """A scenario that can't be read is named, and the window goes on."""
    broken = MINIMAL.parents[1] / "invalid/bad-id.yaml"
    app = started(scenario=broken)
    assert isinstance(app.screen, PickerScreen)
    assert any("bad-id.yaml" in line for line in app.transcript())


@pytest.mark.slow
def test_a_play_that_is_stuck_is_named_with_the_reason() -> None:
    """A saved play that was tampered with stands on the title, without a button."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    assert app.play is not None
    kept = app.play.live.save_to
    assert kept is not None
    trace = kept.read_text(encoding="utf-8")
    kept.write_text(trace.replace('"seed": 1', '"seed": 2', 1), encoding="utf-8")
    again = started(scenario=MINIMAL)
    assert find(again.tree(), "resume.1") is None
    told = " ".join(again.transcript())
    assert again.say("picker.stuck") in told
    assert kept.name in told
    assert not faults(again)


@pytest.mark.slow
def test_a_play_goes_on_with_the_scenario_it_was_begun_with(tmp_path: Path) -> None:
    """If the scenario has changed since, its card says what is different."""
    path = tmp_path / "minimal.yaml"
    written = MINIMAL.read_text(encoding="utf-8")
    path.write_text(written, encoding="utf-8")
    to_screen(started(scenario=path, seed=1), "table")
    path.write_text(written.replace("trust: 50", "trust: 51", 1), encoding="utf-8")
    again = started(scenario=path)
    assert again.say("since-then.start") in " ".join(again.transcript())
    assert not faults(again)
    with_keys(again, "resume.1")
    assert again.play is not None
    assert again.play.compiled.scenario.starting_point.trust == 50


@pytest.mark.slow
def test_a_remark_in_the_scenario_changes_no_play(tmp_path: Path) -> None:
    """What is not part of the game may be written in its file at any time."""
    path = tmp_path / "minimal.yaml"
    written = MINIMAL.read_text(encoding="utf-8")
    path.write_text(written, encoding="utf-8")
    to_screen(started(scenario=path, seed=1), "table")
    path.write_text(f"{written}# later\n", encoding="utf-8")
    again = started(scenario=path)
    assert find(again.tree(), "resume.1") is not None
    assert again.say("since-then.start") not in " ".join(again.transcript())


@pytest.mark.slow
def test_a_move_that_ends_the_talks_is_asked_twice() -> None:
    """Pressing Enter twice goes back; only the button that says so ends the talks."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    assert app.play is not None
    page = table_of(app)
    cards = page.view.moves
    assert not any(card.leaves for card in cards[:1])
    app.push(SealScreen(page, replace(cards[0], leaves=True)))
    assert app.say("seal.ends") in app.transcript()
    with_keys(app, "seal.go")
    assert app.focus == "seal.back"
    assert not app.play.live.trace.choices
    app.handle(key(pygame.K_RETURN))
    assert app.screen.name == "table"
    app.push(SealScreen(page, replace(cards[0], leaves=True)))
    with_keys(app, "seal.go")
    with_keys(app, "seal.end")
    assert app.play.live.trace.choices


@pytest.mark.slow
def test_lines_are_said_two_at_a_time_where_there_is_room() -> None:
    """On arriving one screen tells; then two lines, both nameplates lit; one where it is narrow."""
    app = started(scenario=CARE, seed=3)
    player = AutoPlayer("care-merger", first_party(app))
    while app.screen.name != "arrival":
        with_keys(app, player.next(app))
        settle(app)
    assert isinstance(app.screen, ArrivalScreen)
    page = app.screen.page
    third = Utterance(Text(nl="En dan dit nog.", en="And then this."), page.said[0].speaker)
    screen = ArrivalScreen(replace(page, said=(*page.said[:2], third)))
    app.push(screen)
    told = " ".join(app.transcript())
    assert all(
        app.of(each.text) in told
        for each in screen.page.told
        if isinstance(each, PhaseSeen) and each.text
    )
    opening = screen.page.told[0]
    assert isinstance(opening, PhaseSeen)
    assert opening.text
    with_keys(app, "talk.next")
    said = screen.said[:2]
    told = " ".join(app.transcript())
    assert all(app.of(beat.text) in told for beat in said)
    for beat in said:
        assert beat.speaker is not None
        plate = find(app.tree(), f"person.{beat.speaker.address}")
        assert plate is not None
        assert plate.look is not None
        assert plate.look.line
    with_keys(app, "talk.next")
    assert app.of(screen.said[2].text) in " ".join(app.transcript())
    app.handle(key(pygame.K_ESCAPE))
    assert app.of(said[0].text) in " ".join(app.transcript())
    app.handle(key(pygame.K_ESCAPE))
    assert app.of(opening.text) in " ".join(app.transcript())


@pytest.mark.slow
def test_a_ritual_that_was_told_is_only_mentioned() -> None:
    """In full the first time; after that its name on a small line."""
    app = started(scenario=CARE, seed=3)
    in_full: list[object] = []
    again = 0
    for _ in played(app, with_keys, scenario=CARE):
        screen = app.screen
        if isinstance(screen, ArrivalScreen) and screen.at == 0:
            rituals = [each.id for each in screen.page.told if isinstance(each, RitualSeen)]
            in_full += rituals if screen.tells else []
            again += len(screen.page.again)
        if len(in_full) + again > 6:
            break
    assert len(in_full) == len({repr(name) for name in in_full})
    assert again


def test_a_move_that_was_stopped_is_told_to_its_own_side_only() -> None:
    """Behind the curtain: that its own side stopped it; the others saw that nothing came of it."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    page = table_of(app)
    seat, face = page.seat, page.view.moves[0].face
    own = MoveSeen(1, seat, True, face, "reciprocal", "stopped")
    app.push(ConsequenceScreen(ConsequencePage(page.room, seat, page.view, (own,), None, ())))
    assert app.say("reveal.vetoed") in app.transcript()
    assert not faults(app)


@pytest.mark.slow
def test_a_move_that_came_to_nothing_is_seen_as_such() -> None:
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    page = table_of(app)
    other = page.view.others[0].id
    made = MoveSeen(1, other, False, page.view.moves[0].face, "reciprocal", "nothing")
    screen = RevealScreen(RevealPage(page.room, page.seat, page.view, (made,), ()))
    screen.is_open = True
    app.push(screen)
    nothing = app.say("reveal.slipped.nothing", party=app.cast().party(other))
    assert nothing in app.transcript()
    face = sentence(app.of(made.face))
    assert app.say("reveal.announced", text=face) in app.transcript()
    assert face not in app.transcript()
    assert not faults(app)


@pytest.mark.slow
def test_nobody_is_asked_to_predict_where_the_author_does_not_want_it(tmp_path: Path) -> None:
    path = tmp_path / "minimal.yaml"
    text = MINIMAL.read_text(encoding="utf-8")
    path.write_text(text.replace("predict: yes", "predict: no"), encoding="utf-8")
    for scenario, is_asked in ((MINIMAL, True), (path, False)):
        app = started(scenario=scenario, seed=1)
        to_screen(app, "seal")
        guesses = [each for each in focusable(app.tree()) if each.id.startswith("guess.")]
        assert bool(guesses) == is_asked
        assert (app.say("seal.hint") in app.transcript()) == is_asked


@pytest.mark.slow
def test_the_face_in_a_scene_is_that_of_whoever_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    app, faces, told = started(seed=5, language="en"), list[str](), 0
    drawn = art.bust

    def noted(role: RoleSeen, mood: Mood, size: float) -> Picture:
        faces.append(role.address)
        return drawn(role, mood, size)

    for name in played(app, with_keys):
        if name.startswith("debrief"):
            break
        if not isinstance(app.screen, SceneScreen):
            continue
        speakers = [each.speaker for each in scene_said(app.cast(), app.screen.page.seen)]
        with monkeypatch.context() as patch:
            patch.setattr(art, "bust", noted)
            faces.clear()
            app.screen.build(app)
        assert faces == [speakers[0].address] if speakers and speakers[0] else faces
        told += bool(speakers)
    assert told > 1


@pytest.mark.slow
def test_a_scenario_is_told_in_the_language_that_was_chosen_in_the_settings(tmp_path: Path) -> None:
    """The play keeps it, and who goes on with that play reads the same."""
    german = translated(MINIMAL, tmp_path / "minimal.yaml")
    app = started(scenario=german, seed=1, language="en")
    with_keys(app, "window.settings")
    with_keys(app, "settings.texts.de")
    with_keys(app, "settings.done")
    assert f"{MARK} One ticket" in " ".join(app.transcript())
    to_screen(app, "table")
    assert app.play is not None
    assert app.play.live.trace.told_in == "de"
    assert MARK in " ".join(app.transcript())
    app.prefer(texts="")
    again = started(scenario=german, language="en")
    with_keys(again, "resume.1")
    assert again.play is not None
    assert again.play.compiled.scenario.told_in == "de"


def test_no_language_is_offered_where_scenarios_have_only_those_of_the_screens() -> None:
    app = started(scenario=MINIMAL)
    with_keys(app, "window.settings")
    assert app.say("settings.texts.screens") not in " ".join(app.transcript())
