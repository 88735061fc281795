"""The table before a choice: the scene, the moves, the steps of a reflection moment."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from statistics import fmean, median

from engine.play.state import NoCall, Objection
from engine.play.view.records import (
    ChangeCard,
    MoveCard,
    OptionCard,
    PriceSeen,
    Range,
    Room,
    StageName,
    View,
)
from engine.scenario.scenery import Scenery
from engine.scenario.schema import Decor, Occasion, Phase
from engine.scenario.vocabulary import STANCES
from game.presenters.changes import Ballot, brings_words, change_words, consent_words, rivals_words
from game.presenters.page import (
    Cast,
    Line,
    Lines,
    first_up,
    numbered,
    of_leaving,
    points,
    sentence,
    signed,
    stance_words,
)
from game.words import Words

Place = Room | View
When = Scenery | Decor | Phase | Occasion  # what can say what hour it is, and what weather
STEPS: tuple[StageName, ...] = ("differences", "bottlenecks", "alternatives", "decision")


def round_head(cast: Cast, place: Place) -> str:
    """The round and the phase."""
    phase = cast.words.of(place.phase_name)
    return cast.words("round.head", round=place.round, phase=phase)


def when(cast: Cast, view: Place) -> str:
    """How long they have been talking."""
    if view.months == 0:
        return cast.words("round.start")
    if cast.words.has(f"round.months.{view.months}"):
        return cast.words(f"round.months.{view.months}")
    return first_up(cast.words("round.months", n=view.months))


def place_words(cast: Cast, view: Place) -> str:
    """The decor, in words."""
    words = cast.words
    assert view.decor is not None, "asked for whoever is at the table"
    return words("round.where", decor=spot_words(words, view), text=words.of(view.decor.text))


def spot_words(words: Words, view: Place) -> str:
    """Where the talks are, at what hour and in what weather, as far as that was said."""
    assert view.decor is not None
    assert view.scenery is not None
    return ", ".join([first_up(words.of(view.decor.name)), *when_words(words, view.scenery)])


def when_words(words: Words, when: When) -> list[str]:
    """The hour and the weather that something gives."""
    hour = [words(f"hour.{when.hour}")] if when.hour else []
    return [*hour, *([words(f"weather.{when.weather}")] if when.weather else [])]


def moment_head(cast: Cast, view: Place) -> str:
    """The name of the reflection moment."""
    if view.called:
        return cast.words("moment.head.called")
    return cast.words("moment.head", phase=cast.words.of(view.phase_name))


def step_head(cast: Cast, stage: StageName) -> str:
    """Which of the four steps it is."""
    number = STEPS.index(stage) + 1
    return cast.words("moment.step", n=number, name=cast.words(f"moment.{stage}"))


def moods(cast: Cast, view: View) -> Iterator[Line]:
    """How the others look at this seat."""
    for other in view.others:
        if other.roles:
            yield Line("act", cast.words(f"mood.{other.mood}", who=other.roles[0].name))


def open_moves(view: View) -> tuple[MoveCard, ...]:
    """The moves that can be played now, in the order in which they are numbered."""
    return tuple(card for card in view.moves if card.locked is None)


def moves(cast: Cast, view: View) -> Lines:
    """The moves to choose from, numbered, and those that can't be played with the reason."""
    return tuple(_moves(cast, view))


def _moves(cast: Cast, view: View) -> Iterator[Line]:
    words = cast.words
    yield Line("subheading", words("moves.head"))
    for number, card in enumerate(open_moves(view), start=1):
        stance = stance_words(words, card.stance, card.face_stance)
        yield Line("choice", words.of(card.title), key=str(number), stance=card.stance)
        yield Line("detail", f"{stance}. {sentence(words.of(card.text))}", stance=card.stance)
    for card in view.moves:
        if card.locked is not None:
            yield Line("locked", locked_move(cast, card))


def how_to_move(cast: Cast, view: View) -> Lines:
    """What goes for all moves: what their own side may do to them, and what can be typed."""
    told = own_side(cast, view)
    call = cast.words("moves.how.call") if view.may_call else None
    return tuple(Line("note", each) for each in (told, call) if each is not None)


def own_side(cast: Cast, view: View) -> str | None:
    """How often one's own side lets a move falter that gives something; None where it never does.

    Told once for all moves: it differs little between them.
    """
    falters = [card.expected.falters for card in open_moves(view) if card.expected.falters]
    return cast.words("moves.own-side", odds=_odds(fmean(falters))) if falters else None


def _odds(chance: float) -> int:
    return min(_ODDS, key=lambda one: abs(1 / one - chance))


def no_call_words(cast: Cast, why: NoCall) -> str:
    """Why no reflection moment can be called now."""
    return cast.words(f"no-call.{why}")


