"""Typing at the debrief: every letter is kept at once, and no key in a line presses a button."""

import random
from functools import cache
from pathlib import Path

import pygame
import pytest

from engine.live_play import HUMAN, LivePlay
from engine.play.afterthoughts import Afterthoughts, TurnMarked
from engine.play.trace import Trace, load_trace, pack, save
from engine.scenario.fingerprint import fingerprint
from game import library, saves, settings
from game.presenters.afterthoughts import mark_of
from game.window.app import ONE_PRESS_MS
from game.window.driver import with_keys, with_letters, with_mouse
from game.window.kit.field import Field, lines_of
from game.window.kit.tree import find, focusable
from game.window.play import Play
from game.window.screens.debrief import LISTEN, STORY, DebriefScreen
from game.window.window import Window
from tests.conftest import compiled_of
from tests.playing import random_choice
from tests.window.plays import played, settle, started
from tests.window.test_app import key
from tests.window.test_plays import MINIMAL


@cache
def finished_play(*people: str) -> Trace:
    """A small play to its end, with people on those seats."""
    compiled, luck = compiled_of(MINIMAL), random.Random(1)
    seats = {party: HUMAN if party in people else "builder" for party in compiled.parties}
    live = LivePlay.start(
        compiled, seed=1, seats=seats, source=MINIMAL.name, language="en",
        digest=fingerprint(compiled.scenario), text=pack(MINIMAL.read_bytes()),
    )  # fmt: skip
    while not live.is_over:
        seat = live.waiting_for[0]
        live.choose(random_choice(compiled, live.state, seat, luck))
    return live.trace


def to_step(at: int, *people: str) -> Window:
    """The debrief of a small play at that step, with nothing written yet."""
    trace = finished_play(*(people or ("ferry",)))
    path = saves.finished() / "small.trace.json"
    save(trace, path)
    app = started(scenario=MINIMAL, language="en")
    play = Play.resume(library.open_scenario(MINIMAL, "en"), trace, path)
    assert isinstance(play, Play)
    app.play = play
    app.go.debrief()
    settle(app)
    debrief_of(app)._goer(app, at)()
    return app


def debrief_of(app: Window) -> DebriefScreen:
    """The debrief on the screen."""
    assert isinstance(app.screen, DebriefScreen)
    return app.screen


def kept(app: Window) -> tuple[Afterthoughts, ...]:
    """What is on the disk."""
    assert app.play is not None
    assert app.play.live.save_to is not None
    trace = load_trace(app.play.live.save_to)
    assert isinstance(trace, Trace)
    return trace.afterthoughts


@pytest.fixture
def friday() -> Window:
    """The last step, with three lines to write on."""
    return to_step(8)


@pytest.mark.slow
def test_a_space_in_a_line_is_a_space(friday: Window) -> None:
    """The keys of a whole sentence, digits and all, end up in the line and nowhere else."""
    said = "Bel Anja om 9 uur, één keer: «zoiets» 1 2 3"
    with_letters(friday, said)
    assert debrief_of(friday).at == 8
    assert kept(friday) == (Afterthoughts("ferry", friday=said),)
    assert any(said in line for line in friday.transcript())


@pytest.mark.slow
def test_every_letter_is_on_the_disk_at_once(friday: Window) -> None:
    said = ""
    for letter in "Bel Zoë":
        said += letter
        with_letters(friday, letter)
        assert kept(friday) == (Afterthoughts("ferry", friday=said),)


@pytest.mark.slow
def test_an_accent_typed_after_its_letter_joins_it(friday: Window) -> None:
    with_letters(friday, "cafe\u0301 e\u0308n")
    assert kept(friday)[0].friday == "café ën"
    friday.handle(key(pygame.K_LEFT))
    with_letters(friday, "x")
    assert kept(friday)[0].friday == "café ëxn"


