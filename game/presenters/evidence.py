"""A finding in one sentence: its code from the catalogue, its numbers and names filled in."""

import re
from collections.abc import Iterator, Mapping

from engine.debrief import NOTHING, Evidence, Ref
from engine.scenario.schema import Text
from game.presenters.page import QUOTES, Cast, change, decimal, first_up, points, whole
from game.words import Words

# Numbers that count something; all others are shares, or values on the same scale.
_COUNTS = frozenset(
    {
        "kept", "rounds", "moves", "moments", "times", "other_times", "jokes", "lost", "count",
        "right", "thesis", "first", "last", "high_moves", "high_of", "low_moves", "low_of",
        "speakers", "parties", "others", "asked",
    }
)  # fmt: skip
_GAINS_A_COUNT = frozenset({"other-moves-open"})
_CHANGES = frozenset({"table", "between", "high", "low"})
_DECIMALS = frozenset({"brier"})
# A sentence ends where another begins after it, or where the text does.
_FIRST = re.compile(r".*?[.!?…]['’”]?(?=\s+[A-Z'‘“€]|\s*$)|.*", re.DOTALL)


def evidence_text(cast: Cast, evidence: Evidence) -> str:
    """The sentence for a finding."""
    words = cast.words
    if evidence.code == NOTHING:
        because = words(f"because.{evidence.because}")
        return words(f"evidence.{NOTHING}", because=because)
    gaps: dict[str, object] = {
        "round": evidence.round,
        "party": cast.party(evidence.party),
        "other": cast.party(evidence.other),
        "n": _count(evidence),
        **_rounds(words, evidence),
        **_numbers(words, evidence),
        **{name: ref_name(cast, ref) for name, ref in evidence.refs.items()},
        "phase": _moment(cast, evidence),
        "when": _moment(cast, evidence) or words("rounds.named", n=1, rounds=evidence.round),
        "change": change_words(cast, evidence.refs),
    }
    ways = (f"evidence.{evidence.code}.{how}" for how in _how(evidence.numbers))
    key = next((way for way in ways if words.has(way)), f"evidence.{evidence.code}")
    return words(key, **gaps)


def _how(numbers: Mapping[str, float]) -> Iterator[str]:
    """Which wordings of their own a code can have for these numbers."""
    shown = {name: round(x) if name in _COUNTS else points(x) for name, x in numbers.items()}
    if next((x for name, x in shown.items() if name in _COUNTS), None) == 0:
        yield "none"
    for some, of_all in (("kept", "rounds"), ("speakers", "parties"), ("jokes", "parties")):
        if some in shown and shown[some] == shown[of_all]:
            yield "all"
    if "first" in shown and shown["first"] == shown["last"]:
        yield "one"
    if "before" in shown and shown["before"] == shown["after"]:
        yield "same"
    for name in ("gained", "lost"):
        if not numbers.get(name, 1):
            yield f"none-{name}"


def _rounds(words: Words, evidence: Evidence) -> Mapping[str, str]:
    """The rounds that it compares, such as `rounds 1, 2 and 5`."""
    return {
        f"{name}_rounds": words(
            "rounds.named", n=len(rounds), rounds=words.all_of([str(each) for each in rounds])
        )
        for name, rounds in evidence.rounds.items()
    }


def change_words(cast: Cast, refs: Mapping[str, Ref]) -> str:
    """What was to be changed, as it is written on the card for it."""
    if "action" not in refs:
        return ""
    if "amount" in refs:
        name, amount = ref_name(cast, refs["thing"]), int(refs["amount"].id)
        how = str(refs["action"].id).replace("amount", "change.to").removesuffix(".again")
        return cast.words(
            how, name=name, n=amount, amount=with_unit(cast, amount, refs["amount"].name)
        )
    name = ref_name(cast, refs["thing"]) if "thing" in refs else ""
    holder = ref_name(cast, refs["holder"]) if "holder" in refs else ""
    key = f"change.{refs['action'].id}"
    return cast.words(key, name=name, holder=holder) if cast.words.has(key) else name


def _moment(cast: Cast, evidence: Evidence) -> str:
    """The reflection moment that it is about, if any."""
    phase = evidence.refs.get("phase")
    return "" if phase is None else moment_name(cast, phase, evidence.round)


def moment_name(cast: Cast, phase: Ref, round_number: int | None) -> str:
    """A reflection moment as it is named in a sentence, by the round after which it was held."""
    if phase.name is None:
        return cast.words("moment.called", n=round_number)
    return cast.words("moment.named", name=ref_name(cast, phase), n=round_number)


def _count(evidence: Evidence) -> int:
    """The number that decides between one and many."""
    return round(next((x for name, x in evidence.numbers.items() if name in _COUNTS), 0))


def _numbers(words: Words, evidence: Evidence) -> Mapping[str, object]:
    return {name: _number(words, evidence.code, name, x) for name, x in evidence.numbers.items()}


def _number(words: Words, code: str, name: str, value: float) -> object:
    if name in _COUNTS or (name == "gained" and code in _GAINS_A_COUNT):
        return round(value)
    if name in _CHANGES:
        return change(value)
    return decimal(words, value, 2) if name in _DECIMALS else whole(value)


def with_unit(cast: Cast, amount: int, unit: Text | None) -> str:
    """A number with what it counts; nought is nought of anything."""
    return f"{amount} {cast.words.of(unit)}" if amount and unit is not None else str(amount)


def quoted_name(cast: Cast, ref: Ref) -> str:
    """The name of a thing in quotation marks, instead of those that its author gave it."""
    return f"“{first_up(ref_name(cast, ref).strip(QUOTES))}”"


def event_words(cast: Cast, event: Ref) -> str:
    """The name of an event and the first sentence of what its author wrote of it."""
    named = f"“{ref_name(cast, event)}”."
    if event.text is None:
        return named
    return f"{named} {_FIRST.match(cast.words.of(event.text)).group()}"  # type: ignore[union-attr]


def ref_name(cast: Cast, ref: Ref) -> str:
    """The name of what a finding mentions."""
    if ref.name is not None:
        return cast.words.of(ref.name)
    if ref.kind == "party":
        return cast.party(ref.id)
    if ref.kind == "phase":
        return cast.words("phase.called")
    key = f"option.{ref.id}"
    return cast.words(key) if cast.words.has(key) else ref.id
