"""Who learns what: an example of every kind of event, and what each seat hears of it.

Three parties: what happens concerns the miller, or the miller and the farmer; the bank is the
third, which only hears what everybody at the table sees. The room is nobody's seat.
"""

from dataclasses import dataclass, replace
from typing import get_args

import numpy as np
import pytest

from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.events import (
    ChangeRefused,
    Confronted,
    Discovered,
    Ended,
    Event,
    Exchanged,
    GameChanged,
    GaveWay,
    KeptBack,
    LinesTold,
    Measured,
    MomentCalled,
    MoveMade,
    OptionTaken,
    OwnedUp,
    Parted,
    PersonArrived,
    PhaseOpened,
    Place,
    Predicted,
    Proposed,
    Reckoned,
    Reflected,
    Repaired,
    Replied,
    Responded,
    RitualHeld,
    ScriptEventOccurred,
    Spoken,
    Suspected,
    Voted,
    WalkedOut,
)
from engine.play.measures import Gauges, Measures
from engine.play.state import Stage
from engine.play.view.heard import (
    Against,
    CallSeen,
    ChangeSeen,
    ConfrontationSeen,
    Consequence,
    EndSeen,
    ExchangeHeard,
    FoundMove,
    FoundOut,
    Heard,
    LinesHeard,
    MoveSeen,
    OptionSeen,
    OwnUpSeen,
    PartingSeen,
    PersonSeen,
    PhaseSeen,
    ProposalSeen,
    ReflectionFelt,
    RefusalSeen,
    RepairFelt,
    ReplySeen,
    ResponseSeen,
    RitualSeen,
    Rival,
    SceneFelt,
    ScriptEventSeen,
    Suspicion,
    VoteSeen,
    WalkOutSeen,
)
from engine.play.view.records import ChangeCard, MatterSeen, Speaker, Utterance
from engine.play.view.room import room
from engine.play.view.situation import view
from engine.play.view.visibility import drawing_of, hear, visible
from engine.scenario.load import load_text
from engine.scenario.schema import Occasion, Text
from tests.conftest import MILL, ROOT, compiled_of
from tests.playing import moves as chosen
from tests.playing import of_kind, play, random_play

PARTIES = ("miller", "farmer", "banker")
ROUND = Place(2, Stage.ROUND, "harvest")
MOMENT = Place(2, Stage.DIFFERENCES, "by-the-river")
CALLED = Place(2, Stage.DIFFERENCES, "harvest")
VOTE = Place(2, Stage.DECISION, "by-the-river")
SCENE = Place(2, Stage.CONFRONTED, "harvest")


def text(english: str) -> Text:
    """A text of the scenario, which is in English only."""
    return Text(en=english)


MILLER = Speaker("miller.owner", "Ada Finch", text("miller"), "miller")
FARMER = Speaker("farmer.head", "Ben Marsh", text("farmer"), "farmer")
CLERK = Speaker("banker.clerk", "Cleo Hart", text("clerk"), "banker")

NO_BANK_TALK = ChangeCard(
    "rules/no-bank-talk/drop", "rules", "no-bank-talk", text("No word about the mortgage"),
    text("It spoils the harvest."), "drop", "majority",
)  # fmt: skip
FORFEIT = ChangeCard(
    "rules/forfeit/amount", "rules", "forfeit", text("A forfeit"),
    text("Whoever leaves pays it."), "amount", "all", amount=None, between=(0, 40),
)  # fmt: skip
SCALES = ChangeCard(
    "props/scales/hold/farmer", "props", "scales", text("the scales"),
    text("They stand where everybody can see them."), "hold", "all", holder="farmer",
)  # fmt: skip


SHORT = MatterSeen(
    "farmer", "miller", "discovery", came_out=(text("Every sack is two pounds short."), None)
)
REFUSED = MatterSeen("farmer", "miller", "refusal", change=NO_BANK_TALK, also=("banker",))
PROMISED = MatterSeen("miller", "farmer", "promise", promised=text("The stones turn."), came="half")
FREEZES = ("says.freeze", 3)
BEFELL = MatterSeen("farmer", "miller", "leak", event=text("No rain"))


