"""Names that were changed where they are defined, and not in the places that refer to them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from engine.scenario.mentions import ELEMENTS, Mention
from engine.scenario.suggestions import nearest_of

# What nobody refers to has no part in the play: then its name was probably changed. Other things
# often are not referred to, so there only a likeness tells.
_REFERRED_TO = frozenset({"party", "role", "move", "phase"})
# Design choice: whoever mends a few of the places by hand still gets one message for the rest.
_RARE = 10
_MOST_SLIPPED = 3  # design choice: letters that are added or lost in a misspelling


class HalfRenamed(NamedTuple):
    """A name that nothing has any more, what has another now, and where the old one stands."""

    old: str
    definition: Mention
    left: tuple[Mention, ...]


class _Group(NamedTuple):
    """Things of which one may have taken another name, and the names that nothing has.

    uses: how often each is referred to.
    """

    things: dict[str, Mention]
    uses: Counter[str]
    unknown: dict[str, list[Mention]]

    @property
    def is_of_parties(self) -> bool:
        """Whether these are the parties."""
        return next(iter(self.things.values())).kind == "party"

    def near(self, old: str) -> str | None:
        """What is called much like that old name, and fits in all places where it still stands."""
        near = nearest_of(old, self._fitting(old)).get("near")
        return None if near is None else str(near)

    def unused(self, old: str) -> list[str]:
        """What fits in those places, while next to nothing refers to it now."""
        most = len(self.unknown[old]) // _RARE
        return [name for name in self._fitting(old) if self.uses[name] <= most]

    def _fitting(self, old: str) -> list[str]:
        kinds = {mention.kind for mention in self.unknown[old]} - {"element"}
        return [name for name, thing in self.things.items() if kinds <= {thing.kind}]


def half_renamed(found: Sequence[Mention], readable: Set[str]) -> Iterator[HalfRenamed]:
    """Each name in a file that was changed in one place only, as far as that can be told.

    readable: the kinds of which all definitions could be read.
    """
    people = _people(found)
    for group in _groups(found, readable):
        pairs = dict(_alike(group, people))
        pairs |= _left_over(group, pairs)
        for old, new in pairs.items():
            left = tuple(group.unknown[old])
            yield HalfRenamed(left[0].name, group.things[new], left)


def _left_over(group: _Group, pairs: Mapping[str, str]) -> dict[str, str]:
    """By kind, the one old name and the one unused thing that are left, if there is one of each."""
    found = {}
    rest = [old for old in group.unknown if old not in pairs and not _is_slip(old, group)]
    for kind in _REFERRED_TO:
        some = [old for old in rest if kind in {mention.kind for mention in group.unknown[old]}]
        if len(some) == 1:
            free = [new for new in group.unused(some[0]) if new not in pairs.values()]
            if len(free) == 1:
                found[some[0]] = free[0]
    return found


def _groups(found: Sequence[Mention], readable: Set[str]) -> Iterator[_Group]:
    groups: dict[str, _Group] = {}
    for mention in found:
        if mention.is_definition:
            group = groups.setdefault(_family(mention), _Group({}, Counter(), {}))
            group.things.setdefault(_short(mention), mention)
    for mention in found:
        known = groups.get(_family(mention))
        if known is None or mention.is_definition:
            continue
        if _short(mention) in known.things:
            known.uses[_short(mention)] += 1
        else:
            known.unknown.setdefault(_short(mention), []).append(mention)
    yield from (group for family, group in groups.items() if family.partition(":")[0] in readable)


def _family(mention: Mention) -> str:
    """What may take each other's name: those of a kind, and of one party where they belong to it.

    A condition does not say what kind of element it names.
    """
    if mention.kind in ("role", "want"):
        return f"{mention.kind}:{mention.name.partition('.')[0]}"
    return "element" if mention.kind in ELEMENTS else mention.kind


def _short(mention: Mention) -> str:
    """The name within its family: what they all begin with makes them look alike."""
    return mention.word if mention.kind in ("role", "want") else mention.name


def _people(found: Sequence[Mention]) -> dict[str, set[str]]:
    """By party, whoever is said to sit in it: a party keeps its people when its name changes."""
    people: dict[str, set[str]] = {}
    for mention in found:
        if mention.kind == "role":
            people.setdefault(mention.name.partition(".")[0], set()).add(mention.word)
    return people


def _alike(group: _Group, people: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """The old names that are most like one that is not in use, and that one."""
    taken: set[str] = set()
    for old in group.unknown:
        new = _likest(old, group, people, taken)
        if new is not None:
            taken.add(new)
            yield old, new


def _likest(old: str, group: _Group, people: Mapping[str, set[str]], taken: Set[str]) -> str | None:
    """The one that has most of that name, or the only one that has part of it, or its people."""
    free = [new for new in group.unused(old) if new not in taken]
    near = group.near(old)
    if near is not None and (near in free or not group.is_of_parties):
        return near if near in free else None
    parts = [new for new in free if old in new or new in old]
    kin = [new for new in free if people.get(old, set()) & people.get(new, set())]
    found = parts or (kin if group.is_of_parties else [])
    return found[0] if len(found) == 1 else None


def _is_slip(old: str, group: _Group) -> bool:
    """Whether it is a misspelling of a name that is in use; north and south are two parties, and
    listen is not sit-and-listen with a few letters lost.
    """
    if group.is_of_parties:
        return False
    near = group.near(old)
    is_other = near is None or near in group.unused(old)
    return not is_other and abs(len(str(near)) - len(old)) <= _MOST_SLIPPED
