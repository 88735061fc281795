"""After a choice: first what was seen, then what was said, then what it did."""

from collections.abc import Iterable, Iterator

from engine.play.seen import Heard, HeardKind
from engine.play.state import Event, EventKind, Prediction
from game.presenters.changes import change_words, decided_words
from game.presenters.page import Cast, Line, Lines, points, sentence, stance_words
from game.presenters.table import spoken
from game.words import Words

# Faces first, then what is said, then what comes of it.
_ORDER: tuple[tuple[HeardKind, ...], ...] = (
    ("move", "option", "proposed", "voted"),
    ("said",),
    ("vetoed", "slipped", "called", "left"),
    ("changed", "rejected"),
    ("found-out", "suspected", "repair"),
    ("answer",),
    ("occasion", "line"),
    ("numbers", "reflected"),
    ("parted",),
)
_RANK: dict[HeardKind, int] = {kind: at for at, row in enumerate(_ORDER) for kind in row}
# What only the seat itself learns; at a shared screen it waits until nobody else looks.
PRIVATE: frozenset[HeardKind] = frozenset(
    {"vetoed", "found-out", "suspected", "repair", "numbers", "reflected"}
)


# What belongs to the place where the table comes next, not to what was just chosen.
_NEXT: frozenset[EventKind] = frozenset({"phase", "ritual", "lines"})


def outcome_of(events: Iterable[Event]) -> tuple[Event, ...]:
    """Those of the events of a step that came of the choice; the next scene is left out."""
    return tuple(event for event in events if event.kind not in _NEXT)


def in_order(heard: Iterable[Heard]) -> tuple[Heard, ...]:
    """What came of a choice, in the order in which it is told."""
    known = [each for each in heard if each.kind in _RANK]
    # In reflection people speak one after the other; at the table the faces come first.
    talks = any(each.kind == "option" for each in known)
    said = _RANK["option"] if talks else _RANK["said"]
    return tuple(sorted(known, key=lambda h: said if h.kind == "said" else _RANK[h.kind]))


def reveal(cast: Cast, heard: Iterable[Heard], predicted: Iterable[Prediction] = ()) -> Lines:
    """What the seat sees and hears, predictions against what it looked like included."""
    lines: list[Line] = []
    guesses = {each.about: each for each in predicted}
    for each in heard:
        lines += tell(cast, each)
        if each.kind == "move" and each.party in guesses:
            lines.append(_checked(cast, guesses[each.party], each))
    return tuple(lines)


def _checked(cast: Cast, guess: Prediction, move: Heard) -> Line:
    words = cast.words
    right = guess.stance == move.stance
    seemed = stance_words(words, move.stance) if move.stance else ""
    return Line(
        "note",
        words(
            "predict.right" if right else "predict.wrong",
            party=cast.party(guess.about), stance=stance_words(words, guess.stance), seemed=seemed,
        ),
    )  # fmt: skip


def tell(cast: Cast, heard: Heard) -> Iterator[Line]:
    """One thing that came of a choice, in words."""
    words, party = cast.words, cast.party(heard.party)
    text = words.of(heard.text) if heard.text else ""
    own = ".own" if heard.own else ""
    match heard.kind:
        case "move":
            yield Line("act", words("did", party=party, text=sentence(text)), stance=heard.stance)
        case "said" | "answer" | "line":
            yield spoken(cast, heard)
        case "vetoed":
            yield Line("note", words("reveal.vetoed"))
        case "slipped":
            nothing = ".nothing" if heard.flag and not heard.own else ""
            yield Line("act", words(f"reveal.slipped{nothing}{own}", party=party))
        case "called":
            alone = ".alone" if heard.flag else ""
            yield Line("act", words(f"reveal.called{alone}{own}", party=party))
        case "left":
            yield Line("act", words(f"reveal.left{own}", party=party))
        case "parted":
            yield Line("act", words("reveal.parted"))
        case "found-out":
            yield Line("told", _found_out(cast, heard))
        case "suspected":
            yield Line("note", words("reveal.suspected", party=party))
        case "repair":
            yield Line("note", words(f"reveal.repair.{_way(heard.numbers['change'])}", party=party))
        case "occasion":
            name = sentence(words.of(heard.name)).rstrip(".") if heard.name else ""
            key = "reveal.occasion.party" if heard.party else "reveal.occasion"
            yield Line("told", words(key, name=name, party=party, text=text))
        case "option":
            yield Line("act", _option(cast, heard))
        case "proposed" | "voted" | "changed" | "rejected":
            yield Line("act", _decision(cast, heard))
        case "numbers" | "reflected":
            yield from moved(cast, heard)


def _found_out(cast: Cast, heard: Heard) -> str:
    """What came to light, and about whom; of one's own moves also which."""
    words, party = cast.words, cast.party(heard.party)
    own = ".own" if heard.flag else ""
    move = words.of(heard.name) if heard.name else ""
    if heard.text is None:
        return words(f"reveal.found.plain{own}", party=party, move=move)
    return words(f"reveal.found{own}", party=party, move=move, text=words.of(heard.text))


