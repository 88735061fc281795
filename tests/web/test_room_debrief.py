"""The debrief of a room: what the wall, the phones and the files show, to whom, and from when."""

import asyncio
import csv
import io
import json
import re
import threading
from collections.abc import Awaitable, Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from engine.debrief import ASSUMPTIONS, Findings, Reach, debrief, judged, reach
from engine.live_play import CompiledScenario
from engine.play.events import Reckoned
from engine.play.trace import plain_choice
from game.pages.room_debrief import trust_path
from game.presenters.inside import division_words
from game.presenters.page import Cast, whole
from game.presenters.room_debrief import STEPS
from game.web import debriefing, looking_back
from game.web.debriefing import plays_of
from game.words import words_in
from game.workshop.earlier import _trust as drawn_of
from game.workshop.earlier import earlier_plays
from game.workshop.entries import (
    Agreed,
    Card,
    Debriefing,
    Marked,
    Moved,
    Recalled,
    Sealed,
    Showing,
    SteppedBack,
)
from tests.conftest import ROOT
from tests.playing import table_of
from tests.web.phones import text_of
from tests.web.rooms import Device, Played, played_room

SMALL = ROOT / "tests/scenarios/valid/small.yaml"
DICTIONARY = (ROOT / "engine/debrief/README.md").read_text("utf-8")
FEELING, CARD, NOTE = "wobbly-word", "card-of-friday", "pinned-note"


@pytest.fixture
def played(tmp_path: Path) -> Played:
    """Three tables of two people a party; the last did not get to the end."""
    return played_room(tmp_path, SMALL, tables=3, a_party=2, unfinished={3: 2})


def run(doing: Callable[[], Awaitable[Any]]) -> Any:
    async def done() -> Any:
        return await doing()

    return asyncio.run(done())


