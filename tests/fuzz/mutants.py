"""Mutants of good files: bytes, lines, words and trees changed at random, by a seed."""

import json
import random
from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import cache
from typing import Any

import yaml

from tests.conftest import ROOT

Luck = random.Random

# Small ones are tried most: what a loader does wrong with one it does wrong with all.
SOURCES = (
    *["tests/scenarios/valid/small.yaml"] * 70,
    *["tests/scenarios/valid/three.yaml"] * 15,
    *["tests/scenarios/valid/dutch.yaml"] * 10,
    *["tests/scenarios/valid/minimal.yaml"] * 5,
)

# What upsets readers of YAML, of Unicode and of numbers.
SIGNS = (
    *"{}[]:,-#!|>*&'\"%@`?~<= \t\n\r", ": ", "- ", " #", "{}", "[]", "---\n", "...\n", "<<: ", "? ",
    "&a ", "*a", "!!int ", "%YAML 1.1\n", "null", "yes", "No", "on", "12:30", "1e999", "0x1F", "-0",
    "99999999999999999999", "2.5", "-1", "101", "\u00a0", "\u2028", "\u0085", "\u200b", "\u202e",
    "\ufeff", "\x00", "\x07", "\x1b[2J", "e\u0301", "\u0301", "\u4f60", "\U0001f642", "\ufffe",
    "\\u202e", "\\x1b", '"\\e"', '"\\ud800"', "“", "’", "–",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 12, 13, 50, 100, 101, 10**15, -(10**9), 0.5, 1e300, "", " ", "x",
    "all", "any", "table", "majority", "is", "X" * 50, "é" * 30, "e\u0301", "\u202e", "12:30",
    "2 years", "0 months", "999 rounds", [], {}, [[]], [{}], {"": ""}, {"nl": "x"}, ["x", "x"],
)  # fmt: skip


@cache
def source(name: str) -> str:
    """A good scenario."""
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def tree(name: str) -> Any:
    """A good scenario as dicts and lists."""
    return yaml.load(source(name), Loader=yaml.CSafeLoader)


def scenario(luck: Luck) -> bytes:
    """A scenario file with something wrong in it, or not."""
    name = luck.choice(SOURCES)
    return luck.choice(_WAYS)(name, luck)


def _bytes(name: str, luck: Luck) -> bytes:
    content = bytearray(source(name).encode())
    for _ in range(luck.randint(1, 6)):
        if not content:
            break
        at = luck.randrange(len(content))
        match luck.randrange(5):
            case 0:
                content[at] = luck.randrange(256)
            case 1:
                content[at:at] = luck.randbytes(luck.randint(1, 8))
            case 2:
                del content[at : at + luck.randint(1, 60)]
            case 3:
                content[at:at] = content[at : at + luck.randint(1, 200)]
            case 4:
                del content[max(1, at) :]
    return bytes(content)


def _signs(name: str, luck: Luck) -> bytes:
    text = source(name)
    for _ in range(luck.randint(1, 4)):
        at = luck.randrange(len(text))
        text = text[:at] + luck.choice(SIGNS) + text[at + luck.randrange(6) :]
    return text.encode("utf-8", "surrogatepass")


def _lines(name: str, luck: Luck) -> bytes:
    lines = source(name).split("\n")
    for _ in range(luck.randint(1, 4)):
        a, b = luck.randrange(len(lines)), luck.randrange(len(lines))
        match luck.randrange(5):
            case 0:
                lines[a], lines[b] = lines[b], lines[a]
            case 1:
                del lines[a]
            case 2:
                lines.insert(b, lines[a])
            case 3:
                lines[a] = " " * luck.randint(1, 4) + lines[a]
            case 4:
                lines[a] = lines[a][luck.randint(1, 4) :]
        if not lines:
            break
    return "\n".join(lines).encode()


def _words(name: str, luck: Luck) -> bytes:
    """Words of the file swapped with other words: names that refer to the wrong thing."""
    words = source(name).split(" ")
    for _ in range(luck.randint(1, 5)):
        words[luck.randrange(len(words))] = luck.choice([luck.choice(words), luck.choice(SIGNS)])
    return " ".join(words).encode()


def _tree(name: str, luck: Luck) -> bytes:
    return _dumped(mutated(tree(name), luck))


def _gently(name: str, luck: Luck) -> bytes:
    """A scenario that may still be valid: numbers and words replaced by others of their kind."""
    changed = json.loads(json.dumps(tree(name)))
    places = list(_places(changed))
    for _ in range(luck.randint(1, 3)):
        block, key = luck.choice(places)
        value = block[key]
        alike = [b[k] for b, k in places if k == key and type(b[k]) is type(value)]
        if isinstance(value, bool):
            block[key] = not value
        elif isinstance(value, int):
            block[key] = luck.randint(0, 100)
        else:
            block[key] = json.loads(json.dumps(luck.choice(alike)))
    return _dumped(changed)


def _dumped(changed: Any) -> bytes:
    text: str = yaml.dump(changed, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return text.encode()


_WAYS: Sequence[Callable[[str, Luck], bytes]] = (
    _bytes, _signs, _lines, _words, _tree, _gently, _gently,
)  # fmt: skip


def mutated(whole: Any, luck: Luck) -> Any:
    """The tree with a few of its parts changed."""
    copy = json.loads(json.dumps(whole, ensure_ascii=False))
    for _ in range(luck.randint(1, 3)):
        _mutate(copy, luck)
    return copy


def _mutate(whole: Any, luck: Luck) -> None:
    places = list(_places(whole))
    if not places:
        return
    block, key = luck.choice(places)
    match luck.randrange(6):
        case 0:
            block[key] = deepcopy(luck.choice(VALUES))
        case 1:
            del block[key]
        case 2:
            other, name = luck.choice(places)
            block[key] = json.loads(json.dumps(other[name]))
        case 3 if isinstance(block, dict):
            block[_odd_key(key, places, luck)] = block.pop(key)
        case 4 if isinstance(block, dict):
            block[_odd_key(key, places, luck)] = deepcopy(luck.choice(VALUES))
        case 5 if isinstance(block[key], int) and not isinstance(block[key], bool):
            block[key] = luck.randint(-5, 110)
        case _:
            block[key] = [block[key]]


def _places(node: Any) -> list[tuple[Any, Any]]:
    keys = (
        list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    )
    return [(node, key) for key in keys] + [place for key in keys for place in _places(node[key])]


def _odd_key(key: str, places: list[tuple[Any, Any]], luck: Luck) -> str:
    names = [name for _, name in places if isinstance(name, str)]
    return luck.choice([luck.choice(names), f"{key}x", key[1:], key.upper(), luck.choice(SIGNS)])


def trace(good: bytes, seal: Callable[[Any], str], luck: Luck) -> bytes:
    """A saved play with something wrong in it; sealed again, or not."""
    if luck.random() < 0.3:
        content = bytearray(good)
        for _ in range(luck.randint(1, 4)):
            at = luck.randrange(len(content))
            content[at : at + luck.randrange(4)] = luck.randbytes(luck.randrange(4))
        return bytes(content)
    body = mutated(json.loads(good), luck)
    if isinstance(body, dict) and luck.random() < 0.9:
        body.pop("seal", None)
        body["seal"] = seal(body)
    return json.dumps(body, ensure_ascii=bool(luck.randrange(2))).encode("utf-8", "surrogatepass")
