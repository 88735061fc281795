"""The tool on a toy: what it puts in, what it leaves alone, and what it says of each fault."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.mutation import run
from tests.mutation.__main__ import main
from tests.mutation.faults import all_faults, choose, faults_of, is_sound
from tests.mutation.report import key_of
from tests.mutation.rooms import SAMENSPEL, Project

pytestmark = pytest.mark.slow

SHOP = '''\
"""Prices."""

from typing import assert_never

__all__ = ["price", "total"]
FREE = 3


def price(count: int, old: bool = False) -> int:
    """Two each, and not -1; cheaper when old."""
    if count < 0:
        raise ValueError(f"less than {1 - 1}")
    paid = max(count - FREE, 0) * 2
    return paid - 1 if old else paid


def total(counts: list[int]) -> int:
    """What all of it costs."""
    paid = 0
    while len(counts) > 0:
        paid += price(counts[0])
        counts = counts[1:]
    return paid


def advice(count: int) -> str:
    """What nobody tests."""
    return "stay" if count > 2 else "go"
'''
TESTS = """\
from shop.price import price, total


def test_price():
    assert price(5) == 4


def test_old():
    assert price(9, old=True) < 12


def test_total():
    assert total([5, 5]) == 8
"""
GOLDEN = """\
from shop.price import price

SEEN = [price(count, True) for count in range(9)]


def test_as_it_was():
    assert SEEN == [-1, -1, -1, -1, 1, 3, 5, 7, 9]
"""
OWN = """
[[fault]]
path = "shop/price.py"
old = "- FREE"
new = "+ FREE"
[[fault]]
path = "shop/price.py"
old = "FREE = 3"
new = "FREE = 4"
[[fault]]
path = "shop/price.py"
old = "counts[1:]"
new = "counts[0:]"
[[fault]]
path = "shop/price.py"
old = "paid - 1 if"
new = "paid - 2 if"
[[fault]]
path = "shop/price.py"
old = "count < 0"
new = "count < -1"
[[fault]]
path = "shop/price.py"
old = "count > 2"
new = "count > 3"
[[fault]]
path = "shop/price.py"
old = "len(counts) > 0"
new = "len(counts) != 0"
"""
EQUIVALENT = """
[[fault]]
path = "shop/price.py"
original = "while len(counts) > 0:"
changed = "while len(counts) != 0:"
reason = "no list is shorter than nothing"
[[fault]]
path = "shop/price.py"
original = "was here once"
changed = "and is gone"
reason = "outdated"
"""


@pytest.fixture
def toy(tmp_path: Path) -> Project:
    """A shop with three tests and a golden one."""
    for name, text in (
        ("shop/__init__.py", ""), ("shop/price.py", SHOP), ("tests/test_price.py", TESTS),
        ("tests/test_golden.py", GOLDEN), ("own.toml", OWN), ("equivalent.toml", EQUIVALENT),
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Project(
        tmp_path, {"shop": ("shop",)}, copied=("shop", "tests"), golden=("tests/test_golden.py",),
        equivalent="equivalent.toml",
    )  # fmt: skip


def test_each_fault_gets_its_verdict(
    toy: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "SECONDS_LONGER", 3.0)
    out = toy.root / "out.json"
    asked = ["--from", str(toy.root / "own.toml"), "--out", str(out)]
    assert main([*asked, "--at-least", "67"], toy) == 1
    report = json.loads(out.read_text(encoding="utf-8"))
    assert [(each["changed"], each["status"]) for each in report["faults"]] == [
        ("paid = max(count + FREE, 0) * 2", "caught"),
        ("FREE = 4", "caught"),
        ("counts = counts[0:]", "hung"),
        ("return paid - 2 if old else paid", "golden"),
        ("if count < -1:", "survived"),
        ('return "stay" if count > 3 else "go"', "survived"),
        ("while len(counts) != 0:", "equivalent"),
    ]
    told = capsys.readouterr().out
    assert "a fault that shop/price.py can no longer have: was here once" in told
    assert '+ return "stay" if count > 3 else "go"\n    no test reaches it' in told
    assert "4/6 67%" in told
    # The second time nothing is left to run, and the code is as it was.
    assert main([*asked, "--at-least", "66"], toy) == 0
    assert (toy.root / "shop/price.py").read_text(encoding="utf-8") == SHOP


def test_what_says_nothing_is_left_alone() -> None:
    found = faults_of("shop", "shop/price.py", SHOP.encode())
    changed = {each.original for each in found}
    assert not any("import" in each or "__all__" in each or '"""' in each for each in changed)
    assert {each.changed for each in found if "raise" in each.original} == {"pass"}
    assert not any("list[" in each.text for each in found)


@pytest.mark.parametrize(
    ("code", "faults"),
    [
        ("return a < b", {"return a <= b", "return b < a"}),
        ("return not a", {"return a"}),
        ("return seat[0]", {"return other[0]", "return seat[1]", "return seat[-1]"}),
        ("return min(a, b)", {"return max(a, b)"}),
        ("return f(a, size=b)", {"return f(a)"}),
        ("return Pair(a, size=b)", {"return Pair(a, size=None)"}),
        ("return [a, b, a]", {"return [b, a]", "return [a, a]", "return [a, b]"}),
        ("return {a: b}", {"return {}"}),
        ("return [x for x in a if x]", {"return [x for x in a if True]",
                                        "return [x for x in a if False]"}),
        ("return a if b else x", {"return x if b else a", "return a", "return x"}),
        ("return a and b", {"return a or b", "return a", "return b"}),
        ("a.append(b)", {"pass"}),
        ("return -a", {"return a"}),
        ("return 0.5", {"return -0.5", "return 0.25"}),
    ],
)  # fmt: skip
def test_the_ways_in_which_a_line_can_be_wrong(code: str, faults: set[str]) -> None:
    source = f"def _(a, b, x, seat, other):\n    {code}\n"
    found = faults_of("", "", source.encode())
    assert {each.changed for each in found} == faults
    assert all(is_sound(each, source.encode()) for each in found)


def test_a_seed_gives_the_same_faults_and_a_change_elsewhere_moves_few(toy: Project) -> None:
    chosen = choose(toy, all_faults(toy), 8, seed=1)
    assert chosen == choose(toy, all_faults(toy), 8, seed=1)
    assert chosen != choose(toy, all_faults(toy), 8, seed=2)
    assert len({each.line for each in chosen}) == 8
    more = SHOP.replace("FREE = 3", "FREE = 3\nNOT_FREE = 7")
    (toy.root / "shop/price.py").write_text(more, encoding="utf-8")
    again = {key_of(each) for each in choose(toy, all_faults(toy), 8, seed=1)}
    assert len(again & {key_of(each) for each in chosen}) >= 7


def test_a_room_that_is_not_there_is_an_error_that_says_so(toy: Project) -> None:
    lost = Project(toy.root, {"shop": ("shop", "cellar")}, toy.copied)
    with pytest.raises(SystemExit, match="'shop' lists cellar, which is not there"):
        all_faults(lost)


# Where a path moved, the list in rooms.py moves with it.
def test_every_room_gives_its_share() -> None:
    every = all_faults(SAMENSPEL)
    counts = Counter(each.room for each in choose(SAMENSPEL, every, 14, seed=1))
    assert counts == dict.fromkeys(SAMENSPEL.rooms, 2)
