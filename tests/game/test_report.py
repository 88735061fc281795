"""The report says what the debrief says, on a page that stands alone; the table has every round."""

import csv
import io
import re
from pathlib import Path

import html5lib
import pytest

from engine.debrief import COLUMNS, debrief
from engine.play.trace import Replayed, Trace, load_trace, replay
from engine.scenario.vocabulary import LANGUAGES, Language
from game import settings
from game.html.report import page
from game.pages.story import story_page
from game.presenters.debrief import steps_lines
from game.presenters.looking_back import story_lines
from game.presenters.page import Cast
from game.spreadsheet import csv_bytes
from game.words import words_in
from tests.conftest import SHIPPED, SMALL, compiled_of
from tests.game.conftest import MINIMAL, Run
from tests.game.test_hostile import leave_written
from tests.game.test_html import Reader
from tests.playing import play_anew

MOST_BYTES = 400_000


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    """A finished play by two people who wrote something."""
    path = tmp_path / "t.json"
    leave_written(path, compiled_of(Path(MINIMAL)), "=moe <b>")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path",
    [*(pytest.param(each, id=each.stem, marks=pytest.mark.slow) for each in SHIPPED), *SMALL[:3]],
)
@pytest.mark.slow
def test_a_report_is_valid_small_and_says_every_line_of_the_debrief(
    path: Path, language: Language
) -> None:
    compiled, words = compiled_of(path), words_in(language)
    played = play_anew(compiled, 5, "charmer", "builder")
    found, people = debrief(compiled, played, plays=20), list(compiled.parties)[:1]
    text = page(compiled, played.trace, found, words, people, for_trainer=True)
    html5lib.HTMLParser(strict=True).parse(text)
    assert len(text.encode()) < MOST_BYTES
    reader = Reader(text)
    assert "script" not in reader.tags
    assert not any(name.startswith("on") or name == "src" for name in reader.attributes)
    assert all(link.startswith("#") for link in re.findall(r'href="([^"]*)"', text))
    said = flat(reader.text)
    cast, story = Cast.of(compiled, words), story_page(compiled.scenario.title, found, people)
    for line in (*story_lines(cast, story), *steps_lines(cast, found, people)):
        assert flat(line.text) in said


@pytest.mark.slow
def test_every_drawing_has_a_title_and_a_description_of_its_own(trace: Path, run: Run) -> None:
    out = trace.with_name("t.html")
    run("debrief", str(trace), "--html", str(out), "--lang", "en")
    text = out.read_text("utf-8")
    drawn = re.findall(r'<svg role="img" aria-labelledby="([^"]+)"', text)
    assert len(drawn) >= 4
    for each in drawn:
        for name in each.split():
            assert text.count(f'id="{name}"') == 1
            assert re.search(rf'id="{name}">[^<]{{10,}}<', text)


@pytest.mark.slow
def test_what_was_written_is_in_the_report(trace: Path, run: Run) -> None:
    out = trace.with_name("t.html")
    said = run("debrief", str(trace), "--html", str(out), "--lang", "en")
    assert (said.code, said.out) == (0, f"The report is in {out}\n")
    told = flat(Reader(out.read_text("utf-8")).text)
    assert "In a word: Vlieter Ferries “=moe <b>”; Brouwer Bicycles “=moe <b>”" in told


@pytest.mark.slow
def test_a_report_for_one_seat_has_only_what_that_person_wrote(trace: Path, run: Run) -> None:
    out = trace.with_name("t.html")
    run("debrief", str(trace), "--html", str(out), "--seat", "bikes", "--lang", "en")
    told = flat(Reader(out.read_text("utf-8")).text)
    assert told.count("In a word: “=moe <b>”") == 1
    assert "Vlieter Ferries “=moe" not in told
    wrong = run("debrief", str(trace), "--seat", "bykes", "--lang", "en")
    assert wrong.code == 2
    assert "Did you mean “bikes”?" in wrong.err


@pytest.mark.slow
def test_an_older_report_is_replaced_and_nothing_else(trace: Path, run: Run) -> None:
    out = trace.with_name("t.html")
    for _ in range(2):
        assert run("debrief", str(trace), "--html", str(out)).code == 0
    out.write_text("mine")
    assert run("debrief", str(trace), "--html", str(out)).code == 2
    assert out.read_text() == "mine"
    assert run("debrief", str(trace), "--html", str(out), "--overwrite").code == 0


def test_reports_go_among_the_user_s_own_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings.reports() == settings.home() / "reports"
    monkeypatch.delenv(settings.HOME)
    monkeypatch.setattr(settings, "user_documents_path", lambda: tmp_path / "Documents")
    assert settings.reports() == tmp_path / "Documents/Samenspel"

    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(settings, "user_documents_path", homeless)
    assert settings.reports().is_absolute()


# --- the table --------------------------------------------------------------------------------


def table(trace: Path, run: Run) -> list[dict[str, str]]:
    """The rows of its table."""
    out = trace.with_name("t.csv")
    said = run("debrief", str(trace), "--csv", str(out), "--overwrite", "--lang", "en")
    assert (said.code, said.out) == (0, f"The table is in {out}\n")
    raw = out.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


@pytest.mark.slow
def test_the_table_has_a_row_for_each_party_in_each_round(trace: Path, run: Run) -> None:
    rows = table(trace, run)
    loaded = load_trace(trace)
    assert isinstance(loaded, Trace)
    played = replay(compiled_of(Path(MINIMAL)), loaded)
    assert isinstance(played, Replayed)
    rounds = int(played.state.world.round[0])
    assert [(row["round"], row["party"]) for row in rows] == [
        (str(at), party) for at in range(1, rounds + 1) for party in ("ferry", "bikes")
    ]
    value = played.state.world.alliance.value[0].tolist()
    assert [float(row["value"]) for row in rows[-2:]] == value
    assert {row["said_feeling"] for row in rows} == {"'=moe <b>"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n@", "\u202e=", "＝"])
def test_no_text_is_a_formula(start: str) -> None:
    text = csv_bytes(["a"], [[f"{start}cmd|' /C calc'!A0"]]).decode("utf-8-sig")
    (cell,) = list(csv.reader(io.StringIO(text, newline="")))[1]
    assert cell[0] in "'\\"
    assert not re.search("[\x00-\x1f\u202e]", cell)


def test_a_number_below_zero_stays_a_number() -> None:
    assert csv_bytes(["a", "b"], [[-0.5, None]]).decode("utf-8-sig") == "a,b\r\n-0.5,\r\n"


@pytest.mark.slow
@pytest.mark.parametrize("path", SHIPPED + SMALL, ids=lambda path: path.stem)
def test_every_value_is_what_the_dictionary_says(path: Path) -> None:
    from engine.debrief import rows

    compiled = compiled_of(path)
    for seed in range(3):
        played = play_anew(compiled, seed, "pressed", "charmer")
        found = debrief(compiled, played, plays=0)
        for row in rows(played.trace, found):
            for column, value in zip(COLUMNS, row, strict=True):
                is_text = column.unit in ("text", "name")
                assert value is None or isinstance(value, str) == is_text, column.name
                if isinstance(value, int | float):
                    assert column.low is None or value >= column.low, column.name
                    assert column.high is None or value <= column.high, column.name