def measures(kept: float) -> Measures:
    """Measures in which every number says whose it is; kept: which of them this is."""

    def about(measure: int) -> dict[str, dict[str, float]]:
        return {
            i: {j: kept + measure + a / 10 + b / 100 for b, j in enumerate(PARTIES) if i != j}
            for a, i in enumerate(PARTIES)
        }

    def by(measure: int) -> dict[str, float]:
        return {i: kept + measure + a / 10 for a, i in enumerate(PARTIES)}

    return Measures(
        trust=about(1), reliability=about(2), ceiling=about(3), perceived_risk=about(4),
        real_risk=about(5), confidence=about(6), exposure=about(7), safety=by(8),
        internal_balance=by(9), pressure=by(10), value=by(11), payoff=by(12),
        mean_trust=kept + 13, formal_overlap=kept + 14, understanding=kept + 15,
        lock_in=kept + 16, transaction_cost=kept + 17, maturity=kept + 18,
    )  # fmt: skip


def gauges(kept: float, me: int) -> Gauges:
    """What the party with that number may know of those measures."""

    def about(measure: int) -> dict[str, float]:
        return {
            j: kept + measure + me / 10 + b / 100 for b, j in enumerate(PARTIES) if j != PARTIES[me]
        }

    def own(measure: int) -> float:
        return kept + measure + me / 10

    return Gauges(
        trust=about(1), reliability=about(2), perceived_risk=about(4), confidence=about(6),
        exposure=about(7), safety=own(8), internal_balance=own(9), pressure=own(10),
        value=own(11), payoff=own(12), formal_overlap=kept + 14, understanding=kept + 15,
        lock_in=kept + 16,
    )  # fmt: skip


@dataclass(frozen=True)
class Case:
    """An event, and what is heard of it: by the miller, the farmer, the bank and in the room."""

    name: str
    event: Event
    miller: Heard | None
    farmer: Heard | None
    banker: Heard | None
    room: Heard | None


def to_all(name: str, event: Event, heard: Heard) -> Case:
    """The same for everybody."""
    return Case(name, event, heard, heard, heard, heard)


def as_own(name: str, event: Event, own: Heard, others: Heard) -> Case:
    """What the miller hears as its own, and everybody else alike."""
    return Case(name, event, own, others, others, others)


def move(name: str = "short-weight", *, slipped: bool = False, vetoed: bool = False) -> MoveMade:
    """What the miller did, hiding it."""
    return MoveMade(
        ROUND, party="miller", move=name, stance="opportunistic", face="reciprocal",
        guile=True, slipped=slipped, vetoed=vetoed,
    )  # fmt: skip