def move_outlook(cast: Cast, view: View, card: MoveCard) -> tuple[str, ...]:
    """In words: what a move may bring, what it lays open, who could find out and by when."""
    words, expected = cast.words, card.expected
    if expected.leaving is not None:
        return (words(f"outlook.leaving{of_leaving(view)}", n=expected.leaving),)
    told = [*_given_away(cast, card), to_their_trust(cast, card), *_in_it(words, view, card)]
    if expected.lays_open >= _OPEN:
        told.append(
            words("outlook.open.much" if expected.lays_open >= _WIDE_OPEN else "outlook.open")
        )
    if expected.price is not None:
        told.append(_price(words, expected.price))
    return tuple(told)


def _given_away(cast: Cast, card: MoveCard) -> Iterator[str]:
    """What a move takes from whoever makes it."""
    words, other = cast.words, cast.party(card.partner)
    if card.costs:
        yield words("outlook.costs", n=card.costs)
    if card.pays:
        yield words("outlook.pays", n=card.pays, other=other)
    if card.hands_over and card.needs is not None:
        yield words("outlook.hands", prop=words.of(card.needs), other=other)


# In points: what is worth a word. Design choices of the telling.
_OPEN, _WIDE_OPEN = 4, 8
_FEW = 3
_MUCH_TRUST, _DIFFERS = 15, 8
# A chance of so much a round, told as one in so many.
_ODDS = (2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20)


def to_their_trust(cast: Cast, card: MoveCard) -> str:
    """What a move is likely to do to the others' trust, as a sentence."""
    span = card.expected.trust
    if card.expected.price is not None:
        way = "hidden"
    elif span.low > -_FEW:
        way = "win" if span.high >= _FEW else "still"
    elif span.high >= _FEW:
        way = "perhaps" if span.middle > 0 else "risky"
    else:
        way = "lose.much" if span.middle <= -_MUCH_TRUST else "lose"
    return cast.words(f"outlook.trust.{way}")


def _in_it(words: Words, view: View, card: MoveCard) -> Iterator[str]:
    """How what it may bring this party compares with the other moves, where it differs."""
    values = [each.expected.value for each in open_moves(view) if not each.leaves]
    more = card.expected.value.middle - median(value.middle for value in values)
    if abs(more) >= _DIFFERS:
        yield words("outlook.value.more" if more > 0 else "outlook.value.less")
    if median(value.low for value in values) - card.expected.value.low >= _DIFFERS:
        yield words("outlook.value.loss")


def _price(words: Words, price: PriceSeen) -> str:
    odds, key = _odds(price.now), "outlook.price" if price.rounds else "outlook.price.last"
    return words(
        key, odds=odds, rounds=price.rounds, later=points(price.later),
        lost=price.lost, ceiling=price.ceiling,
    )  # fmt: skip


def expectation_basis(cast: Cast, view: View) -> str:
    """What the numbers on the moves assume about the others."""
    return cast.words("moves.expected.first" if view.round == 1 else "moves.expected")


def about_move(cast: Cast, view: View, card: MoveCard) -> Lines:
    """What a move may bring, what the others will see of it, and the figures."""
    outlook = Line("note", " ".join(move_outlook(cast, view, card)))
    # Of who walks out nothing is expected any more.
    figures = () if card.leaves else move_figures(cast, view, card)
    return outlook, move_face(cast, card), *figures


def move_figures(cast: Cast, view: View, card: MoveCard) -> Lines:
    """What this party would expect of a move in figures, and what those assume."""
    words, expected = cast.words, card.expected
    figures = words(
        "moves.expect",
        trust=range_words(words, expected.trust),
        risk=range_words(words, expected.risk),
        value=range_words(words, expected.value),
    )
    return Line("note", figures), Line("note", expectation_basis(cast, view))


def range_words(words: Words, span: Range) -> str:
    """A range with its signs; a single figure where both ends are the same."""
    if span.low == span.high:
        return signed(span.low)
    return words("range", low=signed(span.low), high=signed(span.high))


def locked_move(cast: Cast, card: MoveCard) -> str:
    """A move that can't be played now, and why."""
    prop = cast.words.of(card.needs) if card.needs else ""
    if card.locked_by is not None:
        why = cast.words(f"locked.{card.locked}.by", name=cast.words.of(card.locked_by))
    else:
        why = cast.words(f"locked.{card.locked}", prop=prop)
    return cast.words("moves.locked", title=cast.words.of(card.title), why=why)


def move_face(cast: Cast, card: MoveCard) -> Line:
    """What the others will see of a move."""
    stance = stance_words(cast.words, card.face_stance)
    return Line(
        "note", cast.words("moves.face", face=sentence(cast.words.of(card.face)), stance=stance)
    )


