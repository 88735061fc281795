"""What an author is advised to do, and what many tries showed, in plain sentences."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from engine.balance import (
    Advice,
    Aim,
    Crowd,
    Debriefed,
    Lever,
    Missed,
    Sign,
    Tried,
    Unshown,
    Untempted,
    advise,
    found_at,
)
from engine.scenario.load import load
from engine.scenario.schema import Condition
from engine.simulate import difference
from game.last_balance import LastBalance
from game.presenters.balance import Telling
from game.presenters.conditions import Reader
from game.presenters.evidence import evidence_text
from game.presenters.page import Cast, Line, Lines, first_up, sentence, signed
from game.printable import path_text

# Of each aim, how many of the changes that matter are told: design choice, a short list.
_MOST_RANKED = 5
_DIRECTIONS = ("same", "more", "fewer")
Where = Callable[[tuple[str | int, ...]], str]


def front(telling: Telling, where: Where | None = None, since: Sequence[str] = ()) -> Lines:
    """What comes before the figures: what to do, what makes most difference, and what it teaches.

    since: sentences about this time and the last.
    """
    words = telling.words
    ranked = list(ranking(telling))
    return (
        Line("heading", words("advice")),
        *advice(telling, where),
        *(Line("note", text) for text in since),
        *([Line("heading", words("advice.ranking")), *ranked] if ranked else []),
        Line("heading", words("debrief.6.goals")),
        *goals(telling),
    )


def places_in(path: Path, *, in_full: bool) -> Where | None:
    """How a place in the scenario is told: its file and line; to others without the folder. None if
    the file can't be read any more.
    """
    loaded = load(path)
    source = loaded.source
    if source is None:
        return None

    def place(at: tuple[str | int, ...]) -> str:
        written = [each.rstrip("_") if isinstance(each, str) else each for each in at]
        file, mark = loaded.place(path, source.at_key(*written))
        return f"{path_text(file if in_full else Path(file.name))}:{mark.line}:{mark.column}"

    return place


def advice(telling: Telling, where: Where | None = None) -> Iterator[Line]:
    """At most five sentences, each with where to change what. where: a place in the file."""
    words, balance = telling.words, telling.balance
    found = advise(telling.compiled.scenario, balance)
    for each in found:
        yield Line("told", _advised(telling, each))
        if (lever := _lever_of(each)) is not None:
            at = f"{where(lever.place)}  " if where else ""
            yield Line("detail", f"{at}{snippet(lever)}")
    if not found:
        share = _in_hundred(telling, balance.figures["outcomes"]["success"]["share"])
        key = "advice.fine" if balance.done == 1 else "advice.fine.so-far"
        yield Line("told", words(key, n=share))


def _advised(telling: Telling, each: Advice) -> str:
    match each:
        case Missed():
            return _missed(telling, each)
        case Unshown():
            return _unshown(telling, each)
        case Crowd():
            return _crowd(telling, each)
        case Untempted():
            return telling.words(
                "advice.untempted", phase=telling.phase(each.phase),
                n=_in_hundred(telling, each.share.share), low=_in_hundred(telling, each.share.low),
            )  # fmt: skip


def _lever_of(each: Advice) -> Lever | None:
    if isinstance(each, Missed | Unshown) and each.helps is not None:
        return each.helps.lever
    return None


def _missed(telling: Telling, missed: Missed) -> str:
    words = telling.words
    head = _head(telling, missed)
    if missed.where is not None:
        head += words("advice.where", phase=telling.phase(missed.where))
    if missed.helps is None:
        return words("advice.none" if telling.balance.changes[0] else "advice.head", head=head)
    tried = missed.helps
    key = "advice.helps" if tried.is_enough else "advice.helps.most"
    return words(key, head=head, now=now_words(telling, tried.lever), then=_then(telling, tried))


def _head(telling: Telling, missed: Missed) -> str:
    words, aim = telling.words, missed.aim
    n = _in_hundred(telling, missed.now.share)
    if aim.kind == "success":
        return words(f"advice.success.{'low' if missed.now.share < aim.low else 'high'}", n=n)
    if aim.kind == "met":
        return words("advice.met", what=aim_name(telling, aim))
    return words(
        "advice.expected", what=aim_name(telling, aim), n=n, low=round(100 * aim.low),
        high=round(100 * aim.high),
    )  # fmt: skip


def _then(telling: Telling, tried: Tried) -> str:
    """What it comes to with that change, with its interval."""
    return telling.words(
        "advice.then", change=with_words(telling, tried.lever),
        n=_in_hundred(telling, tried.then.share), low=_in_hundred(telling, tried.then.low),
        high=_in_hundred(telling, tried.then.high),
    )  # fmt: skip


def _unshown(telling: Telling, unshown: Unshown) -> str:
    words = telling.words
    goal = words.of(telling.compiled.scenario.teaches[unshown.goal].text).rstrip(".")
    way = _DIRECTIONS[unshown.sign.success.sign]
    head = words(f"advice.unshown.{way}", goal=goal, thesis=unshown.sign.thesis,
                 apart=telling.interval(unshown.sign.success))  # fmt: skip
    if unshown.helps is None:
        is_tried = telling.balance.changes[0] and telling.balance.is_past("theses")
        return words("advice.unshown.none" if is_tried else "advice.head", head=head)
    lever = unshown.helps.lever
    return words(
        "advice.unshown.helps", head=head, now=now_words(telling, lever),
        change=with_words(telling, lever), apart=telling.interval(unshown.helps.sign.success),
    )  # fmt: skip


def _crowd(telling: Telling, crowd: Crowd) -> str:
    key = "advice.crowd.none" if crowd.left == 0 else "advice.crowd"
    return telling.words(
        key, phase=telling.phase(crowd.phase), party=telling.party(crowd.party),
        moves=crowd.moves, idle=crowd.idle, left=crowd.left, plays=crowd.plays,
        most=_in_hundred(telling, crowd.most),
    )  # fmt: skip


def _in_hundred(telling: Telling, share: float) -> str:
    """A share as so many in a hundred; what is not nothing is not told as nothing."""
    n = round(100 * share)
    if n == 0 and share > 0:
        return telling.words("advice.less")
    return str(n)


# --- what could be written differently --------------------------------------------------------


def snippet(lever: Lever) -> str:
    """The change as it is written in the file."""
    name = str(lever.place[-1]).rstrip("_")
    value = ("off", "on")[lever.to] if lever.kind == "switch" else str(lever.to)
    written = f"{name}: {value}"
    return f"starting_point: {{{written}}}" if lever.kind == "start" else written


def now_words(telling: Telling, lever: Lever) -> str:
    """What is written now, as the beginning of a sentence goes on."""
    words, scenario, place = telling.words, telling.compiled.scenario, lever.place
    match lever.kind:
        case "start":
            return words(f"advice.start.{place[-1]}", n=lever.now)
        case "balance":
            return words("advice.balance", party=telling.party(str(place[1])), n=lever.now)
        case "trait":
            trait = words(f"brings.trait.{place[-1]}")
            return words("advice.trait", move=telling.move(str(place[1])), trait=trait, n=lever.now)
        case "switch":
            return words(f"advice.switch.{('off', 'on')[lever.now]}", thing=_thing(telling, lever))
        case "effect":
            shift = _shift(telling, lever, lever.now)
            return words("advice.effect", thing=_thing(telling, lever), shift=shift)
        case "rounds":
            return words("advice.rounds", phase=telling.phase(str(place[2])), n=lever.now)
        case "chance":
            return words("advice.chance", event=_thing(telling, lever), n=lever.now)
        case "hollow":
            ritual = words.of(scenario.rituals[str(place[1])].name)
            return words("advice.hollow", ritual=ritual, n=lever.now)
        case "calls":
            return words("advice.calls", n=lever.now)
        case "threshold":
            return _threshold(telling, lever)


def with_words(telling: Telling, lever: Lever) -> str:
    """What would be written instead, in a word or two."""
    words = telling.words
    if lever.kind == "switch":
        return words(f"advice.with.{('off', 'on')[lever.to]}")
    if lever.kind == "effect":
        return words("advice.with", to=signed(lever.to))
    if lever.kind == "threshold":
        return words("advice.with", to=words(f"when.{lever.place[-1]}", n=lever.to))
    return words("advice.with", to=f"{lever.to}%" if lever.kind == "chance" else lever.to)


def _shift(telling: Telling, lever: Lever, points: int) -> str:
    name = telling.words(f"brings.name.{lever.place[-1]}")
    return telling.words("brings.shift", name=name, points=signed(points))


def _thing(telling: Telling, lever: Lever) -> str:
    """The name of the part of the game that the lever is on."""
    words, scenario = telling.words, telling.compiled.scenario
    chapter, name = str(lever.place[0]), str(lever.place[1])
    if chapter == "parties":
        return scenario.parties[name].roles[str(lever.place[3])].name
    if chapter == "script":
        part = getattr(scenario.script, name)[str(lever.place[2])]
        return words.of(part.name)
    return words.of(getattr(scenario, chapter)[name].name)


def _threshold(telling: Telling, lever: Lever) -> str:
    words, scenario, place = telling.words, telling.compiled.scenario, lever.place
    measure, end = str(place[-2]), str(place[-1])
    bound = found_at(scenario, place[:-1])
    whose = {"of": getattr(bound, "of", None), "in": getattr(bound, "in_", None)}
    given = {end: lever.now} | {name: party for name, party in whose.items() if party}
    when = Reader(scenario, words).condition(Condition.model_validate({measure: given}))
    if place[0] == "moves":
        return words("advice.when.move", move=telling.move(str(place[1])), when=when)
    if place[0] == "endings":
        title = words.of(scenario.endings[str(place[1])].title)
        return words("advice.when.ending", ending=title, when=when)
    if place[1] == "events":
        event = words.of(scenario.script.events[str(place[2])].name)
        return words("advice.when.event", event=event, when=when)
    phase = str(place[2])
    to = scenario.script.phases[phase].next[int(place[4])].to
    return words(
        "advice.when.next", phase=telling.phase(phase), to=telling.phase(to), when=when
    )  # fmt: skip


# --- what matters most ------------------------------------------------------------------------


def ranking(telling: Telling) -> Iterator[Line]:
    """For each aim, what was tried and makes a difference: what does most first."""
    words, balance = telling.words, telling.balance
    for aim in balance.aims:
        found = _ranked(each for each in balance.tried if each.aim == aim)
        if not found:
            continue
        share, name = balance.shares[aim].share, aim_name(telling, aim)
        yield Line("subheading", words("advice.aim", what=name, n=_in_hundred(telling, share)))
        for each in found:
            change = words("advice.change", now=now_words(telling, each.lever),
                           change=with_words(telling, each.lever))  # fmt: skip
            told = words(
                "advice.rank", change=first_up(change), n=_in_hundred(telling, each.then.share),
                apart=telling.interval(each.apart),
            )  # fmt: skip
            yield Line("told", told)
    if balance.changes[1]:
        tried, there_are = balance.changes
        yield Line("note", words("advice.tried", n=tried, all=there_are))


def _ranked(tried: Iterator[Tried]) -> list[Tried]:
    """Of each lever the change that does most, those that do most first."""
    most: dict[tuple[str | int, ...], Tried] = {}
    for each in sorted(tried, key=lambda each: -abs(each.apart.mean)):
        most.setdefault(each.lever.place, each)
    return list(most.values())[:_MOST_RANKED]


def aim_name(telling: Telling, aim: Aim) -> str:
    """What is counted: an outcome or an ending, by name."""
    if aim.of == "outcomes":
        return telling.words(f"outcome.{aim.name}")
    return telling.words.of(telling.compiled.scenario.endings[aim.name].title)


# --- what it teaches --------------------------------------------------------------------------


def goals(telling: Telling) -> Iterator[Line]:
    """Which learning goals show in the plays, in the words of the debrief."""
    words = telling.words
    signs = {sign.thesis: sign for sign in telling.balance.signs}
    for goal in telling.compiled.scenario.teaches.values():
        text = words("debrief.6.goal", text=words.of(goal.text), thesis=goal.thesis)
        yield Line("told", text)
        sign = signs.get(goal.thesis)
        yield Line("detail", _goal(telling, sign) if sign else words("advice.goal.unknown"))
        for each in telling.balance.debriefs:
            if each.thesis == goal.thesis:
                yield from _debriefed(telling, each)


def _debriefed(telling: Telling, found: Debriefed) -> Iterator[Line]:
    """How often the debrief speaks to a thesis, and what it says most often."""
    yield Line("detail", telling.words(
        "advice.goal.debrief", plays=found.plays, n=found.in_favour, against=found.against
    ))  # fmt: skip
    if found.example is not None:
        cast = Cast.of(telling.compiled, telling.words)
        text = evidence_text(cast, found.example)
        yield Line("detail", telling.words("advice.goal.example", text=text))


def _goal(telling: Telling, sign: Sign) -> str:
    way = _DIRECTIONS[sign.success.sign]
    thesis = sentence(telling.words(f"thesis.{sign.thesis}"))
    return telling.words(f"advice.goal.{way}", thesis=thesis)


# --- since the last time ----------------------------------------------------------------------


def since(telling: Telling, last: LastBalance, now: LastBalance) -> Iterator[str]:
    """What is different from the last time, and whether luck could explain it."""
    words = telling.words
    when = datetime.fromtimestamp(last.at).strftime("%Y-%m-%d %H:%M")
    if last.digest == now.digest:
        yield words("advice.since.same", when=when)
        return
    before, after = last.ended_well(), now.ended_well()
    if last.plan != now.plan or before is None or after is None:
        yield words("advice.since.other", when=when)
        return
    apart = difference(after, before)
    way = ("level", "more", "fewer")[apart.sign]
    yield words(
        f"advice.since.{way}", when=when, apart=telling.interval(apart),
        before=_in_hundred(telling, float(before.mean())),
        now=_in_hundred(telling, float(after.mean())),
    )  # fmt: skip
    if last.idle != now.idle:
        yield words("advice.since.idle", before=last.idle, now=now.idle)
    for key, theses in (("gained", set(now.shown) - set(last.shown)),
                        ("lost", set(last.shown) - set(now.shown))):  # fmt: skip
        if theses:
            numbers = [str(each) for each in sorted(theses)]
            yield words(f"advice.since.{key}", n=len(numbers), theses=words.all_of(numbers))
