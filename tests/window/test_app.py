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
from engine.play.view.records import Utterance
from engine.scenario.schema import Text
from game import saves, settings
from game.pages import ArrivalPage, ConsequencePage, MovePage, RevealPage, ScenePage
from game.presenters.confrontation import scene_said
from game.presenters.page import sentence
from game.window import preferences
from game.window.app import ONE_PRESS_MS, ToldScreen
from game.window.driver import AutoPlayer, with_keys, with_mouse
from game.window.kit.tree import find, focusable, walk
from game.window.parts.scene import Scene
from game.window.screens.consequence import ConsequenceScreen
from game.window.screens.curtain import CurtainScreen
from game.window.screens.picker import PickerScreen
from game.window.screens.seal import SealScreen
from game.window.screens.table import TableScreen
from game.window.screens.talk import StoryScreen
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


EARLY = """
import os, sys
os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
from game.window import launch
launch.first_frame()
print([each for each in sys.modules if each.split(".")[0] in ("numpy", "pydantic", "yaml")
       or each in ("engine.scenario.schema", "engine.play.state")])
"""


@pytest.mark.slow
def test_the_first_frame_is_drawn_before_the_engine_is_loaded(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", EARLY], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, settings.HOME: str(tmp_path)},
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"


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
    app.clock.skip(ONE_PRESS_MS)
    app.push(SealScreen(page, replace(cards[0], leaves=True)))
    with_keys(app, "seal.go")
    with_keys(app, "seal.end")
    assert app.play.live.trace.choices


def arrived(app: Window) -> StoryScreen:
    """On the first arrival of a play."""
    player = AutoPlayer("care-merger", first_party(app))
    while app.screen.name != "arrival":
        with_keys(app, player.next(app))
        settle(app)
    assert isinstance(app.screen, StoryScreen)
    return app.screen


def with_lines(screen: StoryScreen, count: int) -> StoryScreen:
    """The same arrival, where so many things are said."""
    page = screen.pages[0]
    assert isinstance(page, ArrivalPage)
    lines = [
        Utterance(Text(nl=f"En dan punt {n}.", en=f"And then point {n}."), page.said[0].speaker)
        for n in range(count)
    ]
    return StoryScreen(replace(page, said=tuple(lines)))


@pytest.mark.slow
def test_what_is_said_is_told_together_as_far_as_there_is_room_and_can_be_read_back() -> None:
    """The card that tells of the place stays; who speaks is lit; arrows go back and on again."""
    app = started(scenario=CARE, seed=3)
    screen = with_lines(arrived(app), 9)
    app.push(screen)
    opening = next(each for each in screen.pages[0].told if isinstance(each, PhaseSeen))  # type: ignore[union-attr]
    assert opening.text
    told = app.transcript()
    assert app.of(opening.text) in told
    assert "“En dan punt 1.”" in told
    assert "“En dan punt 8.”" not in told
    speaker = screen.pages[0].said[0].speaker  # type: ignore[union-attr]
    assert speaker is not None
    plate = find(app.tree(), f"person.{speaker.address}")
    assert plate is not None
    assert plate.look is not None
    assert plate.look.line
    with_keys(app, "talk.next")
    later = app.transcript()
    assert "“En dan punt 1.”" not in later
    for back in (key(pygame.K_UP), key(pygame.K_LEFT), key(pygame.K_ESCAPE),
                 pygame.Event(pygame.MOUSEWHEEL, x=0, y=1, pos=(300, 200))):  # fmt: skip
        app.handle(back)
        assert app.transcript() == told
        app.handle(key(pygame.K_DOWN))
        assert app.transcript() == later
    app.handle(key(pygame.K_DOWN))
    assert app.transcript() == later


@pytest.mark.slow
def test_lines_come_in_turn_and_what_follows_comes_by_itself() -> None:
    """One line, then the next; a press brings the rest of them; the last waits for a press."""
    app = started(scenario=CARE, seed=3)
    screen = with_lines(arrived(app), 9)
    app.prefer(is_still=False)
    app.push(screen)
    assert "“En dan punt 0.”" not in app.transcript()
    app.clock.skip(1000)
    app.wake()
    assert "“En dan punt 0.”" in app.transcript()
    assert "“En dan punt 1.”" not in app.transcript()
    with_keys(app, "talk.next")
    assert "“En dan punt 1.”" in app.transcript()
    for _ in range(400):
        app.clock.skip(500)
        app.wake()
        app.tree()
    assert app.screen is screen
    assert "“En dan punt 8.”" in app.transcript()
    assert app.sleeps_for is None
    app.handle(key(pygame.K_UP))
    assert "“En dan punt 8.”" not in app.transcript()
    assert app.sleeps_for is None


@pytest.mark.slow
def test_what_was_told_before_can_be_read_again_across_screens() -> None:
    """From the arrival of the second round back to the reveal of the first, and on again."""
    app = started(scenario=CARE, seed=3)
    seen: list[tuple[object, list[str]]] = []
    for name in played(app, with_keys):
        if isinstance(app.screen, ToldScreen):
            seen.append((app.screen, app.transcript()))
        if name == "options":
            break
        assert app.go.is_reading_back(app.screen) is False
    with_keys(app, "table.read-back")
    told = " ".join(app.transcript())
    for screen, _ in seen:
        if isinstance(screen, StoryScreen):
            for page in screen.pages:
                for line in getattr(page, "lines", ()):
                    assert app.of(line.text) in told
    with_keys(app, "read-back.close")
    assert app.screen.name == "options"


def test_from_one_told_screen_back_to_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    page = table_of(app)
    words = ArrivalPage(page.room, page.seat, page.view, (), (), (), None)
    news = ConsequencePage(page.room, page.seat, page.view, page.view, (), None, ())
    monkeypatch.setattr("game.pages.pages", lambda _live: (words, news, news, page))
    app.go.resume(app.play)  # type: ignore[arg-type]
    screens = [app.screen]
    for name in ("talk.next", "news.next"):
        with_keys(app, name)
        screens.append(app.screen)
    for back in (1, 0):
        app.handle(key(pygame.K_PAGEUP))
        assert app.screen is screens[back]
    for on in (1, 2):
        app.handle(key(pygame.K_PAGEDOWN))
        assert app.screen is screens[on]
    app.handle(key(pygame.K_PAGEDOWN))
    assert app.screen is screens[2]


@pytest.mark.slow
def test_a_ritual_that_was_told_is_only_mentioned() -> None:
    """In full the first time; after that its name on a small line."""
    app = started(scenario=CARE, seed=3)
    in_full: list[object] = []
    again, last = 0, None
    for _ in played(app, with_keys, scenario=CARE):
        screen = app.screen
        arrival = getattr(screen, "arrival", None)
        if isinstance(screen, StoryScreen) and isinstance(screen.pages[0], ArrivalPage):
            arrival = screen.pages[0]
        if arrival is not None and arrival is not last:
            last = arrival
            in_full += [each.id for each in arrival.told if isinstance(each, RitualSeen)]
            again += len(arrival.again)
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
    app.push(
        ConsequenceScreen(ConsequencePage(page.room, seat, page.view, page.view, (own,), None, ()))
    )
    assert app.say("reveal.vetoed") in app.transcript()
    assert not faults(app)


@pytest.mark.slow
def test_a_move_that_came_to_nothing_is_seen_as_such() -> None:
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    page = table_of(app)
    other = page.view.others[0].id
    made = MoveSeen(1, other, False, page.view.moves[0].face, "reciprocal", "nothing")
    app.push(StoryScreen(RevealPage(page.room, page.seat, page.view, (made,), ())))
    with_keys(app, "talk.next")
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
def test_the_face_in_a_scene_is_that_of_whoever_speaks() -> None:
    app, told = started(seed=5, language="en"), 0
    for name in played(app, with_keys):
        if name.startswith("debrief"):
            break
        if not isinstance(app.screen, StoryScreen) or name != "scene":
            continue
        shown_now = app.screen.pages[app.screen.at :]
        seen = [page.seen for page in shown_now[:1] if isinstance(page, ScenePage)]
        speakers = [said.speaker for each in seen for said in scene_said(app.cast(), each)]
        shown = next(node for node in walk(app.tree()) if isinstance(node, Scene))
        faces = {person.role.address for person in shown.people}
        assert {each.address for each in speakers if each} <= faces
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
    assert f"{MARK}One ticket" in " ".join(app.transcript())
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


@pytest.mark.slow
def test_the_rounds_that_are_still_to_come_are_counted() -> None:
    """Round after round the same number in all, up to the last one."""
    app = started(scenario=CARE, seed=3)
    rounds = {}
    for name in played(app, with_keys):
        if name == "table":
            room = table_of(app).room
            rounds[room.round] = room.most_rounds
            words = app.say("strip.round", n=room.round, total=room.most_rounds)
            assert words in app.transcript()
    assert list(rounds) == list(range(1, len(rounds) + 1))
    assert set(rounds.values()) == {len(rounds)}