@pytest.mark.slow
def test_enter_goes_from_line_to_line_and_then_to_what_goes_on(friday: Window) -> None:
    """Four times Enter presses nothing; the fifth would."""
    seen = []
    for _ in range(3):
        seen.append(friday.focus)
        friday.handle(key(pygame.K_RETURN))
    assert seen == ["write.ferry.friday", "write.ferry.tell", "write.ferry.sign"]
    assert friday.focus.startswith("debrief.")
    assert friday.screen.name == "debrief"


@pytest.mark.slow
def test_letters_are_put_in_and_taken_out_where_the_caret_is(friday: Window) -> None:
    with_letters(friday, "Bel Ana nu")
    for _ in range(4):
        friday.handle(key(pygame.K_LEFT))
    with_letters(friday, "j")
    assert kept(friday)[0].friday == "Bel Anja nu"
    for pressed, left in (
        (pygame.K_HOME, "Bel Anja nu"), (pygame.K_DELETE, "el Anja nu"),
        (pygame.K_BACKSPACE, "el Anja nu"), (pygame.K_END, "el Anja nu"),
        (pygame.K_BACKSPACE, "el Anja n"), (pygame.K_DELETE, "el Anja n"),
    ):  # fmt: skip
        friday.handle(key(pressed))
        assert kept(friday)[0].friday == left
    friday.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_BACKSPACE, mod=pygame.KMOD_CTRL,
                               unicode=""))  # fmt: skip
    assert kept(friday)[0].friday == "el Anja "


@pytest.mark.slow
def test_taking_everything_out_leaves_nothing(friday: Window) -> None:
    with_letters(friday, "ab")
    for _ in range(3):
        friday.handle(key(pygame.K_BACKSPACE))
    assert kept(friday) == ()


@pytest.mark.slow
def test_a_long_text_grows_and_stays_in_sight(friday: Window) -> None:
    friday.handle(pygame.Event(pygame.TEXTINPUT, text="woord " * 60))
    node = find(friday.tree(), "write.ferry.friday")
    assert isinstance(node, Field)
    assert len(kept(friday)[0].friday) == 360
    assert node.rect.h > 3 * friday.kit().px(17)
    friday.draw(pygame.Surface(friday.size))