def text(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", html))


async def opens(trainer: Device, played: Played) -> None:
    """The trainer opens the debrief, and all the plays are looked back on."""
    assert (await trainer.does("console/do/debrief", begins="yes")).status_code == 303
    await plays_of(played.room)


async def agrees(played: Played, table: int) -> None:
    for party in played.room.compiled.parties:
        await played.writes(table, Agreed(party=party, person="x", agrees=True))


async def whole_wall(trainer: Device, wall: Device) -> list[str]:
    """Everything that the trainer can lead the room through, a screen at a time."""
    await trainer.does("console/do/show", what="debrief", step=0)
    seen: list[str] = []
    while True:
        screen = await wall.sees("wall")
        if seen and screen == seen[-1]:
            return seen
        seen.append(screen)
        await trainer.does("console/do/lead", way="on")


@pytest.mark.slow
def test_nothing_is_told_before_the_trainer_opens_the_debrief(played: Played) -> None:
    async def looks() -> None:
        me = played.person(1, 0)
        async with played.trainer() as trainer, played.device(me) as phone, played.device() as wall:
            await trainer.does("console/do/show", what="debrief", step=4, part=1)
            assert 'id="recall"' not in await phone.sees("seat")
            assert (await phone.does("do/recall", feeling=FEELING)).status_code == 303
            assert played.room.table(1).recalled == {}
            shown = text(await wall.sees("wall"))
            assert "The trainer opens it" in shown
            assert "Table" not in shown
            for name in ("room.html", "table-1.html", "room.csv", "room.jsonl"):
                assert (await trainer.asks(f"console/file/{name}")).status_code == 409

    run(looks)


@pytest.mark.slow
def test_opening_the_debrief_stops_the_tables_that_still_play(played: Played) -> None:
    async def looks() -> None:
        async with played.trainer() as trainer:
            assert played.room.table(3).is_playing
            await opens(trainer, played)
            assert played.room.table(3).is_paused
            assert not played.room.table(1).is_paused

    run(looks)


@pytest.mark.slow
def test_a_phone_asks_first_what_its_person_remembers(played: Played) -> None:
    async def looks() -> None:
        me, other = played.person(1, 0, 1), played.person(1, 0, 0)
        async with played.trainer() as trainer, played.device(me) as phone:
            await played.writes(1, Marked(step=2, person=me, note=NOTE))
            await played.writes(1, Marked(step=2, person=other, note="not mine"))
            await opens(trainer, played)
            before = await phone.sees("seat")
            assert 'id="recall"' in before
            assert 'id="story"' not in before
            assert "predicted" not in before
            await phone.does("do/recall", feeling=FEELING, turn="round.1")
            assert played.room.table(1).recalled[me].round == 1
            after = text(await phone.sees("seat"))
            assert FEELING in after
            assert "You chose round 1" in after
            # The predictions are this person's own, not those that its party sealed.
            assert "predicted opportunistic" in after
            assert "You wanted" in after
            assert f"Name-{other} wanted" not in after
            assert NOTE in after
            assert "not mine" not in after

    run(looks)


@pytest.mark.slow
def test_a_party_reads_who_of_it_wanted_what_and_of_the_others_only_how_many(
    played: Played,
) -> None:
    async def looks() -> None:
        words = words_in("en")
        me, theirs = played.person(1, 0, 0), played.person(1, 1, 1)
        async with played.trainer() as trainer, played.device(me) as phone, played.device() as wall:
            for table in (1, 2):
                await agrees(played, table)
            assert words("inside.others") not in text(await phone.sees("seat"))
            await opens(trainer, played)
            # Before somebody has said what it remembers, it is told nothing.
            assert words("inside.others") not in text(await phone.sees("seat"))
            await phone.does("do/recall")
            page = text(await phone.sees("seat"))
            assert f"Name-{played.person(1, 0, 1)} wanted" in page
            assert words("inside.others") in page
            found = await looking_back.found_at(played.room, played.room.table(1))
            cast = Cast.of(played.room.compiled, words)
            for each in found.divided(played.room.compiled.parties[1]):
                assert division_words(cast, each) in page
            assert theirs not in page
            seen = text(" ".join(await whole_wall(trainer, wall)))
            assert words("room.3.inside") in seen
            assert "Name-" not in seen

    run(looks)


@pytest.mark.slow
def test_it_is_told_who_chose_for_people_who_were_not_there(tmp_path: Path) -> None:
    played = played_room(tmp_path, SMALL, tables=1)

    async def looks() -> None:
        party = played.room.compiled.parties[0]
        here = played.room.table(1)
        await played.writes(1, SteppedBack(step=here.step - 1))
        while not here.live.is_over:
            for each in here.live.waiting_for:
                chosen = here.live.suggestion(each, "charmer")
                made = Sealed(
                    step=here.step, party=each, choice=plain_choice(chosen),
                    persona="charmer" if each == party else None, late=each == party,
                )  # fmt: skip
                await played.writes(1, made)
        async with (
            played.trainer() as trainer,
            played.device(played.person(1, 1)) as phone,
            played.device() as wall,
        ):
            await agrees(played, 1)
            await opens(trainer, played)
            await phone.does("do/recall")
            name = Cast.of(played.room.compiled, words_in("en")).party(party)
            said = f"time was up for {name}, and the charmer, a computer player, chose."
            assert said in text(await phone.sees("seat"))
            assert said in text(" ".join(await whole_wall(trainer, wall)))
            report = (await trainer.asks("console/file/table-1.html")).text
            assert said in text(report)

    run(looks)


@pytest.mark.slow
def test_whoever_looked_on_reads_the_story_of_the_table(played: Played) -> None:
    async def looks() -> None:
        me = played.person(1, 0)
        await played.room.in_room(lambda _: (Moved(person=me, table=1, party=None),))
        async with played.trainer() as trainer, played.device(me) as phone:
            await opens(trainer, played)
            await phone.does("do/recall", turn="round.1")
            page = await phone.sees("seat")
            assert 'id="story"' in page
            assert 'action="do/agree"' not in page
            assert "You" not in text(page[page.index('id="story"') : page.index('id="card"')])

    run(looks)


@pytest.mark.slow
def test_a_turning_point_that_never_was_is_not_kept(played: Played) -> None:
    async def looks() -> None:
        me = played.person(1, 1)
        async with played.trainer() as trainer, played.device(me) as phone:
            await opens(trainer, played)
            await phone.does("do/recall", feeling="x" * 400, turn="round.999")
            kept = played.room.table(1).recalled[me]
            assert (kept.turn, len(kept.feeling)) == (None, 40)

    run(looks)


@pytest.mark.slow
def test_each_step_asks_before_it_tells(played: Played) -> None:
    async def looks() -> None:
        async with played.trainer() as trainer, played.device() as wall:
            await agrees(played, 1)
            await opens(trainer, played)
            for step in range(STEPS):
                await trainer.does("console/do/show", what="debrief", step=step)
                asked = await wall.sees("wall")
                assert 'class="asked"' in asked
                assert "Table 1" not in text(asked)
            assert any("Table 1" in text(screen) for screen in await whole_wall(trainer, wall))

    run(looks)


@pytest.mark.slow
def test_the_trainer_leads_on_and_back_through_the_same_screens(played: Played) -> None:
    async def looks() -> None:
        async with played.trainer() as trainer, played.device() as wall:
            await agrees(played, 1)
            await opens(trainer, played)
            forth = await whole_wall(trainer, wall)
            assert len(forth) > STEPS
            back = [await wall.sees("wall")]
            for _ in forth[1:]:
                await trainer.does("console/do/lead", way="back")
                back.append(await wall.sees("wall"))
            assert back[::-1] == forth

    run(looks)


@pytest.mark.slow
def test_a_table_is_named_on_the_wall_while_all_its_parties_agree(played: Played) -> None:
    async def looks() -> None:
        async with played.trainer() as trainer, played.device() as wall:
            await agrees(played, 2)
            await opens(trainer, played)
            told = text(" ".join(await whole_wall(trainer, wall)))
            assert "Table 2" in told
            assert "Table 1" not in told
            assert "Table 3" not in told
            assert "2 tables aren't shown by name" in told
            phone = played.person(2, 0)
            async with played.device(phone) as device:
                await device.does("do/recall")
                assert "Your party says: yes" in text(await device.sees("seat"))
                await device.does("do/agree", agrees="no")
            assert "Table 2" not in text(" ".join(await whole_wall(trainer, wall)))

    run(looks)


@pytest.mark.slow
def test_an_unfinished_table_is_shown_as_such_and_all_had_the_same_luck(played: Played) -> None:
    async def looks() -> None:
        async with played.trainer() as trainer, played.device() as wall:
            for table in (1, 2, 3):
                await agrees(played, table)
            await opens(trainer, played)
            told = text(" ".join(await whole_wall(trainer, wall)))
            assert "Table 3 (not finished)" in told
            assert "Table 1 (not finished)" not in told
            assert "All tables had the same luck" in told

    run(looks)


@pytest.mark.slow
def test_what_people_wrote_is_shown_among_the_words_of_others(played: Played) -> None:
    async def looks() -> None:
        async with played.trainer() as trainer, played.device() as wall:
            for who in (0, 1):
                person = played.person(1, 0, who)
                await played.writes(1, Recalled(person=person, feeling=FEELING))
            await opens(trainer, played)
            assert FEELING not in " ".join(await whole_wall(trainer, wall))
            third = Recalled(person=played.person(2, 0), feeling="calm")
            await played.writes(2, third)
            told = " ".join(await whole_wall(trainer, wall))
            assert FEELING in told
            assert "calm" in told
            assert "Name-" not in told

    run(looks)


# --- worked out -----------------------------------------------------------------------------------


@pytest.mark.slow
def test_each_play_is_looked_back_on_once_while_the_room_goes_on(
    played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on, asked = threading.Event(), []

    def slow(*given: Any) -> Findings:
        asked.append(given)
        may_go_on.wait(20)
        return debrief(*given)

    monkeypatch.setattr(looking_back, "debrief", slow)

    async def looks() -> None:
        async with played.trainer() as trainer, played.device() as wall:
            await trainer.does("console/do/debrief", begins="yes")
            screens = await asyncio.gather(*(wall.sees("wall") for _ in range(5)))
            assert all("still looking back on tables 1, 2 and 3" in text(s) for s in screens)
            may_go_on.set()
            await plays_of(played.room)
            assert "still looking back" not in text(await wall.sees("wall"))
            assert len(asked) == 3

    run(looks)


# --- what could have been reached, and what the model assumes -------------------------------------


@pytest.mark.slow
def test_the_wall_shows_what_could_have_been_reached_and_works_it_out_once(
    played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def counted(*given: Any) -> Reach:
        asked.append(given)
        compiled, seed = given
        return reach(compiled, seed, talks=30)

    monkeypatch.setattr(debriefing, "reach", counted)

    async def looks() -> None:
        async with played.trainer() as trainer, played.device() as wall:
            for table in (1, 2, 3):
                await agrees(played, table)
            await opens(trainer, played)
            seen = [s for s in await whole_wall(trainer, wall) if "could have been reached" in s]
            assert len(seen) == 1
            assert "Of the 30 talks" in text(seen[0]) or "None of the 30" in text(seen[0])
            assert seen[0].count("<svg") == 1
            assert len(asked) == 1
            assert asked[0][1] == played.room.room.opened.seed
            report = (await trainer.asks("console/file/room.html")).text
            assert "could have been reached" in report
            assert len(asked) == 1

    run(looks)


@pytest.mark.slow
def test_the_trainer_turns_what_the_model_assumes_and_the_wall_judges_by_it(
    played: Played,
) -> None:
    async def looks() -> None:
        async with played.trainer() as trainer, played.device() as wall:
            for table in (1, 3):
                await agrees(played, table)
            await opens(trainer, played)
            console = await trainer.sees("console")
            assert console.count('type="range"') == len(ASSUMPTIONS)
            assert (await trainer.does("console/do/assume", grab=0.8)).status_code == 303
            await plays_of(played.room)
            showing = played.room.room.showing
            assert (showing.step, dict(showing.assumed)) == (7, {"grab": 0.8})
            seen = text(await wall.sees("wall"))
            assert "the model, not the truth" in seen
            assert "0.80 instead of 0.60" in seen
            assert "Table 2" not in seen
            trace = played.room.table(1).live.trace
            other = judged(played.room.compiled, trace, {"grab": 0.8})
            for party, value in other.value.items():
                name = Cast.of(played.room.compiled, words_in("en")).party(party)
                assert f"{name} {whole(value)}" in seen
            await trainer.does("console/do/assume", yield_=3.6)
            await plays_of(played.room)
            again = text(await wall.sees("wall"))
            for party, value in judged(played.room.compiled, trace, {"yield_": 3.6}).value.items():
                name = Cast.of(played.room.compiled, words_in("en")).party(party)
                assert f"{name} {whole(value)}" in again
            await trainer.does("console/do/assume", grab=0.8)
            # It stays as it is while the trainer leads on, and goes when it is put back.
            await trainer.does("console/do/lead", way="back")
            await trainer.does("console/do/lead", way="on")
            assert "0.80 instead of 0.60" in text(await wall.sees("wall"))
            await trainer.does("console/do/assume", **{"as": "model", "grab": 0.8})
            assert played.room.room.showing.assumed == {}
            assert "instead of" not in text(await wall.sees("wall"))

    run(looks)


@pytest.mark.slow
def test_no_assumption_lies_beyond_its_range_and_only_the_trainer_turns_one(
    played: Played,
) -> None:
    async def looks() -> None:
        async with played.trainer() as trainer, played.device(played.person(1, 0)) as phone:
            await opens(trainer, played)
            for wrong in ("9", "-1", "nan", "inf", "x", "1e999"):
                answer = await trainer.does("console/do/assume", grab=wrong)
                assert answer.status_code == 400, wrong
            assert (await phone.does("console/do/assume", grab=0.8)).status_code == 403
            assert played.room.room.showing.assumed == {}
            with pytest.raises(ValidationError):
                Showing(what="debrief", assumed={"grab": 9.0})

    run(looks)


# --- earlier groups -------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_trust_of_an_earlier_group_is_drawn_as_that_of_a_table(
    minimal: CompiledScenario,
) -> None:
    scenes = 0
    for seed in range(6):
        live = table_of(minimal, seed, ferry="charmer", bikes="pressed")
        live.run()
        assert drawn_of(live) == trust_path(debrief(minimal, live.replayed, plays=0))
        scenes += any(isinstance(event, Reckoned) for event in live.events)
    assert scenes


@pytest.mark.slow
def test_earlier_groups_of_the_same_scenario_are_ghosts(tmp_path: Path) -> None:
    before = played_room(tmp_path, SMALL, tables=2, code="olds", seed=9)
    played_room(tmp_path, SMALL, code="busy", unfinished={2: 3}, journal=before.journal)
    changed = tmp_path / "changed.yaml"
    changed.write_text(SMALL.read_text("utf-8").replace("chance: 20", "chance: 21"), "utf-8")
    played_room(tmp_path, changed, code="else", tables=1, journal=before.journal)
    now = played_room(tmp_path, SMALL, code="test", tables=1, journal=before.journal)
    found = earlier_plays(now.journal, now.room.compiled, "test", now.room.room.opened.digest)
    assert len(found) == 2
    for each, table in zip(found, (1, 2), strict=True):
        there = before.room.table(table).live
        assert each.outcome in str(there.events[-1])
        assert each.trust[0][0] == 0
        assert all(0 <= trust <= 1 for _, trust in each.trust)

        # The grey lines are drawn as the tables' own are.
        taught = debrief(before.room.compiled, there.replayed, plays=0)
        assert each.trust == trust_path(taught)

    async def looks() -> None:
        async with now.trainer() as trainer, now.device() as wall:
            await agrees(now, 1)
            await opens(trainer, now)
            told = text(" ".join(await whole_wall(trainer, wall)))
            assert "2 tables of earlier groups" in told
            assert "Earlier groups" in told
            assert "Name-" not in told

    run(looks)


# --- files ----------------------------------------------------------------------------------------

FILES = ("room.html", "table-1.html", "table-3.html", "room.csv", "room.jsonl")


@pytest.mark.slow
def test_files_are_for_the_trainer_and_hold_no_name_and_nothing_that_was_written(
    played: Played,
) -> None:
    async def looks() -> None:
        me = played.person(1, 0)
        await played.writes(
            1, Recalled(person=me, feeling=FEELING), Card(person=me, text=CARD),
            Marked(step=2, person=me, note=NOTE),
        )  # fmt: skip
        async with played.trainer() as trainer, played.device(me) as phone:
            await opens(trainer, played)
            for name in FILES:
                assert (await phone.asks(f"console/file/{name}")).status_code == 403
                answer = await trainer.asks(f"console/file/{name}")
                assert answer.status_code == 200
                given = answer.headers["content-disposition"]
                assert re.fullmatch(r'attachment; filename="samenspel-[A-Za-z0-9.-]+"', given)
                for secret in ("Name-", me, FEELING, CARD, NOTE):
                    assert secret not in answer.text, (name, secret)
            for name in ("table-9.html", "table-01.html", "table-0.html", "x%0d%0aSet-Cookie: a"):
                assert (await trainer.asks(f"console/file/{name}")).status_code == 404

    run(looks)


@pytest.mark.slow
def test_the_tables_have_every_round_of_every_table(played: Played) -> None:
    async def looks() -> None:
        async with played.trainer() as trainer:
            await opens(trainer, played)
            written = (await trainer.asks("console/file/room.csv")).content.decode("utf-8-sig")
            lines = list(csv.DictReader(io.StringIO(written)))
            found = {
                n: (await looking_back.found_at(played.room, played.room.table(n)))
                for n in (1, 2, 3)
            }
            rounds = {n: sum(e.kind == "round" for e in each.timeline) for n, each in found.items()}
            counted = {n: sum(line["table"] == str(n) for line in lines) for n in rounds}
            assert counted == {n: 2 * many for n, many in rounds.items()}
            data = (await trainer.asks("console/file/room.jsonl")).text.splitlines()
            each = [json.loads(line) for line in data]
            assert [line["table"] for line in each] == [1, 2, 3]
            assert len({line["seed"] for line in each}) == 1
            assert {wish["person"] for wish in each[0]["wishes"]} == {1, 2, 3, 4}

    run(looks)


@pytest.mark.slow
def test_closing_the_debrief_hides_it_again(played: Played) -> None:
    async def looks() -> None:
        me = played.person(1, 0)
        async with played.trainer() as trainer, played.device(me) as phone:
            await opens(trainer, played)
            await phone.does("do/recall")
            assert 'id="story"' in await phone.sees("seat")
            await played.room.in_room(lambda _: (Debriefing(begins=False),))
            assert 'id="story"' not in await phone.sees("seat")
            assert (await trainer.asks("console/file/room.html")).status_code == 409

    run(looks)


@pytest.mark.slow
def test_every_name_in_a_file_of_the_room_is_in_the_data_dictionary(played: Played) -> None:
    async def look() -> tuple[list[str], dict[str, Any]]:
        async with played.trainer() as trainer:
            await opens(trainer, played)
            table = (await trainer.asks("console/file/room.csv")).content.decode("utf-8-sig")
            lines = (await trainer.asks("console/file/room.jsonl")).text.splitlines()
            return next(csv.reader(io.StringIO(table))), json.loads(lines[0])

    columns, line = run(look)
    told = DICTIONARY.partition("## The files of a workshop")
    for column in columns:
        assert f"\n| `{column}` |" in told[0] + told[2], column
    assert set(line) == set(re.findall(r"^\| `(\w+)` \| [^|]*\|$", told[2], re.M))
    wishes = next(row for row in told[2].splitlines() if row.startswith("| `wishes`"))
    assert {*line["wishes"][0]} == {*re.findall(r"`(\w+)`", wishes)} - {"wishes"}


@pytest.mark.slow
def test_a_looking_back_that_fails_says_so_and_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played, fails = played_room(tmp_path, SMALL, tables=2), [True]

    def sometimes(*arguments: Any) -> Findings:
        if fails[0] and arguments[1].trace == played.room.table(2).live.trace:
            raise MemoryError("too large")
        return debrief(*arguments)

    monkeypatch.setattr(looking_back, "debrief", sometimes)
    monkeypatch.setattr(looking_back, "AGAIN", 0.3)
    says = words_in("en")

    async def look() -> None:
        person = played.person(2, 0)
        async with played.trainer() as trainer, played.device(person) as device:
            await trainer.does("console/do/debrief", begins="yes")
            await trainer.does("console/do/show", what="debrief", step=2, part=1)
            await device.does("do/recall", feeling="odd", turn="")
            assert says("room.failed") in plain(await device.sees("seat"))
            told = says("room.failed.tables", n=1, tables="2")
            wall = plain(await trainer.sees("wall"))
            assert told in wall
            assert says("room.waiting", n=1, tables="2") not in wall
            assert told in plain(await trainer.sees("console"))
            answer = await trainer.asks("console/file/room.csv")
            assert answer.status_code == 503
            assert says("room.failed.file") in plain(answer.text)
            assert (await trainer.asks("console/file/table-1.html")).status_code == 200
            assert (await trainer.asks("console/file/room.html")).status_code == 200
            fails[0] = False
            while says("room.failed") in (told := plain(await device.sees("seat"))):
                await asyncio.sleep(0.05)
            assert says("room.guessed") in told
            assert (await trainer.asks("console/file/room.csv")).status_code == 200

    asyncio.run(look())


def plain(page: str) -> str:
    """What a page says."""
    return text_of(unescape(page))
