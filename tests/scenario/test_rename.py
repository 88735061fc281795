"""A name is changed everywhere it stands as a name, and nothing else in the file changes."""

import random
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest

from engine.play.compiled import compile_scenario
from engine.play.state import State
from engine.scenario.load import load_text, tree_of
from engine.scenario.mentions import CHAPTERS, REFERENCES, mentions
from engine.scenario.rename import Named, RenameReason, RenameRefusal, Renaming, rename
from engine.scenario.schema import Part
from engine.scenario.schema_walk import typed_nodes
from tests.conftest import MILL, ROOT, SHIPPED, SMALL
from tests.fuzz import mutants
from tests.playing import play_anew

LITTLE = (ROOT / "tests/scenarios/valid/small.yaml").read_bytes()
SCENARIOS = [*SMALL, MILL]
FEW = 2  # of the names of a long scenario: each takes a while


def names_of(content: bytes) -> list[Named]:
    """Everything in the file that has a name."""
    tree, _ = tree_of(content)
    assert tree is not None
    found = mentions(typed_nodes(tree))
    return list(dict.fromkeys(Named(m.kind, m.name) for m in found if m.is_definition))


def renamed(content: bytes, old: str, new: str) -> Renaming:
    """What the renaming does; it must not be refused."""
    done = rename(content, old, new)
    assert isinstance(done, Renaming), done
    return done


def refused(content: bytes, old: str, new: str) -> RenameRefusal:
    """Why the renaming is refused; it must be."""
    done = rename(content, old, new)
    assert isinstance(done, RenameRefusal)
    return done


def there_and_back(content: bytes, named: Named) -> None:
    """After a renaming nothing is wrong that was not; renamed back, it's the same file."""
    there = renamed(content, named.typed, "else-where")
    assert named not in names_of(there.content)
    assert [p.code for p in load_text(there.content, "x").problems] == []
    back = renamed(there.content, there.new.typed, named.word)
    assert back.content == content
    assert back.places == there.places
    assert [(each.line, each.after, each.before) for each in back.lines] == [
        (each.line, each.before, each.after) for each in there.lines
    ]


@pytest.mark.slow
@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_name_can_be_changed_and_changed_back(path: Path) -> None:
    content = path.read_bytes()
    for named in names_of(content):
        there_and_back(content, named)


@pytest.mark.slow
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_so_can_those_of_a_long_scenario(path: Path) -> None:
    content = path.read_bytes()
    for named in random.Random(1).sample(names_of(content), FEW):
        there_and_back(content, named)


def all_renamed(content: bytes) -> bytes:
    """The scenario with every name another, in no order that was there before."""
    names = names_of(content)
    luck = random.Random(7)
    fresh = luck.sample(range(1000), len(names))
    # What is within a party first: the name of the party stands in front of it.
    ordered = sorted(zip(names, fresh, strict=True), key=lambda pair: "." not in pair[0].name)
    for named, number in ordered:
        content = renamed(content, named.typed, f"n{number}").content
    return content


def worlds(content: bytes, seed: int) -> list[State]:
    """Where a play by personas is after each step."""
    scenario = load_text(content, "x").scenario
    assert scenario is not None
    names = ("builder", "charmer", "controller")
    return [step.state for step in play_anew(compile_scenario(scenario), seed, *names).steps]


def arrays(state: Any) -> Iterator[Any]:
    """Every number in a state."""
    for each in fields(state):
        value = getattr(state, each.name)
        yield from arrays(value) if is_dataclass(value) else (value,)


@pytest.mark.slow
@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_with_other_names_the_play_is_the_same_to_the_last_digit(path: Path) -> None:
    content = path.read_bytes()
    for seed in (7, 11):
        before, after = worlds(content, seed), worlds(all_renamed(content), seed)
        assert len(before) == len(after)
        for one, other in zip(before, after, strict=True):
            assert one.said == other.said
            for was, is_ in zip(arrays(one.world), arrays(other.world), strict=True):
                np.testing.assert_array_equal(was, is_)