TALK = (
    Utterance(text("All yours."), MILLER),
    Utterance(text("I have written it down."), CLERK),
)
CASES = (
    to_all(
        "phase",
        PhaseOpened(Place(3, Stage.ROUND, "flood"), decor="mill-floor"),
        PhaseSeen(
            3, "flood", text("High water"), text("The lower floor is gone."),
            text("the mill floor"), text("Everything is white."),
        ),
    ),
    to_all(
        "ritual",
        RitualHeld(ROUND, ritual="bread", hollow=False),
        RitualSeen(2, "bread", text("Break bread"), text("The loaf goes round."), hollow=False),
    ),
    to_all(
        "hollow ritual",
        RitualHeld(ROUND, ritual="bread", hollow=True),
        RitualSeen(2, "bread", text("Break bread"), text("Nobody takes any."), hollow=True),
    ),
    to_all(
        "opening lines",
        LinesTold(ROUND, "opens_with", (Spoken("miller.owner", text("Mind the step.")),)),
        LinesHeard(2, (Utterance(text("Mind the step."), MILLER),), asks=False),
    ),
    to_all(
        "situation",
        LinesTold(ROUND, "situation", (Spoken(None, text("The sun comes out.")),)),
        LinesHeard(2, (Utterance(text("The sun comes out.")),), asks=False),
    ),
    to_all(
        "question",
        LinesTold(MOMENT, "ask", (Spoken(None, text("Who counts in sacks and who in years?")),)),
        LinesHeard(2, (Utterance(text("Who counts in sacks and who in years?")),), asks=True),
    ),
    as_own(
        "newcomer",
        PersonArrived(ROUND, role="miller.owner", lines=(Spoken("miller.owner", text("Late.")),)),
        PersonSeen(2, "miller", True, MILLER, (Utterance(text("Late."), MILLER),)),
        PersonSeen(2, "miller", False, MILLER, (Utterance(text("Late."), MILLER),)),
    ),
    Case(
        "prediction",
        Predicted(ROUND, party="miller", about="farmer", stance="reciprocal", probability=0.8),
        None, None, None, None,
    ),
    as_own(
        "hidden move",
        move(),
        MoveSeen(
            2, "miller", True, text("Flour on time."), "reciprocal", "all", "short-weight",
            text("Give short weight"),
        ),
        MoveSeen(
            2, "miller", False, text("Flour on time."), "reciprocal", "all",
        ),
    ),
    as_own(
        "slip",
        move("two-buyers", slipped=True),
        MoveSeen(
            2, "miller", True, text("A firm handshake."), "trust-building", "half",
            "two-buyers", text("Promise it to somebody else as well"),
        ),
        MoveSeen(2, "miller", False, text("A firm handshake."), "trust-building", "half"),
    ),
    as_own(
        "move that the own house stopped",
        move("sit", vetoed=True),
        MoveSeen(
            2, "miller", True, text("Somebody looks at the wheel."), "reciprocal",
            "stopped", "sit", text("Say nothing"),
        ),
        MoveSeen(
            2, "miller", False, text("Somebody looks at the wheel."), "reciprocal", "nothing"
        ),
    ),
    as_own(
        "call",
        MomentCalled(ROUND, party="miller", alone=True),
        CallSeen(2, "miller", True, alone=True),
        CallSeen(2, "miller", False, alone=True),
    ),
    as_own(
        "call that the script answers",
        MomentCalled(ROUND, party="miller", alone=True, spared=True),
        CallSeen(2, "miller", True, alone=True, spared=True),
        CallSeen(2, "miller", False, alone=True, spared=True),
    ),
    as_own(
        "walking out",
        WalkedOut(ROUND, party="miller"),
        WalkOutSeen(2, "miller", True),
        WalkOutSeen(2, "miller", False),
    ),
    Case(
        "discovery",
        Discovered(ROUND, by="farmer", of="miller", moves=("short-weight", "sit"), how="move"),
        None,  # not before it is raised
        FoundOut(
            2, "miller", False, "farmer",
            (
                FoundMove("short-weight", text("Every sack is two pounds short."), None),
                FoundMove("sit", None, None),
            ),
        ),
        None,
        None,
    ),
    Case(
        "discovery in a reflection moment",
        Discovered(VOTE, by="farmer", of="miller", moves=("two-buyers",), how="reflection"),
        FoundOut(
            2, "miller", True, "farmer",
            (
                FoundMove(
                    "two-buyers", text("Two carts arrive for the same sacks."),
                    text("Promise it to somebody else as well"),
                ),
            ),
        ),
        FoundOut(
            2, "miller", False, "farmer",
            (FoundMove("two-buyers", text("Two carts arrive for the same sacks."), None),),
        ),
        None,
        None,
    ),
    Case(
        "what it tells itself",
        OwnedUp(ROUND, party="miller", to="farmer", moves=("short-weight",)),
        OwnUpSeen(2, "miller", True, "farmer", (text("Give short weight"),)),
        OwnUpSeen(2, "miller", False, "farmer", (text("Flour on time."),)),
        None,
        None,
    ),
    Case(
        "suspicion",
        Suspected(ROUND, by="miller", of="farmer"),
        Suspicion(2, "farmer"), None, None, None,
    ),
    Case(
        "repair",
        Repaired(ROUND, party="farmer", to="miller", type="apology", change=0.04),
        RepairFelt(2, "farmer", 0.04), None, None, None,
    ),
    Case(
        "an apology that moved nothing",
        Repaired(ROUND, party="farmer", to="miller", type="apology", change=0.004),
        None, None, None, None,
    ),
    as_own(
        "exchange",
        Exchanged(
            ROUND,
            party="miller",
            lines=(
                Spoken("miller.owner", text("All yours.")),
                Spoken("banker.clerk", text("I have written it down.")),
            ),
        ),
        ExchangeHeard(2, "miller", True, TALK),
        ExchangeHeard(2, "miller", False, TALK),
    ),
    as_own(
        "event of the script that befalls one",
        ScriptEventOccurred(
            ROUND, event="inspector", party="miller",
            lines=(Spoken("banker.clerk", text("I did not send him.")),),
        ),
        ScriptEventSeen(
            2, "inspector", "miller", True, text("The inspector"),
            text("Somebody weighs every sack."),
            (Utterance(text("I did not send him."), CLERK),),
        ),
        ScriptEventSeen(
            2, "inspector", "miller", False, text("The inspector"),
            text("Somebody weighs every sack."),
            (Utterance(text("I did not send him."), CLERK),),
        ),
    ),
    to_all(
        "event of the script that befalls all",
        ScriptEventOccurred(ROUND, event="drought", party=None, adopted=("dry-season",)),
        ScriptEventSeen(
            2, "drought", None, False, text("No rain"), text("The river drops by a foot."), ()
        ),
    ),
    Case(
        "numbers of a round",
        Measured(
            ROUND, measures(0), measures(100),
            {
                "miller": {"farmer": {"experience": -0.1}, "banker": {"talk": 0.2}},
                "farmer": {"miller": {"discovery": -0.3}},
            },
        ),
        Consequence(
            2, gauges(0, 0), gauges(100, 0),
            {"farmer": {"experience": -0.1}, "banker": {"talk": 0.2}},
        ),
        Consequence(2, gauges(0, 1), gauges(100, 1), {"miller": {"discovery": -0.3}}),
        Consequence(2, gauges(0, 2), gauges(100, 2), {}),
        None,
    ),
    as_own(
        "option",
        OptionTaken(
            MOMENT, step="differences", party="miller", option="name-difference",
            said=Spoken("miller.owner", text("I count in years.")),
        ),
        OptionSeen(
            2, "miller", True, "name-difference", text("Say what you count in"),
            Utterance(text("I count in years."), MILLER),
        ),
        OptionSeen(
            2, "miller", False, "name-difference", text("Say what you count in"),
            Utterance(text("I count in years."), MILLER),
        ),
    ),
    as_own(
        "option without words of the author",
        OptionTaken(MOMENT, step="differences", party="miller", option="joke-away", said=None),
        OptionSeen(2, "miller", True, "joke-away", None, None),
        OptionSeen(2, "miller", False, "joke-away", None, None),
    ),
    as_own(
        "option of a called moment",
        OptionTaken(
            CALLED, step="differences", party="miller", option="joke-away",
            said=Spoken("miller.owner", text("Rain again.")),
        ),
        OptionSeen(
            2, "miller", True, "joke-away", text("Joke about the weather"),
            Utterance(text("Rain again."), MILLER),
        ),
        OptionSeen(
            2, "miller", False, "joke-away", text("Joke about the weather"),
            Utterance(text("Rain again."), MILLER),
        ),
    ),
    as_own(
        "proposal",
        Proposed(VOTE, party="miller", change="rules/forfeit/amount", amount=25),
        ProposalSeen(2, "miller", True, FORFEIT, 25),
        ProposalSeen(2, "miller", False, FORFEIT, 25),
    ),
    as_own(
        "no proposal",
        Proposed(VOTE, party="miller", change=None, amount=None),
        ProposalSeen(2, "miller", True, None, None),
        ProposalSeen(2, "miller", False, None, None),
    ),
    as_own(
        "vote",
        Voted(VOTE, party="miller", proposer="farmer", yes=False),
        VoteSeen(2, "miller", True, "farmer", False),
        VoteSeen(2, "miller", False, "farmer", False),
    ),
    as_own(
        "changed rule",
        GameChanged(
            VOTE, by="miller", change="rules/no-bank-talk/drop", chapter="rules",
            name="no-bank-talk", action="drop", before=True, after=False,
            consent=("miller", "farmer"),
        ),
        ChangeSeen(2, "miller", True, NO_BANK_TALK, None),
        ChangeSeen(2, "miller", False, NO_BANK_TALK, None),
    ),
    as_own(
        "changed number",
        GameChanged(
            VOTE, by="miller", change="rules/forfeit/amount", chapter="rules", name="forfeit",
            action="amount", before=10.0, after=25.0, consent=PARTIES,
        ),
        ChangeSeen(2, "miller", True, replace(FORFEIT, amount=10), 25),
        ChangeSeen(2, "miller", False, replace(FORFEIT, amount=10), 25),
    ),
    as_own(
        "prop in other hands",
        GameChanged(
            VOTE, by="miller", change="props/scales/hold/farmer", chapter="props", name="scales",
            action="hold", before="table", after="farmer", consent=PARTIES,
        ),
        ChangeSeen(2, "miller", True, SCALES, None),
        ChangeSeen(2, "miller", False, SCALES, None),
    ),
    Case(
        "refused rule",
        ChangeRefused(
            VOTE, by="miller", change="rules/no-bank-talk/drop", chapter="rules",
            name="no-bank-talk", action="drop", amount=None, against=("farmer", "banker"),
            reasons={"banker": "as-it-is"},
        ),
        *(
            RefusalSeen(
                2, "miller", seat == "miller", NO_BANK_TALK, None,
                (
                    Against("farmer", seat == "farmer", None),
                    Against("banker", seat == "banker", "as-it-is"),
                ),
            )
            for seat in (*PARTIES, None)
        ),
    ),
    as_own(
        "number that gave way",
        ChangeRefused(
            VOTE, by="miller", change="rules/forfeit/amount", chapter="rules", name="forfeit",
            action="amount", amount=25.0, against=(),
            gave_way=GaveWay("rules/forfeit/amount", 30.0, "banker", by_lot=True),
        ),
        *(
            RefusalSeen(
                2, "miller", own, FORFEIT, 25, rival=Rival("banker", FORFEIT, 30, by_lot=True)
            )
            for own in (True, False)
        ),
    ),
    Case(
        "what a reflection moment did",
        Reflected(
            VOTE, steps_done=3.5, quality=0.6, before=measures(0), after=measures(100),
            reasons={"miller": {"farmer": {"reflection": 0.1}}},
        ),
        ReflectionFelt(2, 3.5, gauges(0, 0), gauges(100, 0), {"farmer": {"reflection": 0.1}}),
        ReflectionFelt(2, 3.5, gauges(0, 1), gauges(100, 1), {}),
        ReflectionFelt(2, 3.5, gauges(0, 2), gauges(100, 2), {}),
        None,
    ),
    Case(
        "kept back",
        KeptBack(SCENE, by="farmer", of="miller", for_good=False), None, None, None, None,
    ),
    as_own(
        "confronted with a discovery",
        Confronted(
            SCENE, by="farmer", of="miller", cause="discovery", moves=("short-weight", "sit"),
            about=None, came=None, also=(), again=False,
            lines=(Spoken(None, text("The wheel stops.")),), speaker="farmer.head", turn=3,
        ),
        ConfrontationSeen(
            2, "miller", True, SHORT, (Utterance(text("The wheel stops.")),), FARMER,
            ("opens.discovery", 3),
        ),
        ConfrontationSeen(
            2, "miller", False, SHORT, (Utterance(text("The wheel stops.")),), FARMER,
            ("opens.discovery", 3),
        ),
    ),
    as_own(
        "confronted with a leak",
        Confronted(
            SCENE, by="farmer", of="miller", cause="leak", moves=(), about="drought", came=None,
            also=(), again=False, lines=(), speaker="farmer.head", turn=0,
        ),
        ConfrontationSeen(2, "miller", True, BEFELL, (), FARMER, ("opens.leak", 0)),
        ConfrontationSeen(2, "miller", False, BEFELL, (), FARMER, ("opens.leak", 0)),
    ),
    as_own(
        "a reply",
        Replied(
            SCENE, by="farmer", of="miller", cause="refusal", moves=(),
            about="rules/no-bank-talk/drop", came=None, also=("banker",), again=False, lines=(),
            speaker="miller.owner", turn=3, reply="deny",
        ),
        ReplySeen(2, "miller", True, REFUSED, (), MILLER, ("says.refusal.deny", 3), "deny"),
        ReplySeen(2, "miller", False, REFUSED, (), MILLER, ("says.refusal.deny", 3), "deny"),
    ),
    as_own(
        "a response",
        Responded(
            SCENE, by="miller", of="farmer", cause="promise", moves=(), about="grind",
            came="half", also=(), again=False, lines=(), speaker="miller.owner", turn=3,
            reply="deny",
            response="freeze",
        ),
        ResponseSeen(2, "miller", True, PROMISED, (), MILLER, FREEZES, "deny", "freeze"),
        ResponseSeen(2, "miller", False, PROMISED, (), MILLER, FREEZES, "deny", "freeze"),
    ),
    Case(
        "what a confrontation did",
        Reckoned(
            SCENE, by="farmer", of="miller", cause="discovery", before=measures(0),
            after=measures(100), reasons={"farmer": {"miller": {"reply": 0.1}}},
        ),
        SceneFelt(2, "farmer", "miller", gauges(0, 0), gauges(100, 0), {}),
        SceneFelt(2, "farmer", "miller", gauges(0, 1), gauges(100, 1), {"miller": {"reply": 0.1}}),
        SceneFelt(2, "farmer", "miller", gauges(0, 2), gauges(100, 2), {}),
        None,
    ),
    Case(
        "what it did where somebody walked out",
        Reckoned(
            SCENE, by="farmer", of="miller", cause="discovery", before=measures(0),
            after=measures(100), reasons={}, walked_out=True,
        ),
        SceneFelt(2, "farmer", "miller", gauges(0, 0), gauges(100, 0), {}, True),
        SceneFelt(2, "farmer", "miller", gauges(0, 1), gauges(100, 1), {}, True),
        SceneFelt(2, "farmer", "miller", gauges(0, 2), gauges(100, 2), {}, True),
        None,
    ),
    to_all("parting", Parted(VOTE), PartingSeen(2)),
    to_all(
        "end",
        Ended(
            Place(5, Stage.ENDED, "winter"), outcome="success", ending="it-turns",
            value=dict.fromkeys(PARTIES, 0.4), rounds=5,
        ),
        EndSeen(5, "success", text("It turns"), text("You can hear it from the road.")),
    ),
)  # fmt: skip