def _way(change: float) -> str:
    return "still" if points(change) == 0 else "up" if change > 0 else "down"


def _option(cast: Cast, heard: Heard) -> str:
    return cast.words(f"did.{heard.id}", party=cast.party(heard.party))


def _decision(cast: Cast, heard: Heard) -> str:
    words, party = cast.words, cast.party(heard.party)
    own = ".own" if heard.own else ""
    if heard.kind == "voted":
        way = "yes" if heard.flag else "no"
        return words(f"vote.{way}{own}", party=party, proposer=cast.party(heard.about))
    if heard.change is None:
        return words(f"proposed.nothing{own}", party=party)
    if heard.kind == "changed":
        return decided_words(cast, heard.change, heard.amount)
    what = change_words(cast, heard.change, heard.amount)
    key = f"proposed{own}" if heard.kind == "proposed" else "rejected"
    return words(key, party=party, change=what)


# --- numbers ----------------------------------------------------------------------------------

_OTHERS = ("perceived_risk", "reliability", "exposure")
_OWN = ("safety", "understanding", "formal_overlap", "internal_balance")
REASONS = ("experience", "discovery", "suspicion", "repair", "talk", "event", "other")
# A mean this close to a whole number is told as that number.
_NEAR = 0.1
# From these many points a change of trust is felt: design choices of the telling.
_SOME, _LOT = 2, 8


def moved(cast: Cast, heard: Heard) -> Iterator[Line]:
    """What it did to this seat's numbers, in words and in numbers, with the reasons."""
    numbers, words = heard.numbers, cast.words
    others = [key.rpartition(".")[2] for key in numbers if key.startswith("after.trust.")]
    if not others:
        return
    yield Line("subheading", words("moved.head" if heard.kind == "numbers" else "reflected.head"))
    if heard.kind == "reflected":
        yield Line("number", took_part(words, numbers["steps_done"]))
    for other in others:
        yield Line("number", _trust(cast, heard, other))
        masked = points(numbers.get(f"reason.{other}.masked", 0.0))
        if masked:
            yield Line("number", words("reason.masked", n=abs(masked)))
    small = [text for other in others for text in _small(cast, heard, other, _OTHERS)]
    small += _small(cast, heard, None, _OWN)
    if heard.kind == "numbers":
        payoff, value = points(numbers["after.payoff"]), points(numbers["after.value"])
        small.append(words("moved.value", payoff=_plus(payoff), value=_plus(value)))
    else:
        small += _time_spent(cast, heard)
    if small:
        yield Line("number", ". ".join(small) + ".")


def _time_spent(cast: Cast, heard: Heard) -> list[str]:
    """What the time that it took did to this seat's value."""
    before, after = (points(heard.numbers[f"{when}.value"]) for when in ("before", "after"))
    if before == after:
        return []
    return [cast.words("moved.time", cost=_plus(after - before), value=_plus(after))]


def took_part(words: Words, steps: float) -> str:
    """In how many of the four steps the table really took part, to the nearest half."""
    near = round(steps)
    if near == 0:
        return words("reflected.none")
    how = "exact" if abs(steps - near) < _NEAR else "nearly" if steps < near else "over"
    return words(f"reflected.{how}", steps=words(f"steps.{near}"))


def _plus(number: int) -> str:
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"


def _trust(cast: Cast, heard: Heard, other: str) -> str:
    words, numbers = cast.words, heard.numbers
    before = points(numbers[f"before.trust.{other}"])
    after = points(numbers[f"after.trust.{other}"])
    name = cast.party(other)
    if before == after:
        return words("moved.trust.still", other=name, after=after) + "."
    reasons = [
        words(_reason(reason, part), points=_plus(part))
        for reason in REASONS
        if (part := points(numbers.get(f"reason.{other}.{reason}", 0.0)))
    ]
    told = words("moved.trust", other=name, before=before, after=after)
    told = f"{told}: {words.all_of(reasons)}." if reasons else f"{told}."
    felt = _felt(after - before)
    return f"{told} {words(felt)}" if felt else told


def _reason(reason: str, part: int) -> str:
    return "reason.talk.early" if reason == "talk" and part < 0 else f"reason.{reason}"


def _felt(change: int) -> str | None:
    if abs(change) < _SOME:
        return None
    way = "up" if change > 0 else "down"
    return f"moved.trust.{way}.lot" if abs(change) >= _LOT else f"moved.trust.{way}"


def _small(cast: Cast, heard: Heard, other: str | None, names: Iterable[str]) -> list[str]:
    """Those of the numbers that moved by a point or more."""
    told = []
    for name in names:
        key = name if other is None else f"{name}.{other}"
        before = points(heard.numbers[f"before.{key}"])
        after = points(heard.numbers[f"after.{key}"])
        if before != after:
            party = cast.party(other)
            told.append(cast.words(f"moved.{name}", other=party, before=before, after=after))
    return told