@pytest.mark.slow
def test_a_disk_that_is_full_is_told_and_the_text_stays(
    friday: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError("full")

    monkeypatch.setattr("engine.play.trace.write_file", full)
    with_letters(friday, "Bel")
    assert friday.play is not None
    assert friday.play.is_unsaved
    assert friday.play.live.trace.written_by("ferry").friday == "Bel"
    assert find(friday.tree(), "window.unsaved") is not None


@pytest.mark.slow
def test_the_report_is_saved_where_the_window_says(friday: Window) -> None:
    with_letters(friday, "Bel Anja")
    with_mouse(friday, "debrief.report")
    (path,) = settings.reports().glob("*.html")
    assert any(str(path) in line for line in friday.transcript())
    assert "“Bel Anja”" in path.read_text("utf-8")
    with_keys(friday, "write.ferry.tell")
    with_letters(friday, "Hein")
    assert not any(str(path) in line for line in friday.transcript())
    with_mouse(friday, "debrief.report")
    assert list(settings.reports().glob("*.html")) == [path]
    assert "“Hein”" in path.read_text("utf-8")


@pytest.mark.slow
def test_the_report_is_not_written_over_what_is_not_one(friday: Window) -> None:
    mine = settings.reports() / "small.html"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    with_mouse(friday, "debrief.report")
    assert mine.read_text() == "mine"
    assert settings.reports().joinpath("small-2.html").is_file()


@pytest.mark.slow
def test_a_report_that_can_not_be_written_is_told(friday: Window) -> None:
    settings.reports().parent.mkdir(parents=True, exist_ok=True)
    settings.reports().write_text("a file")
    with_mouse(friday, "debrief.report")
    assert any("can't be written" in line for line in friday.transcript())


@pytest.mark.slow
def test_a_turning_point_is_kept_and_set_beside_the_story() -> None:
    app = to_step(LISTEN)
    with_mouse(app, "write.ferry.turn")
    with_letters(app, "the coat")
    with_mouse(app, "recall.ferry.1")
    assert kept(app) == (Afterthoughts("ferry", marked=TurnMarked("round", 1), turn="the coat"),)
    for at in (STORY, 2):
        debrief_of(app)._goer(app, at)()
        said = " ".join(app.transcript())
        assert "You chose round 1 as the turning point" in said
        assert "“the coat”" in said


@pytest.mark.slow
def test_a_turning_point_can_be_changed_and_taken_back() -> None:
    app = to_step(LISTEN)
    found = debrief_of(app).found
    assert found is not None
    for at, is_kept in ((1, True), (2, True), (2, False)):
        with_keys(app, f"recall.ferry.{at}")
        expected = Afterthoughts("ferry", marked=mark_of(found.timeline[at]))
        assert kept(app) == ((expected,) if is_kept else ())


@pytest.mark.slow
def test_at_a_shared_screen_everybody_is_asked_and_all_is_set_side_by_side() -> None:
    app = to_step(LISTEN, "ferry", "bikes")
    said = " ".join(app.transcript())
    for at, party in enumerate(("Vlieter Ferries", "Brouwer Bicycles"), start=1):
        assert f"{party}, which round was the turning point for you?" in said
        with_keys(app, f"recall.{('ferry', 'bikes')[at - 1]}.{at}")
    debrief_of(app)._goer(app, STORY)()
    said = " ".join(app.transcript())
    for party in ("Vlieter Ferries", "Brouwer Bicycles"):
        assert f"{party} chose" in said
    assert [each.party for each in kept(app)] == ["ferry", "bikes"]


@pytest.mark.slow
@pytest.mark.parametrize("at", [LISTEN, 8])
def test_a_step_that_asks_begins_at_its_line(at: int) -> None:
    app = to_step(at)
    assert app.focus.startswith("write.ferry.")
    names = [node.id for node in focusable(app.tree())]
    assert names.index(app.focus) < names.index("debrief.leave")


@pytest.mark.slow
def test_what_to_do_can_be_written_and_kept_without_going_through_the_steps() -> None:
    app = to_step(STORY)
    with_mouse(app, "write.ferry.friday")
    with_letters(app, "Ring Hein")
    with_mouse(app, "debrief.report")
    assert kept(app) == (Afterthoughts("ferry", friday="Ring Hein"),)
    assert len(list(settings.reports().glob("*.html"))) == 1


@pytest.mark.slow
def test_going_back_and_back_never_leaves() -> None:
    """The button that goes back stays in its place, and at the first step it does nothing."""
    app = to_step(3)
    back = find(app.tree(), "debrief.back")
    assert back is not None
    at = back.rect.center
    for _ in range(8):
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            app.handle(pygame.Event(kind, pos=at, button=1, touch=False))
        app.clock.skip(ONE_PRESS_MS)
        settle(app)
    assert debrief_of(app).at == LISTEN


@pytest.mark.slow
def test_a_window_closed_at_the_debrief_has_put_the_play_away() -> None:
    app = started(scenario=MINIMAL, seed=1, language="en")
    for name in played(app, with_keys, scenario=MINIMAL):
        if name == "debrief":
            break
    with_letters(app, "tired")
    assert not list(saves.unfinished().glob("*"))
    (path,) = saves.finished().glob("*.trace.json")
    trace = load_trace(path)
    assert isinstance(trace, Trace)
    assert trace.written_by("ferry").feeling == "tired"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("abc", ["abc"]),
        ("abc def", ["abc ", "def"]),
        ("abcdefghij", ["abcde", "fghij"]),
        ("ab cd ef", ["ab cd ", "ef"]),
        ("ab      ", ["ab      "]),
        ("a abcdefg h", ["a ", "abcde", "fg h"]),
    ],
)
def test_lines_break_after_spaces_and_lose_no_letter(text: str, lines: list[str]) -> None:
    found = lines_of(text, lambda part: len(part) <= 5)
    assert [text[start:end] for start, end in found] == lines