def test_the_examples_are_of_every_kind_of_event_and_hear_of_every_kind() -> None:
    heard = [h for c in CASES for h in (c.miller, c.farmer, c.banker, c.room) if h is not None]
    assert {type(case.event) for case in CASES} == set(get_args(Event))
    assert {type(each) for each in heard} == set(get_args(Heard))


@pytest.mark.parametrize("seat", [*PARTIES, None], ids=str)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_seat_hears_of_an_event_what_it_may(
    mill: CompiledScenario, case: Case, seat: str | None
) -> None:
    assert visible(mill, case.event, seat) == getattr(case, seat or "room")


@pytest.mark.parametrize("seat", [*PARTIES, None], ids=str)
def test_events_are_heard_in_their_order(mill: CompiledScenario, seat: str | None) -> None:
    expected = (getattr(case, seat or "room") for case in CASES)
    heard = hear(mill, (case.event for case in CASES), seat)
    assert heard == tuple(each for each in expected if each is not None)


def test_what_only_one_side_holds_is_no_part_of_what_the_room_sees(mill: CompiledScenario) -> None:
    state = play(mill)[0]
    secret = {name for name, prop in mill.scenario.props.items() if prop.secret}
    assert secret
    assert not secret & {thing.id for thing in room(mill, state, ()).game}
    holders = {mill.scenario.props[name].held_by for name in secret}
    assert all(secret & {t.id for t in view(mill, state, holder).game} for holder in holders)