def prediction_question(cast: Cast, party: str) -> Lines:
    """What will that party play?"""
    a, b, c = (stance_words(cast.words, stance) for stance in STANCES)
    return (
        Line("question", cast.words("predict.ask", party=cast.party(party))),
        Line("detail", cast.words("predict.how", a=a, b=b, c=c) + "."),
    )


def option_text(cast: Cast, card: OptionCard) -> str:
    """What can be done in the first two steps, in the author's words or in ours."""
    return cast.words.of(card.text) if card.text else cast.words(f"option.{card.id}")


def open_options(view: View) -> tuple[OptionCard, ...]:
    """The options that can be chosen now, in the order in which they are numbered."""
    return tuple(card for card in view.options if not card.locked)


def options(cast: Cast, view: View) -> Lines:
    """What can be done in this step, numbered."""
    closed = [
        Line(
            "locked",
            cast.words(
                "moves.locked", title=option_text(cast, card), why=cast.words("locked.unsafe")
            ),
        )
        for card in view.options
        if card.locked
    ]
    return (*numbered(option_text(cast, card) for card in open_options(view)), *closed)


# What fits on a screen at a glance; with more, a heading is chosen first.
GLANCE = 8


def changes_to_choose_from(cast: Cast, view: View) -> Lines:
    """The changes of the game that can be proposed, numbered; of many the headings first."""
    if len(view.changes) > GLANCE:
        return change_headings(cast, change_groups(view))
    return tuple(_changes(cast, view))


def change_groups(view: View) -> tuple[tuple[ChangeCard, ...], ...]:
    """The changes by chapter, in the order in which the chapters are numbered: parting last."""
    groups = groupby(ordered_changes(view), key=_heading_of)
    return tuple(tuple(cards) for _, cards in groups)


def _heading_of(card: ChangeCard) -> str:
    return "change.or" if card.action == "part" else f"chapter.{card.chapter}"


def change_headings(cast: Cast, groups: Iterable[tuple[ChangeCard, ...]]) -> Lines:
    """The chapters in which something can be changed, numbered, each with how many things."""
    words = cast.words
    heads = (
        change_words(cast, cards[0])
        if cards[0].action == "part"
        else words("change.heading", chapter=words(_heading_of(cards[0])), n=len(cards))
        for cards in groups
    )
    return (
        Line("question", words("change.ask")),
        *numbered(first_up(head) for head in heads),
        Line("detail", words("change.how.heading")),
    )


def changes_under(cast: Cast, cards: tuple[ChangeCard, ...]) -> Lines:
    """The changes of one chapter, numbered."""
    words = cast.words
    return (
        Line("subheading", words(_heading_of(cards[0]))),
        *numbered(_change_line(cast, card) for card in cards),
        Line("detail", words("change.how.under")),
    )


def _change_line(cast: Cast, card: ChangeCard) -> str:
    text = first_up(change_words(cast, card))
    return text if card.consent == "all" else f"{text} ({consent_words(cast, card)})"


def ordered_changes(view: View) -> tuple[ChangeCard, ...]:
    """The changes in the order in which they are numbered: parting last."""
    return tuple(sorted(view.changes, key=lambda card: card.action == "part"))


def _changes(cast: Cast, view: View) -> Iterator[Line]:
    words = cast.words
    yield Line("question", words("change.ask"))
    chapter = ""
    for number, card in enumerate(ordered_changes(view), start=1):
        if card.chapter != chapter and card.action != "part":
            chapter = card.chapter
            yield Line("subheading", words(f"chapter.{chapter}"))
        if card.action == "part":
            yield Line("subheading", words("change.or"))
        yield Line("choice", _change_line(cast, card), key=str(number))
    yield Line("detail", words("change.how"))


def proposal_question(cast: Cast, ballot: Ballot) -> Lines:
    """A proposal of others, to say yes or no to."""
    words, proposal = cast.words, ballot.proposal
    what = change_words(cast, proposal.change, proposal.amount)
    consent = consent_words(cast, proposal.change)
    text, is_part = words.of(proposal.change.text), proposal.change.action == "part"
    about = words("change.effect.part") if is_part else text
    brings, rivals = brings_words(cast, proposal.change), rivals_words(cast, proposal)
    return (
        Line("question", words("vote.ask", party=cast.parties(ballot.by), change=what)),
        *((Line("detail", words("vote.also-own")),) if ballot.is_own else ()),
        *(Line("detail", each) for each in (about, *brings, *rivals)),
        Line("detail", words("vote.consent", consent=consent)),
    )


def objection_question(cast: Cast, objections: tuple[Objection, ...]) -> Line:
    """Why not? To be answered with a number, or with nothing."""
    words = cast.words
    options = [
        words("why.option", n=number, why=words(f"why.{each}").rstrip("."))
        for number, each in enumerate(objections, start=1)
    ]
    return Line("detail", words("why.ask", options=", ".join(options)) + ".")
