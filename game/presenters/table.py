"""The table before a choice: the scene, the moves, the steps of a reflection moment."""

from collections.abc import Iterable, Iterator

from engine.play.seen import (
    ChangeCard,
    Heard,
    HeardKind,
    MoveCard,
    OptionCard,
    ProposalCard,
    StageName,
    View,
)
from engine.scenario.vocabulary import STANCES
from game.presenters.changes import change_words, consent_words
from game.presenters.page import (
    Cast,
    Line,
    Lines,
    first_up,
    numbered,
    sentence,
    signed,
    stance_words,
)

STEPS: tuple[StageName, ...] = ("differences", "bottlenecks", "alternatives", "decision")
# What is heard on coming to a place, before the next choice.
ARRIVAL: frozenset[HeardKind] = frozenset({"phase", "ritual", "line"})


def arrival_of(heard: Iterable[Heard]) -> tuple[Heard, ...]:
    """What was heard last, on coming to where the table is now."""
    tail: list[Heard] = []
    for each in heard:
        tail = [*tail, each] if each.kind in ARRIVAL else []
    return tuple(tail)


def scene(cast: Cast, view: View, arrival: Iterable[Heard]) -> Lines:
    """Where the table is, what is performed, told and said, and how the others look."""
    return tuple(_scene(cast, view, tuple(arrival)))


def _scene(cast: Cast, view: View, arrival: tuple[Heard, ...]) -> Iterator[Line]:
    words, is_new = cast.words, any(each.kind == "phase" for each in arrival)
    if view.stage == "round":
        phase = words.of(view.phase_name)
        yield Line("heading", words("round.head", round=view.round, phase=phase))
        if is_new or view.round == 1:
            yield Line("note", _when(cast, view))
    elif view.stage == "differences":
        yield Line("heading", moment_head(cast, view))
        yield Line("note", words("moment.intro"))
    yield from arrival_lines(cast, view, arrival)
    if view.stage == "round":
        for other in view.others:
            if other.roles:
                yield Line("act", words(f"mood.{other.mood}", who=other.roles[0].name))


def arrival_lines(cast: Cast, view: View, arrival: tuple[Heard, ...]) -> Iterator[Line]:
    """The place, the rituals and the lines; in a reflection moment the step before its question."""
    asks = (
        view.scene[-1].text if view.stage in ("differences", "bottlenecks") and view.scene else None
    )
    step = None if view.stage in ("round", "ended") else step_head(cast, view.stage)
    for each in arrival:
        if step and each.text == asks:
            yield Line("subheading", step)
            step = None
        yield from arrived(cast, each)
        if each.kind == "phase":
            yield Line("game", place(cast, view))
    if step:
        yield Line("subheading", step)


def _when(cast: Cast, view: View) -> str:
    if view.months == 0:
        return cast.words("round.start")
    return cast.words("round.months", n=view.months)


def place(cast: Cast, view: View) -> str:
    """The decor, in words."""
    words = cast.words
    return words(
        "round.where", decor=first_up(words.of(view.decor.name)), text=words.of(view.decor.text)
    )


def moment_head(cast: Cast, view: View) -> str:
    """The name of the reflection moment."""
    if view.called:
        return cast.words("moment.head.called")
    return cast.words("moment.head", phase=cast.words.of(view.phase_name))


def step_head(cast: Cast, stage: StageName) -> str:
    """Which of the four steps it is."""
    number = STEPS.index(stage) + 1
    return cast.words("moment.step", n=number, name=cast.words(f"moment.{stage}"))


def arrived(cast: Cast, heard: Heard) -> Iterator[Line]:
    """A thing heard on coming to a place."""
    words = cast.words
    if heard.kind == "phase" and heard.text:
        yield Line("told", words.of(heard.text))
    elif heard.kind == "ritual" and heard.text:
        yield Line("game", words("ritual", text=words.of(heard.text)))
    elif heard.kind == "line" and heard.text:
        yield spoken(cast, heard)


def spoken(cast: Cast, heard: Heard) -> Line:
    """A line that is said, or told when there is no speaker."""
    text = cast.words.of(heard.text) if heard.text else ""
    if heard.speaker is None:
        return Line("told", text)
    return Line("spoken", cast.words("spoken", who=heard.speaker.name, text=text))


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
        yield Line("choice", words.of(card.title), key=str(number), stance=card.stance)
        yield Line("detail", move_facts(cast, card), stance=card.stance)
        yield Line("detail", words.of(card.text))
    for card in view.moves:
        if card.locked is not None:
            yield Line("locked", locked_move(cast, card))
    yield Line("note", words("moves.how.call" if view.may_call else "moves.how"))


def move_facts(cast: Cast, card: MoveCard) -> str:
    """What a move is and what this party would expect of it."""
    expected = cast.words(
        "moves.expect",
        trust=signed(card.expected.trust),
        risk=signed(card.expected.risk),
        value=signed(card.expected.value),
    )
    return f"{stance_words(cast.words, card.stance, card.face_stance)}. {expected}."


def locked_move(cast: Cast, card: MoveCard) -> str:
    """A move that can't be played now, and why."""
    prop = cast.words.of(card.needs) if card.needs else ""
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


def changes(cast: Cast, view: View) -> Lines:
    """The changes of the game that can be proposed, by chapter, numbered."""
    return tuple(_changes(cast, view))


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
        text = change_words(cast, card)
        if card.consent != "all":
            text = f"{text} ({consent_words(cast, card)})"
        yield Line("choice", first_up(text), key=str(number))
    yield Line("detail", words("change.how"))


def proposal_question(cast: Cast, proposal: ProposalCard) -> Lines:
    """A proposal of another, to say yes or no to."""
    words = cast.words
    what = change_words(cast, proposal.change, proposal.amount)
    consent = consent_words(cast, proposal.change)
    text = words.of(proposal.change.text)
    about = () if proposal.change.action == "part" else (Line("detail", text),)
    return (
        Line("question", words("vote.ask", party=cast.party(proposal.proposer), change=what)),
        *about,
        Line("detail", words("vote.consent", consent=consent)),
    )
