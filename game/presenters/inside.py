"""Inside the parties in words: how divided people were, in numbers and never by name, and who chose
in their place.
"""

from collections.abc import Collection, Iterator

from engine.debrief import Division, Findings, StandIn
from engine.players import PERSONAS
from game.presenters.evidence import ref_name
from game.presenters.page import Cast, Line, first_up, spans

# --- how divided ----------------------------------------------------------------------------------


def divisions_told(cast: Cast, found: Findings) -> Iterator[Line]:
    """Of each party whose people were asked, how divided they were when, and what came of it."""
    if not found.divisions:
        return
    yield Line("subheading", cast.words("inside.head"))
    for party in found.of_several:
        yield Line("told", asked_words(cast, found, party))
        for each in found.divided(party):
            yield Line("detail", division_words(cast, each))


def asked_words(cast: Cast, found: Findings, party: str) -> str:
    """How often its people were asked, and how often they were divided."""
    asked = sum(each.party == party for each in found.divisions)
    divided = len(found.divided(party))
    key = "inside.asked" if divided else "inside.asked.none"
    return cast.words(key, party=cast.party(party), n=asked, divided=divided)


def division_words(cast: Cast, division: Division) -> str:
    """How many wanted something else than what, and what came of it."""
    words = cast.words
    gaps = {"round": division.round, "asked": division.asked, "others": division.other}
    if division.move is None:
        return words("inside.vote", **gaps)
    move, came = ref_name(cast, division.move), came_words(cast, division)
    return words("inside.move", move=move, came=came, **gaps)


def came_words(cast: Cast, division: Division) -> str:
    """What became of a move; as the effect of the division only where a paired replay shows it."""
    key = f"inside.came.{division.came or 'ended'}"
    return cast.words(f"{key}.because" if division.did_it else key)


# --- who chose in their place ---------------------------------------------------------------------


def stand_ins_told(cast: Cast, found: Findings, parties: Collection[str] = ()) -> Iterator[str]:
    """Who chose for which party, and when; of these parties, or of all."""
    for each in found.stand_ins:
        if not parties or each.party in parties:
            yield _stand_in(cast, found, each)


def _stand_in(cast: Cast, found: Findings, made: StandIn) -> str:
    words, party = cast.words, cast.party(made.party)
    when = first_up(_when(cast, found, made))
    if made.persona is None:
        return words("inside.for.most", when=when, party=party)
    persona = words.of(PERSONAS[made.persona].name)  # type: ignore[index]
    key = "inside.for.late" if made.late else "inside.for"
    return words(key, when=when, party=party, persona=persona)


def _when(cast: Cast, found: Findings, made: StandIn) -> str:
    words = cast.words
    if not made.rounds:
        later = "once" if made.between == 1 else "between"
        key = f"inside.when.{later if made.since else 'start'}"
        return words(key, n=made.between, since=made.since)
    played = [entry.round for entry in found.timeline if entry.kind == "round"]
    rest = tuple(played[played.index(made.rounds[0]) :])
    if len(rest) > 1 and made.rounds == rest:
        key = "inside.when.all" if len(rest) == len(played) else "inside.when.on"
        return words(key, since=made.since)
    told = spans(made.rounds)
    when = words("inside.when.rounds", n=len(made.rounds), rounds=words.all_of(told))
    return words("inside.when.both", when=when, n=made.between) if made.between else when
