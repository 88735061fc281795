"""What an author is advised to do, the most useful first: never what luck could explain."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.balance.aims import Aim, Share
from engine.balance.dilemma import Crowd
from engine.balance.theses import Sign
from engine.balance.trying import Shown, Tried
from engine.scenario.schema import Scenario

if TYPE_CHECKING:
    from engine.balance.report import Balance

MOST = 5  # sentences of advice; design choice: what one remembers and does in an evening

_MOST = 0.5  # of the plays


@dataclass(frozen=True, slots=True)
class Missed:
    """An aim that is missed by more than luck, and what helps most, if anything does.

    now: the share of plays. where: the phase in which most plays that ended otherwise broke off, if
    there is one.
    """

    aim: Aim
    now: Share
    where: str | None
    helps: Tried | None


@dataclass(frozen=True, slots=True)
class Unshown:
    """A learning goal whose thesis does not show in plays, and a change with which it does."""

    goal: str
    sign: Sign
    helps: Shown | None


@dataclass(frozen=True, slots=True)
class Untempted:
    """A phase in which nobody is tempted in most plays; share: of these plays."""

    phase: str
    share: Share


Advice = Missed | Unshown | Crowd | Untempted


def advise(scenario: Scenario, balance: "Balance") -> tuple[Advice, ...]:
    """At most five pieces of advice, in the order of their use."""
    missed = list(_missed(balance))
    found: list[Advice] = [
        *(each for each in missed if each.aim.kind == "success"),
        *(each for each in missed if each.aim.kind in ("outcome", "ending")),
        *_unshown(scenario, balance),
        *sorted(balance.crowds, key=lambda each: each.left - each.idle),
        *_untempted(balance),
        *(each for each in missed if each.aim.kind == "met" and each.helps is not None),
    ]
    return tuple(found[:MOST])


def _missed(balance: "Balance") -> Iterator[Missed]:
    for aim, now in balance.shares.items():
        if aim.distance(now.low) * aim.distance(now.high) <= 0:
            continue  # one end of the interval is where it should be
        where = balance.breaks_in if aim.kind == "success" and now.share < aim.low else None
        yield Missed(aim, now, where, best(each for each in balance.tried if each.aim == aim))


def best(tried: Iterable[Tried]) -> Tried | None:
    """The smallest change that is enough, or else the one that helps most; never one that harms."""
    helping = [each for each in tried if each.helps and not each.is_harmful]
    enough = [each for each in helping if each.is_enough]
    if enough:
        return min(enough, key=lambda each: (each.lever.size, -abs(each.apart.mean)))
    return min(helping, key=lambda each: abs(each.aim.distance(each.then.share)), default=None)


def _unshown(scenario: Scenario, balance: "Balance") -> Iterator[Unshown]:
    signs = {sign.thesis: sign for sign in balance.signs}
    for name, goal in scenario.teaches.items():
        sign = signs.get(goal.thesis)
        if sign is not None and sign.success.sign <= 0:
            yield Unshown(name, sign, dict(balance.showing).get(sign.name))


def _untempted(balance: "Balance") -> Iterator[Untempted]:
    """Phases of which the first round is mostly a game without conflict."""
    for each in balance.dilemmas:
        share = each.shares.get("harmony", 0.0)
        if each.round != 1 or not each.plays:
            continue
        found = Share.of(round(share * each.plays), each.plays)
        if found.low > _MOST:
            yield Untempted(each.phase, found)