def test_a_move_can_look_otherwise_for_each_party() -> None:
    text = (ROOT / "tests/scenarios/valid/small.yaml").read_text("utf-8")
    assert text.count("face: A silence.") == 1
    text = text.replace("face: A silence.", "face: [North waits., South waits.]")
    loaded = load_text(text, "two faces")
    assert loaded.scenario is not None, loaded.problems
    compiled = compile_scenario(loaded.scenario)
    for seat, other in (compiled.parties, compiled.parties[::-1]):
        at = compiled.parties.index(seat)
        made = [
            hear(compiled, [event], other)[0]
            for seed in range(6)
            for _, _, result in random_play(compiled, seed)
            for event in result.events
            if isinstance(event, MoveMade) and (event.party, event.move) == (seat, "wait")
        ]
        assert {each.face.en for each in made if isinstance(each, MoveSeen)} == {
            f"{('North', 'South')[at]} waits."
        }


def test_an_event_shows_what_it_does_unless_its_author_says_what_is_seen(
    mill: CompiledScenario,
) -> None:
    def seen(**does: object) -> str | None:
        written = {"name": text("It"), "text": text("It happens."), **does}
        return drawing_of(mill.scenario, Occasion.model_validate(written))

    (secret, *_) = [name for name, prop in mill.scenario.props.items() if prop.secret]
    (open_, *_) = [name for name, prop in mill.scenario.props.items() if not prop.secret]
    assert seen() is None
    assert seen(effect={"pressure": 8}, reveals=True, weather="fog") is None
    assert seen(turnover=True) == seen(leaves="miller.owner") == "suitcase"
    assert seen(turnover=True, drawing="phone") == "phone"
    assert (seen(weather="snow"), seen(weather="rain")) == ("snowflake", "raincloud")
    assert seen(adopts=[open_]) == open_
    assert seen(adopts=[secret]) is None
    assert seen(adopts=["banker.clerk"]) == "visitors"


