"""A mark in every text of a scenario, and who may have read which marks by now.

A mark is the path of the text, so that it says itself where it comes from. What is public is
listed here by rule, each with its reason; nobody may read anything else during play.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, assert_never, get_args

from pydantic import BaseModel

from engine.play.compiled import CompiledScenario
from engine.play.conditions import holds_for_each
from engine.play.events import (
    ChangeRefused,
    Confronted,
    Discovered,
    Ended,
    Event,
    Exchanged,
    GameChanged,
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
from engine.play.events.place import decor_of
from engine.play.reflection import OPTIONS
from engine.play.state import Stage, World
from engine.scenario.schema import Negotiable, Party, ReflectionStep, Scenario, Text, Texts
from engine.scenario.vocabulary import REPLIES, RESPONSES, ReflectionOption
from tests.texts import words_in

# Known to everybody from the start, and why.
FROM_THE_START = {
    r"title": "it stands on the first page",
    r"parties\.[^.]+\.(name|public)": "what everybody knows of a party",
    r"parties\.[^.]+\.roles\.[^.]+\.text": "who can be invited is part of the game",
    r"(rules|rituals|decor)\.[^.]+\.(name|text)": "whoever plays a game may know its rules",
    r"[^.]+\.[^.]+\.negotiable\.unit": "the same",
    r"script\.phases\.[^.]+\.name": "what the phases are called is no secret, what they bring is",
}
# Known to one party from the start, and why.
TO_ONE = {
    r"parties\.([^.]+)\.private": "its own brief",
    r"parties\.([^.]+)\.want_names\.[^.]+": "its own goals",
    r"parties\.([^.]+)\.roles\.[^.]+\.(?:brief|title)": "its own people",
}

_OPTIONAL_TEXT = Text | None
_OPTIONAL_TEXTS = Texts | None


def marked(scenario: Scenario) -> Scenario:
    """The scenario with its own mark in every text, also in those that the author left out."""
    result = _marked(scenario, "")
    assert isinstance(result, Scenario)
    return result


def with_secret_props(scenario: Scenario) -> Scenario:
    """The same scenario, in which each prop is a secret of the first party, and negotiable."""
    first = next(iter(scenario.parties))
    secret = {"secret": True, "held_by": first, "negotiable": Negotiable()}
    props = {name: prop.model_copy(update=secret) for name, prop in scenario.props.items()}
    return scenario.model_copy(update={"props": props})


def _marked(value: Any, path: str) -> Any:
    if isinstance(value, Text):
        return _mark(path)
    if isinstance(value, BaseModel):
        return value.model_copy(update=dict(_marked_fields(value, path)))
    if isinstance(value, Mapping):
        return {key: _marked(part, f"{path}.{key}") for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(_marked(part, f"{path}.{at}") for at, part in enumerate(value))
    return value


def _marked_fields(model: BaseModel, path: str) -> Iterator[tuple[str, Any]]:
    for name, field in type(model).model_fields.items():
        value, here = getattr(model, name), f"{path}.{name}".lstrip(".")
        if name == "credits":
            value = "‹credits›"
        elif value is None and field.annotation == _OPTIONAL_TEXT:
            value = _mark(here)
        elif value is None and field.annotation == _OPTIONAL_TEXTS:
            value = (_mark(here), _mark(here))
        elif isinstance(model, ReflectionStep) and name in ("options", "say"):
            empty = {option: _mark(here) for option in get_args(ReflectionOption)}
            lines = {option: (each, each) for option, each in empty.items()}
            value = {**(lines if name == "say" else empty), **value}
        elif isinstance(model, Party) and name == "want_names":
            value = {want: _mark(here) for want in model.wants}
        yield name, _marked(value, here)


def _mark(path: str) -> Text:
    return Text(nl=f"‹{path}›", en=f"‹{path}›")


def marks_in(compiled: CompiledScenario, value: Any) -> set[str]:
    """The paths of the texts that can be read in a value, and of the moves and secret props that
    it names by their ids.
    """
    scenario, found = compiled.scenario, set[str]()
    secret = [name for name, prop in scenario.props.items() if prop.secret]
    for word in set(words_in(value)):
        if "‹" in word:
            found.update(re.findall(r"‹([^›]+)›", word))
        elif word in scenario.moves and word not in REPLIES + RESPONSES:
            found.add(f"moves.{word}.id")
        else:
            found.update(f"props.{name}.id" for name in secret if name in word.split("/"))
    return found


@lru_cache(maxsize=4)
def _all_marks(compiled: CompiledScenario) -> frozenset[str]:
    return frozenset(marks_in(compiled, compiled.scenario))


class MayRead:
    """Which marks each party may have read by now, and everybody in the room.

    It follows the play by the truth: what happened, and who holds what.
    """

    def __init__(self, compiled: CompiledScenario) -> None:
        self._compiled, self._scenario = compiled, compiled.scenario
        self._all = _all_marks(compiled)
        self.room = {
            path for path in self._all if any(re.fullmatch(rule, path) for rule in FROM_THE_START)
        }
        # What can be put up for change has to be known.
        negotiable = (f"script.phases.{t.id}" for t in compiled.elements if t.negotiable)
        self.room |= {f"{phase}.text" for phase in negotiable} & self._all
        self._made: dict[str, str] = {}  # by party its last move
        self._gone: dict[str, set[str]] = {}  # by party that left, what it read of the room
        self._own = {party: self._from_the_start(party) for party in compiled.parties}

    def _from_the_start(self, party: str) -> set[str]:
        return {
            path
            for path in self._all
            for rule in TO_ONE
            if (match := re.fullmatch(rule, path)) and match[1] == party
        }

    def of(self, party: str) -> set[str]:
        """The marks that this party may have read."""
        return (self._gone.get(party, self.room) | self._own[party]) & self._all

    def follow(self, events: Iterable[Event], world: World) -> None:
        """Take in what happened; world: after it."""
        self._world = world
        # Where the talks are, everybody sees.
        self.room.add(f"decor.{decor_of(self._compiled, world)}.shows")
        for event in events:
            for party in set(event.place.without) - set(self._gone):
                self._gone[party] = set(self.room)
            self._take_in(event)
        for at, thing in enumerate(self._compiled.elements):
            if thing.chapter == "props":
                self._lies_with(thing.id, int(world.holder[0, at]))
            elif thing.chapter == "roles" and world.in_force[0, at]:
                self._introduce(thing.id)

    def _lies_with(self, prop: str, holder: int) -> None:
        paths = {f"props.{prop}.{part}" for part in ("name", "text", "id")}
        if holder == self._compiled.party_count or not self._scenario.props[prop].secret:
            self.room |= paths
        else:
            self._own[self._compiled.parties[holder]] |= paths

    def _introduce(self, address: str | None) -> None:
        if address is not None:
            party, role = address.split(".")
            self.room.add(f"parties.{party}.roles.{role}.title")

    def _take_in(self, event: Event) -> None:
        match event:
            case PhaseOpened():
                self._come_to(event.phase)
            case RitualHeld(ritual=ritual, hollow=hollow):
                self.room.add(f"rituals.{ritual}.{'hollow' if hollow else 'performed'}")
            case LinesTold(part="ask", stage=stage, phase=phase, lines=lines):
                step = f"{self._reflection(phase)}.{stage.name.lower()}"
                options = OPTIONS[stage - Stage.DIFFERENCES]
                self._hear(lines, rf"{re.escape(step)}\.ask")
                self.room |= {f"{step}.options.{each}" for each in options}
            case LinesTold(part=part, phase=phase, lines=lines):
                where = {"opens_with": "opens_with", "situation": r"situations\.\d+\.lines"}[part]
                there = self._there(phase) if event.only is None else (event.only,)
                self._hear(lines, rf"script\.phases\.{phase}\.{where}", there)
            case PersonArrived(role=address, lines=lines):
                party, role = address.split(".")
                there = self._there(event.phase)
                self._hear(lines, rf"parties\.{party}\.roles\.{role}\.arrives", there)
            case MoveMade(move=move, party=party):
                self._learn({self._face(move, party)}, self._with(party, event.phase))
                self._made[party] = move
            case Discovered(by=by, of=of, moves=moves):
                found = self._ways(moves, of)
                if event.how != "move":  # then it lies open between the two
                    self._own[of] |= found
                self._own[by] |= found | {f"moves.{move}.id" for move in moves}
            case Exchanged(party=party, phase=phase, lines=lines):
                own = rf"moves\.{self._made[party]}\.(say|lines|answers)"
                where = rf"({own}|script\.(phases\.{phase}\.)?answers)"
                self._hear(lines, where, self._with(party, phase))
            case ScriptEventOccurred(event=name):
                path = f"script.events.{name}"
                self._learn_outside({f"{path}.name", f"{path}.text"})
                where = rf"script\.events\.{name}\.say"
                self._hear(event.lines, where, self._there(event.phase))
            case OptionTaken(step=step, option=option):
                path = f"{self._reflection(event.phase)}.{step}"
                self.room.add(f"{path}.options.{option}")
                said = (event.said,) if event.said else ()
                self._hear(said, rf"{path}\.(say|lines)\.{option}")
            case Proposed(change=change) if change is not None:
                self._put_on_the_table(change)
            case GameChanged(change=change):
                self._put_on_the_table(change)
                self._show(event)
            case ChangeRefused(change=change):
                self._put_on_the_table(change)
            case Confronted() | Replied() | Responded():
                self._take_in_scene(event)
            case Ended(ending=ending):
                self._learn_outside({f"endings.{ending}.title", f"endings.{ending}.text"})
            case (
                Predicted()
                | MomentCalled()
                | WalkedOut()
                | OwnedUp()
                | Suspected()
                | Repaired()
                | Measured()
                | Proposed()
                | Voted()
                | Reflected()
                | KeptBack()
                | Reckoned()
                | Parted()
            ):
                pass  # numbers and names of parties: no text of the author
            case _:
                assert_never(event)

    def _show(self, event: GameChanged) -> None:
        """What the author wrote to be seen of a change that was made."""
        way = {"adopt": "comes", "move": "comes", "drop": "goes"}.get(event.action)
        if way is not None:
            path = f"{event.chapter}.{event.name}"
            if event.chapter == "roles":
                path = "parties.{}.roles.{}".format(*event.name.split("."))
            self.room.add(f"{path}.{way}")

    def _face(self, move: str, party: str) -> str:
        """What the others see of that move of that party: alike for all, or its own."""
        faces, place = self._scenario.moves[move].face, self._compiled.parties.index(party)
        return f"moves.{move}.face.{place % len(faces)}"

    def _ways(self, moves: Iterable[str], of: str) -> set[str]:
        """How those moves of that party come out: in one way for all, or in each party's own."""
        compiled, place = self._compiled, self._compiled.parties.index(of)
        ways = {move: compiled.scenario.moves[move].found_out for move in moves}
        return {
            f"moves.{move}.found_out.{place % len(all_)}" for move, all_ in ways.items() if all_
        }

    def _take_in_scene(self, event: Confronted | Replied | Responded) -> None:
        """What is raised at the table, the whole table hears; what one can say is one's own."""
        here = rf"script\.(phases\.{event.phase}\.)?confrontations\.\d+"
        self.room |= self._ways(event.moves, event.of)
        self._introduce(event.speaker)
        match event:
            case Confronted():
                self._hear(event.lines, rf"{here}\.opens")
                self._own[event.of] |= self._titles(event, "replies")
            case Replied():
                self._hear(event.lines, rf"{here}\.replies\.{event.reply}\.say")
                self._own[event.by] |= self._titles(event, "responses")
            case Responded():
                self._hear(
                    event.lines, rf"{here}\.responses\.{event.response}\.say(_to\.{event.reply})?"
                )

    def _titles(self, event: Confronted | Replied, chapter: str) -> set[str]:
        """The cards of the first scene that is written for this."""
        script = self._scenario.script
        scopes = {
            f"script.phases.{event.phase}": script.phases[event.phase].confrontations,
            "script": script.confrontations,
        }
        for scope, scenes in scopes.items():
            for at, scene in enumerate(scenes):
                is_it = not scene.cause or event.cause in scene.cause
                named = {*scene.is_, *scene.event, *scene.change}
                about = {part for part in (event.about or "").split("/") if part in named}
                is_about = not named or bool(about) or ({*event.moves} and {*event.moves} <= named)
                fits = holds_for_each(scene.when, self._compiled, self._world).all()
                if is_it and scene.of in (None, event.of) and is_about and fits:
                    where = re.escape(f"{scope}.confrontations.{at}.{chapter}")
                    return {path for path in self._all if re.match(rf"{where}.*\.title", path)}
        return set()

    def _come_to(self, phase: str) -> None:
        there = self._there(phase)
        self._learn({f"script.phases.{phase}.text"}, there)
        if there is not None:  # everybody may know what is told to who is outside
            self.room.add(f"script.phases.{phase}.outside")
        for move in self._scenario.script.phases[phase].moves:
            card = {f"moves.{move}.{part}" for part in ("title", "text", "id")}
            for party in self._scenario.moves[move].of or self._compiled.parties:
                self._learn({*card, self._face(move, party)}, (party,))

    def _there(self, phase: str) -> tuple[str, ...] | None:
        """The parties of a side talk; None where everybody is there."""
        return self._scenario.script.phases[phase].with_ or None

    def _with(self, party: str, phase: str) -> tuple[str, ...] | None:
        """Who is where that party is: in a side talk whoever is outside is there alone."""
        there = self._there(phase)
        return there if there is None or party in there else (party,)

    def _learn(self, paths: set[str], there: tuple[str, ...] | None) -> None:
        here = [party for party in there or () if party not in self._gone]
        for known in [self.room] if there is None else [self._own[party] for party in here]:
            known |= paths

    def _learn_outside(self, paths: set[str]) -> None:
        """What also those hear who have left."""
        for known in (self.room, *self._gone.values()):
            known |= paths

    def _hear(
        self, lines: Iterable[Spoken], where: str, there: tuple[str, ...] | None = None
    ) -> None:
        """Lines that all who are there hear: those that the author wrote to be said there."""
        for each in lines:
            self._introduce(each.speaker)
            (mark,) = re.findall(r"‹([^›]+)›", each.text.in_language("nl"))
            if re.match(rf"{where}\.", mark):
                self._learn({mark}, there)

    def _reflection(self, phase: str) -> str:
        scripted = self._scenario.script.phases[phase].reflection is not None
        return f"script.phases.{phase}.reflection" if scripted else "script.called"

    def _put_on_the_table(self, change: str) -> None:
        chapter, name = change.split("/")[:2]
        if chapter == "props":
            self.room |= {f"props.{name}.{part}" for part in ("name", "text", "id")}