def test_the_layout_and_every_other_letter_stay() -> None:
    text = (
        "\ufeffsamenspel: 1 # north\r\nparties:\r\n"
        "    north:   # the north of north\r\n"
        '        roles: {"north" : {name: north}, \'b\': {title: "north"}}\r'
        "    south: {met: {x: {all: [{value: {of: 'north' }}, "
        '{in_force: [north.north,"north.b"]}]}}}\n'
        "# north: é\n"
        "props: {north: {held_by: \n  north}}\n"
        "moves: {a: {of: [north, &n north , *n], title: of north}}\n"
        "script:\n  events: {e: {party: all}}\n  start: north\n  confrontations:\n"
        "    - of: >-  # north\n        north\n"
    )
    done = renamed(text.encode(), "party:north", "noord")
    assert done.content.decode() == (
        "\ufeffsamenspel: 1 # north\r\nparties:\r\n"
        "    noord:   # the north of north\r\n"
        '        roles: {"north" : {name: north}, \'b\': {title: "north"}}\r'
        "    south: {met: {x: {all: [{value: {of: 'noord' }}, "
        '{in_force: [noord.north,"noord.b"]}]}}}\n'
        "# north: é\n"
        "props: {north: {held_by: \n  noord}}\n"
        "moves: {a: {of: [noord, &n noord , *n], title: of north}}\n"
        "script:\n  events: {e: {party: all}}\n  start: north\n  confrontations:\n"
        "    - of: >-  # north\n        noord\n"
    )
    assert done.places == 8


