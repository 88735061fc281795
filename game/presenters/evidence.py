"""A finding in one sentence: its code from the catalogue, its numbers and names filled in."""

from collections.abc import Iterable, Mapping

from engine.debrief import Evidence, Ref
from engine.scenario.schema import Text
from game.presenters.page import QUOTES, Cast, first_up, whole
from game.words import Words

# Numbers that count something; all others are shares, or values on the same scale.
_COUNTS = frozenset(
    {
        "kept", "rounds", "times", "thesis", "high_moves", "high_of", "low_moves", "low_of",
        "speakers", "parties", "others", "asked",
    }
)  # fmt: skip


def evidence_text(cast: Cast, evidence: Evidence, reader: str | None = None) -> str:
    """The sentence for a finding, to the party that reads it where it is about that."""
    words = cast.words
    gaps: dict[str, object] = {
        "round": evidence.round,
        "party": cast.parties(evidence.parties),
        "doers": len(evidence.parties),
        "other": cast.party(evidence.other),
        "n": _count(evidence),
        **_rounds(words, evidence),
        **_numbers(evidence),
        **{name: ref_name(cast, ref) for name, ref in evidence.refs.items()},
        "phase": _moment(cast, evidence),
        "when": _when(cast, evidence),
        "change": change_words(cast, evidence.refs),
        "share": _share(words, evidence),
        "did": _did(words, evidence),
    }
    numbers = evidence.numbers
    is_all = "speakers" in numbers and numbers["speakers"] == numbers["parties"]
    is_same = "before" in numbers and whole(numbers["before"]) == whole(numbers["after"])
    key = f"evidence.{evidence.code}{'.all' if is_all else '.same' if is_same else ''}"
    key = key if words.has(key) else f"evidence.{evidence.code}"
    whose = "them" if reader == evidence.other else "you" if reader in evidence.parties else "other"
    to_reader = f"{key}.{whose}"
    return first_up(words(to_reader if reader and words.has(to_reader) else key, **gaps))


def _rounds(words: Words, evidence: Evidence) -> Mapping[str, str]:
    """The rounds that it compares, such as `rounds 1, 2 and 5`."""
    return {
        f"{name}_rounds": words(
            "rounds.named", n=len(rounds), rounds=words.all_of([str(each) for each in rounds])
        )
        for name, rounds in evidence.rounds.items()
    }


def _share(words: Words, evidence: Evidence) -> str:
    """In how many of the rounds something was so, as people say it."""
    if "kept" not in evidence.numbers:
        return ""
    kept, rounds = (round(evidence.numbers[name]) for name in ("kept", "rounds"))
    return words("rounds.share.all" if kept == rounds else "rounds.share", kept=kept, rounds=rounds)


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


def _did(words: Words, evidence: Evidence) -> str:
    """What was done in a reflection moment, where it is about that."""
    option = evidence.refs.get("option")
    key = f"look.did.{option.id}" if option is not None else ""
    return words(key) if words.has(key) else ""


def _when(cast: Cast, evidence: Evidence) -> str:
    """The round, moment or talk after it that it is about."""
    return when_named(cast, evidence.round, evidence.refs.get("phase"), "talk" in evidence.refs)


def _moment(cast: Cast, evidence: Evidence) -> str:
    """The reflection moment that it is about, if any."""
    phase = evidence.refs.get("phase")
    return "" if phase is None else moment_name(cast, phase, evidence.round)


def when_named(cast: Cast, number: int | None, phase: Ref | None, in_talk: bool) -> str:
    """That round, or the reflection moment of that phase after it; or the talk that came of it."""
    when = (
        cast.words("rounds.named", n=1, rounds=number)
        if phase is None
        else moment_name(cast, phase, number)
    )
    return cast.words("evidence.in-talk", when=when) if in_talk else when


def moment_name(cast: Cast, phase: Ref, round_number: int | None) -> str:
    """A reflection moment as it is named in a sentence, by the round after which it was held."""
    if phase.name is None:
        return cast.words("moment.called", n=round_number)
    return cast.words("moment.named", name=ref_name(cast, phase), n=round_number)


def _count(evidence: Evidence) -> int:
    """The number that decides between one and many."""
    return round(next((x for name, x in evidence.numbers.items() if name in _COUNTS), 0))


def _numbers(evidence: Evidence) -> Mapping[str, object]:
    return {
        name: round(number) if name in _COUNTS else whole(number)
        for name, number in evidence.numbers.items()
    }


def with_unit(cast: Cast, amount: int, unit: Text | None) -> str:
    """A number with what it counts."""
    return f"{amount} {cast.words.of(unit)}" if unit is not None else str(amount)


def ref_names(cast: Cast, refs: Iterable[Ref]) -> str:
    """All those names, each in quotation marks."""
    return cast.words.all_of([f"“{ref_name(cast, each)}”" for each in refs])


def quoted_name(cast: Cast, ref: Ref) -> str:
    """The name of a thing in quotation marks, instead of those that its author gave it."""
    return f"“{first_up(ref_name(cast, ref).strip(QUOTES))}”"


def event_words(cast: Cast, event: Ref) -> str:
    """The name of an event and what its author wrote of it, to the last sentence."""
    named = f"“{ref_name(cast, event)}”."
    return named if event.text is None else f"{named} {cast.words.of(event.text)}"


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