@pytest.mark.parametrize("story", ["outsourcing", "joint-venture"])
def test_a_move_comes_again_where_all_who_are_there_have_seen_it_made(story: str) -> None:
    compiled = compiled_of(ROOT / f"scenarios/{story}.yaml")
    came: set[bool] = set()
    for seed in range(6):
        seen: dict[tuple[str, str], set[str]] = {}
        for state, _, result in random_play(compiled, seed):
            here = compiled.rooms[int(state.world.phase[0])]
            left = {compiled.parties[at] for at in np.flatnonzero(state.world.left[0])}
            made = of_kind(result.events, MoveMade)
            for each in made:
                by = seen.get((each.party, each.move), set())
                assert each.again == (by >= set(compiled.parties) - left), each
                came.add(each.again)
            for each in made:
                there = here[:, compiled.parties.index(each.party)]
                if not each.vetoed:
                    now = {p for p, is_ in zip(compiled.parties, there, strict=True) if is_}
                    seen.setdefault((each.party, each.move), set()).update(now - left)
    assert came == {True, False}


def test_two_moves_that_look_alike_come_again_alike() -> None:
    """Or whoever looks on could tell the one that hides something from the other."""
    mill = compiled_of(MILL)
    moves = mill.scenario.moves
    same = {"short-weight": moves["short-weight"].model_copy(update={"face": moves["grind"].face})}
    alike = compile_scenario(mill.scenario.model_copy(update={"moves": {**moves, **same}}))
    for second in ("grind", "short-weight"):
        rounds = (chosen(miller=each, farmer="sit", banker="sit") for each in ("grind", second))
        _, events = play(alike, *rounds)
        made = [each.again for each in of_kind(events, MoveMade) if each.party == "miller"]
        assert made == [False, True]