@pytest.mark.parametrize(
    ("old", "new", "reason", "about"),
    [
        ("nroth", "noord", "unknown", "north"),
        ("x:north", "noord", "unknown", "north"),
        ("baker", "cook", "several", "role:south.baker"),
        ("north", "North", "bad-name", ""),
        ("north", "", "bad-name", ""),
        ("north", "n" * 41, "bad-name", ""),
        ("north", "\x1b[2J", "bad-name", ""),
        ("north", "no", "read-otherwise", ""),
        ("north", "null", "read-otherwise", ""),
        ("north", "table", "reserved", ""),
        ("north", "north", "same", ""),
        ("north", "south", "taken", ""),
        ("north", "south.north", "other-party", ""),
        ("north", "rule:noord", "other-party", ""),
        ("north.baker", "south.cook", "other-party", ""),
        ("cash", "logbook", "taken", ""),
        ("fee", "yard-talk", "taken", ""),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    old: str, new: str, reason: RenameReason, about: str
) -> None:
    content = LITTLE.replace(b"owner:", b"baker:").replace(b"south.owner", b"south.baker")
    refusal = refused(content, old, new)
    assert refusal.reason == reason
    assert (about in refusal.names) == bool(about)
    assert (refusal.line > 0) == (reason == "taken")


def test_every_reason_is_tried_here() -> None:
    tried = set(re.findall(r'"([a-z-]+)"', Path(__file__).read_text()))
    assert set(get_args(RenameReason)) <= tried


def test_names_of_different_kinds_may_be_alike() -> None:
    content = renamed(LITTLE, "offer", "north").content
    assert refused(content, "north", "noord").names == ("party:north", "move:north")
    assert b"of: north, needs" in renamed(content, "move:north", "offer").content
    assert renamed(content, "move:north", "offer").content == LITTLE
    assert renamed(LITTLE, "offer", "cash").places == renamed(LITTLE, "offer", "free").places


def test_a_full_name_is_enough_for_a_role() -> None:
    for old, new in (("owner", "cook"), ("south.owner", "south.cook"), ("role:owner", "cook")):
        done = renamed(LITTLE, old, new)
        assert (done.old, done.new) == (Named("role", "south.owner"), Named("role", "south.cook"))
        assert done.content == LITTLE.replace(b"owner:", b"cook:").replace(b".owner", b".cook")


def test_a_file_that_cannot_be_read_whole_is_left_alone() -> None:
    for content in (b"", b"\x00", b"\xff\xfe", b"a: [", b"- a", b"parties: {a: {}, a: {}}",
                    b"samenspel: 2", b"a" * 1_000_001):  # fmt: skip
        refusal = refused(content, "a", "b")
        assert refusal.reason == "unreadable"
        assert refusal.problem is not None


def test_what_an_anchor_makes_something_else_too_is_not_changed_by_half() -> None:
    shared = (
        b"samenspel: 1\nparties: {a: {roles: &r {x: {}}}, b: {roles: *r}}\n",
        b"samenspel: 1\nparties: {a: {name: &n a}}\nmoves: {m: {of: *n}}\n",
        b"samenspel: 1\nrules: {a: {}}\nmoves: {a: {}}\nscript: {phases: {p: {moves: [&n a]}}, "
        b"events: {e: {when: {in_force: *n}}}}\n",
    )
    for content, old in zip(shared, ("a.x", "party:a", "rule:a"), strict=True):
        assert refused(content, old, "z").reason == "shared"


def test_a_part_of_a_scenario_is_not_changed_without_the_rest() -> None:
    assert refused(LITTLE.replace(b"samenspel: 1\n", b""), "north", "noord").reason == "part"


def test_an_escape_in_a_name_is_not_guessed_at() -> None:
    content = LITTLE.replace(b"held_by: north", b'held_by: "n\\x6frth"')
    assert refused(content, "north", "noord").reason == "spelt"


# --- a name that was changed by hand in one place -------------------------------------------------

BY_HAND = ["party:north", "role:south.owner", "move:offer", "decor:yard", "phase:signing"]


@pytest.mark.parametrize("typed", BY_HAND)
def test_a_renaming_that_was_begun_by_hand_is_finished(typed: str) -> None:
    kind, _, name = typed.partition(":")
    named = Named(kind, name)
    whole = renamed(LITTLE, typed, "fresh")
    lines = LITTLE.decode().split("\n")
    definition = next(
        m.node.mark.line
        for m in mentions(typed_nodes(tree_of(LITTLE)[0]))  # type: ignore[arg-type]
        if m.is_definition and named.is_mentioned_by(m)
    )
    at = definition - 1
    lines[at] = lines[at].replace(f"{named.word}:", "fresh:", 1)
    begun = "\n".join(lines).encode()
    done = renamed(begun, named.name, "fresh")
    assert done.content == whole.content
    assert done.is_finishing
    assert done.places == whole.places - 1


def test_a_renaming_that_was_begun_in_the_references_is_finished_too() -> None:
    whole = renamed(LITTLE, "offer", "bid")
    begun = whole.content.replace(b"  bid: {", b"  offer: {")
    done = renamed(begun, "offer", "bid")
    assert done.content == whole.content
    assert done.is_finishing
    assert done.places == 1


def test_a_name_that_cannot_be_is_not_spread_either() -> None:
    half = LITTLE.replace(b"  offer:", b"  An-offer:")
    assert refused(half, "offer", "An-offer").reason == "bad-name"


# --- nothing is left out, and nothing breaks it ---------------------------------------------------


def is_name(annotation: object) -> bool:
    """Whether a field holds names: what an author makes up to the left of a colon."""
    return "[a-z][a-z0-9-]*" in repr(annotation)


def test_every_field_that_holds_names_is_known() -> None:
    """A field added to the format says what it refers to, or it is no reference."""
    closed = {("Move", "kind")}  # a word from a list
    of_its_own = {way[-1] for way in CHAPTERS.values()} | {"roles", "wants", "want_names", "met"}
    known = set(REFERENCES) | closed | {("Met", "want")}
    for part in parts(Part):
        for name, about in part.model_fields.items():
            written = about.alias or name
            if is_name((about.annotation, about.metadata)) and written not in of_its_own:
                assert (part.__name__, written) in known, (part, written)


def parts(part: type[Part]) -> Iterator[type[Part]]:
    """All parts of the format."""
    yield part
    for each in part.__subclasses__():
        yield from parts(each)


@pytest.mark.slow
def test_no_file_whatever_is_in_it_breaks_it() -> None:
    luck = random.Random(3)
    for _ in range(300):
        content = mutants.scenario(luck)
        for old, new in (("north", "noord"), ("offer", "cash"), ("party:north", "table")):
            done = rename(content, old, new)
            if isinstance(done, Renaming) and not done.is_finishing:
                back = rename(done.content, done.new.typed, done.old.word)
                assert isinstance(back, Renaming)
                assert back.content == content
