"""A name that was changed where it is defined, and nowhere else: one message, with its repair."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from engine.scenario.load import load_text, tree_of
from engine.scenario.mentions import Mention, mentions
from engine.scenario.problems import Problem
from engine.scenario.rename import Renaming, rename
from engine.scenario.schema_walk import typed_nodes
from tests.conftest import MILL, QUAY, ROOT, SMALL

LITTLE = (ROOT / "tests/scenarios/valid/small.yaml").read_bytes()
SCENARIOS = [*SMALL, MILL]
TOLD_BY_USE = ("party", "move", "phase")  # a role may be silent


@cache
def names_of(path: Path) -> dict[tuple[str, str], tuple[Mention, int]]:
    """By kind and name, where it is defined and in how many other places it stands."""
    tree, _ = tree_of(path.read_bytes())
    assert tree is not None
    found = list(mentions(typed_nodes(tree)))
    return {
        (m.kind, m.name): (m, sum(o.name == m.name and not o.is_definition
                                  and o.kind in (m.kind, "element") for o in found))
        for m in found if m.is_definition
    }  # fmt: skip


def by_hand(content: bytes, mention: Mention, new: str) -> bytes:
    """The file with that name changed where it is defined only."""
    lines = content.decode().split("\n")
    at, column = mention.node.mark.line - 1, mention.node.mark.column - 1
    lines[at] = f"{lines[at][:column]}{new}{lines[at][column + len(mention.word) :]}"
    return "\n".join(lines).encode()


def cases() -> Iterator[tuple[Path, str, str]]:
    for path in SCENARIOS:
        for (kind, name), (_, places) in names_of(path).items():
            if places > 1:
                yield path, kind, name


def problems_of(content: bytes) -> tuple[Problem, ...]:
    """All that is wrong with it."""
    return load_text(content, "van.yaml").problems


@pytest.mark.parametrize(
    ("path", "kind", "name"), list(cases()), ids=lambda each: getattr(each, "stem", each)
)
@pytest.mark.slow
def test_it_is_one_message_whose_repair_mends_it(path: Path, kind: str, name: str) -> None:
    mention, places = names_of(path)[kind, name]
    content = path.read_bytes()
    likely = [f"{mention.word[:30]}-too"]
    others = [uses for (k, n), (_, uses) in names_of(path).items() if k == kind and n != name]
    for new in [*likely, "q"] if kind in TOLD_BY_USE and all(others) else likely:
        half = by_hand(content, mention, new)
        (problem,) = problems_of(half)
        assert problem.code == "half-renamed"
        assert problem.mark == mention.node.mark
        assert problem.params["places"] == places
        told = re.search(r"main\.py rename van\.yaml (\S+) (\S+)$", problem.repair("en"))
        assert told is not None
        done = rename(half, told[1], told[2])
        assert isinstance(done, Renaming)
        assert problems_of(done.content) == ()
        assert done.content == whole(content, kind, name, new)


def whole(content: bytes, kind: str, name: str, new: str) -> bytes:
    """The file after a renaming that was left to the command."""
    done = rename(content, f"{kind}:{name}", new)
    assert isinstance(done, Renaming)
    return done.content


def test_one_place_that_is_left_names_what_it_must_be() -> None:
    for old, new, line in (
        (b"  signing:", b"  handshake:", 58),
        (b"  logbook:", b"  log-book:", 29),
    ):
        (problem,) = problems_of(LITTLE.replace(old, new))
        assert problem.code in ("unknown-phase", "unknown-prop")
        assert problem.params["near"] == new.decode().strip(" :")
        assert problem.params["near_line"] == line


def test_several_names_at_once_are_each_told() -> None:
    content = MILL.read_bytes()
    for name in ("miller", "farmer", "banker"):
        assert f"\n  {name}:".encode() in content
        content = content.replace(f"\n  {name}:".encode(), f"\n  {name[0]}:".encode())
    found = problems_of(content)
    assert [problem.code for problem in found] == ["half-renamed"] * 3
    assert [problem.params["written"] for problem in found] == ["miller", "farmer", "banker"]


def test_a_few_places_mended_by_hand_still_leave_one_message() -> None:
    content = MILL.read_bytes()
    mention, places = names_of(MILL)["party", "miller"]
    content = content.replace(b"[miller, farmer]", b"[" + b"miller, " * 10 + b"farmer]", 1)
    begun = by_hand(content, mention, "owner").replace(b"miller.", b"owner.", 1)
    (problem,) = problems_of(begun)
    assert (problem.code, problem.params["places"]) == ("half-renamed", places + 9 - 1)


def test_a_slip_in_two_places_is_not_called_a_renaming_of_something_else() -> None:
    content = LITTLE.replace(b"[offer, wait]", b"[ofer, wait]")
    codes = {problem.code for problem in problems_of(content)}
    assert codes == {"unknown-move"}


def test_what_nothing_is_like_and_all_have_a_part_without_is_not_a_renaming() -> None:
    when = b"when: {in_force: [zzz, zzz]}"
    content = LITTLE.replace(b"when: {move: {of: north}}", when)
    assert [problem.code for problem in problems_of(content)] == ["unknown-element"] * 2


def test_a_name_that_two_parties_have_is_not_guessed_at() -> None:
    content = LITTLE.replace(b"owner: {", b"baker: {").replace(b"south.owner", b"baker")
    (problem,) = problems_of(content)
    assert problem.code == "unknown-role"
    assert "near" not in problem.params


def test_what_a_party_begins_with_makes_nobody_more_alike() -> None:
    content = LITTLE.replace(b"speaker: south.owner", b"speaker: south.clerk")
    (problem,) = problems_of(
        content.replace(b"      owner:", b"      lawyer: {name: L, title: l}\n      owner:")
    )
    assert problem.code == "unknown-role"
    assert "near" not in problem.params


def test_the_command_is_one_that_can_be_typed() -> None:
    half = LITTLE.replace(b"  offer:", b"  bid:")
    (problem,) = load_text(half, "my van.yaml").problems
    for language, start in (("en", "Change them all"), ("nl", "Verander ze allemaal")):
        assert problem.repair(language) == f'{start}: main.py rename "my van.yaml" offer bid'  # type: ignore[arg-type]
    rule = half.replace(b"  cash:", b"  offer:")
    assert any("move:offer bid" in problem.repair("en") for problem in problems_of(rule))


def test_a_move_is_only_suggested_where_its_party_has_it() -> None:
    answers = b"        - {when: {move: {of: %s, is: shwo}}, speaker: north.baker, say: Well.}\n"
    for party, near in ((b"north", "show"), (b"south", None)):
        content = LITTLE.replace(b"      answers:\n", b"      answers:\n" + answers % party)
        (problem,) = problems_of(content)
        assert problem.code == "unknown-move"
        assert problem.params.get("near") == near


def test_a_name_that_is_part_of_another_is_no_slip_of_that() -> None:
    content = QUAY.read_bytes()
    assert content.count(b"\n  listen: {") == 1
    (problem,) = problems_of(content.replace(b"\n  listen: {", b"\n  q: {"))
    assert (problem.code, problem.params["other"]) == ("half-renamed", "q")
